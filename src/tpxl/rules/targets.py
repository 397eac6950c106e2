"""Targets in an indicator, and whether an outcome meets them.

An outcome that states a number is compared only where one number of it can be meant for certain:
nothing is said of the others.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tpxl.rules.quantities import Quantity, plain, quantities, states_number
from tpxl.terms.quantities import DECLINE, GROWTH

_GROWTH = re.compile("|".join(GROWTH), re.IGNORECASE)
_DECLINE = re.compile("|".join(DECLINE), re.IGNORECASE)
_NAMED = re.compile(r"(?:tavoite\w*|tavoitetaso|mål\w*|target|[:=])\s*$", re.IGNORECASE)
_AFTER = 24


class Target(NamedTuple):
    """A number an indicator sets: what the outcome should state, in the number's own unit.

    `bound` is ``>=`` or ``<=``, None where the indicator does not say which way is good. `change`
    is 1 for a growth, -1 for a decline, None for a level.
    """

    quantity: Quantity
    bound: str | None
    change: int | None = None

    @property
    def value(self) -> Decimal:
        """Return the number that must at least (or at most) be reached."""
        return self.quantity.high if self.bound == "<=" else self.quantity.low


class Miss(NamedTuple):
    """A target and the number that misses it."""

    target: Target
    found: Decimal


def targets(indicator: str) -> tuple[Target, ...]:
    """Return the targets of an indicator; a year, a date or a name's number is none.

    >>> [str(one.value) for one in targets("Toteutetut kampanjat, vähintään 3 kpl")]
    ['3']
    >>> targets("Uusi rakennusjärjestys käytössä kevään 2025 aikana")
    ()
    """
    return tuple(_targets(plain(indicator)))


def _targets(said: str) -> Iterator[Target]:
    for quantity in quantities(said):
        is_last = not said[quantity.end :].strip(" .)")
        before = said[: quantity.start]
        if quantity.is_sure or (is_last and (not before or _NAMED.search(before))):
            change = _change(said, quantity) if quantity.unit in {"%", "%-unit"} else None
            yield Target(quantity, _bound(quantity, change), change)


def _change(said: str, quantity: Quantity) -> int | None:
    """Return which way a percentage is to change, by the words right after or before it."""
    near = said[quantity.end : quantity.end + _AFTER]
    far = said[max(0, quantity.start - _AFTER) : quantity.start]
    for words in (near, far):
        if _DECLINE.search(words):
            return -1
        if _GROWTH.search(words):
            return 1
    return None


def _bound(quantity: Quantity, change: int | None) -> str | None:
    if quantity.bound is not None:
        return quantity.bound
    is_level = quantity.unit == "%" and change is None
    return None if is_level or quantity.unit in _EITHER_WAY else ">="


_EITHER_WAY = frozenset({"euros", "days", "hours", "minutes", "physical", "%-unit"})
"""Units in which less is as often the aim as more."""


def lacks_number(found: tuple[Target, ...], outcome: str) -> bool:
    """Tell whether there is a target and an outcome that states no number at all."""
    return bool(found) and not states_number(outcome)


def misses(found: tuple[Target, ...], outcome: str) -> tuple[Miss, ...]:
    """Return the targets that the outcome's number misses for certain.

    >>> [str(one.found) for one in misses(targets("väh. 3,5/5"), "Palautteen keskiarvo oli 3,2.")]
    ['3.2']
    >>> misses(targets("3 kpl"), "Kampanjoita oli 2 ja tapahtumia 5.")
    ()
    """
    if not found:
        return ()
    said = plain(outcome)
    stated = tuple(quantities(said))
    return tuple(
        Miss(target, value)
        for target in found
        if target.bound is not None
        and (value := _stated(target, stated, said)) is not None
        and _is_missed(target, value)
    )


def _is_missed(target: Target, value: Decimal) -> bool:
    return value > target.value if target.bound == "<=" else value < target.value


def _stated(target: Target, stated: tuple[Quantity, ...], said: str) -> Decimal | None:
    """Return the one number of the outcome that can be meant, None where none or several can."""
    fitting = [one for one in stated if _fits(target.quantity, one)]
    values = {one.low for one in fitting if one.low == one.high}
    if len(values) != 1 or len(fitting) != len([one for one in stated if _may_fit(target, one)]):
        return None
    value = values.pop()
    return value if target.change is None else _changed(target.change, fitting[0], value, said)


def _changed(change: int, quantity: Quantity, value: Decimal, said: str) -> Decimal | None:
    """Return a change in the target's direction; None where the outcome tells no direction."""
    direction = _change(said, quantity)
    return None if direction is None else value * direction * change


def _fits(target: Quantity, stated: Quantity) -> bool:
    if target.scale is not None:
        is_same = stated.scale == target.scale
        is_bare = stated.scale is None and stated.unit is None and stated.per is None
        return is_same or (is_bare and stated.low <= target.scale)
    if target.unit in {None, "pcs", "times"} and target.per == stated.per:
        return stated.unit in {None, "pcs", "times"} and stated.scale is None
    return (target.unit, target.per) == (stated.unit, stated.per)


def _may_fit(target: Target, stated: Quantity) -> bool:
    """Tell whether a stated number competes for being the one meant."""
    return _fits(target.quantity, stated) or (
        stated.unit is None and stated.scale is None and target.quantity.unit != "%"
    )
