"""The scripts of the search index, each named by its content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lianxue.rendering.search_cache import Shard
from lianxue.rendering.search_characters import Characters, export_sounds, export_variants
from lianxue.rendering.search_meta import SearchKind, export_meta
from lianxue.rendering.search_pages import PreparedPage, digest_of, export_json
from lianxue.rendering.search_records import MARK, SearchPage
from lianxue.rendering.search_terms import Variants

FOLDER = "assets/search"
_SHORT = 8  # hex digits of a name; the meta script holds thousands of them


@dataclass(frozen=True, slots=True)
class SearchAsset:
    """One generated script: its url below the site and its bytes. The name carries a content hash."""

    url: str
    data: bytes


def export_assets(
    pages: Sequence[SearchPage],
    prepared: Sequence[PreparedPage],
    shards: Sequence[Shard],
    kinds: Sequence[SearchKind],
    characters: Characters,
    variants: Variants,
    synonyms: Mapping[str, Sequence[str]],
    glossary: str,
) -> list[SearchAsset]:
    """All scripts of an index, the meta script first; equal ones stand once."""
    texts = {part.digest: part.body for page in prepared for part in page.parts}
    postings = {shard.digest: shard.body for shard in shards}
    of_texts, of_postings = _names(texts), _names(postings)
    # Folded: in the browser 臺灣 sounds and is written like 台湾.
    names = variants.fold(MARK.join(name for page in pages for name in (page.title, *page.names)))
    sounds = export_json(export_sounds(characters, names)).encode()
    sounds_name = digest_of(sounds)[:_SHORT]
    used = set(names).union(*(shard.characters for shard in shards))
    meta = export_meta(
        pages,
        prepared,
        kinds,
        [[item for part in page.parts for item in (of_texts[part.digest], part.first)] for page in prepared],
        [of_postings[shard.digest] for shard in shards],
        variants=export_variants(characters, used),
        synonyms=synonyms,
        sounds=sounds_name,
        glossary=glossary,
    )
    body = b"Lianxue.searchData.meta(" + export_json(meta).encode() + b");\n"
    return [
        SearchAsset(f"{FOLDER}/m-{digest_of(body)[:_SHORT]}.js", body),
        SearchAsset(f"{FOLDER}/s-{sounds_name}.js", b"Lianxue.searchData.sounds(" + sounds + b");\n"),
        *(
            SearchAsset(
                f"{FOLDER}/p-{name}.js",
                b'Lianxue.searchData.postings("%b","%b");\n' % (name.encode(), postings[digest]),
            )
            for digest, name in of_postings.items()
        ),
        *(
            SearchAsset(
                f"{FOLDER}/t-{name}.js",
                b'Lianxue.searchData.texts("%b",%b);\n' % (name.encode(), texts[digest]),
            )
            for digest, name in of_texts.items()
        ),
    ]


def _names(digests: Iterable[str]) -> dict[str, str]:
    """Digests and the names of their files: short, unless two would be the same."""
    digests = list(digests)
    short = {digest: digest[:_SHORT] for digest in digests}
    return short if len(set(short.values())) == len(digests) else dict(zip(digests, digests, strict=True))
