"""Write a large portal that is the same on every machine: lessons, one regulation, a bank of any size, 组卷方案."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..support.project import make_project, write

SEED = 20260210
ARTICLES = 500
LESSONS = 24  # of 2025 and 2026; the first quizzes are theirs
QUESTIONS_A_QUIZ = 50
EXAM = "hundred"  # the id of the 组卷方案 of 100 questions
# Of every 20 questions; the last is a material with one question of its own.
TYPES = ("single",) * 8 + ("multiple",) * 4 + ("judge",) * 4 + ("gap", "pairs", "order", "material")

_WHO = ("党员", "支部书记", "机关干部", "采购人员", "驻村干部", "单位负责人", "新入职人员", "退休干部")
_WHEN = (
    "在集中学习时",
    "在项目验收前",
    "在节日期间",
    "在外出考察中",
    "在干部考察期",
    "在办理审批时",
    "在公务接待中",
)
_WHAT = (
    "收到管理服务对象的礼品",
    "发现程序上的疏漏",
    "被请托办理私事",
    "需要报告个人事项",
    "遇到群众来访",
    "参加同学聚会",
)
_HOW = (
    "按规定报告并登记",
    "当面说明并退回",
    "先处理再补手续",
    "请示上级后答复",
    "按程序集体研究",
    "记录在案并公开",
)
_DISCIPLINES = ("政治纪律", "组织纪律", "廉洁纪律", "群众纪律", "工作纪律", "生活纪律")
_DIFFICULTIES = ("易", "中", "难")


def write_portal(folder: Path, quizzes: int) -> Path:
    """A project in `folder` with that many quizzes, built by the repository's own settings, hooks and theme."""
    project = make_project(folder, is_whole=True)
    for name in ("docs", "quizzes"):
        shutil.rmtree(project / name)
    for path, text in _files(quizzes):
        write(project / path, text)
    return project


def _files(quizzes: int) -> Iterator[tuple[str, str]]:
    yield "docs/index.md", "---\ntitle: 首页\ntemplate: home.html\n---\n"
    yield "docs/lessons/index.md", "---\ntitle: 每月一法规\ntemplate: lessons.html\n---\n"
    yield "docs/regulations/index.md", "---\ntitle: 法规库\ntemplate: regulations.html\n---\n"
    yield "docs/regulations/bench-rules.md", _regulation()
    for number in range(min(LESSONS, quizzes)):
        yield f"docs/lessons/{_lesson_id(number)}.md", _lesson(number)
    for number in range(quizzes):
        yield f"quizzes/{_quiz_id(number)}.yml", _quiz(number)
    yield f"quizzes/presets/{EXAM}.yml", _preset()


def _lesson_id(number: int) -> str:
    return f"{2025 + number // 12}/{number % 12 + 1:02}-lesson"


def _quiz_id(number: int) -> str:
    return f"quiz-{number + 1:03}"


def _regulation() -> str:
    facts = (
        "id: bench-rules\ntitle: 学习测试条例\nshort_titles: [测试条例]\nissuer: 某局\nissued_on: 2024-01-01\n"
        f"effective_on: 2024-03-01\nstatus: 现行有效\narticles: 1-{ARTICLES}\nchecked_on: 2026-01-05\nsource: 自编\n"
    )
    return f"---\n{facts}---\n\n这是测速用的条例。\n\n## 第一章 总则\n\n### 第一条 目的\n"


def _lesson(number: int) -> str:
    month = f"{2025 + number // 12}-{number % 12 + 1:02}"
    rng = random.Random(f"{SEED}-lesson-{number}")
    paragraphs = "\n\n".join("".join(_sentence(rng) for _ in range(8)) for _ in range(6))
    facts = f"title: 第 {number + 1} 课\nmonth: {month}\nregulation: bench-rules\nminutes: 30\n"
    return f"---\n{facts}---\n\n## 正文\n\n{paragraphs}\n\n<!-- quiz: {_quiz_id(number)} -->\n"


def _sentence(rng: random.Random) -> str:
    return f"{rng.choice(_WHO)}{rng.choice(_WHEN)}{rng.choice(_WHAT)}，应当{rng.choice(_HOW)}。"


def _preset() -> str:
    rows = ", ".join(
        f"{{type: {name}, count: {count}, points: 1}}"
        for name, count in (("single_choice", 60), ("multiple_choice", 20), ("true_false", 20))
    )
    return f"title: 一百题\nminutes: 60\npass_mark: 80\ndraw: unseen_first\nrows: [{rows}]\nquotas: {{廉洁纪律: 10}}\n"


