"""What was signed for a month: a check code over its content, and what has changed since."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lianxue.content.quiz_text import part_fields
from lianxue.content.vocabulary import FIELD_NAMES, SIGN_OFF_FIELDS
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.front_matter import MarkdownSource
from lianxue.reading.problem import Place, Report
from lianxue.reading.text_file import read_text
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import Node, Scalar, Sequence, read_mapping

if TYPE_CHECKING:
    from lianxue.content.catalog import Catalog
    from lianxue.content.quiz import Quiz

# Who signed and who looked at it is about the content, not part of it.
_NOT_CONTENT = frozenset([*SIGN_OFF_FIELDS, "reviewed_by", "reviewed_on"])
PACKS = "sign-offs.yml"  # beside docs/, so that no site publishes it
NO_PACKS = "送审记录由 review-pack 写成，不用手改：删去这个文件，再做一次送审单"
_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?(?P<path>[^)\s>]+)")
_MOST_LISTED = 5

# A part is a page, a picture, or one question: docs/lessons/2026/04-x.md, quizzes/x.yml#gift-limits.
Parts = Mapping[str, str]  # part → eight hex digits of its content


@dataclass(frozen=True, slots=True)
class Pack:
    """A month as it was handed in for review."""

    month: str
    code: str
    parts: Parts  # of the month
    others: Parts  # page or quiz file → digest, of everything else
    signed: Pack | None = None  # the last one that was signed, where it is not this one; without `others`


def check_code(parts: Parts) -> str:
    """What a person compares on paper: 12 characters in groups of four, such as 7K3M-92CD-X4QP.

    Base32 has neither 0 nor 1, so that no character is taken for another.
    """
    text = "\n".join(f"{name} {parts[name]}" for name in sorted(parts))
    code = base64.b32encode(hashlib.sha256(text.encode()).digest()).decode()[:12]
    return "-".join(code[start : start + 4] for start in (0, 4, 8))


def months_of(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Month → the paths of its lessons and of other pages that name it, in order."""
    months: dict[str, list[str]] = {}
    for records in catalog.records.values():
        for record in records.values():
            month, path = getattr(record, "month", ""), getattr(record, "path", "")
            if month and path:
                months.setdefault(month, []).append(path)
    return {month: tuple(sorted(paths)) for month, paths in sorted(months.items())}


def read_month_parts(catalog: Catalog, month: str) -> Parts:
    """Every part of a month: its pages, the pictures on them, and the questions of its quizzes.

    Raises OSError where a picture that is there cannot be read.
    """
    parts: dict[str, str] = {}
    for path in months_of(catalog).get(month, ()):
        source = catalog.sources[path]
        parts[path] = page_digest(source)
        for picture in _pictures(source):
            file = catalog.root / picture
            if file.is_file():
                parts[picture] = _digest(file.read_bytes())
    for lesson in catalog.lessons.values():
        if lesson.month == month:
            for quiz in catalog.quizzes_of(lesson.id):
                parts[quiz.path] = _digest(_head_of(quiz).encode())
                for part in quiz.parts:
                    fields = json.dumps(part_fields(part, quiz.regulation), ensure_ascii=False)
                    parts[f"{quiz.path}#{part.id}"] = _digest(fields.encode())
    return parts


def _head_of(quiz: Quiz) -> str:
    """What a quiz says of itself: how it is called, what it belongs to, how it is marked."""
    points = sorted(quiz.points.items())
    facts = [quiz.title, quiz.lesson, quiz.regulation, quiz.pass_mark, repr(quiz.scoring), points]
    return json.dumps(facts, ensure_ascii=False)


def other_parts(catalog: Catalog, month: str) -> Parts:
    """Every page and quiz file that does not belong to a month, to see what else changed."""
    own = set(months_of(catalog).get(month, ()))
    parts = {path: page_digest(source) for path, source in catalog.sources.items() if path not in own}
    for quiz in catalog.quizzes.values():
        lesson = catalog.lessons.get(quiz.lesson)
        if lesson is None or lesson.month != month:
            fields = json.dumps([part_fields(part, quiz.regulation) for part in quiz.parts])
            parts[quiz.path] = _digest(fields.encode())
    return parts


