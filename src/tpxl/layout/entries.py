"""Single printed places outside the figures tables, read as figures."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from tpxl.layout.cells.numbers import number_of, read_amount, read_number
from tpxl.layout.cells.text import is_fraction_format
from tpxl.model import Address, Edit, Figure, Grid, Line, Period, error_of, has_known_value
from tpxl.model.figure import ComparisonTable, SheetErrors, Summary
from tpxl.terms.lines import label_scale

Edits = Mapping[tuple[str, Address], Edit]


class Subject(NamedTuple):
    """What a figure is of, as its row, column and title tell."""

    line: Line
    period: Period | None
    column: str | None = None
    is_percent: bool = False


def entry_at(
    grid: Grid,
    at: Address,
    of: Subject,
    scale: Decimal,
    *,
    is_pending: bool,
    is_euros: bool = False,
) -> Figure:
    """Return the figure in a cell; `scale` is the euros in one of its units.

    A cell of euros may tell its own unit (``1,35 milj. €``).
    """
    value = grid.value(at)
    shown_as = grid.number_format(at)
    reading = read_amount(value, shown_as) if is_euros else read_number(value, shown_as)
    has_formula = grid.has_formula(at)
    return Figure(
        line=of.line,
        period=of.period,
        sheet=grid.sheet,
        address=at,
        value=value,
        number=reading.number if reading else None,
        decimals=reading.decimals if reading else 0,
        scale=(reading.scale if reading else None) or scale,
        is_known=has_known_value(value, has_formula=has_formula, is_pending=is_pending),
        has_formula=has_formula,
        is_fraction=is_fraction_format(shown_as),
        column=of.column,
        is_percent=of.is_percent,
    )


def errors_on(grid: Grid) -> SheetErrors | None:
    """Return the error values of a sheet; None where it has none."""
    errors = [
        (Address(row, column), error)
        for row in range(1, grid.last_row + 1)
        for column, value in grid.row(row).items()
        if (error := error_of(value)) is not None
    ]
    return SheetErrors(grid.sheet, len(errors), *errors[0]) if errors else None


def unit_told(labels: Iterable[str]) -> Decimal | None:
    """Return the thousands or millions of euros that one of the labels tells."""
    scales = map(label_scale, labels)
    return next((scale for scale in scales if scale is not None and scale != 1), None)


def revised_comparisons(
    tables: Iterable[ComparisonTable], edits: Edits, *, is_pending: bool
) -> tuple[ComparisonTable, ...]:
    """Return the tables after the edits; formulas of a book that awaits recalculation unknown."""
    return tuple(
        table._replace(
            rows=tuple(
                row._replace(
                    figures=_all_revised(row.figures, edits, is_pending=is_pending),
                    beside=_all_revised(row.beside, edits, is_pending=is_pending),
                )
                for row in table.rows
            ),
        )
        for table in tables
    )


def revised_summary(summary: Summary, edits: Edits, *, is_pending: bool) -> Summary:
    """Return the summary after the edits, likewise."""

    def after(figure: Figure) -> Figure:
        return _revised(figure, edits, is_pending=is_pending)

    return summary._replace(
        figures=tuple(map(after, summary.figures)),
        totals=tuple(
            one._replace(total=after(one.total), parts=tuple(map(after, one.parts)))
            for one in summary.totals
        ),
    )


def _all_revised(
    figures: Mapping[int, Figure], edits: Edits, *, is_pending: bool
) -> dict[int, Figure]:
    return {at: _revised(one, edits, is_pending=is_pending) for at, one in figures.items()}


def _revised(figure: Figure, edits: Edits, *, is_pending: bool) -> Figure:
    edit = edits.get(figure.place)
    if edit is None:
        return figure._replace(is_known=False) if figure.has_formula and is_pending else figure
    number = number_of(edit.new, is_fraction=figure.is_fraction)
    return figure._replace(value=edit.new, number=number, has_formula=False, is_known=True)
