"""Decide which version an official text is: the first, the same again, a newer one or an older one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desk.failures import DeskError
from lianxue.content.catalog import Catalog
from lianxue.content.regulation import CURRENT, Regulation
from lianxue.reading.entry import nearest_name

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
_YEAR = re.compile(r"[（(](?:\d{4}年?)?(?:修订|修正|修改|文本|第[一二三四五六七八九十]+次修[订正])?[）)]$")


class Kind(Enum):
    """How a text stands to what the portal has."""

    FIRST = "新的法规"
    SAME = "现有页面的正文"
    TAKES_OVER = "新版本，沿用原来的编号"
    BESIDE = "新版本，用新的编号"
    OLDER = "旧版本"


@dataclass(frozen=True, slots=True)
class Version:
    """The decision; `other` is the page it takes the place of, or (OLDER) the newer one."""

    kind: Kind
    other: Regulation | None = None


def check_id(regulation_id: str) -> None:
    """Raises DeskError for an id that cannot be part of an address."""
    if not _ID.match(regulation_id) or regulation_id == "index":
        message = f"编号“{regulation_id}”只能用小写英文字母、数字和连字符，如 disciplinary-regulations"
        raise DeskError(message)


def decide_version(
    catalog: Catalog,
    regulation_id: str,
    title: str,
    issued_on: date | None,
    supersedes: str,
    *,
    passed_on: date | None = None,
    is_known_text: bool,
) -> Version:
    """What importing this text under this id means.

    `is_known_text` says that the page of this id holds the very text already; `passed_on` is when
    the text was last passed or amended. Raises DeskError where it cannot be told which version is
    the newer, and where an older one is to take the place of a newer.
    """
    page = catalog.regulations.get(regulation_id)
    if supersedes:
        old = _named(catalog, supersedes)
        _check_not_earlier(old, issued_on or passed_on)
        if old is not page:
            return Version(Kind.BESIDE, old)
        return Version(Kind.SAME) if is_known_text else Version(Kind.TAKES_OVER, page)
    if page:
        return _against_page(page, issued_on, is_known_text=is_known_text)
    current = next((item for item in catalog.regulations.values() if _is_same_title(item, title)), None)
    if current is None:
        return Version(Kind.FIRST)
    if issued_on and current.issued_on and issued_on != current.issued_on:
        return Version(Kind.BESIDE if issued_on > current.issued_on else Kind.OLDER, current)
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


def _against_page(page: Regulation, issued_on: date | None, *, is_known_text: bool) -> Version:
    if is_known_text or not issued_on or not page.issued_on or issued_on == page.issued_on:
        return Version(Kind.SAME)
    if issued_on > page.issued_on:
        return Version(Kind.TAKES_OVER, page)
    raise DeskError(
        f"{page.id} 登记的发布日期是 {page.issued_on}，这份文本是 {issued_on} 发布的，更早："
        f"旧版本请另用一个编号，如 --id {page.id}-{issued_on.year}"
    )


def _named(catalog: Catalog, name: str) -> Regulation:
    found = catalog.regulations.get(name) or catalog.titles.get(name)
    if found is None:
        near = nearest_name(name, [*catalog.regulations, *catalog.titles])
        hint = f"，是不是 {near}" if near else f"，已有：{'、'.join(catalog.regulations)}"
        raise DeskError(f"法规库里没有“{name}”{hint}")
    return found


def _is_same_title(regulation: Regulation, title: str) -> bool:
    return regulation.status == CURRENT and base_title(regulation.title) == base_title(title)


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
