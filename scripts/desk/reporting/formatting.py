"""Bring quiz files into their one canonical form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desk.failures import DeskError
from desk.whole_files import write_bytes
from lianxue.content.canonical import format_quiz
from lianxue.content.catalog import PRESETS, QUIZZES
from lianxue.reading.problem import ContentProblems, Problem, Report, sort_problems
from lianxue.reading.text_file import read_text, walk_files


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatReport:
    """What formatting came to."""

    changed: tuple[str, ...]  # paths relative to the project
    unchanged: tuple[str, ...]
    problems: tuple[Problem, ...]  # of files that cannot be read and were left alone


def format_files(root: Path, files: Iterable[Path] = (), *, write: bool = True) -> FormatReport:
    """Format these quiz files, or all of the portal at `root`; without `write` only compare.

    A file that cannot be read is left alone and its problems reported. Raises DeskError for a
    file that is not a quiz of this portal, and OSError.
    """
    report = Report()
    chosen = [_quiz_path(root, file) for file in files] or _all_quizzes(root, report)
    changed, unchanged = [], []
    for path in chosen:
        text = read_text(root / path, path, report)
        if text is None:
            continue
        try:
            wanted = format_quiz(text, path).encode()
        except ContentProblems as error:
            report.extend(error.problems)
            continue
        if wanted == (root / path).read_bytes():
            unchanged.append(path)
            continue
        changed.append(path)
        if write:
            write_bytes(root / path, wanted)
    return FormatReport(
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        problems=tuple(sort_problems(report.problems)),
    )


def _all_quizzes(root: Path, report: Report) -> list[str]:
    return [path for _, path in walk_files(root, QUIZZES, report) if _is_quiz(path)]


def _is_quiz(path: str) -> bool:
    return path.endswith((".yml", ".yaml")) and not path.startswith(PRESETS)


def _quiz_path(root: Path, file: Path) -> str:
    absolute = file.absolute()
    if not absolute.is_file():
        raise DeskError(f"找不到 {file}：请检查路径是否写对")
    resolved = absolute.parent.resolve() / absolute.name
    path = resolved.relative_to(root).as_posix() if resolved.is_relative_to(root / QUIZZES) else ""
    if path.startswith(PRESETS):
        raise DeskError(f"{file} 是组卷方案，不是题库文件，没有动它")
    if absolute.is_symlink() or not _is_quiz(path):
        raise DeskError(f"{file} 不是 quizzes 文件夹里的题库文件，没有动它")
    return path
