"""Comparison tables: a header row whose words say how its columns follow from each other.

Which rows of a sheet may head a comparison table, by their words alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tpxl.layout.cells.numbers import directed_in, is_wording
from tpxl.layout.cells.text import MOST_DECIMALS
from tpxl.layout.entries import Subject, entry_at, unit_told
from tpxl.layout.merged import Merged
from tpxl.layout.unknown_columns import with_unknown
from tpxl.model import (
    Address,
    Block,
    Figure,
    Grid,
    Line,
    Measure,
    Period,
    PeriodKind,
    Text,
    Value,
    is_nothing,
)
from tpxl.model.figure import ComparisonColumn, ComparisonRow, ComparisonTable
from tpxl.rules.readings import readings_of
from tpxl.terms import column_roles as role
from tpxl.terms import columns
from tpxl.terms.column_roles import PLAIN
from tpxl.terms.columns import column_of
from tpxl.terms.known import domains_of
from tpxl.terms.lines import LABELS, line_of
from tpxl.terms.parts import code_of
from tpxl.terms.periods import scale_of, year_of
from tpxl.terms.quantities import is_direction
from tpxl.terms.sections import section_of

ROWS_ABOVE = 2
"""How far above the header row a unit (1 000 €) may stand."""

SEVERAL = 2
"""Texts in figures' places that make a row another table's header."""


class _Header(NamedTuple):
    """A header as printed: its last row, and what each column's heading says."""

    top: int
    row: int
    columns: Mapping[int, ComparisonColumn]


def locate_comparisons(
    grid: Grid, words: Sequence[Text], *, awaits_recalculation: bool = False
) -> tuple[ComparisonTable, ...]:
    """Return the comparison tables of a sheet, from top to bottom and left to right."""
    headers = list(_headers(grid, words))
    after = grid.last_row + 1
    tables = []
    for header, following in zip(headers, [*headers[1:], None], strict=False):
        end = after if following is None else following.top
        tables += [
            _table(grid, header, group, end, is_pending=awaits_recalculation)
            for group in _side_by_side(grid, header, end)
        ]
    return tuple(table for table in tables if table.rows)


def _headers(grid: Grid, words: Sequence[Text]) -> Iterator[_Header]:
    taken = 0
    merged = Merged.of(grid.merged)
    for row in heading_rows(words):
        if row <= taken:
            continue
        for top, last in ((row, row + 1), (row - 1, row), (row, row)):
            columns = _settled(_columns(grid, top, last, merged)) if top > taken else {}
            if _is_computed(columns):
                yield _Header(top, last, columns)
                taken = last
                break


def _is_computed(columns: Mapping[int, ComparisonColumn]) -> bool:
    return any(readings_of(column, columns) for column in columns)


def _columns(grid: Grid, top: int, last: int, merged: Merged) -> dict[int, ComparisonColumn]:
    """Return what the headings in one row, or in two rows together, say of their columns.

    Two rows are one header only where the lower one holds no amounts and adds a word that the
    upper one's heading needs.
    """
    upper = _spread(grid, top, merged)
    if top == last:
        return {at: column for at, text in upper.items() if (column := _column(top, at, text))}
    lower = grid.row(last)
    beneath = {at: _heading_text(value) for at, value in lower.items() if not is_nothing(value)}
    if any(text is None and at in upper for at, text in beneath.items()):
        return {}
    columns = {}
    is_joined = False
    for at in sorted(upper.keys() | beneath.keys()):
        above, below = upper.get(at), beneath.get(at)
        joined = _column(last, at, f"{above} {below}") if above and below else None
        is_joined |= joined is not None
        column = joined or _column(last, at, below) or _column(top, at, above)
        if column is not None:
            columns[at] = column
    return columns if is_joined else {}


def _spread(grid: Grid, row: int, merged: Merged) -> dict[int, str]:
    """Return the texts of a row by column, a merged heading over all columns it spans."""
    texts = {at: value for at, value in grid.row(row).items() if isinstance(value, str)}
    for block in merged.by_row.get(row, ()):
        if block.left in texts:
            for column in range(block.left, block.right + 1):
                texts.setdefault(column, texts[block.left])
    return texts


def _heading_text(value: Value) -> str | None:
    """Return what a cell adds to a heading: its text, or its year; None for any other number."""
    if isinstance(value, str):
        return value
    year = year_of(value)
    return str(year) if year else None


