"""Know whose portal this is: what mkdocs.yml says of the organisation."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from desk.building.mkdocs_run import read_config


def read_organisation(root: Path) -> str:
    """The unit's name (extra.lianxue.organisation), "" where none is given. Raises DeskError."""
    with tempfile.TemporaryDirectory(prefix="lianxue-") as folder:
        return organisation_of(read_config(root, Path(folder)))


def organisation_of(config: MkDocsConfig) -> str:
    """The same from settings that are already read."""
    facts = config.extra.get("lianxue")
    return str(facts.get("organisation") or "") if isinstance(facts, Mapping) else ""
