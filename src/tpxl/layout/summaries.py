"""Summaries: where a figure's area, line and period are told by its row, its column or a title.

Rows may be areas and columns lines, or the other way round, with periods on either side, over two
header rows, in blocks headed by an area. A figure counts only where all three are told, once.

The numbers of a summary sheet, each with what its row, column, block and title tell of it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from tpxl.layout.cells.numbers import is_wording, read_number
from tpxl.layout.entries import Subject, entry_at, errors_on, unit_told
from tpxl.layout.merged import Merged
from tpxl.layout.summary_lexicon import TOTALS, Lexicon, Meanings, Topic
from tpxl.model import (
    Address,
    Figure,
    Grid,
    Line,
    Measure,
    Period,
    Text,
    Value,
    is_nothing,
)
from tpxl.model.figure import (
    NOBODY,
    Summary,
    SummaryHeading,
    SummaryName,
    SummaryPage,
    SummaryTotal,
)
from tpxl.terms import key
from tpxl.terms.lines import COUNTS, label_scale, line_of
from tpxl.terms.periods import scale_of, year_of
from tpxl.terms.settings import setting_of

SEVERAL = 2

ROWS_ABOVE = 4
"""How far above its header row a table's title may name its line, its period or its unit."""

_TOLD_NOTHING: Meanings = MappingProxyType({})
_UNTOLD = Subject(Line(""), None)
"""What a number is of before its row, column and title are put together."""


class SummaryHeader(NamedTuple):
    """One header row or two: what is told by column, and by the title above.

    `unknown` are the headings between areas that are none of the book's.
    """

    top: int
    row: int
    columns: Mapping[int, Meanings]
    title: Meanings
    scale: Decimal
    unknown: Mapping[int, SummaryName] = MappingProxyType({})


class SummaryCell(NamedTuple):
    """A number of a summary, an error value or a formula without a value, with what is told of it.

    `name` is what its row or column is called where that is no area of the book.
    """

    number: Figure
    told: Meanings
    name: SummaryName | None = None

    @property
    def figure(self) -> Figure | None:
        """Return it as a figure; None where it is none, or its area, line or period is not told."""
        return None if self.number.number is None else self.place

    @property
    def place(self) -> Figure | None:
        """Return it as a figure or an empty place of one; None where it is not told of what."""
        area, line, period = (self.told.get(said) for said in Topic)
        if not isinstance(line, Line) or not isinstance(period, Period) or area is None:
            return None
        if isinstance(area, Line | Period):
            return None
        owner = area if isinstance(area, str) else NOBODY
        return self.number._replace(area=owner, line=line, period=period)


