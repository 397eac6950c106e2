"""The seam to the macros: what makes the master a workbook with buttons.

Its VBA is the text under `xl_macros` and nothing else: the master declares nothing of Windows' own,
so that a policy on such calls does not refuse the file. Worksheet functions, which need them, are
the add-in's.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tpxl import __version__
from tpxl.excel.calling import VERSION_NAME
from workbook.vba.project import Kind, Module, document, project

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
    """Yield the modules of the master: its buttons, and what starts Python for them."""
    yield source("tpxl_buttons")
    yield source("tpxl_python")


def source(name: str) -> Module:
    """Return one of our modules from its text."""
    return Module(name, Kind.STANDARD, (SOURCES / f"{name}.bas").read_text("ascii"))
