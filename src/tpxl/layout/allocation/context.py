"""What the rows above say of the cells below them: the pool, the periods, the kinds of figure."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from tpxl.layout.allocation.rows import Marks
from tpxl.model import Address, Period
from tpxl.terms.allocation import (
    LONGEST_LABEL,
    AllocationWord,
    is_cents,
    is_fixed,
    named_after_colon,
    names_pool,
)
from tpxl.terms.lines import line_of
from tpxl.terms.periods import scale_of

_BEGINS_LIST = {AllocationWord.SOURCE, AllocationWord.TARGET}
_SETTINGS = {AllocationWord.POOL, AllocationWord.BASIS, AllocationWord.PRECISION}
_SUMMARIES = {AllocationWord.TOTAL, AllocationWord.DIFFERENCE}
_LONGEST_NAME = 50


class CurrentPool(NamedTuple):
    """The pool whose rows are being read, as far as they say."""

    name: str
    address: Address
    basis: str | None = None
    in_cents: bool = False


class Context(NamedTuple):
    """What the rows above say of the cells below them."""

    pool: CurrentPool | None = None
    periods: Mapping[int, Period] = MappingProxyType({})
    starts: Mapping[int, Period] = MappingProxyType({})
    words: Mapping[int, AllocationWord] = MappingProxyType({})
    receivers: Mapping[int, str] = MappingProxyType({})
    totals: frozenset[int] = frozenset()
    word: AllocationWord | None = None
    period: Period | None = None
    scale: Decimal = Decimal(1)
    is_open: bool = False
    has_receivers: bool = False
    is_summed: bool = False
    has_drivers: bool = False


def begins_pool(marks: Marks, *, explicit: bool) -> bool:
    """Tell whether a pool begins at a row: it says so, or (not explicit) is called by its costs."""
    if not explicit:
        return names_pool(marks.label)
    named = named_after_colon(marks.label)
    is_named = named is not None and named[0] is AllocationWord.POOL
    return is_named or marks.word is AllocationWord.POOL


def pool_name(marks: Marks) -> str:
    """Return the pool's name: after the colon, in the next cell, or the label itself."""
    named = named_after_colon(marks.label)
    if named is not None:
        return named[1]
    return (marks.word is AllocationWord.POOL and marks.after) or marks.label


def next_context(context: Context, marks: Marks, *, is_explicit: bool) -> Context:
    """Return what the rows down to this one say of it and of the cells below."""
    if set(marks.words.values()) >= _BEGINS_LIST or _begins_figures(context, marks):
        return context._replace(pool=None)
    if begins_pool(marks, explicit=is_explicit) and (is_explicit or not context.is_open):
        at = Address(marks.row, marks.label_column)
        begun = Context(CurrentPool(pool_name(marks), at), context.periods, context.starts)
        context = begun._replace(scale=context.scale)
    context = _with_setting(context, marks)
    context = _with_periods(context, marks)
    context = _with_columns(context, marks)
    return _with_block(context, marks)


def _begins_figures(context: Context, marks: Marks) -> bool:
    """Tell whether a table of another kind begins below a pool that has its drivers already."""
    is_done = context.has_receivers and not context.is_open and context.has_drivers
    return is_done and line_of(marks.label) is not None


def _with_setting(context: Context, marks: Marks) -> Context:
    """Take in what the pool is divided by, and how finely."""
    named = named_after_colon(marks.label)
    word, text = named if named is not None else (marks.word, marks.after)
    if context.pool is None or word not in _SETTINGS or not text or marks.heads_columns:
        return context
    if word is AllocationWord.PRECISION:
        return context._replace(pool=context.pool._replace(in_cents=is_cents(text)))
    if word is AllocationWord.BASIS:
        return context._replace(pool=context.pool._replace(basis=text), word=word_of_basis(text))
    return context


def word_of_basis(basis: str | None) -> AllocationWord:
    """Return what stands under ``Jakoperuste``: agreed shares where the basis says so."""
    return AllocationWord.FIXED_SHARE if is_fixed(basis or "") else AllocationWord.DRIVER


