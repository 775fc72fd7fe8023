"""The lock files hold every direct dependency, agree with each other, and name no address."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "requirements-dev.txt": PROJECT["dependency-groups"]["dev"],
}


def _pins(lock: str) -> list[tuple[str, str]]:
    return re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)


def _plain_name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None
    return re.sub(r"[-_.]+", "-", match[0]).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_direct_dependency_is_locked(lock: str) -> None:
    assert {_plain_name(requirement) for requirement in WANTED[lock]} - dict(_pins(lock)).keys() == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_name_is_pinned_once_so_that_markers_can_be_taken_off(lock: str) -> None:
    """`portal.py wheels` takes the markers off; two pins of one name would then contradict each other."""
    assert [name for name, count in Counter(name for name, _ in _pins(lock)).items() if count > 1] == []


def test_both_locks_agree_on_what_they_share() -> None:
    portal, development = (dict(_pins(lock)) for lock in LOCKS)
    assert {name: development[name] for name in portal.keys() & development.keys()} == {
        name: portal[name] for name in portal.keys() & development.keys()
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_only_names_versions_markers_and_hashes(lock: str) -> None:
    line = re.compile(r"[a-z0-9-]+==\S+( ; [a-z_]+ \S+ '\w+')? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [text for text in lines if not line.fullmatch(text)] == []


def test_the_npm_lock_names_no_address() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    fetched = {name: package for name, package in packages.items() if name and not package.get("inBundle")}
    assert [name for name, package in fetched.items() if "integrity" not in package] == []


def test_no_npm_package_wants_to_run_anything_at_install_time() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if package.get("hasInstallScript")] == []
