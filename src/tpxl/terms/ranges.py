"""What the numeric settings may be: a number beyond is a slip of typing, never a choice."""

import re
from decimal import Decimal
from typing import NamedTuple

from tpxl.terms import checks, exports, settings
from tpxl.terms.folding import fold


class Range(NamedTuple):
    """The numbers a setting may be, both ends included; `unit` is what may stand after them."""

    low: int
    high: int
    is_whole: bool = True
    unit: str = ""

    def without_unit(self, text: str) -> str:
        """Return a typed text without the unit after its number.

        >>> RESIDENTS.without_unit("7 030 as."), DECIMALS.without_unit("2 as.")
        ('7 030', '2 as.')
        """
        return re.sub(rf"(?<=\d) ?(?:{self.unit})\.?$", "", fold(text)) if self.unit else text

    def covers(self, number: Decimal) -> bool:
        """Tell whether the setting may be this number.

        >>> Range(0, 6).covers(Decimal(6)), Range(0, 6).covers(Decimal("0.5"))
        (True, False)
        """
        if not self.low <= number <= self.high:
            return False
        return not self.is_whole or number == number.to_integral_value()


DECIMALS = Range(0, 6)
"""More no report prints, and a worksheet function takes no more either."""
RESIDENTS = Range(
    1,
    10_000_000,
    is_whole=False,
    unit="as|asuk|asukas|asukasta|asukkaita|henkilöä|henk|hlö|hlöä|inv|invånare|residents",
)
"""The whole country has under six million; a mean of two populations may end in a half."""

_BESIDE = {
    settings.COMMENT_PERCENT: Range(0, 1_000_000, is_whole=False),
    settings.COMMENT_AMOUNT: Range(0, 10**12, is_whole=False),
    exports.DECIMALS: DECIMALS,
    exports.CHANGE_DECIMALS: DECIMALS,
    exports.YEAR: Range(1900, 2099),
    checks.LONGEST_TEXT: Range(1, 32_767),
}
RANGES = {fold(label): allowed for labels, allowed in _BESIDE.items() for label in labels}
"""By the folded label beside which a number is typed."""

TITLES = frozenset(map(fold, {*exports.YEAR} & {*settings.PERIOD}))
"""Labels that head a column of the settings too: words beside one are another heading."""
