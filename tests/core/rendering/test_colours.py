"""A unit's own colour is readable in light and dark, or refused with the nearest good one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxue.rendering.colours import (
    Colour,
    colour_asset,
    colour_fault,
    colour_styles,
    contrast,
    hex_of,
    least_contrast,
    nearest_good,
    parse_colour,
)

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)
PAPER: dict[str, Colour] = {"light": (255, 255, 255), "dark": (0x1E, 0x1D, 0x1B)}


def tokens(styles: str) -> list[dict[str, Colour]]:
    """The colours by token of the light and of the dark block."""
    blocks = re.findall(r"\{(.*?)\}", styles, re.DOTALL)
    return [
        {
            name: parse_colour(value) or (0, 0, 0)
            for name, value in re.findall(r"--lx-([\w-]+): (#\w+);", block)
        }
        for block in blocks
    ]


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white is 21; our own red on white is 8."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x9E, 0x1B, 0x1E), (255, 255, 255)) == pytest.approx(8.0, abs=0.1)


@given(COLOURS)
def test_the_nearest_good_colour_can_be_used_everywhere(colour: Colour) -> None:
    """White on it, it on every ground, its link in the dark, light text on its buttons: 4.5 at least."""
    good = nearest_good(colour)
    assert least_contrast(good) >= 4.5
    light, dark = tokens(colour_styles(good))
    assert contrast(light["red"], light["red-soft"]) >= 4.5
    assert contrast((255, 255, 255), light["brand-dark"]) >= 4.5
    text = (0xF7, 0xE9, 0xE6)
    for ground in ("brand", "brand-dark", "fill", "fill-dark"):
        assert contrast(text, dark[ground]) >= 4.5, ground
    assert contrast(dark["red"], PAPER["dark"]) >= 4.5
    assert contrast(dark["red"], dark["red-soft"]) >= 4.5


def test_a_good_colour_stays_as_it_is() -> None:
    """No darker than it must be."""
    assert nearest_good((0x1F, 0x4E, 0x79)) == (0x1F, 0x4E, 0x79)
    assert colour_fault("#1f4e79") == ""
    assert colour_fault("#ffcc00").endswith(f"相近而看得清的是 {hex_of(nearest_good((255, 204, 0)))}")


def test_a_site_without_a_colour_has_no_sheet() -> None:
    """And one that cannot be read makes none."""
    assert colour_asset("") is None
    assert colour_asset("#ffcc00") is None
    asset = colour_asset("1f4e79")
    assert asset is not None
    assert re.fullmatch(r"assets/css/colour-[0-9a-f]{8}\.css", asset.url)
