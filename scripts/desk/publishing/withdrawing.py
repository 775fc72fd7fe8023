"""Take a page or a quiz down, with a notice in its place, and put it up again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk.failures import DeskError
from desk.output_files import write_outputs
from desk.publishing.facts import edited, set_page_facts, set_quiz_facts
from lianxue.content.catalog import PRESETS, Catalog, load_catalog
from lianxue.content.kinds import PAGE_TEMPLATES, kind_of
from lianxue.content.lesson import LESSON
from lianxue.content.withdrawal import WITHDRAWAL_FIELDS, Withdrawal
from lianxue.reading.entry import nearest_name
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import ContentProblems, Problem
from lianxue.reading.yaml_source import Scalar

_LISTS = frozenset(PAGE_TEMPLATES[1:])  # pages that are made of others


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawReport:
    """What was taken down or put up again."""

    paths: tuple[str, ...]  # the page, and the quizzes that went with it
    new_problems: tuple[Problem, ...]  # what the rest of the portal now lacks


def withdraw(root: Path, page: str, *, because: str, on: date, keeps_quizzes: bool = False) -> WithdrawReport:
    """Take a page down; a lesson's quizzes go with it unless they are kept.

    `page` is a file (docs/lessons/2026/04-x.md), an address (lessons/2026/04-x.html) or the id of a
    lesson or quiz. The text stays in the file. Raises DeskError where there is no such page.
    """
    if not because.strip():
        raise DeskError("没有写明原因：请用 --because 写一句给读者看的话")
    return _change(root, page, {"withdrawn_on": str(on), "withdrawn_because": because}, keeps_quizzes)


def restore(root: Path, page: str, *, keeps_quizzes: bool = False) -> WithdrawReport:
    """Put a page up again, with the quizzes that were taken down with it."""
    return _change(root, page, dict.fromkeys(WITHDRAWAL_FIELDS, ""), keeps_quizzes)


def _change(root: Path, page: str, values: dict[str, str], keeps_quizzes: bool) -> WithdrawReport:
    before = load_catalog(root)
    path = _find(before, page)
    is_taken_down = bool(values["withdrawn_on"])
    if path in before.sources and _template_of(before.sources[path]) in _LISTS:
        raise DeskError(f"{path} 是首页或目录页，撤不下来：请撤下它列出的那一页，或直接改这个文件")
    quizzes = () if keeps_quizzes else _quizzes_of(before, path)
    if not is_taken_down:  # a quiz that was taken down on its own stays down
        quizzes = tuple(name for name in quizzes if _withdrawal(before, name) == _withdrawal(before, path))
    if not is_taken_down and path not in _withdrawn(before):
        raise DeskError(f"{path} 没有撤下，不用恢复")
    if is_taken_down and path in _withdrawn(before):
        raise DeskError(f"{path} 已经撤下：要换说明，先用 --restore 恢复")
    paths = (path, *(quiz for quiz in quizzes if (quiz in _withdrawn(before)) != is_taken_down))
    try:
        files = {root / name: edited(root, name, _editor(name), values) for name in paths}
    except ContentProblems as error:
        raise DeskError(f"{error}；没有改动任何文件") from error
    write_outputs(files)
    after = load_catalog(root)
    known = {(problem.path, problem.message) for problem in before.problems}  # lines have moved
    new = tuple(problem for problem in after.problems if (problem.path, problem.message) not in known)
    return WithdrawReport(paths=paths, new_problems=new)


def _editor(path: str) -> Callable[..., str]:
    return set_page_facts if path.endswith(".md") else set_quiz_facts


def _template_of(source: MarkdownSource) -> str:
    facts = source.facts.items if source.facts else ()
    named = (value for key, value in facts if key.text == "template")
    return next((value.text for value in named if isinstance(value, Scalar)), "")


def _withdrawal(catalog: Catalog, path: str) -> Withdrawal | None:
    quizzes = {quiz.path: quiz.withdrawal for quiz in catalog.withdrawn_quizzes.values()}
    return quizzes.get(path) or catalog.withdrawn.get(path)


def _withdrawn(catalog: Catalog) -> set[str]:
    return {*catalog.withdrawn, *(quiz.path for quiz in catalog.withdrawn_quizzes.values())}


def _find(catalog: Catalog, page: str) -> str:
    """The file a trainer means, below the project."""
    given = Path(page)
    if given.is_absolute() and given.is_relative_to(catalog.root):
        page = given.relative_to(catalog.root).as_posix()
    page = page.replace("\\", "/").removeprefix("./").removesuffix(".html")
    known = sorted(path for path in catalog.paths if not path.startswith(PRESETS))
    ways = (page, f"docs/{page}", f"docs/{page}.md", f"docs/{LESSON.folder}/{page}.md")
    quizzes = (f"{page}.yml", f"quizzes/{page}.yml", f"quizzes/{page}.yaml")
    for way in (*ways, *quizzes):
        if way in known:
            return way
    nearest = nearest_name(page, known)
    hint = f"，是不是 {nearest}？" if nearest else "：请写文件，如 docs/lessons/2026/04-x.md"
    raise DeskError(f"没有“{page}”这一页{hint}")


def _quizzes_of(catalog: Catalog, path: str) -> tuple[str, ...]:
    place = kind_of(path)
    if place is None or place[0] is not LESSON:
        return ()
    quizzes = (*catalog.quizzes.values(), *catalog.withdrawn_quizzes.values())
    return tuple(sorted(quiz.path for quiz in quizzes if quiz.lesson == place[1]))
