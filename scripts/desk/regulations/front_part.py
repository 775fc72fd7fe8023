"""Read what stands before the first article or division: title, 题注, table of contents, preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desk.regulations.labels import article_label, close_up, division_of, is_short_heading
from desk.regulations.model import LineUse, TextLine

_KINDS = "章程|宪法|条例|准则|规则|规定|办法|细则|规程|法|意见|决定|通知|规范|纲要|方案|制度|公约|守则|标准|修正案|解释"
_TITLE = re.compile(rf"《?(?P<title>[^《》，。；：]*?(?:{_KINDS})(?:[（(][^（()）]{{1,12}}[）)])?)》?$")
# A decision names what it changes: …关于修改《…条例》的决定.
_ABOUT_OTHERS = re.compile(
    r"(?P<title>[^《》，。；：]{0,40}关于[^《》，。；：]{1,12}(?:《[^《》]{2,60}》[、和及]?)+[^《》，。；：]{0,12}的(?:决定|决议|解释|批复|意见|规定))$"
)
_CONTENTS = re.compile(r"目\s*[录次]$")
_PREAMBLES = ("总纲", "序言", "导语", "前言", "引言", "序")
_CAPTION = re.compile(r"[（(]")
_DATED = re.compile(
    r"(?:\d{4}|[一二][〇○零0一二三四五六七八九]{3})\s*[年.]\s*[\d一二三四五六七八九十]{1,3}.*(?:通过|批准|发布|公布|印发|修订|修正|修改|施行)"
)
_NUMBERED = re.compile(
    r"[一-鿿]{1,12}[〔（(\[\\]+\d{4}[\\\]）)〕]+\d{1,4}\s*号|第\s*\d{1,4}\s*号令?$|.{0,14}第\s*\d+\s*号令$"
)
_BARE_DATE = re.compile(
    r"[（(]?(?:\d{4}|[一二][〇○零0一二三四五六七八九]{3})\s*年[\d一二三四五六七八九十]+月(?:[\d一二三四五六七八九十]+日)?[）)]?$"
)
_NOTICE = re.compile(
    r"现印发|现予(?:公布|发布)|全文如下|印发给你们|请遵照|请认真贯彻|的通知$|印发《|各[省部单地]|现将|下载|自行设|同意发布"
)
_LONGEST_CAPTION = 12  # lines
_LONGEST_TITLE = 80  # characters
_FIRST_POINT = re.compile("一、")  # opens the text of a document without articles
_SHORTEST = 12  # characters of a paragraph that may be a preamble though nothing calls it one


@dataclass(slots=True)
class FrontPart:
    """What the lines before the first article came to; `end` is the first line after them."""

    title: str = ""
    captions: list[str] = field(
        default_factory=list
    )  # 题注, numbers, dates, notices: facts are read from them
    preamble: str = ""
    preamble_lines: list[TextLine] = field(default_factory=list)
    preamble_place: str = ""
    uses: list[LineUse] = field(default_factory=list)
    end: int = 0


def read_front_part(lines: Sequence[TextLine], file_title: str) -> FrontPart:
    """Everything before the text proper. `file_title` stands in where no line looks like a title."""
    front = FrontPart()
    start = _first_structure(lines)
    position = _read_title(lines[:start], front, file_title)
    position = _read_captions(lines, position, start, front)
    front.end = _read_preamble(lines, position, start, front)
    return front


def _first_structure(lines: Sequence[TextLine]) -> int:
    """The first line of the text that is an article or a division, behind the table of contents."""
    end = _end_of_contents(lines)
    for index in range(end, len(lines)):
        label = article_label(lines[index].text)
        if division_of(lines[index].text) or (label and (label.is_apart or not label.is_reference)):
            return index
    points = (index for index in range(end, len(lines)) if _FIRST_POINT.match(lines[index].text))
    return next(points, len(lines))


def _end_of_contents(lines: Sequence[TextLine]) -> int:
    """The line after a table of contents, 0 where there is none.

    A table is a run of divisions that all come again; blanks, dots and page numbers do not count.
    """
    names = [division_of(line.text) for line in lines]
    index = 0
    while index < len(lines) and names[index] is None:
        if article_label(lines[index].text):
            return 0
        index += 1
    first = index
    seen: list[str] = []
    while index < len(lines) and not article_label(lines[index].text):
        division = names[index]
        if division:
            if seen and division.name == seen[0]:
                break  # the text begins anew with its first division
            seen.append(division.name)
        elif len(lines[index].text) > 40 or lines[index].text.endswith("。"):
            break
        index += 1
    later = [division.name for division in names[index:] if division]
    known = set(later)
    is_headed = any(_CONTENTS.match(line.text) for line in lines[:first])
    if len(seen) < 2 or not (is_headed or all(name in known for name in seen)):
        return 0
    return index - _headings_before(lines, first, index)


def _headings_before(lines: Sequence[TextLine], first: int, end: int) -> int:
    """How many lines at the end of a table already belong to the text: 序言 a second time."""
    earlier = {close_up(line.text) for line in lines[:end]}
    count = 0
    while end - count - 1 > first and close_up(lines[end - count - 1].text) in _PREAMBLES and earlier:
        count += 1
    return count


def _read_title(lines: Sequence[TextLine], front: FrontPart, file_title: str) -> int:
    """The line after the title; a title that comes again later opens the text after a notice."""
    head = lines[:40]
    found = _titles(head, 1) or _titles(head, 2) or _titles(head, 3)
    found = found or _titles(head, 1, _ABOUT_OTHERS) or _titles(head, 2, _ABOUT_OTHERS)
    first = lines[0] if lines else None
    if not found and first and first.is_heading and is_short_heading(first.text):
        front.title = close_up(first.text)  # whatever it is called, it stands as the title
        front.uses.append(LineUse(first.where, first.text, "标题", True))
        return 1
    if not found:
        front.title = file_title
        return 0
    names = [title for _start, _end, title in found]
    front.title = file_title if file_title in names else names[0]
    repeated = [item for item in found if _folded(item[2]) == _folded(front.title)]
    front.title = repeated[0][2] if repeated else front.title
    _start, end, _title = repeated[-1] if repeated else found[0]
    for index, line in enumerate(lines[:end]):
        in_title = any(
            first <= index < last and _folded(title) == _folded(front.title) for first, last, title in found
        )
        if not in_title:
            front.captions.append(line.text)
        front.uses.append(LineUse(line.where, line.text, "标题" if in_title else "标题前的文字", in_title))
    return end


def _titles(
    lines: Sequence[TextLine], count: int, pattern: re.Pattern[str] = _TITLE
) -> list[tuple[int, int, str]]:
    """(first line, line after, title) wherever `count` lines together look like a title."""
    found = []
    for index in range(len(lines) - count + 1):
        parts = [close_up(line.text) for line in lines[index : index + count]]
        text = "".join(parts)
        match = pattern.match(text)
        is_title = (
            match and len(text) <= _LONGEST_TITLE and not _NOTICE.search(text) and not _CAPTION.match(text)
        )
        if match and is_title and all(is_short_heading(part) or count == 1 for part in parts[:-1]):
            found.append((index, index + count, match["title"]))
    return found


def is_title(text: str) -> bool:
    """Whether a line looks like the name of a regulation."""
    closed = close_up(text)
    return _TITLE.match(closed) is not None or _ABOUT_OTHERS.match(closed) is not None


def _folded(title: str) -> str:
    """A title without its quotation marks, which copies write in many ways."""
    return re.sub("[\"'“”‘’＂]", "", title)


def _read_captions(lines: Sequence[TextLine], position: int, start: int, front: FrontPart) -> int:
    """题注 in brackets, over several lines if need be; bare dates and numbers; the table of contents."""
    is_open = False
    count = 0
    while position < start:
        text = lines[position].text
        goes_on = is_open
        if not (goes_on or _is_caption(text)) or count >= _LONGEST_CAPTION:
            break
        if _CAPTION.match(text):
            is_open = True
        if (
            is_open
            and text.rstrip("。").endswith(("）", ")"))
            and text.count("（") + text.count("(") <= text.count("）") + text.count(")") + 1
        ):
            is_open = False
        if goes_on:
            front.captions[-1] += text  # a date may be broken over two lines
        else:
            front.captions.append(text)
        front.uses.append(LineUse(lines[position].where, text, "题注", True))
        position, count = position + 1, count + 1
    return position


def _is_caption(text: str) -> bool:
    is_bracketed = bool(_CAPTION.match(text)) and not re.match(r"[（(][一二三四五六七八九十\d]+[）)]", text)
    return is_bracketed or bool(
        _BARE_DATE.match(text)
        or _NUMBERED.match(text)
        or (len(text) <= 120 and _DATED.search(text) and text[-1] != "。")
    )


def _read_preamble(lines: Sequence[TextLine], position: int, start: int, front: FrontPart) -> int:
    """The paragraphs before the first article under their heading (总纲), or as 导语 without one."""
    is_contents = False
    for index in range(position, start):
        line = lines[index]
        text = close_up(line.text)
        if (
            _CONTENTS.match(text)
            or division_of(line.text)
            or (is_contents and _comes_again(text, lines[index + 1 :]))
        ):
            is_contents = True
            front.uses.append(LineUse(line.where, line.text, "目录", False))
        elif text in _PREAMBLES and not front.preamble:
            is_contents = False
            front.preamble, front.preamble_place = text, line.where
            front.uses.append(LineUse(line.where, line.text, "序言的标题", True))
        elif text == "总则" or (front.preamble_lines and is_short_heading(line.text)):
            start = index  # a heading of the text proper: 党员廉洁自律规范, or 总则 without a number
            break
        elif not front.preamble and (
            _NOTICE.search(text) or not text.endswith(("。", "；", "：")) or len(text) < _SHORTEST
        ):
            front.captions.append(text)
            front.uses.append(LineUse(line.where, line.text, "正文前的文字", False))
        else:
            front.preamble_place = front.preamble_place or line.where
            front.preamble_lines.append(line)
            front.uses.append(LineUse(line.where, line.text, "序言", True))
    if front.preamble_lines and not front.preamble:
        front.preamble = "导语"
    if not front.preamble_lines:
        front.preamble = ""
    return start


def _comes_again(text: str, rest: Sequence[TextLine]) -> bool:
    return any(close_up(line.text) == text for line in rest[:400])