def _with_periods(context: Context, marks: Marks) -> Context:
    beyond = marks.beyond(marks.starts)
    is_label = marks.label_column in marks.starts
    is_header = bool(beyond) or (
        is_label and not marks.has_figures and not marks.names and not context.receivers
    )
    if is_header:
        scale = marks.scale if marks.scale != 1 else context.scale
        return context._replace(periods=marks.periods, starts=marks.starts, scale=scale)
    if is_label and len(marks.names) > 1:
        return context._replace(period=marks.starts[marks.label_column])
    return context


def _with_columns(context: Context, marks: Marks) -> Context:
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
        return context._replace(
            receivers=named, words=words, totals=frozenset(totals), is_open=True
        )
    if marks.heads_columns:
        words = {
            c: word_of_basis(context.pool.basis) if word is AllocationWord.BASIS else word
            for c, word in marks.words.items()
            if word.is_of_receiver or word.is_of_pool or word is AllocationWord.BASIS
        }
        return context._replace(
            words={**_drivers(context, marks, words), **words}, word=None, is_open=True
        )
    return context


def _drivers(
    context: Context, marks: Marks, words: Mapping[int, AllocationWord]
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


def _with_block(context: Context, marks: Marks) -> Context:
    """Take in the heading of a block, or the blank row that ends one."""
    if context.pool is None or marks.is_blank:
        return context._replace(is_open=context.is_open and not context.has_receivers)
    if _heads_line(context, marks):
        pool = context.pool._replace(basis=context.pool.basis or marks.label)
        return _opened(context._replace(pool=pool), AllocationWord.DRIVER)
    is_unit = bool(marks.starts) and scale_of(marks.label) is not None
    crosses = bool(context.receivers) and (marks.has_figures or context.period is not None)
    if marks.word is None or is_unit or crosses or marks.heads_columns:
        return context
    if marks.word is AllocationWord.BASIS and not marks.after:
        return _opened(context, word_of_basis(context.pool.basis))
    return _opened(context, marks.word) if marks.word.is_of_receiver else context


def _heads_line(context: Context, marks: Marks) -> bool:
    """Tell whether a block is headed by the line that the pool is divided by: ``Toimintamenot``."""
    line = line_of(marks.label)
    is_free = not (marks.has_figures or marks.names or context.receivers or context.words)
    return is_free and marks.word is None and line is not None and not line[1]


def _opened(context: Context, word: AllocationWord) -> Context:
    words = context.words if context.receivers else {}
    return context._replace(
        word=word,
        words=words,
        is_open=True,
        has_receivers=False,
        is_summed=False,
        has_drivers=context.has_drivers or word is AllocationWord.DRIVER,
    )


def context_after(context: Context, marks: Marks) -> Context:
    """Return the context for the next row: whether its block has begun, or ended with a sum."""
    if marks.word is AllocationWord.TOTAL and context.has_receivers:
        return context._replace(is_open=False, is_summed=True)
    return context._replace(
        has_receivers=context.has_receivers or bool(receiver_of(context, marks))
    )


def receiver_of(context: Context, marks: Marks) -> str:
    """Return the receiver that the row's label names, empty where it names none."""
    is_line = line_of(marks.label) is not None
    is_plain = marks.word is None and not is_line and marks.label_column not in marks.periods
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


def summary_of(context: Context, marks: Marks) -> AllocationWord | None:
    """Return which summary the row is, of a block that has receivers and is not yet summed."""
    is_due = context.has_receivers and (
        marks.word is AllocationWord.DIFFERENCE or not context.is_summed
    )
    return marks.word if marks.word in _SUMMARIES and is_due else None


def period_of_column(context: Context, column: int) -> Period | None:
    """Return the period of a column: its own heading's, or the nearest left of it."""
    if column in context.periods or not context.words:
        return context.periods.get(column, context.period)
    left = [start for start in context.starts if start <= column]
    return context.starts[max(left)] if left else context.period
