"""Putting files where a person wants them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.failures import DeskError
from desk.output_files import check_places, write_outputs


def listed(folder: Path) -> list[str]:
    """Everything below a folder."""
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*"))


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    """Old files are replaced, missing folders made, and nothing else is left behind."""
    (tmp_path / "试卷.docx").write_bytes(b"old")
    write_outputs({tmp_path / "试卷.docx": b"new", tmp_path / "甲卷" / "答题卡.docx": b"sheet"})
    assert listed(tmp_path) == ["甲卷", "甲卷/答题卡.docx", "试卷.docx"]
    assert (tmp_path / "试卷.docx").read_bytes() == b"new"


def test_one_failure_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """The last of three cannot be put in its place: the first is the old one, the second is not there."""
    (tmp_path / "试卷.docx").write_bytes(b"old")
    taken = tmp_path / "对照表.docx"
    taken.mkdir()
    with pytest.raises(OSError) as caught:
        write_outputs({tmp_path / "试卷.docx": b"new", tmp_path / "甲" / "答案.docx": b"key", taken: b"map"})
    assert caught.value.filename == str(taken)
    assert listed(tmp_path) == ["对照表.docx", "试卷.docx"]
    assert (tmp_path / "试卷.docx").read_bytes() == b"old"


def test_a_folder_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    """A file stands where a folder should be: nothing is written, and the file asked for is named."""
    (tmp_path / "甲").write_bytes(b"")
    target = tmp_path / "甲" / "答案.docx"
    with pytest.raises(OSError) as caught:
        write_outputs({tmp_path / "新" / "试卷.docx": b"new", target: b"key"})
    assert caught.value.filename == str(target)
    assert listed(tmp_path) == ["甲"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["有.docx"], "已经有 {0}/有.docx，没有动：要替换请加 --replace，或用 --out 换一个位置或名称"),
        (
            ["有.docx", "新.docx", "也有.html"],
            "已经有 {0}/有.docx 等 2 个文件，没有动：要替换请加 --replace，或用 --out 换一个位置或名称",
        ),
        (
            ["docs/题库.xlsx"],
            "{0}/docs/题库.xlsx 在 docs 文件夹里，那里只放网站自己的文件：请用 --out 换一个位置",
        ),
        (["夹"], "{0}/夹 是文件夹：请在 --out 后写文件名"),
        (["有.docx/深/新.docx"], "{0}/有.docx 是文件，这里需要文件夹：请用 --out 换一个位置"),
    ],
)
def test_a_place_that_is_taken_is_said(tmp_path: Path, names: list[str], said: str) -> None:
    """Before anything is made; with --replace only what cannot be replaced."""
    for name in ("有.docx", "也有.html"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "夹").mkdir()
    with pytest.raises(DeskError) as caught:
        check_places(tmp_path, [tmp_path / name for name in names], replace=False)
    assert str(caught.value) == said.format(tmp_path)


def test_what_is_there_may_be_replaced_when_asked(tmp_path: Path) -> None:
    """And what is not there may be made."""
    (tmp_path / "有.docx").write_bytes(b"")
    check_places(tmp_path, [tmp_path / "有.docx", tmp_path / "新" / "新.docx"], replace=True)
