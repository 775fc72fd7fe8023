"""Build the sites, ask them in a browser, and print one JSON object; search.py says what each figure means."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..browser.places import file_base
from ..browser.serving import HOST, serve
from . import search_sites, search_sizes
from .measuring import machine, percentile_95
from .search_browsers import Plan, Seen, ask
from .search_building import time_builder
from .search_corpus import Corpus, UnusableInputError, page_url, read_corpus
from .search_options import Options, read_options
from .search_quality import LIMIT, Query, misses, quality, read_queries, unknown_bases

PREFIX, PLAIN_PREFIX = "/study/", "/plain/"
ROUNDS = 3  # of warm queries
FEW = 60  # warm queries for the others, which may need seconds for one
NOT_INSTALLED = "没有安装 pagefind（pip install pagefind pagefind_bin_extended），没有比较"
NO_SEARCH = "网站里没有搜索索引（assets/search/），没法测"


def measure_ours(options: Options, corpus: Corpus, queries: Sequence[Query], folder: Path) -> dict[str, Any]:
    """All figures of this site's own search."""
    project = search_sites.write_project(folder / "ours", corpus, options.scale)
    site, site_build = search_sites.build(project)
    if not (site / "assets" / "search").is_dir():
        raise UnusableInputError(NO_SEARCH)
    with serve({PREFIX: site}) as port:
        base = file_base(site) if options.scheme == "file" else f"http://{HOST}:{port}{PREFIX}"
        plan = _plan("lianxue", base, corpus, queries, options)
        seen = ask(options.browser, plan)
    wires = [_wire(site, base, one) for one in seen.first]
    figures = {
        **_quality(queries, seen, corpus, options),
        **search_sizes.index_sizes(site),
        **search_sizes.page_sizes(site, search_sizes.paths_of(seen.page, base)),
        "first_wire_gz": round(statistics.median(wires)),
        "first_wire_max_gz": max(wires),
        "open_wire_gz": round(statistics.median(_wire(site, base, one) for one in seen.opened)),
        "first_result_ms": _median(one["ms"] for one in seen.opened),
        "first_result_max_ms": _rounded(max(_known(one["ms"] for one in seen.opened), default=None)),
        "first_result_6x_ms": _median(seen.opened_slowed),
        **_times(seen),
        **time_builder(project),
        "site_build_s": round(site_build, 2),
    }
    return figures | _index_facts(site)


def measure_others(
    options: Options, corpus: Corpus, queries: Sequence[Query], folder: Path
) -> dict[str, Any]:
    """The figures of Material's search and of Pagefind, where they are asked for."""
    if not options.others:
        return {}
    project = search_sites.write_plain_project(folder / "plain", corpus, options.scale)
    site, site_build = search_sites.build(project)
    pagefind_s = search_sites.add_pagefind(site, project) if "pagefind" in options.others else None
    measured: dict[str, Any] = {}
    with serve({PLAIN_PREFIX: site}) as port:
        base = f"http://{HOST}:{port}{PLAIN_PREFIX}"
        for name in options.others:
            if name == "pagefind" and pagefind_s is None:
                measured[name] = {"skipped": NOT_INSTALLED}
                continue
            worker = next(site.glob("assets/javascripts/workers/search.*.min.js"))
            plan = _plan(name, base, corpus, queries, options, worker=worker.relative_to(site).as_posix())
            seen = ask("chromium", plan)
            wires = [_wire(site, base, one) for one in seen.first]
            measured[name] = {
                **_quality(queries, seen, corpus, options),
                **_other_index(name, site),
                "first_wire_gz": round(statistics.median(wires)),
                "first_wire_max_gz": max(wires),
                **_times(replace(seen, heap=None, heap_before=None)),  # theirs lies in workers
                **({"jieba": find_spec("jieba") is not None} if name == "material" else {}),
                **({"build_s": round(pagefind_s, 2)} if name == "pagefind" and pagefind_s else {}),
                "site_build_s": round(site_build, 2),
            }
    return measured


