"""Reading official texts: what they say of themselves, their articles, and every line's use."""

from __future__ import annotations

from datetime import date

import pytest

from desk.documents.model import Aside, Line, OpenedFile, Table
from desk.regulations.reading import read_regulation

from .conftest import NEW_TEXT, opened

HEAD = "学习守则\n第一条　甲。\n第二条　乙。\n"


def labels(text: str) -> list[str]:
    """The articles that are read from a text."""
    return [article.label for article in read_regulation(opened(text)).articles]


def messages(text: str) -> list[str]:
    """The problems of a text, with their places."""
    return [f"{item.where}：{item.message}" for item in read_regulation(opened(text)).problems]


def test_a_text_is_read_whole() -> None:
    """Title, issuer, dates, headings and articles, and no line left over."""
    reading = read_regulation(opened(NEW_TEXT))
    assert (reading.facts.title, reading.facts.issuer) == ("学习守则", "某局机关党委")
    assert (reading.facts.issued_on, reading.facts.effective_on) == (date(2025, 12, 1), date(2026, 1, 1))
    assert [item.heading for item in reading.provisions if not item.article] == ["第一章 总则", "第二章 附则"]
    assert len(reading.articles) == 8
    assert reading.provisions[6].paragraphs[1] == "（一）无故缺课三次以上的；"
    assert (reading.problems, reading.unused) == ((), ())


@pytest.mark.parametrize(
    ("caption", "issued_on", "effective_on", "number"),
    [
        ("（一九八七年七月十四日）", date(1987, 7, 14), date(1987, 7, 14), ""),
        ("（某党发〔2020〕3号 2020年5月6日）", date(2020, 5, 6), date(2020, 5, 6), "某党发〔2020〕3号"),
        ("（2020年5月6日某委员会第三次会议通过）", None, None, ""),
        ("（2020年5月1日某局党组批准\n2020年5月6日某局党组印发）", date(2020, 5, 6), date(2020, 5, 6), ""),
        ("", None, None, ""),
    ],
)
def test_dates_are_only_what_the_text_says(
    caption: str, issued_on: date | None, effective_on: date | None, number: str
) -> None:
    """A day of passage is no day of issue; 自发布之日起 counts from the day of issue."""
    facts = read_regulation(opened(f"学习守则\n{caption}\n第一条　甲。\n第二条　自发布之日起施行。\n")).facts
    assert (facts.issued_on, facts.effective_on, facts.document_number) == (issued_on, effective_on, number)


def test_a_table_of_contents_is_no_text() -> None:
    """Its lines are set aside with their places, page numbers or not; the headings stand once."""
    text = "学习守则\n目　录\n第一章　总则…………1\n第二章　附则…………2\n第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙。\n"
    reading = read_regulation(opened(text))
    assert [(use.where, use.use) for use in reading.unused] == [
        ("第 2 行", "目录"),
        ("第 3 行", "目录"),
        ("第 4 行", "目录"),
    ]
    assert [item.heading for item in reading.provisions] == ["第一章 总则", "第一条", "第二章 附则", "第二条"]


def test_page_numbers_headers_and_annexes_are_set_aside() -> None:
    """What belongs to the print or comes behind the text is listed, not written."""
    text = "学习守则\n第一条　甲。\n— 1 —\n学习守则\n第二条　乙。\n学习守则\n附件：1.登记表\n姓名　单位\n"
    unused = read_regulation(opened(text)).unused
    assert [(use.text, use.use) for use in unused] == [
        ("— 1 —", "页码"),
        ("学习守则", "页眉页脚"),
        ("学习守则", "页眉页脚"),
        ("附件：1.登记表", "附件"),
        ("姓名　单位", "附件"),
    ]


def test_a_preamble_has_its_name_or_ours() -> None:
    """总纲 under its heading; paragraphs without one before the first article are 导语."""
    named = read_regulation(opened("某章程\n总　纲\n学习是义务。\n要坚持下去。\n第一章 总则\n第一条 甲。\n"))
    assert (named.preamble, named.provisions[0].paragraphs) == ("总纲", ("学习是义务。", "要坚持下去。"))
    unnamed = read_regulation(opened("某准则\n全体党员必须坚持学习，不断进步。\n党员规范\n第一条 甲。\n"))
    assert (unnamed.preamble, unnamed.provisions[1].heading) == ("导语", "党员规范")


