"""What the built files carry: our VBA as its text says, xlwings' own, buttons and a ribbon."""

import re
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest
from oletools.olevba import VBA_Parser
from openxml_audit import OpenXmlValidator
from pyopenvba import ExcelFile
from tests.vba.strict import complaints

from tpxl import __version__
from tpxl.master.buttons import BUTTONS, OF_AREAS
from workbook import addin, build, functions, macros, source

FILES = {"master": build.MASTER, "addin": addin.ADDIN}


def sources(path: Path) -> dict[str, str]:
    """The modules that hold code, read back by a program that knows nothing of the writer."""
    parser = VBA_Parser(str(path))
    try:
        found = {name: text for *_, name, text in parser.extract_macros()}
    finally:
        parser.close()
    return {name: text.replace("\r\n", "\n") for name, text in found.items()}


@pytest.fixture(scope="module", params=FILES)
def path(request: pytest.FixtureRequest) -> Path:
    return FILES[request.param]


def test_the_addin_is_built_the_same_twice_and_is_the_committed_one(tmp_path: Path) -> None:
    built = addin.write(tmp_path / "tpxl.xlam").read_bytes()
    assert built == addin.write(tmp_path / "again.xlam").read_bytes()
    assert built == addin.ADDIN.read_bytes(), "run make workbook and commit"


def test_independent_checkers_have_nothing_to_say(path: Path) -> None:
    result = OpenXmlValidator().validate(str(path))
    assert result.is_valid, [str(error) for error in result.errors]
    with zipfile.ZipFile(path) as package:
        assert complaints(package.read("xl/vbaProject.bin")) == []
    with ExcelFile(path) as file:
        assert file.validate() == []


@pytest.mark.parametrize("name", ["tpxl_buttons", "tpxl_python"])
def test_the_masters_modules_are_the_text_of_xl_macros(name: str) -> None:
    text = (macros.SOURCES / f"{name}.bas").read_text("ascii")
    assert sources(build.MASTER)[f"{name}.bas"] == text


def test_the_addins_modules_are_the_text_of_xl_macros() -> None:
    carried = sources(addin.ADDIN)
    for name in ("tpxl_ribbon", "tpxl_python"):
        assert carried[f"{name}.bas"] == (macros.SOURCES / f"{name}.bas").read_text("ascii")
    wrapper = (macros.SOURCES / "xlwings_udfs.bas").read_text("ascii")
    assert carried["xlwings_udfs.bas"] == addin.for_addin(wrapper)


def test_the_master_declares_nothing_of_windows_own_and_carries_no_other_code() -> None:
    carried = sources(build.MASTER)
    code = {name for name, text in carried.items() if re.search(r"\b(Sub|Function)\b", text)}
    assert code == {"tpxl_buttons.bas", "tpxl_python.bas"}
    assert not [text for text in carried.values() if re.search(r"\bDeclare\b", text)]


def test_no_workbook_and_no_file_beside_one_chooses_what_is_started(path: Path) -> None:
    carried = "\n".join(sources(path).values())
    for asked in ("GetConfigFromSheet", "GetDirectoryConfig", "GetDirectoryPath", "GetFullName"):
        assert asked not in carried
    naming = [line for line in carried.split("\n") if '.conf"' in line]
    assert naming
    assert all('Environ("USERPROFILE")' in line or "$HOME" in line for line in naming)


def test_the_folder_of_a_workbook_is_never_where_modules_are_looked_for(path: Path) -> None:
    carried = "\n".join(sources(path).values())
    assert "ADD_WORKBOOK_TO_PYTHONPATH" not in carried
    assert not re.findall(r'GetConfig\("PYTHONPATH"', carried)
    started = re.findall(r"^.*\bimport .*$", carried, re.MULTILINE)
    assert started
    assert all(" -I -c " in line for line in started)


def test_a_python_that_no_setting_names_is_not_searched_for(path: Path) -> None:
    carried = "\n".join(sources(path).values())
    assert 'GetConfig("INTERPRETER"' not in carried
    assert "asetustiedosto puuttuu tai on vajaa" in carried


def test_the_addins_functions_have_every_procedure_they_call_and_no_other() -> None:
    text = sources(addin.ADDIN)["xlwings.bas"]
    made = set(re.findall(r"^(?:Public |Private )?(?:Function|Sub) (\w+)", text, re.MULTILINE))
    own = files("xlwings").joinpath("xlwings_custom_addin.bas").read_text("utf-8")
    known = set(re.findall(r"^(?:Public |Private )?(?:Function|Sub) (\w+)", own, re.MULTILINE))
    assert made == known & set(re.findall(r"\w+", text))
    assert "RunPython" not in made


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    ' User Config\n", "    ' The user's\n"),
        ("Public Const PROJECT_NAME", "Private Const PROJECT_NAME"),
        ('PYTHON_WIN = GetConfig("INTERPRETER", "pythonw")', "PYTHON_WIN = FoundPython()"),
        (' -B -c ""import sys', ' -c ""import sys'),
        ("Function GetConfig(", "Function Setting("),
    ],
)
def test_an_xlwings_of_another_form_stops_the_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, old: str, new: str
) -> None:
    name = "xlwings_custom_addin.bas"
    text = files("xlwings").joinpath(name).read_text("utf-8").replace("\r\n", "\n")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(functions, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match="another form"):
        functions.module_text()


def test_a_sheet_has_the_buttons_that_work_on_it_and_each_runs_a_procedure() -> None:
    procedures = set(re.findall(r"Public Sub (\w+)\(\)", sources(build.MASTER)["tpxl_buttons.bas"]))
    with zipfile.ZipFile(build.MASTER) as package:
        everywhere, of_areas = [one for one in BUTTONS if one not in OF_AREAS], 0
        drawings = [name for name in package.namelist() if name.endswith(".vml")]
        for drawing in drawings:
            text = package.read(drawing).decode("utf-8")
            called = re.findall(r"<x:FmlaMacro>\[0\]!(\w+)</x:FmlaMacro>", text)
            assert called in (list(BUTTONS), everywhere)
            of_areas += called != everywhere
            assert set(called) <= procedures  # those of areas are in the ribbon alone
            assert [one for one in called if BUTTONS[one] not in text] == []
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(drawings) == len(sheets)
    assert of_areas == len(source.read().areas)


def test_code_names_are_those_of_the_project(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        names = [
            re.findall(r'codeName="(\w+)"', package.read(part).decode("utf-8"))[0]
            for part in package.namelist()
            if re.fullmatch(r"xl/(workbook|worksheets/sheet\d+)\.xml", part)
        ]
    with ExcelFile(path) as file:
        assert sorted(names) == sorted(
            name for name in file.module_names() if re.fullmatch(r"ThisWorkbook|Sheet\d+", name)
        )


def test_the_addin_is_one_and_carries_the_ribbon() -> None:
    with zipfile.ZipFile(addin.ADDIN) as package:
        assert b"application/vnd.ms-excel.addin.macroEnabled.main+xml" in package.read(
            "[Content_Types].xml"
        )
        assert (
            package.read("customUI/customUI14.xml") == (macros.SOURCES / "ribbon.xml").read_bytes()
        )
        assert b'Target="customUI/customUI14.xml"' in package.read("_rels/.rels")


def test_the_master_says_which_version_made_it() -> None:
    with zipfile.ZipFile(build.MASTER) as package:
        workbook = package.read("xl/workbook.xml").decode("utf-8")
    assert f'<definedName name="tpxl_versio">"{__version__}"</definedName>' in workbook
