"""The styles of our Word files: the habits of Chinese official documents and examination papers."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml.etree import _Element

SONG, HEI, FANG, KAI = "宋体", "黑体", "仿宋", "楷体"
LATIN = "Times New Roman"
INK = RGBColor(0, 0, 0)

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One paragraph style; lengths are points, indents are in characters of its own size."""

    name: str
    face: str = SONG
    size: float = 10.5  # 五号
    bold: bool = False
    align: str = "both"
    before: float = 0
    after: float = 0
    lines: float = 1.25
    left: float = 0
    first: float = 0  # negative: a hanging indent
    keep_next: bool = False
    together: bool = False
    level: int = 0  # of the outline; 0: body text
    ground: str = ""  # colour behind it, such as F5F5F5
    bar: str = ""  # colour of a rule at its left


STYLES = (
    Style(name="Normal"),
    Style(name="Title", face=HEI, size=22, align="center", before=0, after=6, lines=1.2, keep_next=True),
    Style(name="Subtitle", face=SONG, size=16, align="center", after=6, lines=1.2, keep_next=True),
    Style(name="Heading 1", face=HEI, size=18, align="center", before=12, after=12, keep_next=True, level=1),
    Style(name="Heading 2", face=HEI, size=15, align="left", before=14, after=6, keep_next=True, level=2),
    Style(
        name="Heading 3",
        face=KAI,
        size=13,
        bold=True,
        align="left",
        before=10,
        after=4,
        keep_next=True,
        level=3,
    ),
    Style(name="小标题", face=HEI, size=12, align="left", before=8, after=2, keep_next=True),
    Style(name="Header", size=9, align="center", lines=1),
    Style(name="Footer", size=9, align="center", lines=1),
    Style(name="toc 1", face=HEI, size=12, align="left", before=6, lines=1.4),
    Style(name="toc 2", size=11, align="left", left=2, lines=1.4),
    # A paper
    Style(name="卷首说明", size=10.5, align="center", after=4),
    Style(name="注意事项", face=KAI, size=10.5, left=2, first=-2, lines=1.15),
    Style(name="大题", face=HEI, size=12, align="left", before=12, after=3, keep_next=True, level=1),
    Style(name="答题要求", face=KAI, size=10.5, align="left", left=2, after=3, lines=1.15, keep_next=True),
    Style(name="材料", face=KAI, size=10.5, left=2, first=2, before=3, lines=1.3, keep_next=True),
    Style(name="题干", size=10.5, left=2, first=-2, before=5, lines=1.3, keep_next=True, together=True),
    Style(name="题末", size=10.5, left=2, first=-2, before=5, lines=1.3, together=True),
    Style(
        name="选项", size=10.5, align="left", left=3.4, first=-1.4, lines=1.25, keep_next=True, together=True
    ),
    Style(name="选项末行", size=10.5, align="left", left=3.4, first=-1.4, lines=1.25, together=True),
    Style(name="答案", face=HEI, size=10.5, align="left", left=2, lines=1.3, keep_next=True, together=True),
    Style(name="解析", face=FANG, size=10.5, align="left", left=2, lines=1.3, together=True),
    Style(name="表格文字", size=10.5, align="center", lines=1.15),
    Style(name="表格正文", size=10.5, align="left", lines=1.15),
    Style(name="密封线", size=10.5, align="center", lines=1),
    # A lesson
    Style(name="课文", size=12, first=2, lines=1.5),
    Style(name="课文列表", size=12, left=3.2, first=-1.2, lines=1.5),
    Style(name="课文列表二级", size=12, left=5.2, first=-1.2, lines=1.5),
    Style(
        name="提示框标题",
        face=HEI,
        size=12,
        align="left",
        left=1,
        before=8,
        keep_next=True,
        ground="F6F3EC",
        bar="9E1B1E",
    ),
    Style(name="提示框", face=FANG, size=12, left=1, lines=1.4, ground="F6F3EC", bar="9E1B1E"),
    Style(
        name="提示框列表", face=FANG, size=12, left=2.2, first=-1.2, lines=1.4, ground="F6F3EC", bar="9E1B1E"
    ),
    Style(name="引文", face=KAI, size=12, left=2, lines=1.5),
    Style(name="代码", face=FANG, size=10.5, align="left", left=2, lines=1.15, ground="F5F5F5"),
    Style(name="注释", size=9, align="left", lines=1.25),
    Style(name="封面单位", face=SONG, size=16, align="center", lines=1.3),
    Style(name="封面标题", face=HEI, size=36, align="center", lines=1.3, before=180, after=24),
    Style(name="封面期次", face=KAI, size=20, align="center", lines=1.3, after=200),
)
_KEPT = {"Default Paragraph Font", "Normal Table", "No List", "Table Grid"}


