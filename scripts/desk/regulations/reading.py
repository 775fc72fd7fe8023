"""Read an official text: every line of it becomes part of the regulation, or is set aside with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from desk.documents.model import OpenedFile
from desk.regulations.dates_of_text import read_facts
from desk.regulations.front_part import is_title, read_front_part
from desk.regulations.labels import article_label, close_up, division_of, is_short_heading, opens_item
from desk.regulations.model import LineUse, Provision, RegulationReading, TextLine, TextProblem
from desk.regulations.numbering import LabelledLine, article_starts, split_inside
from desk.regulations.text_lines import text_lines
from lianxue.content.article import Article

_ANNEX = re.compile(r"附\s*(?:件|录|表|则?：|：|:)\s*[一二三四五六七八九十\d]*\s*[：:.、]?")
_MOST_AT_END = 6  # paragraphs; the last article says since when a text holds
WHOLE = "正文"  # what we call a text without articles that has no preamble of its own
_POINT = re.compile(r"[一二三四五六七八九十]{1,3}、\s*(?=\S)")
_BARE_POINT = re.compile(r"[一二三四五六七八九十]{1,3}、\s*$")
_LONGEST_POINT = 40
_SENTENCE = re.compile("[：，]“|[。；：，！？][”’）]*$")
_ENDS_OF_PARAGRAPH = "。；：！？”）"
_SHOWN = 20  # characters
_CLOSING = re.compile(r"[（(]以上附|[（(]?(?:来源|原载|责任编辑|新华社.{0,6}电)")


@dataclass(slots=True)
class _Body:
    """The text proper while it is read."""

    provisions: list[Provision] = field(default_factory=list)
    uses: list[LineUse] = field(default_factory=list)
    problems: list[TextProblem] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)  # of the last provision


def read_regulation(opened: OpenedFile) -> RegulationReading:
    """The regulation in a file. A file without 第一条 has no articles; nothing is raised."""
    lines, uses, is_wrapped = text_lines(opened)
    front = read_front_part(lines, _title_elsewhere(opened))
    rest = lines[front.end :]
    end = _end_of_text(rest)
    labelled, problems = article_starts(split_inside(rest[:end]))
    body = _Body(problems=problems)
    has_articles = any(line.article for line in labelled)
    preamble = front.preamble or ("" if has_articles else WHOLE)
    if preamble:
        heading = Provision(heading=preamble, where=front.preamble_place, is_preamble=True)
        body.provisions.append(heading)
        body.paragraphs = [line.text for line in front.preamble_lines]
    if has_articles:
        _read_body(labelled, body)
    else:
        _read_points([line.line for line in labelled], body)
    uses += [*front.uses, *body.uses]
    after = "附件" if rest[end:] and _ANNEX.match(rest[end].text) else "正文后的文字"
    uses += [LineUse(line.where, line.text, after, False) for line in rest[end:]]
    places = {line.where: number for number, line in enumerate(lines)}
    uses.sort(key=lambda use: places.get(use.where, -1))
    texts = ["　".join(item.paragraphs) for item in body.provisions if item.article or not has_articles]
    return RegulationReading(
        file=opened.name,
        facts=read_facts(front.title, front.captions, texts),
        preamble=preamble,
        provisions=tuple(_in_order(body.provisions)),
        uses=tuple(uses),
        problems=(
            *_doubts_about_title(front.title),
            *_doubts_about_rest(rest[end:]),
            *body.problems,
            *_doubts(body.provisions, is_wrapped=is_wrapped),
        ),
    )


def _doubts_about_title(title: str) -> Iterator[TextProblem]:
    if not is_title(title):
        yield TextProblem("开头", f"没有认出法规的名称，暂用“{title}”：请用 --title 写明")


def _doubts_about_rest(lines: Sequence[TextLine]) -> Iterator[TextProblem]:
    """A second regulation behind the first is not read."""
    labels = (article_label(line.text) for line in lines)
    if any(label and label.is_apart and label.article == Article(1) for label in labels):
        message = "从这里起是另一部法规（又从第一条数起），没有读入：请把它另存为一个文件，再导入一次"
        yield TextProblem(lines[0].where, message)


def _doubts(provisions: Sequence[Provision], *, is_wrapped: bool) -> Iterator[TextProblem]:
    """What a reader should look at though the count is right."""
    articles = [item for item in provisions if item.article]
    if is_wrapped and articles:
        message = "原文按页面宽度断行，段落是接起来的：请核对各条分几款"
        yield TextProblem(articles[0].where, message)
    empty = [item for item in articles if not item.paragraphs]
    for item in empty:
        yield TextProblem(item.where, f"{item.heading}下面没有文字")
    yield from _doubts_at_the_end(articles)


def _doubts_at_the_end(articles: Sequence[Provision]) -> Iterator[TextProblem]:
    """What stands behind the last article may be no part of it: signatures, lists, words of a web page."""
    if not articles:
        return
    last = articles[-1]
    count = len(last.paragraphs)
    loose = [text for text in last.paragraphs[1:] if text[-1] not in _ENDS_OF_PARAGRAPH]
    if count > _MOST_AT_END:
        message = f"最后一条（{last.heading}）后面有 {count} 段文字：请核对是不是都属于这一条"
        yield TextProblem(last.where, message)
    elif loose:
        message = f"最后一条（{last.heading}）后面有“{loose[0][:_SHOWN]}”：请核对是不是属于这一条"
        yield TextProblem(last.where, message)


def _title_elsewhere(opened: OpenedFile) -> str:
    """A title that stands only in the header of the pages, else the file's name."""
    headers = [aside.text.strip() for aside in opened.asides if aside.where.startswith("页眉")]
    return next(filter(is_title, headers), re.split("_", PurePath(opened.name).stem)[0])


