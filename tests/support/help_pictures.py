"""Take the pictures of 一个月，一步一步, by hand: `python -m tests.support.help_pictures FOLDER` in the project's folder.

Runs the month of `tests.support.month` on a copy of the project. Needs Chromium, LibreOffice (soffice) and pdftoppm.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, sync_playwright
from tests.browser.learners import CONTEXT, chromium_options
from tests.support.check_codes import current_code
from tests.support.month import (
    ARTICLES,
    TITLE,
    right_answer,
    write_lecture,
    write_paper,
    write_regulation,
    write_revision,
)
from tests.support.pictures import below, beside, crop, pages_of, save, terminal_page

from desk.testing.browsers import find_chromium
from lianxue.reading.chinese_numerals import format_number

PROJECT = Path(__file__).resolve().parents[2]
COPIED = ("docs", "quizzes", "mkdocs.yml", "hooks", "overrides", "scripts")
HELP = "docs/help/one-month.md"
FOLDER = "四月材料"
LESSON = "2026/04-archive-rules"
SUMMARY = "借档案先登记，借多少、借多久、坏了丢了怎么办，守则里都写着。"
WIDTH = 960  # of a picture, in pixels


@dataclass(frozen=True)
class Studio:
    """The copy of the project, the browser's page, and where pictures go."""

    root: Path
    page: Page
    target: Path

    def run(self, *arguments: str, keys: Sequence[str] = ()) -> str:
        """Run a command at a terminal at which `keys` are typed; what the terminal showed."""
        import pty  # here: Windows has none, and nothing else needs it

        terminal, its_end = pty.openpty()
        command = [sys.executable, "-X", "utf8", "-m", "desk", "--root", ".", *arguments]
        env = os.environ | {"PYTHONPATH": f"{PROJECT / 'hooks'}{os.pathsep}{PROJECT / 'scripts'}"}
        env |= {"COLUMNS": "84", "NO_MKDOCS_2_WARNING": "1", "TERM": "dumb"}
        process = subprocess.Popen(
            command, cwd=self.root, env=env, stdin=its_end, stdout=its_end, stderr=its_end
        )
        os.close(its_end)
        shown, waiting = b"", iter(keys)
        try:
            while piece := os.read(terminal, 65536):
                shown += piece
                if shown.rstrip(b" ").endswith(("：".encode(), b":")) and (key := next(waiting, "")):
                    time.sleep(0.3)  # a question for one key throws away what was typed before it listens
                    os.write(terminal, key.encode())
        except OSError:
            pass  # the terminal closes with the command
        text = re.sub(r"\x1b\[[0-9;]*m", "", shown.decode()).replace("\r\n", "\n")
        if process.wait():
            sys.exit(f"{' '.join(arguments)}\n{text}")
        os.close(terminal)
        return text.replace(f"{self.root}{os.sep}", "").strip("\n")

    def terminal(self, name: str, command: str, shown: str, *parts: slice) -> None:
        """A picture of the command and of these lines of what it showed, all of them if none are named."""
        lines = shown.splitlines()
        pieces = [lines[part] for part in parts] or [lines]
        text = "\n……\n".join("\n".join(piece) for piece in pieces)
        self.page.set_viewport_size({"width": WIDTH, "height": 200})
        self.page.set_content(terminal_page(command, text))
        picture = self.page.locator("main").screenshot()
        save(picture, self.target / f"{name}.png", colours=16)

    def site(self, name: str, address: str, *, height: int = 700, colours: int = 48, top: str = "") -> None:
        """A picture of a page of the built site, or of any file of the copy."""
        self.page.set_viewport_size({"width": WIDTH, "height": height})
        self.page.goto((self.root / address.split("#")[0]).as_uri() + "".join(address.partition("#")[1:]))
        self.page.wait_for_timeout(400)
        if top:
            self.page.locator(top).first.evaluate("node => window.scrollTo(0, node.offsetTop - 40)")
        save(self.page.screenshot(), self.target / f"{name}.png", colours=colours)


