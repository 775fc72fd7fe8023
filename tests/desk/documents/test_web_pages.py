"""Saved web pages: paragraphs, lists, tables, marks, and nothing that a reader does not see."""

from __future__ import annotations

import base64

import pytest

from desk.documents.model import Aside, Line, Span, Table, UnreadableFile


def test_blocks_lines_and_lists(read) -> None:
    """Every block is a paragraph, a br a line in it; numbers of lists are text, as on the screen."""
    page = """<html><head><title>试卷 一</title><style>p{}</style></head><body><script>x</script>
      <h2>单选题</h2>开头没有标签<p>1. 党员的
      义务是<br>A．学习&nbsp;B．教育</p><ol start="3"><li>甲<li><p>乙</p></ol><ul><li>点</ul><div> </div></body></html>"""
    opened = read(page, "页.html")
    assert opened.blocks == (
        Line(text="单选题", where="第 1 段", heading=2, spans=(Span(text="单选题", is_bold=True),)),
        Line(text="开头没有标签", where="第 2 段"),
        Line(text="1. 党员的义务是", where="第 3 段"),
        Line(text="A．学习 B．教育", where="第 3 段"),
        Line(text="3. 甲", where="第 4 段", label="3.", is_list_item=True),
        Line(text="4. 乙", where="第 5 段", label="4.", is_list_item=True),
        Line(text="点", where="第 6 段", is_list_item=True),
    )
    assert opened.asides == (Aside(where="网页标题", text="试卷 一"),)


def test_marks_and_hidden_text(read) -> None:
    """Colours by style or font, bold, underline, underlined blanks; what is not displayed goes aside."""
    page = (
        "<p>答案：<font color=red>A</font><span style='color:rgb(0, 0, 255);font-weight:700'>B</span>"
        "<u>&nbsp;&nbsp;&nbsp;</u><span style='background:#ff0'>C</span><i style='display:none'>藏</i></p>"
    )
    opened = read(page, "页.html")
    assert opened.blocks[0].spans == (
        Span(text="答案："),
        Span(text="A", colour="FF0000"),
        Span(text="B", is_bold=True, colour="0000FF"),
        Span(text="____", is_underlined=True),
        Span(text="C", highlight="FFFF00"),
    )
    assert opened.asides == (Aside(where="隐藏文字（第 1 段前后）", text="藏"),)


def test_tables_of_data_and_tables_of_layout(read) -> None:
    """Merged cells repeat; a table of one column, or around another, only lays out."""
    data = "<table><tr><th>题干<th>答案<tr><td rowspan=2>材料<td>一<br>行<tr><td>二</table>"
    opened = read(f"<table><tr><td><p>外面</p>{data}</td></tr></table>", "页.html")
    assert opened.blocks == (
        Line(text="外面", where="第 1 段"),
        Table(
            rows=(("题干", "答案"), ("材料", "一\n行"), ("材料", "二")),
            where="表格 1",
            spans=(
                ((Span(text="题干", is_bold=True),), (Span(text="答案", is_bold=True),)),
                ((), ()),
                ((), ()),
            ),
        ),
    )


def test_pictures_inside_the_page_are_taken(read) -> None:
    """Those elsewhere are not fetched."""
    data = base64.b64encode(b"png").decode()
    opened = read(
        f"<p>图<img src='data:image/png;base64,{data}' alt='会场'><img src='http://x/y.png'></p>", "页.html"
    )
    assert [(picture.name, picture.data, picture.alt) for picture in opened.pictures] == [
        ("picture-1.png", b"png", "会场")
    ]
    assert opened.blocks == (Line(text="图", where="第 1 段", pictures=("picture-1.png",)),)


@pytest.mark.parametrize("name", ["页.html", "answers.txt"])
def test_the_encoding_a_page_declares_is_followed(read, name: str) -> None:
    """gb2312 in the head means GB18030."""
    page = '<html><head><meta charset="gb2312"></head><body><p>党员の镕</p></body></html>'
    assert read(page.encode("gb18030"), name).blocks == (Line(text="党员の镕", where="第 1 段"),)


def test_a_single_file_page_is_read(read) -> None:
    """“另存为单个文件” (.mht), also under the name .doc, as some systems export papers."""
    page = (
        "From: <x>\r\nSubject: =?utf-8?B?6K+V?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n"
        "--x\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.b64encode("<p>党员</p>".encode("gb18030")).decode()
        + "\r\n--x--\r\n"
    )
    for name in ("卷.mht", "卷.doc"):
        assert read(page, name).blocks == (Line(text="党员", where="第 1 段"),)


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("<html><body><img src=x></body></html>", "是网页，里面没有文字：请用浏览器打开看看，再重新保存"),
        (
            "<!DOCTYPE html [<!ENTITY a 'b'>]><html><p>&a;</p></html>",
            "里的网页带有实体定义，可能是恶意文件，不打开：请向给您文件的人核实",
        ),
    ],
)
def test_pages_that_are_refused(read, page: str, sentence: str) -> None:
    """No text, or definitions that could grow."""
    with pytest.raises(UnreadableFile) as caught:
        read(page, "页.html")
    assert str(caught.value) == f"《页.html》{sentence}"
