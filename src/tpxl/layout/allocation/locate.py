"""What one sheet says of shared costs: pools, receivers, areas' lines and notes, the list of flows.

The list tells from which pool, to whom, in which period, the share and the euros; a note under an
area's figures is one sentence that tells its share. Both are read anew once edits were applied.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from tpxl.layout.allocation.pools import figure_at, locate_pools
from tpxl.layout.headers import PeriodHeader, PeriodHeading, locate_headers
from tpxl.model import Address, Edit, Figure, Grid, Period, PeriodKind, Text
from tpxl.model.allocation import (
    LINES,
    AllocationLine,
    AllocationNote,
    Allocations,
    FlowRow,
    FlowTable,
)
from tpxl.terms import key
from tpxl.terms.allocation import (
    AllocationWord,
    allocation_word,
    area_line,
    is_known,
    is_note,
    may_name_pool,
    without_aside,
)
from tpxl.terms.periods import period_of, scale_of

_KEYS = (AllocationWord.PERIOD, AllocationWord.SOURCE, AllocationWord.TARGET)

_PERIOD = re.compile(
    r"\b(?P<kind>[A-ZÅÄÖ]{2,3}(?:\+M)?)\s?(?P<first>(?:19|20)\d\d)"
    r"(?:\s?[-–]\s?(?P<last>(?:19|20)\d\d))?"
)

_SHARE = re.compile(r"(?P<printed>\d{1,3}(?:[.,]\d+)?|_+|…|\.{3}|[xX]+|–|-)\s?%")
_OF = re.compile(r"%(?P<pool>[^.%]*?(?:kustannuksista|kostnaderna|costs))")

Revise = Callable[[Figure], Figure]


def names_pools(words: Sequence[Text]) -> bool:
    """Tell whether a sheet may hold pools, which are found only once the areas' names are known."""
    return any(may_name_pool(word.text) for word in words)


def locate_allocations(
    grid: Grid,
    words: Sequence[Text],
    names: frozenset[str] = frozenset(),
    *,
    awaits_recalculation: bool = False,
) -> Allocations:
    """Return the pools, lines, notes and flows of a sheet.

    `names` are the keys of the areas' names in the whole book: a known name is a receiver also
    where a blank row parts it from the others. Lines and notes are an area's, so a sheet with
    pools has none.
    """
    if not any(is_known(word.text) for word in words):
        return Allocations()
    tables = (
        locate_pools(grid, words, names, is_pending=awaits_recalculation)
        if names_pools(words)
        else ()
    )
    flows = locate_flows(grid, words, is_pending=awaits_recalculation)
    if tables or flows:
        return Allocations(tables=tables, flows=flows)
    return Allocations(
        lines=locate_lines(grid, words, is_pending=awaits_recalculation),
        notes=locate_notes(grid, words),
    )


def locate_flows(
    grid: Grid, words: Sequence[Text], *, is_pending: bool = False
) -> tuple[FlowTable, ...]:
    """Return the lists whose headings are in one row: ``Kausi``, ``Mistä``, ``Mihin``."""
    rows = dict.fromkeys(
        word.row for word in words if allocation_word(word.text) is AllocationWord.SOURCE
    )
    found = []
    for row in rows:
        columns = _columns(grid, row)
        if all(word in columns for word in _KEYS):
            at = Address(row, columns[AllocationWord.SOURCE])
            flows = tuple(_rows(grid, row, columns, is_pending=is_pending))
            found.append(FlowTable(grid.sheet, at, flows))
    return tuple(found)


def _columns(grid: Grid, row: int) -> dict[AllocationWord, int]:
    columns: dict[AllocationWord, int] = {}
    for column, value in grid.row(row).items():
        word = allocation_word(value) if isinstance(value, str) else None
        if word is not None:
            columns.setdefault(word, column)
    return columns


def _rows(
    grid: Grid, header: int, columns: Mapping[AllocationWord, int], *, is_pending: bool
) -> Iterator[FlowRow]:
    """Yield the rows under the headings until one lacks a key."""
    for row in range(header + 1, grid.last_row + 1):
        cells = grid.row(row)
        heading, source, target = (cells.get(columns[word]) for word in _KEYS)
        found = period_of(heading) if isinstance(heading, str) else None
        if found is None or not isinstance(source, str) or not isinstance(target, str):
            return
        period = Period(PeriodKind(found[0]), found[1])

        def figure(word: AllocationWord, row: int = row, period: Period = period) -> Figure | None:
            if word not in columns:
                return None
            at = Address(row, columns[word])
            return figure_at(grid, at, LINES[word], period, is_pending=is_pending)

        yield FlowRow(
            period=period,
            source=" ".join(source.split()),
            target=" ".join(target.split()),
            address=Address(row, columns[AllocationWord.SOURCE]),
            share=figure(AllocationWord.SHARE),
            amount=figure(AllocationWord.ALLOCATED),
        )


