"""Rows of thousands or millions: how exactly a figure is printed that shows no decimals of its own.

23,0 M€ is kept, and shown, as 23 where no number format says otherwise. It was not rounded to whole
millions, as half a million either way would make a matter of rounding of an error.
"""

from collections.abc import Iterable, Sequence

from tpxl.layout.cells.text import MOST_DECIMALS, number_format
from tpxl.model import Figure, FiguresRow, Grid, Period

_FEWEST = 2
"""Figures of a row that show so many decimals make a habit of it; one alone does not."""


def with_own_decimals(grid: Grid, rows: Sequence[FiguresRow]) -> list[FiguresRow]:
    """Return a table's rows, each figure as exact as its row's habit and its column bear out."""
    if all(one.scale == 1 for row in rows for one in row.figures.values()):
        return list(rows)
    in_column: dict[Period, set[int]] = {}
    for row in rows:
        for period, one in row.figures.items():
            if _is_coarse(one):
                in_column.setdefault(period, set()).add(one.decimals)
    evened: dict[int, FiguresRow] = {}
    for row in rows:
        usual = _usual(row.figures.values())
        figures = {
            period: one._replace(decimals=usual)
            if one.decimals < usual in in_column.get(period, ()) and _shows_as_kept(grid, one)
            else one
            for period, one in row.figures.items()
        }
        basis = row.basis if row.basis is None else evened.get(id(row.basis), row.basis)
        evened[id(row)] = row._replace(figures=figures, basis=basis)
    return list(evened.values())


def _is_coarse(figure: Figure) -> bool:
    return figure.scale != 1 and figure.number is not None and figure.decimals < MOST_DECIMALS


def _usual(figures: Iterable[Figure]) -> int:
    """Return the most decimals that several figures of a row show."""
    shown = sorted(one.decimals for one in figures if _is_coarse(one))
    return shown[-_FEWEST] if len(shown) >= _FEWEST else 0


def _shows_as_kept(grid: Grid, figure: Figure) -> bool:
    """Tell whether a number is shown as it is kept: a text, or a format, says its own decimals."""
    shown = number_format(grid.number_format(figure.address))
    return _is_coarse(figure) and not figure.is_text and shown.decimals is None
