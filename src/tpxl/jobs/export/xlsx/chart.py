"""The figures' chart as Excel draws it: it follows the cells and stays editable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tpxl.jobs.export.drawing import tint
from tpxl.jobs.export.report import Chart

AXIS, TEXT = "#7F7F7F", "#262626"
DECIDED_TINT = 0.6
TITLE_PLACE, UNIT_PLACE = {"x": 0.01, "y": 0.02}, {"x": 0.01, "y": 0.14}
"""From the chart's upper left corner, as shares of its width and height: where all texts begin."""


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart and the figures it is drawn from, as the template's fields hold them."""

    chart: Chart
    figures: Mapping[str, Any]

    @property
    def values(self) -> Sequence[object]:
        """Return the row of figures: its identity tells where it was printed."""
        line: Sequence[object] = self.figures["rivit"][self.chart.line]["luvut"]
        return line


def placed_chart(chart: Chart, parts: Sequence[Mapping[str, Any]]) -> PlacedChart:
    """Return the chart over its figures; of a table in several parts, over the newest one."""
    *before, part = parts
    start = sum(len(one["kaudet"]) for one in before)
    skipped = max(0, start - chart.first)
    shown = replace(
        chart,
        first=chart.first + skipped - start,
        periods=chart.periods[skipped:],
        values=chart.values[skipped:],
        labels=chart.labels[skipped:],
        is_actual=chart.is_actual[skipped:],
    )
    return PlacedChart(shown, part)


@dataclass(frozen=True, slots=True)
class ChartSpot:
    """Where a chart goes: the cell from zero, and its size in pixels."""

    row: int
    column: int
    width: float
    height: float


def insert_chart(
    book: Workbook,
    sheet: Worksheet,
    placed: PlacedChart,
    spot: ChartSpot,
    printed: Mapping[int, tuple[int, int]],
    *,
    accent: str,
    number_format: str,
) -> None:
    """Insert the chart; `printed` tells where each list of values begins, by its identity.

    A template that leaves the figures out has nothing to draw from: then there is no chart.
    """
    values, periods = printed.get(id(placed.values)), printed.get(id(placed.figures["kaudet"]))
    if values is None or periods is None:
        return
    line = placed.figures["rivit"][placed.chart.line]["nimi"]
    chart = book.add_chart({"type": "column", "name": line})
    count, first = len(placed.chart.periods), placed.chart.first
    chart.add_series(
        {
            "name": line,
            "categories": _range(sheet, periods, first, count),
            "values": _range(sheet, values, first, count),
            "gap": 66,
            "fill": {"color": accent},
            "points": [
                {"fill": {"color": accent if actual else tint(accent, DECIDED_TINT)}}
                for actual in placed.chart.is_actual
            ],
            "data_labels": {
                "value": True,
                "position": "outside_end",
                "num_format": number_format,
                "font": {"name": "Calibri", "size": 10, "color": TEXT},
            },
        }
    )
    _dress(chart, placed.chart)
    chart.set_size({"width": spot.width, "height": spot.height})
    sheet.insert_chart(
        spot.row,
        spot.column,
        chart,
        {
            "object_position": 1,
            "description": placed.chart.description,
        },
    )


def _range(sheet: Worksheet, start: tuple[int, int], first: int, count: int) -> list[object]:
    row, column = start[0], start[1] + first
    return [sheet.get_name(), row, column, row, column + count - 1]


def _dress(chart: Any, data: Chart) -> None:  # noqa: ANN401  # XlsxWriter has no types
    letters = {"name": "Calibri", "size": 10, "color": TEXT, "bold": False}
    title = {"name": "Calibri", "size": 11, "color": TEXT, "bold": True}
    chart.set_title(
        {"name": data.title, "name_font": title, "overlay": False, "layout": TITLE_PLACE}
    )
    chart.set_legend({"none": True})
    chart.set_x_axis(
        {
            "label_position": "low",
            "num_font": letters,
            "line": {"color": AXIS},
            "major_tick_mark": "none",
        }
    )
    chart.set_y_axis(
        {
            "name": data.unit,
            "name_font": {**letters, "rotation": 360},
            "name_layout": UNIT_PLACE,
            "label_position": "none",
            "major_gridlines": {"visible": False},
            "line": {"none": True},
            "major_tick_mark": "none",
        }
    )
    chart.set_chartarea({"border": {"none": True}})
