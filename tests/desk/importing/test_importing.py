"""A trainer's paper on its way into the bank: what becomes of every question, now and the next time."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import replace
from pathlib import Path

from tests.desk.importing.papers import FILE, choice, paper, paper_of_40, saying

from desk.drafts.draft import Draft
from desk.importing.importing import apply_import, plan_readings, settle
from desk.importing.plan import Decision, Fate, ImportPlan
from lianxue.content.catalog import load_catalog
from lianxue.reading.problem import Level

PATH = "quizzes/q3.yml"


def plan_of(root: Path, drafts: list[Draft], **more: str) -> ImportPlan:
    """The plan for a paper of these drafts."""
    return plan_readings(root, [paper(drafts)], into="q3", **more)


def write_paper(root: Path, drafts: list[Draft]) -> str:
    """Import a paper; the text of the file."""
    apply_import(plan_of(root, drafts))
    return (root / PATH).read_text(encoding="utf-8")


def fates(plan: ImportPlan) -> dict[str, int]:
    """How many questions of each fate there are."""
    return dict(Counter(question.fate.value for question in plan.questions))


def must_fix(root: Path) -> list[str]:
    """What keeps the site from being built."""
    return [str(problem) for problem in load_catalog(root).problems if problem.level is Level.MUST_FIX]


def test_a_paper_is_written_and_passes_the_check(portal: Path) -> None:
    """Forty questions become forty sound ones, with ids of their own and a head."""
    plan = plan_of(portal, paper_of_40(), lesson="2026/02-first")
    assert fates(plan) == {"新增": 40}
    assert not (portal / PATH).exists()
    report = apply_import(plan)
    assert (report.written, report.added, report.changed, report.unsettled) == ((PATH,), 40, 0, 0)
    assert must_fix(portal) == []
    quiz = load_catalog(portal).quizzes["q3"]
    assert (quiz.title, quiz.lesson, len(quiz.questions)) == ("第三季度学习测试", "2026/02-first", 40)
    assert len({question.id for question in quiz.questions}) == 40
    assert plan_of(portal, paper_of_40()).questions[0].id == plan.questions[0].id


def test_the_same_paper_again_changes_nothing(portal: Path) -> None:
    """Every question is found, so there is nothing to write."""
    write_paper(portal, paper_of_40())
    plan = plan_of(portal, paper_of_40())
    assert (fates(plan), dict(plan.after), plan.untouched) == ({"不变": 40}, {}, ())


def test_a_corrected_paper_changes_exactly_what_was_corrected(portal: Path) -> None:
    """Ids stay whether the key, a stem or an option was mended; one question was added, one taken out."""
    drafts = paper_of_40()
    before = write_paper(portal, drafts)
    ids = [question.id for question in plan_of(portal, drafts).questions]
    drafts[3] = replace(drafts[3], answer=("B",))
    drafts[8] = replace(drafts[8], stem="乙组规定，学习记录应当由（    ）统一保管？")
    drafts[10] = replace(drafts[10], options=(*drafts[10].options[:3], ("D", "住院（乙组）")))
    drafts[35] = replace(drafts[35], explanation="代签不作数。")
    removed = drafts.pop(20)
    drafts.append(saying("丁组：学习记录长期保存。", "对"))
    plan = plan_of(portal, drafts)
    assert fates(plan) == {"修改": 4, "不变": 35, "新增": 1}
    changes = {
        question.id: [(change.name, change.before, change.after) for change in question.changes]
        for question in plan.of(Fate.CHANGED)
    }
    assert changes == {
        ids[3]: [("答案", "A", "B")],
        ids[8]: [
            ("题干", "乙组规定，学习记录由（    ）保管？", "乙组规定，学习记录应当由（    ）统一保管？")
        ],
        ids[10]: [("选项 D", "值班（乙组）", "住院（乙组）")],
        ids[35]: [("解析", "", "代签不作数。")],
    }
    assert [(one.id, one.stem) for one in plan.untouched] == [(ids[20], removed.stem)]
    apply_import(plan)
    after = (portal / PATH).read_text(encoding="utf-8")
    lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert [line for line in lines if line[0] == "-"] == [
        "-     answer: A",
        "-     stem: 乙组规定，学习记录由（    ）保管？",
        "-       D: 值班（乙组）",
    ]
    assert len(lines) == 3 + 4 + 5  # the new question has a blank line and four fields
    assert fates(plan_of(portal, drafts)) == {"不变": 40}


def test_a_doubtful_question_is_written_as_such_with_its_place(portal: Path) -> None:
    """Without an answer, or with one that cannot be: the reason and the place stand above it."""
    open_ = choice("几日内补学", ("三日", "七日"), "", doubts=("没有答案",))
    odd = choice("几次", ("一次", "两次"), "AE")
    bare = Draft(stem="只有题干")
    text = write_paper(portal, [open_, odd, bare])
    assert "  # 待确认：没有答案（《第三季度试卷.docx》第 3 段（第 1 题））\n  - id: q-" in text
    assert "  # 待确认：答案 E 不在选项 A、B 中；" in text
    assert "  # 待确认：看不出题型（《第三季度试卷.docx》第 10 段（第 3 题））\n" in text
    assert text.count("status: unsettled") == 3
    problems = must_fix(portal)
    assert len(problems) == 3
    assert problems[0].endswith("这道题还待确认（缺少 answer：请写出标准答案）：核对后删去 status 一行")


def test_a_corrected_doubt_is_settled_by_the_next_import(portal: Path) -> None:
    """The answer comes, the mark and its comment go, the id stays."""
    open_ = choice("几日内补学", ("三日", "七日"), "", doubts=("没有答案",))
    write_paper(portal, [open_, saying("要补学。", "对")])
    plan = plan_of(portal, [replace(open_, answer=("B",), doubts=()), saying("要补学。", "对")])
    assert [(one.name, one.before, one.after) for one in plan.questions[0].changes] == [
        ("答案", "", "B"),
        ("状态", "待确认", ""),
    ]
    apply_import(plan)
    text = (portal / PATH).read_text(encoding="utf-8")
    assert "待确认" not in text and "unsettled" not in text
    assert must_fix(portal) == []


def test_what_was_settled_in_the_bank_is_not_undone_by_an_old_file(portal: Path) -> None:
    """The file still lacks the answer that the bank has: the bank stands, and it is said."""
    open_ = choice("几日内补学", ("三日", "七日"), "", doubts=("没有答案",))
    text = write_paper(portal, [open_])
    settled = text.replace("    status: unsettled\n", "    answer: B\n")
    (portal / PATH).write_text(settled, encoding="utf-8", newline="\n")
    plan = plan_of(portal, [open_])
    assert fates(plan) == {"不变": 1}
    assert plan.questions[0].remarks == (
        "文件里这道题仍有疑问（没有答案），题库里已经确认过，保持题库的写法",
    )


def test_what_the_bank_calls_open_stays_open_until_something_changes(portal: Path) -> None:
    """A trainer marked it by hand, or the doubt came from elsewhere: the same file settles nothing."""
    drafts = [saying("要补学习。", "对"), saying("可以代签。", "错")]
    text = write_paper(portal, drafts)
    marked = text.replace("    answer: 错\n", "    answer: 错\n    status: 待确认\n")
    (portal / PATH).write_text(marked, encoding="utf-8", newline="\n")
    plan = plan_of(portal, drafts)
    assert (fates(plan), plan.questions[1].doubts) == ({"不变": 2}, ("题库里标着待确认，文件里没有改动",))
    plan = settle(plan, [Decision(number=2, action="answer", value="对")])
    assert [change.name for change in plan.questions[1].changes] == ["答案", "状态"]


def test_a_stem_mended_in_the_bank_stays_mended(portal: Path) -> None:
    """The id tells that the file's words are those of the first import."""
    drafts = [saying("要补学习。", "对"), saying("可以代签。", "错")]
    text = write_paper(portal, drafts)
    (portal / PATH).write_text(text.replace("要补学习。", "缺课的都要补学。"), encoding="utf-8", newline="\n")
    plan = plan_of(portal, drafts)
    assert fates(plan) == {"不变": 2}
    assert plan.questions[0].remarks == ("题库里的题干或选项在导入以后改过，文件没有变：保持题库的写法",)


