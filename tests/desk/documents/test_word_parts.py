"""What hangs on a Word document: notes, pictures, headers, other files inside it."""

from __future__ import annotations

from tests.support.office import (
    chunk,
    docx,
    docx_parts,
    paragraph,
    part,
    picture,
    run,
    zipped,
)

from desk.documents.model import Aside, Line


def texts(opened) -> list[str]:
    """The texts of a file's lines."""
    return [block.text for block in opened.blocks if isinstance(block, Line)]


def test_notes_and_pictures_hang_on_their_line(read) -> None:
    """A footnote's text by key, the separators left out; a picture outside the file is not fetched."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("——")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("见《条例》。")}</w:footnote>'
    )
    opened = read(
        docx(
            paragraph("党员", note, picture("p1"), '<w:r><w:drawing><a:blip r:link="p2"/></w:drawing></w:r>'),
            relations={
                "n": ("footnotes", "footnotes.xml"),
                "p1": ("image", "media/a.png"),
                "p2": ("image", "http://example.org/b.png"),
            },
            parts={"footnotes.xml": part("w:footnotes", notes), "media/a.png": b"png"},
        )
    )
    assert opened.blocks == (
        Line(text="党员", where="第 1 段", pictures=("a.png",), footnotes=(("脚注 2", 2),)),
    )
    assert opened.footnotes == {"脚注 2": "见《条例》。"}
    assert opened.remarks == ("有 1 张图片存在文件外面，没有去取",)


def test_a_note_keeps_its_place(read) -> None:
    """How many characters stand before its mark, an automatic number among them, on its own line."""
    note = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    opened = read(
        docx(
            paragraph("先学。", note.format(2), "后考。", note.format(3)),
            paragraph("一行", run(""), "<w:r><w:br/></w:r>", "二", note.format(2), "行"),
            paragraph("列表", note.format(4), number=("1", 0)),
            numbering={"1": [("decimal", "%1.")]},
        )
    )
    assert [block.footnotes for block in opened.blocks if isinstance(block, Line)] == [
        (("脚注 2", 3), ("脚注 3", 6)),
        (),
        (("脚注 2", 1),),
        (("脚注 4", 5),),
    ]


def test_changes_that_nobody_accepted_are_said(read) -> None:
    """Insertions are read, deletions are not; a document without any says nothing."""
    inserted = f'<w:ins w:id="1" w:author="甲">{run("新")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    opened = read(docx(paragraph("没有改。"), paragraph("改了", inserted, deleted, "。")))
    assert texts(opened) == ["没有改。", "改了新。"]
    assert opened.remarks == ("有还没有接受的修订（第 2 段），按全部接受以后的文字读：请核对",)
    assert opened.asides == (Aside(where="修订里删去的文字（第 2 段）", text="旧"),)


def test_what_is_not_seen_at_once_goes_aside(read) -> None:
    """Headers, watermarks, comments, hidden text, properties: a secret may stand there."""
    parts = {
        "header1.xml": part("w:hdr", paragraph("秘密★一年")),
        "header2.xml": part("w:hdr", paragraph("秘密★一年")),
        "footer1.xml": part(
            "w:ftr", paragraph('<w:r><w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict></w:r>')
        ),
        "comments.xml": part("w:comments", f'<w:comment w:id="0">{paragraph("改成内部资料")}</w:comment>'),
    }
    core = (
        '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>底稿</dc:title><dc:creator>甲</dc:creator>'
        "<cp:revision>3</cp:revision></cp:coreProperties>"
    )
    relations = {
        "h1": ("header", "header1.xml"),
        "h2": ("header", "header2.xml"),
        "f1": ("footer", "footer1.xml"),
        "c": ("comments", "comments.xml"),
    }
    body = paragraph("看得见", run("看不见", hidden=True))
    opened = read(zipped({**docx_parts(body, relations=relations, parts=parts), "docProps/core.xml": core}))
    assert texts(opened) == ["看得见"]
    assert opened.asides == (
        Aside(where="隐藏文字（第 1 段）", text="看不见"),
        Aside(where="页眉", text="秘密★一年"),
        Aside(where="页脚", text="机密"),
        Aside(where="批注 1", text="改成内部资料"),
        Aside(where="文件属性“标题”", text="底稿"),
        Aside(where="文件属性“作者”", text="甲"),
    )


def test_text_kept_as_a_web_archive_is_read_in_place(read) -> None:
    """Law texts come with an empty body and a whole page in an altChunk."""
    page = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        "<html><body><h1>条例</h1><p>第一条 为了<b>学习</b>，\r\n制定本条例。</p></body></html>\r\n--x--\r\n"
    )
    opened = read(
        docx(
            paragraph("前面"),
            chunk("c1"),
            paragraph("后面"),
            relations={"c1": ("aFChunk", "afchunk.mht")},
            parts={"afchunk.mht": page},
        )
    )
    assert [(line.where, line.text, line.heading) for line in opened.blocks] == [
        ("第 1 段", "前面", 0),
        ("第 2 段", "条例", 1),
        ("第 3 段", "第一条 为了学习，制定本条例。", 0),
        ("第 4 段", "后面", 0),
    ]


def test_other_kinds_of_chunks(read) -> None:
    """A web page, a text and a whole other document; what is missing or RTF is remarked."""
    inner = docx(paragraph("里面的"))
    opened = read(
        docx(
            *(chunk(key) for key in ("html", "txt", "docx", "rtf", "none")),
            relations={
                "html": ("aFChunk", "a.html"),
                "txt": ("aFChunk", "a.txt"),
                "docx": ("aFChunk", "a.docx"),
                "rtf": ("aFChunk", "a.rtf"),
                "none": ("aFChunk", "http://example.org/a.html"),
            },
            parts={
                "a.html": "<p>网页的</p>",
                "a.txt": "文本的".encode("gb18030"),
                "a.docx": inner,
                "a.rtf": r"{\rtf1}",
            },
        )
    )
    assert texts(opened) == ["网页的", "文本的", "里面的"]
    assert opened.remarks == (
        "正文里有一块 RTF 内容，没有读：请用 Word 打开，另存为新的 .docx",
        "正文里有一块内容在文件外面或已丢失，没有读到",
        "文件里有指向外面文件的链接，没有去取",
    )


def test_the_hidden_parts_of_chunks_are_seen(read) -> None:
    """Headers, notes, pictures of a document inside, hidden text of a page inside; names stay apart."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part("w:footnotes", f'<w:footnote w:id="2">{paragraph("机密★1年")}</w:footnote>')
    parts = {"footnotes.xml": notes, "media/a.png": b"inner", "header1.xml": part("w:hdr", paragraph("眉"))}
    relations = {
        "n": ("footnotes", "footnotes.xml"),
        "p": ("image", "media/a.png"),
        "h": ("header", "header1.xml"),
    }
    inner = docx(paragraph("里", note, picture("p")), relations=relations, parts=parts)
    opened = read(
        docx(
            paragraph("外", picture("p")),
            chunk("d"),
            chunk("w"),
            relations={
                "p": ("image", "media/a.png"),
                "d": ("aFChunk", "a.docx"),
                "w": ("aFChunk", "a.html"),
            },
            parts={
                "a.docx": inner,
                "a.html": '<p>页<b style="display:none">秘密★</b></p>',
                "media/a.png": b"x",
            },
        )
    )
    assert opened.blocks == (
        Line(text="外", where="第 1 段", pictures=("a.png",)),
        Line(
            text="里",
            where="第 2 段",
            pictures=("chunk1-a.png",),
            footnotes=(("脚注 2（插入的文件 1）", 1),),
        ),
        Line(text="页", where="第 3 段"),
    )
    assert opened.footnotes == {"脚注 2（插入的文件 1）": "机密★1年"}
    assert [(one.name, one.data) for one in opened.pictures] == [("a.png", b"x"), ("chunk1-a.png", b"inner")]
    assert opened.asides == (
        Aside(where="插入的文件 1 的页眉", text="眉"),
        Aside(where="插入的文件 2 的隐藏文字（第 3 段前后）", text="秘密★"),
    )


def test_a_document_of_pictures_alone_is_remarked(read) -> None:
    """A scan pasted into Word has no text."""
    opened = read(docx(paragraph(picture("p")), relations={"p": ("image", "a.png")}, parts={"a.png": b"x"}))
    assert opened.remarks == ("正文里没有文字，只有图片：图片里的字读不出来",)


def test_strict_documents_are_read(read) -> None:
    """Word's “Strict Open XML” has other addresses for the same names."""
    parts = docx_parts(paragraph("党员"))
    strict = {
        name: str(content)
        .replace(
            "schemas.openxmlformats.org/wordprocessingml/2006/main",
            "purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument")
        for name, content in parts.items()
    }
    assert texts(read(zipped(strict))) == ["党员"]
