"""Measure the reading of question papers: python tests/bench/importing.py FOLDER."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_ENDINGS = {
    ".docx",
    ".xlsx",
    ".xls",
    ".csv",
    ".tsv",
    ".txt",
    ".md",
    ".html",
    ".htm",
    ".json",
    ".xml",
    ".pdf",
    ".yml",
}


def main(folder: Path) -> None:
    """Print a JSON object: every file measured in a process of its own, and totals."""
    files = [measure_apart(path) for path in sorted(folder.rglob("*")) if path.suffix.lower() in _ENDINGS]
    read = [file for file in files if "found" in file]
    seconds = sum(file["seconds"] for file in read)
    found = sum(file["found"] for file in read)
    totals = {
        "files": len(files),
        "found": found,
        "unsure": sum(file["unsure"] for file in read),
        "seconds": round(seconds, 2),
        "questions_a_second": round(found / seconds) if seconds else 0,
        "peak_mb": max((max(file["peak_mb"].values()) for file in read), default=0),  # of one process
    }
    print(json.dumps({"files": files, "totals": totals}, ensure_ascii=False, indent=1))


def measure_apart(path: Path) -> dict[str, Any]:
    """The figures of one file, read in a fresh process so that its peak of memory is its own."""
    command = [sys.executable, __file__, "--one", str(path)]
    paths = os.pathsep.join([str(_ROOT / "hooks"), str(_ROOT / "scripts"), str(_ROOT)])
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
    )
    if done.returncode:
        return {"file": path.name, "error": done.stderr.strip().splitlines()[-1:]}
    result: dict[str, Any] = json.loads(done.stdout)
    if "peak_mb" in result:
        result["peak_mb"]["opening"] = opening_peak(path)
    return result


def opening_peak(path: Path) -> int:
    """The megabytes that the limited child needs to open a file.

    It is started by a process that is smaller than itself: one that forks counts with its parent's size.
    """
    done = subprocess.run(
        [sys.executable, __file__, "--opening", str(path)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def open_in_child(path: Path) -> None:
    """Open one file as the desk does, and print the peak of the child."""
    subprocess.run(
        [sys.executable, "-X", "utf8", "-P", "-s", "-m", "desk.documents.child"],
        input=json.dumps([str(path.resolve())]).encode("ascii"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(_ROOT / "scripts")},
    )
    print(_megabytes(resource.RUSAGE_CHILDREN))


def measure(path: Path) -> dict[str, Any]:
    """Open and read one file: what was found, how long it took, what it needed."""
    from tests.bench.importing_keys import key_equal

    from desk.documents.model import UnreadableFile
    from desk.documents.opening import open_file
    from desk.importing.reading import read_files

    start = time.perf_counter()
    try:
        opened = open_file(path)
    except UnreadableFile as refusal:
        return {"file": path.name, "refused": str(refusal)}
    opened_at, cpu_at = time.perf_counter(), time.process_time()
    (reading,) = read_files([opened])
    end, cpu_end = time.perf_counter(), time.process_time()
    peak = _megabytes(resource.RUSAGE_SELF)  # before the key is read a second time
    doubted = sum(bool(draft.doubts) for draft in reading.drafts)
    return {
        "file": path.name,
        "found": len(reading.drafts),
        "by_type": dict(Counter(draft.type or "untold" for draft in reading.drafts)),
        "unsure": doubted + len(reading.unsure),
        "key_equal": key_equal(opened, reading.drafts),
        "seconds": round(end - start, 3),
        "reading_seconds": round(end - opened_at, 3),
        "reading_cpu_seconds": round(cpu_end - cpu_at, 3),  # what a busy machine does not stretch
        "peak_mb": {"reading": peak},
    }


def _megabytes(who: int) -> int:
    return round(resource.getrusage(who).ru_maxrss / 1024)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--opening"]:
        open_in_child(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(Path(sys.argv[2])), ensure_ascii=False))
    else:
        main(Path(sys.argv[1]))
