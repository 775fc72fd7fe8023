"""The booklet of a month or a year, as the command makes it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from tests.desk.conftest import Ran

MKDOCS_YML = """\
site_name: 试用园地
extra: {lianxue: {site_id: demo, organisation: 某局机关党委}}
theme: {name: null, custom_dir: overrides}
plugins: []
markdown_extensions: [admonition, tables, footnotes]
"""
LESSON = """\
---
title: {title}
month: {month}
regulation: rules
audience: [党员]
minutes: 30
source: 自编
---

## 要点

**先读**这一段。

!!! note "提示"
    框里的话。

<!-- quiz: {quiz} -->
"""
REGULATION = """\
---
id: rules
title: 学习规则
issuer: 某局
effective_on: 2026-01-01
status: 现行有效
articles: 1-3
---

说明。
"""
CASE = """\
---
title: 一个案例
month: 2026-02
regulation: rules
cite: [第一条]
---

本案例为虚构，如有雷同，纯属巧合。
"""
QUIZ = """\
title: {title}自测
lesson: {lesson}
regulation: rules
questions:
  - id: one
    type: single_choice
    stem: 学了{title}，应当怎么做？
    options: {{A: 学习, B: 不学}}
    answer: A
    explanation: 规则这样写。
    cite: [第一条]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A portal with two months, a regulation, a case and two quizzes."""
    folder = tmp_path / "试用 园地"
    files = {
        "mkdocs.yml": MKDOCS_YML,
        "overrides/main.html": "",
        "docs/lessons/2026/02-first.md": LESSON.format(title="第一课", month="2026-02", quiz="first"),
        "docs/lessons/2026/03-second.md": LESSON.format(title="第二课", month="2026-03", quiz="second"),
        "docs/regulations/rules.md": REGULATION,
        "docs/cases/2026/one.md": CASE,
        "quizzes/first.yml": QUIZ.format(title="第一课", lesson="2026/02-first"),
        "quizzes/second.yml": QUIZ.format(title="第二课", lesson="2026/03-second"),
    }
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder


def headings(file: Path) -> list[tuple[str, str]]:
    """The headings of a booklet with their level."""
    found = []
    for paragraph in docx.Document(str(file)).paragraphs:
        name = (paragraph.style.name if paragraph.style else "") or ""
        if name.startswith("Heading"):
            found.append((name[-1], paragraph.text))
    return found


def test_a_year_has_its_months_and_the_answers_at_the_end(
    root: Path, tmp_path: Path, lianxue: Callable[..., Ran]
) -> None:
    """Lessons, regulations, cases, quizzes month by month."""
    out = tmp_path / "汇编.docx"
    ran = lianxue("--root", root, "booklet", "2026", "--out", out)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"《试用园地学习汇编》（2026 年）：2 课，1 个案例，2 道题。\n已写入：{out}\n已写入：{out.with_suffix('.html')}\n"
        "在 Word 里打开时如果问是否更新域，请选“是”：目录的页码由 Word 算出。\n"
    )
    assert headings(out) == [
        ("1", "2026 年 2 月"),
        ("2", "第一课"),
        ("3", "要点"),
        ("2", "本月法规"),
        ("2", "案例：一个案例"),
        ("2", "第一课自测"),
        ("1", "2026 年 3 月"),
        ("2", "第二课"),
        ("3", "要点"),
        ("2", "本月法规"),
        ("2", "第二课自测"),
        ("1", "自测题答案与解析"),
        ("2", "第一课自测"),
        ("2", "第二课自测"),
    ]
    document = docx.Document(str(out))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:4] == ["试用园地学习汇编", "（2026 年）", "某局机关党委", "目　　录"]
    assert "学习对象：党员　　建议用时：30 分钟　　来源：自编" in texts
    assert texts.index("（题目见本月的自测题，答案与解析在书末。）") < texts.index(
        "1．（单选）学了第一课，应当怎么做？（\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0）"
    )
    assert texts[-3:] == ["1．答案：A", "解析：规则这样写。", "依据：《学习规则》第一条"]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [
        *("《学习规则》", "某局", "2026 年 1 月 1 日", "待核")
    ]


def test_contents_name_every_heading_of_two_levels_with_its_page(
    root: Path, tmp_path: Path, lianxue: Callable[..., Ran]
) -> None:
    """Each entry points at the bookmark that stands at its heading."""
    out = tmp_path / "汇编.docx"
    lianxue("--root", root, "booklet", "2026", "--out", out)
    document = docx.Document(str(out))
    entries, marks = [], {}
    for paragraph in document.paragraphs:
        name = (paragraph.style.name if paragraph.style else "") or ""
        if name.startswith("toc"):
            (target,) = re.findall(r" PAGEREF (\S+) ", paragraph._p.xml)
            entries.append((name[-1], paragraph.text.rstrip("\t"), target))
        elif bookmark := re.search(r'bookmarkStart [^>]*w:name="(\S+)"', paragraph._p.xml):
            marks[bookmark[1]] = (name[-1], paragraph.text)
    assert [(level, text) for level, text, _target in entries] == [
        heading for heading in headings(out) if heading[0] != "3"
    ]
    assert entries
    assert [marks[target] for _level, _text, target in entries] == [entry[:2] for entry in entries]


def test_a_month_has_only_its_own(root: Path, tmp_path: Path, lianxue: Callable[..., Ran]) -> None:
    """The print page says the same as the Word file, and has no answer before the end."""
    out = tmp_path / "三月.docx"
    lianxue("--root", root, "booklet", "2026-03", "--out", out)
    assert ("2", "第一课") not in headings(out)
    page = out.with_suffix(".html").read_text(encoding="utf-8")
    assert "第一课" not in page and "一个案例" not in page
    assert "<strong>先读</strong>" in page and "<script" not in page
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in page
    assert (
        page.index("学了第二课，应当怎么做？") < page.index(">自测题答案与解析</h1>") < page.index("答案：A")
    )


def test_same_content_same_bytes_in_any_process(
    root: Path, tmp_path: Path, lianxue: Callable[..., Ran]
) -> None:
    """The clock, hashing and the place decide nothing."""
    lianxue("--root", root, "booklet", "2026", "--out", tmp_path / "一.docx")
    command = [sys.executable, "-m", "desk", "--root", str(root), "booklet", "2026"]
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "UTC+7"}
    subprocess.run(
        [*command, "--out", str(tmp_path / "二.docx")], env=environment, check=True, capture_output=True
    )
    for suffix in (".docx", ".html"):
        assert (tmp_path / f"一{suffix}").read_bytes() == (tmp_path / f"二{suffix}").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("2027",), "2027 年没有课，做不成学习汇编。有课的月份：2026-02、2026-03。\n"),
        (("2026-01",), "2026 年 1 月没有课，做不成学习汇编。有课的月份：2026-02、2026-03。\n"),
        (("二月",), "“二月”不是年份或者月份：请写成 2026 或 2026-04 的样子。\n"),
        (("2026", "--out", "书.pdf"), "学习汇编是 Word 文件，文件名要以 .docx 结尾，不是 书.pdf。\n"),
    ],
)
def test_a_wrong_command_gets_a_sentence(
    root: Path, lianxue: Callable[..., Ran], arguments: tuple[str, ...], message: str
) -> None:
    """And writes nothing."""
    ran = lianxue("--root", root, "booklet", *arguments)
    assert (ran.code, ran.err) == (1, message)
    assert not (root / "dist").exists()


def test_a_booklet_that_is_there_is_not_touched(root: Path, lianxue: Callable[..., Ran]) -> None:
    """It stands in dist unless said otherwise, and is replaced only when asked."""
    file = root / "dist" / "学习汇编-2026-02.docx"
    assert lianxue("--root", root, "booklet", "2026-02").code == 0
    file.write_bytes(b"mine")
    ran = lianxue("--root", root, "booklet", "2026-02")
    assert ran.err == (
        f"已经有 {file} 等 2 个文件，没有动：要替换请加 --replace，或用 --out 换一个位置或名称。\n"
    )
    assert file.read_bytes() == b"mine"
    assert lianxue("--root", root, "booklet", "2026-02", "--replace").code == 0
    assert file.read_bytes() != b"mine"


def test_what_is_broken_or_missing_is_remarked(root: Path, lianxue: Callable[..., Ran]) -> None:
    """The booklet is made of the rest."""
    lesson = root / "docs/lessons/2026/02-first.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n![图](none.png)\n", encoding="utf-8")
    quiz = root / "quizzes/first.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("answer: A", "answer: F"), encoding="utf-8")
    ran = lianxue("--root", root, "booklet", "2026-02")
    assert ran.out.splitlines()[:2] == [
        "提示：内容里有 1 处需要修改，有关的部分可能不全（第一处：quizzes/first.yml:9:13: 第 1 题（one）："
        "答案 F 不在选项 A、B 中）",
        "提示：docs/lessons/2026/02-first.md 的图片“none.png”没有放进去：找不到文件，或者不是 PNG、JPEG、GIF、WebP 图片",
    ]
