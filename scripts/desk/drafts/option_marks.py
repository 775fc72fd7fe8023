"""Answers shown by nothing but colour, highlight, bold or underline of options."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desk.documents.model import Span

Stretch = tuple[int, Span]  # how many characters of an option look like the span
Marked = Mapping[str, Sequence[Stretch]]  # an option's letter → its stretches

_ENOUGH = 0.8  # of the questions without an answer a kind of mark must single out options
_SAME_PLACE = 4  # questions whose marks all fall on the same option: a habit of the template
PLAIN = Span(text="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What marks say: the letters by question, the mark in words, and what is to be said of the file."""

    letters: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    name: str = ""
    remark: str = ""
    whole: tuple[int, ...] = ()  # questions all of whose options are marked


def find_marks(questions: Mapping[int, Marked], note: str = "") -> Found:
    """The answers of questions that have options and no answer in words, by any key of the caller's.

    A kind of mark counts where it singles out some but not all options of nearly every question,
    and not always the same. `note` is what the source says of marks: that they are the "answer",
    or "other", or nothing.
    """
    spans = {span for marked in questions.values() for pieces in marked.values() for _count, span in pieces}
    if not any(span != PLAIN for span in spans):
        return Found()
    best, name, whole = dict[int, tuple[str, ...]](), "", tuple[int, ...]()
    for kind, is_marked in _kinds(spans):
        letters = {key: _letters(marked, is_marked) for key, marked in questions.items()}
        found = {key: own for key, own in letters.items() if 0 < len(own) < len(questions[key])}
        if len(found) > len(best):
            best, name = found, kind
            whole = tuple(key for key, own in letters.items() if len(own) == len(questions[key]))
    if not best:
        return Found()
    if note == "other":
        return Found(remark=f"文件里说明{name}不是答案的记号，没有当作答案")
    if note == "answer":
        best |= {key: tuple(questions[key]) for key in whole}
        said = f"文件写明答案由{name}标出，共 {len(best)} 道题"
        return Found(letters=best, name=name, remark=said)
    places = set(best.values())
    if len(places) == 1 and len(best) >= _SAME_PLACE:
        (always,) = places
        return Found(remark=f"每道题都是选项 {'、'.join(always)} 带{name}，像是排版，不能当作答案")
    rest = len(questions) - len(best) - len(whole)
    if rest > (1 - _ENOUGH) * len(questions) or (len(questions) > 2 and len(best) < 2):
        said = f"有 {len(best)} 道题的选项带{name}，其余 {rest} 道没有，不能当作答案"
        return Found(name=name, remark=said, whole=whole)
    return Found(
        letters=best,
        name=name,
        remark=f"这份文件的答案由{name}看出，共 {len(best)} 道题，请抽查",
        whole=whole,
    )


def stretches(spans: Iterable[Span], start: int, end: int) -> list[Stretch]:
    """How the characters from `start` to `end` of a text look, blanks at joints left out."""
    found, position = list[Stretch](), 0
    for span in spans:
        text = span.text[max(0, start - position) : max(0, end - position)].strip()
        if text:
            found.append((len(text), look(span)))
        position += len(span.text)
    return found


def look(span: Span) -> Span:
    """The marks of a span without its text."""
    return Span(
        text="",
        is_bold=span.is_bold,
        is_underlined=span.is_underlined,
        colour=span.colour,
        highlight=span.highlight,
    )


def _kinds(spans: Iterable[Span]) -> list[tuple[str, Callable[[Span], bool]]]:
    colours = sorted({span.colour for span in spans if span.colour})
    kinds: list[tuple[str, Callable[[Span], bool]]] = []
    kinds += [(_colour_name(colour), _of_colour(colour)) for colour in colours[:20]]
    if len(colours) > 1:
        kinds.append(("有色文字", lambda span: bool(span.colour)))
    if any(span.highlight for span in spans):
        kinds.append(("突出显示", lambda span: bool(span.highlight)))
    kinds.append(("加粗文字", lambda span: span.is_bold))
    kinds.append(("下划线", lambda span: span.is_underlined))
    return kinds


def _of_colour(colour: str) -> Callable[[Span], bool]:
    return lambda span: span.colour == colour


def _colour_name(colour: str) -> str:
    try:
        red, green, blue = (int(colour[index : index + 2], 16) for index in (0, 2, 4))
    except ValueError:
        return "有色文字"
    if red > 150 and green < 100 and blue < 100:
        return "红色文字"
    if blue > 120 and red < 110:
        return "蓝色文字"
    if green > 110 and red < 110 and blue < 140:
        return "绿色文字"
    return "有色文字"


def _letters(marked: Marked, is_marked: Callable[[Span], bool]) -> tuple[str, ...]:
    """The options most of whose text carries the mark."""
    return tuple(
        letter
        for letter, pieces in marked.items()
        if 2 * sum(count for count, span in pieces if is_marked(span)) > sum(count for count, _ in pieces)
    )
