"""Question files are opened and read by one child process, which time and memory bind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.support.office import docx_parts, paragraph, part, write_docx, write_xlsx, zipped
from tests.support.papers import opened_text
from tests.support.project import CASES

from desk.documents.opening import open_files
from desk.failures import DeskError
from desk.importing.files import read_question_files
from desk.importing.reading import read_files
from desk.importing.wire import packed_reading, unpacked_reading

PAPER = (
    "一、单选题",
    "1. 集中学习每月至少几次？",
    "A. 一次",
    "B. 两次",
    "2. 由谁保管记录？",
    "A. 本人",
    "B. 小组",
)
CASE_PAPERS = sorted(
    path
    for path in (CASES / "papers").iterdir()
    if path.suffix in (".txt", ".md") and ".read." not in path.name
)


def saved(file: Path, text: str) -> Path:
    """The file, with this text in it."""
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def endless(file: Path) -> Path:
    """A hostile paper: soon opened, and labels without end to be looked at, for a quarter of a minute."""
    return saved(file, ("答案：A " * 3_900 + "\n") * 90)


def refusal(*files: Path, seconds: float = 0.0) -> str:
    """The sentence with which an import of these files ends."""
    with pytest.raises(DeskError) as caught:
        read_question_files(files, seconds)
    return str(caught.value)


def test_a_paper_its_key_and_a_sheet_are_read_together(tmp_path: Path) -> None:
    """The readings are those the readers make; what else the files hold is said with them."""
    header = part("w:hdr", paragraph("电话 13800138000"))
    files = [
        write_docx(
            tmp_path / "试卷.docx",
            *map(paragraph, PAPER),
            relations={"h": ("header", "header1.xml")},
            parts={"header1.xml": header},
        ),
        saved(tmp_path / "试卷答案.txt", "一、单选题\n1-2 BA\n\ufffd"),
        write_xlsx(tmp_path / "题库.xlsx", {"单选": [["题干", "A", "B", "答案"], ["几次", "一", "两", "B"]]}),
    ]
    read = read_question_files(files)
    assert [[draft.answer for draft in reading.drafts] for reading in read.readings] == [
        [("B",), ("A",)],
        [],
        [("B",)],
    ]
    assert read.readings == read_files(open_files(files))  # type: ignore[arg-type]
    assert [str(hit) for hit in read.hits] == ["《试卷.docx》页眉有手机号码（138****8000）：请确认可以公开"]
    assert read.remarks == ("《试卷答案.txt》：第 3 行起有 1 个字在存成这个文件之前就丢了，显示为 �",)


@pytest.mark.parametrize("case", CASE_PAPERS, ids=lambda case: case.stem)
def test_a_reading_comes_through_unchanged(case: Path) -> None:
    """Out of the child as JSON and back: every field of every draft, every line of the account."""
    (reading,) = read_files([opened_text(case.name, case.read_text(encoding="utf-8"))])
    assert unpacked_reading(json.loads(json.dumps(packed_reading(reading)))) == reading


def test_a_text_that_takes_too_long_is_refused_by_name(tmp_path: Path) -> None:
    """The wait ends with no limits of the system; a paper read before it is not blamed."""
    short = saved(tmp_path / "短.txt", "\n".join(PAPER))
    assert refusal(short, endless(tmp_path / "长.txt"), seconds=4) == (
        "《长.txt》读题用的时间太长，已经停下：请拆成几个文件，分几次导入"
    )


def test_a_paper_of_far_too_many_lines_is_refused_at_once(tmp_path: Path) -> None:
    """Nobody waits for a limit that is bound to be met."""
    long = saved(tmp_path / "长.txt", "党员应当学习\n" * 100_001)
    assert refusal(long) == "《长.txt》有 100,001 行，超过读题的上限 100,000 行：请拆成几个文件，分几次导入"


def test_every_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """A folder, a broken file and a hungry one among good ones, in their order."""
    (tmp_path / "夹").mkdir()
    good = saved(tmp_path / "好.txt", "\n".join(PAPER))
    broken = tmp_path / "坏.docx"
    broken.write_bytes(zipped(docx_parts(paragraph("党员")))[:200])
    damaged = "《坏.docx》已损坏或没有下载完整：请重新取一份，或用原来的程序打开修复后另存"
    folder = "《夹》是文件夹，这里需要文件：请指明文件夹里的哪一个文件"
    assert refusal(good, broken) == damaged
    assert refusal(broken, good, tmp_path / "夹") == f"{damaged}；{folder}"


def test_a_broken_bank_is_refused_with_its_line(tmp_path: Path) -> None:
    """What the readers themselves refuse comes out of the child as it was said."""
    bank = saved(tmp_path / "题.json", '[{"题干": "几次",\n "答案": }]')
    with pytest.raises(DeskError) as caught:
        read_files(open_files([bank]))  # type: ignore[arg-type]
    assert refusal(bank) == str(caught.value)
    assert "《题.json》第 2 行" in refusal(bank)


def test_a_missing_file_is_the_systems_own_error(tmp_path: Path) -> None:
    """With its name, as everywhere."""
    with pytest.raises(FileNotFoundError) as caught:
        read_question_files([tmp_path / "没有.docx"])
    assert caught.value.filename == str(tmp_path / "没有.docx")
