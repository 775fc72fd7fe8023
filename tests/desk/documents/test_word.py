"""Word documents: what a reader sees, in the reader's order, each thing once."""

from __future__ import annotations

from tests.support.office import (
    cell,
    docx,
    paragraph,
    run,
    table,
    text_box,
)

from desk.documents.model import Line, Span, Table


def texts(opened) -> list[str]:
    """The texts of a file's lines."""
    return [block.text for block in opened.blocks if isinstance(block, Line)]


def test_paragraphs_are_counted_as_word_counts_them(read) -> None:
    """Empty paragraphs count and stay; soft breaks share a place; tables are counted apart."""
    opened = read(
        docx(
            paragraph("单选题"),
            paragraph(),
            table([["题干", "答案"]]),
            paragraph("1．党员\nA．学习\tB．教育"),
        )
    )
    assert opened.blocks == (
        Line(text="单选题", where="第 1 段"),
        Line(text="", where="第 2 段"),
        Table(rows=(("题干", "答案"),), where="表格 1"),
        Line(text="1．党员", where="第 3 段"),
        Line(text="A．学习\tB．教育", where="第 3 段"),
    )


def test_marks_that_may_show_an_answer_are_kept(read) -> None:
    """Bold, underline, colour and highlighter, run by run; runs that look alike are one; near-black is black."""
    line = read(
        docx(
            paragraph(
                run("A．学习 "),
                run("B．", colour="FF0000"),
                run("教育 ", colour="ff0000"),
                run("C．", bold=True, colour="262626"),
                run("D．", underline=True),
                run("E．", highlight="yellow"),
            )
        )
    ).blocks[0]
    assert line.spans == (
        Span(text="A．学习 "),
        Span(text="B．教育 ", colour="FF0000"),
        Span(text="C．", is_bold=True),
        Span(text="D．", is_underlined=True),
        Span(text="E．", highlight="yellow"),
    )
    assert line.text == "".join(span.text for span in line.spans)


def test_theme_colours_and_styles_give_marks_too(read) -> None:
    """A colour by its theme's name, a bold character style, a red paragraph style with a plain run."""
    styles = (
        '<w:style w:type="character" w:styleId="a1"><w:name w:val="强调"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="r"><w:name w:val="红字"/><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>'
    )
    theme = (
        '<?xml version="1.0"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
        '<a:clrScheme name="x"><a:accent2><a:srgbClr val="ED7D31"/></a:accent2></a:clrScheme></a:themeElements></a:theme>'
    )
    opened = read(
        docx(
            paragraph(
                '<w:r><w:rPr><w:color w:themeColor="accent2"/></w:rPr><w:t>甲</w:t></w:r>',
                '<w:r><w:rPr><w:rStyle w:val="a1"/></w:rPr><w:t>乙</w:t></w:r>',
            ),
            paragraph(run("丙"), run("丁", colour="000000"), style="r"),
            styles=styles,
            relations={"t": ("theme", "theme1.xml")},
            parts={"theme1.xml": theme},
        )
    )
    assert [line.spans for line in opened.blocks] == [
        (Span(text="甲", colour="ED7D31"), Span(text="乙", is_bold=True)),
        (Span(text="丙", colour="C00000"), Span(text="丁")),
    ]


def test_underlined_blanks_become_gaps(read) -> None:
    """However many runs they are cut into; an underlined word keeps its blanks, a lone blank stays."""
    opened = read(
        docx(
            paragraph("入党须满", run("   ", underline=True), run("\t ", underline=True), "周岁"),
            paragraph("入党须满", run(" 十八 ", underline=True), "周岁"),
            paragraph("a", run(" ", underline=True), "b"),
        )
    )
    assert texts(opened) == ["入党须满____周岁", "入党须满 十八 周岁", "a b"]


def test_text_boxes_are_read_once(read) -> None:
    """Word stores a box twice; an empty paragraph that only holds its anchor is no line."""
    opened = read(
        docx(
            paragraph(text_box(paragraph("密封线"), paragraph("姓名", run("    ", underline=True)))),
            paragraph("正文", text_box(paragraph("框里"))),
        )
    )
    assert [(line.where, line.text) for line in opened.blocks] == [
        ("文本框 1 第 1 段", "密封线"),
        ("文本框 1 第 2 段", "姓名____"),
        ("第 2 段", "正文"),
        ("文本框 2 第 1 段", "框里"),
    ]


