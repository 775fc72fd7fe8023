"""All the content of a portal, read from its folders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import cast

from lianxue.content.aliases import name_pages
from lianxue.content.case import CASE, Case
from lianxue.content.case_rules import check_cases
from lianxue.content.catalog_rules import check_catalog, name_regulations
from lianxue.content.kinds import CONTENT_KINDS, DOCS, PAGE_TEMPLATES, kind_of
from lianxue.content.left_to_edit import check_left
from lianxue.content.lesson import LESSON, Lesson
from lianxue.content.page import check_ordinary_page
from lianxue.content.preset import Preset
from lianxue.content.preset_parsing import parse_preset
from lianxue.content.published_texts import load_text_problems
from lianxue.content.question import Question
from lianxue.content.quiz import Quiz, parse_quiz
from lianxue.content.quiz_marks import QuizMark, find_marks
from lianxue.content.regulation import REGULATION, Regulation
from lianxue.content.review_list import check_review_list
from lianxue.content.synonyms import SYNONYMS, Words, check_targets, parse_synonyms
from lianxue.content.withdrawal import Withdrawal, withdraw_page
from lianxue.content.wording import WORDING
from lianxue.reading.front_matter import MarkdownSource, read_front_matter
from lianxue.reading.problem import Place, Problem, Report, sort_problems
from lianxue.reading.spelling import is_plain_id, is_reserved_name
from lianxue.reading.text_file import read_text, walk_files

QUIZZES = "quizzes"
PRESETS = "quizzes/presets/"  # 组卷方案, not quizzes
# Where pages are generated.
RESERVED = ("docs/quizzes/", "docs/practice/", "docs/study/", "docs/search/", "docs/comparisons/")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_PROGRAMS = (".html", ".htm", ".xhtml", ".shtml", ".js", ".mjs", ".css", ".swf", ".hta")
_QUIZ_ID = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Everything that could be read, and every problem found on the way, sorted by place."""

    root: Path
    records: Mapping[str, Mapping[str, object]]  # name of a content kind → id → record
    quizzes: Mapping[str, Quiz]
    presets: Mapping[str, Preset]
    sources: Mapping[str, MarkdownSource]  # path below the project (docs/index.md) → page
    marks: Mapping[str, tuple[QuizMark, ...]]  # the same paths → quiz marks of that page
    paths: frozenset[str]  # of every page and quiz file, those that cannot be read too
    problems: tuple[Problem, ...] = ()
    titles: Mapping[str, Regulation] = field(default_factory=dict)  # every name → regulation
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # path of a page → its aliases
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what people say → searched too
    withdrawn: Mapping[str, Withdrawal] = field(default_factory=dict)  # path of a page or quiz taken down
    withdrawn_quizzes: Mapping[str, Quiz] = field(default_factory=dict)  # in none of the others

    @property
    def lessons(self) -> Mapping[str, Lesson]:
        """Lessons by id."""
        return cast("Mapping[str, Lesson]", self.records[LESSON.name])

    @property
    def regulations(self) -> Mapping[str, Regulation]:
        """Regulations by id."""
        return cast("Mapping[str, Regulation]", self.records[REGULATION.name])

    @property
    def cases(self) -> Mapping[str, Case]:
        """Cases by id."""
        return cast("Mapping[str, Case]", self.records[CASE.name])

    @property
    def newest_month(self) -> str | None:
        """The month of the latest lesson, such as 2026-03."""
        return max((lesson.month for lesson in self.lessons.values()), default=None)

    def quizzes_of(self, lesson_id: str) -> tuple[Quiz, ...]:
        """The quizzes that name a lesson, by id."""
        return tuple(quiz for quiz in self.quizzes.values() if quiz.lesson == lesson_id)

    def regulation_of(self, question: Question) -> Regulation | None:
        """The regulation of a question's first citation."""
        return self.titles.get(question.citations[0].regulation) if question.citations else None


