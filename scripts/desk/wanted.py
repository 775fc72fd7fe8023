"""Find what a trainer names: a month, a file name, a regulation, a lesson, a quiz."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from desk.failures import DeskError
from lianxue.content.catalog import QUIZZES, Catalog
from lianxue.content.lesson import Lesson
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import Regulation
from lianxue.content.sign_off import months_of
from lianxue.content.unknown_names import unknown_lesson, unknown_quiz, unknown_regulation
from lianxue.reading.spelling import is_month, is_plain_id, is_reserved_name

_LONGEST_SLUG = 60
_MOST_LISTED = 20
_MOST_MONTHS = 6


def check_month(month: str) -> str:
    """The month as it is; raises DeskError where it is none."""
    if not is_month(month):
        raise DeskError(f"月份“{month}”写法不对：请写成 2026-04 的样子")
    return month


def check_slug(slug: str) -> str:
    """A file name without its ending; raises DeskError where it cannot be part of an address."""
    if not is_plain_id(slug) or len(slug) > _LONGEST_SLUG or slug == "index" or is_reserved_name(slug):
        raise DeskError(
            f"文件名“{slug}”不能用：请用小写英文字母、数字和连字符，如 gift-rules，最多 {_LONGEST_SLUG} 个字符"
        )
    return slug


def find_regulation(catalog: Catalog, name: str) -> Regulation:
    """The regulation of an id or a name, 《》 or not; raises DeskError that names the nearest one."""
    bare = name.strip().strip("《》")
    if bare not in catalog.titles:
        raise DeskError(_with_known(unknown_regulation(bare, catalog), catalog.regulations))
    return catalog.titles[bare]


def find_lesson(catalog: Catalog, name: str) -> Lesson:
    """The lesson of an id or a file (docs/lessons/2026/04-x.md); raises DeskError that names the nearest."""
    path = name.strip().replace("\\", "/")
    lesson_id = path.removeprefix("docs/").removeprefix("lessons/").removesuffix(".md")
    if lesson_id not in catalog.lessons:
        raise DeskError(unknown_lesson(lesson_id, catalog.lessons))
    return catalog.lessons[lesson_id]


def find_quizzes(catalog: Catalog, names: Sequence[str]) -> tuple[Quiz, ...]:
    """The quizzes of these ids or files in the order of the bank, all of it where none is named.

    Raises as `find_quiz`.
    """
    wanted = {find_quiz(catalog, name).id for name in names}
    return tuple(quiz for quiz in catalog.quizzes.values() if not names or quiz.id in wanted)


def find_quiz(catalog: Catalog, name: str) -> Quiz:
    """The quiz of an id or a file; raises DeskError for a name that is no quiz which can be read."""
    if name in catalog.quizzes:
        return catalog.quizzes[name]
    file = Path(name.replace("\\", "/")) if name.startswith(f"{QUIZZES}\\") else Path(name)
    if file.suffix not in (".yml", ".yaml"):
        raise DeskError(_with_known(unknown_quiz(name, catalog.quizzes), catalog.quizzes))
    absolute = file.absolute() if file.exists() else catalog.root / file
    if not absolute.is_file():
        raise DeskError(f"找不到 {name}：请检查路径是否写对")
    quizzes, path = catalog.root.resolve() / QUIZZES, absolute.resolve()
    quiz_id = path.relative_to(quizzes).with_suffix("").as_posix() if path.is_relative_to(quizzes) else ""
    if quiz_id not in catalog.quizzes:
        raise DeskError(f"{name} 不是 quizzes 文件夹里读得懂的题库文件：请先运行 lianxue check")
    return catalog.quizzes[quiz_id]


def find_pages(catalog: Catalog, month: str) -> tuple[str, ...]:
    """The paths of a month's pages; raises DeskError where there are none."""
    months = months_of(catalog)
    if check_month(month) not in months:
        known = "、".join(list(months)[-_MOST_MONTHS:])
        hint = f"有课文的月份是 {known}" if known else "请先用 import-lesson 或 new lesson 建一课"
        raise DeskError(f"{month} 没有课文：{hint}")
    return months[month]


def _with_known(sentence: str, names: Collection[str]) -> str:
    """What there is, where no name is near."""
    if sentence.endswith("？"):
        return sentence
    more = f" 等 {len(names)} 个" if len(names) > _MOST_LISTED else ""
    return f"{sentence}（现有：{'、'.join(list(names)[:_MOST_LISTED]) or '还没有'}{more}）"
