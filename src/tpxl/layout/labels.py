"""The labels of a table's rows: in one cell or several, over one row or two."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.model import Address, Cell, Measure, is_nothing
from tpxl.terms.lines import line_of

Cells = Mapping[int, Cell]
"""The filled cells of a row, by column."""


class Label(NamedTuple):
    """A row's label: its text, what the lexicon knows it as, and the row its figures stand on."""

    text: str
    line: tuple[str, str] | None
    address: Address
    figures_row: int


class _Printed(NamedTuple):
    row: int
    column: int
    last_row: int
    pieces: tuple[str, ...]
    text: str
    has_figures: bool


def labels_of(
    rows: Mapping[int, Cells],
    label_columns: range,
    figure_columns: Sequence[int],
    printed_lines: Mapping[tuple[str, str], int],
    tall: Mapping[tuple[int, int], int],
) -> Iterator[Label]:
    """Yield the labels of a table's rows, from top to bottom.

    A label split over two rows is one when together they name a line and only one of the rows
    holds figures. Where each half is a line of its own (``Toimintakate`` over ``€/asukas``), the
    upper one must be printed elsewhere on the sheet too: `printed_lines` counts the labels of its
    figures tables. Rows that the lexicon does not know are yielded when they hold figures: a
    change under such a row belongs to it and to no line further up. `tall` are the last rows of the
    cells merged over several, by the row and the column of the first.
    """
    printed = list(_printed(rows, label_columns, figure_columns, tall))
    index = 0
    while index < len(printed):
        this = printed[index]
        below = printed[index + 1] if index + 1 < len(printed) else None
        joined = _joined(this, below, printed_lines) if below is not None else None
        if joined is not None:
            yield joined
            index += 2
            continue
        index += 1
        line = _line(this.pieces)
        if line is not None or this.has_figures:
            row = _figures_row(rows, this, figure_columns)
            yield Label(this.text, line, Address(this.row, this.column), row)


def _printed(
    rows: Mapping[int, Cells],
    label_columns: range,
    figure_columns: Sequence[int],
    tall: Mapping[tuple[int, int], int],
) -> Iterator[_Printed]:
    for row, cells in rows.items():
        pieces = {
            column: text
            for column in label_columns
            if column in cells and isinstance(text := cells[column].value, str) and text.strip()
        }
        if pieces:
            yield _Printed(
                row,
                min(pieces),
                max(tall.get((row, column), row) for column in pieces) if tall else row,
                tuple(pieces.values()),
                " ".join(" ".join(pieces.values()).split()),
                _has_figures(cells, figure_columns),
            )


def _has_figures(cells: Cells, columns: Sequence[int]) -> bool:
    return any(
        column in cells and (cells[column].is_unvalued or not is_nothing(cells[column].value))
        for column in columns
    )


def _line(pieces: Sequence[str]) -> tuple[str, str] | None:
    whole = line_of(" ".join(pieces))
    if whole is not None:
        return whole
    return next((line for piece in pieces if (line := line_of(piece)) is not None), None)


def _joined(
    upper: _Printed, lower: _Printed, printed_lines: Mapping[tuple[str, str], int]
) -> Label | None:
    """Return the label that two rows make together, None where each is its own."""
    if lower.row != upper.row + 1 or (upper.has_figures and lower.has_figures):
        return None
    together = line_of(f"{upper.text} {lower.text}")
    if together is None:
        return None
    own, other = line_of(upper.text), line_of(lower.text)
    if own is not None and other is not None:
        is_printed_elsewhere = printed_lines.get(own, 0) > 1
        if together[1] != Measure.PER_RESIDENT.value or not is_printed_elsewhere:
            return None
    return Label(
        f"{upper.text} {lower.text}",
        together,
        Address(upper.row, upper.column),
        upper.row if upper.has_figures else lower.row,
    )


def _figures_row(
    rows: Mapping[int, Cells], printed: _Printed, figure_columns: Sequence[int]
) -> int:
    """Return the row of the figures beside a label that is merged over several rows."""
    if printed.has_figures:
        return printed.row
    for row in range(printed.row + 1, printed.last_row + 1):
        if row in rows and _has_figures(rows[row], figure_columns):
            return row
    return printed.row
