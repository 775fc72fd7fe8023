"""Which section of questions a section of a key speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desk.importing.papers.items import KeySection, Section


def section_for(key: KeySection, sections: Sequence[Section], taken: set[int]) -> Section | None:
    """The section of questions that a section of a key speaks of, `taken` being the ids of those that have theirs."""
    free = [section for section in sections if id(section) not in taken and is_of_chapter(section, key)]
    if key.is_typed:
        alike = [section for section in free if section.type == key.type and section.is_typed]
        same_ordinal = [section for section in alike if key.ordinal and section.ordinal == key.ordinal]
        by_tags = [
            section
            for section in free
            if not section.is_typed
            and section.items
            and all(item.tag_type == key.type for item in section.items)
        ]
        if found := same_ordinal or alike or by_tags:
            return found[0]
        return None
    if key.ordinal:
        same = [section for section in free if section.ordinal == key.ordinal]
        if same:
            return same[0]
    inside = [section for section in sections if is_of_chapter(section, key)]
    return free[0] if len(inside) == 1 and free else None


def has_unique_numbers(sections: Sequence[Section]) -> bool:
    """Whether no number is used twice."""
    numbers = Counter(item.value for section in sections for item in section.items)
    return all(count == 1 for count in numbers.values())


def is_of_chapter(section: Section, key: KeySection) -> bool:
    """Whether a key may speak of a section, by the chapter that a heading of the key names."""
    return not key.chapter or section.chapter == key.chapter
