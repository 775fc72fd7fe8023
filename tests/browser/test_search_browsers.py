"""Search where the browser is another one: Firefox with learners' preferences, a Chromium 83 kernel, a strict policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.testing.browsers import find_firefox

from .learners import ONLY_THIS_MACHINE
from .node_stories import tell
from .places import Place
from .searching import ARTICLE
from .serving import HOST
from .test_old_chromium import old_chromium

__all__ = ["old_chromium"]
WORDS = "礼品礼金"


def test_firefox_finds_opens_and_marks(over_http: Place, as_files: Place, tmp_path: Path) -> None:
    """By keyboard alone, http and files: an article by its number, words marked and taken away, the query remembered."""
    firefox = find_firefox()
    if firefox is None:
        pytest.skip("这里没有 Firefox：请安装 firefox-esr")
    places = (over_http, as_files)
    story = {
        "firefox": str(firefox),
        "profile": str(tmp_path / "profile"),
        "host": HOST,
        "bases": [place.base for place in places],
        "article": "处分条例97条",
        "words": WORDS,
    }
    told = tell("firefox_search.mjs", story)
    assert told["problems"] == []
    for seen in told["seen"]:
        assert any(
            link.partition("?")[0].endswith(ARTICLE) or "#art-97" in link for link in seen["listed"]["links"]
        )
        assert seen["chosen"]
        assert seen["article"]["anchor"] == "art-97"
        assert seen["article"]["below"] >= -1
        assert seen["article"]["isInSight"]
        assert seen["marked"]["marks"] > 0
        assert f"?h={WORDS}#" in seen["marked"]["url"]
        assert seen["cleaned"]["marks"] == 0
        assert "?" not in seen["cleaned"]["url"]
        assert seen["remembered"]


def test_an_old_kernel_searches(place: Place, old_chromium: Path, tmp_path: Path) -> None:
    """Results without script errors, and the dialog where it belongs, wide and narrow."""
    story = {
        "chromium": str(old_chromium),
        "profile": str(tmp_path / "profile"),
        "switches": [ONLY_THIS_MACHINE],
        "homeUrl": place.url("index.html"),
        "text": "处分条例97条",
    }
    seen = tell("old_chromium_search.mjs", story)
    assert "HeadlessChrome/83." in seen["agent"]
    assert seen["problems"] == []
    assert any("#art-97" in link for link in seen["found"]["links"])
    assert seen["wide"]["hasFocus"]
    assert seen["wide"]["left"] == pytest.approx((1280 - seen["wide"]["width"]) / 2, abs=10)
    assert seen["narrow"]["width"] == seen["narrow"]["screen"]
    for shown in (seen["wide"], seen["narrow"]):
        assert shown["out"] == 0
        assert shown["area"] > shown["height"] / 2
