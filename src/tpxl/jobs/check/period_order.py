"""Tables whose periods stand in no order: two headings may have changed places.

Years go one way, oldest or newest first, within each kind of period and for all kinds alike. Where
they do not, nobody knows under which heading a figure belongs: nothing is judged and written.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tpxl.model import Area, FiguresTable, Finding, PeriodKind, Related, Severity


def is_disordered(table: FiguresTable) -> bool:
    """Tell whether the years of a table's headings go both ways."""
    years: dict[PeriodKind, list[int]] = defaultdict(list)
    for period, _ in sorted(table.header.items(), key=lambda pair: pair[1].column):
        years[period.kind].append(period.year)
    steps = {
        later > earlier
        for own in years.values()
        for earlier, later in pairwise(own)
        if later != earlier
    }
    return not table.is_turned and len(steps) > 1


def disordered_tables(areas: Iterable[Area]) -> Iterator[tuple[Area, FiguresTable]]:
    """Yield the tables of periods in no order, each with its area."""
    for area in areas:
        for table in area.tables:
            if is_disordered(table):
                yield area, table


def order_findings(areas: Iterable[Area]) -> Iterator[Finding]:
    """Yield that a table's periods stand in no order, at its first heading."""
    for area, table in disordered_tables(areas):
        header = sorted(table.header.items(), key=lambda pair: pair[1].column)
        figures = [one for one in table if one.number is not None]
        yield Finding(
            "periods_disordered",
            Severity.ERROR,
            area=area.name,
            sheet=table.sheet,
            cell=header[0][1].a1,
            facts={
                "periods": [str(period) for period, _ in header],
                "count": len(figures),
                "unread": [Related(one.sheet, one.cell) for one in figures],
            },
        )
