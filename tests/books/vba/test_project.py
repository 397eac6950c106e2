"""A VBA project with other modules in it: strict, and read alike by programs that know no tpxl."""

import contextlib
import io
import random
import zipfile
from importlib.resources import files
from typing import Any

import olefile
import pytest
from oletools.olevba import VBA_Parser
from pyopenvba.cfb import CFB
from pyopenvba.vba import parse_vba_project
from tests.vba.strict import complaints

from tpxl.books.package.macros import Module, modules_of, with_modules
from tpxl.master.buttons import project

BUTTONS = Module("napit", 'Attribute VB_Name = "napit"\nOption Explicit\n')
LONG = Module("pitka", 'Attribute VB_Name = "pitka"\n' + "' rivi\n" * 3000)


@pytest.mark.parametrize("sheets", [1, 2, 3, 4, 7, 9, 40, 301])
def test_the_file_is_strict_and_other_readers_agree_with_it(sheets: int) -> None:
    data = project(sheets, [BUTTONS, LONG])
    assert complaints(data) == []
    assert parse_vba_project(CFB.from_bytes(data)).validate(CFB.from_bytes(data)) == []
    documents = ["ThisWorkbook", *(f"Sheet{number}" for number in range(1, sheets + 1))]
    read = modules_of(data)
    assert [module.name for module in read if module.is_document] == documents
    assert list(read[-2:]) == [BUTTONS, LONG]
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        assert not file.parsing_issues


def test_olevba_reads_the_sources_back() -> None:
    sources: dict[str, Any] = {
        name: text for *_, name, text in VBA_Parser("x.bin", project(2, [BUTTONS])).extract_macros()
    }
    assert sources["napit.bas"] == 'Attribute VB_Name = "napit"\r\nOption Explicit\r\n'


def test_the_same_modules_give_the_same_bytes() -> None:
    assert project(9, [BUTTONS]) == project(9, [BUTTONS])


def test_what_is_not_replaced_stays() -> None:
    before = project(3, [BUTTONS, LONG])
    after = with_modules(before, ["napit"], [Module("uusi", 'Attribute VB_Name = "uusi"\n')])
    kept = [module for module in modules_of(before) if module.name != "napit"]
    assert list(modules_of(after)[:-1]) == kept
    assert complaints(after) == []
    texts = [CFB.from_bytes(data).get_stream("PROJECT").decode() for data in (before, after)]
    assert texts[1] == texts[0].replace("Module=napit\r\n", "").replace(
        "Module=pitka\r\n", "Module=pitka\r\nModule=uusi\r\n"
    ).replace("napit=0, 0, 0, 0, C\r\n", "").replace(
        "pitka=0, 0, 0, 0, C\r\n", "pitka=0, 0, 0, 0, C\r\nuusi=0, 0, 0, 0, C\r\n"
    )


@pytest.mark.parametrize("name", ["quickstart.xlsm", "addin/xlwings.xlam"])
def test_a_project_that_another_program_saved_keeps_its_modules_and_gets_no_less_strict(
    name: str,
) -> None:
    with zipfile.ZipFile(str(files("xlwings").joinpath(name))) as package:
        data = package.read("xl/vbaProject.bin")
    after = with_modules(data, [], [BUTTONS])
    assert list(modules_of(after)) == [*modules_of(data), BUTTONS]
    assert set(complaints(after)) <= set(complaints(data))


def test_a_module_whose_text_bears_another_name_is_refused() -> None:
    with pytest.raises(ValueError, match="napit must begin with its name"):
        project(1, [Module("napit", "Option Explicit\n")])


def test_a_letter_outside_the_code_page_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        project(1, [Module("m", 'Attribute VB_Name = "m"\n\' \u2192\n')])


@pytest.mark.parametrize("data", [b"", b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_what_is_no_project_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        modules_of(data)
    with pytest.raises(ValueError, match=r"."):
        with_modules(data, [], [BUTTONS])


@pytest.mark.parametrize("seed", [*range(12), 283])
def test_a_damaged_project_is_read_or_refused_and_never_a_programs_fault(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  # drawn the same every time
    data = bytearray(project(9, [LONG, BUTTONS]))
    for _ in range(draw.choice([1, 8, 60, 400])):
        data[draw.randrange(min(len(data), draw.choice([512, 4096, len(data)])))] = draw.randrange(
            256
        )
    with contextlib.suppress(ValueError):
        own = [module.name for module in modules_of(bytes(data)) if not module.is_document]
        assert modules_of(with_modules(bytes(data), own, [BUTTONS]))[-1] == BUTTONS


def test_a_module_that_is_not_there_is_not_taken_away() -> None:
    with pytest.raises(ValueError, match="Module not found"):
        with_modules(project(1, [BUTTONS]), ["poissa"], [])
