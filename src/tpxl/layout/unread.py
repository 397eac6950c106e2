"""Tables under a row of periods of which no line is known: looked at by nobody but a person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tpxl.layout.cells.numbers import is_wording, read_number
from tpxl.layout.headers import PeriodHeader, locate_headers
from tpxl.layout.survey import Survey
from tpxl.model import Address, Grid, Period, Sheets
from tpxl.terms.known import is_known
from tpxl.terms.settings import setting_of

MOST_LABELS = 3
ROWS_BELOW = 20


class Unread(NamedTuple):
    """A row of periods with figures under it that belong to no table found.

    `address` is its first heading, `labels` the first few labels of its rows.
    """

    sheet: str
    address: Address
    periods: tuple[Period, ...]
    labels: tuple[str, ...]


def unread_tables(book: Sheets, found: Survey) -> Iterator[Unread]:
    """Yield the tables of figures by period that the survey makes nothing of, sheet by sheet."""
    taken = _taken(found)
    summarised = {figure.sheet for figure in found.summary.figures}
    passed_over = summarised | {error.facts["sheet"] for error in found.damaged}
    for sheet in book.sheets:
        if sheet in passed_over:
            continue
        grid = book.read(sheet)
        for header in _headers(grid):
            labels = tuple(_labels(grid, header))
            if header.row not in taken[sheet] and labels:
                periods = tuple(dict.fromkeys(heading.period for heading in header.headings))
                yield Unread(sheet, header.headings[0].address, periods, labels)


def _taken(found: Survey) -> dict[str, set[int]]:
    """Return the rows of every table found, and the row above each: kinds over years."""
    rows: dict[str, set[int]] = defaultdict(set)
    blocks = [(table.sheet, table.block) for table in found.summaries]
    blocks += [(table.sheet, table.block) for table in found.comparisons]
    blocks += [(table.sheet, table.block) for area in found.areas for table in area.tables]
    blocks += [(table.sheet, table.block) for area in found.goals for table in area.tables]
    for sheet, block in blocks:
        rows[sheet].update(range(block.top - 1, block.bottom + 1))
    for pool in found.allocations.tables:
        rows[pool.sheet].update(pool.rows)
    for figure in (one for line in found.allocations.lines for one in line.figures.values()):
        rows[figure.sheet].update((figure.address.row - 1, figure.address.row))
    return rows


def _headers(grid: Grid) -> Iterator[PeriodHeader]:
    """Yield the rows of periods but those of settings that go across."""
    words = tuple(grid.texts(is_known))
    settings = {word.row for word in words if setting_of(word.text) is not None}
    return (one for one in locate_headers(grid, words) if one.row not in settings)


def _labels(grid: Grid, header: PeriodHeader) -> Iterable[str]:
    """Return the first labels of the rows under a header that hold a figure, up to a blank row."""
    columns = {heading.address.column for heading in header.headings}
    labels: list[str] = []
    for row in range(header.row + 1, header.row + 1 + ROWS_BELOW):
        cells = grid.row(row)
        texts = [cells[at] for at in cells if at < min(columns) and is_wording(cells[at])]
        if not cells or len(labels) == MOST_LABELS:
            break
        if texts and any(read_number(cells.get(at)) is not None for at in columns):
            labels.append(" ".join(str(texts[0]).split()))
    return labels
