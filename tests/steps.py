"""How many steps of tpxl a piece of work takes: the same on every machine, however busy it is."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import tpxl

_HOME = str(Path(tpxl.__file__).parent)


def steps(job: Callable[[], object]) -> int:
    """Return how many lines of tpxl's own code run, each pass of a loop counted."""
    count = 0

    def within(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        count += event == "line"
        return within if frame.f_code.co_filename.startswith(_HOME) else None

    def entered(frame: FrameType, _event: str, _: object) -> Any:
        return within if frame.f_code.co_filename.startswith(_HOME) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        job()
    finally:
        sys.settrace(before)
    return count
