"""Find the regulation that a text calls by one of its names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from lianxue.content.regulation import Regulation
from lianxue.content.vocabulary import REGULATION_KINDS
from lianxue.reading.entry import nearest_name

_NOTED = re.compile(r"(?P<name>.+?)\s*[（(](?P<note>[^（()）]*)[）)]$")
_SHARED = re.compile(rf"^(?:中国共产党|中共|中华人民共和国)|(?:{'|'.join(REGULATION_KINDS)})$")
_NEAREST, _ALIKE = 5, 0.6  # names, share
_YEAR = re.compile(r"(?:19|20)\d{2}")


def find_called(
    name: str, titles: Mapping[str, Regulation], own: Regulation | None = None
) -> Regulation | None:
    """The regulation of a name; None where the register has none, or several may be meant.

    `own` is what the text is about: 《条例》 alone is that one where it is a 条例. A year behind the
    name, （2018年修订）, asks for the version of that year.
    """
    name = name.strip()
    if name in titles:
        return titles[name]
    if own is not None and name in REGULATION_KINDS:
        return own if _plain(own.title).endswith(name) else None
    noted = _NOTED.match(name)
    year = _YEAR.search(noted["note"]) if noted else None
    known = find_called(noted["name"], titles, own) if noted and year else None
    if known is None or year is None:
        return None
    versions = {one.id: one for one in titles.values() if _plain(one.title) == _plain(known.title)}
    of_year = [one for one in versions.values() if one.issued_on and str(one.issued_on.year) == year.group()]
    return of_year[0] if len(of_year) == 1 else None


def nearest_called(name: str, titles: Iterable[str]) -> str:
    """The name that `name` was most likely meant to be; "" where none is near.

    What many share, 中国共产党…条例, says nothing: 问责条例 is no slip for 处分条例.
    """
    near = difflib.get_close_matches(name, sorted(titles), n=_NEAREST, cutoff=_ALIKE)
    return next((title for title in near if nearest_name(_core(name), [_core(title)])), "")


def _core(title: str) -> str:
    noted = _NOTED.match(title.strip())
    return _SHARED.sub("", noted["name"] if noted else title.strip())


def _plain(title: str) -> str:
    """A title without the year of its version."""
    noted = _NOTED.match(title)
    return noted["name"] if noted and _YEAR.search(noted["note"]) else title
