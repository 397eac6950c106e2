"""A click starts a new Python: what it must not bring in, though it is installed."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from tpxl.excel.start import KEPT_OUT
from workbook import macros

_SRC = Path(__file__).parents[2] / "src"
_HEAVY = ("pandas", "numpy", "openpyxl", "jsonschema")
_OFFERS = """
import tpxl.excel.actions, tpxl.jobs.check.check, tpxl.jobs.refresh, tpxl.jobs.export.job
import sys; print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(code: str) -> set[str]:
    """Return the names of the libraries that a process has loaded at its end."""
    environment = {**os.environ, "PYTHONPATH": str(_SRC)}
    command = [sys.executable, "-B", "-c", code]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return set(told.stdout.split())


def started() -> str:
    """Return the command that a button starts, up to the press itself."""
    macro = macros.source("tpxl_python").text
    (command,) = re.findall(r'Quoted\("(.*?) b\." & button', macro)
    return str(command)


def test_with_pandas_installed_a_button_s_process_has_none() -> None:
    assert all(map(find_spec, ("pandas", "numpy")))
    without_a_word = loaded("import xlwings" + _OFFERS)
    assert without_a_word >= {"pandas", "numpy", "xlwings"}
    names = loaded(f"{started()} import xlwings" + _OFFERS)
    assert "xlwings" in names
    assert not names & KEPT_OUT


def test_the_buttons_themselves_bring_in_nothing_heavy() -> None:
    code = "import sys, tpxl.excel.buttons; print(*sys.modules)"
    assert not loaded(code) & set(_HEAVY)


def test_pandas_is_loaded_where_tables_are_handed_on_and_nowhere_else() -> None:
    modules = (_SRC / "tpxl").rglob("*.py")
    loading = {path.stem for path in modules if "import pandas" in path.read_text(encoding="utf-8")}
    assert loading == {"summary", "open_data"}
