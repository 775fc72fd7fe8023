"""The help pages keep their word: the commands of the month run as written, the pictures are there and small."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import click
import openpyxl
import pytest
from tests.desk.conftest import Ran
from tests.support.check_codes import current_code
from tests.support.month import write_lecture, write_paper, write_regulation, write_revision
from tests.support.project import make_project
from tests.support.terminal import Terminal

from desk.cli import VERBS
from desk.cli import lianxue as desk

HELP = Path(__file__).resolve().parents[2] / "docs" / "help"
MONTH = (HELP / "one-month.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"^py scripts\\portal\.py (.+)$", re.MULTILINE)
COPIED = re.compile(r"(?:py scripts\\portal\.py|python3 scripts/portal\.py) (\w[^`\n]+)")
SAID = re.compile(r"(?:scripts[\\/]portal\.py |`)([a-z][a-z-]+[^`\n]*)")
PICTURE = re.compile(r"!\[(.*?)\]\((images/[^)]+)\)")
MATERIALS = "四月材料"
ANSWERS = (
    "D\nD\ny\n"  # the doubtful third and seventh question, then: write; "y" alone where only that is asked
)


@pytest.fixture
def at_the_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portal in the current folder, with the files of the month beside its content."""
    root = make_project(tmp_path / "廉学", is_whole=True)
    materials = root / MATERIALS
    materials.mkdir()
    for write in (write_regulation, write_lecture, write_paper, write_revision):
        write(materials)
    monkeypatch.chdir(root)
    return root


def words_of(command: str, root: Path) -> list[str]:
    """A command as the page writes it for Windows, with this content's own check code."""
    words = command.replace("\\", "/").split()
    if "--code" in words:
        words[words.index("--code") + 1] = current_code(root, "2026-04")
    return words


def edit(book: Path) -> None:
    """Change one stem, as somebody in Excel would."""
    workbook = openpyxl.load_workbook(book)
    workbook["题目"]["C6"].value = "纸质档案每次最多可以借阅几卷（ ）。"
    workbook.save(book)


def test_the_month_runs_as_written(
    at_the_desk: Path, lianxue: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command of the page does its work, one after the other; only the preview is left out."""
    for command in COMMAND.findall(MONTH):
        words = words_of(command, at_the_desk)
        if words[0] == "serve":
            continue
        book = at_the_desk / MATERIALS / "档案借阅题库.xlsx"
        if words[0] == "import" and words[1].endswith(".xlsx"):
            edit(book)
        asks_for_answers = words[0] == "import" and words[1].endswith(".docx")
        asks_one_by_one = words[0] == "suggest-citations" and len(words) == 2
        typed = ANSWERS if asks_for_answers else "1\n" * 40 if asks_one_by_one else "y\n"
        monkeypatch.setattr("sys.stdin", Terminal(typed))
        ran = lianxue("--root", at_the_desk, *words)
        assert (command, ran.code, ran.err) == (command, 0, "")
    made = [
        f"{MATERIALS}/报告.html",
        "docs/regulations/archive-rules-2026.md",
        "docs/lessons/2026/04-archive-rules.md",
        "dist/送审单-2026-04.docx",
        "dist/档案借阅知识测试/A卷/试卷.docx",
        "dist/学习汇编-2026-04.docx",
        f"{MATERIALS}/题库统计.html",
        f"{MATERIALS}/需复核.html",
    ]
    assert [path for path in made if not (at_the_desk / path).is_file()] == []
    quiz = (at_the_desk / "quizzes" / "archive-rules.yml").read_text(encoding="utf-8")
    assert "借阅几卷" in quiz
    assert "unsettled" not in quiz


def test_the_month_is_eight_commands() -> None:
    """Up to the site: three imports, twice citations, the paper to sign, the signature, the site."""
    before, _, _ = MONTH.partition("## 以后")
    verbs = [command.split()[0] for command in COMMAND.findall(before)]
    looks = ("check", "serve", "bundle")  # looking and packing change no content
    assert [verb for verb in verbs if verb not in looks] == [
        *("import-regulation", "import-lesson", "import"),
        *("suggest-citations", "suggest-citations", "review-pack", "sign-off", "build"),
    ]


def test_every_verb_is_told_and_no_option_is_made_up() -> None:
    """A command on a help page, as it would be copied, names a verb and options that there are; no verb is left out."""
    pages = [page.read_text(encoding="utf-8") for page in sorted(HELP.glob("*.md"))]
    told = {words[0] for page in pages for words in map(str.split, SAID.findall(page))}
    assert set(VERBS) - told - {"test"} == set()
    unknown = []
    for command in (found for page in pages for found in COPIED.findall(page)):
        verb, *words = shlex.split(command.replace("\\", "/"))
        face = desk.get_command(click.Context(desk), verb)
        if isinstance(face, click.Group):
            face = face.get_command(click.Context(face), words[0])
        known = {option for one in face.params for option in one.opts} if face else set()
        unknown += [
            (command, word) for word in words if word.startswith("--") and word not in known | {"--wheels"}
        ]
    assert unknown == []


@pytest.mark.parametrize("page", sorted(HELP.glob("*.md")), ids=lambda page: page.stem)
def test_pictures_are_there_small_and_told(page: Path) -> None:
    """Every picture exists, is at most 100 KB and has words for who cannot see it."""
    for words, name in PICTURE.findall(page.read_text(encoding="utf-8")):
        assert (name, (HELP / name).stat().st_size <= 102_400, len(words) >= 8) == (name, True, True)
