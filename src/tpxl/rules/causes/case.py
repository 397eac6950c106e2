"""What is known of a wrong figure: the figure, the right value, and what it was made from."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from operator import mul
from types import MappingProxyType
from typing import Any, NamedTuple

from tpxl.model import Figure
from tpxl.rules.formulas import PerResident, Quotient, Sum
from tpxl.rules.relations import Amounts, Name, Relation
from tpxl.rules.rounding import Exact, Number, exact, magnitude, rounded

_NONE: Amounts = MappingProxyType({})
_COMPARED = frozenset({"deviation", "change"})
"""Relations whose sum of two is the difference between a newer figure and its base."""
_DIFFERENCES: Mapping[tuple[int, ...], tuple[int, int]] = {(1, -1): (0, 1), (-1, 1): (1, 0)}
"""Where the newer figure and its base stand in a difference, by its factors."""


class Case(NamedTuple):
    """A printed figure that is wrong, its exact value, and the figures around it.

    `right` is exact and in the unit of `printed`; `decimals` are those shown. What a figure is
    made from is given where it is so made: `change_of`, `share_of`, `difference_of` (base, new),
    `quotient_of` (amount, residents), `parts` by their names for a sum. `bases`, `residents` and
    `amounts` are its neighbours. Names are lines and periods, which a sentence words, or labels as
    printed.
    """

    printed: Decimal
    right: Fraction
    decimals: int
    change_of: tuple[Fraction, Fraction] | None = None
    share_of: tuple[Fraction, Fraction] | None = None
    difference_of: tuple[Fraction, Fraction] | None = None
    quotient_of: tuple[Fraction, Fraction] | None = None
    parts: Amounts = _NONE
    bases: Amounts = _NONE
    residents: Amounts = _NONE
    amounts: Amounts = _NONE

    @property
    def expected(self) -> Decimal:
        """Return what should be printed."""
        return rounded(self.right, self.decimals)

    def units(self, figure: Number) -> int:
        """Return a figure in units of the last digit shown."""
        return in_units(figure, self.decimals)

    @property
    def units_off(self) -> int:
        """Return how far the printed figure is from the right one, in units of its last digit."""
        return abs(self.units(self.printed) - self.units(self.right))


class Candidate(NamedTuple):
    """What a mistake would have printed, before rounding, and the facts its sentence needs."""

    value: Fraction
    facts: Mapping[str, Any] = MappingProxyType({})


class Cause(NamedTuple):
    """The mistake that reproduces a printed figure: a code, and the facts of its sentence."""

    code: str
    facts: Mapping[str, Any]


def in_units(figure: Number, decimals: int) -> int:
    """Return a figure counted in units of its last printed digit.

    >>> in_units(Decimal("-41.9"), 1)
    -419
    """
    return int(rounded(exact(figure) * Fraction(10) ** decimals))


def shown(amount: Exact) -> Decimal:
    """Return an amount for a sentence: without its sign, cents only where it has them.

    >>> shown(Fraction(-6944)), shown(Fraction(1, 2))
    (Decimal('6944'), Decimal('0.50'))
    """
    return rounded(magnitude(amount), 0 if amount.denominator == 1 else 2)


def case_at(figure: Figure, right: Exact, decimals: int) -> Case:
    """Return the case of a figure that nothing is known to make, in the unit of its measure."""
    zeros = len(str(int(figure.scale))) - 1
    printed = (figure.number or Decimal(0)) * figure.scale
    return Case(printed, Fraction(right), decimals - zeros)


def case_of(relation: Relation, right: Exact, numbers: Sequence[Exact]) -> Case:
    """Return the case of a relation's result; `numbers` are those of its terms that make it."""
    if relation.is_cut:
        right = exact(relation.printed(right)) * exact(relation.result.scale)
    case = case_at(relation.result, right, relation.shown)
    around = relation.neighbours()
    told = [Fraction(number) for number in numbers]
    match relation.formula:
        case Sum(factors=factors) if relation.code in _COMPARED:
            return _difference(case, factors, told, around.bases)
        case Sum(factors=factors) if len(told) > 1:
            parts = dict(zip(_names(relation.terms), map(mul, factors, told), strict=False))
            return case._replace(parts=parts, amounts=around.amounts)
        case Quotient(less=less):
            new, base = told
            case = case._replace(bases=around.bases)
            if less:
                return case._replace(change_of=(base, new))
            return case._replace(share_of=(base, new))
        case PerResident():
            residents = told[-1]
            return case._replace(
                quotient_of=(case.right * residents, residents),
                residents=around.residents,
                amounts=around.amounts,
            )
        case _:
            return case


def _difference(
    case: Case, factors: tuple[int, ...], told: Sequence[Fraction], bases: Amounts
) -> Case:
    """Return the case of a difference; one taken the other way round has no other base."""
    new, base = _DIFFERENCES[factors]
    is_turned = new > base
    made = (told[base], told[new])
    return case._replace(difference_of=made, bases=_NONE if is_turned else bases)


def _names(terms: Sequence[Figure]) -> Iterator[Name]:
    """Yield what tells the terms apart: their lines, their areas, or their columns."""
    lines, areas = {term.line for term in terms}, {term.area for term in terms}
    for term in terms:
        if len(lines) > 1:
            yield term.line
        elif len(areas) > 1:
            yield term.area or term.sheet
        else:
            yield term.column or term.period or term.line


def part_turned(relation: Relation, cause: Cause) -> Figure | None:
    """Return the term of a sum that a cause says was taken with the other sign."""
    if cause.code != "part_sign_flipped" or not isinstance(relation.formula, Sum):
        return None
    names = list(_names(relation.terms))
    return relation.terms[names.index(cause.facts["part"])]
