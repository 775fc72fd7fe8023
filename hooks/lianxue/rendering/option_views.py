"""Labelled texts as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from lianxue.content.question import Option
from lianxue.rendering.rich_text import render_line


@dataclass(frozen=True, slots=True)
class OptionView:
    """A labelled text as HTML."""

    id: str
    text: Markup


def option_views(options: Sequence[Option]) -> tuple[OptionView, ...]:
    """The same labels with their texts as HTML."""
    return tuple(OptionView(option.id, render_line(option.text)) for option in options)
