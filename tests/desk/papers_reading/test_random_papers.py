"""Any questions, written down in any of the usual shapes, are read back as they were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.papers import opened_text, told_twice, unaccounted

from desk.drafts.draft import Draft
from desk.importing.papers.reading import read_paper

WORDS = (
    "党员",
    "支部",
    "按期",
    "交纳党费",
    "遵守纪律",
    "组织生活",
    "2023年",
    "第三款",
    "《条例》",
    "“四种形态”",
    "A县",
    "五种",
)
NAMES = {"single_choice": "单选题", "multiple_choice": "多选题", "true_false": "判断题", "fill_in": "填空题"}
SEPARATORS = ("、", ".", "．")
LABELS = ("A.", "A、", "A．", "（A）", "A：", "A)", "Ａ．")


@dataclass(frozen=True)
class Style:
    """The small things in which papers differ."""

    number: str  # what stands behind a number
    label: str  # how option A is labelled
    is_glued: bool  # options stand on one line
    answer: str  # how the answer is labelled


@st.composite
def phrases(draw: st.DrawFn, least: int = 2) -> str:
    """Some words of a stem or an option; an option never opens with a letter."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=least, max_size=6))
    return "关于" + "".join(words) if words[0][0] in "A2第" else "".join(words)


@st.composite
def choices(draw: st.DrawFn) -> Draft:
    """A single or multiple choice with three to six options."""
    count = draw(st.integers(3, 6))
    labels = "ABCDEF"[:count]
    is_single = draw(st.booleans())
    wanted = 1 if is_single else draw(st.integers(2, count))
    answer = draw(st.permutations(labels))[:wanted]
    texts = [f"{draw(phrases(1))}{index}" for index in "甲乙丙丁戊己"[:count]]
    return Draft(
        type="single_choice" if is_single else "multiple_choice",
        stem=draw(phrases()) + "的是（  ）。",
        options=tuple(zip(labels, texts, strict=True)),
        answer=tuple(sorted(answer)),
    )


@st.composite
def judgements(draw: st.DrawFn) -> Draft:
    """A true or false."""
    return Draft(type="true_false", stem=draw(phrases()) + "。", answer=(draw(st.sampled_from("对错")),))


styles = st.builds(
    Style,
    number=st.sampled_from(SEPARATORS),
    label=st.sampled_from(LABELS),
    is_glued=st.booleans(),
    answer=st.sampled_from(("答案：", "【答案】", "正确答案：", "参考答案:", "答案: ", "[答案]")),
)


def options_of(draft: Draft, style: Style) -> list[str]:
    """The lines of a question's options."""
    lines = [
        style.label.replace("A", label).replace("Ａ", chr(ord(label) + 0xFEE0)) + text
        for label, text in draft.options
    ]
    return ["　".join(lines)] if style.is_glued and lines else lines


def with_tags(drafts: Sequence[Draft], style: Style) -> list[str]:
    """C1: the type in brackets behind the number."""
    lines = []
    for number, draft in enumerate(drafts, start=1):
        lines += [f"{number}{style.number}（{NAMES[draft.type]}）{draft.stem}", *options_of(draft, style)]
        lines += [style.answer + "".join(draft.answer), ""]
    return lines


def under_headings(drafts: Sequence[Draft], style: Style) -> list[str]:
    """C2: the type in a heading, numbers starting anew."""
    return _by_sections(drafts, style, lambda draft: [style.answer + "、".join(draft.answer)], [])


def in_stems(drafts: Sequence[Draft], style: Style) -> list[str]:
    """C3 and C4: the answer in a bracket of the stem or behind it."""
    lines = []
    for number, draft in enumerate(drafts, start=1):
        mark = {"对": "√", "错": "×"}.get(draft.answer[0], "".join(draft.answer))
        stem = draft.stem.replace("（  ）", f"（{mark}）") if draft.options else f"{draft.stem}（{mark}）"
        lines += [f"{number}{style.number}{stem}", *options_of(draft, style)]
    return lines


def with_keys(drafts: Sequence[Draft], style: Style) -> list[str]:
    """C6: the answers at the end, a section each."""
    keys = ["参考答案"]
    for type_name, group in _groups(drafts):
        keys.append(NAMES[type_name])
        keys.append(
            " ".join(f"{number}.{''.join(draft.answer)}" for number, draft in enumerate(group, start=1))
        )
    return _by_sections(drafts, style, lambda draft: [], keys)


def in_fields(drafts: Sequence[Draft], style: Style) -> list[str]:
    """C8: bracket fields and rules."""
    lines = []
    for draft in drafts:
        lines += [f"【题型】{NAMES[draft.type]}", f"【题目】{draft.stem}", *options_of(draft, style)]
        lines += [f"【答案】{''.join(draft.answer)}", "【解析】略。", "---"]
    return lines


