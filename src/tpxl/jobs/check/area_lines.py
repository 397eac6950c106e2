"""The lines of an area: their figures, and whether one is printed twice or with its parts."""

from collections.abc import Mapping

from tpxl.model import Area, Figure, FiguresRow, FiguresTable, Line, Measure, Period
from tpxl.model.line import MARGIN
from tpxl.rules.totals import has_totals
from tpxl.terms.lines import LABELS
from tpxl.terms.parts import code_of


def figures_of(area: Area, line: Line) -> Mapping[Period, Figure]:
    """Return by period what `Area.figure` returns of a line: of several tables, the first's."""
    rows = [table.row(line) for table in area.tables if table.is_sound]
    printed = [row.figures for row in rows if row is not None]
    if len(printed) == 1:
        return printed[0]
    return {period: one[period] for one in reversed(printed) for period in one}


def has_lines_twice(area: Area) -> bool:
    """Tell whether a line heads two rows of an area: few areas print a figure twice."""
    lines = [row.line for table in area.tables if table.is_sound for row in table.rows]
    return len(set(lines)) < len(lines)


def may_hold_total(table: FiguresTable) -> bool:
    """Tell whether a table may print a total and parts of it; a margin is checked as computed."""
    amounts = (row for row in table.rows if row.line.measure is Measure.AMOUNT)
    return table.is_sound and has_totals(map(code_of_row, amounts), skipped={MARGIN.code})


def code_of_row(row: FiguresRow) -> str | None:
    """Return what the lexicon calls a row of amounts; None where it does not know its label."""
    return row.line.code if row.line.code in LABELS else code_of(row.label)
