"""Start a lesson or a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desk.lessons.facts import regulation_source
from desk.lessons.front_matter import front_matter
from desk.publishing.new import NewPage, example_link, filled, free_name, next_free_month, write_new
from desk.wanted import check_month, check_slug, find_regulation
from lianxue.content.catalog import Catalog, load_catalog
from lianxue.content.regulation import Regulation

_LESSON_MINUTES = 30


def new_lesson(
    root: Path, *, regulation: str, month: str = "", title: str = "", slug: str = "", today: date
) -> NewPage:
    """Write the lesson of a month; the next month without one where none is named.

    Raises DeskError (unknown regulation, bad month or name, a file that is there) and OSError.
    """
    catalog = load_catalog(root)
    about = find_regulation(catalog, regulation)
    month = check_month(month) if month else next_free_month(catalog, today)
    slug = check_slug(slug or about.id.split("/")[-1])
    year, number = month.split("-")
    lesson_id = f"{year}/{number}-{slug}"
    facts = front_matter(
        {
            "title": title or "【请改：课名，如“八条高线怎样走进日常”】",
            "month": month,
            "regulation": about.id,
            "audience": ("党员", "党员领导干部"),
            "minutes": _LESSON_MINUTES,
            "summary": "【请改：一句话说清这一课讲什么，用在首页】",
            "source": regulation_source(about),
        }
    )
    quizzes = [quiz.id for quiz in catalog.quizzes.values() if quiz.lesson == lesson_id]
    marks = "".join(f"\n<!-- quiz: {quiz} -->\n" for quiz in quizzes)
    text = filled(
        "lesson.md",
        {
            "facts": facts,
            "example": example_link(about),
            "quizzes": f"\n## 自测\n{marks}" if marks else "",
            "regulation": about.title,
            "regulation_id": about.id,
        },
    )
    return write_new(root, f"docs/lessons/{lesson_id}.md", text, tuple(_remarks(catalog, month, about)))


def new_case(
    root: Path, *, regulation: str, month: str = "", title: str = "", slug: str = "", today: date
) -> NewPage:
    """Write a case; `month` puts it below that month's lesson, too. Raises as `new_lesson`."""
    catalog = load_catalog(root)
    about = find_regulation(catalog, regulation)
    year = (check_month(month) if month else str(today))[:4]
    folder = f"docs/cases/{year}"
    name = check_slug(slug) if slug else free_name(root / folder, f"{about.id.split('/')[-1]}-case", ".md")
    facts = front_matter(
        {
            "title": title or "【请改：案例的名称，如“升学宴上的红包”】",
            "regulation": about.id,
            "cite": (about.articles[0].label if about.articles else "第一部分",),
            "month": month,
            "summary": "【请改：一句话，引人往下读】",
        }
    )
    lines = facts.split("\n")
    at = next(index for index, line in enumerate(lines) if line.startswith("cite:"))
    lines[at] += "  # 【请改：写上真正的依据，几条之间用半角逗号】"
    text = filled("case.md", {"facts": "\n".join(lines), "example": example_link(about)})
    return write_new(root, f"{folder}/{name}.md", text, tuple(_remarks(catalog, "", about)))


def _remarks(catalog: Catalog, month: str, about: Regulation) -> list[str]:
    remarks = [
        f"{month} 已经有一课：{lesson.path}，两课会并列显示"
        for lesson in catalog.lessons.values()
        if lesson.month == month
    ]
    if about.is_stale:
        remarks.append(f"《{about.title}》{about.status}：一般应讲现行的版本")
    return remarks
