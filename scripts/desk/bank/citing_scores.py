"""Score how well the wording of articles fits the wording of a question: BM25 over character pairs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lianxue.reading.folding import fold_for_likeness

# Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with a low B: articles of
# a regulation differ in length by what they rule, not by chatter.
_K = 1.2
_B = 0.35
_RUN_BONUS = 0.6  # weight of triples beside that of pairs: longer common wording counts more
_MOST_WEIGHT = 2.0  # of a gram in the question, however often it stands there


@dataclass(frozen=True, slots=True)
class Index:
    """The texts that questions are compared with."""

    postings: Mapping[str, Sequence[tuple[int, float]]]  # gram → (text, weighted count)
    lengths: Sequence[float]  # sum of a text's counts


def grams(parts: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Pairs and triples of characters of weighted texts; nothing joins two texts or two clauses."""
    found: dict[str, float] = {}
    for text, weight in parts:
        folded = fold_for_likeness(text)
        for index in range(len(folded) - 1):
            pair = folded[index : index + 2]
            found[pair] = found.get(pair, 0.0) + weight
        for index in range(len(folded) - 2):
            triple = folded[index : index + 3]
            found[triple] = found.get(triple, 0.0) + weight * _RUN_BONUS
    return found


def build_index(texts: Iterable[Iterable[tuple[str, float]]]) -> Index:
    """An index of texts, each given as weighted parts (subject, official text, note)."""
    postings: dict[str, list[tuple[int, float]]] = {}
    lengths = []
    for number, parts in enumerate(texts):
        counted = grams(parts)
        lengths.append(sum(counted.values()))
        for gram, count in counted.items():
            postings.setdefault(gram, []).append((number, count))
    return Index(postings, lengths)


def scores(index: Index, query: Iterable[tuple[str, float]]) -> list[float]:
    """The score of each text of the index for a question given as weighted parts."""
    texts = len(index.lengths)
    mean = sum(index.lengths) / max(1, texts) or 1.0
    result = [0.0] * texts
    for gram, weight in grams(query).items():
        found = index.postings.get(gram, ())
        rarity = _rarity(texts, len(found))
        for number, count in found:
            norm = _K * (1 - _B + _B * index.lengths[number] / mean)
            result[number] += min(weight, _MOST_WEIGHT) * rarity * count * (_K + 1) / (count + norm)
    return result


def full_score(index: Index, query: Iterable[tuple[str, float]]) -> float:
    """What a text that holds every gram of the question once would score."""
    texts = len(index.lengths)
    total = sum(
        min(weight, _MOST_WEIGHT) * _rarity(texts, len(index.postings.get(gram, ())))
        for gram, weight in grams(query).items()
    )
    return total or 1.0


def _rarity(texts: int, holders: int) -> float:
    """Inverse document frequency of a gram, as BM25 has it."""
    return math.log(1 + (texts - holders + 0.5) / (holders + 0.5))
