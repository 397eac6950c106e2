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

from workbook import addin, build, macros

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


@pytest.mark.parametrize("name", ["tpxl_buttons", "xlwings_udfs"])
def test_the_masters_modules_are_the_text_of_xl_macros(name: str) -> None:
    text = (macros.SOURCES / f"{name}.bas").read_text("ascii")
    assert sources(build.MASTER)[f"{name}.bas"] == text


def test_the_addins_modules_are_the_text_of_xl_macros() -> None:
    carried = sources(addin.ADDIN)
    assert carried["tpxl_ribbon.bas"] == (macros.SOURCES / "tpxl_ribbon.bas").read_text("ascii")
    functions = (macros.SOURCES / "xlwings_udfs.bas").read_text("ascii")
    assert carried["xlwings_udfs.bas"] == addin.for_addin(functions)


def test_xlwings_own_module_differs_only_in_where_its_settings_are_and_how_it_starts(
    path: Path,
) -> None:
    name = "xlwings.bas" if path == build.MASTER else "xlwings_custom_addin.bas"
    own = files("xlwings").joinpath(name).read_text("utf-8").replace("\r\n", "\n").splitlines()
    carried = sources(path)["xlwings.bas"].splitlines()
    changed = [line for line, theirs in zip(carried, own, strict=True) if line != theirs]
    setting, command = changed
    assert setting == 'Public Const PROJECT_NAME As String = "tpxl"'
    (before,) = (line for line in own if '-B -c ""import xlwings.utils' in line)
    start = "from tpxl.excel import start;start.keep_light();"
    assert command == before.replace('""import xlwings', f'""{start}import xlwings')


def test_the_dictionary_class_can_be_made(path: Path) -> None:
    assert 'Attribute VB_Base = "0{FCFB3D2A-' in sources(path)["Dictionary.cls"]


def test_every_buttons_macro_is_a_procedure_of_the_master() -> None:
    procedures = set(re.findall(r"Public Sub (\w+)\(\)", sources(build.MASTER)["tpxl_buttons.bas"]))
    with zipfile.ZipFile(build.MASTER) as package:
        drawings = [name for name in package.namelist() if name.endswith(".vml")]
        for drawing in drawings:
            text = package.read(drawing).decode("utf-8")
            called = re.findall(r"<x:FmlaMacro>\[0\]!(\w+)</x:FmlaMacro>", text)
            assert called == list(macros.BUTTONS)
            assert set(called) == procedures
            assert [caption for caption in macros.BUTTONS.values() if caption not in text] == []
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(drawings) == len(sheets)


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
    assert '<definedName name="tpxl_versio">"0.1.0"</definedName>' in workbook
