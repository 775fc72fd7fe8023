"""Run MkDocs as a trainer would, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# The same moment in every build, so that the same input gives the same bytes.
MOMENT = "1767225600"


@dataclass(frozen=True)
class Built:
    """What a run of the builder came to."""

    code: int
    said: str  # standard output and error
    site: dict[str, bytes]  # every file of the site by its path; empty where there is none


def build(root: Path, builder: str = "mkdocs") -> Built:
    """Build the portal at `root` into root/site by `python -m mkdocs` or `properdocs`."""
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": MOMENT,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join(str(Path(place).absolute()) for place in sys.path if place),
    }
    ran = subprocess.run(
        [sys.executable, "-m", builder, "build", "-f", "mkdocs.yml"],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    return Built(ran.returncode, ran.stdout.decode("utf-8"), read_site(root / "site"))


def read_site(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, by its path with forward slashes."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file()) if folder.is_dir() else ()
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
