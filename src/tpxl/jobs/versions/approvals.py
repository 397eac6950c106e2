"""Who found an area ready or approved it, and whether that still holds.

A state is never stored alone: it holds while the area's facts are those that were approved. The
rows are chained, and the journal of changes has every link: a row that was edited, moved or taken
away is told. That shows change; it proves no person.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.books import Book
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import findings_of
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.export.areas import refusal
from tpxl.jobs.journal.sheets import moment, write_changes
from tpxl.jobs.plain_tables import add_tables, tables_of
from tpxl.jobs.results import Completeness, completeness_of
from tpxl.jobs.sending.send import sendings_of
from tpxl.jobs.versions.difference import FactChange
from tpxl.jobs.versions.facts import facts_of
from tpxl.layout import Survey, survey
from tpxl.layout.survey import Progress
from tpxl.messages import catalogue
from tpxl.model import Edit, Few, Finding, NewValue, Sheets
from tpxl.model.facts import AreaFacts, FactKey, FactKind, digest
from tpxl.model.plain_table import PlainRow, PlainTable
from tpxl.terms import fold
from tpxl.terms import journal as log
from tpxl.terms import sending as sent
from tpxl.terms.approvals import (
    APPROVALS,
    APPROVED,
    AREA,
    BY,
    CHAIN,
    CHAINED,
    DRAFT,
    FACTS,
    NOTE,
    PRINTED,
    READY,
    REOPENED,
    STATE,
    STATES,
    TIME,
    TYPED,
    VERSION,
    state_of,
)

GRANTED = (READY, APPROVED)
"""The states that a person gives."""

_MOST_LETTERS = 32_000
"""A cell holds no more: facts beyond are not kept, and what changed is then not told by name."""

_LETTERS = 8
_NUMBERED = frozenset(
    {FactKind.FIGURE, FactKind.COMPUTED, FactKind.RESIDENTS, FactKind.ALLOCATION, FactKind.SETTING}
)
"""Facts that are kept as they read; of texts their fingerprints are."""


class AreaStatus(NamedTuple):
    """Where an area stands: its state, who gave it when, what changed since.

    `granted` is the state that was given last, whether it holds or not. `sent`, `due`, `returned`
    and `missing` tell of its form, empty where none was sent.
    """

    area: str
    state: str
    by: str
    at: str
    version: str
    fingerprint: str
    granted: str
    reopened_by: Sequence[FactChange]
    completeness: Completeness | None
    sent: str = ""
    due: str = ""
    returned: str = ""
    missing: str = ""


class BookStatus(NamedTuple):
    """Where the areas of a book stand, and whether the rows of approval are as they were written.

    `broken_at` is the first that is not, `is_shortened` tells that one was taken away.
    """

    book: str
    areas: Sequence[AreaStatus]
    broken_at: int | None = None
    is_shortened: bool = False

    @property
    def is_intact(self) -> bool:
        """Tell whether the rows of approval are as they were written."""
        return self.broken_at is None and not self.is_shortened

    @property
    def has_open_errors(self) -> bool:
        """Tell whether the chain is broken, or an area was changed since its approval."""
        return not self.is_intact or any(one.state == REOPENED for one in self.areas)


class ApprovalWish(NamedTuple):
    """What a person approves: an area, in whose name, as what, under which name of a version."""

    area: str
    by: str
    state: str = APPROVED
    version: str = ""
    lang: str = "fi"


class _Now(NamedTuple):
    """A book as it is: what stands where, its findings, the facts of its areas."""

    found: Survey
    findings: Sequence[Finding]
    facts: Mapping[str, AreaFacts]


def status(book: Sheets, progress: Progress | None = None) -> BookStatus:
    """Return where the areas stand; nothing is changed.

    Raises:
        TpxlError: no table of the family is found, or a sheet cannot be read.
    """
    found = survey(book, progress)
    return _standing(book, _now(CheckContext.of(book, found)))


def standing(book: Sheets, context: CheckContext) -> BookStatus | None:
    """Return where the areas of a book stand that was read already; None where none has a row.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    return None if _approvals(book) is None else _standing(book, _now(context))


