"""A click starts a new Python: what it must not bring in before it comes to Excel."""

import os
import subprocess
import sys
from pathlib import Path

_SRC = Path(__file__).parents[2] / "src"
_HEAVY = ("pandas", "numpy", "openpyxl", "jsonschema")


def test_the_buttons_themselves_bring_in_nothing_heavy() -> None:
    code = f"import sys, tpxl.excel.buttons; print([n for n in {_HEAVY} if n in sys.modules])"
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(_SRC)}
    found = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
