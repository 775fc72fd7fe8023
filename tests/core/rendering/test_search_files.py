"""Files of the cache are written whole, and nothing stays of those that were not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lianxue.rendering import search_files
from lianxue.rendering.search_files import read_checked, write_checked


def test_an_interrupted_write_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C in the middle: no half file stays beside it."""
    file = tmp_path / "index"
    assert write_checked(file, "form", [b"old"])

    def interrupt(_form: str, _checksum: int) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(search_files, "_head", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_checked(file, "form", [b"new"])
    assert ([*tmp_path.iterdir()], read_checked(file, "form")) == ([file], b"old")


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    """Only what is old and of the same name: another build may be writing its own now."""
    old, young, other = (tmp_path / f".{name}.tmp" for name in ("index-old", "index-young", "characters-old"))
    for left in (old, young, other):
        left.write_bytes(b"half")
    for left in (old, other):
        two_hours_ago = left.stat().st_mtime - 7200
        os.utime(left, (two_hours_ago, two_hours_ago))
    assert write_checked(tmp_path / "index", "form", [b"new"])
    assert sorted(tmp_path.iterdir()) == sorted([other, young, tmp_path / "index"])
