"""Write the files of something new in the right place, with what to edit marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

from desk.failures import DeskError
from desk.whole_files import write_bytes
from lianxue.content.catalog import Catalog
from lianxue.content.left_to_edit import TO_EDIT
from lianxue.content.regulation import Regulation

_TEMPLATES = Path(__file__).parent / "templates"
_MOST_TRIES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPage:
    """What was written."""

    path: str  # below the project
    marks: int  # places to edit
    remarks: tuple[str, ...] = ()


def write_new(root: Path, path: str, text: str, remarks: tuple[str, ...] = ()) -> NewPage:
    """Write a file that is not there yet. Raises DeskError where it is, and OSError."""
    target = root / path
    if target.exists() or target.is_symlink():
        raise DeskError(f"已经有 {path}，没有动它：请换一个文件名（--slug），或直接改那个文件")
    target.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(target, text.encode())
    return NewPage(path=path, marks=text.count(TO_EDIT), remarks=remarks)


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its `$names` filled in. Raises OSError."""
    return Template((_TEMPLATES / template).read_text(encoding="utf-8")).substitute(values)


def next_free_month(catalog: Catalog, today: date) -> str:
    """The first month from this one on that has no lesson."""
    taken = {lesson.month for lesson in catalog.lessons.values()}
    return next(month for month in _months_from(today) if month not in taken)


def _months_from(day: date) -> Iterator[str]:
    year, month = day.year, day.month
    while True:
        yield f"{year}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def free_name(folder: Path, stem: str, suffix: str) -> str:
    """The first of stem, stem-2, stem-3 … that no file of a folder has."""
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, _MOST_TRIES))
    for name in names:
        if not (folder / f"{name}{suffix}").exists():
            return name
    raise DeskError(f"{folder} 里叫 {stem} 的文件太多：请自己起一个文件名")


def example_link(regulation: Regulation) -> str:
    """A link to the first article, as authors write it in a lesson or a case."""
    if not regulation.articles:
        return f"[{regulation.title}](../../regulations/{regulation.id}.md)"
    article = regulation.articles[0]
    return f"[{article.label}](../../regulations/{regulation.id}.md#{article.anchor})"
