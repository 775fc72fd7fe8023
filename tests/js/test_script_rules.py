"""House rules of the scripts that no type check sees."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lianxue.rendering.scripts import BUNDLES

SCRIPTS = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "js"
FILES = sorted(SCRIPTS.rglob("*.js"))
BEYOND_CHROMIUM_83 = re.compile(
    r"\?\.[^\d]|\?\?|\|\|=|&&=|\breplaceAll\(|\bstructuredClone\b|\brandomUUID\b|\.at\(|\bcatch \{"
    r"|\bfetch\(|^\s*(?:import|export)\b|\bnew Worker\b|\bcrypto\.subtle\b|\(\?<",
    re.MULTILINE,
)
STORAGE = re.compile(r"\b(?:localStorage|sessionStorage|indexedDB)\b")
MAY_TOUCH_STORAGE = {"early.js", "preference_shelf.js", "record_database.js", "last_query.js"}


def code_of(file: Path) -> str:
    """The script without comments (strings with // in them do not occur)."""
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_scripts_stay_within_es2017_and_what_files_can_do(file: Path) -> None:
    """No newer syntax, no fetch, no modules: an old kernel opens the site from a stick."""
    assert BEYOND_CHROMIUM_83.findall(code_of(file)) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_scripts_are_one_strict_function_each(file: Path) -> None:
    """One IIFE a file, so that nothing but Lianxue is global."""
    code = code_of(file).strip()
    assert code.startswith('(function () {\n  "use strict";')
    assert code.endswith("})();")
    assert len(re.findall(r"^\S", code, re.MULTILINE)) == 2


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_text_becomes_html_in_one_place(file: Path) -> None:
    """innerHTML and its kin stand in views/bank_html.js alone."""
    found = re.findall(r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b", code_of(file))
    assert found == (["innerHTML"] if file.name == "bank_html.js" else [])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_storage_is_touched_at_its_border_only(file: Path) -> None:
    """Nothing but the record's database, the shelf of settings and the early guard touches storage."""
    assert not STORAGE.search(code_of(file)) or file.name in MAY_TOUCH_STORAGE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_script_is_loaded(file: Path) -> None:
    """By a template, or in a bundle: a script that no page loads is dead."""
    name = file.relative_to(SCRIPTS).with_suffix("").as_posix()
    templates = [
        file
        for folder in (".", "partials", "practice")
        for file in (SCRIPTS.parents[1] / folder).glob("*.html")
    ]
    assert any(name in names for names in BUNDLES.values()) or any(
        f'"{name}"' in text or f"assets/js/{name}.js" in text
        for text in (t.read_text(encoding="utf-8") for t in templates)
    )