class SummarySheet(NamedTuple):
    """A summary sheet under reading.

    Of a table that `is_own`, the areas' only one, empty places count too, a name stands for the
    rows below it, and a change that names no line is one of the line above or before it.
    """

    grid: Grid
    lexicon: Lexicon
    texts: Sequence[Text]
    is_pending: bool
    merged: Merged
    is_own: bool = False

    def headers(self) -> list[SummaryHeader]:
        """Return the header rows: those that tell two or more things of one sort, side by side."""
        rows: dict[int, list[tuple[int, Meanings]]] = defaultdict(list)
        for text in self.texts:
            rows[text.row].append((text.column, self.lexicon.told(text.text)))
        tops = {row: None for row in sorted(rows) if self._heads(row, rows[row])}
        headers = []
        for row in tops:
            if row - 1 in tops:
                continue
            last = row + 1 if row + 1 in tops else row
            reach = max(column for column, _ in rows[last]) if last > row else None
            columns = self._columns(row, rows[row], reach)
            if self.is_own:
                columns |= dict(self._measured(row, columns))
            if last > row:
                for column, told in self._columns(last, rows[last], None).items():
                    columns[column] = {**columns.get(column, {}), **told}
            headers.append(self._header(row, last, columns))
        return headers

    def _heads(self, row: int, told: Sequence[tuple[int, Meanings]]) -> bool:
        """Tell whether a row heads a table; beside the word for an area one period does."""
        sorts = [said for _, one in told for said in one]
        cells = self.grid.row(row)
        if sorts == [Topic.PERIOD] and any(map(_heads_areas, cells.values())):
            return True
        if any(sorts.count(said) < SEVERAL for said in set(sorts)) or not sorts:
            return False
        return not any(map(_is_figure, cells.values()))

    def _columns(
        self, row: int, told: Sequence[tuple[int, Meanings]], last: int | None
    ) -> dict[int, Meanings]:
        """Return what a header row tells of each column it spans.

        Over another header row a heading reaches to the next one, merged or not; `last` is where
        the row beneath ends.
        """
        spans = {block.left: block.right for block in self.merged.by_row.get(row, ())}
        starts = sorted(column for column, _ in told)
        columns: dict[int, Meanings] = {}
        for column, one in sorted(told, key=lambda pair: pair[0]):
            following = [start - 1 for start in starts if start > column]
            reach = column if last is None else min([*following, last])
            for at in range(column, max(spans.get(column, column), reach) + 1):
                columns[at] = one
        return columns

    def _measured(
        self, row: int, columns: Mapping[int, Meanings]
    ) -> Iterator[tuple[int, Meanings]]:
        """Yield the columns whose headings only say how the line before them is measured."""
        before: Meanings = {}
        for column, value in self.grid.row(row).items():
            before = columns.get(column, before)
            line = _measured_as(value, before)
            if line is not None and column not in columns:
                yield column, {**before, Topic.LINE: line}

    def _header(self, top: int, row: int, columns: Mapping[int, Meanings]) -> SummaryHeader:
        """Return a header with what stands beside it and in the rows without figures above it."""
        title: Meanings = {}
        scale = Decimal(1)
        for above in range(row, max(0, top - ROWS_ABOVE - 1), -1):
            cells = self.grid.row(above)
            if above < top and any(map(_is_figure, cells.values())):
                break
            for column, value in cells.items():
                if isinstance(value, str) and (above < top or column not in columns):
                    title = {**self.lexicon.told_by_title(value), **title}
                    unit = label_scale(value)
                    scale = unit if scale == 1 and unit is not None else scale
        unknown = dict(self._unknown_headings(row, columns))
        columns = dict(sorted({**columns, **dict.fromkeys(unknown, _TOLD_NOTHING)}.items()))
        return SummaryHeader(top, row, columns, title, scale, unknown)

    def _unknown_headings(
        self, row: int, columns: Mapping[int, Meanings]
    ) -> Iterator[tuple[int, SummaryName]]:
        """Yield the headings between areas of which nothing is known."""
        areas = [at for at, told in columns.items() if Topic.AREA in told]
        for column, value in self.grid.row(row).items() if areas else ():
            if min(areas) < column < max(areas) and column not in columns and _may_be_area(value):
                address = Address(row, column)
                yield column, SummaryName(str(value), self.grid.sheet, address)

    def cells(self, header: SummaryHeader, end: int) -> Iterator[SummaryCell]:
        """Yield the numbers under a header with what their row, column, block and title tell.

        A row with several texts or years in figures' places is another table's header, and the
        end; so is an area that comes again.
        """
        first = min(header.columns)
        block: Meanings = {}
        seen: set[tuple[str, Line, Period]] = set()
        units = {column: self._unit_over(column, header) for column in header.columns}
        above: Meanings = {}
        for row in range(header.row + 1, end):
            cells = self.grid.row(row)
            if _heads_another(cells, header):
                return
            beside = {at: v for at, v in cells.items() if at < first and isinstance(v, str)}
            labels = list(beside.values())
            name = self._unknown_label(row, beside)
            unit = unit_told(labels)
            own: Meanings = {}
            for label in labels:
                own = {**own, **self.lexicon.told(label)}
            if self.is_own:
                own = above = _continued(own, above, labels)
            is_known = all(self.lexicon.told(label) for label in labels)
            numbers = {
                column: number
                for column in header.columns
                if (number := self._number(Address(row, column), unit or units[column])) is not None
            }
            if not any(one.value is not None or not one.is_known for one in numbers.values()):
                block = {**block, **own}
                numbers = numbers if {Topic.AREA, Topic.LINE} <= own.keys() else {}
            for column, number in numbers.items():
                told = _together(header, block, own, header.columns[column], is_known=is_known)
                cell = SummaryCell(_in_unit(number, told), told, header.unknown.get(column, name))
                figure = cell.figure
                if figure is not None and figure.area and figure.period is not None:
                    key = (figure.area, figure.line, figure.period)
                    if key in seen:
                        return
                    seen.add(key)
                yield cell

    def _unknown_label(self, row: int, labels: Mapping[int, str]) -> SummaryName | None:
        """Return the label of which nothing is known."""
        for column, label in labels.items():
            if not self.lexicon.told(label) and _may_be_area(label):
                return SummaryName(label, self.grid.sheet, Address(row, column))
        return None

    def headings(self) -> Iterator[SummaryHeading]:
        """Yield the cells that tell a period and nothing else."""
        for text in self.texts:
            period = self.lexicon.told(text.text).get(Topic.PERIOD)
            if isinstance(period, Period):
                yield SummaryHeading(period, self.grid.sheet, text.address)

    def _unit_over(self, column: int, header: SummaryHeader) -> Decimal:
        """Return the euros in one unit of a column: its heading's own, else the table's."""
        headings = (self.grid.value(Address(row, column)) for row in (header.top, header.row))
        return unit_told([one for one in headings if isinstance(one, str)]) or header.scale

    def _number(self, at: Address, scale: Decimal) -> Figure | None:
        has_formula = self.grid.has_formula(at)
        if is_nothing(self.grid.value(at)) and not self.is_own and not has_formula:
            return None
        number = entry_at(self.grid, at, _UNTOLD, scale, is_pending=self.is_pending)
        is_there = number.number is not None or number.is_error or not number.is_known
        return number if self.is_own or is_there else None


