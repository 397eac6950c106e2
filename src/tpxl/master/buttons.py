"""The buttons of a master's sheets, and the project of the macros that they run."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pyopenvba import ExcelFile
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tpxl.books.package.macros import Module, modules_of, with_modules
from tpxl.master.words import Words
from tpxl.shipped import VERSION_NAME

BUTTONS = {
    "PaivitaAlue": "Päivitä tämä alue",
    "PaivitaKaikki": "Päivitä kaikki",
    "Esikatsele": "Esikatsele",
    "Tarkista": "Tarkista",
    "VieAlueet": "Vie alueet",
    "TuoKirjanpidosta": "Tuo kirjanpidosta",
    "AvaaUusiVuosi": "Avaa uusi vuosi",
}
"""What stands on the buttons, by the procedure each one runs, in their order."""

OF_AREAS = frozenset({"PaivitaAlue"})
"""The buttons that do something only where an area's sheet is in front."""

_WIDTH, _HEIGHT, _GAP = 128, 26, 6  # lower than 26 pixels, ä and ö lose their dots


def add_project(workbook: Workbook, modules: Sequence[Module], version: str) -> None:
    """Put the modules of a version into a workbook whose sheets are all made."""
    made = project(len(workbook.worksheets()), modules)
    workbook.add_vba_project(BytesIO(made), is_stream=True)
    workbook.define_name(VERSION_NAME, f'="{version}"')


def add_buttons(sheet: Worksheet, row: int, words: Words, *, is_area: bool) -> None:
    """Put the buttons of a sheet into its `row`, counted from zero: those that work on it."""
    shown = [one for one in BUTTONS if is_area or one not in OF_AREAS]
    for place, procedure in enumerate(shown):
        caption = words(BUTTONS[procedure])
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


def project(sheets: int, modules: Sequence[Module]) -> bytes:
    """Return the VBA project of a workbook with that many sheets: the same bytes every time.

    It grows out of the empty one that Excel makes of a workbook with one sheet, whose id it keeps.
    """
    with TemporaryDirectory() as folder, ExcelFile.create_new(Path(folder, "empty.xlsm")) as empty:
        start = empty.vba_project_bytes()
    (first,) = (module for module in modules_of(start) if module.name == "Sheet1")
    own = [module.name for module in modules_of(start) if not module.is_document]
    return with_modules(start, own, [*_further_sheets(first, sheets), *modules])


def _further_sheets(first: Module, sheets: int) -> Iterator[Module]:
    """Yield the modules of the sheets after the first, named as XlsxWriter names them."""
    for number in range(2, sheets + 1):
        name = f"Sheet{number}"
        yield Module(name, first.text.replace(f'"{first.name}"', f'"{name}"'), is_document=True)