def _standing(book: Sheets, now: _Now) -> BookStatus:
    table = _approvals(book)
    complete = {fold(one.area): one for one in completeness_of(now.found, now.findings)}
    forms = sendings_of(book)
    areas = tuple(
        _with_form(_status(facts, table, complete.get(name)), forms)
        for name, facts in now.facts.items()
    )
    return BookStatus(
        book.name, areas, _broken_at(table), _is_shortened(table, now.found.changes_journal)
    )


def approve(book: Book, wish: ApprovalWish, progress: Progress | None = None) -> AreaStatus:
    """Add a row of approval to the open book; return where the area stands then.

    Raises:
        TpxlError: `approve_nameless`; `area_unknown`; `approve_open`, an error of the area is
            open; the book takes no sheet more.
    """
    if not wish.by.strip():
        raise TpxlError("approve_nameless", book=book.name)
    now = _now(CheckContext.of(book, survey(book, progress)))
    facts = _chosen(book, now, wish.area)
    _require_settled(now, facts.area, book.name)
    table = _approvals(book)
    if table is None:
        (table,) = add_tables(book, (APPROVALS,), wish.lang)
    when = dt.datetime.now().astimezone()
    row: dict[str, NewValue] = {
        TIME: moment(when),
        BY: " ".join(wish.by.split()),
        AREA: facts.area,
        STATE: STATES[table.lang][wish.state],
        VERSION: " ".join(wish.version.split()) or None,
        TYPED: facts.typed_hash,
        PRINTED: facts.printed_hash,
        NOTE: catalogue(table.lang).texts["approval_note"],
        FACTS: _kept(facts) or None,
    }
    before = table.rows[-1].text(CHAIN) if table.rows else ""
    row[CHAIN] = _link(before, {name: str(cell or "") for name, cell in row.items()})
    book.apply(table.with_rows([row]))
    link = Edit(table.sheet, table.cell(table.next_row, CHAIN), row[CHAIN], area=facts.area)
    write_changes(book, survey(book), [link], when, str(row[BY]))
    complete = {fold(one.area): one for one in completeness_of(now.found, now.findings)}
    name = fold(facts.area)
    return _status(facts, _approvals(book), complete.get(name))


def _now(context: CheckContext) -> _Now:
    findings = tuple(findings_of(context))
    facts = {fold(one.area): one for one in facts_of(context, findings)}
    return _Now(context.survey, findings, facts)


def _approvals(book: Sheets) -> PlainTable | None:
    return next(iter(tables_of(book, APPROVALS)[APPROVALS]), None)


def _chosen(book: Book, now: _Now, name: str) -> AreaFacts:
    """Return the area of a name, or of its sheet's.

    Raises:
        TpxlError: `area_unknown`.
    """
    sheets = {fold(area.sheet): fold(area.name) for area in now.found.areas}
    facts = now.facts.get(fold(name)) or now.facts.get(sheets.get(fold(name), ""))
    if facts is None:
        areas = Few.like(name, (one.area for one in now.facts.values()))
        raise TpxlError("area_unknown", book=book.name, area=name, areas=areas)
    return facts


def _require_settled(now: _Now, name: str, book: str) -> None:
    """Pass where no error of an area is open.

    Raises:
        TpxlError: `approve_open`, with the first of them.
    """
    (area,) = [one for one in now.found.areas if fold(one.name) == fold(name)][:1]
    error = refusal(area, now.findings)
    if error is not None:
        raise TpxlError("approve_open", **{**error.facts, "book": book})


