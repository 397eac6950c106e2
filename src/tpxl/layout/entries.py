"""Entries: single printed places outside the figures tables, read as numbers."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from tpxl.layout.cells.formats import is_fraction_format
from tpxl.layout.cells.numbers import number_of, read_amount, read_number
from tpxl.model import Address, Edit, Grid
from tpxl.model.comparison import ComparisonTable, Entry
from tpxl.model.summary import Summary, SummaryFigure
from tpxl.terms.lines import label_scale

Edits = Mapping[tuple[str, Address], Edit]


def entry_at(
    grid: Grid, at: Address, scale: Decimal, *, is_pending: bool, is_euros: bool = False
) -> Entry:
    """Return what stands in a cell; `scale` is the euros in one of its units.

    A cell of euros may tell its own unit (``1,35 milj. €``).
    """
    value = grid.value(at)
    shown_as = grid.number_format(at)
    reading = read_amount(value, shown_as) if is_euros else read_number(value, shown_as)
    has_formula = grid.has_formula(at)
    return Entry(
        sheet=grid.sheet,
        address=at,
        value=value,
        number=reading.number if reading else None,
        decimals=reading.decimals if reading else 0,
        scale=(reading.scale if reading else None) or scale,
        is_known=not (is_pending and has_formula),
        has_formula=has_formula,
        is_fraction=is_fraction_format(shown_as),
    )


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
                    entries={
                        at: _revised(entry, edits, is_pending=is_pending)
                        for at, entry in row.entries.items()
                    },
                )
                for row in table.rows
            ),
        )
        for table in tables
    )


def revised_summary(summary: Summary, edits: Edits, *, is_pending: bool) -> Summary:
    """Return the summary after the edits, likewise."""

    def after(figure: SummaryFigure) -> SummaryFigure:
        return figure._replace(entry=_revised(figure.entry, edits, is_pending=is_pending))

    return Summary(
        tuple(map(after, summary.figures)),
        tuple(
            one._replace(total=after(one.total), parts=tuple(map(after, one.parts)))
            for one in summary.totals
        ),
    )


def _revised(entry: Entry, edits: Edits, *, is_pending: bool) -> Entry:
    edit = edits.get((entry.sheet, entry.address))
    if edit is None:
        return entry._replace(is_known=False) if entry.has_formula and is_pending else entry
    number = number_of(edit.new, is_fraction=entry.is_fraction)
    return entry._replace(value=edit.new, number=number, has_formula=False, is_known=True)
