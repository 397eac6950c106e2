from importlib.resources import files
from pathlib import Path

import pytest
from tests.vba.powershell import brackets, complaints

ROOT = Path(__file__).parents[2]
INSTALLER = ROOT / "xl_macros" / "install.ps1"


def test_the_installer_is_read_right_by_the_powershell_that_windows_has() -> None:
    data = INSTALLER.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") > 40


def test_the_installer_is_a_script_that_can_be_read() -> None:
    assert complaints(INSTALLER.read_text("utf-8-sig")) == []


def test_every_lost_bracket_of_the_installer_is_found() -> None:
    script = INSTALLER.read_text("utf-8-sig")
    places = list(brackets(script))
    assert len(places) > 60
    data = script.encode()
    lost = [at for at, end in places if not complaints((data[:at] + data[end:]).decode())]
    assert lost == []


@pytest.mark.parametrize(
    "planted",
    [
        "if ($x { }\n",
        "if ($x) {\n",
        'Write-Host "a\n',
        "$x =\n",
        "function F([string]$What { }\n",
        "try { $x\n",
    ],
)
def test_a_planted_fault_is_found(planted: str) -> None:
    assert complaints(INSTALLER.read_text("utf-8-sig") + planted)


def test_no_guide_and_no_installer_recommends_the_stores_python() -> None:
    guide = (ROOT / "workbook" / "ASENNUS.md").read_text("utf-8")
    for text in (guide, INSTALLER.read_text("utf-8-sig")):
        for line in text.splitlines():
            if "Microsoft Store" in line:
                assert "ei" in line


def test_what_it_copies_and_imports_is_there() -> None:
    text = INSTALLER.read_text("utf-8-sig")
    assert r"workbook\tpxl.xlam" in text
    assert (ROOT / "workbook" / "tpxl.xlam").exists()
    assert "tpxl.excel.udfs" in text
    assert (ROOT / "src" / "tpxl" / "excel" / "udfs.py").exists()


def test_its_settings_are_those_that_the_macros_read() -> None:
    macros = files("xlwings").joinpath("xlwings.bas").read_text("utf-8")
    for setting in ("INTERPRETER_WIN", "UDF MODULES", "SHOW CONSOLE"):
        assert f'GetConfig("{setting}"' in macros
        assert f'""{setting}""' in INSTALLER.read_text("utf-8-sig")


def test_staff_need_no_administrator_and_get_no_slow_libraries() -> None:
    text = INSTALLER.read_text("utf-8-sig").casefold()
    assert "runas" not in text
    assert "hklm" not in text
    assert "[data]" not in text


def test_the_guide_names_each_trouble_of_the_edge_to_excel() -> None:
    guide = (ROOT / "workbook" / "ASENNUS.md").read_text("utf-8")
    for trouble in (
        "makrot",
        "Block all Office applications from creating child processes",
        "Block Win32 API calls from Office macros",
        "virustorjunta",
        "python.org",
        "OneDrive",
        "Mac",
        "tpxl refresh",
        "Versiot",
    ):
        assert trouble in guide


def test_the_checklist_says_that_nothing_of_it_was_run() -> None:
    said = (ROOT / "workbook" / "EXCEL-CHECKLIST.md").read_text("utf-8")
    assert "None of the steps below has been run yet" in said
