"""Plain `mkdocs build` of a tiny portal, by MkDocs and by ProperDocs."""

from __future__ import annotations

import html
import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.support.building import Built, build
from tests.support.project import CASES, make_project, write

GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


def portal(folder: Path, *overlays: Path) -> Path:
    """The base case with every kind of question in it, in a path with blanks and Chinese."""
    text = (CASES / "quizzes" / "good" / "every-kind.yml").read_text(encoding="utf-8")
    files = {"quizzes/every-kind.yml": text}
    return make_project(folder / "学习 园地", *overlays, files=files, is_whole=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The portal built once."""
    return build(portal(tmp_path_factory.mktemp("first")))


def test_a_good_portal_is_built(built: Built) -> None:
    """Every page of the contract is there: records, generated pages, 404 and the hidden host."""
    assert built.code == 0, built.said
    pages = {path for path in built.site if path.endswith(".html")}
    assert pages == {
        "404.html",
        "record.html",
        "index.html",
        "lessons/index.html",
        "lessons/2026/02-study-rules.html",
        "regulations/index.html",
        "regulations/study-rules.html",
        "regulations/study-rules-2019.html",
        "quizzes/index.html",
        "quizzes/study-rules.html",
        "quizzes/study-rules-answers.html",
        "quizzes/every-kind.html",
        "quizzes/every-kind-answers.html",
        "practice/index.html",
        "practice/session.html",
        "practice/mistakes.html",
        "practice/notes.html",
        "practice/exams.html",
        "practice/screen.html",
        "study/index.html",
        "search/index.html",
    }


def test_a_build_says_nothing_that_troubles(built: Built) -> None:
    """No remark of MkDocs above information."""
    assert [line for line in built.said.splitlines() if line.startswith(("WARNING", "ERROR"))] == []


def test_answers_are_on_the_answers_page_alone(built: Built) -> None:
    """Neither a quiz's own page nor its lesson holds an explanation or a point of a short answer."""
    secrets = ["守则没有罚款。", "缺课不免除义务", "解释在第九条。"]
    holders = {
        path
        for path, data in built.site.items()
        for secret in secrets
        if secret.encode() in data and not path.startswith("assets/bank/")
    }
    assert holders == {"quizzes/every-kind-answers.html"}


def test_answers_pages_are_kept_out_of_search_engines(built: Built) -> None:
    """The answers page asks not to be indexed; the quiz page does not."""
    assert b"noindex" in built.site["quizzes/every-kind-answers.html"]
    assert b"noindex" not in built.site["quizzes/every-kind.html"]


def test_an_unmarked_quiz_follows_its_lesson(built: Built) -> None:
    """Both quizzes of the lesson are in it, each once."""
    lesson = built.site["lessons/2026/02-study-rules.html"].decode()
    assert [lesson.count(f'id="quiz-{quiz}"') for quiz in ("study-rules", "every-kind")] == [1, 1]
    assert "<!-- quiz:" not in lesson


def test_articles_are_anchored_with_their_questions(built: Built) -> None:
    """Written and absent articles alike, the preamble and chapters."""
    page = built.site["regulations/study-rules.html"].decode()
    anchors = ["preamble", "ch-1", "ch-2", *(f"art-{n}" for n in range(1, 11)), "art-5-1"]
    assert [anchor for anchor in anchors if page.count(f'id="{anchor}"') != 1] == []
    assert 'href="../quizzes/study-rules.html#q-study-rules--absent-member"' in page


def test_every_script_of_the_bank_is_asked_for_by_its_name(built: Built) -> None:
    """Shards are named in the quiz's section, the index in every page's head."""
    shards = [path for path in built.site if path.startswith("assets/bank/every-kind-")]
    (index,) = [path for path in built.site if path.startswith("assets/bank/index-")]
    page = built.site["quizzes/every-kind.html"].decode()
    assert len(shards) == 1
    assert shards[0] in page
    without = [
        path
        for path, data in built.site.items()
        if path.endswith(".html") and path != "record.html" and index.encode() not in data
    ]
    assert without == []


def test_the_page_holds_no_path_of_this_machine(
    built: Built, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nothing in the site tells where it was built."""
    folder = str(tmp_path_factory.getbasetemp()).encode()
    assert [path for path, data in built.site.items() if folder in data] == []


def test_two_builds_give_the_same_bytes(built: Built, tmp_path: Path) -> None:
    """In another folder, at another moment."""
    again = build(portal(tmp_path))
    assert again.code == 0, again.said
    assert sorted(again.site) == sorted(built.site)
    assert [path for path, data in again.site.items() if data != built.site[path]] == []


@pytest.mark.skipif(find_spec("properdocs") is None, reason="没有装 properdocs")
def test_properdocs_builds_the_same_pages(built: Built, tmp_path: Path) -> None:
    """Every file is equal but for the line that names the generator."""
    proper = build(portal(tmp_path), "properdocs")
    assert proper.code == 0, proper.said
    assert sorted(proper.site) == sorted(built.site)
    different = [
        path
        for path, data in proper.site.items()
        if GENERATOR.sub(b"", data) != GENERATOR.sub(b"", built.site[path])
    ]
    assert different == []


def error_block(said: str) -> list[str]:
    """The one ERROR block of a stopped build, without what MkDocs informs of before it."""
    assert "Traceback" not in said
    assert said.count("ERROR") == 1
    block = said[said.index("ERROR") :].removesuffix("\n").removesuffix("Aborted with a BuildError!")
    return block.strip().splitlines()


def test_bad_content_stops_a_build_with_one_list(tmp_path: Path) -> None:
    """Everything at once, in Chinese, with a count, and nothing is written."""
    stopped = build(
        portal(tmp_path, CASES / "pages" / "bad" / "month-bad", CASES / "pages" / "bad" / "quiz-names")
    )
    assert stopped.code == 1
    lines = error_block(stopped.said)
    assert lines[0].removeprefix("ERROR").strip(" -") == "内容有问题，网站没有生成："
    month = "docs/lessons/2026/03-more.md:3:8: month 的“2026年3月”不是月份：请写成 2026-02 的样子【需要修改】"
    assert month in lines
    assert "quizzes/study-rules.yaml:1:1: 缺少 questions：请写出题目【需要修改】" in lines
    assert lines[-1] == "共 10 处：需要修改 10 处，待补 0 处，提示 0 处"


def test_a_dead_link_stops_a_build_before_anything_is_written(tmp_path: Path) -> None:
    """Rendered pages are checked by the build as by `lianxue check`, with the same words."""
    case = CASES / "pages" / "bad" / "dead-link"
    stopped = build(portal(tmp_path, case))
    assert stopped.code == 1
    expected = [
        line.rpartition(" [")[0] + "【需要修改】"
        for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    ]
    assert error_block(stopped.said)[1:-1] == expected
    assert [path for path in stopped.site if path.endswith(".html")] == []


@pytest.mark.parametrize("case", ["encoding-gbk", "front-matter-unclosed", "symlink"])
def test_files_that_mkdocs_would_choke_on_or_publish_are_refused(case: str, tmp_path: Path) -> None:
    """A GBK file is no traceback, broken front matter is not printed, a link is not followed."""
    root = portal(tmp_path, CASES / "pages" / "bad" / case)
    links = root / "symlinks.txt"
    if links.exists():
        (root / "docs" / "linked.md").symlink_to(root / "docs" / "index.md")
    assert build(root).code == 1


def test_a_broken_setting_is_said_in_chinese(tmp_path: Path) -> None:
    """A site without site_id is stopped like broken content."""
    root = portal(tmp_path)
    settings = root / "mkdocs.yml"
    write(
        settings, settings.read_text(encoding="utf-8") + "extra: {lianxue: {site_id: 我们单位, phone: ''}}\n"
    )
    stopped = build(root)
    assert stopped.code == 1
    assert error_block(stopped.said)[1] == (
        "mkdocs.yml:1:1: extra.lianxue 要写 site_id：小写英文字母、数字和连字符，如 county-office【需要修改】"
    )


GLOSSARY = """\
# 术语

说明。

### 补学 { #make-up }

### 重**新**学

#### 守则

### 守则

###无空格

### 阅读 & 写 {: #a//b }

守则
---

## `代码` {: #own }

### C/D 卷
"""


def test_every_term_of_the_index_leads_to_its_heading(tmp_path: Path) -> None:
    """Whatever ids Markdown gives, and none of them becomes markup."""
    root = portal(tmp_path)
    write(root / "docs/glossary.md", GLOSSARY)
    site = build(root).site
    found = re.findall(r'href="\.\./glossary\.html#([^"]+)">([^<]+)</a>', site["search/index.html"].decode())
    headings = re.findall(r'<h([23])[^>]*? id="([^"]+)"[^>]*>(.*?)</h', site["glossary.html"].decode())
    terms = [(html.unescape(anchor), re.sub("<.*?>", "", text)) for _level, anchor, text in headings]
    terms.remove(("own", "代码"))  # a group
    assert len(terms) == 7
    assert sorted((unquote(anchor), text) for anchor, text in found) == sorted(terms)
