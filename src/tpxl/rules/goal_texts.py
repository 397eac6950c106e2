"""What goals' texts say and lack: targets met, the year told, placeholders, length in print.

An outcome that states a number is compared only where one number of it can be meant for certain:
nothing is said of the others.
"""

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tpxl.rules.goal_quantities import CountedNumber, plain, quantities, states_number
from tpxl.terms import fold
from tpxl.terms.quantities import DECLINE, GROWTH
from tpxl.terms.wording import (
    COMES_LATER,
    COMPARES_YEARS,
    NAMES_A_YEAR,
    NOTHING_SAID,
    OPEN_ENDINGS,
    PLACEHOLDERS,
)

_GROWTH = re.compile("|".join(GROWTH), re.IGNORECASE)
_DECLINE = re.compile("|".join(DECLINE), re.IGNORECASE)
_NAMED = re.compile(r"(?:tavoite\w*|tavoitetaso|mål\w*|target|[:=])\s*$", re.IGNORECASE)
_AFTER = 24

_EITHER_WAY = frozenset({"euros", "days", "hours", "minutes", "physical", "%-unit"})
"""Units in which less is as often the aim as more."""

_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?-\s?((?:19|20)?\d\d)(?!\d)")

_YEAR = re.compile(
    r"(?<![\d.,])(?:\d{1,2}\.\s?\d{1,2}\.\s?|\d{1,2}/)?((?:19|20)\d\d)(?![\d,]|\s?(?:€|kpl|%))"
)

_YEARS_NAMED = re.compile(
    rf"\b(?:{'|'.join(NAMES_A_YEAR)})\s+(?:v\.\s?|vuoden\s|vuosille\s)?$", re.IGNORECASE
)

_COMPARED = re.compile("|".join(map(re.escape, COMPARES_YEARS)), re.IGNORECASE)
_LATER = re.compile("|".join(COMES_LATER), re.IGNORECASE)
_NEAR = 24

_PLACEHOLDER = re.compile(rf"(?<!\w)(?:{'|'.join(PLACEHOLDERS)})")
_LAST_WORD = re.compile(r"([a-zåäö]+)$", re.IGNORECASE)
_SHORTEST = 3
_LONGEST_ENDING = 24
_LONGEST_NOTHING = max(map(len, NOTHING_SAID)) + 2

POINTS_A_ROW = 409
"""The highest a spreadsheet's row can be, in points."""

POINTS_A_LINE = 15
"""A line of text of 11 points, with its leading."""

LINES_A_ROW = POINTS_A_ROW // POINTS_A_LINE


class Target(NamedTuple):
    """A number an indicator sets: what the outcome should state, in the number's own unit.

    `bound` is ``>=`` or ``<=``, None where the indicator does not say which way is good. `change`
    is 1 for a growth, -1 for a decline, None for a level.
    """

    quantity: CountedNumber
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


def _change(said: str, quantity: CountedNumber) -> int | None:
    """Return which way a percentage is to change, by the words right after or before it."""
    near = said[quantity.end : quantity.end + _AFTER]
    far = said[max(0, quantity.start - _AFTER) : quantity.start]
    for words in (near, far):
        if _DECLINE.search(words):
            return -1
        if _GROWTH.search(words):
            return 1
    return None


def _bound(quantity: CountedNumber, change: int | None) -> str | None:
    if quantity.bound is not None:
        return quantity.bound
    is_level = quantity.unit == "%" and change is None
    return None if is_level or quantity.unit in _EITHER_WAY else ">="


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


def _stated(target: Target, stated: tuple[CountedNumber, ...], said: str) -> Decimal | None:
    """Return the one number of the outcome that can be meant, None where none or several can."""
    fitting = [one for one in stated if _fits(target.quantity, one)]
    values = {one.low for one in fitting if one.low == one.high}
    if len(values) != 1 or len(fitting) != len([one for one in stated if _may_fit(target, one)]):
        return None
    value = values.pop()
    return value if target.change is None else _changed(target.change, fitting[0], value, said)


def _changed(change: int, quantity: CountedNumber, value: Decimal, said: str) -> Decimal | None:
    """Return a change in the target's direction; None where the outcome tells no direction."""
    direction = _change(said, quantity)
    return None if direction is None else value * direction * change


