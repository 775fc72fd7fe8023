"""Find the quizzes that a trainer names on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desk.failures import DeskError
from lianxue.content.catalog import QUIZZES, Catalog
from lianxue.reading.entry import nearest_name


def quiz_ids_of(root: Path, catalog: Catalog, names: Sequence[str]) -> frozenset[str] | None:
    """The ids of quizzes named by id or by file; None where none is named, which means all.

    Raises DeskError for a name that is no quiz which can be read.
    """
    if not names:
        return None
    return frozenset(quiz_id_of(root, catalog, name) for name in names)


def quiz_id_of(root: Path, catalog: Catalog, name: str) -> str:
    """The id of a quiz named by id or by file. Raises as `quiz_ids_of`."""
    if name in catalog.quizzes:
        return name
    file = Path(name.replace("\\", "/")) if name.startswith(f"{QUIZZES}\\") else Path(name)
    if file.suffix not in (".yml", ".yaml"):
        nearest = nearest_name(name, catalog.quizzes)
        hint = (
            f"，是不是要写 {nearest}" if nearest else f"。现有：{'、'.join(catalog.quizzes) or '一套也没有'}"
        )
        raise DeskError(f"没有“{name}”这套自测题{hint}")
    absolute = file.absolute() if file.exists() else root / file
    if not absolute.is_file():
        raise DeskError(f"找不到 {name}：请检查路径是否写对")
    quizzes = root / QUIZZES
    path = absolute.resolve()
    quiz_id = path.relative_to(quizzes).with_suffix("").as_posix() if path.is_relative_to(quizzes) else ""
    if quiz_id not in catalog.quizzes:
        raise DeskError(f"{name} 不是 quizzes 文件夹里读得懂的题库文件：请先运行 lianxue check")
    return quiz_id
