"""A portal with a bank of every type, and eyes for the Word files made from it."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest

from desk.papers.making import make_paper
from lianxue.content.catalog import Catalog, load_catalog

SETTLED = {"explanation": "书上有。", "waive": {"no-citation": "测试"}}
_NUMBER = re.compile(r"(?P<number>\d+)．(?:（..）)?(?P<stem>.*)", re.DOTALL)
_OPTION = re.compile(r"(?:^|\t)(?P<label>[A-Z])．")


def choices(count: int, start: int = 1) -> list[dict[str, Any]]:
    """So many single choices whose right option says so."""
    return [
        {
            "id": f"s{number}",
            "type": "single_choice",
            "stem": f"第 {number} 个单选题，应当选哪一项",
            "options": {
                label: f"{number} 的{'对' if label == 'ABCD'[number % 4] else '错'}项 {label.lower()}{label.lower()}"
                for label in "ABCD"
            },
            "answer": "ABCD"[number % 4],
        }
        for number in range(start, start + count)
    ]


QUESTIONS: list[dict[str, Any]] = [
    *choices(8),
    {
        "id": "all",
        "type": "single_choice",
        "stem": "下列说法（  ）正确。",
        "options": {"A": "甲说", "B": "乙说", "C": "丙说", "D": "以上都对"},
        "answer": "D",
    },
    *(
        {
            "id": f"m{number}",
            "type": "multiple_choice",
            "stem": f"第 {number} 个多选题",
            "options": {
                "A": f"是一{number}",
                "B": f"非一{number}",
                "C": f"是二{number}",
                "D": f"非二{number}",
            },
            "answer": ["A", "C"],
        }
        for number in range(1, 5)
    ),
    *(
        {
            "id": f"t{number}",
            "type": "true_false",
            "stem": f"第 {number} 句话是真的。",
            "answer": "对错"[number % 2],
        }
        for number in range(1, 5)
    ),
    {
        "id": "gaps",
        "type": "fill_in",
        "stem": "满 ____ 年，由 ____ 批准。",
        "answer": [{"accept": ["五", "5"]}, {"accept": ["省级以上机关党委"]}],
    },
    {
        "id": "pairs",
        "type": "matching",
        "stem": "请配对。",
        "left": {"1": "左一", "2": "左二"},
        "right": {"A": "右一", "B": "右二", "C": "多余"},
        "answer": {"1": "A", "2": "B"},
    },
    {
        "id": "steps",
        "type": "ordering",
        "stem": "请排序。",
        "options": {"A": "第三步", "B": "第一步", "C": "第二步"},
        "answer": ["B", "C", "A"],
    },
    {"id": "words", "type": "short_answer", "stem": "简要说明。", "points": ["要点一", "要点二"]},
    {
        "id": "story",
        "type": "material",
        "text": "某局的一份材料。",
        "questions": [
            {
                "id": f"story-{number}",
                "type": "single_choice",
                "stem": f"材料的第 {number} 问",
                "options": {"A": f"材料甲{number}", "B": f"材料乙{number}", "C": f"材料丙{number}"},
                "answer": "B",
                "explanation": "材料里写着。",
                "waive": {"no-citation": "测试"},
            }
            for number in (1, 2)
        ],
    },
]
PRESET: dict[str, Any] = {
    "title": "季度测试",
    "minutes": 60,
    "pass_mark": 80,
    "rows": [
        {"type": "single_choice", "count": 11, "points": 4},
        {"type": "multiple_choice", "count": 4, "points": 5},
        {"type": "true_false", "count": 4, "points": 4},
        {"type": "fill_in", "count": 1, "points": 8},
        {"type": "matching", "count": 1, "points": 6},
        {"type": "ordering", "count": 1, "points": 6},
    ],
}


# No hooks and no theme: what a paper needs of mkdocs.yml is the organisation's name.
MKDOCS_YML = """\
site_name: 试用园地
extra: {lianxue: {site_id: demo, organisation: 某局机关党委}}
theme: {name: null, custom_dir: overrides}
plugins: []
"""
LESSON = "---\ntitle: 第一课\nmonth: 2026-02\n---\n\n## 要点\n\n正文。\n"


def write_quiz(root: Path, quiz_id: str, *questions: dict[str, Any], **facts: Any) -> None:
    """Write a quiz of the bank's one lesson from plain mappings."""
    filled = [one if "questions" in one else {**SETTLED, **one} for one in questions]
    value = {"title": f"{quiz_id} 自测", "lesson": "2026/02-first", **facts, "questions": filled}
    write_file(root / "quizzes" / f"{quiz_id}.yml", json.dumps(value, ensure_ascii=False, indent=1))


