"""Numbers as the report prints them: grouped with a no-break space, a true minus sign."""

from decimal import Decimal

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"


def printed(number: Decimal, decimal_mark: str = ",", decimals: int | None = None) -> str:
    r"""Return `number` as printed, with its own decimals or with `decimals`.

    >>> printed(Decimal("-2859611")), printed(Decimal("-58.1"))
    ('−2\xa0859\xa0611', '−58,1')
    """
    text = f"{number:,f}" if decimals is None else f"{number:,.{decimals}f}"
    text = text.replace(",", NO_BREAK_SPACE).replace(".", decimal_mark).replace("-", MINUS)
    return text.removeprefix(MINUS) if not any("1" <= digit <= "9" for digit in text) else text
