"""Remember what the environment was made of, so that nothing is done twice."""

from __future__ import annotations

import hashlib
import json
import platform
import sysconfig
from dataclasses import asdict, dataclass, field
from pathlib import Path

from launcher.places import Places


@dataclass(frozen=True, slots=True)
class Stamp:
    """The Python, the project path and the locks an environment was made of."""

    python: str
    project: str
    locks: dict[str, str] = field(default_factory=dict)  # lock file name → digest

    def is_for(self, other: Stamp) -> bool:
        """Whether the environment fits this Python and this project path."""
        return (self.python, self.project) == (other.python, other.project)


def present_stamp(places: Places) -> Stamp:
    """The stamp of an empty environment made now, here, by this Python."""
    return Stamp(f"{platform.python_version()} {sysconfig.get_platform()}", str(places.root))


def read_stamp(path: Path) -> Stamp | None:
    """The stamp on the environment, or None when there is none or it cannot be read."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return Stamp(str(raw["python"]), str(raw["project"]), dict(raw["locks"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Put the stamp on the environment, whole or not at all."""
    aside = path.with_suffix(".part")
    aside.write_text(json.dumps(asdict(stamp), indent=2) + "\n", encoding="utf-8", newline="\n")
    aside.replace(path)


def lock_digest(path: Path) -> str:
    """The digest of a lock file, equal for both kinds of line ends."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
