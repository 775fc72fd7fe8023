"""Say what each column of a table holds: by its header, and by what stands in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desk.drafts.verdict_words import verdict_word
from desk.importing.records.answers import strip_opening
from desk.importing.records.options import split_options
from desk.importing.records.words import is_type_word, letter, role_of
from lianxue.reading.folding import fold_width

Cells = Sequence[str]

_ANSWER_LETTERS = re.compile(r"[A-Ha-h](?:[\s,，、;；|/]*[A-Ha-h]){0,7}[\s。.]*$")
_ANSWER_NUMBERS = re.compile(r"[0-9](?:\.0)?(?:[,，、;；|\s]+[0-9](?:\.0)?)*$")
_WHOLE = re.compile(r"\d{1,6}(?:\.0)?$")
_STEM_SIGNS = re.compile(r"[（(]\s*[)）]|_{2,}|[。？?：:]$|下列|以下|哪")
# Columns of what somebody answered: never the key.
_OF_CANDIDATES = re.compile(r"学员|考生|学生|我的|你的|您的|本人|个人|作答|所选|得分|提交|错误|易错|误选")
_SAMPLE = 400  # rows that are looked at to tell a column


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each role stands; -1 in `roles` never occurs, a missing role is not there."""

    roles: Mapping[str, int]
    options: tuple[tuple[str, int], ...] = ()  # (label, column); "" where only the position tells
    flags: tuple[tuple[str, int], ...] = ()
    unread: tuple[int, ...] = ()  # columns that hold something nobody asked for
    names: Mapping[int, str] = field(default_factory=dict)  # their headers
    doubt: str = ""  # about every answer

    @property
    def is_usable(self) -> bool:
        """Whether a question can be read at all: a stem, and something to answer it by."""
        answerable = {"answer", "options", "type", "mark"} & set(self.roles)
        return "stem" in self.roles and bool(self.options or answerable)


def header_score(cells: Cells) -> int:
    """How many different things a row names as a header does; 0 where it is none."""
    roles = [role_of(cell) for cell in cells if cell.strip()]
    known = {role for role in roles if role[0]}
    if not known or len([role for role in roles if not role[0]]) > len(known) + 2:
        return 0
    names = {role for role, _label in known}
    is_header = ("stem" in names and len(known) >= 2) or len(
        names & {"answer", "options", "option", "type"}
    ) >= 2
    return len(known) if is_header else 0


def columns_of(header: Cells, rows: Sequence[Cells]) -> Columns:
    """The columns under a header. Of two that claim a role the better filled one has it."""
    sample = rows[:_SAMPLE]
    claims: dict[str, list[int]] = {}
    options: list[tuple[str, int]] = []
    flags: list[tuple[str, int]] = []
    taken: set[int] = set()
    for column, cell in enumerate(header):
        role, label = role_of(cell)
        if role == "option":
            options.append((label, column))
        elif role == "flag":
            flags.append((label, column))
        elif role:
            claims.setdefault(role, []).append(column)
    roles = {role: max(columns, key=lambda c: _fitness(role, c, sample)) for role, columns in claims.items()}
    taken |= set(roles.values()) | {column for _label, column in (*options, *flags)}
    if "options" in roles and not options:
        spread = _spread(header, roles["options"], taken, sample)
        if spread:
            options = [("", column) for column in spread]
            taken |= set(spread)
            del roles["options"]
    if "section" in roles and "type" not in roles and _share(roles["section"], sample, is_type_word) > 0.9:
        roles["type"] = roles.pop("section")
    if flags and not options:
        flags = []
    rest = [c for c in range(max(map(len, [header, *sample]))) if c not in taken]
    likely = [c for c in rest if not _OF_CANDIDATES.search(_cell(header, c))]
    guessed = _guess_missing(roles, bool(options), likely, sample)
    taken |= set(guessed.values())
    unread = tuple(c for c in rest if c not in guessed.values() and any(_cell(row, c) for row in rows))
    unread += tuple(
        c for role in claims for c in claims[role] if c not in taken and any(_cell(r, c) for r in rows)
    )
    return Columns(
        roles={**roles, **guessed},
        options=tuple(options),
        flags=tuple(flags),
        unread=tuple(sorted(set(unread))),
        names={c: _cell(header, c) for c in unread},
        doubt=_doubt(_cell(header, guessed["answer"]), guessed["answer"]) if "answer" in guessed else "",
    )


