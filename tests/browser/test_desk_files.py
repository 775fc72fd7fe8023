"""The pages that the desk writes as files for the trainer alone: reports, statistics, papers and booklets to print."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.support.month import write_paper, write_regulation, write_revision

from desk.cli import main as run_desk

from ..support.project import make_project
from .places import Place, file_base
from .test_layout import OVERFLOWING
from .watching import Watch

WIDTHS = (1280, 390)
VIOLATIONS = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(rule => rule.nodes.map(node => rule.id + " " + node.target.join(" ")));
}"""
PAGES = {
    "import report": "导入.html",
    "regulation report": "需复核.html",
    "statistics": "统计.html",
    "paper": "卷/A卷/试卷.html",
    "answer sheet": "卷/A卷/答题卡.html",
    "key": "卷/A卷/答案与解析.html",
    "map": "卷/对照表.html",
    "booklet": "汇编.html",
}


@pytest.fixture(scope="module")
def desk_files(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Where they lie: a regulation, its revision and a paper of forty questions, two of them open."""
    folder = tmp_path_factory.mktemp("desk")
    root = make_project(folder / "廉学")
    for write in (write_regulation, write_paper, write_revision):
        write(folder)
    regulation, revision, paper = (
        folder / f"{name}.docx"
        for name in ("云溪县机关档案借阅守则", "云溪县机关档案借阅守则（2026年修订）", "档案借阅测试卷")
    )
    ours = ("--regulation", "archive-rules", "--report", folder / PAGES["import report"])
    again = ("--supersedes", "archive-rules", "--report", folder / PAGES["regulation report"])
    variants = ("--variants", "A,B", "--out", folder / "卷")
    for command in (
        ("import-regulation", regulation, "--id", "archive-rules", "--yes"),
        ("import", paper, *ours, "--yes"),
        ("suggest-citations", "archive-rules", "--accept-above", "0.5", "--yes"),
        ("import-regulation", revision, "--id", "archive-rules", *again, "--yes"),
        ("stats", "--html", folder / PAGES["statistics"]),
        ("paper", "archive-rules", *variants),
        ("booklet", "2026-02", "--out", folder / "汇编.docx"),
    ):
        assert run_desk(["--root", str(root), *map(str, command)]) == 0, command
    return Place(folder=folder, base=file_base(folder))


@pytest.fixture
def watch(desk_files: Place) -> Watch:
    """They ask for nothing but themselves."""
    return Watch(desk_files.base)


@pytest.mark.parametrize("name", PAGES)
def test_a_trainer_reads_it_on_any_screen(page: Page, axe: str, desk_files: Place, name: str) -> None:
    """axe finds nothing, and on a phone nothing sticks out."""
    page.goto(desk_files.url(PAGES[name]))
    page.evaluate(axe)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, page.evaluate(VIOLATIONS)) == (width, [])
        assert (width, page.evaluate(OVERFLOWING)) == (width, [])
