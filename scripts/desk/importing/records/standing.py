"""Tell from what stands beside a question whether it may still be used as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from desk.drafts.verdict_words import verdict_word
from desk.importing.records.choosing import binary_verdict
from lianxue.reading.patterns import lazy_pattern
from lianxue.reading.shortening import shortened

UNSETTLED = ("待确认", "unsettled")  # words of our own for a question that is open
_QUOTED = 30  # characters of a note in a doubt
_LONG = 15  # characters of a note that is more than a word to colleagues
_REASON = lazy_pattern(
    r"《|第.{1,5}[条款章项]|因|根据|依据|依照|按照|规定|应当?|不得|必须|属于|是指|故|正确|错|对|不[是能属]|答案|选"
)
_WITHDRAWN = lazy_pattern(
    r"作废|停用|废止|失效|删除|已删|禁用|过期|不用|草稿|下架|驳回|退回|^未|^待|有误|存疑|deleted|disabled|draft"
)
# A note that speaks of the question, not of its matter: 作废, 答案改为A, 本题有误.
_TAKEN_BACK = lazy_pattern(
    r"作废|停用|停止使用|不再(?:适用|使用)|暂不(?:用|使用)|存疑|有争议|待(?:核|定|查|确认)"
    r"|(?:本题|此题|这题|该题|题目|题干|答案|选项)[^，,。；;]{0,6}(?:有误|错|改|更正|不对|不准)"
    r"|^\s*[（(【]?(?:更正|改为|改成|应为|应改|有误|删|废止|失效|过期|旧题)"
)


_FINE = lazy_pattern(
    r"(?:审核|复核|校对|核对|本题|已)*(?:无误|没有?问题|无异议|无意见|无修改|通过|同意|正确|准确|不变|不改|无|ok|已审|已核|√)[。！!]?$",
    re.IGNORECASE,
)


def standing_doubts(value_of: Callable[[str], str]) -> tuple[str, ...]:
    """The doubts that a question's status, note and yes/no columns raise; `value_of` gives each by its role."""
    return tuple(_doubts(value_of))


def note_of(value_of: Callable[[str], str]) -> str:
    """The note of a question that may be read as its explanation; "" for one that takes it back or is short
    and explains nothing, as 已下发各支部 does."""
    note = value_of("note")
    return note if explains(note) and not _TAKEN_BACK.search(note) else ""


def explains(note: str) -> bool:
    """Whether a note reads like an explanation: it gives a reason or a provision, or is long."""
    return len(note) >= _LONG or bool(_REASON.search(note))


def is_aside(note: str) -> bool:
    """Whether a note is neither an explanation nor takes the question back: nobody reads it in."""
    return bool(note) and not explains(note) and not _TAKEN_BACK.search(note)


def _doubts(value_of: Callable[[str], str]) -> Iterator[str]:
    status, note = value_of("status"), value_of("note")
    if _WITHDRAWN.search(status) and status not in UNSETTLED:
        yield f"状态写的是“{shortened(status, _QUOTED)}”"
    if _TAKEN_BACK.search(note):
        yield f"备注写的是“{shortened(note, _QUOTED)}”"
    review = value_of("review")
    if review and not _FINE.match(review):
        yield f"审核意见写的是“{shortened(review, _QUOTED)}”"
    for role, unwanted, said in (("in_use", "错", "没有启用"), ("withdrawn", "对", "停用或删除")):
        written = value_of(role)
        if written and (verdict_word(written) or binary_verdict(written)) == unwanted:
            yield f"文件里标为{said}"
