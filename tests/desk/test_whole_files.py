"""Writing files whole."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

import pytest

from desk.whole_files import write_bytes, write_whole


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    """The new bytes are there under the old permissions, and no temporary file is left."""
    file = tmp_path / "题库.yml"
    file.write_bytes(b"old")
    file.chmod(0o600)
    write_bytes(file, b"new")
    assert file.read_bytes() == b"new"
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["题库.yml"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """An exception half way leaves the old bytes and no temporary file."""
    file = tmp_path / "题库.yml"
    file.write_bytes(b"old")

    def write(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_whole(file, write)
    assert file.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["题库.yml"]
