"""The chart as a picture: columns with their numbers on them, nothing else."""

import io
from decimal import Decimal

from PIL import Image, ImageDraw

from tpxl.jobs.export.report import Chart
from tpxl.jobs.export.text_metrics import drawable, font, width
from tpxl.messages.sentences import printed

WIDTH_CM, HEIGHT_CM = 17.0, 5.6
PIXELS_PER_CM = 100
TEXT, UNIT, AXIS = "#262626", "#595959", "#7F7F7F"
_SIZE, _SMALLEST, _MARGIN, _GAP = 36, 16, 20, 12


def draw(chart: Chart, *, accent: str) -> bytes:
    """Return the chart as PNG: `accent` for what came true, a tint of it for what was decided."""
    size = round(WIDTH_CM * PIXELS_PER_CM), round(HEIGHT_CM * PIXELS_PER_CM)
    image = Image.new("RGB", size, "white")
    canvas = _Canvas(chart, ImageDraw.Draw(image), size, accent)
    canvas.draw()
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(PIXELS_PER_CM * 2.54, PIXELS_PER_CM * 2.54))
    return out.getvalue()


class _Canvas:
    """One drawing: places computed once, then columns, numbers and headings drawn."""

    def __init__(
        self, chart: Chart, pen: ImageDraw.ImageDraw, size: tuple[int, int], accent: str
    ) -> None:
        self.chart, self.pen, self.accent = chart, pen, accent
        self.width, self.height = size
        self.step = (self.width - 2 * _MARGIN) / len(chart.periods)
        letters = _fitting(chart, self.step - _GAP)
        self.face, self.has_letters = font(letters)
        line = letters + _GAP
        lowest, highest = (float(f((*chart.values, Decimal(0)))) for f in (min, max))
        self.top = _MARGIN + line + (line if highest > 0 else 0)
        self.bottom = self.height - _MARGIN - line - (line if lowest < 0 else 0)
        self.highest = highest
        self.per_unit = (self.bottom - self.top) / (highest - lowest or 1)

    def draw(self) -> None:
        self._text(self.chart.unit, _MARGIN, _MARGIN, "lt", UNIT)
        for number, (period, value, is_actual) in enumerate(
            zip(self.chart.periods, self.chart.values, self.chart.is_actual, strict=True)
        ):
            middle = _MARGIN + (number + 0.5) * self.step
            self._column(middle, min(self.step * 0.6, 180), value, is_actual=is_actual)
            self._text(period, middle, self.height - _MARGIN, "ms", TEXT)
        zero = self._y(Decimal(0))
        self.pen.line([(_MARGIN, zero), (self.width - _MARGIN, zero)], fill=AXIS, width=3)

    def _column(self, middle: float, wide: float, value: Decimal, *, is_actual: bool) -> None:
        zero, end = self._y(Decimal(0)), self._y(value)
        fill = self.accent if is_actual else tint(self.accent, 0.6)
        top, bottom = sorted((zero, end))
        if bottom - top >= 1:
            self.pen.rectangle(
                [middle - wide / 2, top, middle + wide / 2, bottom], fill=fill, outline=self.accent
            )
        if value >= 0:
            self._text(printed(value), middle, end - _GAP, "ms", TEXT)
        else:
            self._text(printed(value), middle, end + _GAP, "mt", TEXT)

    def _y(self, value: Decimal) -> float:
        return self.top + (self.highest - float(value)) * self.per_unit

    def _text(self, text: str, x: float, y: float, anchor: str, fill: str) -> None:
        words = drawable(text, self.has_letters)
        self.pen.text((x, y), words, fill=fill, font=self.face, anchor=anchor)


def _fitting(chart: Chart, room: float) -> int:
    widest = max(width(text, _SIZE) for text in (*chart.periods, *map(printed, chart.values)))
    return max(_SMALLEST, min(_SIZE, int(_SIZE * room / widest)))


def tint(color: str, share: float) -> str:
    """Return a colour `share` of the way from `color` to white.

    >>> tint("#000000", 0.5)
    '#808080'
    """
    parts = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02X}" for part in parts)
