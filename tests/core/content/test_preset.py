"""A preset: what it says, and whether the bank can fill it (its problems are in the case files)."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

from tests.support.project import make_project, write
from tests.support.quizzes import catalog_of

from lianxue.content.catalog import load_catalog
from lianxue.content.preset import EXAM_TYPES, Preset
from lianxue.content.preset_matching import find_shortage
from lianxue.content.preset_parsing import FILTER_FIELDS, PRESET_FIELDS, ROW_FIELDS, parse_preset
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.vocabulary import DRAW_NAMES, FILTER_FIELD_NAMES, PRESET_FIELD_NAMES
from lianxue.reading.problem import Report
from lianxue.rendering.bank import export_bank

SHORT = "title: 短卷\nrows:\n- {type: 判断题, count: 1, points: 5}\n"
SAME = """\
{title}: 卷
{minutes}: 20
{pass_mark}: 70
{draw}: {unseen}
{this_month}: {yes}
{filters}: {{{disciplines}: [组织纪律], {regulations}: [守则], {articles}: 1-6}}
{rows}:
- {{{type}: {single}, {count}: 1, {points}: 5}}
{quotas}: {{组织纪律: 1}}
"""


def read_preset(text: str) -> Preset:
    """A preset without a problem of its own."""
    report = Report()
    preset = parse_preset(text, "quizzes/presets/x.yml", "x", report)
    assert report.problems == []
    assert preset is not None
    return preset


def test_what_a_preset_does_not_say() -> None:
    """No limit of time, 80 percent to pass, by chance, of the whole bank."""
    preset = read_preset(SHORT)
    assert (preset.minutes, preset.pass_mark, preset.draw, preset.this_month) == (0, 80, "random", False)
    assert (preset.total, dict(preset.quotas)) == (1, {})


def test_chinese_and_english_names_say_the_same() -> None:
    """Every field and value has a Chinese name that trainers know."""
    own = {name: word for word, name in [*PRESET_FIELD_NAMES.items(), *FILTER_FIELD_NAMES.items()]}
    english = {name: name for name in own} | {
        "unseen": "unseen_first",
        "single": "single_choice",
        "yes": "true",
    }
    chinese = own | {"unseen": "未做优先", "single": "单选题", "yes": "是"}
    one, other = (read_preset(SAME.format(**names)) for names in (english, chinese))
    assert (one.draw, one.this_month, one.minutes, one.pass_mark) == ("unseen_first", True, 20, 70)
    assert (one.filter.regulations, one.filter.articles) == (("守则",), (1, 6))
    assert [(row.type, row.count, row.points) for row in one.rows] == [("single_choice", 1, 5)]
    assert [(row.type, row.count, row.points) for row in other.rows] == [("single_choice", 1, 5)]
    for name in ("title", "minutes", "pass_mark", "draw", "this_month", "quotas"):
        assert getattr(one, name) == getattr(other, name)


def test_chinese_names_of_presets_lead_to_fields_that_exist() -> None:
    """The tables hold no field that nothing reads, and every field has a Chinese name."""
    assert set(PRESET_FIELD_NAMES.values()) == {*PRESET_FIELDS, *ROW_FIELDS}
    assert set(FILTER_FIELD_NAMES.values()) == set(FILTER_FIELDS)
    assert set(DRAW_NAMES.values()) == {"random", "unseen_first", "mistakes_first", "same_for_all"}


def test_short_answers_are_in_no_exam() -> None:
    """Every other type of question may be."""
    assert set(QUESTION_TYPES) - set(EXAM_TYPES) == {"short_answer"}


def test_one_name_in_two_suffixes_is_one_preset(tmp_path: Path) -> None:
    """month.yaml and month.yml would have one address."""
    catalog = catalog_of(tmp_path, {f"quizzes/presets/month{suffix}": SHORT for suffix in (".yaml", ".yml")})
    assert [str(problem) for problem in catalog.problems] == [
        "quizzes/presets/month.yml:1:1: 与 quizzes/presets/month.yaml 只差后缀，是同一个编号：请改一个文件名"
    ]


def test_nothing_lacks_for_sure_while_the_bank_is_broken(tmp_path: Path) -> None:
    """A question that must be mended would be counted as missing: it alone is reported."""
    text = SHORT.replace("count: 1", "count: 2")
    root = make_project(tmp_path / "project", files={"quizzes/presets/short.yml": text})
    assert [problem.rule for problem in load_catalog(root).problems] == ["short-preset"]
    write(root / "quizzes/more.yml", "title: 更多\nquestions:\n- {id: a, type: 判断, stem: 一句话。}\n")
    assert {problem.rule for problem in load_catalog(root).problems} == {
        "missing-field",
        "no-explanation",
        "no-citation",
    }


def test_a_monthly_preset_is_checked_for_every_month_with_questions(tmp_path: Path) -> None:
    """A month's lesson without a quiz asks nothing of it; one with too few questions is named."""
    lesson = "---\ntitle: 课\nmonth: {month}\nregulation: study-rules\n---\n# 课\n"
    quiz = "title: 自测\nlesson: {lesson}\nregulation: study-rules\nquestions:\n- {{id: a, type: 判断, stem: {stem}, answer: 对, explanation: 对, cite: [第一条]}}\n"
    files = {
        "docs/lessons/2026/03-one.md": lesson.format(month="2026-03"),
        "docs/lessons/2026/04-two.md": lesson.format(month="2026-04"),
        "quizzes/one.yml": quiz.format(lesson="2026/03-one", stem="一。"),
        "quizzes/presets/month.yml": f"this_month: 是\n{SHORT}- {{type: 单选题, count: 1, points: 5}}\n",
    }
    problems = load_catalog(make_project(tmp_path / "project", files=files)).problems
    assert [str(problem) for problem in problems] == [
        "quizzes/presets/month.yml:5:3: 考 2026-03 的课时，第 2 行 单选题要 1 题，题库里符合的只有 0 题，还差 1 题"
    ]