def test_what_is_asked_twice_is_taken_once(portal: Path) -> None:
    """A repeat is passed over; a repeat with another answer makes both 待确认."""
    one = choice("几次", ("一次", "两次"), "A")
    plan = plan_of(portal, [one, replace(one, stem="几次？", options=one.options[::-1])])
    assert [(question.fate, question.reason) for question in plan.questions] == [
        (Fate.NEW, ""),
        (Fate.REPEATED, "与第 1 题相同"),
    ]
    plan = plan_of(portal, [one, replace(one, answer=("B",))])
    assert [question.doubts for question in plan.questions] == [
        (f"与《{FILE}》第 7 段（第 2 题）问的相同，答案不同",),
        (f"与《{FILE}》第 3 段（第 1 题）问的相同，答案不同",),
    ]
    assert len({question.id for question in plan.questions}) == 2


def test_a_line_end_in_a_file_s_name_stays_in_its_comment(portal: Path) -> None:
    """Some systems allow it; the place of a doubt is written on one line."""
    odd = choice("几日内补学", ("三日", "七日"), "", doubts=("没有答案",))
    apply_import(plan_readings(portal, [paper([odd], file="甲\nx: [].docx")], into="q3"))
    text = (portal / PATH).read_text(encoding="utf-8")
    assert "  # 待确认：没有答案（《甲 x: [].docx》第 3 段（第 1 题））\n" in text
    assert len(load_catalog(portal).quizzes["q3"].drafts) == 1


