"""Say what each column of a table holds: by its header, and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desk.drafts.draft import TO_CHECK
from desk.importing.records.column_looks import (
    are_numbers,
    cell_of,
    counts_up,
    fill,
    is_letters_or_verdict,
    looks_like_answer,
    mean_length,
    says_verdict,
    share,
)
from desk.importing.records.options import split_options
from desk.importing.records.words import is_type_word, role_of
from lianxue.content.letters import letter
from lianxue.reading.folding import fold_width
from lianxue.reading.patterns import lazy_pattern

Cells = Sequence[str]

_WHOLE = lazy_pattern(r"\d{1,6}(?:\.0)?$")
_STEM_SIGNS = lazy_pattern(r"[（(]\s*[)）]|_{2,}|[。？?：:]$|下列|以下|哪")
# Columns of what somebody answered: never the key.
_OF_CANDIDATES = lazy_pattern(
    r"学员|考生|学生|我的|你的|您的|本人|个人|作答|所选|得分|提交|错误|易错|误选|干扰"
)
_DISTRACTS = lazy_pattern(r"干扰|错误选项|distract", re.IGNORECASE)
_SAMPLE = 400  # rows that are looked at to tell a column


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each role stands; -1 in `roles` never occurs, a missing role is not there."""

    roles: Mapping[str, int]
    options: tuple[tuple[str, int], ...] = ()  # (label, column); "" where only the position tells
    flags: tuple[tuple[str, int], ...] = ()
    wrong: tuple[int, ...] = ()  # options that are not right, where the answer is the text of one that is
    unread: tuple[int, ...] = ()  # columns that hold something nobody asked for
    names: Mapping[int, str] = field(default_factory=dict)  # their headers
    doubt: str = ""  # about every answer
    answers: tuple[int, ...] = ()  # all columns whose headers claim to hold it

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
    wrong = claims.pop("wrong", [])
    if options or "options" in claims or not _are_wrong(header, wrong, claims.get("answer", ()), sample):
        wrong = []
    if "revised" not in claims:
        claims.pop("original", None)  # whether it still holds nobody says
    if "answer" not in claims and (key := _answers_called_options(header, claims, options, sample)) >= 0:
        claims["answer"] = [key]
        claims["options"].remove(key)
    claims = {role: columns for role, columns in claims.items() if columns}
    texts = _texts_beside(header, claims["options"][0], sample) if "options" in claims else -1
    if texts >= 0:
        taken.add(claims["options"][0])
        claims["options"] = [texts]
        claims["stem"] = [column for column in claims.get("stem", ()) if column != texts]
    claims = {role: columns for role, columns in claims.items() if columns}
    roles = {role: max(columns, key=lambda c: _fitness(role, c, sample)) for role, columns in claims.items()}
    taken |= set(roles.values()) | {column for _label, column in (*options, *flags)} | set(wrong)
    if "options" in roles and not options:
        spread = _spread(header, roles["options"], taken, sample)
        if spread:
            options = [("", column) for column in spread]
            taken |= set(spread)
            del roles["options"]
    if "section" in roles and "type" not in roles and share(roles["section"], sample, is_type_word) > 0.9:
        roles["type"] = roles.pop("section")
    if flags and not options:
        flags = []
    rest = [c for c in range(max(map(len, [header, *sample]))) if c not in taken]
    likely = [c for c in rest if not _OF_CANDIDATES.search(cell_of(header, c))]
    guessed = _guess_missing(roles, bool(options), likely, sample)
    taken |= set(guessed.values())
    unread = tuple(c for c in rest if c not in guessed.values() and any(cell_of(row, c) for row in rows))
    if "explanation" in roles and "note" in roles:
        unread += tuple(c for c in (roles["note"],) if any(cell_of(row, c) for row in rows))
    unread += tuple(
        c for role in claims for c in claims[role] if c not in taken and any(cell_of(r, c) for r in rows)
    )
    return Columns(
        answers=tuple(claims.get("answer", ())),
        roles={**roles, **guessed},
        options=tuple(options),
        flags=tuple(flags),
        wrong=tuple(wrong),
        unread=tuple(sorted(set(unread))),
        names={c: cell_of(header, c) for c in unread},
        doubt=_doubt(cell_of(header, guessed["answer"]), guessed["answer"]) if "answer" in guessed else "",
    )


def _are_wrong(header: Cells, wrong: Sequence[int], answers: Sequence[int], rows: Sequence[Cells]) -> bool:
    """Whether columns hold the wrong options beside the right one: one 错误答案 alone may be a pupil's."""
    is_said = len(wrong) > 1 or any(_DISTRACTS.search(cell_of(header, column)) for column in wrong)
    return is_said and any(share(column, rows, looks_like_answer) < 0.5 for column in answers)


def _doubt(name: str, column: int) -> str:
    """Why answers of a column whose header does not say so are doubtful."""
    called = f"“{name}”一列，表头没有写明是标准答案" if name else f"没有表头的第 {column + 1} 列"
    return f"答案取自{called}{TO_CHECK}"


