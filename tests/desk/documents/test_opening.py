"""Opening files in the child process: kinds, several at once, refusals, the outside world."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.office import docx, docx_parts, paragraph, run, table, write_docx, write_xlsx, xlsx, zipped

from desk.documents.model import Line, OpenedFile, Span, Table, UnreadableFile
from desk.documents.opening import open_file, open_files

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refusal(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(UnreadableFile) as caught:
        open_file(path)
    return str(caught.value)


def test_a_trainers_folder_is_opened_in_one_go(tmp_path: Path) -> None:
    """Word, Excel and text from a folder with a blank in its name; one broken file holds nobody back."""
    folder = tmp_path / "三 季度"
    folder.mkdir()
    paper = write_docx(folder / "试卷 一.docx", paragraph("一、单选题"), paragraph("党员", number=("1", 0)))
    bank = write_xlsx(folder / "题库.xlsx", {"单选": [["题干", "答案"], ["党员", "A"]]})
    notes = folder / "说明.txt"
    notes.write_bytes("第一行\r\n第二行\r\n".encode("gb18030"))
    broken = folder / "坏的.docx"
    broken.write_bytes(paper.read_bytes()[:200])
    opened = open_files([paper, broken, bank, notes])
    assert [item.kind if isinstance(item, OpenedFile) else str(item) for item in opened] == [
        "docx",
        "《坏的.docx》已损坏或没有下载完整：请重新取一份，或用原来的程序打开修复后另存",
        "xlsx",
        "txt",
    ]
    assert isinstance(opened[3], OpenedFile)
    assert opened[3].blocks == (
        Line(text="第一行", where="第 1 行"),
        Line(text="第二行", where="第 2 行"),
    )


def test_marks_in_the_cells_of_a_table_come_through(tmp_path: Path) -> None:
    """A red option in a cell of two paragraphs, from the child to us; a plain table has no marks."""
    options = paragraph("A. 一次") + paragraph(run("B. 两次", colour="FF0000"))
    file = write_docx(tmp_path / "表.docx", table([["几次", options]]), table([["平常"]]))
    red = (Span(text="A. 一次"), Span(text="\n"), Span(text="B. 两次", colour="FF0000"))
    assert open_file(file).blocks == (
        Table(rows=(("几次", "A. 一次\nB. 两次"),), where="表格 1", spans=(((), red),)),
        Table(rows=(("平常",),), where="表格 2"),
    )


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("题库.doc", docx(paragraph("党员")), "docx"),
        ("题库.txt", xlsx({"一": [["题干"]]}), "xlsx"),
        ("answers.txt", "<!DOCTYPE html>\n<html><body><p>1. 党员</p></body></html>", "html"),
        ("导出.doc", "<html xmlns:w='urn:x'><body><p>1. 党员</p></body></html>", "html"),
        ("导出.xls", "<meta charset=utf-8><table><tr><td>题干<td>答案</table>", "html"),
        ("导出.xls", "题干\t答案\n党员\tA\n", "tsv"),
        ("题.txt", '[{"题干": "党员"}]', "json"),
        ("题.csv", "题干,答案\n", "csv"),
        ("题.md", "# 题\n<p>一</p>\n", "md"),
        ("题.yml", "title: 题\n", "yaml"),
        ("题.xml", "<?xml version='1.0'?><quiz/>", "xml"),
        ("没有后缀", "党员\n", "txt"),
    ],
)
def test_the_content_tells_the_kind(read, name: str, content: bytes | str, kind: str) -> None:
    """A wrong ending does not mislead: saved pages, renamed Word files, tables under .xls."""
    assert read(content, name).kind == kind


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("旧.doc", OLE + "WordDocument".encode("utf-16-le"), "是旧版 Word 或 WPS 文字文件：请用 Word 或 WPS 打开，另存为 .docx"),
        ("旧.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "是旧版演示文件：请用 PowerPoint 或 WPS 打开，另存为 .pptx"),
        ("密.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "设了打开密码：请用 Word、Excel 或 WPS 打开，取消密码后另存一份"),
        ("宏.xls", OLE + "_VBA_PROJECT_CUR".encode("utf-16-le"), "带有宏，不打开：请用原来的程序打开，另存为不带宏的 .docx 或 .xlsx"),
        ("怪.wps", OLE, "是旧版 Office 文件，读不出来：请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx"),
        ("卷.rtf", rb"{\rtf1 x}", "是 RTF 文件：请用 Word 或 WPS 打开，另存为 .docx"),
        ("卷.docx", b"\x89PNG\r\n\x1a\n000", "是图片，里面的字读不出来：请先用文字识别（OCR）软件转成文字，核对后再导入"),
        ("照片.jpg", b"\xff\xd8\xff\xe0000", "是图片，里面的字读不出来：请先用文字识别（OCR）软件转成文字，核对后再导入"),
        ("卷.png", b"\x89PNG\r\n\x1a\n\0\0", "是图片，里面的字读不出来：请先用文字识别（OCR）软件转成文字，核对后再导入"),
        ("卷.rar", b"Rar!\x1a\x07", "是压缩包：请先解压，再导入里面的文件"),
        ("卷.zip", zipped({"题.txt": "x"}), "是压缩包，不是 Word 或 Excel 文件：请先解压，再导入里面的文件"),
        ("卷.odt", zipped({"mimetype": "x", "content.xml": "x", "[Content_Types].xml": ""}), "已损坏或没有下载完整：请重新取一份，或用原来的程序打开修复后另存"),
        ("卷.ods", zipped({"mimetype": "x", "content.xml": "x"}), "是 OpenDocument 文件：请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx"),
        ("空白.txt", b" \r\n\r\n", "里没有文字：请检查是不是选错了文件"),
        ("03.xml", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>', "是 Word 2003 的 XML 文件：请用 Word 或 WPS 打开，另存为 .docx"),
        ("程序.txt", b"\x01\x02\x03\x04" * 50, "不是文字文件：请用原来的程序打开，另存为 .docx、.xlsx 或 .txt"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_a_sentence(read, name: str, content: bytes, sentence: str) -> None:
    """The sentence names the file and says what to do."""
    with pytest.raises(UnreadableFile) as caught:
        read(content, name)
    assert str(caught.value) == f"《{name}》{sentence}"


def test_folders_empty_files_and_pipes_are_refused_unopened(tmp_path: Path) -> None:
    """A pipe would wait for ever; a folder and an empty file are a slip of the hand."""
    (tmp_path / "卷").mkdir()
    (tmp_path / "空.docx").touch()
    assert refusal(tmp_path / "卷") == "《卷》是文件夹，这里需要文件：请指明文件夹里的哪一个文件"
    assert refusal(tmp_path / "空.docx") == "《空.docx》是空文件（0 字节）：可能没有下载完，请重新取一份"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "管.txt")
        assert (
            refusal(tmp_path / "管.txt") == "《管.txt》不是普通文件（管道或设备），不读：请换成磁盘上的文件"
        )


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    """What the system refuses is said by the system's own error, with the file's name."""
    with pytest.raises(FileNotFoundError) as caught:
        open_file(tmp_path / "没有.docx")
    assert caught.value.filename == str(tmp_path / "没有.docx")


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may read anything"
)
def test_a_forbidden_file_is_an_os_error(tmp_path: Path) -> None:
    """The child's refusal comes out in the parent."""
    file = write_docx(tmp_path / "卷.docx", paragraph("x"))
    file.chmod(0)
    with pytest.raises(PermissionError):
        open_file(file)


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A symbolic link opens under its own name."""
    target = write_docx(tmp_path / "真.docx", paragraph("党员"))
    link = tmp_path / "链.docx"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("links are not allowed here")
    assert open_file(link).name == "链.docx"


def test_modules_in_the_current_folder_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A json.py beside the papers stays a text file."""
    (tmp_path / "json.py").write_text("raise SystemExit('run!')\n", encoding="utf-8")
    write_docx(tmp_path / "卷.docx", paragraph("党员"))
    monkeypatch.chdir(tmp_path)
    assert open_file(Path("卷.docx")).blocks[0] == Line(text="党员", where="第 1 段")


