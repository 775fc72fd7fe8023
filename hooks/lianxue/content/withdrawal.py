"""A page or quiz that was taken down: a notice stands where its text was."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from lianxue.content.vocabulary import FIELD_NAMES
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Report
from lianxue.reading.spelling import day_words

WITHDRAWAL_FIELDS = ("withdrawn_on", "withdrawn_because")
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+.!|~-])")  # what Markdown would not show as it stands


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """When something was taken down, and why."""

    on: date
    because: str

    @property
    def notice(self) -> str:
        """The Markdown that readers find in place of the text."""
        because = self.because if self.because.endswith(("。", "！", "？")) else f"{self.because}。"
        return f'!!! info "本页已撤下"\n    {day_words(self.on)}撤下：{_plain(because)}\n'


def parse_withdrawal(entry: Entry) -> Withdrawal | None:
    """The withdrawal an entry's fields tell of; None where there is none, or it cannot be read."""
    if not any(entry.has(name) for name in WITHDRAWAL_FIELDS):
        return None
    for name, what in zip(WITHDRAWAL_FIELDS, ("撤下的日期", "撤下的原因"), strict=True):
        if not entry.has(name):
            entry.note(name, "missing-field", f"缺少 {name}：写了撤下，就要写明{what}")
    on, because = entry.date("withdrawn_on"), entry.text("withdrawn_because")
    return Withdrawal(on, because) if on and because else None


def withdraw_page(source: MarkdownSource, report: Report) -> tuple[MarkdownSource, Withdrawal | None]:
    """A page as readers see it: where it is withdrawn, its notice instead of its text."""
    if source.facts is None:
        return source, None
    withdrawal = parse_withdrawal(open_entry(source.facts, "", report, FIELD_NAMES))
    return (replace(source, body=withdrawal.notice) if withdrawal else source), withdrawal


def _plain(text: str) -> str:
    """A text that Markdown shows as it stands."""
    return _SPECIAL.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