def main(target: Path) -> None:
    """Walk through the month and leave a picture of every step in `target`."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("这里没有 Chromium、Chrome 或 Edge")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder).resolve() / "廉学"
        for name in COPIED:
            source = PROJECT / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            copy(source, root / name)
        for name in re.findall(r"\((images/[^)]+)\)", (root / HELP).read_text(encoding="utf-8")):
            (root / HELP).parent.joinpath(name).touch()  # the copy must build before its pictures are taken
        browser = playwright.chromium.launch(**chromium_options(chromium))
        page = browser.new_context(**CONTEXT).new_page()
        studio = Studio(root, page, target)
        with _desk(root):
            _publish(studio)
            _afterwards(studio)
        browser.close()


@contextmanager
def _desk(root: Path) -> Iterator[None]:
    """The three files of the month, and the folder they lie in."""
    (root / FOLDER).mkdir()
    for write in (write_regulation, write_lecture, write_paper):
        write(root / FOLDER)
    yield


def _publish(studio: Studio) -> None:
    root, run, terminal = studio.root, studio.run, studio.terminal
    materials = [root / FOLDER / f"{name}.docx" for name in (TITLE, "四月讲稿", "档案借阅测试卷")]
    sheets = [
        crop(pages_of(file, dpi=60)[0], left=0.13, top=0.1, right=0.9, bottom=0.62) for file in materials
    ]
    save(beside(sheets), studio.target / "month-files.png", colours=16)

    text = f"{FOLDER}/{TITLE}.docx"
    shown = run("import-regulation", text, "--id", "archive-rules", keys=["y\n"])
    terminal("month-regulation", rf"import-regulation {FOLDER}\{TITLE}.docx --id archive-rules", shown)

    chosen = ("--month", "2026-04", "--regulation", "archive-rules")
    shown = run("import-lesson", f"{FOLDER}/四月讲稿.docx", *chosen, keys=["y\n"])
    terminal("month-lesson", rf"import-lesson {FOLDER}\四月讲稿.docx {' '.join(chosen)}", shown)
    lesson = root / "docs/lessons" / f"{LESSON}.md"
    written = lesson.read_text(encoding="utf-8")
    lesson.write_text(re.sub(r"【待补：[^】]*】", SUMMARY, written), encoding="utf-8", newline="\n")

    named = ("--regulation", "archive-rules", "--lesson", LESSON, "--report", f"{FOLDER}/报告.html")
    keys = [f"{right_answer(3)}\n", f"{right_answer(7)}\n", "y\n"]
    paper = f"{FOLDER}/档案借阅测试卷.docx"
    run("import", paper, *named, keys=["\n", "\n", "\n"])  # a first look: nothing is written but the report
    studio.site("month-report", f"{FOLDER}/报告.html", height=900, colours=24)
    (root / FOLDER / "报告.html").unlink()
    shown = run("import", paper, *named, keys=keys)
    command = rf"import {FOLDER}\档案借阅测试卷.docx --regulation archive-rules --lesson {LESSON} --report {FOLDER}\报告.html"
    lines = shown.splitlines()
    second = next(at for at, line in enumerate(lines) if line.startswith("（2 / 2）"))
    typed = next(at for at in range(second, len(lines)) if lines[at].startswith("输入答案"))
    terminal("month-preview", command, shown, slice(0, 8), slice(second, typed + 1), slice(-3, None))

    first = run("suggest-citations", "archive-rules", "--accept-above", "0.9", keys=["y\n"])
    terminal(
        *("month-citations-sure", "suggest-citations archive-rules --accept-above 0.9", first),
        *(slice(0, 6), slice(-2, None)),
    )
    right = ["2\n", "5\n", "1\n", "1\n", "1\n", "1\n"]
    shown = run("suggest-citations", "archive-rules", keys=right)
    terminal("month-citations", "suggest-citations archive-rules", shown, slice(0, 14), slice(-1, None))

    shown = run("check")
    terminal("month-check", "check", shown)

    shown = run("review-pack", "2026-04")
    terminal("month-pack-made", "review-pack 2026-04", shown)
    pack = pages_of(root / "dist" / "送审单-2026-04.docx", dpi=66)
    questions = next(at for at, page in enumerate(pack) if at >= 3 and page is not pack[3])
    save(
        beside([crop(pack[at], bottom=0.66) for at in (0, questions)]),
        studio.target / "month-pack.png",
        colours=12,
    )

    code = current_code(root, "2026-04")
    signed = ("--code", code, "--reviewed-by", "审核人甲", "--approved-by", "签发人乙")
    print(f"校验码：{code}")  # the page names it
    shown = run("sign-off", "2026-04", *signed)
    terminal("month-sign-off", f"sign-off 2026-04 {' '.join(signed)}", shown)

    shown = run("build")
    terminal("month-build", "build", shown, slice(-2, None))
    shown = run("bundle")
    terminal("month-bundle", "bundle", shown, slice(-1, None))
    studio.site("month-site-lesson", f"site/lessons/{LESSON}.html", height=720)
    studio.site("month-site-quiz", "site/quizzes/archive-rules.html", height=640)


def _afterwards(studio: Studio) -> None:
    root, run, terminal = studio.root, studio.run, studio.terminal
    run("paper", "archive-rules", "--variants", "A,B", "--seed", "4", "--title", "档案借阅知识测试")
    made = root / "dist" / "档案借阅知识测试"
    sheets = [pages_of(made / "A卷" / f"{name}.docx", dpi=66)[0] for name in ("试卷", "答题卡")]
    save(
        beside([crop(sheet, bottom=0.72) for sheet in sheets]), studio.target / "after-paper.png", colours=12
    )

    book = f"{FOLDER}/档案借阅题库.xlsx"
    run("export", "--to", "xlsx", "--quiz", "archive-rules", "--out", book)
    _edit(root / book)
    sheet = pages_of(root / book, dpi=120)[0]
    parts = [(0.03, 0.51), (0.53, 1.0)]
    halves = [crop(sheet, left=left, top=0.06, right=right, bottom=0.16) for left, right in parts]
    save(below(halves), studio.target / "after-excel.png", colours=16)
    shown = run("import", book, "--into", "quizzes/archive-rules.yml", keys=["y\n"])
    terminal(
        *("after-import", rf"import {FOLDER}\档案借阅题库.xlsx --into quizzes\archive-rules.yml", shown),
        *(slice(0, 8), slice(-3, None)),
    )
    shown = run("check")
    at = next(at for at, line in enumerate(shown.splitlines()) if "送审后有改动" in line)
    terminal("after-changed", "check", shown, slice(at, at + 1))

    run("booklet", "2026-04")
    book_pages = pages_of(root / "dist" / "学习汇编-2026-04.docx", dpi=56)[:3]
    save(
        beside([crop(page, bottom=0.75) for page in book_pages]),
        studio.target / "after-booklet.png",
        colours=12,
    )

    run("stats", "--html", f"{FOLDER}/题库统计.html")
    studio.site("after-stats", f"{FOLDER}/题库统计.html", height=760, colours=24)
    terminal("after-lint", "lint-bank", run("lint-bank"))

    run("withdraw", f"lessons/{LESSON}", "--because", "所引条文已修订，正在改写")
    run("build")
    studio.site("after-withdrawn", f"site/lessons/{LESSON}.html", height=420)
    run("withdraw", f"lessons/{LESSON}", "--restore")

    revised = write_revision(root / FOLDER)
    chosen = ("--id", "archive-rules", "--supersedes", "archive-rules", "--report", f"{FOLDER}/需复核.html")
    shown = run("import-regulation", f"{FOLDER}/{revised.name}", *chosen, keys=["y\n"])
    command = rf"import-regulation {FOLDER}\{revised.name} --id archive-rules --supersedes archive-rules --report {FOLDER}\需复核.html"
    lines = shown.splitlines()
    compared = next(at for at, line in enumerate(lines) if "逐条对照" in line)
    terminal("after-version", command, shown, slice(0, 1), slice(compared, compared + 7), slice(-2, None))
    studio.site("after-review", f"{FOLDER}/需复核.html", height=560, colours=16, top="text=第 5 题")
    run("build")
    studio.site("after-comparison", "site/comparisons/archive-rules.html", height=1060)


def _edit(book: Path) -> None:
    """What a trainer does in Excel: explanations for all, and one stem put better."""
    workbook = openpyxl.load_workbook(book)
    sheet = workbook["题目"]
    for row in range(2, 42):
        number = (row - 2) % 20
        sheet.cell(row, 11).value = f"守则第{format_number(number + 1)}条：{ARTICLES[number][0]}"
        sheet.row_dimensions[row].height = 30
    sheet["C6"].value = "纸质档案每次最多可以借阅几卷（ ）。"
    workbook.save(book)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("用法：python -m tests.support.help_pictures 文件夹")
    main(Path(sys.argv[1]))
