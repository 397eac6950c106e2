"""Arithmetic of postings: whole cents, accounts within ranges, which sign a ledger keeps.

Sums are integers of cents, so that nothing is rounded before a cell is.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from math import isfinite
from operator import sub
from typing import Any, NamedTuple

_BLANKS = " \u00a0\u2007\u2008\u2009\u200a\u202f'\u2019\t"
_MINUSES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_PLAIN = str.maketrans({**dict.fromkeys(_BLANKS), **dict.fromkeys(_MINUSES, "-"), "_": "?"})
"""An underscore is a digit's neighbour to Python, and to nobody else."""

_CURRENCY = re.compile(r"(?:€|eur|euroa)$", re.IGNORECASE)
_FORMS = {
    ",": re.compile(r"(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d*))?"),
    ".": re.compile(r"(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?"),
}
_CERTAIN = {
    ",": re.compile(r"[\d.,]*,\d{1,2}-?\)?"),
    ".": re.compile(r"[\d.,]*\.\d{1,2}-?\)?"),
}
_OTHER = {",": ".", ".": ","}
_SLACK = 1e-12
_SMALLEST = 1e-6
_CENTS = 100
_SHORTEST = 3
_ACCOUNT = re.compile(r"\s*(\d{3,12})(?:[.,]0+)?(?=$|[\s,;:\-\u2013])")

Cents = Callable[[str | float], int]
ColumnCents = Callable[[Sequence[str | float]], list[int | None]]


class LedgerSign(Enum):
    """How a ledger prints what comes in and what goes out; the value is the option's."""

    ACCOUNTING = "accounting"
    """Income is negative, expenses are positive: as the accounts are kept."""
    REPORT = "report"
    """Income is positive, expenses are negative."""
    POSITIVE = "positive"
    """Both are positive."""

    def income(self) -> int:
        """Return what an amount of income is multiplied by to be as reported."""
        return -1 if self is LedgerSign.ACCOUNTING else 1

    def expense(self) -> int:
        """Return what an amount of expense is multiplied by to be as reported: negative."""
        return 1 if self is LedgerSign.REPORT else -1


class AmountStyle(NamedTuple):
    """How a file writes its amounts: the decimal mark, what parts thousands, the minus sign."""

    mark: str = ","
    blank: str = ""
    minus: str = ""


def amount_style(texts: Iterable[str]) -> AmountStyle:
    r"""Return how amounts are written: with a point where some need one and none a comma.

    >>> amount_style(["1.50", "1,234.00"]).mark, amount_style(["1.234", "12,50"]).mark
    ('.', ',')
    >>> amount_style(["\u22121\xa0234,50"])
    AmountStyle(mark=',', blank='\xa0', minus='−')
    """
    signs: set[str] = set()
    found: set[str] = set()
    for text in texts:
        signs.update(text)
        plain = text.translate(_PLAIN).lstrip("(-+")
        found |= {mark for mark in _CERTAIN if _CERTAIN[mark].fullmatch(plain)}
    blank = next((sign for sign in _BLANKS if sign in signs), "")
    minus = next((sign for sign in _MINUSES if sign in signs), "")
    return AmountStyle("." if found == {"."} else ",", blank, minus)


def cents_reader(style: AmountStyle) -> Cents:
    """Return what reads an amount in whole cents; nothing is 0.

    It raises a `ValueError` where an amount is not one number for certain, or has parts of a cent.
    What is not written in the file's style is read all the same, only slower.

    >>> read = cents_reader(AmountStyle())
    >>> [read(text) for text in ("1 234,5", "\u2212305,00", "(12)", "7,00-", "1.234", "12.5 €")]
    [123450, -30500, -1200, -700, 123400, 1250]
    >>> read(-0.29), read("")
    (-29, 0)
    """
    mark, blank, minus = style

    def read(value: Any) -> int:  # noqa: ANN401  # a text or a number
        if value.__class__ is float:
            return _of_number(value)
        if value[-3:-2] == mark and "_" not in value:  # Python's digits may be parted by it
            plain = value[:-3] + value[-2:]
            if blank:
                plain = plain.replace(blank, "")
            if minus:
                plain = plain.replace(minus, "-")
            try:
                return int(plain)
            except ValueError:
                pass
        text = value.translate(_PLAIN)
        return _of_text(text, mark) if text else 0

    return read


