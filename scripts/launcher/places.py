"""Where everything of the environment lies, on POSIX systems and on Windows."""

from __future__ import annotations

import os
import sysconfig
from dataclasses import dataclass
from pathlib import Path

IS_WINDOWS = os.name == "nt"
PORTAL_LOCK = "requirements.txt"
DEVELOPMENT_LOCK = "requirements-dev.txt"


@dataclass(frozen=True, slots=True)
class Places:
    """The paths that belong to one project folder."""

    root: Path  # absolute, links resolved

    @property
    def environment(self) -> Path:
        """The folder of the virtual environment."""
        return self.root / ".venv"

    @property
    def programs(self) -> Path:
        """The folder of python, lianxue, mkdocs …"""
        return self.environment / ("Scripts" if IS_WINDOWS else "bin")

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        return self.programs / ("python.exe" if IS_WINDOWS else "python")

    @property
    def start_script(self) -> Path:
        """The `lianxue` command."""
        return self.programs / ("lianxue.cmd" if IS_WINDOWS else "lianxue")

    @property
    def site_packages(self) -> Path:
        """Where the environment keeps its packages."""
        base = str(self.environment)
        return Path(sysconfig.get_path("purelib", "venv", {"base": base, "platbase": base}))

    @property
    def stamp(self) -> Path:
        """The file that says what the environment was made of."""
        return self.environment / "lianxue.json"

    @property
    def log(self) -> Path:
        """What venv and pip printed last."""
        return self.environment / "install.log"

    @property
    def turn(self) -> Path:
        """The file that is held while the environment is being made."""
        return self.root / ".venv.lock"


def find_places() -> Places:
    """The places of the project this file belongs to."""
    return Places(Path(__file__).resolve().parents[2])
