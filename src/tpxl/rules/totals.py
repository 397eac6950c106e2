"""A total and its parts in one table, where the lexicon knows which lines belong together.

A list of lines under a total is not always all of it: many reports pick out a few. A total is
held to its parts where the table itself shows that they are all there: in another column they add
up exactly, or the closing line ("muut toimintakulut") is among them and every row between is known.
Rows that the lexicon lacks, internal and external income, are its parts where they alone make it.

Whether a list of lines may hold a total and its parts.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model import Figure
from tpxl.rules.formulas import Sum
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.rounding import measured
from tpxl.terms.parts import CLOSING, PARTS, within

MARGIN, EXPENSES = "OPERATING_MARGIN", "OPERATING_EXPENSES"
_SEVERAL = 2

_TELLING = 3
"""Parts of a total that are no mere pick of two."""


class LineRow(NamedTuple):
    """A row of amounts: its line's code, None where the lexicon lacks it, and its figures."""

    code: str | None
    figures: Mapping[Hashable, Figure] = MappingProxyType({})


class Totals(NamedTuple):
    """The sums a table's rows must make, and the totals that cannot be held to their parts.

    A sum is told with the index of its total's row and the column's key. `partial` are sums of
    which a part may be lacking: nothing is held to them.
    """

    sums: tuple[tuple[int, Hashable, Relation], ...]
    unverifiable: tuple[int, ...]
    partial: tuple[Relation, ...] = ()


class _Block(NamedTuple):
    """The rows that a total is the sum of, and whether a row the lexicon lacks is among them."""

    parts: tuple[int, ...]
    has_unknown: bool


def totals_of(
    rows: Sequence[LineRow], skipped: Iterable[str] = (), deviations: Collection[Hashable] = ()
) -> Totals:
    """Return what the totals among the rows must agree with; `skipped` codes are left out.

    In the columns of `deviations` a margin is held to nothing where expenses are printed positive:
    whether theirs are taken the other way round, each table decides.
    """
    sums: list[tuple[int, Hashable, Relation]] = []
    unverifiable = []
    partial: list[Relation] = []
    left_out = frozenset(skipped)
    for index, row in enumerate(rows):
        if row.code not in PARTS or row.code in left_out:
            continue
        block, relations = _block(rows, index, deviations)
        unnamed = {} if len(block.parts) >= _SEVERAL else _of_unnamed(rows, index)
        if unnamed:
            sums += [(index, key, relation) for key, relation in unnamed.items()]
            continue
        if len(block.parts) < _SEVERAL:
            partial += relations.values() if block.parts else ()
            continue
        if _holding(relations.values()) or _is_whole(rows, index, block):
            sums += [(index, key, relation) for key, relation in relations.items()]
            continue
        partial += relations.values()
        if block.has_unknown or len(block.parts) >= _TELLING:
            unverifiable.append(index)
    return Totals(tuple(sums), tuple(unverifiable), tuple(partial))


def _block(
    rows: Sequence[LineRow], total: int, deviations: Collection[Hashable]
) -> tuple[_Block, Mapping[Hashable, Relation]]:
    """Return the parts of a total and its sums: those under it or those over it.

    Of the two it is where the total adds up in more columns; then where more of its parts stand;
    then over a margin, which closes its table, and under any other total.
    """
    steps = [range(total + 1, len(rows)), range(total - 1, -1, -1)]
    if rows[total].code == MARGIN:
        steps.reverse()
    blocks = [_direct(rows, _reach(rows, total, one)) for one in steps]
    told = [(block, dict(_sums(rows, total, block.parts, deviations))) for block in blocks]
    return max(told, key=lambda one: (_holding(one[1].values()), len(one[0].parts)))


