"""Say how much two questions are the same: wholly, in what they ask, or nearly."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from lianxue.content.question import Json
from lianxue.reading.folding import fold_for_likeness

_SHARED = 0.2  # of a text's rarer trigrams that one 80 % alike has at the very least
_COMMON = 50  # texts that may share a trigram before it says too little
_MOST_COMPARED = 100  # of the others, with one text
_LEAST_LENGTH = 6  # of a text that is worth comparing
_SAME_MATERIAL = 78  # percent: one text is the other corrected
_SLIP = 6  # characters that a slip of the pen touches at the most
# Characters that make it another question: 严重警告 is not 警告, 一年 is not 二年, 不得 is not 可以.
_TELLING = frozenset(
    "不未无非否严重警告撤销留察看开除记降级诫上下内外前后应可须能得必多少次每一二三四五六七八九十半两0123456789"
)
_LETTERS = ("options", "left", "right")


@dataclass(frozen=True, slots=True)
class Content:
    """What a question says, folded: labels, order of options and punctuation are not in it."""

    stem: str
    options: tuple[str, ...]
    answer: tuple[str, ...]
    material: str = ""  # two cases may both ask 上述行为违反了哪项纪律

    @property
    def asked(self) -> tuple[str, str, tuple[str, ...]]:
        """What is asked, whatever the answer."""
        return self.material, self.stem, self.options

    @property
    def words(self) -> tuple[str, tuple[str, ...]]:
        """What is asked, under whatever material."""
        return self.stem, self.options

    @property
    def text(self) -> str:
        """All that is asked in one string, without the material."""
        return "|".join((self.stem, *self.options))


def content_of(fields: Mapping[str, Json], material: str = "") -> Content:
    """The content of a question from its fields, fitting or not, and the text of its material."""
    options = {
        (name, label): fold_for_likeness(str(text))
        for name in _LETTERS
        if isinstance(group := fields.get(name), dict)
        for label, text in group.items()
    }
    answer = fields.get("answer", fields.get("points"))
    return Content(
        stem=fold_for_likeness(str(fields.get("stem", ""))),
        options=tuple(sorted(options.values())),
        answer=tuple(_answer(answer, options, is_ordered=fields.get("type") == "ordering")),
        material=fold_for_likeness(material),
    )


def _answer(answer: Json, options: Mapping[tuple[str, str], str], *, is_ordered: bool) -> list[str]:
    if isinstance(answer, dict):
        return sorted(
            f"{options.get(('left', left), left)}→{options.get(('right', str(right)), str(right))}"
            for left, right in answer.items()
        )
    items = answer if isinstance(answer, list) else [answer] if answer else []
    texts = []
    is_gaps = False
    for item in items:
        if isinstance(item, dict):  # a gap
            is_gaps = True
            accept = item.get("accept")
            texts.append("/".join(sorted(fold_for_likeness(str(one)) for one in _as_list(accept))))
        else:
            texts.append(options.get(("options", str(item)), fold_for_likeness(str(item))))
    return texts if is_ordered or is_gaps else sorted(texts)


def _as_list(value: Json) -> Sequence[Json]:
    return value if isinstance(value, list) else [value]


def derived_id(content: Content, length: int = 6) -> str:
    """An id made from what a question asks: the same wherever it stands, under whatever material."""
    text = "\x1f".join((content.stem, *content.options))
    return f"q-{hashlib.sha256(text.encode()).hexdigest()[:length]}"


def fresh_ids(content: Content) -> Iterator[str]:
    """That id, and others for where it is taken: longer ones, then numbered ones without end."""
    for length in range(6, 65, 2):
        yield derived_id(content, length)
    for number in count(2):
        yield f"{derived_id(content)}-{number}"


def similarity(one: str, other: str) -> int:
    """How alike two texts are, in percent."""
    return int(fuzz.ratio(one, other))


def differ_by_a_slip(one: str, other: str) -> bool:
    """Whether two folded texts differ in a few characters, none of which makes them ask another thing."""
    touched = "".join(
        one[edit.src_start : edit.src_end] + other[edit.dest_start : edit.dest_end]
        for edit in Levenshtein.opcodes(one, other)
        if edit.tag != "equal"
    )
    return len(touched) <= _SLIP and not _TELLING & set(touched)


def are_one_material(one: str, other: str) -> bool:
    """Whether two folded texts of materials are the same, one of them perhaps corrected; so are two absent ones."""
    return one == other or (bool(one and other) and similarity(one, other) >= _SAME_MATERIAL)


def similar_texts(
    texts: Sequence[str], others: Sequence[str], least: int, *, earlier_only: bool = False
) -> Iterator[tuple[int, int, int]]:
    """(index in texts, index in others, percent) of pairs that are at least so much alike, in this order.

    `earlier_only`: `texts` are the last of `others`, and each is held against those before it. Only
    pairs that share a good part of their rarer trigrams are compared at all, and of a text no more
    than the _MOST_COMPARED that share the most of them: ten thousand questions of one pattern would
    else be fifty million pairs. 1,500 texts meet 10,000 others in a second.
    """
    grams = [_grams(text) for text in texts]
    counts = Counter(chain.from_iterable(grams))
    common = max(_COMMON, len(texts) // 20)
    rare: dict[str, list[int]] = {gram: [] for gram, count in counts.items() if count <= common}
    for column, other in enumerate(others):
        for gram in _grams(other) & rare.keys():
            rare[gram].append(column)
    first = len(others) - len(texts)
    for row, text in enumerate(texts):
        if len(text) < _LEAST_LENGTH:
            continue
        lists = [rare[gram] for gram in grams[row] if gram in rare]
        if earlier_only:
            lists = [columns[: bisect_left(columns, first + row)] for columns in lists]
        needed = max(1, int(_SHARED * len(lists)))
        shared = Counter(chain.from_iterable(lists))
        found = sorted(column for column, met in shared.items() if met >= needed)
        if len(found) > _MOST_COMPARED:
            found = sorted(sorted(found, key=shared.__getitem__, reverse=True)[:_MOST_COMPARED])
        for column in found:
            if len(others[column]) < _LEAST_LENGTH:
                continue
            score = fuzz.ratio(text, others[column], score_cutoff=least)
            if score:
                yield row, column, int(score)


def _grams(text: str) -> set[str]:
    return {text[start : start + 3] for start in range(len(text) - 2)}
