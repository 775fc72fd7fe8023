"""Packing a finished site into the offline zip."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from desk.bundling.packing import pack_site
from desk.failures import DeskError


def pack(site: Path, output: Path) -> Path:
    return pack_site(site, output, name="机关廉学", month="2026-03")


def test_names_dates_and_modes_are_fixed(site: Path, tmp_path: Path) -> None:
    """Entries are sorted, lie in one top folder, and carry one date, one mode and UTF-8 names."""
    file = pack(site, tmp_path / "成品")
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == [
        "廉学/site/assets/bank/index-1234.js",
        "廉学/site/index.html",
        "廉学/site/lessons/2026/02-lesson.html",
        "廉学/使用说明.txt",
        "廉学/打开学习园地.html",
        "廉学/校验/MANIFEST.sha256",
    ]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert {entry.create_system for entry in entries} == {3}
    assert {entry.flag_bits & 0x800 for entry in entries} == {0x800}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_DEFLATED}


def test_the_same_site_gives_the_same_zip(site: Path, tmp_path: Path) -> None:
    """Dates, modes and places on this machine leave no trace in the bytes."""
    first = pack(site, tmp_path / "甲")
    moved = tmp_path / "别处"
    shutil.copytree(site, moved)
    (moved / "index.html").chmod(0o755)
    os.utime(moved / "index.html", (0, 0))
    second = pack(moved, tmp_path / "乙")
    assert second.name == first.name
    assert second.read_bytes() == first.read_bytes()


def test_another_site_gets_another_version(site: Path, tmp_path: Path) -> None:
    """One changed byte, and one changed name, each give a version of their own."""
    names = {pack(site, tmp_path).name}
    (site / "index.html").write_text("变了", encoding="utf-8")
    names.add(pack(site, tmp_path).name)
    (site / "index.html").rename(site / "home.html")
    names.add(pack(site, tmp_path).name)
    assert len(names) == 3
    assert all(
        name.startswith("廉学_2026-03_") and len(name) == len("廉学_2026-03_12345678.zip") for name in names
    )


def test_a_portal_without_lessons_still_has_a_version(site: Path, tmp_path: Path) -> None:
    """Where no lesson gives a month, the name says so."""
    assert pack_site(site, tmp_path, name="廉学", month=None).name.startswith("廉学_未分期_")


def test_the_start_page_leads_to_the_site(site: Path, tmp_path: Path) -> None:
    """The page to double-click goes to the home page by itself and offers a link."""
    with zipfile.ZipFile(pack(site, tmp_path)) as archive:
        page = archive.read("廉学/打开学习园地.html").decode()
    assert '<meta http-equiv="refresh" content="0; url=site/index.html">' in page
    assert '<a href="site/index.html">进入学习园地</a>' in page
    assert "http://" not in page
    assert "https://" not in page


def test_the_manual_is_for_notepad_and_names_the_version(site: Path, tmp_path: Path) -> None:
    """使用说明.txt has a byte order mark, CRLF throughout, and says what an operator must know."""
    file = pack(site, tmp_path)
    with zipfile.ZipFile(file) as archive:
        data = archive.read("廉学/使用说明.txt")
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    text = data.decode("utf-8-sig")
    assert f"版本：{file.stem.removeprefix('廉学_')}\r\n" in text
    assert "仅限非涉密环境使用" in text
    assert "sha256sum -c 校验/MANIFEST.sha256" in text
    assert "$" not in text


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_sha256sum_reads_the_manifest(site: Path, tmp_path: Path) -> None:
    """From the top folder `sha256sum -c` finds every file and nothing to complain about."""
    with zipfile.ZipFile(pack(site, tmp_path)) as archive:
        archive.extractall(tmp_path / "U盘 一")
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", "--status", "校验/MANIFEST.sha256"],
        cwd=tmp_path / "U盘 一" / "廉学",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="such names cannot exist there")
@pytest.mark.parametrize("name", ["a:b.png", "a\\b.png", "aux.html", "尾.", "换\n行"])
def test_names_that_windows_cannot_hold_are_refused(site: Path, tmp_path: Path, name: str) -> None:
    """A file that would not unpack on Windows is named instead of packed."""
    (site / name).write_text("", encoding="utf-8")
    with pytest.raises(DeskError, match="不能放进离线包"):
        pack(site, tmp_path / "成品")
    assert not (tmp_path / "成品").exists()


@pytest.mark.skipif(os.name == "nt", reason="such names cannot exist there")
def test_names_that_differ_only_by_case_are_refused(site: Path, tmp_path: Path) -> None:
    """On Windows one of the two would be lost."""
    (site / "A.png").write_bytes(b"1")
    (site / "a.png").write_bytes(b"2")
    with pytest.raises(DeskError) as refusal:
        pack(site, tmp_path)
    assert str(refusal.value) == "site/A.png 与 site/a.png 在 Windows 上会互相覆盖：请给其中一个改名"
