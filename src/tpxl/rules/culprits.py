"""The search for the figure that explains a group of relations that do not hold.

A figure that many relations share (the residents of a period, in every area's euros per resident)
would make the search slow where many are wrong: what a correction does not touch is not looked at
again, and a shared figure only when it might explain more than the others.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from tpxl.rules.relations import Known, Place, Relation, Verdict
from tpxl.rules.rounding import rounded
from tpxl.rules.tolerance import Span

COPIES = frozenset({"same_figure"})
"""Relations that say no more than that one figure is printed twice."""

_MANY = 16
"""A figure in more failing relations is shared: it is looked at late, from few of them."""
_TRIED = 8

Index = Mapping[Place, Sequence[Relation]]


class Fault(NamedTuple):
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


class _Suspect(NamedTuple):
    """A figure that may be the fault: how many relations it mends, and where it was met."""

    mended: int
    is_result: bool
    met: tuple[int, int]
    fault: Fault


@dataclass(slots=True)
class Search:
    """Broken relations that share figures, with what each says by itself."""

    relations: Sequence[Relation]
    verdicts: Mapping[int, Verdict]
    index: Index
    _corrections: dict[Place, Fraction] = field(default_factory=dict)
    _failing: dict[int, Relation] = field(default_factory=dict)
    _order: dict[int, int] = field(default_factory=dict)
    _suspects: dict[Place, _Suspect] = field(default_factory=dict)
    _stale: dict[Place, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find which relations fail, and suspect all their figures."""
        self._order = {id(one): position for position, one in enumerate(self.relations)}
        for relation in self.relations:
            if self.verdicts[id(relation)] is Verdict.FAILS:
                self._failing[id(relation)] = relation
                self._stale |= dict.fromkeys(figure.place for figure in relation.figures)

    def faults(self) -> Iterator[Fault]:
        """Yield the figures that explain the failing ones; then what is only rounding or moot."""
        while self._failing:
            fault = self._culprit()
            if fault.figure.place not in self._corrections:
                yield fault
            self._correct(fault)
        for relation in self.relations:
            verdict = relation.verdict(self._corrections)
            if verdict is self.verdicts[id(relation)] and verdict is not Verdict.FAILS:
                yield Fault(relation.result, relation.due(), relation, verdict)

    def _correct(self, fault: Fault) -> None:
        """Take a figure as corrected; what stands in a relation with it is looked at again."""
        place = fault.figure.place
        self._corrections[place] = fault.expected or Fraction(0)
        self._suspects.pop(place, None)
        self._failing.pop(id(fault.relation), None)
        for relation in self.index[place]:
            if id(relation) in self._failing and (
                relation.verdict(self._corrections) is not Verdict.FAILS
            ):
                del self._failing[id(relation)]
            self._stale |= dict.fromkeys(figure.place for figure in relation.figures)

    def _culprit(self) -> Fault:
        """Return the figure whose correction mends the most relations and breaks none.

        Of figures that mend as many, one that is computed from others counts first: that is where
        a person looks. Two inputs that mend only one relation are no better than a guess; of two
        that mend several, the larger number is likelier mistyped, and the other is its rival.
        """
        best = self._looked_at()
        tied = sorted(
            (one for one in self._suspects.values() if one.mended == best),
            key=lambda one: one.met,
        )
        results = [one.fault for one in tied if one.is_result]
        if best and results:
            return results[0]
        if best > 1 or (best and len(tied) == 1):
            fault, *others = sorted(
                (one.fault for one in tied), key=lambda one: -abs(one.figure.number)
            )
            return fault._replace(rivals=tuple(other.figure.place for other in others))
        first = next(iter(self._failing.values()))
        due = first.due(self._corrections)
        return Fault(first.result, first.result.number if due is None else due, first)

    def _looked_at(self) -> int:
        """Bring the suspects up to date; return how many relations the best of them mends."""
        for place in [place for place in self._stale if not self._is_shared(place)]:
            self._look_at(place)
        while True:
            best = max((one.mended for one in self._suspects.values()), default=0)
            late = [
                place
                for place in self._stale
                if place not in self._suspects or self._suspects[place].mended >= best
            ]
            if not late:
                return best
            for place in late:
                self._look_at(place)

    def _is_shared(self, place: Place) -> bool:
        return len(self.index[place]) > _MANY

    def _look_at(self, place: Place) -> None:
        del self._stale[place]
        suspect = None if place in self._corrections else self._suspect(place)
        if suspect is None:
            self._suspects.pop(place, None)
        else:
            self._suspects[place] = suspect

    def _suspect(self, place: Place) -> _Suspect | None:
        """Return a figure with the correction that mends most, None where it has none."""
        spans = {
            id(one): one.feasible(place, self._corrections)
            for one in self.index[place]
            if id(one) in self.verdicts
        }
        best: _Suspect | None = None
        for relation in self._starts(place, spans):
            at, figure = next(
                (at, one) for at, one in enumerate(relation.figures) if one.place == place
            )
            fault = self._fault(figure, relation, spans)
            if fault is None or fault.expected is None:
                continue
            mended = self._mended(place, fault.expected)
            is_result = place == relation.result.place
            if best is None or (mended, is_result) > (best.mended, best.is_result):
                met = best.met if best else (self._order[id(relation)], at)
                best = _Suspect(mended, is_result, met, fault)
        return best

    def _starts(self, place: Place, spans: Mapping[int, Span | None]) -> list[Relation]:
        """Return the failing relations a figure stands in; of very many, those most agree with."""
        failing = [one for one in self.index[place] if id(one) in self._failing]
        if len(failing) > _MANY:
            depths = _depths(spans)
            failing = sorted(failing, key=lambda one: -depths.get(id(one), 0))[:_TRIED]
        return sorted(failing, key=lambda one: self._order[id(one)])

    def _fault(
        self, figure: Known, relation: Relation, spans: Mapping[int, Span | None]
    ) -> Fault | None:
        """Return a figure as the fault of a relation, with the number that mends most around it."""
        if figure.place == relation.result.place:
            return Fault(figure, relation.due(self._corrections), relation)
        span = spans[id(relation)]
        if span is None:
            return None
        for other in self.index[figure.place]:
            also = spans.get(id(other)) if other is not relation else None
            span = (also and span.shared(also)) or span
        middle = (span.low + span.high) / 2
        whole = figure.unit and Fraction(rounded(middle / figure.unit)) * figure.unit
        value = whole if whole in span else middle
        is_exact = span.high - span.low <= figure.unit
        return Fault(figure, value, relation, between=None if is_exact else span)

    def _mended(self, place: Place, value: Fraction) -> int:
        """Return how many relations a correction mends, 0 where it breaks one that holds.

        A relation that failed is mended when it no longer does; one that was off by rounding, or
        had no meaning, only when it holds. A copy that agrees is no witness: it would follow.
        """
        after = {**self._corrections, place: value}
        around = self.index[place]
        holding = (one for one in around if id(one) not in self.verdicts)
        if self._breaks(holding, after):
            return 0
        mended = 0
        for relation in around:
            before = self.verdicts.get(id(relation))
            if before is None:
                continue
            verdict = relation.verdict(after)
            if verdict is Verdict.FAILS:
                if before is not Verdict.FAILS and relation.code not in COPIES:
                    return 0
            elif before is Verdict.FAILS or verdict is Verdict.HOLDS:
                mended += 1
        return mended

    @staticmethod
    def _breaks(holding: Iterable[Relation], after: Mapping[Place, Fraction]) -> bool:
        return any(
            one.code not in COPIES and one.verdict(after) is Verdict.FAILS for one in holding
        )


def _depths(spans: Mapping[int, Span | None]) -> dict[int, int]:
    """Return how many of the spans hold the middle of each."""
    told = {name: span for name, span in spans.items() if span is not None}
    lows = sorted(span.low for span in told.values())
    highs = sorted(span.high for span in told.values())
    depths = {}
    for name, span in told.items():
        middle = (span.low + span.high) / 2
        depths[name] = bisect_right(lows, middle) - bisect_left(highs, middle)
    return depths
