"""Muutosloki: one row for each cell that a refresh changed; empty until then."""

from tpxl.master import page
from tpxl.master.draft import Draft

NAME = "Muutosloki"
_COLUMNS: tuple[tuple[str, float, tuple[str, ...]], ...] = (
    ("Aika", 21, ("left",)),
    ("Käyttäjä", 14, ("left",)),
    ("Vastuualue", 23, ("left", "shrink")),
    ("Rivi", 30, ("left",)),
    ("Kausi", 10, ("left",)),
    ("Välilehti", 23, ("left", "shrink")),
    ("Solu", 8, ("left",)),
    ("Vanha", 30, ("either",)),
    ("Uusi", 30, ("either",)),
    ("Erotus", 14, ("changed",)),
)
"""A figure stands at the right of *Vanha* and *Uusi*, a text at the left: one sees how it begins.

It does not wrap: not every program fits the rows that tpxl adds.
"""

_NUMBERS = ("Vanha", "Uusi", "Erotus")
_FORMATTED = 5000


def write(draft: Draft) -> None:
    """Write the sheet: its columns carry the looks, so any row added under them has them."""
    sheet = page.add(draft, draft.words(NAME), "result", [])
    for column, (_, width, look) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width, draft.styles(*look))
    page.head(sheet, draft, NAME, "Mitä päivitys muutti. Uusin rivi on alimpana.")
    header = {text: "right" if text in _NUMBERS else "left" for text, *_ in _COLUMNS}
    row = page.header(sheet, draft, page.FIRST_ROW, header)
    changed = [place for place, (text, *_) in enumerate(_COLUMNS) if text in _NUMBERS]
    page.whole_numbers(sheet, draft, (row, changed[0], row + _FORMATTED, changed[-1]))
    sheet.freeze_panes(row, 0)
    sheet.repeat_rows(page.TITLE_ROW, page.FIRST_ROW)
    page.protect(sheet)