def load_catalog(root: Path, today: date | None = None) -> Catalog:
    """Everything below `root/docs` and `root/quizzes`, with the rules across files checked.

    Overdue reviews are looked for only where `today` is given, so that a build depends on no
    clock. Raises OSError where a file cannot be opened; content problems never raise.
    """
    report = Report()
    load_text_problems(root, report)
    catalog = _read_pages(root, report)
    quizzes, quiz_paths = _read_quizzes(root, report)
    presets = _read_presets(root, report)
    shown = {quiz_id: quiz for quiz_id, quiz in quizzes.items() if quiz.withdrawal is None}
    catalog = replace(
        catalog,
        quizzes=shown,
        withdrawn_quizzes={quiz_id: quiz for quiz_id, quiz in quizzes.items() if quiz_id not in shown},
        presets=presets,
        paths=catalog.paths | quiz_paths,
    )
    catalog = replace(catalog, titles=name_regulations(catalog, report))
    catalog = replace(catalog, aliases=name_pages(catalog, report))
    check_catalog(catalog, report, today)
    check_cases(catalog, report, today)
    check_review_list(catalog, report)
    words = _read_synonyms(root, report)
    if not report.must_fix():  # else what seems to lack may only be broken
        check_targets(words, catalog, report)
    synonyms = {word: tuple(target.text for target in targets) for word, targets in words.items()}
    catalog = replace(catalog, synonyms=synonyms)
    return replace(catalog, problems=tuple(sort_problems(report.problems)))


def load_register(root: Path) -> Catalog:
    """The pages alone, with the names of all regulations: what questions refer to, in a tenth of the time."""
    report = Report()
    catalog = _read_pages(root, report)
    return replace(catalog, titles=name_regulations(catalog, report))


def _read_pages(root: Path, report: Report) -> Catalog:
    records: dict[str, dict[str, object]] = {kind.name: {} for kind in CONTENT_KINDS}
    sources: dict[str, MarkdownSource] = {}
    marks: dict[str, tuple[QuizMark, ...]] = {}
    paths: set[str] = set()
    withdrawn: dict[str, Withdrawal] = {}
    for file, path in walk_files(root, DOCS, report):
        if any(map(is_reserved_name, path.split("/"))):
            message = "Windows 上不能有这个名字的文件或文件夹（con、aux、nul、com1 等是系统留的）：请改名"
            report.note(Place(path), "misplaced-file", message)
        if file.suffix != ".md" or path.startswith(RESERVED):
            _check_file(path, file.suffix, report)
            continue
        paths.add(path)
        text = read_text(file, path, report)
        source = read_front_matter(text, path, report) if text is not None else None
        if source is None:
            continue
        check_left(text or "", path, report)
        source, withdrawal = withdraw_page(source, report)
        sources[path] = source
        marks[path] = tuple(find_marks(source.body, path, source.body_line, report))
        place = kind_of(path)
        if withdrawal:
            withdrawn[path] = withdrawal
            if place is None or place[0] is not REGULATION:  # a regulation can still be cited
                continue
        if place is None:
            check_ordinary_page(source, PAGE_TEMPLATES, report)
        else:
            kind, record_id = place
            record = kind.parse(source, record_id, report)
            if record is not None:
                records[kind.name][record_id] = record
    return Catalog(
        root=root,
        records=records,
        quizzes={},
        presets={},
        withdrawn=withdrawn,
        sources=sources,
        marks=marks,
        paths=frozenset(paths),
    )


def _check_file(path: str, suffix: str, report: Report) -> None:
    """A file beside the pages is one that readers look at or download, and lies in no generated place."""
    if path.startswith(RESERVED):
        folder = next(folder for folder in RESERVED if path.startswith(folder))
        message = f"{folder} 由网站自动生成：请把文件放到别的文件夹"
        report.note(Place(path), "misplaced-file", message)
    elif path in (SYNONYMS.replace(".yml", ".yaml"), SYNONYMS.replace(".yml", ".YML")):
        report.note(Place(path), "misplaced-file", f"近义词只从 {SYNONYMS} 读：请把这个文件改成这个名称")
    elif path in (WORDING.replace(".yml", ".yaml"), WORDING.replace(".yml", ".YML")):
        report.note(Place(path), "misplaced-file", f"用词表只从 {WORDING} 读：请把这个文件改成这个名称")
    elif suffix.lower() in _MARKDOWN:
        message = f"后缀“{suffix}”不会当作网页：请改成小写的“.md”"
        report.note(Place(path), "misplaced-file", message)
    elif suffix.lower() in _PROGRAMS:
        message = f"docs/ 里不放“{suffix}”文件：网页请写成 .md，图片和附件可以直接放"
        report.note(Place(path), "misplaced-file", message)


