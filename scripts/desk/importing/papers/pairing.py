"""Two files that belong together: the questions in one, their key in the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.importing.papers.keys import key_behind, read_key_entries
from desk.importing.papers.lines import MOST_CHARACTERS, PaperLine
from desk.importing.papers.options import option_at_start
from desk.importing.papers.runs import read_run

_KEY_WORDS = re.compile(r"(?:参考|标准|正确)?答案|解析|key|answers?", re.IGNORECASE)
_NOISE = re.compile(
    r"[\s_\-—－()（）\[\]【】《》.、,，及与和的+]+|\.[A-Za-z0-9]{2,5}$|试卷|试题|题目|题库|卷子|问题|questions?"
)


def is_key_file(name: str, lines: Sequence[PaperLine]) -> bool:
    """Whether a file is nothing but a key: entries, no options."""
    entries = options = numbered = 0
    for line in lines[:3000]:
        if len(line.folded) > MOST_CHARACTERS:
            continue
        found = read_key_entries(line.folded) or key_behind(line.folded)[1]
        run = None if found else read_run(line.folded)
        entries += len(found) if run is None else len(run[1])
        if not found and run is None:
            head = option_at_start(line.folded)
            options += head is not None and head.letter in "AB" and head.strength == "mark"
            numbered += bool(re.match(r"\s*\d{1,4}\s*[.、]", line.folded))
    if options:
        return False
    return entries >= 3 or (bool(entries or numbered) and bool(_KEY_WORDS.search(name)))


def match_files(names: Sequence[str], keys: Sequence[str]) -> dict[str, str]:
    """The file of questions of every key file, where only one can be meant."""
    pairs: dict[str, str] = {}
    for key in keys:
        plain = _plain(key)
        same = [name for name in names if _plain(name) == plain]
        near = [name for name in names if plain and (plain in _plain(name) or _plain(name) in plain)]
        candidates = same or near or list(names)
        if len(candidates) == 1 and candidates[0] not in pairs.values():
            pairs[key] = candidates[0]
    return pairs


def _plain(name: str) -> str:
    stem = name.rsplit(".", 1)[0]
    return _NOISE.sub("", _KEY_WORDS.sub("", stem)).lower()
