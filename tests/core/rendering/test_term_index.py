"""The index of regulations, terms and lessons."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from tests.support.quizzes import catalog_of

from lianxue.rendering.cards import make_cards
from lianxue.rendering.search_records import SearchPage
from lianxue.rendering.term_index import TermIndex, term_index

GLOSSARY = SearchPage(
    url="glossary.html",
    title="术语",
    kind="page",
    html="""\
<h1 id="补学">补学</h1>
<h2 id="学习">学习</h2>
<h3 id="make-up">补学</h3>
<h4 id="补学_1">补学</h4>
<h3 id="重新学">重<strong>新</strong>学</h3>
<pre><code>### 不是标题</code></pre>
<h3 id="阅读--写">阅读 &amp; 写</h3>
<h2 id="守则">守则</h2>
<h2 id="补学_2">补学</h2>
<h2 id="ａｂ卷">ＡＢ卷</h2>
<h2 id="一岗">“一岗”</h2>
<h2 id="a//b&quot;&gt;&lt;script&gt;">&lt;注入&gt;</h2>
""",
)


def index_of(folder: Path, files: dict[str, str], glossary: SearchPage | None = None) -> TermIndex:
    """The index of the base case with some files added."""
    catalog = catalog_of(folder, files)
    return term_index(catalog, make_cards(catalog), glossary)


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
    index = index_of(tmp_path, {}, GLOSSARY)
    assert [
        (
            group.letter,
            [(term.text, unquote(term.url.removeprefix("glossary.html#"))) for term in group.terms],
        )
        for group in index.letters
    ] == [
        ("A", [("ＡＢ卷", "ａｂ卷")]),
        ("B", [("补学", "make-up"), ("补学", "补学_2")]),
        ("C", [("重新学", "重新学")]),
        ("S", [("守则", "守则")]),
        ("Y", [("阅读 &amp; 写", "阅读--写")]),
        ("其他", [("&lt;注入&gt;", 'a//b"><script>'), ("“一岗”", "一岗")]),
    ]
    assert "#a%2F%2Fb%22%3E%3Cscript%3E" in index.letters[-1].terms[0].url
    assert index.glossary_url == "glossary.html"


def test_a_portal_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    """Nothing is linked that is not there."""
    index = index_of(tmp_path, {})
    assert (index.letters, index.glossary_url) == ((), "")