def test_of_three_alike_only_the_other_answer_is_doubted(portal: Path) -> None:
    """Two say A, one says B: the second A is a repeat, and A and B are doubted for each other."""
    first = choice("集中学习每月至少几次", ("一次", "两次"), "A")
    plan = plan_of(portal, [first, first, replace(first, answer=("B",))])
    assert [(one.fate, one.reason, one.doubts) for one in plan.questions] == [
        (Fate.NEW, "", (f"与《{FILE}》第 11 段（第 3 题）问的相同，答案不同",)),
        (Fate.REPEATED, "与第 1 题相同", ()),
        (
            Fate.NEW,
            "",
            (f"与《{FILE}》第 3 段（第 1 题）、《{FILE}》第 7 段（第 2 题）问的相同，答案不同",),
        ),
    ]


def test_what_another_quiz_has_is_not_taken_again(portal: Path) -> None:
    """The same question is named; with another answer it is 待确认."""
    same = saying("党员都要学习", "对")
    plan = plan_of(portal, [same, saying("学习记录可以代签。", "错")])
    assert plan.questions[0].reason == "题库里已有：《第一课自测》第 1 题"
    assert plan_of(portal, [replace(same, answer=("错",))]).questions[0].doubts == (
        "与《第一课自测》第 1 题问的相同，答案不同",
    )


def test_similar_questions_are_not_taken_for_each_other(portal: Path) -> None:
    """警告 and 严重警告 differ by two characters: the new one is new, and shown beside the old."""
    periods = ("半年", "一年", "一年半", "二年")
    old = choice("党员受到严重警告处分，多长时间内不得提拔党内职务？", periods, "C")
    write_paper(portal, [old, *paper_of_40()])
    new = choice("党员受到警告处分，多长时间内不得提拔党内职务？", periods, "B")
    plan = plan_of(portal, [new])
    assert fates(plan) == {"新增": 1}
    assert [(near.place, near.score) for near in plan.questions[0].near] == [
        (f"q3/{plan_of(portal, [old]).questions[0].id}", 97)
    ]


