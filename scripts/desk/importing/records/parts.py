"""Turn the fields of a question of the bank back into a draft."""

from __future__ import annotations

from collections.abc import Mapping

from desk.drafts.draft import CALLED_OPEN, Draft, SourceLine
from desk.importing.records.record import GIVEN
from lianxue.content.question import Json
from lianxue.reading.folding import FOLDINGS

Fields = Mapping[str, Json]


def draft_of_fields(
    fields: Fields,
    *,
    quiz: str = "",
    material: tuple[str, str] = ("", ""),
    number: str = "",
    lines: tuple[SourceLine, ...] = (),
    reasons: tuple[str, ...] = (),
) -> Draft:
    """The draft that says all that the canonical fields of a question say. `material` is (id, text),
    `reasons` what is open in one that is 待确认.
    """
    kind = _text(fields.get("type"))
    answer = fields.get("answer")
    gaps = _gaps(answer) if kind == "fill_in" else []
    folds = [_fold(gap) for gap in gaps]
    prefix = f"{quiz}/" if quiz else ""
    name = _text(fields.get("id"))
    return Draft(
        type=kind,
        stem=_text(fields.get("stem")),
        options=_pairs(fields.get("options")),
        left=_pairs(fields.get("left")),
        right=_pairs(fields.get("right")),
        answer=_texts(answer) if kind not in ("fill_in", "matching") else (),
        pairs=_pairs(answer) if kind == "matching" else (),
        gaps=tuple(_texts(gap.get("accept")) for gap in gaps),
        any_order=fields.get("any_order") == "true",
        exact=tuple(not fold for fold in folds) if not all(folds) else (),
        fold=tuple(folds) if any(fold not in ((), tuple(FOLDINGS)) for fold in folds) else (),
        points=_texts(fields.get("points")),
        explanation=_text(fields.get("explanation")),
        cite=_texts(fields.get("cite")),
        discipline=_text(fields.get("discipline")),
        difficulty=_text(fields.get("difficulty")),
        tags=_texts(fields.get("tags")),
        waive=_pairs(fields.get("waive")),
        material=material[1],
        material_id=f"{prefix}{material[0]}" if material[0] else "",
        id=f"{prefix}{name}" if name else "",
        number=number,
        lines=lines,
        given=(*GIVEN, "waive"),
        doubts=(CALLED_OPEN, *reasons) if fields.get("status") else (),
    )


def _fold(gap: Fields) -> tuple[str, ...]:
    if gap.get("exact"):
        return ()
    chosen = _texts(gap.get("fold"))
    return tuple(name for name in FOLDINGS if name in chosen) if chosen else tuple(FOLDINGS)


def _gaps(answer: Json) -> list[Fields]:
    items = answer if isinstance(answer, list) else [answer] if answer else []
    return [item if isinstance(item, dict) else {"accept": [item]} for item in items]


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Json) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(item for item in value if isinstance(item, str))
    return (value,) if isinstance(value, str) and value else ()


def _pairs(value: Json) -> tuple[tuple[str, str], ...]:
    return tuple((key, str(text)) for key, text in value.items()) if isinstance(value, dict) else ()
