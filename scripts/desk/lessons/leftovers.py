"""Tell what stands in a talk's file but not in a lesson: contents, page numbers, greetings, names."""

from __future__ import annotations

import re

_CONTENTS_STYLE = re.compile(r"toc\b|toc ?\d|目录", re.IGNORECASE)
_CONTENTS_HEADING = re.compile(r"目\s*录$")
_CONTENTS_LINE = re.compile(r".+?(?:\.{4,}|…{2,}|·{4,}|\t+)\s*\d{1,3}$")
_PAGE = re.compile(r"[-—–]\s*\d+\s*[-—–]$|第\s*\d+\s*页(?:[，,、/\s]*共\s*\d+\s*页)?$|\d+\s*/\s*\d+$")
_GREETING = re.compile(
    r"(?:尊敬的|亲爱的)?(?:各位|同志们|同学们|大家(?:上午|下午|晚上)?好|(?:上午|下午|晚上)好).{0,20}$"
)
_THANKS = re.compile(
    r"(?:我的|我今天的|今天的|这次).{0,12}(?:到这里|到此|结束).{0,12}$|.{0,14}(?:谢谢|感谢)(?:大家|各位|聆听).{0,6}$"
)
_BYLINE = re.compile(
    r"[（(]?(?:主讲|授课|宣讲|讲课|讲授|汇报|撰稿|作者|起草|主讲人|授课人|宣讲人|起草人|时间|地点|日期)(?:人|者|单位|时间|地点)?\s*[：:].{1,30}$"
)
_NUMERAL = "[0-9〇○零一二三四五六七八九十]"
_DATE = re.compile(
    rf"[（(]?\s*(?:20\d\d|二[〇○零]{_NUMERAL}{{2}})\s*年\s*{_NUMERAL}{{1,3}}\s*月(?:\s*{_NUMERAL}{{1,3}}\s*日)?\s*[）)]?$"
)
_ORGAN_AND_DAY = re.compile(
    rf"[一-鿿×、（）]{{2,30}}[\s　]+(?:20\d\d|二[〇○零]{_NUMERAL}{{2}})\s*年\s*{_NUMERAL}{{1,3}}\s*月(?:\s*{_NUMERAL}{{1,3}}\s*日)?$"
)
_AUDIENCE = re.compile(
    r"[（(]?(?:授课|学习|宣讲|培训|适用|教育)对象\s*[：:]\s*(?P<names>[^（）()]{2,40}?)[）)。]?$"
)
_SPLIT = re.compile(r"[、，,；;和及]")
_ASIDES = (
    (re.compile("属性"), "文件属性不进网页"),
    (re.compile("页眉|页脚"), "页眉、页脚不进网页"),
    (re.compile("备注$"), "讲者备注不进网页：要用，请写进讲稿"),
    (re.compile("批注"), "批注不进网页"),
    (re.compile("修订"), "修订里删去的文字不进网页"),
    (re.compile("隐藏"), "隐藏的内容不进网页"),
)


def contents_reason(text: str, style: str) -> str:
    """Why a line is part of the table of contents; "" where it is not."""
    if _CONTENTS_HEADING.fullmatch(text) or _CONTENTS_STYLE.match(style) or _CONTENTS_LINE.fullmatch(text):
        return "目录：网页自己有目录"
    return ""


def line_reason(text: str, style: str) -> str:
    """Why a line anywhere in a talk has no place in a lesson; "" where it has one."""
    if reason := contents_reason(text, style):
        return reason
    if _PAGE.fullmatch(text):
        return "页码"
    if _GREETING.fullmatch(text) and not re.search("[。；]", text[:-1]):
        return "称呼、问候语"
    if _THANKS.fullmatch(text):
        return "结束语、致谢"
    return ""


def byline_reason(text: str) -> str:
    """Why a line just below the title has no place in a lesson; "" where it has one."""
    if _BYLINE.fullmatch(text) or _ORGAN_AND_DAY.fullmatch(text):
        return "署名、时间、地点"
    if _DATE.fullmatch(text):
        return "日期：月份已写在课的登记里"
    return ""


def audience_of(text: str) -> tuple[str, ...]:
    """Whom a line says the talk is for (授课对象：党员、入党积极分子); () where it says nothing of it."""
    match = _AUDIENCE.fullmatch(text)
    return tuple(name.strip() for name in _SPLIT.split(match["names"]) if name.strip()) if match else ()


def aside_reason(where: str) -> str:
    """Why text beside the page is not in the lesson."""
    return next((reason for pattern, reason in _ASIDES if pattern.search(where)), "不在正文里")