def _fits(target: CountedNumber, stated: CountedNumber) -> bool:
    if target.scale is not None:
        is_same = stated.scale == target.scale
        is_bare = stated.scale is None and stated.unit is None and stated.per is None
        return is_same or (is_bare and stated.low <= target.scale)
    if target.unit in {None, "pcs", "times"} and target.per == stated.per:
        return stated.unit in {None, "pcs", "times"} and stated.scale is None
    return (target.unit, target.per) == (stated.unit, stated.per)


def _may_fit(target: Target, stated: CountedNumber) -> bool:
    """Tell whether a stated number competes for being the one meant."""
    return _fits(target.quantity, stated) or (
        stated.unit is None and stated.scale is None and target.quantity.unit != "%"
    )


def other_year(outcome: str, year: int) -> int | None:
    """Return the year an outcome speaks of instead of `year`, None where it speaks of none other.

    An outcome that names its own year may name others beside it. A year it is compared with, one
    of a document's name, and a coming year to which something moved are none.

    >>> other_year("Vuonna 2024 uusittiin sivusto.", 2025)
    2024
    >>> other_year("Kävijät lisääntyivät vuodesta 2024.", 2025) is None
    True
    >>> other_year("Siirtyi vuodelle 2026.", 2025) is None
    True
    """
    said = plain(outcome)
    named = set(_years(said, year))
    if year in named or not named:
        return None
    past = [one for one in named if one < year]
    if past:
        return max(past)
    return None if _LATER.search(said) else min(named)


def _years(said: str, year: int) -> Iterator[int]:
    """Yield the years a text speaks of; a range that holds `year` counts as it."""
    for found in _RANGE.finditer(said):
        first = int(found[1])
        last = int(found[2]) if len(found[2]) > 2 else first // 100 * 100 + int(found[2])  # noqa: PLR2004
        if first <= year <= last:
            yield year
    for found in _YEAR.finditer(_RANGE.sub(lambda one: " " * len(one[0]), said)):
        near = said[max(0, found.start() - _NEAR) : found.start()]
        after = said[found.end() : found.end() + _NEAR]
        own = int(found[1]) == year
        if own or not (
            _YEARS_NAMED.search(near) or _COMPARED.search(near) or _COMPARED.search(after)
        ):
            yield int(found[1])


def placeholder(text: str) -> str | None:
    """Return the mark that shows a text is still to come, None for a text that is written.

    >>> placeholder("Toteuma xxx %"), placeholder("…"), placeholder("Täydennyskoulutus pidettiin.")
    ('xxx', '…', None)
    """
    said = plain(text)
    if len(said) <= _LONGEST_NOTHING and _says_nothing(fold(said)):
        return said
    found = _PLACEHOLDER.search(said.lower())
    return None if found is None else said[found.start() : found.end()].strip()


def _says_nothing(folded: str) -> bool:
    return folded in NOTHING_SAID or folded.rstrip(" .!") in NOTHING_SAID


def is_unfinished(text: str) -> bool:
    """Tell whether a text stops half-way: at a comma, a hyphen, a conjunction, in a parenthesis.

    A missing full stop is none: goals and outcomes are often no sentences.

    >>> is_unfinished("Ohje julkaistiin ja"), is_unfinished("Kaavat karttapalvelussa")
    (True, False)
    """
    said = plain(text)
    if len(said) < _SHORTEST:
        return False
    if said.endswith((",", ";", ":", "-", "…", "...", "(", "/", "&", "+")):
        return True
    word = _LAST_WORD.search(said, max(0, len(said) - _LONGEST_ENDING))
    if word is not None and fold(word[1]) in OPEN_ENDINGS and word.start() > 0:
        return not word[1].isupper()
    return said.count("(") > said.count(")")


def lines_needed(text: str, width: int) -> int:
    r"""Return how many lines a text takes in a cell `width` characters wide.

    >>> lines_needed("Kaavat kaupungin karttapalvelussa", 20), lines_needed("a\nb", 20)
    (2, 2)
    """
    return sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))


def fits(text: str, width: int, rows: int = 1) -> bool:
    """Tell whether a text can be shown whole in `rows` rows of cells `width` characters wide."""
    return lines_needed(text, width) <= LINES_A_ROW * rows


def longest_that_fits(width: int, rows: int = 1) -> int:
    """Return how many characters fit at most.

    >>> longest_that_fits(40)
    1080
    """
    return width * LINES_A_ROW * rows
