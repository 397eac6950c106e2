"""Areas that have no sheet of their own: their figures stand together in one table.

A row for each area and line, areas across, a row for each area and period: whatever tells a
figure's area, line and period, as in a summary. Such a table is the areas' own, empty places and
all, where none of its areas has a sheet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tpxl.layout.cells.numbers import is_wording
from tpxl.layout.figures import FEWEST_LINES
from tpxl.layout.headers import PeriodHeader
from tpxl.layout.merged import Merged
from tpxl.layout.scan import SheetScan
from tpxl.layout.summaries import SummarySheet
from tpxl.layout.summary_lexicon import Lexicon, is_total
from tpxl.layout.views import View
from tpxl.model import (
    Address,
    Area,
    Block,
    Figure,
    FiguresRow,
    FiguresTable,
    Grid,
    Line,
    Measure,
    Period,
    Sheets,
    Text,
    Value,
)
from tpxl.terms import fold
from tpxl.terms.known import is_known
from tpxl.terms.lines import line_of
from tpxl.terms.periods import period_of

SEVERAL = 2
LONGEST_NAME = 80


def names_tabled(book: Sheets, pages: Iterable[SheetScan]) -> Iterator[str]:
    """Yield what may be areas' names in the tables of a book without an area's sheet."""
    for page in pages:
        if page.may_summarise and not any(page.journals):
            yield from _names_on(View(book.read(page.sheet), page.hidden), page.headers)


def tabled_areas(
    grid: Grid, lexicon: Lexicon, taken: set[str], *, is_pending: bool
) -> tuple[Area, ...]:
    """Return the areas whose only figures stand in the tables of a sheet that names several.

    A sheet that names one whose figures stand elsewhere too, `taken` by then, is a summary; the
    names of those that are returned are taken from now on.
    """
    found = _areas_on(grid, lexicon, awaits_recalculation=is_pending)
    of_page = {fold(area.name) for area in found}
    named = {fold(word.text) for word in grid.texts(lexicon.knows)} & taken
    if named or of_page & taken:
        return ()
    taken |= of_page
    return found


def _areas_on(
    grid: Grid, lexicon: Lexicon, *, awaits_recalculation: bool = False
) -> tuple[Area, ...]:
    """Return the areas whose figures a sheet holds in one table or several, in order."""
    words = list(grid.texts(lexicon.knows))
    if not lexicon.names_several(grid, words):
        return ()
    merged = Merged.of(grid.merged)
    page = SummarySheet(grid, lexicon, words, awaits_recalculation, merged, is_own=True)
    figures: dict[str, list[Figure]] = defaultdict(list)
    headers = page.headers()
    ends = [*(header.top for header in headers[1:]), grid.last_row + 1]
    for header, end in zip(headers, ends, strict=False):
        for figure in (cell.place for cell in page.cells(header, end)):
            if figure is not None and figure.area and figure.period is not None:
                figures[figure.area].append(figure)
    tables = {name: _table(grid, own) for name, own in figures.items()}
    return tuple(
        Area(name, grid.sheet, (table,))
        for name, table in tables.items()
        if len({row.line for row in table.rows}) >= FEWEST_LINES
    )


def _table(grid: Grid, figures: Sequence[Figure]) -> FiguresTable:
    """Return an area's figures as a table of their lines and periods."""
    of_line: dict[Line, dict[Period, Figure]] = defaultdict(dict)
    for figure in sorted(figures, key=_place):
        if figure.period is not None:
            of_line[figure.line].setdefault(figure.period, figure)
    header: dict[Period, Address] = {}
    rows: dict[Line, FiguresRow] = {}
    for line, own in of_line.items():
        label, at = _label(grid, next(iter(own.values())).address)
        printed = [figure.decimals for figure in own.values() if figure.number is not None]
        basis = rows.get(line.amount) if line.measure is not Measure.AMOUNT else None
        rows[line] = FiguresRow(line, label, at, own, max(printed, default=None), basis)
        for period, figure in own.items():
            if period not in header:
                header[period] = _heading(grid, figure.address)
    places = [figure.address for figure in figures]
    return FiguresTable(
        sheet=grid.sheet,
        block=Block(
            min(at.row for at in places),
            min(at.column for at in places),
            max(at.row for at in places),
            max(at.column for at in places),
        ),
        header=header,
        rows=tuple(rows.values()),
    )


def _place(figure: Figure) -> Address:
    return figure.address


def _label(grid: Grid, at: Address) -> tuple[str, Address]:
    """Return the text that names a figure's line, in its row or over it; its place without one."""
    for place, text in _texts_towards(grid, at):
        if line_of(text) is not None:
            return " ".join(text.split()), place
    return "", at


def _heading(grid: Grid, at: Address) -> Address:
    return next((p for p, text in _texts_towards(grid, at) if period_of(text) is not None), at)


def _texts_towards(grid: Grid, at: Address) -> Iterator[tuple[Address, str]]:
    """Yield the texts left of a cell, then those above it, the nearest first."""
    row = grid.row(at.row)
    for column in sorted((one for one in row if one < at.column), reverse=True):
        if isinstance(text := row[column], str):
            yield Address(at.row, column), text
    for above in range(at.row - 1, 0, -1):
        if isinstance(text := grid.value(Address(above, at.column)), str):
            yield Address(above, at.column), text


def _names_on(grid: Grid, headers: Iterable[PeriodHeader]) -> Iterator[str]:
    """Yield what may be areas' names in a table of several, where no list of areas is in the book.

    They stand before the lines of a list, each on several rows, or above the periods.
    """
    yield from _before_lines(grid)
    for header in headers:
        columns = {heading.address.column for heading in header.headings}
        above = grid.row(header.row - 1) if header.row > 1 else {}
        names = [value for at, value in above.items() if at in columns and _may_be_name(value)]
        periods = [heading.period for heading in header.headings]
        if len(set(names)) >= SEVERAL and len(set(periods)) < len(periods):
            yield from map(str, names)


def _before_lines(grid: Grid) -> Iterator[str]:
    """Yield the texts before a line's name in its row, those that stand on several rows."""
    found: dict[tuple[int, str], int] = defaultdict(int)
    for word in grid.texts(_is_line):
        for column, value in _left_of(grid.row(word.row), word):
            if _may_be_name(value):
                found[column, str(value)] += 1
    names = {place: text for place, text in found.items() if text >= SEVERAL}
    if len({text for _, text in names}) >= SEVERAL:
        yield from (text for _, text in names)


def _left_of(row: Mapping[int, Value], word: Text) -> Iterator[tuple[int, Value]]:
    return ((column, value) for column, value in row.items() if column < word.column)


def _is_line(text: str) -> bool:
    return line_of(text) is not None


def _may_be_name(value: Value) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST_NAME or not is_wording(value):
        return False
    return not (is_known(value) or period_of(value) or is_total(value) or not fold(value))
