"""What the desk's tests share: finished sites of plain files, and the command run in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.cli import main

HOME = '<!doctype html><meta charset="utf-8"><meta name="lianxue-site" content="demo"><p>{text}</p>\n'


@dataclass(frozen=True)
class Ran:
    """What a command line came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def lianxue(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run `lianxue …` and give its exit code and what it printed."""

    def run(*arguments: object) -> Ran:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture
def write_site() -> Callable[..., Path]:
    """Write a small finished site into a folder; `text` is what its home page says."""

    def write(folder: Path, *, text: str = "首页") -> Path:
        files = {
            "index.html": HOME.format(text=text),
            "lessons/2026/02-lesson.html": "<p>课</p>\n",
            "assets/bank/index-1234.js": "Lianxue.bank.index({});\n",
        }
        for name, content in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8", newline="\n")
        return folder

    return write


@pytest.fixture
def site(tmp_path: Path, write_site: Callable[..., Path]) -> Path:
    """A small finished site."""
    return write_site(tmp_path / "做好的 网站")


@pytest.fixture
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Every file below a folder with its bytes."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }

    return read


MKDOCS_YML = """\
site_name: 试用园地
use_directory_urls: false
extra:
  lianxue: {{site_id: demo, organisation: 某局机关党委, notice: 仅限非涉密环境使用}}
theme: {{name: null, custom_dir: overrides, static_templates: [404.html]}}
hooks: {hooks}
watch: [quizzes, overrides]
plugins: []
validation: {{links: {{not_found: ignore, anchors: ignore}}}}
markdown_extensions:
  - attr_list
  - footnotes
  - tables
  - toc: {{slugify: !!python/object/apply:pymdownx.slugs.slugify {{kwds: {{case: lower}}}}}}
"""
PAGE = '<html><head><meta name="lianxue-site" content="demo"></head><body>{{ page.content }}</body></html>\n'
TEMPLATES = (
    "main home lessons lesson regulations regulation comparison cases case quizzes quiz answers 404 study "
    "search_index withdrawn "
    "practice/practice practice/session practice/mistakes practice/notes practice/exams practice/screen"
)
LESSON = """\
---
title: 第一课
month: 2026-02
audience: [党员]
minutes: 10
summary: 一句话。
source: 自编
reviewed_by: 内容组
reviewed_on: 2026-01-05
review_due: 2026-07-05
security_review: 公开
---
## 要点

正文。
"""
QUIZ = """\
title: 第一课自测
lesson: 2026/02-first
pass_mark: 80
questions:
  - id: first
    type: true_false
    stem: 党员都要学习。
    answer: 对
    explanation: 学习是党员的义务。
    discipline: 政治纪律
    difficulty: 易
"""


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """A whole small portal with the real hooks and bare templates; its one question lacks a citation."""
    root = tmp_path / "试用 园地"
    project = Path(__file__).resolve().parents[2]
    hooks = [str(file) for file in sorted((project / "hooks").glob("*_hook.py"))]
    files = {
        "mkdocs.yml": MKDOCS_YML.format(hooks=hooks),
        "docs/index.md": "# 首页\n",
        "docs/lessons/2026/02-first.md": LESSON,
        "quizzes/first.yml": QUIZ,
        "overrides/questions/quiz.html": "<section>{{ quiz.id }}</section>\n",
        **{f"overrides/{name}.html": PAGE for name in TEMPLATES.split()},
    }
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")
    return root
