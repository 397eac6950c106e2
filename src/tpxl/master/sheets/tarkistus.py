"""Tarkistus: counts at the top, then a row for each finding, with room for a reason and a name.

The rows are prebuilt: a link that shows the cell once sheet and cell are written beside it, and
rules that draw a row only when it holds a finding.
"""

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

from tpxl.master import page
from tpxl.master.draft import Draft
from tpxl.master.places import SettingsPlaces, SheetBlock
from tpxl.master.styles import INPUT_FILL, RULE, SEVERITIES

NAME = "Tarkistus"
ROWS = 1000
"""Findings that have a link to their cell."""

LINES = 3
"""A row is high enough for a finding's text in any program; Excel alone would fit it itself."""

COLUMNS: tuple[tuple[str, float, tuple[str, ...]], ...] = (
    ("Vakavuus", 17, ()),
    ("Vastuualue", 23, ()),
    ("Kausi", 10, ()),
    ("Rivi", 25, ()),
    ("Siirry", 10, ("link",)),
    ("Taulukossa", 13, ("changed",)),
    ("Pitäisi olla", 16, ("changed",)),
    ("Mitä tehdä", 19, ("left",)),
    ("Havainto", 90, ()),
    ("Perustelu", 32, ()),
    ("Kuka", 14, ()),
    ("Milloin", 12, ("left",)),
    ("Tilanne", 13, ("left",)),
    ("Sääntö", 17, ("left", "muted")),
    ("Välilehti", 23, ("muted",)),
    ("Solu", 8, ("muted",)),
)
"""Heading, width in characters and look of each column; what follows `Tilanne` is not printed.

The cell and its figures stand before the sentence, and what stands before them is frozen: however
far one scrolls, it is seen whose finding it is and where.
"""

COUNTED_ROWS = 10_000
"""Rows that are counted, filtered and drawn; those after `ROWS` have no link."""

_PRINTED = 13
_AT = {text: column for column, (text, *_) in enumerate(COLUMNS)}
_COUNTED = range(2, 2 + len(SEVERITIES))
_EXPLAINED = _COUNTED.stop


def header_row(areas: int) -> int:
    """Return the row of the findings' headings, from zero, under the counts of `areas`."""
    return page.FIRST_ROW + areas + 4


def findings(draft: Draft, heading: str) -> SheetBlock:
    """Return the cells of a column of findings."""
    top = header_row(len(draft.city.areas)) + 1
    return SheetBlock(draft.words(NAME), top, _AT[heading], top + COUNTED_ROWS - 1, _AT[heading])


def _count_cell(
    sheet: page.Sheet, draft: Draft, at: tuple[int, int], formula: str, *look: str
) -> None:
    row, column = at
    align = "left" if column == _EXPLAINED else "right"
    style = draft.styles("computed", "whole", *look, align)
    sheet.write_formula(row, column, formula, style, "–")


def _count_header(sheet: page.Sheet, draft: Draft, row: int) -> None:
    sheet.merge_range(row, 0, row, 1, "Havaintoja", draft.styles("header"))
    for column, word in zip(_COUNTED, SEVERITIES, strict=True):
        sheet.write_string(row, column, word, draft.styles("header", "right"))
    sheet.write_string(row, _EXPLAINED, "Perusteltu", draft.styles("header", "left"))
    sheet.set_row(row, 32)


def _counts(sheet: page.Sheet, draft: Draft, settings: SettingsPlaces, row: int) -> None:
    """Write how many findings each area has of each severity, and how many are explained."""
    severity, area, reason = (
        findings(draft, name).a1 for name in ("Vakavuus", "Vastuualue", "Perustelu")
    )
    _count_header(sheet, draft, row)
    for place, text in enumerate(draft.city.areas):
        line = row + 1 + place
        name = xl_rowcol_to_cell(settings.areas.top + place, 0)
        style = draft.styles("computed")
        sheet.merge_range(line, 0, line, 1, None, style)
        sheet.write_formula(
            line, 0, f"={quote_sheetname(settings.areas.sheet)}!{name}", style, text.name
        )
        own = xl_rowcol_to_cell(line, 0, col_abs=True)
        for column in _COUNTED:
            head = xl_rowcol_to_cell(row, column, row_abs=True)
            counted = f"COUNTIFS({severity},{head},{area},{own})"
            _count_cell(sheet, draft, (line, column), _once_checked(severity, counted))
        explained = f"{_in_force(row, severity, reason)},{area},{own}"
        counted = f"SUMPRODUCT(COUNTIFS({explained}))"
        _count_cell(sheet, draft, (line, _EXPLAINED), _once_checked(severity, counted))
    _rest(sheet, draft, row, severity, reason)


def _once_checked(severity: str, counted: str) -> str:
    """Return the formula of a count: a dash while nothing is found, so also before a check."""
    return f'=IF(COUNTIF({severity},"?*")=0,"–",{counted})'