def test_pictures_come_through_byte_for_byte(tmp_path: Path) -> None:
    """The pictures' bytes follow the text on the way from the child."""
    from tests.support.office import picture

    data = bytes(range(256)) * 40
    file = write_docx(
        tmp_path / "讲稿.docx",
        paragraph("图：", picture("p1", "会场")),
        relations={"p1": ("image", "media/图1.png")},
        parts={"media/图1.png": data},
    )
    opened = open_file(file)
    assert [(item.name, item.data, item.alt) for item in opened.pictures] == [("图1.png", data, "会场")]
    assert opened.blocks == (Line(text="图：", where="第 1 段", pictures=("图1.png",)),)


def test_the_child_needs_neither_folder_nor_environment(tmp_path: Path) -> None:
    """Started elsewhere, with a bare environment and the scripts' folder alone, it opens the file."""
    file = write_docx(tmp_path / "卷.docx", paragraph("党员"))
    scripts = Path(__file__).resolve().parents[3] / "scripts"
    code = "import sys; from pathlib import Path; from desk.documents.opening import open_file; "
    code += "sys.stdout.buffer.write(open_file(Path(sys.argv[1])).blocks[0].text.encode())"
    kept = {key: value for key, value in os.environ.items() if key.upper() in ("SYSTEMROOT", "PATH")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)],
        env={**kept, "PYTHONPATH": str(scripts)},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == "党员"


def test_a_package_is_read_by_its_relations(read) -> None:
    """The main part may have another name than Word gives it."""
    parts = docx_parts(paragraph("党员"))
    parts["word/正文2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace("word/document.xml", "/word/正文2.xml")
    assert read(zipped(parts)).blocks == (Line(text="党员", where="第 1 段"),)
