"""What the tests of regulations share: two versions of a made-up text, and a portal to import them into."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.project import make_project

from desk.documents.model import Line, OpenedFile

OLD_TEXT = """\
学习守则
（2019年3月1日某局机关党委发布）
第一章　总　则
第一条　为了规范学习，制定本守则。
第二条　全体党员应当参加集中学习，每季度不少于一次。
第三条　缺课的党员应当在一个月内补学，并向支部报告补学情况。
第四条　支部负责人应当带头学习，带头讲课，带头谈体会。
第五条　违反本守则，有下列情形之一的，由支部批评教育：
（一）无故缺课三次以上的；
（二）代他人签到的。
第二章　附　则
第六条　学习经费从党费中列支，专款专用，定期公布账目。
第七条　本守则由机关党委负责解释。
第八条　本守则自2019年5月1日起施行。
"""
NEW_TEXT = """\
学习守则
（2019年3月1日某局机关党委发布　2025年12月1日某局机关党委修订　2025年12月1日某局机关党委发布）
第一章　总　则
第一条　为了规范学习，制定本守则。
第二条　学习经费从党费中列支，专款专用，定期公布账目。
第三条　全体党员应当参加集中学习，每月不少于一次。
第四条　缺课的党员应当在一个月内补学，并向支部报告补学情况。
第五条　新发展的党员应当参加为期三天的集中培训，并通过测验。
第六条　违反本守则，有下列情形之一的，由支部批评教育：
（一）无故缺课三次以上的；
（二）代他人签到的；
（三）抄袭学习笔记的。
第二章　附　则
第七条　本守则由机关党委负责解释。
第八条　本守则自2026年1月1日起施行。
"""


def opened(text: str, name: str = "学习守则.txt", kind: str = "txt") -> OpenedFile:
    """An opened file of these lines."""
    lines = enumerate(text.split("\n"), start=1)
    return OpenedFile(
        name=name,
        kind=kind,
        blocks=tuple(Line(text=line, where=f"第 {number} 行") for number, line in lines if line.strip()),
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The base portal with only the 2019 version, under the id that everything cites."""
    root = make_project(tmp_path / "学习 园地")
    pages = root / "docs" / "regulations"
    (pages / "study-rules.md").write_text(OLD_PAGE, encoding="utf-8", newline="\n")
    (pages / "study-rules-2019.md").unlink()
    (root / "docs/lessons/2026/02-study-rules.md").write_text(LESSON, encoding="utf-8", newline="\n")
    (root / "quizzes/study-rules.yml").write_text(QUIZ, encoding="utf-8", newline="\n")
    return root


OLD_PAGE = """\
---
id: study-rules
title: 学习守则  # 全称
short_titles: [守则]
issuer: 某局机关党委
issued_on: 2019-03-01
effective_on: 2019-05-01
status: 现行有效
articles: 1-8
checked_on: 2026-01-05
source: 某局机关党委2019年3月1日发布文本
---

我们的导读。

## 第一章 总则

### 第三条 补学

一个月从缺课那天算起。

### 第四条 带头

### 第五条 后果

三次是累计，不是连续。
"""
LESSON = """\
---
title: 怎么学
month: 2026-02
regulation: study-rules
audience: [党员]
minutes: 15
summary: 一句话。
source: 《学习守则》
reviewed_by: 内容组
reviewed_on: 2026-01-10
review_due: 2027-01-10
security_review: 公开
---

## 要点

多久学一次，见[第二条](../../regulations/study-rules.md#art-2)；《守则》第三条讲补学；第一条讲目的。
"""
QUIZ = """\
title: 学习守则自测
lesson: 2026/02-study-rules
regulation: study-rules
pass_mark: 80
questions:
  - id: how-often
    type: single_choice
    stem: 按守则，集中学习多久一次？
    options: {A: 每周, B: 每季度, C: 每年}
    answer: B
    explanation: 每季度不少于一次。
    cite: [第二条]
    difficulty: 易

  - id: leaders-first  # 支部负责人
    type: true_false
    stem: 支部负责人应当带头讲课。
    answer: 对
    explanation: 带头学习、带头讲课、带头谈体会。
    cite: [第四条, 第一条]
    difficulty: 易

  - id: make-up
    type: true_false
    stem: 缺课的党员应当补学。
    answer: 对
    explanation: 一个月内补学。
    cite: [第三条]
    difficulty: 易
"""
