"""Muutosloki: one row for each cell that a refresh changed; empty until then."""

from tpxl.master import page
from tpxl.master.draft import Draft

NAME = "Muutosloki"
_COLUMNS: tuple[tuple[str, float, str], ...] = (
    ("Aika", 21, "left"),
    ("Käyttäjä", 14, "left"),
    ("Vastuualue", 23, "left"),
    ("Rivi", 30, "left"),
    ("Kausi", 10, "left"),
    ("Välilehti", 23, "left"),
    ("Solu", 8, "left"),
    ("Vanha", 14, "changed"),
    ("Uusi", 14, "changed"),
    ("Erotus", 14, "changed"),
)
_FORMATTED = 5000


def write(draft: Draft) -> None:
    """Write the sheet: its columns carry the looks, so any row added under them has them."""
    sheet = page.add(draft, draft.words(NAME), "result", [])
    for column, (_, width, look) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width, draft.styles(look))
    page.head(sheet, draft, NAME, "Mitä päivitys muutti. Uusin rivi on alimpana.")
    header = {text: "right" if look == "changed" else "left" for text, _, look in _COLUMNS}
    row = page.header(sheet, draft, page.FIRST_ROW, header)
    changed = [place for place, (*_, look) in enumerate(_COLUMNS) if look == "changed"]
    page.whole_numbers(sheet, draft, (row, changed[0], row + _FORMATTED, changed[-1]))
    sheet.freeze_panes(row, 0)
    sheet.repeat_rows(page.TITLE_ROW, page.FIRST_ROW)
    page.protect(sheet)