def _quiz(number: int) -> str:
    rng = random.Random(f"{SEED}-quiz-{number}")
    lesson = f"lesson: {_lesson_id(number)}\n" if number < LESSONS else ""
    head = f"title: 测试题第 {number + 1} 套\n{lesson}regulation: bench-rules\npass_mark: 80\nquestions:\n"
    return head + "".join(
        _question(rng, number * QUESTIONS_A_QUIZ + place) for place in range(QUESTIONS_A_QUIZ)
    )


def _question(rng: random.Random, number: int) -> str:
    kind = TYPES[number % len(TYPES)]
    if kind != "material":
        return _KINDS[kind](rng, number, "  ")
    text = "".join(_sentence(rng) for _ in range(3))
    inner = _KINDS["single"](rng, number, "      ")
    return f"  - id: m{number}\n    type: material\n    text: {text}第 {number} 份材料。\n    questions:\n{inner}"


def _entry(rng: random.Random, number: int, indent: str, facts: Mapping[str, str]) -> str:
    shared = {
        "explanation": f"{_sentence(rng)}{_sentence(rng)}这是第 {number} 题的解析。",
        "cite": f"[第{_numeral(rng.randint(1, ARTICLES))}条]",
        "discipline": rng.choice(_DISCIPLINES),
        "difficulty": rng.choice(_DIFFICULTIES),
    }
    lines = [
        f"{indent}- id: q{number}",
        *(f"{indent}  {name}: {value}" for name, value in (facts | shared).items()),
    ]
    return "\n".join(lines) + "\n"


def _stem(rng: random.Random, number: int) -> str:
    return f"（{number}）{rng.choice(_WHO)}{rng.choice(_WHEN)}{rng.choice(_WHAT)}，"


def _options(rng: random.Random, number: int) -> str:
    chosen = rng.sample(_HOW, 4)
    return (
        "{"
        + ", ".join(f"{letter}: {text}（{number}）" for letter, text in zip("ABCD", chosen, strict=True))
        + "}"
    )


def _single(rng: random.Random, number: int, indent: str) -> str:
    facts = {
        "type": "single_choice",
        "stem": _stem(rng, number) + "下列哪一种做法正确？",
        "options": _options(rng, number),
        "answer": rng.choice("ABCD"),
    }
    return _entry(rng, number, indent, facts)


def _multiple(rng: random.Random, number: int, indent: str) -> str:
    facts = {
        "type": "multiple_choice",
        "stem": _stem(rng, number) + "下列哪些做法正确？",
        "options": _options(rng, number),
        "answer": "[" + ", ".join(sorted(rng.sample("ABCD", 3))) + "]",
    }
    return _entry(rng, number, indent, facts)


def _judge(rng: random.Random, number: int, indent: str) -> str:
    stem = _stem(rng, number) + f"应当{rng.choice(_HOW)}。"
    return _entry(rng, number, indent, {"type": "true_false", "stem": stem, "answer": rng.choice("对错")})


def _gap(rng: random.Random, number: int, indent: str) -> str:
    stem = _stem(rng, number) + "应当在____日以内报告。"
    return _entry(
        rng,
        number,
        indent,
        {"type": "fill_in", "stem": stem, "answer": f"[{{accept: ['{rng.randint(2, 30)}']}}]"},
    )


def _pairs(rng: random.Random, number: int, indent: str) -> str:
    facts = {
        "type": "matching",
        "stem": f"（{number}）把情形与做法配起来。",
        "left": "{"
        + ", ".join(f"{place}: {text}" for place, text in enumerate(rng.sample(_WHAT, 3), 1))
        + "}",
        "right": "{"
        + ", ".join(f"{letter}: {text}" for letter, text in zip("ABC", rng.sample(_HOW, 3), strict=True))
        + "}",
        "answer": "{1: B, 2: A, 3: C}",
    }
    return _entry(rng, number, indent, facts)


def _order(rng: random.Random, number: int, indent: str) -> str:
    facts = {
        "type": "ordering",
        "stem": f"（{number}）按先后排列办理的步骤。",
        "options": _options(rng, number),
        "answer": "[" + ", ".join(rng.sample("ABCD", 4)) + "]",
    }
    return _entry(rng, number, indent, facts)


_KINDS: Mapping[str, Callable[[random.Random, int, str], str]] = {
    "single": _single,
    "multiple": _multiple,
    "judge": _judge,
    "gap": _gap,
    "pairs": _pairs,
    "order": _order,
}
_DIGITS = "零一二三四五六七八九"


def _numeral(number: int) -> str:
    """A number from 1 to 999 as article labels write it."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += f"{_DIGITS[tens]}十" if hundreds or tens > 1 else "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")