def _plan(
    engine: str, base: str, corpus: Corpus, queries: Sequence[Query], options: Options, **more: str
) -> Plan:
    texts = [query.text for query in queries]
    is_ours = engine == "lianxue"
    warm, rounds = (texts, ROUNDS) if is_ours else (spread(texts, FEW), 1)
    return Plan(
        given={"engine": engine, "base": base, "limit": LIMIT, **more},
        base=base,
        page=page_url(corpus.pages[0]),
        queries=texts,
        warm=[[text + " " * (turn + 1) for text in warm] for turn in range(rounds)],
        fresh=spread([query.text for query in queries if query.targets] or texts, options.runs),
        slowdown=options.slowdown,
        opens=is_ours,
    )


def spread(texts: Sequence[str], count: int) -> list[str]:
    """`count` of them, evenly over the whole list, so that every kind of query has its turn."""
    count = min(count, len(texts))
    return [texts[(2 * place + 1) * len(texts) // (2 * count)] for place in range(count)]


def _quality(queries: Sequence[Query], seen: Seen, corpus: Corpus, options: Options) -> dict[str, Any]:
    answers = [answer["rows"] for answer in seen.answers]
    if options.misses:
        print(*misses(queries, answers, corpus.bases), sep="\n", file=sys.stderr)
    return quality(queries, answers, corpus.bases)


def _times(seen: Seen) -> dict[str, Any]:
    loading = [answer["ms"] for answer in seen.answers]
    return {
        "first_query_ms": _median(one["ms"] for one in seen.first),
        "first_query_6x_ms": _median(seen.first_slowed),
        "loading_p50_ms": _median(loading),
        "loading_p95_ms": _rounded(percentile_95(loading)),
        "warm_p50_ms": _median(seen.warm),
        "warm_p95_ms": _rounded(percentile_95(seen.warm)),
        "long_task_ms": _rounded(seen.long_task),
        "heap_mb": _rounded(seen.heap and seen.heap / 2**20),
        "heap_before_mb": _rounded(seen.heap_before and seen.heap_before / 2**20),
    }


def _wire(site: Path, base: str, seen: dict[str, Any]) -> int:
    return search_sizes.loaded_size(site, search_sizes.paths_of(seen["loaded"], base))


def _other_index(name: str, site: Path) -> dict[str, int]:
    folder = site / ("search" if name == "material" else "pagefind")
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return {
        "index_gz": sum(map(search_sizes.gz, files)),
        "index": sum(file.stat().st_size for file in files),
    }


def _index_facts(site: Path) -> dict[str, int]:
    """How many pages and sections the index knows, by its own account."""
    meta = next((site / "assets" / "search").glob("m-*.js")).read_text(encoding="utf-8")
    known = json.loads(meta[meta.index("{") : meta.rindex("}") + 1])
    return {"pages": len(known["titles"]), "sections": sum(known["sections"])}


def _known(times: Iterable[float | None]) -> list[float]:
    return [time for time in times if time is not None]


def _median(times: Iterable[float | None]) -> float | None:
    listed = _known(times)
    return _rounded(statistics.median(listed)) if listed else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def measure(options: Options, folder: Path) -> dict[str, Any]:
    """Everything that was asked for."""
    corpus, queries = read_corpus(options.corpus, options.pages), read_queries(options.queries)
    unknown = unknown_bases(queries, corpus.bases)
    if unknown:
        print(f"语料里没有这些页面，查它们不会有结果：{'、'.join(unknown)}", file=sys.stderr)
    return {
        **({} if options.skips_ours else measure_ours(options, corpus, queries, folder)),
        **measure_others(options, corpus, queries, folder),
        "corpus_pages": options.scale or len(corpus.pages),
        "scheme": options.scheme,
        "browser": options.browser,
        "machine": machine("").removesuffix(", Chromium"),
        **({"load_average": round(os.getloadavg()[0], 1)} if hasattr(os, "getloadavg") else {}),
    }


def main() -> None:
    """Print one JSON object."""
    try:
        options = read_options(sys.argv[1:])
        kept = nullcontext(str(options.keep)) if options.keep else tempfile.TemporaryDirectory()
        with kept as folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            print(json.dumps(measure(options, Path(folder).resolve()), ensure_ascii=False, indent=1))
    except UnusableInputError as error:
        print(error, file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
