"""`lianxue lint-bank`: what could be better in the bank."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.support.project import make_project
from tests.support.quizzes import quiz_text

from desk.bank.linting import LintReport, lint
from desk.bank.linting_questions import CHECKS
from desk.bank.linting_text import lint_lines
from lianxue.content.catalog import load_catalog
from lianxue.content.vocabulary import LINT_RULES

Run = Callable[..., Any]
OPTIONS = ("甲方案可行", "乙方案可行", "丙方案可行", "丁方案可行")
# Stems that are not like each other.
TOPICS = [
    "集中学习的间隔",
    "缺课以后的补学",
    "笔记由谁检查",
    "读书会的主持人",
    "守则的解释权",
    "讨论题的来源",
    "请假的手续",
    "学习小组的人数",
    "年终小结的期限",
    "优秀学员的名额",
    "教材的发放",
    "新学员的安排",
    "外出学习的审批",
    "学习档案的保管",
    "结业的条件",
    "旁听的规定",
    "调换班次的办法",
    "课堂用语的要求",
    "学习时长的计算",
    "班长的产生",
]


def single(number: int, answer: str = "A", **fields: Any) -> dict[str, Any]:
    topic = TOPICS[number % len(TOPICS)]
    return {
        "id": f"s{number}",
        "type": "single_choice",
        "stem": f"关于{topic}，守则怎样写？",
        "options": dict(zip("ABCD", (f"{topic}{option}" for option in OPTIONS), strict=True)),
        "answer": answer,
        **fields,
    }


def report_on(folder: Path, *questions: dict[str, Any], **more: str) -> LintReport:
    """The lint of the base case with one more quiz, `made-up`; its own lesson has nothing to say."""
    files = {"quizzes/made-up.yml": quiz_text(*questions), **{f"quizzes/{k}.yml": v for k, v in more.items()}}
    catalog = load_catalog(make_project(folder / "project", files=files))
    assert [problem for problem in catalog.problems if problem.level.name == "MUST_FIX"] == []
    return lint(catalog)


def messages(report: LintReport) -> list[str]:
    return [finding.message for finding in report.findings]


def test_a_good_quiz_gets_no_finding(tmp_path: Path) -> None:
    """Answers spread, options alike, nothing said."""
    report = report_on(tmp_path, *(single(n, "ABCD"[n % 4]) for n in range(20)))
    assert messages(report) == []
    assert (report.questions, report.quizzes) == (22, 2)


def test_answers_that_stand_mostly_at_one_letter_are_said(tmp_path: Path) -> None:
    """Eighteen of twenty at C is no chance."""
    report = report_on(tmp_path, *(single(n, "A" if n < 2 else "C") for n in range(20)))
    assert messages(report) == [
        "单选题的答案位置不匀（20 道里 A 2 道，B 0 道，C 18 道，D 0 道），猜同一个字母就能多得分：请调换一些选项的次序"
    ]
    assert report.findings[0].place.path == "quizzes/made-up.yml"


def test_a_small_quiz_says_nothing_about_habits(tmp_path: Path) -> None:
    """Seven answers at C may be chance."""
    assert messages(report_on(tmp_path, *(single(n, "C") for n in range(7)))) == []


def test_right_options_that_are_mostly_the_longest_are_said(tmp_path: Path) -> None:
    """The first eight are named, the rest counted."""
    questions = []
    for n in range(20):
        question = single(n, "ABCD"[n % 4])
        question["options"]["ABCD"[n % 4]] += "而且写得完整"
        questions.append(question)
    (message,) = messages(report_on(tmp_path, *questions))
    named = "、".join(f"第 {n} 题（s{n - 1}）" for n in range(1, 9))
    assert message == (
        "20 道单选题里有 20 道的正确选项最长，挑最长的就能答对："
        f"请把错的选项写得一样完整，或者精简正确选项（{named}等 20 道）"
    )


def test_true_or_false_that_is_nearly_always_true_is_said(tmp_path: Path) -> None:
    """Nine of ten are 对."""
    questions = (
        {
            "id": f"t{n}",
            "type": "true_false",
            "stem": f"守则写到{topic}。",
            "answer": "错" if n == 0 else "对",
        }
        for n, topic in enumerate(TOPICS[:12])
    )
    assert messages(report_on(tmp_path, *questions)) == [
        "12 道判断题里“对” 11 道、“错” 1 道：请多出几道“错”的"
    ]


def test_multiple_choice_in_which_all_is_right_is_said(tmp_path: Path) -> None:
    """Ticking all unread would earn the points."""
    questions = [single(n, type="multiple_choice") for n in range(8)]
    for n, question in enumerate(questions):
        question["answer"] = ["A", "B"] if n == 0 else ["A", "B", "C", "D"]
    (message,) = messages(report_on(tmp_path, *questions))
    assert message.startswith(
        "8 道多选题里有 7 道全选才对，不读题全选就能得分：请加几个错的选项（第 2 题（s1）、"
    )


def test_all_of_the_above_is_said_only_where_it_is_a_habit(tmp_path: Path) -> None:
    """Two are an author's choice, three of twenty are not; a waived one does not count."""
    questions = [single(n, "ABCD"[n % 4]) for n in range(20)]
    for n, words in ((3, "以上都对"), (7, "以上都是"), (11, "上述均正确")):
        questions[n]["options"]["D"] = words
    waived = [*questions[:11], {**questions[11], "waive": {"catch-all-option": "条文如此"}}, *questions[12:]]
    waived[11].update(explanation="无", cite=["《学习守则》第五条"])
    assert messages(report_on(tmp_path / "two", *waived)) == []
    assert messages(report_on(tmp_path / "three", *questions)) == [
        "3 道题有“以上都对”一类的选项，其中 3 道正是答案：请改成多选题，或换一个具体的选项（第 4 题（s3）、第 8 题（s7）、第 12 题（s11））"
    ]


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("下列哪一项不属于学习的内容？", "不属于"),
        ("关于补学，下列说法错误的是（    ）。", "错误"),
        ("学员不得带入课堂的是（    ）。", "不得"),
        ("缺课的有四种情形。下列选项中不包括（    ）。", "不包括"),
        ("除请假以外，以下哪些算缺课（    ）。", "除"),
    ],
)
def test_a_negative_question_that_is_not_marked_is_said_with_its_word(
    tmp_path: Path, stem: str, word: str
) -> None:
    """In bold it is said no more."""
    plain = report_on(tmp_path / "plain", single(0, stem=stem))
    assert messages(plain) == [f"第 1 题（s0）：反向提问的“{word}”没有标出，容易看漏：写成“**{word}**”"]
    bold = stem.replace(word, f"**{word}**", 1)
    assert messages(report_on(tmp_path / "bold", single(0, stem=bold))) == []


