"""What was read on each sheet of a book, what was not, and why: for whoever asks what tpxl saw."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tpxl.layout.survey import Survey
from tpxl.layout.unread import (
    Unread,
    lines_without_periods,
    numbers_without_words,
    unread_places,
)
from tpxl.model import Address, Block, Figure, FiguresTable, Period, Sheets

READ = (
    "area",
    "areas_in_table",
    "total",
    "summary",
    "goals",
    "comparison",
    "allocation",
    "settings",
    "findings_journal",
    "changes_journal",
)
"""What a sheet may be read as."""

NOT_READ = (
    "hidden",
    "veryHidden",
    "damaged",
    "area_twice",
    "area_unclear",
    "period_twice",
    "line_twice",
    "unread_table",
    "unread_column",
    "unread_row",
    "unread_lines",
    "unread_numbers",
    "empty",
    "nothing_known",
)
"""Why a sheet, or a part of it, is not read."""


class SheetPart(NamedTuple):
    """A part of a sheet: what it was read as, or why it was not, and where; None for all of it."""

    what: str
    place: str | None = None


class SheetReading(NamedTuple):
    """A sheet, what was read on it, and what was not."""

    sheet: str
    read: tuple[SheetPart, ...]
    unread: tuple[SheetPart, ...]


def sheet_readings(
    book: Sheets, found: Survey, unread: Iterable[Unread] = ()
) -> Iterator[SheetReading]:
    """Yield every sheet of a surveyed book in order, with what was read and what was not."""
    parts = _by_sheet(_read(found))
    left = _by_sheet(_unread(found, unread))
    for sheet in book.sheets:
        read, not_read = parts.get(sheet, ()), left.get(sheet, ())
        if not read and not not_read:
            not_read = (SheetPart("nothing_known" if book.read(sheet).last_row else "empty"),)
        yield SheetReading(sheet, tuple(read), tuple(not_read))


def _by_sheet(parts: Iterable[tuple[str, SheetPart]]) -> dict[str, Sequence[SheetPart]]:
    """Return the parts of each sheet, each once."""
    by_sheet: dict[str, dict[SheetPart, None]] = defaultdict(dict)
    for sheet, part in parts:
        by_sheet[sheet][part] = None
    return {sheet: tuple(own) for sheet, own in by_sheet.items()}


def _read(found: Survey) -> Iterator[tuple[str, SheetPart]]:
    for area in found.areas:
        what = "areas_in_table" if area.sheet in found.tabled else "area"
        tables = (table for table in area.tables if table.is_sound)
        yield from ((area.sheet, SheetPart(what, table.block.a1)) for table in tables)
    totals = {one.area.sheet for one in found.totals}
    for table in found.summaries:
        if table.sheet in totals:
            yield table.sheet, SheetPart("total", table.block.a1)
    for sheet, figures in _figures_of_summaries(found).items():
        if sheet not in found.tabled:
            yield sheet, SheetPart("summary", _around(figures).a1)
    for goals in (table for area in found.goals for table in area.tables):
        yield goals.sheet, SheetPart("goals", goals.block.a1)
    for comparison in found.comparisons:
        yield comparison.sheet, SheetPart("comparison", comparison.block.a1)
    yield from _shared_costs(found)
    yield from _settings_and_journals(found)


def _figures_of_summaries(found: Survey) -> dict[str, list[Figure]]:
    by_sheet: dict[str, list[Figure]] = defaultdict(list)
    for figure in found.summary.figures:
        by_sheet[figure.sheet].append(figure)
    return by_sheet


def _around(figures: Iterable[Figure]) -> Block:
    places = [figure.address for figure in figures]
    rows, columns = [at.row for at in places], [at.column for at in places]
    return Block(min(rows), min(columns), max(rows), max(columns))


def _shared_costs(found: Survey) -> Iterator[tuple[str, SheetPart]]:
    for pool in found.allocations.tables:
        yield pool.sheet, SheetPart("allocation", pool.address.a1)
    by_sheet: dict[str, list[Figure]] = defaultdict(list)
    for line in found.allocations.lines:
        for figure in line.figures.values():
            by_sheet[figure.sheet].append(figure)
    for sheet, figures in by_sheet.items():
        yield sheet, SheetPart("allocation", _around(figures).a1)


def _settings_and_journals(found: Survey) -> Iterator[tuple[str, SheetPart]]:
    places = [
        *((record.sheet, min(record.cells.values())) for record in found.settings.records),
        *((one.sheet, one.address) for one in found.settings.residents_typed),
        *found.settings.places.values(),
    ]
    first: dict[str, Address] = {}
    for sheet, at in sorted(places):
        first.setdefault(sheet, at)
    yield from ((sheet, SheetPart("settings", at.a1)) for sheet, at in first.items())
    journals = {
        "findings_journal": found.findings_journal,
        "changes_journal": found.changes_journal,
    }
    for what, journal in journals.items():
        if journal is not None:
            column = min(journal.columns.values(), default=1)
            yield journal.sheet, SheetPart(what, Address(journal.header_row, column).a1)


def _unread(found: Survey, unread: Iterable[Unread]) -> Iterator[tuple[str, SheetPart]]:
    tables = tuple(unread)
    for hidden in found.hidden:
        yield hidden.sheet, SheetPart(hidden.hiding.value)
    for error in found.damaged:
        yield str(error.facts["sheet"]), SheetPart("damaged")
    for area in (area for claim in found.contested for area in claim):
        yield area.sheet, SheetPart("area_twice", area.block and area.block.a1)
    for table in chain.from_iterable(found.undecided):
        yield table.sheet, SheetPart("area_unclear", table.block.a1)
    of_areas = (table for area in found.areas for table in area.tables)
    for table in chain(of_areas, found.summaries):
        yield from _repeats(table, found)
    for one in tables:
        yield one.sheet, SheetPart("unread_table", one.address.a1)
    for place in unread_places(found):
        what = "unread_row" if place.reach.is_row else "unread_column"
        yield place.table.sheet, SheetPart(what, place.address.a1)
    for lines in lines_without_periods(found, tables):
        yield lines.sheet, SheetPart("unread_lines", lines.address.a1)
    for sheet, numbers in numbers_without_words(found, tables):
        yield sheet, SheetPart("unread_numbers", numbers.address.a1)


def _repeats(table: FiguresTable, found: Survey) -> Iterator[tuple[str, SheetPart]]:
    """Yield why a table was left alone; areas across have each period once an area."""
    is_read = table.sheet in found.tabled or any(
        figure.sheet == table.sheet for figure in found.summary.figures
    )
    for repeat in () if is_read else table.repeats:
        what = "period_twice" if isinstance(repeat.what, Period) else "line_twice"
        yield table.sheet, SheetPart(what, repeat.second.a1)
