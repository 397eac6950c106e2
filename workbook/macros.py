"""The seam to the macros: what makes the master a workbook with buttons.

Its VBA is the text under `xl_macros` and nothing else: the master declares nothing of Windows' own,
so that a policy on such calls does not refuse the file. Worksheet functions, which need them, are
the add-in's.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from tpxl import __version__
from tpxl.books.package.macros import Module

SOURCES = Path(__file__).resolve().parents[1] / "xl_macros"


def modules() -> list[Module]:
    """Return the modules of the master, the one that marks them last."""
    own = [source("tpxl_buttons"), source("tpxl_python")]
    return [*own, mark(__version__, own)]


def mark(version: str, modules: Sequence[Module]) -> Module:
    """Return the module whose name tells `tpxl.books.package.macros` which macros these are.

    >>> mark("0.1.0", [Module("a", 'Attribute VB_Name = "a"')]).name
    'tpxl_0_1_0_fa57937e'
    """
    texts = "\n".join(module.text for module in modules)
    numbers = [part for part in version.split(".") if part.isdecimal()]
    name = "_".join(["tpxl", *numbers, sha256(texts.encode()).hexdigest()[:8]])
    said = "' The name tells tpxl check and tpxl upgrade which macros of tpxl these are."
    return Module(name, f'Attribute VB_Name = "{name}"\nOption Explicit\n\n{said}\n')


def source(name: str) -> Module:
    """Return one of our modules from its text."""
    return Module(name, (SOURCES / f"{name}.bas").read_text("ascii"))
