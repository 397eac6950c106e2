"""The table of Yhteenveto: a line for each figure of each area, and the total of the areas."""

from xlsxwriter.utility import xl_rowcol_to_cell

from tpxl.rules.rounding import exact, rounded
from workbook import page
from workbook.draft import Draft
from workbook.places import AreaPlaces, SettingsPlaces
from workbook.sheets.figures import ACTIVITY, ECONOMY, number_style
from workbook.source import City

FIRST_COLUMN = 2
PER_RESIDENT = "OPERATING_MARGIN.per_resident"
_LINES = (*ECONOMY, PER_RESIDENT, "PERMANENT_POSTS", "STAFF_EXPENDITURE", "SERVICES_PURCHASED")
_LABELS = {**ECONOMY, **ACTIVITY}


def columns(city: City) -> dict[str, int]:
    """Return the column of each period, from zero."""
    return {season.name: FIRST_COLUMN + place for place, season in enumerate(city.seasons)}


def total(city: City, line: str, season: str) -> int:
    """Return the sum of a line over the areas."""
    column = city.column(season)
    return sum(int(area.figures[line][column]) for area in city.areas)


def total_per_resident(city: City, season: str) -> int:
    """Return the margin of all areas together by resident, from income and expenses."""
    margin = total(city, "OPERATING_EXPENSES", season) + total(city, "OPERATING_INCOME", season)
    return int(rounded(exact(margin) / city.seasons[city.column(season)].residents))


def _areas(sheet: page.Sheet, draft: Draft, row: int, line: str, areas: list[AreaPlaces]) -> None:
    page.roomy(sheet, row, row + len(areas))
    for place, (text, at) in enumerate(zip(draft.city.areas, areas, strict=True), start=row):
        sheet.write_string(place, 0, text.name, draft.styles("cell"))
        sheet.write_string(place, 1, _LABELS[line], draft.styles("cell"))
        style = draft.styles("computed", number_style(line, text.decimals))
        for column, season in enumerate(draft.city.seasons, start=FIRST_COLUMN):
            value = text.figures[line][draft.city.column(season.name)]
            source = at.cell(line, season.name)
            formula = f'=IF({source}="","",{source})'
            sheet.write_formula(place, column, formula, style, value)


def _sums(sheet: page.Sheet, draft: Draft, row: int, line: str) -> None:
    style = draft.styles("computed", "euros", "total")
    for column, season in enumerate(draft.city.seasons, start=FIRST_COLUMN):
        above = (xl_rowcol_to_cell(row - back, column) for back in (len(draft.city.areas), 1))
        value = total(draft.city, line, season.name)
        cells = "{}:{}".format(*above)
        formula = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
        sheet.write_formula(row, column, formula, style, value)


def _sums_per_resident(
    sheet: page.Sheet, draft: Draft, row: int, settings: SettingsPlaces, totals: dict[str, int]
) -> None:
    style = draft.styles("computed", "euros", "total")
    for column, season in enumerate(draft.city.seasons, start=FIRST_COLUMN):
        head = xl_rowcol_to_cell(totals[""], column, row_abs=True)
        spent, earned = (
            xl_rowcol_to_cell(totals[line], column)
            for line in ("OPERATING_EXPENSES", "OPERATING_INCOME")
        )
        residents = f"INDEX({settings.residents.a1},MATCH({head},{settings.seasons.a1},0))"
        formula = f'=IFERROR(ROUND(({spent}+{earned})/{residents},0),"")'
        value = total_per_resident(draft.city, season.name)
        sheet.write_formula(row, column, formula, style, value)


def write(
    sheet: page.Sheet,
    draft: Draft,
    row: int,
    settings: SettingsPlaces,
    areas: list[AreaPlaces],
) -> tuple[int, dict[str, int]]:
    """Write the table; return the next row, and the first row of each line (the header's is "")."""
    periods = dict.fromkeys((season.name for season in draft.city.seasons), "right")
    firsts, totals = {"": row}, {"": row}
    row = page.header(sheet, draft, row, {"Vastuualue": "left", "Tunnusluku": "left", **periods})
    for line in _LINES:
        firsts[line] = row
        _areas(sheet, draft, row, line, areas)
        row = totals[line] = row + len(areas)
        for column, label in enumerate(("Yhteensä", _LABELS[line])):
            sheet.write_string(row, column, label, draft.styles("cell", "total"))
        if line == PER_RESIDENT:
            _sums_per_resident(sheet, draft, row, settings, totals)
        else:
            _sums(sheet, draft, row, line)
        row += 1
    return row, firsts