@pytest.mark.parametrize(
    "stem",
    [
        "学员没有正当理由缺课的，应当（    ）。",
        "坚持真理，修正错误，开展（    ）。",
        "一体推进不敢腐、不能腐、不想腐的有效机制，靠（    ）。",
        "除了急事外，应当（    ）请假。",
        "信任不能代替监督，所以要（    ）。",
    ],
)
def test_a_negation_that_is_part_of_the_rule_is_no_negative_question(tmp_path: Path, stem: str) -> None:
    """Only what is asked for counts."""
    assert messages(report_on(tmp_path, single(0, stem=stem))) == []


def test_options_that_look_different_are_said(tmp_path: Path) -> None:
    """Length, stops, and absolute words in all wrong options."""
    long_one = single(0)
    long_one["options"] = {
        "A": "每月集中一次，提前三天通知，缺课的在两周以内补学",
        "B": "每周",
        "C": "每年",
        "D": "不定",
    }
    stops = single(1)
    stops["options"]["B"] += "。"
    absolute = single(2)
    absolute["options"] = {"A": "视情况补学", "B": "一律不补", "C": "绝对不准缺课", "D": "任何情况都免"}
    assert messages(report_on(tmp_path, long_one, stops, absolute)) == [
        "第 1 题（s0）：正确选项（24 个字）比其他选项（最多 2 个字）长得多，不读也猜得到：请写得差不多长",
        "第 2 题（s1）：选项 B 结尾有标点，A、C、D 没有：请统一",
        "第 3 题（s2）：错的选项个个都有“一律、绝对、任何情况”这样绝对的字眼，正确选项没有，不懂也能排除：请改几个",
    ]


def test_a_stem_that_holds_its_answer_is_said(tmp_path: Path) -> None:
    """The wrong options do not stand there."""
    question = single(0, stem="缺课的学员按守则补学，补学的方式是（    ）。")
    question["options"] = {"A": "按守则补学", "B": "自己看书", "C": "下月再来", "D": "写出检查"}
    assert messages(report_on(tmp_path, question)) == [
        "第 1 题（s0）：题干里已有正确选项的原话“按守则补学”：请换一个问法"
    ]


