"""The seam to the macros: what makes the master a workbook with buttons.

Its VBA is the text under `xl_macros` and nothing else: the master declares nothing of Windows' own,
so that a policy on such calls does not refuse the file. Worksheet functions, which need them, are
the add-in's.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pyopenvba import ExcelFile
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tpxl import __version__
from tpxl.books.package.macros import Module, modules_of, with_modules
from tpxl.excel.entry import VERSION_NAME

SOURCES = Path(__file__).resolve().parents[1] / "xl_macros"
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

_WIDTH, _HEIGHT, _GAP = 128, 26, 6  # lower than 26 pixels, ä and ö lose their dots


def add_project(workbook: Workbook) -> None:
    """Put the macros into a workbook whose sheets are all made."""
    modules = [source("tpxl_buttons"), source("tpxl_python")]
    marked = [*modules, mark(__version__, modules)]
    made = project(len(workbook.worksheets()), marked)
    workbook.add_vba_project(BytesIO(made), is_stream=True)
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


def mark(version: str, modules: Sequence[Module]) -> Module:
    """Return the module whose name tells `tpxl.books.package.macros` which macros these are.

    >>> mark("0.1.0", [Module("a", 'Attribute VB_Name = "a"')]).name
    'tpxl_0_1_0_fa57937e'
    """
    texts = "\n".join(module.text for module in modules)
    numbers = [part for part in version.split(".") if part.isdecimal()]
    name = "_".join(["tpxl", *numbers, sha256(texts.encode()).hexdigest()[:8]])
    said = "' The name tells tpxl check and tpxl upgrade which macros of tpxl these are."
    return Module(name, f'Attribute VB_Name = "{name}"\nOption Explicit\n\n{said}\n')


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


def source(name: str) -> Module:
    """Return one of our modules from its text."""
    return Module(name, (SOURCES / f"{name}.bas").read_text("ascii"))
