"""What the command line of `portal.py test` asks for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk.failures import DeskError
from desk.testing.quiet import run_quietly
from desk.testing.run import read_plan
from desk.testing.steps import STEPS

ALL = ["browsers", "npm", "ruff", "mypy", "tsc", "pytest"]


def test_without_arguments_every_step_runs_and_pytest_comes_last() -> None:
    plan = read_plan([])
    assert [step.name for step in plan.steps] == [step.name for step in STEPS] == ALL
    assert (plan.is_fast, plan.pytest_arguments) == (False, ())


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--only", "ruff"], ["ruff"]),
        (["--only=tsc"], ["npm", "tsc"]),
        (["--only", "mypy", "--only", "ruff"], ["ruff", "mypy"]),
        (["--only", "pytest"], ["browsers", "npm", "pytest"]),
    ],
)
def test_a_chosen_step_brings_what_it_needs_in_the_usual_order(
    arguments: list[str], names: list[str]
) -> None:
    assert [step.name for step in read_plan(arguments).steps] == names


@pytest.mark.parametrize("arguments", [["--only", "rust"], ["--only=rust"]])
def test_an_unknown_step_is_refused_with_the_known_ones(arguments: list[str]) -> None:
    with pytest.raises(DeskError) as refusal:
        read_plan(arguments)
    assert str(refusal.value) == f"没有“rust”这一步，--only 后面可以写：{'、'.join(ALL)}"


def test_everything_else_goes_to_pytest() -> None:
    plan = read_plan(["-k", "gift", "--fast", "--", "--only", "x"])
    assert (plan.is_fast, plan.pytest_arguments) == (True, ("-k", "gift", "--only", "x"))


def test_a_path_of_the_callers_folder_reaches_pytest_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "test_x.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_plan(["test_x.py::test_y", "test_z.py"]).pytest_arguments == (
        f"{tmp_path / 'test_x.py'}::test_y",
        "test_z.py",
    )


@pytest.mark.skipif(os.name == "nt", reason="runs sh")
def test_a_failed_installer_shows_its_last_lines_without_addresses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "x.log"
    assert not run_quietly(["sh", "-c", "echo from https://mirror.example/a; exit 3"], log)
    assert capsys.readouterr().out == f"  sh 没有成功（3），全部输出在 {log}\n    from （地址略）\n"


def test_a_program_that_is_not_there_counts_as_failed(tmp_path: Path) -> None:
    assert not run_quietly([tmp_path / "missing"], tmp_path / "x.log")
