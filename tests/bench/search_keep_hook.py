"""Keep, for the bench, the pages that the builder of the search index was given."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

KEPT = "search-pages.pickle"


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """All contents are known, and the index has been made: this hook comes after ours."""
    portal = config.extra["lianxue_portal"]
    given = {"pages": list(portal.search_pages.values()), "synonyms": dict(portal.catalog.synonyms)}
    (Path(config.config_file_path).parent / KEPT).write_bytes(pickle.dumps(given))
