"""Look through opened files for what must not come into the bank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk.documents.model import Line, OpenedFile
from lianxue.content.safety import SecretKind, find_secrets


def find_stops(files: Sequence[OpenedFile]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(what forbids the import, what should be looked at), a sentence each; finds are masked."""
    stops: dict[str, None] = {}
    remarks: dict[str, None] = {}
    for file in files:
        remarks.update(dict.fromkeys(f"《{file.name}》：{remark}" for remark in file.remarks))
        for where, text in _texts(file):
            for finding in find_secrets(text):
                place = f"《{file.name}》{where}"
                said = f"有{finding.kind.value}（{finding.masked}）"
                if finding.kind is SecretKind.EXAM_MARK:
                    remarks[f"{place}{said}，没有带入题库"] = None
                elif finding.kind.blocks:
                    stops[f"{place}{said}：请先按规定处理原文件，再导入"] = None
                else:
                    remarks[f"{place}{said}：请核对能不能公开"] = None
    return tuple(stops), tuple(remarks)


def _texts(file: OpenedFile) -> Iterator[tuple[str, str]]:
    """(where, text) of everything in a file, hidden parts too."""
    for aside in file.asides:
        yield aside.where, aside.text
    for block in file.blocks:
        if isinstance(block, Line):
            yield block.where, block.text
        else:
            for number, row in enumerate(block.rows, start=1):
                yield f"{block.where}第 {number} 行", "\n".join(dict.fromkeys(row))
    for sheet in file.sheets:
        name = f"工作表“{sheet.name}”" if sheet.name else ""
        for number, cells in sheet.rows:
            yield f"{name}第 {number} 行", "\n".join(cells)
    for number, line in enumerate(file.raw.split("\n"), start=1):
        yield f"第 {number} 行", line
