"""Give questions places in the rows of a paper whose pools overlap, as practice/placement.js does.

Sets of questions that can be placed are the independent sets of a transversal matroid: augmenting never
takes a placed question out, so that first meeting the quotas and then filling the rows is exact.
lianxue.content.preset_matching says what lacks where it cannot be done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

# What leads from a row to one with room: None where it has room itself, else the question that moves on,
# and to which row or group.
_RowSteps = dict[int, tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class Placement:
    """Questions are numbers; `rows_of` holds those that fit any row, in the order of preference."""

    capacities: tuple[int, ...]
    rows_of: Mapping[int, tuple[int, ...]]
    row_of: dict[int, int]  # question → the row it stands in
    held: tuple[list[int], ...]  # row → its questions

    def put(self, question: int, row: int) -> None:
        """Give a question its row."""
        self.held[row].append(question)
        self.row_of[question] = row

    def take(self, question: int) -> None:
        """Take a question out of its row."""
        self.held[self.row_of.pop(question)].remove(question)

    def rows_with_room(self) -> list[int]:
        """The rows that are not full."""
        return [row for row, held in enumerate(self.held) if len(held) < self.capacities[row]]


def place_questions(
    order: Sequence[int],
    pools: Sequence[Collection[int]],
    counts: Sequence[int],
    group_of: Callable[[int], str],
    quotas: Mapping[str, int],
) -> list[list[int]] | None:
    """For each row its questions, in no order that means anything; None where they do not suffice.

    `order` names every question, the preferred ones first; `quotas` wants so many of a group.
    """
    rows_of = {
        question: rows
        for question in order
        if (rows := tuple(row for row, pool in enumerate(pools) if question in pool))
    }
    placement = Placement(tuple(counts), rows_of, {}, tuple([] for _ in pools))
    members = {group: [one for one in rows_of if group_of(one) == group] for group in quotas}
    for group, wanted in quotas.items():
        for _ in range(wanted):
            if not _add_of_group(placement, group, members, group_of):
                return None
    _fill(placement)
    return list(placement.held) if len(placement.row_of) == sum(counts) else None


def _fill(placement: Placement) -> None:
    """As many more questions as there can be, in the order of preference."""
    steps = _open_rows(placement)
    for question, rows in placement.rows_of.items():
        if not steps:
            return
        if question in placement.row_of:
            continue
        row = next((row for row in rows if row in steps), None)
        if row is not None:
            _pass_on(placement, question, row, steps)
            steps = _open_rows(placement)


def _open_rows(placement: Placement) -> _RowSteps:
    """The rows that can take one more, and by which step."""
    reached = placement.rows_with_room()
    steps: _RowSteps = dict.fromkeys(reached)
    for target in reached:  # grows while it is walked
        for row, held in enumerate(placement.held):
            mover = None if row in steps else _first_for(placement, held, target)
            if mover is not None:
                steps[row] = (mover, target)
                reached.append(row)
    return steps


def _pass_on(placement: Placement, question: int, row: int, steps: _RowSteps) -> None:
    """Put a question into an open row, passing others on."""
    while step := steps[row]:
        placement.take(step[0])
        placement.put(question, row)
        question, row = step
    placement.put(question, row)


def _add_of_group(
    placement: Placement,
    wanted: str,
    members: Mapping[str, Sequence[int]],
    group_of: Callable[[int], str],
) -> bool:
    """One more question of a group, every other group keeping its number; whether there was one.

    A shortest way back from the rows with room, over rows whose question moves on and over groups that
    give another question for the one they lose.
    """
    by_row: dict[int, tuple[int, int | str] | None] = dict.fromkeys(placement.rows_with_room())
    by_group: dict[str, tuple[int, int]] = {}  # group → the question that comes in, and its row
    reached: list[int | str] = [*by_row]
    for target in reached:  # grows while it is walked
        if wanted in by_group:
            break
        if isinstance(target, int):
            for group, questions in members.items():
                free = [] if group in by_group else [one for one in questions if one not in placement.row_of]
                comer = _first_for(placement, free, target)
                if comer is not None:
                    by_group[group] = (comer, target)
                    reached.append(group)
        for row, held in enumerate(placement.held):
            if row in by_row:
                continue
            if isinstance(target, int):
                leaver = _first_for(placement, held, target)
            else:
                leaver = next((one for one in held if group_of(one) == target), None)
            if leaver is not None:
                by_row[row] = (leaver, target)
                reached.append(row)
    if wanted not in by_group:
        return False
    _walk(placement, by_group[wanted], by_row, by_group)
    return True


def _walk(
    placement: Placement,
    coming: tuple[int, int],
    by_row: Mapping[int, tuple[int, int | str] | None],
    by_group: Mapping[str, tuple[int, int]],
) -> None:
    while True:
        question, row = coming
        step = by_row[row]
        if step is None:
            placement.put(question, row)
            return
        leaver, target = step
        placement.take(leaver)
        placement.put(question, row)
        coming = (leaver, target) if isinstance(target, int) else by_group[target]


def _first_for(placement: Placement, questions: Sequence[int], row: int) -> int | None:
    """The first question that fits a row."""
    return next((question for question in questions if row in placement.rows_of[question]), None)
