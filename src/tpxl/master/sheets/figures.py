"""Sections 6 and 7 of an area sheet: the figures as printed, inputs told from computed cells."""

from xlsxwriter.utility import xl_rowcol_to_cell

from tpxl.master import page, rules
from tpxl.master.city import AreaText, City
from tpxl.master.draft import Draft
from tpxl.master.sheets import perustiedot
from tpxl.master.sheets.goals import WIDTHS
from tpxl.master.styles import MUTED

FIRST_COLUMN = 1
"""The column of the first period, from zero; labels stand left of it."""

ECONOMY = {
    "OPERATING_EXPENSES": "Toimintamenot",
    "OPERATING_INCOME": "Toimintatulot",
    "OPERATING_MARGIN": "Toimintakate",
}
ACTIVITY = {
    "PERMANENT_POSTS": "Vakin. virat ja toimet 31.12.",
    "STAFF_EXPENDITURE": "Henkilöstömenot €",
    "STAFF_EXPENDITURE.change_percent": "Muutos %",
    "SERVICES_PURCHASED": "Palvelujen ostot €",
    "SERVICES_PURCHASED.change_percent": "Muutos %",
    "OPERATING_MARGIN.per_resident": "Toimintakate €/asukas",
}
COMPUTED = {
    "OPERATING_MARGIN",
    "STAFF_EXPENDITURE.change_percent",
    "SERVICES_PURCHASED.change_percent",
    "OPERATING_MARGIN.per_resident",
}
SHARE, ALLOCATED = "share", "allocated"
_ALLOCATION = {
    SHARE: "Osuus johtamisen kustannuksista %",
    ALLOCATED: "Vyörytetyt kustannukset €",
}


def number_style(line: str, decimals: int) -> str:
    """Return the style of a line's numbers; `decimals` are those of €/asukas."""
    if line.endswith(".change_percent") or line == SHARE:
        return "one"
    return "one" if line.endswith(".per_resident") and decimals else "euros"


def columns(city: City) -> dict[str, int]:
    """Return the column of each period, from zero."""
    return {season.name: FIRST_COLUMN + place for place, season in enumerate(city.seasons)}


def _table(
    sheet: page.Sheet, draft: Draft, row: int, area: AreaText, lines: dict[str, str]
) -> dict[str, int]:
    header = {"Tunnusluku": "left", **dict.fromkeys(columns(draft.city), "flush")}
    row = page.header(sheet, draft, row, header)
    rows = dict(zip(lines, range(row, row + len(lines)), strict=True))
    page.roomy(sheet, row, row + len(lines) - 1)
    for line, label in lines.items():
        kind = "computed" if line in COMPUTED else "input"
        weight = ("bold",) if line == "OPERATING_MARGIN" else ()
        sheet.write_string(rows[line], 0, label, draft.styles("cell", *weight))
        style = draft.styles(kind, number_style(line, area.decimals), "flush", *weight)
        for value, column in zip(area.figures[line], columns(draft.city).values(), strict=True):
            sheet.write(rows[line], column, value, style)
        if line in COMPUTED:
            _ask_before_typing(sheet, draft, rows[line])
    return rows


def _ask_before_typing(sheet: page.Sheet, draft: Draft, row: int) -> None:
    last = FIRST_COLUMN + len(draft.city.seasons) - 1
    sheet.data_validation(row, FIRST_COLUMN, row, last, rules.computed())


def _allocation(sheet: page.Sheet, draft: Draft, row: int, area: AreaText) -> dict[str, int]:
    """Write the area's part of the shared costs, in the period it is known for."""
    city = draft.city
    values = {
        SHARE: None if area.share is None else float(area.share),
        ALLOCATED: city.pool.parts[city.areas.index(area)],
    }
    rows = dict(zip(_ALLOCATION, range(row, row + len(_ALLOCATION)), strict=True))
    page.roomy(sheet, row, row + len(_ALLOCATION) - 1)
    for line, label in _ALLOCATION.items():
        sheet.write_string(rows[line], 0, label, draft.styles("cell", "shrink"))
        style = draft.styles("computed", number_style(line, 0), "flush")
        for name, column in columns(city).items():
            value = values[line] if name == city.pool.season else None
            sheet.write(rows[line], column, value, style)
        _ask_before_typing(sheet, draft, rows[line])
    return rows


def _grey_when_locked(sheet: page.Sheet, draft: Draft, header: int, last: int) -> None:
    """Show locked periods in grey text: typed on Perustiedot, else older than the year closed."""
    head = xl_rowcol_to_cell(header, FIRST_COLUMN, row_abs=True)
    place = f"MATCH({head},{perustiedot.NAME_OF_SEASONS},0)"
    typed = f'IFERROR(INDEX({perustiedot.NAME_OF_LOCKED},{place})&"","")'
    older = f"IFERROR(VALUE(RIGHT({head},4))<{perustiedot.NAME_OF_YEAR},FALSE)"
    rule = {
        "type": "formula",
        "criteria": f'=OR({typed}="kyllä",{typed}="x",AND({typed}="",{older}))',
        "format": draft.styles.conditional(font_color=MUTED),
    }
    right = FIRST_COLUMN + len(draft.city.seasons) - 1
    sheet.conditional_format(header + 1, FIRST_COLUMN, last, right, rule)


def note(area: AreaText, draft: Draft) -> str:
    """Return the sentence under section 6 that says the area's share of the shared costs."""
    share = "____" if area.share is None else f"{area.share}".replace(".", ",")
    pool = draft.city.pool
    return draft.words(pool.note).format(season=pool.season, share=share)


def _economy(
    sheet: page.Sheet, draft: Draft, row: int, area: AreaText
) -> tuple[int, dict[str, int]]:
    header = page.heading(sheet, draft, row, "6. Talouden tunnusluvut", len(WIDTHS))
    rows = _table(sheet, draft, header, area, ECONOMY)
    rows |= _allocation(sheet, draft, max(rows.values()) + 1, area)
    last = max(rows.values())
    _grey_when_locked(sheet, draft, header, last)
    style = draft.styles("muted", "fold", "left")
    return page.paragraph(sheet, last + 1, note(area, draft), WIDTHS, style) + 1, rows


def _activity(
    sheet: page.Sheet, draft: Draft, row: int, area: AreaText
) -> tuple[int, dict[str, int]]:
    header = page.heading(sheet, draft, row, "7. Toiminnan tunnusluvut", len(WIDTHS))
    rows = _table(sheet, draft, header, area, ACTIVITY)
    last = max(rows.values())
    _grey_when_locked(sheet, draft, header, last)
    style = draft.styles("muted", "fold", "left")
    return page.paragraph(sheet, last + 1, compared(draft), WIDTHS, style) + 1, rows


def compared(draft: Draft) -> str:
    """Return which period is compared with which: ``TA 2025 vrt. TA 2024 ja ...``."""
    with_, and_ = draft.words("vrt."), draft.words("ja")
    named = (year_before(one) for one in (draft.city.budget, draft.city.newest))
    return f" {and_} ".join(f"{now} {with_} {then}" for now, then in named)


def year_before(season: str) -> tuple[str, str]:
    """Return a period with the one of its kind a year before: ``TA 2025``, ``TA 2024``."""
    return season, f"{season[:-4]}{int(season[-4:]) - 1}"


def write(sheet: page.Sheet, draft: Draft, row: int, area: AreaText) -> tuple[int, dict[str, int]]:
    """Write both tables with their headings; return the next row and the rows of the lines."""
    row, economy = _economy(sheet, draft, row, area)
    row, activity = _activity(sheet, draft, row, area)
    return row, economy | activity
