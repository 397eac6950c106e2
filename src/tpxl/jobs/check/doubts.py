"""What follows from a figure that the same run calls wrong: it is told, and never written.

Which of two figures is wrong is for people to decide. Until they have, a figure computed from
either would spread the fault over the report.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tpxl.jobs.check.judgement import Judgement
from tpxl.model.figure import CellPlace
from tpxl.rules.diagnosis import Fault
from tpxl.rules.relations import Relation, Verdict

Doubts = Mapping[CellPlace, tuple[CellPlace, ...]]
"""Computed places that follow from figures called wrong, each with those figures."""


def doubts_of(judgement: Judgement, computed: Iterable[Relation]) -> Doubts:
    """Return the computed places that follow, at once or by way of others, from a wrong figure.

    A wrong figure that is itself computed, from figures that nobody doubts, is put right.
    """
    wrong = _wrong(judgement)
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
