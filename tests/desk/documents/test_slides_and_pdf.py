"""Slides and PDF: their text in order, and what is only furniture."""

from __future__ import annotations

import copy
import io
from collections.abc import Sequence

import pptx
import pytest

from desk.documents.model import Aside, Line, Table, UnreadableFile


def pdf(pages: Sequence[Sequence[str]], *, trailer: str = "") -> bytes:
    """A PDF with lines of Latin text on each page."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET"
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
        )
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    text = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(text)}\n%%EOF"
    return (text + end).encode("latin-1")


def test_pdf_lines_carry_their_page_and_repeated_lines_go_aside(read) -> None:
    """A header on every page and page numbers that count on are remarked; repeated options are not headers."""
    pages = [
        ["Secret Paper", f"{n}. Question {n}", "A. right", "B. wrong", "A. right", "B. wrong", f"- {n} -"]
        for n in range(1, 5)
    ]
    opened = read(pdf(pages), "卷.pdf")
    assert len(opened.blocks) == 4 * 5
    assert opened.blocks[:2] == (
        Line(text="1. Question 1", where="第 1 页第 2 行"),
        Line(text="A. right", where="第 1 页第 3 行"),
    )
    assert opened.asides == (Aside(where="页眉", text="Secret Paper"), Aside(where="页脚", text="- 1 -"))
    assert opened.remarks == ("每页重复的页眉、页脚和页码没有当作正文：“Secret Paper”、“- 1 -”",)


def test_a_running_title_with_the_number_of_its_page_goes_aside(read) -> None:
    """At either end; a label at the head of each page does not."""
    texts = ("one", "two", "three", "four")
    pages = [[f"Rules of study {n}", text, f"{n} Office of rules"] for n, text in enumerate(texts, start=5)]
    opened = read(pdf(pages), "a.pdf")
    assert [line.text for line in opened.blocks] == list(texts)
    assert [aside.text for aside in opened.asides] == ["Rules of study 5", "5 Office of rules"]
    labelled = read(pdf([[f"{n}. Which rule", text] for n, text in enumerate(texts, start=1)]), "a.pdf")
    assert labelled.asides == ()


def test_numbers_that_do_not_count_with_the_pages_stay(read) -> None:
    """A question's number alone on the first line of a page is no page number."""
    opened = read(pdf([["1106", "One"], ["1190", "Two"], ["1211", "Three"]]), "卷.pdf")
    assert [line.text for line in opened.blocks] == ["1106", "One", "1190", "Two", "1211", "Three"]


def test_quotation_marks_drawn_after_their_line_stand_where_they_are_seen(read) -> None:
    """A program that takes them from another font writes them last; what else is out of order stays."""
    late = "x) Tj 20 0 Td (y) Tj -13 0 Td (\\252) Tj 22 0 Td (\\272"
    odd = "x) Tj 20 0 Td (y) Tj -13 0 Td (z\\252"
    opened = read(pdf([["1. A B", late], [odd]]), "卷.pdf")
    assert [line.text for line in opened.blocks[:2]] == ["1. A B", "x“ y ”"]
    assert sorted(opened.blocks[2].text.replace(" ", "")) == sorted("xyz“")


def test_a_page_without_text_is_remarked(read) -> None:
    """Part of the paper may be a picture."""
    assert read(pdf([["One"], [], ["Two"]]), "卷.pdf").remarks == ("第 2 页没有文字，可能是图片，没有读到",)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            pdf([[], []]),
            "是扫描的图片，没有文字层：请先用文字识别（OCR）软件转成 Word 或文本，核对后再导入",
        ),
        (
            pdf([["x"]], trailer="/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + "00" * 32 + ">/U<" + "11" * 32 + ">>>/ID[<00><00>]"),
            "设了打开密码：请取消密码后另存一份",
        ),
        (b"%PDF-1.7\n1 0 obj", "已损坏或没有下载完整：请重新取一份"),
    ],
)  # fmt: skip
def test_pdf_that_cannot_be_read(read, content: bytes, sentence: str) -> None:
    """Scanned, locked, cut off."""
    with pytest.raises(UnreadableFile) as caught:
        read(content, "卷.pdf")
    assert str(caught.value) == f"《卷.pdf》{sentence}"


def test_slides_come_in_order_with_titles_as_headings(read) -> None:
    """Titles, points with their level, tables; notes and properties aside."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "第一讲"
    slide.placeholders[1].text = "要点一\n要点二"
    slide.placeholders[1].text_frame.paragraphs[1].level = 1
    table = slide.shapes.add_table(1, 2, 0, 0, 100, 100).table
    table.cell(0, 0).text, table.cell(0, 1).text = "题干", "答案"
    slide.notes_slide.notes_text_frame.text = "讲的时候要慢"
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "第二讲"
    buffer = io.BytesIO()
    deck.save(buffer)
    opened = read(buffer.getvalue(), "课件.pptx")
    assert opened.blocks == (
        Line(text="第一讲", where="幻灯片 1", heading=1),
        Line(text="要点一", where="幻灯片 1", is_list_item=True),
        Line(text="要点二", where="幻灯片 1", is_list_item=True, indent=1),
        Table(rows=(("题干", "答案"),), where="幻灯片 1 表格 1"),
        Line(text="第二讲", where="幻灯片 2", heading=1),
    )
    assert opened.asides[0] == Aside(where="幻灯片 1 的备注", text="讲的时候要慢")


def test_what_slides_show_besides_their_text_is_kept_aside(read) -> None:
    """Footers, shapes of the layout and of its master: a mark of secrecy usually stands there."""
    deck = pptx.Presentation()
    layout = deck.slide_layouts[1]
    master = deck.slide_master
    box = master.shapes._spTree  # python-pptx adds no shapes to masters and layouts itself
    slide = deck.slides.add_slide(layout)
    slide.shapes.title.text = "第一讲"
    for text, tree in (("母版上的字", box), ("版式上的字", layout.shapes._spTree)):
        shape = slide.shapes.add_textbox(0, 0, 100, 100)
        shape.text_frame.text = text
        tree.append(shape._element)
    footer = next(shape for shape in layout.placeholders if shape.placeholder_format.type == 15)
    copied = copy.deepcopy(footer._element)
    slide.shapes._spTree.append(copied)
    slide.shapes[-1].text_frame.text = "页脚上的字"
    buffer = io.BytesIO()
    deck.save(buffer)
    opened = read(buffer.getvalue(), "课件.pptx")
    assert [block.text for block in opened.blocks] == ["第一讲"]
    assert {(aside.where, aside.text) for aside in opened.asides} >= {
        ("幻灯片 1 的页眉页脚", "页脚上的字"),
        ("幻灯片版式", "版式上的字"),
        ("幻灯片母版", "母版上的字"),
    }
