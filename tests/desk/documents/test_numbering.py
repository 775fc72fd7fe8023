"""Automatic numbers of Word lists, which are shown but not stored."""

from __future__ import annotations

import pytest
from tests.support.office import docx, numbering_xml, paragraph, table

from desk.documents.model import Line
from desk.documents.word.numerals import numeral


def shown(read, *body: str, **settings) -> list[str]:
    """The texts of a document's lines."""
    return [line.text for line in read(docx(*body, **settings)).blocks if isinstance(line, Line)]


def test_questions_and_options_are_numbered_and_options_begin_anew(read) -> None:
    """The paper as Word shows it: 1. A. B. 2. A. — the label stands apart as well."""
    lines = read(
        docx(
            paragraph("题一", number=("1", 0)),
            paragraph("甲", number=("1", 1)),
            paragraph("乙", number=("1", 1)),
            paragraph("不编号的一段"),
            paragraph("题二", number=("1", 0)),
            paragraph("丙", number=("1", 1)),
            numbering={"1": [("decimal", "%1."), ("upperLetter", "%2．")]},
        )
    ).blocks
    assert [(line.label, line.text, line.indent) for line in lines] == [
        ("1.", "1. 题一", 0),
        ("A．", "A．甲", 1),
        ("B．", "B．乙", 1),
        ("", "不编号的一段", 0),
        ("2.", "2. 题二", 0),
        ("A．", "A．丙", 1),
    ]


def test_lists_of_one_family_count_on_unless_told_to_begin_anew(read) -> None:
    """Another list of the same family goes on; a start of its own restarts it once."""
    lists = numbering_xml(
        {"1": [("decimal", "%1、")]},
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    )
    numbers = ("1", "2", "3", "3", "1")
    body = [paragraph("题", number=(number, 0)) for number in numbers]
    assert shown(read, *body, numbering=lists) == ["1、题", "2、题", "1、题", "2、题", "3、题"]


def test_numbers_of_higher_levels_stand_inside_a_label(read) -> None:
    """1.1 and 一、（一）; a level that was skipped shows its start."""
    lists = {
        "1": [("decimal", "%1"), ("decimal", "%1.%2")],
        "2": [("chineseCounting", "%1、"), ("chineseCounting", "（%2）")],
    }
    assert shown(
        read,
        paragraph("甲", number=("1", 1)),
        paragraph("乙", number=("1", 0)),
        paragraph("丙", number=("1", 1)),
        paragraph("丁", number=("2", 0)),
        paragraph("戊", number=("2", 1)),
        numbering=lists,
    ) == ["1.1 甲", "1 乙", "1.1 丙", "一、丁", "（一）戊"]


def test_a_list_may_come_with_the_style_and_be_taken_away(read) -> None:
    """The style's list and level; list 0 on the paragraph means no number."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="题目"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="o"><w:name w:val="选项"/><w:basedOn w:val="q"/></w:style>'
    )
    lists = numbering_xml({"1": [("decimal", "%1."), ("upperLetter", "%2.")]}).replace(
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/>',
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:pStyle w:val="o"/>',
    )
    assert shown(
        read,
        paragraph("题", style="q"),
        paragraph("甲", style="o"),
        paragraph("乙", style="o"),
        paragraph("说明", style="q", number=("0", 0)),
        numbering=lists,
        styles=styles,
    ) == ["1. 题", "A. 甲", "B. 乙", "说明"]


def test_bullets_and_deleted_paragraphs_have_no_number(read) -> None:
    """A bullet is no text; a paragraph that was deleted with tracking is not counted."""
    deleted = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>题</w:delText></w:r></w:del></w:p>"
    )
    lines = read(
        docx(
            paragraph("题一", number=("1", 0)),
            deleted,
            paragraph("题二", number=("1", 0)),
            paragraph("要点", number=("2", 0)),
            numbering={"1": [("decimal", "%1.")], "2": [("bullet", "\uf0b7")]},
        )
    ).blocks
    assert [(line.text, line.is_list_item) for line in lines] == [
        ("1. 题一", True),
        ("", False),
        ("2. 题二", True),
        ("要点", True),
    ]


def test_numbers_count_inside_tables_and_text_boxes(read) -> None:
    """A table whose first column is numbered automatically."""
    rows = [[paragraph(number=("1", 0)), "甲"], [paragraph(number=("1", 0)), "乙"]]
    opened = read(docx(table(rows), numbering={"1": [("decimal", "%1")]}))
    assert opened.blocks[0].rows == (("1", "甲"), ("2", "乙"))


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("decimal", "1 2 10 12 20 21 110"),
        ("decimalZero", "01 02 10 12 20 21 110"),
        ("upperLetter", "A B J L T U FFFFF"),
        ("lowerLetter", "a b j l t u fffff"),
        ("upperRoman", "I II X XII XX XXI CX"),
        ("lowerRoman", "i ii x xii xx xxi cx"),
        ("chineseCounting", "一 二 十 十二 二十 二十一 一百一十"),
        ("chineseCountingThousand", "一 二 十 十二 二十 二十一 一百一十"),
        ("japaneseCounting", "一 二 十 十二 二十 二十一 一百一十"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾贰 贰拾 贰拾壹 壹佰壹拾"),
        ("decimalEnclosedCircle", "① ② ⑩ ⑫ ⑳ ㉑ 110"),
        ("decimalEnclosedCircleChinese", "① ② ⑩ ⑫ ⑳ ㉑ 110"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑿ ⒇ 21 110"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒑ ⒓ ⒛ 21 110"),
        ("decimalFullWidth", "１ ２ １０ １２ ２０ ２１ １１０"),
        ("ideographTraditional", "甲 乙 癸 12 20 21 110"),
        ("ideographZodiac", "子 丑 酉 亥 20 21 110"),
        ("ideographEnclosedCircle", "㊀ ㊁ ㊉ 12 20 21 110"),
        ("ideographDigital", "一 二 一〇 一二 二〇 二一 一一〇"),
        ("somethingNew", "1 2 10 12 20 21 110"),
    ],
)
def test_number_formats(style: str, expected: str) -> None:
    """Every format that Word and WPS offer in Chinese; an unknown one counts in digits."""
    assert " ".join(numeral(number, style) for number in (1, 2, 10, 12, 20, 21, 110)) == expected


@pytest.mark.parametrize("number", [-1, 10**11])
@pytest.mark.parametrize("style", ["upperLetter", "upperRoman", "ideographDigital", "decimalFullWidth"])
def test_absurd_numbers_are_digits(style: str, number: int) -> None:
    """A damaged file may start at a hundred billion: as letters that would have no end."""
    assert numeral(number, style) == str(number)
