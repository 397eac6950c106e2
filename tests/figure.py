"""A printed figure written down in a test: `figure(-41.9)` shows one decimal, `figure(12)` none."""

from decimal import Decimal

from tpxl.model import Address, Figure, Line

LINE = Line("OPERATING_EXPENSES")


def figure(
    number: float | str | Decimal | None,
    column: int = 1,
    row: int = 1,
    *,
    sheet: str = "S",
    scale: int = 1,
    line: Line = LINE,
) -> Figure:
    """Return a figure as printed; a number with a fraction shows the decimals it is written in."""
    told = None if number is None else Decimal(str(number))
    decimals = 0 if told is None else max(0, -int(told.as_tuple().exponent))
    return Figure(
        line,
        None,
        sheet,
        Address(row, column),
        None if told is None else float(told),
        told,
        Decimal(scale),
        decimals,
    )
