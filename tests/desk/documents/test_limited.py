"""Programs that run in a child process come to an end, whatever they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.documents.limited import ChildRun, Ending, run_limited
from desk.documents.opening import death_sentence

FILE = Path("试卷.docx")


def test_a_program_that_breaks_off_leaves_its_last_words() -> None:
    """Here one that does not exist: nothing was written, and what Python said is kept for us."""
    run = run_limited("desk.documents.nowhere", [FILE], 30)
    assert (run.output, run.ending) == (b"", Ending.BROKEN_OFF)
    assert "No module named desk.documents.nowhere" in run.last_words


def test_waiting_ends_where_a_program_does_not() -> None:
    """The limit that needs nothing of the system."""
    run = run_limited("desk.documents.child", [FILE], 0.001)
    assert run == ChildRun(output=b"", ending=Ending.TOO_LONG)


@pytest.mark.parametrize(
    ("ending", "sentence"),
    [
        (Ending.TOO_LONG, "《试卷.docx》读得太久，已经停下：请拆成几个文件，或另存为新的文件再试"),
        (Ending.TOO_MUCH, "《试卷.docx》内容太多，读它要用的内存超过 256 MB：请拆成几个文件"),
        (
            Ending.BROKEN_OFF,
            "《试卷.docx》读到一半，读取程序中断了：文件可能已损坏，请用原来的程序打开，另存为新的文件再试",
        ),
    ],
)
def test_each_ending_has_its_sentence(ending: Ending, sentence: str) -> None:
    """What people read names the file and what to do; a traceback is only a note on it."""
    error = death_sentence(ChildRun(output=b"", ending=ending, last_words="Traceback"), FILE)
    assert str(error) == sentence
    assert error.__notes__ == ["Traceback"]
