"""New lessons, cases, quizzes and presets: written in the right place, marked where to edit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.support.page_cases import check_project
from tests.support.project import make_project

from desk.building.checking import check_portal
from desk.building.mkdocs_run import check_pages
from desk.failures import DeskError
from desk.publishing.new_pages import new_case, new_lesson
from desk.publishing.new_quizzes import new_preset, new_quiz
from lianxue.content.catalog import load_catalog
from lianxue.reading.problem import Level

Run = Callable[..., "Ran"]  # see conftest


class Ran:
    code: int
    out: str
    err: str


TODAY = date(2026, 2, 10)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base case, which has a lesson in February 2026."""
    return make_project(tmp_path / "学习 园地")


def rules(root: Path) -> set[str]:
    """The rules that a check finds broken."""
    return {line.rpartition(" ")[2].rstrip("]") for line in check_project(root)}


def fill_in(root: Path, path: str) -> None:
    """Edit every mark, as a trainer would."""
    text = (root / path).read_text(encoding="utf-8")
    number = 0
    while "【请改" in text:
        start = text.index("【请改")
        number += 1
        text = text[:start] + f"写好的第{number}处" + text[text.index("】", start) + 1 :]
    (root / path).write_text(text, encoding="utf-8")


def test_a_month_is_started_edited_and_passes(root: Path) -> None:
    """Lesson, case, quiz and preset need nothing but their marks edited: navigation and indexes follow."""
    lesson = new_lesson(root, regulation="study-rules", today=TODAY)
    case = new_case(root, regulation="study-rules", month="2026-03", today=TODAY)
    quiz = new_quiz(root, lesson="2026/03-study-rules")
    preset = new_preset(root, regulation="study-rules")
    pages = [lesson, case, quiz, preset]
    assert [page.path for page in pages] == [
        "docs/lessons/2026/03-study-rules.md",
        "docs/cases/2026/study-rules-case.md",
        "quizzes/study-rules-2.yml",
        "quizzes/presets/study-rules-exam.yml",
    ]
    left = [problem for problem in check_portal(root).problems if problem.rule == "left-to-edit"]
    assert len(left) == sum(page.marks for page in pages)
    assert {problem.path for problem in left} == {page.path for page in pages}
    for page in pages:
        fill_in(root, page.path)
    assert rules(root) - {"no-citation", "short-preset"} == set()


def test_a_template_names_its_place_to_edit(root: Path) -> None:
    """The message says what stands there and what to do."""
    new_preset(root)
    assert check_project(root)[0] == (
        "quizzes/presets/exam.yml:2:5: 还没有改的地方“【请改：方案的名称，如“新党员党章测试”】”："
        "写上自己的内容，连同【】一起换掉 [需要修改 left-to-edit]"
    )


def test_a_preview_shows_templates_as_drafts(root: Path) -> None:
    """While a trainer edits, serve shows the page: what is left is advice."""
    new_lesson(root, regulation="study-rules", today=TODAY)
    problems = check_pages(root, drafts=True).problems
    assert {problem.level for problem in problems} == {Level.ADVICE}


def test_the_month_is_the_next_without_a_lesson(root: Path) -> None:
    """From this month on; the year turns."""
    assert "/2026/01-" in new_lesson(root, regulation="study-rules", today=date(2026, 1, 9)).path
    assert "/2026/03-" in new_lesson(root, regulation="study-rules", today=date(2026, 1, 9)).path
    assert "/2026/12-" in new_lesson(root, regulation="study-rules", today=date(2026, 12, 9)).path
    assert "/2027/01-" in new_lesson(root, regulation="study-rules", today=date(2026, 12, 9)).path


def test_a_quiz_finds_its_lesson_or_its_regulation(root: Path) -> None:
    """By a regulation the newest lesson without a quiz, by a lesson its regulation."""
    new_lesson(root, regulation="study-rules", today=TODAY)
    text = (root / new_quiz(root, regulation="study-rules").path).read_text(encoding="utf-8")
    assert "lesson: 2026/03-study-rules\nregulation: study-rules " in text
    text = (root / new_quiz(root, regulation="study-rules-2019").path).read_text(encoding="utf-8")
    assert "lesson:" not in text


def test_what_is_there_already_is_said(root: Path) -> None:
    """A second quiz for a lesson, a second preset of the same title."""
    again = new_quiz(root, lesson="2026/02-study-rules")
    assert again.remarks == (
        "题目会出现在这一课后面：docs/lessons/2026/02-study-rules.md",
        "这一课已经有一套自测题：quizzes/study-rules.yml（学习守则自测）；这是另一套，不要的请删去",
    )
    first, second = (new_preset(root, title="月度测试") for _ in range(2))
    assert (first.marks, first.remarks) == (0, ())
    assert "请改" not in (root / first.path).read_text(encoding="utf-8")
    assert second.remarks == (f"已经有一份组卷方案叫“月度测试”：{first.path}，学员分不清，请改一个标题",)