def test_a_notice_before_the_text_is_set_aside() -> None:
    """The title that comes again opens the text; number and date are taken from the notice."""
    text = "学习守则\n某党发〔2020〕3号\n各支部：\n现印发给你们，请遵照执行。\n2020年5月6日\n学习守则\n第一条　甲。\n"
    reading = read_regulation(opened(text))
    assert reading.facts.document_number == "某党发〔2020〕3号"
    assert reading.facts.issued_on == date(2020, 5, 6)
    assert {use.use for use in reading.unused} == {"标题前的文字"}


@pytest.mark.parametrize(
    "text",
    [
        "学习守则\n第１条 甲。\n第２条 乙。\n",
        "学习守则\n第一条\n甲。\n第二条\n乙。\n",
        "学习守则\n第一条为了甲。\n第二条党员乙。\n",
        "学习守则\n**第一条** 甲。\n**第二条** 乙。\n",
        "学习守则\n第 一 条　甲。\n第 二 条　乙。\n",
        "学习守则\n第一条　甲。第二条　乙。\n",
    ],
)
def test_articles_are_found_however_they_are_written(text: str) -> None:
    """Digits of any kind, a line of their own, no blank, bold, blanks inside, in the middle of a line."""
    assert labels(text) == ["第一条", "第二条"]


def test_mentions_inside_sentences_are_no_articles() -> None:
    """第二条规定的… at the start of a paragraph, and 本守则第三条 in the middle of one."""
    text = "学习守则\n第一条　甲，见本守则第二条。第二条规定的除外。\n第二条规定的情形，从其规定。\n第二条　乙。\n"
    reading = read_regulation(opened(text))
    assert [article.label for article in reading.articles] == ["第一条", "第二条"]
    assert reading.provisions[0].paragraphs[1] == "第二条规定的情形，从其规定。"


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("第四条　丁。\n", ["第 4 行：第四条前面缺第三条：请核对原文"]),
        (
            "第二条　又乙。\n",
            ["第 4 行：第二条前面已经有了（第 3 行），这一处没有写进页面，请核对原文"],
        ),
        ("第四条　丁。\n第三条　丙。\n", ["第 5 行：第三条排在第四条后面，页面上按条文次序排列"]),
        ("第二条之一　插。\n", ["第 4 行：第二条之一是插入的条文，登记为 2之1"]),
        ("第三条\n", ["第 4 行：第三条下面没有文字"]),
    ],
)
def test_the_count_of_articles_is_checked(added: str, expected: list[str]) -> None:
    """Gaps, doubles, wrong order and inserted articles are said with their places."""
    assert messages(HEAD + added) == expected


def test_a_doubled_article_is_set_aside() -> None:
    """Its paragraphs are no part of the article before; a sentence that goes on there is."""
    text = f"{HEAD}第二条　又乙。\n又乙之二。\n第三条　丙，依照\n第二条 执行。\n"
    reading = read_regulation(opened(text))
    assert [item.paragraphs for item in reading.provisions[1:]] == [("乙。",), ("丙，依照", "第二条 执行。")]
    assert [(use.text, use.use) for use in reading.unused] == [
        ("第二条　又乙。", "重复的条文"),
        ("又乙之二。", "重复的条文"),
    ]


def test_a_second_text_behind_the_first_is_left_out() -> None:
    """An article 1 behind many others begins another text, with the headings above it."""
    first = "".join(f"第{number}条　甲。\n" for number in "一二三四五六")
    reading = read_regulation(opened(f"学习守则\n{first}第一章　总则\n第一条　另一份。\n"))
    assert len(reading.articles) == 6
    assert [use.text for use in reading.unused] == ["第一章　总则", "第一条　另一份。"]
    assert [(problem.where, problem.message) for problem in reading.problems] == [
        ("第 8 行", "从这里起是另一部法规（又从第一条数起），没有读入：请把它另存为一个文件，再导入一次")
    ]


