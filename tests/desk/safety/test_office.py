"""Secrets in the files that trainers hand in, also where a reader does not look."""

from __future__ import annotations

from desk.documents.model import Aside, Line, OpenedFile, Picture, Sheet, Table
from desk.safety.office import check_opened, refusal_of, remarks_of

NAME = "第三季度试卷.docx"


def opened(**parts: object) -> OpenedFile:
    return OpenedFile(name=NAME, kind="docx", **parts)  # type: ignore[arg-type]


def test_a_paper_with_a_mark_in_its_header_is_refused_with_the_place() -> None:
    """The sentence names file and place, masks the mark and says what to do."""
    hits = check_opened(opened(asides=(Aside(where="页眉", text="机密★10年"),)))
    assert refusal_of(hits) == (
        "《第三季度试卷.docx》页眉有密级标志（*密★…），没有读入：涉密内容和身份证号码不能放进本站，"
        "请按保密规定处理，或删去后再读入"
    )
    assert remarks_of(hits) == ()


def test_several_secrets_are_counted() -> None:
    """The first is named, the number of all is said."""
    hits = check_opened(
        opened(
            blocks=(Line(text="甲，11010519491231002X", where="第 3 段"),),
            asides=(Aside(where="批注 1", text="秘密★"),),
        )
    )
    sentence = refusal_of(hits)
    assert sentence is not None
    assert sentence.startswith("《第三季度试卷.docx》批注 1有密级标志（*密★）等 2 处，没有读入：")


def test_every_part_of_a_file_is_looked_through() -> None:
    """Text, merged cells once, footnotes, picture descriptions, comments, properties."""
    hits = check_opened(
        opened(
            blocks=(
                Line(text="电话13900139000", where="第 2 段"),
                Table(rows=(("甲", "甲"), ("13900139001", "13900139001")), where="表格 1"),
            ),
            asides=(Aside(where="文件属性“备注”", text="13900139002"),),
            footnotes={"脚注 1": "13900139003"},
            pictures=(Picture(name="图1.png", data=b"", alt="13900139004"),),
        )
    )
    assert refusal_of(hits) is None
    assert remarks_of(hits) == (
        "《第三季度试卷.docx》文件属性“备注”有手机号码（139****9002）：请确认可以公开。",
        "《第三季度试卷.docx》第 2 段有手机号码（139****9000）：请确认可以公开。",
        "《第三季度试卷.docx》表格 1 第 2 行有手机号码（139****9001）：请确认可以公开。",
        "《第三季度试卷.docx》脚注 1有手机号码（139****9003）：请确认可以公开。",
        "《第三季度试卷.docx》图片“图1.png”的说明有手机号码（139****9004）：请确认可以公开。",
    )


def test_sheets_are_named_with_their_rows_hidden_ones_as_hidden() -> None:
    """A secret in a hidden sheet refuses the workbook as one that is seen."""
    sheets = (
        Sheet(name="单选", rows=((1, ("题干",)), (15, ("邮箱jia@unit.test.cn", "")))),
        Sheet(name="底稿", rows=((3, ("绝密★",)),), is_hidden=True),
    )
    hits = check_opened(OpenedFile(name="题库.xlsx", kind="xlsx", sheets=sheets))
    assert [str(hit) for hit in hits] == [
        "《题库.xlsx》工作表“单选”第 15 行有电子邮箱（j***@unit.test.cn）：请确认可以公开",
        "《题库.xlsx》隐藏的工作表“底稿”第 3 行有密级标志（*密★）",
    ]
    assert [hit.blocks for hit in hits] == [False, True]


def test_stars_in_the_next_cell_are_no_mark() -> None:
    """A column of stars for difficulty beside 国家秘密 refuses nothing."""
    sheets = (Sheet(name="", rows=((2, ("国家秘密", "★★★")),)),)
    assert check_opened(OpenedFile(name="题库.csv", kind="csv", sheets=sheets)) == ()


def test_the_mark_of_an_examination_paper_is_said_and_does_not_refuse() -> None:
    """It is void once the examination was sat; the import takes it off."""
    hits = check_opened(opened(blocks=(Line(text="绝密★启用前", where="第 1 段"),)))
    assert refusal_of(hits) is None
    assert remarks_of(hits) == ("《第三季度试卷.docx》第 1 段有试卷的密级标志（*密★…）：读入时去掉。",)


def test_the_raw_text_of_other_formats_is_looked_through_by_line() -> None:
    """JSON, XML and YAML have lines, not paragraphs."""
    hits = check_opened(OpenedFile(name="题.json", kind="json", raw='[\n"11010519491231002X"]'))
    assert [(hit.where, hit.masked) for hit in hits] == [("第 2 行", "110105********002X")]


def test_a_clean_file_is_not_refused() -> None:
    """Nothing is found, nothing is said."""
    hits = check_opened(opened(blocks=(Line(text="文件分绝密、机密、秘密。", where="第 1 段"),)))
    assert (hits, refusal_of(hits), remarks_of(hits)) == ((), None, ())
