"""Mistakes of the base: another figure compared with, a share in a change's place."""

from collections.abc import Iterator
from fractions import Fraction

from tpxl.rules.causes.case import Candidate, Case
from tpxl.rules.measured import Exact


def other_base(case: Case) -> Iterator[Candidate]:
    """Yield the change, the share or the difference made with each other figure as its base."""
    for name, base in case.bases.items():
        value = _compared(case, base)
        if value is not None:
            yield Candidate(value, {"other_period": name})


def change_for_share(case: Case) -> Iterator[Candidate]:
    """Yield the change where the share belongs: -2,0 printed for 98,0."""
    if case.share_of is not None and case.share_of[0]:
        base, new = case.share_of
        yield Candidate((new / base - 1) * 100)


def share_inverted(case: Case) -> Iterator[Candidate]:
    """Yield the base as a share of the newer figure."""
    if case.share_of is not None and case.share_of[1]:
        base, new = case.share_of
        yield Candidate(base / new * 100)


def _compared(case: Case, base: Exact) -> Fraction | None:
    if case.difference_of is not None:
        return case.difference_of[1] - base
    pair = case.change_of or case.share_of
    if pair is None or not base:
        return None
    less = 1 if case.change_of is not None else 0
    return (pair[1] / base - less) * 100
