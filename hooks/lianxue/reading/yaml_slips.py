"""Say in plain words what a trainer mistyped in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

# A field name with a full-width colon, or an ASCII one without the blank behind it.
_COLON = re.compile(
    r"^(?P<indent>[ ]*(?:- +)?)(?P<name>[A-Za-z_][A-Za-z0-9_]*|[一-鿿]{2,6}|[A-Z]|[0-9]{1,2}(?=：))"
    r"(?P<colon>：|:(?=\u3000|[^\s:/]))"
)
_DASH = re.compile(r"^(?P<indent>[ ]*)(?P<dash>－|—|–|-(?=[A-Za-z一-鿿《“]))\s*\S")
_INDENT = re.compile(r"^[ ]*(?P<blank>\u3000+)\S")
# Between braces, without quotes that could make it an author's text.
_IN_BRACES = re.compile(r"\{[^\"'}]*")
_BRACE_SLIP = re.compile(r"(?P<comma>，)\s*(?P<after>\w{1,6}):\s|[{,]\s*(?P<name>\w{1,6})(?P<colon>：)")
# A field or list item whose text may go on in deeper lines.
_BLOCK_TEXT = re.compile(r"^(?P<lead>[ ]*(?:- +)*)(?P<key>[^\s:：]+\s*[:：]\s*)?[|>][-+0-9]*\s*(?:#.*)?$")
_PLAIN_TEXT = re.compile(r"^(?P<lead>[ ]*(?:- +)*)(?P<key>[^\s:：]+\s*:)\s+[^\s#{\[]")

_COLON_MESSAGE = "“{name}”后面是全角冒号“：”：请改成半角“:”，后面空一格"
FULLWIDTH_INDENT = "缩进用了全角空格“　”：请改成半角空格“ ”"

Slip = tuple[int, int, str]


def find_slips(text: str) -> Iterator[Slip]:
    """(line, column, message) of punctuation that YAML wants half-width; call it on broken YAML.

    Lines that only continue a text are passed over. Others may still look like a field on sound
    YAML, so this is no check by itself.
    """
    text_column: int | None = None  # of the field whose text we may be in: deeper lines belong to it
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip(" "):
            continue
        if text_column is not None and len(line) - len(line.lstrip(" ")) > text_column:
            continue
        text_column = _text_column(line)
        for column, message in _slips_in(line):
            yield number, column, message


def find_slips_near(text: str, first: int, last: int) -> list[Slip]:
    """All slips, where one of them stands between two lines and so explains what is wrong there."""
    slips = list(find_slips(text))
    return slips if any(first <= line <= last for line, _column, _message in slips) else []


def _text_column(line: str) -> int | None:
    if match := _BLOCK_TEXT.match(line):
        return len(match["lead"]) if match["key"] else len(match["lead"].rstrip()) - 1
    match = _PLAIN_TEXT.match(line)
    return len(match["lead"]) if match else None


def _slips_in(line: str) -> Iterator[tuple[int, str]]:
    if match := _INDENT.match(line):
        yield match.start("blank") + 1, FULLWIDTH_INDENT
    elif match := _COLON.match(line):
        name, column = match["name"], match.start("colon") + 1
        if match["colon"] == "：":
            yield column, _COLON_MESSAGE.format(name=name)
        elif line[column] == "\u3000":
            yield column + 1, f"“{name}:”后面是全角空格“　”：请改成半角空格“ ”"
        else:
            yield column, f"“{name}:”的冒号后面要空一格"
    elif match := _DASH.match(line):
        column = match.start("dash") + 1
        if match["dash"] == "-":
            yield column, "行首的“-”后面要空一格"
        else:
            yield column, f"行首是“{match['dash']}”：列表请用半角“-”，后面空一格"
    elif braces := _IN_BRACES.search(line):
        for match in _BRACE_SLIP.finditer(line, braces.start(), braces.end()):
            if match["comma"]:
                message = f"“{match['after']}”前面是全角逗号“，”：请改成半角“,”，后面空一格"
                yield match.start("comma") + 1, message
            else:
                yield match.start("colon") + 1, _COLON_MESSAGE.format(name=match["name"])


_NEAR = 3  # lines: YAML notices a missing colon at the next field
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


def lines_of(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    """The lines between which the cause of a syntax error is to be looked for."""
    line, _column = _place_of(error, text)
    mark = getattr(error, "problem_mark", None)
    last = mark.line + 1 if mark and "while parsing a flow" in str(error) else line
    return line - _NEAR, max(line, last)
