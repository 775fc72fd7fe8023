"""What a lesson says of itself at its head, and what a trainer should still look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desk.documents.model import Line, Table
from desk.lessons.blocks import Block, Grid, Heading, Image, Item, Outline, Paragraph, plain
from desk.lessons.citations import shortened
from desk.lessons.plan import LessonPicture, Remark
from desk.lessons.terms import defined_terms, glossary_terms
from lianxue.content.catalog import Catalog
from lianxue.content.quiz import Quiz
from lianxue.content.regulation import Regulation
from lianxue.content.vocabulary import DISCIPLINES

Facts = dict[str, str | int | Sequence[str]]

TO_SUMMARISE = "【待补：一句话说清这一课讲什么】"
_LONGEST_SUMMARY = 90
_SHORTEST_SUMMARY = 12
_CHARACTERS_A_MINUTE = 200
_STEP = 5  # minutes
_MOST_PLACES = 3
_SEVERAL = 5  # lines
_OPTION = re.compile(r"\s*[A-FＡ-Ｆ]\s*[.．、:：]")
_ARTICLE = re.compile(r"\s*第[〇零一二三四五六七八九十百\d]+条[\s　]")
_FIRST_SENTENCE = re.compile(r"[^。！？\n]{4,}?[。！？]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[A-Za-z0-9./?=&%_#:~+-]+")


def lesson_facts(outline: Outline, about: Regulation, month: str, file: str) -> Facts:
    """The front matter of an imported lesson; who reviewed it is for people to say."""
    texts = list(block_texts(outline.blocks))
    headings = [outline.title, *(block.text for block in outline.blocks if isinstance(block, Heading))]
    return {
        "title": outline.title or file.rsplit(".", 1)[0],
        "month": month,
        "regulation": about.id,
        "audience": outline.audience,
        "discipline": tuple(name for name in DISCIPLINES if any(name in text for text in headings)),
        "minutes": _minutes(texts),
        "summary": _summary(outline.blocks),
        "source": regulation_source(about),
    }


def regulation_source(about: Regulation) -> str:
    """The text a lesson rests on: 《…条例》（2023年12月19日发布）."""
    issued = about.issued_on
    day = f"（{issued.year}年{issued.month}月{issued.day}日发布）" if issued else ""
    return f"《{about.title}》{day}"


def _minutes(texts: Sequence[str]) -> int:
    """How long reading takes, at 200 characters a minute, in steps of five."""
    characters = sum(len(re.sub(r"\s", "", text)) for text in texts)
    return max(_STEP, -(-characters // (_CHARACTERS_A_MINUTE * _STEP)) * _STEP)


def _summary(blocks: Sequence[Block]) -> str:
    """The first sentence of the first paragraph that has one of fair length."""
    for block in blocks:
        if isinstance(block, Paragraph) and not block.is_quote:
            match = _FIRST_SENTENCE.match(block.text)
            if match and _SHORTEST_SUMMARY <= len(match.group()) <= _LONGEST_SUMMARY:
                return match.group()
            break
    return TO_SUMMARISE


def block_texts(blocks: Sequence[Block]) -> Iterator[str]:
    """The plain text of every block."""
    for block in blocks:
        if isinstance(block, (Heading, Paragraph)):
            yield block.text
        elif isinstance(block, Item):
            yield plain(block.runs)
        elif isinstance(block, Grid):
            yield "\n".join(cell for row in block.rows for cell in row)


def to_fill(facts: Facts, pictures: Sequence[LessonPicture]) -> Iterator[Remark]:
    """What stands as 待补 on the page."""
    if facts["summary"] == TO_SUMMARISE:
        message = "没有找到合适的第一句作摘要：请写一句话，用在首页"
        yield Remark(where="文件开头", text="摘要", message=message)
    for picture in pictures:
        if not picture.alt:
            message = "图片没有说明：请写图里有什么，看不见图的学员靠它"
            yield Remark(where=picture.where, text=picture.name, message=message)


def new_terms(blocks: Sequence[Block], catalog: Catalog) -> Iterator[Remark]:
    """The words a lesson explains and the glossary does not have."""
    known, seen = set(glossary_terms(catalog)), set()
    for block in blocks:
        if isinstance(block, (Paragraph, Item)):
            text = block.text if isinstance(block, Paragraph) else plain(block.runs)
            for term in defined_terms(text):
                if term not in known and term not in seen:
                    seen.add(term)
                    yield Remark(where=block.where, text=term, message=shortened(text))


def lesson_remarks(
    catalog: Catalog, outline: Outline, lesson_id: str, month: str, quizzes: Sequence[Quiz]
) -> Iterator[str]:
    """What to think of before the lesson is published."""
    if not outline.title:
        yield "讲稿里没有找到课名，用了文件名：可以用 --title 另写"
    for other in catalog.lessons.values():
        if other.month == month and other.id != lesson_id:
            yield f"{month} 已经有一课：{other.path}（{other.title}），两课会并列显示"
    if not any(isinstance(block, Heading) for block in outline.blocks):
        yield "没有找到小标题：请在 Word 里给小标题设“标题”样式，或用“一、”“（一）”编号，学员才有目录可看"
    if not quizzes:
        yield f"还没有这一课的自测题：写入以后用 new quiz --lesson {lesson_id} 新建一套，题目就会出现在课文后面"
    for block in outline.blocks:
        if isinstance(block, Image) and not block.name:
            yield f"{block.where}的图片读不出来"


def kind_remarks(blocks: Sequence[Line | Table]) -> Iterator[str]:
    """Whether the file is something else than a talk."""
    texts = [block.text for block in blocks if isinstance(block, Line) and block.text.strip()]
    options = sum(1 for text in texts if _OPTION.match(text))
    articles = sum(1 for text in texts if _ARTICLE.match(text))
    if options >= _SEVERAL and options * 4 >= len(texts):
        yield "这个文件看着像试卷：题目请用 import 读入"
    elif articles >= _SEVERAL and articles * 2 >= len(texts):
        yield "这个文件看着像法规文本：请用 import-regulation 导入"


def underline_remarks(blocks: Sequence[Line | Table]) -> Iterator[str]:
    """Where words are underlined, which a page shows only for links."""
    places = [
        block.where
        for block in blocks
        if isinstance(block, Line)
        and any(span.is_underlined and re.search("[一-鿿A-Za-z]", span.text) for span in block.spans)
    ]
    if places:
        listed = "、".join(places[:_MOST_PLACES]) + (
            f"等 {len(places)} 处" if len(places) > _MOST_PLACES else ""
        )
        yield f"文字的下划线没有带过来（{listed}）：网页上看着像链接；要强调，请改用加粗"


def address_remarks(texts: Sequence[str], addresses: Sequence[str]) -> Iterator[str]:
    """Which addresses became text."""
    found = dict.fromkeys([*addresses, *(match for text in texts for match in _ADDRESS.findall(text))])
    if found:
        listed = "、".join(list(found)[:5]) + (" 等" if len(found) > 5 else "")
        yield f"站外的网址只作文字显示，不做链接（内网和离线包里打不开）：{listed}"
