"""Ask a trainer at the terminal about what a plan leaves open, one key each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk.drafts.draft import TO_CHECK
from desk.drafts.judgement_letters import LETTER_DOUBT
from desk.importing.deciding import decide, parse_labels, written_answer
from desk.importing.merging import shown
from desk.importing.places import line_place, place_of
from desk.importing.plan import Decision
from desk.importing.settling import TYPE_KEYS, OpenPoint
from lianxue.content.question_types.registry import QUESTION_TYPES
from lianxue.content.vocabulary import TRUE_FALSE

BACK, DROP, STOP, ALIKE, REVERSED = "-", "x", "q", "s", "r"
_LINES = 6  # of the source, shown with a question


def ask_all(
    points: Sequence[OpenPoint], ask: Callable[[str], str], say: Callable[[str], None]
) -> tuple[Decision, ...]:
    """What the trainer decides; `ask` shows a prompt and gives what was typed."""
    decided: dict[int, tuple[Decision, ...]] = {}
    at = 0
    while at < len(points):
        point = points[at]
        if point.number in decided:
            at += 1
            continue
        alike = [other for other in _alike(point, points) if other.number not in decided]
        for line in _shown(point, at + 1, len(points)):
            say(line)
        typed = ask(_prompt(point, alike)).strip()
        if typed == BACK:
            at = max(0, at - 1)
            decided.pop(points[at].number, None)
            continue
        if typed.lower() == STOP:
            break
        if alike and _accepts(point, typed.lower()):
            decided.update((other.number, _accepted(other, typed.lower())) for other in alike)
            say(f"已照此填好 {len(alike)} 道题。")
            continue
        answer = _decisions(point, typed)
        if answer is None:
            say("没有看懂。" + _hint(point))
            continue
        decided[point.number] = answer
        at += 1
    return tuple(decision for decisions in decided.values() for decision in decisions)


def _shown(point: OpenPoint, number: int, count: int) -> list[str]:
    question = point.question
    fields = question.fields
    lines = ["", f"（{number} / {count}）{place_of(question.draft)}"]
    lines += [f"  {line}" for line in (str(fields.get("stem", "")) or "（没有题干）").split("\n")]
    for name in ("options", "left", "right"):
        group = fields.get(name)
        lines += [f"    {label}. {text}" for label, text in group.items()] if isinstance(group, dict) else []
    answer = shown(fields.get("answer", fields.get("points", "")))
    lines += [f"  文件里的答案：{answer}"] if answer else []
    lines += [f"  待确认：{doubt}" for doubt in question.doubts]
    if point.is_doubtful:
        source = [f"    {line_place(line)}：{line.text}" for line in question.draft.lines]
        lines += ["  原文：", *source[:_LINES], *(["    …"] if len(source) > _LINES else [])]
    for near in question.near:
        lines.append(f"  相近 {near.score}%（{near.title}）：{near.fields.get('stem', '')}")
    return lines


def _alike(point: OpenPoint, points: Sequence[OpenPoint]) -> list[OpenPoint]:
    """The questions whose answers were read in the same doubtful way, this one among them."""
    way = _way_read(point)
    return [other for other in points if _way_read(other) == way] if way else []


def _way_read(point: OpenPoint) -> str:
    """The only doubt about a question, where it is about how its answer was read; "" for any other."""
    doubts = point.question.doubts
    if len(doubts) != 1 or not written_answer(point.question.draft):
        return ""
    file = point.question.draft.lines[0].file if point.question.draft.lines else ""
    if _is_lettered(point):
        return f"{file} {LETTER_DOUBT}"
    return f"{file} {doubts[0]}" if doubts[0].endswith(TO_CHECK) else ""


def _is_lettered(point: OpenPoint) -> bool:
    return any(doubt.endswith(LETTER_DOUBT) for doubt in point.question.doubts)


def _accepts(point: OpenPoint, typed: str) -> bool:
    """Whether a key says yes, or the reverse, to the way the answers were read, and names no option."""
    keys = (ALIKE, REVERSED) if _is_lettered(point) else (ALIKE,)
    return typed in keys and not _names_option(point, typed)


def _accepted(point: OpenPoint, key: str) -> tuple[Decision, ...]:
    answer = written_answer(point.question.draft)
    if key == REVERSED:
        answer = "错" if answer == "对" else "对"
    return (Decision(number=point.number, action="answer", value=answer),)


def _prompt(point: OpenPoint, alike: Sequence[OpenPoint]) -> str:
    if not point.is_doubtful:
        return "回车=两道都留　x=不要这道　-=返回上一题　q=后面的都照此留下"
    kinds = ""
    if point.asks_type:
        keys = (f"{key} {QUESTION_TYPES[name].label}" for key, name in enumerate(TYPE_KEYS, start=1))
        kinds = f"{'，'.join(keys)}；"
    if alike:
        count = f"同样的 {len(alike)} 道都" if len(alike) > 1 else ""
        kinds += f"s={count}按文件里的答案　"
        kinds += f"r={count}反过来（A 错、B 对）　" if _is_lettered(point) else ""
    letters = "、".join(label for label, _text in point.question.draft.options)
    wanted = f"输入答案（{letters}，多选如 AC）" if letters else "输入答案"
    return f"{kinds}{wanted}　回车=先留作待确认　x=不要　-=返回上一题　q=后面的都先留着"


def _hint(point: OpenPoint) -> str:
    draft = point.question.draft
    if not point.is_doubtful:
        return "只要按回车（留下）或输入 x（不要）。"
    if draft.options:
        labels = "、".join(label for label, _text in draft.options)
        return f"答案是选项的字母，如 {draft.options[0][0]}；有选项 {labels}。"
    return "判断题输入 对 或 错；填空题各空用 | 隔开；简答题各要点用 | 隔开。"


def _decisions(point: OpenPoint, typed: str) -> tuple[Decision, ...] | None:
    number = point.number
    if not typed:
        return (Decision(number=number, action="leave" if point.is_doubtful else "keep"),)
    if typed.lower() == DROP and not _names_option(point, typed):
        return (Decision(number=number, action="drop", value="确认时决定不要"),)
    if not point.is_doubtful:
        return None
    first = typed[0]
    if point.asks_type and first.isdigit() and 1 <= int(first) <= len(TYPE_KEYS):
        kind = Decision(number=number, action="type", value=TYPE_KEYS[int(first) - 1])
        rest = typed[1:].strip()
        return (kind, Decision(number=number, action="answer", value=rest)) if rest else (kind,)
    draft = point.question.draft
    answer = Decision(number=number, action="answer", value=typed)
    is_answer = bool(parse_labels(typed, draft)) if draft.options else typed in TRUE_FALSE
    return (answer,) if is_answer or decide(draft, [answer]).draft != draft else None


def _names_option(point: OpenPoint, typed: str) -> bool:
    return bool(parse_labels(typed, point.question.draft))
