"""Figures from the bookkeeping into the input cells of a book, or held against them.

Nothing is written while a row is left that nobody has mapped, that cannot be read or stands twice,
unless a person says so: then those rows are left out.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from tpxl.books import Book
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.journal.sheets import moment, user_name, write_changes
from tpxl.jobs.ledger.landing import Landed, Wanted, edit_of, landed, tied, wanted
from tpxl.jobs.ledger.mapping import IN_MARGIN, LedgerMap
from tpxl.jobs.ledger.mapping_sheet import add_map, find_map, require_map
from tpxl.jobs.ledger.reading import LedgerChoices, read_files
from tpxl.jobs.plain_tables import add_tables, tables_of
from tpxl.jobs.refresh import apply_edits, refresh
from tpxl.layout import survey
from tpxl.layout.survey import Progress
from tpxl.messages import phrased
from tpxl.model import Finding, NewValue, Severity, Sheets
from tpxl.model.ledger import Landing, LedgerFile, LedgerResult
from tpxl.rules.postings import euros
from tpxl.terms.ledger import CELLS, FILE, FINGERPRINT, IMPORTS, ROWS, SUM, TIME, USER


class Import(NamedTuple):
    """What a person asks for: the files, the mapping's sheet, what is known of the files."""

    files: Sequence[str]
    map_sheet: str | None = None
    allow_unmapped: bool = False
    choices: LedgerChoices = LedgerChoices()


def ledger(
    book: Book, wish: Import, *, lang: str = "fi", progress: Progress | None = None
) -> LedgerResult:
    """Bring the figures of ledgers into the open book and refresh it; nothing is saved.

    Nothing is written while something is left that stops it, unless that was allowed.

    Raises:
        TpxlError: as `planned`.
    """
    plan = planned(book, wish, lang=lang, progress=progress)
    if plan.is_blocked and not wish.allow_unmapped:
        return plan
    return written(book, plan, lang)


def planned(
    book: Book, wish: Import, *, lang: str = "fi", progress: Progress | None = None
) -> LedgerResult:
    """Return what an import would write; no figure is changed.

    Without a mapping sheet one is added, with the official ranges and the units found.

    Raises:
        TpxlError: no table of the family is found, a file is no ledger, or the book takes no
            sheet more.
    """
    found = survey(book, progress)
    readings = read_files(wish.files, wish.choices)
    mapping = find_map(book, found.areas, wish.map_sheet)
    is_added = mapping is None
    if mapping is None:
        units = {
            unit: reading.unit_names.get(unit, "")
            for reading in readings
            for unit in reading.unit_texts
            if unit
        }
        add_map(book, found.areas, units, lang, wish.map_sheet)
        mapping = require_map(book, found.areas, wish.map_sheet)
    told = landed(readings, mapping, found, wish.choices.sign)
    context = CheckContext.of(book, found)
    places = wanted(told, found, context.expected)
    findings = (*_faults(told, mapping), *_formulas(places))
    edits = [(one, edit_of(one)) for one in places if one.is_writable and not one.is_held]
    return LedgerResult(
        book.name,
        told.files,
        told.landings,
        told.unmapped,
        edits=tuple(edit for _, edit in edits),
        rows=tuple(one.tally.rows for one, _ in edits),
        zeros=tuple(edit for one, edit in edits if not one.tally.rows),
        untouched=tuple(tied(told.untouched)),
        rounding=sum(one.rounding for one in places if one.place[1] in IN_MARGIN),
        findings=phrased(findings, lang),
        map_sheet=mapping.sheet,
        map_added=is_added,
    )


def written(book: Book, result: LedgerResult, lang: str) -> LedgerResult:
    """Write what was planned, tell the journals, refresh; return the plan with what came of it."""
    when = dt.datetime.now().astimezone()
    found = survey(book)
    applied, refused = apply_edits(book, result.edits)
    unwritten = write_changes(book, found, applied, when)
    if applied:
        _write_imports(book, result.files, len(applied), when, lang)
    after = refresh(book, lang=lang)
    return result._replace(
        edits=applied,
        rows=tuple(dict(zip(result.edits, result.rows, strict=True))[one] for one in applied),
        findings=(*phrased((*result.findings, *refused, *unwritten), lang), *after.findings),
        refreshed=after.edits,
        figures=after.figures,
        is_written=True,
    )