def _read_body(lines: Sequence[LabelledLine], body: _Body) -> None:
    skip = 0
    is_double = False  # inside an article that stands twice
    for index, (line, article, opens_double) in enumerate(lines):
        if skip:
            skip -= 1
            continue
        division = division_of(line.text)
        is_double = opens_double or (is_double and article is None and not division)
        following = lines[index + 1 : index + 3]
        if article is not None:
            label = article_label(line.text)
            text = label.rest if label else line.text
            _open(body, Provision(heading=article.label, where=line.where, article=article))
            body.paragraphs += [text] if text else []
            body.uses.append(LineUse(line.where, line.text, "条文", True))
        elif division:
            heading, skip = _division_heading(line, following)
            _open(body, Provision(heading=heading, where=line.where))
            for part in [line, *(item.line for item in following[:skip])]:
                body.uses.append(LineUse(part.where, part.text, "编章节", True))
        elif is_double:
            body.uses.append(LineUse(line.where, line.text, "重复的条文", False))
        elif _is_heading(line, following, body):
            _open(body, Provision(heading=close_up(line.text), where=line.where))
            body.uses.append(LineUse(line.where, line.text, "小标题", True))
        elif body.provisions:
            body.paragraphs.append(line.text)
            body.uses.append(LineUse(line.where, line.text, "条文", True))
        else:
            body.uses.append(LineUse(line.where, line.text, "正文前的文字", False))
    _close(body)


def _read_points(lines: Sequence[TextLine], body: _Body) -> None:
    """A text without articles: 一、 with a short title is a heading, everything else a paragraph."""
    bare = ""  # 二、 alone on its line belongs to the next
    for line in lines:
        text = f"{bare}{line.text}"
        bare = ""
        if _BARE_POINT.match(text):
            bare = text
        elif _POINT.match(text) and len(text) <= _LONGEST_POINT and not _SENTENCE.search(text):
            _open(body, Provision(heading=close_up(text), where=line.where))
        else:
            body.paragraphs.append(text)
        body.uses.append(LineUse(line.where, line.text, "正文", True))
    _close(body)


def _open(body: _Body, provision: Provision) -> None:
    _close(body)
    body.provisions.append(provision)


def _close(body: _Body) -> None:
    """Give the last provision the paragraphs gathered for it."""
    if body.provisions and body.paragraphs:
        last = body.provisions[-1]
        body.provisions[-1] = Provision(
            heading=last.heading,
            where=last.where,
            paragraphs=tuple(body.paragraphs),
            article=last.article,
            is_preamble=last.is_preamble,
        )
    body.paragraphs = []


def _division_heading(line: TextLine, following: Sequence[LabelledLine]) -> tuple[str, int]:
    """第一章 总则, and how many following lines were part of it: titles are broken over two lines."""
    division = division_of(line.text)
    assert division is not None
    label = re.match(r"[*•·#\s　]*(第.{1,8}?(?:分编|编|章|节))", line.text)
    name = "".join(label[1].split()) if label else ""
    title = division.title
    for index, (part, article, _is_double) in enumerate(following):
        ahead = following[index + 1] if index + 1 < len(following) else None
        is_rest = article is None and not division_of(part.text) and is_short_heading(part.text)
        is_followed = ahead is None or ahead.article is not None or division_of(ahead.line.text) is not None
        if not is_rest or (title and not is_followed):
            return f"{name} {title}".strip(), index
        title += close_up(part.text)
        if index == 0:
            return f"{name} {title}".strip(), 1
    return f"{name} {title}".strip(), 0


def _is_heading(line: TextLine, following: Sequence[LabelledLine], body: _Body) -> bool:
    """A short line without a number, before an article or a division: 党员廉洁自律规范."""
    if not is_short_heading(line.text) or opens_item(line.text):
        return False
    if close_up(line.text) in ("总则", "附则", "罚则", "分则"):
        return True
    before = body.paragraphs[-1] if body.paragraphs else ""
    is_followed = bool(following) and following[0].article is not None
    return (
        is_followed and (not before or before.endswith(("。", "）", ")", "”", "："))) and len(line.text) >= 4
    )


def _end_of_text(lines: Sequence[TextLine]) -> int:
    """Where the annexes begin: behind the last article, and before nothing that counts on."""
    last = max((index for index, line in enumerate(lines) if _is_article(line.text)), default=-1)
    for index in range(last + 1, len(lines)):
        text = lines[index].text
        if (_ANNEX.match(text) and len(text) <= 60) or _CLOSING.match(text):
            return index
    return _end_before_other_text(lines)


def _is_article(text: str) -> bool:
    label = article_label(text)
    return label is not None and label.is_apart


def _end_before_other_text(lines: Sequence[TextLine]) -> int:
    """A second text that begins with 第一条 again ends the first."""
    highest = Article(0)
    for index, line in enumerate(lines):
        label = article_label(line.text)
        if label is None or not label.is_apart:
            continue
        if label.article == Article(1) and highest >= Article(5):
            while index and (division_of(lines[index - 1].text) or is_title(lines[index - 1].text)):
                index -= 1
            return index
        highest = max(highest, label.article)
    return len(lines)


def _in_order(provisions: Sequence[Provision]) -> list[Provision]:
    """The provisions with articles in the order of their numbers; what is in order stays in place."""
    ordered: list[Provision] = []
    for provision in provisions:
        place = len(ordered)
        if provision.article:
            later = [
                index
                for index, item in enumerate(ordered)
                if item.article and item.article > provision.article
            ]
            place = later[0] if later else place
        ordered.insert(place, provision)
    return ordered