def test_questions_nearly_the_same_are_said_at_the_later_one(tmp_path: Path) -> None:
    """Across files too; a waiver on either of them settles it, and its reason is shown."""
    one = {
        "id": "a",
        "type": "true_false",
        "stem": "学员缺课以后应当在两周以内补学，并把笔记交给班长检查。",
        "answer": "对",
    }
    other = {**one, "stem": "学员缺课以后应当在三周以内补学，并把笔记交给班长检查。", "answer": "错"}
    report = report_on(tmp_path / "a", one, second=quiz_text(other))
    assert messages(report) == [
        "第 1 题（a）：与 quizzes/made-up.yml 第 1 题（a）有 96% 相同："
        "“学员缺课以后应当在两周以内补学，并把笔记交给班长检查。”。请留一道，或把考点分开"
    ]
    assert report.findings[0].questions == ("second/a", "made-up/a")
    one["explanation"], one["cite"] = "无", ["《学习守则》第五条"]
    one["waive"] = {"near-duplicate": "一对一错，成对使用"}
    waived = report_on(tmp_path / "b", one, second=quiz_text(other))
    assert messages(waived) == []
    assert [finding.reason for finding in waived.waived] == ["一对一错，成对使用"]


def test_an_article_that_a_lesson_speaks_of_without_a_question_is_said(tmp_path: Path) -> None:
    """At the line of the lesson where it is first linked."""
    root = make_project(tmp_path / "project")
    lesson = root / "docs/lessons/2026/02-study-rules.md"
    text = lesson.read_text(encoding="utf-8")
    more = "另见[第七条](../../regulations/study-rules.md#art-7)。\n"
    lesson.write_text(f"{text}\n{more}", encoding="utf-8", newline="\n")
    (finding,) = lint(load_catalog(root)).findings
    assert finding.message == "课文讲到《学习守则》的 3 条，其中 1 条没有题目：第七条"
    assert finding.place.path == "docs/lessons/2026/02-study-rules.md"
    assert text.count("\n") + 2 == finding.place.line


def test_a_lint_rule_is_waived_like_a_rule_of_the_check(tmp_path: Path) -> None:
    """By its name, with a reason, which the report shows."""
    stops = single(0, explanation="无", cite=["《学习守则》第五条"], waive={"option-ending": "照录条文"})
    stops["options"]["B"] += "。"
    report = report_on(tmp_path, stops)
    assert messages(report) == []
    assert [(finding.rule, finding.reason) for finding in report.waived] == [("option-ending", "照录条文")]
    assert lint_lines(report)[-1] == "看了 2 套自测题的 3 道题：没有要改进的地方，免检 1 处。"


def test_every_rule_about_one_question_can_be_waived() -> None:
    """What the core accepts under `waive` is what the lint says of questions."""
    assert {*CHECKS, "near-duplicate", "catch-all-option"} == set(LINT_RULES)


def test_the_command_prints_findings_waivers_and_the_count(tmp_path: Path, lianxue: Run) -> None:
    """One line each; nothing of it makes the command fail."""
    stops = single(0)
    stops["options"]["B"] += "。"
    root = make_project(tmp_path / "我的 园地", files={"quizzes/made-up.yml": quiz_text(stops)})
    ran = lianxue("--root", root, "lint-bank")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "quizzes/made-up.yml:4:3: 第 1 题（s0）：选项 B 结尾有标点，A、C、D 没有：请统一【提示 option-ending】\n"
        "看了 2 套自测题的 3 道题：提示 1 处；没有依据 1 道。\n"
    )


def test_the_command_looks_at_the_quizzes_it_is_given(tmp_path: Path, lianxue: Run) -> None:
    """By id or by file; a name that is none gets the nearest."""
    stops = single(0)
    stops["options"]["B"] += "。"
    root = make_project(tmp_path / "project", files={"quizzes/made-up.yml": quiz_text(stops)})
    assert lianxue("--root", root, "lint-bank", "study-rules").out == (
        "看了 1 套自测题的 2 道题：没有要改进的地方。\n"
    )
    assert "提示 1 处" in lianxue("--root", root, "lint-bank", root / "quizzes/made-up.yml").out
    assert lianxue("--root", root, "lint-bank", "study-rule").err == (
        "没有自测题“study-rule”，是不是 study-rules？\n"
    )
    assert lianxue("--root", root, "lint-bank", "quizzes/no.yml").err == (
        "找不到 quizzes/no.yml：请检查路径是否写对。\n"
    )


def test_the_command_gives_json(tmp_path: Path, lianxue: Run) -> None:
    """The same as data."""
    stops = single(0)
    stops["options"]["B"] += "。"
    root = make_project(tmp_path / "project", files={"quizzes/made-up.yml": quiz_text(stops)})
    data = json.loads(lianxue("--root", root, "lint-bank", "--json").out)
    assert [(one["rule"], one["questions"]) for one in data["findings"]] == [
        ("option-ending", ["made-up/s0"])
    ]
    assert data["counts"]["questions"] == 3
