"""Pools: what is divided, its receivers, and the place of every figure, by the words around it.

A place is told by its row (a receiver, a period, a word), its column (the same) and the heading of
its block; so areas may stand down or across, and kinds of figure in blocks or side by side.

One place of an allocation: its cell, read as a figure.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from tpxl.layout.allocation.context import (
    Context,
    CurrentPool,
    begins_pool,
    context_after,
    next_context,
    period_of_column,
    pool_name,
    receiver_of,
    summary_of,
    word_of_basis,
)
from tpxl.layout.allocation.rows import Marks, rows_of
from tpxl.layout.cells.numbers import read_number
from tpxl.layout.cells.text import decimals_of, is_fraction_format
from tpxl.model import Address, Figure, Grid, Line, Period, Text, has_known_value
from tpxl.model.allocation import LINES, AllocationPlace, AllocationTable, PlaceRepeat
from tpxl.terms import key
from tpxl.terms.allocation import AllocationWord


class _Found(NamedTuple):
    """A figure's place and cell; `named_at` is where a receiver is named."""

    pool: CurrentPool
    place: AllocationPlace
    at: Address
    scale: Decimal
    named_at: Address | None = None


def locate_pools(
    grid: Grid, words: Sequence[Text], names: frozenset[str], *, is_pending: bool = False
) -> tuple[AllocationTable, ...]:
    """Return the pools of a sheet from top to bottom; `names` are the keys of the areas' names.

    What names a pool but gives nothing to anyone is no table.
    """
    rows = tuple(rows_of(grid, words, names))
    is_explicit = any(begins_pool(marks, explicit=True) for marks in rows)
    pool_names = {
        key(pool_name(marks)) for marks in rows if begins_pool(marks, explicit=is_explicit)
    }
    named = tuple(
        marks._replace(names={c: t for c, t in marks.texts.items() if key(t) in names | pool_names})
        for marks in rows
    )
    found: dict[Address, list[_Found]] = {}
    pools: dict[Address, CurrentPool] = {}
    context = Context()
    for marks in named:
        context = next_context(context, marks, is_explicit=is_explicit)
        if context.pool is not None:
            pools[context.pool.address] = context.pool
            found.setdefault(context.pool.address, []).extend(_places(context, marks))
            context = context_after(context, marks)
    tables = (
        _table(grid, pools[address], places, is_pending=is_pending)
        for address, places in found.items()
    )
    return tuple(table for table in tables if table.receivers)


def _places(context: Context, marks: Marks) -> Iterator[_Found]:
    """Yield the places of a row: where what it says meets what its columns say."""
    pool = context.pool
    if pool is None or len(marks.names) > 1 or marks.heads_columns:
        return
    if pool.address.row == marks.row or (marks.word is not None and marks.word.is_of_pool):
        yield from _places_of_pool(context, marks, pool)
        return
    receiver, summary = receiver_of(context, marks), summary_of(context, marks)
    if context.receivers:
        yield from _places_across(context, marks, pool)
    elif receiver or summary is not None:
        named = Address(marks.row, marks.label_column)
        for column in context.words or context.starts:
            word, period = (
                context.words.get(column, context.word),
                period_of_column(context, column),
            )
            if word is None or period is None or column <= marks.label_column:
                continue
            place = AllocationPlace(word, period, receiver or None, summary)
            yield _Found(pool, place, Address(marks.row, column), context.scale, named)


def _places_of_pool(context: Context, marks: Marks, pool: CurrentPool) -> Iterator[_Found]:
    """Yield the pool's own amounts: under each period, or in the first filled column of it."""
    word = marks.word if marks.word is not None and marks.word.is_of_pool else None
    if word is None and not marks.has_figures:
        return
    starts = sorted(context.starts)
    gaps = [after - before for before, after in pairwise(starts)]
    width = min(gaps, default=max(1, len(context.words)))
    for start in starts:
        place = AllocationPlace(word or AllocationWord.AMOUNT, context.starts[start])
        for column in range(start, start + width):
            yield _Found(pool, place, Address(marks.row, column), context.scale)


def _places_across(context: Context, marks: Marks, pool: CurrentPool) -> Iterator[_Found]:
    """Yield the places of a row that crosses columns of receivers."""
    is_of_period = marks.label_column in marks.periods
    period = marks.periods.get(marks.label_column, context.period)
    word = context.word if is_of_period else marks.word
    if word is AllocationWord.BASIS:
        word = word_of_basis(pool.basis)
    if period is None or word is None or not word.is_of_receiver:
        return
    for column in (*context.receivers, *context.totals, *context.words):
        kind = context.words.get(column, word)
        if column <= marks.label_column:
            continue
        receiver = context.receivers.get(column)
        summary = AllocationWord.TOTAL if column in context.totals else None
        place = AllocationPlace(kind, period, receiver, summary)
        yield _Found(pool, place, Address(marks.row, column), context.scale)


def _table(
    grid: Grid, pool: CurrentPool, found: Sequence[_Found], *, is_pending: bool
) -> AllocationTable:
    figures: dict[AllocationPlace, Figure] = {}
    receivers: dict[str, Address] = {}
    spelled: dict[str, str] = {}
    repeats: list[PlaceRepeat] = []
    for one in found:
        place = one.place
        if place.receiver is not None:
            name = spelled.setdefault(key(place.receiver), place.receiver)
            receivers.setdefault(name, one.named_at or one.at)
            place = place._replace(receiver=name)
        figure = figure_at(
            grid, one.at, LINES[place.word], place.period, scale=one.scale, is_pending=is_pending
        )
        first = figures.get(place)
        if first is None or (first.is_nothing and not first.has_formula):
            figures[place] = figure
        elif not figure.is_nothing and first.address != figure.address:
            repeats.append(PlaceRepeat(place, first.address, figure.address))
    return AllocationTable(
        sheet=grid.sheet,
        pool=pool.name,
        address=pool.address,
        basis=pool.basis,
        in_cents=pool.in_cents,
        figures=figures,
        receivers=receivers,
        repeats=tuple(repeats),
    )


def figure_at(
    grid: Grid,
    at: Address,
    line: Line,
    period: Period,
    *,
    scale: Decimal = Decimal(1),
    is_pending: bool = False,
) -> Figure:
    """Return what stands at a place; `is_pending` while formulas await recalculation."""
    value, shown_as = grid.value(at), grid.number_format(at)
    has_formula = grid.has_formula(at)
    reading = read_number(value, shown_as)
    return Figure(
        line=line,
        period=period,
        sheet=grid.sheet,
        address=at,
        value=value,
        number=reading.number if reading else None,
        scale=scale,
        decimals=reading.decimals if reading else decimals_of(shown_as) or 0,
        has_formula=has_formula,
        is_known=has_known_value(value, has_formula=has_formula, is_pending=is_pending),
        is_text=reading is not None and reading.is_text,
        is_fraction=is_fraction_format(shown_as),
    )
