"""Build what is measured: the corpus with our settings, and as a plain Material site with its search and with Pagefind's."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from ..support.project import REPOSITORY, make_project, write
from .search_copies import make_copies
from .search_corpus import Corpus, UnusableInputError, copy_corpus

HOME = "---\ntitle: 首页\n---\n"
SYNONYMS = "synonyms.yml"
CACHE = ".cache"
SETTINGS, STAMP = "mkdocs.yml", "built.json"
# `nav` with one page: the plain theme would draw 3000 entries on 3000 pages, which has nothing to do with search.
PLAIN_YML = """\
site_name: 廉学
use_directory_urls: false
theme: {name: material, language: zh, font: false}
plugins: [search]
nav: [index.md]
validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, unrecognized_links: ignore, anchors: ignore}}
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, tables, toc]
"""


def write_project(folder: Path, corpus: Corpus, scale: int | None) -> Path:
    """A project with the repository's settings and nothing but the corpus."""
    with tempfile.TemporaryDirectory() as fresh:
        settings = (make_project(Path(fresh) / "project", is_whole=True) / SETTINGS).read_text(
            encoding="utf-8"
        )
    _empty(folder)
    keep_hook = Path(__file__).with_name("search_keep_hook.py").as_posix()
    write(folder / SETTINGS, re.sub(r"(?m)^(hooks: .*)\]$", rf'\1, "{keep_hook}"]', settings))
    (folder / "quizzes").mkdir()
    synonyms = REPOSITORY / "docs" / SYNONYMS
    if synonyms.is_file():
        (folder / "docs").mkdir()
        shutil.copy(synonyms, folder / "docs" / SYNONYMS)
    _write_docs(folder / "docs", corpus, scale)
    return folder


def write_plain_project(folder: Path, corpus: Corpus, scale: int | None) -> Path:
    """The same pages for Material alone."""
    _empty(folder)
    write(folder / SETTINGS, PLAIN_YML)
    _write_docs(folder / "docs", corpus, scale)
    return folder


def _empty(folder: Path) -> None:
    """Take away what a site is made of; the site may be used again."""
    for name in ("docs", "quizzes"):
        shutil.rmtree(folder / name, ignore_errors=True)


def _write_docs(docs: Path, corpus: Corpus, scale: int | None) -> None:
    copy_corpus(corpus, docs)
    if not (docs / "index.md").exists() and not (docs / "README.md").exists():
        write(docs / "index.md", HOME)
    if scale is not None:
        if scale < len(corpus.pages):
            raise UnusableInputError(f"--scale {scale} 比语料的 {len(corpus.pages)} 页还少")
        texts = {page: (docs / page).read_text(encoding="utf-8-sig") for page in corpus.pages}
        for path, text in make_copies(texts, scale - len(corpus.pages)):
            write(docs / path, text)


def build(project: Path) -> tuple[Path, float]:
    """The site of a project and the seconds that `mkdocs build` took; one that stands and is the same is used again."""
    site, stamp = project / "site", _stamp(project)
    noted = project / STAMP
    if noted.is_file() and site.is_dir():
        built = json.loads(noted.read_text(encoding="utf-8"))
        if built["stamp"] == stamp:
            return site, built["seconds"]
    noted.unlink(missing_ok=True)
    for folder in (site, project / CACHE):
        shutil.rmtree(folder, ignore_errors=True)
    start = time.monotonic()
    run([sys.executable, "-m", "mkdocs", "build", "--quiet"], project, "网站")
    seconds = time.monotonic() - start
    write(noted, json.dumps({"stamp": stamp, "seconds": seconds}))
    return site, seconds


def add_pagefind(site: Path, project: Path) -> float | None:
    """Let Pagefind index a plain site; the seconds it took, or None where it is not installed."""
    if find_spec("pagefind") is None or not any(
        find_spec(name) for name in ("pagefind_bin_extended", "pagefind_bin")
    ):
        return None
    noted = project / "pagefind.json"
    stamp = _stamp(project)
    if noted.is_file() and (site / "pagefind").is_dir():
        indexed = json.loads(noted.read_text(encoding="utf-8"))
        if indexed["stamp"] == stamp:
            return float(indexed["seconds"])
    start = time.monotonic()
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(site),
        "--root-selector",
        ".md-content",
        "--quiet",
    ]
    run(command, project, "Pagefind 的索引")
    seconds = time.monotonic() - start
    write(noted, json.dumps({"stamp": stamp, "seconds": seconds}))
    return seconds


def run(command: list[str], folder: Path, what: str) -> str:
    """What a program printed; where it fails, what it said is shown to the caller."""
    ran = subprocess.run(
        command,
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if ran.returncode != 0:
        raise UnusableInputError(f"{what}没有生成出来：\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def _environment() -> dict[str, str]:
    places = os.pathsep.join(str(Path(place).absolute()) for place in sys.path if place)
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONPATH": places}


def _stamp(project: Path) -> str:
    """A digest of the pages and, for ours, of all that makes a site of them."""
    makers = [project / SETTINGS, *_files(project / "docs")]
    if "INHERIT" in (project / SETTINGS).read_text(encoding="utf-8"):
        makers += [
            REPOSITORY / "mkdocs.yml",
            *_files(REPOSITORY / "hooks"),
            *_files(REPOSITORY / "overrides"),
        ]
    digest = hashlib.sha256()
    for file in makers:
        digest.update(f"{file}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file() and "__pycache__" not in file.parts)
