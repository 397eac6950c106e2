"""What the charts of Yhteenveto are drawn from beyond its tables, and the finding each one says."""

from dataclasses import dataclass
from fractions import Fraction

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from tpxl.master import page
from tpxl.master.city import City
from tpxl.master.draft import Draft
from tpxl.master.places import AreaPlaces
from tpxl.master.sheets import followup, side_by_side
from tpxl.master.sheets.figures import ALLOCATED
from tpxl.master.sheets.followup import FollowupPlaces
from tpxl.rules.rounding import exact, rounded

NOTHING_YET = "Lukuja ei vielä ole"
"""What a chart is headed with while its figures are empty."""

SPENT, EXPENSES = "OPERATING_EXPENSES", "Muut menot €"
OWN_COLUMN, SHARED_COLUMN, PART_COLUMN, CHANGE_COLUMN = 1, 2, 3, 4
_PER_RESIDENT, _LABEL = side_by_side.PER_RESIDENT, "Toimintakate, €/asukas"


@dataclass(frozen=True, slots=True)
class Said:
    """A chart's title: the cell that says it, and what it now says."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class AreaRows:
    """The rows of the areas in a table, both included, from zero."""

    first: int
    last: int

    def column(self, column: int) -> str:
        """Return one column of the rows, as a formula of the sheet itself names it."""
        return str(xl_range_abs(self.first, column, self.last, column))


def _printed(number: float | Fraction, decimals: int) -> str:
    """Return a number as a formula on a Finnish machine joins it to a text."""
    shown = rounded(number, decimals).normalize()
    return f"{shown:f}".replace(".", ",")


def _change(city: City, area: int) -> float | None:
    figures = city.areas[area].figures[_PER_RESIDENT]
    now, then = (figures[city.column(season)] for season in (city.newest, city.first_actual))
    return None if now is None or then is None else float(abs(exact(now) - exact(then)))


def _spent(city: City, area: int) -> tuple[int, int] | None:
    """Return an area's expenses without and with only the shared costs, both positive."""
    spent = city.areas[area].figures[SPENT][city.column(city.pool.season)]
    part = city.pool.parts[area]
    if spent is None or part is None:
        return None
    return abs(int(spent)) - abs(part), abs(part)


def table(
    sheet: page.Sheet, draft: Draft, row: int, areas: list[AreaPlaces], per_resident: int
) -> AreaRows:
    """Write what the charts need and no table has; return the rows of the areas."""
    city = draft.city
    columns = side_by_side.columns(city)
    header = {
        "Vastuualue": "left",
        f"{city.pool.season}: {draft.words('muut menot €')}": "right",
        "Johtaminen\n€": "right",
        "Osuus\nmenoista": "right",
        "Muutos\n€/asukas": "right",
    }
    page.roomy(sheet, row + 1, row + len(areas))
    first = page.header(sheet, draft, row, header)
    for place, (text, at) in enumerate(zip(city.areas, areas, strict=True)):
        line = first + place
        spent, change = _spent(city, place), _change(city, place)
        own, shared = spent or ("", "")
        share = spent[1] / sum(spent) if spent else "–"
        whole, part = (at.cell(name, city.pool.season) for name in (SPENT, ALLOCATED))
        own_cell, shared_cell = (
            xl_rowcol_to_cell(line, column) for column in (OWN_COLUMN, SHARED_COLUMN)
        )
        now, then = (
            xl_rowcol_to_cell(per_resident + place, columns[season])
            for season in (city.newest, city.first_actual)
        )
        cells = (
            (OWN_COLUMN, f'=IF(COUNT({whole})=0,"",ABS({whole})-ABS({part}))', "euros", own),
            (SHARED_COLUMN, f'=IF(COUNT({part})=0,"",ABS({part}))', "euros", shared),
            (
                PART_COLUMN,
                f'=IFERROR({shared_cell}/({own_cell}+{shared_cell}),"–")',
                "part",
                share,
            ),
            (
                CHANGE_COLUMN,
                f'=IFERROR(ROUND(ABS({now}-{then}),1),"–")',
                "one",
                "–" if change is None else change,
            ),
        )
        sheet.write_typed(line, 0, text.name, draft.styles("cell"))
        for column, formula, number, value in cells:
            sheet.write_formula(line, column, formula, draft.styles("computed", number), value)
    return AreaRows(first, first + len(areas) - 1)


