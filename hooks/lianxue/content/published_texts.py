"""Check the raw text of everything that is published: for secrets, and for wrong words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lianxue.content.safety_rules import check_secrets
from lianxue.content.wording import read_word_list
from lianxue.content.wording_rules import check_words
from lianxue.reading.problem import Report
from lianxue.reading.text_file import walk_files

# What a browser or an editor shows as text; pictures and Office files are not looked into.
_TEXTS = (
    *(".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".yml", ".yaml", ".txt", ".csv", ".tsv", ".json"),
    *(".xml", ".svg", ".html", ".htm", ".css", ".js", ".vtt", ".srt"),
)
_FOLDERS = ("docs", "quizzes")
_SETTINGS = "mkdocs.yml"


def load_text_problems(root: Path, report: Report) -> None:
    """Note secrets and wrong words below `root`; comments and front matter are looked through for secrets.

    A file that is not UTF-8 is looked through all the same. Raises OSError.
    """
    words = read_word_list(root, report)
    for path, text in _walk_texts(root):
        check_secrets(text, path, report)
        check_words(words, text, path, report)


def _walk_texts(root: Path) -> Iterator[tuple[str, str]]:
    if (root / _SETTINGS).is_file():
        yield _SETTINGS, _decode((root / _SETTINGS).read_bytes())
    for folder in _FOLDERS:
        for file, path in walk_files(root, folder, Report()):  # links are noted by the catalog
            if file.suffix.lower() in _TEXTS:
                yield path, _decode(file.read_bytes())


def _decode(data: bytes) -> str:
    """A text with LF line ends, whatever its encoding: what is published is looked through."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("gb18030", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
