"""The charts of Yhteenveto: each has a title that says the finding and an alternative text."""

from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

from tpxl.master import page
from tpxl.master.draft import Draft
from tpxl.master.places import AreaPlaces
from tpxl.master.sheets import chart_figures, side_by_side
from tpxl.master.sheets.chart_figures import AreaRows, Said
from tpxl.master.sheets.followup import FollowupPlaces
from tpxl.master.styles import ACCENT, MUTED

_PIXELS = {"width": 990, "height": 320}
_ROWS_OF_CHART = 17
_ACCENT_LIGHT, _ACCENT_PALE = "#7FA7CF", "#B8C4D0"
_FONT = {"name": "Calibri", "size": 10, "color": "#404040", "bold": False}
_MOST_LABELLED = 8
_THOUSANDS, _ONE = "#,##0,", "#,##0.#"


class _Canvas:
    """A sheet that charts are drawn on."""

    def __init__(self, sheet: page.Sheet, draft: Draft) -> None:
        self.sheet, self._draft = sheet, draft
        self._name = quote_sheetname(sheet.get_name())

    def words(self, text: str) -> str:
        return self._draft.words(text)

    def cell(self, row: int, column: int) -> str:
        place = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        return f"={self._name}!{place}"

    def cells(self, top: int, left: int, bottom: int, right: int) -> str:
        return f"={self._name}!{xl_range_abs(top, left, bottom, right)}"

    def chart(self, said: Said, unit: str, numbers: str, *, rising: bool = False) -> Chart:
        """Return a chart whose value axis grows with spending: negative figures rise."""
        chart: Chart = self._draft.workbook.add_chart({"type": "column"})
        title = {"name": "Calibri", "size": 12, "bold": True, "color": ACCENT}
        chart.set_title({"name": self.cell(said.row, 0), "data": [said.text], "name_font": title})
        chart.set_legend({"position": "bottom", "font": _FONT})
        labels = "low" if rising else "high"
        chart.set_x_axis({"num_font": _FONT, "label_position": labels, "line": {"color": MUTED}})
        chart.set_y_axis(
            {
                "name": self.words(unit),
                "name_font": _FONT,
                "num_font": _FONT,
                "num_format": numbers,
                "reverse": not rising,
                "major_gridlines": {"visible": True, "line": {"color": "#E0E0E0"}},
                "line": {"none": True},
            }
        )
        chart.set_size(_PIXELS)
        return chart

    def place(self, chart: Chart, row: int, description: str) -> int:
        said = self.words(description)
        self.sheet.insert_chart(
            row, 0, chart, {"description": said, "object_position": 2, "y_offset": 4}
        )
        return row + _ROWS_OF_CHART


def _series(
    name: str, rows: AreaRows, ranges: tuple[str, str], colour: str, numbers: str
) -> dict[str, Any]:
    """Return a series over categories and values; of many areas no figure would be readable."""
    categories, values = ranges
    has_room = rows.last - rows.first < _MOST_LABELLED
    label = {"value": True, "num_format": numbers, "font": {**_FONT, "size": 9}}
    return {
        "name": name,
        "categories": categories,
        "values": values,
        "fill": {"color": colour},
        "border": {"none": True},
        "gap": 60,
        **({"data_labels": label} if has_room else {}),
    }


def _against_budget(canvas: _Canvas, at: FollowupPlaces, said: Said) -> Chart:
    chart = canvas.chart(said, "Toimintakate, 1 000 €", _THOUSANDS)
    header, last = at.first - 1, at.total - 1
    names = canvas.cells(at.first, 0, last, 0)
    for column, colour in ((at.BUDGET, _ACCENT_LIGHT), (at.ACTUAL, ACCENT)):
        values = canvas.cells(at.first, column, last, column)
        name = canvas.cell(header, column)
        rows = AreaRows(at.first, last)
        chart.add_series(_series(name, rows, (names, values), colour, _THOUSANDS))
    return chart


def _per_resident(canvas: _Canvas, header: int, lines: AreaRows, seasons: int, said: Said) -> Chart:
    chart = canvas.chart(said, "Toimintakate, €/asukas", "#,##0")
    left, right = side_by_side.FIRST_COLUMN, side_by_side.FIRST_COLUMN + seasons - 1
    names = canvas.cells(header, left, header, right)
    colours = (ACCENT, _ACCENT_LIGHT, _ACCENT_PALE)
    for place, row in enumerate(range(lines.first, lines.last + 1)):
        values = canvas.cells(row, left, row, right)
        colour = colours[place % len(colours)]
        chart.add_series(_series(canvas.cell(row, 0), lines, (names, values), colour, _ONE))
    return chart


def _shared_costs(canvas: _Canvas, rows: AreaRows, said: Said) -> Chart:
    chart = canvas.chart(said, "Menot, 1 000 €", _THOUSANDS, rising=True)
    names = canvas.cells(rows.first, 0, rows.last, 0)
    for name, column, colour in (
        ("Muut menot", chart_figures.OWN_COLUMN, _ACCENT_LIGHT),
        ("Johtamisen kustannukset", chart_figures.SHARED_COLUMN, ACCENT),
    ):
        values = canvas.cells(rows.first, column, rows.last, column)
        shown = canvas.words(name)
        chart.add_series(_series(shown, rows, (names, values), colour, _THOUSANDS))
    return chart


def write(
    sheet: page.Sheet,
    draft: Draft,
    row: int,
    *,
    areas: list[AreaPlaces],
    lines: dict[str, int],
    margins: FollowupPlaces,
) -> int:
    """Draw the charts from `row` on, what they are drawn from under them; return the last row."""
    canvas = _Canvas(sheet, draft)
    figures = row + 3 * _ROWS_OF_CHART
    width = len(side_by_side.columns(draft.city)) + side_by_side.FIRST_COLUMN
    table = page.heading(sheet, draft, figures, "Kaavioiden luvut", width)
    first = lines[side_by_side.PER_RESIDENT]
    residents = AreaRows(first, first + len(areas) - 1)
    rows = chart_figures.table(sheet, draft, table, areas, first)
    budget = chart_figures.against_budget(sheet, draft, rows.last + 1, margins)
    change = chart_figures.per_resident(sheet, draft, rows.last + 2, residents, rows)
    shared = chart_figures.shared_costs(sheet, draft, rows.last + 3, rows)
    row = canvas.place(_against_budget(canvas, margins, budget), row, _DESCRIPTIONS[0])
    seasons = len(draft.city.seasons)
    chart = _per_resident(canvas, lines[""], residents, seasons, change)
    row = canvas.place(chart, row, _DESCRIPTIONS[1])
    canvas.place(_shared_costs(canvas, rows, shared), row, _DESCRIPTIONS[2])
    return rows.last + 3


_DESCRIPTIONS = (
    (
        "Pylväskaavio: kunkin vastuualueen toimintakate talousarviossa ja tilinpäätöksessä, "
        "1 000 €. Luvut ovat taulukossa Toimintakate: talousarvio ja toteuma."
    ),
    (
        "Pylväskaavio: kunkin vastuualueen toimintakate asukasta kohti kausittain, euroa. "
        "Luvut ovat taulukossa Vastuualueet rinnakkain."
    ),
    (
        "Pylväskaavio: kunkin vastuualueen muut menot ja vyörytetyt "
        "johtamisen kustannukset, 1 000 €. Luvut ovat taulukossa Kaavioiden luvut."
    ),
)
