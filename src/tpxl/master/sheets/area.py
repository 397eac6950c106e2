"""The sheet of a service area: the nine sections of the report, in its order."""

from tpxl.master import page
from tpxl.master.city import AreaText
from tpxl.master.draft import Draft
from tpxl.master.places import AreaPlaces, SettingsPlaces
from tpxl.master.sheets import figures, goals

_SPARE_LINES = 1
_FIRST_SECTIONS = {
    "mission": "1. Toiminta-ajatus",
    "environment": "2. Toimintaympäristö ja sen muutokset taloussuunnitelmakautena",
}

_OWN_BOARD = (
    'IFERROR(INDEX({boards},MATCH(TRIM(SUBSTITUTE($A$1,"VASTUUALUE:","")),{names},0))&"","")'
)
"""The board typed beside the area that the sheet's title names, empty where none is."""


def _head(sheet: page.Sheet, draft: Draft, area: AreaText, settings: SettingsPlaces) -> None:
    page.head(sheet, draft, f"{draft.words('VASTUUALUE:')} {area.name}")
    own = _OWN_BOARD.format(boards=settings.boards, names=settings.names)
    sheet.write_formula(
        page.SUBTITLE_ROW,
        0,
        f'="Tilinpäätös "&{settings.year}&" · Toimielin: "&IF({own}="",{settings.board},{own})',
        draft.styles("muted"),
        f"{draft.words('Tilinpäätös')} {draft.city.year}{draft.words(' · Toimielin: ')}"
        f"{area.board or draft.city.board}",
    )


def write(draft: Draft, area: AreaText, settings: SettingsPlaces) -> AreaPlaces:
    """Write an area's sheet; return where its figures and goals stand."""
    widths = goals.WIDTHS
    sheet = page.add(draft, area.name, "area", widths)
    _head(sheet, draft, area, settings)
    row = page.FIRST_ROW
    for field, text in _FIRST_SECTIONS.items():
        row = page.heading(sheet, draft, row, text, len(widths))
        style = draft.styles("input", "wrap")
        paragraph = getattr(area, field)
        row = page.paragraph(sheet, row, paragraph, widths, style, spare=_SPARE_LINES) + 1
    blocks: dict[int, tuple[int, int]] = {}
    for section in (3, 4, 5):
        row, blocks[section] = goals.write(sheet, draft, row, area.section(section))
    sheet.set_h_pagebreaks([row])
    row, lines = figures.write(sheet, draft, row, area)
    for section in (8, 9):
        row, blocks[section] = goals.write(sheet, draft, row, area.section(section))
    page.print_area(sheet, row - 1, len(widths))
    return AreaPlaces(
        area.name,
        lines,
        figures.columns(draft.city),
        blocks,
        goals.ACTION_COLUMN,
        goals.OUTCOME_COLUMN,
    )
