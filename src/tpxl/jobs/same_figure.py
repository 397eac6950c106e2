"""The same figure printed in two places: only where area, line, period and unit are all known."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tpxl.jobs.area_lines import has_lines_twice
from tpxl.jobs.ties import Spot, Tie, spot_of_entry, spot_of_figure
from tpxl.jobs.totals import summary_spot
from tpxl.layout import Survey
from tpxl.model import Area, Figure, Line, Period
from tpxl.model.comparison import ComparisonTable
from tpxl.rules.conventions import EXPENSE_LINES
from tpxl.rules.formulas import Sum
from tpxl.rules.relations import Relation
from tpxl.terms import column_roles as role
from tpxl.terms import fold
from tpxl.terms.lines import LABELS
from tpxl.terms.periods import period_of

Key = tuple[str, Line, Period]
SEVERAL = 2
"""One figure with the other sign is a slip of the hand; a row of them is a habit."""


def same_figure_ties(found: Survey) -> Iterator[Tie]:
    """Yield what ties each figure to the place where it is printed first: on the area's sheet.

    Expenses may have one sign in one table and the other in another; the figures of a row tell.
    """
    ties = list(_every_tie(found))
    rows: dict[tuple[object, ...], list[Tie]] = defaultdict(list)
    for tie in ties:
        rows[_rows_of(tie)].append(tie)
    turned = {between for between, one in rows.items() if _are_turned(one)}
    for tie in ties:
        yield _turned(tie) if _rows_of(tie) in turned else tie


def _rows_of(tie: Tie) -> tuple[object, ...]:
    """Return the rows that a tie goes between."""
    return tuple((sheet, at.row) for sheet, at in (one.place for one in tie.relation.figures))


def _are_turned(ties: Sequence[Tie]) -> bool:
    """Tell whether two rows print the same expenses, several of them, all with opposite signs."""
    products = [tie.relation.result.number * tie.relation.terms[0].number for tie in ties]
    return (
        all(tie.spots[0].name in EXPENSE_LINES for tie in ties)
        and sum(map(bool, products)) >= SEVERAL
        and max(products) <= 0
    )


def _turned(tie: Tie) -> Tie:
    return tie._replace(relation=tie.relation._replace(formula=Sum((-1,))))


def _every_tie(found: Survey) -> Iterator[Tie]:
    """Yield the ties, each place held to the first as it is printed."""
    beside = _beside(found)
    wanted_by_area: dict[str, set[tuple[Line, Period]]] = defaultdict(set)
    for name, line, period in beside:
        wanted_by_area[name].add((line, period))
    for area in found.areas:
        name = fold(area.name)
        wanted = wanted_by_area[name]
        if not wanted and not has_lines_twice(area):
            continue
        for (line, period), figures in _on_sheet(area).items():
            if len(figures) > 1 or (line, period) in wanted:
                spots = [spot_of_figure(area.name, figure) for figure in figures]
                spots += beside.get((name, line, period), [])
                yield from _ties([spot for spot in spots if spot is not None])
    on_sheets = {fold(area.name) for area in found.areas}
    for key, spots_beside in beside.items():
        if key[0] not in on_sheets:
            yield from _ties([spot for spot in spots_beside if spot is not None])


def _on_sheet(area: Area) -> dict[tuple[Line, Period], list[Figure]]:
    """Return the figures of an area's sound tables by line and period."""
    figures: dict[tuple[Line, Period], list[Figure]] = defaultdict(list)
    for table in area.tables:
        if table.is_sound:
            for figure in table:
                if figure.line.code in LABELS:
                    figures[figure.line, figure.period].append(figure)
    return figures


def _beside(found: Survey) -> dict[Key, list[Spot | None]]:
    """Return the figures of comparison tables and summaries by area, line and period."""
    beside: dict[Key, list[Spot | None]] = defaultdict(list)
    names = {area.sheet: area.name for area in found.areas}
    for table in found.comparisons:
        if table.sheet in names:
            for line, period, spot in _compared(names[table.sheet], table):
                beside[fold(names[table.sheet]), line, period].append(spot)
    for figure in found.summary.figures:
        if figure.area is not None and figure.line.code in LABELS:
            beside[fold(figure.area), figure.line, figure.period].append(summary_spot(figure))
    return beside


def _compared(area: str, table: ComparisonTable) -> Iterator[tuple[Line, Period, Spot | None]]:
    """Yield the amounts under headings that are plain periods: an original budget is another."""
    for row in table.rows:
        if row.code not in LABELS:
            continue
        line = Line(row.code)
        for column, entry in row.entries.items():
            heading = table.columns[column]
            if heading.period is None or period_of(heading.label) is None:
                continue
            if heading.role in role.AMOUNTS:
                yield line, heading.period, spot_of_entry(area, entry, line, heading.period)


def _ties(spots: list[Spot]) -> Iterator[Tie]:
    """Yield a tie for each other place; the place of the coarser unit is held to the finer one."""
    places = {spot.place: spot for spot in spots}
    first, *others = places.values() or [None]
    for other in others:
        if first is None or other is None:
            continue
        pair = (other, first) if other.known.unit >= first.known.unit else (first, other)
        relation = Relation("same_figure", pair[0].known, (pair[1].known,), Sum((1,)))
        yield Tie(relation, pair)
