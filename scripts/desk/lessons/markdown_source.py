"""Read a Markdown file's lines as the same lines and tables that Word gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from desk.documents.model import Line, Span, Table
from desk.lessons.plan import Account, Remark

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.+?)\s*#*\s*(?:\{[^{}]*\})?$")
_ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+]|(?P<number>\d{1,3})[.)])\s+(?P<text>.+)$")
_FOOTNOTE = re.compile(r"\[\^(?P<key>[^\]]+)\]:\s*(?P<text>.+)$")
_HERE = "\0"  # stands where the mark of a footnote was, while a line is read
_REFERENCE = re.compile(r"\[\^(?P<key>[^\]]+)\]")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<path>(?:[^()]|\([^()]*\))*)\)")
# An address may hold brackets of its own: https://…/学习_(2026).
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]+)\]\((?P<address>(?:[^()]|\([^()]*\))*)\)")
_BOLD = re.compile(r"\*\*(?P<stars>.+?)\*\*|__(?P<lines>.+?)__")
_LIGHT = re.compile(r"(?<!\*)\*(?P<text>[^*\s][^*]*)\*(?!\*)|`(?P<code>[^`]+)`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_BREAK = re.compile(r"\s{2,}$|\\$")


@dataclass(slots=True)
class MarkdownLines:
    """What a Markdown file holds, as Word would have it."""

    blocks: list[Line | Table] = field(default_factory=list)
    footnotes: dict[str, str] = field(default_factory=dict)
    unused: list[Account] = field(default_factory=list)
    lost_pictures: list[Remark] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)  # of links that became text


def read_markdown(lines: Sequence[Line]) -> MarkdownLines:
    """The blocks of a Markdown file. `lines` are its raw lines."""
    found = MarkdownLines()
    pending = list(lines)
    if pending and pending[0].text.strip() == "---":
        end = next((i for i, line in enumerate(pending[1:], 1) if line.text.strip() == "---"), 0)
        for line in pending[: end + 1] if end else []:
            reason = "文件开头的信息：登记由导入时重新填写"
            found.unused.append(Account(where=line.where, text=line.text, became="没有用", reason=reason))
        pending = pending[end + 1 :] if end else pending
    index = 0
    while index < len(pending):
        index = _read_block(pending, index, found)
    return found


def _read_block(lines: Sequence[Line], index: int, found: MarkdownLines) -> int:
    """Take the block that begins at `index`; the index behind it."""
    line = lines[index]
    text = line.text.strip()
    if not text:
        return index + 1
    if _RULE.match(text) or re.match(r"(?:```|~~~)", text):
        reason = "分隔线" if _RULE.match(text) else "代码块的界线"
        found.unused.append(Account(where=line.where, text=text, became="没有用", reason=reason))
        return index + 1
    if heading := _HEADING.match(text):
        found.blocks.append(_line(heading["text"], line, found, heading=len(heading["marks"])))
        return index + 1
    if footnote := _FOOTNOTE.match(text):
        found.footnotes[footnote["key"]] = _unescape(footnote["text"])
        return index + 1
    if text.startswith("|") and index + 1 < len(lines) and re.match(r"\s*\|?\s*:?-+", lines[index + 1].text):
        return _read_table(lines, index, found)
    if item := _ITEM.match(line.text):
        label = f"{item['number']}." if item["number"] else ""
        body = f"{label} {item['text']}" if label else item["text"]
        made = _line(body, line, found)
        indent = len(item["indent"].expandtabs(4)) // 2
        found.blocks.append(replace(made, is_list_item=True, label=label, indent=min(indent, 3)))
        return index + 1
    return _read_paragraph(lines, index, found)


def _read_paragraph(lines: Sequence[Line], index: int, found: MarkdownLines) -> int:
    first = lines[index]
    parts: list[str] = []
    while index < len(lines):
        text = lines[index].text
        if not text.strip() or (parts and (_ITEM.match(text) or _HEADING.match(text.strip()))):
            break
        parts.append(text)
        index += 1
        if _BREAK.search(text):
            break
    is_quote = parts[0].lstrip().startswith(">")
    text = "".join(_BREAK.sub("", part).strip().removeprefix(">").strip() for part in parts)
    made = _line(text, first, found)
    found.blocks.append(replace(made, style="引用") if is_quote else made)
    return index


def _read_table(lines: Sequence[Line], index: int, found: MarkdownLines) -> int:
    first, rows = index, []
    while index < len(lines) and lines[index].text.strip().startswith("|"):
        if index != first + 1:  # the line of dashes
            cells = re.split(r"(?<!\\)\|", lines[index].text.strip().strip("|"))
            rows.append(tuple(_line(cell.strip(), lines[index], found).text for cell in cells))
        index += 1
    width = max(map(len, rows))
    found.blocks.append(
        Table(rows=tuple(row + ("",) * (width - len(row)) for row in rows), where=lines[first].where)
    )
    return index


def _line(text: str, source: Line, found: MarkdownLines, *, heading: int = 0) -> Line:
    """One line of plain text with its bold parts, footnotes and lost pictures noted."""
    keys = [match["key"] for match in _REFERENCE.finditer(text)]
    for image in _IMAGE.finditer(text):
        message = f"图片 {image['path']} 不在这个文件里：请把图片放进讲稿的 Word 文件，或导入后自己加"
        found.lost_pictures.append(Remark(where=source.where, text=image["alt"], message=message))
    text = _REFERENCE.sub(_HERE, _IMAGE.sub(lambda match: match["alt"], text))
    for link in _LINK.finditer(text):
        if re.match(r"[a-z]+:", link["address"]):
            found.addresses.append(link["address"])
    text = _LINK.sub(lambda match: match["text"], text)
    marked = tuple(_spans(text))
    parts = "".join(span.text for span in marked).split(_HERE)
    places = [len("".join(parts[: count + 1])) for count in range(len(keys))]
    spans = tuple(replace(span, text=span.text.replace(_HERE, "")) for span in marked)
    return Line(
        text="".join(parts),
        where=source.where,
        heading=heading,
        spans=spans if any(span.is_bold for span in spans) else (),
        footnotes=tuple(zip(keys, places, strict=True)),
    )


def _spans(text: str) -> Iterator[Span]:
    position = 0
    for match in _BOLD.finditer(text):
        if match.start() > position:
            yield Span(text=_unescape(text[position : match.start()]))
        yield Span(text=_unescape(match["stars"] or match["lines"]), is_bold=True)
        position = match.end()
    if position < len(text):
        yield Span(text=_unescape(text[position:]))


def _unescape(text: str) -> str:
    return _ESCAPE.sub(r"\1", _LIGHT.sub(lambda match: match["text"] or match["code"], text))
