"""Into which quiz a paper goes, and which files are none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk.drafts.draft import Draft
from desk.failures import DeskError
from desk.importing.importing import apply_import, plan_readings
from desk.importing.plan import ImportPlan

from .papers import paper, saying
from .test_importing import PATH, plan_of


def test_the_next_month_s_paper_is_another_quiz(portal: Path) -> None:
    """Files named by the month go by one name; what they hold tells them apart, and the next import too."""
    march = [saying("缺课的成员不必补学。", "错"), saying("请假应当事先说明。", "对")]
    april = [saying("学习记录可以代签。", "错"), saying("小组长每季度检查一次。", "对")]

    def plan_file(name: str, drafts: list[Draft]) -> ImportPlan:
        return plan_readings(portal, [replace(paper(drafts), file=name, title="")])

    first = plan_file("2026年3月守则测试.docx", march)
    apply_import(first)
    second = plan_file("2026年4月守则测试.docx", april)
    apply_import(second)
    (old,), (new,) = first.after, second.after
    assert (old, new) == ("quizzes/shou-ze-ce-shi.yml", "quizzes/shou-ze-ce-shi-2.yml")
    assert second.remarks == (
        f"{old} 里是另一份《2026年3月守则测试》，这一份写进 {new}：要合在一起，请用 --into 指明",
    )
    again = plan_file("2026年4月守则测试.docx", [april[0], saying("小组长每月检查一次。", "对")])
    assert {one.path for one in again.questions} == {new}


@pytest.mark.parametrize("text", ["# 以后再写\n", "- 甲\n"])
def test_a_file_that_is_no_quiz_is_left_alone(portal: Path, text: str) -> None:
    """Only comments are as good as nothing; a list is said to be no quiz."""
    (portal / PATH).write_text(text, encoding="utf-8", newline="\n")
    if text.startswith("#"):
        (written,) = plan_of(portal, [saying("缺课的成员不必补学。", "错")]).after.values()
        assert written.decode().startswith(f"{text}title: ")
    else:
        with pytest.raises(
            DeskError, match=r"^quizzes/q3\.yml 第 1 行读不懂，没有导入，也没有改动它：这不是一套自测题"
        ):
            plan_of(portal, [saying("缺课的成员不必补学。", "错")])
