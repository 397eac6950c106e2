"""Areas whose figures are those of another area, cell for cell: a copied sheet nobody filled in."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from tpxl.jobs.check.context import CheckContext
from tpxl.model import Area, Finding, Line, Period, Related, Severity, Value
from tpxl.terms import fold

_FEWEST = 6
"""Figures other than zero, which two areas would not share by chance."""
_DISTINCT = 4

Printed = tuple[tuple[Line, Period | None, Decimal], ...]


def copied_area_findings(context: CheckContext) -> Iterator[Finding]:
    """Yield a warning for each area that prints what an earlier one does, at its first figure."""
    alike: dict[tuple[Value, ...], list[Area]] = defaultdict(list)
    for area in context.survey.areas:
        values = tuple(figure.value for table in area.tables for figure in table if figure.value)
        alike[values].append(area)  # the numbers alone are quick to compare
    for areas in alike.values():
        printed: dict[Printed, Area] = {}
        for area in areas if len(areas) > 1 else ():
            figures = _printed(area)
            first = printed.setdefault(figures, area)
            if _tells(figures) and fold(area.name) != fold(first.name):
                yield _finding(area, first)


def _printed(area: Area) -> Printed:
    return tuple(
        (figure.line, figure.period, figure.number)
        for table in area.tables
        for figure in table
        if figure.number is not None
    )


def _tells(printed: Printed) -> bool:
    numbers = [number for _, _, number in printed if number]
    return len(numbers) >= _FEWEST and len(set(numbers)) >= _DISTINCT


def _finding(area: Area, first: Area) -> Finding:
    places = [
        next(figure for table in one.tables for figure in table if figure.number is not None)
        for one in (area, first)
    ]
    return Finding(
        "area_same_figures",
        Severity.WARNING,
        area=area.name,
        sheet=area.sheet,
        cell=places[0].cell,
        related=(Related(first.sheet, places[1].cell),),
        facts={"other": first.name},
    )
