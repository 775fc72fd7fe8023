"""The last index as it is kept between builds: its pages as prepared, and its shards of postings."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from lianxue.rendering.search_files import read_checked, read_code_version, write_checked
from lianxue.rendering.search_pages import Part, PreparedPage

_FILE = "index"


@dataclass(frozen=True, slots=True)
class Shard:
    """One shard of postings: its digest (see digest_of) and its text in UTF-8."""

    digest: str
    characters: str  # the different ones of its terms
    body: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """What a build leaves to the next one. `urls`, `keys` and `pages` go together."""

    urls: Sequence[str]
    keys: Sequence[str]  # see page_key
    pages: Sequence[PreparedPage]
    shards: Sequence[Shard]
    variants: str  # the table its texts were folded by


def load_kept(folder: Path | None, variants: str) -> Kept | None:
    """What the last build left in `folder`; None where nothing sound is there."""
    data = read_checked(folder / _FILE, _form()) if folder else None
    if data is None:
        return None
    stream = BytesIO(data)
    facts = json.loads(stream.readline())
    if facts["variants"] != variants:
        return None
    pages = [
        PreparedPage(tuple([Part(digest, first, stream.read(size)) for digest, first, size in parts]), *rest)
        for parts, *rest in facts["pages"]
    ]
    shards = [Shard(digest, characters, stream.read(size)) for digest, characters, size in facts["shards"]]
    return Kept(facts["urls"], facts["keys"], pages, shards, variants)


def write_kept(folder: Path | None, kept: Kept) -> None:
    """Leave a build's results in `folder`; where that cannot be, the next build makes all anew."""
    if folder is None:
        return
    facts = {
        "variants": kept.variants,
        "urls": kept.urls,
        "keys": kept.keys,
        "pages": [
            [
                [[part.digest, part.first, len(part.body)] for part in page.parts],
                page.sections,
                page.articles,
                page.size,
            ]
            for page in kept.pages
        ],
        "shards": [[shard.digest, shard.characters, len(shard.body)] for shard in kept.shards],
    }
    head = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    bodies = [part.body for page in kept.pages for part in page.parts]
    write_checked(folder / _FILE, _form(), [head, *bodies, *(shard.body for shard in kept.shards)])


def _form() -> str:
    return f"{read_code_version()} {unicodedata.unidata_version}"
