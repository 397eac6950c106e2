"""Which way round a table takes its deviations: actual - budget, or budget - actual.

Source: actual - budget, positive is better, fits income, margins and negative expenses; for
expenses printed positive budget - actual is as right. The convention is found from the rows.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from tpxl.rules.rounding import Exact
from tpxl.terms.parts import side_of

PLUS, MINUS = 1, -1
_SURE = 2
_WHOLE = 3


class Kind(Enum):
    """What a row is, as far as its deviation's sign depends on it."""

    PLAIN = auto()
    POSITIVE_EXPENSES = auto()
    UNKNOWN = auto()


class Taken(NamedTuple):
    """A row's kind, and the signs under which its printed deviation is right."""

    kind: Kind
    fits: frozenset[int]


def kind_of_row(label: str, budget: Exact, actual: Exact) -> Kind:
    """Return what a row is, from its label and the sign of its figures."""
    side = side_of(label)
    if budget < 0 or (budget == 0 and actual < 0) or side in {"income", "margin"}:
        return Kind.PLAIN
    return Kind.POSITIVE_EXPENSES if side == "expenses" else Kind.UNKNOWN


class Signs(NamedTuple):
    """The signs that are right for a kind of row, and the one its rows lean to."""

    allowed: tuple[int, ...]
    likelier: int | None = None


def signs(rows: Sequence[Taken], worded: int = PLUS) -> Mapping[Kind, Signs]:
    """Return the signs that are right for each kind of row.

    Income, margins and negative expenses take actual - budget, or what the heading has `worded`
    (what is left: budget - actual), unless most of them, two at least, show the other, or the whole
    table does, three rows at least. Expenses printed positive take
    what most of them show, either where that is undecided. Rows of unknown kind follow the others
    where these agree, else their own.
    """
    votes = {kind: _votes(rows, kind) for kind in Kind}
    plain = _majority(votes[Kind.PLAIN], _SURE) or worded
    if _all_minus(votes.values()):
        plain = MINUS
    positive = _majority(votes[Kind.POSITIVE_EXPENSES], _SURE)
    unknown = _near_unanimous(votes[Kind.UNKNOWN])
    if unknown is None and positive == plain and votes[Kind.PLAIN]:
        unknown = plain
    return {
        Kind.PLAIN: Signs((plain,)),
        Kind.POSITIVE_EXPENSES: _either(positive, votes[Kind.POSITIVE_EXPENSES]),
        Kind.UNKNOWN: _either(unknown, votes[Kind.UNKNOWN]),
    }


def _either(decided: int | None, votes: Counter[int]) -> Signs:
    return Signs((decided,)) if decided else Signs((PLUS, MINUS), _majority(votes, 1))


def _votes(rows: Sequence[Taken], kind: Kind) -> Counter[int]:
    return Counter(next(iter(row.fits)) for row in rows if row.kind is kind and len(row.fits) == 1)


def _majority(votes: Counter[int], fewest: int) -> int | None:
    ranked = votes.most_common()
    if not ranked or ranked[0][1] < fewest:
        return None
    is_tied = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    return None if is_tied else ranked[0][0]


def _all_minus(votes: Iterable[Counter[int]]) -> bool:
    together = sum(votes, Counter[int]())
    return together[MINUS] >= _WHOLE and not together[PLUS]


def _near_unanimous(votes: Counter[int]) -> int | None:
    ranked = votes.most_common()
    if not ranked or ranked[0][1] < _SURE:
        return None
    others = sum(count for _, count in ranked[1:])
    return ranked[0][0] if others <= 1 else None
