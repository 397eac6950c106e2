"""The macros would compile: what two checkers know is asked, and planted faults are found."""

from pathlib import Path

import pytest
from tests.vba.static import block_faults, complaints
from workbook.functions import module_text

_SOURCES = Path(__file__).parents[2] / "xl_macros"
MASTER = ("tpxl_buttons", "tpxl_python")
ADDIN = ("tpxl_ribbon", "tpxl_python")


def _texts(names: tuple[str, ...]) -> dict[str, str]:
    return {name: (_SOURCES / f"{name}.bas").read_text("ascii") for name in names}


@pytest.mark.parametrize("names", [MASTER, ADDIN], ids=["master", "addin"])
def test_the_checkers_have_nothing_to_say(names: tuple[str, ...], tmp_path: Path) -> None:
    assert complaints(_texts(names), tmp_path) == []


def test_the_blocks_of_the_functions_modules_are_whole() -> None:
    assert list(block_faults(module_text())) == []
    assert list(block_faults((_SOURCES / "xlwings_udfs.bas").read_text("ascii"))) == []


_PLANTED = {
    "a lost End If": ("    End If\n", ""),
    "a lost End Function": ("End Function\n", ""),
    "a lost End Sub": ("End Sub\n", ""),
    "a lost Loop": ("    Loop\n", ""),
    "an End If too many": ("    Loop\n", "    Loop\n    End If\n"),
    "an open string": ('uudelleen."\n', "uudelleen.\n"),
    "a wrong member of an object": ("host.Run(", "host.Start("),
    "a wrong member of Excel": ("Application.Hwnd", "Application.Handle"),
    "a lost argument": (
        "CommandLine(python, book, button, told)",
        "CommandLine(python, book, told)",
    ),
    "an unknown label": ("On Error GoTo Refused", "On Error GoTo Refuse"),
    "an unknown procedure": ("= NamedPython(Environ", "= NamedPythom(Environ"),
    "an undeclared variable": ("    told = Environ", "    tolld = Environ"),
    "a lost bracket": ('Environ("TEMP")', 'Environ("TEMP"'),
    "a lost operator": (' & "\\tpxl-"', ' "\\tpxl-"'),
}


@pytest.mark.parametrize("fault", _PLANTED)
def test_a_planted_fault_is_found(fault: str, tmp_path: Path) -> None:
    texts = _texts(MASTER)
    old, new = _PLANTED[fault]
    assert old in texts["tpxl_python"]
    texts["tpxl_python"] = texts["tpxl_python"].replace(old, new, 1)
    assert complaints(texts, tmp_path)


@pytest.mark.parametrize("name", ["tpxl_python", "tpxl_ribbon", "tpxl_buttons"])
def test_whichever_line_that_ends_a_block_is_lost_it_is_found(name: str) -> None:
    lines = _texts((name,))[name].splitlines()
    ends = [
        place
        for place, line in enumerate(lines)
        if line.strip() in {"End If", "End Sub", "End Function", "Loop"}
    ]
    assert ends
    for place in ends:
        assert list(block_faults("\n".join([*lines[:place], *lines[place + 1 :]])))