def test_given_titles_stand_as_written(root: Path) -> None:
    """A title with marks of YAML is quoted; nothing is left to edit there."""
    page = new_case(root, regulation="study-rules", title="一件事: “{甲}” #1", slug="one", today=TODAY)
    text = (root / page.path).read_text(encoding="utf-8")
    assert 'title: "一件事: “{甲}” #1"\n' in text
    assert not [line for line in check_project(root) if ":2:" in line]


def test_cases_are_named_one_after_another(root: Path) -> None:
    """A name that is taken gets a number; one that was asked for does not."""
    for _ in range(2):
        page = new_case(root, regulation="study-rules", today=TODAY)
    assert page.path == "docs/cases/2026/study-rules-case-2.md"
    with pytest.raises(DeskError) as error:
        new_case(root, regulation="study-rules", slug="study-rules-case", today=TODAY)
    assert str(error.value) == (
        "已经有 docs/cases/2026/study-rules-case.md，没有动它：请换一个文件名（--slug），或直接改那个文件"
    )


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        (
            lambda root: new_lesson(root, regulation="study-rule", today=TODAY),
            "法规库里没有“study-rule”，是不是“study-rules”？",
        ),
        (
            lambda root: new_lesson(root, regulation="study-rules", month="2026-00", today=TODAY),
            "月份“2026-00”写法不对：请写成 2026-04 的样子",
        ),
        (
            lambda root: new_lesson(root, regulation="study-rules", month="2026-02", today=TODAY),
            "已经有 docs/lessons/2026/02-study-rules.md，没有动它：请换一个文件名（--slug），或直接改那个文件",
        ),
        (
            lambda root: new_quiz(root, lesson="2026/02-study-rule"),
            "没有“2026/02-study-rule”这一课，是不是 2026/02-study-rules？",
        ),
        (
            lambda root: new_quiz(root),
            "要说明给哪一课或哪部法规出题：写 --lesson 2026/04-x，或 --regulation 法规编号",
        ),
    ],
)
def test_what_cannot_be_started_gets_a_sentence(
    root: Path, start: Callable[[Path], object], sentence: str
) -> None:
    """Unknown regulation or lesson with the nearest, a bad month, a file that is there."""
    with pytest.raises(DeskError) as error:
        start(root)
    assert str(error.value) == sentence


def test_the_citation_in_a_new_quiz_only_waits_for_its_sign_to_go(root: Path) -> None:
    """Taking the # away gives a citation of an article that there is."""
    page = new_quiz(root, regulation="study-rules", slug="fresh")
    file = root / page.path
    text = file.read_text(encoding="utf-8")
    assert "    # cite: [第一条]\n" in text
    file.write_text(text.replace("    # cite:", "    cite:"), encoding="utf-8")
    quiz = load_catalog(root).quizzes["fresh"]
    assert [citation.label for citation in quiz.questions[0].citations] == ["第一条"]


def test_the_command_says_what_it_wrote(lianxue: Run, root: Path) -> None:
    """The path, and how many places to edit."""
    ran = lianxue("--root", root, "new", "preset", "--title", "新党员测试")
    assert (ran.code, ran.out) == (0, "已新建：quizzes/presets/exam.yml\n")
    ran = lianxue("--root", root, "new", "case", "--regulation", "study-rules", "--slug", "late")
    assert "有 9 处标着“【请改…】”：改完以前，网站不会发布；check 会列出还剩哪几处。\n" in ran.out


@pytest.mark.parametrize("part", ["lesson", "case", "quiz", "preset", "site"])
def test_every_part_has_chinese_help(lianxue: Run, part: str) -> None:
    """No English word of click's."""
    ran = lianxue("new", part, "--help")
    assert (ran.code, ran.out.startswith(f"用法：lianxue new {part} ")) == (0, True)
    assert not [word for word in ("Usage", "Options", "Show this", "default") if word in ran.out]


def test_an_unknown_part_gets_a_sentence(lianxue: Run) -> None:
    """With the nearest one and the list."""
    ran = lianxue("new", "leson")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "new 后面没有“leson”这一项，是不是要用 lesson。可用的有：lesson、case、quiz、preset、site。\n"
        "用 lianxue new --help 看用法。\n"
    )
