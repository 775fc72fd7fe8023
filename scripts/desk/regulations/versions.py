"""Decide which version an official text is: the first, the same again, a newer one or an older one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from desk.failures import DeskError
from desk.wanted import find_regulation
from lianxue.content.article import Article
from lianxue.content.catalog import Catalog
from lianxue.content.regulation import CURRENT, Regulation
from lianxue.reading.spelling import is_plain_id, is_reserved_name

_LONGEST_WAIT = timedelta(days=365)  # between 通过 and 发布 of one version
_YEAR = re.compile(r"[（(](?:\d{4}年?)?(?:修订|修正|修改|文本|第[一二三四五六七八九十]+次修[订正])?[）)]$")


class Kind(Enum):
    """How a text stands to what the portal has."""

    FIRST = "新的法规"
    SAME = "现有页面的正文"
    TAKES_OVER = "新版本，沿用原来的编号"
    BESIDE = "新版本，用新的编号"
    OLDER = "旧版本"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What an official text and the person at the keyboard say of it."""

    title: str  # "" where neither does
    issued_on: date | None
    passed_on: date | None  # when it was last passed or amended
    effective_on: date | None
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """The decision; `other` is the page it takes the place of, or (OLDER) the newer one."""

    kind: Kind
    other: Regulation | None = None


def check_id(regulation_id: str) -> None:
    """Raises DeskError for an id that cannot be part of an address."""
    example = "如 disciplinary-regulations"
    if not is_plain_id(regulation_id):
        raise DeskError(f"编号“{regulation_id}”只能用小写英文字母、数字和连字符，{example}")
    if regulation_id == "index":
        raise DeskError(f"编号 index 是法规库首页用的：请另起一个，{example}")
    if is_reserved_name(regulation_id):
        raise DeskError(f"编号“{regulation_id}”在 Windows 上不能作文件名：请另起一个，{example}")


def decide_version(
    catalog: Catalog, regulation_id: str, text: Candidate, supersedes: str, *, is_known_text: bool
) -> Version:
    """What importing this text under this id means.

    `is_known_text` says that the page of this id holds the very text already. Raises DeskError
    where the page is of another regulation, where it cannot be told which version is the newer,
    and where an older one is to take the place of a newer.
    """
    page = catalog.regulations.get(regulation_id)
    if supersedes:
        old = find_regulation(catalog, supersedes)
        _check_not_earlier(old, text.issued_on or text.passed_on)
        if old is not page:
            return Version(Kind.BESIDE, old)
        return Version(Kind.SAME) if is_known_text else Version(Kind.TAKES_OVER, page)
    if page:
        return Version(Kind.SAME) if is_known_text else _against_page(page, text)
    current = next((item for item in catalog.regulations.values() if _is_same_title(item, text.title)), None)
    if current is None:
        return Version(Kind.FIRST)
    if text.issued_on and current.issued_on and text.issued_on != current.issued_on:
        return Version(Kind.BESIDE if text.issued_on > current.issued_on else Kind.OLDER, current)
    raise DeskError(
        f"法规库里已有同名的现行法规《{current.title}》（{current.id}），从文本里看不出哪一版更新："
        f"请加 --supersedes {current.id}，或用 --issued-on 写明发布日期；"
        f"如果就是这一部，请用 --id {current.id}"
    )


def _check_not_earlier(old: Regulation, day: date | None) -> None:
    if day and old.issued_on and day < old.issued_on:
        raise DeskError(
            f"《{old.title}》（{old.id}）登记的发布日期是 {old.issued_on}，这份文本是 {day} 的，更早，不能取代它："
            f"如果它是旧版本，请去掉 --supersedes，另用一个编号，并用 --issued-on 写明发布日期；"
            f"如果日期认错了，也请用 --issued-on 写明"
        )


def _against_page(page: Regulation, text: Candidate) -> Version:
    """Another text for a page that is there: the same version corrected, or a newer one."""
    _check_title(page, text.title)
    if page.issued_on and text.issued_on:
        if text.issued_on == page.issued_on:
            return Version(Kind.SAME)
        if text.issued_on > page.issued_on:
            return Version(Kind.TAKES_OVER, page)
        raise DeskError(
            f"{page.id} 登记的发布日期是 {page.issued_on}，这份文本是 {text.issued_on} 发布的，更早："
            f"旧版本请另用一个编号，如 --id {page.id}-{text.issued_on.year}"
        )
    return Version(Kind.SAME)


def check_same_version(page: Regulation, text: Candidate) -> None:
    """Raises DeskError where the register says that an undated text is of another version."""
    difference = ""
    if page.effective_on and text.effective_on and page.effective_on != text.effective_on:
        difference = f"登记的施行日期是 {page.effective_on}，这份文本是 {text.effective_on}"
    elif page.issued_on and text.passed_on and abs(text.passed_on - page.issued_on) > _LONGEST_WAIT:
        difference = f"登记的发布日期是 {page.issued_on}，这份文本是 {text.passed_on} 通过或修改的"
    elif page.articles != text.articles:
        difference = f"登记的条文有 {len(page.articles)} 条，这份文本有 {len(text.articles)} 条"
    if difference:
        raise DeskError(
            f"{page.id} {difference}，看着是另一个版本，没有写入：请用 --issued-on 写明这份文本的发布日期；"
            f"旧版本另用一个编号，如 --id {page.id}-年份"
        )


def _check_title(page: Regulation, title: str) -> None:
    """The page is of the regulation whose text is to be written there."""
    if not title:
        raise DeskError(
            f"从文本里认不出法规的名称，而 {page.path} 是《{page.title}》的页面：请用 --title 写明名称"
        )
    if _folded(title) not in map(_folded, page.titles):
        raise DeskError(
            f"这份文本是《{title}》，{page.path} 是《{page.title}》的页面，没有写入：请用 --id 另起一个编号；"
            f"如果它改名后取代了《{page.title}》，请加 --supersedes {page.id}"
        )


def _folded(title: str) -> str:
    """A title without its year, and without quotation marks and blanks, which copies write in many ways."""
    return re.sub(r"[\s\"'“”‘’＂《》]", "", base_title(title)).replace("(", "（").replace(")", "）")


def _is_same_title(regulation: Regulation, title: str) -> bool:
    return regulation.status == CURRENT and _folded(regulation.title) == _folded(title)


def base_title(title: str) -> str:
    """A title without （2018年修订）."""
    return _YEAR.sub("", title)


def history_id(page: Regulation) -> str:
    """The id under which an old version is kept. Raises DeskError where its year is not known."""
    if page.issued_on is None:
        message = (
            f"《{page.title}》（{page.id}）没有登记发布日期，旧版页面不知道叫什么："
            f"请先用旧版文本导入一次（--id {page.id} --issued-on 发布日期），"
            f"或在 {page.path} 开头写上“发布日期: 年-月-日”"
        )
        raise DeskError(message)
    return f"{page.id}-{page.issued_on.year}"
