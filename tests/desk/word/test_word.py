"""The ground of our Word files: styles, fields, tables, pictures, pages of the portal."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import markdown
import pytest
from docx.document import Document
from PIL import Image

from desk.word.fields import Entry, add_bookmark, add_contents, add_page_numbers
from desk.word.markdown import add_markdown, page_html, with_own_pictures
from desk.word.pages import A3_SEALED, A4, new_document
from desk.word.saving import docx_bytes
from desk.word.styles import STYLES
from desk.word.text import add_inline, new_paragraph

PAGE = "docs/lessons/2026/02-first.md"
EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "pymdownx.details",
    "pymdownx.tasklist",
]


def reopened(document: Document) -> Document:
    """What is read from the bytes."""
    return docx.Document(io.BytesIO(docx_bytes(document)))


@pytest.fixture
def lesson(tmp_path: Path) -> Callable[..., tuple[Document, list[str]]]:
    """A page of Markdown as a Word file, and what could not be put in."""

    def make(text: str) -> tuple[Document, list[str]]:
        document = new_document(A4, title="课", author="")
        remarks: list[str] = []
        reader = markdown.Markdown(extensions=EXTENSIONS)
        add_markdown(
            document,
            text,
            root=tmp_path,
            path=PAGE,
            reader=reader,
            quiz_note="<p>（自测题）</p>",
            remark=remarks.append,
        )
        return reopened(document), remarks

    return make


def lines(document: Document) -> list[tuple[str, str]]:
    """Style and text of every paragraph."""
    return [(one.style.name or "", one.text) for one in document.paragraphs if one.style]


def test_styles_are_real_and_name_their_chinese_faces() -> None:
    """Every one of ours is in the file, and nothing of the library's template."""
    document = reopened(new_document(A4, title="题目", author="某局"))
    names = {style.name for style in document.styles}
    assert names == {style.name for style in STYLES} | {
        *("Default Paragraph Font", "Normal Table", "No List", "Table Grid")
    }
    for style in STYLES:
        assert f'w:eastAsia="{style.face}"' in document.styles[style.name].element.xml
    assert 'w:eastAsia="zh-CN"' in document.styles.element.xml
    assert (document.core_properties.title, document.core_properties.author) == ("题目", "某局")


def test_sheets_have_their_size_and_columns() -> None:
    """A3 lies on its side."""
    section = reopened(new_document(A3_SEALED, title="", author="")).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (420, 297)
    assert 'w:num="2"' in section._sectPr.xml and 'w:sep="1"' in section._sectPr.xml


def test_bytes_depend_on_the_content_alone() -> None:
    """Two documents made one after the other are the same file."""
    assert docx_bytes(new_document(A4, title="一", author="")) == docx_bytes(
        new_document(A4, title="一", author="")
    )


def test_contents_point_at_bookmarks() -> None:
    """Word is asked to fill in the pages."""
    document = new_document(A4, title="", author="")
    add_contents(document, [Entry(1, "第一章", "_Toc000001")])
    add_bookmark(new_paragraph(document, "Heading 1"), "_Toc000001", 1)
    xml = reopened(document).element.xml
    assert " PAGEREF _Toc000001 " in xml and 'w:name="_Toc000001"' in xml
    assert "w:updateFields" in reopened(document).settings.element.xml


def test_words_keep_their_marks() -> None:
    """Bold, 着重号, breaks, raised; characters that no file can hold go."""
    document = new_document(A4, title="", author="")
    paragraph = new_paragraph(document, "Normal")
    add_inline(paragraph, "甲<strong>乙</strong><em>丙</em><br>丁<sup>1</sup>&lt;\x07&amp;")
    read = reopened(document).paragraphs[0]
    assert read.text == "甲乙丙\n丁1<&"
    runs = {run.text: run for run in read.runs}
    assert runs["乙"].bold and runs["1"].font.superscript
    assert 'w:em w:val="dot"' in runs["丙"]._r.xml


