"""Pools: what is divided, its receivers, and the place of every figure, by the words around it.

A place is told by its row (a receiver, a period, a word), its column (the same) and the heading of
its block; so areas may stand down or across, and kinds of figure in blocks or side by side.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from tpxl.layout.allocations.marks import Marks, rows_of
from tpxl.layout.allocations.places import figure_at
from tpxl.model import Address, Figure, Grid, Period, Text
from tpxl.model.allocation import LINES, AllocationTable, Place, PlaceRepeat
from tpxl.terms import key
from tpxl.terms.allocation import (
    LONGEST_LABEL,
    AllocationWord,
    is_cents,
    is_fixed,
    named_after_colon,
    names_pool,
)
from tpxl.terms.periods import scale_of

_BEGINS_LIST = {AllocationWord.SOURCE, AllocationWord.TARGET}
_SETTINGS = {AllocationWord.POOL, AllocationWord.BASIS, AllocationWord.PRECISION}
_COMPUTED = {AllocationWord.SHARE, AllocationWord.ALLOCATED}
_SUMMARIES = {AllocationWord.TOTAL, AllocationWord.DIFFERENCE}
_HEADINGS_OF_TABLE = 3
_LONGEST_NAME = 50


@dataclass(frozen=True, slots=True)
class _Pool:
    """The pool whose rows are being read, as far as they say."""

    name: str
    address: Address
    basis: str | None = None
    in_cents: bool = False


@dataclass(frozen=True, slots=True)
class _Context:
    """What the rows above say of the cells below them."""

    pool: _Pool | None = None
    periods: Mapping[int, Period] = field(default_factory=dict)
    starts: Mapping[int, Period] = field(default_factory=dict)
    words: Mapping[int, AllocationWord] = field(default_factory=dict)
    receivers: Mapping[int, str] = field(default_factory=dict)
    totals: frozenset[int] = frozenset()
    word: AllocationWord | None = None
    period: Period | None = None
    scale: Decimal = Decimal(1)
    is_open: bool = False
    has_receivers: bool = False
    is_summed: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure's place and cell; `row_of_receiver` is where a receiver is named."""

    pool: _Pool
    place: Place
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
    is_explicit = any(_begins_pool(marks, explicit=True) for marks in rows)
    pool_names = {key(_name(marks)) for marks in rows if _begins_pool(marks, explicit=is_explicit)}
    named = tuple(
        replace(marks, names={c: t for c, t in marks.texts.items() if key(t) in names | pool_names})
        for marks in rows
    )
    found: dict[Address, list[_Found]] = {}
    pools: dict[Address, _Pool] = {}
    context = _Context()
    for marks in named:
        context = _next(context, marks, is_explicit=is_explicit)
        if context.pool is not None:
            pools[context.pool.address] = context.pool
            found.setdefault(context.pool.address, []).extend(_places(context, marks))
            context = _after(context, marks)
    tables = (
        _table(grid, pools[address], places, is_pending=is_pending)
        for address, places in found.items()
    )
    return tuple(table for table in tables if table.receivers)


def _begins_pool(marks: Marks, *, explicit: bool) -> bool:
    if not explicit:
        return names_pool(marks.label)
    named = named_after_colon(marks.label)
    is_named = named is not None and named[0] is AllocationWord.POOL
    return is_named or marks.word is AllocationWord.POOL


def _name(marks: Marks) -> str:
    """Return the pool's name: after the colon, in the next cell, or the label itself."""
    named = named_after_colon(marks.label)
    if named is not None:
        return named[1]
    return (marks.word is AllocationWord.POOL and marks.after) or marks.label


def _next(context: _Context, marks: Marks, *, is_explicit: bool) -> _Context:
    """Return what the rows down to this one say of it and of the cells below."""
    if set(marks.words.values()) >= _BEGINS_LIST:
        return replace(context, pool=None)
    if _begins_pool(marks, explicit=is_explicit) and (is_explicit or not context.is_open):
        at = Address(marks.row, marks.label_column)
        begun = _Context(_Pool(_name(marks), at), context.periods, context.starts)
        context = replace(begun, scale=context.scale)
    context = _with_setting(context, marks)
    context = _with_periods(context, marks)
    context = _with_columns(context, marks)
    return _with_block(context, marks)


