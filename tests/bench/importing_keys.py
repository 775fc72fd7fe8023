"""A second, simple reading of a file's own answers, to hold the importer's against."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from desk.documents.model import OpenedFile, Table
from desk.drafts.draft import Draft

_INLINE = re.compile(
    r"(?:正确答案|参考答案|【答案】|答案)[\s*】：:]{0,6}(?P<answer>[A-Z](?:[ 、,，;；]?[A-Z])*|对|错|正确|错误|√|×)(?![A-Za-z\u4e00-\u9fff])"
)
_KEY = re.compile(r"^\s*\d{1,3}\s*[.、．]\s*(?P<answer>[A-Z]{1,8}|√|×|对|错)\s*$", re.MULTILINE)
_GAP_LINE = re.compile(r"^- 空 (?P<number>\d+): (?P<answer>.+)$", re.MULTILINE)
_MARKDOWN_ITEM = re.compile(r"^### 第 \d+ 题", re.MULTILINE)
_RIGHT = {"对": "对", "正确": "对", "√": "对", "是": "对", "错": "错", "错误": "错", "×": "错", "否": "错"}
_ANSWER_CELL = re.compile(r"\s*(?:[A-H](?:[,，、;]?[A-H])*|对|错|正确|错误|√|×|[TF])\s*$")


def key_equal(opened: OpenedFile, drafts: Sequence[Draft]) -> float | None:
    """The share of sure questions whose answer is the file's own; None where that cannot be told apart."""
    for answers in (_markdown(opened), _inline(opened), _listed(opened), _sheets(opened), _json(opened)):
        if answers and len(answers) == len(drafts):
            sure = [
                (answer, draft) for answer, draft in zip(answers, drafts, strict=True) if not draft.doubts
            ]
            return round(sum(_is_same(answer, draft) for answer, draft in sure) / max(1, len(sure)), 4)
    return None


def _text(opened: OpenedFile) -> str:
    return "\n".join(
        "\n".join("\t".join(row) for row in block.rows) if isinstance(block, Table) else block.text
        for block in opened.blocks
    )


def _inline(opened: OpenedFile) -> list[str]:
    return [match["answer"] for match in _INLINE.finditer(_text(opened))]


def _listed(opened: OpenedFile) -> list[str]:
    return [match["answer"] for match in _KEY.finditer(_text(opened))]


def _markdown(opened: OpenedFile) -> list[str]:
    items = _MARKDOWN_ITEM.split(_text(opened))[1:]
    return list(map(_of_markdown, items))


def _of_markdown(item: str) -> str:
    gaps = [match["answer"].strip() for match in _GAP_LINE.finditer(item)]
    match = _INLINE.search(item)
    return "|".join(gaps) if gaps else match["answer"] if match else ""


def _sheets(opened: OpenedFile) -> list[str]:
    """The cells of the column that looks most like answers, a sheet after the other."""
    return [answer for sheet in opened.sheets for answer in _column([cells for _, cells in sheet.rows])]


def _column(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    width = max(map(len, rows), default=0)
    columns = [[row[number] if number < len(row) else "" for row in rows] for number in range(width)]
    best = max(columns, key=lambda cells: sum(bool(_ANSWER_CELL.match(cell)) for cell in cells), default=[])
    return (cell.strip() for cell in best if _ANSWER_CELL.match(cell))


def _json(opened: OpenedFile) -> list[str]:
    if opened.kind != "json":
        return []
    found: Any = json.loads(opened.raw)
    if not isinstance(found, list):
        return []
    return [_json_answer(entry) for entry in found if isinstance(entry, dict)]


def _json_answer(entry: dict[str, Any]) -> str:
    answer, options = entry.get("answer", ""), entry.get("options")
    if isinstance(options, list) and len(options) == 2 and answer in ("A", "B"):
        word = re.sub(r"\W+", "", str(options["AB".index(answer)]))  # icons of other programs, too
        return word if word in _RIGHT else str(answer)
    if isinstance(answer, bool):
        return "对" if answer else "错"
    return "|".join(map(str, answer)) if isinstance(answer, list) else str(answer)


def _is_same(answer: str, draft: Draft) -> bool:
    if draft.type == "true_false":
        right = _RIGHT.get(answer) or {"T": "对", "F": "错"}.get(answer)
        return draft.answer == (right or _by_option(answer, draft),)
    if draft.type == "fill_in":
        return _plain("".join(gap[0] for gap in draft.gaps)) in _plain(answer)
    if draft.type == "short_answer":
        return _plain("".join(draft.points))[:20] == _plain(answer)[:20]
    return "".join(sorted(draft.answer)) == "".join(sorted(re.sub("[^A-Z]", "", answer)))


def _by_option(letter: str, draft: Draft) -> str:
    """对 or 错 by the option line that starts with the letter."""
    for line in draft.lines:
        for match in re.finditer(r"([A-Z])\W{0,4}\s*[.．：:、]\W{0,3}(正确|错误|对|错|是|否)", line.text):
            if match[1] == letter:
                return _RIGHT[match[2]]
    return ""


def _plain(text: str) -> str:
    return re.sub(r"[\s|/、，。；;]+", "", text)
