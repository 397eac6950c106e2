"""Summaries: where a figure's area, line and period are told by its row, its column or a title.

Rows may be areas and columns lines, or the other way round, with periods on either side, over two
header rows, in blocks headed by an area. A figure counts only where all three are told, once.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tpxl.layout.summary_cells import SEVERAL, Cell, Page
from tpxl.layout.summary_lexicon import Lexicon, Said
from tpxl.model import Figure, Grid, Measure, Text
from tpxl.model.figure import NOBODY, Summary, SummaryTotal


def locate_summary(
    grid: Grid, words: Sequence[Text], lexicon: Lexicon, *, awaits_recalculation: bool = False
) -> Summary:
    """Return the figures of several areas on a sheet of which the lexicon knows `words`."""
    page = Page(grid, lexicon, words, awaits_recalculation)
    figures: list[Figure] = []
    totals: list[SummaryTotal] = []
    headers = page.headers()
    for index, header in enumerate(headers):
        end = headers[index + 1].top if index + 1 < len(headers) else grid.last_row + 1
        cells = list(page.cells(header, end))
        figures += [figure for one in cells if (figure := one.figure) is not None]
        totals += _totals(cells)
    return Summary(tuple(figures), tuple(totals))


def _totals(cells: Sequence[Cell]) -> Iterator[SummaryTotal]:
    """Yield each total of areas with the areas' figures of its line, period and row or column."""
    for along in (_column_of, _row_of):
        lanes: dict[object, list[Cell]] = defaultdict(list)
        for cell in cells:
            lanes[along(cell), cell.told.get(Said.LINE), cell.told.get(Said.PERIOD)].append(cell)
        for lane in lanes.values():
            yield from _totals_along(lane)


def _totals_along(lane: Sequence[Cell]) -> Iterator[SummaryTotal]:
    """Yield the totals of a lane: each of the figures before it, or of those after the first."""
    figures = [cell.figure for cell in lane]
    heads = [i for i, one in enumerate(figures) if one is not None and one.area == NOBODY]
    spans = [
        range(start, end) for start, end in zip([0, *(i + 1 for i in heads)], heads, strict=False)
    ]
    if heads == [0]:
        spans = [range(1, len(lane))]
    for head, span in zip(heads, spans, strict=True):
        total = figures[head]
        parts = tuple(one for i in span if (one := figures[i]) is not None)
        if total is not None and len(parts) >= SEVERAL and total.line.measure is Measure.AMOUNT:
            yield SummaryTotal(total, parts, has_unknown=len(parts) < len(span))


def _column_of(cell: Cell) -> int:
    return cell.number.address.column


def _row_of(cell: Cell) -> tuple[int]:
    return (cell.number.address.row,)