def test_the_index_carries_presets_with_ids(tmp_path: Path) -> None:
    """Names of regulations become ids, and what a filter does not ask for is left out."""
    text = "title: 卷\nminutes: 5\nfilters: {regulations: [党员学习守则], articles: 5}\nrows:\n- {type: 单选, count: 1, points: 3}\n"
    catalog = catalog_of(tmp_path, {"quizzes/presets/one.yml": text})
    assert (
        '"presets":[{"id":"one","title":"卷","minutes":5,"pass_mark":80,"draw":"random","this_month":false,'
        '"filter":{"regulations":["study-rules"],"articles":[5,5]},'
        '"rows":[{"type":"single_choice","count":1,"points":3,"filter":{}}],"quotas":{}}]'
    ) in export_bank(catalog).index.text


def can_be_filled(
    pools: list[list[int]], counts: list[int], groups: dict[int, str], quotas: dict[str, int]
) -> bool:
    """By trying every way there is."""
    slots = [row for row, count in enumerate(counts) for _ in range(count)]
    for chosen in itertools.product(*(pools[row] for row in slots)):
        if len(set(chosen)) == len(slots) and all(
            sum(groups.get(question) == group for question in chosen) >= least
            for group, least in quotas.items()
        ):
            return True
    return False


def test_a_shortage_is_found_exactly_where_there_is_one() -> None:
    """Overlapping rows and quotas together: nothing lacks just where some way of filling exists."""
    dice = random.Random(1)
    answers = []
    for _ in range(400):
        pools = [sorted(dice.sample(range(5), dice.randint(1, 4))) for _ in range(dice.randint(1, 3))]
        counts = [dice.randint(1, 2) for _ in pools]
        groups = {question: dice.choice("甲乙") for question in range(5) if dice.random() < 0.8}
        quotas = {group: dice.randint(1, 2) for group in "甲乙" if dice.random() < 0.6}
        shortage = find_shortage(pools, counts, groups, quotas)
        is_enough = not shortage.rows and not shortage.quotas
        assert is_enough == can_be_filled(pools, counts, groups, quotas)
        answers.append(is_enough)
    assert 50 < sum(answers) < 350
