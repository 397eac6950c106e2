"""Which of tpxl's macros a project carries: the name of one of its modules says it.

Excel keeps the names of modules in one piece and uncompressed, whatever else it writes anew, so
that the mark is read from the bytes in no time. It holds the version that made the macros and a
fingerprint of their texts: other texts have another mark, and nobody needs to remember to count.
"""

import re
from typing import NamedTuple

BUTTONS = "tpxl_buttons"
"""The module that every version's macros have."""

_NAME = re.compile(rb"t\0p\0x\0l\0_\0((?:[0-9]\0|_\0)+)_\0((?:[0-9a-f]\0){8})\0\0")


class Mark(NamedTuple):
    """What macros say of themselves."""

    version: tuple[int, ...]
    fingerprint: str


def mark_of(project: bytes) -> Mark | None:
    r"""Return the mark of a project, None where it has none, as the macros of version 0.1.0.

    >>> mark_of("tpxl_0_2_10_fa57937e\0".encode("utf-16-le"))
    Mark(version=(0, 2, 10), fingerprint='fa57937e')
    """
    found = _NAME.search(project)
    if found is None:
        return None
    version, fingerprint = (part.decode("utf-16-le") for part in found.groups())
    return Mark(tuple(int(part) for part in version.split("_") if part), fingerprint)


def has_buttons(project: bytes) -> bool:
    """Tell whether a project carries the buttons of any version of tpxl."""
    return f"{BUTTONS}\0".encode("utf-16-le") in project
