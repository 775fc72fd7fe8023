"""Write a question's answer and parts into cells that people can edit, and read them back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lianxue.content.letters import fold_label, letters
from lianxue.content.vocabulary import LINT_RULES
from lianxue.reading.folding import FOLDINGS

Pairs = tuple[tuple[str, str], ...]

FOLD_NAMES: Mapping[str, str] = {
    "width": "全半角",
    "case": "大小写",
    "numerals": "数字写法",
    "blanks": "空格",
}
WAIVER_NAMES: Mapping[str, str] = {
    "no-explanation": "没有解析",
    "no-citation": "没有依据",
    "duplicate-stem": "题干重复",
    "stale-citation": "依据过时",
    "wording": "用词",
    **LINT_RULES,
}
ANY_ORDER = "〔各空不分先后〕"
EXACT = "〔一字不差〕"
FOLDED = "〔不计较："
_LABELLED = re.compile(r"〔(?P<label>[^〔〕]+)〕(?P<text>.*)$", re.DOTALL)
_LEFT = re.compile(r"(?P<label>[^：:]{1,8})[：:]\s*(?P<text>.*)$", re.DOTALL)
_MARKED = re.compile(r"(?P<fillings>.*?)\s*(?<!\\)(?P<mark>〔[^〔〕]*〕)$", re.DOTALL)
_PAIR = re.compile(
    r"\s*(?P<left>[^→\-=:：,，;；、\s]+)\s*(?:→|->|—>|-|=|:|：)\s*(?P<right>[^→\-=:：,，;；、\s]+)\s*"
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def write_options(options: Mapping[str, str]) -> tuple[str, ...]:
    """A cell an option. Labels that are not A, B, C in order stand in front: 〔甲〕文字."""
    labels = tuple(options)
    is_plain = labels == letters(len(labels))
    return tuple(
        text if is_plain and not text.startswith("〔") else f"〔{label}〕{text}"
        for label, text in options.items()
    )


def read_options(cells: Sequence[tuple[str, str]]) -> Pairs:
    """(label, text) of the cells (column's label, cell) that are not empty."""
    pairs = []
    for label, cell in cells:
        if text := cell.strip():
            match = _LABELLED.match(text)
            pairs.append((fold_label(match["label"]), match["text"]) if match else (label, text))
    return tuple(pairs)


def write_labels(labels: Iterable[str]) -> str:
    """AC; labels of more than one character apart by 、."""
    labels = list(labels)
    return ("" if all(len(label) == 1 for label in labels) else "、").join(labels)


def read_labels(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """The labels that a cell names, whether there are such options or not."""
    known = list(known)
    if (whole := fold_label(text)) in known:
        return (whole,)
    parts = [fold_label(part) for part in re.split(r"[、,，;；\s]+", text.strip()) if part.strip()]
    if len(parts) > 1 and all(part in known or len(part) == 1 for part in parts):
        return tuple(parts)
    characters = [fold_label(character) for character in re.sub(r"[、,，;；\s]+", "", text)]
    return tuple(filter(None, characters))


def _escape(text: str, marks: str) -> str:
    text = text.replace("\\", "\\\\").replace("\n", "\\n")
    return re.sub(f"([{re.escape(marks)}])", r"\\\1", text) if marks else text


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], text)


def write_lines(texts: Iterable[str]) -> str:
    """A line each; a line break inside one is \\n."""
    return "\n".join(_escape(text, "") for text in texts)


def read_lines(cell: str) -> tuple[str, ...]:
    """The texts of the lines."""
    return tuple(_unescape(line.strip()) for line in cell.split("\n") if line.strip())


def write_gaps(gaps: Sequence[tuple[Sequence[str], Sequence[str]]], *, any_order: bool) -> str:
    """A line a gap, its fillings apart by |, and what is special about it behind: 五 | 5 〔一字不差〕.

    A gap is (fillings, foldings); none of the foldings is 一字不差.
    """
    lines = []
    for accept, folding in gaps:
        line = " | ".join(_escape(text, "|〔") for text in accept)
        if not folding:
            line += f" {EXACT}"
        elif tuple(folding) != tuple(FOLDINGS):
            line += f" {FOLDED}{'、'.join(FOLD_NAMES[name] for name in folding)}〕"
        lines.append(line)
    return "\n".join([*lines, ANY_ORDER] if any_order else lines)


def read_gaps(cell: str) -> tuple[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...], bool]:
    """((fillings, foldings) of each gap, whether any order is right)."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    any_order = ANY_ORDER in lines
    return tuple(_read_gap(line) for line in lines if line != ANY_ORDER), any_order


def _read_gap(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    folding = tuple(FOLDINGS)
    match = _MARKED.match(line)
    if match and match["mark"] == EXACT:
        line, folding = match["fillings"], ()
    elif match and match["mark"].startswith(FOLDED):
        named = match["mark"].removeprefix(FOLDED).rstrip("〕").split("、")
        line, folding = match["fillings"], tuple(name for name in FOLDINGS if FOLD_NAMES[name] in named)
    parts = re.split(r"(?<!\\)((?:\\\\)*)[|｜]", line)
    fillings = [
        parts[index] + (parts[index + 1] if index + 1 < len(parts) else "")
        for index in range(0, len(parts), 2)
    ]
    return tuple(_unescape(text.strip()) for text in fillings if text.strip()), folding


def write_left(left: Mapping[str, str]) -> str:
    """The left column of a matching, a line an item: 1：文字."""
    return "\n".join(f"{label}：{_escape(text, '')}" for label, text in left.items())


def read_left(cell: str) -> Pairs:
    """(label, text) of each line; a line without a label is numbered by its place."""
    pairs = []
    for number, line in enumerate(filter(str.strip, cell.split("\n")), start=1):
        match = _LEFT.match(line.strip())
        label, text = (fold_label(match["label"]), match["text"]) if match else (str(number), line)
        pairs.append((label, _unescape(text.strip())))
    return tuple(pairs)


def write_pairs(pairs: Mapping[str, str]) -> str:
    """1→C，2→A: never a date to Excel."""
    return "，".join(f"{left}→{right}" for left, right in pairs.items())


def read_pairs(cell: str) -> Pairs:
    """(left label, right label) of each pair."""
    return tuple((fold_label(match["left"]), fold_label(match["right"])) for match in _PAIR.finditer(cell))


def write_waivers(waivers: Mapping[str, str]) -> str:
    """A line a waiver: 没有依据：理由."""
    return "\n".join(
        f"{WAIVER_NAMES.get(rule, rule)}：{_escape(reason, '')}" for rule, reason in waivers.items()
    )


def read_waivers(cell: str) -> Pairs:
    """(rule, reason) of each line."""
    rules = {name: rule for rule, name in WAIVER_NAMES.items()}
    pairs = []
    for line in filter(str.strip, cell.split("\n")):
        name, _colon, reason = line.strip().partition("：")
        pairs.append((rules.get(name, name), _unescape(reason.strip())))
    return tuple(pairs)
