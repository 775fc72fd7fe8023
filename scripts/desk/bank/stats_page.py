"""The picture of a bank: one HTML page that needs no other file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desk.bank.stats import BankStats, Count
from desk.output_files import check_places, write_outputs
from desk.page_templates import page_templates

_TEMPLATES = page_templates(Path(__file__).with_name("templates"))
_FULL = 100  # width of the longest bar
# From so many questions on a cell is so dark; its number says the same.
_SHADES = ((5, "four"), (3, "three"), (2, "two"), (1, "one"), (0, "none"))


def write_stats_page(root: Path, stats: BankStats, file: Path, *, replace: bool = False) -> None:
    """Write the page where a person wants it, not among the files of the portal at `root`. Raises DeskError and OSError."""
    check_places(root, [file], replace=replace, option="--html")
    write_outputs({file: stats_page(stats)})


def stats_page(stats: BankStats) -> bytes:
    """The page, in UTF-8."""
    groups = (
        ("题型", stats.by_type),
        ("纪律", stats.by_discipline),
        ("难度", stats.by_difficulty),
        ("月份", stats.by_month),
        ("法规", stats.by_regulation),
    )
    page = _TEMPLATES.get_template("stats.html").render(
        stats=stats,
        groups=[(title, _bars(counts)) for title, counts in groups],
        shade=_shade,
        percent=_percent,
    )
    return f"{page}\n".encode()


def _bars(counts: Sequence[Count]) -> list[tuple[Count, int]]:
    most = max((one.questions for one in counts), default=0)
    return [(one, round(_FULL * one.questions / most) if most else 0) for one in counts]


def _shade(questions: int) -> str:
    return next(name for least, name in _SHADES if questions >= least)


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
