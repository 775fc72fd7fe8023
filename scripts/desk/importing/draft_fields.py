"""Turn drafts into the fields of a quiz file, as plain text, with what had to be said about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from desk.drafts.draft import Draft
from desk.importing.citing import Cited, place_citations
from desk.importing.plain_text import MARKUP_SAID, plain_text
from lianxue.content.catalog import Catalog
from lianxue.content.letters import fold_label
from lianxue.content.question import Json
from lianxue.content.vocabulary import DIFFICULTIES, DISCIPLINES
from lianxue.reading.folding import FOLDINGS
from lianxue.reading.patterns import lazy_pattern

NO_TYPE = "看不出题型"
_COMMAS = lazy_pattern("[，,、；;]")
_DIFFICULTY_WORDS = {
    **dict.fromkeys(("简单", "容易", "较易", "低", "易"), "易"),
    **dict.fromkeys(("一般", "中等", "适中", "普通", "中"), "中"),
    **dict.fromkeys(("困难", "较难", "偏难", "高", "难"), "难"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFields:
    """A draft as fields without id and status."""

    fields: dict[str, Json]  # without `cite`
    cited: tuple[Cited, ...]
    doubts: tuple[str, ...]
    remarks: tuple[str, ...]
    material: str


@dataclass(slots=True)
class _Cleaner:
    remarks: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def text(self, text: str) -> str:
        cleaned, had_markup = plain_text(text)
        if had_markup and MARKUP_SAID not in self.remarks:
            self.remarks.append(MARKUP_SAID)
        return cleaned

    def texts(self, texts: Iterable[str]) -> list[Json]:
        return [cleaned for text in texts if (cleaned := self.text(text))]

    def options(self, options: Iterable[tuple[str, str]]) -> dict[str, Json]:
        """Labels to texts; a label used twice gets a number, for nothing may be lost."""
        labelled: dict[str, Json] = {}
        for written, text in options:
            label = fold_label(written) or "?"
            if label in labelled:
                self.doubts.append(f"选项编号 {label} 重复")
                number = 2
                while f"{label}{number}" in labelled:
                    number += 1
                label = f"{label}{number}"
            labelled[label] = self.text(text) or "（空）"
            if labelled[label] == "（空）":
                self.doubts.append(f"选项 {label} 没有内容")
        return labelled


def draft_fields(draft: Draft, regulation: str, catalog: Catalog) -> DraftFields:
    """The fields of a draft; `regulation` is the id of what its quiz's bare citations refer to."""
    cleaner = _Cleaner()
    fields: dict[str, Json] = {
        "type": draft.type,
        "stem": cleaner.text(draft.stem),
        "options": cleaner.options(draft.options) if draft.type != "true_false" else {},
        "left": cleaner.options(draft.left),
        "right": cleaner.options(draft.right),
        "answer": _answer(draft, cleaner),
        "any_order": "true" if draft.any_order else "",
        "points": cleaner.texts(draft.points),
        "discipline": _word(draft.discipline, "纪律", DISCIPLINES, {}, cleaner),
        "difficulty": _word(draft.difficulty, "难度", DIFFICULTIES, _DIFFICULTY_WORDS, cleaner),
        "tags": [tag for text in draft.tags for tag in cleaner.texts(_COMMAS.split(text))],
    }
    fields["explanation"] = cleaner.text(draft.explanation)
    fields["waive"] = {rule: cleaner.text(reason) for rule, reason in draft.waive}
    material = cleaner.text(draft.material)
    doubts = dict.fromkeys([*draft.doubts, *cleaner.doubts, *([] if draft.type else [NO_TYPE])])
    return DraftFields(
        fields={name: value for name, value in fields.items() if value not in ("", [], {})},
        cited=place_citations(cleaner.texts(draft.cite), regulation, catalog),
        doubts=tuple(doubts),
        remarks=(*draft.remarks, *cleaner.remarks),
        material=material,
    )


def _answer(draft: Draft, cleaner: _Cleaner) -> Json:
    if draft.type == "fill_in" or (draft.gaps and not draft.answer):
        return [_gap(draft, number, cleaner) for number in range(len(draft.gaps))]
    if draft.pairs:
        return {fold_label(left): fold_label(right) for left, right in draft.pairs}
    labels: list[Json] = [label for text in draft.answer if (label := fold_label(text) or text)]
    if draft.type == "ordering":
        return labels
    if draft.type == "multiple_choice" and all(len(str(label)) == 1 for label in labels):
        labels.sort(key=str)
    return labels if len(labels) != 1 else labels[0]


def _gap(draft: Draft, number: int, cleaner: _Cleaner) -> Json:
    gap: dict[str, Json] = {"accept": cleaner.texts(draft.gaps[number])}
    if number < len(draft.exact) and draft.exact[number]:
        gap["exact"] = "true"
    elif number < len(draft.fold) and draft.fold[number] and set(draft.fold[number]) != set(FOLDINGS):
        gap["fold"] = [*draft.fold[number]]
    return gap


def _word(text: str, name: str, known: Iterable[str], words: dict[str, str], cleaner: _Cleaner) -> str:
    """A value out of a list; one that is not in it is said, and left out."""
    written = cleaner.text(text)
    value = words.get(written, written)
    if not value or value in known:
        return value
    cleaner.remarks.append(f"{name}“{written}”不认识，没有写入")
    return ""
