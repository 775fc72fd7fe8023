"""Fill-in: gaps in the stem, each with the fillings that count as right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lianxue.content.grading import Grade, Scoring, as_texts, grade_parts
from lianxue.content.question import Json, Shown
from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.folding import FOLDINGS, fold
from lianxue.reading.yaml_source import Mapping, Node, Scalar
from lianxue.reading.yaml_source import Sequence as SequenceNode

GAP = re.compile(r"_{4,}")
_GAP_FIELDS = ("accept", "exact", "fold")
_GAP_NAMES = (*_GAP_FIELDS, *(word for word, name in FIELD_NAMES.items() if name in _GAP_FIELDS))
_FULLWIDTH_FIELD = re.compile(rf"(?P<name>{'|'.join(_GAP_NAMES)})\s*：")


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: the fillings that are right, and what is folded away before comparing."""

    accept: tuple[str, ...]
    folding: tuple[str, ...]  # names of FOLDINGS, in their order

    def takes(self, filling: str) -> bool:
        """Whether a filling is right; nothing typed never is."""
        folded = fold(filling.strip(), self.folding)
        return bool(folded) and folded in {fold(text, self.folding) for text in self.accept}


@dataclass(frozen=True, slots=True)
class FillIn:
    """The gaps in the order of the stem; `any_order` lets their fillings change places."""

    gaps: tuple[Gap, ...]
    any_order: bool

    def grade(self, response: object, scoring: Scoring) -> Grade:
        """The share of gaps that are right."""
        fillings = (as_texts(response) + [""] * len(self.gaps))[: len(self.gaps)]
        if self.any_order:
            parts = match_fillings(fillings, self.gaps)
        else:
            parts = [gap.takes(filling) for gap, filling in zip(self.gaps, fillings, strict=True)]
        return grade_parts(parts, scoring)

    def shown(self) -> Shown:
        """Nothing beside the stem."""
        return Shown()

    def answer_lines(self) -> tuple[str, ...]:
        """One line a gap."""
        lines = [
            f"第 {number} 空：{' 或 '.join(gap.accept)}" for number, gap in enumerate(self.gaps, start=1)
        ]
        return (*lines, "各空不分先后") if self.any_order else tuple(lines)

    def answer_key(self) -> dict[str, Json]:
        """Each gap's fillings and foldings."""
        gaps: list[Json] = [{"accept": list(gap.accept), "fold": list(gap.folding)} for gap in self.gaps]
        return {"answer": gaps, "any_order": self.any_order}

    def revision_parts(self) -> tuple[str, ...]:
        """The fillings of each gap."""
        gaps = ["/".join(sorted(gap.accept)) for gap in self.gaps]
        return tuple(sorted(gaps)) if self.any_order else tuple(gaps)


def match_fillings(fillings: Sequence[str], gaps: Sequence[Gap]) -> list[bool]:
    """Of each filling whether it finds a gap of its own, as many as can (augmenting paths)."""
    holder: dict[int, int] = {}  # gap → filling

    def place(filling: int, tried: set[int]) -> bool:
        for number, gap in enumerate(gaps):
            if number not in tried and gap.takes(fillings[filling]):
                tried.add(number)
                if number not in holder or place(holder[number], tried):
                    holder[number] = filling
                    return True
        return False

    for filling in range(len(fillings)):
        place(filling, set())
    return [filling in holder.values() for filling in range(len(fillings))]


def parse_fill_in(entry: Entry) -> FillIn | None:
    """Gaps `____` in the stem and one answer for each."""
    node = entry.node("answer")
    if node is None:
        entry.note("answer", "missing-field", "缺少 answer：每个空写一个答案，如 [{accept: [五]}]")
        return None
    nodes = node.items if isinstance(node, SequenceNode) else (node,)
    gaps = [_parse_gap(entry, item, number) for number, item in enumerate(nodes, start=1)]
    count = len(GAP.findall(entry.text("stem")))
    if count == 0:
        entry.note("stem", "gap-count", "填空题的题干里没有空：请用四个下划线 ____ 表示")
    elif count != len(gaps):
        entry.note("answer", "gap-count", f"题干有 {count} 个空，答案有 {len(gaps)} 个")
    if not count or any(gap is None for gap in gaps):
        return None
    return FillIn(tuple(gap for gap in gaps if gap), entry.yes_no("any_order"))


def _parse_gap(entry: Entry, node: Node, number: int) -> Gap | None:
    if isinstance(node, Scalar) and (match := _FULLWIDTH_FIELD.match(node.text)):
        message = f"第 {number} 空的“{match['name']}”后面是全角冒号“：”：请改成半角“:”，后面空一格"
        entry.note_at(node.place, "fullwidth-punctuation", message)
        return None
    if isinstance(node, Scalar) and node.text:
        return Gap((node.text,), tuple(FOLDINGS))
    if isinstance(node, Mapping):
        inner = open_entry(node, f"{entry.label}第 {number} 空", entry.report, FIELD_NAMES)
        inner.only(_GAP_FIELDS)
        accept = inner.texts("accept")
        if accept:
            return Gap(accept, _parse_folding(inner))
        inner.note("accept", "missing-field", "缺少 accept：请列出算对的填法，如 [五, 5]")
        return None
    message = f"第 {number} 空的答案应写成 {{accept: [五, 5]}}，或一段文字"
    entry.note_at(node.place, "wrong-kind", message)
    return None


def _parse_folding(gap: Entry) -> tuple[str, ...]:
    if gap.yes_no("exact"):
        return ()
    if not gap.has("fold"):
        return tuple(FOLDINGS)
    chosen = gap.texts("fold", tuple(FOLDINGS))
    return tuple(name for name in FOLDINGS if name in chosen)
