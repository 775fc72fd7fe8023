"""The search index of a tiny portal as MkDocs builds it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from tests.support.building import Built, build
from tests.support.project import CASES, make_project, write

FOLDER = "assets/search/"
HOSTILE = """\
# 附页

## &lt;img src=x onerror=alert(1)&gt; `</script>` "引号" {{ #hostile }}

黨紀\u2028處分。
"""


def portal(folder: Path) -> Path:
    """The base case with every kind of question and a page with a hostile heading."""
    text = (CASES / "quizzes" / "good" / "every-kind.yml").read_text(encoding="utf-8")
    files = {
        "quizzes/every-kind.yml": text,
        "docs/extra.md": HOSTILE.format(),
        "docs/more/README.md": "# 更多\n\n说明。\n",
        "docs/甲 #1 100%25.md": "# 甲\n\n说明。\n",
    }
    return make_project(folder, files=files, is_whole=True)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal's folder."""
    return portal(tmp_path_factory.mktemp("search") / "学习 园地")


@pytest.fixture(scope="module")
def built(root: Path) -> Built:
    """The portal built once."""
    result = build(root)
    assert result.code == 0, result.said
    return result


def search_files(built: Built) -> dict[str, bytes]:
    """The files of the index."""
    return {path: data for path, data in built.site.items() if path.startswith(FOLDER)}


def read(data: bytes) -> list[Any]:
    """The arguments of a script's one call."""
    match = re.fullmatch(r"Lianxue\.searchData\.\w+\((.*)\);\n", data.decode(), re.DOTALL)
    assert match
    found: list[Any] = json.loads(f"[{match[1]}]")
    return found


def meta_of(built: Built) -> dict[str, Any]:
    """The meta data."""
    (path,) = [path for path in search_files(built) if path.startswith(f"{FOLDER}m-")]
    meta: dict[str, Any] = read(built.site[path])[0]
    return meta


def sections_of(built: Built, url: str) -> list[list[Any]]:
    """Every section of a page."""
    meta = meta_of(built)
    parts = meta["parts"][meta["urls"].index(url)][::2]
    return [row for part in parts for row in read(built.site[f"{FOLDER}t-{part}.js"])[1]]


def test_every_page_names_the_index(built: Built) -> None:
    """One meta tag with the meta script's site-relative url; 404 too, which is not found itself."""
    (path,) = [path for path in search_files(built) if path.startswith(f"{FOLDER}m-")]
    tag = f'<meta name="lianxue-search" content="{path}">'.encode()
    pages = {path for path in built.site if path.endswith(".html") and path != "record.html"}
    assert {page for page in pages if tag not in built.site[page]} == set()


def test_the_pages_that_are_found(built: Built) -> None:
    """All but answers, 404 and the hidden host of the record, each where MkDocs puts it."""
    pages = {path for path in built.site if path.endswith(".html")}
    assert {"more/index.html", "甲 #1 100%25.html"} <= pages
    assert pages ^ {*map(unquote, meta_of(built)["urls"])} == {
        "404.html",
        "record.html",
        "quizzes/study-rules-answers.html",
        "quizzes/every-kind-answers.html",
    }


def test_kinds_come_from_the_registry(built: Built) -> None:
    """A new kind of content needs no word here."""
    meta = meta_of(built)
    kinds = {url: meta["kinds"][kind][1] for url, kind in zip(meta["urls"], meta["kind"], strict=True)}
    assert kinds["lessons/2026/02-study-rules.html"] == "课文"
    assert kinds["regulations/study-rules.html"] == "法规"
    assert kinds["quizzes/every-kind.html"] == "自测题"
    assert kinds["lessons/index.html"] == kinds["extra.html"] == "其他"


def test_a_question_is_found_by_stem_and_options(built: Built) -> None:
    """Its section leads to its form on the quiz's own page."""
    page, first, *_rest = sections_of(built, "quizzes/every-kind.html")
    assert page == [1, "", "", ""]
    assert first[0] == 2
    assert f'id="{first[1]}"'.encode() in built.site["quizzes/every-kind.html"]
    assert re.fullmatch(r"第 1 题（..题）", first[2])
    assert "A．" in first[3]


def test_a_material_is_found_by_its_first_question(built: Built) -> None:
    """Learners read it before they answer; the question that follows does not repeat it."""
    texts = [section[3] for section in sections_of(built, "quizzes/every-kind.html")]
    (with_material,) = [text for text in texts if "四月也没有补学" in text]
    assert with_material.startswith("某党员三月出差，没有参加学习。")
    assert "他应当补学。" in with_material


def test_answers_are_not_in_the_index(built: Built) -> None:
    """No explanation and no point of a short answer, in no file of it."""
    quiz = (CASES / "quizzes" / "good" / "every-kind.yml").read_text(encoding="utf-8")
    secrets = ["守则没有罚款。", "缺课不免除义务", "解释在第九条。"]
    assert all(secret in quiz or secret.encode() in b"".join(built.site.values()) for secret in secrets)
    holders = [path for path, data in search_files(built).items() for s in secrets if s.encode() in data]
    assert holders == []
    explanations = re.findall(r"^ +explanation: ([^|].+)$", quiz, re.MULTILINE)
    assert explanations
    whole = b"".join(search_files(built).values()).decode()
    assert [text for text in explanations if text in whole] == []


def test_articles_of_a_regulation_are_known(built: Built) -> None:
    """With its status and the names of its register."""
    meta = meta_of(built)
    number = meta["urls"].index("regulations/study-rules.html")
    assert re.match(r"\d+:1~\d+", meta["articles"][number])
    assert meta["statuses"][meta["status"][number]] in ("现行有效", "待核")
    assert str(number) in meta["names"]


def test_a_hostile_heading_stays_text(built: Built) -> None:
    """Letters as typed, in a script that is sound; traditional characters are found by simplified ones."""
    _page, section = sections_of(built, "extra.html")
    assert section[1:3] == ["hostile", '<img src=x onerror=alert(1)> </script> "引号"']
    shards = [read(data)[1] for path, data in search_files(built).items() if path.startswith(f"{FOLDER}p-")]
    assert any(" 党纪#" in shard for shard in shards)


def test_two_builds_are_the_same(built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever order sets have, and without the cache of the first."""
    monkeypatch.setenv("PYTHONHASHSEED", "4321")
    again = build(portal(tmp_path / "other"))
    assert search_files(again) == search_files(built)


def test_a_changed_page_changes_the_index_as_a_new_build_would(
    root: Path, built: Built, tmp_path: Path
) -> None:
    """The cache below the project is used, and a build without it comes to the same."""
    assert (root / ".cache" / "search" / "index").is_file()
    changed = HOSTILE.format().replace("處分", "处理，附则")
    write(root / "docs" / "extra.md", changed)
    other = portal(tmp_path / "other")
    write(other / "docs" / "extra.md", changed)
    assert search_files(build(root)) == search_files(build(other)) != search_files(built)
