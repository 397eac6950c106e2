"""One place of an allocation: its cell, read as a figure."""

from decimal import Decimal

from tpxl.layout.cells.formats import decimals_of, is_fraction_format
from tpxl.layout.cells.numbers import read_number
from tpxl.model import Address, Figure, Grid, Line, Period, has_known_value


def figure_at(
    grid: Grid,
    at: Address,
    line: Line,
    period: Period,
    *,
    scale: Decimal = Decimal(1),
    is_pending: bool = False,
) -> Figure:
    """Return what stands at a place; `is_pending` while formulas await recalculation."""
    value, shown_as = grid.value(at), grid.number_format(at)
    has_formula = grid.has_formula(at)
    reading = read_number(value, shown_as)
    return Figure(
        line=line,
        period=period,
        sheet=grid.sheet,
        address=at,
        value=value,
        number=reading.number if reading else None,
        scale=scale,
        decimals=reading.decimals if reading else decimals_of(shown_as) or 0,
        has_formula=has_formula,
        is_known=has_known_value(value, has_formula=has_formula, is_pending=is_pending),
        is_text=reading is not None and reading.is_text,
        is_fraction=is_fraction_format(shown_as),
    )
