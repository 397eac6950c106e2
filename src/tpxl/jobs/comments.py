"""Changes so large that they need a written explanation."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tpxl.jobs.inspection import Inspection
from tpxl.layout.numbers import number_in
from tpxl.model import (
    Area,
    Figure,
    FiguresRow,
    Finding,
    Line,
    Measure,
    Related,
    Settings,
    Severity,
)
from tpxl.rules.change import change_percent
from tpxl.rules.rounding import magnitude, rational, rounded
from tpxl.terms import fold
from tpxl.terms.lines import COUNTS, LABELS
from tpxl.terms.settings import COMMENT_AMOUNT, COMMENT_PERCENT


class Limits(NamedTuple):
    """Over which change, in per cent, and over which figure, in euros, a reason is asked for."""

    percent: Decimal = Decimal(50)
    euros: Decimal = Decimal(100_000)

    @classmethod
    def of(cls, settings: Settings) -> "Limits":
        """Return the limits typed in the settings, else those of the report's rule."""
        usual = cls()
        return cls(
            _typed(settings, COMMENT_PERCENT, usual.percent),
            _typed(settings, COMMENT_AMOUNT, usual.euros),
        )


def comment_findings(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding at each newer figure that is large and has changed much.

    Source: every line of euros, compared within one kind of period.
    """
    limits = Limits.of(inspection.survey.settings)
    for area in inspection.survey.areas:
        seen = set()
        for row in _rows_of_euros(area):
            for period, figure in row.figures.items():
                if _is_large(figure, limits) and (row.line, period) not in seen:
                    seen.add((row.line, period))
                    yield from _finding(area, figure, limits)


def _rows_of_euros(area: Area) -> Iterator[FiguresRow]:
    for table in area.tables:
        for row in table.rows if table.is_sound else ():
            if _is_euros(row.line):
                yield row


def _is_large(figure: Figure, limits: Limits) -> bool:
    return figure.number is not None and abs(figure.number * figure.scale) > limits.euros


def _is_euros(line: Line) -> bool:
    return line.measure is Measure.AMOUNT and line.code in LABELS and line.code not in COUNTS


def _euros(figure: Figure | None) -> int | Fraction | None:
    if figure is None or figure.number is None or not figure.is_known:
        return None
    number = rational(figure.number)
    return number if figure.scale == 1 else number * rational(figure.scale)


def _finding(area: Area, figure: Figure, limits: Limits) -> Iterator[Finding]:
    new = _euros(figure)
    if new is None:
        return
    bases = (area.figure(figure.line, period) for period in figure.period.bases)
    base = next((one for one in bases if _euros(one) is not None), None)
    old = _euros(base)
    if base is None or old is None or figure.number is None or base.number is None:
        return
    if _is_small(new, old, limits):
        return
    change = change_percent(new, old)
    facts = {"base_period": base.period, "base_number": base.number}
    if change is not None:
        facts["change"] = rounded(change, 1)
    yield Finding(
        code="comment_needed" if change is not None else "comment_without_percent",
        severity=Severity.COMMENT,
        area=area.name,
        sheet=figure.sheet,
        cell=figure.cell,
        line=str(figure.line),
        period=str(figure.period),
        found=figure.number,
        related=(Related(base.sheet, base.cell),),
        facts=facts,
    )


def _is_small(new: int | Fraction, old: int | Fraction, limits: Limits) -> bool:
    """Tell whether a change is within the limit: without dividing, for nearly all are."""
    has_percent = old != 0 and (new == 0 or (new < 0) == (old < 0))
    return has_percent and magnitude(new - old) * 100 <= rational(limits.percent) * magnitude(old)


def _typed(settings: Settings, names: tuple[str, ...], usual: Decimal) -> Decimal:
    for name in names:
        text = settings.texts.get(fold(name))
        reading = number_in(text) if text is not None else None
        if reading is not None:
            return abs(reading.number)
    return usual
