/** Numbers in a query: articles (第九十七条, 第 97 条, 97条之一), and amounts that are written either way (60日, 六十日). Pure. */
(function () {
  "use strict";

  const HAN = "零〇一二三四五六七八九十百千两";
  const NUMBER = "([0-9]{1,4}|[" + HAN + "]{1,9})";
  const ARTICLE = new RegExp(
    "(第)?\\s*" + NUMBER + "\\s*条(?!例|件|款|约|文)(?:\\s*之\\s*" + NUMBER + ")?(?:\\s*第?\\s*" + NUMBER + "\\s*款)?(?:\\s*第?\\s*[(]?" + NUMBER + "[)]?\\s*项)?"
  );
  // what stands between two articles: 97条、98条, 第九十七条至第九十九条
  const BETWEEN = /^\s*(?:([-~—–]+|至|到)|[、,;和与及或]|以及|)\s*/;
  const LISTED = new RegExp(NUMBER + "(?=\\s*([-~—–至到]+|[、,])\\s*第?\\s*" + NUMBER + "\\s*([-~—–至到、,]|条))", "g");
  const MOST_ARTICLES = 10;
  const LAST_NUMBER = /^(.*[^0-9\s.])\s*第?\s*([0-9]{1,4})(?:\s*(?:-|之)\s*([0-9]{1,2}))?\s*$/;
  const UNITS = "日天年月元万亿个岁周次倍人名级种条款项章节编小大课";
  const ARABIC_AMOUNT = /[0-9]{1,8}/g;
  const HAN_AMOUNT = new RegExp("[" + HAN + "万]+(?=[" + UNITS + "])", "g");
  const PLACES = ["", "十", "百", "千"];
  const DIGITS = "零一二三四五六七八九";

  /** @param {string} written in either kind of digits @returns {number} NaN where it reads as no number */
  function read(written) {
    const folded = Lianxue.folding.fold(written, ["numerals"]);
    return /^[0-9]+$/.test(folded) ? Number(folded) : NaN;
  }

  /** @param {number} number below 10,000 @returns {string} 一百零五 */
  function section(number) {
    let words = "";
    const digits = String(number);
    for (let at = 0; at < digits.length; at += 1) {
      const digit = Number(digits[at]);
      if (digit) {
        words += (at && digits[at - 1] === "0" ? "零" : "") + DIGITS[digit] + PLACES[digits.length - 1 - at];
      }
    }
    return words;
  }

  /** @param {number} number @returns {string} as regulations write it: 十五, 一百二十, 二万 */
  function han(number) {
    if (number === 0) {
      return "零";
    }
    const high = Math.floor(number / 1e4);
    const low = number % 1e4;
    const lowWords = (high && low && low < 1000 ? "零" : "") + section(low);
    const words = (high ? section(high) + "万" : "") + lowWords;
    return words.replace(/^一十/, "十");
  }

  /**
   * The article a query names, and what is left of the query.
   * @param {string} folded @returns {{article: string, isMarked: boolean, before: string, after: string} | null}
   *   article: 97 or 120-1; isMarked: it carries 第
   */
  function article(folded) {
    const found = ARTICLE.exec(folded);
    const number = found ? read(found[2]) : NaN;
    const inserted = found && found[3] ? read(found[3]) : 0;
    if (!found || !(number > 0) || isNaN(inserted) || (found[3] && inserted === 0)) {
      return null;
    }
    return {
      article: number + (inserted ? "-" + inserted : ""),
      isMarked: Boolean(found[1]),
      before: folded.slice(0, found.index).trim(),
      after: folded.slice(found.index + found[0].length).trim(),
    };
  }

  /** Each number of a list its own article: 100-102条, 97、98条; 120-1条 is one that was inserted. @param {string} folded @returns {string} */
  function spellOut(folded) {
    return folded.replace(LISTED, (number, _, sign, next, __, at) => {
      const isInserted = sign === "-" && read(next) <= read(number);
      return /条\s*之$/.test(folded.slice(0, at)) ? number : number + "条" + (isInserted ? "之" : "");
    }).replace(/条之-/g, "条之").replace(/(条之[0-9]+)条/g, "$1");
  }

  /**
   * All articles a query names.
   * @param {string} folded @returns {{articles: string[], isMarked: boolean, before: string, after: string} | null}
   */
  function articles(folded) {
    const first = article(spellOut(folded));
    if (!first) {
      return null;
    }
    const all = [first.article];
    let after = first.after;
    for (;;) {
      const [between, range] = BETWEEN.exec(after) || [""];
      const next = article(after.slice(between.length));
      if (!next || next.before) {
        break;
      }
      const last = Number(all[all.length - 1]);
      for (let number = last + 1; range && number < Number(next.article) && all.length < MOST_ARTICLES; number += 1) {
        all.push(String(number));
      }
      all.push(next.article);
      after = next.after;
      if (all.length > 200) {
        break;
      }
    }
    return { articles: Array.from(new Set(all)).slice(0, MOST_ARTICLES), isMarked: first.isMarked, before: first.before, after };
  }

  /** A number at the end may be an article without the word: 刑法385. @param {string} folded @returns {{article: string, before: string} | null} */
  function lastNumber(folded) {
    const found = LAST_NUMBER.exec(folded);
    return found && Number(found[2]) > 0 ? { article: Number(found[2]) + (found[3] ? "-" + Number(found[3]) : ""), before: found[1].trim() } : null;
  }

  /** The same words with their amounts in the other digits. @param {string} run folded, without blanks @returns {string[]} */
  function alternatives(run) {
    const inHan = run.replace(ARABIC_AMOUNT, (digits) => (digits.length > 1 && digits[0] === "0" ? digits : han(Number(digits))));
    const inArabic = run.replace(HAN_AMOUNT, (words) => {
      const number = read(words);
      return number > 0 ? (number >= 1e4 && number % 1e4 === 0 ? number / 1e4 + "万" : String(number)) : words;
    });
    return [inHan, inArabic].filter((written) => written !== run);
  }

  /** @param {string} article 97 or 120-1 @returns {string} as its heading writes it: 第一百二十条之一 */
  function label(article) {
    const [number, inserted] = article.split("-").map(Number);
    return "第" + han(number) + "条" + (inserted ? "之" + han(inserted) : "");
  }

  Lianxue.searchNumerals = { article, articles, lastNumber, alternatives, label };
})();
