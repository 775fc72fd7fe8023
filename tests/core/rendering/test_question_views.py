"""Quizzes as the templates show them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

from markupsafe import Markup
from tests.support.project import CASES
from tests.support.quizzes import TRUE_FALSE, catalog_of, quiz_text

from lianxue.content.catalog import Catalog
from lianxue.content.question import Option, Question
from lianxue.content.quiz import Quiz
from lianxue.rendering.bank import export_bank
from lianxue.rendering.draft_views import DraftView
from lianxue.rendering.option_views import option_views
from lianxue.rendering.question_views import answer_views, quiz_view
from lianxue.rendering.search_sources import quiz_search_page
from lianxue.rendering.urls import question_anchor


def every_kind(folder: Path) -> tuple[Catalog, Quiz]:
    """The catalog and the quiz of the case file with every type of question."""
    text = (CASES / "quizzes" / "good" / "every-kind.yml").read_text(encoding="utf-8")
    catalog = catalog_of(folder, {"quizzes/every-kind.yml": text})
    return catalog, catalog.quizzes["every-kind"]


def test_questions_before_and_in_a_material_are_blocks(tmp_path: Path) -> None:
    """Seven questions in a row, then the material with its two."""
    catalog, quiz = every_kind(tmp_path)
    view = quiz_view(quiz, catalog, ["a.js", "b.js"], own_page=True)
    assert [(block.material and block.material.id, len(block.questions)) for block in view.blocks] == [
        (None, 7),
        ("story", 2),
    ]
    material = view.blocks[1].material
    assert material is not None
    assert str(material.text) == "<p>某党员三月出差，没有参加学习。<br>\n四月也没有补学。</p>"
    assert [question.number for block in view.blocks for question in block.questions] == list(range(1, 10))
    assert (view.anchor, view.shards, view.heading_level) == ("quiz-every-kind", ("a.js", "b.js"), 2)


def test_drafts_are_cards_in_their_place_and_nothing_else(tmp_path: Path) -> None:
    """A card shows what is written and what is open; counts, bank, search and answers know nothing of it."""
    text = (CASES / "quizzes" / "bad" / "unsettled.yml").read_text(encoding="utf-8")
    note = "  # 待确认：答案 E 不在选项中（《a.docx》第 3 段）\n"
    text = text.replace("  - id: answer-outside", f"{note}  - id: answer-outside")
    settled = "\n  - {id: sound, type: 判断, stem: 学习是义务。, answer: 对}\n"
    catalog = catalog_of(tmp_path, {"quizzes/drafts.yml": text + settled})
    quiz = catalog.quizzes["drafts"]
    view = quiz_view(quiz, catalog, [], own_page=True)
    assert [[card.number for card in block.cards] for block in view.blocks] == [[1, 2, 3, 4], [5], [7]]
    assert [len(block.questions) for block in view.blocks] == [0, 0, 1]
    assert (view.question_count, view.draft_count, view.card_count) == (1, 5, 6)
    card = view.blocks[0].cards[3]
    assert isinstance(card, DraftView)
    assert card == DraftView(
        anchor="q-drafts--answer-outside",
        number=4,
        type_label="多选",
        stem=Markup("答案不在选项里？"),
        options=option_views([Option("A", "每周"), Option("B", "每月"), Option("C", "每月")]),
        answer=(Markup("A"), Markup("B"), Markup("E")),
        reasons=(
            Markup("选项 C 与选项 B 的内容相同：“每月”"),
            Markup("答案 E 不在选项 A、B、C 中"),
        ),
        note=Markup("答案 E 不在选项中（《a.docx》第 3 段）"),
        place=Markup(f"quizzes/drafts.yml 第 {quiz.drafts[3].place.line} 行"),
    )
    shards = "".join(asset.text for asset in export_bank(catalog).assets())
    assert "drafts/sound" in shards
    assert "answer-outside" not in shards and "某党员三月" not in shards
    assert [section.anchor for section in quiz_search_page("x.html", view).sections or ()] == [
        "",
        "q-drafts--sound",
    ]
    assert len(answer_views(quiz, catalog)) == 1


def test_a_quiz_in_a_lesson_has_lower_headings(tmp_path: Path) -> None:
    """The lesson's own headings stand above it."""
    catalog, quiz = every_kind(tmp_path)
    assert quiz_view(quiz, catalog, [], own_page=False).heading_level == 3


def test_a_stem_with_gaps_is_cut_at_them(tmp_path: Path) -> None:
    """One part more than there are gaps; the stem as a whole keeps its lines."""
    gaps = {"id": "a", "type": "fill_in", "stem": "____，每**月**____次，____", "answer": ["一", "二", "三"]}
    catalog = catalog_of(tmp_path, {"quizzes/gaps.yml": quiz_text(gaps)})
    (block,) = quiz_view(catalog.quizzes["gaps"], catalog, [], own_page=True).blocks
    question = block.questions[0]
    assert [str(part) for part in question.stem_parts] == ["", "，每<strong>月</strong>", "次，", ""]
    assert str(question.stem) == "____，每<strong>月</strong>____次，____"


def test_a_question_on_an_old_text_says_so(tmp_path: Path) -> None:
    """The badge names each regulation that is no longer in force once."""
    old = ["《2019年守则》第一条", "《2019年守则》第二条", "《守则》第一条"]
    catalog = catalog_of(
        tmp_path, {"quizzes/old.yml": quiz_text({**TRUE_FALSE, "stem": "旧。", "cite": old})}
    )
    (block,) = quiz_view(catalog.quizzes["old"], catalog, [], own_page=True).blocks
    assert block.questions[0].stale_citations == ("学习守则（2019年）",)


def test_true_false_shows_two_options(tmp_path: Path) -> None:
    """对 and 错 are options like any other."""
    catalog = catalog_of(tmp_path)
    (block,) = quiz_view(catalog.quizzes["study-rules"], catalog, [], own_page=True).blocks
    shown = [
        (question.type_label, [option.id for option in question.options]) for question in block.questions
    ]
    assert shown == [("单选", ["A", "B", "C"]), ("判断", ["对", "错"])]
    assert [question.anchor for question in block.questions] == [
        "q-study-rules--how-often",
        "q-study-rules--absent-member",
    ]


def test_the_answers_page_says_everything(tmp_path: Path) -> None:
    """Number, type, stem, answer, explanation and citations of every question."""
    catalog = catalog_of(tmp_path)
    first, second = answer_views(catalog.quizzes["study-rules"], catalog)
    assert (first.number, first.type_label, str(first.stem)) == (1, "单选", "按守则，集中学习多久一次？")
    assert [str(line) for line in first.lines] == ["B. 每月"]
    assert str(first.explanation) == "<p>守则定的是每月一次。</p>"
    assert [citation.text for citation in second.citations] == ["《学习守则》第五条之一", "《学习守则》总纲"]


def test_no_two_questions_share_an_anchor() -> None:
    """Quiz and question are told apart in it, whatever hyphens and folders their names have."""

    def anchor(quiz: str, question: str) -> str:
        return question_anchor(cast("Question", SimpleNamespace(quiz=quiz, id=question)))

    names = [("gift", "card-1"), ("gift-card", "1"), ("gift/card", "1")]
    assert len({anchor(*name) for name in names}) == len(names)
