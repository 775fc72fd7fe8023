"""The house keeps its arrows (DESIGN.md, 1): who imports whom, how long a file is, what is never done."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.project import REPOSITORY

CORE = REPOSITORY / "hooks" / "lianxue"
HOOKS = sorted((REPOSITORY / "hooks").glob("*_hook.py"))
PYTHON = sorted(
    file for folder in ("hooks", "scripts", "tests") for file in (REPOSITORY / folder).rglob("*.py")
)
ROOMS = ("reading", "content", "rendering")  # each may import those before it, and itself
OUTSIDE = {"mkdocs", "material", "properdocs", "click", "rich", "desk", "launcher", "tests"}
MAX_LINES = 300
MAX_HOOK_LINES = 80


def name_of(file: Path) -> str:
    return file.relative_to(REPOSITORY).as_posix()


def imports(file: Path) -> Iterator[str]:
    """The full names of all modules a file imports, wherever in it, under TYPE_CHECKING too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from (start, *(f"{start}.{alias.name}" for alias in node.names))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_the_rooms_before_it(room: str) -> None:
    """rendering → content → reading, and nothing back."""
    allowed = ROOMS[: ROOMS.index(room) + 1]
    wrong = [
        f"{name_of(file)} imports {module}"
        for file in sorted((CORE / room).rglob("*.py"))
        for module in imports(file)
        if module.startswith("lianxue.") and module.split(".")[1] not in allowed
    ]
    assert wrong == []


def test_the_core_knows_neither_mkdocs_nor_the_desk() -> None:
    """The theme may be replaced and the command rewritten without touching it."""
    wrong = [
        f"{name_of(file)} imports {module}"
        for file in sorted(CORE.rglob("*.py"))
        for module in imports(file)
        if module.split(".")[0] in OUTSIDE
    ]
    assert wrong == []


def test_nothing_imports_a_hook() -> None:
    """MkDocs loads hooks by path: importing one makes a second copy. Hooks speak to rendering alone."""
    names = {hook.stem for hook in HOOKS}
    assert [
        name_of(file) for file in PYTHON for module in imports(file) if module.split(".")[0] in names
    ] == []
    rooms = {
        module.split(".")[1] for hook in HOOKS for module in imports(hook) if module.startswith("lianxue.")
    }
    assert rooms == {"rendering"}


def test_hooks_are_thin() -> None:
    """Adapters of at most eighty lines."""
    lengths = {name_of(hook): len(hook.read_text(encoding="utf-8").splitlines()) for hook in HOOKS}
    assert HOOKS
    assert {name: length for name, length in lengths.items() if length > MAX_HOOK_LINES} == {}


def test_the_core_prints_nothing() -> None:
    """Problems are values; the desk speaks."""
    calls = [
        f"{name_of(file)}:{node.lineno}"
        for file in sorted(CORE.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("print", "input")
    ]
    assert calls == []


def test_files_are_touched_only_where_a_name_says_so() -> None:
    """Only functions called read_, write_, load_ or walk_ open, list or write files in the core."""
    doors = {
        "read_bytes",
        "read_text",
        "write_bytes",
        "write_text",
        "open",
        "iterdir",
        "glob",
        "rglob",
        "mkdir",
    }
    wrong = []
    for file in sorted(CORE.rglob("*.py")):
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            if function.name.lstrip("_").startswith(("read_", "write_", "load_", "walk_")):
                continue
            for node in ast.walk(function):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr in doors
                ):
                    wrong.append(f"{name_of(file)}:{node.lineno} {node.func.attr}")
    assert wrong == []


def test_no_file_edits_the_import_path() -> None:
    """lianxue.pth puts the two import roots on it, and nothing else does."""
    wrong = [
        f"{name_of(file)}:{node.lineno}"
        for file in PYTHON
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and ast.unparse(node.func.value) == "sys.path"
        )
        or (
            isinstance(node, (ast.Assign, ast.AugAssign))
            and "sys.path"
            in [ast.unparse(t) for t in (node.targets if isinstance(node, ast.Assign) else [node.target])]
        )
    ]
    assert wrong == []


def test_no_file_is_long() -> None:
    """A room that passes three hundred lines is cut."""
    files = [
        *PYTHON,
        *(
            file
            for ending in ("js", "html", "css")
            for file in (REPOSITORY / "overrides").rglob(f"*.{ending}")
        ),
    ]
    lengths = {name_of(file): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_every_module_of_ours_says_what_it_is() -> None:
    """One sentence at the top of each Python file."""
    assert [
        name_of(file) for file in PYTHON if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ] == []


def test_every_test_states_its_behaviour() -> None:
    """A test function has a docstring: what holds, in a sentence."""
    silent = [
        f"{name_of(file)}:{node.lineno} {node.name}"
        for folder in ("core", "builds", "desk", "js", "browser")
        for file in sorted((REPOSITORY / "tests" / folder).rglob("test_*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert silent == []


def room_of(module: str) -> str:
    """The room of the desk a module lies in: importing.papers, word; "" for what stands at its top."""
    parts = module.split(".")[1:]
    if parts[0] == "importing" and len(parts) > 2:
        return f"{parts[0]}.{parts[1]}"
    return parts[0] if len(parts) > 1 else ""


def test_no_two_rooms_of_the_desk_lean_on_each_other() -> None:
    """From every room the imports lead on and never back."""
    desk = REPOSITORY / "scripts" / "desk"
    leads_to: dict[str, set[str]] = {}
    for file in sorted(desk.rglob("*.py")):
        here = room_of(".".join(file.relative_to(desk.parent).with_suffix("").parts))
        modules = [
            node.module
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("desk.")
        ]
        leads_to.setdefault(here, set()).update(room_of(str(module)) for module in modules)
    assert {"importing", "importing.papers", "word"} <= set(leads_to)
    rooms = {room: rooms - {room, "commands"} for room, rooms in leads_to.items() if room != "commands"}
    while leaves := [room for room, others in rooms.items() if not others & set(rooms)]:
        for room in leaves:
            del rooms[room]
    assert rooms == {}
