"""Work out the automatic numbers that Word shows but does not store."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from desk.documents.word.names import child, is_on, number, value, w
from desk.documents.word.numerals import numeral

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_CLOSED = tuple("、．。）)】］：:")  # after these a label needs no blank


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list."""

    style: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"  # tab space nothing
    restarts_after: int = -1  # the level (from 1) that restarts it; 0 never; -1 any higher one
    is_legal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list of a document: its counters belong to `family`, which several lists may share."""

    family: str
    levels: dict[int, Level]
    starts: dict[int, int]  # levels that begin anew where this list is first used


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The number in front of a paragraph."""

    text: str  # "" for a bullet
    gap: str  # what stands between it and the paragraph


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted while its paragraphs are walked."""

    lists: dict[str, List] = field(default_factory=dict)
    style_levels: dict[tuple[str, str], int] = field(default_factory=dict)  # (list, paragraph style) → level
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next_label(self, list_id: str, level: int) -> Label | None:
        """Count one paragraph; None where the list is not defined."""
        its_list = self.lists.get(list_id)
        if its_list is None or level not in its_list.levels:
            return None
        counters = self._counters.setdefault(its_list.family, [None] * _LEVELS)
        this = its_list.levels[level]
        begins = level in its_list.starts and (list_id, level) not in self._begun
        self._begun.add((list_id, level))
        current = counters[level]
        if begins:
            counters[level] = its_list.starts[level]
        else:
            counters[level] = its_list.starts.get(level, this.start) if current is None else current + 1
        for lower in range(level + 1, _LEVELS):
            after = its_list.levels[lower].restarts_after if lower in its_list.levels else -1
            if after == -1 or level < after:
                counters[lower] = None
        return Label(text=self._text(its_list, level, counters), gap=_gap(this))

    def _text(self, its_list: List, level: int, counters: list[int | None]) -> str:
        this = its_list.levels[level]
        if this.style == "bullet":
            return (
                this.text
                if any(character.isalnum() and character < "\ue000" for character in this.text)
                else ""
            )

        def shown(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            of = its_list.levels.get(index, Level())
            count = counters[index]
            if count is None:  # a higher level that no paragraph has used yet
                count = its_list.starts.get(index, of.start)
            return numeral(count, "decimal" if this.is_legal and index < level else of.style)

        return _PLACE.sub(shown, this.text)


def read_numbering(root: etree._Element | None) -> Numbering:
    """The lists of `numbering.xml`."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = {item.get(w("abstractNumId"), ""): item for item in root.iterfind(w("abstractNum"))}
    by_style_link = {
        value(item, "styleLink"): key for key, item in abstracts.items() if value(item, "styleLink")
    }
    for item in root.iterfind(w("num")):
        list_id = item.get(w("numId"), "")
        family = value(item, "abstractNumId")
        linked = value(abstracts.get(family), "numStyleLink")
        family = by_style_link.get(linked, family) if linked else family
        if family not in abstracts:
            continue
        levels: dict[int, Level] = {}
        for element in abstracts[family].iterfind(w("lvl")):
            _add_level(numbering, list_id, levels, element)
        starts = {}
        for override in item.iterfind(w("lvlOverride")):
            index = number(override.get(w("ilvl")))
            replaced = child(override, "lvl")
            if replaced is not None:
                _add_level(numbering, list_id, levels, replaced)
            if child(override, "startOverride") is not None:
                starts[index] = number(value(override, "startOverride"), 1)
        numbering.lists[list_id] = List(family=family, levels=levels, starts=starts)
    return numbering


def _add_level(numbering: Numbering, list_id: str, levels: dict[int, Level], element: etree._Element) -> None:
    index = number(element.get(w("ilvl")))
    if not 0 <= index < _LEVELS:
        return
    legal = child(element, "isLgl")
    levels[index] = Level(
        style=_number_format(element),
        text=value(element, "lvlText"),
        start=number(value(element, "start"), 0 if child(element, "start") is None else 1),
        suffix=value(element, "suff") or "tab",
        restarts_after=number(value(element, "lvlRestart"), -1),
        is_legal=legal is not None and is_on(legal),
    )
    if value(element, "pStyle"):
        numbering.style_levels[(list_id, value(element, "pStyle"))] = index


def _number_format(element: etree._Element) -> str:
    style = value(element, "numFmt")
    if not style:  # newer formats stand inside an mc:AlternateContent
        found = next(element.iter(w("numFmt")), None)
        style = "decimal" if found is None else found.get(w("val"), "decimal")
    return style


def _gap(level: Level) -> str:
    """A blank for the tab or space after a label, none after punctuation that keeps its own distance."""
    return "" if level.suffix == "nothing" or level.text.endswith(_CLOSED) else " "
