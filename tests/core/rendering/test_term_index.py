"""The index of regulations, terms and lessons."""

from __future__ import annotations

from pathlib import Path

from tests.support.quizzes import catalog_of

from lianxue.rendering.cards import make_cards
from lianxue.rendering.term_index import TermIndex, term_index

GLOSSARY = """\
---
title: 术语
aliases: [词汇表]
---
## 学习

### 补学 { #make-up }

### 重**新**学

```
### 不是标题
```

### 阅读 & 写

## 守则

## 补学

## ＡＢ卷

## “一岗”
"""


def index_of(folder: Path, files: dict[str, str]) -> TermIndex:
    """The index of the base case with some files added."""
    catalog = catalog_of(folder, files)
    return term_index(catalog, make_cards(catalog))


def test_regulations_have_all_their_names(tmp_path: Path) -> None:
    """Those in force first, with short titles and aliases."""
    index = index_of(tmp_path, {})
    assert [(item.card.title, item.card.status, item.names) for item in index.regulations] == [
        ("学习守则", "现行有效", ("守则", "党员学习守则")),
        ("学习守则（2019年）", "已修订", ("2019年守则", "守则")),
    ]


def test_lessons_stand_with_the_newest_first(tmp_path: Path) -> None:
    """With their aliases, escaped."""
    text = "---\ntitle: 补课\nmonth: 2026-03\naliases: ['<补习>']\n---\n正文。\n"
    index = index_of(tmp_path, {"docs/lessons/2026/03-more.md": text})
    assert [(item.card.month, item.names) for item in index.lessons] == [
        ("2026-03", ("&lt;补习&gt;",)),
        ("2026-02", ()),
    ]


def test_terms_are_the_deepest_headings_of_the_glossary_by_pinyin(tmp_path: Path) -> None:
    """Headings of the second level are groups where terms follow, else terms; characters by their sound in the word."""
    index = index_of(tmp_path, {"docs/glossary.md": GLOSSARY})
    assert [(group.letter, [(term.text, term.url) for term in group.terms]) for group in index.letters] == [
        ("A", [("ＡＢ卷", "glossary.html#ａｂ卷")]),
        ("B", [("补学", "glossary.html#make-up"), ("补学", "glossary.html#补学")]),
        ("C", [("重新学", "glossary.html#重新学")]),
        ("S", [("守则", "glossary.html#守则")]),
        ("Y", [("阅读 &amp; 写", "glossary.html#阅读--写")]),
        ("其他", [("“一岗”", "glossary.html#一岗")]),
    ]
    assert index.glossary_url == "glossary.html"


def test_a_portal_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    """Nothing is linked that is not there."""
    index = index_of(tmp_path, {})
    assert (index.letters, index.glossary_url) == ((), "")
