"""Plan a paper: what is drawn, and in which order each variant has it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desk.failures import DeskError
from desk.papers.chance import seeded, shuffle
from desk.papers.drawing import DrawnRow, draw_questions, whole_quiz
from desk.papers.paper import Group, Paper, Section, Variant
from desk.papers.shuffling import print_question
from lianxue.content.catalog import PRESETS, QUIZZES, Catalog
from lianxue.content.preset import Preset
from lianxue.content.question import Material, Question
from lianxue.content.quiz import Quiz
from lianxue.reading.entry import nearest_name
from lianxue.reading.spelling import is_month

MAX_VARIANTS = 8
# A stem that cannot be understood without the question before it in its quiz.
_LEANING = re.compile(
    r"^[（(]?(?:[接承续]|根据|按照?|针对|结合)?(?:上一?题|第\s*\d+\s*题)|^[^，。]{0,6}上一?题[中里的，,]"
)
_VARIANT = re.compile(r"[A-Za-z0-9甲乙丙丁戊己庚辛一二三四五六七八]{1,4}$")


def plan_paper(
    catalog: Catalog,
    name: str,
    *,
    variants: Sequence[str] = ("A",),
    seed: str = "1",
    title: str = "",
    month: str = "",
    organisation: str = "",
) -> Paper:
    """The paper that the preset `name` draws, or the whole quiz of that name.

    The same arguments give the same paper on every machine. `month` (2026-04) is for presets that ask
    only about one month's lesson. Raises DeskError where it cannot be made.
    """
    _check_variants(variants)
    source = _find(catalog, name)
    if isinstance(source, Preset):
        rows = draw_questions(catalog, source, seed, _month_of(source, catalog, month))
    else:
        _refuse_month(month)
        rows = whole_quiz(source)
    materials = _materials(catalog)
    return Paper(
        title=title.strip() or source.title,
        organisation=organisation,
        minutes=source.minutes if isinstance(source, Preset) else 0,
        pass_mark=source.pass_mark,
        variants=tuple(
            Variant(name=variant, sections=tuple(_sections(rows, materials, f"{seed} {variant}")))
            for variant in variants
        ),
    )


def _check_variants(variants: Sequence[str]) -> None:
    if not variants or len(variants) > MAX_VARIANTS:
        raise DeskError(f"一次可以出 1 到 {MAX_VARIANTS} 套卷，写的是 {len(variants)} 套")
    for variant in variants:
        if not _VARIANT.match(variant):
            raise DeskError(f"卷名“{variant}”不能用：请写成 A,B 或 甲,乙 的样子，之间用逗号")
    folded = [variant.upper() for variant in variants]
    if len(set(folded)) < len(folded):
        raise DeskError(f"卷名有重复：{'、'.join(variants)}")


def _find(catalog: Catalog, name: str) -> Preset | Quiz:
    path = name.strip().replace("\\", "/")
    wanted = path.removeprefix("./").removeprefix(PRESETS).removeprefix(f"{QUIZZES}/").removesuffix(".yml")
    source = catalog.presets.get(wanted) or catalog.quizzes.get(wanted) or _titled(catalog, name)
    if source is not None:
        return source
    for path in (f"{PRESETS}{wanted}.yml", f"{QUIZZES}/{wanted}.yml"):
        for problem in catalog.problems:
            if problem.path == path:
                raise DeskError(f"组卷方案“{name}”读不懂，请先改好：{problem}")
    known = "、".join(f"{preset.id}（{preset.title}）" for preset in catalog.presets.values())
    nearest = nearest_name(wanted, [*catalog.presets, *catalog.quizzes])
    hint = f"，是不是 {nearest}？" if nearest else "。"
    raise DeskError(f"没有“{name}”这个组卷方案{hint}现有的组卷方案：{known or '还没有'}")


def _titled(catalog: Catalog, title: str) -> Preset | Quiz | None:
    sources: list[Preset | Quiz] = [*catalog.presets.values(), *catalog.quizzes.values()]
    found = [source for source in sources if source.title == title]
    return found[0] if len(found) == 1 else None


def _month_of(preset: Preset, catalog: Catalog, month: str) -> str:
    if not preset.this_month:
        _refuse_month(month)
        return ""
    months = sorted({lesson.month for lesson in catalog.lessons.values() if catalog.quizzes_of(lesson.id)})
    known = f"有题目的月份：{'、'.join(months) or '还没有'}"
    if not month:
        raise DeskError(f"组卷方案“{preset.title}”只考一个月的课，请用 --month 写明月份。{known}")
    if not is_month(month):
        raise DeskError(f"月份要写成 2026-04 的样子，不是“{month}”。{known}")
    if month not in months:
        raise DeskError(f"{month} 没有带自测题的课。{known}")
    return month


def _refuse_month(month: str) -> None:
    if month:
        raise DeskError(f"这份卷不按月份出题，用不着 --month {month}：请去掉它")


def _materials(catalog: Catalog) -> Mapping[str, Material]:
    """The full id of every question that shares a text → that text."""
    return {
        question.full_id: part
        for quiz in catalog.quizzes.values()
        for part in quiz.parts
        if isinstance(part, Material)
        for question in part.questions
    }


def _sections(rows: Iterable[DrawnRow], materials: Mapping[str, Material], seed: str) -> Iterator[Section]:
    """The rows in their order; those of one type that score the same are one section."""
    together: dict[tuple[str, int], list[Question]] = defaultdict(list)
    for row in rows:
        together[row.type, row.points].extend(row.questions)
    number = 1
    for (type_name, points), questions in together.items():
        random = seeded(f"order {seed} {type_name} {points}")
        groups = []
        for material, members in shuffle(_groups(questions, materials), random):
            printed = []
            for question in members:
                own = seeded(f"options {seed} {question.full_id}")
                printed.append(print_question(question, number, points, own))
                number += 1
            groups.append(Group(material, tuple(printed)))
        yield Section(type=type_name, points=points, groups=tuple(groups))


def leans(question: Question) -> bool:
    """Whether a stem begins by speaking of another question: 接上题, 根据第 3 题."""
    return bool(_LEANING.search(question.stem))


def _groups(
    questions: Sequence[Question], materials: Mapping[str, Material]
) -> list[tuple[Material | None, list[Question]]]:
    """Questions of one material together and in the author's order; one that leans on the one before it, behind it."""
    groups: dict[str, tuple[Material | None, list[Question]]] = {}
    keys: dict[tuple[str, int], str] = {}
    for question in sorted(questions, key=lambda question: question.number):
        material = materials.get(question.full_id)
        key = f"{question.quiz}#{material.id}" if material else question.full_id
        if not material and leans(question):
            key = keys.get((question.quiz, question.number - 1), key)
        keys[question.quiz, question.number] = key
        groups.setdefault(key, (material, []))[1].append(question)
    places = {question.full_id: place for place, question in enumerate(questions)}
    return sorted(groups.values(), key=lambda group: min(places[one.full_id] for one in group[1]))
