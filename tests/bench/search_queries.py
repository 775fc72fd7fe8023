"""Make search queries of the kinds learners type from a folder of Markdown, the same ones for the same seed.

A query has the form of the hand-written lists: {"id", "cat", "q", "targets": [{"base", "a"}]}; `a` is the id of a
heading, None for the page. `base` is the name pages.json (in the folder or beside it) gives the file, else its stem.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .search_query_corpus import (
    ARTICLE,
    NOT_WORDS,
    Corpus,
    Target,
    homophones,
    number_of,
    read_corpus,
    reading,
)

EACH = 30  # queries of a kind
MOST_TARGETS = 4  # a query that fits more places asks for nothing in particular
AMOUNT = re.compile(r"[二三四五六七八九十百]+(?=[日年月元天])")
ASKING = ("怎么处理", "是什么", "有哪些规定", "怎么规定的", "如何处理")

Query = dict[str, Any]


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def traditional(text: str) -> str:
    from opencc import OpenCC

    return str(OpenCC("s2t").convert(text))


def is_within(short: str, name: str) -> bool:
    """The characters stand there in order."""
    rest = iter(name)
    return all(character in rest for character in short)


def plain_names(corpus: Corpus) -> list[tuple[str, str]]:
    return [(base, name) for base, name in corpus.names.items() if NOT_WORDS.sub("", name) == name]


def abbreviations(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """民诉法, 治安处罚法: words of two characters left out or cut to one."""
    names = [(base, name) for base, name in plain_names(corpus) if 5 <= len(name) <= 14]
    ending = re.compile(r"(条例|规定|办法|规则|法)$")
    while True:
        _, name = rng.choice(names)
        end = ending.search(name)
        if end is None:
            continue
        stem = name[: end.start()]
        words = [stem[at : at + 2] for at in range(0, len(stem), 2)]
        if rng.random() < 0.5 and len(words) > 2:
            words.pop(rng.randrange(1, len(words)))
            short = "".join(words) + end[0]
        else:
            short = "".join(word[0] for word in words) + end[0]
        fits = [
            other
            for other, long in corpus.names.items()
            if long[0] == short[0] and long.endswith(end[0]) and is_within(short, long)
        ]
        if len(short) > 2 and short not in corpus.names.values():
            yield short, [{"base": other, "a": None} for other in fits]


def articles(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """The same article in the ways it is written."""
    sections = corpus.articles()
    while True:
        section = rng.choice(sections)
        found = ARTICLE.match(section.heading)
        assert found is not None
        number, inserted = number_of(found[1]), found[2]
        name = corpus.names[section.base].partition("（")[0]
        same = [base for base, other in corpus.names.items() if other.partition("（")[0] == name]
        tail = f"之{inserted}" if inserted else ""
        forms = (
            f"{name}第{number}条{tail}",
            f"{name} {number}条{tail}",
            f"《{name}》第 {number} 条{tail}",
            f"{name}{found[1]}条{tail}",
            f"{name}的第{found[1]}条{tail}",
            wide(f"{name}第{number}条{tail}"),
        )
        yield rng.choice(forms), [{"base": base, "a": section.anchor} for base in same]


def spellings(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """A name in pinyin: all of it, its beginning, its initials, cut short."""
    names = [(base, name) for base, name in plain_names(corpus) if 3 <= len(name) <= 12]
    while True:
        _, name = rng.choice(names)
        sounds = [reading(character) for character in name]
        count = rng.randint(min(4, len(name)), len(name))
        kinds = [
            "".join(sounds),
            "".join(sounds[:count]),
            "".join(sounds[:count])[:-1],
            "".join(s[0] for s in sounds),
        ]
        letters = rng.choice([*kinds, " ".join(sounds)])
        fits = [b for b, other in corpus.names.items() if spelt_by(letters.replace(" ", ""), other)]
        yield letters, [{"base": other, "a": None} for other in fits]


def spelt_by(letters: str, name: str) -> bool:
    sounds = [reading(character) for character in name]
    initials = "".join(sound[0] for sound in sounds)
    return any(
        "".join(sounds[at:]).startswith(letters) or initials[at:].startswith(letters)
        for at in range(len(name))
    )


def slips(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """A homophone in a name."""
    names = [(base, name) for base, name in plain_names(corpus) if 3 <= len(name) <= 12]
    while True:
        base, name = rng.choice(names)
        at = rng.randrange(len(name))
        others = homophones(reading(name[at])).replace(name[at], "")
        if others:
            slip = name[:at] + rng.choice(others) + name[at + 1 :]
            if slip not in corpus.names.values():
                yield slip, [{"base": base, "a": None}]


def several_words(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """Beginnings of clauses of one article, in any order."""
    sections = corpus.articles()
    while True:
        clauses = [clause for clause in NOT_WORDS.split(rng.choice(sections).text) if len(clause) > 3]
        if len(clauses) > 2:
            chosen = rng.sample(clauses, rng.choice((2, 3)))
            words = tuple(clause[: rng.choice((2, 2, 3, 4))] for clause in chosen)
            yield " ".join(words), corpus.with_all(words)


def fragments(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """A run of characters from anywhere in an article."""
    sections = corpus.articles()
    while True:
        runs = [run for run in NOT_WORDS.split(rng.choice(sections).text) if len(run) >= 8]
        if runs:
            run = rng.choice(runs)
            length = rng.randint(5, min(14, len(run)))
            start = rng.randint(0, len(run) - length)
            fragment = run[start : start + length]
            yield fragment, corpus.with_all((fragment,))


def changed(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """A fragment with one wrong character."""
    for fragment, targets in fragments(corpus, rng):
        if len(fragment) >= 7:
            at = rng.randrange(1, len(fragment) - 1)
            others = homophones(reading(fragment[at])).replace(fragment[at], "")
            wrong = rng.choice(others) if others and rng.random() < 0.6 else rng.choice("大小多山水天地")
            yield fragment[:at] + wrong + fragment[at + 1 :], targets


def sentences(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """A long piece with its punctuation, or without."""
    sections = corpus.articles()
    while True:
        text = rng.choice(sections).text.replace(" ", "")
        if len(text) > 60:
            start = rng.randint(0, len(text) - 45)
            piece = text[start : start + rng.randint(20, 44)]
            plain = NOT_WORDS.sub("", piece)
            yield (piece if rng.random() < 0.5 else plain), corpus.with_all((plain,), plain=True)


def questions(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    for fragment, targets in fragments(corpus, rng):
        if len(fragment) <= 9:
            yield fragment + rng.choice(ASKING), targets


def amounts(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """三十日 asked for as 30日."""
    sections = [section for section in corpus.articles() if AMOUNT.search(section.text)]
    while True:
        text = rng.choice(sections).text
        found = rng.choice(list(AMOUNT.finditer(text)))
        start = max(0, found.start() - rng.randint(3, 6))
        fragment = text[start : found.end() + 1]
        if NOT_WORDS.sub("", fragment) == fragment:
            written = text[start : found.start()] + str(number_of(found[0])) + text[found.end()]
            yield written, corpus.with_all((fragment,))


def names_with_words(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """公务员法 辞退: a regulation and what is looked for in it."""
    sections = [section for section in corpus.articles() if len(corpus.names[section.base]) < 14]
    while True:
        section = rng.choice(sections)
        clause = rng.choice(
            [clause for clause in NOT_WORDS.split(section.text) if len(clause) > 3] or [section.plain]
        )
        word = clause[: rng.choice((3, 4, 4, 5))]
        name = corpus.names[section.base].partition("（")[0]
        fits = [target for target in corpus.with_all((word,)) if target["base"] == section.base]
        yield rng.choice((f"{name} {word}", f"{word} {name}", f"{name}{word}")), fits


def other_writing(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    """Traditional characters: names, articles and fragments."""
    kinds = [articles(corpus, rng), fragments(corpus, rng), names(corpus, rng)]
    while True:
        asked, targets = next(rng.choice(kinds))
        written = traditional(asked)
        if written != asked:
            yield written, targets


def names(corpus: Corpus, rng: random.Random) -> Iterator[tuple[str, list[Target]]]:
    while True:
        base, name = rng.choice(list(corpus.names.items()))
        yield (
            rng.choice((name, f"《{name}》", f"中华人民共和国{name}", wide(name))),
            [{"base": base, "a": None}],
        )


KINDS: dict[str, Callable[[Corpus, random.Random], Iterator[tuple[str, list[Target]]]]] = {
    "u-name": names,
    "u-abbr": abbreviations,
    "u-art": articles,
    "u-pinyin": spellings,
    "u-slip": slips,
    "u-words": several_words,
    "u-frag": fragments,
    "u-frag1": changed,
    "u-long": sentences,
    "u-ask": questions,
    "u-number": amounts,
    "u-title": names_with_words,
    "u-trad": other_writing,
}


def make_queries(corpus: Path, seed: int) -> list[Query]:
    """EACH queries of every kind, none twice."""
    read = read_corpus(corpus)
    made: list[Query] = []
    counts: dict[str, int] = defaultdict(int)
    seen: set[str] = set()
    for kind, make in KINDS.items():
        for asked, targets in make(read, random.Random(f"{seed} {kind}")):
            if asked not in seen and 0 < len(targets) <= MOST_TARGETS + 8 * (kind == "u-art"):
                seen.add(asked)
                counts[kind] += 1
                made.append({"id": len(made) + 1, "cat": kind, "q": asked, "targets": targets})
            if counts[kind] == EACH:
                break
    return made
