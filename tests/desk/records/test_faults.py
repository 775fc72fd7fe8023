"""Broken JSON, XML and YAML are a sentence with a place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.documents.model import OpenedFile
from desk.failures import DeskError
from desk.importing.records.reading import read_records

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.sampled_from(("A", "题", "1")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("题干", "question", "options", "answer", "A", "type", "list")), inner, max_size=4
        )
    ),
    max_leaves=12,
)


def failure(kind: str, raw: str) -> str:
    """What reading a broken file says."""
    with pytest.raises(DeskError) as caught:
        read_records(OpenedFile(name=f"题库.{kind}", kind=kind, raw=raw))
    return str(caught.value)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            '[\n {"题干": "一"\n  "答案": "A"}\n]',
            "《题库.json》第 3 行第 3 个字：JSON 写法有误（缺少逗号，或者前面的引号、括号没有配对），请改正后再导入",
        ),
        ("[" * 30 + "]" * 30, "《题库.json》的括号套得太深，不像题库"),
        ('[{"题干": ' + "9" * 5000 + "}]", "《题库.json》里有一个数字太长，不像题库"),
    ],
    ids=["no comma", "too deep", "huge number"],
)
def test_broken_json_names_line_and_reason(raw: str, said: str) -> None:
    """The trainer is told where, and what would be right."""
    assert failure("json", raw) == said


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            "<quiz>\n<question type='essay'>\n</quiz>",
            "《题库.xml》第 3 行：XML 写法有误（Opening and ending tag mismatch: question line 2 and quiz, line 3, "
            "column 8），请重新从 Moodle 导出",
        ),
        ("<html/>", "《题库.xml》不是 Moodle 的题库：最外层应是 quiz，写的是 html"),
        ("<quiz/>", "《题库.xml》不是 Moodle 的题库：里面没有 question"),
        (
            '<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>',
            "《题库.xml》里有 DOCTYPE 或实体声明，为安全起见不读：Moodle 导出的文件里没有它们",
        ),
    ],
    ids=["not closed", "web page", "empty", "entities"],
)
def test_broken_xml_names_line_and_reason(raw: str, said: str) -> None:
    """An entity is refused before it is read."""
    assert failure("xml", raw) == said


def test_yaml_that_is_no_quiz_is_said() -> None:
    """The message is that of `check`."""
    said = "《题库.yaml》第 1 行：这不是一套自测题：文件应以“title: 标题”和“questions:”写成"
    assert failure("yaml", "- 一\n- 二\n") == said


def test_other_files_are_no_records() -> None:
    """Papers have a reader of their own."""
    assert failure("docx", "") == "《题库.docx》不是表格、JSON、Moodle XML 或题库文件"


@settings(deadline=None, derandomize=True)
@given(JSON)
def test_no_json_is_too_strange(value: object) -> None:
    """Whatever the array holds, reading it never fails but by a sentence."""
    try:
        read_records(OpenedFile(name="题库.json", kind="json", raw=json.dumps(value, ensure_ascii=False)))
    except DeskError as failed:
        assert "题库.json" in str(failed)
