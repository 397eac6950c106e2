"""Check a published report: what is wrong and where it is printed, and how much of it was tied."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from tpxl.books.report import ReportBook
from tpxl.books.report.book import ReportPlace
from tpxl.jobs.check.check import count_figures, findings_of
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.check.judgement import tied_figures
from tpxl.jobs.check.seen import is_unfilled, untied
from tpxl.jobs.results import CheckResult, Share
from tpxl.layout import survey
from tpxl.layout.cells.numbers import is_wording
from tpxl.layout.survey import Progress
from tpxl.messages import catalogue, phrased
from tpxl.model import Address, Block, Finding, Severity
from tpxl.model.figure import CellPlace
from tpxl.rules.relations import Judged

_NOTHING = Share(0, 0)
_LONGEST_QUOTE = 40
_ROWS_ABOVE = 3
_OF_WORKBOOKS = frozenset({"number_as_text"})
"""What is no fault of a report, where every number is text."""

_OF_WRITING = frozenset({"withheld"})
"""What is told of places that would be written: nothing is written in a report."""

_UNREAD = frozenset(
    {
        "unreadable",
        "table_unreadable",
        "unread_column",
        "unread_column_near",
        "unread_row",
        "unread_row_near",
        "unread_row_lacking",
        "unread_row_lacking_total",
        "unread_lines",
        "period_twice",
        "line_twice",
        "area_twice",
        "areas_unclear",
    }
)
"""What was not read. Of a workbook its keeper can see to that; in a published report it may be the
reader's own lack (two numbers that stand too near, words of another city, an original and an
amended budget that are called alike, an area named where nobody looks), and is no error."""


@dataclass(frozen=True, slots=True)
class UntiedTable:
    """A table of a report none of whose numbers was held to another.

    `heading` is what stands right above it, `numbers` counts its numbers.
    """

    sheet: str
    cell: str
    heading: str
    numbers: int
    place: ReportPlace | None = None


@dataclass(frozen=True, slots=True)
class ReportResult(CheckResult):
    """What is wrong in a report.

    `places` tells where the cells of the findings are printed. `tied` counts the numbers of its
    tables that were held to others, of all there are; `untied_tables` are those without any.
    `proofs` are what the figures were held to, by their cells.
    """

    tied: Share = _NOTHING
    untied_tables: tuple[UntiedTable, ...] = ()
    places: Mapping[tuple[str, str], ReportPlace] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    proofs: Mapping[CellPlace, Judged] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )


def check_report(
    book: ReportBook,
    *,
    schema: Path | None = None,
    lang: str = "fi",
    progress: Progress | None = None,
) -> ReportResult:
    """Return what is wrong in a report.

    Raises:
        TpxlError: no table of the family is found, or the schema cannot be read.
    """
    found = survey(book, progress)
    context = CheckContext.of(book, found, schema)
    told = tuple(_of_report(findings_of(context)))
    findings = phrased(told, lang, lambda sheet, cell: named_place(book, sheet, cell, lang))
    proofs = tied_figures(context.judgement.weighed)
    tied = frozenset(proofs)
    numbers = frozenset(book.numbers())
    return ReportResult(
        found.book,
        findings,
        count_figures(found, findings),
        is_unfilled=is_unfilled(context),
        untied=untied(context),
        tied=Share(len(numbers & tied), len(numbers)),
        untied_tables=tuple(_untied(book, tied)),
        proofs=MappingProxyType(dict(proofs)),
        places=MappingProxyType(dict(_places(book, findings))),
    )


def _of_report(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what is a finding in a report too: explanations are written in the workbook."""
    for finding in findings:
        if finding.code in _OF_WORKBOOKS or finding.severity is Severity.COMMENT:
            continue
        severity = Severity.UNVERIFIABLE if finding.code in _UNREAD else finding.severity
        facts = {name: fact for name, fact in finding.facts.items() if name not in _OF_WRITING}
        if facts.get("todo") in {"open", "locked"}:
            facts = {**facts, "todo": "report"}
        yield replace(finding, severity=severity, facts=facts)


def named_place(book: ReportBook, sheet: str, cell: str, lang: str) -> str:
    """Return what a person calls a cell of a report: its page and what is printed there."""
    place = book.place(sheet, Address.parse(cell))
    if place is None:
        return sheet
    text = " ".join(place.text.split())
    short = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}\u2026"
    return " ".join(filter(None, (place_words(place, lang), f'"{short}"')))


def place_words(place: ReportPlace, lang: str) -> str:
    """Return the page of a place; without pages its table and row, nothing outside tables."""
    texts = catalogue(lang).texts
    if place.page is not None:
        return texts["report.page"].format(page=place.page)
    if not place.table:
        return ""
    return texts["report.row"].format(table=place.table, row=place.row)


def _places(
    book: ReportBook, findings: Iterable[Finding]
) -> Iterator[tuple[tuple[str, str], ReportPlace]]:
    for finding in findings:
        own = [(finding.sheet, finding.cell), *finding.related]
        for sheet, cell in own:
            place = book.place(sheet, Address.parse(cell)) if sheet and cell else None
            if sheet and cell and place is not None:
                yield (sheet, cell), place


def _tables(book: ReportBook) -> Iterator[tuple[str, Block]]:
    for sheet in book.sheets:
        for table in book.read(sheet).tables.values():
            yield sheet, table


def _numbers(book: ReportBook, sheet: str, table: Block) -> Iterator[Address]:
    return book.read(sheet).numbers(table)


def _untied(book: ReportBook, tied: frozenset[CellPlace]) -> Iterator[UntiedTable]:
    for sheet, table in _tables(book):
        numbers = list(_numbers(book, sheet, table))
        if numbers and not any((sheet, at) in tied for at in numbers):
            heading = heading_of(book, sheet, table)
            place = book.place(sheet, numbers[0])
            yield UntiedTable(sheet, numbers[0].a1, heading, len(numbers), place)


def heading_of(book: ReportBook, sheet: str, table: Block) -> str:
    """Return the words right above a table, else those of its first row."""
    grid = book.read(sheet)
    rows = (*range(table.top - 1, max(0, table.top - _ROWS_ABOVE), -1), table.top)
    texts = (value for row in rows for value in grid.row(row).values() if is_wording(value))
    return " ".join(str(next(texts, "")).split())
