"""Put files where a person wants them: nothing replaced unasked, several of them all or none."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from desk.failures import DeskError
from desk.whole_files import naming, new_beside, take_mode

_OWN_FOLDERS = ("docs", "quizzes", "hooks", "overrides", "scripts")


def check_places(root: Path, targets: Iterable[Path], *, replace: bool, option: str = "--out") -> None:
    """Raise DeskError where a file cannot stand, where one would be replaced unasked, or come among the portal's own.

    What lies in docs is published with the site: a workbook of the bank there would give every key away.
    `option` is what the person names the place with.
    """
    files = list(targets)
    for file in files:
        place = file.resolve()
        for name in _OWN_FOLDERS:
            if place.is_relative_to((root / name).resolve()):
                raise DeskError(
                    f"{file} 在 {name} 文件夹里，那里只放网站自己的文件：请用 {option} 换一个位置"
                )
        nearest = next(place for place in file.absolute().parents if place.exists())
        if not nearest.is_dir():
            raise DeskError(f"{nearest} 是文件，这里需要文件夹：请用 {option} 换一个位置")
        if file.is_dir():
            raise DeskError(f"{file} 是文件夹：请在 {option} 后写文件名")
    existing = [file for file in files if file.exists()]
    if existing and not replace:
        more = f" 等 {len(existing)} 个文件" if len(existing) > 1 else ""
        raise DeskError(
            f"已经有 {existing[0]}{more}，没有动：要替换请加 --replace，或用 {option} 换一个位置或名称"
        )


def write_outputs(files: Mapping[Path, bytes]) -> None:
    """Make or replace every file; where one of them fails, all is left as it was.

    Missing folders are made. Raises OSError that names the file a person knows.
    """
    earlier: list[Path] = []
    with ExitStack() as undoing:
        staged = [(target, _stage(target, data, undoing)) for target, data in files.items()]
        for target, temporary in staged:
            with naming(target):
                if target.exists():
                    copy = new_beside(target)
                    earlier.append(copy)
                    undoing.callback(copy.unlink, missing_ok=True)
                    shutil.copy2(target, copy)
                    undoing.callback(copy.replace, target)
                else:
                    undoing.callback(target.unlink, missing_ok=True)
                temporary.replace(target)
        undoing.pop_all()  # everything is in its place
    for copy in earlier:
        copy.unlink(missing_ok=True)


def _stage(target: Path, data: bytes, undoing: ExitStack) -> Path:
    """The bytes in a file beside the target, ready to take its place."""
    with naming(target):
        for folder in reversed([place for place in target.parents if not place.exists()]):
            folder.mkdir()
            undoing.callback(folder.rmdir)
        temporary = new_beside(target)
        undoing.callback(temporary.unlink, missing_ok=True)
        temporary.write_bytes(data)
        take_mode(temporary, target)
    return temporary
