"""Buttons of a workbook in LibreOffice: their macros run, up to the call that starts Python.

LibreOffice cannot compile xlwings' own modules, and with them in the project no macro does
anything at all; so in the open document, never in the file, they give way to a `RunPython` that
starts the command line which the real one writes.
"""

import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.live.office.attach import PIPE
from tests.live.office.engine import ALERTS

_ROOT = Path(__file__).parents[3]
_NOT_COMPILED = ("xlwings", "xlwings_udfs", "Dictionary")
_RUN = "run-python"
_END = "\n\f\n"

_RUNNER = """#!/bin/sh
cd {root}
export PYTHONPATH={root}/src:{root} {pipe_name}={pipe} {alerts_name}={alerts} LOCALAPPDATA={folder}
{more}
exec {python} -B -W ignore -c "from tpxl.excel import start;start.keep_light()
from tests.live.office.attach import attach; attach()
import xlwings.utils;xlwings.utils.prepare_sys_path('false;{book};{book};;;;'); $1" \\
    --wb={name} --from_xl=1 "--app=Excel" --hwnd=1 2>{folder}/stderr
"""

_RUN_PYTHON = """Attribute VB_Name = "stub"
Public Function RunPython(PythonCommand As String)
    Shell "{runner}", 0, Chr(34) & PythonCommand & Chr(34), False
End Function
"""


class Presses:
    """The buttons of an open document; what their message boxes say is waited for."""

    def __init__(self, document: Any, pipe: str, folder: Path) -> None:
        self.document = document
        self._alerts = folder / "alerts"
        self._errors = folder / "stderr"
        self._pipe, self._folder = pipe, folder
        self.run_with()
        _replace_run_python(document, folder / _RUN)

    def run_with(self, **environment: str) -> None:
        """Write the command that a press starts, with something more in its environment."""
        pipe, folder = self._pipe, self._folder
        runner = folder / _RUN
        path = Path(self.document.URL.removeprefix("file://"))
        runner.write_text(
            _RUNNER.format(
                root=_ROOT,
                python=sys.executable,
                pipe_name=PIPE,
                pipe=pipe,
                alerts_name=ALERTS,
                alerts=self._alerts,
                folder=folder,
                book=path,
                name=path.name,
                more="\n".join(f"export {name}={value}" for name, value in environment.items()),
            )
        )
        runner.chmod(runner.stat().st_mode | stat.S_IXUSR)

    def press(self, sheet: str, caption: str) -> None:
        """Press a button as assistive technology does, on a sheet that is shown."""
        controller = self.document.CurrentController
        controller.setFormDesignMode(False)
        native = self.document.Sheets.getByName(sheet)
        controller.setActiveSheet(native)
        button = next(one for one in buttons(native) if one.Label == caption)
        if not controller.getControl(button).AccessibleContext.doAccessibleAction(0):
            raise AssertionError(f"{caption} did not let itself be pressed")

    def said(self, seconds: float = 60) -> str:
        """Return what the next message box says."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            told = self._alerts.read_text("utf-8") if self._alerts.exists() else ""
            if _END in told:
                first, _, rest = told.partition(_END)
                self._alerts.write_text(rest, encoding="utf-8")
                return first
            time.sleep(0.1)
        errors = self._errors.read_text() if self._errors.exists() else "nothing was started"
        raise AssertionError(f"no message after {seconds} s: {errors}")


def buttons(sheet: Any) -> Iterator[Any]:
    """Yield the buttons of a native sheet, from its form: a shape now and then says it has none."""
    form = sheet.DrawPage.Forms.getByIndex(0)
    return (form.getByIndex(place) for place in range(form.Count))


def bound_macros(sheet: Any) -> list[str]:
    """Return the macros that the buttons of a native sheet run, as LibreOffice names them."""
    form = sheet.DrawPage.Forms.getByIndex(0)
    events = [form.getScriptEvents(place) for place in range(form.Count)]
    return [event.ScriptCode for told in events for event in told]


def _replace_run_python(document: Any, runner: Path) -> None:
    library = document.BasicLibraries.getByName("tpxl")
    for module in _NOT_COMPILED:
        library.removeByName(module)
    library.insertByName("stub", _RUN_PYTHON.format(runner=runner))
