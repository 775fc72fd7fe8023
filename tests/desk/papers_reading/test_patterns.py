"""No pattern of the importers takes long over runs of blanks, brackets or marks."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import chain
from types import ModuleType

import pytest

import desk.drafts
import desk.importing
import desk.importing.papers
import desk.importing.records
from lianxue.reading.patterns import LatePattern

MANY = 60  # of a piece; lines and cells keep no more than 20 blanks in a row
PIECES = (" ", "\t ", "(", "_", "1", "A", "一", "、", "答案", "*", "<", "。", "1.", "A.", "（ ", "第一")
TEXTS = tuple(
    text for piece in PIECES for text in (piece * MANY, f"正确{piece * MANY}x", f"1.{piece * MANY}甲")
)


def _modules() -> Iterator[ModuleType]:
    for package in (desk.drafts, desk.importing, desk.importing.papers, desk.importing.records):
        for found in pkgutil.iter_modules(package.__path__):
            if not found.ispkg:
                yield importlib.import_module(f"{package.__name__}.{found.name}")


def _patterns(module: ModuleType) -> Iterator[re.Pattern[str] | LatePattern]:
    for value in vars(module).values():
        items = value if isinstance(value, tuple) else (value,)
        for item in chain.from_iterable(item if isinstance(item, tuple) else (item,) for item in items):
            if isinstance(item, re.Pattern | LatePattern):
                yield item


@pytest.mark.parametrize("module", tuple(_modules()), ids=lambda module: module.__name__)
def test_patterns_come_to_an_end(module: ModuleType) -> None:
    """Each is tried on texts that make bad patterns try everything with everything."""
    for pattern in _patterns(module):
        for text in TEXTS:
            match = pattern.search(text)
            assert match is None or match.end() <= len(text)
