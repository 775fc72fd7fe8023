"""Read the sums of a zip's files without unpacking it or trusting it."""

from __future__ import annotations

import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from desk.bundling.manifest import MANIFEST, TOP, hash_stream
from desk.bundling.names import clashing_names, name_fault
from desk.failures import DeskError

MAX_FILES = 50_000
MAX_BYTES = 2 << 30  # unpacked, all files together
MAX_MANIFEST = 32 << 20
DAMAGED = ""  # the sum of a file that cannot be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What lies in a bundle: sums by name relative to the top folder, and the list's own bytes."""

    sums: dict[str, str]
    manifest: bytes | None
    links: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()  # files outside the top folder


def read_zip(path: Path, *, max_bytes: int = MAX_BYTES) -> Contents:
    """Sum up every file of the zip; raises DeskError for what an honest bundle never has."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_entries(archive.infolist(), max_bytes)
            _check_places(archive.infolist(), path.stat().st_size)
            sums = {entry.filename: _sum(archive, entry) for entry in entries}
            manifest = _manifest(archive, sums)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise DeskError(f"{path.name} 不是完整的 zip 文件：可能没有拷贝完，请重新拷贝") from error
    inside = f"{TOP}/"
    return Contents(
        sums={name.removeprefix(inside): total for name, total in sums.items() if name.startswith(inside)},
        manifest=manifest,
        strangers=tuple(sorted(name for name in sums if not name.startswith(inside))),
    )


def _check_entries(entries: list[zipfile.ZipInfo], max_bytes: int) -> None:
    if len(entries) > MAX_FILES:
        raise DeskError(f"zip 里有 {len(entries)} 个文件，远多于离线包应有的数目，没有打开它")
    if sum(entry.file_size for entry in entries) > max_bytes:
        raise DeskError("zip 解开后大得不正常，没有打开它")
    for entry in entries:
        fault = _entry_fault(entry)
        if fault:
            raise DeskError(f"zip 里的 {entry.orig_filename!r} {fault}：这不是廉学做的离线包")
    for first, second in clashing_names(entry.filename for entry in entries):
        raise DeskError(f"zip 里的 {first} 与 {second} 会互相覆盖：这不是廉学做的离线包")


def _check_places(entries: list[zipfile.ZipInfo], size: int) -> None:
    if not all(0 <= entry.header_offset < size for entry in entries):
        raise zipfile.BadZipFile  # zipfile itself would seek there and raise OSError


def _entry_fault(entry: zipfile.ZipInfo) -> str | None:
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "是链接或特殊文件"
    if entry.flag_bits & 0x1:
        return "加了密码"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "用了少见的压缩方式"
    return name_fault(entry.orig_filename.removesuffix("/") if entry.is_dir() else entry.orig_filename)


def _sum(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    try:
        with archive.open(entry) as stream:
            return hash_stream(stream)  # zipfile gives no byte beyond the size we checked
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return DAMAGED


def _manifest(archive: zipfile.ZipFile, sums: dict[str, str]) -> bytes | None:
    name = f"{TOP}/{MANIFEST}"
    if sums.get(name, DAMAGED) == DAMAGED or archive.getinfo(name).file_size > MAX_MANIFEST:
        return None
    return archive.read(name)
