"""Find what a template asked its author to write, and what is still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianxue.content.fences import lines_outside_fences
from lianxue.reading.problem import Place, Report

# 【请改：一句话说清这一课讲什么】 keeps a page from being published; 【待补：图片说明】 does not.
TO_EDIT, TO_FILL = "【请改", "【待补"
_MARK = re.compile(r"【(?P<kind>请改|待补)(?=[】：:])[^】\n]*】?|!\[(?P<alt>待补[^\]\n]*)\]")
_CODE = re.compile(r"`+[^`]*`+")


def check_left(text: str, path: str, report: Report) -> None:
    """Note every mark that is left in a file; what stands in code speaks about marks and is none."""
    if "请改" not in text and "待补" not in text:
        return
    lines = lines_outside_fences(text) if path.endswith(".md") else enumerate(text.split("\n"))
    for index, line in lines:
        for column, rule, message in _left_in(line):
            report.note(Place(path, index + 1, column), rule, message)


def _left_in(line: str) -> Iterator[tuple[int, str, str]]:
    for match in _MARK.finditer(_shown(line)):
        if match["kind"] == "请改":
            message = f"还没有改的地方“{match.group()}”：写上自己的内容，连同【】一起换掉"
            yield match.start() + 1, "left-to-edit", message
        elif match["alt"]:
            message = f"图片还没有说明“{match['alt']}”：请写上图里有什么，看不见图的学员靠它"
            yield match.start() + 1, "left-to-fill", message
        else:
            message = f"还没有补的地方“{match.group()}”：写上内容，连同【】一起换掉"
            yield match.start() + 1, "left-to-fill", message


def without_open_alts(markdown: str) -> str:
    """A page's Markdown in which a picture that nobody has described says nothing, not 待补."""
    if "![待补" not in markdown:
        return markdown
    lines = markdown.split("\n")
    for index, line in lines_outside_fences(markdown):
        for match in reversed(list(_MARK.finditer(_shown(line)))):
            if match["alt"]:
                line = f"{line[: match.start('alt')]}{line[match.end('alt') :]}"
        lines[index] = line
    return "\n".join(lines)


def _shown(line: str) -> str:
    """A line with blanks in the place of code."""
    return _CODE.sub(lambda match: " " * len(match.group()), line)
