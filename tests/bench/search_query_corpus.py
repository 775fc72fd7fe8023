"""A folder of Markdown as the queries are made from it: names, sections, and how characters read."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HEADING = re.compile(r"^(#{1,4}) (.*?)(?: \{#([^}]+)\})?$")
ARTICLE = re.compile(r"第([零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]))?")
NOT_WORDS = re.compile(r"[^\u4e00-\u9fff]+")
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
UNITS = {"十": 10, "百": 100, "千": 1000}

Target = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands below it."""

    base: str
    anchor: str | None
    heading: str
    text: str

    @property
    def plain(self) -> str:
        return NOT_WORDS.sub("", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    names: dict[str, str]  # short title by base
    sections: tuple[Section, ...]

    def articles(self) -> list[Section]:
        return [
            section for section in self.sections if ARTICLE.match(section.heading) and len(section.plain) > 30
        ]

    def with_all(self, words: tuple[str, ...], *, plain: bool = False) -> list[Target]:
        """Where all the words stand."""
        return [
            {"base": section.base, "a": section.anchor}
            for section in self.sections
            if all(word in (section.plain if plain else section.text + section.heading) for word in words)
        ]


def read_corpus(folder: Path) -> Corpus:
    lists = [path for path in (folder / "pages.json", folder.parent / "pages.json") if path.is_file()]
    listed = json.loads(lists[0].read_text(encoding="utf-8")) if lists else []
    bases = {Path(page["file"]).name: page["base"] for page in listed}
    names: dict[str, str] = {}
    sections: list[Section] = []
    for file in sorted(folder.glob("*.md")):
        base = bases.get(file.name, file.stem)
        heading, anchor, lines = "", None, []
        for line in [*file.read_text(encoding="utf-8").splitlines(), "## end"]:
            found = HEADING.match(line)
            if found is None:
                lines.append(line)
            elif len(found[1]) == 1:
                title = re.sub(r"（测试语料）|\s", "", found[2])
                names[base] = title.removeprefix("中华人民共和国").removeprefix("中国共产党")
            else:
                sections.append(Section(base=base, anchor=anchor, heading=heading, text=" ".join(lines)))
                heading, anchor, lines = found[2], found[3], []
    return Corpus(names=names, sections=tuple(sections))


def number_of(written: str) -> int:
    total = digit = 0
    for character in written:
        if character in DIGITS:
            digit = DIGITS[character]
        else:
            total += (digit or 1) * UNITS[character]
            digit = 0
    return total + digit


@cache
def reading(character: str) -> str:
    from pypinyin import Style, pinyin

    return str(pinyin(character, style=Style.NORMAL)[0][0])


@cache
def homophones(sound: str) -> str:
    """Common characters (the first level of GB 2312) with that reading."""
    rows = range(0xB0, 0xD8)
    common = (bytes([row, cell]).decode("gb2312", "ignore") for row in rows for cell in range(0xA1, 0xFF))
    return "".join(character for character in common if character and reading(character) == sound)