def _say(sheet: page.Sheet, draft: Draft, row: int, formula: str, text: str) -> Said:
    sheet.write_formula(row, 0, formula, draft.styles("muted"), text)
    return Said(row, draft.words(text))


def against_budget(sheet: page.Sheet, draft: Draft, row: int, at: FollowupPlaces) -> Said:
    """Say how many areas kept their budget, and the actual as per cent of it."""
    rows = AreaRows(at.first, at.total - 1)
    budget, actual = rows.column(at.BUDGET), rows.column(at.ACTUAL)
    percent = xl_rowcol_to_cell(at.total, at.PERCENT)
    kept, of = f"SUMPRODUCT(--({actual}>{budget}))", f"COUNT({actual})"
    formula = (
        f'=IF({of}=0,"{NOTHING_YET}","Toimintakate oli talousarviota parempi "'
        f'&IF({kept}={of},"kaikilla vastuualueilla",{kept}&"/"&{of}&" vastuualueella")'
        f'&": toteuma "&{percent}&" % talousarviosta")'
    )
    *each, (budgeted, spent) = followup.margins(draft.city)
    if budgeted is None or spent is None:
        return _say(sheet, draft, row, formula, NOTHING_YET)
    pairs = [(now, then) for then, now in each if now is not None and then is not None]
    better = sum(now > then for now, then in pairs)
    part = _printed(followup.percent_of(spent, budgeted), 1)
    areas = "kaikilla vastuualueilla"
    if better < len(each):
        areas = f"{better}/{len(each)} vastuualueella"
    text = f"Toimintakate oli talousarviota parempi {areas}: toteuma {part} % talousarviosta"
    return _say(sheet, draft, row, formula, text)


def per_resident(
    sheet: page.Sheet, draft: Draft, row: int, lines: AreaRows, changes: AreaRows
) -> Said:
    """Say whose margin per resident changed most over the years closed."""
    city = draft.city
    change = changes.column(CHANGE_COLUMN)
    place = f"MATCH(MAX({change}),{change},0)"
    columns = side_by_side.columns(city)
    seasons = (city.first_actual, city.newest)
    then, now = (f"INDEX({lines.column(columns[season])},{place})" for season in seasons)
    drawn = ",".join(map(lines.column, columns.values()))
    formula = (
        f'=IF(COUNT({drawn})=0,"{NOTHING_YET}",IF(COUNT({change})=0,"{_LABEL}",'
        f'"Toimintakate €/asukas muuttui eniten: "'
        f'&INDEX({lines.column(0)},{place})&" "&{then}&" → "&{now}))'
    )
    changed = {place: one for place in range(len(city.areas)) if (one := _change(city, place))}
    if not changed:
        has_figures = any(one is not None for a in city.areas for one in a.figures[_PER_RESIDENT])
        return _say(sheet, draft, row, formula, _LABEL if has_figures else NOTHING_YET)
    area = max(changed, key=changed.__getitem__)
    figures = city.areas[area].figures[_PER_RESIDENT]
    was, is_now = (_printed(figures[city.column(season)] or 0, 1) for season in seasons)
    text = f"Toimintakate €/asukas muuttui eniten: {city.areas[area].name} {was} → {is_now}"
    return _say(sheet, draft, row, formula, text)


def shared_costs(sheet: page.Sheet, draft: Draft, row: int, rows: AreaRows) -> Said:
    """Say where the shared costs weigh most; the amount is an example."""
    city = draft.city
    part = rows.column(PART_COLUMN)
    formula = (
        f'=IF(COUNT({part})=0,"{NOTHING_YET}","Johtamisen osuus on suurin: "'
        f'&INDEX({rows.column(0)},MATCH(MAX({part}),{part},0))&" "&ROUND(100*MAX({part}),1)'
        f'&" % menoista (esimerkkisumma)")'
    )
    told = {place: one for place in range(len(city.areas)) if (one := _spent(city, place))}
    if not told:
        return _say(sheet, draft, row, formula, NOTHING_YET)
    parts = {place: Fraction(shared, own + shared) for place, (own, shared) in told.items()}
    area = max(parts, key=parts.__getitem__)
    text = (
        f"Johtamisen osuus on suurin: {city.areas[area].name} "
        f"{_printed(parts[area] * 100, 1)} % menoista (esimerkkisumma)"
    )
    return _say(sheet, draft, row, formula, text)
