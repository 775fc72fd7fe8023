"""A 送审单 holds all that is signed for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import docx
from tests.desk.conftest import Ran
from tests.support.check_codes import current_code

from lianxue.content.catalog import load_catalog


def words_of(file: Path) -> str:
    """Every word of a Word file's body, tables included."""
    body = docx.Document(str(file)).element.body
    return "\n".join("".join(str(t.text) for t in p.iter("{*}t")) for p in body.iter("{*}p"))


def test_a_month_is_handed_in(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """Page, question, key, what the check found, who signs, and the code: all on paper."""
    ran = lianxue("--root", portal, "review-pack", "2026-02", "--date", "2026-02-01")
    code = current_code(portal, "2026-02")
    file = portal / "dist" / "送审单-2026-02.docx"
    assert (ran.code, ran.out) == (
        0,
        f"2026-02 的送审单：1 页内容，1 道题，校验码 {code}\n已写入：{file}\n"
        f"签字后登记：sign-off 2026-02 --code {code} --approved-by 姓名\n",
    )
    words = words_of(file)
    for wanted in (
        *(
            "某局机关党委",
            "2026 年 2 月学习内容送审单",
            "《第一课》",
            "1 套，共 1 题",
            "2026 年 2 月 1 日",
            code,
        ),
        *(
            "起草",
            "科室审核",
            "分管领导签发",
            "签字",
            "日期",
            "要点",
            "正文。",
            "党员都要学习。",
            "答案：√（正确）",
        ),
        "没有依据（cite）：请写明哪部法规第几条【待补】",
        "更早的月份没有送审记录，其余内容没有可比的。",
    ):
        assert wanted in words
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    refused = lianxue("--root", portal, "review-pack", "2026-02")
    assert refused.err == f"已经有 {file}，没有动：要替换请加 --replace，或用 --out 换一个位置或名称。\n"
    again = lianxue("--root", portal, "review-pack", "2026-02", "--date", "2026-02-01", "--replace")
    assert again.code == 0
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_a_later_pack_names_the_one_before(portal: Path, lianxue: Callable[..., Ran]) -> None:
    """What else changed stands on the next month's paper."""
    lianxue("--root", portal, "review-pack", "2026-02", "--date", "2026-02-01")
    lesson = (portal / "docs/lessons/2026/02-first.md").read_text(encoding="utf-8")
    next_lesson = lesson.replace("2026-02", "2026-03").replace("第一课", "第二课")
    (portal / "docs/lessons/2026/03-next.md").write_text(next_lesson, encoding="utf-8")
    (portal / "docs/index.md").write_text("# 新首页\n", encoding="utf-8")
    quiz = portal / "quizzes/first.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("answer: 对", "answer: 错"), encoding="utf-8")
    title = load_catalog(portal).quizzes["first"].title
    assert lianxue("--root", portal, "review-pack", "2026-03", "--date", "2026-03-01").code == 0
    words = words_of(portal / "dist" / "送审单-2026-03.docx")
    assert (
        "与 2026-02 送审时相比：\ndocs/index.md 改了\n"
        f"quizzes/first.yml 的题目 first 改了（《{title}》第 1 题：党员都要学习。　现在的答案：错）\n"
    ) in words
