"""The record of what was handed in for review, month by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lianxue.content.sign_off import Parts
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.problem import Report
from lianxue.reading.text_file import read_text
from lianxue.reading.yaml_source import Mapping as MappingNode
from lianxue.reading.yaml_source import read_mapping

PACKS = "sign-offs.yml"  # beside docs/, so that no site publishes it
_NO_PACKS = "送审记录由 review-pack 写成，不用手改：删去这个文件，再做一次送审单"


@dataclass(frozen=True, slots=True)
class Pack:
    """A month as it was handed in for review."""

    month: str
    code: str
    parts: Parts  # of the month
    others: Parts  # page or quiz file → digest, of everything else
    signed: Pack | None = None  # the last one that was signed, where it is not this one; without `others`


def read_packs(root: Path, report: Report) -> Mapping[str, Pack]:
    """Every month handed in, by month; what is wrong with the record is noted."""
    file = root / PACKS
    if file.is_symlink() or not file.is_file():
        return {}
    text = read_text(file, PACKS, report)
    node = read_mapping(text, PACKS, _NO_PACKS, report) if text is not None else None
    if node is None:
        return {}
    packs: dict[str, Pack] = {}
    for key, value in node.items:
        if isinstance(value, MappingNode):
            entry = open_entry(value, "", report)
            code, signed = entry.text("signed_code"), dict(_pairs(entry, "signed_parts"))
            packs[key.text] = Pack(
                key.text,
                entry.text("code"),
                dict(_pairs(entry, "parts")),
                dict(_pairs(entry, "others")),
                Pack(key.text, code, signed, {}) if code else None,
            )
    return packs


def _pairs(entry: Entry, field: str) -> Iterator[tuple[str, str]]:
    return ((name.text, digest.text) for name, digest in entry.pairs(field))


def pack_of(pack: Pack | None, code: str) -> Pack | None:
    """What was handed in under a code, the signed one before it too; None where nobody knows."""
    found = (one for one in (pack, pack.signed if pack else None) if one and one.code == code)
    return next(found, None)