def _doubt(name: str, column: int) -> str:
    """Why answers of a column whose header does not say so are doubtful."""
    called = f"“{name}”一列，表头没有写明是标准答案" if name else f"没有表头的第 {column + 1} 列"
    return f"答案取自{called}，请核对"


def _spread(header: Cells, first: int, taken: set[int], rows: Sequence[Cells]) -> list[int]:
    """The columns under one wide header 选项: its own and the unnamed or equal ones behind it."""
    columns = [first]
    for column in range(first + 1, max(map(len, rows), default=0)):
        name = _cell(header, column)
        if (
            column in taken
            or (name and name != _cell(header, first))
            or not any(_cell(r, column) for r in rows)
        ):
            break
        columns.append(column)
    return columns if len(columns) > 1 else []


def _guess_missing(
    roles: Mapping[str, int], has_options: bool, rest: Sequence[int], rows: Sequence[Cells]
) -> dict[str, int]:
    """Stem and answer by content where no header names them."""
    guessed: dict[str, int] = {}
    if "answer" not in roles:
        letters = {c: _share(c, rows, _is_letters_or_verdict) for c in rest}
        scores = {c: _share(c, rows, _looks_like_answer) for c in rest if not _numbers_rows(c, roles, rows)}
        best = max(scores, key=lambda c: (letters[c] >= 0.9, scores[c], c), default=-1)
        if best >= 0 and scores[best] >= 0.9 and _fill(best, rows) >= 0.5:
            guessed["answer"] = best
    if "stem" not in roles:
        scores = {c: _stem_score(c, rows) for c in rest if c not in guessed.values()}
        best = max(scores, key=lambda c: scores[c], default=-1)
        if best >= 0 and scores[best] >= 1.5:
            guessed["stem"] = best
    return guessed


def _numbers_rows(column: int, roles: Mapping[str, int], rows: Sequence[Cells]) -> bool:
    """Whether a column may number the questions: no number in it is ever an answer."""
    texts = [_cell(row, column) for row in rows if _cell(row, column)]
    is_before = column < roles.get("stem", -1)
    return all(map(_WHOLE.match, texts)) and (is_before or len(texts) < 2 or _counts_up(column, rows))


def guess_columns(rows: Sequence[Cells]) -> Columns | None:
    """The columns of a table without a header; None where it does not look like questions."""
    sample = rows[:_SAMPLE]
    count = max(map(len, sample), default=0)
    filled = [c for c in range(count) if _fill(c, sample) > 0]
    if len(filled) < 2 or not sample:
        return None
    roles: dict[str, int] = {}
    answers = {c: _share(c, sample, _looks_like_answer) * _fill(c, sample) for c in filled}
    letters = {c: _share(c, sample, _is_letters_or_verdict) for c in filled}
    types = [c for c in filled if _share(c, sample, is_type_word) >= 0.9 and _fill(c, sample) >= 0.5]
    if types:
        roles["type"] = types[0]
    likely = [c for c in filled if answers[c] >= 0.8 and c not in types and not _counts_up(c, sample)]
    if likely:
        roles["answer"] = max(likely, key=lambda c: (letters[c] >= 0.9, answers[c], c))
    stems = {c: _stem_score(c, sample) for c in filled if c not in roles.values()}
    stem = max(stems, key=lambda c: (stems[c], -c), default=-1)
    if stem < 0 or stems[stem] < 1.5 or ("answer" not in roles and not types):
        return None
    roles["stem"] = stem
    if numbers := [c for c in filled if c not in roles.values() and c < stem and _are_numbers(c, sample)]:
        roles["number"] = numbers[0]
    free = [c for c in filled if c not in roles.values()]
    cells = [c for c in free if _share(c, sample, lambda text: len(split_options(text).options) >= 2) >= 0.8]
    if cells:
        roles["options"] = cells[0]
        free = [c for c in free if c != cells[0]]
    options = [] if cells else _option_run(stem, roles.get("answer", -1), free, sample)
    if not options and not cells and _share(roles.get("answer", stem), sample, _says_verdict) < 0.9:
        return None
    unread = [c for c in free if c not in options]
    long = [c for c in unread if c > max(stem, *options, -1) and _mean_length(c, sample) >= 8]
    if long:
        roles["explanation"] = long[0]
        unread.remove(long[0])
    return Columns(
        roles=roles, options=tuple((letter(i), c) for i, c in enumerate(options)), unread=tuple(unread)
    )


