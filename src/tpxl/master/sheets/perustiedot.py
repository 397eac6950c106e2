"""Perustiedot: the city, the periods with their residents, the areas, the limits of the checks."""

from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_col_to_name, xl_rowcol_to_cell

from tpxl.master import page, rules
from tpxl.master.city import goal_checks
from tpxl.master.draft import Draft
from tpxl.master.places import SettingsPlaces, SheetBlock

NAME = "Perustiedot"
_WIDTHS: list[float] = [31, 18, 24, 24, 46, 11]
_SPARE_SEASONS, _SPARE_AREAS = 5, 5
NAME_OF_SEASONS, NAME_OF_LOCKED, NAME_OF_YEAR = "Kaudet", "Lukitut", "Tilivuosi"
"""Defined names: a conditional rule may not point to another sheet, but it may use a name."""

_STATUSES = ["ennakko", "lopullinen", "suunnitteluluku", "arvio"]
_YEAR, _BOARD = 3, 1
_BOARDS = 2
_SEASON_COLUMNS = {
    "Kausi": "left",
    "Asukasluku": "euros",
    "Päivä": "date",
    "Tila": "left",
    "Lähde": "left",
    "Lukittu": "left",
}
_HINT = (
    "Tyhjä Lukittu: kausi on lukittu, kun se on vanhempi kuin uusin tilinpäätös ja uusin "
    "talousarvio. Lukitut luvut tarkistetaan, mutta niitä ei muuteta. Kun ennakkoluku vaihtuu "
    "lopulliseen, korjaa asukasluku ja tila: tarkistus kertoo, mitkä €/asukas-luvut muuttuvat."
)
_AREAS_HINT = (
    "Toimielin, vastuuhenkilö ja sähköposti saa jättää tyhjiksi. Alueen oma toimielin tulee "
    "vientiin kaupungin toimielimen sijaan, ja lähetyslista saa nimen ja osoitteen."
)
_LOCKED_HINT = (
    "kyllä: julkaistu, lukuja ei muuteta. ei: päivitys laskee luvut uudelleen. "
    "Tyhjä: vanhat kaudet ovat lukittuja."
)
_LIMITS = (
    ("Selitettävä muutos %", 50, "Pienempää muutosta ei tarvitse selittää."),
    ("Selitettävä määrä €", 100_000, "Pienemmän luvun muutosta ei tarvitse selittää."),
)


_SCHEMA = "Tavoitteiden sääntötiedosto"
_LONGEST, _DUE = "Tavoitetekstin enimmäispituus", "Toteumat viimeistään"
_UNTYPED = {
    _LONGEST: "whole",
    _SCHEMA: "left",
    _DUE: "date",
}
_TYPED = {_LONGEST: rules.whole(1, 32_767, "Enimmäispituus"), _DUE: rules.date()}
_UNTYPED_HINT = (
    "Kirjoita ei, jos tarkistusta ei tehdä. Enimmäispituus on merkkejä solussa; tyhjänä lasketaan, "
    "mitä soluun mahtuu. Sääntötiedosto on kaupungin oma (painopisteet, tavoitteiden määrä); "
    "tyhjänä käytetään ohjelman sääntöjä. Toteumat viimeistään on päivä, jota ennen tyhjä toteuma "
    "ei ole virhe."
)

_EXPORT = (
    ("Tuhaterotin", "väli", ["väli", "piste", "ei"], "Word ja PDF; Excelissä koneen oma erotin."),
    (
        "Miinusmerkki",
        "oikea miinus (−)",
        ["oikea miinus (−)", "yhdysmerkki (-)"],
        "Word ja PDF; Excelissä koneen oma merkki.",
    ),
    (
        "Vain hyväksytyt alueet",
        "ei",
        ["kyllä", "ei"],
        "kyllä: tiukka vienti (--strict) jättää hyväksymättömät pois.",
    ),
    ("Tyhjän kohdan teksti", "ei täytetty", None, "Näkyy kohdassa, jota ei ole täytetty."),
)
_AS_TYPED = {"Vietävät kaudet": ["typed"], "Vietävät osiot": ["typed"], "Viennin desimaalit €": []}
"""What is empty until a city types it; a list of numbers is a text, for 6,7 is a number."""

_EXPORT_HINT = (
    "Kaudet (TP 2024, TP 2025) ja osiot (6, 7, 1) pilkuin eroteltuina, osiot vientijärjestyksessä; "
    "tyhjänä viedään kaikki. "
    "Tyhjänä desimaaleja on yhtä monta kuin alueen taulukossa. Ulkoasu on pohjissa."
)


