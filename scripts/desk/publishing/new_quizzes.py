"""Start a quiz or a preset (组卷方案)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk.failures import DeskError
from desk.lessons.front_matter import yaml_text
from desk.publishing.new import NewPage, filled, free_name, write_new
from desk.wanted import check_slug, find_lesson, find_regulation
from lianxue.content.catalog import Catalog, load_catalog
from lianxue.content.lesson import Lesson


def new_quiz(
    root: Path, *, regulation: str = "", lesson: str = "", title: str = "", slug: str = ""
) -> NewPage:
    """Write a quiz with one question of each usual type.

    What is not named follows: the lesson's regulation, or the newest lesson on the regulation
    that has no quiz. Raises DeskError and OSError.
    """
    catalog = load_catalog(root)
    taught = find_lesson(catalog, lesson) if lesson else None
    if not regulation and taught and taught.regulations:
        regulation = taught.regulations[0]
    if not regulation and not taught:
        raise DeskError("要说明给哪一课或哪部法规出题：写 --lesson 2026/04-x，或 --regulation 法规编号")
    about = find_regulation(catalog, regulation) if regulation else None
    if taught is None and about:
        taught = _newest_without_quiz(catalog, about.id)
    stem = about.id if about else "quiz"
    name = check_slug(slug) if slug else free_name(root / "quizzes", stem, ".yml")
    subject = f"《{about.title}》自测" if about else f"{taught.title}自测" if taught else ""
    belongs = [f"lesson: {taught.id}"] if taught else []
    belongs += [f"regulation: {about.id}   # 下面的“第几条”指这部法规"] if about else []
    example = about.articles[0].label if about and about.articles else "第一部分"
    values = {
        "title": yaml_text(title or subject),
        "belongs": "\n".join(belongs),
        "example": example if about else f"《法规名称》{example}",
    }
    text = filled("quiz.yml", values)
    return write_new(root, f"quizzes/{name}.yml", text, tuple(_remarks(catalog, taught)))


def _remarks(catalog: Catalog, taught: Lesson | None) -> Iterator[str]:
    if taught is None:
        yield "这套自测题不属于某一课，只在自测题列表里出现"
        return
    yield f"题目会出现在这一课后面：{taught.path}"
    for quiz in catalog.quizzes_of(taught.id):
        yield f"这一课已经有一套自测题：{quiz.path}（{quiz.title}）；这是另一套，不要的请删去"


def new_preset(root: Path, *, title: str = "", regulation: str = "", slug: str = "") -> NewPage:
    """Write a preset; with a regulation it draws from that one alone. Raises DeskError and OSError."""
    catalog = load_catalog(root)
    about = find_regulation(catalog, regulation) if regulation else None
    folder = "quizzes/presets"
    stem = f"{about.id.split('/')[-1]}-exam" if about else "exam"
    name = check_slug(slug) if slug else free_name(root / folder, stem, ".yml")
    text = filled(
        "preset.yml",
        {
            "first": "题数、分值按需要改" if title else "改好“请改”的地方；题数、分值按需要改",
            "title": yaml_text(title or "【请改：方案的名称，如“新党员党章测试”】"),
            "scope": f"范围:\n  法规: [{about.id}]\n" if about else "",
        },
    )
    remarks = tuple(
        f"已经有一份组卷方案叫“{title}”：{preset.path}，学员分不清，请改一个标题"
        for preset in catalog.presets.values()
        if preset.title == title
    )
    return write_new(root, f"{folder}/{name}.yml", text, remarks)


def _newest_without_quiz(catalog: Catalog, regulation_id: str) -> Lesson | None:
    lessons = [
        lesson
        for lesson in catalog.lessons.values()
        if regulation_id in lesson.regulations and not catalog.quizzes_of(lesson.id)
    ]
    return max(lessons, key=lambda lesson: lesson.month, default=None)