def _option_run(stem: int, answer: int, free: Sequence[int], rows: Sequence[Cells]) -> list[int]:
    """The columns behind the stem, up to the answer where that stands behind them too."""
    end = answer if answer > stem else max(free, default=stem) + 1
    run = [c for c in free if stem < c < end]
    if not run and answer > stem:
        run = [c for c in free if c > answer]
    return run if len(run) >= 2 else []


def _fitness(role: str, column: int, rows: Sequence[Cells]) -> tuple[float, int]:
    """How well a column fits the role its header claims; the first of equals wins."""
    fit = {"answer": _looks_like_answer, "type": is_type_word}.get(role)
    shape = _share(column, rows, fit) if fit else _mean_length(column, rows) / 1000 if role == "stem" else 0.0
    return (round(_fill(column, rows), 1) + shape, -column)


def _stem_score(column: int, rows: Sequence[Cells]) -> float:
    """From 0: filled, all different, long, and ending or gapped as questions are."""
    texts = [_cell(row, column) for row in rows if _cell(row, column)]
    if not texts or _mean_length(column, rows) < 4 or _share(column, rows, is_type_word) > 0.5:
        return 0
    different = len(set(texts)) / len(texts)
    signs = sum(bool(_STEM_SIGNS.search(text)) for text in texts) / len(texts)
    return _fill(column, rows) * different + signs + min(_mean_length(column, rows), 40) / 40


def _looks_like_answer(text: str) -> bool:
    folded = fold_width(strip_opening(text)).strip()
    return bool(_ANSWER_LETTERS.match(folded) or _ANSWER_NUMBERS.match(folded) or verdict_word(text))


def _is_letters_or_verdict(text: str) -> bool:
    return bool(_ANSWER_LETTERS.match(fold_width(strip_opening(text)).strip()) or verdict_word(text))


def _says_verdict(text: str) -> bool:
    return bool(verdict_word(text)) or text.strip() in ("A", "B", "0", "1")


def _are_numbers(column: int, rows: Sequence[Cells]) -> bool:
    """Whether a column numbers the questions, in whatever order."""
    numbers = [_cell(row, column) for row in rows if _cell(row, column)]
    whole = [number for number in numbers if _WHOLE.match(number)]
    return len(whole) >= 0.95 * len(numbers) and len(set(whole)) >= 0.95 * len(numbers)


def _counts_up(column: int, rows: Sequence[Cells]) -> bool:
    numbers = [_cell(row, column) for row in rows]
    if not all(_WHOLE.match(number) for number in numbers if number):
        return False
    values = [float(number) for number in numbers if number]
    rising = sum(a < b for a, b in itertools.pairwise(values))
    return len(values) >= 2 and rising >= 0.8 * (len(values) - 1)


def _cell(row: Cells, column: int) -> str:
    return row[column].strip() if 0 <= column < len(row) else ""


def _fill(column: int, rows: Sequence[Cells]) -> float:
    return sum(bool(_cell(row, column)) for row in rows) / len(rows) if rows else 0


def _share(column: int, rows: Sequence[Cells], is_so: object) -> float:
    assert callable(is_so)
    texts = [_cell(row, column) for row in rows if _cell(row, column)]
    return sum(bool(is_so(text)) for text in texts) / len(texts) if texts else 0


def _mean_length(column: int, rows: Sequence[Cells]) -> float:
    texts = [_cell(row, column) for row in rows if _cell(row, column)]
    return sum(map(len, texts)) / len(texts) if texts else 0
