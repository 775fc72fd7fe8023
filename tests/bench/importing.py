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
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _ENDINGS]
    for path in {path.suffix.lower(): path for path in paths}.values():
        measure_apart(path)  # Python compiles the program when it is first used, and keeps that
    files = [measure_apart(path) for path in paths]
    read = [file for file in files if "found" in file]
    seconds = sum(file["seconds"] for file in read)
    found = sum(file["found"] for file in read)
    totals = {
        "files": len(files),
        "found": found,
        "unsure": sum(file["unsure"] for file in read),
        "seconds": round(seconds, 2),
        "questions_a_second": round(found / seconds) if seconds else 0,
        "cpu_seconds": round(sum(file["cpu_seconds"] for file in read), 2),
        "peak_mb": max((max(file["peak_mb"].values()) for file in read), default=0),  # of one process
    }
    print(json.dumps({"files": files, "totals": totals}, ensure_ascii=False, indent=1))


def measure_apart(path: Path) -> dict[str, Any]:
    """The figures of one file, read in a fresh process so that its peak of memory is its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=_environment(),
    )
    if done.returncode:
        return {"file": path.name, "error": done.stderr.strip().splitlines()[-1:]}
    result: dict[str, Any] = json.loads(done.stdout)
    if "peak_mb" in result:
        result["peak_mb"]["child"] = child_peak(path)
    return result


def _environment() -> dict[str, str]:
    paths = os.pathsep.join([str(_ROOT / "hooks"), str(_ROOT / "scripts"), str(_ROOT)])
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": paths, "PYTHONUTF8": "1"}


def child_peak(path: Path) -> int:
    """The megabytes that the limited child needs to open a file and read its questions.

    It is started by a process that is smaller than itself: one that forks counts with its parent's size.
    """
    done = subprocess.run(
        [sys.executable, __file__, "--child", str(path)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def run_child(path: Path) -> None:
    """Start the child as the desk does, and print its peak."""
    subprocess.run(
        [sys.executable, "-X", "utf8", "-P", "-s", "-m", "desk.importing.child"],
        input=json.dumps([str(path.resolve())]).encode("ascii"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    print(_megabytes(resource.RUSAGE_CHILDREN))


def measure(path: Path) -> dict[str, Any]:
    """Open and read one file: what was found, how long it took, what it needed."""
    from tests.bench.importing_keys import key_equal

    from desk.documents.opening import open_file
    from desk.failures import DeskError
    from desk.importing.files import read_question_files

    start, cpu_start = time.perf_counter(), _computing()
    try:
        (reading,) = read_question_files([path]).readings
    except DeskError as refusal:
        return {"file": path.name, "refused": str(refusal)}
    end, cpu_end = time.perf_counter(), _computing()
    peak = _megabytes(resource.RUSAGE_SELF)  # before the key is read a second time
    doubted = sum(bool(draft.doubts) for draft in reading.drafts)
    return {
        "file": path.name,
        "found": len(reading.drafts),
        "by_type": dict(Counter(draft.type or "untold" for draft in reading.drafts)),
        "unsure": doubted + len(reading.unsure),
        "key_equal": key_equal(open_file(path), reading.drafts),
        "seconds": round(end - start, 3),
        "cpu_seconds": round(cpu_end - cpu_start, 3),  # what a busy machine does not stretch
        "peak_mb": {"desk": peak},
    }


def _computing() -> float:
    """Seconds of computing so far, of this process and the children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _megabytes(who: int) -> int:
    return round(resource.getrusage(who).ru_maxrss / 1024)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        run_child(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(Path(sys.argv[2])), ensure_ascii=False))
    else:
        main(Path(sys.argv[1]))
