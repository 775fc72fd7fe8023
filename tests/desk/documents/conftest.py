"""What the tests of opening files share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk.documents.model import OpenedFile
from desk.documents.reading import read_opened


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., OpenedFile]:
    """Put bytes or text into a file and read it in this process, as the child would."""

    def write_and_read(content: bytes | str, name: str = "试卷.docx") -> OpenedFile:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_opened(file)

    return write_and_read
