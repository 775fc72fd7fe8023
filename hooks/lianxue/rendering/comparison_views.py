"""What the page shows that sets a regulation beside the version before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from lianxue.content.catalog import Catalog
from lianxue.content.comparison import Change, Comparison, Pair, Text, compare, full_texts
from lianxue.content.regulation import Regulation, find_headings
from lianxue.content.text_difference import Row, Run
from lianxue.rendering.urls import regulation_url

_MOST_JUMPS_SHOWN = 24  # three columns of eight on a wide screen


@dataclass(frozen=True, slots=True)
class SideView:
    """One version of an article."""

    label: str
    url: str  # of the article on its regulation's page


@dataclass(frozen=True, slots=True)
class RowView:
    """Two paragraphs side by side; runs are (escaped text, whether it is marked)."""

    old: Sequence[tuple[str, bool]]
    new: Sequence[tuple[str, bool]]
    is_equal: bool  # nothing in it is marked


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """An article with what it grew from."""

    anchor: str  # c-97, c-old-117 for one that was removed
    heading: str  # 第九十七条 收受礼品礼金等财物
    change: str
    old: SideView | None
    new: SideView | None
    is_moved: bool
    notes: Sequence[str]
    rows: Sequence[RowView]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """The whole page."""

    old_title: str
    old_url: str
    old_facts: str  # 2018-10-01 施行，142 条
    new_title: str
    new_url: str
    new_facts: str
    counts: Sequence[tuple[str, int]]  # 改动 77 …
    groups: Sequence[tuple[str, Sequence[PairView]]]  # the jump list: kind of change → articles
    changed: Sequence[PairView]  # in the new order
    renumbered: Sequence[PairView]
    same: Sequence[PairView]

    @property
    def is_short(self) -> bool:
        """Whether the jump list fits above the first article; a long one is folded."""
        return len(self.changed) <= _MOST_JUMPS_SHOWN


def comparable(catalog: Catalog) -> Iterator[tuple[Regulation, Regulation]]:
    """(new, old) of every regulation that carries official text, as does the version before it."""
    for regulation in catalog.regulations.values():
        old = version_before(regulation, catalog)
        if old:
            yield regulation, old


def version_before(regulation: Regulation, catalog: Catalog) -> Regulation | None:
    """The version a regulation can be compared with: both carry official text."""
    old = catalog.regulations.get(regulation.supersedes)
    if old is None or old is regulation:
        return None
    return old if _texts(regulation, catalog) and _texts(old, catalog) else None


def comparison_view(new: Regulation, old: Regulation, catalog: Catalog) -> ComparisonView:
    """The page of one comparison; authors' texts are escaped here."""
    comparison = compare(_texts(old, catalog), _texts(new, catalog))
    subjects = {
        heading.anchor: heading.text
        for heading in find_headings(catalog.sources[new.path].body, new.preamble)
    }
    views = [_pair_view(pair, subjects, new, old) for pair in comparison.pairs]
    by_change = {change.value: [view for view in views if view.change == change.value] for change in Change}
    shown = (Change.REWORDED, Change.ADDED, Change.REMOVED)
    return ComparisonView(
        old_title=escape(old.title),
        old_url=regulation_url(old),
        old_facts=_facts(old),
        new_title=escape(new.title),
        new_url=regulation_url(new),
        new_facts=_facts(new),
        counts=_counts(comparison),
        groups=[(change.value, by_change[change.value]) for change in shown if by_change[change.value]],
        changed=[view for view in views if view.change in {change.value for change in shown}],
        renumbered=by_change[Change.RENUMBERED.value],
        same=by_change[Change.SAME.value],
    )


def _texts(regulation: Regulation, catalog: Catalog) -> tuple[Text, ...]:
    return full_texts(regulation, catalog.sources[regulation.path].body)


def _counts(comparison: Comparison) -> list[tuple[str, int]]:
    order = (Change.REWORDED, Change.ADDED, Change.REMOVED, Change.RENUMBERED, Change.SAME)
    return [(change.value, comparison.count(change)) for change in order]


def _facts(regulation: Regulation) -> str:
    since = f"{regulation.effective_on} 施行，" if regulation.effective_on else ""
    return f"{since}{len(regulation.articles)} 条"


def _pair_view(pair: Pair, subjects: dict[str, str], new: Regulation, old: Regulation) -> PairView:
    shown = pair.new or pair.old
    assert shown is not None  # a pair has at least one side
    number = shown.anchor.removeprefix("art-")
    return PairView(
        anchor=f"c-{number}" if pair.new else f"c-old-{number}",
        heading=escape(subjects.get(shown.anchor, shown.label) if pair.new else shown.label),
        change=pair.change.value,
        old=_side(pair.old, old),
        new=_side(pair.new, new),
        is_moved=pair.is_moved,
        notes=[escape(note) for note in pair.notes],
        rows=[_row(row) for row in pair.rows],
    )


def _side(text: Text | None, regulation: Regulation) -> SideView | None:
    return SideView(escape(text.label), f"{regulation_url(regulation)}#{text.anchor}") if text else None


def _row(row: Row) -> RowView:
    is_equal = bool(row.old and row.new) and not any(run.is_changed for run in (*row.old, *row.new))
    return RowView(_runs(row.old), _runs(row.new), is_equal)


def _runs(runs: Sequence[Run]) -> list[tuple[str, bool]]:
    return [(escape(run.text), run.is_changed) for run in runs]
