"""What pages say about lessons, regulations and quizzes elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.support.project import make_project
from tests.support.quizzes import TRUE_FALSE, catalog_of, quiz_text

from lianxue.content.catalog import load_catalog
from lianxue.rendering.cards import make_cards
from lianxue.rendering.overviews import home_view, quiz_groupings, year_views
from lianxue.rendering.page_views import channels, page_view
from lianxue.rendering.portal import open_portal


def lesson(title: str, month: str) -> str:
    """A bare lesson."""
    return f"---\ntitle: {title}\nmonth: {month}\n---\n正文。\n"


LESSONS = {
    "docs/lessons/2025/12-old.md": lesson("去年", "2025-12"),
    "docs/lessons/2026/03-b.md": lesson("三月乙", "2026-03"),
    "docs/lessons/2026/03-a.md": lesson("三月甲", "2026-03"),
}


def test_a_lesson_is_announced_with_its_facts(tmp_path: Path) -> None:
    """The base case's lesson, its regulation and its quiz."""
    (card,) = make_cards(catalog_of(tmp_path)).lessons
    assert (card.title, card.year, card.month_number, card.minutes) == (
        "学习守则：谁来学、怎么学",
        2026,
        2,
        15,
    )
    assert card.url == "lessons/2026/02-study-rules.html"
    assert (card.quiz_ids, card.quiz_url) == (("study-rules",), "quizzes/study-rules.html")
    assert (card.question_count, card.reviewed_on, card.review_due) == (2, "2026-01-10", "2027-01-10")
    assert [regulation.short_title for regulation in card.regulations] == ["守则"]


def test_a_reminder_to_write_a_summary_is_not_shown(tmp_path: Path) -> None:
    """The check tells the author; readers see a lesson without one."""
    text = lesson("四月", "2026-04").replace(
        "---\n正文", "summary: 【待补：一句话说清这一课讲什么】\n---\n正文"
    )
    cards = make_cards(catalog_of(tmp_path, {"docs/lessons/2026/04-x.md": text}))
    assert [card.summary for card in cards.lessons] == ["先看总则，再看附则。", ""]


def test_lessons_come_by_month_and_have_neighbours(tmp_path: Path) -> None:
    """Across years; two of one month by their file names."""
    catalog = catalog_of(tmp_path, LESSONS)
    cards = make_cards(catalog)
    assert [card.title for card in cards.lessons] == ["去年", "学习守则：谁来学、怎么学", "三月甲", "三月乙"]
    views = [page_view(f"lessons/{card.id}.md", "lesson.html", catalog, cards) for card in cards.lessons]
    around: list[tuple[Any, Any]] = [(view["previous_lesson"], view["next_lesson"]) for view in views]
    assert [(before and before.title, after and after.title) for before, after in around] == [
        (None, "学习守则：谁来学、怎么学"),
        ("去年", "三月甲"),
        ("学习守则：谁来学、怎么学", "三月乙"),
        ("三月甲", None),
    ]


def test_a_year_has_twelve_months(tmp_path: Path) -> None:
    """Months without a lesson are there too."""
    years = year_views(make_cards(catalog_of(tmp_path, LESSONS)))
    assert [(year.year, len(year.months)) for year in years] == [(2025, 12), (2026, 12)]
    assert {month.month: len(month.lessons) for month in years[1].months if month.lessons} == {
        "2026-02": 1,
        "2026-03": 2,
    }


def test_the_register_shows_what_is_in_force_first(tmp_path: Path) -> None:
    """The old version stands last and says what it is."""
    catalog = catalog_of(tmp_path)
    cards = list(make_cards(catalog).regulations.values())
    assert [(card.title, card.status, card.is_current, card.article_count) for card in cards] == [
        ("学习守则", "现行有效", True, 11),
        ("学习守则（2019年）", "已修订", False, 8),
    ]
    assert [card.question_count for card in cards] == [2, 0]
    register = page_view("regulations/index.md", "regulations.html", catalog, make_cards(catalog))
    home = home_view(catalog, make_cards(catalog))
    assert (register["regulations"], register["past"]) == (cards[:1], cards[1:])
    assert home.regulations == (cards[0],)


def test_home_knows_the_newest_lesson_and_six_disciplines(tmp_path: Path) -> None:
    """Counts go with the bank."""
    catalog = catalog_of(tmp_path)
    home = home_view(catalog, make_cards(catalog))
    assert home.newest is not None
    assert home.newest.month == "2026-02"
    counts = {card.name: card.question_count for card in home.disciplines}
    assert counts == {
        "政治纪律": 0,
        "组织纪律": 1,
        "廉洁纪律": 0,
        "群众纪律": 0,
        "工作纪律": 0,
        "生活纪律": 0,
    }


def test_an_empty_portal_has_a_home(tmp_path: Path) -> None:
    """No lessons yet: nothing is newest, no year is shown."""
    catalog = load_catalog(tmp_path)
    home = home_view(catalog, make_cards(catalog))
    assert (home.newest, home.years, home.lessons) == (None, (), ())


