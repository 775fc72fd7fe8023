"""Lines that stand over questions: sections with a type, a score and a count, chapters, keys, instructions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.drafts.judgement_letters import said_convention
from lianxue.reading.chinese_numerals import parse_number
from lianxue.reading.patterns import lazy_pattern

# What a section or an item may be called; "" where the items themselves must say what they are.
TYPE_WORDS: dict[str, str] = {
    **dict.fromkeys(("单项选择题", "单项选择", "单选题", "单选", "单项题"), "single_choice"),
    **dict.fromkeys(("多项选择题", "多项选择", "多选题", "多选", "多项题"), "multiple_choice"),
    **dict.fromkeys(("不定项选择题", "不定项选择", "不定项题", "不定项", "单多选题"), "choice"),
    **dict.fromkeys(
        (
            "判断正误题",
            "判断对错题",
            "判断改错题",
            "判断说理题",
            "判断题",
            "判断正误",
            "判断对错",
            "判断",
            "是非题",
            "正误题",
            "对错题",
            "辨别题",
        ),
        "true_false",
    ),
    **dict.fromkeys(("填空题", "填空", "填充题"), "fill_in"),
    **dict.fromkeys(
        (
            [
                "简答题",
                "简答",
                "问答题",
                "问答",
                "论述题",
                "论述",
                "名词解释题",
                "名词解释",
                "简述题",
                "解答题",
                "主观题",
                "思考题",
                "辨析题",
                "辨析",
                "写作题",
                "作文题",
                "申论题",
                "开放题",
            ]
        ),
        "short_answer",
    ),
    **dict.fromkeys(
        [
            "案例分析题",
            "案例分析",
            "案例题",
            "材料分析题",
            "材料分析",
            "材料题",
            "材料解析题",
            "分析题",
            "情景题",
            "情景分析题",
        ],
        "case",
    ),
    **dict.fromkeys(("连线题", "匹配题", "连线", "匹配"), "matching"),
    **dict.fromkeys(("排序题", "排序"), "ordering"),
    **dict.fromkeys(("选择题", "客观题", "综合题", "混合题", "复合题"), ""),
}
_WORDS = "|".join(sorted(TYPE_WORDS, key=len, reverse=True))
_HAN = "[一二三四五六七八九十百零〇]"
_ORDINAL = lazy_pattern(
    rf"\s*(?:第\s*(?P<a>{_HAN}{{1,4}}|\d{{1,3}})\s*(?:大题|部分|题型|卷)|\(?(?P<b>{_HAN}{{1,3}})\s*[、.)]|"
    rf"(?P<c>\d{{1,2}})\s*[、.]|Part\s*(?P<d>\d)|(?P<e>[IVXⅠⅡⅢⅣⅤⅥⅦ]{{1,4}})\s*[、.])?[\s:、.\-*=#]{{0,20}}"
)
_SECTION = lazy_pattern(
    rf"(?P<before>[^。？?!;:(\[【]{{0,24}}?)[【\[]?(?P<word>{_WORDS})[】\]]?(?P<after>.{{0,240}})$"
)
_REST_OF_HEADING = lazy_pattern(
    r"[\s:、.。;,\-=*#]*$"
    r"|\s*[\[(（].{0,200}[\])）]?[\s:。.]*(?:[^。]{0,60}(?:选项|答案|题干|括号|正确|符合题意|横线)[^。]{0,60}[。]?)*\s*$"
    r"|[\s:,。]*(?:共|每|本|满分|总|计|\d|题|各|要求|说明|在每|下列|请|判断下|对的|正确的|将|只有)"
    r"(?=.{0,120}(?:分|题|选项|选出|选择|答案|作答|√|×|正确|错误|对错|完整|横线))[^()]{0,80}(?:\([^()]{1,100}\))?[^()]{0,80}$"
)
_TAG = lazy_pattern(
    rf"\s*(?:[\[(【<]|_\[)\s*(?P<word>{_WORDS})\s*(?P<rest>[,;:、/|\-\s]?[^\])】>]{{0,20}})(?:\]_|[\])】>])\s*[.、:]?\s*"
)
_TAG_PLAIN = lazy_pattern(
    r"\s*(?P<word>单项选择题|单选题|多项选择题|多选题|不定项选择题|判断题|填空题|简答题|论述题|问答题|名词解释|案例分析题)\s*[:.、]\s*(?=\S)"
)
_SCORE = lazy_pattern(r"(?:每(?:小?题|空|个)|各)\s*(?:得|计)?\s*(\d{1,3}(?:\.\d)?)\s*分")
_OWN_SCORE = lazy_pattern(r"[\[(]\s*(?:本题|每题|共|满分|分值:?|计)?\s*(\d{1,3}(?:\.\d)?)\s*分\s*[\])]")
_ITEM_TITLE = lazy_pattern(r"\s*第\s*\d{1,4}\s*题|\s*题目?\s*\d|\s*[A-HJ-UW-Z]\s*[.、:)]")
_COUNT = lazy_pattern(r"(?:共|计)?\s*(\d{1,4})\s*(?:道|个)?(?:小)?题")
_CHAPTER = lazy_pattern(
    rf"\s*[-=*#◆■●★【《\s]{{0,12}}\s*(?:第\s*(?:{_HAN}{{1,4}}|\d{{1,3}})\s*(?:章|节|部分|单元|编|讲|篇|模块|专题|卷|套|大类)"
    r"|专题\s*[一二三四五六七八九十\d]|模块\s*[一二三四五六七八九十\d]|附[件录]?[一二三四\d:]*\s*)"
)
_RULED = lazy_pattern(r"\s*[-=*—~#]{2,}\s*[^-=*—~#]{1,60}\s*[-=*—~#]{2,}\s*$")
_KEY = lazy_pattern(
    r"(?P<before>[^。？?;；,，(]{0,30}?)(?P<word>(?:参考|标准|正确)?答案)(?P<after>"
    r"(?:(?:及|与|和|、|\+|以及)?\s*(?:题目|试题|详细|评分)?(?:解析|详解|评分标准|评分细则|要点|说明|提示|部分|汇总|速查|表|页|卷|如下|一览表|一览)){0,3})"
    r"\s*(?:\([^()]{0,30}\))?\s*[:。\-=*#】\])》]*\s*$"
)
_SPACED_ANSWER = lazy_pattern(r"答\s{1,8}案")
_NAMES_A_KEY = lazy_pattern(r"\S{0,8}\s*(?:参考|标准|正确)?答案")
_MATERIAL = lazy_pattern(
    r"(?:根据|阅读|依据|结合|请?分析|按照|针对)[^。？]{0,14}(?:材料|案例|资料|案情|短文|背景|情形|事实|文字|内容|情景)[^。？]{0,16}(?:回答|完成|作答|解答|分析|判断|选择)"
    r"[^\d。？]{0,12}(?:(?P<first>\d{1,3})\s*题?\s*(?:[-~—至到和、]|及)\s*(?:第\s*)?(?P<last>\d{1,3})|(?:以下|下列|下面|后面|有关|相关|第?各?)?[^。？]{0,6}(?:小题|问题|题目|各题|题|提问))"
)
_MATERIAL_RANGE = lazy_pattern(
    r"\(?\s*(?:第\s*)?(?P<first>\d{1,3})\s*题?\s*[-~—至到]\s*(?:第\s*)?(?P<last>\d{1,3})\s*题?\s*(?:共用|共享|基于|为|根据|题(?:共用)?)[^。]{0,30}(?:材料|题干|案例|资料)"
)
_CASE_HEAD = lazy_pattern(
    rf"\s*[【\[(]?\s*(?:案例|材料|案情|资料|情景|背景)\s*(?P<n>{_HAN}{{1,3}}|\d{{1,3}})\s*[】\])]?\s*[:.、]?\s*(?P<rest>.*)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line over others. `kind`: section, chapter, key."""

    kind: str
    type: str = ""
    is_typed: bool = False
    ordinal: int = 0  # 二、 is 2; 0 for none
    title: str = ""
    score: str = ""
    count: int = 0
    case: int = 0  # of a key: 案例一
    convention: tuple[str, str] = ("", "")  # (the letter of right, the letter of wrong) as the heading says


