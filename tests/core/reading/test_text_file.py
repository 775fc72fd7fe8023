"""Authors' files are read whatever their line ends, and refused when their encoding is not UTF-8."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianxue.reading.problem import Report
from lianxue.reading.text_file import read_text, walk_files


def read(folder: Path, data: bytes) -> tuple[str | None, list[str]]:
    """A file's text and problems."""
    file = folder / "x.yml"
    file.write_bytes(data)
    report = Report()
    return read_text(file, "quizzes/x.yml", report), [str(problem) for problem in report.problems]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"], ids=ascii)
def test_line_ends_of_every_system_become_one(end: str, tmp_path: Path) -> None:
    """Lines are counted alike on Windows, on old Macs and in text pasted from web pages."""
    assert read(tmp_path, f"一{end}二{end}".encode()) == ("一\n二\n", [])


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    """Notepad's UTF-8 with BOM is UTF-8."""
    assert read(tmp_path, b"\xef\xbb\xbftitle: \xe4\xb8\x80\n") == ("title: 一\n", [])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("title: a\nstem: 题干\n".encode("gb18030"), "2:1: 文件不是 UTF-8 编码（看来是 GBK）"),
        ("题干\n".encode("utf-16"), "1:1: 文件不是 UTF-8 编码（看来是 UTF-16）"),
        (b"a\nb\n\xff\xff\xff\xff", "3:1: 文件不是 UTF-8 编码，也认不出是哪种编码"),
    ],
    ids=["gbk", "utf-16", "neither"],
)
def test_another_encoding_is_named_and_the_way_out_told(data: bytes, message: str, tmp_path: Path) -> None:
    """The problem stands on the first line that is not UTF-8 and says how to save the file."""
    advice = "请用记事本或 WPS “另存为”，编码选 UTF-8"
    assert read(tmp_path, data) == (None, [f"quizzes/x.yml:{message}：{advice}"])


def test_files_come_sorted_without_hidden_ones(tmp_path: Path) -> None:
    """The order of files is the same on every machine."""
    for name in ["b.yml", "a/z.yml", "a/y.yml", ".git/x.yml", "C.yml", "a/.y.yml.swp"]:
        file = tmp_path / "quizzes" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    report = Report()
    found = [path for _, path in walk_files(tmp_path, "quizzes", report)]
    assert found == ["quizzes/C.yml", "quizzes/a/y.yml", "quizzes/a/z.yml", "quizzes/b.yml"]
    assert report.problems == []


def test_a_missing_folder_holds_no_files(tmp_path: Path) -> None:
    """A portal without quizzes is a portal."""
    assert list(walk_files(tmp_path, "quizzes", Report())) == []


def test_a_link_to_its_own_folder_is_not_followed(tmp_path: Path) -> None:
    """A symbolic link is a problem, not a way round in circles."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "again").symlink_to(tmp_path / "docs", target_is_directory=True)
    report = Report()
    assert list(walk_files(tmp_path, "docs", report)) == []
    assert [str(problem) for problem in report.problems] == [
        "docs/again:1:1: 这是一个符号链接，不会被发布：请放入文件本身"
    ]
