"""Citations in the words of a paper: 《条例》第十条, 依据：第九条第二款."""

from __future__ import annotations

import re

from lianxue.content.article import parse_label

_NUMERAL = "[0-9〇零一二三四五六七八九十百千两]{1,9}"
_CITED = re.compile(
    rf"(?:《(?P<title>[^《》\n]{{2,60}})》\s*)?(?P<label>第\s*{_NUMERAL}\s*条(?:之{_NUMERAL})?(?:第\s*{_NUMERAL}\s*款)?(?:第\s*[（(]?{_NUMERAL}[）)]?\s*项)?)"
)
_BETWEEN = re.compile(r"[\s、,，;；。和与及()（）:：见参照依据根据规定的之]*$")


def read_citations(text: str) -> tuple[tuple[str, ...], bool]:
    """The provisions a text names, as `cite` has them, and whether it says nothing else."""
    cites: list[str] = []
    title = rest = ""
    position = 0
    for match in _CITED.finditer(text):
        rest += text[position : match.start()]
        position = match.end()
        label = "".join(match["label"].split())
        if parse_label(label) is None:
            return (), False
        title = match["title"] or (
            title if not rest.strip() or _BETWEEN.match(text[: match.start()][-3:]) else ""
        )
        cites.append(f"《{title}》{label}" if title else label)
    rest += text[position:]
    return tuple(dict.fromkeys(cites)), bool(cites) and bool(_BETWEEN.match(rest))