def test_a_lesson_is_what_readers_see(lesson: Callable[..., tuple[Document, list[str]]]) -> None:
    """Headings, lists, boxes, notes; a quiz leaves its sentence, a comment nothing."""
    document, remarks = lesson(
        "## 要点\n\n第一段[^1]，见[第十条](../../regulations/x.md#art-10)。\n\n- 一\n    - 二\n- [x] 办了\n\n3. 三\n4. 四\n\n"
        '!!! note "提示"\n    框里的话。\n\n    - 框里的一条\n\n> 引文\n\n### 小节\n\n<!-- quiz: first -->\n<!-- 备注 -->\n\n'
        "[^1]: 注释。\n"
    )
    assert remarks == []
    assert lines(document) == [
        ("Heading 3", "要点"),
        ("课文", "第一段1，见第十条。"),
        ("课文列表", "• 一"),
        ("课文列表", "• 二"),
        ("课文列表", "• ☑ 办了"),
        ("课文列表", "• 三"),
        ("课文列表", "• 四"),
        ("提示框标题", "提示"),
        ("提示框", "框里的话。"),
        ("提示框列表", "• 框里的一条"),
        ("引文", "引文"),
        ("小标题", "小节"),
        ("课文", "（自测题）"),
        ("注释", "[1] 注释。"),
    ]


def test_a_table_repeats_its_head(lesson: Callable[..., tuple[Document, list[str]]]) -> None:
    """And its rows are not torn."""
    document, _ = lesson("| 处分 | 影响期 |\n| --- | --- |\n| 警告 | 一年 |\n| 严重警告 | 一年半 |\n")
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["处分", "影响期"],
        ["警告", "一年"],
        ["严重警告", "一年半"],
    ]
    marks = [("w:tblHeader" in row._tr.xml, "w:cantSplit" in row._tr.xml) for row in table.rows]
    assert marks == [(True, True), (False, True), (False, True)]


def test_pictures_come_along_no_wider_than_the_line(
    lesson: Callable[..., tuple[Document, list[str]]], tmp_path: Path
) -> None:
    """With their description; what is no picture of ours is remarked and described."""
    folder = tmp_path / "docs/lessons/2026/img"
    folder.mkdir(parents=True)
    Image.new("RGB", (2000, 800), "#9e1b1e").save(folder / "宽.png")
    Image.new("RGB", (30, 20), "#9e1b1e").save(folder / "小.webp")
    (folder / "坏.png").write_bytes(b"\x89PNG no")
    (tmp_path / "secret.png").write_bytes((folder / "宽.png").read_bytes())
    document, remarks = lesson(
        "![宽图](img/宽.png)\n\n![小图](img/小.webp)\n\n![坏图](img/坏.png)\n\n![外面](../../../secret.png)\n\n"
        "![网上](https://example.com/x.png)\n"
    )
    widths = [round(shape.width.mm) for shape in document.inline_shapes]
    assert widths == [162, 8]
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == ["宽图", "小图"]
    assert [text for _style, text in lines(document) if text] == [
        "［图：坏图］",
        "［图：外面］",
        "［图：网上］",
    ]
    assert remarks == [
        f"{PAGE} 的图片“{source}”没有放进去：找不到文件，或者不是 PNG、JPEG、GIF、WebP 图片"
        for source in ("img/坏.png", "../../../secret.png", "https://example.com/x.png")
    ]


def test_a_page_for_print_holds_its_pictures(tmp_path: Path) -> None:
    """As addresses that hold them; scripts and handlers are gone."""
    folder = tmp_path / "docs/lessons/2026"
    folder.mkdir(parents=True)
    Image.new("RGB", (3, 2)).save(folder / "a.png")
    reader = markdown.Markdown(extensions=EXTENSIONS)
    html = page_html('![图](a.png)\n\n<script>x()</script><p onclick="x()">话</p>\n', reader)
    own = with_own_pictures(html, root=tmp_path, path=PAGE, remark=lambda _text: None)
    assert 'src="data:image/png;base64,' in own
    assert "script" not in own and "onclick" not in own and "话" in own


def test_a_long_running_title_stays_on_one_line() -> None:
    """What kind of paper it is stays whole."""
    document = new_document(A4, title="", author="")
    add_page_numbers(document.sections[0], f"{'很' * 40}　答题卡")
    assert reopened(document).sections[0].footer.paragraphs[0].text.startswith(f"{'很' * 27}…　答题卡　第 ")