def _column(row: int, at: int, text: str | None) -> ComparisonColumn | None:
    word = column_of(text) if text else None
    if word is None or text is None:
        return None
    period = Period(PeriodKind(word.period[0]), word.period[1]) if word.period else None
    label = " ".join(text.split())
    return ComparisonColumn(word.role, label, Address(row, at), period, word.mentions)


def _settled(columns: Mapping[int, ComparisonColumn]) -> dict[int, ComparisonColumn]:
    """Return the columns with the words settled that mean one thing or another by their place.

    "Muutos" before an amended budget is the amendment; "muutokset" without one is the change. A
    year's budget again, right after its change, is the amended one.
    """
    order = sorted(columns)
    for at, change, again in zip(order, order[1:], order[2:], strict=False):
        if _is_amended_again(columns[at], columns[change], columns[again]):
            columns = {**columns, again: columns[again]._replace(role=role.AMENDED)}
    settled = dict(columns)
    has_amended = any(column.role in role.AFTER_CHANGES for column in columns.values())
    for at, following in zip(order, [*order[1:], None], strict=False):
        column = columns[at]
        if column.role == role.CHANGE and following is not None:
            if columns[following].role in role.AFTER_CHANGES:
                settled[at] = column._replace(role=role.CHANGES)
        elif column.role == role.CHANGES and not has_amended:
            settled[at] = column._replace(role=role.CHANGE)
    return settled


def _is_amended_again(
    first: ComparisonColumn, change: ComparisonColumn, again: ComparisonColumn
) -> bool:
    are_budgets = first.role == role.ORIGINAL and again.role == role.ORIGINAL
    is_between = change.role in {role.CHANGE, role.CHANGES} and not change.mentions
    years = {column.period for column in (first, again) if column.period is not None}
    return are_budgets and is_between and len(years) == 1


def _side_by_side(grid: Grid, header: _Header, end: int) -> Iterator[dict[int, ComparisonColumn]]:
    """Part a header where a column of labels stands between two of its headings."""
    group: dict[int, ComparisonColumn] = {}
    rows = range(header.row + 1, min(end, grid.last_row + 1))
    for at in sorted(header.columns):
        if group and _holds_labels(grid, range(max(group) + 1, at), rows):
            yield group
            group = {}
        group[at] = header.columns[at]
    yield group


def _holds_labels(grid: Grid, columns: range, rows: range) -> bool:
    if not columns:
        return False
    labels = 0
    for row in rows:
        cells = grid.row(row)
        labels += any(is_wording(cells.get(column)) for column in columns)
        if labels >= SEVERAL:
            return True
    return False


def _table(
    grid: Grid,
    header: _Header,
    columns: Mapping[int, ComparisonColumn],
    end: int,
    *,
    is_pending: bool,
) -> ComparisonTable:
    first, last = min(columns), max(columns)
    left = max((at for at in header.columns if at < first), default=0) + 1
    scale = _scale(grid, header, last)
    rows = []
    bottom = header.row
    for row in range(header.row + 1, end):
        cells = grid.row(row)
        if _ends(cells, columns, left):
            break
        texts, at = _label(cells, row, range(left, first))
        if _measures_another(texts):
            continue
        unit = unit_told(texts) or scale
        code = _code(texts)
        name = code if code in LABELS else " ".join(texts)
        figures = _figures(grid, row, columns, (name, unit), is_pending=is_pending)
        if any(one.number is not None or not one.is_known for one in figures.values()):
            rows.append(ComparisonRow(texts, at, code, figures))
            bottom = row
    block = Block(header.top, left, bottom, last)
    unknown, whole = with_unknown(
        grid,
        range(header.top, header.row + 1),
        columns,
        list(_evened(rows, columns)),
        others=header.columns,
        is_pending=is_pending,
    )
    return ComparisonTable(grid.sheet, block, columns, whole, unknown=unknown)


def _evened(rows: Sequence[ComparisonRow], columns: Iterable[int]) -> Iterator[ComparisonRow]:
    """Yield the rows with the decimals of each column: 6,0 is often kept, and shown, as 6."""
    shown = {column: _usual_decimals(rows, column) for column in columns}
    for row in rows:
        figures = {
            at: figure._replace(decimals=max(figure.decimals, shown[at]))
            for at, figure in row.figures.items()
        }
        yield row._replace(figures=figures)


def _usual_decimals(rows: Sequence[ComparisonRow], column: int) -> int:
    """Return the most decimals that two cells of a column show; one alone is no habit."""
    shown = sorted(
        figure.decimals
        for row in rows
        if (figure := row.figures.get(column)) is not None
        and figure.number
        and figure.decimals < MOST_DECIMALS
    )
    return shown[-SEVERAL] if len(shown) >= SEVERAL else 0


