"""Find the quiz file that a question itself says it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from desk.drafts.draft import Draft, PaperReading
from desk.importing.bank import Bank, in_title_marks
from lianxue.content.catalog import QUIZZES

_JOINED = "{count} 题没有写明属于题库里的哪一套，与其他题一起放进{title}"
_APART = "{count} 题没有写明属于题库里的哪一套，放进 {path}，不与其他题在一起：要放进某一套，请写上所属自测题，或用 --into 指明"


def home_of(draft: Draft, bank: Bank) -> str:
    """The file that the draft's id or the title of its quiz names; "" where neither is known."""
    found = home_of_id(draft.id, bank)
    if found or not draft.quiz:
        return found
    titled = [path for path, title in bank.titles.items() if title == draft.quiz]
    return titled[0] if len(titled) == 1 else ""


def home_of_id(full_id: str, bank: Bank) -> str:
    """The file of <quiz>/<id>; "" where the bank has no such quiz."""
    quiz = full_id.rpartition("/")[0]
    paths = (f"{QUIZZES}/{quiz}{ending}" for ending in (".yml", ".yaml"))
    return next((path for path in paths if quiz and path in bank.regulations), "")


def only_home(readings: Sequence[PaperReading], bank: Bank) -> str:
    """The one file that questions of these readings belong to; "" for none and for several."""
    homes = set(_homes(readings, bank)) - {""}
    return homes.pop() if len(homes) == 1 else ""


def stray_remarks(readings: Sequence[PaperReading], path: str, bank: Bank) -> tuple[str, ...]:
    """What to say where some questions name their quiz and others, which go to `path`, do not."""
    homes = _homes(readings, bank)
    count = homes.count("")
    if count in (0, len(homes)):
        return ()
    if set(homes) == {"", path}:
        return (_JOINED.format(count=count, title=in_title_marks(bank.titles.get(path) or path)),)
    return (_APART.format(count=count, path=path),)


def _homes(readings: Sequence[PaperReading], bank: Bank) -> list[str]:
    return [home_of(draft, bank) for reading in readings for draft in reading.drafts]
