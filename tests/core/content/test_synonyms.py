"""The synonyms file (what is wrong with it is in the case files)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.quizzes import catalog_of

from lianxue.content.synonyms import NO_SYNONYMS, parse_synonyms
from lianxue.reading.problem import Report


def parse(text: str) -> tuple[dict[str, list[str]], list[str]]:
    """The words of a file and the messages about it."""
    report = Report()
    words = parse_synonyms(text, "docs/synonyms.yml", report)
    found = {word: [target.text for target in targets] for word, targets in words.items()}
    return found, [problem.message for problem in report.problems]


def test_a_word_leads_to_one_word_or_several() -> None:
    """A list, a bare word and a list over several lines, in the author's order."""
    text = "# 说明\n红包: [礼金]\n吃请: 宴请\n走后门:\n- 说情\n- 打招呼\n"
    assert parse(text) == ({"红包": ["礼金"], "吃请": ["宴请"], "走后门": ["说情", "打招呼"]}, [])


def test_a_wrong_word_is_left_out_and_the_others_stay() -> None:
    """One slip does not cost the whole file."""
    words, messages = parse("红包: [红包, 礼金]\n吃请:\n公车: 公务、交通\n")
    assert words == {"红包": ["礼金"]}
    assert len(messages) == 3


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("缺 课", "请写成“缺课”"),
        ("《守则》", "请写成“守则”"),
        ("A-B·卷", "请写成“AB卷”"),
        ("“”", "请写一个词"),
    ],
)
def test_blanks_and_punctuation_would_never_match(word: str, right: str) -> None:
    """The search leaves them out of what is asked; on both sides it is said what would be right."""
    said = f"“{word}”搜不到：近义词里不要有空格和标点，{right}"
    assert parse(f"'{word}': 甲\n乙: '{word}'\n") == ({}, [said, said])


def test_twenty_characters_are_not_too_long() -> None:
    """The bound itself is allowed, on both sides."""
    assert parse(f"{'甲' * 20}: {'乙' * 20}\n")[1] == []


def test_a_file_of_comments_alone_is_no_synonyms_file() -> None:
    """It says so, with what would be right."""
    assert parse("# 还没有\n") == ({}, [NO_SYNONYMS])


def test_the_catalog_holds_the_words(tmp_path: Path) -> None:
    """As they are written, with or without the file."""
    assert catalog_of(tmp_path / "without").synonyms == {}
    catalog = catalog_of(tmp_path / "with", {"docs/synonyms.yml": "补课: [补学, 守则]\n"})
    assert (catalog.problems, catalog.synonyms) == ((), {"补课": ("补学", "守则")})


def test_a_target_may_stand_in_a_title_a_text_a_stem_or_an_option(tmp_path: Path) -> None:
    """Answers and explanations are not searched, and do not count."""
    text = "甲: 学习守则\n乙: 缺了课\n丙: 集中学习\n丁: 每周\n戊: 守则定的是\n"
    catalog = catalog_of(tmp_path, {"docs/synonyms.yml": text})
    assert [problem.message for problem in catalog.problems] == [
        "没有课文、法规或题目里有“守则定的是”：搜“戊”不会因此多找到什么"
    ]


def test_nothing_is_said_to_lack_while_content_is_broken(tmp_path: Path) -> None:
    """What seems to lack may only stand in the broken page."""
    files = {"docs/synonyms.yml": "甲: 没有的词\n", "docs/bad.md": "---\ntitel: 坏\n---\n正文。\n"}
    assert [problem.rule for problem in catalog_of(tmp_path, files).problems] == ["unknown-field"]