def _write_imports(
    book: Book, files: Sequence[LedgerFile], cells: int, when: dt.datetime, lang: str
) -> None:
    """Add a row for each file to the journal of imports, which is added where the book has none."""
    table = next(iter(tables_of(book, IMPORTS)[IMPORTS]), None)
    if table is None:
        (table,) = add_tables(book, (IMPORTS,), lang)
    rows: list[dict[str, NewValue]] = [
        {
            TIME: moment(when),
            USER: user_name(),
            FILE: PurePath(file.name).name,
            FINGERPRINT: file.fingerprint,
            ROWS: file.rows,
            SUM: float(euros(file.tally.cents)),
            CELLS: cells,
        }
        for file in files
    ]
    book.apply(table.with_rows(rows))


def _faults(told: Landed, mapping: LedgerMap) -> Iterator[Finding]:
    """Yield what is wrong with the mapping, the files, the places."""
    yield from mapping.faults
    for file in told.files:
        for total in file.totals:
            if not total.is_right:
                facts = {
                    "file": file.name,
                    "row": total.row,
                    "total": euros(total.cents),
                    "sum": euros(file.tally.cents),
                }
                yield Finding("ledger_total", Severity.ERROR, facts=facts)
        for bad in file.bad_rows:
            facts = {"file": file.name, "row": bad.row}
            yield Finding(f"ledger_row_{bad.reason}", Severity.ERROR, facts=facts)
    for (area, line, period), tally in told.no_row.items():
        yield Finding(
            "ledger_no_row",
            Severity.ERROR,
            area=area.name,
            sheet=area.sheet,
            line=str(line),
            period=str(period),
            expected=euros(tally.cents),
            facts={"rows": tally.rows},
        )
    for period, months in told.missing.items():
        facts = {"months": ", ".join(map(str, months))}
        yield Finding("ledger_months", Severity.WARNING, period=str(period), facts=facts)


def _formulas(places: Sequence[Wanted]) -> Iterator[Finding]:
    """Yield the differences of places that are not written: a formula or words stand there."""
    return (_difference(one) for one in places if not one.is_writable and not one.is_held)


def _difference(one: Wanted) -> Finding:
    area, line, period = one.place
    figure = one.figure
    is_empty = figure.number is None
    return Finding(
        "ledger_difference_empty" if is_empty else "ledger_difference",
        Severity.ERROR,
        area=area.name,
        sheet=figure.sheet,
        cell=figure.cell,
        line=str(line),
        period=str(period),
        found=figure.number,
        expected=one.number,
        facts={"rows": one.tally.rows},
    )


def tie_findings(book: Sheets, wish: Import) -> tuple[Finding, ...]:
    """Return where the typed figures of a book differ from the ledgers; nothing is changed.

    Published periods are held against them too.

    Raises:
        TpxlError: a file is no ledger, or the book has no mapping sheet.
    """
    found = survey(book)
    readings = read_files(wish.files, wish.choices)
    mapping = require_map(book, found.areas, wish.map_sheet)
    told = landed(readings, mapping, found, wish.choices.sign, with_locked=True)
    places = wanted(told, found, CheckContext.of(book, found).expected)
    return (
        *_faults(told, mapping),
        *_open_rows(told),
        *(_difference(one) for one in places if not one.is_held),
    )


def _open_rows(told: Landed) -> Iterator[Finding]:
    """Yield the landings that stop an import, as findings."""
    for landing, tally in told.landings.items():
        if landing.is_open and landing is not Landing.UNREADABLE:
            units = ", ".join(dict.fromkeys(one.unit for one in told.unmapped))
            facts = {"rows": tally.rows, "sum": euros(tally.cents), "units": units}
            yield Finding(f"ledger_{landing.value}", Severity.ERROR, facts=facts)
