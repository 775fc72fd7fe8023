"""The words trainers put before the parts of a question: 答案, 解析, 依据, 题型 …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lianxue.reading.patterns import lazy_pattern

# Kind → words. Those of `_NEED_A_MARK` are everyday words: a colon or brackets must follow.
_WORDS: dict[str, str] = {
    "answer": "正确答案 参考答案 标准答案 答案要点 正确选项 本题答案 正解 标答 答案 答 ANSWER Answer answer ans Ans Key KEY key",
    "explanation": (
        "答案解析 试题解析 题目解析 参考解析 答案详解 详细解析 解析 详解 解答 分析 说明 理由 讲解 点评 注解 解读 解题思路 改正 改错 订正 评分标准 评分细则"
    ),
    "cite": (
        "法律依据 法条依据 法规依据 条文依据 参考依据 答案依据 命题依据 题目依据 依据条款 参考条文 参考条款 答案出处"
        " 题目出处 依据 出处 来源 法条 参考"
    ),
    "points": "答题要点 参考要点 评分要点 采分点 得分点 要点",
    "stem": "题目内容 试题内容 题干 题目 试题 问题 题面 问",
    "options": "备选答案 备选项 答案选项 可选项 选项",
    "type": "试题类型 题目类型 题型 类型",
    "difficulty": "难易程度 难度系数 难易度 难度",
    "tags": "所属章节 知识点 考查点 考点 标签 章节 分类",
    "discipline": "所属纪律 纪律",
    "score": "本题分值 题目分值 分值 分数",
    "number": "题号 序号",
    "material": "背景材料 阅读材料 案例材料 材料 案例 案情",
    "others": "易错答案 错误答案 误选答案 常见错误 易错项 易错选项 干扰项 干扰选项 答题用时 学员答案 学员作答 考生作答 我的作答 所选答案 作答答案 提交答案 你的答案 我的答案 学生答案 考生答案 您的答案 得分 作答结果 答题结果 本题得分 多数人选 大多数人选 多数人选择 你选择了 您选择了 你的选择 您的选择 我的选择 考生选择 学员选择 全站正确率 正确率 出题 出题人 出题单位 命题人 命题单位 审题人 供稿 供题",
}
_KIND = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_ALL = "|".join(sorted(map(re.escape, _KIND), key=len, reverse=True))
_PLAIN = "|".join(
    sorted(
        (word for word, kind in _KIND.items() if kind in ("answer",) and len(word) > 1), key=len, reverse=True
    )
)
# Inside a line only what cannot be part of a sentence is a label.
_STRONG = "|".join(
    sorted(
        (
            word
            for word, kind in _KIND.items()
            if kind in ("answer", "others", "difficulty")
            or word
            in (
                "解析",
                "答案解析",
                "试题解析",
                "题目解析",
                "知识点",
                "考点",
                "出处",
                "依据",
                "题型",
                "分值",
                "分数",
                "改正",
            )
        ),
        key=len,
        reverse=True,
    )
)
_AT_START = lazy_pattern(
    rf"[\s*★☆※◆▲►●■]{{0,20}}(?:"
    rf"【\s*(?P<a>{_ALL})\s*[:]?\s*】\s*[:]?"
    rf"|\[\s*(?P<b>{_ALL})\s*[:]?\s*\]\s*[:]?"
    rf"|[<\\]?(?P<c>{_ALL})\s?>?(?:\s?[是为])?\s{{0,4}}[:](?!/)"
    rf"|(?P<d>{_PLAIN})(?=\s{{0,4}}(?:[A-Z√×]|[是为]?\s?[A-Z](?![a-z])|[是为]?\s?(?:对|错|正确|错误|√|×)[。.]?$|$))(?:\s?[是为])?"
    rf"|\(\s*(?P<e>{_PLAIN})\s*[:]?\s*(?=[A-Z√×对错正是否])"
    r")\s*"
)
_INSIDE = lazy_pattern(
    rf"【\s*(?P<a>{_ALL})\s*[:]?\s*】\s*[:]?\s*"
    rf"|\\(?P<b>ans|answer|答案)\s*[:]\s*"
    rf"|(?<=[\s。.;,!?)】\]√×_”])(?P<c>{_STRONG})(?:\s?[是为])?\s{{0,4}}[:]\s*"
    rf"|\(\s*(?P<d>{_PLAIN})\s*[:]\s*(?=[A-Z√×对错正是否])"
    r"|(?<![不非])(?<!易错)(?<!错误)(?<!误选)(?<!学员)(?<!考生)(?<!学生)(?<!我的)(?<!你的)(?<!您的)(?<!所选)(?<!作答)(?<!提交)"
    r"(?P<e>正确答案|参考答案|标准答案|答案)\s{0,4}:\s{0,4}"
    r"(?=(?:[A-Z][\s、,;A-Z]{0,24}|√|×|对|错|正确|错误)[。.\s]{0,4}(?:$|【|\[|答案解析|解析))"
)
_HINT = lazy_pattern(r"[答案解析据处度分点型【\\]|ans|ANS|Ans")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line: what it announces and where it and the text behind it start."""

    kind: str
    word: str
    start: int
    end: int
    is_bracketed: bool = False


def label_at_start(folded: str, start: int = 0) -> Label | None:
    """The label a line opens with."""
    match = _AT_START.match(folded, start)
    return _label(match) if match else None


def labels_inside(folded: str, start: int) -> Iterator[Label]:
    """The labels further on in a line."""
    if not _HINT.search(folded, start):
        return
    for match in _INSIDE.finditer(folded, start):
        yield _label(match)


def _label(match: re.Match[str]) -> Label:
    groups = match.groupdict()
    name, word = next((name, word) for name, word in groups.items() if word)
    return Label(
        _KIND[word], word, match.start(), match.end(), name in ("a", "b") or groups.get("e") is not None
    )
