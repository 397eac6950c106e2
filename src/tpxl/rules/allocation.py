"""Shared costs divided so that the parts sum: what is printed adds up to the last digit.

Source: the report's section 6, "divided in proportion to operating volume".
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tpxl.errors import TpxlError
from tpxl.rules.rounding import Number, exact

WHOLE = Fraction(100)
"""All of a pool, in per cent."""

_CENTS = 2
_MOST_DECIMALS = 1100  # a float has fewer; what has more, such as 1/3, never ends


def allocate(
    pool: Number,
    drivers: Iterable[Number | None],
    decimals: int = 0,
    *,
    names: Sequence[str] = (),
) -> tuple[Decimal, ...]:
    """Return the parts of `pool` in the order of `drivers`, in euros, summing to it exactly.

    Parts are whole euros, or cents with ``decimals=2``; a pool with finer digits than that
    (100.50 in whole euros) is divided to the cent, or to its own last digit where that is finer
    still, for parts that do not sum would be worse than parts with cents. What no whole unit
    covers goes, a unit each, to the largest remainders; ties to the larger driver, then to the
    earlier. A negative pool gives the same parts with a minus. `names` are the receivers', for
    the sentence of a refusal.

    Raises:
        TpxlError: there are no drivers, all are zero, or one is missing, negative or no number.

    >>> [int(part) for part in allocate(100_000, [54, 37.6, 8.4])]
    [54000, 37600, 8400]
    >>> allocate(100, [1, 1, 1])
    (Decimal('34'), Decimal('33'), Decimal('33'))
    >>> allocate(-0.05, [1, 3], decimals=2)
    (Decimal('-0.01'), Decimal('-0.04'))
    """
    amount = _number(pool, "pool")
    weights = _weights(drivers, names)
    asked, finest = max(0, decimals), _decimals_of(amount)
    places = asked if finest <= asked else max(finest, _CENTS)
    units = _largest_remainders(abs(amount) * Fraction(10) ** places, weights)
    return tuple(_decimal(-unit if amount < 0 else unit, places) for unit in units)


def shares_percent(
    drivers: Iterable[Number | None], decimals: int = 1, *, names: Sequence[str] = ()
) -> tuple[Decimal, ...]:
    """Return each driver's share in per cent as it is printed: to 0.1, summing to 100.0.

    Raises:
        TpxlError: as `allocate`.

    >>> shares_percent([1, 1, 1])
    (Decimal('33.4'), Decimal('33.3'), Decimal('33.3'))
    """
    return allocate(int(WHOLE), drivers, decimals, names=names)


def exact_shares(
    drivers: Iterable[Number | None], *, names: Sequence[str] = ()
) -> tuple[Fraction, ...]:
    """Return each driver's share of their sum, unrounded, between 0 and 1.

    Raises:
        TpxlError: as `allocate`.
    """
    weights = _weights(drivers, names)
    whole = sum(weights)
    return tuple(weight / whole for weight in weights)


def unassigned_percent(shares: Iterable[Number | None], *, names: Sequence[str] = ()) -> Decimal:
    """Return what agreed shares leave of 100, in per cent; negative where they are too much.

    A missing share counts as nothing: who has none is for the caller to name.

    Raises:
        TpxlError: a share is negative or no number.

    >>> unassigned_percent([54.0, None, 8.4])
    Decimal('37.6')
    """
    given = _weights((share or 0 for share in shares), names, refuse_nothing=False)
    left = WHOLE - sum(given)
    places = _decimals_of(left)
    return _decimal(int(left * 10**places), places)


def _weights(
    drivers: Iterable[Number | None], names: Sequence[str], *, refuse_nothing: bool = True
) -> tuple[Fraction, ...]:
    """Return the drivers, exact; refuse by name what nothing can be divided by."""
    given = tuple(drivers)
    told = [*names[: len(given)], *map(str, range(len(names) + 1, len(given) + 1))]
    _refuse("allocation_driver_missing", given, told, lambda driver: driver is None)
    weights = [_number(driver, told[i]) for i, driver in enumerate(given) if driver is not None]
    _refuse("allocation_driver_negative", weights, told, lambda weight: weight < 0)
    if refuse_nothing and not any(weights):
        raise TpxlError("allocation_no_drivers", receivers=told)
    return tuple(weights)


def _refuse(
    code: str,
    values: Sequence[Any],
    names: Sequence[str],
    is_bad: Callable[[Any], bool],
) -> None:
    bad = [names[i] for i, value in enumerate(values) if is_bad(value)]
    if bad:
        raise TpxlError(code, receivers=bad)


def _number(value: Number, name: str) -> Fraction:
    try:
        return exact(value)
    except (ValueError, OverflowError) as error:  # not a number, infinite
        raise TpxlError("allocation_not_a_number", name=name, value=str(value)) from error


def _largest_remainders(whole: Fraction, weights: Sequence[Fraction]) -> list[int]:
    """Divide `whole` units; they are whole units because the unit is never coarser than it."""
    total = sum(weights)
    quotas = [whole * weight / total for weight in weights]
    units = [quota.numerator // quota.denominator for quota in quotas]
    by_claim = sorted(range(len(weights)), key=lambda i: (units[i] - quotas[i], -weights[i], i))
    for i in by_claim[: int(whole) - sum(units)]:
        units[i] += 1
    return units


def _decimals_of(amount: Fraction) -> int:
    """Return how many decimals it takes to write the amount out in full."""
    decimals = next((n for n in range(_MOST_DECIMALS) if (amount * 10**n).denominator == 1), None)
    if decimals is None:
        raise TpxlError("allocation_not_a_number", name="pool", value=str(amount))
    return decimals


def _decimal(units: int, decimals: int) -> Decimal:
    """Return `units` of the last of `decimals`, exact at any length."""
    whole = Decimal(units)
    sign, digits, _ = whole.as_tuple()
    return Decimal((sign, digits, -decimals)) if decimals > 0 else whole
