"""What the tests of exporting share: the shipped bank, chosen whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.exporting.selection import Filters, Selection, plan_export
from lianxue.content.catalog import Catalog, load_catalog

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The shipped content."""
    return load_catalog(REPOSITORY)


@pytest.fixture(scope="session")
def selection(catalog: Catalog) -> Selection:
    """All of the shipped bank: every kind of question, and a material."""
    return plan_export(catalog, Filters())
