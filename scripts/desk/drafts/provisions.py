"""The provisions that a text names: 《条例》第十条, 依据：第九条第二款, 《党章》总纲."""

from __future__ import annotations

import re

from lianxue.content.article import ARTICLE, INSIDE, parse_label
from lianxue.content.vocabulary import REGULATION_KINDS
from lianxue.reading.patterns import lazy_pattern

_PREAMBLE = r"(?:总纲|序言|前言)(?:第[0-9一二三四五六七八九十]+自然段)?"
_TITLED = r"《(?P<{}>[^《》\n]{{2,60}})》\s*"
_NAMED = "|".join(("党章", "宪法", *REGULATION_KINDS))
_BARE = f"(?P<{{}}>(?:(?!第)[一-鿿]){{{{0,30}}}}(?:{_NAMED}))"  # a name without 《》
_CITED = lazy_pattern(
    rf"(?:{_TITLED.format('title')}|{_BARE.format('bare')})?(?P<label>{ARTICLE}{INSIDE})"
    rf"|(?:{_TITLED.format('of')}|{_BARE.format('bare_of')})(?P<preamble>{_PREAMBLE})"
)
_ALONE = lazy_pattern(rf"\s*{_PREAMBLE}\s*[。.；;]?\s*$")
_JOINING = "见参照考依据根和与及"  # what may stand before a name without 《》
_BETWEEN = lazy_pattern(r"[\s、,，;；。.和与及()（）:：见参照考依据根据规定的之出处来源法规【】]*$")


def read_provisions(text: str) -> tuple[tuple[str, ...], bool]:
    """The provisions a text names, as `cite` has them, and whether it says nothing else.

    A bare label goes with the name before it. A name without 《》 counts only where the text says
    nothing else. Where it says more, only what names its document in 《》 is taken: 守则第三条 is
    not the third article of whatever the quiz is about.
    """
    if _ALONE.match(text):
        return (text.strip().rstrip("。.；;"),), True
    cites: list[tuple[str, str]] = []
    name = rest = ""
    position = 0
    for match in _CITED.finditer(text):
        before = text[position : match.start()]
        rest += before
        position = match.end()
        label = "".join((match["label"] or match["preamble"]).split())
        if match["label"]:
            parsed = parse_label(label)
            if parsed is None:
                return (), False
            label = parsed[0].label + parsed[1]
        name = _name(match, cites) or (name if _BETWEEN.match(before) else "")
        cites.append((name, label))
    is_all = bool(cites) and bool(_BETWEEN.match(rest + text[position:]))
    kept = [name + label for name, label in cites if name.startswith("《") or is_all]
    return tuple(dict.fromkeys(kept)), is_all


def _name(match: re.Match[str], before: list[tuple[str, str]]) -> str:
    """《…》 or the bare name before a label, "" for none; 《条例》 is the one 《…条例》 named before it."""
    title = match["title"] or match["of"] or ""
    if title in REGULATION_KINDS:
        longer = {name for name, _label in before if name.endswith(f"{title}》")}
        title = longer.pop()[1:-1] if len(longer) == 1 else title
    return f"《{title}》" if title else (match["bare"] or match["bare_of"] or "").lstrip(_JOINING)
