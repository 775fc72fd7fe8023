"""Time the builder of the index alone: each time in a fresh process, given the pages that the site's build gave it.

Cold: with an empty cache folder, which it also fills, as a first build does. One page: a paragraph is added to one page of the corpus,
and the cache is the cold build's. Only build_index itself is timed, neither the start of Python nor the writing of the site.
"""

from __future__ import annotations

import json
import pickle
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from lianxue.rendering.search_index import build_index
from lianxue.rendering.search_lists import usable_processes
from lianxue.rendering.search_sources import search_kinds

from ..support.project import REPOSITORY
from .search_keep_hook import KEPT
from .search_sites import run

TIMES = 3
ADDED = "<p>这一段是测速时加上的：修改以后只重做这一页。</p>"


def time_builder(project: Path) -> dict[str, float]:
    """Median seconds of a build without a cache and of one where one page has changed."""
    cold, changed = [], []
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory() as cache:
            cold.append(_seconds(project / KEPT, Path(cache), changes=False))
            changed.append(_seconds(project / KEPT, Path(cache), changes=True))
    return {
        "build_s": round(statistics.median(cold), 2),
        "build_one_page_s": round(statistics.median(changed), 2),
    }


def _seconds(kept: Path, cache: Path, *, changes: bool) -> float:
    command = [sys.executable, "-m", __name__, str(kept), str(cache), *(["change"] if changes else [])]
    return float(json.loads(run(command, REPOSITORY, "搜索索引")))


def main() -> None:
    """Print the seconds of one build."""
    kept, cache, *change = sys.argv[1:]
    given = pickle.loads(Path(kept).read_bytes())  # our own file
    pages = given["pages"]
    if change:
        written = [number for number, page in enumerate(pages) if page.html]
        number = written[len(written) // 2]
        pages[number] = replace(pages[number], html=pages[number].html + ADDED)
    start = time.perf_counter()
    build_index(
        pages, search_kinds(), synonyms=given["synonyms"], cache=Path(cache), processes=usable_processes()
    )
    print(json.dumps(time.perf_counter() - start))


if __name__ == "__main__":
    main()
