"""Limits that keep the code walkable: one name for one thing, short modules, few late imports."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import tpxl

MOST_LINES = 400
MOST_NAMES_TWICE = 8
MOST_LATE_IMPORTS = 60
MODULES = sorted(Path(tpxl.__file__).parent.rglob("*.py"))


def nodes(module: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(module.read_text(encoding="utf-8")))


def late_imports(module: Path) -> set[int]:
    """The lines of a module that import something inside a function."""
    functions = [one for one in nodes(module) if isinstance(one, ast.FunctionDef)]
    inner = (part for function in functions for part in ast.walk(function))
    return {part.lineno for part in inner if isinstance(part, ast.Import | ast.ImportFrom)}


def test_no_module_is_longer_than_a_reader_keeps_in_mind() -> None:
    long = [one.name for one in MODULES if one.read_text("utf-8").count("\n") > MOST_LINES]
    assert long == []


def test_a_class_name_stands_for_one_thing() -> None:
    names = Counter(
        one.name for module in MODULES for one in nodes(module) if isinstance(one, ast.ClassDef)
    )
    assert names
    assert len([name for name, times in names.items() if times > 1]) <= MOST_NAMES_TWICE


def test_rooms_are_seldom_loaded_late() -> None:
    assert 0 < sum(len(late_imports(one)) for one in MODULES) <= MOST_LATE_IMPORTS