def _with_setting(context: _Context, marks: Marks) -> _Context:
    """Take in what the pool is divided by, and how finely."""
    named = named_after_colon(marks.label)
    word, text = named if named is not None else (marks.word, marks.after)
    if context.pool is None or word not in _SETTINGS or not text or _heads_columns(marks):
        return context
    if word is AllocationWord.PRECISION:
        return replace(context, pool=replace(context.pool, in_cents=is_cents(text)))
    if word is AllocationWord.BASIS:
        return replace(context, pool=replace(context.pool, basis=text), word=_of_basis(text))
    return context


def _of_basis(basis: str | None) -> AllocationWord:
    return AllocationWord.FIXED_SHARE if is_fixed(basis or "") else AllocationWord.DRIVER


def _with_periods(context: _Context, marks: Marks) -> _Context:
    beyond = marks.beyond(marks.starts)
    is_label = marks.label_column in marks.starts
    is_header = bool(beyond) or (
        is_label and not marks.has_figures and not marks.names and not context.receivers
    )
    if is_header:
        scale = marks.scale if marks.scale != 1 else context.scale
        return replace(context, periods=marks.periods, starts=marks.starts, scale=scale)
    if is_label and len(marks.names) > 1:
        return replace(context, period=marks.starts[marks.label_column])
    return context


def _heads_columns(marks: Marks) -> bool:
    """Tell whether the row names kinds of figure side by side."""
    named = [word for word in marks.words.values() if word.is_of_receiver]
    named += [word for word in marks.words.values() if word is AllocationWord.BASIS]
    beyond = [marks.words[column] for column in marks.beyond(marks.words)]
    return len(named) >= _HEADINGS_OF_TABLE or any(word in _COMPUTED for word in beyond)


def _with_columns(context: _Context, marks: Marks) -> _Context:
    """Take in a row that names kinds of figure, or receivers, side by side."""
    if context.pool is None:
        return context
    if len(marks.names) > 1:
        words = {c: word for c, word in marks.words.items() if word.is_of_pool}
        totals = (c for c, word in marks.words.items() if word is AllocationWord.TOTAL)
        named = {
            c: text
            for c, text in marks.texts.items()
            if c not in marks.words and c not in marks.periods
        }
        return replace(
            context, receivers=named, words=words, totals=frozenset(totals), is_open=True
        )
    if _heads_columns(marks):
        words = {
            c: _of_basis(context.pool.basis) if word is AllocationWord.BASIS else word
            for c, word in marks.words.items()
            if word.is_of_receiver or word.is_of_pool or word is AllocationWord.BASIS
        }
        return replace(
            context, words={**_drivers(context, marks, words), **words}, word=None, is_open=True
        )
    return context


def _drivers(
    context: _Context, marks: Marks, words: Mapping[int, AllocationWord]
) -> dict[int, AllocationWord]:
    """Return the columns whose heading the lexicon lacks: what the shares are reckoned from."""
    if {AllocationWord.DRIVER, AllocationWord.FIXED_SHARE} & set(words.values()):
        return {}
    first = min(context.starts, default=marks.label_column + 1)
    return {
        column: AllocationWord.DRIVER
        for column in marks.texts
        if column >= first and column not in marks.words and column not in marks.periods
    }


def _with_block(context: _Context, marks: Marks) -> _Context:
    """Take in the heading of a block, or the blank row that ends one."""
    if context.pool is None:
        return context
    if marks.is_blank:
        return replace(context, is_open=context.is_open and not context.has_receivers)
    is_unit = bool(marks.starts) and scale_of(marks.label) is not None
    if marks.word is None or is_unit or _heads_columns(marks):
        return context
    if context.receivers and (marks.has_figures or context.period is not None):
        return context
    if marks.word is AllocationWord.BASIS and not marks.after:
        return _opened(context, _of_basis(context.pool.basis))
    return _opened(context, marks.word) if marks.word.is_of_receiver else context


def _opened(context: _Context, word: AllocationWord) -> _Context:
    words = context.words if context.receivers else {}
    return replace(
        context, word=word, words=words, is_open=True, has_receivers=False, is_summed=False
    )


