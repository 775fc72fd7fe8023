"""Candidate readings of a paper's numbers, by what follows each way of writing them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from desk.importing.papers.items import Plan
from desk.importing.papers.pieces import Token
from lianxue.reading.patterns import lazy_pattern

BRACKET = lazy_pattern(r"[(\[【]\s*(?:[A-Z√×对错TF ,、]{0,12}|正确|错误)\s*[)\]】]|_{2,}|[?？]\s*$|[√×]\s*$")
_ASKS = lazy_pattern(
    r"\s*(?:简述|试述|论述|简答|阐述|什么是|什么叫|何谓|何为|如何|怎样|怎么|为什么|请|谈谈|试论|试析|浅谈|列举|简要|名词解释|结合实际)"
)
_TICKED = lazy_pattern(r"[(\[【]\s*[√×]\s*[)\]】]")
_SUBORDINATE = ("paren", "right", "han_paren")
_NEVER = frozenset({"circled", "glued"})


def asks(text: str) -> bool:
    """Whether a text opens as a question or a task does: 简述…, 什么是…"""
    return bool(_ASKS.match(text))


def weigh(tokens: Sequence[Token]) -> None:
    """Note on every number whether it has options, an answer, a bracket or a gap of its own."""
    current: Token | None = None
    has_letter_a = False
    for token in tokens:
        if token.kind in ("number", "tag") and not token.keyed:
            current = token
            has_letter_a = False
            token.is_strong = bool(token.tick or _TICKED.search(token.folded[-60:]))
            token.has_evidence = bool(
                token.tag or token.tick or asks(token.folded) or BRACKET.search(token.folded[-4000:])
            )
        elif token.keyed or token.kind in ("heading", "material", "case", "key"):
            current = None
        elif current is None:
            continue
        elif token.kind == "option":
            has_letter_a = has_letter_a or token.label == "A"
            if token.label == "B" or has_letter_a:
                current.has_evidence = current.is_strong = True
        elif token.kind == "label" and token.label in ("answer", "points", "stem"):
            current.has_evidence = current.is_strong = True
        elif token.kind == "text" and BRACKET.search(token.folded[-4000:]):
            current.has_evidence = True


def plans(tokens: Sequence[Token]) -> list[Plan]:
    """The readings worth trying, the likeliest first."""
    numbers = [token for token in tokens if token.kind == "number" and not token.keyed]
    count = Counter(token.style for token in numbers)
    own = Counter(token.style for token in numbers if token.has_evidence)
    strong = Counter(token.style for token in numbers if token.is_strong)
    leading: Counter[str] = Counter()
    for token, following in zip_longest(numbers, numbers[1:]):
        if (
            not token.is_strong
            and following is not None
            and following.is_strong
            and following.style != token.style
        ):
            leading[token.style] += 1
    questions = set()
    for style in count:
        if style in _NEVER or style in ("tab", "alone", "blank"):
            is_question = style not in ("circled", "glued") and strong[style] >= max(1, 0.5 * count[style])
        elif style in _SUBORDINATE and count["arabic"]:
            is_question = strong[style] >= max(1, 0.6 * count[style])
        elif style in ("han", *_SUBORDINATE):
            is_question = own[style] >= max(1, 0.6 * count[style])
        else:
            is_question = True
        if is_question:
            questions.add(style)
    if "arabic" in questions and own["arabic"] >= 3:
        questions -= {
            style
            for style in ("han", "han_paren", "paren", "right")
            if style in questions and strong[style] < 0.6 * count[style]
        }
    materials = {
        style
        for style in count
        if style not in questions and style != "circled" and leading[style] >= max(1, 0.5 * count[style])
    }
    is_glued_alone = not count["arabic"] and strong["glued"] >= max(2, 0.5 * count["glued"])
    if is_glued_alone or (strong["glued"] and (strong["arabic"] or strong["blank"])):
        questions.add("glued")
    first = Plan(questions=frozenset(questions), materials=frozenset(materials))
    result = [first]
    for style in ("han", "han_paren", "paren", "blank", "tab", "right"):
        if style in _SUBORDINATE and count["arabic"]:
            continue
        if own[style] > 0 and style not in questions and style not in materials:
            result.append(Plan(questions=first.questions | {style}, materials=first.materials))
    if "arabic" in questions and len(questions) > 1 and own["arabic"] < 0.3 * count["arabic"]:
        result.append(Plan(questions=first.questions - {"arabic"}, materials=first.materials))
    return result[:4]