def test_quizzes_are_grouped_three_ways(tmp_path: Path) -> None:
    """By regulation (whatever name it was given), by discipline with counts, by month; the rest at the end."""
    files = {
        "quizzes/by-title.yml": quiz_text({**TRUE_FALSE, "stem": "甲。"}, title="按名称", regulation="守则"),
        "quizzes/free.yml": quiz_text(
            {**TRUE_FALSE, "stem": "乙。", "discipline": "组织纪律"}, title="综合题"
        ),
    }
    catalog = catalog_of(tmp_path, files)
    groups = {
        grouping.key: [
            (group.title, [(quiz.title, quiz.matching_count) for quiz in group.quizzes])
            for group in grouping.items
        ]
        for grouping in quiz_groupings(catalog, make_cards(catalog))
    }
    assert groups == {
        "regulation": [("学习守则", [("按名称", 1), ("学习守则自测", 2)]), ("综合", [("综合题", 1)])],
        "discipline": [("组织纪律", [("综合题", 1), ("学习守则自测", 1)])],
        "month": [("2026 年 2 月", [("学习守则自测", 2)]), ("不属于某一月", [("按名称", 1), ("综合题", 1)])],
    }


def test_a_quiz_is_listed_with_its_lesson_and_types(tmp_path: Path) -> None:
    """Types in the order of the quiz, with their Chinese labels."""
    catalog = catalog_of(tmp_path)
    card = make_cards(catalog).quizzes["study-rules"]
    assert (card.month, card.lesson_url, card.regulation_title) == (
        "2026-02",
        "lessons/2026/02-study-rules.html",
        "学习守则",
    )
    assert card.type_counts == (("单选", 1), ("判断", 1))


def test_a_regulation_page_knows_its_versions(tmp_path: Path) -> None:
    """What it supersedes and what superseded it, its lessons and quizzes."""
    catalog = catalog_of(tmp_path)
    new: Mapping[str, Any] = page_view(
        "regulations/study-rules.md", "regulation.html", catalog, make_cards(catalog)
    )
    old: Mapping[str, Any] = page_view(
        "regulations/study-rules-2019.md", "regulation.html", catalog, make_cards(catalog)
    )
    assert (new["supersedes"].id, new["superseded_by"]) == ("study-rules-2019", None)
    assert (old["supersedes"], old["superseded_by"].id) == (None, "study-rules")
    assert [card.id for card in new["lessons"]] == ["2026/02-study-rules"]
    assert [card.id for card in new["quizzes"]] == ["study-rules"]


def test_the_channel_of_a_page_is_marked(tmp_path: Path) -> None:
    """One of seven, and none on the 404 page. A comparison belongs to the register."""
    catalog = catalog_of(tmp_path)
    marked = {
        url: [c.title for c in channels(url, catalog) if c.is_current]
        for url in [
            "index.html",
            "lessons/2026/02-x.html",
            "comparisons/x.html",
            "quizzes/a-answers.html",
            "404.html",
        ]
    }
    assert marked == {
        "index.html": ["首页"],
        "lessons/2026/02-x.html": ["每月一法规"],
        "comparisons/x.html": ["法规库"],
        "quizzes/a-answers.html": ["自测题"],
        "404.html": [],
    }


def test_quizzes_without_a_mark_are_put_at_the_end_of_their_lesson(tmp_path: Path) -> None:
    """A lesson whose author forgot the mark still has its quiz; a placed one is not put twice."""
    more = quiz_text({**TRUE_FALSE, "stem": "丙。"}, title="第二套", lesson="2026/02-study-rules")
    portal = open_portal(make_project(tmp_path / "project", files={"quizzes/more.yml": more}))
    body = portal.catalog.sources["docs/lessons/2026/02-study-rules.md"].body
    completed = portal.prepare_markdown("lessons/2026/02-study-rules.md", body)
    assert completed == f"{body}\n\n## 自测\n\n<!-- quiz: more -->\n"


def test_what_authors_write_is_escaped_once(tmp_path: Path) -> None:
    """A title is text wherever a page prints it, attributes included."""
    files = {
        "docs/lessons/2026/04-x.md": (
            "---\ntitle: '<img src=x onerror=alert(1)> \"A\" & B'\nmonth: 2026-04\naudience: ['<u>党员']\n---\n"
        ),
        "docs/regulations/x.md": "---\ntitle: <b>守则</b>\narticles: 1-2\nissuer: <i>甲</i>\n---\n",
        "quizzes/x.yml": quiz_text(TRUE_FALSE).replace("title: ", "title: <s>题</s>", 1),
    }
    cards = make_cards(load_catalog(make_project(tmp_path / "project", files=files)))
    texts = [cards.lessons[-1].title, *cards.lessons[-1].audience]
    texts += [cards.regulations["x"].title, cards.regulations["x"].issuer, cards.quizzes["x"].title]
    assert [text for text in texts if "<" in text or '"' in text] == []
    assert cards.lessons[-1].title == "&lt;img src=x onerror=alert(1)&gt; &#34;A&#34; &amp; B"
