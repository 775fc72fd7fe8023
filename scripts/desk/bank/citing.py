"""Propose for a question the articles whose text fits it best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk.bank.citing_scores import Index, build_index, full_score, scores
from desk.bank.citing_texts import Provision, provisions
from desk.failures import DeskError
from lianxue.content.article import ARTICLE, INSIDE, parse_label
from lianxue.content.catalog import Catalog
from lianxue.content.question import Material, Question
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import Regulation

STEM, RIGHT, WRONG, EXPLANATION, MATERIAL = 1.0, 1.0, 0.15, 0.8, 0.5
OWN_REGULATION = 1.6  # the quiz's own regulation is likelier than others
CANDIDATES = 5
SURE = 0.99  # of an article that the question itself names
# Lead over the next candidate → how often such a first candidate was right.
_LEADS = ((1.0, 0.7), (1.15, 0.82), (1.4, 0.88), (1.7, 0.91), (2.0, 0.95), (3.0, 0.98))
_FULL_COVERAGE = 0.15  # half of the questions whose regulation was missing reached a third of it
_LABEL = ARTICLE + INSIDE
_NAMED = re.compile(
    rf"(?:《(?P<title>[^《》]+)》)?(?P<label>{_LABEL})|《(?P<only>[^《》]+)》|(?P<stop>[。；！？\n])"
)
_ARTICLE = re.compile(rf"(?:《[^《》]+》)?{_LABEL}")
_CLAUSE_END = re.compile("[，。；！？\n]")
_DENIED = re.compile("不是|并非|而非|不同于|区别|混淆|不要|不适用|不属于|有别于|以外|之外")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that a question may rest on."""

    cite: str  # as it is written into the file: 第十条, or 《……》第十条
    text: str  # what the article says, to show beside the question
    confidence: float  # 0 to 1: how sure it is; 0 for all but the first


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question and its candidates, the best first."""

    question: Question
    candidates: tuple[Candidate, ...]


def suggest(
    catalog: Catalog, quiz: Quiz, *, everything: bool = False, with_names: bool = True
) -> tuple[Suggestion, ...]:
    """Candidates for every question of a quiz without citation; with `everything` for all of them.

    `with_names` off keeps article numbers in explanations from being read: for measuring.
    Raises DeskError where there is nothing to cite.
    """
    found = list(provisions(catalog))
    if not found:
        raise DeskError("法规库里还没有写了条文的现行法规：请先用 import-regulation 导入法规文本")
    index = build_index(provision.parts for provision in found)
    questions = [item for item in quiz.questions if everything or not item.citations]
    return tuple(
        Suggestion(question, tuple(_candidates(question, quiz, catalog, found, index, with_names=with_names)))
        for question in questions
    )


def _candidates(
    question: Question,
    quiz: Quiz,
    catalog: Catalog,
    found: Sequence[Provision],
    index: Index,
    *,
    with_names: bool,
) -> Iterable[Candidate]:
    own = catalog.titles.get(quiz.regulation)
    parts = question_parts(question, _material(question, quiz))
    fits = [
        fit * (OWN_REGULATION if provision.regulation is own else 1.0)
        for fit, provision in zip(scores(index, parts), found, strict=True)
    ]
    named = _named(question, own, catalog) if with_names else {}
    most = max(fits, default=0.0) or 1.0
    best = set(sorted(range(len(found)), key=lambda number: (-fits[number], number))[:CANDIDATES])
    is_named = [
        number in best and (provision.regulation.id, provision.label) in named
        for number, provision in enumerate(found)
    ]
    ranked = sorted(range(len(found)), key=lambda number: (not is_named[number], -fits[number], number))
    whole = full_score(index, parts)
    for place, number in enumerate(ranked[:CANDIDATES]):
        provision = found[number]
        if not fits[number] and not is_named[number]:
            return
        label = named.get((provision.regulation.id, provision.label), provision.label)
        cite = label if provision.regulation is own else f"《{provision.regulation.title}》{label}"
        rival = fits[ranked[1]] if place == 0 and len(ranked) > 1 else most
        lead = fits[number] / rival if rival else _LEADS[-1][0]
        sure = _confidence(max(1.0, lead), fits[number] / whole) if place == 0 else 0.0
        is_sure = is_named[number] and len(named) == 1
        yield Candidate(cite, provision.text, SURE if is_sure else sure)


def _material(question: Question, quiz: Quiz) -> str:
    """The text that a question shares with its neighbours, "" where it stands alone."""
    materials = (part for part in quiz.parts if isinstance(part, Material))
    return next((part.text for part in materials if question in part.questions), "")


def question_parts(question: Question, material: str = "") -> list[tuple[str, float]]:
    """The texts of a question with what a word in each counts; numbers of articles are left out."""
    shown = question.body.shown()
    answers = question.body.answer_lines()
    options = [option.text for option in (*shown.options, *shown.left, *shown.right)]
    right = "\n".join(answers)
    parts = [(material, MATERIAL), (question.stem, STEM), (question.explanation, EXPLANATION), (right, RIGHT)]
    parts += [(text, WRONG if text not in right else 0.0) for text in options]
    return [(_ARTICLE.sub("", text), weight) for text, weight in parts if text and weight]


def _named(question: Question, own: Regulation | None, catalog: Catalog) -> Mapping[tuple[str, str], str]:
    """(regulation, article) → label with paragraph, of every article the texts name by number.

    A title holds to the end of its sentence. What a clause sets apart (不要与第十二条混淆) is none.
    """
    named: dict[tuple[str, str], str] = {}
    title = ""
    text = f"{question.stem}\n{question.explanation}"
    for match in _NAMED.finditer(text):
        if match["stop"]:
            title = ""
            continue
        title = match["title"] or match["only"] or title
        if match["only"] or _DENIED.search(_clause(text, match)):
            continue
        regulation = catalog.titles.get(title) if title else own
        parsed = parse_label(match["label"])
        if regulation and parsed:
            named.setdefault((regulation.id, parsed[0].label), parsed[0].label + parsed[1])
    return named


def _clause(text: str, match: re.Match[str]) -> str:
    """The words around a match, from one punctuation mark to the next."""
    starts = [end.end() for end in _CLAUSE_END.finditer(text, 0, match.start())]
    stop = _CLAUSE_END.search(text, match.end())
    return text[starts[-1] if starts else 0 : stop.start() if stop else len(text)]


def _confidence(lead: float, coverage: float) -> float:
    """How sure the first candidate is.

    `lead` is its score over the next one's, `coverage` the share of the question's wording it
    answers. The steps were measured on our own bank: tests/bench/citing.py prints them.
    """
    below, above = _LEADS[0], _LEADS[-1]
    for step in _LEADS:
        if step[0] <= lead:
            below = step
    for step in reversed(_LEADS):
        if step[0] > lead:
            above = step
    share = (lead - below[0]) / (above[0] - below[0]) if above[0] > below[0] else 0.0
    return round((below[1] + share * (above[1] - below[1])) * min(1.0, coverage / _FULL_COVERAGE), 2)
