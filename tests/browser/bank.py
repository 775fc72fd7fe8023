"""Read the question bank of a built site, and find a right and a wrong response to every question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

# What no question accepts.
NONSENSE = "不是这个答案"
_OPENING, _CLOSING = "Lianxue.bank.add(", ");\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class BankQuestion:
    """A question with its answer, as the browser gets it."""

    id: str  # <quiz>/<id>
    quiz: str
    kind: str
    answer: Any
    explanation: str  # HTML
    citations: tuple[Mapping[str, str], ...]  # text, url, status

    @property
    def anchor(self) -> str:
        """The id of its form on a page."""
        return "q-" + self.id.replace("/", "--")


@cache
def read_bank(site: Path) -> tuple[BankQuestion, ...]:
    """Every question of the site in `site`, quiz by quiz."""
    return tuple(
        question
        for file in sorted((site / "assets/bank").glob("*.js"))
        if not file.name.startswith("index-")
        for question in _read_shard(file.read_text(encoding="utf-8"))
    )


def _read_shard(text: str) -> tuple[BankQuestion, ...]:
    shard = json.loads(text.removeprefix(_OPENING).removesuffix(_CLOSING))
    return tuple(
        BankQuestion(
            id=question["id"],
            quiz=shard["quiz"],
            kind=question["type"],
            answer=question["answer"],
            explanation=question["explanation"],
            citations=tuple(question["cite"]),
        )
        for question in shard["questions"]
    )
