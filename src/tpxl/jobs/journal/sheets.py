"""The journals of a book: `Tarkistus`, findings beside what people wrote of them, and `Muutosloki`.

A refresh writes them, every check reads them. The findings stand worst first; the log has a row for
each cell that a refresh changed.
"""

import datetime as dt
import getpass
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from tpxl.books import Book
from tpxl.errors import TpxlError
from tpxl.jobs.journal.alike import spread, with_explanations
from tpxl.jobs.journal.matching import Matched, matching, rule_name, rule_of
from tpxl.jobs.journal.states import NOTHING, dated, reason_in, state_of, todo_of
from tpxl.layout import Survey
from tpxl.layout.cells.numbers import read_number
from tpxl.layout.journal import BY_PEOPLE
from tpxl.messages import catalogue, line_name, period_name, phrase
from tpxl.model import Address, Block, Edit, Finding, Grid, NewValue, Severity, Value
from tpxl.model.journal import FindingsJournal, JournalRow
from tpxl.terms import fold
from tpxl.terms import journal as column

PASSING = frozenset({"formulas_wait", "areas_hidden"})
"""Findings about the file's state at the moment: not written, or each run would differ."""

_LAST = len(Severity)


def explained(journal: FindingsJournal | None, findings: Iterable[Finding]) -> Iterable[Finding]:
    """Return the findings, those explained on the journal marked so."""
    if journal is None:
        return findings
    return with_explanations(journal, findings)


def write_findings(
    book: Book, found: Survey, findings: Iterable[Finding], when: dt.datetime, *, is_asked: bool
) -> tuple[Finding, ...]:
    """Bring `Tarkistus` up to date where the book has it; return why not, as findings.

    It is told when this was; where nothing has changed, only to whom a check `is_asked` for it.
    """
    journal = found.findings_journal
    if journal is None:
        return ()
    edits = findings_edits(
        journal,
        book.read(journal.sheet),
        findings,
        [area.name for area in found.areas],
        frozenset(_waiting(found)),
        today=f"{when.day}.{when.month}.{when.year}",
    )
    due = list(edits)
    if due or book.edited or is_asked:
        due += _stamp(journal, book.read(journal.sheet), when)
    unwritten = _applied(book, journal.sheet, due)
    _print(book, journal)
    return unwritten


def _stamp(journal: FindingsJournal, grid: Grid, when: dt.datetime) -> Iterator[Edit]:
    """Yield the edit that tells when the book was checked, beside the word for it."""
    for row in range(1, journal.header_row):
        for at, value in grid.row(row).items():
            beside = Address(row, at + 1)
            if isinstance(value, str) and fold(value) in column.CHECKED:
                if not grid.has_formula(beside):
                    told = f"{when.day}.{when.month}.{when.year} {when:%H.%M}"
                    yield Edit(grid.sheet, beside.a1, told, grid.value(beside))
                return


def _print(book: Book, journal: FindingsJournal) -> None:
    """Let the sheet be printed down to its last finding, without what stands right of the name."""
    grid = book.read(journal.sheet)
    own = journal.columns[column.SEVERITY]
    rows = range(journal.header_row + 1, grid.last_row + 1)
    filled = [row for row in rows if grid.value(Address(row, own)) not in (None, "")]
    shown = {*BY_PEOPLE, column.STATE}
    people = [at for name, at in journal.columns.items() if name in shown]
    right = max(people) if column.NAME in journal.columns else max(journal.columns.values())
    with suppress(TpxlError):  # a sheet that is printed as before is no trouble
        last = max(filled, default=journal.header_row + 1)
        book.put_print_area(journal.sheet, Block(1, 1, last, right))


def write_changes(
    book: Book,
    found: Survey,
    edits: Sequence[Edit],
    when: dt.datetime,
    user: str | None = None,
    *,
    by_hand: Sequence[Edit] = (),
) -> tuple[Finding, ...]:
    """Add the edits to `Muutosloki` where the book has it; return why not, as findings.

    `by_hand` are those that people have made before, without tpxl.
    """
    journal = found.changes_journal
    if journal is None or not (edits or by_hand):
        return ()
    nobody = catalogue(journal.lang).texts["changed_by_hand"]
    rows = [*_changes(journal.lang, by_hand, when, nobody)]
    rows += _changes(journal.lang, edits, when, user or user_name())
    told = list(journal.with_rows(rows))
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


