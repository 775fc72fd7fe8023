"""Fill a corpus up with varied copies of its pages, the same ones every time.

Copy k of a page is what a province might make of it: the title becomes 江东省实施《…》办法 and the like (of a 规定, or of what is no rule
at all, 《…》学习材料: a copy has no higher rank than its original); headings, their ids and the order of articles stay. Each copy has a
wording of its own: of the pairs in WORDS about half are exchanged all through it. Sentences of a paragraph change places (in three of
ten paragraphs), are left out (one of ten), give way to a sentence of another page (two of ten) or get a clause before them (three of
twenty). So copies share most of their pairs of characters with the original, which makes the index large and the search hard as real
collections do, while a fragment of the original is as a rule found only there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence

from .search_corpus import page_title

SEED = 20260601
FOLDER = "copies"
PLACES = (
    *("江东省", "海西省", "云岭省", "河阴省", "关北省", "湖阳省", "岭东省", "川南省", "漠北省", "滨海省"),
    *("东陵市", "西河市", "南屏市", "北塘市", "临溪市", "青石市", "白沙市", "明湖市", "长桥市", "安平市"),
)
FORMS = ("实施《{}》办法", "贯彻《{}》实施细则", "执行《{}》若干规定")
LESSER_FORMS = ("《{}》学习材料", "《{}》宣讲提纲", "《{}》知识汇编")
# What a province makes of anything else has no higher rank than the original.
HIGH = re.compile(r"(?:(?<!办)法|条例|准则|章程)(?:[（【].*)?$")
WORDS = (
    ("应当", "须"),
    ("可以", "能够"),
    ("不得", "不准"),
    ("规定", "要求"),
    ("依法", "按章"),
    ("机关", "机构"),
    ("人员", "职工"),
    ("部门", "处室"),
    ("国务院", "省人民政府"),
    ("全国", "全省"),
    ("国家", "本省"),
    ("县级以上", "市县两级"),
    ("及时", "尽快"),
    ("负责", "承担"),
    ("情况", "情形"),
    ("进行", "开展"),
    ("提出", "提交"),
    ("作出", "形成"),
    ("予以", "给予"),
    ("批准", "核准"),
    ("公民", "居民"),
    ("工作", "事务"),
    ("管理", "治理"),
    ("或者", "或"),
    ("以及", "和"),
    ("按照", "依照"),
    ("其他", "别的"),
    ("单位", "所在单位"),
)
CLAUSES = ("结合本地实际，", "在职责范围内，", "按照有关要求，", "确有必要的，", "经集体研究，")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
SENTENCE = re.compile(r"[^。；]*[。；]|[^。；]+$")


def make_copies(originals: Mapping[str, str], count: int) -> Iterator[tuple[str, str]]:
    """`count` pages (path, text) made of the originals in turn."""
    texts = {page: FRONT_MATTER.sub("", text) for page, text in sorted(originals.items())}
    pool = [sentence for text in texts.values() for sentence in _plain_sentences(text)]
    pages = list(texts)
    for number in range(count):
        turn, place = number // len(pages) + 1, number % len(pages)
        page = pages[place]
        rng = random.Random(f"{SEED}-{page}-{turn}")
        title = page_title(originals[page]) or page.removesuffix(".md")
        name = page.removesuffix(".md").replace("/", "-")
        yield f"{FOLDER}/{name}-{turn:03}.md", _copy(texts[page], _title(title, place, turn), pool, rng)


def _title(title: str, page: int, turn: int) -> str:
    place = PLACES[(page + turn) % len(PLACES)]
    again = f"（第 {turn} 号）" if turn > len(PLACES) else ""
    forms = FORMS if HIGH.search(title) else LESSER_FORMS
    return place + forms[turn % len(forms)].format(title) + again


def _copy(text: str, title: str, pool: Sequence[str], rng: random.Random) -> str:
    wording = [pair for pair in WORDS if rng.random() < 0.5]
    lines = [
        _reword(_vary(line, pool, rng), wording) if _is_plain(line) else line for line in text.splitlines()
    ]
    first = next((place for place, line in enumerate(lines) if line.startswith("# ")), None)
    body = lines if first is None else lines[:first] + lines[first + 1 :]
    return f"# {title}\n" + "\n".join(body) + "\n"


def _vary(line: str, pool: Sequence[str], rng: random.Random) -> str:
    sentences = SENTENCE.findall(line)
    if rng.random() < 0.3:
        rng.shuffle(sentences)
    varied = []
    for sentence in sentences:
        chance = rng.random()
        if chance < 0.1 and len(sentences) > 1:
            continue
        if chance < 0.3:
            sentence = rng.choice(pool)
        elif chance < 0.45:
            sentence = rng.choice(CLAUSES) + sentence
        varied.append(sentence)
    return "".join(varied)


def _reword(line: str, wording: Sequence[tuple[str, str]]) -> str:
    for word, other in wording:
        line = line.replace(word, other)
    return line


def _plain_sentences(text: str) -> list[str]:
    return [found for line in text.splitlines() if _is_plain(line) for found in SENTENCE.findall(line)]


def _is_plain(line: str) -> bool:
    """Whether a line is running text, and no heading, list, table, code, link or mark of Markdown."""
    return bool(line) and line[0] not in "#-*+|>`~<!:[ \t0123456789" and "](" not in line
