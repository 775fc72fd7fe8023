"""Which sections of which pages hold a term, as lists of characters cut into shards.

A list names a page by one character and its sections by the characters that follow, so that joining
the lists of pages is joining strings. The codes leave out what a script's string would have to escape.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import repeat

from lianxue.rendering.search_terms import Term, term_texts, terms_of

Lists = Mapping[str, str]  # term → its list
HEADING = "^"  # before a term: its list in headings alone
FIRST_PAGE, LAST_PAGE = 0x400, 0xD7FF
_LINE_ENDS = 0x2028  # and the next: both end a line in the strings of old engines
_SECTIONS = [chr(code) for code in range(0x24, FIRST_PAGE) if code not in (0x5C, 0x7F)]
_FARTHER = "!"  # adds len(_SECTIONS) to the section after it
_BLOCK = 512  # pages whose lists grow by single characters, before they become strings: so many fit in memory
_SHARD_CHARACTERS = 16_384  # of text: a shard is then about as long, 16 KB on the wire
_MOST_SHARDS = 4096


def page_character(page: int) -> str:
    """The character of a page, from 0. Raises ValueError past the last one."""
    code = FIRST_PAGE + page
    code += 2 if code >= _LINE_ENDS else 0
    if code > LAST_PAGE:
        raise ValueError(f"the index holds no more than {LAST_PAGE - FIRST_PAGE - 1} pages")
    return chr(code)


def section_characters(section: int) -> str:
    """The characters of a section, from 0."""
    farther, rest = divmod(section, len(_SECTIONS))
    return _FARTHER * farther + _SECTIONS[rest]


def join_pages(pages: Iterable[tuple[int, str]]) -> dict[str, str]:
    """The lists of pages, given as ascending numbers with their folded sections.

    Folded sections are heading, text, heading, text … with MARK between them.
    """
    joined = {"": defaultdict[Term, str](str), HEADING: defaultdict[Term, str](str)}
    block = {prefix: defaultdict[Term, list[str]](list) for prefix in joined}
    for count, (number, folded) in enumerate(pages, start=1):
        page = page_character(number)
        terms = terms_of(folded)
        headings = terms[::2]
        anywhere = terms[1::2]
        for section, of_heading in zip(anywhere, headings, strict=True):
            section |= of_heading
        _append(block[HEADING], page, headings)
        _append(block[""], page, anywhere)
        if count % _BLOCK == 0:
            _flush(joined, block)
    _flush(joined, block)
    return {
        prefix + text: characters
        for prefix, lists in joined.items()
        for text, characters in zip(term_texts(lists), lists.values(), strict=True)
        if text
    }


def _append(lists: defaultdict[Term, list[str]], page: str, sections: list[set[Term]]) -> None:
    """Add a page to the lists of its terms. The loops run inside `any`: nothing in them is ever true."""
    of_term = lists.__getitem__
    any(map(list.append, map(of_term, set().union(*sections)), repeat(page)))
    for number, section in enumerate(sections):
        if section:
            any(map(list.append, map(of_term, section), repeat(section_characters(number))))


def _flush(
    joined: Mapping[str, defaultdict[Term, str]], block: Mapping[str, defaultdict[Term, list[str]]]
) -> None:
    for prefix, lists in block.items():
        of_all = joined[prefix]
        for term, characters in lists.items():
            of_all[term] += "".join(characters)
        lists.clear()


def join_lists(first: dict[str, str], later: Lists) -> None:
    """Append the lists of later pages to those of earlier ones."""
    for term, characters in later.items():
        first[term] = first.get(term, "") + characters


def count_shards(characters: int) -> int:
    """How many shards an index of so many characters of text has: a power of two."""
    return min(1 << (characters // _SHARD_CHARACTERS).bit_length(), _MOST_SHARDS)


def shard_of(term: str, shards: int) -> int:
    """The shard of a term; that of a heading's term is the same."""
    number = 0
    for character in term.removeprefix(HEADING):
        number = (number * 131 + ord(character)) % 65521
    return number % shards


def cut_shards(lists: Lists, shards: int) -> list[dict[str, str]]:
    """The lists of each shard."""
    cut: list[dict[str, str]] = [{} for _ in range(shards)]
    for term, characters in lists.items():
        cut[shard_of(term, shards)][term] = characters
    return cut


def format_lists(lists: Lists) -> str:
    """A shard: ` <term>#<list>` in the order of the terms, with one blank at the end."""
    return "".join([f" {term}#{lists[term]}" for term in sorted(lists)]) + " "


def characters_of(lists: Lists) -> str:
    """The different characters of all terms, sorted."""
    return "".join(sorted(set().union(*lists)))


def parse_lists(text: str) -> dict[str, str]:
    """What format_lists made a string of."""
    return dict(entry.split("#", 1) for entry in text.split(" ") if entry)


def changed_lists(old: Lists, new: Lists) -> dict[str, str]:
    """What differs between two versions of one page's lists; "" for a term it no longer holds."""
    changed = {term: characters for term, characters in new.items() if old.get(term) != characters}
    changed.update((term, "") for term in old if term not in new)
    return changed


def patch_lists(lists: Lists, page: int, changed: Lists) -> dict[str, str]:
    """The lists of a shard with one page's lists (see changed_lists) in the place of its old ones."""
    own = page_character(page)
    old = re.compile(f"{own}[^{chr(FIRST_PAGE)}-{chr(LAST_PAGE)}]*")
    later = re.compile(f"[{chr(ord(own) + 1)}-{chr(LAST_PAGE + 1)}]")
    patched = dict(lists)
    for term, characters in changed.items():
        rest = old.sub("", patched.get(term, ""))
        following = later.search(rest)
        place = following.start() if following else len(rest)
        patched[term] = rest[:place] + characters + rest[place:]
    return {term: characters for term, characters in patched.items() if characters}


def by_shard(lists: Lists, shards: int) -> dict[int, dict[str, str]]:
    """Lists by the number of their shard."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for term, characters in lists.items():
        found[shard_of(term, shards)][term] = characters
    return found
