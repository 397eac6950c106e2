"""Which printed figure is wrong, when several relations it stands in do not hold.

One wrong figure breaks every relation it stands in. The figure whose correction mends the most of
them, and breaks none that holds, is the fault; the rest follows from it and is not told again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tpxl.rules.relations import Known, Numbers, Place, Relation, Verdict
from tpxl.rules.rounding import rounded
from tpxl.rules.tolerance import Span

COPIES = frozenset({"same_figure"})
"""Relations that say no more than that one figure is printed twice."""

Index = Mapping[Place, Sequence[Relation]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A figure that is wrong, what it should be exactly, and a relation that says so.

    `verdict` tells whether it fails, is off by rounding alone, or has no meaning to be printed;
    `expected` is then None. `between` holds every number that would do, where that is more than
    one unit: what rounded figures tell of an input. `rivals` are other inputs that explain as much.
    """

    figure: Known
    expected: Fraction | None
    relation: Relation
    verdict: Verdict = Verdict.FAILS
    between: Span | None = None
    rivals: tuple[Place, ...] = ()


def faults_in(relations: Iterable[Relation]) -> Iterator[Fault]:
    """Yield the wrong figures, each once."""
    broken: dict[int, tuple[Relation, Verdict]] = {}
    index: dict[Place, list[Relation]] = defaultdict(list)
    for relation in relations:
        for figure in relation.figures:
            index[figure.place].append(relation)
        verdict = relation.verdict()
        if verdict is not Verdict.HOLDS:
            broken[id(relation)] = relation, verdict
    for group in _connected([relation for relation, _ in broken.values()]):
        verdicts = {id(relation): broken[id(relation)][1] for relation in group}
        yield from _Group(group, verdicts, index).faults()


def _connected(broken: Sequence[Relation]) -> Iterator[list[Relation]]:
    """Part the broken relations into groups that share no figure."""
    by_place: dict[Place, list[Relation]] = defaultdict(list)
    for relation in broken:
        for figure in relation.figures:
            by_place[figure.place].append(relation)
    seen: set[int] = set()
    for first in broken:
        if id(first) in seen:
            continue
        seen.add(id(first))
        group = [first]
        for relation in group:
            for figure in relation.figures:
                for other in by_place[figure.place]:
                    if id(other) not in seen:
                        seen.add(id(other))
                        group.append(other)
        yield group


@dataclass(frozen=True, slots=True)
class _Group:
    """Broken relations that share figures, with what each says by itself."""

    relations: Sequence[Relation]
    verdicts: Mapping[int, Verdict]
    index: Index

    def faults(self) -> Iterator[Fault]:
        """Yield the figures that explain the failing ones; then what is only rounding or moot."""
        corrections: dict[Place, Fraction] = {}
        failing = [one for one in self.relations if self.verdicts[id(one)] is Verdict.FAILS]
        while failing:
            fault = self._culprit(failing, corrections)
            if fault.figure.place not in corrections:
                yield fault
            corrections[fault.figure.place] = fault.expected or Fraction(0)
            failing = [
                relation
                for relation in failing
                if relation is not fault.relation and relation.verdict(corrections) is Verdict.FAILS
            ]
        for relation in self.relations:
            verdict = relation.verdict(corrections)
            if verdict is self.verdicts[id(relation)] and verdict is not Verdict.FAILS:
                yield Fault(relation.result, relation.due(), relation, verdict)

    def _culprit(self, failing: Sequence[Relation], corrections: Numbers) -> Fault:
        """Return the figure whose correction mends the most relations and breaks none.

        Of figures that mend as many, one that is computed from others counts first: that is where
        a person looks. Two inputs that mend only one relation are no better than a guess; of two
        that mend several, the larger number is likelier mistyped, and the other is its rival.
        """
        suspects: dict[Place, tuple[int, bool, Fault]] = {}
        for relation in failing:
            for figure in relation.figures:
                fault = self._fault(figure, relation, corrections)
                if fault is None or fault.expected is None or figure.place in corrections:
                    continue
                mended = self._mended(figure.place, fault.expected, corrections)
                is_result = figure.place == relation.result.place
                known = suspects.get(figure.place)
                if known is None or (mended, is_result) > known[:2]:
                    suspects[figure.place] = (mended, is_result, fault)
        best = max((mended for mended, _, _ in suspects.values()), default=0)
        tied = [entry for entry in suspects.values() if entry[0] == best]
        results = [fault for _, is_result, fault in tied if is_result]
        if best and results:
            return results[0]
        if best > 1 or (best and len(tied) == 1):
            fault, *others = sorted(
                (fault for _, _, fault in tied), key=lambda one: -abs(one.figure.number)
            )
            return replace(fault, rivals=tuple(other.figure.place for other in others))
        first = failing[0]
        due = first.due(corrections)
        return Fault(first.result, first.result.number if due is None else due, first)

    def _fault(self, figure: Known, relation: Relation, corrections: Numbers) -> Fault | None:
        """Return a figure as the fault of a relation, with the number that mends most around it."""
        if figure.place == relation.result.place:
            return Fault(figure, relation.due(corrections), relation)
        span = relation.feasible(figure.place, corrections)
        if span is None:
            return None
        for other in self.index[figure.place]:
            if other is not relation and id(other) in self.verdicts:
                also = other.feasible(figure.place, corrections)
                span = (also and span.shared(also)) or span
        middle = (span.low + span.high) / 2
        whole = figure.unit and Fraction(rounded(middle / figure.unit)) * figure.unit
        value = whole if whole in span else middle
        is_exact = span.high - span.low <= figure.unit
        return Fault(figure, value, relation, between=None if is_exact else span)

    def _mended(self, place: Place, value: Fraction, corrections: Numbers) -> int:
        """Return how many relations a correction mends, 0 where it breaks one that holds.

        A relation that failed is mended when it no longer does; one that was off by rounding, or
        had no meaning, only when it holds. A copy that agrees is no witness: it would follow.
        """
        after = {**corrections, place: value}
        mended = 0
        for relation in self.index[place]:
            before = self.verdicts.get(id(relation), Verdict.HOLDS)
            verdict = relation.verdict(after)
            if verdict is Verdict.FAILS:
                if before is not Verdict.FAILS and relation.code not in COPIES:
                    return 0
            elif before is Verdict.FAILS or (
                before is not Verdict.HOLDS and verdict is Verdict.HOLDS
            ):
                mended += 1
        return mended
