"""What the questions of a section show together settles what each alone leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.drafts.draft import Draft
from desk.drafts.judgement_letters import (
    LETTER_DOUBT,
    LETTERS,
    Lettered,
    evident_convention,
    said_convention,
)
from desk.importing.papers.answers import read_letters
from desk.importing.papers.body import answer_texts
from desk.importing.papers.fillings import IN_BRACKETS
from desk.importing.papers.items import Item, Section
from desk.importing.papers.lines import PaperLine
from desk.importing.papers.text import shown

_ENOUGH = 3  # fill-ins that are all filled in alike
_MOST = 260  # characters of a line that says which letter is right


def explain_letters(items: Sequence[Item], lines: Sequence[PaperLine]) -> None:
    """Let every section without a word on its letters have what the file says or its questions prove."""
    owned = {line for item in items for line in item.lines}
    titles = {item.section.title for item in items}  # a heading speaks of its own section
    said = {
        found
        for number, line in enumerate(lines)
        if number not in owned
        and len(line.folded) <= _MOST
        and shown(line.text.strip(" -=*#—")) not in titles
        and (found := said_convention(line.folded)) != ("", "")
    }
    of_file = said.pop() if len(said) == 1 else ("", "")
    for section, own in _by_section(items):
        if section.convention == ("", ""):
            section.convention = of_file if of_file[0] else evident_convention(map(_lettered, own))


def _by_section(items: Sequence[Item]) -> list[tuple[Section, list[Item]]]:
    groups: dict[int, tuple[Section, list[Item]]] = {}
    for item in items:
        groups.setdefault(id(item.section), (item.section, []))[1].append(item)
    return list(groups.values())


def _lettered(item: Item) -> Lettered:
    letters = [letter for text in answer_texts(item) for letter in read_letters(text, ())]
    explanations = [*item.explanation, *(text for entry in item.keys for text in entry.explanation)]
    is_plain = len(set(letters)) == 1 and letters[0] in LETTERS
    return Lettered(
        letter=letters[0] if is_plain else "",
        options=tuple((option.letter, " ".join(option.texts)) for option in item.options),
        explanation=explanations[0] if explanations and is_plain else "",
    )


def is_lettered(draft: Draft) -> bool:
    """Whether a true or false was answered by a letter that nobody explained."""
    return any(LETTER_DOUBT in doubt for doubt in draft.doubts)


def trust_brackets(items: Sequence[Item], drafts: Sequence[Draft], remarks: list[str]) -> tuple[Draft, ...]:
    """Fill-ins whose answers stand in brackets: sure where a whole section has them there and nowhere else."""
    trusted: set[int] = set()
    for _section, own in _by_section(items):
        ids = {id(item) for item in own}
        places = [place for place, item in enumerate(items) if id(item) in ids]
        fillings = [place for place in places if drafts[place].type == "fill_in"]
        if len(fillings) >= _ENOUGH and all(_is_in_brackets(drafts[place]) for place in fillings):
            trusted |= {place for place in fillings if drafts[place].doubts == (IN_BRACKETS,)}
    if not trusted:
        return tuple(drafts)
    remarks.append(f"填空题的答案都取自题干的括号，共 {len(trusted)} 道题，请抽查")
    return tuple(
        replace(draft, doubts=(), remarks=(*draft.remarks, "答案取自题干的括号"))
        if place in trusted
        else draft
        for place, draft in enumerate(drafts)
    )


def _is_in_brackets(draft: Draft) -> bool:
    return any(doubt.startswith("括号里的") for doubt in draft.doubts)
