"""Copy the program into a site of one's own, and later replace it without touching content."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desk.building.lock import only_one
from desk.failures import DeskError
from desk.whole_files import write_bytes

RECORD = ".lianxue-version"
SET_ASIDE = "改动过的程序文件"
FOLDERS = ("hooks", "overrides", "scripts")
FILES = ("requirements.txt", "pyproject.toml", "LICENSE", ".gitignore", ".gitattributes")
_NEEDED = FILES[:3]  # a download may lack files of git
_MOST_LISTED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateReport:
    """What replacing the program came to; paths are below the site's folder."""

    folder: Path
    before: str  # version
    after: str
    replaced: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    set_aside: tuple[str, ...]  # changed by hand: copies lie in SET_ASIDE
    own: tuple[str, ...]  # the unit's own files in the program's folders, left alone


def read_code(root: Path) -> Mapping[str, bytes]:
    """Every file of the program by its path; what a site lacks is left out. Raises OSError."""
    return {path: (root / path).read_bytes() for path in sorted(_code_paths(root))}


def read_whole_code(root: Path) -> Mapping[str, bytes]:
    """The same of a program that is to be handed on. Raises DeskError where part of it is missing."""
    missing = [name for name in _NEEDED if not (root / name).is_file()]
    missing += [name for name in FOLDERS if not (root / name).is_dir()]
    if missing:
        raise DeskError(f"{root} 里缺 {'、'.join(missing)}：请取全整个廉学，再运行一次")
    return read_code(root)


def _code_paths(root: Path) -> Iterator[str]:
    for name in FILES:
        if (root / name).is_file():
            yield name
    for folder in FOLDERS:
        for file in (root / folder).rglob("*"):
            parts = file.relative_to(root).parts
            is_ours = file.is_file() and not any(part.startswith((".", "__pycache__")) for part in parts)
            if is_ours and file.suffix != ".pyc":
                yield file.relative_to(root).as_posix()


def read_version(root: Path) -> str:
    """The program's version. Raises DeskError where pyproject.toml does not say it."""
    try:
        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        return str(project["version"])
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise DeskError(f"{root} 里的 pyproject.toml 看不出版本：请取全整个廉学") from error


def record_text(version: str, code: Mapping[str, bytes]) -> str:
    """The record of a site: which version it has, and every program file as it was handed over."""
    files = {path: _digest(data) for path, data in code.items()}
    return json.dumps({"version": version, "files": files}, ensure_ascii=False, indent=1) + "\n"


def update_site(source: Path, folder: Path, *, set_aside: bool = False) -> UpdateReport:
    """Replace the program of the site in `folder` by that of `source`; content is never touched.

    Files changed by hand stop the update before anything is written, unless `set_aside`: then
    their copies go to a folder of their own. Run again after an interruption, it goes on.
    Raises DeskError and OSError.
    """
    folder = folder.resolve()
    if folder == source.resolve():
        raise DeskError("要更新的网站就是这份廉学自己：请在新版的文件夹里运行，后面写要更新的网站的文件夹")
    before, recorded = _read_record(folder)
    code = read_whole_code(source)
    with only_one(folder):
        now = read_code(folder)
        changed = [path for path in sorted({*code, *recorded}) if _is_changed(path, now, recorded, code)]
        if changed and not set_aside:
            raise DeskError(_changed_sentence(changed))
        for path in changed:
            write_into(folder, f"{SET_ASIDE}/{path}", now[path])
        removed = [path for path in recorded if path not in code and path in now]
        replaced = [path for path in code if path in now and now[path] != code[path]]
        added = [path for path in code if path not in now]
        for path in (*replaced, *added):
            write_into(folder, path, code[path])
        for path in removed:
            (folder / path).unlink()
        after = read_version(source)
        write_into(folder, RECORD, record_text(after, code).encode())
    return UpdateReport(
        folder=folder,
        before=before,
        after=after,
        replaced=tuple(replaced),
        added=tuple(added),
        removed=tuple(removed),
        set_aside=tuple(changed),
        own=tuple(path for path in now if path not in recorded and path not in code),
    )


def write_into(folder: Path, path: str, data: bytes) -> None:
    """Write one file below a folder, its own folders made. Raises OSError."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    write_bytes(folder / path, data)


def _read_record(folder: Path) -> tuple[str, Mapping[str, str]]:
    file = folder / RECORD
    if not folder.is_dir():
        raise DeskError(f"没有 {folder} 这个文件夹：请检查路径；新建网站时不写 --update")
    if not file.is_file():
        raise DeskError(f"{folder} 里没有 {RECORD}，看不出是用 new site 建的网站，没有动它")
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        return str(record["version"]), {str(path): str(digest) for path, digest in record["files"].items()}
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise DeskError(f"{file} 读不懂，没有更新：请从备份里恢复这个文件") from error


def _is_changed(
    path: str, now: Mapping[str, bytes], recorded: Mapping[str, str], code: Mapping[str, bytes]
) -> bool:
    """Whether a program file is neither as it was handed over nor as it is to become."""
    if path not in now or now[path] == code.get(path):
        return False
    return _digest(now[path]) != recorded.get(path)


def _changed_sentence(changed: list[str]) -> str:
    listed = "、".join(changed[:_MOST_LISTED]) + (" 等" if len(changed) > _MOST_LISTED else "")
    return (
        f"有 {len(changed)} 个程序文件被人改过，没有更新：{listed}。"
        f"加 --set-aside 会先把它们另存到“{SET_ASIDE}”，再换成新版"
    )


def _digest(data: bytes) -> str:
    """A file as recorded; line ends do not count, since some tools turn them."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()
