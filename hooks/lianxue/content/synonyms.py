"""The synonyms file: what people say → the words of the rules that are searched as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lianxue.content.page import title_of
from lianxue.content.question import Material
from lianxue.reading.entry import Entry, open_entry
from lianxue.reading.folding import fold
from lianxue.reading.problem import Report
from lianxue.reading.yaml_source import Scalar, read_mapping

if TYPE_CHECKING:
    from lianxue.content.catalog import Catalog

SYNONYMS = "docs/synonyms.yml"
MAX_LENGTH = 20
NO_SYNONYMS = "近义词应一行写一个词，如“红包: [礼金]”；一个也不用，就删去这个文件"
Words = Mapping[str, Sequence[Scalar]]  # a word → its targets with their places
_SAME = ("width", "case", "blanks")  # what a search does not tell apart
_SEPARATOR = re.compile("[，、；。,;]")
_NO_WORD = re.compile(r"[\W_]+")  # what the search leaves out of a query: with it a word would never match


def parse_synonyms(text: str, path: str, report: Report) -> Words:
    """The words of a synonyms file, in its order; wrong ones are left out, their problems noted."""
    root = read_mapping(text, path, NO_SYNONYMS, report)
    if root is None:
        return {}
    entry = open_entry(root, "", report)
    words: dict[str, Sequence[Scalar]] = {}
    seen: dict[str, Scalar] = {}
    for key, _value in entry.fields.values():
        if not key.text:
            entry.note_at(key.place, "bad-synonym", "冒号前面是空的：请写一个词，如“红包: [礼金]”")
            continue
        first = seen.setdefault(_fold(key.text), key)
        targets = list(_parse_targets(entry, key))
        if first is not key:
            message = f"“{key.text}”与第 {first.place.line} 行的“{first.text}”搜起来是同一个词：请合成一行"
            entry.note_at(key.place, "bad-synonym", message)
        elif _is_word(key, entry) and targets:
            words[key.text] = targets
    return words


def _parse_targets(entry: Entry, key: Scalar) -> Iterator[Scalar]:
    if not entry.has(key.text):
        message = f"“{key.text}”后面是空的：请写它在法规里的说法，如“红包: [礼金]”"
        entry.note_at(key.place, "bad-synonym", message)
    seen: set[str] = set()
    for target in entry.scalars(key.text):
        folded = _fold(target.text)
        if not _is_word(target, entry):
            continue
        if folded == _fold(key.text):
            message = f"“{key.text}”指向了自己：请写另一个说法，或者删去"
            entry.note_at(target.place, "bad-synonym", message)
        elif folded in seen:
            message = f"“{key.text}”的“{target.text}”写了两次：请删去一个"
            entry.note_at(target.place, "bad-synonym", message)
        else:
            seen.add(folded)
            yield target


def _is_word(word: Scalar, entry: Entry) -> bool:
    if len(word.text) > MAX_LENGTH:
        message = f"“{word.text}”有 {len(word.text)} 个字：一个词最多 {MAX_LENGTH} 个字"
        entry.note_at(word.place, "bad-synonym", message)
        return False
    if match := _SEPARATOR.search(word.text):
        message = f"“{word.text}”里有“{match[0]}”：几个词要写在半角方括号里，用半角逗号隔开，如 [甲, 乙]"
        entry.note_at(word.place, "bad-synonym", message)
        return False
    plain = _NO_WORD.sub("", word.text)
    if plain != word.text:
        right = f"请写成“{plain}”" if plain else "请写一个词"
        message = f"“{word.text}”搜不到：近义词里不要有空格和标点，{right}"
        entry.note_at(word.place, "bad-synonym", message)
        return False
    return True


def check_targets(words: Words, catalog: Catalog, report: Report) -> None:
    """Every target stands somewhere in what readers can search; else the word helps nobody."""
    missing = {target.text for targets in words.values() for target in targets}
    for text in _searched_texts(catalog):
        if not missing:
            return
        missing = {target for target in missing if target not in text}
    for word, targets in words.items():
        for target in targets:
            if target.text in missing:
                message = f"没有课文、法规或题目里有“{target.text}”：搜“{word}”不会因此多找到什么"
                report.note(target.place, "unused-synonym", message)


def _searched_texts(catalog: Catalog) -> Iterator[str]:
    """The text of every page and question, as written; answers and explanations are not searched."""
    for source in catalog.sources.values():
        yield f"{title_of(source)}\n{source.body}"
    for quiz in catalog.quizzes.values():
        yield quiz.title
        yield from (part.text for part in quiz.parts if isinstance(part, Material))
        for question in quiz.questions:
            shown = question.body.shown()
            choices = (*shown.options, *shown.left, *shown.right)
            yield "\n".join([question.stem, *(choice.text for choice in choices)])


def _fold(text: str) -> str:
    return fold(text, _SAME)
