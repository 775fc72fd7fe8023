"""The index as a whole: the same bytes whatever was kept, in whatever order, by however many processes."""

from __future__ import annotations

import hashlib
import json
import random
import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from lianxue.rendering import search_lists
from lianxue.rendering.search_index import SearchIndex, build_index
from lianxue.rendering.search_meta import SearchKind
from lianxue.rendering.search_records import SearchPage, Section

KINDS = (SearchKind("regulation", "法规", 1.0), SearchKind("page", "其他", 0.9))
CALL = re.compile(r"Lianxue\.searchData\.(?P<name>\w+)\((?P<arguments>.*)\);\n", re.DOTALL)
WORDS = ["党员干部收受礼品礼金应当如实报告", "处分条例第一章规定，纪律检查机关", "abc", "2026"]


def page(number: int, chance: random.Random) -> SearchPage:
    """A page of a few random sections."""
    parts = [
        f'<h2 id="s-{index}">第{"一二三四五"[index]}条</h2><p>{"".join(chance.choices(WORDS, k=6))}</p>'
        for index in range(chance.randrange(5))
    ]
    return SearchPage(url=f"p{number}.html", title=f"第 {number} 页", kind="page", html="".join(parts))


def files(index: SearchIndex) -> list[tuple[str, bytes]]:
    """Every file of an index."""
    return [(asset.url, asset.data) for asset in index.assets]


def arguments(index: SearchIndex, prefix: str) -> list[list[object]]:
    """The arguments of the calls in the files whose names begin so, read as JSON."""
    found = []
    for asset in index.assets:
        match = CALL.fullmatch(asset.data.decode())
        assert match, asset.url
        if asset.url.startswith(f"assets/search/{prefix}-"):
            found.append(json.loads(f"[{match['arguments']}]"))
    return found


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the facts about characters, which take half a second to make."""
    folder = tmp_path_factory.mktemp("cache")
    build_index([], KINDS, cache=folder)
    return folder


def without_pages(cache: Path, folder: Path) -> Path:
    """A cache of the facts about characters alone."""
    shutil.copy(cache / "characters", folder / "characters")
    (folder / "index").unlink(missing_ok=True)
    return folder


@pytest.mark.parametrize("seed", range(3))
def test_an_index_mended_again_and_again_is_the_one_made_anew(cache: Path, tmp_path: Path, seed: int) -> None:
    """Pages change, come, go and swap their texts: same files, byte for byte."""
    chance = random.Random(seed)
    pages = [page(number, chance) for number in range(30)]
    kinds_of_build = set()
    for step in range(12):
        index = build_index(pages, KINDS, cache=cache)
        kinds_of_build.add(index.is_patched)
        assert files(index) == files(build_index(pages[::-1], KINDS, cache=without_pages(cache, tmp_path)))
        number = chance.randrange(len(pages))
        action = chance.choice(["edit", "edit", "title", "swap", "add", "remove"])
        if action == "edit":
            pages[number] = replace(page(0, chance), url=pages[number].url)
        elif action == "title":
            pages[number] = replace(pages[number], title="新标题", names=("别名",), rank=5)
        elif action == "swap":
            pages[0], pages[1] = replace(pages[0], html=pages[1].html), replace(pages[1], html=pages[0].html)
        elif action == "add":
            pages.append(page(100 + step, chance))
        else:
            pages.pop(number)
    assert kinds_of_build == {True, False}


def test_a_build_without_a_change_reads_no_page(cache: Path) -> None:
    """Everything is known from the last one."""
    pages = [page(number, random.Random(number)) for number in range(5)]
    first = build_index(pages, KINDS, cache=cache)
    again = build_index(pages, KINDS, cache=cache)
    assert (again.prepared, again.is_patched, files(again)) == (0, True, files(first))


@pytest.mark.parametrize("damage", ["cut", "bit", "form", "empty", "folder"])
def test_a_damaged_cache_does_not_matter(cache: Path, tmp_path: Path, damage: str) -> None:
    """Half a file, a turned bit, one of another version, or something else in its place."""
    pages = [page(number, random.Random(number)) for number in range(5)]
    good = build_index(pages, KINDS, cache=tmp_path)
    for file in [path for path in tmp_path.iterdir() if path.is_file()]:
        data = file.read_bytes()
        file.unlink()
        if damage == "folder":
            file.mkdir()
            continue
        middle = len(data) // 2
        file.write_bytes(
            {
                "cut": data[:middle],
                "bit": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
                "form": b"x" + data,
                "empty": b"",
            }[damage]
        )
    again = build_index(pages, KINDS, cache=tmp_path)
    assert (again.prepared, files(again)) == (5, files(good))


def test_a_cache_that_cannot_be_written_does_not_matter(cache: Path, tmp_path: Path) -> None:
    """A file stands where its folder should."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    pages = [page(1, random.Random(1))]
    index = build_index(pages, KINDS, cache=tmp_path / "file" / "search")
    assert files(index) == files(build_index(pages, KINDS, cache=cache))


