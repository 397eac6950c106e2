"""The figures of one line of an area: looked up once where many periods are asked for."""

from collections.abc import Mapping

from tpxl.model import Area, Figure, Line, Period


def figures_of(area: Area, line: Line) -> Mapping[Period, Figure]:
    """Return by period what `Area.figure` returns of a line: of several tables, the first's."""
    rows = [table.row(line) for table in area.tables if table.is_sound]
    printed = [row.figures for row in rows if row is not None]
    if len(printed) == 1:
        return printed[0]
    return {period: one[period] for one in reversed(printed) for period in one}
