"""Budget figures that are not round where all the others are: often a typing mistake."""

from collections.abc import Iterator

from tpxl.jobs.inspection import Inspection
from tpxl.model import Figure, Finding, Measure, Severity
from tpxl.model.line import MARGIN
from tpxl.rules.rounding import exact
from tpxl.rules.roundness import odd_one
from tpxl.terms.lines import COUNTS, LABELS


def roundness_findings(inspection: Inspection) -> Iterator[Finding]:
    """Yield the one budget input of the book that is not round, where all the others are."""
    figures = list(_budget_inputs(inspection))
    numbers = [exact(figure.number or 0) * exact(figure.scale) for _, figure in figures]
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


def _budget_inputs(inspection: Inspection) -> Iterator[tuple[str, Figure]]:
    for area in inspection.survey.areas:
        for table in area.tables:
            for figure in table if table.is_sound else ():
                if figure.period.kind.is_budget and _is_input(figure):
                    yield area.name, figure


def _is_input(figure: Figure) -> bool:
    line = figure.line
    return (
        line.measure is Measure.AMOUNT
        and line.code in LABELS
        and line.code not in COUNTS
        and line != MARGIN
        and figure.number is not None
        and figure.is_known
    )
