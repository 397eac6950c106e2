import re
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.vba.powershell import brackets, complaints

from tpxl.excel import installing
from workbook import installer

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


def test_it_starts_what_python_has_and_leaves_files_and_registry_to_it() -> None:
    """Constrained Language Mode lets a script call cmdlets and programs, and no .NET."""
    text = INSTALLER.read_text("utf-8-sig")
    for module in re.findall(r"-m (tpxl[\w.]*)", text):
        assert find_spec(module) is not None
    assert set(re.findall(r"installing (\w+)|\{ \"(\w+)\" \}", text)) == {
        ("install", ""),
        ("uninstall", ""),
        ("", "uninstall"),
        ("", "rollback"),
    }
    code = re.sub(r'"[^"]*"|#[^\n]*', "", text)
    assert not re.findall(r"\]::|\.\w+\(|New-Object|Add-Type", code)


def test_every_file_of_the_package_is_there_and_named_by_the_installer() -> None:
    text = INSTALLER.read_text("utf-8-sig")
    names = [name for _, name in installer.members(ROOT / "no-wheels")]
    shipped = {*installer.TOP, *installer.BOOKS} - {installer.GUIDE}  # which is built first
    assert all((ROOT / path).exists() for path in shipped)
    for named in ("constraints.txt", "ASENNUS.md"):
        assert named in text
        assert named in names
    assert '"wheels"' in text
    assert f"[{installer.EXTRAS}]" in text


def test_its_settings_are_those_that_the_macros_read() -> None:
    macros = files("xlwings").joinpath("xlwings.bas").read_text("utf-8")
    for setting in ("INTERPRETER_WIN", "UDF MODULES", "SHOW CONSOLE"):
        assert f'GetConfig("{setting}"' in macros
        assert any(line.startswith(f'"{setting}",') for line in installing.SETTINGS)


def test_staff_need_no_administrator_and_the_stores_python_is_refused() -> None:
    text = INSTALLER.read_text("utf-8-sig").casefold()
    assert "runas" not in text
    assert "hklm" not in text


@pytest.mark.parametrize(
    ("python", "version", "said"),
    [
        ("C:\\Users\\Päivi Öhman\\Python\\python.exe", (3, 11), "good"),
        ("C:\\Users\\p\\AppData\\Local\\Microsoft\\WindowsApps\\python3.exe", (3, 14), "store"),
        ("C:\\PythonSoftwareFoundation.Python.3.12_q\\python.exe", (3, 12), "store"),
        ("C:\\Python310\\python.exe", (3, 10), "old"),
    ],
)
def test_a_python_is_judged_by_itself_in_one_ascii_word(
    python: str,
    version: tuple[int, int],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A path that Python prints and PowerShell reads would lose its ä: they use two code pages."""
    asked = re.findall(r'-c "([^"]*)"', INSTALLER.read_text("utf-8-sig"))
    assert len(asked) == 1
    monkeypatch.setattr("sys.executable", python)
    monkeypatch.setattr("sys.version_info", version)
    exec(asked[0], {})  # noqa: S102  # what the installer lets Python run
    assert capsys.readouterr().out == f"{said}\n"


def test_a_step_that_fails_takes_nothing_away_that_may_be_in_use() -> None:
    text = INSTALLER.read_text("utf-8-sig")
    steps = (
        "$HalfMade = $Venv",
        "$Before = @(Get-InUse)",
        "-m venv $Venv",
        "pip install",
        '$HalfMade = ""\n& $New -I -m tpxl.excel.installing install',
        "& $Before[0] -I -m tpxl.excel.installing install",
        "if ($LASTEXITCODE -eq 0) { $HalfMade = $Venv }",
    )
    places = [text.rindex(step) if step != steps[0] else text.index(step) for step in steps]
    assert places == sorted(places)
    assert set(re.findall(r"Remove-Item (\S+)", text)) == {"$HalfMade", "$Versions", "$Home_"}
    assert "\ntrap { Stop-HalfMade " in text


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
