"""Decide whether the text of a material that questions share changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from desk.importing.bank import Existing
from desk.importing.candidates import Candidate
from desk.importing.likeness import are_one_material
from desk.importing.merging import is_same_text
from desk.importing.plan import Fate, FieldChange, PlannedQuestion
from lianxue.reading.folding import fold_for_likeness

NAME = "材料"
MOVED = "所属材料与题库里的不同：这道题留在原来的材料里，要移动请在题库文件里移"
SEVERAL = "同一段材料在文件里有几种写法，题库里的没有改动：请改成一致，再导入"


def material_change(one: Candidate, existing: Existing) -> tuple[tuple[FieldChange, ...], tuple[str, ...]]:
    """(what changes in the text, what is to be said), at most one of either.

    A question that is pointed to another material must not put that one's text in place of its own:
    all its neighbours would stand under a foreign case.
    """
    text, own = one.fields.material, one.draft.material_id.rpartition("/")[2]
    if not existing.material and not text:
        return (), ()
    if not text:
        return (), (MOVED,) if one.is_sure else ()
    if own:
        is_same = own == existing.material
    else:
        is_same = bool(existing.material) and are_one_material(
            fold_for_likeness(text), existing.content.material
        )
    if not is_same:
        return (), (MOVED,)
    if is_same_text(existing.material_text, text):
        return (), ()
    return (FieldChange(name=NAME, before=existing.material_text, after=text),), ()


def without_quarrels(
    planned: Iterable[PlannedQuestion], found: Mapping[int, Existing]
) -> list[PlannedQuestion]:
    """The plan where the questions of each material agree on its text; one on which they do not stays."""
    planned = list(planned)
    texts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in planned:
        if one.material and one.number in found:
            texts[one.path, found[one.number].material].add(one.material)
    return [
        _without_change(one)
        if one.number in found and len(texts[one.path, found[one.number].material]) > 1
        else one
        for one in planned
    ]


def _without_change(one: PlannedQuestion) -> PlannedQuestion:
    changes = tuple(change for change in one.changes if change.name != NAME)
    if len(changes) == len(one.changes):
        return one
    fate = Fate.CHANGED if changes else Fate.UNCHANGED
    return replace(one, changes=changes, fate=fate, remarks=(*one.remarks, SEVERAL))
