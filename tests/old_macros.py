"""A master as version 0.1.0 made it: xlwings' own modules in it, and no mark."""

import zipfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from tpxl.books.package.macros import Module, modules_of
from tpxl.master.buttons import project
from tpxl.shipped import master

MACROS = "xl/vbaProject.bin"
with zipfile.ZipFile(master()) as _package:
    SHEETS = sum(name.startswith("xl/worksheets/sheet") for name in _package.namelist())

BUTTONS = Module(
    "tpxl_buttons",
    'Attribute VB_Name = "tpxl_buttons"\nOption Explicit\n\nPublic Sub Tarkista()\n'
    '    RunPython "import tpxl.excel.buttons as b; b.tarkista()"\nEnd Sub\n',
)


def old_modules() -> list[Module]:
    """Return the modules of then: the buttons, and xlwings with its settings from any sheet."""
    text = files("xlwings").joinpath("xlwings.bas").read_text("utf-8").replace("\r\n", "\n")
    others = ("xlwings_udfs", "Dictionary")
    empty = [Module(name, f'Attribute VB_Name = "{name}"\n') for name in others]
    return [BUTTONS, Module("xlwings", text), *empty]


def old_master(path: Path, modules: Sequence[Module] | None = None, **parts: bytes) -> Path:
    """Write a master with those modules, of the old ones by default, and further parts."""
    macros = project(SHEETS, old_modules() if modules is None else modules)
    return rewritten(path, {MACROS: macros, **parts})


def rewritten(path: Path, parts: dict[str, bytes | None]) -> Path:
    """Write the present master with parts changed, added or, where None, left out."""
    with zipfile.ZipFile(master()) as source, zipfile.ZipFile(path, "w") as target:
        for member in source.infolist():
            data = parts.get(member.filename, source.read(member))
            if data is not None:
                target.writestr(member, data)
        for name in parts.keys() - set(source.namelist()):
            data = parts[name]
            if data is not None:
                target.writestr(name, data)
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    """Return every part of a package by its name, in their order."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def read_parts(path: Path) -> dict[str, object]:
    """Return every part by its name, of the macros the modules: their streams may lie anywhere."""
    parts = parts_of(path)
    return {**parts, MACROS: modules_of(parts[MACROS])}
