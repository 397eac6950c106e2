"""Two files that change places in one step, so that what was replaced is in hand."""

import ctypes
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_HERE = -100  # AT_FDCWD: names are taken as they are
_EXCHANGE = 2  # RENAME_EXCHANGE


def exchange(first: Path, second: Path) -> bool:
    """Let two files change places; False where this system cannot, and nothing has happened.

    Source: renameat2(2), Linux 3.15.
    """
    rename = _renameat2()
    if rename is None:
        return False
    names = os.fsencode(first), os.fsencode(second)
    return bool(rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)


@cache
def _renameat2() -> Any:  # noqa: ANN401  # a function of the C library
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None), "renameat2", None)
