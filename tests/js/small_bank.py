"""A small bank's index for the tests of what chooses questions."""

from __future__ import annotations

from typing import Any

# id, quiz, type, regulation, article, discipline, difficulty
ROWS = (
    ("rules/a", 0, 0, 0, 1, 0, 0),
    ("rules/b", 0, 1, 0, 9, 1, 1),
    ("rules/c", 0, 2, 0, 50, 1, -1),
    ("rules/d", 0, 0, -1, 0, -1, 2),
    ("code/a", 1, 0, 1, 3, 0, 0),
    ("code/b", 1, 1, 1, 8, 1, 1),
    ("code/c", 1, 1, 1, 8, 1, 1),
    ("code/d", 1, 2, 1, 8, -1, 2),
    ("loose/a", 2, 0, 0, 97, 0, 0),
)
IDS = [row[0] for row in ROWS]


def small_index() -> dict[str, Any]:
    """Nine questions in three quizzes; code/b to code/d share a text."""
    columns = list(zip(*ROWS, strict=True))
    return {
        "quizzes": ["rules", "code", "loose"],
        "quiz_titles": ["条例自测", "准则自测", "散题"],
        "quiz_urls": ["quizzes/rules.html", "quizzes/code.html", "quizzes/loose.html"],
        "quiz_lessons": [1, 0, -1],
        "lessons": [
            {
                "id": "2026/03-code",
                "title": "八条高线",
                "month": "2026-03",
                "url": "lessons/2026/03-code.html",
            },
            {"id": "2026/02-rules", "title": "总则", "month": "2026-02", "url": "lessons/2026/02-rules.html"},
            {"id": "2026/04-none", "title": "没有题", "month": "2026-04", "url": "lessons/2026/04-none.html"},
        ],
        "types": ["single_choice", "multiple_choice", "true_false"],
        "type_labels": ["单选", "多选", "判断"],
        "regulations": ["rules", "code"],
        "regulation_titles": ["纪律处分条例", "廉洁自律准则"],
        "disciplines": ["政治纪律", "廉洁纪律"],
        "difficulties": ["易", "中", "难"],
        "ids": list(columns[0]),
        "quiz": list(columns[1]),
        "type": list(columns[2]),
        "regulation": list(columns[3]),
        "article": list(columns[4]),
        "discipline": list(columns[5]),
        "difficulty": list(columns[6]),
        "revision": ["r1"] * len(ROWS),
        "materials": [[5, 3]],
    }
