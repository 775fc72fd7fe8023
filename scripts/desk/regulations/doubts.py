"""Say why a file is no regulation, and what speaks against the dates of one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from desk.regulations.model import RegulationReading, TextProblem
from desk.regulations.register import Value
from lianxue.content.regulation import CURRENT

_DECIMAL = re.compile(r"\d{1,2}\.\d{1,2}\s*[一-鿿]")  # 1.2 适用于全体员工
_SEVERAL = 3


def why_no_regulation(reading: RegulationReading) -> str:
    """What is missing in a file, and what to do; a sentence that its name opens."""
    texts = [use.text for use in reading.uses]
    if sum(1 for text in texts if _DECIMAL.match(text)) >= _SEVERAL:
        return "的条文写成 1.1、1.2 的样子：请先把编号改成“第一条”“第二条”，再导入"
    return (
        "不像法规文本：没有“第一条”这样的条文，也不是名称以条例、规定、意见等结尾、"
        "按“一、”“二、”编号的文件。请看看选对了文件没有"
    )


def has_points(reading: RegulationReading) -> bool:
    """Whether a text without articles counts 一、二、三."""
    texts = (text for item in reading.provisions for text in (item.heading, *item.paragraphs))
    return any(text.startswith("一、") for text in texts)


def date_problems(said: Mapping[str, Value], passed_on: date | None, today: date) -> list[TextProblem]:
    """A day of effect before the text was issued or last amended belongs to an earlier version.

    One that is still to come leaves the version before in force until then.
    """
    problems = []
    issued, effective = said["issued_on"] or passed_on, said["effective_on"]
    if isinstance(issued, date) and isinstance(effective, date) and effective < issued:
        message = f"文中写的施行日期 {effective} 早于 {issued} 的发布或修改：请核对修改后的施行日期"
        problems.append(TextProblem("末条", message))
    if isinstance(effective, date) and effective > today:
        message = (
            f"{effective} 起才施行，页面却写“{CURRENT}”：在那以前旧版本仍然有效，请到时再导入，或者先不发布"
        )
        problems.append(TextProblem("末条", message))
    if passed_on and not said["issued_on"]:
        message = f"只写了 {passed_on} 通过或修改，没有写发布日期：请核对后用 --issued-on 写明"
        problems.append(TextProblem("题注", message))
    return problems
