"""Count the bytes of a site's search: its index by kind, and what a page has loaded."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

KINDS: Mapping[str, str] = {"meta": "m", "postings": "p", "texts": "t", "sounds": "s"}
SCRIPT = re.compile(r"^assets/(?:js/(?:views/)?search[./]|css/(?:views/)?search)")
INDEX = re.compile(r"^assets/search/")


def gz(file: Path) -> int:
    """What a file weighs on the wire; what is compressed already is not made larger."""
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, mtime=0)))


def index_sizes(site: Path) -> dict[str, int]:
    """Raw and compressed bytes of the index, by kind of file."""
    sizes: dict[str, int] = {}
    for name, letter in KINDS.items():
        files = sorted((site / "assets" / "search").glob(f"{letter}-*.js"))
        sizes[f"{name}_gz"] = sum(map(gz, files))
        sizes[name] = sum(file.stat().st_size for file in files)
        sizes[f"{name}_files"] = len(files)
    return sizes


def paths_of(addresses: Iterable[str], base: str) -> list[str]:
    """Site-relative paths of the addresses that are the site's."""
    return sorted(
        {
            unquote(urlsplit(address.removeprefix(base)).path)
            for address in addresses
            if address.startswith(base)
        }
    )


def loaded_size(site: Path, paths: Iterable[str]) -> int:
    """What files weigh together; a path that is no file (an answer 404) weighs nothing."""
    return sum(gz(site / path) for path in paths if (site / path).is_file())


def page_sizes(site: Path, paths: Iterable[str]) -> dict[str, int]:
    """What a page that is only read loads of the search."""
    known = list(paths)
    return {
        "page_script_gz": loaded_size(site, filter(SCRIPT.match, known)),
        "page_index_gz": loaded_size(site, filter(INDEX.match, known)),
    }
