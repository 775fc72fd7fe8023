"""A unit's own colour: whether it can be read, and the styles it makes in light and dark."""

from __future__ import annotations

import hashlib
import re

from lianxue.rendering.bank import Asset

Colour = tuple[int, int, int]

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_GOOD_CONTRAST = 7.0  # of links in the dark
_HEX = re.compile(r"#?([0-9a-fA-F]{6})$")
_WHITE: Colour = (255, 255, 255)
_BLACK: Colour = (0, 0, 0)
# The grounds of tokens.css that coloured text stands on, and the text that stands on coloured ground.
_WASH: Colour = (0xF7, 0xF5, 0xF2)
_DARK_PAPER: Colour = (0x1E, 0x1D, 0x1B)
_DARK_TEXT: Colour = (0xF7, 0xE9, 0xE6)
_STYLES = """\
/* The unit's own colour, from extra.lianxue.colour in mkdocs.yml. */
:root, [data-md-color-scheme="default"] {{
  --lx-brand: {brand}; --lx-brand-dark: {brand_dark}; --lx-fill: {brand}; --lx-fill-dark: {brand_dark};
  --lx-red: {brand}; --lx-red-soft: {soft};
}}
[data-md-color-scheme="slate"] {{
  --lx-brand: {dark}; --lx-brand-dark: {dark_hover}; --lx-fill: {fill}; --lx-fill-dark: {fill_hover};
  --lx-red: {link}; --lx-red-soft: {dark_soft};
}}
"""


def parse_colour(text: str) -> Colour | None:
    """The colour written #1f4e79, or None."""
    match = _HEX.match(text.strip())
    return None if match is None else (*(int(match[1][i : i + 2], 16) for i in (0, 2, 4)),)  # type: ignore[return-value]


def hex_of(colour: Colour) -> str:
    """#1f4e79."""
    return "#" + "".join(f"{part:02x}" for part in colour)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mix(colour: Colour, other: Colour, share: float) -> Colour:
    """`colour` with so much of `other` in it, 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def colour_fault(text: str) -> str:
    """Why a colour cannot be the site's, with the nearest one that can; "" where it can."""
    colour = parse_colour(text)
    if colour is None:
        return f"颜色“{text}”写法不对：请写成 #1f4e79 的样子（# 后面六位数字或字母 a 到 f）"
    if least_contrast(colour) >= LEAST_CONTRAST:
        return ""
    return (
        f"颜色 {hex_of(colour)} 太浅：白字放在上面、它放在浅底上都看不清"
        f"（对比度 {least_contrast(colour):.1f}，至少要 {LEAST_CONTRAST}）。相近而看得清的是 {hex_of(nearest_good(colour))}"
    )


def least_contrast(colour: Colour) -> float:
    """The worst contrast a colour has on the light page: as ground of white, and as text."""
    return min(contrast(colour, ground) for ground in (_WHITE, _WASH, _soft(colour)))


def nearest_good(colour: Colour) -> Colour:
    """The colour itself, darkened only as far as it must be."""
    for step in range(101):
        darker = _mix(colour, _BLACK, step / 100)
        if least_contrast(darker) >= LEAST_CONTRAST:
            return darker
    return _BLACK


def colour_asset(text: str) -> Asset | None:
    """The style sheet of a site's colour; None where it has none or one that cannot be used."""
    colour = parse_colour(text) if text and not colour_fault(text) else None
    if colour is None:
        return None
    styles = colour_styles(colour)
    digest = hashlib.sha256(styles.encode()).hexdigest()[:8]
    return Asset(f"assets/css/colour-{digest}.css", styles)


def colour_styles(colour: Colour) -> str:
    """The tokens that change with a colour, in light and dark."""
    dark_soft = _mix(_DARK_PAPER, colour, 0.22)
    dark = _mix(colour, _DARK_PAPER, 0.62)
    fill = _until(colour, _BLACK, _DARK_TEXT, LEAST_CONTRAST)
    link = _until(_until(colour, _WHITE, _DARK_PAPER, _GOOD_CONTRAST), _WHITE, dark_soft, LEAST_CONTRAST)
    tokens = {
        "brand": colour,
        "brand_dark": _mix(colour, _BLACK, 0.22),
        "soft": _soft(colour),
        "dark": dark,
        "dark_hover": _until(_mix(dark, _WHITE, 0.1), _BLACK, _DARK_TEXT, LEAST_CONTRAST),
        "fill": fill,
        "fill_hover": _mix(fill, _BLACK, 0.15),
        "link": link,
        "dark_soft": dark_soft,
    }
    return _STYLES.format(**{name: hex_of(value) for name, value in tokens.items()})


def _soft(colour: Colour) -> Colour:
    return _mix(colour, _WHITE, 0.92)


def _until(colour: Colour, towards: Colour, ground: Colour, least: float) -> Colour:
    """A colour moved towards black or white until it has a contrast on a ground."""
    for step in range(101):
        moved = _mix(colour, towards, step / 100)
        if contrast(moved, ground) >= least:
            return moved
    return towards
