"""Read a preset file: title, time, what is drawn, rows and quotas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lianxue.content.article import MAX_ARTICLES
from lianxue.content.preset import EXAM_TYPES, Preset, PresetFilter, PresetRow
from lianxue.content.question_types.registry import MATERIAL
from lianxue.content.vocabulary import (
    DIFFICULTIES,
    DISCIPLINES,
    DRAW_NAMES,
    FILTER_FIELD_NAMES,
    PRESET_FIELD_NAMES,
    QUESTION_TYPE_NAMES,
)
from lianxue.reading.entry import Entry, nearest_name, open_entry
from lianxue.reading.problem import Place, Report
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import Sequence, read_mapping

PRESET_FIELDS = ("title", "minutes", "pass_mark", "draw", "this_month", "filters", "rows", "quotas")
ROW_FIELDS = ("type", "count", "points", "filters")
FILTER_FIELDS = ("regulations", "articles", "lessons", "quizzes", "disciplines", "difficulties")
DEFAULT_PASS_MARK = 80
MAX_MINUTES = 600
MAX_COUNT = 200
MAX_POINTS = 100
NO_PRESET = "这不是一份组卷方案：文件应以“title: 标题”和“rows:”写成"
_ARTICLES = re.compile(r"(?P<first>\d{1,4})(?:\s*[-–—~～至]\s*(?P<last>\d{1,4}))?$")
_DIGITS = re.compile("[0-9]{1,3}$")


def parse_preset(text: str, path: str, preset_id: str, report: Report) -> Preset | None:
    """The preset in a file's text; None where anything must be mended."""
    own = Report()
    preset = _parse(text, path, preset_id, own)
    report.extend(own.problems)
    return None if own.must_fix() else preset


def _parse(text: str, path: str, preset_id: str, report: Report) -> Preset | None:
    root = read_mapping(text, path, NO_PRESET, report)
    if root is None:
        return None
    entry = open_entry(root, "", report, PRESET_FIELD_NAMES)
    entry.only(PRESET_FIELDS)
    drawn_from = _parse_filter(entry, ())
    if not entry.has("rows"):
        entry.note("rows", "missing-field", "缺少 rows（题量）：请写出每种题型几题、每题几分")
    rows = tuple(_parse_rows(entry, drawn_from.regulations))
    quotas, places = _parse_quotas(entry, sum(row.count for row in rows))
    return Preset(
        id=preset_id,
        path=path,
        title=entry.text("title", required=True),
        minutes=entry.number("minutes", default=0, least=0, most=MAX_MINUTES),
        pass_mark=entry.number("pass_mark", default=DEFAULT_PASS_MARK, least=1, most=100),
        draw=_parse_draw(entry),
        this_month=entry.yes_no("this_month"),
        filter=drawn_from,
        rows=rows,
        quotas=quotas,
        quota_places=places,
    )


def _parse_draw(entry: Entry) -> str:
    written = entry.text("draw")
    name = DRAW_NAMES.get(written, written or "random")
    if name in DRAW_NAMES.values():
        return name
    nearest = nearest_name(written, [*DRAW_NAMES.values(), *DRAW_NAMES])
    hint = f"，是不是 {nearest}？" if nearest else "。"
    known = "、".join(f"{name}（{word}）" for word, name in DRAW_NAMES.items())
    entry.note("draw", "unknown-value", f"draw 的“{written}”不认识{hint}可用：{known}")
    return "random"


def _parse_rows(preset: Entry, regulations: tuple[str, ...]) -> Iterator[PresetRow]:
    """The rows of a preset; `regulations` are those its own filter names."""
    node = preset.node("rows")
    if node is None:
        return
    if not isinstance(node, Sequence):
        preset.note("rows", "wrong-kind", "rows 应是列表：每种题型以“- type: …”开头")
        return
    for number, item in enumerate(node.items, start=1):
        if not isinstance(item, MappingNode):
            message = f"第 {number} 行：应写成“- {{type: 单选题, count: 10, points: 2}}”"
            preset.note_at(item.place, "wrong-kind", message)
            continue
        entry = open_entry(item, f"第 {number} 行", preset.report, PRESET_FIELD_NAMES)
        entry.only(ROW_FIELDS)
        yield PresetRow(
            type=_parse_type(entry),
            count=_parse_required_number(entry, "count", MAX_COUNT),
            points=_parse_required_number(entry, "points", MAX_POINTS),
            filter=_parse_filter(entry, regulations),
            place=item.place,
        )


