"""What a whole table does in its own way: per cents cut off where others round them."""

from collections.abc import Iterable, Sequence

from tpxl.rules.formulas import PERCENTS, Sum
from tpxl.rules.measured import unit_of
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.rounding import cut, rounded

_HABIT = 2
"""Cut figures that make a habit: one alone is a slip, unless nothing in the table is rounded."""
_ROWS = 4
"""Per cents that make a table long enough for one cut figure to tell, none being rounded."""


def cut_where_habit(relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations of one table, its per cents cut off where that is the table's habit."""
    percents = [one for one in relations if isinstance(one.formula, PERCENTS)]
    if all(one.verdict() in _RIGHT for one in percents) or not _cuts(_sound(relations, percents)):
        return list(relations)
    return [
        one._replace(is_cut=True) if isinstance(one.formula, PERCENTS) else one for one in relations
    ]


_RIGHT = frozenset({Verdict.HOLDS, Verdict.UNKNOWN, Verdict.MOOT})


def _sound(relations: Sequence[Relation], percents: Sequence[Relation]) -> list[Relation]:
    """Return the per cents of figures that no sum of the table doubts."""
    doubted = {
        figure.place
        for one in relations
        if isinstance(one.formula, Sum) and one.verdict() is Verdict.FAILS
        for figure in one.figures
    }
    return [one for one in percents if doubted.isdisjoint(term.place for term in one.terms)]


def _cuts(percents: Iterable[Relation]) -> bool:
    """Tell whether a table cuts its per cents off instead of rounding them.

    Only figures that the two would print differently tell. Two that are cut make a habit; one
    does where the table has several rows and none of them is rounded.
    """
    cuts = rounds = looked_at = 0
    for relation in percents:
        due = relation.due()
        if due is None or not relation.result.is_number:
            continue
        looked_at += 1
        units = due / unit_of(relation.result, relation.shown)
        if cut(units) != rounded(units):
            rounds += relation.verdict() is Verdict.HOLDS
            cuts += relation._replace(is_cut=True).verdict() is Verdict.HOLDS
    enough = _HABIT if looked_at < _ROWS or rounds else 1
    return cuts >= enough and cuts >= _HABIT * rounds
