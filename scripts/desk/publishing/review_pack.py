"""What a 送审单 tells: a month's pages and questions, what changed, what the check found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from desk.failures import DeskError
from desk.wanted import find_pages
from lianxue.content.catalog import Catalog, load_catalog
from lianxue.content.quiz import Quiz
from lianxue.content.sign_off import Parts, check_code, name_changes, other_parts, read_month_parts
from lianxue.content.sign_off_record import Pack, pack_of, read_packs
from lianxue.content.sign_off_rules import signed_code
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import ContentProblems, Level, Problem, Report, count_by_level

_HEAD = "# 送审记录：review-pack 写成，sign-off 和检查时用它说明改了什么。请不要手改。\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPack:
    """Everything a reviewer gets on paper, and the record that is kept of it."""

    month: str
    code: str
    pages: tuple[MarkdownSource, ...]  # lessons first
    quizzes: tuple[Quiz, ...]
    changes: tuple[str, ...]  # in the rest of the portal, since the pack before
    previous: str  # the month of the pack before; "" where there is none
    signed_changes: tuple[str, ...]  # in this month, since it was signed
    problems: tuple[Problem, ...]  # of the month's own files
    other_problems: Mapping[Level, int]  # in the rest of the portal
    record: Pack
    catalog: Catalog


def plan_review_pack(root: Path, month: str, problems: Sequence[Problem]) -> ReviewPack:
    """The pack of a month; `problems` are those of a whole check (`check_portal`).

    Raises DeskError where the month has no page, or one of its files must be mended first.
    """
    catalog = load_catalog(root)
    paths = find_pages(catalog, month)
    lessons = {lesson.id for lesson in catalog.lessons.values() if lesson.month == month}
    quizzes = tuple(quiz for quiz in catalog.quizzes.values() if quiz.lesson in lessons)
    own = {*paths, *(quiz.path for quiz in quizzes)}
    stopping = [problem for problem in problems if problem.path in own and problem.level is Level.MUST_FIX]
    if stopping:
        lines = "\n".join(map(str, stopping))
        raise DeskError(f"{month} 的内容还有需要修改的地方，改好再送审：\n{lines}")
    parts = read_month_parts(catalog, month)
    packs = _packs(root)
    code = check_code(parts)
    signed = _signed(packs.get(month), [catalog.sources[path] for path in paths], code)
    record = Pack(month, code, parts, other_parts(catalog, month), signed)
    previous = max((name for name in packs if name < month), default="")
    return ReviewPack(
        month=month,
        code=record.code,
        pages=tuple(catalog.sources[path] for path in sorted(paths, key=_lessons_first)),
        quizzes=quizzes,
        changes=_changes(catalog, packs[previous], record) if previous else (),
        previous=previous,
        signed_changes=name_changes(signed.parts, parts) if signed else (),
        problems=tuple(problem for problem in problems if problem.path in own),
        other_problems=count_by_level(problem for problem in problems if problem.path not in own),
        record=record,
        catalog=catalog,
    )


def packs_with(root: Path, pack: ReviewPack) -> bytes:
    """The file PACKS with what is handed in now, so that later changes can be named."""
    packs = {**_packs(root), pack.month: pack.record}
    value = {month: dict(_fields(one)) for month, one in sorted(packs.items())}
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=True, width=2**30)
    return (_HEAD + text).encode()


def _fields(pack: Pack) -> Iterator[tuple[str, object]]:
    yield from (("code", pack.code), ("parts", dict(pack.parts)), ("others", dict(pack.others)))
    if pack.signed:
        yield from (("signed_code", pack.signed.code), ("signed_parts", dict(pack.signed.parts)))


def _signed(before: Pack | None, pages: Iterable[MarkdownSource], code: str) -> Pack | None:
    """What was handed in and signed before, as long as a page says so; None where it is this very content."""
    found = (pack_of(before, said) for said in sorted(map(signed_code, pages)) if said and said != code)
    signed = next((pack for pack in found if pack), None)
    return Pack(signed.month, signed.code, signed.parts, {}) if signed else None


def _packs(root: Path) -> Mapping[str, Pack]:
    report = Report()
    packs = read_packs(root, report)
    if report.problems:
        raise DeskError(str(ContentProblems(report.problems)))
    return packs


def _changes(catalog: Catalog, before: Pack, record: Pack) -> tuple[str, ...]:
    """What differs outside this month since the pack before, question by question."""
    was = {**before.others, **before.parts}
    now = {**record.others, **read_month_parts(catalog, before.month)}
    own = {name.partition("#")[0] for name in record.parts}

    def others(parts: Parts) -> Parts:
        return {name: digest for name, digest in parts.items() if name.partition("#")[0] not in own}

    return name_changes(others(was), others(now))


def _lessons_first(path: str) -> tuple[bool, str]:
    return not path.startswith("docs/lessons/"), path
