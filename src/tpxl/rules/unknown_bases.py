"""Whether a computed column may be taken of a column whose heading nobody knows.

Then what it is made of the columns that are read says nothing, and it is not judged.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from tpxl.model import Figure
from tpxl.model.figure import ComparisonRow, ComparisonTable
from tpxl.rules.formulas import Sum
from tpxl.rules.readings import ColumnReading
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.rounding import magnitude, measured
from tpxl.terms import column_roles as role

_BORNE_OUT = 2
"""Rows that must bear out a reading before another row can be wrong by it."""

_FEW = 4
"""One of so many rows may be wrong, and always one."""

_ALIKE = 10
"""An amount that another is compared with is not so many times as large, nor as small."""

Verdicts = tuple[Verdict, ...]
"""What a reading says of a row; of either sign, where it may have either."""


def is_in_the_way(
    table: ComparisonTable, ways: Sequence[ColumnReading], verdicts: Sequence[Verdicts]
) -> bool:
    """Tell whether a column is not held to its reading as an unknown one may be what is meant.

    The reading does not hold in every row, and an unknown column explains more of them, or as many,
    or the rows are too few to tell an error from another base.
    """
    told = [one for one in verdicts if Verdict.MOOT not in one]
    held = sum(Verdict.HOLDS in one for one in told)
    if held == len(told):
        return False
    failed = sum(not any(verdict.fits for verdict in one) for one in told)
    best = max((_held(table.rows, other) for other in _others(table, ways)), default=0)
    if best >= min(_BORNE_OUT, len(told)) and best >= held + (not failed):
        return True
    is_shown = len(told) - failed >= _BORNE_OUT and failed <= max(1, len(told) // _FEW)
    return bool(failed) and not is_shown and bool(bases_of(table))


def bases_of(table: ComparisonTable) -> tuple[int, ...]:
    """Return the unknown columns of amounts that others of their rows could be compared with."""
    return tuple(at for at in table.unknown if _is_alike(table, at))


def _is_alike(table: ComparisonTable, column: int) -> bool:
    alike = numbers = 0
    for row in table.rows:
        figure = row.beside.get(column)
        if figure is None or not figure.is_number or not figure.number:
            continue
        numbers += 1
        size = magnitude(measured(figure))
        amounts = (
            magnitude(measured(one))
            for at, one in row.figures.items()
            if table.columns[at].role in role.AMOUNTS and one.is_number and one.number
        )
        alike += any(one < size * _ALIKE and size < one * _ALIKE for one in amounts)
    return numbers > 0 and alike * 2 >= numbers


def _others(table: ComparisonTable, ways: Sequence[ColumnReading]) -> Iterator[ColumnReading]:
    """Yield the readings with unknown columns in their terms' places, or among their parts."""
    first = ways[0]
    if first.code == role.AMENDED:
        for at in table.unknown:
            terms = (*first.terms, at)
            yield first._replace(terms=terms, formula=Sum((1,) * len(terms)))
        return
    amounts = [at for at, one in table.columns.items() if one.role in role.AMOUNTS]
    pairs = [
        pair
        for pair in permutations([*amounts, *table.unknown], 2)
        if not table.unknown.keys().isdisjoint(pair)
    ]
    for formula in dict.fromkeys(way.formula for way in ways):
        yield from (first._replace(terms=pair, formula=formula) for pair in pairs)


def _held(rows: Sequence[ComparisonRow], way: ColumnReading) -> int:
    return sum(_holds(row, way) for row in rows)


def _holds(row: ComparisonRow, way: ColumnReading) -> bool:
    result, *terms = (_known(row, at) for at in (way.result, *way.terms))
    if result is None or None in terms:
        return False
    relation = Relation(way.code, result, tuple(filter(None, terms)), way.formula)
    return relation.verdict() is Verdict.HOLDS


def _known(row: ComparisonRow, column: int) -> Figure | None:
    figure = row.figures.get(column) or row.beside.get(column)
    return figure if figure is not None and figure.is_number else None