def locate_lines(
    grid: Grid, words: Sequence[Text], *, is_pending: bool = False
) -> tuple[AllocationLine, ...]:
    """Return the rows whose label says so and that stand under a row of periods."""
    headers = sorted((*locate_headers(grid, words), *_single(words)), key=lambda one: one.row)
    found = []
    for word in words:
        shown = area_line(word.text)
        header = _above(headers, word) if shown is not None else None
        if shown is None or header is None:
            continue
        figures = {
            heading.period: figure_at(
                grid,
                Address(word.row, heading.address.column),
                LINES[shown[0]],
                heading.period,
                scale=heading.scale or scale_of(word.text) or Decimal(1),
                is_pending=is_pending,
            )
            for heading in reversed(header.headings)
            if heading.address.column > word.column
        }
        found.append(AllocationLine(grid.sheet, *shown, " ".join(word.text.split()), figures))
    return tuple(found)


def _single(words: Sequence[Text]) -> Iterator[PeriodHeader]:
    """Yield the rows with one period alone, which are no headers of figures tables."""
    rows: dict[int, list[PeriodHeading]] = {}
    for word in words:
        kind = period_of(word.text)
        if kind is not None:
            period = Period(PeriodKind(kind[0]), kind[1])
            heading = PeriodHeading(period, word.address, word.column, scale_of(word.text))
            rows.setdefault(word.row, []).append(heading)
    for row, headings in rows.items():
        if len(headings) == 1:
            yield PeriodHeader(row, tuple(headings))


def _above(headers: Sequence[PeriodHeader], word: Text) -> PeriodHeader | None:
    """Return the nearest row of periods above the label and right of it."""
    right = [
        header
        for header in headers
        if header.row < word.row
        and any(heading.address.column > word.column for heading in header.headings)
    ]
    return right[-1] if right else None


def locate_notes(grid: Grid, words: Sequence[Text]) -> tuple[AllocationNote, ...]:
    """Return the sentences with one share and at least one period; any other is left alone."""
    notes = (
        note_in(word.text, grid.sheet, word.address, is_writable=_is_writable(grid, word.address))
        for word in words
        if is_note(word.text)
    )
    return tuple(note for note in notes if note is not None)


def note_in(
    text: str, sheet: str, address: Address, *, is_writable: bool = True
) -> AllocationNote | None:
    """Return the note that a text is; None unless it has one share and a period for certain."""
    shares = tuple(_SHARE.finditer(text))
    of = _OF.search(text)
    periods = tuple(_periods(text))
    if len(shares) != 1 or of is None or not periods:
        return None
    (share,) = shares
    return AllocationNote(
        sheet=sheet,
        address=address,
        text=text,
        periods=periods,
        pool=key(without_aside(of["pool"])),
        printed=share["printed"],
        start=share.start("printed"),
        stop=share.end("printed"),
        is_writable=is_writable,
    )


def _is_writable(grid: Grid, at: Address) -> bool:
    return not (grid.has_formula(at) or grid.has_rich_text(at))


def _periods(text: str) -> Iterator[Period]:
    """Yield the periods a sentence names, every year of ``TS 2026–2027``."""
    for match in _PERIOD.finditer(text):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        for year in range(first, min(last, first + 10) + 1):
            found = period_of(f"{match['kind']} {year}")
            if found is not None:
                yield Period(PeriodKind(found[0]), found[1])


def revised_allocations(
    said: Allocations, revise: Revise, held: Mapping[tuple[str, Address], Edit]
) -> Allocations:
    """Return the allocations with every figure revised and every note as it was edited."""
    return Allocations(
        tables=tuple(
            table._replace(
                figures={place: revise(figure) for place, figure in table.figures.items()}
            )
            for table in said.tables
        ),
        lines=tuple(
            line._replace(figures={period: revise(one) for period, one in line.figures.items()})
            for line in said.lines
        ),
        notes=tuple(_note(note, held) for note in said.notes),
        flows=tuple(
            table._replace(rows=tuple(_row(row, revise) for row in table.rows))
            for table in said.flows
        ),
    )


def _row(row: FlowRow, revise: Revise) -> FlowRow:
    return row._replace(
        share=None if row.share is None else revise(row.share),
        amount=None if row.amount is None else revise(row.amount),
    )


def _note(note: AllocationNote, held: Mapping[tuple[str, Address], Edit]) -> AllocationNote:
    edit = held.get((note.sheet, note.address))
    if edit is None or not isinstance(edit.new, str):
        return note
    after = note_in(edit.new, note.sheet, note.address) or note
    return after._replace(area=note.area)