def user_name() -> str:
    """Return who is at work, as the machine knows them; nothing where it does not."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class _JournalLine(NamedTuple):
    """A row to write: the program's cells by column name, the person's by column number."""

    written: Mapping[str, NewValue]
    kept: Mapping[int, Value]


def findings_edits(
    journal: FindingsJournal,
    grid: Grid,
    findings: Iterable[Finding],
    areas: Sequence[str],
    waiting: Collection[str] = (),
    *,
    today: str | None = None,
) -> Iterator[Edit]:
    """Yield the edits that bring the journal up to date; none where nothing has changed.

    `areas` are the areas' names in the book's order. On the sheets of `waiting`, formulas await
    recalculation and what was found there before is not known to be gone: those rows stay.
    `today` is written beside a reason that is new.
    """
    told = [finding for finding in findings if finding.code not in PASSING]
    found = matching(journal, told)
    lines = [_written(journal, one, today) for one in spread(journal, found.matched)]
    gone = []
    for row in found.left:
        is_standing = _is_standing(row, journal.lang)
        if is_standing and _text(row.written.get(column.SHEET)) in waiting:
            lines.append(_stated(journal, _JournalLine(_as_new(row.written), row.kept), today))
        elif dated(journal, row.kept, None):
            gone.append(_stated(journal, _gone(row, journal.lang), None))
    ranks = _Order(journal.lang, {fold(area): rank for rank, area in enumerate(areas)})
    ordered = [*sorted(lines, key=ranks.of), *gone]
    yield from _edits(journal, grid, ordered)


class _Order(NamedTuple):
    """Worst first, by area, then by place."""

    lang: str
    ranks: Mapping[str, int]

    def of(self, line: _JournalLine) -> tuple[object, ...]:
        """Return what a row is sorted by."""
        said = {name: _text(value) for name, value in line.written.items()}
        area = fold(said.get(column.AREA, ""))
        return (
            _rank(said.get(column.SEVERITY, ""), self.lang),
            self.ranks.get(area, len(self.ranks)),
            area,
            said.get(column.SHEET, ""),
            _address(said.get(column.CELL, "")),
            said.get(column.RULE, ""),
            said.get(column.MESSAGE, ""),
        )


def _rank(word: str, lang: str) -> int:
    words = catalogue(lang).severities
    return next((one.rank for one in Severity if words[one.value] == word), _LAST)


def _address(cell: str) -> Address:
    try:
        return Address.parse(cell)
    except ValueError:
        return Address(0, 0)


def _written(journal: FindingsJournal, one: Matched, today: str | None) -> _JournalLine:
    finding, words = one.finding, catalogue(journal.lang)
    line = _JournalLine(
        {
            column.SEVERITY: words.severities[finding.severity.value],
            column.AREA: finding.area,
            column.PERIOD: period_name(finding.period, words) or None,
            column.LINE: line_name(finding.line, words) or None,
            column.FOUND: _stored(finding.found),
            column.EXPECTED: _stored(finding.expected),
            column.RULE: rule_name(rule_of(finding.code), journal.lang),
            column.MESSAGE: phrase(finding, journal.lang),
            column.SHEET: finding.sheet,
            column.CELL: finding.cell,
            column.TODO: todo_of(finding, journal.lang),
        },
        one.row.kept if one.row is not None else {},
    )
    return _stated(journal, line, today)


def _stated(journal: FindingsJournal, line: _JournalLine, today: str | None) -> _JournalLine:
    """Return a row with how it stands, since when; what is explained asks for nothing more."""
    kept = dated(journal, line.kept, today)
    reason = reason_in(journal, kept)
    state = state_of(_text(line.written.get(column.SEVERITY)), reason, journal.lang)
    done = {column.TODO: NOTHING} if reason else {}
    return _JournalLine({**line.written, **done, column.STATE: state}, kept)


def _gone(row: JournalRow, lang: str) -> _JournalLine:
    """Return a row whose finding is no more, or has other figures now: its words are kept."""
    written = {**_as_new(row.written), column.SEVERITY: catalogue(lang).texts["journal_gone"]}
    return _JournalLine(written, row.kept)


def _is_standing(row: JournalRow, lang: str) -> bool:
    word = _text(row.written.get(column.SEVERITY))
    return bool(word) and word != catalogue(lang).texts["journal_gone"]


def _edits(journal: FindingsJournal, grid: Grid, lines: Sequence[_JournalLine]) -> Iterator[Edit]:
    own = {name: at for name, at in journal.columns.items() if name not in BY_PEOPLE}
    kept = {at for row in journal.rows for at in row.kept}
    everywhere = {*own.values(), *kept, *(at for line in lines for at in line.kept)}
    first = journal.header_row + 1
    last = max([first + len(lines), *(row.row + 1 for row in journal.rows)])
    for index, row in enumerate(range(first, last)):
        line = lines[index] if index < len(lines) else _JournalLine({}, {})
        wanted: dict[int, Value] = {own[name]: line.written.get(name) for name in own}
        wanted |= {at: line.kept.get(at) for at in everywhere if at not in wanted}
        for at, new in sorted(wanted.items()):
            address = Address(row, at)
            old = grid.value(address)
            if new == (None if old == "" else old) or grid.has_formula(address):
                continue
            yield Edit(grid.sheet, address.a1, _new(new), old)


def _as_new(written: Mapping[str, Value]) -> dict[str, NewValue]:
    return {name: _new(value) for name, value in written.items()}


def _new(value: Value) -> NewValue:
    return value if value is None or isinstance(value, bool | int | float | str) else value.code


def _stored(number: object) -> int | float | None:
    if number is None:
        return None
    whole = float(str(number))
    return int(whole) if whole.is_integer() else whole


def _text(value: Value) -> str:
    return "" if value is None else str(getattr(value, "code", value))


def _changes(
    lang: str, edits: Iterable[Edit], when: dt.datetime, user: str
) -> Iterator[Mapping[str, NewValue]]:
    """Yield a row for each changed cell."""
    words = catalogue(lang)
    for edit in edits:
        yield {
            column.TIME: moment(when),
            column.USER: user,
            column.AREA: edit.area,
            column.LINE: line_name(edit.line, words) or None,
            column.PERIOD: period_name(edit.period, words) or None,
            column.SHEET: edit.sheet,
            column.CELL: edit.cell,
            column.OLD: _new(edit.old),
            column.NEW: edit.new,
            column.DIFFERENCE: _difference(edit),
        }


def _difference(edit: Edit) -> int | float | None:
    """Return by how much a figure changed, exactly; None where one side is no number."""
    old, new = (None if one is None else read_number(one) for one in (edit.old, edit.new))
    return None if old is None or new is None else _stored(new.number - old.number)


def moment(when: dt.datetime) -> str:
    """Return a moment as the journals write it."""
    return f"{when.day}.{when.month}.{when.year} {when:%H:%M:%S}"
