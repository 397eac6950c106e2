"""How a computed column of a comparison table may be read: from which columns, by which formula.

Headings leave much open: which of two budgets a deviation is from, which two periods a change is
between. So every reading that the words allow is given, the likeliest first; the rows decide.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.model.figure import ComparisonColumn
from tpxl.rules.formulas import Formula, Quotient, Sum
from tpxl.terms import column_roles as role

Columns = Mapping[int, ComparisonColumn]
_NEW = (role.ACTUAL, role.FORECAST)
_BUDGETS = (role.AMENDED, role.ORIGINAL, role.AMENDED_PLAN, role.PLAN)
_ORDER = {
    role.ORIGINAL: 0,
    role.PLAN: 0,
    role.AMENDED: 1,
    role.AMENDED_PLAN: 1,
    role.FORECAST: 2,
    role.ACTUAL: 3,
}
_UNKNOWN_YEAR = 9999


class ColumnReading(NamedTuple):
    """One way to read a computed column: its terms' columns and what makes it of them.

    `either_sign` tells that the difference may be taken either way round, as each kind of row has
    it. `is_likeliest` tells that no other way is as likely by the words alone.
    """

    code: str
    result: int
    terms: tuple[int, ...]
    formula: Formula
    either_sign: bool = False
    is_likeliest: bool = False


class _Pair(NamedTuple):
    new: int
    base: int
    is_likeliest: bool


def readings_of(column: int, columns: Columns) -> tuple[ColumnReading, ...]:
    """Return the ways to read a column, the likeliest first; none where it is no computed one."""
    reader = _READERS.get(columns[column].role)
    return tuple(dict.fromkeys(reader(column, columns))) if reader else ()


def _amended(column: int, columns: Columns) -> Iterator[ColumnReading]:
    original = _nearest(column, columns, role.ORIGINAL)
    if original is None:
        return
    first, last = sorted((original, column))
    between = [
        at
        for at, other in columns.items()
        if other.role == role.CHANGES
        and (first < at < last or _nearest(at, columns, role.AMENDED) == column)
    ]
    if between:
        factors = (1,) * (len(between) + 1)
        yield ColumnReading(
            "amended", column, (original, *between), Sum(factors), is_likeliest=True
        )


def _deviation(column: int, columns: Columns) -> Iterator[ColumnReading]:
    pairs = _budget_pairs(column, columns)
    for pair in pairs:
        yield _reading("deviation", column, pair, Sum((1, -1)), either_sign=True)
    if not pairs:
        yield from _change(column, columns)


def _used_percent(column: int, columns: Columns) -> Iterator[ColumnReading]:
    yield from _shares("used_percent", column, _budget_pairs(column, columns), 0, (100, 1))


def _deviation_percent(column: int, columns: Columns) -> Iterator[ColumnReading]:
    pairs = _budget_pairs(column, columns) or _period_pairs(column, columns)
    yield from _shares("deviation_percent", column, pairs, 1, (100, -100, 1))


def _change(column: int, columns: Columns) -> Iterator[ColumnReading]:
    for factors in ((1, -1), (-1, 1)):
        for pair in _period_pairs(column, columns):
            yield _reading("change", column, pair, Sum(factors))


def _change_percent(column: int, columns: Columns) -> Iterator[ColumnReading]:
    yield from _shares("change_percent", column, _period_pairs(column, columns), 1, (100, 1))


def _percent(column: int, columns: Columns) -> Iterator[ColumnReading]:
    """Yield what a bare per cent sign may mean, after the column it stands beside."""
    left = [at for at in columns if at < column]
    beside = columns[max(left)].role if left else None
    if beside == role.CHANGE:
        yield from _change_percent(column, columns)
    elif beside == role.DEVIATION:
        yield from _deviation_percent(column, columns)
        yield from _used_percent(column, columns)
    else:
        yield from _used_percent(column, columns)
        yield from _change_percent(column, columns)


def _shares(
    code: str, column: int, pairs: Sequence[_Pair], less: int, times: Sequence[int]
) -> Iterator[ColumnReading]:
    for factor in times:
        for pair in pairs:
            yield _reading(code, column, pair, Quotient(less, factor))


def _reading(
    code: str, column: int, pair: _Pair, formula: Formula, *, either_sign: bool = False
) -> ColumnReading:
    terms = (pair.new, pair.base)
    return ColumnReading(code, column, terms, formula, either_sign, pair.is_likeliest)


def _budget_pairs(column: int, columns: Columns) -> list[_Pair]:
    """Return (actual, budget) columns, the amended budget and the nearest columns first."""
    pairs = [
        (new, base)
        for new in _by_distance(column, columns, _NEW)
        for base in _by_distance(column, columns, _BUDGETS)
        if _agrees(columns[new], columns[base])
    ]
    return _ranked(
        pairs,
        columns[column],
        columns,
        lambda new, base: (_NEW.index(new.role), _BUDGETS.index(base.role)),
        nearest_wins=True,
    )


def _period_pairs(column: int, columns: Columns) -> list[_Pair]:
    """Return (newer, older) columns: of one kind and following years first, the newest of them."""
    amounts = _by_distance(column, columns, tuple(_ORDER))
    pairs = [
        (new, base)
        for new in sorted(amounts, key=lambda at: _time(columns[at]), reverse=True)
        for base in amounts
        if _time(columns[new]) > _time(columns[base])
    ]
    return _ranked(
        pairs,
        columns[column],
        columns,
        lambda new, base: (new.role != base.role, _time(new)[0] - _time(base)[0] != 1),
        nearest_wins=False,
    )


def _ranked(
    pairs: Sequence[tuple[int, int]],
    heading: ComparisonColumn,
    columns: Columns,
    likelihood: Callable[[ComparisonColumn, ComparisonColumn], tuple[int, int]],
    *,
    nearest_wins: bool,
) -> list[_Pair]:
    """Return the pairs that the heading names, or else all, the likeliest first.

    Several as likely leave it to the rows, unless the nearest is meant: where a table repeats a
    group of columns.
    """
    named = [pair for pair in pairs if _are_named(pair, columns, heading.mentions)] or pairs
    ranks = {(new, base): likelihood(columns[new], columns[base]) for new, base in named}
    ordered = sorted(ranks, key=ranks.__getitem__)
    alike = sum(ranks[pair] == ranks[ordered[0]] for pair in ordered)
    is_one = nearest_wins or alike == 1
    return [_Pair(*pair, is_likeliest=is_one and pair == ordered[0]) for pair in ordered]


def _agrees(new: ComparisonColumn, base: ComparisonColumn) -> bool:
    return new.year is None or base.year is None or new.year == base.year


def _time(column: ComparisonColumn) -> tuple[int, int]:
    return (column.year or _UNKNOWN_YEAR, _ORDER.get(column.role, 0))


def _are_named(
    pair: tuple[int, int], columns: Columns, named: Sequence[tuple[str | None, int]]
) -> bool:
    """Tell whether the periods a heading names are those of the two columns."""
    return all(
        any(
            columns[at].year == year
            and (kind is None or columns[at].period is None or kind == _mark(columns[at]))
            for at in pair
        )
        for kind, year in named
    )


def _mark(column: ComparisonColumn) -> str | None:
    return column.period.kind.value if column.period is not None else None


def _nearest(column: int, columns: Columns, wanted: str) -> int | None:
    return next(iter(_by_distance(column, columns, (wanted,))), None)


def _by_distance(column: int, columns: Columns, wanted: Sequence[str]) -> list[int]:
    """Return the columns of the wanted roles, those to the left first, the nearest first."""
    found = [at for at, one in columns.items() if one.role in wanted and at != column]
    return sorted(found, key=lambda at: (at > column, abs(at - column)))


_READERS = {
    role.AMENDED: _amended,
    role.DEVIATION: _deviation,
    role.USED_PERCENT: _used_percent,
    role.DEVIATION_PERCENT: _deviation_percent,
    role.CHANGE: _change,
    role.CHANGE_PERCENT: _change_percent,
    role.PERCENT: _percent,
}
