"""What is printed around questions: page numbers, rules, instructions."""

from __future__ import annotations

import re

_PAGE = re.compile(
    r"\s*[-·•~]?\s*(?:第\s*\d{1,4}\s*页(?:\s*[,/，(（]?\s*共\s*\d{1,4}\s*页)?[)）]?|\d{1,4}\s*/\s*\d{1,4}|[-·•~]\s*\d{1,4}\s*[-·•~]|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?)\s*[-·•~]?\s*$"
)


_RULE = re.compile(r"\s*(?:(?:[-=_*~—…·.#+]\s?){3,}|[-—…]{2,})\s*$")


_CLOSING = re.compile(
    r"[\s(—\-*]{0,8}(?:(?:试卷|试题|全卷|本卷|考试|答题|全文)?\s*(?:到此|至此)?\s*(?:结束|完毕|完)|以下空白|END|The End|得\s*分\s*评\s*[卷阅]\s*人|得\s*分|评\s*[卷阅]\s*人|装\s*订\s*线|密\s*封\s*线.{0,12})[\s)。.!—\-*:]{0,8}$"
)


_INSTRUCTION = re.compile(
    r"(?:姓\s*名|单\s*位|部\s*门|学\s*号|准考证|班\s*级|职\s*务|考\s*号|成\s*绩)\s*[:_(\s]|注意事项|考试时间|答题时间|考试时长|满分|总分|卷面|闭卷|开卷|"
    r"得\s*分\s*(?:$|[|评阅])|评卷人|阅卷人|签字笔|钢笔|圆珠笔|铅笔|填写在|复核人|登分|答题卡|请考生|答题前|本试卷|本卷|作答|密封线|装订线|题\s*号\s*[|\t一]|考试形式|命题人|审题人|每小?题\s*\d|"
    r"(?:错选|多选|漏选|少选|不选)[^。]{0,20}(?:不得分|得\s*[\d.]+\s*分|无分)|"
    r"(?:对的|正确的)[^。]{0,16}(?:√|T|A|对)[^。]{0,20}(?:×|F|B|错)|^(?:说明|注)\s*[:]"
)


_CONVENTION = re.compile(
    r"(?:正确|对)(?:的|者)?[^。;错×B]{0,16}?[“\"'(]?(?P<right>[A-Z])[^A-Za-z。;]{0,10}[;,、。]?[^A-Z。]{0,14}错误?(?:的|者)?[^。;A-Z]{0,14}?[“\"'(]?(?P<wrong>[A-Z])(?![A-Za-z])"
)


def read_convention(folded: str) -> tuple[str, str]:
    """Which letters stand for right and wrong where the instructions say so: 正确的选A，错误的选B."""
    match = _CONVENTION.search(folded[:400])
    if match is None or match["right"] == match["wrong"]:
        return ("", "")
    return (match["right"], match["wrong"])


def is_page_mark(folded: str) -> bool:
    """第 3 页 共 8 页, - 3 -, 3/8."""
    return bool(_PAGE.match(folded)) and len(folded) < 40


def is_closing(folded: str) -> bool:
    """试卷到此结束, 得分 评卷人: printed around questions, part of none."""
    return len(folded) < 60 and bool(_CLOSING.match(folded))


def is_rule(folded: str) -> bool:
    """A line of nothing but dashes, dots or the like."""
    return len(folded) < 400 and bool(_RULE.match(folded))


def is_instruction(folded: str) -> bool:
    """Words to the candidates: 姓名, 考试时间, 每题2分 …"""
    return bool(_INSTRUCTION.search(folded[:400]))
