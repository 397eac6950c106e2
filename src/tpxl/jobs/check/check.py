"""Check a book: every printed figure, every goal, where the tables are. Nothing is changed."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tpxl.books import Book
from tpxl.jobs.allocation.check import allocation_findings
from tpxl.jobs.allocation.expected import allocation_lineage
from tpxl.jobs.check.comments import comment_findings
from tpxl.jobs.check.context import CheckContext, Checker
from tpxl.jobs.check.copied_areas import copied_area_findings
from tpxl.jobs.check.figure_findings import figure_findings
from tpxl.jobs.check.residents import residents_findings
from tpxl.jobs.check.roundness import roundness_findings
from tpxl.jobs.check.seen import is_unfilled, unfilled_areas, untied
from tpxl.jobs.check.summaries import summary_findings
from tpxl.jobs.check.unread import unread_findings
from tpxl.jobs.check.years import year_findings
from tpxl.jobs.journal.sheets import explained, write_findings
from tpxl.jobs.results import CheckResult, completeness_of, unread_cells
from tpxl.layout import Survey, survey
from tpxl.layout.survey import Progress
from tpxl.messages import absent_sheets, phrased
from tpxl.model import Address, Area, FiguresTable, Finding, Related, Severity, Sheets

_MISSING = ("_missing", "_awaited")


def _layout(context: CheckContext) -> Iterator[Finding]:
    """Yield the sheets that cannot be read, the faults of the settings, the formulas without value.

    Where the book awaits recalculation, it is said once how many formulas have an old value.
    """
    found = context.survey
    for error in found.damaged:
        sheet, cell = str(error.facts["sheet"]), error.facts.get("cell")
        yield Finding(
            "sheet_unread",
            Severity.ERROR,
            sheet=sheet,
            cell=None if cell is None else str(cell),
            facts={"error": error},
        )
    yield from map(_claimed_twice, found.contested)
    yield from map(_unclear, found.undecided)
    yield from found.findings
    for sheet, unvalued in found.unvalued.items():
        yield Finding(
            "formulas_without_value",
            Severity.UNVERIFIABLE,
            sheet=sheet,
            cell=unvalued.first.a1,
            facts={"count": unvalued.cells},
        )
    yield from map(_not_begun, unfilled_areas(found.areas))
    if found.hidden:
        sheets = [area.sheet for area in found.hidden]
        yield Finding("areas_hidden", Severity.INFO, facts={"sheets": sheets})
    tables = (table for area in found.areas for table in area.tables)
    unknown = (figure for table in tables for figure in table if not figure.is_known)
    waiting = sum(figure.value is not None for figure in unknown)
    if waiting:
        yield Finding("formulas_wait", Severity.INFO, facts={"book": found.book, "count": waiting})


def _claimed_twice(claim: Sequence[Area]) -> Finding:
    """Return that several sheets claim one area: the later ones are the likelier copies."""
    places = [Related(area.sheet, Address(*area.tables[0].block[:2]).a1) for area in claim]
    return Finding(
        "area_twice",
        Severity.ERROR,
        area=claim[0].name,
        sheet=places[-1].sheet,
        cell=places[-1].cell,
        related=tuple(places[:-1]),
        facts={"sheets": [area.place for area in claim]},
    )


def _not_begun(area: Area) -> Finding:
    """Return that an area has no figures yet while others have."""
    return Finding("area_unfilled", Severity.INFO, area=area.name, sheet=area.sheet)


def _unclear(tables: Sequence[FiguresTable]) -> Finding:
    """Return that nobody knows whose the figures of a sheet's parts are."""
    places = [Related(table.sheet, Address(*table.block[:2]).a1) for table in tables]
    return Finding(
        "areas_unclear",
        Severity.ERROR,
        sheet=places[1].sheet,
        cell=places[1].cell,
        related=(places[0], *places[2:]),
        facts={"first": places[0].cell},
    )


