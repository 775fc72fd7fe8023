"""The wording file: wrong names and words, the right ones, and where these stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.problem import Report
from lianxue.reading.text_file import read_text
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import Scalar, Sequence, read_mapping

WORDING = "docs/wording.yml"
NO_WORDING = "用词表应写“names:”和“words:”两部分；一个也不用，就删去这个文件"
NAMES, WORDS = "names", "words"  # names and set phrases must be right; other words are advice
# What a trainer may write instead of a field's name.
WORDING_FIELDS: Mapping[str, str] = {
    "专名": NAMES,
    "用词": WORDS,
    "错": "wrong",
    "对": "right",
    "出处": "source",
    "例外": "except",
}
_ITEM = "每一条应写“- wrong: [错的写法]”，下面写 right 和 source"
_QUOTES = '“”"「」『』＂'
_QUOTE = re.compile(f"[{_QUOTES}]")
_SHORTEST = 2  # one character would hit other words everywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One right form and what is written instead of it."""

    wrong: tuple[str, ...]
    right: str
    source: str  # where the right form stands
    exceptions: tuple[str, ...]  # contexts in which a wrong form is right
    is_name: bool


@dataclass(frozen=True, slots=True)
class WordHit:
    """One wrong form in a text."""

    start: int
    wrong: str
    wording: Wording

    def __str__(self) -> str:
        verb = "应为" if self.wording.is_name else "建议写"
        return f"{_quoted(self.wrong)}{verb}{_quoted(self.wording.right)}（见{self.wording.source}）"


def _quoted(form: str) -> str:
    """A form in quotation marks; one that has its own stands in brackets that no text has."""
    return f"【{form}】" if _QUOTE.search(form) else f"“{form}”"


@dataclass(frozen=True, slots=True)
class WordList:
    """All wordings, ready to be looked for."""

    by_wrong: Mapping[str, Wording] = field(default_factory=dict)  # quotation marks as plain ones
    pattern: re.Pattern[str] | None = None  # None where the list is empty

    def is_suspicious(self, text: str) -> bool:
        """Whether a text holds any wrong form at all, exceptions not weighed: fast."""
        return self.pattern is not None and self.pattern.search(text) is not None

    def find(self, text: str) -> Iterator[WordHit]:
        """The wrong forms in a text, in order."""
        for match in self.pattern.finditer(text) if self.pattern else ():
            wording = self.by_wrong[_plain_quotes(match[0])]
            contexts = (*wording.exceptions, *([wording.right] if match[0] in wording.right else []))
            if not any(_covers(text, context, match.start(), match.end()) for context in contexts):
                yield WordHit(match.start(), match[0], wording)


def _covers(text: str, context: str, start: int, end: int) -> bool:
    """Whether a span lies inside an occurrence of `context`."""
    at = text.find(context, max(0, end - len(context)), start + len(context))
    return at >= 0 and at <= start and end <= at + len(context)


def make_word_list(wordings: Iterator[Wording]) -> WordList:
    """A list to look for; of two forms that begin at the same place the longer is found."""
    by_wrong = {_plain_quotes(wrong): wording for wording in wordings for wrong in wording.wrong}
    longest_first = sorted(by_wrong, key=lambda wrong: (-len(wrong), wrong))
    return WordList(by_wrong, re.compile("|".join(_forms(longest_first))) if by_wrong else None)


def _forms(wrong_forms: Iterable[str]) -> Iterator[str]:
    """Patterns that all begin with one certain character: a search for them is ten times as fast."""
    for wrong in wrong_forms:
        head, rest = wrong[0], re.escape(wrong[1:]).replace('"', f"[{_QUOTES}]")
        yield from (f"{character}{rest}" for character in (_QUOTES if head == '"' else (re.escape(head),)))


def _plain_quotes(text: str) -> str:
    """A text with every kind of quotation mark as the plain one: authors type what their keyboard has."""
    return _QUOTE.sub('"', text)


def read_word_list(root: Path, report: Report) -> WordList:
    """The wordings of the portal at `root`; none where it has no such file. Raises OSError."""
    file = root / WORDING
    if file.is_symlink() or not file.is_file():  # a link is noted among the pages
        return WordList()
    text = read_text(file, WORDING, report)
    return make_word_list(parse_wordings(text, WORDING, report)) if text is not None else WordList()


def parse_wordings(text: str, path: str, report: Report) -> Iterator[Wording]:
    """The entries of a wording file; wrong ones are left out, their problems noted."""
    root = read_mapping(text, path, NO_WORDING, report)
    if root is None:
        return
    entry = open_entry(root, "", report, WORDING_FIELDS)
    entry.only((NAMES, WORDS))
    seen: dict[str, Scalar] = {}
    for part in (NAMES, WORDS):
        node = entry.node(part)
        if node is not None and not isinstance(node, Sequence):
            entry.note(part, "bad-wording", f"{part} 应是列表：{_ITEM}")
            continue
        for item in node.items if node else ():
            if isinstance(item, MappingNode):
                wording = _parse_wording(open_entry(item, "", report, WORDING_FIELDS), part, seen)
                if wording is not None:
                    yield wording
            else:
                report.note(item.place, "bad-wording", _ITEM)


def _parse_wording(entry: Entry, part: str, seen: dict[str, Scalar]) -> Wording | None:
    entry.only(("wrong", "right", "source", "except"))
    right = entry.text("right", required=True)
    source = entry.text("source", required=True)
    if not entry.has("wrong"):
        entry.note("wrong", "missing-field", "缺少 wrong（错）")
    wrong = tuple(scalar.text for scalar in _wrong_forms(entry, right, seen))
    exceptions = entry.scalars("except")
    for scalar in exceptions:
        if not any(form in scalar.text for form in wrong):
            message = f"例外“{scalar.text}”里没有错的写法：例外要连同前后的字一起写，如“纪检委员”"
            entry.note_at(scalar.place, "bad-wording", message)
    if not (wrong and right and source):
        return None
    return Wording(
        wrong=wrong,
        right=right,
        source=source,
        exceptions=tuple(scalar.text for scalar in exceptions),
        is_name=part == NAMES,
    )


def _wrong_forms(entry: Entry, right: str, seen: dict[str, Scalar]) -> Iterator[Scalar]:
    for scalar in entry.scalars("wrong"):
        first = seen.setdefault(scalar.text, scalar)
        if first is not scalar:
            message = f"“{scalar.text}”在第 {first.place.line} 行已写过：请合成一条"
            entry.note_at(scalar.place, "bad-wording", message)
        elif scalar.text == right:
            entry.note_at(scalar.place, "bad-wording", f"“{scalar.text}”与对的写法相同：请改正或删去")
        elif len(scalar.text) < _SHORTEST:
            message = f"“{scalar.text}”只有一个字，到处都会碰上：请连同前后的字一起写"
            entry.note_at(scalar.place, "bad-wording", message)
        else:
            yield scalar
