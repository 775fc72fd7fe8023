"""Read dates, issuer and number from 题注 and the last articles: what the text says, nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.regulations.model import Facts
from lianxue.reading.chinese_numerals import parse_number

_DAY = r"(?P<year>\d{4}|[一二][〇○零0一二三四五六七八九]{3})\s*[年.．]\s*(?P<month>[\d一二三四五六七八九十]{1,3})\s*[月.．]\s*(?P<day>[\d一二三四五六七八九十]{1,3})\s*日?"
_DATE = re.compile(_DAY)
# A line that ends with a date and says nothing of it: （1987年7月14日）, 财政部 2013年12月20日.
_DATED_LINE = re.compile(rf"^[^。，；]*?{_DAY}[）)]?$")
_ISSUED = re.compile(r"(?P<before>.*?)(?:发布|公布|印发|颁布|公告公布)(?!之日)")
_AGREED = re.compile(
    r"[经报][^，；　]*?(?:同意|批准|审定|审议)(?:通过)?(?:后)?[，、]?"
)  # by whom it was not issued
_ORDER = re.compile(r"(?:令|公告)?第?\s*\d{1,4}\s*号(?:令|公告)?$")
_ORGAN = re.compile(
    r"(?!经|由|自|根据|按照)[一-鿿×、]{2,30}(?:局|委|会|室|府|院|组|部|厅|央|处|中心|公司|校)$"
)
_ACTS = re.compile(
    r"(?:审议|修订|修正|修改|通过|批准|制定|起草)+(?:并|后)?(?:重新|联合)?|[，；\s]|、$|联合$|^由|并$"
)
_PASSED = re.compile(r"(?:通过|修订|修正|修改|批准)")
_CONGRESS = re.compile(
    r"(?P<party>中国共产党第[一二三四五六七八九十]+(?:次全国代表大会|届中央委员会))|"
    r"(?P<place>[一-鿿×]*?)第[一二三四五六七八九十]+届(?P<people>(?:全国)?人民代表大会(?:常务委员会)?)"
)
_NUMBER = re.compile(
    r"(?P<text>[一-鿿]{2,10}[〔（(\[\\]+\d{4}[\\\]）)〕]+\s*\d{1,4}\s*号)|(?P<order>[一-鿿]{2,}(?:令第\s*\d{1,4}\s*号|第\s*\d{1,4}\s*号令))"
)
_EFFECTIVE = re.compile(rf"(?:自|从)\s*{_DAY}\s*起(?:施行|实施|执行|试行|生效)")
_STARTS = re.compile(rf"{_DAY}\s*起(?:施行|实施)")
_AT_ONCE = re.compile(r"自(?P<event>发布|公布|印发|颁布|通过)之日起(?:施行|实施|执行|试行|生效)")
_OTHERS = re.compile(r"《[^》]*》")
_LAST_ARTICLES = 4


@dataclass(frozen=True, slots=True)
class Event:
    """A dated clause of the 题注."""

    day: date
    text: str  # the words behind the date, up to the next
    before: str  # the words right before it: 某局2026年3月10日印发


def read_facts(title: str, captions: Sequence[str], last_articles: Sequence[str]) -> Facts:
    """What the captions and the ends of the text say. The latest 发布 counts, and what passed it."""
    events = [event for caption in captions for event in _events(caption)]
    issued = [event for event in events if _ISSUED.search(event.text)]
    passed = [event for event in events if _PASSED.search(event.text)]
    dated = [match for caption in captions if (match := _DATED_LINE.search(caption))]
    issued_on = issued[-1].day if issued else read_date(dated[-1]) if dated else None
    passed_on = passed[-1].day if passed else None
    return Facts(
        title=title,
        issuer=_issuer(issued, passed, captions),
        document_number=_number(captions),
        issued_on=issued_on,
        effective_on=_effective("　".join(captions), last_articles, issued_on, passed_on),
        passed_on=passed_on,
    )


def read_date(match: re.Match[str]) -> date | None:
    """The day that a match of _DAY names, None for one that does not exist."""
    parts = [_value(match[name]) for name in ("year", "month", "day")]
    try:
        return date(parts[0], parts[1], parts[2])
    except ValueError:
        return None


def _value(text: str) -> int:
    text = text.replace("○", "〇").replace("0", "〇") if not text.isdigit() else text
    return int(text) if text.isascii() and text.isdigit() else parse_number(text) or 0


def _events(text: str) -> list[Event]:
    found = [(match, day) for match in _DATE.finditer(text) if (day := read_date(match))]
    ends = [*(match.start() for match, _day in found[1:]), len(text)]
    starts = [0, *(match.end() for match, _day in found)]
    return [
        Event(
            day, _clause(text[match.end() : end]), re.split(r"[\s，；（(]", text[start : match.start()])[-1]
        )
        for (match, day), start, end in zip(found, starts, ends, strict=False)
    ]


def _clause(text: str) -> str:
    return re.sub("现予(?:公布|发布).*|[，,]自$", "", _OTHERS.sub("", text)).strip()


def _issuer(issued: Sequence[Event], passed: Sequence[Event], captions: Sequence[str]) -> str:
    for event in reversed(issued):
        organ = _organ(event.text) or (event.before if _is_organ(event) else "")
        if organ:
            return organ
    # Who passed it comes before who approved what others had passed.
    latest_first = [event.text for event in reversed(passed)]
    latest_first.sort(key=lambda text: "批准" in text)
    for text in [*latest_first, *captions]:
        congress = _CONGRESS.search(text) if passed else None
        if congress:
            return str(congress["party"] or f"{congress['place']}{congress['people']}")
    return ""


def _is_organ(event: Event) -> bool:
    """Whether an organ stands before the day, and nothing but what it did behind it."""
    match = _ISSUED.match(event.text)
    return bool(match and not match["before"].strip() and _ORGAN.match(event.before))


def _organ(clause: str) -> str:
    """Who issues, in the words between a date and 发布; "" where only a meeting or nobody is named."""
    match = _ISSUED.search(clause)
    before = _AGREED.sub("", match["before"]) if match else ""
    names = [name for part in _ACTS.split(before) if (name := _ORDER.sub("", part.strip("（）、由　 ")))]
    organ = names[-1] if names else ""
    is_organ = (
        len(organ) > 1 and not organ.endswith(("会议", "主席")) and not re.search("[^一-鿿、（）]", organ)
    )
    return organ if is_organ else ""


def _number(captions: Sequence[str]) -> str:
    for caption in captions:
        match = _NUMBER.search(_DATE.sub("　", _OTHERS.sub("", caption)))
        if match:
            found = (match["text"] or match["order"]).replace("\\", "").strip()
            return re.sub(r"[（(\[]+(\d{4})[\]）)]+", r"〔\1〕", found)
    return ""


def _effective(text: str, last: Sequence[str], issued: date | None, passed: date | None) -> date | None:
    for paragraph in reversed(last[-_LAST_ARTICLES:]):
        match = _EFFECTIVE.search(_OTHERS.sub("", paragraph))
        if match:
            return read_date(match)
        at_once = _AT_ONCE.search(_OTHERS.sub("", paragraph))
        if at_once:
            return passed if at_once["event"] == "通过" else issued
    starts = _STARTS.search(text)
    return read_date(starts) if starts else None