def _ends(cells: Mapping[int, Value], columns: Mapping[int, ComparisonColumn], left: int) -> bool:
    """Tell whether a row is another table's header, or the heading of the next section."""
    texts = sum(is_wording(cells.get(column)) for column in columns)
    label = cells.get(left)
    has_figures = any(not is_nothing(cells.get(column)) for column in columns)
    is_heading = isinstance(label, str) and not has_figures and section_of(label) is not None
    return texts >= SEVERAL or is_heading


def _label(cells: Mapping[int, Value], row: int, columns: range) -> tuple[tuple[str, ...], Address]:
    pieces = {at: v for at, v in cells.items() if at in columns and isinstance(v, str)}
    at = min(pieces, default=columns.start)
    return tuple(" ".join(text.split()) for text in pieces.values()), Address(row, at)


def _measures_another(texts: Sequence[str]) -> bool:
    """Tell whether a row is a change or a figure per resident of the amounts above it."""
    return any(line is not None and line[1] for line in map(line_of, (*texts, " ".join(texts))))


def _code(texts: Sequence[str]) -> str | None:
    codes = [code for text in (" ".join(texts), *texts) if (code := code_of(text)) is not None]
    return codes[0] if len(set(codes)) == 1 else None


def _figures(
    grid: Grid,
    row: int,
    columns: Mapping[int, ComparisonColumn],
    named: tuple[str, Decimal],
    *,
    is_pending: bool,
) -> dict[int, Figure]:
    """Return the figures of a row by column; `named` is its line and the euros in its unit."""
    cells = grid.row(row)
    return {
        at: _directed(
            _figure(grid, Address(row, at), column, named, is_pending=is_pending),
            None if at + 1 in columns else cells.get(at + 1),
        )
        for at, column in columns.items()
        if not is_nothing(cells.get(at)) or grid.has_formula(Address(row, at))
    }


def _directed(figure: Figure, beside: Value) -> Figure:
    """Return a figure with the number that a word of direction stands with, in its cell or next."""
    reading = directed_in(figure.value) if isinstance(figure.value, str) else None
    if reading is not None and figure.number is None:
        return figure._replace(number=reading.number, decimals=reading.decimals, is_directed=True)
    return figure._replace(is_directed=isinstance(beside, str) and is_direction(beside))


def _figure(
    grid: Grid,
    at: Address,
    column: ComparisonColumn,
    named: tuple[str, Decimal],
    *,
    is_pending: bool,
) -> Figure:
    code, scale = named
    is_change = column.role == role.CHANGE_PERCENT and code in LABELS
    line = Line(code, Measure.CHANGE_PERCENT if is_change else Measure.AMOUNT)
    is_percent = column.role in role.PERCENTS
    of = Subject(line, column.period, column.label, is_percent and not is_change)
    unit = Decimal(1) if is_percent else _heading_scale(column) or scale
    return entry_at(grid, at, of, unit, is_pending=is_pending, is_euros=not is_percent)


def _heading_scale(column: ComparisonColumn) -> Decimal | None:
    scale = scale_of(column.label)
    return scale if scale != 1 else None


def _scale(grid: Grid, header: _Header, last: int) -> Decimal:
    """Return the euros in one unit, as named in the corner or just above the header row."""
    for row in range(header.row, max(0, header.top - ROWS_ABOVE - 1), -1):
        for column, value in grid.row(row).items():
            if column > last or not isinstance(value, str) or column in header.columns:
                continue
            scale = scale_of(value)
            if scale is not None and scale != 1:
                return scale
    return Decimal(1)


def heading_rows(words: Sequence[Text]) -> list[int]:
    """Return the rows with several headings, one of them, or one next to them, a comparison's.

    A row of mere amounts heads a figures table.
    """
    by_row: dict[int, list[str]] = defaultdict(list)
    for word in words:
        role = _role_of(word.text)
        if role is not None:
            by_row[word.row].append(role)
    telling = {row for row, roles in by_row.items() if not PLAIN.issuperset(roles)}
    return [
        row
        for row, roles in sorted(by_row.items())
        if len(roles) >= SEVERAL and telling & {row - 1, row, row + 1}
    ]


@lru_cache(maxsize=16384)
def _role_of(text: str) -> str | None:
    """Return the role of the column that a text heads; an area's name costs no more than a look."""
    said = columns.column_of(text) if columns in domains_of(text) else None
    return None if said is None else said.role
