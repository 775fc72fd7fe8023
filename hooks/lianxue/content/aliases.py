"""The other names by which the pages of a site are searched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from lianxue.content.kinds import kind_of
from lianxue.content.page import title_of
from lianxue.content.regulation import REGULATION
from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.folding import fold
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Report
from lianxue.reading.yaml_source import Scalar, Sequence

if TYPE_CHECKING:
    from lianxue.content.catalog import Catalog

FIELD = "aliases"
MAX_LENGTH = 40
_SEPARATOR = re.compile("[，；;]")
_SAME = ("width", "case", "blanks")  # what a search does not tell apart


def name_pages(catalog: Catalog, report: Report) -> Mapping[str, tuple[str, ...]]:
    """The aliases of every page that has some, by its path; a name that two pages share is a problem."""
    found = {path: tuple(parse_aliases(source, report)) for path, source in catalog.sources.items()}
    owners = _owners(catalog)
    for path, aliases in found.items():
        if _is_regulation(path):
            continue  # its names are what authors cite: name_regulations holds them apart
        for alias in aliases:
            owner = owners.setdefault(_fold(alias.text), path)
            if owner != path:
                message = f"别名“{alias.text}”已是 {owner} 的名称：一个名称只能指一页"
                report.note(alias.place, "duplicate-alias", message)
    return {path: tuple(alias.text for alias in aliases) for path, aliases in found.items() if aliases}


def parse_aliases(source: MarkdownSource, report: Report) -> Iterator[Scalar]:
    """The aliases at the head of a page that say something new; the others are problems."""
    if source.facts is None:
        return
    entry = open_entry(source.facts, "", report, FIELD_NAMES)
    _check_empty(entry)
    title = _fold(title_of(source))
    seen: set[str] = set()
    for alias in entry.scalars(FIELD):
        name = _fold(alias.text)
        if len(alias.text) > MAX_LENGTH:
            message = f"别名“{alias.text}”有 {len(alias.text)} 个字：最多 {MAX_LENGTH} 个字"
        elif mark := _SEPARATOR.search(alias.text):
            message = f"别名“{alias.text}”里有“{mark[0]}”：几个别名之间用半角逗号隔开，如 [甲, 乙]"
        elif name == title:
            message = f"别名“{alias.text}”就是标题：标题本来就搜得到，请删去"
        elif name in seen:
            message = f"别名“{alias.text}”写了两次：请删去一个"
        else:
            seen.add(name)
            yield alias
            continue
        report.note(alias.place, "bad-alias", message)


def _check_empty(entry: Entry) -> None:
    node = entry.node(FIELD)
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar) and not item.text:
            entry.note_at(item.place, "bad-alias", "别名有一个是空的：请写上名称，或者删去")


def _owners(catalog: Catalog) -> dict[str, str]:
    """Every folded name that leads to one page → the path of that page."""
    owners: dict[str, str] = {}
    for name, regulation in catalog.titles.items():
        if name != regulation.id:  # an id is no name to a reader
            owners.setdefault(_fold(name), regulation.path)
    for path, source in catalog.sources.items():
        if title := _fold(title_of(source)):
            owners.setdefault(title, path)
    return owners


def _is_regulation(path: str) -> bool:
    place = kind_of(path)
    return place is not None and place[0] is REGULATION


def _fold(text: str) -> str:
    return fold(text, _SAME)
