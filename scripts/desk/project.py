"""Know where the project lies on this machine."""

from __future__ import annotations

from pathlib import Path

from desk.failures import DeskError

# No site goes into these: what the project is written in, and what its tools fill or empty.
CONTENT_FOLDERS = (
    *("docs", "quizzes", "hooks", "overrides", "scripts", "tests", ".git", ".ci"),
    *(".venv", "node_modules", "dist", "wheels"),
)


def own_root() -> Path:
    """The project that this desk belongs to: `scripts/desk/` lies two folders below it."""
    return Path(__file__).resolve().parents[2]


def check_root(root: Path) -> Path:
    """The absolute root; raises DeskError where there is no `mkdocs.yml`."""
    root = root.resolve()
    if not (root / "mkdocs.yml").is_file():
        raise DeskError(f"{root} 里没有 mkdocs.yml：请在廉学的文件夹里运行，或用 --root 指明它")
    return root
