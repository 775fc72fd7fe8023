"""Every bank under tests/cases/records reads exactly as the file beside it says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.support.project import CASES
from tests.support.readings import places, summary

from desk.documents.reading import read_opened
from desk.importing.reading import read_files

BANKS = sorted(file for file in (CASES / "records").iterdir() if file.suffix != ".expected")


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.name)
def test_bank_reads_as_expected(bank: Path) -> None:
    """Questions, doubts, what was left out and why, remarks: the whole of the reading."""
    expected = yaml.safe_load(bank.with_name(f"{bank.name}.expected").read_text(encoding="utf-8"))
    assert summary(*read_files([read_opened(bank)])) == expected


@pytest.mark.parametrize("bank", [b for b in BANKS if b.suffix == ".csv"], ids=lambda bank: bank.name)
def test_every_row_that_holds_something_is_accounted_for(bank: Path) -> None:
    """A row is in a question, ignored with a reason, or unsure: never lost."""
    opened = read_opened(bank)
    filled = {f"第 {number} 行" for number, cells in opened.sheets[0].rows if any(map(str.strip, cells))}
    assert set(places(*read_files([opened]))) == filled
