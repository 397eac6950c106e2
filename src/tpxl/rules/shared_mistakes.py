"""One known mistake that makes a whole row or column of per cents: a convention, told once.

Whoever copies a wrong formula along makes every figure of it wrong in one way. Of such figures none
tells of its neighbours, and a list of them hides what is to be mended: the one formula.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from tpxl.rules.causes import Case, Cause, case_of
from tpxl.rules.causes.hypotheses import (
    Hypothesis,
    change_for_share,
    divided_by_newer,
    expenses_for_margin,
    is_fraction_for_percent,
    periods_reversed,
    ratio_for_change,
    ratio_for_change_sign_flipped,
    share_inverted,
    sign_flipped,
)
from tpxl.rules.formulas import PERCENTS, PerResident
from tpxl.rules.relations import Judged, Relation, Verdict
from tpxl.rules.rounding import Span, rounded

FEWEST = 3
"""Figures of one mistake that make it the row's or the column's, not each figure's own."""
_OF, _ALL = 3, 4
"""Three of four figures that tell: between all and none, no published table lies."""
_TELLING = 10
"""Units of the last digit below which a figure would fit a share or an index by chance."""

_ONE_BY_ONE: tuple[Hypothesis, ...] = (
    sign_flipped,
    ratio_for_change,
    ratio_for_change_sign_flipped,
    periods_reversed,
    divided_by_newer,
    change_for_share,
    share_inverted,
    expenses_for_margin,
)


_DEVIATION = "deviation"
"""The code of a difference that a table may take either way round, but in one way throughout."""


class SharedMistake(NamedTuple):
    """A mistake and the relations whose figures it makes, of so many that tell."""

    cause: Cause
    made: tuple[Relation, ...]
    of: int


class _Tried(NamedTuple):
    """A mistake with its cause in each figure that it makes, by the figure's index."""

    causes: Mapping[int, Cause]


def shared_mistakes(judged: Sequence[Judged]) -> Iterator[SharedMistake]:
    """Yield the mistakes that make three figures of a row or a column, and three of four in it.

    Deviations of which three or more are taken the other way round are told as one too, however
    many are not: which of the two ways a table should follow is for one decision.
    """
    wrong = Counter(_line_of(one) for one, verdict in judged if verdict in _WRONG and _is_told(one))
    if max(wrong.values(), default=0) < FEWEST:
        return
    lines: dict[tuple[object, ...], list[Judged]] = defaultdict(list)
    for one, verdict in judged:
        if _is_told(one) and wrong[_line_of(one)] >= FEWEST:
            lines[_line_of(one)] += [(one, verdict)] if verdict in _TOLD else []
    for told in lines.values():
        yield from _turned(told) if told[0][0].code == _DEVIATION else _shared(told)


_WRONG = (Verdict.ROUNDING, Verdict.FAILS)
_TOLD = (Verdict.HOLDS, *_WRONG)
_PER = (*PERCENTS, PerResident)


def _is_told(relation: Relation) -> bool:
    """Tell whether a relation is of a per cent, of a figure per resident, or of a deviation."""
    return relation.code == _DEVIATION or isinstance(relation.formula, _PER)


def _line_of(relation: Relation) -> tuple[object, ...]:
    """Return the column of a comparison table, else the row of a computed place."""
    line = relation.heading or relation.result.address.row
    return relation.result.sheet, relation.code, line


def _shared(told: Sequence[Judged]) -> Iterator[SharedMistake]:
    cases = [_case(relation) for relation, _ in told]
    wrong = {at for at, (_, verdict) in enumerate(told) if verdict is not Verdict.HOLDS}
    for tried in _tries(cases):
        made = [at for at in tried.causes if at in wrong]
        neutral = len(tried.causes) - len(made)
        if not any(told[at][1] is Verdict.FAILS for at in made):
            continue  # rounding alone gives them
        if len(made) >= FEWEST and len(made) * _ALL >= (len(told) - neutral) * _OF:
            relations = tuple(told[at][0] for at in made)
            yield SharedMistake(tried.causes[made[0]], relations, len(told))
            return


