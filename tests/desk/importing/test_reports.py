"""The report of an import: every line of the files accounted for, what is open first, nothing loaded."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk.importing.papers import FILE, choice, paper, paper_of_40, saying

from desk.drafts.draft import Ignored, PaperReading, SourceLine
from desk.failures import DeskError
from desk.importing.importing import apply_import, plan_readings
from desk.importing.places import account_for
from desk.importing.plan import ImportPlan
from desk.importing.report_html import report_page, write_report
from desk.importing.report_json import plan_json
from desk.importing.report_text import changed_place, new_text_lines, preview_lines
from desk.importing.report_view import verdict


def rich_plan(root: Path) -> ImportPlan:
    """A plan in which everything happens: new, changed, repeated, known, near, doubtful, left out."""
    drafts = paper_of_40()
    apply_import(plan_readings(root, [paper(drafts)], into="q3"))
    drafts[3] = replace(drafts[3], answer=("B",))
    drafts.pop(20)
    drafts += [
        choice("没有<b>答案</b>的题，几日内补学？", ("三日", "七日"), "", doubts=("没有答案",)),
        saying("党员都要学习。", "对"),
        saying("党员们都要学习。", "对"),
        drafts[0],
    ]
    return plan_readings(
        root, [paper(drafts)], into="q3", remarks=("《第三季度试卷.docx》页眉有试卷的密级标志",)
    )


def test_the_terminal_says_counts_first_then_what_is_open(portal: Path) -> None:
    """In the trainer's words and places."""
    lines = list(preview_lines(rich_plan(portal)))
    assert lines[:7] == [
        "提示：《第三季度试卷.docx》页眉有试卷的密级标志",
        "《第三季度试卷.docx》：在题目里 207 行，不是题目 1 行，待确认 1 行",
        "读出 43 题：单选 21，多选 10，判断 12",
        "  新增 2 题，修改 1 题，不变 38 题，文件里重复 1 题，题库里已有 1 题",
        "  待补：3 题没有解析，3 题没有依据",
        "待确认 1 题：",
        "  第 40 题　《第三季度试卷.docx》第 197 段（第 40 题）　没有＜b＞答案＜/b＞的题，几日内补学？",
    ]
    text = "\n".join(lines)
    assert "修改 1 题：\n  第 4 题　《第三季度试卷.docx》第 21 段（第 4 题）" in text
    assert "    答案：A → B\n" in text
    assert "    题库里已有：《第一课自测》第 1 题\n" in text
    assert "    92%　《第一课自测》第 1 题　党员都要学习。\n" in text
    assert "原有、新文件里没有 1 题（保留不动）\n" in text
    assert "  《第三季度试卷.docx》第 999 段：（转下页）（看不出是什么）" in text


def test_a_change_in_a_long_text_is_shown_where_it_is() -> None:
    """The words around it, in both texts; short texts are shown whole, what came or went from its beginning."""
    long = "成员应当按时参加集中学习，认真做好记录，缺课的在七日内补学，补学的情况由小组长登记。" * 3
    assert changed_place(long + "不得代签。", long + "不能代签。") == (
        "…情况由小组长登记。不得代签。",
        "…情况由小组长登记。不能代签。",
    )
    assert changed_place(long, f"新{long}") == ("成员应当按时参加集中…", "新成员应当按时参加集中…")
    before, after = changed_place(f"一{long}", f"二{long}三")
    assert (before[:3], before[-3:], after[:3], after[-3:]) == ("一成员", "登记。", "二成员", "记。三")
    assert len(before) == 93 and before[46] == "…"
    assert changed_place("", long) == ("（无）", f"{long[:45]}…")
    assert changed_place("甲  乙", "甲\n乙") == ("原来的空格或换行", "改了空格或换行")


def test_a_remark_on_many_questions_is_said_once(portal: Path) -> None:
    """With the first of them, and how many they are."""
    drafts = [replace(one, remarks=("答案由红色文字看出",)) for one in paper_of_40()[:8]]
    lines = list(preview_lines(plan_readings(portal, [paper(drafts)], into="q3")))
    at = lines.index("说明 8 题：")
    assert lines[at + 1] == (
        "  答案由红色文字看出：第 1 题、第 2 题、第 3 题、第 4 题、第 5 题、第 6 题 等 8 题"
    )


def test_of_very_many_alike_the_first_are_shown(portal: Path) -> None:
    """A bank of one pattern: the page says how many pairs there are and lists three hundred."""
    patterns = ["".join(map(chr, range(start, start + 20))) for start in range(0x4E00, 0x4E00 + 12 * 40, 40)]
    drafts = [saying(f"{pattern}{number}", "错") for pattern in patterns for number in range(11, 22)]
    page = report_page(plan_readings(portal, [paper(drafts)], into="q3"), is_written=False)
    assert "<h2>相近的题目 <small>324 处，这里列出前 300 处</small></h2>" in page
    assert page.count('class="pair"') == 300


