"""The margin of each area against its budget, on Yhteenveto."""

from dataclasses import dataclass
from typing import ClassVar

from xlsxwriter.utility import xl_rowcol_to_cell

from tpxl.rules.rounding import exact, rounded
from workbook import page
from workbook.draft import Draft
from workbook.places import AreaPlaces
from workbook.source import City

MARGIN = "OPERATING_MARGIN"


@dataclass(frozen=True, slots=True)
class FollowupPlaces:
    """The first row of the areas and the row of their total, from zero; and the columns."""

    first: int
    total: int
    BUDGET: ClassVar[int] = 2
    ACTUAL: ClassVar[int] = 3
    DIFFERENCE: ClassVar[int] = 4
    PERCENT: ClassVar[int] = 5


def percent_of(actual: float, budget: float) -> float:
    """Return the actual as per cent of the budget, to a tenth."""
    return float(rounded(exact(actual) / exact(budget) * 100, 1))


def margins(city: City) -> list[tuple[int, int]]:
    """Return budget and actual margin of each area, then of all together."""
    budget, newest = city.column(city.budget), city.column(city.newest)
    rows = [
        (int(area.figures[MARGIN][budget]), int(area.figures[MARGIN][newest]))
        for area in city.areas
    ]
    return [*rows, (sum(row[0] for row in rows), sum(row[1] for row in rows))]


def _sources(at: FollowupPlaces, row: int, area: AreaPlaces | None, season: str) -> str:
    if area is not None:
        source = area.cell(MARGIN, season)
        return f'=IF({source}="","",{source})'
    column = at.BUDGET if season.startswith("TA") else at.ACTUAL
    first, last = (xl_rowcol_to_cell(place, column) for place in (at.first, row - 1))
    return f'=IF(COUNT({first}:{last})=0,"",SUM({first}:{last}))'


def _row(
    sheet: page.Sheet,
    draft: Draft,
    row: int,
    *,
    sources: tuple[str, str],
    values: tuple[int, int],
    look: tuple[str, ...],
) -> None:
    budget, actual = values
    left, right = (
        xl_rowcol_to_cell(row, column) for column in (FollowupPlaces.BUDGET, FollowupPlaces.ACTUAL)
    )
    euros, one = (draft.styles("computed", number, *look) for number in ("euros", "one"))
    sheet.write_formula(row, FollowupPlaces.BUDGET, sources[0], euros, budget)
    sheet.write_formula(row, FollowupPlaces.ACTUAL, sources[1], euros, actual)
    lacks = f"COUNT({left},{right})<2"
    difference = f'=IF({lacks},"",{right}-{left})'
    sheet.write_formula(row, FollowupPlaces.DIFFERENCE, difference, euros, actual - budget)
    percent = f'=IF({lacks},"–",IF({left}=0,"–",ROUND({right}/{left}*100,1)))'
    sheet.write_formula(row, FollowupPlaces.PERCENT, percent, one, percent_of(actual, budget))


def write(
    sheet: page.Sheet, draft: Draft, row: int, areas: list[AreaPlaces]
) -> tuple[int, FollowupPlaces]:
    """Write the table; return the next row and where it stands."""
    city = draft.city
    texts = (city.budget, city.newest, "Poikkeama €", "Toteuma-%")
    header = {"Vastuualue": "left", "Tunnusluku": "left", **dict.fromkeys(texts, "right")}
    row = page.header(sheet, draft, row, header)
    at = FollowupPlaces(row, row + len(areas))
    page.roomy(sheet, at.first, at.total)
    named = [*zip(areas, (area.name for area in city.areas), strict=True), (None, "Yhteensä")]
    for place, ((area, name), values) in enumerate(
        zip(named, margins(city), strict=True), start=row
    ):
        look = () if area else ("total",)
        for column, label in enumerate((name, "Toimintakate")):
            sheet.write_string(place, column, label, draft.styles("cell", *look))
        budget, actual = (
            _sources(at, place, area, season) for season in (city.budget, city.newest)
        )
        _row(sheet, draft, place, sources=(budget, actual), values=values, look=look)
    return at.total + 1, at
