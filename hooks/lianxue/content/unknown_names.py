"""Say that a name means nothing here, and what was most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lianxue.content.regulation_names import nearest_called
from lianxue.reading.entry import nearest_name

if TYPE_CHECKING:
    from lianxue.content.catalog import Catalog


def unknown_regulation(name: str, catalog: Catalog) -> str:
    """What is wrong with a name that is no regulation's id."""
    if name in catalog.titles:
        return f"这里要写法规的编号：“{name}”的编号是 {catalog.titles[name].id}"
    nearest = nearest_name(name, catalog.regulations) or nearest_called(name, catalog.titles)
    hint = f"，是不是“{nearest}”？" if nearest else "：请先用 import-regulation 导入"
    return f"法规库里没有“{name}”{hint}"


def unknown_lesson(name: str, lesson_ids: Iterable[str]) -> str:
    """What is wrong with a name that is no lesson's id."""
    nearest = nearest_name(name, lesson_ids)
    hint = f"，是不是 {nearest}？" if nearest else "：写法如 2026/02-disciplinary-regulations"
    return f"没有“{name}”这一课{hint}"


def unknown_quiz(name: str, quiz_ids: Iterable[str]) -> str:
    """What is wrong with a name that is no quiz's id."""
    nearest = nearest_name(name, quiz_ids)
    hint = f"，是不是 {nearest}？" if nearest else "：quizzes/ 里没有这个文件"
    return f"没有自测题“{name}”{hint}"
