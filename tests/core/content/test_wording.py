"""The wording file and what it finds (whole pages are in the case files)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.support.project import REPOSITORY, make_project

from lianxue.content.catalog import load_catalog
from lianxue.content.wording import Wording, WordList, make_word_list, parse_wordings, read_word_list
from lianxue.content.wording_typography import check_typography
from lianxue.reading.front_matter import read_front_matter
from lianxue.reading.problem import Report

REGULATIONS = REPOSITORY.parent / "shared" / "regulations"
OWN = read_word_list(REPOSITORY, Report())


def words_of(text: str) -> WordList:
    return make_word_list(parse_wordings(text, "docs/wording.yml", Report()))


def found(words: WordList, text: str) -> list[str]:
    return [str(hit) for hit in words.find(text)]


NAMES = """\
names:
- wrong: [纪检委, 纪检监察委员]
  right: 纪委
  source: 《规则》第七条
  except: [纪检委员]
"""


def test_a_wrong_form_is_found_with_the_right_one_and_its_source() -> None:
    """The message says what is wrong, what is right, and who says so."""
    assert found(words_of(NAMES), "县纪检委来了") == ["“纪检委”应为“纪委”（见《规则》第七条）"]


def test_an_exception_holds_only_where_it_covers_the_wrong_form() -> None:
    """纪检委员 is right; the 纪检委 beside it is not."""
    assert len(found(words_of(NAMES), "纪检委员找纪检委")) == 1


def test_of_two_wrong_forms_the_longer_is_found() -> None:
    """One place is said once."""
    assert found(words_of(NAMES), "纪检监察委员") == ["“纪检监察委员”应为“纪委”（见《规则》第七条）"]


def test_a_wrong_form_inside_the_right_one_is_no_fault() -> None:
    """思想 for 重要思想: the right form itself is never reported."""
    words = words_of("words:\n- {wrong: [代表思想], right: 三个代表思想, source: 甲}\n")
    assert found(words, "三个代表思想，代表思想") == ["“代表思想”建议写“三个代表思想”（见甲）"]


@pytest.mark.parametrize("text", ["监督执纪“四种形式”", '监督执纪"四种形式"', "监督执纪「四种形式」"])
def test_any_quotation_marks_will_do(text: str) -> None:
    """Authors type what their keyboard has; the message repeats what they wrote, in brackets of its own."""
    assert found(OWN, text) == [f"【{text}】应为【监督执纪“四种形态”】（见《中国共产党章程》第四十条）"]


def test_our_own_list_is_well_formed() -> None:
    """At least forty entries, each read without a word."""
    report = Report()
    read_word_list(REPOSITORY, report)
    assert report.problems == []
    assert len(set(OWN.by_wrong.values())) >= 40


@pytest.mark.parametrize(
    "text",
    [
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”，深刻领悟“两个确立”的决定性意义。",
        "习近平新时代中国特色社会主义思想",
        "建设有中国特色的社会主义",
        "中央纪律检查委员会国家监察委员会",
        "警告、严重警告、撤销党内职务、留党察看、开除党籍",
        "涉及政治纪律、组织纪律、群众纪律的行为",
        "纪检委员负责检查",
    ],
)
def test_our_own_list_leaves_right_sentences_alone(text: str) -> None:
    """Set phrases as the documents have them."""
    assert found(OWN, text) == []


@pytest.mark.skipif(not REGULATIONS.is_dir(), reason="the texts lie beside the project")
@pytest.mark.parametrize("wording", dict.fromkeys(OWN.by_wrong.values()), ids=lambda one: one.right)
def test_every_right_form_stands_where_our_list_says(wording: Wording) -> None:
    """The article named as its source holds the right form."""
    match = re.match(r"《(?P<title>.+?)》(?P<place>.+)", wording.source)
    assert match is not None
    file = sorted(REGULATIONS.glob(f"{match['title']}__*.txt"))[-1]
    text = file.read_text(encoding="utf-8")
    if match["place"] == "标题":
        part = text.partition("\n")[0]
    elif match["place"] == "总纲":
        part = text[: text.index("\n第一条")] if "\n第一条" in text else text
    else:
        found_article = re.search(
            rf"^\s*{match['place']}(?!之).*?(?=^\s*第[一二三四五六七八九十百]+条|\Z)",
            text,
            re.DOTALL | re.MULTILINE,
        )
        part = found_article[0] if found_article else ""
    plain = re.compile(r"[“”\"\s]")
    assert plain.sub("", wording.right) in plain.sub("", part)


@pytest.mark.skipif(not REGULATIONS.is_dir(), reason="the texts lie beside the project")
def test_no_name_of_our_list_is_found_in_a_document() -> None:
    """What the documents themselves say would otherwise stop a build."""
    hits = [
        f"{file.name}: {hit}"
        for file in sorted(REGULATIONS.glob("*.txt"))
        for hit in OWN.find(file.read_text(encoding="utf-8"))
        if hit.wording.is_name
    ]
    assert hits == []


def test_a_portal_without_the_file_has_no_list(tmp_path: Path) -> None:
    """Nothing is asked of it."""
    assert read_word_list(tmp_path, Report()).pattern is None


def test_a_page_that_may_be_published_stays_so_with_our_list(tmp_path: Path) -> None:
    """A quotation of a document, code and a link may hold what our list calls wrong."""
    page = "# 页\n\n> 留党查看\n接着引\n\n`留党查看` [链接](https://a.test/留党查看)\n"
    own = (REPOSITORY / "docs" / "wording.yml").read_text(encoding="utf-8")
    root = make_project(tmp_path / "p", files={"docs/wording.yml": own, "docs/more.md": page})
    assert [str(problem) for problem in load_catalog(root).problems] == []


def typography(text: str) -> list[str]:
    source = read_front_matter(text, "docs/a.md", Report())
    assert source is not None
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in check_typography([source])]


def test_half_width_punctuation_is_pointed_out_beside_its_neighbours() -> None:
    """What stands there, what is usual, at the exact place."""
    assert typography("学员按时到课,不得缺课.\n") == [
        "1:7: “到课,不得”按中文排版习惯写成“到课，不得”",
        "1:12: “缺课.”按中文排版习惯写成“缺课。”",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月1日，共10人，用Word写。",
        "> 原文,照录.\n",
        "他说“好,的”，见《甲,乙》。",
        "`a,甲` 和[链接](甲,乙)",
        "```\n甲,乙\n```",
        "<!-- 甲,乙 -->",
        "---\ntitle: 甲,乙\n---\n正文",
        "第一条　全文",
        "## 一.什么是自律\n\n二.怎样做",
        "1,000人，占3.5%",
    ],
)
def test_quotations_code_and_figures_are_left_alone(text: str) -> None:
    """Words of documents stay as they are, and official papers set no blanks around figures."""
    assert typography(text) == []


def test_a_pasted_text_gets_five_lines_and_a_count() -> None:
    """Hundreds of lines would only be read past."""
    said = typography("甲,乙\n" * 100)
    assert len(said) == 5
    assert said[-1] == "5:2: “甲,乙”按中文排版习惯写成“甲，乙”；这一页另有 95 处"
