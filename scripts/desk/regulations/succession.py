"""Work out the pages that an import writes: the text's own, and that of the version before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from desk.failures import DeskError
from desk.regulations.comparing import full_texts
from desk.regulations.model import RegulationReading
from desk.regulations.page import NO_PAGE, Merged, OwnPage, Section, carried, merge, own_page
from desk.regulations.register import Value, article_ranges, new_head, scalar, with_fields
from desk.regulations.versions import Kind, Version, history_id
from lianxue.content.catalog import Catalog
from lianxue.content.comparison import Text, compare
from lianxue.content.regulation import CURRENT, REGULATION, Regulation
from lianxue.content.vocabulary import STATUSES
from lianxue.reading.problem import Report
from lianxue.reading.text_file import read_text

REVISED = STATUSES[1]
_PREFIXES = ("中国共产党", "中华人民共和国")
_KEPT = ("title", "issuer", "document_number", "issued_on", "effective_on")
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file to write; `before` is None where there is none yet."""

    path: str
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class Succession:
    """The pages to write, the text's own page and its register as they will be, and what to say."""

    changes: tuple[FileChange, ...]
    page: str
    register: Mapping[str, Value]
    remarks: tuple[str, ...]


def succeed(
    catalog: Catalog,
    reading: RegulationReading,
    regulation_id: str,
    version: Version,
    said: Mapping[str, Value],
    wished: Mapping[str, Value],
    today: date,
) -> Succession:
    """What is written where. `said` is what text and person say, `wished` the person alone."""
    path = _path(regulation_id)
    page = catalog.regulations.get(regulation_id)
    if page and version.kind is not Kind.TAKES_OVER:
        return _refreshed(catalog, reading, page, version, said, wished, today)
    own, remarks = _carried_over(catalog, reading, version)
    merged = merge(reading.provisions, own)
    register = _register(catalog, reading, regulation_id, version, said, today)
    text = f"{new_head({name: scalar(value) for name, value in register.items()})}\n{_body(merged)}"
    changes: list[FileChange] = []
    if version.kind is Kind.TAKES_OVER and version.other:
        changes.append(_history(catalog, version.other))
        remarks.append(
            f"原页面改名为 {changes[0].path}，作为历史版本保留；引用 {regulation_id} 的题和课从此指到新版本"
        )
    elif version.kind is Kind.BESIDE and version.other:
        changes.append(_with_status(catalog, version.other))
        remarks.append(f"{version.other.path} 的效力改为“{REVISED}”")
    elif version.kind is Kind.OLDER and version.other:
        changes += _naming_older(catalog, version.other, regulation_id)
        remarks.append(f"这是旧版本，效力登记为“{REVISED}”；现行的是 {version.other.path}")
    changes.append(FileChange(path, _bytes(catalog, path), text.encode()))
    return Succession(tuple(changes), text, register, tuple(remarks))


def _refreshed(
    catalog: Catalog,
    reading: RegulationReading,
    page: Regulation,
    version: Version,
    said: Mapping[str, Value],
    wished: Mapping[str, Value],
    today: date,
) -> Succession:
    """The text laid into the page that is there: its register is only filled up, its notes stay."""
    if page.path in catalog.withdrawn:
        raise DeskError(f"{page.path} 已经撤下，正文现在读不到：请先用 withdraw --restore 恢复，再导入")
    before = _bytes(catalog, page.path) or b""
    source = catalog.sources[page.path]
    provisions = reading.provisions
    if page.preamble:  # the author's name for it stays: the text often has none
        provisions = tuple(
            replace(item, heading=page.preamble) if item.is_preamble else item for item in provisions
        )
    merged = merge(provisions, own_page(source.body, page.preamble, provisions))
    register: dict[str, Value] = {name: getattr(page, name) for name in _KEPT}
    register["source"] = page.source
    fields: dict[str, str | None] = {}
    for name in (*_KEPT, "source"):
        if name in wished or (not register[name] and said[name]):
            register[name] = said[name]
            fields[name] = scalar(said[name])
    if page.articles != reading.articles:
        fields["articles"] = article_ranges(reading.articles)
    if reading.preamble and not page.preamble:
        fields["preamble"] = reading.preamble
    head = "".join(f"{line}\n" for line in _text(catalog, page.path).split("\n")[: source.body_line - 1])
    body = f"\n{_body(merged)}"
    if "source" in wished and (not page.checked_on or body.strip() != source.body.strip()):
        fields["checked_on"] = scalar(today)
    remarks = _remarks(merged, page, reading)
    changes: list[FileChange] = []
    if version.other and version.other.id != page.supersedes:
        fields["supersedes"] = version.other.id
        remarks.append(f"登记为取代《{version.other.title}》（{version.other.id}）")
    if version.other:
        changes.append(_with_status(catalog, version.other))
    text = with_fields(f"{head}{body}", fields)
    changes.append(FileChange(page.path, before, text.encode()))
    return Succession(tuple(changes), text, register, tuple(remarks))


