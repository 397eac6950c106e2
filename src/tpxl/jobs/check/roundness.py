"""Budget figures that are not round where all the others are: often a typing mistake.

Budget figures that are not round where all the others are.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from tpxl.jobs.check.context import CheckContext
from tpxl.model import Figure, FiguresRow, Finding, Line, Measure, Severity
from tpxl.model.line import MARGIN
from tpxl.rules.rounding import measured
from tpxl.terms.lines import COUNTS, LABELS

UNITS = (1000, 100, 10)

FEWEST = 5
"""Fewer figures make no habit."""


def roundness_findings(context: CheckContext) -> Iterator[Finding]:
    """Yield the one budget input of the book that is not round, where all the others are."""
    figures = list(_budget_inputs(context))
    numbers = [measured(figure) for _, figure in figures]
    odd = odd_one(numbers)
    if odd is None:
        return
    (area, figure), unit = figures[odd[0]], odd[1]
    yield Finding(
        code="not_round",
        severity=Severity.INFO,
        area=area,
        sheet=figure.sheet,
        cell=figure.cell,
        line=str(figure.line),
        period=str(figure.period),
        found=figure.number,
        facts={"unit": unit},
    )


def _budget_inputs(context: CheckContext) -> Iterator[tuple[str, Figure]]:
    for area in context.survey.areas:
        for table in area.tables:
            for row in table.rows if table.is_sound else ():
                if _is_input(row.line):
                    yield from ((area.name, figure) for figure in _budgets(row))


def _is_input(line: Line) -> bool:
    is_euros = line.measure is Measure.AMOUNT and line.code in LABELS and line.code not in COUNTS
    return is_euros and line != MARGIN


def _budgets(row: FiguresRow) -> Iterator[Figure]:
    for period, figure in row.figures.items():
        if period.kind.is_budget and figure.is_number:
            yield figure


def odd_one(figures: Sequence[int | Fraction]) -> tuple[int, int] | None:
    """Return the one figure that is no multiple of a unit all others are, and that unit.

    Zeros say nothing. None where all are round, or more than one is not.

    >>> odd_one([Fraction(n) for n in (100, 2500, 1300, 400, 721, 900)])
    (4, 100)
    """
    telling = [index for index, figure in enumerate(figures) if figure]
    if len(telling) < FEWEST:
        return None
    for unit in UNITS:
        odd = [index for index in telling if figures[index] % unit]
        if len(odd) == 1:
            return odd[0], unit
    return None