def page_digest(source: MarkdownSource) -> str:
    """Eight hex digits of a page's facts and text; who signed it and blanks at line ends do not count."""
    facts = [f"{name}: {text}" for name, text in _facts(source.facts) if name not in _NOT_CONTENT]
    lines = [line.rstrip() for line in source.body.strip().split("\n")]
    return _digest("\n".join([*facts, "", *lines]).encode())


def _facts(facts: MappingNode | None) -> Iterator[tuple[str, str]]:
    for key, value in facts.items if facts else ():
        yield FIELD_NAMES.get(key.text, key.text), _text(value)


def _text(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return "\x1f".join(map(_text, node.items))
    return "\x1f".join(f"{key.text}={_text(value)}" for key, value in node.items)


def _pictures(source: MarkdownSource) -> Iterator[str]:
    """The paths of the pictures a page shows, below the project."""
    folder = Path(source.path).parent
    for match in _IMAGE.finditer(source.body):
        if ":" not in match["path"] and not match["path"].startswith("/"):
            parts: list[str] = []
            for part in (folder / match["path"]).parts:
                parts = parts[:-1] if part == ".." else [*parts, part]
            yield "/".join(parts)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]


# ---- the record of what was handed in


def read_packs(root: Path, report: Report) -> Mapping[str, Pack]:
    """Every month handed in, by month; what is wrong with the record is noted."""
    file = root / PACKS
    if file.is_symlink() or not file.is_file():
        return {}
    text = read_text(file, PACKS, report)
    node = read_mapping(text, PACKS, NO_PACKS, report) if text is not None else None
    if node is None:
        return {}
    packs: dict[str, Pack] = {}
    for key, value in node.items:
        if isinstance(value, MappingNode):
            entry = open_entry(value, "", report)
            code, signed = entry.text("signed_code"), dict(_pairs(entry, "signed_parts"))
            packs[key.text] = Pack(
                key.text,
                entry.text("code"),
                dict(_pairs(entry, "parts")),
                dict(_pairs(entry, "others")),
                Pack(key.text, code, signed, {}) if code else None,
            )
    return packs


def _pairs(entry: Entry, field: str) -> Iterator[tuple[str, str]]:
    return ((name.text, digest.text) for name, digest in entry.pairs(field))


def pack_of(pack: Pack | None, code: str) -> Pack | None:
    """What was handed in under a code, the signed one before it too; None where nobody knows."""
    found = (one for one in (pack, pack.signed if pack else None) if one and one.code == code)
    return next(found, None)


def name_changes(before: Parts, now: Parts) -> tuple[str, ...]:
    """What differs, in words: 改了, 新增, 没有了."""
    changes = []
    for name in sorted({*before, *now}):
        if name not in now:
            changes.append(f"{_shown(name)} 没有了")
        elif name not in before:
            changes.append(f"新增 {_shown(name)}")
        elif before[name] != now[name]:
            changes.append(f"{_shown(name)} 改了")
    return tuple(changes)


def _shown(part: str) -> str:
    path, _, question = part.partition("#")
    return f"{path} 的题目 {question}" if question else path


# ---- the rule


def check_sign_offs(catalog: Catalog, required_from: str, report: Report) -> None:
    """Nothing changed after it was signed; from the month `required_from` on, everything is signed.

    `required_from` is "" where the site does not ask for signatures: changes are then advice.
    """
    packs = read_packs(catalog.root, report)
    for month, paths in months_of(catalog).items():
        is_required = bool(required_from) and month >= required_from
        codes = {path: _entry(catalog.sources[path]).text("check_code") for path in paths}
        if not any(codes.values()) and not is_required:
            continue
        parts = read_month_parts(catalog, month)
        code = check_code(parts)
        for path, said in codes.items():
            place = _place(catalog.sources[path])
            if not said and is_required:
                message = f"{month} 的这一页还没有签发：请先做送审单（review-pack），签字后用 sign-off 登记"
                report.note(place, "not-signed-off", message)
            elif said and said != code:
                pack = pack_of(packs.get(month), said)
                before = _without_withdrawn(pack.parts, parts, catalog) if pack else {}
                if pack and before == parts:
                    continue  # taken down and otherwise as it was signed
                changes = name_changes(before, parts) if pack else ()
                rule = "changed-after-sign-off" if is_required else "changed-after-review"
                message = f"送审后有改动：{_list(changes)}。请改回原样，或重新送审、签发"
                report.note(place, rule, message)


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
