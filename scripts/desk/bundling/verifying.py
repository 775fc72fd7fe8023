"""Compare a bundle with its own list of files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from desk.bundling.folder_reading import find_top, read_folder
from desk.bundling.manifest import MANIFEST, ManifestError, content_digest, read_manifest
from desk.bundling.zip_reading import Contents, read_zip
from desk.failures import DeskError

_VERSION_IN_NAME = re.compile(r"_([0-9a-f]{8})(?![0-9a-f])[^_]*\.zip")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What differs between a bundle and its list; no findings mean that it is whole."""

    findings: tuple[str, ...]  # one Chinese line each
    file_count: int
    digest: str  # of the site as it lies there: eight hex digits, the end of the version


def verify(path: Path) -> VerifyReport:
    """Check a zip or an unpacked folder.

    Raises DeskError where there is nothing of ours to check or the zip is a trap, and OSError.
    """
    if path.is_dir():
        contents, expected = read_folder(find_top(path)), None
    elif path.is_file():
        contents, expected = read_zip(path), _version_in_name(path)
    else:
        raise DeskError(f"找不到 {path}：请检查路径是否写对")
    digest = content_digest(contents.sums)
    findings = _compare(contents)
    if expected is not None and expected != digest:
        findings.append(f"编号不符：文件名里是 {expected}，内容算出来是 {digest}")
    return VerifyReport(
        findings=tuple(findings),
        file_count=len(contents.sums),
        digest=digest,
    )


def _version_in_name(path: Path) -> str | None:
    match = _VERSION_IN_NAME.search(path.name)
    return None if match is None else match[1]


def _compare(contents: Contents) -> list[str]:
    outside = [f"多出：{name}" for name in contents.strangers]
    if contents.manifest is None:
        return [f"缺少清单：{MANIFEST}", *outside]
    try:
        listed = read_manifest(contents.manifest)
    except ManifestError as error:
        return [f"清单已损坏：{MANIFEST} {error}", *outside]
    findings = []
    for name in sorted({*listed, *contents.sums} - {MANIFEST}):
        if name not in contents.sums:
            if name not in contents.links:
                findings.append(f"缺少：{name}")
        elif name not in listed:
            findings.append(f"多出：{name}")
        elif listed[name] != contents.sums[name]:
            findings.append(f"有改动：{name}")
    findings.extend(f"不是普通文件：{name}" for name in contents.links)
    return findings + outside
