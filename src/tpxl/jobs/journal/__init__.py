"""The journals of a book: written by a refresh, read by every check, loaded where it has them."""

import datetime as dt
import getpass
from collections.abc import Iterable, Iterator, Sequence

from tpxl.books import Book
from tpxl.errors import TpxlError
from tpxl.jobs.journal.changes_sheet import changes_edits
from tpxl.jobs.journal.findings_sheet import findings_edits
from tpxl.jobs.journal.matching import with_explanations
from tpxl.layout import Survey
from tpxl.model import Edit, Finding, Severity
from tpxl.model.journal import FindingsJournal


def explained(journal: FindingsJournal | None, findings: Iterable[Finding]) -> Iterable[Finding]:
    """Return the findings, those explained on the journal marked so."""
    if journal is None:
        return findings
    return with_explanations(journal, findings)


def write_findings(book: Book, found: Survey, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Bring `Tarkistus` up to date where the book has it; return why not, as findings."""
    journal = found.findings_journal
    if journal is None:
        return ()
    edits = findings_edits(
        journal,
        book.read(journal.sheet),
        findings,
        [area.name for area in found.areas],
        frozenset(_waiting(found)),
    )
    return _applied(book, journal.sheet, list(edits))


def write_changes(
    book: Book, found: Survey, edits: Sequence[Edit], when: dt.datetime, user: str | None = None
) -> tuple[Finding, ...]:
    """Add the edits to `Muutosloki` where the book has it; return why not, as findings."""
    journal = found.changes_journal
    if journal is None or not edits:
        return ()
    told = list(changes_edits(journal, edits, when, user or _user()))
    return _applied(book, journal.sheet, told)


def _applied(book: Book, sheet: str, edits: list[Edit]) -> tuple[Finding, ...]:
    if not edits:
        return ()
    try:
        book.apply(edits)
    except TpxlError as error:
        return (Finding("journal_unwritten", Severity.INFO, sheet=sheet, facts={"error": error}),)
    return ()


def _waiting(found: Survey) -> Iterator[str]:
    """Yield the sheets on which figures are formulas that await recalculation."""
    for area in found.areas:
        if any(not figure.is_known for table in area.tables for figure in table):
            yield area.sheet
    for table in found.comparisons:
        if any(not one.is_known for row in table.rows for one in row.figures.values()):
            yield table.sheet
    for figure in found.summary.figures:
        if not figure.is_known:
            yield figure.sheet


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
