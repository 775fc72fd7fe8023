"""Small files that once cost more than any file may: each is read as what it is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tests.support.office import docx_parts, paragraph, xlsx, zipped

from desk.documents.model import Line, OpenedFile
from desk.documents.opening import open_files


def opened(folder: Path, files: dict[str, bytes]) -> list[OpenedFile]:
    """The files, read by the limited child: what takes too long comes back as a refusal."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    results = open_files([folder / name for name in files])
    assert [str(one) for one in results if not isinstance(one, OpenedFile)] == []
    return [one for one in results if isinstance(one, OpenedFile)]


def test_what_looks_like_markup_again_and_again_is_read(tmp_path: Path) -> None:
    """Comments without a page behind them, relations and cells without an end."""
    broken_relations = b"<Relationships>" + b"<Relationship " * 60_000 + b"a" * 100_000
    text, document, endless, page = opened(
        tmp_path,
        {
            "说明.txt": b"<!-- -->" * 200 + b"x",
            "关系.docx": zipped(
                {**docx_parts(paragraph("党员")), "word/_rels/document.xml.rels": broken_relations}, level=1
            ),
            "注.txt": b"<!-- " + b"- " * 20_000,
            "编号.html": b"<ol>" + b"<li>a</li>" * 30_000 + b"</ol>",
        },
    )
    assert (text.kind, endless.kind) == ("txt", "txt")
    assert document.blocks == (Line(text="党员", where="第 1 段"),)
    assert isinstance(page.blocks[-1], Line)
    assert page.blocks[-1].text == "30000. a"


def test_a_header_without_an_end_in_a_workbook_is_passed_over(tmp_path: Path) -> None:
    """Thousands of beginnings of it."""
    with zipfile.ZipFile(io.BytesIO(xlsx({"单选": [["题干"]]}))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    many = b"<!--" + b"<headerFooter><oddHeader>" * 2_500 + b"-->"
    parts[sheet] = parts[sheet].replace(b"</worksheet>", many + b"</worksheet>")
    (workbook,) = opened(tmp_path, {"眉.xlsx": zipped(parts)})
    assert workbook.sheets[0].rows == ((1, ("题干",)),)