def _fill(sheet: page.Sheet, draft: Draft, first: int, last: int, looks: list[str]) -> None:
    """Make empty input cells, so a row added later looks like the others."""
    page.roomy(sheet, first, last)
    for row in range(first, last + 1):
        for column, look in enumerate(looks):
            sheet.write_blank(row, column, None, draft.styles("input", look))


def _column(name: str, column: int) -> str:
    """Return a whole column: rows that come and go change no formula that looks into it."""
    letters = xl_col_to_name(column, col_abs=True)
    return f"{quote_sheetname(name)}!{letters}:{letters}"


def _named(sheet: page.Sheet, draft: Draft, row: int) -> int:
    city = draft.city
    values: tuple[tuple[str, Any, str, str, rules.Rule | None], ...] = (
        ("Kaupunki", city.name, "left", "", None),
        ("Toimielin", city.board, "left", city.board_remark, None),
        ("Kokouspäivä", city.meeting, "date", "", rules.date()),
        ("Tilivuosi", city.year, "whole", "", rules.whole(2000, 2099, "Tilivuosi")),
        (
            "Menojen etumerkki",
            city.sign,
            "left",
            "negatiivinen: menot ovat taulukoissa miinusmerkkisiä",
            rules.one_of(["negatiivinen", "positiivinen"]),
        ),
    )
    page.roomy(sheet, row, row + len(values) - 1)
    for place, (label, value, look, remark, rule) in enumerate(values, start=row):
        style = draft.styles("input", look, "left")
        sheet.write_string(place, 0, label, draft.styles("cell"))
        sheet.merge_range(place, 1, place, 2, None, style)
        sheet.write(place, 1, value, style)
        sheet.write_string(place, 3, remark, draft.styles("muted", "left"))
        if rule:
            sheet.data_validation(place, 1, place, 1, rule)
    return row + len(values)


def _seasons(sheet: page.Sheet, draft: Draft, row: int) -> tuple[int, int]:
    numbers = {"Asukasluku": "right", "Päivä": "right"}
    header = {text: numbers.get(text, look) for text, look in _SEASON_COLUMNS.items()}
    first = page.header(sheet, draft, row, header)
    looks = list(_SEASON_COLUMNS.values())
    last = first + len(draft.city.seasons) + _SPARE_SEASONS - 1
    _fill(sheet, draft, first, last, looks)
    for place, season in enumerate(draft.city.seasons, start=first):
        values = (season.name, season.residents, season.date, season.status, season.source)
        for column, (value, look) in enumerate(zip(values, looks, strict=False)):
            sheet.write(place, column, value, draft.styles("input", look))
    sheet.data_validation(first, 1, last, 1, rules.whole(1, 2_000_000, "Asukasluku"))
    sheet.data_validation(first, 2, last, 2, rules.date())
    sheet.data_validation(first, 3, last, 3, rules.one_of(_STATUSES))
    locked = rules.prompted(rules.one_of(["kyllä", "ei"]), "Julkaistu kausi", _LOCKED_HINT)
    sheet.data_validation(first, 5, last, 5, locked)
    return first, last


def _areas(sheet: page.Sheet, draft: Draft, row: int) -> tuple[int, int]:
    header = {
        "Vastuualue": "left",
        "Desimaalit\n€/asukas": "right",
        **dict.fromkeys(("Toimielin", "Vastuuhenkilö", "Sähköposti"), "left"),
    }
    first = page.header(sheet, draft, row, header)
    last = first + len(draft.city.areas) + _SPARE_AREAS - 1
    _fill(sheet, draft, first, last, ["left", "whole", *["shrink"] * 3])
    for place, area in enumerate(draft.city.areas, start=first):
        sheet.write_typed(place, 0, area.name, draft.styles("input", "left"))
        sheet.write_number(place, 1, area.decimals, draft.styles("input", "whole"))
        for column, text in enumerate((area.board, area.person, area.address), start=2):
            sheet.write(place, column, text or None, draft.styles("input", "shrink"))
    sheet.data_validation(first, 1, last, 1, rules.whole(0, 2, "Desimaalit"))
    return first, last


def _limits(sheet: page.Sheet, draft: Draft, row: int) -> int:
    page.roomy(sheet, row, row + len(_LIMITS) - 1)
    for label, value, remark in _LIMITS:
        sheet.write_string(row, 0, label, draft.styles("cell"))
        sheet.write_number(row, 1, value, draft.styles("input", "euros"))
        sheet.write_string(row, 2, remark, draft.styles("muted", "left"))
        sheet.data_validation(row, 1, row, 1, rules.at_least_nothing(label))
        row += 1
    return row


