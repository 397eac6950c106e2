"""xlwings' VBA that calls a worksheet function in Python: the procedures it needs, no others.

They are taken from the very version that is installed, as its licence (BSD-3) allows, and changed
in one respect: which Python is started, and which library is loaded, is chosen by the user's own
file alone. xlwings also asks a sheet of the active workbook, a file beside it and the search path,
and so lets any workbook that is opened choose a program. Where its text no longer has the form
that is known here, the build stops.
"""

import re
from importlib.resources import files

ENTRY = "XLPy"
"""What the functions' wrapper calls."""

_PROCEDURE = re.compile(
    r"^(?:Public |Private )?(?:Function|Sub) (?P<name>\w+)\b.*?^End (?:Function|Sub)\n",
    re.MULTILINE | re.DOTALL,
)
_PROJECT = re.compile(r'^Public Const PROJECT_NAME As String = ".*"\n', re.MULTILINE)
_OWN_PROJECT = 'Public Const PROJECT_NAME As String = "tpxl"\n'
_OTHER_LAYERS = re.compile(r"^    ' Sheet\n.*?(?=^    ' User Config\n)", re.MULTILINE | re.DOTALL)
_FOLDER_SETTING = re.compile(r"    ' TODO: .*\n    AddExcelDir = GetConfig\(.*\n\n", re.MULTILINE)
_FOLDERS = re.compile(
    r"    ' The first 6 args .*?(?=^    ' Escaping backslashes)", re.MULTILINE | re.DOTALL
)
_SEARCHED_PYTHON = re.compile(
    r"^        ' Legacy\n        PYTHON_WIN = GetConfig\(\"INTERPRETER\", \"pythonw\"\)\n",
    re.MULTILINE,
)
_NO_PYTHON = (
    '        Err.Raise 53, Description:="Virhe: tpxl:n asetustiedosto puuttuu tai on vajaa. '
    'Aja asennus (install.ps1) uudelleen."\n'
)
_NO_FOLDERS = '    PYTHONPATH = "false;;;;;"\n\n'  # a sixth `;` would put the current folder there


def module_text() -> str:
    r"""Return the text of the module, its settings under our own name.

    Its file ``%USERPROFILE%\.tpxl\tpxl.conf`` is ours alone, while ``xlwings.conf`` may belong
    to somebody's other workbooks.

    Raises:
        ValueError: the installed xlwings' text no longer has the expected form.
    """
    text = files("xlwings").joinpath("xlwings_custom_addin.bas").read_text("utf-8")
    text = text.replace("\r\n", "\n")
    head = text[: _one(_PROJECT, text).start()]
    procedures = {found["name"]: found[0] for found in _PROCEDURE.finditer(text)}
    for name, pattern, new in _CHANGES:
        procedures[name] = _replaced(pattern, new, procedures.get(name, ""))
    kept = _needed(procedures)
    return "\n".join(
        [head + _OWN_PROJECT, *(procedures[name] for name in procedures if name in kept)]
    )


_CHANGES = (
    ("GetConfig", _OTHER_LAYERS, ""),
    ("XLPyCommand", _FOLDER_SETTING, ""),
    ("XLPyCommand", _FOLDERS, _NO_FOLDERS),
    ("XLPyCommand", _SEARCHED_PYTHON, _NO_PYTHON),
    ("XLPyLoadDLL", _SEARCHED_PYTHON, _NO_PYTHON),
    ("XLPyCommand", re.compile(r'(?<= tail = )" -B -c '), '" -I -c '),
)


def _needed(procedures: dict[str, str]) -> set[str]:
    """Return the names of the procedures that the entry calls, directly or not."""
    kept, waiting = set[str](), [ENTRY]
    while waiting:
        name = waiting.pop()
        if name not in kept:
            kept.add(name)
            words = set(re.findall(r"\w+", procedures[name]))
            waiting += sorted(words & procedures.keys())
    return kept


def _replaced(pattern: re.Pattern[str], new: str, text: str) -> str:
    found = _one(pattern, text)
    return text[: found.start()] + new + text[found.end() :]


def _one(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = list(pattern.finditer(text))
    if len(found) != 1:
        raise ValueError(f"xlwings' VBA has another form than is known here: {pattern.pattern}")
    return found[0]
