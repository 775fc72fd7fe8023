"""The list of a bundle's files with their SHA-256 sums, as `sha256sum -c` reads it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from desk.bundling.names import name_fault

TOP = "廉学"  # the one folder in every bundle
MANIFEST = "校验/MANIFEST.sha256"  # below TOP; names in it are relative to TOP
SITE = "site"  # ASCII, so that the start page finds it even where a tool garbles Chinese names

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_CHUNK = 1 << 20


class ManifestError(Exception):
    """The list itself cannot be relied on; the text says why in Chinese."""


def hash_stream(stream: IO[bytes]) -> str:
    """The SHA-256 of a stream in hex."""
    digest = hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def hash_file(file: Path) -> str:
    """The SHA-256 of a file in hex. Raises OSError."""
    with file.open("rb") as stream:
        return hash_stream(stream)


def manifest_text(sums: Mapping[str, str]) -> str:
    """The list for these names and sums, sorted by name."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))


def read_manifest(data: bytes) -> dict[str, str]:
    """Names and sums of a list; raises ManifestError where a line is not as we write it."""
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise ManifestError("不是 UTF-8 文本") from error
    if lines.pop() or not lines:
        raise ManifestError("不完整")
    sums: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        match = _LINE.fullmatch(line)
        if match is None or name_fault(match[2]):
            raise ManifestError(f"第 {number} 行写法不对")
        if match[2] in sums:
            raise ManifestError(f"第 {number} 行的文件列了两次：{match[2]}")
        sums[match[2]] = match[1]
    return sums


def content_digest(sums: Mapping[str, str]) -> str:
    """Eight hex digits for the site in a bundle: names and bytes, nothing else."""
    site = {name: total for name, total in sums.items() if name.startswith(f"{SITE}/")}
    return hashlib.sha256(manifest_text(site).encode()).hexdigest()[:8]
