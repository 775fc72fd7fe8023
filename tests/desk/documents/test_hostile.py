"""Files made to harm: each is refused with its sentence, by a child that stays small."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.office import docx, docx_parts, paragraph, part, run, write_docx, xlsx, zipped

from desk.documents import opening
from desk.documents.limits import MEGABYTE, MEMORY_BYTES
from desk.documents.model import Line, UnreadableFile
from desk.documents.opening import open_file, open_files

ASK = "请向给您文件的人核实，或用原来的程序打开，另存为新的文件"
ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HARMLESS = docx_parts(paragraph("党员"))


def with_body(body: str, *, level: int = 1) -> bytes:
    """A .docx whose body is this XML."""
    return zipped(
        {**HARMLESS, "word/document.xml": part("w:document", f"<w:body>{body}</w:body>")}, level=level
    )


def noise(count: int, before: str = "", after: str = "") -> str:
    """About `count` pieces that compress badly: a block longer than zip looks back, again and again."""
    source = random.Random(1)
    block = "".join(f"{before}{source.getrandbits(48):012x}{after}" for _ in range(5_000))
    return block * (count // 5_000)


def test_a_plain_picture_packs_well_and_does_no_harm(tmp_path: Path) -> None:
    """An uncompressed picture of one colour is no bomb; text that packs so is."""
    file = tmp_path / "讲稿.docx"
    file.write_bytes(zipped({**HARMLESS, "word/media/image1.bmp": b"\0" * (4 * MEGABYTE)}, level=9))
    assert [block.text for block in open_file(file).blocks if isinstance(block, Line)] == ["党员"]
    file.write_bytes(zipped({**HARMLESS, "word/other.xml": b"\0" * (4 * MEGABYTE)}, level=9))
    with pytest.raises(UnreadableFile, match="压缩炸弹"):
        open_file(file)


def with_declared_size() -> bytes:
    """A zip whose directory says that an entry is very large."""
    data = zipped({**HARMLESS, "big.bin": bytes(12_345)})
    return data.replace((12_345).to_bytes(4, "little"), (110 * MEGABYTE).to_bytes(4, "little"))


def with_sheet(old: str, new: str, *, in_part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A workbook of one cell whose part is changed by hand."""
    with zipfile.ZipFile(io.BytesIO(xlsx({"单选": [["题干"]]}))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert old in parts[in_part]
    return zipped({**parts, in_part: parts[in_part].replace(old, new)})


def with_duplicate() -> bytes:
    """A zip that holds its main part twice."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in HARMLESS.items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("word/document.xml", "x")
    return buffer.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (
        lambda: with_body("<w:p/>" * 2_000_000, level=9),
        f"的压缩比超过 100:1，可能是“压缩炸弹”，不打开：{ASK}",
    ),
    "paragraphs.docx": (
        lambda: with_body(noise(150_000, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")),
        "有超过 100,000 段，不打开：请拆成几个文件",
    ),
    "line.docx": (
        lambda: with_body(paragraph(run("啊" * 100_001))),
        "第 1 段有 100,001 个字，超过 100,000 个字的上限：请分段后再试",
    ),
    "runs.docx": (
        lambda: with_body("<w:p>" + noise(550_000, "<w:r>", "</w:r>") + "</w:p>"),
        "的文字被切成超过 500,000 小段，不打开：请拆成几个文件",
    ),
    "deep.docx": (
        lambda: with_body("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000),
        "已损坏或没有下载完整：请重新取一份，或用原来的程序打开修复后另存",
    ),
    "entities.docx": (
        lambda: zipped({**HARMLESS, "word/document.xml": f"<?xml version='1.0'?>{ENTITIES}<a>&b;</a>"}),
        "里的 XML 带有文档类型或实体定义，可能是恶意文件，不打开：请向给您文件的人核实",
    ),
    "entities-in-styles.docx": (
        lambda: docx(
            relations={"s": ("styles", "styles.xml")},
            parts={"styles.xml": f"<!-- {'x' * 5000} -->{ENTITIES}<a>&b;</a>"},
        ),
        "里的 XML 带有文档类型或实体定义，可能是恶意文件，不打开：请向给您文件的人核实",
    ),
    "entities-behind-a-comment.docx": (
        lambda: zipped(
            {**HARMLESS, "word/document.xml": f"<?xml version='1.0'?><!-- <a -->{ENTITIES}<a>&b;</a>"}
        ),
        "里的 XML 带有文档类型或实体定义，可能是恶意文件，不打开：请向给您文件的人核实",
    ),
    "entities.xml": (
        lambda: f"<?xml version='1.0'?>{ENTITIES}<quiz>&b;</quiz>".encode("utf-16"),
        "里的 XML 带有文档类型或实体定义，可能是恶意文件，不打开：请向给您文件的人核实",
    ),
    "utf-7.docx": (
        lambda: zipped({**HARMLESS, "word/document.xml": b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-'}),
        "里的 XML 用了少见的编码 UTF-7，不打开：请另存为 UTF-8 编码的新文件",
    ),
    "outside.docx": (
        lambda: zipped({**HARMLESS, "../../outside.txt": "x"}),
        f"里有指向文件外面的部件名，可能是恶意文件，不打开：{ASK}",
    ),
    "twice.docx": (with_duplicate, f"里有重名的部件，可能是恶意文件，不打开：{ASK}"),
    "entries.docx": (
        lambda: zipped({**HARMLESS, **{f"part{number}": "" for number in range(2000)}}),
        f"里有 2,004 个部件，超过 2,000 个的上限，不打开：{ASK}",
    ),
    "sum.docx": (
        with_declared_size,
        f"解开后有 110 MB，超过 100 MB 的上限，不打开：{ASK}",
    ),
    "small-bombs.docx": (
        lambda: zipped({**HARMLESS, **{f"{n}.bin": bytes(999_999) for n in range(5)}}, level=9),
        f"的压缩比超过 100:1，可能是“压缩炸弹”，不打开：{ASK}",
    ),
    "macro.docm": (
        lambda: zipped({**HARMLESS, "word/vbaProject.bin": b"x"}),
        "带有宏，不打开：请用原来的程序打开，另存为不带宏的 .docx 或 .xlsx",
    ),
    "macro.xlsx": (
        lambda: with_sheet("sheet.main+xml", "sheet.macroEnabled.main+xml", in_part="[Content_Types].xml"),
        "带有宏，不打开：请用原来的程序打开，另存为不带宏的 .docx 或 .xlsx",
    ),
    "cut.docx": (
        lambda: zipped(HARMLESS)[:600],
        "已损坏或没有下载完整：请重新取一份，或用原来的程序打开修复后另存",
    ),
    "damaged.docx": (
        lambda: (
            zipped(HARMLESS).replace(b"PK\x03\x04", b"PK\x03\x05").replace(b"PK\x03\x05", b"PK\x03\x04", 1)
        ),
        "已损坏或没有下载完整：请重新取一份，或用原来的程序打开修复后另存",
    ),
    "far.xlsx": (
        lambda: with_sheet("</row>", '</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "工作表“单选”用到了第 1,048,576 行、第 16,384 列，超过 100,000 行或 200 列的上限：请删去远处多余的内容，或拆成几个文件",
    ),
    "nameless.xlsx": (
        lambda: with_sheet("</row>", '</row><row r="1048576"><c><v>1</v></c></row>'),
        "工作表“单选”用到了第 1,048,576 行、第 1 列，超过 100,000 行或 200 列的上限：请删去远处多余的内容，或拆成几个文件",
    ),
    "cell.xlsx": (
        lambda: with_sheet("<t>题干</t>", f"<t>{noise(900_000)}</t>", in_part="xl/sharedStrings.xml"),
        "工作表“单选”第 1 行有一格超过 32,767 个字，不打开：请删去这一格",
    ),
    "cell.csv": (
        lambda: f'题干,答案\n"{noise(10_000)}",A\n'.encode(),
        "第 2 行有一格超过 32,767 个字，或引号没有配对：请在 Excel 中改好后再试",
    ),
    "columns.csv": (
        lambda: b"," * 5_000_000,
        "超过 100,000 行或 200 列的上限：请拆成几个文件，或只留要导入的列",
    ),
    "line.txt": (
        lambda: "啊".encode() * 3_000_000,
        "第 1 行有 3,000,000 个字，超过 100,000 个字的上限：请分行后再试",
    ),
    "lines.txt": (lambda: b"a\n" * 300_000, "有 300,000 行，超过 200,000 行的上限：请拆成几个文件"),
    "nested.json": (
        lambda: b"[" * 100_000,
        "里的括号一层套一层，套得太深，不打开：请向给您文件的人核实",
    ),
    "deep.html": (
        lambda: b"<div>" * 200_000 + b"x",
        "里的标签一层套一层，套得太深，不打开：请向给您文件的人核实",
    ),
    "elements.html": (
        lambda: b"<html><body>" + b"<p>x" * 2_000_000,
        "内容太多，读它要用的内存超过 256 MB：请拆成几个文件",
    ),
    "cells.html": (
        lambda: b"<table><tr><td>a<td>b" + b"<tr><td colspan=99999 rowspan=99999>x<td>y" * 1000 + b"</table>",
        "里有超过 200 列的表格：请删去不要的列",
    ),
}
NEEDS_A_MEMORY_LIMIT = ("elements.html",)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(tmp_path: Path, name: str) -> None:
    """The sentence names the file, the reason and what to do."""
    if name in NEEDS_A_MEMORY_LIMIT and sys.platform == "darwin":
        pytest.skip("macOS does not limit memory")
    make, sentence = HOSTILE[name]
    (tmp_path / name).write_bytes(make())
    with pytest.raises(UnreadableFile) as caught:
        open_file(tmp_path / name)
    assert str(caught.value) == f"《{name}》{sentence}"


def test_half_a_gigabyte_of_text_is_refused_by_its_size(tmp_path: Path) -> None:
    """Nothing of it is read."""
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(500 * MEGABYTE)
    with pytest.raises(UnreadableFile) as caught:
        open_file(tmp_path / "huge.txt")
    assert str(caught.value) == "《huge.txt》有 500 MB，超过 20 MB 的上限：请拆成几个文件"


def test_lying_dimensions_do_no_harm(tmp_path: Path) -> None:
    """What a sheet says of its size is not believed."""
    file = tmp_path / "说谎.xlsx"
    file.write_bytes(with_sheet('ref="A1"', 'ref="A1:XFD1048576"'))
    assert open_file(file).sheets[0].rows == ((1, ("题干",)),)


def test_empty_formatted_cells_far_away_are_no_use_of_a_sheet(tmp_path: Path) -> None:
    """Excel leaves these behind when whole columns are formatted."""
    file = tmp_path / "空格.xlsx"
    file.write_bytes(
        with_sheet("</row>", '</row><row r="1048576" hidden="1"><c r="XFD1048576" s="0"/></row>')
    )
    assert open_file(file).sheets[0].rows == ((1, ("题干",)),)


def test_pointers_to_the_outside_are_said_and_not_followed(tmp_path: Path) -> None:
    """A template on the web, a linked and an embedded object."""
    file = write_docx(
        tmp_path / "卷.docx",
        paragraph("党员", '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>'),
        relations={
            "s": ("settings", "settings.xml"),
            "o": ("oleObject", "file:///c:/secret.xlsx"),
            "e": ("package", "embeddings/a.xlsx"),
            "h": ("hyperlink", "https://example.org/"),
        },
        parts={
            "settings.xml": part("w:settings", ""),
            "_rels/settings.xml.rels": (
                '<Relationships><Relationship Id="t" Type="x/attachedTemplate" Target="http://example.org/a.dotm" '
                'TargetMode="External"/></Relationships>'
            ),
            "embeddings/a.xlsx": b"x",
        },
    )  # fmt: skip
    opened = open_file(file)
    assert opened.blocks == (Line(text="党员", where="第 1 段"),)
    assert opened.remarks == (
        "有 1 个嵌入的对象（表格、公式或附件），里面的内容没有读",
        "文件连着外面的模板，没有去取",
        "文件里有指向外面文件的链接，没有去取",
        "文件里嵌着别的文件，没有打开",
    )


def test_a_child_that_dies_takes_one_file_with_it(tmp_path: Path) -> None:
    """The files after it are opened by another child, and those before it stay read."""
    if sys.platform == "darwin":
        pytest.skip("macOS does not limit memory")
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(
        with_sheet("</row>", '</row><row r="90000">' + '<c t="n"><v>1</v></c>' * 15_000 + "</row>")
    )
    good = write_docx(tmp_path / "好.docx", paragraph("党员"))
    before, first, second = open_files([good, bad, good])
    assert str(first) in (
        "《坏.xlsx》内容太多，读它要用的内存超过 256 MB：请拆成几个文件",
        "《坏.xlsx》的压缩比超过 100:1，可能是“压缩炸弹”，不打开：" + ASK,
    )
    assert not isinstance(before, UnreadableFile) and not isinstance(second, UnreadableFile)


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a child is asked of Linux")
def test_the_child_stays_below_its_limit(tmp_path: Path) -> None:
    """Its peak, asked from the system, over the hungriest file here."""
    (tmp_path / "页.html").write_bytes(HOSTILE["elements.html"][0]())
    code = (
        "import resource, sys\nfrom pathlib import Path\nfrom desk.documents.opening import open_files\n"
        "open_files([Path(sys.argv[1])])\nprint(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    scripts = str(Path(opening.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "页.html")],
        env={"PYTHONPATH": scripts},
        capture_output=True,
        check=True,
    )
    assert 20 * MEGABYTE < int(done.stdout) * 1024 <= MEMORY_BYTES
