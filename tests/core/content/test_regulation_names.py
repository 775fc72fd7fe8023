"""Which regulation a text means by a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.quizzes import catalog_of

from lianxue.content.catalog import Catalog
from lianxue.content.regulation_names import find_called, nearest_called


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """Two versions of one 条例 and a 准则."""
    head = "short_titles: [{short}]\nissued_on: {day}\narticles: 1-9\n---\n"
    return catalog_of(
        tmp_path,
        {
            "docs/regulations/lend-2018.md": "---\ntitle: 甲局借阅条例（2018年修订）\nstatus: 已修订\n"
            + head.format(short="2018年借阅条例", day="2018-08-18"),
            "docs/regulations/lend.md": "---\ntitle: 甲局借阅条例\nsupersedes: lend-2018\naliases: [借阅办法]\n"
            + head.format(short="借阅条例", day="2023-12-19"),
            "docs/regulations/code.md": "---\ntitle: 甲局行为准则\n"
            + head.format(short="行为准则", day="2015-10-18"),
        },
    )


@pytest.mark.parametrize(
    ("name", "own", "meant"),
    [
        ("甲局借阅条例", "", "lend"),
        (" 借阅条例 ", "", "lend"),
        ("借阅办法", "", "lend"),
        ("借阅条例（2018年修订）", "", "lend-2018"),
        ("甲局借阅条例(2023年12月修订)", "", "lend"),
        ("甲局借阅条例（2015年修订）", "", ""),
        ("甲局借阅条例（试行）", "", ""),
        ("条例", "lend", "lend"),
        ("条例", "lend-2018", "lend-2018"),
        ("条例", "code", ""),
        ("准则", "code", "code"),
        ("准则", "", ""),
        ("阅条例", "", ""),
    ],
)
def test_a_name_means_one_regulation_or_none(catalog: Catalog, name: str, own: str, meant: str) -> None:
    """Titles, short titles and aliases; a version by its year; 《条例》 alone by what the text is about."""
    found = find_called(name, catalog.titles, catalog.titles.get(own))
    assert (found.id if found else "") == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("中国共产党纪律处份条例", "中国共产党纪律处分条例"),
        ("中国共产党纪律处分条列", "中国共产党纪律处分条例"),
        ("中国共产党纪律处分办法", "中国共产党纪律处分条例"),
        ("中国共产党问责条例", ""),
        ("条例", ""),
    ],
)
def test_only_a_slip_of_the_pen_is_taken_for_a_name(name: str, meant: str) -> None:
    """What the names of all regulations share counts for nothing."""
    assert nearest_called(name, ["中国共产党纪律处分条例", "中国共产党章程"]) == meant
