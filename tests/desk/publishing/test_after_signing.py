"""What happens to a month after it was signed: packs made anew, pages taken down, odd files."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.desk.conftest import Ran
from tests.desk.publishing.test_review_pack import words_of
from tests.support.check_codes import current_code

from desk.building.checking import check_portal

LESSON = "docs/lessons/2026/02-first.md"
QUIZ = "quizzes/first.yml"
SIGN = ("--approved-by", "签发人甲", "--date", "2026-02-03")

CASE = """\
---
title: 一次缺课
regulation: first
cite: [第一条]
discipline: [组织纪律]
month: 2026-02
summary: 一次缺课。
reviewed_by: 内容组
reviewed_on: 2026-01-10
review_due: 2027-01-10
security_review: 公开
---

本案例为虚构，如有雷同，纯属巧合。
"""


def signed(portal: Path, lianxue: Callable[..., Ran]) -> str:
    """Hand in and sign the month; its code."""
    packed = lianxue("--root", portal, "review-pack", "2026-02", "--date", "2026-02-01")
    assert packed.code == 0, packed.err
    code = current_code(portal, "2026-02")
    assert lianxue("--root", portal, "sign-off", "2026-02", "--code", code, *SIGN).code == 0
    return code


def about_signatures(portal: Path) -> list[str]:
    """What a check says of what was signed."""
    return [problem.message for problem in check_portal(portal).problems if "after" in problem.rule]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_a_new_pack_does_not_forget_what_was_signed(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """The check still names the change, and so does the paper, however often it is made."""
    code = signed(portal, lianxue)
    edit(portal / LESSON, "正文", "改过的正文")
    for _ in range(2):
        again = lianxue("--root", portal, "review-pack", "2026-02", "--date", "2026-02-05", "--replace")
        assert again.code == 0
        assert about_signatures(portal) == [f"送审后有改动：{LESSON} 改了。请改回原样，或重新送审、签发"]
        words = words_of(portal / "dist" / "送审单-2026-02.docx")
        assert f"与本月已签发的内容（校验码 {code}）相比：\n{LESSON} 改了（《第一课》）\n" in words


def test_a_lesson_goes_down_and_its_quiz_stays_signed(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """The case of the month does not miss the quiz that was kept."""
    case = portal / "docs/cases/2026/case.md"
    case.parent.mkdir(parents=True)
    case.write_text(CASE, encoding="utf-8", newline="\n")
    rules = portal / "docs/regulations/first.md"
    rules.parent.mkdir(parents=True)
    rules.write_text("---\nid: first\ntitle: 甲守则\narticles: 1-2\n---\n", encoding="utf-8", newline="\n")
    signed(portal, lianxue)
    ran = lianxue("--root", portal, "withdraw", LESSON, "--keep-quizzes", "--because", "要改写")
    assert ran.code == 0
    assert about_signatures(portal) == []


@pytest.mark.parametrize("page", ["quizzes/first.yml", LESSON])
def test_taking_a_signed_page_down_needs_no_new_signature(
    portal: Path, lianxue: Callable[..., Ran], page: str
) -> None:
    """The emergency brake works at once; what else changed is still said."""
    signed(portal, lianxue)
    assert lianxue("--root", portal, "withdraw", page, "--because", "答案有误").code == 0
    assert about_signatures(portal) == []
    if page == QUIZ:
        edit(portal / LESSON, "正文", "改过的正文")
        assert about_signatures(portal) == [f"送审后有改动：{LESSON} 改了。请改回原样，或重新送审、签发"]


def test_how_a_quiz_is_marked_is_signed_too(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """Another pass mark is another content."""
    signed(portal, lianxue)
    edit(portal / QUIZ, "pass_mark: 80", "pass_mark: 60")
    assert about_signatures(portal) == [f"送审后有改动：{QUIZ} 改了。请改回原样，或重新送审、签发"]


def test_a_signature_from_the_future_is_refused(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """A slip of the year."""
    code = current_code(portal, "2026-02")
    ran = lianxue(
        *("--root", portal, "sign-off", "2026-02", "--code", code),
        *("--approved-by", "甲", "--date", "2999-01-01"),
    )
    today = datetime.date.today()
    assert ran.err == f"签发日期 2999-01-01 还没有到（今天 {today}）：请核对日期。\n"


def test_byte_order_mark_and_line_ends_stay(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """A page written by Notepad differs in the new lines alone."""
    page = portal / LESSON
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    before = page.read_bytes()
    assert lianxue("--root", portal, "withdraw", LESSON, "--because", "-", "--date", "2026-05-03").code == 0
    after = page.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf---\r\n")
    assert b"\r\nwithdrawn_on: 2026-05-03\r\nwithdrawn_because: '-'\r\n" in after
    assert lianxue("--root", portal, "withdraw", LESSON, "--restore").code == 0
    assert page.read_bytes() == before


def test_a_quiz_taken_down_before_its_lesson_stays_down(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """It had a fault of its own."""
    for page, why in ((QUIZ, "答案有误"), (LESSON, "正在改写")):
        assert lianxue("--root", portal, "withdraw", page, "--because", why).code == 0
    ran = lianxue("--root", portal, "withdraw", LESSON, "--restore")
    assert ran.out.startswith(f"已恢复 {LESSON}\n")
    assert f"已恢复 {QUIZ}" not in ran.out
    assert "答案有误" in (portal / QUIZ).read_text(encoding="utf-8")


def test_the_home_page_cannot_be_taken_down(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """It is made of other pages and shows no notice."""
    (portal / "docs/index.md").write_text("---\ntemplate: home.html\n---\n", encoding="utf-8")
    ran = lianxue("--root", portal, "withdraw", "docs/index.md", "--because", "错")
    assert (ran.code, ran.err) == (
        1,
        "docs/index.md 是首页或目录页，撤不下来：请撤下它列出的那一页，或直接改这个文件。\n",
    )
