"""The catalog holds everything that can be read (its rules are in the case files)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.support.project import make_project, write
from tests.support.quizzes import catalog_of

from lianxue.content.catalog import load_catalog


def test_the_base_case_is_read_whole(tmp_path: Path) -> None:
    """Lessons, regulations and quizzes by id, pages that are no records beside them."""
    catalog = catalog_of(tmp_path)
    assert catalog.problems == ()
    assert list(catalog.lessons) == ["2026/02-study-rules"]
    assert sorted(catalog.regulations) == ["study-rules", "study-rules-2019"]
    assert list(catalog.quizzes) == ["study-rules"]
    assert "docs/index.md" in catalog.sources
    assert catalog.newest_month == "2026-02"
    assert [quiz.id for quiz in catalog.quizzes_of("2026/02-study-rules")] == ["study-rules"]


def test_an_empty_folder_is_an_empty_catalog(tmp_path: Path) -> None:
    """Nothing there is nothing wrong."""
    catalog = load_catalog(tmp_path)
    assert (catalog.problems, catalog.newest_month, dict(catalog.lessons)) == ((), None, {})


def test_names_that_windows_keeps_for_itself_are_refused(tmp_path: Path) -> None:
    """A portal with such a file could be copied to no trainer's computer."""
    root = make_project(tmp_path / "园地")
    write(root / "docs/aux.md", "# 附录\n")
    write(root / "quizzes/com1.yml", "title: 一\nquestions: []\n")
    said = [(item.path, item.message) for item in load_catalog(root).problems]
    taken = "（con、aux、nul、com1 等是系统留的"
    assert said == [
        ("docs/aux.md", f"Windows 上不能有这个名字的文件或文件夹{taken}）：请改名"),
        ("quizzes/com1.yml", f"文件名“com1.yml”在 Windows 上不能用{taken}名字）：请换一个"),
    ]


def test_every_name_leads_to_a_regulation(tmp_path: Path) -> None:
    """Id, title, short titles and aliases; a shared short title to the current version."""
    titles = catalog_of(tmp_path).titles
    assert {name: regulation.id for name, regulation in titles.items()} == {
        "study-rules": "study-rules",
        "学习守则": "study-rules",
        "守则": "study-rules",
        "党员学习守则": "study-rules",
        "study-rules-2019": "study-rules-2019",
        "学习守则（2019年）": "study-rules-2019",
        "2019年守则": "study-rules-2019",
    }


def test_an_overdue_review_shows_only_on_a_day(tmp_path: Path) -> None:
    """Without a day nothing depends on the clock; on the last day nothing is overdue yet."""
    root = make_project(tmp_path / "project")
    assert load_catalog(root).problems == ()
    assert load_catalog(root, date(2027, 1, 10)).problems == ()
    assert len(load_catalog(root, date(2027, 1, 11)).problems) == 1


def test_a_status_counts_only_once_somebody_checked_it(tmp_path: Path) -> None:
    """Without a day of checking and a source a regulation shows 待核; that it was revised is said at once."""
    text = "---\ntitle: 通知\nstatus: 现行有效\narticles: 1-3\n{more}---\n"
    root = make_project(tmp_path / "project")
    write(root / "docs/regulations/notice.md", text.format(more="source: 发布文本\n"))
    assert load_catalog(root).regulations["notice"].shown_status == "待核"
    write(root / "docs/regulations/notice.md", text.format(more="source: 发布文本\nchecked_on: 2026-01-05\n"))
    assert load_catalog(root).regulations["notice"].shown_status == "现行有效"
    write(root / "docs/regulations/notice.md", text.format(more="").replace("现行有效", "已修订"))
    assert load_catalog(root).regulations["notice"].shown_status == "已修订"


def test_presets_are_no_quizzes(tmp_path: Path) -> None:
    """quizzes/presets holds 组卷方案; other files there are passed over."""
    preset = "title: 月考\nrows:\n- {type: 单选题, count: 1, points: 1}\n"
    catalog = catalog_of(tmp_path, {"quizzes/presets/month.yml": preset, "quizzes/presets/说明.txt": "略\n"})
    assert (catalog.problems, list(catalog.quizzes)) == ((), ["study-rules"])
    assert list(catalog.presets) == ["month"]


def test_content_is_the_same_whatever_its_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    """Files saved on Windows say what the same files say elsewhere."""
    plain = catalog_of(tmp_path / "plain")
    root = make_project(tmp_path / "windows")
    for file in [*root.glob("docs/**/*.md"), *root.glob("quizzes/*.yml")]:
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    windows = load_catalog(root)
    assert windows.problems == ()
    assert windows.quizzes == plain.quizzes
    assert windows.lessons == plain.lessons
    assert windows.regulations == plain.regulations
    assert windows.marks == plain.marks
