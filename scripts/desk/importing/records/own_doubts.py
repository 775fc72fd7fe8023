"""Say what a draft lacks or contradicts, for sources that need no reading of their own."""

from __future__ import annotations

from collections.abc import Iterator

from desk.drafts.draft import Draft

_CHOICES = ("single_choice", "multiple_choice", "ordering")


def doubts_of(draft: Draft) -> list[str]:
    """The doubts of a draft; none for one that is whole."""
    return list(_doubts(draft))


def _doubts(draft: Draft) -> Iterator[str]:
    if not draft.type:
        yield "看不出题型"
    if not draft.stem:
        yield "没有题干"
    if draft.type in _CHOICES:
        yield from _choice(draft)
    elif draft.type == "fill_in":
        yield from _fill_in(draft)
    elif draft.type == "matching":
        yield from _matching(draft)
    elif not draft.answer and not draft.points:
        yield "没有答案"


def _choice(draft: Draft) -> Iterator[str]:
    labels = [label for label, _text in draft.options]
    if len(labels) < 2:
        yield "选项少于两个"
    if len(set(labels)) < len(labels):
        yield "选项的编号有重复"
    outside = [label for label in draft.answer if label not in labels]
    if not draft.answer:
        yield "没有答案"
    elif outside:
        yield f"答案 {'、'.join(outside)} 不在选项 {'、'.join(labels)} 中"
    elif len(set(draft.answer)) < len(draft.answer):
        yield "答案里有选项写了两次"
    elif draft.type == "single_choice" and len(draft.answer) > 1:
        yield f"题型是单选，答案却有 {len(draft.answer)} 个：{'、'.join(draft.answer)}"
    elif draft.type == "multiple_choice" and len(draft.answer) == 1:
        yield f"题型是多选，答案却只有 {draft.answer[0]}"
    elif draft.type == "ordering" and len(draft.answer) != len(labels):
        yield f"排序题的答案只排了 {len(draft.answer)} 项，选项有 {len(labels)} 项"


def _fill_in(draft: Draft) -> Iterator[str]:
    from lianxue.content.question_types.fill_in import GAP  # the core's questions load slowly

    count = len(GAP.findall(draft.stem))
    if not draft.gaps:
        yield "没有答案"
    elif not count:
        yield "填空题的题干里没有空"
    elif count != len(draft.gaps):
        yield f"题干有 {count} 个空，答案有 {len(draft.gaps)} 个"


def _matching(draft: Draft) -> Iterator[str]:
    left, right = dict(draft.left), dict(draft.right)
    if len(left) < 2 or len(right) < 2:
        yield "匹配题的左右两列至少各要两项"
    chosen = dict(draft.pairs)
    if missing := [label for label in left if label not in chosen]:
        yield f"左列 {'、'.join(missing)} 还没有答案"
    if outside := [pair for pair in draft.pairs if pair[0] not in left or pair[1] not in right]:
        yield f"答案 {'、'.join('→'.join(pair) for pair in outside)} 不在左右两列中"
