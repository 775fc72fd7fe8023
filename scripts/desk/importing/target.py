"""Choose and check the quiz file that questions go into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path, PurePosixPath

from pypinyin import lazy_pinyin

from desk.drafts.draft import PaperReading
from desk.failures import DeskError
from desk.importing.bank import Bank
from desk.importing.homes import only_home
from desk.importing.plain_text import plain_text
from desk.wanted import find_lesson, find_regulation
from lianxue.content.catalog import QUIZZES, is_quiz_file, quiz_name_fault
from lianxue.content.question import Json
from lianxue.reading.folding import fold_width
from lianxue.reading.patterns import lazy_pattern

_DATE = lazy_pattern(
    r"(?:19|20)\d\d\s*[年.\-_/]?\s*(?:\d{1,2}\s*[月.\-_/]?\s*(?:\d{1,2}\s*日?)?)?|[（(]\d+[)）]|副本"
)
_WORDS = lazy_pattern("[a-z0-9]+")
_LONGEST = 40


def target_path(into: str, regulation: str, readings: Sequence[PaperReading], bank: Bank) -> str:
    """The quiz file, below the project. Raises DeskError for a name that no quiz can have."""
    if into.strip():
        path = _path_of(into.strip(), bank)
    elif home := "" if regulation else only_home(readings, bank):
        path = home
    elif regulation:
        path = f"{QUIZZES}/{find_regulation(bank.catalog, regulation).id}.yml"
    else:
        path = f"{QUIZZES}/{slug_of(_leading(readings).file)}.yml"
    fault = quiz_name_fault(path)
    if fault:
        raise DeskError(fault)
    other = (
        path.removesuffix(".yml") + ".yaml" if path.endswith(".yml") else path.removesuffix(".yaml") + ".yml"
    )
    if path not in bank.regulations and other in bank.regulations:
        return other
    return path


def numbered_paths(path: str) -> Iterator[str]:
    """quizzes/x-2.yml, quizzes/x-3.yml … without end."""
    stem, _, suffix = path.rpartition(".")
    yield from (f"{stem}-{number}.{suffix}" for number in count(2))


def _path_of(into: str, bank: Bank) -> str:
    written = into.replace("\\", "/")
    if Path(into).is_absolute():
        try:
            written = Path(into).resolve().relative_to(bank.root.resolve()).as_posix()
        except ValueError:
            raise DeskError(f"{into} 不在廉学的 quizzes 文件夹里：题目只能写进那里") from None
    written = written.removeprefix("./")
    if not written.startswith(f"{QUIZZES}/") and "/" not in written.removesuffix(".yml"):
        written = f"{QUIZZES}/{written}"
    if PurePosixPath(written).suffix not in (".yml", ".yaml"):
        written += ".yml"
    if not is_quiz_file(written) or ".." in written.split("/"):
        raise DeskError(f"{into} 不是 quizzes 文件夹里的题库文件：请写成 quizzes/名称.yml")
    return written


def slug_of(name: str) -> str:
    """A file's name as a quiz can have it: without dates, Chinese by its sound."""
    stem = _DATE.sub(" ", fold_width(PurePosixPath(name).stem))
    syllables = " ".join(lazy_pinyin(stem, errors="default")).lower()
    words = _WORDS.findall(syllables)
    slug = ""
    for word in words:
        if len(slug) + len(word) >= _LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug if slug and slug != "index" and not slug.endswith("-answers") else "imported"


def new_head(
    path: str, regulation: str, lesson: str, readings: Sequence[PaperReading], bank: Bank
) -> dict[str, Json]:
    """The head of a new file; of one that is there, it is not used but still checked."""
    head: dict[str, Json] = {"title": _title(readings)}
    if lesson:
        head["lesson"] = find_lesson(bank.catalog, lesson).id
    if regulation:
        head["regulation"] = find_regulation(bank.catalog, regulation).id
        own = bank.regulations.get(path, "")
        known = bank.catalog.titles
        if own and known.get(own) is not known[str(head["regulation"])]:
            raise DeskError(
                f"{path} 的法规是 {own}，不是 {head['regulation']}：请用 --into 换一个文件，或去掉 --regulation"
            )
    return head


def _title(readings: Sequence[PaperReading]) -> str:
    reading = _leading(readings)
    title = plain_text(reading.title)[0] or plain_text(PurePosixPath(reading.file).stem)[0]
    return " ".join(title.split()) or "导入的题目"


def _leading(readings: Sequence[PaperReading]) -> PaperReading:
    """The file that gives a new quiz its name and title: the first with a title, else the first."""
    nothing = PaperReading(file="", drafts=(), ignored=(), unsure=())
    return next((one for one in readings if plain_text(one.title)[0]), next(iter(readings), nothing))
