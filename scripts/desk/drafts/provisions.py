"""The provisions that a text names: 《条例》第十条, 依据：第九条第二款, 《党章》总纲."""

from __future__ import annotations

import re

from lianxue.content.article import parse_label

_NUMERAL = "[0-9〇零一二三四五六七八九十百千两]{1,9}"
_PREAMBLE = r"(?:总纲|序言|前言)(?:第[0-9一二三四五六七八九十]+自然段)?"
_CITED = re.compile(
    rf"(?:《(?P<title>[^《》\n]{{2,60}})》\s*)?(?P<label>第\s*{_NUMERAL}\s*条(?:之{_NUMERAL})?(?:第\s*{_NUMERAL}\s*款)?(?:第\s*[（(]?{_NUMERAL}[）)]?\s*项)?)"
    rf"|《(?P<of>[^《》\n]{{2,60}})》\s*(?P<preamble>{_PREAMBLE})"
)
_ALONE = re.compile(rf"\s*{_PREAMBLE}\s*[。.；;]?\s*$")
_BETWEEN = re.compile(r"[\s、,，;；。.和与及()（）:：见参照考依据根据规定的之出处来源法规【】]*$")


def read_provisions(text: str) -> tuple[tuple[str, ...], bool]:
    """The provisions a text names, as `cite` has them, and whether it says nothing else.

    A bare label goes with the title before it. Where the text says more, only what names its
    document is taken: 守则第三条 is not the third article of whatever the quiz is about.
    """
    if _ALONE.match(text):
        return (text.strip().rstrip("。.；;"),), True
    cites: list[tuple[str, str]] = []
    title = rest = ""
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
        title = match["title"] or match["of"] or (title if _BETWEEN.match(before) else "")
        cites.append((title, label))
    is_all = bool(cites) and bool(_BETWEEN.match(rest + text[position:]))
    kept = [f"《{title}》{label}" if title else label for title, label in cites if title or is_all]
    return tuple(dict.fromkeys(kept)), is_all
