"""Scripts lose their comments on the way to the site, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lianxue.rendering.scripts import BUNDLES, FOLDER, publish_script, publish_scripts

ROOT = Path(__file__).resolve().parents[3] / "overrides/assets/js"
FILES = sorted(ROOT.rglob("*.js"))


def test_comments_with_lines_of_their_own_are_left_out() -> None:
    """Blocks over several lines, one-line types and remarks; the code keeps its line breaks."""
    script = "/**\n * Doc.\n */\n(function () {\n  // why\n  /** @type {A} */\n  const a = 1; // so\n\n  return a;\n})();\n"
    assert publish_script(script) == "(function () {\nconst a = 1; // so\n\nreturn a;\n})();\n"


def test_comments_beside_code_stay() -> None:
    """A type before an expression, and signs in texts that only look like comments."""
    script = '  /** @type {any} */ (a).b = "/* x */ // y";\n  c = a /* two */\n    / 2;\n'
    assert publish_script(script) == '/** @type {any} */ (a).b = "/* x */ // y";\nc = a /* two */\n/ 2;\n'


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_script_holds_a_text_of_several_lines(file: Path) -> None:
    """Template literals could carry lines that look like comments: there are none outside comments."""
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert "`" not in code


def test_what_search_loads_later_is_one_file_a_part() -> None:
    """In the order of the list; what no page loads by itself is not published beside it."""
    published = publish_scripts(
        {FOLDER + file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in FILES}
    )
    assert not any(url.startswith((f"{FOLDER}search/", f"{FOLDER}views/search/")) for url in published)
    assert f"{FOLDER}folding.js" in published
    for bundle, names in BUNDLES.items():
        texts = [publish_script((ROOT / f"{name}.js").read_text(encoding="utf-8")) for name in names]
        assert published[f"{FOLDER}{bundle}.js"] == "".join(texts)


def test_a_theme_without_scripts_has_no_bundles() -> None:
    """Content is checked even where the theme's folder is not whole."""
    assert publish_scripts({}) == {}
