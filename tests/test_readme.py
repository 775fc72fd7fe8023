"""README and its Chinese twin tell the same commands, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desk.cli import VERBS
from launcher.main import main as run_launcher

ROOT = Path(__file__).resolve().parents[1]
ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")


def code_of(text: str) -> list[str]:
    """What stands in code blocks and code spans, without comments, in order of the alphabet."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return sorted({*lines, *re.findall(r"`([^`\n]+)`", prose)})


def verbs_of(text: str) -> set[str]:
    """The verbs of the table of commands."""
    return set(re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE))


def links_of(text: str) -> set[str]:
    """Files of the project that the text links to."""
    return {link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link}


def test_both_languages_tell_the_same_commands() -> None:
    """Every command and path in one README stands in the other."""
    problem_form = {"path:line:col: message"}  # said in words in the Chinese one
    assert set(code_of(ENGLISH)) - problem_form == set(code_of(CHINESE)) - problem_form


def test_the_table_names_every_verb() -> None:
    """The table of commands holds the desk's verbs and the launcher's own, and no others."""
    assert verbs_of(ENGLISH) == verbs_of(CHINESE) == {*VERBS, "wheels"}


def test_the_launcher_knows_every_verb_of_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    """The launcher's help names the same verbs."""
    run_launcher(["--help"])
    told = capsys.readouterr().out
    assert [verb for verb in sorted(verbs_of(ENGLISH)) if verb not in told] == []


def test_every_link_leads_to_a_file() -> None:
    """No README links to a file that is not there."""
    for text in (ENGLISH, CHINESE):
        assert [link for link in sorted(links_of(text)) if not (ROOT / link).exists()] == []