def _of_unnamed(rows: Sequence[LineRow], total: int) -> Mapping[Hashable, Relation]:
    """Return the sums of the rows right below or right above a total that the lexicon lacks.

    All of them together, two at least, must make it exactly in most columns, two at least.
    """
    for steps in (range(total + 1, len(rows)), range(total - 1, -1, -1)):
        parts = tuple(takewhile(lambda index: rows[index].code is None, steps))
        if len(parts) < _SEVERAL:
            continue
        sums = dict(_sums(rows, total, parts, ()))
        if _holding(sums.values()) >= _SEVERAL and 2 * _holding(sums.values()) > len(sums):
            return sums
    return {}


def _holding(relations: Iterable[Relation]) -> int:
    """Return in how many columns two parts or more make the total exactly."""
    return sum(
        relation.verdict() is Verdict.HOLDS
        and sum(bool(term.number) for term in relation.terms) >= _SEVERAL
        for relation in relations
    )


def _reach(rows: Sequence[LineRow], total: int, steps: range) -> list[int]:
    """Return the rows from a total up to the last of its parts, and those between.

    A row that the lexicon lacks counts as between until the closing line has come.
    """
    own = within(rows[total].code or "")
    reached: list[int] = []
    for index in steps:
        other = rows[index].code
        if other is not None and other not in own:
            break
        reached.append(index)
    closing = CLOSING[rows[total].code or ""]
    while reached and rows[reached[-1]].code is None:
        if not closing & {rows[index].code for index in reached}:
            break
        reached.pop()
    return reached


def _direct(rows: Sequence[LineRow], reached: Sequence[int]) -> _Block:
    """Return the parts among the rows that no other part in them already holds."""
    codes = [rows[index].code for index in reached]
    known = {code for code in codes if code is not None}
    inner = {code for part in known for code in within(part)}
    parts = tuple(sorted(i for i in reached if rows[i].code in known - inner))
    is_twice = len({rows[i].code for i in parts}) < len(parts)
    return _Block(() if is_twice else parts, has_unknown=None in codes)


def _is_whole(rows: Sequence[LineRow], total: int, block: _Block) -> bool:
    """Tell whether the lines printed are all there are of a total."""
    codes = {rows[index].code for index in block.parts}
    missing = {
        code
        for code in CLOSING[rows[total].code or ""]
        if code not in codes and not CLOSING.get(code, frozenset({code})) <= codes
    }
    return not block.has_unknown and not missing


def _sums(
    rows: Sequence[LineRow], total: int, parts: Sequence[int], deviations: Collection[Hashable]
) -> Iterator[tuple[Hashable, Relation]]:
    """Yield the sum of each column in which the total and every part is printed."""
    is_margin = rows[total].code == MARGIN
    turned = {part for part in parts if is_margin and _is_positive_expense(rows[part], deviations)}
    formula = Sum(tuple(-1 if part in turned else 1 for part in parts))
    for key, result in rows[total].figures.items():
        terms = [rows[part].figures.get(key) for part in parts]
        if None not in terms and not (turned and key in deviations):
            yield key, Relation("total", result, tuple(filter(None, terms)), formula)


def _is_positive_expense(row: LineRow, deviations: Collection[Hashable]) -> bool:
    """Tell whether a row is the expenses printed positive: a margin subtracts them."""
    amounts = [measured(one) for key, one in row.figures.items() if key not in deviations]
    balance = sum((number > 0) - (number < 0) for number in amounts)
    return row.code == EXPENSES and balance > 0


def has_totals(codes: Iterable[str | None], skipped: Iterable[str] = ()) -> bool:
    """Tell whether rows of these codes may hold a total and two of its parts: a quick look.

    Rows that the lexicon lacks may be parts too.
    """
    every = list(codes)
    printed = frozenset(filter(None, every))
    left_out = frozenset(skipped)
    has_unnamed = every.count(None) >= _SEVERAL
    return any(
        has_unnamed or len(printed & within(code)) >= _SEVERAL
        for code in printed
        if code in PARTS and code not in left_out
    )