def _read_quizzes(root: Path, report: Report) -> tuple[Mapping[str, Quiz], frozenset[str]]:
    quizzes: dict[str, Quiz] = {}
    paths: set[str] = set()
    for file, path in walk_files(root, QUIZZES, report):
        if file.suffix not in (".yml", ".yaml") or path.startswith(PRESETS):
            continue
        paths.add(path)
        own = Report()
        text = read_text(file, path, own)
        quiz_id = path.removeprefix(f"{QUIZZES}/").removesuffix(file.suffix)
        if not _is_quiz_id(quiz_id, path, quizzes, report):
            continue
        quiz = parse_quiz(text, path, quiz_id, own) if text is not None else None
        check_left(text or "", path, own)
        if quiz is not None:
            quizzes[quiz_id] = quiz
        report.extend(own.problems)
    return quizzes, frozenset(paths)


def _read_presets(root: Path, report: Report) -> Mapping[str, Preset]:
    presets: dict[str, Preset] = {}
    seen: dict[str, str] = {}  # id → path, of broken ones too
    for file, path in walk_files(root, PRESETS.rstrip("/"), Report()):  # links are noted among the quizzes
        if file.suffix not in (".yml", ".yaml"):
            continue
        preset_id = path.removeprefix(PRESETS).removesuffix(file.suffix)
        if not is_plain_id(preset_id):
            message = f"文件名“{path.removeprefix(PRESETS)}”只能用小写英文字母、数字和连字符，如 monthly.yml"
            report.note(Place(path), "bad-id", message)
            continue
        if preset_id in seen:
            message = f"与 {seen[preset_id]} 只差后缀，是同一个编号：请改一个文件名"
            report.note(Place(path), "duplicate-id", message)
            continue
        seen[preset_id] = path
        text = read_text(file, path, report)
        preset = parse_preset(text, path, preset_id, report) if text is not None else None
        check_left(text or "", path, report)
        if preset is not None:
            presets[preset_id] = preset
    return presets


def _read_synonyms(root: Path, report: Report) -> Words:
    file = root / SYNONYMS
    if file.is_symlink() or not file.is_file():  # a link is noted among the pages
        return {}
    text = read_text(file, SYNONYMS, report)
    return parse_synonyms(text, SYNONYMS, report) if text is not None else {}


def _is_quiz_id(quiz_id: str, path: str, quizzes: Mapping[str, Quiz], report: Report) -> bool:
    """Whether a file's name can name a quiz."""
    fault = quiz_name_fault(path)
    if fault:
        report.note(Place(path), "bad-id", fault)
    elif quiz_id in quizzes:
        message = f"与 {quizzes[quiz_id].path} 只差后缀，是同一个编号：请改一个文件名"
        report.note(Place(path), "duplicate-id", message)
    else:
        return True
    return False


def is_quiz_file(path: str) -> bool:
    """Whether a path below the project is one of a quiz, as its folder and ending say."""
    return (
        path.startswith(f"{QUIZZES}/") and path.endswith((".yml", ".yaml")) and not path.startswith(PRESETS)
    )


def quiz_name_fault(path: str) -> str:
    """Why a quiz file cannot be called so: its name is part of addresses and of its questions' ids."""
    name = path.removeprefix(f"{QUIZZES}/")
    quiz_id = name.rpartition(".")[0]
    if not _QUIZ_ID.match(quiz_id):
        return f"文件名“{name}”只能用小写英文字母、数字和连字符，如 disciplinary-regulations.yml"
    if any(map(is_reserved_name, name.split("/"))):
        return f"文件名“{name}”在 Windows 上不能用（con、aux、nul、com1 等是系统留的名字）：请换一个"
    if quiz_id.split("/")[-1] == "index" or quiz_id.endswith("-answers"):
        return f"文件名“{name}”与网站自己的页面重名：不要用 index，也不要以 -answers 结尾"
    return ""