def column_reader(style: AmountStyle) -> ColumnCents:
    """Return what reads many amounts at once as `cents_reader` reads each; None for what is none.

    >>> column_reader(AmountStyle())(["1234,50", "-7,00", "", "1 234,5", "seven"])
    [123450, -700, 0, 123450, None]
    """
    mark, blank, minus = style
    read = cents_reader(style)
    plain = rf"(?:-?+[0-9]++{re.escape(mark)}[0-9][0-9])?+"
    all_plain = re.compile(rf"{plain}(?:\n{plain})*+")

    def read_one(value: str | float) -> int | None:
        try:
            return read(value)
        except ValueError:
            return None

    def read_all(values: Sequence[str | float]) -> list[int | None]:
        if {*map(type, values)} == {float}:
            return _of_numbers(values) or [*map(read_one, values)]
        try:
            text = "\n".join(values)  # type: ignore[arg-type]  # a number among them is refused
            text = text.replace(blank, "") if blank else text
            text = text.replace(minus, "-") if minus else text
            if text.count("\n") == len(values) - 1 and all_plain.fullmatch(text):
                return [int(one) if one else 0 for one in text.replace(mark, "").split("\n")]
        except (TypeError, ValueError):  # numbers, or one of more digits than Python reads
            pass
        return [*map(read_one, values)]

    return read_all


def _of_number(number: float) -> int:
    if not isfinite(number):
        raise ValueError(f"{number} is no amount")
    cents = round(number * _CENTS)
    if abs(number * _CENTS - cents) > max(_SMALLEST, abs(number) * _SLACK * _CENTS):
        raise ValueError(f"{number} has parts of a cent")
    return cents


def _of_numbers(numbers: Sequence[Any]) -> list[int | None]:
    """Return many numbers in whole cents; none where one of them may have parts of a cent."""
    scaled = [number * _CENTS for number in numbers]
    try:
        cents: list[int | None] = [*map(round, scaled)]
        parts = map(abs, map(sub, scaled, cents))
    except (OverflowError, ValueError):  # no number at all, or one without an end
        return []
    return cents if max(parts) <= _SMALLEST else []


def _of_text(text: str, mark: str) -> int:
    body = _CURRENCY.sub("", text)
    is_negative = False
    if body.startswith("(") and body.endswith(")"):
        is_negative, body = True, body[1:-1]
    elif body.endswith("-"):
        is_negative, body = True, body[:-1]
    elif body.startswith(("-", "+")):
        is_negative, body = body[0] == "-", body[1:]
    other = _OTHER[mark]
    form = mark if not _CERTAIN[other].fullmatch(body) else other
    found = _FORMS[form].fullmatch(body)
    fraction = (found[2] or "") if found else ""
    if found is None or fraction[2:].strip("0"):
        raise ValueError(f"{text} is no amount in whole cents")
    whole = found[1].replace(",", "").replace(".", "")
    cents = int(whole) * _CENTS + int((fraction + "00")[:2])
    return -cents if is_negative else cents


@lru_cache(maxsize=65536)
def account_of(value: object) -> int | None:
    """Return the number of an account, which may stand before its name; None where there is none.

    >>> account_of("4340.0"), account_of("4340 Asiantuntijapalvelut"), account_of(4340.0)
    (4340, 4340, 4340)
    >>> account_of("Yhteens\u00e4"), account_of("")
    (None, None)
    """
    if isinstance(value, float):
        return int(value) if value.is_integer() and value >= 10**_SHORTEST / 10 else None
    found = _ACCOUNT.match(str(value))
    return int(found[1]) if found else None


def is_within(account: int, first: int, last: int) -> bool:
    """Tell whether an account is in a range; a longer number is an account under a shorter one.

    >>> is_within(434001, 4300, 4499), is_within(4340, 4300, 4499), is_within(43, 4300, 4499)
    (True, True, False)
    """
    digits, of_range = str(account), len(str(first))
    if len(digits) > of_range:
        account = int(digits[:of_range])
    return first <= account <= last


def sign_of(income: int, expenses: int) -> LedgerSign | None:
    """Return the sign that a ledger keeps, from its sums of income and expenses as printed.

    None where the two tell nothing, or both are positive: that may also be a slip.

    >>> sign_of(-500, 900).value, sign_of(500, -900).value, sign_of(0, -900).value
    ('accounting', 'report', 'report')
    >>> sign_of(500, 900), sign_of(0, 0)
    (None, None)
    """
    if income <= 0 and expenses >= 0 and (income or expenses):
        return LedgerSign.ACCOUNTING
    if income >= 0 and expenses <= 0 and (income or expenses):
        return LedgerSign.REPORT
    return None


def euros(cents: int) -> Decimal:
    """Return cents as euros, exactly."""
    return Decimal(cents) / _CENTS


def cents_text(cents: int) -> str:
    """Return cents as the contracts write sums: two decimals, a point.

    >>> cents_text(-1830455), cents_text(5)
    ('-18304.55', '0.05')
    """
    return f"{euros(cents):.2f}"
