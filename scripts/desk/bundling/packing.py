"""Make one zip of a finished site, with a start page, a manual and the list of sums."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from string import Template

from desk.bundling.manifest import (
    MANIFEST,
    SITE,
    TOP,
    content_digest,
    hash_file,
    hash_stream,
    manifest_text,
)
from desk.bundling.names import clashing_names, name_fault
from desk.bundling.zip_writing import write_zip
from desk.failures import DeskError
from desk.whole_files import write_whole

OPENING = "打开学习园地.html"
MANUAL = "使用说明.txt"
_TEMPLATES = Path(__file__).with_name("templates")


def pack_site(site: Path, output: Path, *, name: str, month: str | None) -> Path:
    """Write `廉学_<month>_<digest>.zip` with the site into the folder `output`.

    `name` is what the portal is called, `month` that of its newest lesson ("2026-03"; None: no
    lesson yet). Raises DeskError for file names that do not unpack everywhere, and OSError.
    """
    site_files = _site_files(site)
    version = f"{month or '未分期'}_{content_digest(_sums(site_files))}"
    facts = {"name": name, "version": version, "top": TOP, "site": SITE, "manifest": MANIFEST}
    files: dict[str, Path | bytes] = {
        **site_files,
        OPENING: _filled("opening.html", facts).encode(),
        MANUAL: _for_notepad(_filled("manual.txt", facts)),
    }
    files[MANIFEST] = manifest_text(_sums(files)).encode()
    output.mkdir(parents=True, exist_ok=True)
    target = output / f"{TOP}_{version}.zip"
    entries = {f"{TOP}/{path}": content for path, content in files.items()}
    write_whole(target, lambda stream: write_zip(stream, entries))
    return target


def _site_files(site: Path) -> dict[str, Path | bytes]:
    files: dict[str, Path | bytes] = {
        f"{SITE}/{file.relative_to(site).as_posix()}": file
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }
    for path in files:
        fault = name_fault(path)
        if fault:
            raise DeskError(f"{path} 不能放进离线包，{fault}：请给它改名")
    for first, second in clashing_names(files):
        raise DeskError(f"{first} 与 {second} 在 Windows 上会互相覆盖：请给其中一个改名")
    return files


def _sums(files: Mapping[str, Path | bytes]) -> dict[str, str]:
    return {
        path: hash_stream(io.BytesIO(content)) if isinstance(content, bytes) else hash_file(content)
        for path, content in files.items()
    }


def _filled(template: str, facts: Mapping[str, str]) -> str:
    return Template((_TEMPLATES / template).read_text(encoding="utf-8")).substitute(facts)


def _for_notepad(text: str) -> bytes:
    """Old Windows Notepad needs the byte order mark and CRLF."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
