"""The seam to the macros: what makes the master a workbook with buttons.

The VBA of ours is the text under `xl_macros`; xlwings' own, which starts Python, is taken from the
very version that is installed, as its licence (BSD-3) and that of its dictionary (MIT) allow.
"""

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tpxl import __version__
from tpxl.excel.calling import VERSION_NAME
from workbook.vba.project import Kind, Module, document, exported_class, project

SOURCES = Path(__file__).resolve().parents[1] / "xl_macros"
BUTTONS = {
    "PaivitaAlue": "Päivitä tämä alue",
    "PaivitaKaikki": "Päivitä kaikki",
    "Esikatsele": "Esikatsele",
    "Tarkista": "Tarkista",
    "VieAlueet": "Vie alueet",
}
"""What stands on the buttons, by the procedure each one runs, in their order."""

_WIDTH, _HEIGHT, _GAP = 128, 26, 6  # lower than 26 pixels, ä and ö lose their dots
_OWN_PROJECT = 'PROJECT_NAME As String = "tpxl"'
_STARTS = '-B -c ""import xlwings.utils;'
_STARTS_LIGHT = '-B -c ""from tpxl.excel import start;start.keep_light();import xlwings.utils;'


def add_project(workbook: Workbook) -> None:
    """Put the macros into a workbook whose sheets are all made."""
    sheets = len(workbook.worksheets())
    modules = [*documents(sheets), *master_modules()]
    workbook.add_vba_project(BytesIO(project(modules)), is_stream=True)
    workbook.define_name(VERSION_NAME, f'="{__version__}"')


def add_buttons(sheet: Worksheet, row: int) -> None:
    """Put the buttons of a sheet into its `row`, counted from zero: the same on every sheet."""
    for place, (procedure, caption) in enumerate(BUTTONS.items()):
        sheet.insert_button(
            row,
            0,
            {
                "macro": procedure,
                "caption": caption,
                "description": caption,
                "width": _WIDTH,
                "height": _HEIGHT,
                "x_offset": _GAP + place * (_WIDTH + _GAP),
                "y_offset": 4,
            },
        )


def documents(sheets: int) -> Iterator[Module]:
    """Yield the modules of a workbook and its sheets, named as XlsxWriter names them."""
    yield document("ThisWorkbook", is_sheet=False)
    for number in range(1, sheets + 1):
        yield document(f"Sheet{number}", is_sheet=True)


def master_modules() -> Iterator[Module]:
    """Yield the modules of the master: its buttons, its functions, and what they need."""
    yield source("tpxl_buttons")
    yield source("xlwings_udfs")
    yield from xlwings_modules("xlwings.bas")


def source(name: str) -> Module:
    """Return one of our modules from its text."""
    return Module(name, Kind.STANDARD, (SOURCES / f"{name}.bas").read_text("ascii"))


def xlwings_modules(name: str) -> Iterator[Module]:
    r"""Yield xlwings' module that starts Python, and the dictionary it needs.

    Its settings are looked for under our own name: ``%USERPROFILE%\.tpxl\tpxl.conf`` is ours
    alone, while ``xlwings.conf`` may belong to somebody's other workbooks. The Python that a button
    starts is told to keep the data libraries out.
    """
    package = files("xlwings")
    text = package.joinpath(name).read_text("utf-8").replace(_STARTS, _STARTS_LIGHT)
    before, _, rest = text.partition("PROJECT_NAME As String = ")
    _, _, after = rest.partition("\n")
    yield Module("xlwings", Kind.STANDARD, f"{before}{_OWN_PROJECT}\n{after}")
    yield exported_class(package.joinpath("addin", "Dictionary.cls").read_text("utf-8"))
