"""Yhteenveto: all areas beside each other, with live formulas, completeness and charts."""

from tpxl.master import page
from tpxl.master.draft import Draft
from tpxl.master.places import AreaPlaces, SettingsPlaces
from tpxl.master.sheets import charts, completeness, followup, side_by_side

NAME = "Yhteenveto"
WIDTHS: list[float] = [28, 31, 12, 12, 12, 12.5, 12, 12, 12.5, 12]


def write(draft: Draft, settings: SettingsPlaces, areas: list[AreaPlaces]) -> None:
    """Write the sheet."""
    sheet = page.add(draft, draft.words(NAME), "result", WIDTHS)
    width = len(WIDTHS)
    page.head(sheet, draft, NAME, "Luvut tulevat vastuualueiden välilehdiltä: älä kirjoita tähän.")
    row = page.heading(sheet, draft, page.FIRST_ROW, "Vastuualueet rinnakkain", width)
    row, lines = side_by_side.write(sheet, draft, row, settings, areas)
    heading = f"{draft.words('Toimintakate: talousarvio ja toteuma')} {draft.city.year}"
    row = page.heading(sheet, draft, row + 1, heading, width)
    row, margins = followup.write(sheet, draft, row, areas)
    row = page.heading(sheet, draft, row + 1, "Valmius: kuinka suuri osa on tehty", width)
    row = completeness.write(sheet, draft, row, settings, areas)
    row = page.paragraph(
        sheet, row, completeness.NOTE, WIDTHS, draft.styles("muted", "fold", "left")
    )
    sheet.set_h_pagebreaks([row + 1])
    row = page.heading(sheet, draft, row + 1, "Kaaviot", width)
    row = charts.write(sheet, draft, row, areas=areas, lines=lines, margins=margins)
    page.print_area(sheet, row, width)
    page.protect(sheet)
