"""The words of a paper: names of sections, what to do in each, notes for those who sit it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desk.papers.paper import Paper, Section
from lianxue.content.catalog import Catalog
from lianxue.content.grading import Scoring
from lianxue.reading.chinese_numerals import format_number

SECTION_NAMES: Mapping[str, str] = {
    "single_choice": "单项选择题",
    "multiple_choice": "多项选择题",
    "true_false": "判断题",
    "fill_in": "填空题",
    "matching": "匹配题",
    "ordering": "排序题",
    "short_answer": "简答题",
}
_TASKS: Mapping[str, str] = {
    "single_choice": "每题的选项中只有一个是正确的。",
    "multiple_choice": "每题的选项中有两个或者两个以上是正确的。",
    "true_false": "正确的填“√”，错误的填“×”。",
    "fill_in": "把答案写在横线上。",
    "matching": "为左边的每一项选出右边对应的一项，填写它的编号。",
    "ordering": "把各项按正确的次序排列，依次填写编号。",
    "short_answer": "分点作答，条理清楚。",
}
_MULTIPLE: Mapping[Scoring, str] = {
    Scoring.HALF_IF_INCOMPLETE: "少选得一半的分，多选、错选不得分。",
    Scoring.ALL_OR_NOTHING: "少选、多选、错选都不得分。",
    Scoring.PER_CORRECT: "少选的按选对的个数得分，多选、错选不得分。",
}


def section_heading(place: int, section: Section) -> str:
    """一、单项选择题（每题 2 分，共 20 分）; `place` counts from 0."""
    name = SECTION_NAMES[section.type]
    if len(section.questions) == 1:
        return f"{format_number(place + 1)}、{name}（共 {section.total} 分）"
    return f"{format_number(place + 1)}、{name}（每题 {section.points} 分，共 {section.total} 分）"


def section_task(section: Section, catalog: Catalog) -> str:
    """What to do in a section; how incomplete answers score where its quizzes agree on that."""
    rules = {catalog.quizzes[one.question.quiz].scoring for one in section.questions}
    task = _TASKS[section.type]
    if section.type == "multiple_choice":
        return task + (_MULTIPLE[rules.pop()] if len(rules) == 1 else "多选、错选不得分。")
    return task


def exam_facts(paper: Paper) -> str:
    """考试时间：30 分钟　满分：100 分　合格线：80 分."""
    time = [f"考试时间：{paper.minutes} 分钟"] if paper.minutes else []
    facts = [*time, f"满分：{paper.total} 分", f"合格线：{readable(paper.total * paper.pass_mark / 100)} 分"]
    return "　　".join(facts)


def readable(points: float) -> str:
    """80, 107.2."""
    return f"{points:.1f}".removesuffix(".0")


def instructions(paper: Paper) -> tuple[str, ...]:
    """What everybody reads before they begin."""
    time = f"考试时间 {paper.minutes} 分钟，" if paper.minutes else ""
    return (
        "1. 答题前，请在密封线内和答题卡上写清单位、岗位、姓名。",
        "2. 答案写在答题卡上，字迹要清楚，写在试卷上的不计分。",
        f"3. {time}结束时把试卷和答题卡一并交回。",
    )


def variant_title(name: str, paper: Paper) -> str:
    """A 卷; "" where there is only one."""
    return f"{name} 卷" if len(paper.variants) > 1 else ""


def number_ranges(numbers: Iterable[int]) -> str:
    """12—14, or 12 alone."""
    found = list(numbers)
    return str(found[0]) if len(found) == 1 else f"{found[0]}—{found[-1]}"
