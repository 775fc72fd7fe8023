"""What is open in a plan is settled by the trainer: at the terminal, or from a page as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.desk.importing.papers import choice, paper, saying

from desk.drafts.draft import Draft
from desk.drafts.judgement_letters import letter_doubt
from desk.importing.asking import ask_all
from desk.importing.deciding import with_answer
from desk.importing.importing import apply_import, plan_readings, settle
from desk.importing.papers.fillings import IN_BRACKETS
from desk.importing.plan import Decision, Fate, ImportPlan
from desk.importing.settling import open_points
from lianxue.content.catalog import load_catalog
from lianxue.reading.problem import Level

OPEN = [
    choice("几日内补学", ("三日", "七日", "十日"), "", doubts=("没有答案",)),
    choice(
        "哪些可以请假", ("出差", "生病", "下雨"), "AB", type="single_choice", doubts=("单选题有两个答案",)
    ),
    Draft(stem="缺课要补学。", doubts=("没有答案",)),
    Draft(type="fill_in", stem="守则共____条，____起施行。", doubts=("没有答案",)),
    Draft(type="short_answer", stem="为什么要补学？", doubts=("没有答案",)),
    saying("党员们都要学习。", "对"),
]


def open_plan(root: Path) -> ImportPlan:
    """A plan with five doubtful questions and one that is like one of the bank."""
    return plan_readings(root, [paper(OPEN)], into="q3")


def asked(root: Path, *typed: str) -> tuple[tuple[Decision, ...], list[str]]:
    """The decisions after a trainer typed these lines, and what was shown."""
    lines: Iterator[str] = iter(typed)
    said: list[str] = []

    def ask(prompt: str) -> str:
        said.append(prompt)
        return next(lines)

    return ask_all(open_points(open_plan(root)), ask, said.append), said


def test_a_trainer_settles_a_paper_one_key_each(portal: Path) -> None:
    """Letters answer, the answer proves the type, and what is written passes the check."""
    decisions, said = asked(portal, "b", "a b", "对", "十;10|公布之日", "义务|避免走过场", "")
    assert said[1:8] == [
        "（1 / 6）《第三季度试卷.docx》第 3 段（第 1 题）",
        "  几日内补学",
        "    A. 三日",
        "    B. 七日",
        "    C. 十日",
        "  待确认：没有答案",
        "  原文：",
    ]
    plan = settle(open_plan(portal), decisions)
    assert open_points(plan) == ()
    shown = [
        (one.fields["type"], one.fields.get("answer", one.fields.get("points"))) for one in plan.questions
    ]
    assert shown == [
        ("single_choice", "B"),
        ("multiple_choice", ["A", "B"]),
        ("true_false", "对"),
        ("fill_in", [{"accept": ["十", "10"]}, {"accept": ["公布之日"]}]),
        ("short_answer", ["义务", "避免走过场"]),
        ("true_false", "对"),
    ]
    apply_import(plan)
    assert [p for p in load_catalog(portal).problems if p.level is Level.MUST_FIX] == []


def test_what_is_left_open_stays_so(portal: Path) -> None:
    """Return leaves one, q leaves all that follow, x takes none of it."""
    decisions, _ = asked(portal, "", "x", "q")
    plan = settle(open_plan(portal), decisions)
    assert [one.fate for one in plan.questions] == [Fate.NEW, Fate.DROPPED, *[Fate.NEW] * 4]
    assert plan.questions[1].reason == "确认时决定不要"
    assert [one.number for one in plan.unsettled] == [1, 3, 4, 5]
    assert [point.number for point in open_points(plan)] == [3, 4, 5, 6]


def test_a_trainer_goes_back(portal: Path) -> None:
    """What was typed for the question before is asked again."""
    decisions, _ = asked(portal, "a", "-", "c", "q")
    assert decisions == (Decision(number=1, action="answer", value="c"),)


def test_what_cannot_be_an_answer_is_asked_again(portal: Path) -> None:
    """The hint names the letters there are."""
    decisions, said = asked(portal, "e", "ac", "q")
    assert "没有看懂。答案是选项的字母，如 A；有选项 A、B、C。" in said
    assert decisions == (Decision(number=1, action="answer", value="ac"),)
    assert settle(open_plan(portal), decisions).questions[0].fields["type"] == "multiple_choice"


def test_a_letter_without_options_is_no_point_and_a_sequence_is_one() -> None:
    """A for a question of no options may mean 对; CAB for three options says in which order."""
    lone = Draft(type="short_answer", stem="为什么要补学？", doubts=("没有答案",))
    assert [with_answer(lone, typed) for typed in ("A", "3b", "Ａ|义务")] == [lone] * 3
    open_ = choice("怎么排", ("补学", "登记", "请假"), "", type="", doubts=("没有答案",))
    settled = with_answer(open_, "CAB")
    assert (settled.type, settled.answer) == ("ordering", ("C", "A", "B"))
    assert with_answer(open_, "ABC").type == "multiple_choice"


def test_a_type_alone_may_be_given(portal: Path) -> None:
    """By its number; without an answer the question stays 待确认."""
    decisions, said = asked(portal, "", "", "3", "q")
    assert any(line.startswith("1 单选，2 多选，3 判断，4 填空，5 简答；") for line in said)
    question = settle(open_plan(portal), decisions).questions[2]
    assert (question.fields["type"], question.doubts) == ("true_false", ("没有答案",))


def test_an_answer_that_does_not_fit_leaves_the_question_open(portal: Path) -> None:
    """A page may send anything: the core has the last word."""
    decisions = [Decision(number=4, action="answer", value="只有一个")]
    assert settle(open_plan(portal), decisions).questions[3].doubts == ("题干有 2 个空，答案有 1 个",)
    decisions = [Decision(number=1, action="answer", value="Z")]
    assert settle(open_plan(portal), decisions).questions[0].doubts == ("没有答案",)


def test_a_near_duplicate_may_be_called_one(portal: Path) -> None:
    """It is then not written; the report names which."""
    (near,) = open_plan(portal).questions[5].near
    assert (near.place, near.score) == ("first/first", 92)
    plan = settle(open_plan(portal), [Decision(number=6, action="duplicate", value=near.place)])
    assert (plan.questions[5].fate, plan.questions[5].reason) == (Fate.REPEATED, "与 first/first 是同一道题")


def test_answers_read_in_one_doubtful_way_are_settled_together(portal: Path) -> None:
    """Letters of true or false, and fillings out of brackets: one key for all of a file, or one by one."""
    drafts = [
        saying("迟到要登记。", "对", doubts=(letter_doubt("A"),)),
        saying("缺课可以不补。", "错", doubts=(letter_doubt("B"),)),
        Draft(type="fill_in", stem="守则共____条。", gaps=(("十", "10"),), doubts=(IN_BRACKETS,)),
        Draft(type="fill_in", stem="缺课____日内补学。", gaps=(("七",),), doubts=(IN_BRACKETS,)),
        saying("早退要登记。", "对", doubts=(letter_doubt("A"), "没有答案")),
    ]
    plan = plan_readings(portal, [paper(drafts)], into="q3")
    keys, said = iter(["r", "s", "对"]), list[str]()

    def ask(prompt: str) -> str:
        said.append(prompt)
        return next(keys)

    settled = settle(plan, ask_all(open_points(plan), ask, said.append))
    assert open_points(settled) == ()
    assert [one.fields["answer"] for one in settled.questions] == [
        "错",
        "对",
        [{"accept": ["十", "10"]}],
        [{"accept": ["七"]}],
        "对",
    ]
    prompts = [line for line in said if line.startswith(("s=", "输入答案"))]
    assert [prompt.split("　输入")[0].split("　回车")[0] for prompt in prompts] == [
        "s=同样的 2 道都按文件里的答案　r=同样的 2 道都反过来（A 错、B 对）",
        "s=同样的 2 道都按文件里的答案",
        "输入答案",
    ]
    assert "已照此填好 2 道题。" in said