def set_styles(document: Document) -> None:
    """Replace the template's styles by ours; what it held of other languages goes."""
    for style in list(document.styles):
        if style.name not in _KEPT and style.name != "Normal":
            style.delete()
    _set_defaults(document)
    for style in STYLES:
        _set_style(document, style)


def _set_defaults(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(properties):
        properties.remove(child)
    properties.append(_fonts(SONG))
    for name, value in (("w:sz", "21"), ("w:szCs", "21")):
        properties.append(_value(name, value))
    language = OxmlElement("w:lang")
    for name, value in (("w:val", "en-US"), ("w:eastAsia", "zh-CN"), ("w:bidi", "ar-SA")):
        language.set(qn(name), value)
    properties.append(language)
    spacing = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}")
    for child in list(spacing):
        spacing.remove(child)


def _set_style(document: Document, wanted: Style) -> None:
    styles = document.styles
    if wanted.name == "Normal":
        made = styles["Normal"]
    else:
        made = styles.add_style(wanted.name, WD_STYLE_TYPE.PARAGRAPH, builtin=wanted.name.isascii())
        made.base_style = styles["Normal"]
        made.quick_style = True
    assert isinstance(made, ParagraphStyle)
    properties = made.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    properties.append(_fonts(wanted.face))
    made.font.size = Pt(wanted.size)
    made.font.bold = wanted.bold
    made.font.color.rgb = INK
    form = made.paragraph_format
    form.alignment = _ALIGN[wanted.align]
    form.space_before, form.space_after = Pt(wanted.before), Pt(wanted.after)
    form.line_spacing = wanted.lines
    form.left_indent = Pt(wanted.left * wanted.size)
    form.first_line_indent = Pt(wanted.first * wanted.size)
    form.keep_with_next, form.keep_together = wanted.keep_next, wanted.together
    form.widow_control = True
    _set_grounds(made, wanted)


def _set_grounds(made: ParagraphStyle, wanted: Style) -> None:
    properties = made.element.get_or_add_pPr()
    if wanted.level:
        level = _value("w:outlineLvl", str(wanted.level - 1))
        properties.append(level)
    if wanted.bar:
        border = OxmlElement("w:pBdr")
        left = _value("w:left", "single")
        for name, value in (("w:sz", "18"), ("w:space", "6"), ("w:color", wanted.bar)):
            left.set(qn(name), value)
        border.append(left)
        _insert(
            properties, border, after=("w:keepNext", "w:keepLines", "w:widowControl", "w:pageBreakBefore")
        )
    if wanted.ground:
        shade = _value("w:shd", "clear")
        shade.set(qn("w:color"), "auto")
        shade.set(qn("w:fill"), wanted.ground)
        before = ("w:keepNext", "w:keepLines", "w:widowControl", "w:pBdr")
        _insert(properties, shade, after=before)


def _insert(properties: _Element, child: _Element, *, after: tuple[str, ...]) -> None:
    """Word wants the children of w:pPr in the order of the schema."""
    names = {qn(name) for name in after}
    place = sum(1 for existing in properties if existing.tag in names)
    properties.insert(place, child)


def _fonts(face: str) -> _Element:
    fonts = OxmlElement("w:rFonts")
    for name, value in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", face)):
        fonts.set(qn(f"w:{name}"), value)
    fonts.set(qn("w:hint"), "eastAsia")  # else quotation marks between Chinese words would be narrow
    return fonts


def _value(name: str, value: str) -> _Element:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element
