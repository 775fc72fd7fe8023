"""The names of the columns and sheets of the Excel form."""

from __future__ import annotations

from collections.abc import Mapping

ID, TYPE, STEM, LEFT, ANSWER = "编号", "题型", "题干", "左列", "答案"
EXPLANATION, CITE, DISCIPLINE, DIFFICULTY, TAGS = "解析", "依据", "纪律", "难度", "标签"
STATUS, QUIZ, MATERIAL, WAIVED = "状态", "所属自测题", "所属材料", "免检"
FORMER_NAMES: Mapping[str, str] = {"所属套题": QUIZ}  # in workbooks that were exported before
UNSETTLED = "待确认"
SHEET, NOTES = "题目", "说明"  # the two sheets
MATERIAL_TYPE = "材料"
