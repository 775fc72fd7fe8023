"""The rule of signatures: nothing changes after it was signed, and what must be signed is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lianxue.content.sign_off import Parts, check_code, months_of, name_changes, read_month_parts
from lianxue.content.sign_off_record import Pack, pack_of, read_packs
from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Place, Report

if TYPE_CHECKING:
    from lianxue.content.catalog import Catalog

_MOST_LISTED = 5


@dataclass(frozen=True, slots=True)
class SignedMonth:
    """A month that is signed or has to be."""

    month: str
    paths: tuple[str, ...]  # of its pages
    parts: Parts  # as they are now
    pack: Pack | None  # as it was handed in; None where nobody knows


def load_signed_months(catalog: Catalog, required_from: str, report: Report) -> tuple[SignedMonth, ...]:
    """The months with a signed page, and all from `required_from` on ("" for none), in order.

    What is wrong with the record is noted. Raises OSError where a picture cannot be read.
    """
    packs = read_packs(catalog.root, report)
    return tuple(
        SignedMonth(month, paths, read_month_parts(catalog, month), packs.get(month))
        for month, paths in months_of(catalog).items()
        if _must_be_signed(month, required_from) or any(signed_code(catalog.sources[path]) for path in paths)
    )


def signed_code(source: MarkdownSource) -> str:
    """The check code that a page with a month was signed by, "" where it was not."""
    return _entry(source).text("check_code")


def check_sign_offs(
    months: Iterable[SignedMonth], catalog: Catalog, required_from: str, report: Report
) -> None:
    """Nothing changed after it was signed; from the month `required_from` on, everything is signed.

    `required_from` is "" where the site does not ask for signatures: changes are then advice.
    """
    for signed in months:
        now = check_code(signed.parts)
        is_required = _must_be_signed(signed.month, required_from)
        for path in signed.paths:
            source = catalog.sources[path]
            said = signed_code(source)
            if not said and is_required:
                message = (
                    f"{signed.month} 的这一页还没有签发：请先做送审单（review-pack），签字后用 sign-off 登记"
                )
                report.note(_place(source), "not-signed-off", message)
            elif said and said != now:
                pack = pack_of(signed.pack, said)
                before = _without_withdrawn(pack.parts, signed.parts, catalog) if pack else {}
                if pack and before == signed.parts:
                    continue  # taken down and otherwise as it was signed
                changes = name_changes(before, signed.parts) if pack else ()
                rule = "changed-after-sign-off" if is_required else "changed-after-review"
                message = f"送审后有改动：{_list(changes)}。请改回原样，或重新送审、签发"
                report.note(_place(source), rule, message)


def _must_be_signed(month: str, required_from: str) -> bool:
    return bool(required_from) and month >= required_from


def _without_withdrawn(before: Parts, now: Parts, catalog: Catalog) -> Parts:
    """What was signed, less what is missing only because it was taken down."""
    withdrawn = {*catalog.withdrawn, *(quiz.path for quiz in catalog.withdrawn_quizzes.values())}
    has_page_down = any(name in withdrawn for name in before)

    def is_down(name: str) -> bool:
        is_picture = "#" not in name and not name.endswith((".md", ".yml", ".yaml"))
        return name.partition("#")[0] in withdrawn or (is_picture and has_page_down)

    return {name: digest for name, digest in before.items() if name in now or not is_down(name)}


def _list(changes: tuple[str, ...]) -> str:
    if not changes:
        return "内容与签发时的校验码不符"
    rest = len(changes) - _MOST_LISTED
    return "、".join(changes[:_MOST_LISTED]) + (f"等 {len(changes)} 处" if rest > 0 else "")


def _entry(source: MarkdownSource) -> Entry:
    assert source.facts is not None  # a page with a month has facts
    return open_entry(source.facts, "", Report(), FIELD_NAMES)


def _place(source: MarkdownSource) -> Place:
    entry = _entry(source)
    name = "check_code" if entry.has("check_code") else "month"
    return entry.fields[name][1].place
