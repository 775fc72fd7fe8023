"""The index of the site's search: from pages to the scripts that the browser loads as it needs them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from lianxue.rendering.search_assets import SearchAsset, export_assets
from lianxue.rendering.search_cache import Kept, Shard, load_kept, write_kept
from lianxue.rendering.search_characters import load_characters
from lianxue.rendering.search_lists import make_lists
from lianxue.rendering.search_meta import SearchKind
from lianxue.rendering.search_pages import (
    PreparedPage,
    digest_of,
    fold_sections,
    page_key,
    parse_sections,
    prepare_page,
)
from lianxue.rendering.search_postings import (
    by_shard,
    changed_lists,
    characters_of,
    count_shards,
    cut_shards,
    format_lists,
    join_pages,
    parse_lists,
    patch_lists,
)
from lianxue.rendering.search_records import SearchPage
from lianxue.rendering.search_terms import Variants, make_variants

# Of the pages: so many changed ones are put into the old shards, more make all anew.
_FEW = 0.05
# So many are not worth writing a cache of a hundred megabytes: the next build reads them again.
_NEGLIGIBLE = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchIndex:
    """A finished index, and what making it came to."""

    assets: Sequence[SearchAsset]  # every file, the meta script first
    pages: int
    sections: int
    characters: int  # of headings and texts
    shards: int  # of postings
    prepared: int  # pages that were read from their HTML, the others being known from the last build
    is_patched: bool  # whether the postings of the last build were mended instead of made
    seconds: Mapping[str, float]  # by step, in order; all 0 without a clock

    @property
    def url(self) -> str:
        """The url of the meta script, below the site."""
        return self.assets[0].url


def build_index(
    pages: Sequence[SearchPage],
    kinds: Sequence[SearchKind],
    *,
    synonyms: Mapping[str, Sequence[str]] | None = None,
    glossary: str = "",
    cache: Path | None = None,
    processes: int = 1,
    clock: Callable[[], float] = lambda: 0.0,
) -> SearchIndex:
    """The index of `pages`, whose urls differ; the same bytes for the same pages in any order.

    `cache` is a folder that may be missing, damaged or not writable: it only saves time, as do
    `processes` (from 1; a POSIX system alone can use more). `clock` gives seconds and is asked after each step.
    Raises ValueError where there are more than 54,270 pages.
    """
    steps = [("", clock())]
    with _garbage_left_alone():
        characters = load_characters(cache)
        variants = make_variants(characters.variants)
        kept = load_kept(cache, characters.variants)
        pages = sorted(pages, key=lambda page: page.url)
        urls = [page.url for page in pages]
        keys = [page_key(page) for page in pages]
        known = dict(zip(kept.keys, kept.pages, strict=True)) if kept else {}
        steps.append(("read", clock()))
        same_pages = kept if kept and urls == kept.urls else None
        changed = _changed(keys, same_pages.keys) if same_pages else [*range(len(pages))]
        postings = None
        if same_pages and len(changed) <= max(3, _FEW * len(pages)):
            prepared, postings = _patch(pages, changed, same_pages, variants)
        if postings is None:
            jobs = [(page, known.get(key)) for page, key in zip(pages, keys, strict=True)]
            prepared, lists = make_lists(jobs, variants, processes)
            steps.append(("lists", clock()))
            is_patched, shards = False, [_shard(part) for part in cut_shards(lists, _count_shards(prepared))]
        else:
            is_patched, shards = True, postings
        steps.append(("shards", clock()))
        assets = export_assets(pages, prepared, shards, kinds, characters, variants, synonyms or {}, glossary)
        steps.append(("assets", clock()))
        if not same_pages or len(changed) > _NEGLIGIBLE * len(pages):
            write_kept(cache, Kept(urls, keys, prepared, shards, characters.variants))
        steps.append(("keep", clock()))
    return SearchIndex(
        assets=assets,
        pages=len(pages),
        sections=sum(page.sections for page in prepared),
        characters=sum(page.size for page in prepared),
        shards=len(shards),
        prepared=sum(key not in known for key in keys),
        is_patched=is_patched,
        seconds={name: end - start for (_, start), (name, end) in pairwise(steps)},
    )


def _changed(keys: Sequence[str], old: Sequence[str]) -> list[int]:
    return [number for number, pair in enumerate(zip(keys, old, strict=True)) if pair[0] != pair[1]]


def _patch(
    pages: Sequence[SearchPage], changed: Sequence[int], kept: Kept, variants: Variants
) -> tuple[list[PreparedPage], list[Shard] | None]:
    """The pages and shards of the last build with changed pages mended; None for shards of another number."""
    prepared = list(kept.pages)
    texts: dict[int, str] = {}  # number of a page → its folded sections
    for number in changed:
        prepared[number], texts[number] = prepare_page(pages[number], variants)
    shards = list(kept.shards)
    if _count_shards(prepared) != len(shards):
        return prepared, None
    for number, folded in texts.items():
        old = join_pages([(number, fold_sections(parse_sections(kept.pages[number]), variants))])
        lists = changed_lists(old, join_pages([(number, folded)]))
        for shard, own in by_shard(lists, len(shards)).items():
            shards[shard] = _shard(patch_lists(parse_lists(shards[shard].body.decode()), number, own))
    return prepared, shards


def _count_shards(pages: Sequence[PreparedPage]) -> int:
    return count_shards(sum(page.size for page in pages))


def _shard(lists: Mapping[str, str]) -> Shard:
    body = format_lists(lists).encode()
    return Shard(digest_of(body), characters_of(lists), body)


@contextmanager
def _garbage_left_alone() -> Iterator[None]:
    """No search for cycles: there are none, and it doubles the time that millions of small strings take."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