def read_section(folded: str) -> Heading | None:
    """A section heading such as 一、单项选择题（每题2分，共20分）, or None."""
    if len(folded) > 260 or _ITEM_TITLE.match(folded):
        return None
    ordinal_match = _ORDINAL.match(folded)
    assert ordinal_match is not None
    match = _SECTION.match(folded, ordinal_match.end())
    if match is None or not _REST_OF_HEADING.match(match["after"]):
        return None
    if re.match(r"[】\]]\s*[^\s(:,。]", folded[match.end("word") :]):
        return None
    before = match["before"].strip(" 《》-=*#【]")
    if before and not match["word"].endswith("题"):
        return None
    is_numbered_as_item = ordinal_match["c"] is not None
    outside = re.sub(r"\([^()]*\)?", "", match["word"] + match["after"])
    if (
        re.search(r"[（(]\s*[)）]|_{2,}", folded[ordinal_match.end() :])
        or _NAMES_A_KEY.match(outside)
        or (is_numbered_as_item and len(before) > 4)
    ):
        return None
    if before and re.search(r"下列|关于|根据|以下|是|的$", before):
        return None
    written = next((group for group in ordinal_match.groups() if group), "")
    score = _SCORE.search(folded)
    count = _COUNT.search(match["after"])
    return Heading(
        kind="section",
        type=TYPE_WORDS[match["word"]],
        is_typed=True,
        ordinal=_ordinal(written),
        title=folded.strip(),
        score=score[1] if score else "",
        count=int(count[1]) if count else 0,
        convention=said_convention(folded),
    )