def write_preset(root: Path, preset_id: str, **facts: Any) -> None:
    """Write a preset; JSON is YAML."""
    write_file(root / "quizzes" / "presets" / f"{preset_id}.yml", json.dumps(facts, ensure_ascii=False))


def write_file(file: Path, text: str) -> None:
    """Write a text file, its folders made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture(scope="session")
def shared_bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal with every type of question and a preset that draws them; no test changes it."""
    root = tmp_path_factory.mktemp("papers") / "试用 园地"
    write_file(root / "mkdocs.yml", MKDOCS_YML)
    write_file(root / "overrides" / "main.html", "{{ page.content }}\n")
    write_file(root / "docs" / "lessons" / "2026" / "02-first.md", LESSON)
    write_quiz(root, "bank", *QUESTIONS)
    write_preset(root, "quarter", **PRESET)
    return root


@pytest.fixture
def bank(shared_bank: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(shared_bank, tmp_path / "试用 园地"))


@pytest.fixture(scope="session")
def catalog(shared_bank: Path) -> Catalog:
    """What that portal holds."""
    return load_catalog(shared_bank)


@pytest.fixture(scope="session")
def made(shared_bank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a paper in two variants."""
    folder = tmp_path_factory.mktemp("made") / "第一季度 试卷"
    make_paper(shared_bank, "quarter", variants=("A", "B"), seed="7", title="党纪 <知识> 测试", folder=folder)
    return folder


@dataclass(frozen=True)
class Seen:
    """A question as somebody reads it on paper."""

    number: int
    stem: str
    options: dict[str, str]


def read_questions(file: Path) -> dict[str, Seen]:
    """The questions of a 试卷.docx, by stem without the bracket; options that stand in tables are left out."""
    found: dict[str, Seen] = {}
    for paragraph in docx.Document(str(file)).paragraphs:
        name = paragraph.style.name if paragraph.style else ""
        if name in ("题干", "题末") and (match := _NUMBER.match(paragraph.text)):
            stem = re.sub(r"（\s*）", "", match["stem"])
            last = found[stem] = Seen(int(match["number"]), stem, {})
        elif name in ("选项", "选项末行"):
            marks = list(_OPTION.finditer(paragraph.text))
            ends = [mark.start() for mark in marks[1:]] + [len(paragraph.text)]
            for mark, end in zip(marks, ends, strict=True):
                last.options[mark["label"]] = paragraph.text[mark.end() : end].strip()
    return found


def read_keys(file: Path) -> dict[int, str]:
    """The 答案速查 of a 答案与解析.docx: number → key."""
    keys: dict[int, str] = {}
    for table in docx.Document(str(file)).tables:
        if len(table.rows) == 2 and len(table.columns) == 10:
            numbers, answers = ([cell.text for cell in row.cells] for row in table.rows)
            keys.update({int(n): a for n, a in zip(numbers, answers, strict=True) if n})
    return keys


def read_rows(file: Path) -> list[list[str]]:
    """The rows of the table in a 对照表.docx, without its head."""
    return [[cell.text for cell in row.cells] for row in docx.Document(str(file)).tables[0].rows][1:]
