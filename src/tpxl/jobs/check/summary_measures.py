"""The changes and euros per resident of a summary: what they follow from in the areas' own tables.

A summary's amounts are copies; its measures may stand nowhere else, and then no copy tells whether
they are right.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tpxl.jobs.check.expected import kept_figures
from tpxl.layout import Survey
from tpxl.model import Area, Block, Figure, FiguresRow, FiguresTable, Line, Measure, Period
from tpxl.rules.area_relations import computed_places
from tpxl.rules.conventions import conventions_of, superseded_residents
from tpxl.rules.relations import Relation
from tpxl.terms import fold

_Places = Mapping[tuple[str, Line], Mapping[Period, Figure]]


def summary_measures(found: Survey) -> Iterator[Relation]:
    """Yield what each measure of a summary follows from, where its area prints none itself.

    They are checked and never written.
    """
    by_area = _measures(found)
    if not by_area:
        return
    superseded = superseded_residents(found.settings)
    decimals = _decimals(found)
    for area in found.areas:
        rows = [
            _row(line, own, decimals[sheet, line])
            for (sheet, line), figures in by_area.get(fold(area.name), {}).items()
            if (own := {at: one for at, one in figures.items() if not _prints(area, line, at)})
        ]
        if rows:
            conventions = conventions_of(area, found.areas, found.settings, superseded)
            kept = kept_figures(found.summary, area)
            places = {one.place for row in rows for one in row.figures.values()}
            for relation in computed_places(_with(area, rows), conventions, kept=kept):
                if relation.result.place in places:
                    yield relation._replace(written=None)


def _row(line: Line, figures: Mapping[Period, Figure], decimals: int) -> FiguresRow:
    first = min(figure.address for figure in figures.values())
    return FiguresRow(line, str(line), first, figures, decimals)


def _measures(found: Survey) -> Mapping[str, _Places]:
    """Return the measures of a summary by area, sheet and line."""
    by_area: dict[str, dict[tuple[str, Line], dict[Period, Figure]]] = defaultdict(dict)
    for figure in found.summary.figures:
        if figure.area and figure.period is not None and figure.line.measure is not Measure.AMOUNT:
            rows = by_area[fold(figure.area)]
            rows.setdefault((figure.sheet, figure.line), {}).setdefault(figure.period, figure)
    return by_area


def _decimals(found: Survey) -> Mapping[tuple[str, Line], int]:
    """Return the decimals that a summary prints a measure with: 4,0 is stored as 4."""
    shown: dict[tuple[str, Line], int] = defaultdict(int)
    for figure in found.summary.figures:
        if figure.number is not None:
            at = figure.sheet, figure.line
            shown[at] = max(shown[at], figure.decimals)
    return shown


def _prints(area: Area, line: Line, period: Period) -> bool:
    own = area.figure(line, period)
    return own is not None and own.number is not None


def _with(area: Area, rows: Sequence[FiguresRow]) -> Area:
    """Return an area with rows of a summary as a table of its own."""
    figures = [one for row in rows for one in row.figures.values()]
    header = {one.period: one.address for one in figures if one.period is not None}
    columns, lines = [at.address.column for at in figures], [at.address.row for at in figures]
    block = Block(min(lines), min(columns), max(lines), max(columns))
    table = FiguresTable(figures[0].sheet, block, header, tuple(rows))
    return replace(area, tables=(*area.tables, table))
