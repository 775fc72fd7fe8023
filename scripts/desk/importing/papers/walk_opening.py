"""Open what a walk gathers into: sections, keys, questions, materials."""

from __future__ import annotations

from desk.importing.papers.headings import Heading, own_score
from desk.importing.papers.items import Item, KeySection, Material, Section, Zone
from desk.importing.papers.pieces import Token
from desk.importing.papers.walk_state import Walk
from lianxue.reading.patterns import lazy_pattern

_COMES = lazy_pattern(r"(?:以下|下列|下面|下述)[^。,]{0,6}(?:材料|案例|资料|案情|短文|背景|情形|事实|文字)")


def open_section(walk: Walk, section: Section) -> None:
    """The next questions stand under a new heading."""
    walk.section = section
    walk.outline.sections.append(section)
    walk.item = None


def open_zone(walk: Walk, heading: Heading) -> None:
    """A key begins."""
    if walk.zone is None:
        walk.zone = Zone(after=len(walk.outline.sections), chapter=walk.chapter)
        walk.key_chapter = 0
        walk.outline.zones.append(walk.zone)
    walk.item = walk.material = None
    open_key_section(walk, heading)


def open_key_section(walk: Walk, heading: Heading) -> None:
    """The next entries of the key stand under a new heading."""
    assert walk.zone is not None
    walk.key = KeySection(
        title=heading.title,
        type=heading.type,
        is_typed=heading.is_typed,
        ordinal=heading.ordinal,
        chapter=walk.key_chapter,
        case=heading.case,
    )
    walk.zone.sections.append(walk.key)
    walk.entry = None


def open_item(walk: Walk, token: Token) -> Item:
    """A question begins."""
    item = Item(
        section=walk.section,
        number=token.label if token.kind == "number" else "",
        value=token.value,
        style=token.style,
        tag=token.tag,
        tag_type=token.tag_type,
        score=token.tag_score or walk.section.score,
        tick=token.tick,
    )
    if own := own_score(token.folded):
        item.score = own[0]
    if token.text:
        item.stem.append(token.text)
        item.stem_pieces.append((token.line, token.text_start, token.end))
    item.own(token.line)
    attach_material(walk, item)
    walk.section.items.append(item)
    walk.item = item
    if token.kind == "number":
        walk.last_value = token.value
    return item


def attach_material(walk: Walk, item: Item) -> None:
    """A question gets the open material, where its number is in the range."""
    material = walk.material
    if material is None:
        return
    if material.last and item.value and not material.first <= item.value <= material.last:
        walk.material = None
        return
    item.material = material
    if not material.is_used:
        item.lines[:0] = material.lines
        material.is_used = True


def open_material(walk: Walk, token: Token) -> None:
    """A text begins that the next questions share: 根据以下材料…; or the one above is named again."""
    material = walk.material
    if (
        material is not None
        and not material.is_used
        and material.texts
        and walk.item is None
        and not _COMES.search(token.folded or walk.lines[token.line].folded)
    ):
        material.lines.append(token.line)
        material.first, material.last = token.span
        return
    walk.zone = walk.key = walk.entry = None
    walk.item = None
    first, last = token.span
    walk.material = Material(lines=[token.line], first=first, last=last)


def open_case(walk: Walk, token: Token) -> None:
    """A case begins: its first words stand on this line."""
    walk.item = None
    number = token.value if token.kind == "case" else 0
    walk.material = Material(texts=[token.text] if token.text else [], lines=[token.line], number=number)
    walk.last_value = 0
