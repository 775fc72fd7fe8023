"""Know a folder of Markdown as pages: where each stands on the site, and by which names queries mean it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

TITLE = re.compile(r"^#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\{[^}]*\})?[ \t]*$", re.MULTILINE)
FRONT_TITLE = re.compile(r"\A---\n(?:.*\n)*?title:[ \t]*(.+?)[ \t]*\n")
STATE = "中华人民共和国"
BRACKETS = re.compile(r"【[^】]*】")


class UnusableInputError(Exception):
    """What was given cannot be measured; the message is for whoever gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The pages of a folder."""

    folder: Path
    pages: tuple[str, ...]  # paths below the folder, sorted
    bases: Mapping[str, frozenset[str]]  # name → urls of its pages


def read_corpus(folder: Path, page_list: Path | None = None) -> Corpus:
    """Find the pages of a folder and their names."""
    if not folder.is_dir():
        raise UnusableInputError(f"没有语料文件夹：{folder}")
    pages = tuple(
        sorted(
            path
            for file in folder.rglob("*.md")
            if not (path := file.relative_to(folder).as_posix()).startswith(".") and "/." not in path
        )
    )
    if not pages:
        raise UnusableInputError(f"语料文件夹里没有 Markdown 文件（.md）：{folder}")
    named = _titles(folder, pages) if page_list is None else _listed(folder, pages, page_list)
    bases: dict[str, set[str]] = {}
    for base, page in named:
        bases.setdefault(base, set()).add(page_url(page))
    return Corpus(
        folder=folder, pages=pages, bases={base: frozenset(urls) for base, urls in sorted(bases.items())}
    )


def page_url(page: str) -> str:
    """Where MkDocs puts a page, with `use_directory_urls: false`."""
    path = PurePosixPath(page)
    stem = "index" if path.name in ("index.md", "README.md") else path.stem
    return path.with_name(f"{stem}.html").as_posix()


def page_title(text: str) -> str:
    """A page's first `# ` title, or the one of its front matter; empty where there is none."""
    found = TITLE.search(text) or FRONT_TITLE.search(text)
    return found[1].strip("\"'") if found else ""


def copy_corpus(corpus: Corpus, docs: Path) -> None:
    """Copy the whole folder, but for hidden files."""
    shutil.copytree(corpus.folder, docs, ignore=shutil.ignore_patterns(".*"), dirs_exist_ok=True)


def read_list(file: Path, what: str) -> list[dict[str, Any]]:
    """A JSON file that must be a list of objects."""
    if not file.is_file():
        raise UnusableInputError(f"没有{what}文件：{file}")
    try:
        read = json.loads(file.read_text(encoding="utf-8-sig"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise UnusableInputError(f"{what}文件不是 UTF-8 的 JSON：{file}（{error}）") from error
    if not isinstance(read, list) or not all(isinstance(entry, dict) for entry in read):
        raise UnusableInputError(f"{what}文件应当是一列对象（[{{…}}, …]）：{file}")
    return read


def _titles(folder: Path, pages: Sequence[str]) -> list[tuple[str, str]]:
    named = []
    for page in pages:
        title = page_title((folder / page).read_text(encoding="utf-8-sig"))
        bare = BRACKETS.sub("", title)
        names = {title, title.replace(STATE, ""), bare, bare.replace(STATE, ""), PurePosixPath(page).stem}
        named += [(name.strip(), page) for name in sorted(names) if name.strip()]
    return named


def _listed(folder: Path, pages: Sequence[str], page_list: Path) -> list[tuple[str, str]]:
    there, named = set(pages), []
    for place, entry in enumerate(read_list(page_list, "页面表"), 1):
        base, file = entry.get("base"), entry.get("file")
        if not isinstance(base, str) or not isinstance(file, str):
            raise UnusableInputError(f"页面表第 {place} 项要有 base 和 file：{page_list}")
        page = _page_of(folder, there, page_list.parent / file, file)
        if page is None:
            raise UnusableInputError(f"页面表第 {place} 项的 {file} 不在语料文件夹 {folder} 里")
        named.append((base, page))
    return named


def _page_of(folder: Path, there: set[str], target: Path, file: str) -> str | None:
    home = folder.resolve()
    resolved = target.resolve()
    candidates = [resolved.relative_to(home).as_posix()] if resolved.is_relative_to(home) else []
    # a list may have been moved away from its pages
    candidates += [PurePosixPath(file).as_posix(), PurePosixPath(file).name]
    return next((page for page in candidates if page in there), None)