def _parse_type(entry: Entry) -> str:
    written = entry.text("type", required=True)
    name = QUESTION_TYPE_NAMES.get(written, written)
    if not written or name in EXAM_TYPES:
        return name
    if name == "short_answer":
        message = "简答题由学员自己对照要点评分，不能放进组卷方案"
    elif name == MATERIAL:
        message = "材料题按小题的题型抽：请写小题的题型，如 单选题"
    else:
        words = [word for word, type_ in QUESTION_TYPE_NAMES.items() if type_ in EXAM_TYPES]
        nearest = nearest_name(written, [*EXAM_TYPES, *words])
        hint = f"，是不是 {nearest}？" if nearest else "。"
        message = f"题型“{written}”不认识{hint}可用：{'、'.join(EXAM_TYPES)}"
    entry.note("type", "unknown-value", message)
    return ""


def _parse_required_number(entry: Entry, name: str, most: int) -> int:
    entry.text(name, required=True)
    return entry.number(name, default=1, least=1, most=most)


def _parse_filter(parent: Entry, regulations: tuple[str, ...]) -> PresetFilter:
    """What stands under `filters`; `regulations` are those that a filter around it names."""
    node = parent.node("filters")
    if node is not None and not isinstance(node, MappingNode):
        message = "filters 应一行一个写明范围，如“regulations: [integrity-code]”"
        parent.note("filters", "wrong-kind", message)
    if not isinstance(node, MappingNode):
        return PresetFilter(places={})
    entry = open_entry(node, parent.label, parent.report, FILTER_FIELD_NAMES)
    entry.only(FILTER_FIELDS)
    named = {name: entry.scalars(name) for name in ("quizzes", "lessons", "regulations")}
    places = {
        (name, scalar.text.removesuffix(_SUFFIXES[name])): scalar.place
        for name, scalars in named.items()
        for scalar in scalars
    }
    found = {name: tuple(text for field, text in places if field == name) for name in named}
    return PresetFilter(
        quizzes=found["quizzes"],
        lessons=found["lessons"],
        regulations=found["regulations"],
        articles=_parse_articles(entry, (*regulations, *found["regulations"])),
        disciplines=entry.texts("disciplines", DISCIPLINES),
        difficulties=entry.texts("difficulties", DIFFICULTIES),
        places=places,
    )


# What trainers copy with a file's name.
_SUFFIXES = {"quizzes": ".yml", "lessons": ".md", "regulations": ".md"}


def _parse_articles(entry: Entry, regulations: tuple[str, ...]) -> tuple[int, int] | None:
    text = entry.text("articles")
    if not text:
        return None
    match = _ARTICLES.match(text)
    first = int(match["first"]) if match else 0
    last = int(match["last"] or first) if match else 0
    if not 0 < first <= last < MAX_ARTICLES:
        message = f"articles 的“{text}”不是条文范围：请写成 1-50 的样子，小的在前"
        entry.note("articles", "bad-articles", message)
        return None
    if len(set(regulations)) != 1:
        message = "写了 articles，就要在 regulations 里写明是哪一部法规，只写一部"
        entry.note("articles", "bad-articles", message)
    return first, last


def _parse_quotas(entry: Entry, total: int) -> tuple[Mapping[str, int], Mapping[str, Place]]:
    quotas: dict[str, int] = {}
    places: dict[str, Place] = {}
    if entry.has("quotas") and not isinstance(entry.node("quotas"), MappingNode):
        entry.note("quotas", "wrong-kind", "quotas 应一行一项纪律，如“廉洁纪律: 5”，表示至少 5 题")
        return quotas, places
    for key, value in entry.pairs("quotas"):
        name = key.text
        if name not in DISCIPLINES:
            nearest = nearest_name(name, DISCIPLINES)
            hint = f"，是不是“{nearest}”？" if nearest else "。"
            message = f"quotas 的“{name}”不认识{hint}可用：{'、'.join(DISCIPLINES)}"
            entry.note_at(key.place, "unknown-value", message)
        elif not _DIGITS.match(value.text) or not 1 <= int(value.text) <= MAX_COUNT:
            message = f"quotas 的 {name} 应是 1 到 {MAX_COUNT} 的整数，写的是“{value.text}”"
            entry.note_at(value.place, "wrong-kind", message)
        else:
            quotas[name] = int(value.text)
            places[name] = value.place
    wanted = sum(quotas.values())
    if total and wanted > total:
        message = f"quotas 一共要 {wanted} 题，比全卷的 {total} 题还多"
        entry.note("quotas", "wrong-kind", message)
    return quotas, places
