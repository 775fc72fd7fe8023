"""Import an official text: plan everything that would be written, then write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desk.documents.model import UnreadableFile
from desk.documents.opening import open_file
from desk.failures import DeskError
from desk.output_files import write_outputs
from desk.regulations.comparing import Affected, affected, full_texts, unread
from desk.regulations.doubts import date_problems, has_points, why_no_regulation
from desk.regulations.front_part import is_title
from desk.regulations.model import RegulationReading, TextProblem
from desk.regulations.reading import read_regulation
from desk.regulations.register import Value
from desk.regulations.reviewing import review_change
from desk.regulations.succession import FileChange, Succession, succeed
from desk.regulations.versions import (
    Candidate,
    Kind,
    Version,
    base_title,
    check_id,
    check_same_version,
    decide_version,
)
from desk.safety.office import check_opened, refusal_of, remarks_of
from lianxue.content.catalog import Catalog, load_catalog
from lianxue.content.comparison import Change, Comparison, Text, compare, texts_of
from lianxue.content.regulation import REGULATION, Regulation, parse_regulation
from lianxue.reading.front_matter import read_front_matter
from lianxue.reading.problem import Report

_MOST_CORRECTED = 2  # articles whose words a correction of the same version touches
_FACTS = {
    "title": "名称",
    "issuer": "制定机关",
    "document_number": "文号",
    "issued_on": "发布日期",
    "effective_on": "施行日期",
    "source": "文本来源",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person at the keyboard says about the text; it goes before what the text says."""

    title: str = ""
    issuer: str = ""
    document_number: str = ""
    issued_on: date | None = None
    effective_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the register as the page will show it."""

    name: str  # 发布日期
    value: str
    note: str  # where it comes from, or what contradicts it; "" for nothing to say


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationPlan:
    """What importing a text comes to. Nothing is written yet."""

    root: Path
    reading: RegulationReading
    regulation_id: str
    path: str  # docs/regulations/x.md
    kind: Kind
    other_title: str  # of the version it takes the place of, or that took its place
    facts: tuple[Fact, ...]
    missing: tuple[str, ...]  # names of facts nobody stated: 待补
    problems: tuple[TextProblem, ...]
    remarks: tuple[str, ...]  # what happens to the author's own words, and to other pages
    changes: tuple[FileChange, ...]  # files to write, in this order
    comparison: Comparison | None
    old_title: str  # of the version compared with
    affected: tuple[Affected, ...]


def plan_regulation(
    root: Path,
    file: Path,
    regulation_id: str,
    *,
    wishes: Wishes = Wishes(),
    supersedes: str = "",
    today: date,
) -> RegulationPlan:
    """Read a file and plan its page. Raises DeskError where it cannot be used, and OSError."""
    try:
        opened = open_file(file)
    except UnreadableFile as error:
        raise DeskError(str(error)) from error
    hits = check_opened(opened)
    if sentence := refusal_of(hits):
        raise DeskError(sentence)
    plan = plan_reading(
        root, read_regulation(opened), regulation_id, wishes=wishes, supersedes=supersedes, today=today
    )
    return replace(plan, remarks=(*plan.remarks, *opened.remarks, *remarks_of(hits)))


def plan_reading(
    root: Path,
    reading: RegulationReading,
    regulation_id: str,
    *,
    wishes: Wishes = Wishes(),
    supersedes: str = "",
    today: date,
) -> RegulationPlan:
    """Plan the page of a text that has been read. Raises DeskError where it cannot become one."""
    check_id(regulation_id)
    title = wishes.title or reading.facts.title
    if not reading.articles and not (is_title(title) and has_points(reading)):
        raise DeskError(f"《{reading.file}》{why_no_regulation(reading)}")
    catalog = load_catalog(root)
    path = f"docs/{REGULATION.folder}/{regulation_id}.md"
    if path in catalog.paths and regulation_id not in catalog.regulations:
        raise DeskError(f"{path} 现在读不懂：请先运行 check，按提示改好再导入")
    said = {name: getattr(wishes, name) or getattr(reading.facts, name, "") for name in _FACTS}
    page = catalog.regulations.get(regulation_id)
    is_known_text = page is not None and _holds(catalog, page, reading)
    text = Candidate(
        title=title if is_title(title) or wishes.title else "",
        issued_on=wishes.issued_on or reading.facts.issued_on,
        passed_on=reading.facts.passed_on,
        effective_on=wishes.effective_on or reading.facts.effective_on,
        articles=reading.articles,
    )
    version = decide_version(catalog, regulation_id, text, supersedes, is_known_text=is_known_text)
    is_dated = bool(page and page.issued_on and said["issued_on"])
    if version.kind is Kind.SAME and page and not is_known_text and not is_dated:
        _check_is_same(catalog, page, reading, text)
    step = succeed(catalog, reading, regulation_id, version, said, wishes_of(wishes), today)
    old = _compared_with(catalog, version, page)
    comparison = _comparison(catalog, old, step, regulation_id)
    if old and version.kind is Kind.BESIDE and comparison and comparison.is_same:
        raise DeskError(f"《{reading.file}》与 {old.path} 上的正文完全相同，没有写入：同一份文本不用导入两次")
    is_new_version = version.kind in (Kind.TAKES_OVER, Kind.BESIDE)
    is_reviewed = old is not None and (is_new_version or page is not None)
    facts, missing = _facts(step, said)
    places = affected(catalog, old, comparison) if old and is_reviewed else ()
    changes = [change for change in step.changes if change.before != change.after]
    if changes and is_new_version and (listed := review_change(catalog, said["title"], places)):
        changes.append(listed)
    return RegulationPlan(
        root=root,
        reading=reading,
        regulation_id=regulation_id,
        path=path,
        kind=version.kind,
        other_title=version.other.title if version.other else "",
        facts=facts,
        missing=missing,
        problems=(
            *reading.problems,
            *date_problems(said, reading.facts.passed_on, today),
            *(unread(catalog) if is_reviewed else ()),
        ),
        remarks=step.remarks,
        changes=tuple(changes),
        comparison=comparison,
        old_title=old.title if old else "",
        affected=places,
    )


def apply_regulation(plan: RegulationPlan) -> tuple[str, ...]:
    """Write what was planned and give the paths.

    Raises DeskError where a file is not what it was when the plan was made, and OSError.
    """
    for change in plan.changes:
        file = plan.root / change.path
        now = file.read_bytes() if file.is_file() else None
        if now != change.before:
            raise DeskError(f"{change.path} 在预览之后改动过：没有写入，请重新运行一次")
    write_outputs({plan.root / change.path: change.after for change in plan.changes})
    return tuple(change.path for change in plan.changes)


def wishes_of(wishes: Wishes) -> Mapping[str, Value]:
    """Only what was said."""
    return {name: value for name in _FACTS if (value := getattr(wishes, name))}


def _holds(catalog: Catalog, page: Regulation, reading: RegulationReading) -> bool:
    """Whether the page shows this very text already."""
    texts = texts_of(page, catalog.sources[page.path].body)
    shown = {text.article: text.paragraphs for text in texts}
    read = {item.article: item.paragraphs for item in reading.provisions if item.article or item.is_preamble}
    return bool(shown) and shown == read


def _check_is_same(
    catalog: Catalog, page: Regulation, reading: RegulationReading, candidate: Candidate
) -> None:
    """Where no dates decide, another text may be a new version: it must not silently replace the old one."""
    shown = full_texts(page, catalog.sources[page.path].body)
    if not shown:
        check_same_version(page, candidate)
        return
    read = tuple(
        Text(item.article.label, item.article.anchor, item.article, item.paragraphs)
        for item in reading.provisions
        if item.article
    )
    changes = [pair.change for pair in compare(shown, read).pairs]
    other = sum(change in (Change.ADDED, Change.REMOVED) for change in changes)
    reworded = changes.count(Change.REWORDED)
    if other or reworded > _MOST_CORRECTED:
        open_ = (
            f"《{reading.file}》与 {page.path} 上的正文有 {other + reworded} 条不同，看不出是新版本，还是校正"
        )
        if page.issued_on is None:
            raise DeskError(f"{open_}：请先在 {page.path} 开头写上现有版本的“发布日期: 年-月-日”，再导入")
        raise DeskError(
            f"{open_}：新版本请用 --issued-on 写明它的发布日期；校正现有正文请用 --issued-on {page.issued_on}"
        )


def _compared_with(catalog: Catalog, version: Version, page: Regulation | None) -> Regulation | None:
    if version.kind in (Kind.TAKES_OVER, Kind.BESIDE):
        return version.other
    return catalog.regulations.get(page.supersedes) if page else None


def _comparison(
    catalog: Catalog, old: Regulation | None, step: Succession, page_id: str
) -> Comparison | None:
    if old is None:
        return None
    before = full_texts(old, catalog.sources[old.path].body)
    report = Report()
    source = read_front_matter(step.page, f"docs/{REGULATION.folder}/{page_id}.md", report)
    new = parse_regulation(source, page_id, report) if source else None
    return compare(before, full_texts(new, source.body)) if before and new and source else None


def _facts(step: Succession, said: Mapping[str, Value]) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    facts, missing = [], []
    for name, label in _FACTS.items():
        value = step.register.get(name) or ""
        stated = str(said[name] or "")
        if not value:
            missing += [label] if name != "document_number" else []  # many have none
        elif stated and base_title(str(value)) != base_title(stated):
            facts.append(Fact(name=label, value=str(value), note=f"登记的不动；文本里是“{stated}”，请核对"))
        else:
            facts.append(Fact(name=label, value=str(value), note="" if stated else "原来登记的"))
    return tuple(facts), tuple(missing)
