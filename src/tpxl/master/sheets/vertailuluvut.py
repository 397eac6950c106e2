"""Vertailuluvut: the figures that changes are compared with once their columns are gone.

Empty until a year is opened, which writes the areas, the lines and a column for each period.
"""

from xlsxwriter.utility import xl_rowcol_to_cell

from tpxl.master import page
from tpxl.master.draft import Draft
from tpxl.master.styles import HEADER_FILL, RULE

NAME = "Vertailuluvut"
_LABELS = {"Vastuualue": 30.0, "Tunnusluku": 34.0}
_PERIODS, _PERIOD_WIDTH = 8, 13.0
_ROWS = 2000


def write(draft: Draft) -> None:
    """Write the sheet: its columns carry the looks, and a row is drawn once it holds a figure."""
    sheet = page.add(draft, draft.words(NAME), "result", [])
    for column, width in enumerate(_LABELS.values()):
        sheet.set_column(column, column, width, draft.styles("left"))
    first, last = len(_LABELS), len(_LABELS) + _PERIODS - 1
    sheet.set_column(first, last, _PERIOD_WIDTH, draft.styles("changed"))
    about = "Täyttyy, kun uusi vuosi avataan: luvut, joihin muutoksia verrataan. Älä muuta."
    page.head(sheet, draft, NAME, about)
    row = page.header(sheet, draft, page.FIRST_ROW, dict.fromkeys(_LABELS, "left"))
    conditional = draft.styles.conditional
    named = conditional(bold=True, bg_color=HEADER_FILL, border=1, border_color=RULE)
    has_period = {"type": "no_blanks", "format": named}
    sheet.conditional_format(row - 1, first, row - 1, last, has_period)
    line = {"bottom": 1, "bottom_color": RULE}
    filled, figure = f'$A{row + 1}<>""', xl_rowcol_to_cell(row, first)
    whole = f"=AND({filled},ISNUMBER({figure}),MOD(N({figure}),1)=0)"
    for left, criteria, look in (
        (first, whole, conditional(num_format="#,##0", **line)),
        (0, f"={filled}", conditional(**line)),
    ):
        rule = {"type": "formula", "criteria": criteria, "format": look}
        sheet.conditional_format(row, left, row + _ROWS, last, rule)
    sheet.freeze_panes(row, len(_LABELS))
    sheet.repeat_rows(page.TITLE_ROW, page.FIRST_ROW)
