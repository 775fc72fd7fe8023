"""Read the arguments of the search bench, and say in Chinese what is wrong with them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from .search_corpus import UnusableInputError

BROWSERS, SCHEMES, OTHERS = ("chromium", "firefox"), ("http", "file"), ("material", "pagefind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is to be measured, with whole paths."""

    corpus: Path
    queries: Path
    pages: Path | None
    browser: str
    scheme: str
    scale: int | None
    others: tuple[str, ...]
    runs: int
    slowdown: int
    keep: Path | None
    misses: bool
    skips_ours: bool


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UnusableInputError(_in_chinese(message))


def read_options(arguments: Sequence[str]) -> Options:
    """The arguments of `python tests/bench/search.py`; paths are seen from `--from`."""
    parser = _Parser(
        prog="search.py",
        description="在任意一批 Markdown 页面上测站内搜索的质量、大小和速度。",
        allow_abbrev=False,
    )
    parser.add_argument("--corpus", type=Path, help="语料：放 Markdown 页面的文件夹")
    parser.add_argument("--queries", type=Path, help="查询文件（JSON）")
    parser.add_argument("--pages", type=Path, help="页面表（JSON）：base 对应哪个文件")
    parser.add_argument("--browser", type=_one_of(BROWSERS), default="chromium", help="chromium 或 firefox")
    parser.add_argument("--scheme", type=_one_of(SCHEMES), default="http", help="http 或 file")
    parser.add_argument("--scale", type=_count, help="用改写的副本把语料补到这么多页")
    parser.add_argument(
        "--with", dest="others", type=_some_of(OTHERS), default=(), help="同时比较 material、pagefind"
    )
    parser.add_argument("--runs", type=_count, default=5, help="从头打开测几次，取中位数")
    parser.add_argument("--slowdown", type=_count, default=6, help="慢处理器慢几倍")
    parser.add_argument("--keep", type=Path, help="把生成的项目和网站留在这个文件夹，下次接着用")
    parser.add_argument("--misses", action="store_true", help="列出没有排在第一的查询")
    parser.add_argument("--skip-ours", action="store_true", help="只测 --with 列出的")
    parser.add_argument("--from", dest="start", type=Path, default=Path(), help=argparse.SUPPRESS)
    read = parser.parse_args(arguments)
    for name, what in (("corpus", "语料文件夹"), ("queries", "查询文件")):
        if getattr(read, name) is None:
            raise UnusableInputError(f"缺少 --{name}（{what}）")
    start = read.start.resolve()
    return Options(
        corpus=start / read.corpus,
        queries=start / read.queries,
        pages=start / read.pages if read.pages else None,
        browser=read.browser,
        scheme=read.scheme,
        scale=read.scale,
        others=read.others,
        runs=read.runs,
        slowdown=read.slowdown,
        keep=start / read.keep if read.keep else None,
        misses=read.misses,
        skips_ours=read.skip_ours,
    )


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"要一个正整数，不是 {text}")
    return int(text)


def _one_of(names: Sequence[str]) -> Callable[[str], str]:
    def one(text: str) -> str:
        if text not in names:
            raise argparse.ArgumentTypeError(f"只能是 {'、'.join(names)}，不是 {text}")
        return text

    return one


def _some_of(names: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    one = _one_of(names)
    return lambda text: tuple(dict.fromkeys(one(name.strip()) for name in text.split(",") if name.strip()))


def _in_chinese(message: str) -> str:
    """What argparse says."""
    for english, chinese in (
        ("argument ", "参数 "),
        ("expected one argument", "后面要有一个值"),
        ("unrecognized arguments", "不认识的参数"),
        ("ignored explicit argument", "后面不能有值"),
    ):
        message = message.replace(english, chinese)
    return message
