"""Find the provisions a text speaks of, and where on the site each of them stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.lessons.inline import Link
from lianxue.content.article import ARTICLE, NUMERAL, parse_label
from lianxue.content.catalog import Catalog
from lianxue.content.regulation import PREAMBLE, Regulation
from lianxue.content.regulation_names import find_called, nearest_called
from lianxue.content.vocabulary import REGULATION_KINDS

_LISTED = rf"第{NUMERAL}(?:[、，]{NUMERAL})+条"  # 第十、十二条: no single article to lead to
_KINDS = "|".join(REGULATION_KINDS)
_BEFORE_BARE = "根据按依照据违反和与及对、，。：；（(“的"  # what may stand before 条例 that is ours
_SHORT = 24


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A provision that stays text."""

    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one text holds."""

    links: tuple[Link, ...]
    labels: tuple[str, ...]  # 《…》第十条, of each link
    unlinked: tuple[Unlinked, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Whose articles a lesson may speak of. `own` is what it is about."""

    own: Regulation
    by_name: Mapping[str, Regulation]
    pattern: re.Pattern[str]


@dataclass(slots=True)
class _State:
    """Whose article a bare 第十条 is, while a text is gone through."""

    regulation: Regulation | None
    why_not: str = ""
    is_apart: bool = False  # whether another regulation was named in this paragraph
    links: list[Link] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    unlinked: list[Unlinked] = field(default_factory=list)


def names_for(catalog: Catalog, own: Regulation) -> Names:
    """The names of all registered regulations, as a lesson on `own` uses them."""
    by_name = {name: regulation for name, regulation in catalog.titles.items() if not name.isascii()}
    bare = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True)) or "(?!)"
    pattern = re.compile(
        rf"《(?P<title>[^《》\n]{{2,60}})》(?P<note>[（(][^（()）\n]{{1,40}}[）)])?"
        rf"|(?P<bare>{bare})(?=第|{re.escape(own.preamble) or '第'}|的第)"
        rf"|(?P<this>[本该此](?P<kind>{_KINDS}))|(?P<generic>{_KINDS})(?={ARTICLE})"
        rf"|(?P<listed>{_LISTED})|(?P<label>{ARTICLE})|(?P<stop>[。；！？\n])"
    )
    return Names(own, by_name, pattern)


def find_citations(text: str, names: Names) -> Found:
    """The provisions in one paragraph, in order.

    A bare article belongs to the regulation named before it in the sentence, else to the lesson's
    own; where the paragraph has spoken of another one in between, nobody can tell.
    """
    state = _State(names.own)
    for match in names.pattern.finditer(text):
        kind = match.lastgroup
        if match["stop"]:
            if state.regulation is not names.own:
                state.is_apart = True
            state.regulation, state.why_not = names.own, ""
            if state.is_apart:
                state.regulation, state.why_not = None, "看不出是哪部法规的条文：请写全法规名称"
        elif match["listed"]:
            message = "几条写在一起，没有做链接：请写成“第十条、第十二条”"
            state.unlinked.append(Unlinked(match.group(), message))
        elif match["label"]:
            _add_article(match, state)
        elif kind:
            _name(match, text, names, state)
    return Found(tuple(state.links), tuple(state.labels), tuple(state.unlinked))


def _name(match: re.Match[str], text: str, names: Names, state: _State) -> None:
    """Take a regulation's name as what the following articles belong to."""
    name = match["title"] or match["bare"] or match["kind"] or match["generic"]
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    regulation = find_called(name + _year(match["note"]), names.by_name, names.own)
    is_kind = match["generic"] or match["bare"] in REGULATION_KINDS  # 守则 may be the end of 问责守则
    if is_kind and before and before not in _BEFORE_BARE:
        regulation = None
        name = text[max(0, match.start() - 8) : match.end()]
    if regulation is names.own:
        state.is_apart = False
    state.regulation = regulation
    state.why_not = "" if regulation else _unknown(name, names, is_titled=bool(match["title"]))
    if regulation and regulation.preamble and text.startswith(regulation.preamble, match.end()):
        end = match.end() + len(regulation.preamble)
        _add(match.end(), end, regulation, PREAMBLE, regulation.preamble, state)


def _year(note: str | None) -> str:
    """（2018年修订） behind a name asks for a version; （以下简称《条例》） does not."""
    return note if note and re.search(r"\d{4}年", note) else ""


def _unknown(name: str, names: Names, *, is_titled: bool) -> str:
    if not is_titled:
        return f"看不出“{name}”是哪部法规：请写全名称，加书名号"
    nearest = nearest_called(name, names.by_name)
    hint = f"，是不是《{nearest}》？" if nearest else "：登记以后才能做链接"
    return f"法规库里没有《{name}》{hint}"


def _add_article(match: re.Match[str], state: _State) -> None:
    parsed = parse_label(match.group())
    regulation = state.regulation
    if regulation is None:
        state.unlinked.append(Unlinked(match.group(), state.why_not))
    elif parsed is None or parsed[0] not in regulation.articles:
        extent = f"到{regulation.articles[-1].label}为止" if regulation.articles else "它没有编条"
        message = f"《{regulation.title}》没有{match.group()}（{extent}）"
        state.unlinked.append(Unlinked(match.group(), message))
    else:
        _add(match.start(), match.end(), regulation, parsed[0].anchor, parsed[0].label, state)


def _add(start: int, end: int, regulation: Regulation, anchor: str, label: str, state: _State) -> None:
    state.links.append(Link(start, end, f"../../regulations/{regulation.id}.md#{anchor}"))
    state.labels.append(f"《{regulation.title}》{label}")


def shortened(text: str) -> str:
    """A text for a report: its first characters."""
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
