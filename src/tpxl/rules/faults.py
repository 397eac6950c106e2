"""Which printed figure is wrong, when several relations it stands in do not hold.

One wrong figure breaks every relation it stands in. The figure whose correction mends the most of
them, and breaks none that holds, is the fault; the rest follows from it and is not told again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tpxl.rules.relations import Known, Numbers, Place, Relation, Verdict

Index = Mapping[Place, Sequence[Relation]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A figure that is wrong, what it should be exactly, and a relation that says so.

    `is_rounding` tells that rounded parts alone explain it.
    """

    figure: Known
    expected: Fraction
    relation: Relation
    is_rounding: bool = False


def faults_in(relations: Iterable[Relation]) -> Iterator[Fault]:
    """Yield the wrong figures, each once, those off by rounding alone among them."""
    failing: list[Relation] = []
    index: dict[Place, list[Relation]] = defaultdict(list)
    for relation in relations:
        for figure in relation.figures:
            index[figure.place].append(relation)
        match relation.verdict():
            case Verdict.FAILS:
                failing.append(relation)
            case Verdict.ROUNDING:
                due = relation.due()
                if due is not None:
                    yield Fault(relation.result, due, relation, is_rounding=True)
            case _:
                pass
    for group in _connected(failing):
        yield from _culprits(group, index)


def _connected(failing: Sequence[Relation]) -> Iterator[list[Relation]]:
    """Part the failing relations into groups that share no figure."""
    rest = list(failing)
    while rest:
        group, places = [rest.pop(0)], set[Place]()
        grew = True
        while grew:
            places = {figure.place for relation in group for figure in relation.figures}
            joined = [r for r in rest if any(figure.place in places for figure in r.figures)]
            grew = bool(joined)
            group += joined
            rest = [r for r in rest if r not in joined]
        yield group


def _culprits(group: list[Relation], index: Index) -> Iterator[Fault]:
    corrections: dict[Place, Fraction] = {}
    while group:
        fault = _culprit(group, index, corrections)
        if fault.figure.place not in corrections:
            yield fault
        corrections[fault.figure.place] = fault.expected
        group = [
            relation
            for relation in group
            if relation is not fault.relation and relation.verdict(corrections) is Verdict.FAILS
        ]


def _culprit(group: Sequence[Relation], index: Index, corrections: Numbers) -> Fault:
    """Return the figure whose correction mends the most relations and breaks none.

    Of figures that mend as many, one that is computed from others counts first: that is where a
    person looks. Two inputs that mend only one relation are no better than a guess.
    """
    suspects: dict[Place, tuple[int, bool, Fault]] = {}
    for relation in group:
        for figure in relation.figures:
            value = relation.solved(figure.place, corrections)
            if value is None or figure.place in corrections:
                continue
            mended = _mended(figure.place, value, group, index, corrections)
            is_result = figure.place == relation.result.place
            fault = Fault(figure, value, relation)
            known = suspects.get(figure.place)
            if known is None or (mended, is_result) > known[:2]:
                suspects[figure.place] = (mended, is_result, fault)
    best = max((mended for mended, _, _ in suspects.values()), default=0)
    tied = [entry for entry in suspects.values() if entry[0] == best]
    results = [fault for _, is_result, fault in tied if is_result]
    if best and (results or len(tied) == 1 or best > 1):
        return results[0] if results else tied[0][2]
    first = group[0]
    due = first.due(corrections)
    return Fault(first.result, first.result.number if due is None else due, first)


def _mended(
    place: Place, value: Fraction, group: Sequence[Relation], index: Index, corrections: Numbers
) -> int:
    """Return how many failing relations a correction mends, 0 where it breaks another one."""
    after = {**corrections, place: value}
    mended = 0
    for relation in index[place]:
        fails = relation.verdict(after) is Verdict.FAILS
        if relation in group:
            mended += not fails
        elif fails:
            return 0
    return mended
