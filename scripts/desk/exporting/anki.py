"""Write questions as an Anki package: the question in front, answer, explanation and citation behind."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import genanki

from desk.bundling.zip_writing import write_zip
from desk.exporting.selection import Item, Selection
from lianxue.content.question import Option, Question
from lianxue.content.question_types.fill_in import GAP
from lianxue.content.question_types.matching import Matching
from lianxue.rendering.rich_text import render_block, render_line

_TEMPLATES = Path(__file__).with_name("templates")
_FIELDS = ("编号", "自测题", "题型", "材料", "题干", "选项", "答案", "解析", "依据")
_MODEL_NAME = "廉学题目"
_MADE_AT = 946684800.0  # 2000-01-01: the file shall not tell when it was made


def export_anki(selection: Selection) -> bytes:
    """The .apkg of the settled questions of a selection, a deck a quiz; the same for the same questions.

    A note keeps its identity by the question's full id: importing again updates the cards and
    keeps what Anki has learnt about them.
    """
    decks: dict[str, genanki.Deck] = {}
    model = _model()
    for item in selection.items:
        if item.question is None:
            continue
        name = f"廉学::{item.quiz.title.replace('::', '：')}"
        deck = decks.setdefault(item.quiz.id, genanki.Deck(_number(f"deck {item.quiz.id}"), name))
        deck.add_note(_note(model, item, item.question))
    return _package(decks.values())


def _package(decks: Iterable[genanki.Deck]) -> bytes:
    """Zipped again by ourselves: genanki's zip tells when it was made."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.apkg"
        genanki.Package(list(decks)).write_to_file(str(file), timestamp=_MADE_AT)
        with zipfile.ZipFile(file) as package:
            files: dict[str, Path | bytes] = {name: package.read(name) for name in package.namelist()}
    stream = io.BytesIO()
    write_zip(stream, files)
    return stream.getvalue()


def _number(name: str) -> int:
    """An id that Anki takes, always the same for a name."""
    return int.from_bytes(hashlib.sha256(f"lianxue {name}".encode()).digest()[:4]) | 1 << 30


def _model() -> genanki.Model:
    texts = {
        name: (_TEMPLATES / name).read_text(encoding="utf-8")
        for name in ("anki_front.html", "anki_back.html", "anki.css")
    }
    return genanki.Model(
        _number("model 1"),
        _MODEL_NAME,
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "题目", "qfmt": texts["anki_front.html"], "afmt": texts["anki_back.html"]}],
        css=texts["anki.css"],
    )


def _note(model: genanki.Model, item: Item, question: Question) -> genanki.Note:
    shown = question.body.shown()
    options = (
        _two_sides(shown.left, shown.right) if isinstance(question.body, Matching) else _list(shown.options)
    )
    lines = question.body.answer_lines()
    if question.type.name == "true_false":
        options = ""
    return genanki.Note(
        model=model,
        fields=[
            item.full_id,
            str(render_line(item.quiz.title)),
            question.type.label,
            str(render_block(item.material.text)) if item.material else "",
            str(render_line(GAP.sub("＿＿＿＿", question.stem))),
            options,
            "<br>".join(str(render_line(line)) for line in lines),
            str(render_block(question.explanation)),
            "<br>".join(str(render_line(citation)) for citation in item.citations),
        ],
        tags=sorted(_tag(text) for text in _tags(question) if text),
        guid=genanki.guid_for("lianxue", item.full_id),
    )


def _tags(question: Question) -> tuple[str, ...]:
    return (question.type.label, question.discipline, question.difficulty, *question.tags)


def _tag(text: str) -> str:
    """Anki's tags hold no blanks."""
    return "_".join(text.split())


def _list(options: tuple[Option, ...]) -> str:
    rows = "".join(
        f"<li><b>{render_line(option.id)}.</b> {render_line(option.text)}</li>" for option in options
    )
    return f"<ul>{rows}</ul>" if rows else ""


def _two_sides(left: tuple[Option, ...], right: tuple[Option, ...]) -> str:
    return _list(left) + _list(right)
