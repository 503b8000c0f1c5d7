"""The shape of the house: imports run one way, modules stay small, labels, and printing keep to their rooms."""

import ast
from pathlib import Path

import pytest

import dragoman

ROOT = Path(dragoman.__file__).parent
ORDER = [
    "__init__", "errors", "record", "patterns", "entries", "faults", "layers", "lexicon", "lexicon_check", "sources", "casing", "sentences", "syntax", "clauses", "quotations", "referents", "petrarch", "statements", "coder",
    "explanation", "table", "page", "codebook", "cli",
]  # fmt: skip
LONGEST = 400
READS_LABELS = {"syntax", "clauses"}
PRINTS = {"cli"}
MODULES = sorted(ROOT.rglob("*.py"))


def room(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_rooms(file: Path) -> set[str]:
    """The rooms of ours that a module imports, at the top or inside functions."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {name.split(".")[1] for name in names if name.startswith("dragoman.")}
    return found


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_run_down_the_flow(file: Path) -> None:
    here = room(file)
    # the layout of a text is found before it is parsed; the layers after it may read it
    later = [other for other in imported_rooms(file) if ORDER.index(other) > ORDER.index(here)]
    assert not later, f"{here} imports {later}, which come after it"


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_modules_stay_small(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_only_the_command_line_prints_or_exits(file: Path) -> None:
    if room(file) in PRINTS:
        return
    calls = [node.func.id for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]  # fmt: skip
    assert not {"print", "exit", "input"} & set(calls)


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_only_clauses_read_dependency_labels(file: Path) -> None:
    if room(file) in READS_LABELS | {"explanation"}:  # explanation shows the parse
        return
    reads = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
             if isinstance(node, ast.Attribute) and node.attr == "dep"]  # fmt: skip
    assert not reads


def test_every_room_has_its_place() -> None:
    assert {room(file) for file in MODULES} <= set(ORDER)