def _goals(context: CheckContext) -> Iterable[Finding]:
    """Return the findings on the goals; their rooms are loaded by the first book that has some."""
    if not context.survey.goals:
        return ()
    from tpxl.jobs.goals.check import goal_findings, named_schema

    schema = context.schema or named_schema(context.survey.settings, context.book)
    findings = goal_findings(context.survey, schema)
    return (one for one in findings if not _is_uncalculated(one, context))


def _is_uncalculated(finding: Finding, context: CheckContext) -> bool:
    """Tell whether a text is called missing that a formula makes which nobody has calculated."""
    sheet, cell = finding.sheet, finding.cell
    if sheet is None or cell is None or not finding.code.endswith(_MISSING):
        return False
    if sheet not in context.survey.unvalued:
        return False
    grid, at = context.book.read(sheet), Address.parse(cell)
    return grid.has_formula(at) and grid.value(at) is None


def _unread(context: CheckContext) -> Iterable[Finding]:
    return unread_findings(context.unread, context.expected)


CHECKERS: tuple[Checker, ...] = (
    _layout,
    _unread,
    summary_findings,
    copied_area_findings,
    figure_findings,
    allocation_findings,
    residents_findings,
    comment_findings,
    roundness_findings,
    year_findings,
    _goals,
)
"""The checks, in the order their findings are told."""


def check(
    book: Sheets,
    *,
    schema: Path | None = None,
    lang: str = "fi",
    progress: Progress | None = None,
    with_hidden: bool = False,
) -> CheckResult:
    """Return what is wrong in the book; area sheets out of sight are read `with_hidden` ones.

    Raises:
        TpxlError: no table of the family is found, or a sheet or the schema cannot be read.
    """
    found = survey(book, progress, with_hidden=with_hidden)
    context = CheckContext.of(book, found, schema)
    told = (*findings_of(context), *_macros(book))
    return _result(found, context, told, lang)


def _macros(book: Sheets) -> Iterable[Finding]:
    """Return what is to be said of the book's macros, which no button is pressed to hear."""
    from tpxl.jobs.upgrade import macro_findings

    return macro_findings(book)


def record(
    book: Book,
    *,
    schema: Path | None = None,
    lang: str = "fi",
    progress: Progress | None = None,
) -> CheckResult:
    """Check the open book and bring `Tarkistus` up to date where it has one, as Tarkista does.

    Raises:
        TpxlError: as `check`.
    """
    found = survey(book, progress)
    context = CheckContext.of(book, found, schema)
    findings = tuple(findings_of(context))
    now = dt.datetime.now().astimezone()
    unwritten = write_findings(book, found, findings, now, is_asked=True)
    return _result(found, context, (*findings, *unwritten), lang)


def _result(
    found: Survey, context: CheckContext, told: Iterable[Finding], lang: str
) -> CheckResult:
    findings = phrased(told, lang)
    return CheckResult(
        found.book,
        findings,
        count_figures(found, findings),
        tuple(allocation_lineage(context.allocations)),
        tuple(completeness_of(found, findings)),
        is_unfilled(context),
        untied(context),
    )


def findings_of(context: CheckContext) -> Iterator[Finding]:
    """Yield the findings of every checker on a book, those explained on its journal marked so.

    Their messages are still to be made.
    """
    told = (finding for checker in CHECKERS for finding in checker(context))
    absent = absent_sheets(context.book.sheets)
    if absent:
        told = (replace(one, facts={**one.facts, "absent": absent}) for one in told)
    yield from explained(context.survey.findings_journal, told)


def count_figures(found: Survey, findings: Iterable[Finding] = ()) -> int:
    """Return how many printed figures of the area sheets' tables were read."""
    unread = unread_cells(findings)
    return sum(
        figure.number is not None and not (unread and (figure.sheet, figure.cell) in unread)
        for area in found.areas
        for table in area.tables
        for figure in table
    )
