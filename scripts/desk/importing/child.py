"""The child process: open the question files named on standard input, write what was read from them."""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from typing import BinaryIO

from desk.documents.limits import CPU_SECONDS, limit_this_process
from desk.documents.model import OpenedFile, UnreadableFile
from desk.documents.reading import read_opened
from desk.documents.wire import write_frame, write_refusal
from desk.failures import DeskError
from desk.importing.reading import read_files
from desk.importing.wire import packed_look, packed_reading
from desk.safety.office import check_opened

_MORE_SECONDS = 10  # of computing for each file after the first
_MOST_LINES = 100_000  # of a paper: some fifteen thousand questions, as many as time and memory suffice for


def main() -> None:
    """A frame on each file, one whenever a file's questions are begun, and one with all readings.

    Nothing is read where a file cannot be opened or holds what must not come in.
    """
    names = json.load(sys.stdin.buffer)
    limit_this_process(CPU_SECONDS + _MORE_SECONDS * (len(names) - 1))
    gc.disable()  # looking for circles while a file is read costs a fifth of the time
    output = sys.stdout.buffer
    opened = []
    for name in names:
        if file := _open(output, name):
            opened.append(file)
        if len(names) > 1:
            gc.collect()  # what one leaves behind is not to be missing for the next
    if len(opened) == len(names):
        _read(output, opened)
    output.flush()
    os._exit(0)  # taking a hundred thousand objects apart, one by one, would take its time


def _open(output: BinaryIO, name: str) -> OpenedFile | None:
    try:
        opened = read_opened(Path(name))
        _check_length(opened)
    except (UnreadableFile, OSError) as error:
        write_refusal(output, error, name)
        return None
    hits = check_opened(opened)
    write_frame(output, packed_look(opened, hits))
    return None if any(hit.blocks for hit in hits) else opened


def _check_length(opened: OpenedFile) -> None:
    if len(opened.blocks) > _MOST_LINES:
        raise UnreadableFile(
            f"《{opened.name}》有 {len(opened.blocks):,} 行，超过读题的上限 {_MOST_LINES:,} 行：请拆成几个文件，分几次导入"
        )


def _read(output: BinaryIO, opened: list[OpenedFile]) -> None:
    try:
        readings = read_files(opened, lambda name: write_frame(output, {"begun": name}))
    except DeskError as error:
        write_frame(output, {"refused": str(error)})
    else:
        write_frame(output, {"readings": list(map(packed_reading, readings))})


if __name__ == "__main__":
    main()
