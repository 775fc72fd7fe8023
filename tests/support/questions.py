"""Random questions of every kind, as the fields of a quiz file, and the quizzes made of them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from desk.exporting.selection import Item, Selection
from lianxue.content.parse_question import MARKUP
from lianxue.content.question import Json, Material
from lianxue.content.quiz import Quiz, parse_quiz
from lianxue.content.quiz_text import question_fields, quiz_text
from lianxue.content.vocabulary import DIFFICULTIES, DISCIPLINES
from lianxue.reading.folding import FOLDINGS, clean, fold_for_likeness
from lianxue.reading.problem import Report

Fields = dict[str, Json]

_LETTERS = "党纪处分条例学习甲乙丙丁一二三 AaBbTF0159。，、；：？（）《》“”…％=+-@'\"|〔〕\\→<>&*#~{}%/._!^$"
_WORDS = st.text(alphabet="党纪学习A1", min_size=1, max_size=4)
_OF_DRAFTS = ("unsettled", "no-explanation", "no-citation")
ODD_LABELS = (("甲", "乙", "丙", "丁"), ("1", "2", "3", "4"), ("B", "A", "D", "C"), ("A1", "A2", "B1", "B2"))


def _is_text(text: str) -> bool:
    return bool(text) and not MARKUP.search(text) and "____" not in text


def texts(*, lines: bool = True) -> st.SearchStrategy[str]:
    """Texts that a question may hold, with everything in them that other formats take for theirs."""
    alphabet = _LETTERS + ("\n" if lines else "")
    return st.text(alphabet=alphabet, min_size=1, max_size=24).map(clean).filter(_is_text)


def _option_texts(least: int = 2, most: int = 4) -> st.SearchStrategy[list[str]]:
    return st.lists(
        texts(), min_size=least, max_size=most, unique_by=lambda text: fold_for_likeness(text) or text
    )


@st.composite
def _options(draw: st.DrawFn) -> dict[str, Json]:
    found = draw(_option_texts())
    labels = draw(st.sampled_from((("A", "B", "C", "D"), *ODD_LABELS)))
    return dict(zip(labels, found, strict=False))


@st.composite
def _choice(draw: st.DrawFn) -> Fields:
    options = draw(_options())
    answer = draw(st.lists(st.sampled_from(list(options)), min_size=1, unique=True))
    answer = [label for label in options if label in answer]
    if len(answer) == 1:
        return {"type": "single_choice", "options": options, "answer": answer[0]}
    return {"type": "multiple_choice", "options": options, "answer": [*answer]}


@st.composite
def _gap(draw: st.DrawFn) -> Fields:
    gap: Fields = {"accept": [*draw(st.lists(texts(lines=False), min_size=1, max_size=3, unique=True))]}
    folding = draw(st.sampled_from(("all", "none", "some")))
    if folding == "none":
        gap["exact"] = "true"
    elif folding == "some":
        some = draw(st.lists(st.sampled_from(list(FOLDINGS)), min_size=1, max_size=3, unique=True))
        gap["fold"] = [name for name in FOLDINGS if name in some]
    return gap


@st.composite
def _fill_in(draw: st.DrawFn) -> Fields:
    gaps = draw(st.lists(_gap(), min_size=1, max_size=3))
    pieces = [draw(texts(lines=False)).strip("_") for _gap in gaps]
    fields: Fields = {"type": "fill_in", "stem": "____".join([*pieces, "。"]), "answer": [*gaps]}
    if draw(st.booleans()):
        fields["any_order"] = "true"
    return fields


@st.composite
def _matching(draw: st.DrawFn) -> Fields:
    left: Fields = dict(zip(("1", "2", "3", "4"), draw(_option_texts()), strict=False))
    right = draw(_options())
    return {
        "type": "matching",
        "left": left,
        "right": right,
        "answer": {label: draw(st.sampled_from(list(right))) for label in left},
    }


@st.composite
def _ordering(draw: st.DrawFn) -> Fields:
    options = draw(_options())
    return {"type": "ordering", "options": options, "answer": [*draw(st.permutations(list(options)))]}


_BODIES = st.one_of(
    _choice(),
    st.sampled_from(("对", "错")).map(lambda verdict: {"type": "true_false", "answer": verdict}),
    _fill_in().filter(lambda fields: not MARKUP.search(str(fields["stem"]))),
    _matching(),
    _ordering(),
    st.lists(texts(), min_size=1, max_size=3).map(
        lambda points: {"type": "short_answer", "points": [*points]}
    ),
)


@st.composite
def _question(draw: st.DrawFn) -> Fields:
    fields: dict[str, Any] = {"stem": draw(texts()), **draw(_BODIES)}
    if draw(st.booleans()):
        fields["explanation"] = draw(texts())
    else:
        fields["waive"] = {"no-explanation": draw(texts(lines=False)), "no-citation": "测试"}
    if draw(st.booleans()):
        fields["cite"] = draw(
            st.lists(st.sampled_from(("第一条", "第二条第二款", "《章程》第三条")), min_size=1, unique=True)
        )
    if draw(st.booleans()):
        fields["discipline"] = draw(st.sampled_from(DISCIPLINES))
    if draw(st.booleans()):
        fields["difficulty"] = draw(st.sampled_from(DIFFICULTIES))
    fields["tags"] = draw(st.lists(_WORDS, max_size=2, unique=True))
    if draw(st.integers(0, 5)) == 0:
        fields["status"] = "unsettled"
    return fields


@st.composite
def quiz_fields(draw: st.DrawFn) -> list[Fields]:
    """The parts of a quiz, ids among them; now and then some questions share a material."""
    questions = draw(st.lists(_question(), min_size=1, max_size=4))
    for number, fields in enumerate(questions, start=1):
        fields["id"] = f"q-{number}"
    if len(questions) > 2 and draw(st.booleans()):
        material: Fields = {
            "id": "story",
            "type": "material",
            "text": draw(texts()),
            "questions": [*questions[1:]],
        }
        return [questions[0], material]
    return questions


def quiz_of(parts: list[Fields], quiz_id: str = "random") -> Quiz:
    """The quiz of these parts, whose problems are no more than drafts have."""
    report = Report()
    text = quiz_text({"title": "随机自测", "regulation": "regulation"}, parts)
    quiz = parse_quiz(text, f"quizzes/{quiz_id}.yml", quiz_id, report)
    problems = [problem.message for problem in report.problems if problem.rule not in _OF_DRAFTS]
    assert quiz is not None
    assert problems == [], (problems, text)
    return quiz


def selection_of(quiz: Quiz) -> Selection:
    """All questions of a quiz, those that are 待确认 too."""
    items: list[Item] = []
    for part in quiz.parts:
        material = part if isinstance(part, Material) else None
        for question in part.questions if isinstance(part, Material) else (part,):
            fields = question_fields(question, quiz.regulation)
            items.append(
                Item(quiz=quiz, number=question.number, question=question, fields=fields, material=material)
            )
    for draft in quiz.drafts:
        shared = (
            Material(id=draft.material, text=draft.material_text, questions=()) if draft.material else None
        )
        items.append(
            Item(quiz=quiz, number=draft.number, question=None, fields=draft.fields, material=shared)
        )
    return Selection(title=quiz.title, items=tuple(sorted(items, key=lambda item: item.number)))
