"""How problems are put into lines for people."""

from __future__ import annotations

from lianxue.reading.problem import Place, Problem, Report
from lianxue.rendering.problem_lines import count_line, problem_lines, stopping_text

EXPLANATION = "没有解析（explanation）：学员答错后看不到为什么"


def lacking(*numbers: int, path: str = "quizzes/x.yml", rule: str = "no-explanation") -> list[Problem]:
    """Questions of a quiz that lack something; question N stands in line 10 × N."""
    report = Report()
    for number in numbers:
        report.note(Place(path, 10 * number, 5), rule, f"第 {number} 题（q{number}）：{EXPLANATION}")
    return report.problems


def test_what_many_questions_lack_is_one_line() -> None:
    """Where the first stands, the line names all; the count still counts every question."""
    problems = lacking(*range(1, 7), 9, 11, 12)
    assert problem_lines(problems) == ["quizzes/x.yml:10:5: 有 9 道题没有解析：第 1–6、9、11–12 题【待补】"]
    assert count_line(problems) == "共 9 处：需要修改 0 处，待补 9 处，提示 0 处"


def test_a_few_are_said_one_by_one() -> None:
    """Three lines can be read, and each leads to its question."""
    assert problem_lines(lacking(1, 2, 3)) == [
        f"quizzes/x.yml:{10 * number}:5: 第 {number} 题（q{number}）：{EXPLANATION}【待补】"
        for number in (1, 2, 3)
    ]


def test_each_quiz_and_each_lack_has_its_own_line() -> None:
    """Two quizzes without citations, one of them without explanations too."""
    problems = [
        *lacking(1, 2, 3, 4, path="quizzes/a.yml", rule="no-citation"),
        *lacking(1, 2, 3, 4, path="quizzes/b.yml", rule="no-citation"),
        *lacking(2, 3, 4, 5, path="quizzes/b.yml"),
    ]
    assert problem_lines(problems) == [
        "quizzes/a.yml:10:5: 有 4 道题没有依据：第 1–4 题【待补】",
        "quizzes/b.yml:10:5: 有 4 道题没有依据：第 1–4 题【待补】",
        "quizzes/b.yml:20:5: 有 4 道题没有解析：第 2–5 题【待补】",
    ]


def test_cases_without_citations_stay_apart() -> None:
    """A message that names no question is a line of its own, however many there are."""
    report = Report()
    for name in "abcde":
        report.note(Place(f"docs/cases/{name}.md"), "no-citation", "没有依据（cite）：学员不知道该看哪一条")
    assert len(problem_lines(report.problems)) == 5


def test_the_count_line_names_every_level() -> None:
    """Where there is nothing, that is said."""
    assert count_line(lacking(1)) == "共 1 处：需要修改 0 处，待补 1 处，提示 0 处"
    assert count_line([]) == "没有发现问题"


def test_a_stopped_build_says_what_is_wrong() -> None:
    """A heading, the lines, the count."""
    report = Report(lacking(1, 2, 3, 4))
    report.note(Place("quizzes/x.yml", 3, 1), "missing-field", "缺少 title（标题）")
    assert stopping_text(report.problems) == (
        "内容有问题，网站没有生成：\n"
        "quizzes/x.yml:10:5: 有 4 道题没有解析：第 1–4 题【待补】\n"
        "quizzes/x.yml:3:1: 缺少 title（标题）【需要修改】\n"
        "共 5 处：需要修改 1 处，待补 4 处，提示 0 处"
    )
