"""Turn planned questions into the text of quiz files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from desk.importing.likeness import Content, fresh_ids
from desk.importing.places import place_of
from desk.importing.plan import Fate, Fields, ImportRequest, PlannedQuestion
from desk.quiz_files.quiz_edit import Edits, edit_quiz
from lianxue.content.draft_question import NOTE
from lianxue.content.question import Json
from lianxue.content.quiz_text import quiz_text
from lianxue.content.written_fields import written_fields
from lianxue.reading.folding import fold_for_likeness
from lianxue.reading.problem import Report
from lianxue.reading.spelling import is_plain_id
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import read_yaml


def edited_files(
    request: ImportRequest, questions: Sequence[PlannedQuestion], before: Mapping[str, bytes | None]
) -> dict[str, bytes]:
    """Path → the file as it will be, of files that change. Raises DeskError where one cannot be edited."""
    after: dict[str, bytes] = {}
    for path, data in before.items():
        own = [question for question in questions if question.path == path]
        if not any(question.fate.is_written for question in own):
            continue
        materials = _materials(data, path)
        edits = _edits(own, materials)
        if data is None or _is_only_comments(data):
            written = quiz_text(request.head, map(dict, edits.added), edits.notes).encode()
            after[path] = data.rstrip() + b"\n" + written if data and data.strip() else written
        else:
            after[path] = edit_quiz(data, path, edits)
    return after


def _is_only_comments(data: bytes) -> bool:
    return all(not line.strip() or line.lstrip().startswith(b"#") for line in data.splitlines())


def _materials(data: bytes | None, path: str) -> dict[str, str]:
    """Folded text of each material of a file → its id."""
    node = read_yaml(data.decode("utf-8-sig"), path, Report()) if data else None
    if not isinstance(node, MappingNode):
        return {}
    parts = written_fields(node).get("questions")
    return {
        fold_for_likeness(str(part.get("text", ""))): str(part["id"])
        for part in (parts if isinstance(parts, list) else ())
        if isinstance(part, dict) and "questions" in part and part.get("id")
    }


def _edits(questions: Sequence[PlannedQuestion], materials: Mapping[str, str]) -> Edits:
    changed = {one.id: one.fields for one in questions if one.fate is Fate.CHANGED}
    notes = {one.id: _notes(one) for one in questions if one.is_unsettled}
    added: list[Fields] = []
    added_to: dict[str, list[Fields]] = defaultdict(list)
    ids = set(materials.values()) | {one.id for one in questions}
    texts = {
        materials[fold_for_likeness(change.before)]: change.after
        for one in questions
        for change in one.changes
        if change.name == "材料" and fold_for_likeness(change.before) in materials
    }
    renamed = {fold_for_likeness(text): name for name, text in texts.items()}
    new = [one for one in questions if one.fate is Fate.NEW]
    for (text, written), group in groupby(new, key=lambda one: (one.material, one.draft.material_id)):
        parts: list[Fields] = [one.fields for one in group]
        wanted = written.rpartition("/")[2]
        known = (
            wanted if wanted in materials.values() else {**materials, **renamed}.get(fold_for_likeness(text))
        )
        if not text:
            added += parts
        elif known:
            added_to[known] += parts
        else:
            name = wanted if is_plain_id(wanted) and wanted not in ids else _material_id(text, ids)
            ids.add(name)
            inner: list[Json] = [dict(part) for part in parts]
            added.append({"id": name, "type": "material", "text": text, "questions": inner})
    return Edits(changed=changed, material_texts=texts, added=added, added_to=added_to, notes=notes)


def _notes(question: PlannedQuestion) -> list[str]:
    doubts = "；".join(" ".join(doubt.split()) for doubt in question.doubts)
    place = " ".join(place_of(question.draft).split())  # a file's name may hold a line end
    note = NOTE.removeprefix("# ")
    return [f"{note}{doubts}（{place}）" if place else f"{note}{doubts}"]


def _material_id(text: str, taken: set[str]) -> str:
    content = Content(fold_for_likeness(text), (), ())
    names = (f"m-{name[2:]}" for name in fresh_ids(content))
    return next(name for name in names if name not in taken)
