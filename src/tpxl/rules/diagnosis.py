"""Which printed figure is wrong, when several relations it stands in do not hold.

One wrong figure breaks every relation it stands in. The figure whose correction mends the most of
them, and breaks none that holds, is the fault; the rest follows from it and is not told again. A
figure that a known mistake makes of a printed one is a witness for that one: whoever made the
mistake had it before the eyes.

A figure that many relations share (the residents of a period, in every area's euros per resident)
would make the search slow where many are wrong: what a correction does not touch is not looked at
again, and a shared figure only when it might explain more than the others.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from tpxl.model import Figure
from tpxl.model.figure import CellPlace
from tpxl.rules.causes import Cause, case_of, named, part_turned
from tpxl.rules.relations import COPIES, Judged, Numbers, Relation, Verdict
from tpxl.rules.rounding import Exact, Span, magnitude, measured, rounded, unit_of
from tpxl.rules.slips import slipped

_MANY = 16
"""A figure in more failing relations is shared: it is looked at late, from few of them."""
_TRIED = 8
"""Of the failing relations of such a figure, those that most others agree with are enough."""

Index = Mapping[CellPlace, Sequence[Relation]]


class Fault(NamedTuple):
    """A figure that is wrong, what it should be exactly, and a relation that says so.

    `verdict` tells whether it fails, is off by rounding alone, or has no meaning to be printed;
    `expected` is then None. `numbers` are those of the relation's terms: of them the relation's
    formula makes `expected` where the figure is its result. `between` holds every number that
    would do, where that is more than one unit: what rounded figures tell of an input. `rivals` are
    other inputs that explain as much.
    """

    figure: Figure
    expected: Exact | None
    relation: Relation
    verdict: Verdict = Verdict.FAILS
    numbers: tuple[Exact, ...] = ()
    between: Span | None = None
    rivals: tuple[CellPlace, ...] = ()

    @property
    def is_result(self) -> bool:
        """Tell whether the figure is what the relation's others make."""
        return self.figure.place == self.relation.result.place


def faults_in(judged: Sequence[Judged]) -> Iterator[Fault]:
    """Yield the wrong figures, each once; a relation that cannot be judged is none."""
    sound = (Verdict.HOLDS, Verdict.UNKNOWN)
    broken = [(relation, verdict) for relation, verdict in judged if verdict not in sound]
    if not broken:
        return
    doubted = {figure.place for relation, _ in broken for figure in relation.figures}
    index: dict[CellPlace, list[Relation]] = defaultdict(list)
    for relation, verdict in judged:
        if verdict is not Verdict.UNKNOWN:
            for figure in relation.figures:
                if figure.place in doubted:
                    index[figure.place].append(relation)
    by_relation = {id(relation): verdict for relation, verdict in broken}
    for group in _connected([relation for relation, _ in broken]):
        verdicts = {id(relation): by_relation[id(relation)] for relation in group}
        yield from Diagnosis(group, verdicts, index).faults()


def _connected(broken: Sequence[Relation]) -> Iterator[list[Relation]]:
    """Part the broken relations into groups that share no figure."""
    by_place: dict[CellPlace, list[Relation]] = defaultdict(list)
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


class _Suspect(NamedTuple):
    """A figure that may be the fault: how many relations it mends, and where it was met."""

    mended: int
    is_result: bool
    met: tuple[int, int]
    fault: Fault


