"""Read question files in a limited child process."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.documents.limited import ChildRun, Ending, run_limited
from desk.documents.limits import MEGABYTE, MEMORY_BYTES
from desk.documents.model import UnreadableFile
from desk.documents.opening import death_sentence, open_files, outer_fault, refusal_in
from desk.documents.wire import read_frames
from desk.drafts.draft import PaperReading
from desk.failures import DeskError
from desk.importing.wire import unpacked_hits, unpacked_reading
from desk.safety.office import SafetyHit

_SECONDS = 60.0  # of waiting for one file; its computing time ends sooner
_MORE_SECONDS = 15.0  # for each after it
_WHY = {
    Ending.TOO_LONG: "《{name}》读题用的时间太长，已经停下：请拆成几个文件，分几次导入",
    Ending.TOO_MUCH: f"《{{name}}》读题要用的内存超过 {MEMORY_BYTES // MEGABYTE} MB：请拆成几个文件，分几次导入",
}
_TOO_MANY = "{count} 个文件一起读，要用的时间或内存太多：请分几次导入，一次少选几个"
_BROKEN_OFF = "《{name}》读题读到一半，读取程序中断了"
_ASK = "：请把这份文件交给维护人员，或另存为新的文件再试"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesRead:
    """What was found in files that could all be opened."""

    readings: tuple[PaperReading, ...]  # in the order of the files; () where a hit blocks
    hits: tuple[SafetyHit, ...]
    remarks: tuple[str, ...]  # what could not be read, each with its file


def read_question_files(paths: Sequence[Path], seconds: float = 0.0) -> FilesRead:
    """The questions of files that belong to one import, by one child process.

    `seconds` is how long all may take together, by default more for more files. Raises DeskError
    where files cannot be opened or read (a clause for each), OSError for the first that the system
    does not give out, and RuntimeError where a reader of ours failed.
    """
    if any(map(outer_fault, paths)):
        raise _refused(_sentences(paths))
    seconds = seconds or _SECONDS + _MORE_SECONDS * (len(paths) - 1)
    run = run_limited("desk.importing.child", paths, seconds)
    heads = [head for head, _ in read_frames(run.output)]
    looks, rest = heads[: len(paths)], heads[len(paths) :]
    refusals = [str(refusal) for look in looks if (refusal := refusal_in(look))]
    if not looks:
        refusals = [str(death_sentence(run, paths[0])), *_sentences(paths[1:])]
    elif len(looks) < len(paths):  # those before it may have used up what the child was allowed
        refusals += _sentences(paths[len(looks) :])
        refusals = refusals or [_TOO_MANY.format(count=len(paths))]
    if refusals:
        raise _refused(refusals)
    hits = tuple(hit for look in looks for hit in unpacked_hits(look))
    return FilesRead(
        readings=() if any(hit.blocks for hit in hits) else _readings(rest, run, paths),
        hits=hits,
        remarks=tuple(f"《{look['opened']}》：{remark}" for look in looks for remark in look["remarks"]),
    )


def _sentences(paths: Sequence[Path]) -> list[str]:
    """Why files cannot be opened, each that cannot."""
    return [str(one) for one in open_files(paths) if isinstance(one, UnreadableFile)]


def _refused(sentences: Sequence[str]) -> DeskError:
    return DeskError("；".join(sentence.rstrip("。") for sentence in sentences))


def _readings(
    heads: Sequence[dict[str, Any]], run: ChildRun, paths: Sequence[Path]
) -> tuple[PaperReading, ...]:
    for head in heads:
        if "refused" in head:
            raise DeskError(head["refused"])
        if "readings" in head:
            with _uncollected():
                return tuple(map(unpacked_reading, head["readings"]))
    name = heads[-1]["begun"] if heads else paths[0].name
    if run.ending is Ending.TOO_MUCH and len(paths) > 1:
        sentence = _TOO_MANY.format(count=len(paths))
    else:
        sentence = _WHY.get(run.ending, _BROKEN_OFF + _ASK).format(name=name)
    if run.ending is Ending.BROKEN_OFF and run.last_words:  # a fault of ours: the traceback is kept
        failure = RuntimeError(_BROKEN_OFF.format(name=name))
        failure.add_note(run.last_words)
        raise failure
    raise DeskError(sentence)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Looking for garbage among tens of thousands of objects that are all kept takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
