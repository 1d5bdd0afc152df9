"""The shape of the house: what a newcomer may rely on when opening any file."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from cadre_tui.kinds import registry

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "cadre_tui"
TOP = {"pyproject.toml", "cadre_tui", "plugins", "tests", "docs", "README.md", "LICENSE", "constraints.txt"}
REGISTRY = re.compile(
    r"(index-url|find-links(?! wheels )|trusted-host|\bpypi\.|\bfiles\.pythonhosted\.|--index|/simple/)", re.I
)
ASSERTING = {"raises", "warns", "fail", "refused", "forbidden"}


@cache
def tracked() -> tuple[Path, ...]:
    """The files of the repository, of whatever name: what git would keep, or all where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        found = (path for path in ROOT.rglob("*") if path.is_file())
        return tuple(path for path in found if not {".venv", ".git", "__pycache__"} & set(path.parts))
    names = map(os.fsdecode, listed.stdout.split(b"\0"))
    return tuple(ROOT / name for name in names if (ROOT / name).is_file())


def sources(*folders: str) -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_no_file_is_long() -> None:
    code = [path for path in tracked() if path.suffix in {".py", ".tcss", ".toml", ".md"}]
    lengths = {name(path): len(path.read_text("utf-8").splitlines()) for path in code}
    assert len(lengths) > 30
    assert not {file: length for file, length in lengths.items() if length > 400}


def test_no_function_is_long() -> None:
    long = {
        f"{name(path)}:{each.lineno} {each.name}": length
        for path in sources("cadre_tui", "plugins", "tests")
        for each in ast.walk(tree(path))
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (each.end_lineno or each.lineno) - each.lineno + 1) > 40
    }
    assert not long


def test_the_app_is_thin() -> None:
    assert len((PACKAGE / "tui" / "app.py").read_text("utf-8").splitlines()) < 200


def test_the_top_holds_only_what_it_should() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert not {entry for entry in top if entry not in TOP and not entry.startswith(".")}
    assert top >= TOP


def test_no_file_says_where_packages_come_from() -> None:
    told = []
    for path in tracked():
        if path == Path(__file__):
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        told += [f"{name(path)}: {match.group()}" for match in REGISTRY.finditer(text)]
    assert not told


def test_constraints_are_exact() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    loose = [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.+!]+", line)]
    assert not loose
    assert "textual==8.2.8" in lines


def test_every_package_is_built_with_a_tool_of_known_version() -> None:
    exact = set((ROOT / "constraints.txt").read_text().splitlines())
    projects = [path for path in tracked() if path.name == "pyproject.toml"]
    assert len(projects) >= 2
    for path in projects:
        needed = tomllib.loads(path.read_text("utf-8"))["build-system"]["requires"]
        assert needed, name(path)
        assert set(needed) <= exact, name(path)


def test_both_halves_of_the_readme_give_the_same_two_commands() -> None:
    commands = re.findall(r"^python3 -m venv .*$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert len(commands) == 4
    assert commands[:2] == commands[2:]
    assert commands[0].endswith("/cadre demo")
    assert commands[1].endswith("/pytest")


def modules() -> dict[str, Path]:
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sources("cadre_tui")
    }


def imports_when_loaded(module: ast.Module, known: set[str]) -> Iterator[str]:
    """The package's own modules that a module needs to be loaded: not those imported inside functions."""
    waiting: list[ast.AST] = list(module.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.expr):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting += node.orelse
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in known else node.module
        waiting += ast.iter_child_nodes(node)


def test_no_module_needs_itself_to_be_loaded() -> None:
    known = modules()
    graph = {module: set(imports_when_loaded(tree(path), set(known))) & set(known) for module, path in known.items()}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))
    assert len(order) == len(known)


def test_a_kind_of_criterion_knows_no_other_kind() -> None:
    known = modules()
    kinds = {f"cadre_tui.kinds.{each}" for each in registry.names()} & set(known)
    assert len(kinds) >= 10
    for kind in kinds:
        needed = set(imports_when_loaded(tree(known[kind]), set(known)))
        assert not needed & (kinds - {kind}), kind


def each_test(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield node


def asserts(node: ast.AST, local: dict[str, ast.AST], seen: frozenset[str] = frozenset()) -> bool:
    """Whether a function checks anything: itself, or through a function of its own file or a shared check."""
    for part in ast.walk(node):
        if isinstance(part, ast.Assert | ast.Raise):
            return True
        if isinstance(part, ast.Call):
            called = getattr(part.func, "id", getattr(part.func, "attr", ""))
            if called in ASSERTING or called.startswith(("assert_", "wait_")):
                return True
            if called in local and called not in seen and asserts(local[called], local, seen | {called}):
                return True
    return False


def test_every_test_can_fail() -> None:
    idle = []
    for path in sources("tests"):
        parsed = tree(path)
        local: dict[str, ast.AST] = {
            node.name: node for node in ast.walk(parsed) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        idle += [f"{name(path)}: {test.name}" for test in each_test(path) if not asserts(test, local)]
    assert not idle


def test_tests_say_what_they_hold() -> None:
    curt = [
        f"{name(path)}: {test.name}"
        for path in sources("tests")
        for test in each_test(path)
        if len(test.name.split("_")) < 4
    ]
    assert not curt, "a test's name is a sentence"


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    left = [
        f"{name(path)}:{number}"
        for path in sources("cadre_tui", "tests", "plugins")
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if marks.search(line)
    ]
    assert not left


TRACER = """
import runpy, sys
sys.argv = ["cadre", *sys.argv[1:]]
try:
    runpy.run_module("cadre_tui", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
finally:
    print("\\nLOADED " + " ".join(sorted(sys.modules)))
"""


def loaded_by(*arguments: str, path: Path = ROOT) -> set[str]:
    """The modules in memory after a command of the program."""
    run = subprocess.run(
        [sys.executable, "-c", TRACER, *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "CADRE_LANG": "zh", "PYTHONUTF8": "1", "PYTHONPATH": str(path)},
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.rsplit("LOADED ", 1)[1].split())


@pytest.fixture
def response(tmp_path: Path) -> Path:
    path = tmp_path / "response.json"
    path.write_text('{"checklist": "core.mutual|2026.1", "answers": {}}', "utf-8")
    return path


@pytest.fixture
def alarmed(tmp_path: Path) -> Path:
    """A folder with an installed plugin whose code must not be run."""
    (tmp_path / "alarmed.py").write_text("raise SystemExit(99)\n", "utf-8")
    metadata = tmp_path / "alarmed-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: alarmed\nVersion: 1.0\n", "utf-8")
    (metadata / "entry_points.txt").write_text("[cadre.plugins]\nalarmed = alarmed\n", "utf-8")
    return tmp_path


HEAVY = {"textual", "rich", "tinydb", "openpyxl", "argon2", "numpy", "networkx", "alarmed"}


@pytest.mark.parametrize("command", [("--version",), ("--help",), ("plugin", "list")], ids=" ".join)
def test_a_quick_command_loads_no_screen_no_store_and_no_plugin(command: tuple[str, ...], alarmed: Path) -> None:
    loaded = loaded_by(*command, path=alarmed)
    assert "cadre_tui.cli.main" in loaded
    assert not loaded & HEAVY


def test_a_dry_run_loads_no_screen_no_store_and_no_plugin(response: Path, alarmed: Path) -> None:
    loaded = loaded_by("score", "core.mutual", str(response), path=alarmed)
    assert "cadre_tui.scoring" in loaded
    assert not loaded & HEAVY