def _status(
    facts: AreaFacts, table: PlainTable | None, completeness: Completeness | None
) -> AreaStatus:
    rows = () if table is None else table.rows
    own = [row for row in rows if fold(row.text(AREA)) == fold(facts.area)]
    last = next((row for row in reversed(own) if state_of(row.text(STATE))), None)
    hashes = (facts.typed_hash, facts.printed_hash)
    fingerprint = digest(hashes)
    if last is None:
        empty: tuple[FactChange, ...] = ()
        return AreaStatus(facts.area, DRAFT, "", "", "", fingerprint, DRAFT, empty, completeness)
    granted = state_of(last.text(STATE)) or DRAFT
    holds = (last.text(TYPED), last.text(PRINTED)) == hashes
    return AreaStatus(
        facts.area,
        granted if holds else REOPENED,
        last.text(BY),
        last.text(TIME),
        last.text(VERSION),
        fingerprint,
        granted,
        () if holds else tuple(_changed(last, facts)),
        completeness,
    )


def _with_form(one: AreaStatus, forms: PlainTable | None) -> AreaStatus:
    rows = () if forms is None else forms.rows
    own = [row for row in rows if fold(row.text(sent.AREA)) == fold(one.area)]
    if not own:
        return one
    told = (sent.AT, sent.DUE, sent.RETURNED, sent.MISSING)
    at, due, returned, missing = map(own[-1].text, told)
    return one._replace(sent=at, due=due, returned=returned, missing=missing)


def _kept(facts: AreaFacts) -> str:
    """Return the facts as a row keeps them: numbers as they read, of texts the fingerprints."""
    lines = [
        f"{key.path}={value}" if key.kind in _NUMBERED else f"{_mark(key)}={_print(value)}"
        for side in (facts.typed, facts.computed)
        for key, value in side.items()
    ]
    kept = "\n".join(lines)
    return kept if len(kept) <= _MOST_LETTERS else ""


def _mark(key: FactKey) -> str:
    return f"#{_print(key.path)}"


def _print(text: str) -> str:
    return digest([text])[:_LETTERS]


def _changed(row: PlainRow, facts: AreaFacts) -> Iterator[FactChange]:
    """Yield what is not as it was approved; of a text the old words are not known."""
    kept = row.cells.get(FACTS)
    if not isinstance(kept, str):
        return
    old = dict(line.rpartition("=")[::2] for line in kept.splitlines() if "=" in line)
    now = {**facts.typed, **facts.computed}
    for key, value in now.items():
        if key.kind in _NUMBERED:
            before = old.pop(key.path, None)
            if before != value:
                yield FactChange(key, before, value)
        elif old.pop(_mark(key), None) != _print(value):
            yield FactChange(key, None, value)
    for path, value in old.items():
        kind, _, rest = path.partition("|")
        if not path.startswith("#"):
            name, _, part = rest.rpartition("|")
            yield FactChange(FactKey(FactKind(kind), name, part), value, None)
        else:
            yield FactChange(FactKey(FactKind.TEXT, ""), None, None)


def _link(before: str, cells: Mapping[str, str]) -> str:
    """Return a row's link: of the link before it and of all that the row tells."""
    return digest([before, *(" ".join(cells.get(name, "").split()) for name in CHAINED)])


def _broken_at(table: PlainTable | None) -> int | None:
    """Return the first row that is not as it was written where it stands, None where all are."""
    before = ""
    for row in () if table is None else table.rows:
        if row.text(CHAIN) != _link(before, {name: row.text(name) for name in CHAINED}):
            return row.row
        before = row.text(CHAIN)
    return None


def _is_shortened(table: PlainTable | None, changes: PlainTable | None) -> bool:
    """Tell whether the journal of changes knows of a link that is there no more."""
    rows = () if changes is None else changes.rows
    names = {fold(name) for name in APPROVALS.sheet.values()}
    names |= set() if table is None else {fold(table.sheet)}
    told = {row.text(log.NEW) for row in rows if fold(row.text(log.SHEET)) in names}
    links = {row.text(CHAIN) for row in (() if table is None else table.rows)}
    return not told <= links
