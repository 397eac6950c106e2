"""A click starts a new Python: how soon it comes to Excel, and what it must not bring in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import xlwings

_SRC = Path(__file__).parents[2] / "src"
_HEAVY = ("pandas", "numpy", "openpyxl", "jsonschema")
_BUDGET_SECONDS = 0.150
_REACHED = 7
_PRESS = f"""
import tpxl.excel.buttons as b
import os, xlwings
xlwings.Book.caller = lambda: os._exit({_REACHED})  # the first call to Excel: here it would be made
b.tarkista()
"""


@pytest.fixture
def staff_packages(tmp_path: Path) -> Path:
    """What the installer's environment holds of those packages that a press comes by."""
    for package in (Path(xlwings.__file__).parent, _SRC / "tpxl"):
        (tmp_path / package.name).symlink_to(package)
    return tmp_path


def _seconds(code: str, packages: Path) -> float:
    """Return the processor's time for a process, the least of some: the machine has other work."""
    command = [sys.executable, "-S", "-B", "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(packages)}
    taken = []
    for _ in range(9):
        process = os.posix_spawn(sys.executable, command, environment)
        _, status, used = os.wait4(process, 0)
        assert os.waitstatus_to_exitcode(status) == _REACHED
        taken.append(used.ru_utime + used.ru_stime)
    return min(taken)


@pytest.mark.slow
def test_a_press_comes_to_excel_within_its_time(staff_packages: Path) -> None:
    bare = _seconds(f"import os; os._exit({_REACHED})", staff_packages)
    press = _seconds(_PRESS, staff_packages)
    assert press - bare < _BUDGET_SECONDS, f"{(press - bare) * 1000:.0f} ms"


def test_the_buttons_themselves_bring_in_nothing_heavy() -> None:
    code = f"import sys, tpxl.excel.buttons; print([n for n in {_HEAVY} if n in sys.modules])"
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(_SRC)}
    found = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
