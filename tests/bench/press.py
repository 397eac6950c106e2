"""What a press of a button imports before it comes to Excel, beside bare Python."""

from importlib.util import find_spec
from pathlib import Path

from tests.bench.measure import ROOT, cost

_REACHED = 7
_BARE = f"import os; os._exit({_REACHED})"
_PRESS = f"""
import tpxl.excel.start as s; s.keep_light(); import tpxl.excel.buttons as b
import os, xlwings
xlwings.Book.caller = lambda: os._exit({_REACHED})  # the first call to Excel: here it would be made
b.tarkista()
"""


def press_milliseconds(folder: Path, runs: int) -> float:
    """Return the processor's time that a press takes over bare Python; `folder` is empty.

    The process has what the installer's environment holds of those packages that a press comes by.
    """
    found = find_spec("xlwings")
    homes = found.submodule_search_locations if found else None
    for package in (*map(Path, homes or []), ROOT / "src/tpxl"):
        (folder / package.name).symlink_to(package)
    bare, press = (
        cost("-S", "-c", code, runs=runs, paths=[folder], done=[_REACHED]).processor
        for code in (_BARE, _PRESS)
    )
    return (press - bare) * 1000
