"""Answers shown by nothing but colour, highlight, bold or underline."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk.documents.model import Span
from desk.importing.papers.items import Item, Option
from desk.importing.papers.lines import PaperLine

_ENOUGH = 0.8  # of the questions without an answer a kind of mark must single out options
_SAME_PLACE = 4  # questions whose marks all fall on the same option: a habit of the template


def read_marks(
    items: Sequence[Item], lines: Sequence[PaperLine]
) -> tuple[dict[int, tuple[str, ...]], str, str]:
    """(answers by the position of the question, the mark in words, a remark on the file).

    A kind of mark counts where it singles out some but not all options of nearly every question
    that has options and no answer in words, and agrees with the answers that are in words.
    """
    open_items = {
        index: item
        for index, item in enumerate(items)
        if item.options and not any(item.answers) and not item.keys
    }
    if not open_items or not any(line.spans for line in lines):
        return {}, "", ""
    best: tuple[dict[int, tuple[str, ...]], str] = ({}, "")
    whole: list[Item] = []
    for name, is_marked in _kinds(lines):
        letters = {index: _letters(item, lines, is_marked) for index, item in open_items.items()}
        found = {
            index: own for index, own in letters.items() if 0 < len(own) < len(open_items[index].options)
        }
        if len(found) > len(best[0]):
            best = (found, name)
            whole = [item for index, item in open_items.items() if len(letters[index]) == len(item.options)]
    found, name = best
    if not found:
        return {}, "", ""
    places = set(found.values())
    if len(places) == 1 and len(found) >= _SAME_PLACE:
        (letters_of_all,) = places
        said = f"每道题都是选项 {'、'.join(letters_of_all)} 带{name}，像是排版，不能当作答案"
        return {}, "", said
    for item in whole:
        item.doubts.append(f"{len(item.options)} 个选项全是{name}，请确认是不是都对")
    if len(found) + len(whole) < _ENOUGH * len(open_items) or (len(open_items) > 2 and len(found) < 2):
        said = f"有 {len(found)} 道题的选项带{name}，其余 {len(open_items) - len(found) - len(whole)} 道没有，不能当作答案"
        return {}, "", said
    return found, name, f"这份文件的答案由{name}看出，共 {len(found)} 道题，请抽查"


def _kinds(lines: Sequence[PaperLine]) -> list[tuple[str, Callable[[Span], bool]]]:
    colours = sorted({span.colour for line in lines for span in line.spans if span.colour})
    highlights = sorted({span.highlight for line in lines for span in line.spans if span.highlight})
    kinds: list[tuple[str, Callable[[Span], bool]]] = []
    kinds += [(_colour_name(colour), _of_colour(colour)) for colour in colours[:20]]
    if len(colours) > 1:
        kinds.append(("有色文字", lambda span: bool(span.colour)))
    if highlights:
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


def _letters(item: Item, lines: Sequence[PaperLine], is_marked: Callable[[Span], bool]) -> tuple[str, ...]:
    return tuple(option.letter for option in item.options if _is_option_marked(option, lines, is_marked))


def _is_option_marked(option: Option, lines: Sequence[PaperLine], is_marked: Callable[[Span], bool]) -> bool:
    """Whether most of an option's text carries the mark."""
    marked = total = 0
    for line, start, end in option.pieces:
        position = 0
        if not lines[line].spans:
            total += end - start
            continue
        for span in lines[line].spans:
            overlap = max(0, min(end, position + len(span.text)) - max(start, position))
            text = span.text[max(0, start - position) : max(0, end - position)].strip()
            overlap = min(overlap, len(text))
            total += overlap
            marked += overlap if is_marked(span) else 0
            position += len(span.text)
    return total > 0 and marked * 2 > total


def underlined_in_stem(item: Item, lines: Sequence[PaperLine]) -> list[str]:
    """The underlined words of a stem, in order: fillings of gaps that were filled in."""
    found: list[str] = []
    for line, start, end in item.stem_pieces:
        position = 0
        previous = False
        for span in lines[line].spans:
            inside = max(0, min(end, position + len(span.text)) - max(start, position)) > 0
            if inside and span.is_underlined and span.text.strip(" _　"):
                if previous:
                    found[-1] += span.text
                else:
                    found.append(span.text)
                previous = True
            else:
                previous = False
            position += len(span.text)
    return [text.strip() for text in found]