def _remarks(merged: Merged, page: Regulation, reading: RegulationReading) -> list[str]:
    remarks = [f"章节标题“{before}”改为“{after}”" for before, after in merged.renamed]
    if merged.changed:
        remarks.append(f"正文与页面上现有的不同：{_some(merged.changed)}")
    if merged.left_over:
        remarks.append(f"文本里没有对应的条文，说明移到页面末尾“原有说明”：{_some(merged.left_over)}")
    if page.articles != reading.articles:
        remarks.append(f"条文范围由 {article_ranges(page.articles)} 改为 {article_ranges(reading.articles)}")
    return remarks


def _some(names: list[str]) -> str:
    more = f"等 {len(names)} 处" if len(names) > _MOST_NAMED else ""
    return f"{'、'.join(names[:_MOST_NAMED])}{more}"


def _carried_over(
    catalog: Catalog, reading: RegulationReading, version: Version
) -> tuple[OwnPage, list[str]]:
    """Subjects of the version before; its notes too where an article is the same word for word."""
    if version.kind not in (Kind.TAKES_OVER, Kind.BESIDE) or version.other is None:
        return NO_PAGE, []
    source = catalog.sources[version.other.path]
    own = own_page(source.body, version.other.preamble, ())
    noted = sum(1 for section in own.sections.values() if section.is_article and section.notes)
    old = full_texts(version.other, source.body)
    sections: dict[str, Section] = {}
    if old:
        new = tuple(
            Text(item.heading, item.article.anchor, item.article, item.paragraphs)
            for item in reading.provisions
            if item.article
        )
        for pair in compare(old, new).pairs:
            if pair.old and pair.new and pair.old.anchor in own.sections:
                before = own.sections[pair.old.anchor]
                sections[pair.new.anchor] = carried(before, pair.new.label, with_notes=not pair.is_changed)
    left = noted - sum(1 for section in sections.values() if section.notes)
    remarks = (
        [f"旧版的条文说明有 {left} 条没有带过来（条文有改动或无从对照），仍在旧版页面上"] if left else []
    )
    return OwnPage((), sections), remarks


def _register(
    catalog: Catalog,
    reading: RegulationReading,
    regulation_id: str,
    version: Version,
    said: Mapping[str, Value],
    today: date,
) -> dict[str, Value]:
    other = version.other
    is_successor = other is not None and version.kind in (Kind.TAKES_OVER, Kind.BESIDE)
    register: dict[str, Value] = {
        "id": regulation_id,
        **{name: said[name] for name in _KEPT if said[name]},
        "status": REVISED if version.kind is Kind.OLDER else CURRENT,
        "articles": article_ranges(reading.articles),
        "preamble": reading.preamble,
        "source": said["source"],
    }
    title = str(register["title"])
    if other and is_successor:
        register["short_titles"] = [name for name in other.short_titles if name != title]
        register["aliases"] = [name for name in other.aliases if name != title]
        register["supersedes"] = history_id(other) if version.kind is Kind.TAKES_OVER else other.id
    elif version.kind is Kind.OLDER and other:
        year = f"{said['issued_on']}"[:4]
        register["title"] = f"{title}（{year}年）" if title == other.title else title
    else:
        short = next((title.removeprefix(part) for part in _PREFIXES if title.startswith(part)), "")
        register["short_titles"] = [short] if len(short) > 2 and short not in catalog.titles else []
    if said["source"]:
        register["checked_on"] = today
    return {name: value for name, value in register.items() if value}


def _history(catalog: Catalog, page: Regulation) -> FileChange:
    """The old page under its year: same words, another id, names that tell it from the new one."""
    old_id = history_id(page)
    path = _path(old_id)
    if path in catalog.paths:
        raise DeskError(f"旧版页面要改名为 {path}，那里已经有一页：请先看看那一页是不是同一个旧版本")
    year = old_id.rsplit("-", 1)[1]
    fields: dict[str, str | None] = {
        "id": old_id,
        "title": scalar(f"{page.title}（{year}年）"),
        "short_titles": scalar([f"{year}年{name}" for name in page.short_titles])
        if page.short_titles
        else None,
        "aliases": None,
        "status": REVISED,
    }
    return FileChange(path, None, with_fields(_text(catalog, page.path), fields).encode())


def _with_status(catalog: Catalog, page: Regulation) -> FileChange:
    before = _bytes(catalog, page.path) or b""
    if page.status != CURRENT:
        return FileChange(page.path, before, before)
    after = with_fields(_text(catalog, page.path), {"status": REVISED})
    return FileChange(page.path, before, after.encode())


def _naming_older(catalog: Catalog, newer: Regulation, older_id: str) -> list[FileChange]:
    before = _bytes(catalog, newer.path) or b""
    if newer.supersedes:
        return []
    text = with_fields(_text(catalog, newer.path), {"supersedes": older_id})
    return [FileChange(newer.path, before, text.encode())]


def _path(regulation_id: str) -> str:
    return f"docs/{REGULATION.folder}/{regulation_id}.md"


def _bytes(catalog: Catalog, path: str) -> bytes | None:
    file = catalog.root / path
    return file.read_bytes() if file.is_file() else None


def _text(catalog: Catalog, path: str) -> str:
    """A page's text with the line ends that its reading had."""
    return read_text(catalog.root / path, path, Report()) or ""


def _body(merged: Merged) -> str:
    return "\n".join(merged.lines) + "\n"
