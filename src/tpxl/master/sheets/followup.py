"""The margin of each area against its budget, on Yhteenveto."""

from dataclasses import dataclass
from typing import ClassVar

from xlsxwriter.utility import xl_rowcol_to_cell

from tpxl.master import page
from tpxl.master.city import City, is_actual
from tpxl.master.draft import Draft
from tpxl.master.places import AreaPlaces
from tpxl.master.sheets.side_by_side import shown, total
from tpxl.rules.rounding import exact, rounded

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


Margins = tuple[int | None, int | None]
"""The budget and the actual margin of an area, or of all: none while nothing is typed."""


def percent_of(actual: float, budget: float) -> float:
    """Return the actual as per cent of the budget, to a tenth."""
    return float(rounded(exact(actual) / exact(budget) * 100, 1))


def margins(city: City) -> list[Margins]:
    """Return budget and actual margin of each area, then of all together."""
    columns = [city.column(season) for season in (city.budget, city.newest)]
    rows = [tuple(area.figures[MARGIN][column] for column in columns) for area in city.areas]
    totals = tuple(total(city, MARGIN, season) for season in (city.budget, city.newest))
    return [(_whole(budget), _whole(actual)) for budget, actual in (*rows, totals)]


def _whole(figure: float | None) -> int | None:
    return None if figure is None else int(figure)


def _sources(at: FollowupPlaces, row: int, area: AreaPlaces | None, season: str) -> str:
    if area is not None:
        source = area.cell(MARGIN, season)
        return f'=IF({source}="","",{source})'
    column = at.ACTUAL if is_actual(season) else at.BUDGET
    first, last = (xl_rowcol_to_cell(place, column) for place in (at.first, row - 1))
    return f'=IF(COUNT({first}:{last})=0,"",SUM({first}:{last}))'


def _row(
    sheet: page.Sheet,
    draft: Draft,
    row: int,
    *,
    sources: tuple[str, str],
    values: Margins,
    look: tuple[str, ...],
) -> None:
    budget, actual = values
    left, right = (
        xl_rowcol_to_cell(row, column) for column in (FollowupPlaces.BUDGET, FollowupPlaces.ACTUAL)
    )
    euros, one = (draft.styles("computed", number, *look) for number in ("euros", "one"))
    sheet.write_formula(row, FollowupPlaces.BUDGET, sources[0], euros, shown(budget))
    sheet.write_formula(row, FollowupPlaces.ACTUAL, sources[1], euros, shown(actual))
    lacks = f"COUNT({left},{right})<2"
    difference = f'=IF({lacks},"",{right}-{left})'
    off: float | str = actual - budget if budget is not None and actual is not None else ""
    sheet.write_formula(row, FollowupPlaces.DIFFERENCE, difference, euros, off)
    percent = f'=IF({lacks},"–",IF({left}=0,"–",ROUND({right}/{left}*100,1)))'
    part: float | str = percent_of(actual, budget) if actual is not None and budget else "–"
    sheet.write_formula(row, FollowupPlaces.PERCENT, percent, one, part)


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
    named = [
        *zip(areas, (area.name for area in city.areas), strict=True),
        (None, draft.words("Yhteensä")),
    ]
    for place, ((area, name), values) in enumerate(
        zip(named, margins(city), strict=True), start=row
    ):
        look = () if area else ("total",)
        for column, label in enumerate((name, draft.words("Toimintakate"))):
            sheet.write_typed(place, column, label, draft.styles("cell", *look))
        budget, actual = (
            _sources(at, place, area, season) for season in (city.budget, city.newest)
        )
        _row(sheet, draft, place, sources=(budget, actual), values=values, look=look)
    return at.total + 1, at