@dataclass(slots=True)
class Diagnosis:
    """Broken relations that share figures, with what each says by itself."""

    relations: Sequence[Relation]
    verdicts: Mapping[int, Verdict]
    index: Index
    _corrections: dict[CellPlace, Exact] = field(default_factory=dict)
    _exact: dict[CellPlace, Exact] = field(default_factory=dict)
    _failing: dict[int, Relation] = field(default_factory=dict)
    _order: dict[int, int] = field(default_factory=dict)
    _suspects: dict[CellPlace, _Suspect] = field(default_factory=dict)
    _stale: dict[CellPlace, None] = field(default_factory=dict)
    _mistakes: dict[int, Cause | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find which relations fail, and suspect all their figures."""
        self._order = {id(one): position for position, one in enumerate(self.relations)}
        for relation in self.relations:
            if self.verdicts[id(relation)] is Verdict.FAILS:
                self._failing[id(relation)] = relation
                self._stale |= dict.fromkeys(figure.place for figure in relation.figures)

    def faults(self) -> Iterator[Fault]:
        """Yield the figures that explain the failing ones; then what is only rounding or moot.

        An input that would be right with its comma elsewhere comes before all others.
        """
        yield from self._slips()
        while self._failing:
            fault = self._culprit()
            if fault.figure.place not in self._corrections:
                yield self._settled(fault)
            self._correct(fault)
        for relation in self.relations:
            verdict = relation.verdict(self._corrections)
            if verdict is self.verdicts[id(relation)] and verdict is not Verdict.FAILS:
                yield self._settled(self._of_result(relation, verdict))

    def _correct(self, fault: Fault) -> None:
        """Take a figure as corrected; what stands in a relation with it is looked at again."""
        place = fault.figure.place
        self._corrections[place] = fault.expected or 0
        if fault.between is None and not fault.rivals:
            self._exact[place] = self._corrections[place]
        self._suspects.pop(place, None)
        self._failing.pop(id(fault.relation), None)
        for relation in self.index[place]:
            self._mistakes.pop(id(relation), None)
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
                (one.fault for one in tied), key=lambda one: -magnitude(measured(one.figure))
            )
            return fault._replace(rivals=tuple(other.figure.place for other in others))
        return self._by_itself(next(iter(self._failing.values())))

    def _slips(self) -> Iterator[Fault]:
        """Yield the inputs whose tenfold, hundredfold or thousandfold is right."""
        self._looked_at()
        for relation in list(self._failing.values()):
            slip = self._slip(relation) if id(relation) in self._failing else None
            if slip is not None:
                yield self._settled(slip)
                self._correct(slip)

    def _slip(self, relation: Relation) -> Fault | None:
        """Return the input of a failing relation that explains as much as any by a slip.

        A result that one known mistake makes of its inputs is not theirs. Of a per cent the newer
        figure is told, its base as the rival.
        """
        met = (self._suspects.get(figure.place) for figure in relation.figures)
        best = max((one.mended for one in met if one is not None), default=0)
        slips = [
            Fault(term, value, relation)
            for term in relation.terms
            if term.place not in self._corrections and not self._is_shared(term.place)
            for value in slipped(term, relation)
            if relation.verdict({**self._corrections, term.place: value}) is Verdict.HOLDS
            and self._mended(term.place, value) >= max(best, 1)
        ]
        if not slips or self._mistake(relation) is not None:
            return None
        return slips[0]._replace(rivals=tuple(one.figure.place for one in slips[1:]))

    def _by_itself(self, relation: Relation) -> Fault:
        """Return the fault of a relation whose result nothing else speaks against.

        Where others vouch for the result, and it is what one term with the other sign makes, that
        term is the fault.
        """
        cause = self._mistake(relation) if self._is_vouched_for(relation) else None
        turned = None if cause is None else part_turned(relation, cause)
        if turned is not None and turned.place not in self._corrections:
            return Fault(turned, -measured(turned), relation)
        fault = self._of_result(relation)
        return (
            fault
            if fault.expected is not None
            else fault._replace(expected=measured(relation.result))
        )

    def _is_vouched_for(self, relation: Relation) -> bool:
        suspect = self._suspects.get(relation.result.place)
        return suspect is not None and not suspect.mended

    def _mistake(self, relation: Relation) -> Cause | None:
        """Return the one known mistake that makes a failing relation's result."""
        if id(relation) not in self._mistakes:
            self._mistakes[id(relation)] = self._mistake_in(relation, self._corrections)
        return self._mistakes[id(relation)]

    @staticmethod
    def _mistake_in(relation: Relation, instead: Numbers) -> Cause | None:
        due = relation.due(instead)
        return None if due is None else named(case_of(relation, due, relation.numbers(instead)))

    def _of_result(self, relation: Relation, verdict: Verdict = Verdict.FAILS) -> Fault:
        """Return a relation's result as its fault.

        It follows from the figures as they should be. What may be written takes none that is not
        known exactly.
        """
        instead = self._corrections if relation.written is None else self._exact
        numbers = tuple(relation.numbers(instead))
        return Fault(relation.result, relation.due(instead), relation, verdict, numbers)

    def _settled(self, fault: Fault) -> Fault:
        return fault._replace(relation=fault.relation.settled(self._corrections))

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

    def _is_shared(self, place: CellPlace) -> bool:
        return len(self.index[place]) > _MANY

    def _look_at(self, place: CellPlace) -> None:
        del self._stale[place]
        suspect = None if place in self._corrections else self._suspect(place)
        if suspect is None:
            self._suspects.pop(place, None)
        else:
            self._suspects[place] = suspect

    def _suspect(self, place: CellPlace) -> _Suspect | None:
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

    def _starts(self, place: CellPlace, spans: Mapping[int, Span | None]) -> list[Relation]:
        """Return the failing relations a figure stands in; of very many, those most agree with."""
        failing = [one for one in self.index[place] if id(one) in self._failing]
        if len(failing) > _MANY:
            depths = _depths(spans)
            failing = sorted(failing, key=lambda one: -depths.get(id(one), 0))[:_TRIED]
        return sorted(failing, key=lambda one: self._order[id(one)])

    def _fault(
        self, figure: Figure, relation: Relation, spans: Mapping[int, Span | None]
    ) -> Fault | None:
        """Return a figure as the fault of a relation, with the number that mends most around it."""
        if figure.place == relation.result.place:
            return self._of_result(relation)
        span = spans[id(relation)]
        if span is None:
            return None
        for other in self.index[figure.place]:
            also = spans.get(id(other)) if other is not relation else None
            span = (also and span.shared(also)) or span
        middle = (span.low + span.high) / 2
        one = unit_of(figure)
        whole = Fraction(rounded(middle / one)) * one
        value = whole if whole in span else middle
        is_exact = span.high - span.low <= one
        return Fault(figure, value, relation, between=None if is_exact else span)

    def _mended(self, place: CellPlace, value: Exact) -> int:
        """Return how many relations a correction mends, 0 where it breaks one that holds.

        A copy that agrees is no witness for what it repeats: it would follow.
        """
        after = {**self._corrections, place: value}
        mended = 0
        for relation in self.index[place]:
            if id(relation) in self.verdicts:
                effect = self._effect(relation, after)
            else:
                fails = relation.verdict(after) is Verdict.FAILS
                effect = None if fails and relation.code not in COPIES else 0
            if effect is None:
                return 0
            mended += effect
        return max(mended, 0)

    def _effect(self, relation: Relation, after: Numbers) -> int | None:
        """Return what a correction does to a broken relation: 1 mends it, None breaks it anew.

        A relation that failed is mended when it holds or is off by rounding; one that was off by
        rounding, or had no meaning, only when it holds. One that fails still, and that a known
        mistake made of what is printed, is a witness lost: it counts against.
        """
        before, verdict = self.verdicts[id(relation)], relation.verdict(after)
        if verdict is not Verdict.FAILS:
            is_allowed = before is Verdict.FAILS and verdict is Verdict.ROUNDING
            return int(is_allowed or verdict is Verdict.HOLDS)
        if relation.code in COPIES:
            return 0
        if id(relation) in self._failing:
            return -int(self._loses_witness(relation, after))
        was_mended = relation.verdict(self._corrections) is not Verdict.FAILS
        return None if before is not Verdict.FAILS or was_mended else 0

    def _loses_witness(self, relation: Relation, after: Numbers) -> bool:
        """Tell whether a known mistake makes a failing figure of what is printed, and no longer."""
        mistake = self._mistake(relation)
        return mistake is not None and self._mistake_in(relation, after) is None


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
