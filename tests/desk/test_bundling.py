"""`lianxue bundle`: from the content to the zip."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_a_bundle_passes_its_own_check(portal: Path, lianxue: Run) -> None:
    """The zip lies in dist/, is named after the newest lesson, and `verify` finds it whole."""
    ran = lianxue("--root", portal, "bundle")
    (file,) = (portal / "dist").iterdir()
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == f"已制作离线包（0.0 MB）：{file}"
    assert file.name.startswith("廉学_2026-02_")
    assert lianxue("verify", file).code == 0
    with zipfile.ZipFile(file) as archive:
        assert "试用园地" in archive.read("廉学/打开学习园地.html").decode()
        assert "廉学/site/quizzes/first.html" in archive.namelist()


def test_two_bundles_are_equal(portal: Path, tmp_path: Path, lianxue: Run) -> None:
    """The same content gives the same zip, also from another folder; `site/` is not touched."""
    moved = shutil.copytree(portal, tmp_path / "另一处")
    lianxue("--root", portal, "bundle", "--output", tmp_path / "甲")
    lianxue("--root", moved, "bundle", "--output", tmp_path / "乙")
    (first,), (second,) = (tmp_path / "甲").iterdir(), (tmp_path / "乙").iterdir()
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()
    assert not (portal / "site").exists()


def test_problems_stop_a_bundle(portal: Path, lianxue: Run) -> None:
    """Content that must be fixed is not handed out."""
    (portal / "docs/lessons/2026/02-first.md").unlink()
    ran = lianxue("--root", portal, "bundle")
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "没有制作离线包。"
    assert not (portal / "dist").exists()