def _turned(told: Sequence[tuple[Relation, Verdict]]) -> Iterator[SharedMistake]:
    """Yield the deviations of a column that are taken the other way round than its others."""
    wrong = [relation for relation, verdict in told if verdict is not Verdict.HOLDS]
    cause = Cause(sign_flipped.__name__, MappingProxyType({}))
    made = tuple(
        relation
        for relation in wrong
        if (due := relation.due())
        and relation.printed(-due) == rounded(relation.result.number or 0, relation.shown)
    )
    if len(made) >= FEWEST and len(made) * _ALL >= len(wrong) * _OF:
        yield SharedMistake(cause, made, len(told))


def _case(relation: Relation) -> Case:
    due = relation.due()
    return case_of(relation, 0 if due is None else due, relation.numbers())


def _tries(cases: Sequence[Case]) -> Iterator[_Tried]:
    """Yield what each mistake makes, in the order they are believed."""
    nothing: Mapping[str, object] = MappingProxyType({})
    fractions = [at for at, case in enumerate(cases) if is_fraction_for_percent(case)]
    yield _Tried(dict.fromkeys(fractions, Cause("fraction_for_percent", nothing)))
    for mistake in _ONE_BY_ONE:
        yield _Tried(
            {
                at: Cause(mistake.__name__, candidate.facts)
                for at, case in enumerate(cases)
                for candidate in mistake(case)
                if case.units(candidate.value) == case.units(case.printed)
            }
        )
    yield _Tried(dict.fromkeys(_shares(cases), Cause("share_of_total", nothing)))
    yield _Tried(dict.fromkeys(_indices(cases), Cause("index_for_change", nothing)))


def _shares(cases: Sequence[Case]) -> list[int]:
    """Return the figures that are their amounts' shares of one total, no smaller than any."""
    spans = _spans(cases, lambda base, new: Fraction(new * 100) if base else None)
    totals = {at: Span.around(one, 0).over(span) for at, (one, span) in spans.items()}
    alike = _alike({at: span for at, span in totals.items() if span is not None}, cases)
    largest = max((abs(spans[at][0]) for at in alike), default=Fraction(0))
    bounds = [span for at in alike if (span := totals[at]) is not None]
    return alike if all(max(abs(b.low), abs(b.high)) * 100 >= largest for b in bounds) else []


def _indices(cases: Sequence[Case]) -> list[int]:
    """Return the figures that are their ratio to the older figure, times one number."""
    spans = _spans(cases, lambda base, new: Fraction(new, base) if base else None)
    factors = {at: span.over(Span.around(one, 0)) for at, (one, span) in spans.items() if one}
    positive = {at: span for at, span in factors.items() if span is not None and span.low > 0}
    return _alike(positive, cases)


def _spans(
    cases: Sequence[Case], made: Callable[[Fraction, Fraction], Fraction | None]
) -> dict[int, tuple[Fraction, Span]]:
    """Return by figure what is made of its change's terms, and what its print stands for."""
    spans = {}
    for at, case in enumerate(cases):
        value = None if case.change_of is None else made(*case.change_of)
        if value and abs(case.units(case.printed)) >= _TELLING:
            half = Fraction(1, 2) / Fraction(10) ** case.decimals
            spans[at] = (value, Span.around(Fraction(case.printed), half))
    return spans


def _alike(spans: Mapping[int, Span], cases: Sequence[Case]) -> list[int]:
    """Return the most figures whose spans share a number; none where they are one figure.

    The number is free: of amounts about as large and one figure there always is such a number.
    """
    groups = [[at for at, other in spans.items() if one.low in other] for one in spans.values()]
    alike = max(groups, key=len, default=[])
    return alike if len({cases[at].printed for at in alike}) >= FEWEST else []
