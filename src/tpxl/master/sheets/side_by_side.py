"""The table of Yhteenveto: a line for each figure of each area, and the total of the areas."""

from xlsxwriter.utility import xl_rowcol_to_cell

from tpxl.master import page
from tpxl.master.city import City
from tpxl.master.draft import Draft
from tpxl.master.places import AreaPlaces, SettingsPlaces
from tpxl.master.sheets.figures import ACTIVITY, ECONOMY, number_style
from tpxl.rules.rounding import exact, rounded

FIRST_COLUMN = 2
PER_RESIDENT = "OPERATING_MARGIN.per_resident"
_LINES = (*ECONOMY, PER_RESIDENT, "PERMANENT_POSTS", "STAFF_EXPENDITURE", "SERVICES_PURCHASED")
_LABELS = {**ECONOMY, **ACTIVITY}


def columns(city: City) -> dict[str, int]:
    """Return the column of each period, from zero."""
    return {season.name: FIRST_COLUMN + place for place, season in enumerate(city.seasons)}


def total(city: City, line: str, season: str) -> int | None:
    """Return the sum of a line over the areas; None where no area has a figure."""
    column = city.column(season)
    figures = [one for area in city.areas if (one := area.figures[line][column]) is not None]
    return int(sum(figures)) if figures else None


def total_per_resident(city: City, season: str) -> int | None:
    """Return the margin of all areas together by resident, from income and expenses."""
    spent, earned = (
        total(city, line, season) for line in ("OPERATING_EXPENSES", "OPERATING_INCOME")
    )
    residents = city.seasons[city.column(season)].residents
    if spent is None or earned is None or residents is None:
        return None
    return int(rounded(exact(spent + earned) / residents))


def shown(value: float | None) -> float | str:
    """Return what a formula over cells shows: nothing where they are empty."""
    return "" if value is None else value


def _areas(sheet: page.Sheet, draft: Draft, row: int, line: str, areas: list[AreaPlaces]) -> None:
    page.roomy(sheet, row, row + len(areas))
    for place, (text, at) in enumerate(zip(draft.city.areas, areas, strict=True), start=row):
        sheet.write_typed(place, 0, text.name, draft.styles("cell"))
        sheet.write_string(place, 1, _LABELS[line], draft.styles("cell"))
        style = draft.styles("computed", number_style(line, text.decimals))
        for column, season in enumerate(draft.city.seasons, start=FIRST_COLUMN):
            value = text.figures[line][draft.city.column(season.name)]
            source = at.cell(line, season.name)
            formula = f'=IF({source}="","",{source})'
            sheet.write_formula(place, column, formula, style, shown(value))


def _sums(sheet: page.Sheet, draft: Draft, row: int, line: str) -> None:
    style = draft.styles("computed", "euros", "total")
    for column, season in enumerate(draft.city.seasons, start=FIRST_COLUMN):
        above = (xl_rowcol_to_cell(row - back, column) for back in (len(draft.city.areas), 1))
        value = total(draft.city, line, season.name)
        cells = "{}:{}".format(*above)
        formula = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
        sheet.write_formula(row, column, formula, style, shown(value))


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
        sheet.write_formula(row, column, formula, style, shown(value))


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
        if line != _LINES[0]:
            page.gap(sheet, row)
            row += 1
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
