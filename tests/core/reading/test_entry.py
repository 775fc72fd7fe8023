"""Typed values are taken out of a mapping, and what is wrong is noted at its place."""

from __future__ import annotations

from datetime import date

import pytest

from lianxue.reading.entry import Entry, nearest_name, open_entry
from lianxue.reading.problem import Report
from lianxue.reading.yaml_source import Mapping, read_yaml


def entry_of(text: str, label: str = "") -> Entry:
    """An entry over a YAML text; 题干 is another name of stem."""
    report = Report()
    node = read_yaml(text, "x.yml", report)
    assert isinstance(node, Mapping)
    return open_entry(node, label, report, {"题干": "stem"})


def problems(entry: Entry) -> list[str]:
    """What was noted, as people see it."""
    return [str(problem) for problem in entry.report.problems]


def test_a_missing_field_is_noted_at_the_entry() -> None:
    """The label opens the message; without one the place says enough."""
    entry = entry_of("a: 甲\n", "第 1 题")
    assert entry.text("stem", required=True) == ""
    assert problems(entry) == ["x.yml:1:1: 第 1 题：缺少 stem（题干）"]


@pytest.mark.parametrize("value", ["", '""', "[]", '[""]', "[[]]", "{}"])
def test_empty_values_count_as_absent(value: str) -> None:
    """Brackets with nothing in them are not an answer."""
    assert not entry_of(f"a: {value}\n").has("a")


def test_another_name_leads_to_the_canonical_field() -> None:
    """题干 is stem; writing both is one field written twice."""
    assert entry_of("题干: 甲\n").text("stem") == "甲"
    entry = entry_of("stem: 甲\n题干: 乙\n")
    assert entry.text("stem") == "甲"
    assert problems(entry) == ["x.yml:2:1: “题干”与第 1 行的“stem”是同一个字段"]


@pytest.mark.parametrize("typed", ["-1", "1.5", "五", "101", "１０", "1e2", "9" * 5000])
def test_a_number_out_of_bounds_gives_the_default(typed: str) -> None:
    """Only plain digits within the bounds are a number."""
    entry = entry_of(f"a: {typed}\n")
    assert entry.number("a", default=80, least=1, most=100) == 80
    assert problems(entry) == [f"x.yml:1:4: a 应是 1 到 100 的整数，写的是“{typed}”"]


def test_days_are_days_of_the_calendar() -> None:
    """2026-02-29 and 20260228 are no dates here; 2028-02-29 is one."""
    assert entry_of("a: 2028-02-29\n").date("a") == date(2028, 2, 29)
    entry = entry_of("a: 2026-02-29\nb: 20260228\nc: 2026-W09-6\n")
    assert [entry.date(name) for name in "abc"] == [None, None, None]
    assert problems(entry) == [
        "x.yml:1:4: a 的“2026-02-29”不是日期：请写成 2026-02-28 的样子",
        "x.yml:2:4: b 的“20260228”不是日期：请写成 2026-02-28 的样子",
        "x.yml:3:4: c 的“2026-W09-6”不是日期：请写成 2026-02-28 的样子",
    ]


def test_one_text_counts_as_a_list_of_one() -> None:
    """`cite: 第一条` and `cite: [第一条]` say the same; empty items are dropped."""
    assert entry_of("a: 甲\n").texts("a") == ("甲",)
    assert entry_of('a: [甲, "", 乙]\n').texts("a") == ("甲", "乙")


def test_the_nearest_known_name_is_offered() -> None:
    """An unknown field names its neighbour where there is one, else all that could be meant."""
    entry = entry_of("titel: 甲\nxyz: 乙\n")
    entry.only(["title", "month"])
    assert problems(entry) == [
        "x.yml:1:1: 字段 titel 不认识，是不是 title？",
        "x.yml:2:1: 字段 xyz 不认识。可用：month、title",
    ]


def test_nothing_near_is_nothing_offered() -> None:
    """A guess must be better than half."""
    assert nearest_name("甲乙丙", ["丁戊己"]) == ""


@pytest.mark.parametrize("typed", ["【甲，乙】", "［甲］"])
def test_full_width_brackets_are_no_list(typed: str) -> None:
    """They are named with the brackets that belong there."""
    entry = entry_of(f"a: {typed}\n")
    assert entry.texts("a") == ()
    message = f"a 用了全角的“{typed[0]}{typed[-1]}”：请改成半角“[]”，各项之间用半角逗号“,”"
    assert problems(entry) == [f"x.yml:1:4: {message}"]


def test_a_full_width_comma_between_known_words_is_named() -> None:
    """Elsewhere a comma may belong to the text."""
    entry = entry_of("a: [甲，乙]\n")
    assert entry.texts("a") == ("甲，乙",)
    assert entry.texts("a", ("甲", "乙")) == ()
    assert problems(entry) == ["x.yml:1:5: a 的“甲，乙”里是全角逗号“，”：各项之间请用半角逗号“,”"]


def test_a_field_is_called_as_its_author_wrote_it() -> None:
    """Who wrote 题干 is not told of a stem."""
    entry = entry_of("题干: [甲]\n题目: 乙\n")
    entry.text("stem")
    entry.only(("stem",))
    assert problems(entry) == [
        "x.yml:1:5: 题干 应是一段文字",
        "x.yml:2:1: 字段 题目 不认识。可用：stem",
    ]
