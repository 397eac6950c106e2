"""The buttons of a workbook in LibreOffice: their macros run, up to the call that starts Python.

All of the master's own VBA is compiled and run. In the open document, never in the file, what
this system lacks gives way: the folders of Windows, a message box that somebody would have to
close, and the one call of its script host, which here gives the command line to a shell.
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
_MODULE = "tpxl_python"
_END = "\n\f\n"
HOST = """    Dim host As Object
    Set host = CreateObject("WScript.Shell")
    ExitStatus = host.Run(words, Hidden, True)
"""
_BOX = "    MsgBox "
_BOX_END = ', vbExclamation, "tpxl"\n'

_PYTHON = """#!/bin/sh
cd {root}
export PYTHONPATH={root}/src:{root} {pipe_name}={pipe} {alerts_name}={alerts} LOCALAPPDATA={folder}
{more}
code=$3
shift 3
{python} -B -W ignore -c "from tests.live.office.attach import attach; attach()
$code" "$@" 2>{folder}/stderr
touch {folder}/ended
"""

_BY_SHELL = """    Open "{folder}/line" For Output As #9
    Print #9, words
    Close #9
    Shell "/bin/sh", 0, "{folder}/line", {waits}
    ExitStatus = {status}
"""

_INTO_FILE = """    Open "{alerts}" For Append As #8
    Print #8, {sentence}
    Print #8, Chr$(12)
    Close #8
"""


class Presses:
    """The buttons of an open document; what their message boxes say is waited for."""

    def __init__(self, document: Any, pipe: str, folder: Path) -> None:
        self.document = document
        self.folder = folder
        self.python = folder / "python"
        self._alerts = folder / "alerts"
        self._errors = folder / "stderr"
        self._pipe = pipe
        self.run_with()
        self.name_python(str(self.python))
        self._vba = _module(document)
        self.start_by_shell()

    def run_with(self, **environment: str) -> None:
        """Write the Python that a press starts, with something more in its environment."""
        self.python.write_text(
            _PYTHON.format(
                root=_ROOT,
                python=sys.executable,
                pipe_name=PIPE,
                pipe=self._pipe,
                alerts_name=ALERTS,
                alerts=self._alerts,
                folder=self.folder,
                more="\n".join(f"export {name}={value}" for name, value in environment.items()),
            )
        )
        self.python.chmod(self.python.stat().st_mode | stat.S_IXUSR)

    def name_python(self, path: str) -> None:
        """Write the user's own file of settings, as the installer does."""
        settings = self.folder / ".tpxl" / "tpxl.conf"
        settings.parent.mkdir(exist_ok=True)
        settings.write_text(f'"INTERPRETER_WIN","{path}"\n"SHOW CONSOLE","False"\n')

    def start_by_shell(self, *, waits: bool = False, status: int = 0) -> None:
        """Give the command line to a shell; a Python that calls Excel back is not waited for."""
        host = _BY_SHELL.format(folder=self.folder, waits=waits, status=status)
        self._compile(_changed(self._vba, HOST, host))

    def start_by_the_script_host(self) -> None:
        """Leave the call as it is: there is no such host here, as where a policy forbids it."""
        self._compile(self._vba)

    def _compile(self, vba: str) -> None:
        start = vba.index(_BOX)
        end = vba.index(_BOX_END, start)
        sentence = vba[start + len(_BOX) : end]
        told = _INTO_FILE.format(alerts=self._alerts, sentence=sentence)
        text = vba[:start] + told + vba[end + len(_BOX_END) :]
        for name in ("USERPROFILE", "TEMP"):
            text = _changed(text, f'Environ("{name}")', f'"{self.folder}"')
        text = _changed(text.replace("\\", "/"), "Application.Hwnd", "1")
        self.document.BasicLibraries.getByName("VBAProject").replaceByName(_MODULE, text)

    def press(self, sheet: str, caption: str) -> None:
        """Press a button as assistive technology does, on a sheet that is shown."""
        controller = self.document.CurrentController
        controller.setFormDesignMode(False)
        native = self.document.Sheets.getByName(sheet)
        controller.setActiveSheet(native)
        button = next(one for one in buttons(native) if one.Label == caption)
        if not controller.getControl(button).AccessibleContext.doAccessibleAction(0):
            raise AssertionError(f"{caption} did not let itself be pressed")

    def wait_for_its_end(self, seconds: float = 60) -> None:
        """Wait until the process that a press started has ended, however it did."""
        end = time.monotonic() + seconds
        while not (self.folder / "ended").exists():
            if time.monotonic() > end:
                raise AssertionError(f"the process still runs after {seconds} s")
            time.sleep(0.1)

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


def _module(document: Any) -> str:
    text: str = document.BasicLibraries.getByName("VBAProject").getByName(_MODULE)
    return text.replace("\r\n", "\n")


def _changed(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise AssertionError(f"{old} does not stand once in the module")
    return text.replace(old, new)