def of_vendors(drafts: Sequence[Draft], style: Style) -> list[str]:
    """C9: a tag before the stem, letters apart by semicolons."""
    lines = []
    for draft in drafts:
        lines += [
            f"[{NAMES[draft.type]}]{draft.stem}",
            *options_of(draft, style),
            f"答案：{';'.join(draft.answer)}",
            "",
        ]
    return lines


def told_by_answers(drafts: Sequence[Draft], style: Style) -> list[str]:
    """C10: nothing says the type but the answer."""
    lines = []
    for number, draft in enumerate(drafts, start=1):
        lines += [
            f"{number}{style.number}{draft.stem}",
            *options_of(draft, style),
            "【答案】" + "".join(draft.answer),
        ]
    return lines


def on_last_options(drafts: Sequence[Draft], style: Style) -> list[str]:
    """C14: the answer tagged on the last line."""
    lines: list[str] = []
    for number, draft in enumerate(drafts, start=1):
        own = [f"{number}{style.number}{draft.stem}", *options_of(draft, style)]
        lines += [*own[:-1], f"{own[-1]}\\ans:{''.join(draft.answer)}"]
    return lines


def _groups(drafts: Sequence[Draft]) -> list[tuple[str, list[Draft]]]:
    found = [(name, [draft for draft in drafts if draft.type == name]) for name in NAMES]
    return [(name, group) for name, group in found if group]


def _by_sections(
    drafts: Sequence[Draft], style: Style, behind: Callable[[Draft], list[str]], keys: list[str]
) -> list[str]:
    lines = []
    for han, (type_name, group) in zip("一二三四", _groups(drafts), strict=False):
        lines.append(f"{han}、{NAMES[type_name]}（每题2分，共{2 * len(group)}分）")
        for number, draft in enumerate(group, start=1):
            lines += [f"{number}{style.number}{draft.stem}", *options_of(draft, style), *behind(draft)]
    return [*lines, *keys]


SHAPES = (
    with_tags,
    under_headings,
    in_stems,
    with_keys,
    in_fields,
    of_vendors,
    told_by_answers,
    on_last_options,
)


def plain(drafts: Sequence[Draft]) -> list[tuple[object, ...]]:
    """What must come back: type, words of the stem, options, answer; and that nothing is in doubt."""
    return sorted(
        (draft.type, draft.stem.split("（")[0].strip("。"), draft.options, draft.answer, draft.doubts)
        for draft in drafts
    )


@settings(max_examples=30, deadline=None)
@given(st.lists(choices() | judgements(), min_size=1, max_size=9), styles, st.sampled_from(SHAPES))
def test_questions_come_back_from_every_shape(
    drafts: list[Draft], style: Style, shape: Callable[[Sequence[Draft], Style], list[str]]
) -> None:
    """Types, options and answers are those that were written, no line is lost, nothing is in doubt."""
    opened = opened_text("练习.txt", "\n".join(shape(drafts, style)))
    reading = read_paper(opened)
    assert plain(reading.drafts) == plain(drafts)
    assert unaccounted(opened, reading) == []
    assert told_twice(reading) == []


@settings(max_examples=30, deadline=None)
@given(
    st.lists(choices() | judgements(), min_size=2, max_size=6),
    styles,
    st.sampled_from(SHAPES),
    st.integers(0, 10_000),
    st.booleans(),
)
def test_a_damaged_paper_never_gives_a_wrong_answer_as_sure(
    drafts: list[Draft],
    style: Style,
    shape: Callable[[Sequence[Draft], Style], list[str]],
    place: int,
    is_glued: bool,
) -> None:
    """A line lost, or two run together: what is still whole and not in doubt has its own answer."""
    lines = shape(drafts, style)
    at = place % len(lines)
    lost = lines.pop(at)
    if is_glued and at:
        lines[at - 1] += lost
    opened = opened_text("残.txt", "\n".join(lines))
    reading = read_paper(opened)
    answers: dict[tuple[str, object], set[tuple[str, ...]]] = {}
    for draft in drafts:
        answers.setdefault((_bare(draft), draft.options), set()).add(draft.answer)
    for draft in reading.drafts:
        own = answers.get((_bare(draft), draft.options))
        assert draft.doubts or own is None or draft.answer in own
    assert unaccounted(opened, reading) == []


def _bare(draft: Draft) -> str:
    return draft.stem.split("（")[0].strip("。")


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="1234567890.、（）()ABCD答案：解析√×对错_一二单选题判断\n\t 【】党", max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    """Whatever the signs and their order: every line is accounted for, nothing is raised."""
    opened = opened_text("乱.txt", text)
    reading = read_paper(opened)
    assert unaccounted(opened, reading) == []
    assert told_twice(reading) == []
