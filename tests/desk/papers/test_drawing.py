"""What a paper draws: by the preset's rules, by a seed, and a sentence where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.desk.papers.conftest import PRESET, choices, write_file, write_preset, write_quiz

from desk.failures import DeskError
from desk.papers.chance import seeded, shuffle
from desk.papers.placement import place_questions
from desk.papers.planning import plan_paper
from lianxue.content.catalog import Catalog, load_catalog

ONE_ROW = [{"type": "single_choice", "count": 2, "points": 50}]


def test_chance_is_that_of_the_browser() -> None:
    """The figures come from practice/random.js; a character outside the first plane counts as two there."""
    found = [
        [round(random(), 12) for _ in range(3)] for random in map(seeded, ("", "月度 monthly 1 A", "𠮷"))
    ]
    assert found == [
        [0.326536828652, 0.774556612829, 0.600397886941],
        [0.269809859572, 0.772152424091, 0.614055010723],
        [0.004686095519, 0.838248614455, 0.29178998596],
    ]
    assert shuffle(range(10), seeded("seed")) == [4, 0, 3, 7, 6, 8, 9, 1, 5, 2]


@pytest.mark.parametrize("seed", range(20))
def test_rows_that_share_questions_are_filled_and_quotas_met(seed: int) -> None:
    """One row fits everything, one a few: those few are kept for it, and the rare group comes in."""
    order = shuffle(range(12), seeded(str(seed)))
    pools = [set(range(12)), {0, 1, 2}]
    held = place_questions(order, pools, [5, 3], lambda one: "稀" if one in (10, 11) else "", {"稀": 2})
    assert held is not None
    assert sorted(map(len, held)) == [3, 5]
    assert sorted(held[1]) == [0, 1, 2]
    assert {10, 11} <= set(held[0])
    assert len({*held[0], *held[1]}) == 8


def test_too_few_questions_are_no_placement() -> None:
    """Where rows or quotas cannot be met nothing is given."""
    assert place_questions(range(3), [{0, 1}], [3], lambda _: "", {}) is None
    assert place_questions(range(3), [{0, 1, 2}], [2], lambda _: "", {"稀": 1}) is None


def test_every_variant_has_what_one_drawing_drew(bank: Path) -> None:
    """The seed draws, the name of the variant only orders."""
    write_quiz(bank, "many", *choices(30, 100))
    write_preset(bank, "some", title="抽题", rows=[{**ONE_ROW[0], "count": 12}])
    paper = plan_paper(load_catalog(bank), "some", variants=("A", "B", "C"))
    drawn = [{one.question.full_id for one in variant.questions} for variant in paper.variants]
    assert len(drawn[0]) == 12
    assert drawn[0] == drawn[1] == drawn[2]
    again = plan_paper(load_catalog(bank), "some", seed="2")
    assert {one.question.full_id for one in again.variants[0].questions} != drawn[0]


def test_questions_of_a_material_stand_together_in_their_order(catalog: Catalog) -> None:
    """Under one text, whatever chance does with the rest."""
    for seed in "12345":
        (single, *_) = plan_paper(catalog, "quarter", seed=seed).variants[0].sections
        (group,) = [group for group in single.groups if group.material]
        assert [one.question.id for one in group.questions] == ["story-1", "story-2"]


def test_drafts_are_never_drawn(bank: Path) -> None:
    """待确认 questions are no part of the bank, and do not count as supply either."""
    settled, draft = choices(2, 50)
    write_quiz(bank, "drafts", settled, {**draft, "status": "待确认"})
    write_preset(bank, "drafts", title="试卷", filters={"quizzes": ["drafts"]}, rows=ONE_ROW)
    with pytest.raises(DeskError) as error:
        plan_paper(load_catalog(bank), "drafts")
    assert str(error.value) == (
        "组卷方案“试卷”（quizzes/presets/drafts.yml）组不成卷：第 1 行 单选题要 2 题，题库里符合的只有 1 题，还差 1 题"
    )


def test_each_row_and_quota_that_lacks_is_named(bank: Path) -> None:
    """One sentence says them all."""
    rows = [{"type": "fill_in", "count": 3, "points": 1}, {"type": "matching", "count": 2, "points": 1}]
    write_preset(bank, "short", title="缺题", rows=rows, quotas={"廉洁纪律": 1})
    with pytest.raises(DeskError) as error:
        plan_paper(load_catalog(bank), "short")
    assert str(error.value) == (
        "组卷方案“缺题”（quizzes/presets/short.yml）组不成卷：第 1 行 填空题要 3 题，题库里符合的只有 1 题，还差 2 题；"
        "第 2 行 匹配题要 2 题，题库里符合的只有 1 题，还差 1 题；廉洁纪律至少要 1 题，各行能抽到的只有 0 题，还差 1 题"
    )


@pytest.mark.parametrize(
    ("month", "message"),
    [
        ("", "组卷方案“月考”只考一个月的课，请用 --month 写明月份。有题目的月份：2026-02"),
        ("二月", "月份要写成 2026-04 的样子，不是“二月”。有题目的月份：2026-02"),
        ("2026-04", "2026-04 没有带自测题的课。有题目的月份：2026-02"),
    ],
)
def test_a_preset_of_one_month_needs_it(bank: Path, month: str, message: str) -> None:
    """Nothing is guessed from the clock."""
    write_preset(bank, "monthly", title="月考", this_month="是", rows=ONE_ROW)
    with pytest.raises(DeskError) as error:
        plan_paper(load_catalog(bank), "monthly", month=month)
    assert str(error.value) == message


def test_a_preset_of_one_month_draws_from_its_lessons(bank: Path) -> None:
    """Questions of no lesson stay out."""
    write_quiz(bank, "other", *choices(20, 200), lesson="")
    write_preset(bank, "monthly", title="月考", this_month="是", rows=[{**ONE_ROW[0], "count": 11}])
    paper = plan_paper(load_catalog(bank), "monthly", month="2026-02")
    assert {one.question.quiz for one in paper.variants[0].questions} == {"bank"}


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (
            {"name": "quartr"},
            "没有“quartr”这个组卷方案，是不是 quarter？现有的组卷方案：quarter（季度测试）",
        ),
        ({"month": "2026-02"}, "这份卷不按月份出题，用不着 --month 2026-02：请去掉它"),
        ({"variants": ("A", "a")}, "卷名有重复：A、a"),
        ({"variants": ("A", "../x")}, "卷名“../x”不能用：请写成 A,B 或 甲,乙 的样子，之间用逗号"),
        ({"variants": ()}, "一次可以出 1 到 8 套卷，写的是 0 套"),
    ],
)
def test_a_wrong_choice_gets_a_sentence(catalog: Catalog, choice: dict[str, object], message: str) -> None:
    """Which says what would be right."""
    name = str(choice.get("name", "quarter"))
    with pytest.raises(DeskError) as error:
        plan_paper(catalog, name, **{key: value for key, value in choice.items() if key != "name"})  # type: ignore[arg-type]
    assert str(error.value) == message


def test_a_broken_preset_is_named_with_its_place(bank: Path) -> None:
    """It is not taken for one that is missing."""
    write_file(
        bank / "quizzes/presets/broken.yml", "title: 坏\nrows:\n  - {type: 单选题, count: 多, points: 1}\n"
    )
    with pytest.raises(DeskError) as error:
        plan_paper(load_catalog(bank), "broken")
    assert str(error.value).startswith("组卷方案“broken”读不懂，请先改好：quizzes/presets/broken.yml:3:")


def test_a_preset_is_found_by_its_title_too(catalog: Catalog) -> None:
    """Trainers know titles better than names of files."""
    assert plan_paper(catalog, "季度测试") == plan_paper(catalog, "quarter")
    assert plan_paper(catalog, "quarter.yml").title == PRESET["title"]