def test_wrapped_lines_become_paragraphs_again() -> None:
    """A PDF breaks lines at the edge of the page: sentences are joined, and the reader is told."""
    wide = "党员应当按照规定参加集中学习并且做好学习笔记支部应当每月检查一次笔记情况"
    text = "学习守则\n" + "".join(f"第{n}条　{wide}\n{wide}\n到此为止。\n" for n in "一二三四五")
    file = opened(text, "a.pdf", "pdf")
    reading = read_regulation(file)
    assert reading.provisions[1].paragraphs == (f"{wide}{wide}到此为止。",)
    assert [item.message for item in reading.problems] == [
        "原文按页面宽度断行，段落是接起来的：请核对各条分几款"
    ]


def test_a_title_in_the_header_and_rows_of_tables_are_read() -> None:
    """Where the title stands only above the page, and a standard is given as a table."""
    file = OpenedFile(
        name="2.docx",
        kind="docx",
        blocks=(
            Line(text="第一条　标准如下：", where="第 1 段"),
            Table(rows=(("级别", "标准"), ("一类", "100")), where="表格 1"),
            Line(text="第二条　乙。", where="第 2 段"),
        ),
        asides=(Aside(where="页眉", text="差旅费管理办法"),),
    )
    reading = read_regulation(file)
    assert reading.facts.title == "差旅费管理办法"
    assert reading.provisions[0].paragraphs == ("标准如下：", "级别　标准", "一类　100")


def test_a_text_without_articles_has_none() -> None:
    """Nothing is taken for an article that is not called one; a bare 二、 belongs to the next line."""
    reading = read_regulation(opened("某意见\n一、提高认识\n要重视。\n二、\n要落实，要督促。\n"))
    assert (reading.articles, reading.preamble, reading.unused) == ((), "正文", ())
    assert reading.provisions[1].heading == "一、提高认识"
    assert reading.provisions[1].paragraphs == ("要重视。", "二、要落实，要督促。")


def test_words_of_a_web_page_are_set_aside() -> None:
    """Round the text of a saved page; a sentence that begins with such a word is text."""
    text = (
        "首页 > 政务公开\n学习守则\n第一条　甲。\n第二条　打印材料按规定登记。\n打印的份数从严。\n"
        "扫一扫在手机打开当前页\n版权所有 某局 某ICP备12345号\n"
    )
    reading = read_regulation(opened(text, "a.html", "html"))
    assert reading.provisions[-1].paragraphs == ("打印材料按规定登记。", "打印的份数从严。")
    assert {use.use for use in reading.unused} == {"网页上的文字"}
    assert reading.problems == ()


def test_what_hangs_behind_the_last_article_is_doubted() -> None:
    """A line without an end may be a signature or belong to a page around the text."""
    assert messages(f"{HEAD}某局办公室主办\n") == [
        "第 3 行：最后一条（第二条）后面有“某局办公室主办”：请核对是不是属于这一条"
    ]


def test_a_decision_that_amends_another_text_has_its_own_title() -> None:
    """The regulation it names is not its title, and what it replaces is no heading."""
    text = (
        "某局关于修改《学习守则》的决定\n（2025年1月1日某局发布）\n某局决定对《学习守则》作如下修改：\n"
        "一、将第三条修改为：“负责人带头学习。”\n二、删去第八条。\n本决定自公布之日起施行。\n"
    )
    reading = read_regulation(opened(text))
    assert reading.facts.title == "某局关于修改《学习守则》的决定"
    assert [item.heading for item in reading.provisions] == ["导语"]
    assert reading.provisions[0].paragraphs[1] == "一、将第三条修改为：“负责人带头学习。”"
    assert reading.unused == ()


def test_blanks_that_a_pdf_puts_round_digits_go() -> None:
    """Only in a PDF, and only between Chinese characters."""
    text = "学习守则\n第一条　本守则自 2024 年 7 月 1 日起施行，比例为 5.5% 以上，见 ISO 9001 标准。\n第二条　乙。\n"
    reading = read_regulation(opened(text, "a.pdf", "pdf"))
    assert reading.provisions[0].paragraphs == (
        "本守则自2024年7月1日起施行，比例为5.5%以上，见 ISO 9001 标准。",
    )


def test_a_caption_over_two_lines_is_one() -> None:
    """The day and what happened on it may stand on different lines."""
    text = "学习守则\n（2024年3月1日某局通过　2024年5月30日某\n局党组发布）\n第一条　甲。\n"
    reading = read_regulation(opened(text))
    assert (reading.facts.issuer, reading.facts.issued_on) == ("某局党组", date(2024, 5, 30))