def _heads_another(cells: Mapping[int, Value], header: SummaryHeader) -> bool:
    """Tell whether a row has several texts, or nothing but years, in the places of figures."""
    values = [cells[column] for column in header.columns if column in cells]
    years = {year_of(value) for value in values} - {None}
    are_years = len(years) >= SEVERAL and len(years) == len(values)
    return are_years or sum(map(is_wording, values)) >= SEVERAL


def _continued(own: Meanings, above: Meanings, labels: Sequence[str]) -> Meanings:
    """Return what a row tells, of the area above it where it names none, and of the line above."""
    if Topic.AREA not in own and Topic.AREA in above:
        own = {Topic.AREA: above[Topic.AREA], **own}
    if Topic.LINE not in own and own.get(Topic.AREA) == above.get(Topic.AREA):
        line = next(filter(None, (_measured_as(label, above) for label in labels)), None)
        own = own if line is None else {**own, Topic.LINE: line}
    return own


def _measured_as(value: Value, before: Meanings) -> Line | None:
    """Return the line that a text measures which says only how: that of the figures before it."""
    line = before.get(Topic.LINE)
    told = line_of(value) if isinstance(value, str) else None
    if not isinstance(line, Line) or told is None or told[0]:
        return None
    return Line(line.code, Measure(told[1]))


def _heads_areas(value: Value) -> bool:
    return isinstance(value, str) and setting_of(value) == "area"


def _is_figure(value: Value) -> bool:
    """Tell whether a cell holds a figure; a unit (1 000 €) is none."""
    is_unit = isinstance(value, str) and scale_of(value) is not None
    return not is_unit and read_number(value) is not None


def _may_be_area(value: Value) -> bool:
    """Tell whether a text may be what an area is called: a subtotal of some is none."""
    words = value.split() if isinstance(value, str) else ()
    return is_wording(value) and TOTALS.isdisjoint(map(key, words))


def _together(
    header: SummaryHeader, block: Meanings, own: Meanings, column: Meanings, *, is_known: bool
) -> Meanings:
    """Return what is told of a figure by its row and column, and by what stands over both.

    An area over a block of rows is theirs where each names its line. A line over a table is that
    of its rows where these are areas: a label that is not known may be any area's.
    """
    beside = {**column, **own}
    over = {**header.title, **block}
    if Topic.AREA in over and not (is_known and Topic.LINE in beside):
        over.pop(Topic.AREA)
    if Topic.AREA in column or (Topic.AREA in own and not is_known):
        over.pop(Topic.LINE, None)
    return {**over, **beside}


def _in_unit(number: Figure, told: Meanings) -> Figure:
    """Return the number in the unit of its line: counts and percentages are no thousands."""
    line = told.get(Topic.LINE)
    is_euros = isinstance(line, Line) and line.measure is Measure.AMOUNT and line.code not in COUNTS
    return number if is_euros else number._replace(scale=Decimal(1))


def locate_summary(
    grid: Grid, words: Sequence[Text], lexicon: Lexicon, *, awaits_recalculation: bool = False
) -> Summary:
    """Return the figures of several areas on a sheet of which the lexicon knows `words`."""
    page = SummarySheet(grid, lexicon, words, awaits_recalculation, Merged.of(grid.merged))
    figures: list[Figure] = []
    totals: list[SummaryTotal] = []
    headers = page.headers()
    for index, header in enumerate(headers):
        end = headers[index + 1].top if index + 1 < len(headers) else grid.last_row + 1
        cells = list(page.cells(header, end))
        figures += [figure for one in cells if (figure := one.figure) is not None]
        totals += _totals(cells)
    areas = (lexicon.told(word.text).get(Topic.AREA) for word in words)
    named = frozenset(area for area in areas if isinstance(area, str))
    headings = page.headings() if figures else ()
    pages = (SummaryPage(grid.sheet, named, errors_on(grid)),)
    return Summary(tuple(figures), tuple(totals), pages, tuple(headings))


def _totals(cells: Sequence[SummaryCell]) -> Iterator[SummaryTotal]:
    """Yield each total of areas with the areas' figures of its line, period and row or column."""
    for along in (_column_of, _row_of):
        lanes: dict[object, list[SummaryCell]] = defaultdict(list)
        for cell in cells:
            lanes[along(cell), cell.told.get(Topic.LINE), cell.told.get(Topic.PERIOD)].append(cell)
        for lane in lanes.values():
            yield from _totals_along(lane)


def _totals_along(lane: Sequence[SummaryCell]) -> Iterator[SummaryTotal]:
    """Yield the totals of a lane: each of the figures before it, or of those after the first.

    Over an error value, or a formula that nobody has calculated, there is no total to judge.
    """
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
        if any(lane[i].number.number is None for i in span):
            continue
        names = (lane[i].name for i in span if figures[i] is None)
        unknown = tuple(name for name in names if name is not None)
        if total is not None and parts and total.line.measure is Measure.AMOUNT:
            yield SummaryTotal(total, parts, len(parts) < len(span), unknown)


def _column_of(cell: SummaryCell) -> int:
    return cell.number.address.column


def _row_of(cell: SummaryCell) -> tuple[int]:
    return (cell.number.address.row,)
