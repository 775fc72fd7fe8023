"""Every written user story has its test, and the test is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STORIES = ROOT / "tests/browser/STORIES.md"
LEAST = 30
STORY = re.compile(r"^- .+ → `(?P<file>tests/[\w/]+\.py)::(?P<test>test_\w+)`$")


def names_in(file: Path) -> set[str]:
    """The names of a module's tests."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_story_names_a_test_that_exists() -> None:
    """At least thirty stories, each a line that ends with its test."""
    lines = [line for line in STORIES.read_text(encoding="utf-8").splitlines() if line.startswith("- ")]
    stories = [STORY.match(line) for line in lines]
    assert [line for line, story in zip(lines, stories, strict=True) if story is None] == []
    lost = [
        story.group() for story in stories if story and story["test"] not in names_in(ROOT / story["file"])
    ]
    assert lost == []
    assert len(stories) >= LEAST