def _after(context: _Context, marks: Marks) -> _Context:
    """Return the context for the next row: whether its block has begun, or ended with a sum."""
    if marks.word is AllocationWord.TOTAL and context.has_receivers:
        return replace(context, is_open=False, is_summed=True)
    return replace(context, has_receivers=context.has_receivers or bool(_receiver(context, marks)))


def _receiver(context: _Context, marks: Marks) -> str:
    """Return the receiver that the row's label names, empty where it names none."""
    is_plain = marks.word is None and marks.label_column not in marks.periods
    if not is_plain or not marks.label or len(marks.names) > 1 or context.receivers:
        return ""
    if marks.label_column in marks.names:
        return marks.label
    if len(marks.label) > LONGEST_LABEL or (not marks.has_figures and _is_prose(marks.label)):
        return ""
    if context.words:
        return marks.label if context.is_open else ""
    is_begun = context.is_open or (marks.has_figures and not context.is_summed)
    return marks.label if context.word is not None and is_begun else ""


def _is_prose(text: str) -> bool:
    """Tell whether a text beside no figures is a remark, not the name of a receiver."""
    return ":" in text or text.endswith((".", "!")) or len(text) > _LONGEST_NAME


def _summary(context: _Context, marks: Marks) -> AllocationWord | None:
    """Return which summary the row is, of a block that has receivers and is not yet summed."""
    is_due = context.has_receivers and (
        marks.word is AllocationWord.DIFFERENCE or not context.is_summed
    )
    return marks.word if marks.word in _SUMMARIES and is_due else None


def _places(context: _Context, marks: Marks) -> Iterator[_Found]:
    """Yield the places of a row: where what it says meets what its columns say."""
    pool = context.pool
    if pool is None or len(marks.names) > 1 or _heads_columns(marks):
        return
    if pool.address.row == marks.row or (marks.word is not None and marks.word.is_of_pool):
        yield from _places_of_pool(context, marks, pool)
        return
    receiver, summary = _receiver(context, marks), _summary(context, marks)
    if context.receivers:
        yield from _places_across(context, marks, pool)
    elif receiver or summary is not None:
        named = Address(marks.row, marks.label_column)
        for column in context.words or context.starts:
            word, period = context.words.get(column, context.word), _period(context, column)
            if word is None or period is None or column <= marks.label_column:
                continue
            place = Place(word, period, receiver or None, summary)
            yield _Found(pool, place, Address(marks.row, column), context.scale, named)


def _places_of_pool(context: _Context, marks: Marks, pool: _Pool) -> Iterator[_Found]:
    """Yield the pool's own amounts: under each period, or in the first filled column of it."""
    word = marks.word if marks.word is not None and marks.word.is_of_pool else None
    if word is None and not marks.has_figures:
        return
    starts = sorted(context.starts)
    gaps = [after - before for before, after in pairwise(starts)]
    width = min(gaps, default=max(1, len(context.words)))
    for start in starts:
        place = Place(word or AllocationWord.AMOUNT, context.starts[start])
        for column in range(start, start + width):
            yield _Found(pool, place, Address(marks.row, column), context.scale)


def _places_across(context: _Context, marks: Marks, pool: _Pool) -> Iterator[_Found]:
    """Yield the places of a row that crosses columns of receivers."""
    is_of_period = marks.label_column in marks.periods
    period = marks.periods.get(marks.label_column, context.period)
    word = context.word if is_of_period else marks.word
    if word is AllocationWord.BASIS:
        word = _of_basis(pool.basis)
    if period is None or word is None or not word.is_of_receiver:
        return
    for column in (*context.receivers, *context.totals, *context.words):
        kind = context.words.get(column, word)
        if column <= marks.label_column:
            continue
        receiver = context.receivers.get(column)
        summary = AllocationWord.TOTAL if column in context.totals else None
        place = Place(kind, period, receiver, summary)
        yield _Found(pool, place, Address(marks.row, column), context.scale)


def _period(context: _Context, column: int) -> Period | None:
    """Return the period of a column: its own heading's, or the nearest left of it."""
    if column in context.periods or not context.words:
        return context.periods.get(column, context.period)
    left = [start for start in context.starts if start <= column]
    return context.starts[max(left)] if left else context.period


def _table(
    grid: Grid, pool: _Pool, found: Sequence[_Found], *, is_pending: bool
) -> AllocationTable:
    figures: dict[Place, Figure] = {}
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