def _answers_called_options(
    header: Cells, claims: Mapping[str, Sequence[int]], options: Sequence[object], rows: Sequence[Cells]
) -> int:
    """The column 答案选项 that holds answers, where the options stand in others; -1 for none."""
    called = claims.get("options", ())
    if not options and len(called) < 2:
        return -1
    named = [column for column in called if "答案" in cell_of(header, column)]
    holds_answers = (column for column in named if share(column, rows, looks_like_answer) >= 0.5)
    return next(holds_answers, -1)


def _texts_beside(header: Cells, options: int, rows: Sequence[Cells]) -> int:
    """The column of the options' texts, where the one called 选项 holds nothing but their letters; -1 for none."""
    column = options + 1
    is_lettered = share(options, rows, lambda text: len(text) == 1 and text.upper() in "ABCDEFGH") > 0.9
    is_said = fold_width(cell_of(header, column)).strip() in (
        "内容",
        "选项内容",
        "文字",
        "选项文字",
        "描述",
        "",
    )
    return column if is_lettered and is_said and fill(column, rows) > 0.9 else -1


def _spread(header: Cells, first: int, taken: set[int], rows: Sequence[Cells]) -> list[int]:
    """The columns under one wide header 选项: its own and the unnamed or equal ones behind it."""
    columns = [first]
    for column in range(first + 1, max(map(len, rows), default=0)):
        name = cell_of(header, column)
        if (
            column in taken
            or (name and name != cell_of(header, first))
            or not any(cell_of(r, column) for r in rows)
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
        letters = {c: share(c, rows, is_letters_or_verdict) for c in rest}
        scores = {c: share(c, rows, looks_like_answer) for c in rest if not _numbers_rows(c, roles, rows)}
        best = max(scores, key=lambda c: (letters[c] >= 0.9, scores[c], c), default=-1)
        if best >= 0 and scores[best] >= 0.9 and fill(best, rows) >= 0.5:
            guessed["answer"] = best
    if "stem" not in roles:
        scores = {c: _stem_score(c, rows) for c in rest if c not in guessed.values()}
        best = max(scores, key=lambda c: scores[c], default=-1)
        if best >= 0 and scores[best] >= 1.5:
            guessed["stem"] = best
    return guessed


def _numbers_rows(column: int, roles: Mapping[str, int], rows: Sequence[Cells]) -> bool:
    """Whether a column may number the questions: no number in it is ever an answer."""
    texts = [cell_of(row, column) for row in rows if cell_of(row, column)]
    is_before = column < roles.get("stem", -1)
    return all(map(_WHOLE.match, texts)) and (is_before or len(texts) < 2 or counts_up(column, rows))


def guess_columns(rows: Sequence[Cells]) -> Columns | None:
    """The columns of a table without a header; None where it does not look like questions."""
    sample = rows[:_SAMPLE]
    count = max(map(len, sample), default=0)
    filled = [c for c in range(count) if fill(c, sample) > 0]
    if len(filled) < 2 or not sample:
        return None
    roles: dict[str, int] = {}
    answers = {c: share(c, sample, looks_like_answer) * fill(c, sample) for c in filled}
    letters = {c: share(c, sample, is_letters_or_verdict) for c in filled}
    types = [c for c in filled if share(c, sample, is_type_word) >= 0.9 and fill(c, sample) >= 0.5]
    if types:
        roles["type"] = types[0]
    likely = [c for c in filled if answers[c] >= 0.8 and c not in types and not counts_up(c, sample)]
    if likely:
        roles["answer"] = max(likely, key=lambda c: (letters[c] >= 0.9, answers[c], c))
    stems = {c: _stem_score(c, sample) for c in filled if c not in roles.values()}
    stem = max(stems, key=lambda c: (stems[c], -c), default=-1)
    if stem < 0 or stems[stem] < 1.5 or ("answer" not in roles and not types):
        return None
    roles["stem"] = stem
    if numbers := [c for c in filled if c not in roles.values() and c < stem and are_numbers(c, sample)]:
        roles["number"] = numbers[0]
    free = [c for c in filled if c not in roles.values()]
    cells = [c for c in free if share(c, sample, lambda text: len(split_options(text).options) >= 2) >= 0.8]
    if cells:
        roles["options"] = cells[0]
        free = [c for c in free if c != cells[0]]
    options = [] if cells else _option_run(stem, roles.get("answer", -1), free, sample)
    if not options and not cells and share(roles.get("answer", stem), sample, says_verdict) < 0.9:
        return None
    unread = [c for c in free if c not in options]
    long = [c for c in unread if c > max(stem, *options, -1) and mean_length(c, sample) >= 8]
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
    fit = {"answer": looks_like_answer, "type": is_type_word}.get(role)
    shape = share(column, rows, fit) if fit else mean_length(column, rows) / 1000 if role == "stem" else 0.0
    return (round(fill(column, rows), 1) + shape, -column)


def _stem_score(column: int, rows: Sequence[Cells]) -> float:
    """From 0: filled, all different, long, and ending or gapped as questions are."""
    texts = [cell_of(row, column) for row in rows if cell_of(row, column)]
    if not texts or mean_length(column, rows) < 4 or share(column, rows, is_type_word) > 0.5:
        return 0
    different = len(set(texts)) / len(texts)
    signs = sum(bool(_STEM_SIGNS.search(text)) for text in texts) / len(texts)
    return fill(column, rows) * different + signs + min(mean_length(column, rows), 40) / 40
