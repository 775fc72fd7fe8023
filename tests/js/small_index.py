"""A small search index on disk, made by the real builder, and the search asked in node."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lianxue.rendering.scripts import BUNDLES
from lianxue.rendering.search_index import build_index
from lianxue.rendering.search_meta import rank_of_title
from lianxue.rendering.search_records import SearchPage, Section
from lianxue.rendering.search_sources import search_kinds

RULES = "中国共产党纪律处分条例"
OLD_RULES = "中国共产党纪律处分条例（2018年修订）"


def articles(texts: Mapping[str, str], chapter: str = "") -> list[Section]:
    """Section 0, a chapter where there is one, then an article each; `120-1` stands for 第一百二十条之一."""
    top = [Section(level=1, anchor="", heading="", text="")]
    head = [Section(level=2, anchor="ch-1", heading=chapter, text="")] if chapter else []
    return [
        *top,
        *head,
        *(
            Section(level=3, anchor=f"art-{index}", heading=heading, text=text)
            for index, (heading, text) in enumerate(texts.items(), start=1)
        ),
    ]


def regulation(
    title: str,
    texts: Mapping[str, str],
    *,
    chapter: str = "",
    status: str = "现行有效",
    names: Sequence[str] = (),
) -> SearchPage:
    return SearchPage(
        url=f"regulations/{title}.html",
        title=title,
        kind="regulation",
        sections=articles(texts, chapter),
        status=status,
        rank=rank_of_title(title),
        names=names,
    )


GIFTS = "收受可能影响公正执行公务的礼品、礼金、消费卡（券）等财物，情节较轻的，给予处分。"

PAGES = (
    regulation(
        RULES,
        {
            "第九十六条": "党员应当在六十日内说明情况。",
            "第九十七条": GIFTS,
            "第九十八条": "借婚丧喜庆之机敛财，在社会上造成不良影响的，给予处分。",
        },
        chapter="第八章 对违反廉洁纪律行为的处分",
        names=["处分条例"],
    ),
    regulation(OLD_RULES, {"第九十七条": GIFTS + "有其他情形的，从其规定。"}, status="已修订"),
    regulation(
        "中华人民共和国公务员法",
        {
            "第八十八条": "公务员有下列情形之一的，予以辞退：（一）连续两年被确定为不称职的。",
            "第九十七条": "公务员申诉应当以书面形式提出。",
        },
        chapter="第十三章 辞职与辞退",
    ),
    regulation("中华人民共和国民事诉讼法", {"第一条": "审判人员应当自行回避。"}),
    regulation("中华人民共和国监察法", {"第一条": "监察机关可以将其留置在特定场所。"}),
    regulation(
        "中华人民共和国刑法",
        {
            "第一百二十条": "组织恐怖活动。",
            "第一百二十条之一": "资助恐怖活动。",
            "第一百二十一条": "醉酒驾驶机动车。",
        },
    ),
    regulation("中华人民共和国人口与计划生育法", {"第一条": "国家采取综合措施。"}),
    regulation("中华人民共和国会计法", {"第一条": "各单位依法设置账簿。"}),
    regulation("中华人民共和国宪法修正案（2018年）", {"第三十二条": "序言有修改。"}),
    regulation("中华人民共和国宪法修正案（2004年）", {"第十八条": "序言也有修改。"}),
    regulation(
        "检举规则",
        {
            "第一条": "检举人的信息应当保密，保护检举人。",
            "第二条": "对检举人给予保护，不得泄露。",
            "第三条": "检举人请求保护的，应当受理。",
            "第四条": "证人保护适用别的规定，检举除外。",
            "第五条": "老年人保护热线。",
            "第六条": "残疾人保护热线。",
        },
    ),
    SearchPage(
        url="lessons/gifts.html",
        title="收礼的界线",
        kind="lesson",
        sections=[
            Section(level=1, anchor="", heading="", text="这一课讲礼金与人情往来。"),
            Section(level=2, anchor="a", heading="什么是四种形态？", text="红红脸、出出汗成为常态。"),
            Section(
                level=2, anchor="q", heading="第 1 题", text="条例第九十七条至第九十八条对哪些人提出要求？"
            ),
            Section(level=2, anchor="b", heading="<img onerror=alert(1)>", text="标题里的尖括号仍是文字。"),
        ],
    ),
)


def write_index(folder: Path, pages: Sequence[SearchPage] = PAGES) -> Path:
    """The file of the meta."""
    index = build_index(pages, search_kinds(), synonyms={"醉驾": ["醉酒驾驶"]})
    for asset in index.assets:
        path = folder / asset.url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.data)
    return folder / index.url


class Search:
    """Ask an index: rows, places and the files that were loaded."""

    def __init__(self, run_script: Callable[[str, Any], Any], index: Path) -> None:
        self._run_script = run_script
        self._index = index

    def ask(self, *queries: Sequence[Any], nearest: Sequence[str] = (), **more: Any) -> Any:
        given = {
            "rooms": BUNDLES["search_engine"],
            "index": str(self._index),
            "queries": queries,
            "nearest": nearest,
            **more,
        }
        return self._run_script("run_search.js", given)

    def rows(self, text: str, limit: int = 20, kind: str = "") -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.ask([text, limit, kind])["rows"][0]
        return found

    def first(self, text: str) -> str:
        """Title and heading of the first row, without the name of the state."""
        rows = self.rows(text)
        return (
            " ".join((rows[0]["title"].removeprefix("中华人民共和国"), rows[0]["heading"])).strip()
            if rows
            else ""
        )
