"""What follows from a figure that the same run calls wrong: it is told, and never written.

Which of two figures is wrong is for people to decide. Until they have, a figure computed from
either would spread the fault over the report. So would one of a margin whose parts are not all
there: it could not be verified.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from tpxl.jobs.check.judgement import Judgement
from tpxl.model import Area, Figure
from tpxl.model.figure import CellPlace
from tpxl.rules.conventions import EXPENSE_LINES
from tpxl.rules.diagnosis import Fault
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.rounding import measured

Doubts = Mapping[CellPlace, tuple[CellPlace, ...]]
"""Computed places that follow from figures called wrong, or never verified, each with those."""


_FEWEST_ALIKE = 3
"""So many other figures of a row, all of one sign, make that sign the row's."""


class Turned(NamedTuple):
    """An expense that has another sign than all others of its row.

    `righted` are the printed figures that are wrong by it, and right with its sign turned; it
    `is_told` where what is made of it is wrong all the same: that fault is told.
    """

    figure: Figure
    righted: tuple[CellPlace, ...]
    is_told: bool = False


def turned_inputs(areas: Iterable[Area], judgement: Judgement) -> Iterator[Turned]:
    """Yield the expenses that have another sign than all others of their row.

    Not one that a printed figure bears out, nor one whose fault is told already.
    """
    turned = [
        figure
        for area in areas
        for table in area.tables
        for row in table.rows
        if row.line in EXPENSE_LINES
        for figure in _lone(row.figures.values())
    ]
    if not turned:
        return
    told = set(_wrong(judgement))
    failing: dict[CellPlace, list[Relation]] = {figure.place: [] for figure in turned}
    for relation, verdict in judgement.weighed:
        if verdict.fits:
            told |= {figure.place for figure in relation.figures}
        elif verdict is Verdict.FAILS:
            for term in relation.terms:
                if term.place in failing:
                    failing[term.place].append(relation)
    for figure in turned:
        if figure.place not in told:
            wrong = failing[figure.place]
            righted = tuple(_righted(figure, wrong))
            yield Turned(figure, righted, is_told=bool(wrong) and not righted)


def _righted(figure: Figure, failing: Iterable[Relation]) -> Iterator[CellPlace]:
    """Yield the printed figures that are wrong as they stand, and right with an input turned."""
    instead = {figure.place: -measured(figure)}
    for relation in failing:
        if relation.verdict(instead).fits:
            yield relation.result.place


def _lone(figures: Iterable[Figure]) -> Sequence[Figure]:
    """Return the one figure that has another sign than at least three others, none where more."""
    signed = [one for one in figures if one.is_number and one.number]
    below = [one for one in signed if (one.number or 0) < 0]
    above = [one for one in signed if (one.number or 0) > 0]
    fewer = min(below, above, key=len)
    return fewer if len(fewer) == 1 and len(signed) > _FEWEST_ALIKE else ()


def doubts_of(
    judgement: Judgement, computed: Iterable[Relation], turned: Iterable[Turned] = ()
) -> Doubts:
    """Return the computed places that follow, at once or by way of others, from a wrong figure.

    So do those from figures with `turned` signs, which may be wrong.

    A wrong figure that is itself computed, from figures that nobody doubts, is put right.
    """
    computed = tuple(computed)
    wrong = [*_wrong(judgement), *_unverified(computed), *(one.figure.place for one in turned)]
    wrong += _of_wrong_rows(wrong, computed)
    if not wrong:
        return {}
    followers: dict[CellPlace, list[CellPlace]] = defaultdict(list)
    for relation in computed:
        if relation.obstacle is None:
            for term in relation.terms:
                followers[term.place].append(relation.result.place)
    doubts: dict[CellPlace, dict[CellPlace, None]] = defaultdict(dict)
    for place in wrong:
        for follower in _after(place, followers):
            doubts[follower][place] = None
    return {place: tuple(causes) for place, causes in doubts.items()}


def _wrong(judgement: Judgement) -> list[CellPlace]:
    """Return the places that the run calls wrong and no edit puts right, rivals included."""
    faults = (fault for fault in judgement.others if fault.verdict is Verdict.FAILS)
    locked = (fault for fault in judgement.computed.values() if _stays_wrong(fault))
    return [place for one in (*faults, *locked) for place in (one.figure.place, *one.rivals)]


def _of_wrong_rows(wrong: Iterable[CellPlace], computed: Iterable[Relation]) -> list[CellPlace]:
    """Return the inputs of rows of which most others are wrong: a unit, a sign of the whole row."""
    counts = Counter((sheet, at.row) for sheet, at in set(wrong))
    rows = {row for row, count in counts.items() if count >= _FEWEST_ALIKE}
    if not rows:
        return []
    inputs: dict[tuple[str, int], set[CellPlace]] = defaultdict(set)
    for relation in computed:
        for sheet, at in (term.place for term in relation.terms):
            if (sheet, at.row) in rows:
                inputs[sheet, at.row].add((sheet, at))
    return [
        place for row, own in inputs.items() if 2 * counts[row] > len(own) for place in sorted(own)
    ]


def _unverified(computed: Iterable[Relation]) -> Iterator[CellPlace]:
    """Yield the margins of which one part is printed and another is not.

    A margin with no part at all is an input: nobody expects it to be computed. One that is the
    part beside it, of either sign, is of a unit that has no other.
    """
    for relation in computed:
        if relation.lacks_part:
            there = sum(Fraction(measured(one)) for one in relation.terms)
            if abs(Fraction(measured(relation.result))) != abs(there):
                yield relation.result.place


def _stays_wrong(fault: Fault) -> bool:
    is_left = fault.relation.is_locked or fault.figure.has_formula
    return is_left and fault.verdict is Verdict.FAILS


def _after(
    place: CellPlace, followers: Mapping[CellPlace, Iterable[CellPlace]]
) -> Iterator[CellPlace]:
    """Yield every place that follows from another, each once."""
    seen, left = {place}, [place]
    while left:
        for follower in followers.get(left.pop(), ()):
            if follower not in seen:
                seen.add(follower)
                left.append(follower)
                yield follower
