"""Say in plain words what a trainer mistyped in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

# A field name with a full-width colon, or an ASCII one without the blank behind it.
_COLON = re.compile(
    r"^(?P<indent>[ ]*(?:- +)?)(?P<name>[A-Za-z_][A-Za-z0-9_]*|[一-鿿]{2,6}|[A-Z])"
    r"(?P<colon>：|:(?=[^\s:/]))"
)
_DASH = re.compile(r"^(?P<indent>[ ]*)(?P<dash>－|—|–|-(?=[A-Za-z一-鿿《“]))\s*\S")


def find_slips(text: str) -> Iterator[tuple[int, int, str]]:
    """(line, column, message) of punctuation that YAML wants half-width; call it on broken YAML.

    On sound YAML a line of a long text may look like a field, so this is no check by itself.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _COLON.match(line):
            name, column = match["name"], match.start("colon") + 1
            if match["colon"] == "：":
                message = f"“{name}”后面是全角冒号“：”：请改成半角“:”，后面空一格"
            else:
                message = f"“{name}:”的冒号后面要空一格"
            yield number, column, message
        elif match := _DASH.match(line):
            column = match.start("dash") + 1
            if match["dash"] == "-":
                yield number, column, "行首的“-”后面要空一格"
            else:
                yield number, column, f"行首是“{match['dash']}”：列表请用半角“-”，后面空一格"


_TAB = "这里用了制表符（Tab）：缩进请用空格"
_PARTLY_QUOTED = "引号只括住了一部分文字：请改用中文引号“”，或把整句放进单引号"
_EXPLANATIONS = (
    ("mapping values are not allowed", "这一行有多余的冒号，或上一行没写完：文字里有“: ”时请加引号"),
    ("could not find expected ':'", "这一行少了冒号：字段名后面写半角“:”再空一格"),
    ("did not find expected key", "缩进或引号不对：同一级的字段左边要对齐"),
    ("did not find expected '-' indicator", "缩进不对：列表的每一项都以“- ”开头并左边对齐"),
    ("did not find expected ',' or ']'", "方括号没有配对，或各项之间少了半角逗号“,”"),
    ("did not find expected ',' or '}'", "花括号没有配对，或各项之间少了半角逗号“,”"),
    ("unexpected end of stream", "引号没有配对：开了头没有结尾"),
    ("block sequence entries are not allowed", "这里不能以“- ”开头：请看上一行是否写完、缩进是否对齐"),
    ("did not find expected alphabetic", "文字以 * 或 & 开头时请加引号"),
    ("that cannot start any token", "文字以 @、`、% 等符号开头时请加引号"),
    ("unknown escape character", "双引号里的反斜杠 \\ 有特别含义：请改用单引号"),
    ("control characters are not allowed", "有看不见的控制字符：请删去这一行重新输入"),
    ("special characters are not allowed", "有看不见的控制字符：请删去这一行重新输入"),
)


def explain_error(error: yaml.YAMLError, text: str) -> tuple[int, int, str]:
    """(line, column, message) for a YAML syntax error; lines count from 1 inside `text`."""
    said = str(error)
    explanation = next(
        (chinese for english, chinese in _EXPLANATIONS if english in said),
        "YAML 写法有误：请看这一行和上一行的缩进、冒号、引号",
    )
    line, column = _place_of(error, text)
    row = text.split("\n")[line - 1]
    if row[column - 1 :].startswith("\t"):
        explanation = _TAB
    elif "did not find expected key" in said and row[: column - 1].rstrip().endswith(('"', "'")):
        explanation = _PARTLY_QUOTED
    return line, column, explanation


def _place_of(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    """Where to look: what was opened and never closed is noticed only further down."""
    said = str(error)
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    is_unclosed = "unexpected end of stream" in said or "while parsing a flow" in said
    mark = context if is_unclosed and context else problem or context
    if mark is not None:
        return min(mark.line, text.count("\n")) + 1, mark.column + 1
    # A character that YAML cannot hold has a position instead; the C parser counts bytes.
    before = text.encode()[: getattr(error, "position", 0)].decode(errors="ignore")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