def test_a_short_id_of_another_file_is_not_taken_for_ours(portal: Path) -> None:
    """Only an id with its quiz decides alone; a bare one must say much the same."""
    write_paper(portal, [saying("要补学习。", "对", id="one"), saying("可以代签。", "错", id="two")])
    others = [
        saying("小组长管理全部的学习用品和学习场地。", "错", id="one"),
        saying("不可以代签。", "对", id="two"),
    ]
    plan = plan_of(portal, others)
    assert [(question.fate, question.id == "two") for question in plan.questions] == [
        (Fate.NEW, False),
        (Fate.CHANGED, True),
    ]
    sure = plan_of(portal, [replace(others[0], id="q3/one")])
    assert [(question.fate, question.id) for question in sure.questions] == [(Fate.CHANGED, "one")]


def test_the_head_of_a_file_that_is_there_stays(portal: Path) -> None:
    """And it is said."""
    write_paper(portal, [saying("要补学习。", "对")])
    plan = plan_of(portal, [saying("可以代签。", "错")], lesson="2026/02-first")
    assert plan.remarks == (f"{PATH} 已经有了，所属的课不改动：要改请在文件里改 lesson 一行",)
    assert b"lesson" not in plan.after[PATH]


def test_a_material_stays_with_its_questions(portal: Path) -> None:
    """Neighbours that share a text become one material; a question more joins it later."""
    story = "某支部小李连续两次没有参加集中学习。"
    first = saying("小李可以不补学。", "错", material=story)
    second = Draft(type="short_answer", stem="支部应当做什么？", points=("告知", "登记"), material=story)
    text = write_paper(portal, [first, second, saying("要学习守则。", "对")])
    assert text.count("type: material") == 1
    third = saying("小李应当说明原因。", "对", material=story)
    plan = plan_of(portal, [first, second, third])
    assert fates(plan) == {"不变": 2, "新增": 1}
    apply_import(plan)
    quiz = load_catalog(portal).quizzes["q3"]
    assert [len(getattr(part, "questions", ())) for part in quiz.parts] == [3, 0]
    new_story = story.replace("两次", "三次")
    plan = plan_of(portal, [replace(one, material=new_story) for one in (first, second, third)])
    assert [change.name for question in plan.questions for change in question.changes] == ["材料"] * 3
    apply_import(plan)
    assert f"    text: {new_story}\n" in (portal / PATH).read_text(encoding="utf-8")
    assert must_fix(portal) == []


def test_hostile_text_is_made_plain_and_said(portal: Path) -> None:
    """Tags, links, YAML and unseen characters come in as text that says the same."""
    stem = "<script>alert(1)</script>\u200b- id: x\n  answer: [A] # {{ 7*7 }} ![图](http://a.b/c.png)"
    hostile = choice(stem, ("<b>甲</b>", "*: &a !!python/x"), "A", explanation="[点我](javascript:x)")
    plan = plan_of(portal, [hostile])
    assert plan.questions[0].remarks == ("原文里有链接或 HTML，已改成普通文字",)
    apply_import(plan)
    assert must_fix(portal) == []
    (question,) = load_catalog(portal).quizzes["q3"].questions
    assert question.stem == (
        "＜script＞alert(1)＜/script＞- id: x\n  answer: [A] # {{ 7*7 }} 图（http://a.b/c.png）"
    )
    assert question.explanation == "点我（javascript:x）"
    assert fates(plan_of(portal, [hostile])) == {"不变": 1}


def test_a_citation_that_the_register_cannot_place_goes_to_the_explanation(portal: Path) -> None:
    """Nothing is lost, and the check does not stop for it."""
    plan = plan_of(portal, [saying("要学习守则。", "对", cite=("《没有的规定》第三条",), difficulty="较易")])
    assert plan.questions[0].remarks == (
        "依据“《没有的规定》第三条”里的“没有的规定”不在法规库中，写进了解析",
    )
    assert plan.questions[0].fields["explanation"] == "依据：《没有的规定》第三条"
    assert plan.questions[0].fields["difficulty"] == "易"
    apply_import(plan)
    assert must_fix(portal) == []
