"""Mistakes of taking the wrong figure: another line, another period, other residents, a part."""

from collections.abc import Iterator
from fractions import Fraction

from tpxl.model.line import EXPENSES
from tpxl.rules.causes.case import Candidate, Case, shown

_PAIR = 2


def expenses_for_margin(case: Case) -> Iterator[Candidate]:
    """Yield the expenses per resident where the margin belongs: -111 printed for -88."""
    yield from (one for one in _divided(case) if one.facts["other_line"] == EXPENSES)


def other_line_per_resident(case: Case) -> Iterator[Candidate]:
    """Yield each other line of the area and period per resident."""
    yield from (one for one in _divided(case) if one.facts["other_line"] != EXPENSES)


def other_line(case: Case) -> Iterator[Candidate]:
    """Yield each other line's figure of the area and period as it is."""
    if case.quotient_of is None:
        for line, amount in case.amounts.items():
            yield Candidate(Fraction(amount), {"other_line": line})


def other_residents(case: Case) -> Iterator[Candidate]:
    """Yield the amount divided by other periods' residents; equal residents are one mistake."""
    if case.quotient_of is None:
        return
    for residents in dict.fromkeys(number for number in case.residents.values() if number):
        periods = [period for period, number in case.residents.items() if number == residents]
        facts = {"other_period": periods, "other_residents": shown(residents)}
        yield Candidate(case.quotient_of[0] / residents, facts)


def part_left_out(case: Case) -> Iterator[Candidate]:
    """Yield the sum without each of its parts.

    What is left of two lines is the other line, and has that name.
    """
    parts = {name: part for name, part in case.parts.items() if part}
    if len(parts) > _PAIR or not case.amounts:
        for name, part in parts.items():
            yield Candidate(case.right - part, {"part": name})


def part_sign_flipped(case: Case) -> Iterator[Candidate]:
    """Yield the sum with each part subtracted where it should be added."""
    for name, part in case.parts.items():
        yield Candidate(case.right - 2 * part, {"part": name})


def _divided(case: Case) -> Iterator[Candidate]:
    if case.quotient_of is not None and case.quotient_of[1]:
        residents = case.quotient_of[1]
        for line, amount in case.amounts.items():
            facts = {
                "other_line": line,
                "other_amount": shown(amount),
                "divisor": shown(residents),
            }
            yield Candidate(amount / residents, facts)
