"""Write accepted citations into a quiz file: one line a question, everything else as it was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desk.failures import DeskError
from desk.quiz_files.quiz_edit import Edits, edit_quiz
from desk.whole_files import write_bytes
from lianxue.content.question import Json
from lianxue.content.quiz_tree import field_of, items_of
from lianxue.content.written_fields import written_fields
from lianxue.reading.problem import Report
from lianxue.reading.text_file import read_text
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import read_yaml


def with_citations(data: bytes, text: str, path: str, accepted: Mapping[str, str]) -> bytes:
    """A quiz file with `cite: [第十条]` added to the questions of these ids.

    `text` is the file as read. Raises DeskError where a question is gone or has a citation by
    now, and where the file is written in a way that cannot be edited.
    """
    root = read_yaml(text, path, Report())
    questions = field_of(root, "questions") if isinstance(root, MappingNode) else None
    found: dict[str, dict[str, Json]] = {}
    for item in items_of(questions):
        inner = list(items_of(field_of(item, "questions")))
        for question in inner or [item]:
            fields = written_fields(question)
            found[str(fields.get("id", ""))] = fields
    for question_id in accepted:
        if question_id not in found:
            raise DeskError(f"{path} 里已经没有 {question_id} 这道题：没有写入，请重新运行一次")
        if found[question_id].get("cite"):
            raise DeskError(f"{path} 的 {question_id} 已经有依据：没有写入，请重新运行一次")
    changed: dict[str, dict[str, Json]] = {
        name: {**found[name], "cite": [cite]} for name, cite in accepted.items()
    }
    return edit_quiz(data, path, Edits(changed=changed))


def write_citations(root: Path, path: str, accepted: Mapping[str, str]) -> None:
    """The same on disk; the file is written whole. Raises DeskError and OSError."""
    if not accepted:
        return
    file = root / path
    text = read_text(file, path, Report())
    if text is None:
        raise DeskError(f"{path} 不是 UTF-8 编码：请另存为 UTF-8 再试")
    data = file.read_bytes()
    write_bytes(file, with_citations(data, text, path, accepted))
