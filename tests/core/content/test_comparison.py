"""Two versions of a regulation, compared by content."""

from __future__ import annotations

from lianxue.content.article import Article
from lianxue.content.article_matching import match_texts, moved
from lianxue.content.comparison import Change, Comparison, Text, compare
from lianxue.content.text_difference import Row, Run, compare_paragraphs, mark_changes


def texts(*articles: str) -> tuple[Text, ...]:
    """Articles 1, 2, 3 … whose paragraphs are parted by |."""
    numbered = ((Article(number), text) for number, text in enumerate(articles, start=1))
    return tuple(Text(item.label, item.anchor, item, tuple(text.split("|"))) for item, text in numbered)


def changes(comparison: Comparison) -> list[tuple[str, str, str]]:
    """(change, old label, new label) of every pair."""
    return [
        (pair.change.value, pair.old.label if pair.old else "", pair.new.label if pair.new else "")
        for pair in comparison.pairs
    ]


def marked(row: Row) -> tuple[str, str]:
    """Both sides with changed text in brackets."""
    left, right = (
        "".join(f"[{run.text}]" if run.is_changed else run.text for run in runs)
        for runs in (row.old, row.new)
    )
    return left, right


def test_articles_meet_by_content_not_by_number() -> None:
    """Renumbered, reworded, added, removed and unchanged ones, removed ones where they stood."""
    old = texts(
        "制定目的是规范学习。",
        "每季度集中学习一次以上。",
        "班子成员带头讲课谈体会。",
        "经费专款专用并公布账目。",
    )
    new = texts(
        "制定目的是规范学习。",
        "新党员参加三天培训和测验。",
        "每月集中学习一次以上。",
        "经费专款专用并公布账目。",
    )
    comparison = compare(old, new)
    assert changes(comparison) == [
        ("没有改动", "第一条", "第一条"),
        ("新增", "", "第二条"),
        ("改动", "第二条", "第三条"),
        ("删去", "第三条", ""),
        ("没有改动", "第四条", "第四条"),
    ]
    assert comparison.count(Change.ADDED) == 1


def test_an_article_that_changed_places_is_moved() -> None:
    """The others only made room for it."""
    old = texts(
        "关于目的的规定若干。", "学习时间每月一次。", "经费来自党费专款专用。", "解释权属于机关党委。"
    )
    new = texts(
        "关于目的的规定若干。", "经费来自党费专款专用。", "学习时间每月一次。", "解释权属于机关党委。"
    )
    assert [pair.is_moved for pair in compare(old, new).pairs].count(True) == 1
    assert moved([0, 3, 1, 2, 4]) == {3}
    assert moved([]) == set()


def test_paragraphs_that_went_elsewhere_are_noted() -> None:
    """One split off into a new article."""
    old = texts(
        "党员应当按时参加支部每月组织的集中学习活动，做好笔记，联系实际谈体会，并向支部交流。|无故缺课三次以上的由支部负责人谈话提醒。",
        "本守则由机关党委负责解释。",
    )
    new = texts(
        "党员应当按时参加支部每月组织的集中学习活动，做好笔记，联系实际谈体会，并向支部交流。",
        "无故缺课三次以上的由支部负责人谈话提醒。",
        "本守则由机关党委负责解释。",
    )
    notes = [note for pair in compare(old, new).pairs for note in pair.notes]
    assert notes == [
        "原来的“无故缺课三次以上的由支部…”现在见第二条",
        "“无故缺课三次以上的由支部…”原来在第一条",
    ]


def test_only_what_changed_is_marked() -> None:
    """Labels of articles as a whole; a character in common between two changes goes with them."""
    assert marked(mark_changes("依照第九十条给予警告。", "依照第九十七条给予处分。")) == (
        "依照[第九十条]给予[警告]。",
        "依照[第九十七条]给予[处分]。",
    )
    assert marked(mark_changes("应当按期上交登记", "应当及时上报登记"))[1] == "应当[及时上报]登记"
    assert marked(mark_changes("甲　乙", "甲乙")) == ("甲　乙", "甲乙")


def test_wholly_different_wordings_are_not_picked_to_pieces() -> None:
    """Where little is left in common the marks would say nothing."""
    row = mark_changes("盲目举债铺摊子上项目的给予警告", "政绩观错位给国家造成损失的从重处分")
    assert ({run.is_changed for run in row.old}, {run.is_changed for run in row.new}) == ({True}, {True})


def test_paragraphs_stand_beside_their_successors() -> None:
    """A new one between two old ones has nothing beside it."""
    rows = compare_paragraphs(
        ["第一款讲学习。", "第三款讲经费来源。"], ["第一款讲学习。", "新的内容在这里。", "第三款讲经费来源。"]
    )
    assert rows[1] == Row((), (Run("新的内容在这里。", True),))
    assert [bool(row.old) for row in rows] == [True, False, True]


def test_nothing_matches_nothing() -> None:
    """Empty sides and texts of one character make no trouble."""
    assert match_texts([], ["甲"]) == []
    assert match_texts(["甲"], []) == []
    assert changes(compare((), texts("甲。"))) == [("新增", "", "第一条")]
