"""Changes so large that they need a written explanation."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tpxl.jobs.check.area_lines import figures_of
from tpxl.jobs.check.context import CheckContext
from tpxl.layout.cells.numbers import number_in
from tpxl.model import (
    Area,
    Figure,
    FiguresRow,
    Finding,
    Line,
    Measure,
    Period,
    Related,
    Settings,
    Severity,
)
from tpxl.rules.arithmetic import change_percent
from tpxl.rules.rounding import Exact, magnitude, measured, rational, rounded
from tpxl.terms import fold
from tpxl.terms.lines import COUNTS, LABELS
from tpxl.terms.settings import COMMENT_AMOUNT, COMMENT_PERCENT


class Limits(NamedTuple):
    """Over which change, in per cent, and over which figure, in euros, a reason is asked for."""

    percent: Exact = 50
    euros: Exact = 100_000

    @classmethod
    def of(cls, settings: Settings) -> "Limits":
        """Return the limits typed in the settings, else those of the report's rule."""
        usual = cls()
        return cls(
            _typed(settings, COMMENT_PERCENT, usual.percent),
            _typed(settings, COMMENT_AMOUNT, usual.euros),
        )


def comment_findings(context: CheckContext) -> Iterator[Finding]:
    """Yield a finding at each newer figure that is large and has changed much.

    Source: every line of euros, compared within one kind of period.
    """
    limits = Limits.of(context.survey.settings)
    for area in context.survey.areas:
        seen = set()
        for row in _rows_of_euros(area):
            printed = figures_of(area, row.line)
            for period, figure in row.figures.items():
                new = _euros(figure)
                if new is None or magnitude(new) <= limits.euros or (row.line, period) in seen:
                    continue
                seen.add((row.line, period))
                finding = _finding(area, figure, new, printed, limits)
                if finding is not None:
                    yield finding


def _rows_of_euros(area: Area) -> Iterator[FiguresRow]:
    for table in area.tables:
        for row in table.rows if table.is_sound else ():
            if _is_euros(row.line):
                yield row


def _is_euros(line: Line) -> bool:
    return line.measure is Measure.AMOUNT and line.code in LABELS and line.code not in COUNTS


def _euros(figure: Figure) -> Exact | None:
    return None if figure.number is None else measured(figure)


def _base(figure: Figure, printed: Mapping[Period, Figure]) -> tuple[Figure, Exact] | None:
    """Return the first figure to compare with that is known, and its euros."""
    for period in figure.period.bases if figure.period is not None else ():
        base = printed.get(period)
        old = None if base is None or not base.is_known else _euros(base)
        if base is not None and old is not None:
            return base, old
    return None


def _finding(
    area: Area, figure: Figure, new: Exact, printed: Mapping[Period, Figure], limits: Limits
) -> Finding | None:
    found = _base(figure, printed) if figure.is_known else None
    if found is None or _is_small(new, found[1], limits):
        return None
    base, old = found
    change = change_percent(new, old)
    facts = {"base_period": base.period, "base_number": base.number}
    if change is not None:
        facts["change"] = rounded(change, 1)
    return Finding(
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


def _is_small(new: Exact, old: Exact, limits: Limits) -> bool:
    """Tell whether a change is within the limit: without dividing, for nearly all are."""
    has_percent = old != 0 and (new == 0 or (new < 0) == (old < 0))
    return has_percent and magnitude(new - old) * 100 <= limits.percent * magnitude(old)


def _typed(settings: Settings, names: tuple[str, ...], usual: Exact) -> Exact:
    for name in names:
        text = settings.texts.get(fold(name))
        reading = number_in(text) if text is not None else None
        if reading is not None:
            return magnitude(rational(reading.number))
    return usual