def _in_force(row: int, severity: str, reason: str) -> str:
    """Return the conditions of a reason beside a finding in force: a row that is gone has none."""
    words = xl_range_abs(row, _COUNTED.start, row, _COUNTED.stop - 1)
    return f'{severity},{words},{reason},"?*"'


def _rest(sheet: page.Sheet, draft: Draft, row: int, severity: str, reason: str) -> None:
    """Write the counts of everything, and of what belongs to no area."""
    other = row + len(draft.city.areas) + 1
    total = other + 1
    sheet.merge_range(other, 0, other, 1, "Muut", draft.styles("computed"))
    sheet.merge_range(total, 0, total, 1, "Yhteensä", draft.styles("computed", "total"))
    for column in (*_COUNTED, _EXPLAINED):
        head = xl_rowcol_to_cell(row, column, row_abs=True)
        first, last = (xl_rowcol_to_cell(line, column) for line in (row + 1, other - 1))
        below = xl_rowcol_to_cell(total, column)
        counted = f"COUNTIF({severity},{head})"
        if column == _EXPLAINED:
            counted = f"SUMPRODUCT(COUNTIFS({_in_force(row, severity, reason)}))"
        rest = f'=IF(ISNUMBER({below}),{below}-SUM({first}:{last}),"–")'
        _count_cell(sheet, draft, (other, column), rest)
        _count_cell(sheet, draft, (total, column), _once_checked(severity, counted), "total")


def _looks(sheet: page.Sheet, draft: Draft, top: int, bottom: int) -> None:
    """Colour the severities, and draw only the rows that hold a finding.

    Each rule draws the line itself: not every program lays one rule's look over another's.
    """
    line = {"bottom": 1, "bottom_color": RULE}
    conditional = draft.styles.conditional
    for word, (ink, fill) in SEVERITIES.items():
        look = conditional(font_color=ink, bg_color=fill, bold=True, **line)
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        sheet.conditional_format(top, 0, bottom, 0, rule)
    filled = f'$A{top + 1}<>""'
    first, last = _AT["Taulukossa"], _AT["Pitäisi olla"]
    printed = xl_rowcol_to_cell(top, first)
    whole = f"=AND({filled},ISNUMBER({printed}),MOD(N({printed}),1)=0)"
    for left, right, criteria, look in (
        (first, last, whole, conditional(num_format="#,##0", **line)),
        (_AT["Perustelu"], _AT["Milloin"], f"={filled}", conditional(bg_color=INPUT_FILL, **line)),
        (0, len(COLUMNS) - 1, f"={filled}", conditional(**line)),
    ):
        rule = {"type": "formula", "criteria": criteria, "format": look}
        sheet.conditional_format(top, left, bottom, right, rule)


def _rows(sheet: page.Sheet, draft: Draft, top: int) -> None:
    for row in range(top, top + ROWS):
        for column, (_, _, look) in enumerate(COLUMNS):
            sheet.write_blank(row, column, None, draft.styles("left", *look, "wrap"))
        of_sheet, cell = (xl_rowcol_to_cell(row, _AT[name]) for name in ("Välilehti", "Solu"))
        target = f"""HYPERLINK("#'"&SUBSTITUTE({of_sheet},"'","''")&"'!"&{cell},{cell})"""
        formula = f'=IF({cell}="","",{target})'
        sheet.grow(row, LINES)
        sheet.write_formula(row, _AT["Siirry"], formula, draft.styles("left", "link", "wrap"), "")


def write(draft: Draft, settings: SettingsPlaces) -> None:
    """Write the sheet, without findings."""
    sheet = page.add(
        draft, draft.words(NAME), "result", [width for _, width, _ in COLUMNS], wide=True
    )
    page.head(
        sheet,
        draft,
        NAME,
        "Päivitys täyttää taulukon. Korjaa solu tai kirjoita riville perustelu ja nimesi. "
        "Kaikki: perustelun alussa perustelee kaikki samanlaiset.",
    )
    _counts(sheet, draft, settings, page.FIRST_ROW)
    row = header_row(len(draft.city.areas))
    sheet.write_string(row - 1, 0, "Tarkistettu", draft.styles("muted"))
    sheet.write_blank(row - 1, 1, None, draft.styles("muted"))
    header = {text: "right" if "changed" in look else "left" for text, _, look in COLUMNS}
    top = page.header(sheet, draft, row, header)
    _rows(sheet, draft, top)
    _looks(sheet, draft, top, top + COUNTED_ROWS - 1)
    sheet.autofilter(row, 0, top + COUNTED_ROWS - 1, len(COLUMNS) - 1)
    sheet.freeze_panes(top, _AT["Siirry"] + 1)
    sheet.repeat_rows(row)
    sheet.print_area(0, 0, top, _PRINTED - 1)  # a refresh widens it to the last finding
