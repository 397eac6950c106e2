"""What is wrong with a summary as a whole: areas it lacks, names no area has, error values.

Each is told once: what follows from it, a total that cannot be held to its parts, is not.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.check.once import LOST
from tpxl.layout import Survey
from tpxl.model import Area, Finding, Line, Period, Severity
from tpxl.model.figure import SheetErrors, SummaryName, SummaryPage, SummaryTotal
from tpxl.terms import fold


def summary_findings(context: CheckContext) -> Iterator[Finding]:
    """Yield the error values of each summary, then the names that it and the areas do not share."""
    found = context.survey
    for errors in filter(None, (page.errors for page in found.summary.pages)):
        yield errors_finding(errors)
    totals: dict[str, list[SummaryTotal]] = defaultdict(list)
    for total in found.summary.totals:
        totals[total.total.sheet].append(total)
    yield from (_taken_finding(one.area) for one in found.totals if one.by_figures)
    for page in found.summary.pages:
        yield from _absent(page, totals[page.sheet], found)
    if not found.damaged:  # the areas of a damaged sheet are not known
        yield from _unknown(found.summary.totals)


def errors_finding(errors: SheetErrors) -> Finding:
    """Return the one finding of the error values of a sheet."""
    return Finding(
        "error_values",
        Severity.ERROR,
        sheet=errors.sheet,
        cell=errors.first.a1,
        facts={
            "count": errors.cells,
            "text": errors.error,
            "todo": "lost" if errors.error == LOST else "formulas",
        },
    )


def _taken_finding(area: Area) -> Finding:
    """Return that an area's sheet was read as totals of the others by its figures alone."""
    first = min(figure.address for table in area.tables for figure in table)
    return Finding("taken_for_total", Severity.INFO, sheet=area.sheet, cell=first.a1)


def _absent(
    page: SummaryPage, totals: Collection[SummaryTotal], found: Survey
) -> Iterator[Finding]:
    """Yield the areas whose figures a summary's totals lack: it names most others."""
    named = set(map(fold, page.areas))
    wanted = {(one.total.line, one.total.period) for one in totals if one.total.period is not None}
    areas = {fold(area.name): area for area in found.areas if _has_any(area, wanted)}
    absent = [area for name, area in areas.items() if name not in named]
    present = len(areas) - len(absent)
    if not totals or present < max(1, len(absent)):
        return
    first = min((one.total for one in totals), key=lambda figure: figure.address)
    for area in absent:
        yield Finding(
            "area_not_in_summary",
            Severity.ERROR,
            area=area.name,
            sheet=page.sheet,
            cell=first.cell,
        )


def _has_any(area: Area, wanted: Collection[tuple[Line, Period | None]]) -> bool:
    return any(
        (figure := area.figure(line, period)) is not None and figure.number is not None
        for line, period in wanted
        if period is not None
    )


def _unknown(totals: Iterable[SummaryTotal]) -> Iterator[Finding]:
    """Yield the names that a summary sums as areas and no sheet has, each once a sheet."""
    named: dict[tuple[str, str], dict[SummaryName, None]] = defaultdict(dict)
    for name in (name for total in totals for name in total.unknown):
        named[name.sheet, fold(name.text)][name] = None
    for (sheet, _), names in named.items():
        first = min(names, key=lambda name: name.address)
        yield Finding(
            "summary_names_unknown_area",
            Severity.ERROR,
            sheet=sheet,
            cell=first.address.a1,
            facts={"text": first.text},
        )
