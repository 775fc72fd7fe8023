"""Scripts as they are published: without what only their readers in the project need."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

FOLDER = "assets/js/"  # our own, below the theme
# What search loads when it is first needed, each as one file: thirty requests would be half its first second.
# Within a file the order in which the parts build on each other; a part is named by its path without .js.
_ENGINE = (
    "data fold numerals articles postings sounds titles fuzzy_titles words cutting gathering ranking sections "
    "verifying snippets by_words by_name by_article query engine"
)
_DIALOG = "marks last_query modal results choosing box dialog"
BUNDLES: Mapping[str, Sequence[str]] = {
    "search_engine": ("folding", *(f"search/{name}" for name in _ENGINE.split())),
    "search_dialog": ("views/make", *(f"views/search/{name}" for name in _DIALOG.split())),
    "search_highlight": ("views/make", "search/fold", "views/search/marks", "views/search/highlight"),
}
_ONLY_BUNDLED = ("search/", "views/search/")  # folders whose scripts no page loads by themselves

# Comments that have their lines to themselves. Nothing else may look like one: our scripts hold no text of
# several lines (a test sees to it), so no parser is needed.
_REMARK = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)


def publish_script(text: str) -> str:
    """A third less to load: whole-line comments and indentation are left out, line breaks stay."""
    return _INDENT.sub("", _REMARK.sub("", text))


def publish_scripts(scripts: Mapping[str, str]) -> dict[str, str]:
    """The scripts of the site by their urls, from those of the theme: published ones and bundles of them."""
    published = {url: publish_script(text) for url, text in scripts.items()}
    bundles = {
        f"{FOLDER}{bundle}.js": "".join(published[f"{FOLDER}{name}.js"] for name in names)
        for bundle, names in BUNDLES.items()
        if published  # a theme without scripts is checked all the same
    }
    hidden = tuple(FOLDER + folder for folder in _ONLY_BUNDLED)
    return {url: text for url, text in published.items() if not url.startswith(hidden)} | bundles