def test_merged_cells_repeat_and_nested_tables_are_lines(read) -> None:
    """Across and down; every row is as wide as the widest."""
    across = cell("单选题", '<w:gridSpan w:val="3"/>')
    down = cell("第一章", '<w:vMerge w:val="restart"/>')
    below = cell("", "<w:vMerge/>")
    nested = f"<w:tc>{table([['甲', '乙'], ['丙', '丁']])}{paragraph()}</w:tc>"
    two = f"<w:tc>{paragraph('A．一')}{paragraph('B．二')}</w:tc>"
    opened = read(docx(table([[across], [down, "题一", two], [below, "题二", nested], ["末"]])))
    assert opened.blocks[0].rows == (
        ("单选题", "单选题", "单选题"),
        ("第一章", "题一", "A．一\nB．二"),
        ("第一章", "题二", "甲\t乙\n丙\t丁"),
        ("末", "", ""),
    )


def test_tracked_changes_read_as_accepted(read) -> None:
    """Inserted and moved-to text is there, deleted and moved-from text is not, a deleted row neither."""
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + cell("删行") + "</w:tr>"
    opened = read(
        docx(
            paragraph(
                "答案：",
                "<w:del><w:r><w:delText>A</w:delText></w:r></w:del>",
                f"<w:ins>{run('B')}</w:ins>",
                f"<w:moveFrom>{run('旧')}</w:moveFrom>",
                f"<w:moveTo>{run('新')}</w:moveTo>",
            ),
            table([["留行"]]).replace("</w:tbl>", f"{gone}</w:tbl>"),
        )
    )
    assert opened.blocks == (
        Line(text="答案：B新", where="第 1 段"),
        Table(rows=(("留行",),), where="表格 1"),
    )


def test_signs_fields_formulas_and_rubies_are_text(read) -> None:
    """Ticks of picture fonts, encircled numbers, content controls, links, formulas, readings."""
    opened = read(
        docx(
            paragraph(
                '<w:r><w:sym w:font="Wingdings 2" w:char="F050"/><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>'
            ),
            paragraph(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                "号",
            ),
            paragraph(
                f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>",
                f"<w:smartTag>{run('标记')}</w:smartTag><w:hyperlink>{run('链接')}</w:hyperlink>",
                f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>',
            ),
            paragraph(
                "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>x+2</m:t></m:r></m:den></m:f></m:oMath>"
            ),
            paragraph(
                f"<w:r><w:ruby><w:rt>{run('lù')}</w:rt><w:rubyBase>{run('甪')}</w:rubyBase></w:ruby></w:r>",
                "直",
            ),
            f"<w:sdt><w:sdtContent>{paragraph('整段控件')}</w:sdtContent></w:sdt>",
        )
    )
    assert texts(opened) == ["√×", "③号", "控件标记链接7", "1/(x+2)", "甪（lù）直", "整段控件"]


def test_headings_are_told_by_style_name_outline_and_bare_id(read) -> None:
    """A style based on a heading, WPS's numbered ids, an outline level on the paragraph, an undefined style."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="章名"/><w:basedOn w:val="2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="loop"/></w:style>'
    )
    outline = '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>丁</w:t></w:r></w:p>'
    opened = read(
        docx(
            paragraph("甲", style="2"),
            paragraph("乙", style="mine"),
            paragraph("丙", style="Heading3"),
            outline,
            paragraph("戊", style="标题 4"),
            paragraph("己", style="loop"),
            styles=styles,
        )
    )
    assert [(line.heading, line.style) for line in opened.blocks] == [
        (1, "heading 1"),
        (1, "章名"),
        (3, "Heading3"),
        (2, ""),
        (4, "标题 4"),
        (0, "圈"),
    ]


def test_breaks_at_the_edge_of_a_paragraph_are_no_lines(read) -> None:
    """A page break in front keeps the number with its text; very many soft breaks are counted in places."""
    lines = read(
        docx(
            paragraph("\n题一\n", number=("1", 0)),
            paragraph("\n".join(f"{n}" for n in range(1, 23))),
            numbering={"1": [("decimal", "%1.")]},
        )
    ).blocks
    assert lines[0] == Line(text="1. 题一", where="第 1 段", label="1.", is_list_item=True)
    assert [line.where for line in lines[1:3]] == ["第 2 段", "第 2 段第 2 行"]