@pytest.mark.skipif(search_lists.usable_processes() < 2, reason="one processor, or no fork")
def test_several_processes_come_to_the_same(cache: Path, tmp_path: Path) -> None:
    """A site large enough to be shared between them."""
    chance = random.Random(7)
    pages = [
        replace(
            page(number, chance), html=f"<h2 id='x'>题</h2><p>{'，'.join(chance.choices(WORDS, k=9000))}</p>"
        )
        for number in range(30)
    ]
    assert sum(len(page.html) for page in pages) > 2_000_000
    several = build_index(pages, KINDS, cache=without_pages(cache, tmp_path), processes=3)
    one = build_index(pages, KINDS, cache=without_pages(cache, tmp_path), processes=1)
    assert (several.prepared, one.prepared, files(several)) == (30, 30, files(one))


def hostile_pages() -> Sequence[SearchPage]:
    """Pages with everything in them that could break out of a script."""
    nasty = "<img src=x onerror=alert(1)> </script> \"'\\ \u2028\u2029 -->"
    section = Section(2, 'a"b', nasty, nasty)
    page_of_sections = SearchPage(
        url="a.html",
        title=nasty,
        kind="regulation",
        sections=[section],
        names=[nasty],
        status="已修订",
        rank=4,
    )
    return [page_of_sections, SearchPage(url="b.html", title="乙", kind="page")]


def test_hostile_text_stays_text(cache: Path) -> None:
    """Every script is one call with JSON in it, and the text comes out as it went in."""
    index = build_index(hostile_pages(), KINDS, synonyms={"醉驾": ("</script>",)}, cache=cache)
    nasty = hostile_pages()[0].title
    (meta,) = arguments(index, "m")[0]
    assert isinstance(meta, dict)
    assert (meta["titles"], meta["names"]) == ([nasty, "乙"], {"0": [nasty]})
    texts = {str(name): rows for name, rows, _above in arguments(index, "t")}
    assert texts[meta["parts"][0][0]] == [[2, 'a"b', nasty, nasty]]
    everything = b"".join(asset.data for asset in index.assets).decode()
    assert "\u2028" not in everything
    assert "\u2029" not in everything


def test_every_name_is_a_hash_of_the_content(cache: Path) -> None:
    """Of postings, texts and sounds without the call around them, which holds the name; of meta with it."""
    index = build_index(hostile_pages(), KINDS, cache=cache)
    assert index.assets[0].url == index.url
    for asset in index.assets:
        match = re.fullmatch(r"assets/search/(?P<kind>[mstp])-(?P<hash>[0-9a-f]{8})\.js", asset.url)
        assert match, asset.url
        body = asset.data
        if match["kind"] in "tp":
            call = CALL.fullmatch(body.decode())
            assert call
            body = call["arguments"].split(",", 1)[1].encode()
            body = body[1:-1] if match["kind"] == "p" else body
        elif match["kind"] == "s":
            body = body.removeprefix(b"Lianxue.searchData.sounds(").removesuffix(b");\n")
        assert hashlib.sha256(body).hexdigest().startswith(match["hash"]), asset.url


def test_the_meta_data_is_in_columns(cache: Path) -> None:
    """One entry a page, in the order of their urls, with what the filter and the ranking need."""
    pages = [*hostile_pages()[1:], replace(hostile_pages()[0], title="某条例", names=["简称"])]
    index = build_index(
        pages, KINDS, synonyms={"醉驾": ("醉酒驾驶", "酒驾")}, glossary="glossary.html", cache=cache
    )
    (meta,) = arguments(index, "m")[0]
    assert isinstance(meta, dict)
    assert {
        name: meta[name] for name in ("titles", "urls", "kinds", "kind", "weights", "status", "ranks")
    } == {
        "titles": ["某条例", "乙"],
        "urls": ["a.html", "b.html"],
        "kinds": [["regulation", "法规"], ["page", "其他"]],
        "kind": [0, 1],
        "weights": [1.0, 0.9],
        "status": [2, 0],
        "ranks": [4, 1],
    }
    assert meta["statuses"][2] == "已修订"
    assert meta["synonyms"] == [["醉驾", "醉酒驾驶"], ["醉驾", "酒驾"]]
    assert (meta["names"], meta["sections"], meta["glossary"]) == ({"0": ["简称"]}, [1, 1], "glossary.html")
    assert len(meta["postings"]) == 1
    assert [f"assets/search/s-{meta['sounds']}.js"] == [
        asset.url for asset in index.assets if "/s-" in asset.url
    ]


def test_titles_in_traditional_characters_are_found_by_simplified_ones(cache: Path) -> None:
    """What the browser folds a title by, and how its characters sound, is there for titles as they are folded."""
    index = build_index([SearchPage(url="a.html", title="臺灣鬮", kind="page")], KINDS, cache=cache)
    (meta,) = arguments(index, "m")[0]
    assert isinstance(meta, dict)
    assert {"臺台", "灣湾", "鬮阄"} <= {*re.findall("..", meta["variants"])}
    assert "阄" in str(arguments(index, "s"))


def test_steps_are_measured_by_the_clock_that_is_given(cache: Path, tmp_path: Path) -> None:
    """The core has no clock of its own."""
    ticks = iter(range(100))
    index = build_index(
        hostile_pages(), KINDS, cache=without_pages(cache, tmp_path), clock=lambda: float(next(ticks))
    )
    assert index.seconds == {"read": 1.0, "lists": 1.0, "shards": 1.0, "assets": 1.0, "keep": 1.0}