def _checks(sheet: page.Sheet, draft: Draft, row: int) -> int:
    """Write the switches of the goals' checks, then what is empty until a city types it.

    Nothing stands beside an empty setting: the next text on its row would be taken for it.
    """
    checks = goal_checks()
    last = row + len(checks) + len(_UNTYPED) - 1
    page.roomy(sheet, row, last)
    sheet.data_validation(row, 1, row + len(checks) - 1, 1, rules.one_of(["kyllä", "ei"]))
    for place, (label, remark) in enumerate(checks.items(), start=row):
        sheet.write_string(place, 0, label, draft.styles("cell"))
        sheet.write_string(place, 1, "kyllä", draft.styles("input"))
        sheet.write_string(place, 2, remark, draft.styles("muted", "left"))
    for place, (label, look) in enumerate(_UNTYPED.items(), start=row + len(checks)):
        sheet.write_string(place, 0, label, draft.styles("cell", "shrink"))
        if label in _TYPED:
            sheet.data_validation(place, 1, place, 1, _TYPED[label])
        typed = draft.city.schema if label == _SCHEMA else None
        sheet.write(place, 1, typed or None, draft.styles("input", look))
    style = draft.styles("muted", "fold", "left")
    return page.paragraph(sheet, last + 1, _UNTYPED_HINT, _WIDTHS, style)


def _export(sheet: page.Sheet, draft: Draft, row: int) -> int:
    """Write how the clean sheets are printed; nothing stands beside an empty setting."""
    last = row + len(_EXPORT) + len(_AS_TYPED) - 1
    page.roomy(sheet, row, last)
    for place, (label, value, choices, remark) in enumerate(_EXPORT, start=row):
        sheet.write_string(place, 0, label, draft.styles("cell"))
        sheet.write_string(place, 1, value, draft.styles("input", "left"))
        sheet.write_string(place, 2, remark, draft.styles("muted", "left"))
        if choices:
            sheet.data_validation(place, 1, place, 1, rules.one_of(choices))
    for place, label in enumerate(_AS_TYPED, start=row + len(_EXPORT)):
        sheet.write_string(place, 0, label, draft.styles("cell"))
        sheet.write_blank(place, 1, None, draft.styles("input", "left", *_AS_TYPED[label]))
    sheet.data_validation(last, 1, last, 1, rules.whole(0, 6, "Desimaalit"))
    style = draft.styles("muted", "fold", "left")
    return page.paragraph(sheet, last + 1, _EXPORT_HINT, _WIDTHS, style)


def write(draft: Draft) -> SettingsPlaces:
    """Write the sheet; return the cells other sheets point to."""
    name = draft.words(NAME)
    sheet = page.add(draft, name, "settings", _WIDTHS)
    page.head(
        sheet, draft, NAME, "Täytä vaaleankeltaiset solut. Muut välilehdet lukevat ne täältä."
    )
    width = len(_WIDTHS)
    named = page.heading(sheet, draft, page.FIRST_ROW, "Kaupunki ja tilivuosi", width)
    row = _named(sheet, draft, named)
    row = page.heading(sheet, draft, row + 1, "Kaudet ja asukasluvut", width)
    first, last = _seasons(sheet, draft, row)
    row = page.paragraph(sheet, last + 1, _HINT, _WIDTHS, draft.styles("muted", "fold", "left"))
    row = page.heading(sheet, draft, row + 1, "Vastuualueet ja desimaalit", width)
    first_area, last_area = _areas(sheet, draft, row)
    style = draft.styles("muted", "fold", "left")
    row = page.paragraph(sheet, last_area + 1, _AREAS_HINT, _WIDTHS, style)
    row = page.heading(sheet, draft, row + 1, "Tarkistuksen rajat", width)
    row = _limits(sheet, draft, row)
    row = page.heading(sheet, draft, row + 1, "Tavoitteiden tarkistukset", width)
    row = _checks(sheet, draft, row)
    row = page.heading(sheet, draft, row + 1, "Vienti", width)
    row = _export(sheet, draft, row)
    page.print_area(sheet, row, width)
    for text, block in (
        (NAME_OF_SEASONS, SheetBlock(name, first, 0, last, 0)),
        (NAME_OF_LOCKED, SheetBlock(name, first, 5, last, 5)),
        (NAME_OF_YEAR, SheetBlock(name, named + _YEAR, 1, named + _YEAR, 1)),
    ):
        draft.workbook.define_name(text, f"={block.a1}")
    year, board = (
        f"{quote_sheetname(name)}!{xl_rowcol_to_cell(named + place, 1, row_abs=True, col_abs=True)}"
        for place in (_YEAR, _BOARD)
    )
    return SettingsPlaces(
        year=year,
        board=board,
        seasons=SheetBlock(name, first, 0, last, 0),
        residents=SheetBlock(name, first, 1, last, 1),
        areas=SheetBlock(name, first_area, 0, last_area, 0),
        names=_column(name, 0),
        boards=_column(name, _BOARDS),
    )
