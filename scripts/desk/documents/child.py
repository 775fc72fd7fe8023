"""The child process: read the files named on standard input, write what they hold to standard output."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import BinaryIO

from desk.documents.limits import TOO_MUCH, limit_this_process
from desk.documents.model import UnreadableFile
from desk.documents.reading import read_opened
from desk.documents.wire import packed, write_frame, write_refusal


def main() -> None:
    """Answer each file with one frame, in order."""
    limit_this_process()
    gc.disable()  # looking for circles while a file is read costs a fifth of the time
    output = sys.stdout.buffer
    for number, name in enumerate(json.load(sys.stdin.buffer)):
        path = Path(name)
        try:
            _answer(output, path)
        except (UnreadableFile, OSError) as error:
            write_refusal(output, error, name)
        except MemoryError:
            if number:
                return  # a child of its own may have enough: the parent starts one
            write_refusal(output, UnreadableFile(f"《{path.name}》{TOO_MUCH}"), name)
        gc.collect()


def _answer(output: BinaryIO, path: Path) -> None:
    head, blobs = packed(read_opened(path))
    write_frame(output, head, blobs)


if __name__ == "__main__":
    main()
