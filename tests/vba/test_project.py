import io
from typing import Any

import olefile
import pytest
from oletools.olevba import VBA_Parser
from pyopenvba.cfb import CFB
from pyopenvba.vba import parse_vba_project
from tests.vba.strict import complaints
from workbook.vba.compound import compound_file
from workbook.vba.project import Kind, Module, document, exported_class, project

_CLASS = """VERSION 1.0 CLASS
BEGIN
  MultiUse = -1  'True
END
Attribute VB_Name = "Sanakirja"
Attribute VB_GlobalNameSpace = False
Option Explicit
"""


def _modules(sheets: int) -> list[Module]:
    return [
        document("ThisWorkbook", is_sheet=False),
        *(document(f"Sheet{number}", is_sheet=True) for number in range(1, sheets + 1)),
        Module("napit", Kind.STANDARD, 'Attribute VB_Name = "napit"\nOption Explicit\n'),
        exported_class(_CLASS),
    ]


@pytest.mark.parametrize("sheets", [1, 2, 3, 9, 40, 301])
def test_the_file_is_strict_and_other_readers_agree_with_it(sheets: int) -> None:
    modules = _modules(sheets)
    data = project(modules)
    assert complaints(data) == []
    read = parse_vba_project(CFB.from_bytes(data))
    assert read.validate(CFB.from_bytes(data)) == []
    assert [module.name for module in read.modules] == [module.name for module in modules]
    assert read.get_module("napit").source == 'Attribute VB_Name = "napit"\r\nOption Explicit\r\n'


def test_olevba_reads_the_sources_back() -> None:
    sources: dict[str, Any] = {
        name: text for *_, name, text in VBA_Parser("x.bin", project(_modules(2))).extract_macros()
    }
    assert sources["napit.bas"] == 'Attribute VB_Name = "napit"\r\nOption Explicit\r\n'


def test_the_same_modules_give_the_same_bytes() -> None:
    assert project(_modules(9)) == project(_modules(9))


def test_an_exported_class_gets_the_base_without_which_it_cannot_be_made() -> None:
    text = exported_class(_CLASS).text
    assert text.startswith('Attribute VB_Name = "Sanakirja"\nAttribute VB_Base = "0{FCFB3D2A-')
    assert "MultiUse" not in text
    assert text.endswith("Option Explicit\n")


def test_a_module_whose_text_bears_another_name_is_refused() -> None:
    with pytest.raises(ValueError, match="napit must begin with its name"):
        project([Module("napit", Kind.STANDARD, "Option Explicit\n")])


def test_a_letter_outside_the_code_page_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        project([Module("m", Kind.STANDARD, 'Attribute VB_Name = "m"\n\' \u2192\n')])


@pytest.mark.parametrize("size", [0, 1, 63, 64, 4095, 4096, 70_000])
def test_streams_of_every_size_are_read_back(size: int) -> None:
    content = bytes(i % 251 for i in range(size))
    data = compound_file({"A": content, "storage": {"B": content, "long name": b"x"}})
    assert complaints(data) == []
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        assert file.openstream("A").read() == content
        assert file.openstream("storage/B").read() == content
        assert not file.parsing_issues


def test_what_does_not_fit_one_header_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        compound_file({"A": bytes(8_000_000)})
