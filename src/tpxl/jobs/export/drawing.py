"""The chart as shapes, drawn once for every form: columns with their numbers on them, a key.

As SVG its letters stay letters; `docx.picture` paints the same shapes for programs that know no
vectors.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from tpxl.jobs.export.report import Chart
from tpxl.jobs.export.text_metrics import width

WIDTH_CM, HEIGHT_CM = 17.0, 5.6
UNITS_PER_CM = 100
WIDE, HIGH = round(WIDTH_CM * UNITS_PER_CM), round(HEIGHT_CM * UNITS_PER_CM)
TEXT, QUIET, AXIS = "#262626", "#595959", "#7F7F7F"
TINT = 0.6
"""How far the colour of what was decided is on the way from the accent to white."""
LETTERS = "Carlito, Calibri, Arial, sans-serif"
_SIZE, _SMALLEST, _MARGIN, _GAP, _BROADEST = 36, 16, 20, 12, 180
_ASCENT = 0.75
"""How high a capital stands over the line it is written on, in ems."""


class Bar(NamedTuple):
    """A rectangle from its upper left corner, filled and lined."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    line: str


class LevelLine(NamedTuple):
    """A level line."""

    left: float
    right: float
    y: float


class PlacedText(NamedTuple):
    """A text on its line; `anchor` is start, middle or end."""

    text: str
    x: float
    y: float
    fill: str
    anchor: str


class Drawing(NamedTuple):
    """A chart's shapes, and the size of its letters."""

    shapes: tuple[Bar | LevelLine | PlacedText, ...]
    letters: int


def drawing_of(chart: Chart, accent: str, most: int = _SIZE) -> Drawing:
    """Return a chart's drawing: `accent` for what came true, a tint of it for what was decided.

    `most` is the size of its letters where they fit.
    """
    step = (WIDE - 2 * _MARGIN) / len(chart.periods)
    letters = _fitting(chart, step - _GAP, most)
    return Drawing(tuple(_Sketch(chart, step, letters, accent).shapes()), letters)


class _Sketch:
    """One drawing's places, computed once."""

    def __init__(self, chart: Chart, step: float, letters: int, accent: str) -> None:
        self.chart, self.step, self.letters = chart, step, letters
        self.colors = {True: accent, False: tint(accent, TINT)}
        self.accent = accent
        line = letters + _GAP
        lowest, highest = (float(f((*chart.values, Decimal(0)))) for f in (min, max))
        self.top = _MARGIN + line + (line if highest > 0 else 0)
        self.bottom = HIGH - _MARGIN - line - (line if lowest < 0 else 0)
        self.highest = highest
        self.per_unit = (self.bottom - self.top) / (highest - lowest or 1)

    def shapes(self) -> Iterator[Bar | LevelLine | PlacedText]:
        chart = self.chart
        yield PlacedText(chart.unit, _MARGIN, _MARGIN + self.letters * _ASCENT, QUIET, "start")
        yield from self._key()
        columns = zip(chart.periods, chart.values, chart.labels, chart.is_actual, strict=True)
        for number, (period, value, label, is_actual) in enumerate(columns):
            middle = _MARGIN + (number + 0.5) * self.step
            yield from self._column(middle, value, self.colors[is_actual])
            zero = value >= 0
            y = self._y(value) - _GAP if zero else self._y(value) + _GAP + self.letters * _ASCENT
            yield PlacedText(label, middle, y, TEXT, "middle")
            yield PlacedText(period, middle, HIGH - _MARGIN, TEXT, "middle")
        yield LevelLine(_MARGIN, WIDE - _MARGIN, self._y(Decimal(0)))

    def _column(self, middle: float, value: Decimal, fill: str) -> Iterator[Bar]:
        top, bottom = sorted((self._y(Decimal(0)), self._y(value)))
        if bottom - top >= 1:
            broad = min(self.step * 0.6, _BROADEST)
            yield Bar(middle - broad / 2, top, broad, bottom - top, fill, self.accent)

    def _key(self) -> Iterator[Bar | PlacedText]:
        """Yield what the two colours mean, from the right, where both are there."""
        if len(set(self.chart.is_actual)) == 1:
            return
        right = float(WIDE - _MARGIN)
        side = self.letters * _ASCENT
        for is_actual, word in reversed([*zip((True, False), self.chart.kinds, strict=True)]):
            yield PlacedText(word, right, _MARGIN + side, QUIET, "end")
            right -= width(word, self.letters) + side + _GAP
            yield Bar(right, _MARGIN, side, side, self.colors[is_actual], self.accent)
            right -= 3 * _GAP

    def _y(self, value: Decimal) -> float:
        return self.top + (self.highest - float(value)) * self.per_unit


def _fitting(chart: Chart, room: float, most: int) -> int:
    widest = max(width(text, _SIZE) for text in (*chart.periods, *chart.labels))
    return max(_SMALLEST, min(most, int(_SIZE * room / widest)))


def tint(color: str, share: float) -> str:
    """Return a colour `share` of the way from `color` to white.

    >>> tint("#000000", 0.5)
    '#808080'
    """
    parts = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02X}" for part in parts)


def svg(drawing: Drawing, *, attributes: str = "") -> str:
    """Return the drawing as SVG; `attributes` are more of its outermost element's."""
    inside = "".join(_svg_shapes(drawing.shapes))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" '
        f'width="{WIDTH_CM}cm" height="{HEIGHT_CM}cm" font-family="{LETTERS}" '
        f'font-size="{drawing.letters}"{attributes}>{inside}</svg>'
    )


def _svg_shapes(shapes: Sequence[Bar | LevelLine | PlacedText]) -> Iterator[str]:
    for shape in shapes:
        match shape:
            case Bar(x, y, broad, high, fill, line):
                yield (
                    f'<rect x="{x:.1f}" y="{y:.1f}" width="{broad:.1f}" height="{high:.1f}" '
                    f'fill="{fill}" stroke="{line}" stroke-width="2"/>'
                )
            case LevelLine(left, right, y):
                yield (
                    f'<line x1="{left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}" '
                    f'stroke="{AXIS}" stroke-width="3"/>'
                )
            case PlacedText(text, x, y, fill, anchor):
                yield (
                    f'<text x="{x:.1f}" y="{y:.1f}" fill={quoteattr(fill)} '
                    f'text-anchor="{anchor}">{escape(text)}</text>'
                )
