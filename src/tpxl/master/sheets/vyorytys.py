"""Vyörytys: the shared costs of a period divided to the areas, and what shows that it sums."""

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from tpxl.master import page, rules
from tpxl.master.draft import Draft

NAME = "Vyörytys"
_WIDTHS: list[float] = [30, 26, 30, 12, 16]
_BASES = ["Kiinteät osuudet", "Toimintavolyymi", "Toimintamenot", "Henkilöstömenot"]


def _named(sheet: page.Sheet, draft: Draft, row: int) -> int:
    pool = draft.city.pool
    values = (
        ("Vyörytettävä erä", pool.name, None),
        ("Jakoperuste", pool.basis, rules.one_of(_BASES, strict=False)),
        ("Tarkkuus", pool.precision, rules.one_of(["euro", "sentti"])),
    )
    page.roomy(sheet, row, row + len(values) - 1)
    for place, (label, text, rule) in enumerate(values, start=row):
        sheet.write_string(place, 0, label, draft.styles("cell"))
        sheet.merge_range(place, 1, place, 2, text, draft.styles("input"))
        if rule:
            sheet.data_validation(place, 1, place, 1, rule)
    return row + len(values)


def _pool(sheet: page.Sheet, draft: Draft, row: int) -> tuple[int, str]:
    """Write the amount to divide; return the next row and the amount's cell."""
    pool = draft.city.pool
    row = page.header(sheet, draft, row, {"": "left", pool.season: "right"})
    page.roomy(sheet, row, row)
    sheet.write_string(row, 0, "Jaettava määrä €", draft.styles("cell"))
    sheet.write(row, 1, pool.amount, draft.styles("input", "euros"))
    sheet.write_string(row, 2, pool.amount_remark, draft.styles("bold", "left"))
    return row + 1, xl_rowcol_to_cell(row, 1)


def _block(sheet: page.Sheet, draft: Draft, row: int, heading: str, looks: tuple[str, str]) -> int:
    """Write a heading, a value for each area and their sum; return the row of the sum."""
    city = draft.city
    is_share = looks[1] == "one"
    shares = [None if area.share is None else float(area.share) for area in city.areas]
    values = shares if is_share else city.pool.parts
    page.roomy(sheet, row, row + len(values) + 1)
    sheet.write_string(row, 0, heading, draft.styles("focus"))
    first, total = row + 1, row + 1 + len(values)
    for place, (area, value) in enumerate(zip(city.areas, values, strict=True), start=first):
        sheet.write_typed(place, 0, area.name, draft.styles("cell"))
        sheet.write(place, 1, value, draft.styles(*looks))
    cells = f"{xl_rowcol_to_cell(first, 1)}:{xl_rowcol_to_cell(total - 1, 1)}"
    sheet.write_string(total, 0, "Yhteensä", draft.styles("cell", "total"))
    style = draft.styles("computed", looks[1], "total")
    sheet.write_formula(total, 1, f'=IF(COUNT({cells})=0,"",SUM({cells}))', style, _sum(values))
    return total


def _sum(values: Sequence[float | None]) -> float | str:
    known = [value for value in values if value is not None]
    return sum(known) if known else ""


def _blocks(sheet: page.Sheet, draft: Draft, row: int, amount: str) -> int:
    """Write agreed shares, shares, euros and what is left; return the next row."""
    for place, remark in enumerate(draft.city.pool.remarks, start=row + 1):
        sheet.write_string(place, 2, remark, draft.styles("muted", "left"))
    shares = _block(sheet, draft, row, "Kiinteä osuus %", ("input", "one"))
    sheet.data_validation(row + 1, 1, shares - 1, 1, rules.percent())
    total = _block(sheet, draft, shares + 2, "Osuus %", ("computed", "one"))
    total = _block(sheet, draft, total + 2, "Vyörytetty €", ("computed", "euros"))
    page.roomy(sheet, total + 1, total + 1)
    sheet.write_string(total + 1, 0, "Ero", draft.styles("cell"))
    given = xl_rowcol_to_cell(total, 1)
    left = f'=IF(COUNT({amount},{given})<2,"",{amount}-{given})'
    value = "" if draft.city.pool.amount is None else 0
    sheet.write_formula(total + 1, 1, left, draft.styles("computed", "euros"), value)
    return total + 2


def _flows(sheet: page.Sheet, draft: Draft, row: int) -> int:
    header = {
        "Mistä": "left",
        "Mihin": "left",
        "Kausi": "left",
        "Osuus %": "right",
        "Vyörytetty €": "right",
    }
    row = page.header(sheet, draft, row, header)
    pool = draft.city.pool
    page.roomy(sheet, row, row + len(pool.parts) - 1)
    source = pool.name.partition(" (")[0]
    for place, (area, part) in enumerate(zip(draft.city.areas, pool.parts, strict=True)):
        for column, text in enumerate((draft.words(source), area.name, pool.season)):
            sheet.write_typed(row + place, column, text, draft.styles("input"))
        share = None if area.share is None else float(area.share)
        sheet.write(row + place, 3, share, draft.styles("computed", "one"))
        sheet.write(row + place, 4, part, draft.styles("computed", "euros"))
    return row + len(pool.parts)


def write(draft: Draft) -> None:
    """Write the sheet."""
    sheet = page.add(draft, draft.words(NAME), "settings", _WIDTHS)
    width = len(_WIDTHS)
    page.head(sheet, draft, NAME, "Johtamisen kustannukset jaetaan vastuualueille.")
    style = draft.styles("warned", "fold")
    row = page.paragraph(sheet, page.FIRST_ROW, draft.city.pool.about, _WIDTHS, style)
    row = page.heading(sheet, draft, row + 1, "Jaettavat kustannukset ja osuudet", width)
    row = _named(sheet, draft, row)
    row, amount = _pool(sheet, draft, row + 1)
    row = _blocks(sheet, draft, row + 1, amount)
    row = page.heading(sheet, draft, row + 1, "Mistä kustannus tuli ja mihin se meni", width)
    row = _flows(sheet, draft, row)
    page.print_area(sheet, row, width)
