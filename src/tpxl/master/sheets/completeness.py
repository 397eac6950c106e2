"""How much of each area is filled in, checked and explained, on Yhteenveto."""

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from tpxl.master import page
from tpxl.master.city import AreaText
from tpxl.master.draft import Draft
from tpxl.master.places import AreaPlaces, SettingsPlaces
from tpxl.master.sheets import tarkistus
from tpxl.master.sheets.figures import ACTIVITY, ECONOMY

_FIGURES = 67
_SECTIONS = {
    3: "3 Strategia",
    4: "4 Muut",
    5: "5 Tuotta-\nvuus",
    _FIGURES: "6–7 Luvut",
    8: "8 Valvonta",
    9: "9 Henki-\nlöstö",
}
_COUNTED = ("virhe", "pyöristys", "varoitus", "selitettävä")
NOTE = (
    "Osiot 3, 4, 5, 8 ja 9: kuinka monen tavoitteen toteuma on kirjoitettu. Tarkistettu: kuinka "
    "suuri osa luvuista voitiin laskea uudelleen. Perusteltu: kuinka suuri osa virheistä, "
    "pyöristyksistä, varoituksista ja selitettävistä muutoksista on saanut perustelun. Viiva: "
    "Tarkistus on tyhjä."
)


def _goals(at: AreaPlaces, section: int) -> str:
    """Return a formula: outcomes written over goals that have an action, headers left out."""
    action = at.goal_column(section, at.action_column)
    outcome = at.goal_column(section, at.outcome_column)
    head = xl_rowcol_to_cell(action.top, at.action_column)
    headers = f"COUNTIF({action.a1},{quote_sheetname(at.sheet)}!{head})"
    filled = f'SUMPRODUCT(({action.a1}<>"")*({outcome.a1}<>""))-{headers}'
    return f'=IFERROR(({filled})/(COUNTA({action.a1})-{headers}),"–")'


def _filled(area: AreaText, section: int) -> float | str:
    """Return what `_goals` gives: the part of a section's goals that have an outcome."""
    goals = [goal for goal in area.section(section) if goal.action]
    return sum(1 for goal in goals if goal.outcome) / len(goals) if goals else "–"


def _figures(at: AreaPlaces) -> str:
    rows = [at.figures(line) for line in (*ECONOMY, *ACTIVITY)]
    return f"=COUNT({','.join(rows)})/(COLUMNS({rows[0]})*{len(rows)})"


def _from_findings(draft: Draft, at: AreaPlaces, name: str) -> tuple[str, str, str]:
    """Return formulas: open errors, part of the figures checked, part of findings explained."""
    severity, area, reason = (
        tarkistus.findings(draft, heading).a1 for heading in ("Vakavuus", "Vastuualue", "Perustelu")
    )
    mine = f"{area},{name}"
    counted = "{" + ",".join(f'"{word}"' for word in _COUNTED) + "}"
    total = f"SUM(COUNTIFS({severity},{counted},{mine}))"
    explained = f'SUM(COUNTIFS({severity},{counted},{reason},"?*",{mine}))'
    unknown = f'COUNTIFS({severity},"ei tarkistettavissa",{mine})'
    printed = f"COUNT({','.join(at.figures(line) for line in (*ECONOMY, *ACTIVITY))})"
    empty = f'COUNTIF({severity},"?*")=0'
    one = f'COUNTIFS({severity},"virhe",'
    errors = f'{one}{mine})-{one}{reason},"?*",{mine})'
    return (
        f'=IF({empty},"–",{errors})',
        f'=IF({empty},"–",IFERROR(1-{unknown}/{printed},"–"))',
        f'=IF({total}=0,"–",{explained}/{total})',
    )


def _row(sheet: page.Sheet, draft: Draft, row: int, area: AreaText, at: AreaPlaces) -> None:
    name = xl_rowcol_to_cell(row, 0, col_abs=True)
    errors, checked, explained = _from_findings(draft, at, name)
    sheet.write_formula(row, 1, errors, draft.styles("computed", "whole"), "–")
    share = draft.styles("computed", "share")
    for column, section in enumerate(_SECTIONS, start=2):
        if section == _FIGURES:
            filled = [one for line in (*ECONOMY, *ACTIVITY) for one in area.figures[line]]
            known = sum(one is not None for one in filled)
            value = 1 if known == len(filled) else known / len(filled)
            sheet.write_formula(row, column, _figures(at), share, value)
        else:
            sheet.write_formula(row, column, _goals(at, section), share, _filled(area, section))
    for column, formula in enumerate((checked, explained), start=2 + len(_SECTIONS)):
        sheet.write_formula(row, column, formula, share, "–")


def write(
    sheet: page.Sheet,
    draft: Draft,
    row: int,
    settings: SettingsPlaces,
    areas: list[AreaPlaces],
) -> int:
    """Write the table; return the next row."""
    texts = ("Virheitä avoinna", *_SECTIONS.values(), "Tarkistettu", "Perusteltu")
    page.roomy(sheet, row + 1, row + len(areas))
    row = page.header(sheet, draft, row, {"Vastuualue": "left", **dict.fromkeys(texts, "right")})
    style = draft.styles("computed")
    for place, (text, at) in enumerate(zip(draft.city.areas, areas, strict=True)):
        own = xl_rowcol_to_cell(settings.areas.top + place, 0)
        name = f"={quote_sheetname(settings.areas.sheet)}!{own}"
        sheet.write_formula(row + place, 0, name, style, text.name)
        _row(sheet, draft, row + place, text, at)
    return row + len(areas)