def read_chapter(folded: str, level: int) -> Heading | None:
    """A chapter such as 第二章 …, a ruled title, or a styled heading; None for any other line."""
    if len(folded) > 80 or re.search(r"[。？?]\s*$|[(（]\s*[)）]|_{3,}", folded):
        return None
    if _CHAPTER.match(folded) or _RULED.match(folded) or level:
        return Heading(kind="chapter", title=folded.strip(" -=*#"))
    return None


def read_key_heading(folded: str) -> Heading | None:
    """参考答案, 第1章参考答案, 一、单选题答案 … alone on a line."""
    if len(folded) > 70:
        return None
    if "答 " in folded and len(folded) <= 30:  # 答  案
        folded = _SPACED_ANSWER.sub("答案", folded)
    ordinal_match = _ORDINAL.match(folded)
    assert ordinal_match is not None
    match = _KEY.match(folded, ordinal_match.end()) or _KEY.match(folded)
    if match is None:
        return None
    before = match["before"].strip(" 【[《(-=*#—:：")
    if re.search(r"选择正确|写出|下列|以下|的$|是|请|你的|我的", before):
        return None
    word = next((word for word in sorted(TYPE_WORDS, key=len, reverse=True) if word in before), "")
    return Heading(
        kind="key",
        type=TYPE_WORDS.get(word, ""),
        is_typed=bool(word),
        ordinal=_ordinal(next((group for group in ordinal_match.groups() if group), "")),
        title=before + match["word"] + match["after"],
    )


def read_tag(folded: str, start: int) -> tuple[str, str, str, int] | None:
    """A type tag at `start`: (word, type, score, end)."""
    match = _TAG.match(folded, start) or _TAG_PLAIN.match(folded, start)
    if match is None:
        return None
    rest = match.groupdict().get("rest") or ""
    if rest.strip() and not re.fullmatch(
        r"[\s,;:、/|\-]*(?:本题|每题|共)?\s*[\d.]*\s*分?\s*(?:[易中难]|简单|中等|困难|较难)?\s*", rest
    ):
        return None
    score = re.search(r"(\d[\d.]*)\s*分", rest)
    return match["word"], TYPE_WORDS[match["word"]], score[1] if score else "", match.end()


def read_ordinal(folded: str) -> int:
    """The number of a heading that has nothing else: 一、 is 1."""
    match = _ORDINAL.match(folded)
    assert match is not None
    return _ordinal(next((group for group in match.groups() if group), ""))


def own_score(folded: str) -> tuple[str, int, int] | None:
    """A score in brackets such as （2分）: (score, start, end)."""
    match = _OWN_SCORE.search(folded)
    return (match[1], match.start(), match.end()) if match else None


def read_material(folded: str) -> tuple[int, int] | None:
    """The numbers of 根据以下材料，回答 1-2 题; (0, 0) where none are given; None for any other line."""
    if len(folded) > 400 or (
        "材" not in folded
        and "案" not in folded
        and "资料" not in folded
        and "短文" not in folded
        and "题" not in folded
    ):
        return None
    match = _MATERIAL.search(folded) or _MATERIAL_RANGE.search(folded)
    if match is None:
        return None
    return (int(match["first"] or 0), int(match["last"] or 0))


def read_case_heading(folded: str) -> tuple[int, int] | None:
    """案例一：… — (its number, where its text starts)."""
    match = _CASE_HEAD.match(folded)
    return (_ordinal(match["n"]), match.start("rest")) if match else None


def _ordinal(written: str) -> int:
    if written.isascii() and written.isdigit():
        return int(written)
    roman = {
        "I": 1,
        "II": 2,
        "III": 3,
        "IV": 4,
        "V": 5,
        "VI": 6,
        "Ⅰ": 1,
        "Ⅱ": 2,
        "Ⅲ": 3,
        "Ⅳ": 4,
        "Ⅴ": 5,
        "Ⅵ": 6,
    }
    return roman.get(written) or parse_number(written) or 0
