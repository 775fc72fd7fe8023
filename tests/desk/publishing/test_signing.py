"""A month is handed in, signed, and watched from then on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.desk.conftest import Ran
from tests.support.check_codes import current_code

from desk.building.checking import check_portal
from desk.failures import DeskError
from desk.publishing.review_pack import packs_with, plan_review_pack
from lianxue.content.sign_off_record import PACKS

LESSON = "docs/lessons/2026/02-first.md"


def hand_in(root: Path, month: str = "2026-02") -> str:
    """Make and keep a pack; its check code."""
    pack = plan_review_pack(root, month, check_portal(root).problems)
    (root / PACKS).write_bytes(packs_with(root, pack))
    return pack.code


def test_a_signed_month_says_what_changed_afterwards(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """Who, when and the code go into the page; a changed answer is named by the next check."""
    code = hand_in(portal)
    ran = lianxue(
        *("--root", portal, "sign-off", "2026-02", "--code", code.lower().replace("-", "")),
        *(
            "--approved-by",
            "签发人甲",
            "--reviewed-by",
            "审核人乙",
            "--drafted-by",
            "起草人丙",
            "--date",
            "2026-02-03",
        ),
    )
    assert (ran.code, ran.out) == (
        0,
        f"已登记 {LESSON}\n2026-02 由签发人甲签发，校验码 {code}。以后有改动，检查和生成时会说明。\n",
    )
    text = (portal / LESSON).read_text(encoding="utf-8")
    assert text.partition("security_review: 公开\n")[2].partition("---\n")[0] == (
        f"drafted_by: 起草人丙\napproved_by: 签发人甲\napproved_on: 2026-02-03\ncheck_code: {code}\n"
    )
    assert "reviewed_by: 审核人乙\nreviewed_on: 2026-02-03\n" in text
    assert current_code(portal, "2026-02") == code
    assert [problem for problem in check_portal(portal).problems if "sign" in problem.rule] == []
    quiz = portal / "quizzes" / "first.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("answer: 对", "answer: 错"), encoding="utf-8")
    messages = [p.message for p in check_portal(portal).problems if p.rule == "changed-after-review"]
    assert messages == ["送审后有改动：quizzes/first.yml 的题目 first 改了。请改回原样，或重新送审、签发"]


def test_blanks_at_line_ends_are_no_change(portal: Path) -> None:
    """An editor that tidies up does not undo a signature."""
    code = current_code(portal, "2026-02")
    page = portal / LESSON
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n") + b"\r\n\r\n")
    assert current_code(portal, "2026-02") == code


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a.png", "![图](../../images/a.png)"),
        ("a.png", '![图](../../images/a.png "题注")'),
        ("图(1).png", "![图](../../images/图(1).png)"),
        ("图.png", "![图](../../images/%E5%9B%BE.png)"),
        ("a b.png", "![图](<../../images/a b.png>)"),
        ("a.png", "![图 [一] 二](../../images/a.png)"),
        ("a.png", '<img alt="图" src="../../images/a.png">'),
        ("a.png", "![图][e]\n\n[e]: ../../images/a.png"),
        ("表.pdf", "[附件](../../images/表.pdf)"),
    ],
)
def test_a_picture_is_part_of_what_is_signed(portal: Path, name: str, written: str) -> None:
    """Another picture or attachment under the same name is another content, however the page names it."""
    page = portal / LESSON
    page.write_text(page.read_text(encoding="utf-8") + f"\n{written}\n", encoding="utf-8")
    picture = portal / "docs" / "images" / name
    picture.parent.mkdir()
    picture.write_bytes(b"one")
    code = current_code(portal, "2026-02")
    picture.write_bytes(b"two")
    assert current_code(portal, "2026-02") != code


def test_what_changed_between_paper_and_signature_is_named(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """A code of older content is refused, with what was changed since; nothing is written."""
    code = hand_in(portal)
    page = portal / LESSON
    page.write_text(page.read_text(encoding="utf-8").replace("正文", "改过的正文"), encoding="utf-8")
    before = page.read_bytes()
    ran = lianxue("--root", portal, "sign-off", "2026-02", "--code", code, "--approved-by", "甲")
    assert (ran.code, ran.err) == (1, f"2026-02 送审后有改动：{LESSON} 改了。请重新做送审单，再签一次。\n")
    assert page.read_bytes() == before


@pytest.mark.parametrize(
    ("month", "sentence"),
    [
        ("2026-05", "2026-05 没有课文：有课文的月份是 2026-02。\n"),
        ("2026-2", "月份“2026-2”写法不对：请写成 2026-04 的样子。\n"),
        (
            "2026-02",
            "2026-02 最近的送审单不是校验码 ABCD：请核对送审单首页的校验码；内容改过的，重新送审。\n",
        ),
    ],
)
def test_a_wrong_month_or_code_gets_a_sentence(
    portal: Path, lianxue: Callable[..., Ran], month: str, sentence: str
) -> None:
    """What to look at is said; the right code is for the paper alone to tell."""
    hand_in(portal)
    ran = lianxue("--root", portal, "sign-off", month, "--code", "ABCD", "--approved-by", "甲")
    assert (ran.code, ran.err) == (1, sentence)


def test_what_was_not_handed_in_cannot_be_signed(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """Even under the code of the content as it is."""
    code = current_code(portal, "2026-02")
    ran = lianxue("--root", portal, "sign-off", "2026-02", "--code", code, "--approved-by", "甲")
    assert ran.err == "还没有做过 2026-02 的送审单：请先运行 review-pack 2026-02，签好字再登记。\n"


def test_a_signature_is_not_written_over_unasked(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """The same once more changes nothing; another name or day needs --replace."""
    command = ("--root", portal, "sign-off", "2026-02", "--code", hand_in(portal))
    signed = (*command, "--approved-by", "甲", "--date", "2026-02-03")
    assert lianxue(*signed).code == 0
    before = (portal / LESSON).read_bytes()
    assert lianxue(*signed).code == 0
    ran = lianxue(*command, "--approved-by", "乙", "--date", "2026-02-04")
    sentence = "2026-02 已登记由甲于 2026-02-03 签发，没有改动：登记错了要改，请加 --replace 再登记一次。\n"
    assert (ran.code, ran.err, (portal / LESSON).read_bytes()) == (1, sentence, before)
    assert lianxue(*command, "--approved-by", "乙", "--date", "2026-02-04", "--replace").code == 0
    assert "approved_by: 乙\napproved_on: 2026-02-04\n" in (portal / LESSON).read_text(encoding="utf-8")


def test_the_next_pack_tells_what_else_changed(portal: Path) -> None:
    """A month's pack compares the rest of the portal with the pack before."""
    hand_in(portal)
    lesson = (portal / LESSON).read_text(encoding="utf-8")
    (portal / "docs/lessons/2026/03-next.md").write_text(
        lesson.replace("2026-02", "2026-03").replace("第一课", "第二课"), encoding="utf-8"
    )
    (portal / "docs" / "index.md").write_text("# 新首页\n", encoding="utf-8")
    quiz = portal / "quizzes" / "first.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("都要", "应当"), encoding="utf-8")
    pack = plan_review_pack(portal, "2026-03", check_portal(portal).problems)
    assert (pack.previous, pack.changes) == (
        "2026-02",
        ("docs/index.md 改了", "quizzes/first.yml 的题目 first 改了"),
    )


def test_a_month_with_faults_is_not_handed_in(portal: Path) -> None:
    """What must be mended is listed instead."""
    quiz = portal / "quizzes" / "first.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("answer: 对", "answer: 不"), encoding="utf-8")
    sentence = "2026-02 的内容还有需要修改的地方，改好再送审：\nquizzes/first.yml:8:13: "
    with pytest.raises(DeskError, match=re.escape(sentence)):
        hand_in(portal)
