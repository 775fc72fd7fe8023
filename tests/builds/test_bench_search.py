"""What the search bench counts is counted rightly, and its corpus is the same every time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..bench.search_copies import make_copies
from ..bench.search_corpus import UnusableInputError, page_url, read_corpus
from ..bench.search_options import read_options
from ..bench.search_quality import quality, rank_of, read_queries, unknown_bases
from ..support.project import write

LAW = "# 中华人民共和国测试法【节选】\n\n## 第一章 总则 {#ch-1}\n\n### 第一条 {#art-1}\n\n机关应当依法公开规定。人员可以提出意见；部门不得拒绝。\n"


@pytest.fixture
def corpus_folder(tmp_path: Path) -> Path:
    """Two pages and a picture."""
    write(tmp_path / "docs/law.md", LAW)
    write(
        tmp_path / "docs/more/index.md", "---\ntitle: 更多\n---\n\n国家机关负责管理其他事务，及时报告情况。\n"
    )
    write(tmp_path / "docs/picture.svg", "<svg/>")
    return tmp_path / "docs"


def test_a_page_is_known_by_its_title_without_state_and_brackets_and_by_its_file(corpus_folder: Path) -> None:
    """Without a list of pages, queries may mean a page by any of these."""
    corpus = read_corpus(corpus_folder)
    assert corpus.pages == ("law.md", "more/index.md")
    assert corpus.bases == {
        name: frozenset({url})
        for url, names in {
            "law.html": (
                *("中华人民共和国测试法【节选】", "测试法【节选】", "中华人民共和国测试法", "测试法"),
                "law",
            ),
            "more/index.html": ("更多", "index"),
        }.items()
        for name in names
    }


def test_a_list_of_pages_gives_several_pages_one_name(corpus_folder: Path) -> None:
    """A list's files are seen from its own folder; one that was moved away still finds them by name."""
    pages = [{"base": "法", "file": "docs/law.md"}, {"base": "法", "file": "more/index.md"}]
    listed = corpus_folder.parent / "pages.json"
    write(listed, json.dumps(pages))
    assert read_corpus(corpus_folder, listed).bases == {"法": frozenset({"law.html", "more/index.html"})}
    write(listed, json.dumps([{"base": "法", "file": "docs/missing.md"}]))
    with pytest.raises(UnusableInputError, match=r"第 1 项的 docs/missing\.md 不在语料文件夹"):
        read_corpus(corpus_folder, listed)


def test_pages_stand_where_mkdocs_puts_them() -> None:
    """README and index become index.html, and nothing becomes a folder."""
    assert [page_url(page) for page in ("a.md", "b/README.md", "b/c.md")] == [
        "a.html",
        "b/index.html",
        "b/c.html",
    ]


def test_copies_are_the_same_every_time_and_differ_from_each_other() -> None:
    """Headings and ids stay, titles and sentences change, and no two copies are alike."""
    pages = {"law.md": LAW, "other.md": LAW.replace("测试法", "比较法").replace("意见", "建议")}
    copies = list(make_copies(pages, 60))
    assert copies == list(make_copies(dict(reversed(pages.items())), 60))
    assert len(dict(copies)) == 60
    assert len({text for _, text in copies}) == 60
    assert len({text.splitlines()[0] for _, text in copies}) == 60
    assert all("### 第一条 {#art-1}" in text and "\n# " not in text for _, text in copies)
    assert copies[0][0] == "copies/law-001.md"
    assert copies[0][1].startswith("# 海西省贯彻《中华人民共和国测试法【节选】》实施细则\n")
    assert not any(text.endswith(LAW[LAW.index("\n") :]) for _, text in copies)


def test_figures_of_a_known_ranking(tmp_path: Path) -> None:
    """Ranks 1, 2 and 6, one query without rows, and one that nothing is known to answer."""
    asked = [
        ("a", [{"base": "法", "a": "art-1"}]),
        ("a", [{"base": "无", "a": None}, {"base": "法", "a": None}]),
        ("b", [{"base": "法", "a": "art-2"}]),
        ("b", [{"base": "法", "a": "art-3"}]),
        ("b", []),
    ]
    file = tmp_path / "queries.json"
    write(
        file,
        json.dumps([{"id": 1, "cat": cat, "q": "问", "targets": targets} for cat, targets in asked]),
    )
    queries = read_queries(file)
    bases = {"法": frozenset({"law.html", "law-2.html"})}
    other = ["x.html#art-1", "law.html#art-9", "y.html", "x.html#art-2", "law.html"]
    answers = [
        ["law.html#art-1"],
        ["x.html", "law-2.html#art-7"],
        [*other, "law-2.html#art-2"],
        [],
        ["x.html"],
    ]
    assert [rank_of(*pair, bases) for pair in zip(queries, answers, strict=True)] == [1, 2, 6, None, None]
    figures = quality(queries, answers, bases)
    categories = figures.pop("categories")
    assert figures == {"recall5": 0.5, "mrr": 0.4167, "hit1": 0.25, "zero": 1, "queries": 5}
    assert categories == {
        "a": {"recall5": 1.0, "mrr": 0.75, "hit1": 0.5, "zero": 0, "queries": 2},
        "b": {"recall5": 0.0, "mrr": 0.0833, "hit1": 0.0, "zero": 1, "queries": 3},
    }
    assert unknown_bases(queries, bases) == ["无"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "缺少 --corpus（语料文件夹）"),
        (("--corpus", "docs"), "缺少 --queries（查询文件）"),
        (("--browser", "lynx"), "参数 --browser: 只能是 chromium、firefox，不是 lynx"),
        (("--scale", "0"), "参数 --scale: 要一个正整数，不是 0"),
        (("--with", "material,lunr"), "参数 --with: 只能是 material、pagefind，不是 lunr"),
        (("--corpus",), "参数 --corpus: 后面要有一个值"),
        (("--corpus", "a", "--queries", "b", "--fast"), "不认识的参数: --fast"),
    ],
)
def test_arguments_that_cannot_be_used_are_told_in_chinese(arguments: tuple[str, ...], said: str) -> None:
    """Whoever runs it reads what to change."""
    with pytest.raises(UnusableInputError) as told:
        read_options(arguments)
    assert str(told.value) == said


def test_paths_are_seen_from_the_callers_folder(tmp_path: Path) -> None:
    """The bench runs in the repository's folder, the caller need not."""
    options = read_options(
        ["--from", str(tmp_path), "--corpus", "docs", "--queries", "/q.json", "--keep", "kept"]
    )
    assert (options.corpus, options.queries, options.keep) == (
        tmp_path / "docs",
        Path("/q.json"),
        tmp_path / "kept",
    )
