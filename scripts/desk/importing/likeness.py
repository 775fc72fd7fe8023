"""Say how much two questions are the same: wholly, in what they ask, or nearly."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from rapidfuzz import fuzz

from lianxue.content.question import Json
from lianxue.reading.folding import fold_for_likeness

_SHARED = 0.2  # of a text's rarer trigrams that one 80 % alike has at the very least
_COMMON = 50  # texts that may share a trigram before it says too little
_LEAST_LENGTH = 6  # of a text that is worth comparing
_LETTERS = ("options", "left", "right")


@dataclass(frozen=True, slots=True)
class Content:
    """What a question says, folded: labels, order of options and punctuation are not in it."""

    stem: str
    options: tuple[str, ...]
    answer: tuple[str, ...]

    @property
    def asked(self) -> tuple[str, tuple[str, ...]]:
        """What is asked, whatever the answer."""
        return self.stem, self.options

    @property
    def text(self) -> str:
        """All that is asked in one string."""
        return "|".join((self.stem, *self.options))


def content_of(fields: Mapping[str, Json]) -> Content:
    """The content of a question from its fields, fitting or not."""
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
    """An id made from what a question asks: the same wherever it stands."""
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


def similar_texts(texts: Sequence[str], others: Iterable[str], least: int) -> Iterator[tuple[int, int, int]]:
    """(index in texts, index in others, percent) of all pairs that are at least so much alike.

    Only pairs that share a good part of their rarer trigrams are compared at all: 1,500 texts meet
    10,000 others in a second.
    """
    grams = [_grams(text) for text in texts]
    index: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(grams):
        for gram in own:
            index[gram].append(number)
    common = max(_COMMON, len(texts) // 20)
    rare = {gram: numbers for gram, numbers in index.items() if len(numbers) <= common}
    needed = [max(1, int(_SHARED * sum(gram in rare for gram in own))) for own in grams]
    for column, other in enumerate(others):
        shared = Counter(chain.from_iterable(rare.get(gram, ()) for gram in _grams(other)))
        for row, met in shared.items():
            if met < needed[row] or min(len(texts[row]), len(other)) < _LEAST_LENGTH:
                continue
            score = fuzz.ratio(texts[row], other, score_cutoff=least)
            if score:
                yield row, column, int(score)


def _grams(text: str) -> set[str]:
    return {text[start : start + 3] for start in range(len(text) - 2)}
