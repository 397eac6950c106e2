"""Which of tpxl's macros a project carries: the name of one of its modules says it.

Excel keeps the names of modules in one piece and uncompressed, whatever else it writes anew, so
that the mark is read from the bytes in no time. It holds the version that made the macros and a
fingerprint of their texts: other texts have another mark, and nobody needs to remember to count.
"""

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from tpxl.books.vba.project import Module

BUTTONS = "tpxl_buttons"
"""The module that every version's macros have."""

_FINGERPRINT_LENGTH = 8
_NAME = re.compile(rb"t\0p\0x\0l\0_\0((?:[0-9]\0|_\0)+)_\0((?:[0-9a-f]\0){8})\0\0")


class Mark(NamedTuple):
    """What macros say of themselves."""

    version: tuple[int, ...]
    fingerprint: str


def mark_module(version: str, modules: Iterable[Module]) -> Module:
    """Return the module that marks a project: a name and a word of explanation.

    >>> mark_module("0.1.0", [Module("a", 'Attribute VB_Name = "a"')]).name
    'tpxl_0_1_0_fa57937e'
    """
    texts = "\n".join(module.text for module in modules)
    fingerprint = sha256(texts.encode()).hexdigest()[:_FINGERPRINT_LENGTH]
    name = f"tpxl_{'_'.join(map(str, _numbers(version)))}_{fingerprint}"
    said = "' The name tells tpxl check and tpxl upgrade which macros of tpxl these are."
    return Module(name, f'Attribute VB_Name = "{name}"\nOption Explicit\n\n{said}\n')


def mark_of(project: bytes) -> Mark | None:
    """Return the mark of a project, None where it has none, as the macros of version 0.1.0."""
    found = _NAME.search(project)
    if found is None:
        return None
    version, fingerprint = (part.decode("utf-16-le") for part in found.groups())
    return Mark(_numbers(version.replace("_", ".")), fingerprint)


def has_buttons(project: bytes) -> bool:
    """Tell whether a project carries the buttons of any version of tpxl."""
    return f"{BUTTONS}\0".encode("utf-16-le") in project


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
