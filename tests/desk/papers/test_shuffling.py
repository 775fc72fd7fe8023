"""Options change places only where no text speaks of their labels."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.quizzes import read_question

from desk.papers.chance import seeded
from desk.papers.shuffling import may_shuffle, print_question

FOUR = {"A": "甲说", "B": "乙说", "C": "丙说", "D": "丁说"}


def choice(options: dict[str, str] = FOUR, **fields: Any) -> dict[str, Any]:
    """A single choice whose right option is A."""
    return {
        "type": "single_choice",
        "stem": "下列哪一项对？",
        "options": options,
        "answer": "A",
        "explanation": "甲说得对。",
        "waive": {"no-citation": "测试"},
        **fields,
    }


@pytest.mark.parametrize(
    "last",
    [
        "以上都对",
        "以上说法都不正确",
        "上述各项都是",
        "A和B",
        "AB",
        "A、C都对",
        "前两项",
        "都不对",
        "均正确",
        "两者都是",
        "全部正确",
    ],
)
def test_an_option_that_speaks_of_others_holds_all_in_place(last: str) -> None:
    """Its words would mean something else."""
    assert not may_shuffle(read_question(choice({**FOUR, "D": last})))


@pytest.mark.parametrize(
    "last", ["三年以上七年以下", "县级以上党委", "①②", "各项工作", "都要受处分的人", "5G 网络", "CCTV"]
)
def test_ordinary_words_hold_nothing(last: str) -> None:
    """以上 as a bound, numbers of statements in the stem, Latin words."""
    assert may_shuffle(read_question(choice({**FOUR, "D": last})))


def test_a_label_in_stem_or_explanation_holds_all_in_place() -> None:
    """The explanation is printed beside the key, and “B 项” must stay what it was."""
    assert not may_shuffle(read_question(choice(explanation="B 项错在期限。")))
    assert not may_shuffle(read_question(choice(stem="关于 A、B 两人，哪一项对？")))


@pytest.mark.parametrize(
    "said",
    [
        *(
            "Ｂ项错误，应选Ｃ。",
            "排除Ⓑ。",
            "应选b。",
            "第三项才对。",
            "第二个选项说反了。",
            "前三个说法都是减轻。",
        ),
        *("首项错误。", "最后一项是原文。", "后两者错误。", "正确答案是选项二。", "其中B错。"),
    ],
)
def test_every_way_of_pointing_at_an_option_holds_all_in_place(said: str) -> None:
    """By a letter of any keyboard, or by counting."""
    assert not may_shuffle(read_question(choice(explanation=said)))


@pytest.mark.parametrize("said", ["依据是第九十七条第一项。", "下列选项中只有一个对。", "两项规定都有例外。"])
def test_ordinary_explanations_hold_nothing(said: str) -> None:
    """Items of a text are no options."""
    assert may_shuffle(read_question(choice(explanation=said)))


def test_right_and_wrong_are_never_shuffled() -> None:
    """对 comes before 错 on every paper."""
    question = read_question(
        {
            "type": "true_false",
            "stem": "真的。",
            "answer": "对",
            "explanation": "是。",
            "waive": {"no-citation": "测试"},
        }
    )
    assert not may_shuffle(question)


def test_labels_stay_and_texts_move() -> None:
    """Chance gives every order, the key follows it, and what an author called A to D is called so again."""
    question = read_question(choice())
    orders = set()
    for seed in range(300):
        printed = print_question(question, 1, 2, seeded(f"x{seed}"))
        assert [option.id for option in printed.options] == list("ABCD")
        (key,) = printed.answer()
        assert {option.id: option.text for option in printed.options}[key] == "甲说"
        orders.add(tuple(option.text for option in printed.options))
    assert len(orders) == 24


def test_steps_never_stand_in_the_right_order() -> None:
    """An ordering that chance has solved is turned by one place; its key still names the right sequence."""
    steps = {"A": "三", "B": "一", "C": "二"}
    question = read_question(
        {
            "type": "ordering",
            "stem": "排序。",
            "options": steps,
            "answer": ["B", "C", "A"],
            "explanation": "如此。",
            "waive": {"no-citation": "测试"},
        }
    )
    for seed in range(60):
        printed = print_question(question, 1, 2, seeded(str(seed)))
        texts = {option.id: option.text for option in printed.options}
        assert [texts[label] for label in printed.answer()] == ["一", "二", "三"]
        assert printed.answer() != ("A", "B", "C")


def test_pairs_are_found_again_on_both_sides() -> None:
    """Both sides of a matching move, each in its own order."""
    question = read_question(
        {
            "type": "matching",
            "stem": "配对。",
            "left": {"1": "左一", "2": "左二", "3": "左三"},
            "right": {"A": "右一", "B": "右二", "C": "右三", "D": "多余"},
            "answer": {"1": "A", "2": "B", "3": "C"},
            "explanation": "如此。",
            "waive": {"no-citation": "测试"},
        }
    )
    seen = set()
    for seed in range(60):
        printed = print_question(question, 1, 2, seeded(str(seed)))
        left = {option.id: option.text for option in printed.left}
        right = {option.id: option.text for option in printed.options}
        pairs = dict(pair.split("—") for pair in printed.answer())
        assert {left[one][1] for one in pairs} == {"一", "二", "三"}
        assert all(left[one][1] == right[other][1] for one, other in pairs.items())
        seen.add(printed.answer())
    assert len(seen) > 10


def test_without_chance_it_is_as_its_author_wrote_it() -> None:
    """Lists of questions print so."""
    printed = print_question(read_question(choice()), 3, 0)
    assert [option.text for option in printed.options] == list(FOUR.values())
    assert printed.answer() == ("A",)
