"""YAML is read as texts with places, and nothing in it runs away with us."""

from __future__ import annotations

import time

import pytest

from lianxue.reading.problem import Place, Report
from lianxue.reading.yaml_source import MAX_DEPTH, Mapping, Node, Scalar, Sequence, read_yaml


def read(text: str, first_line: int = 1) -> tuple[Node | None, list[str]]:
    """The tree of a text and its problems as a person would see them."""
    report = Report()
    node = read_yaml(text, "x.yml", report, first_line=first_line)
    return node, [str(problem) for problem in report.problems]


def scalars(node: Node | None) -> dict[str, str]:
    """A flat mapping as plain texts."""
    assert isinstance(node, Mapping)
    return {key.text: value.text for key, value in node.items if isinstance(value, Scalar)}


def test_every_value_remembers_its_line_and_column() -> None:
    """Places count from 1, columns in characters, not in bytes."""
    node, problems = read("题目:\n  - 题干: 甲\n    options: {A: 乙, B: 丙}\n")
    assert problems == []
    assert isinstance(node, Mapping)
    (_, questions), *_ = node.items
    assert isinstance(questions, Sequence)
    assert isinstance(questions.items[0], Mapping)
    (stem_key, stem), (_, options) = questions.items[0].items
    assert isinstance(options, Mapping)
    places = [stem_key.place, stem.place, options.place, options.items[1][1].place]
    assert places == [Place("x.yml", line, column) for line, column in [(2, 5), (2, 9), (3, 14), (3, 24)]]


def test_lines_count_from_where_the_text_begins_in_its_file() -> None:
    """Front matter that starts on line 2 gives problems with the file's own lines."""
    node, problems = read("title: 甲\ntitle: 乙\n", first_line=2)
    assert isinstance(node, Mapping)
    assert node.place.line == 2
    assert problems == ["x.yml:3:1: “title”在第 2 行已写过：同一处只能写一次"]


@pytest.mark.parametrize(
    "typed", ["NO", "1.10", "010", "12:30", "~", "null", "true", "0x1F", "1e3", "2026-02-28", ".inf", "="]
)
def test_scalars_stay_what_was_typed(typed: str) -> None:
    """YAML's own guesses at booleans, numbers and dates never touch a text."""
    assert scalars(read(f"a: {typed}\n")[0]) == {"a": typed}


def test_texts_are_composed_and_trimmed_but_never_folded() -> None:
    """NFC and outer blanks are settled while reading; ①（ ）％ stay as the author wrote them."""
    assert scalars(read('a: "  é①（ ）％　"\n')[0]) == {"a": "é①（ ）％"}


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n"])
def test_an_empty_file_is_nothing_and_no_problem(text: str) -> None:
    """Whoever wanted something else says so."""
    assert read(text) == (None, [])


def test_a_deep_file_is_refused_at_once() -> None:
    """A hundred thousand brackets end at the depth limit, not at the recursion limit."""
    started = time.perf_counter()
    node, problems = read("a: " + "[" * 100_000)
    assert time.perf_counter() - started < 2
    assert node is None
    assert problems == [f"x.yml:1:{3 + MAX_DEPTH}: 层次太深：最多 {MAX_DEPTH} 层"]


def test_a_merge_key_bomb_is_read_in_no_time() -> None:
    """Aliases and merge keys are problems, never expanded: 28 s in yaml.safe_load, nothing here."""
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 10)]
    started = time.perf_counter()
    _, problems = read("\n".join(lines) + "\n")
    assert time.perf_counter() - started < 0.5
    assert problems[0] == "x.yml:1:5: 不使用锚点“&a0”；文字以 & 开头时加引号"
    assert "x.yml:2:10: 不使用合并键“<<”：请把内容写全" in problems
    assert "x.yml:2:15: 不使用引用“*a0”：请把内容写全；文字以 * 开头时加引号" in problems
    assert len(problems) == 10 + 9 + 81


def test_the_first_of_two_equal_keys_is_kept() -> None:
    """A key written twice is a problem at the second place; the value is the first one's."""
    node, problems = read("a: 一\nb: 二\na: 三\n")
    assert scalars(node) == {"a": "一", "b": "二"}
    assert problems == ["x.yml:3:1: “a”在第 1 行已写过：同一处只能写一次"]


def test_a_tag_is_a_problem_and_the_text_stays() -> None:
    """Nothing is constructed from a tag, ours or Python's."""
    node, problems = read("a: !!python/object/apply:os.system [x]\nb: !x 二\n")
    assert scalars(node) == {"b": "二"}
    assert problems == [
        "x.yml:1:4: 不使用标签“!!python/object/apply:os.system”；文字以 ! 开头时加引号",
        "x.yml:2:4: 不使用标签“!x”；文字以 ! 开头时加引号",
    ]


def test_a_second_document_is_refused() -> None:
    """What stands behind `---` would otherwise be lost without a word."""
    node, problems = read("---\na: 一\n---\nb: 二\n")
    assert node is None
    assert problems == ["x.yml:3:1: 一个文件只写一份内容，这里又出现了“---”：请删去"]