def test_a_report_replaces_nothing_unasked(portal: Path, tmp_path: Path) -> None:
    """Neither a paper nor a page of the portal; asked to, an earlier report."""
    plan = plan_readings(portal, [paper([])])
    taken = tmp_path / "试卷.docx"
    taken.write_bytes(b"paper")
    with pytest.raises(DeskError) as error:
        write_report(plan, taken, is_written=False)
    assert str(error.value) == (
        f"已经有 {taken}，没有动：要替换请加 --replace，或用 --report 换一个位置或名称"
    )
    quiz = portal / "quizzes" / "报告.html"
    with pytest.raises(DeskError) as error:
        write_report(plan, quiz, is_written=False, replace=True)
    assert str(error.value) == f"{quiz} 在 quizzes 文件夹里，那里只放网站自己的文件：请用 --report 换一个位置"
    write_report(plan, taken, is_written=False, replace=True)
    assert taken.read_bytes().startswith(b"<!doctype html>")


def test_a_new_file_is_shown_as_it_will_be(portal: Path) -> None:
    """The beginning of it."""
    plan = plan_readings(portal, [paper([saying("缺课要补学。", "对")])], into="q3")
    assert list(new_text_lines(plan)) == [
        "quizzes/q3.yml 的开头：",
        "  title: 第三季度学习测试",
        "  questions:",
        f"    - id: {plan.questions[0].id}",
        "      type: true_false",
        "      stem: 缺课要补学。",
        "      answer: 对",
    ]


def test_the_page_loads_nothing_and_hides_nothing(portal: Path) -> None:
    """No script, no address; every line of the file stands in it, escaped."""
    plan = rich_plan(portal)
    page = report_page(plan, is_written=False)
    assert re.findall(r"<script|<link|<img|<iframe|https?:|url\(|@import| on\w+=", page) == []
    assert "没有<b>答案" not in page and "没有&lt;b&gt;答案&lt;/b&gt;的题" in page
    for row in account_for(plan.request.readings[0], 1):
        assert f"<td>{row.line.where}</td>" in page
    headings = re.findall(r"<h2>([^ <]+)", page)
    assert headings == [
        "待确认",
        "修改",
        "相近的题目",
        "不写入的题目",
        "新增",
        "原有、新文件里没有",
        "每一行的去处",
    ]
    assert "将写入 quizzes/q3.yml：新增 2 题，修改 1 题，其中 1 题待确认" in page
    assert "已写入 quizzes/q3.yml" in report_page(plan, is_written=True)


def test_the_json_holds_questions_and_lines(portal: Path) -> None:
    """What a page with buttons needs."""
    plan = json.loads(plan_json(rich_plan(portal)))
    assert plan["counts"]["fates"] == {"新增": 2, "修改": 1, "不变": 38, "文件里重复": 1, "题库里已有": 1}
    changed = plan["questions"][3]
    assert (changed["fate"], changed["changes"]) == (
        "CHANGED",
        [{"name": "答案", "before": "A", "after": "B"}],
    )
    assert len(plan["lines"]) == 209


def test_lines_come_in_the_file_s_own_order() -> None:
    """第 9 段 before 第 10 段; one line may serve several questions."""
    key = SourceLine(file=FILE, where="第 10 段", text="1-2 AB")
    first, second = (
        replace(saying(f"第 {n} 句", "对"), lines=(SourceLine(file=FILE, where=f"第 {n} 段", text="句"), key))
        for n in (2, 9)
    )
    title = Ignored(line=SourceLine(file=FILE, where="第 1 段", text="试卷"), reason="标题")
    reading = PaperReading(file=FILE, drafts=(first, second), ignored=(title,), unsure=())
    assert [(row.line.where, row.outcome) for row in account_for(reading, 5)] == [
        ("第 1 段", "不是题目：标题"),
        ("第 2 段", "第 5 题"),
        ("第 9 段", "第 6 题"),
        ("第 10 段", "第 5、6 题"),
    ]


def test_the_verdict_of_nothing(portal: Path) -> None:
    """A plan without changes, and one that is forbidden."""
    assert verdict(plan_readings(portal, [paper([])]), is_written=False) == "没有要写入的内容。"
    stopped = plan_readings(portal, [paper(paper_of_40())], stops=["有密级标志"])
    assert verdict(stopped, is_written=False) == "不能导入，什么都没有写入。"
