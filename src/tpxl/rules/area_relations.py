"""The relations of an area: what its margins, changes and euros per resident follow from.

Computed figures come from inputs only: what needs the margin takes income, expenses, own production
and the change of stocks, and the printed margin only where one of these is absent. So one fault is
one finding.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model import Area, Figure, FiguresRow, FiguresTable, Line, Measure, Period, Residents
from tpxl.model.figure import NOBODY
from tpxl.model.line import EXPENSES, INCOME, MARGIN, OWN_PRODUCTION, RESIDENTS, STOCK_CHANGE
from tpxl.rules.arithmetic import DECIMALS as CHANGE_DECIMALS
from tpxl.rules.conventions import Conventions, cut_where_habit
from tpxl.rules.formulas import Change, Formula, PerResident, Quotient, Sum
from tpxl.rules.relations import Name, Neighbours, Obstacle, Relation
from tpxl.rules.rounding import Exact, measured, rational

_OPTIONAL = (OWN_PRODUCTION, STOCK_CHANGE)
_PARTS = frozenset({INCOME, EXPENSES, *_OPTIONAL})

# A member of an Enum is looked up five times as slowly as a global, and these for every figure.
_NO_PARTS, _UNKNOWN = Obstacle.NO_PARTS, Obstacle.UNKNOWN


class _Amount(NamedTuple):
    """The printed figures that an amount is the sum of, itself or a margin's inputs.

    Each part counts by its sign: expenses printed positive are subtracted.
    """

    parts: tuple[Figure, ...]
    signs: tuple[int, ...] = (1,)


Kept = Mapping[tuple[Line, Period], Figure]
"""An area's amounts that stand in a summary: what is compared with may have left its tables."""

_NONE_KEPT: Kept = MappingProxyType({})


def computed_places(
    area: Area,
    conventions: Conventions,
    locked: frozenset[Period] = frozenset(),
    kept: Kept = _NONE_KEPT,
) -> Iterator[Relation]:
    """Yield what every computed place of an area's sound tables should hold, row by row.

    A base that the tables do not have is taken from what is `kept` elsewhere.
    """
    tables = [table for table in area.tables if table.is_sound]
    by_area = _rows_by_line(tables)
    for table in tables:
        rows = by_area if len(tables) == 1 else {**by_area, **_rows_by_line([table])}
        of_table: dict[Period, _Amount | Obstacle] = {}
        relations = []
        for row in table.rows:
            builder = _BUILDERS.get((row.line == MARGIN, row.line.measure))
            if builder is not None:
                of = row.line.amount
                margins = {} if _has_own_part(row) else of_table
                at = _Sources(area, row, of, rows, by_area, conventions, locked, margins, kept)
                relations += [builder(at, *one) for one in row.figures.items()]
        yield from cut_where_habit(relations)


def _has_own_part(row: FiguresRow) -> bool:
    return row.basis is not None and row.basis.line in _PARTS


def _rows_by_line(tables: list[FiguresTable]) -> dict[Line, FiguresRow]:
    return {row.line: row for table in reversed(tables) for row in reversed(table.rows)}


class _Sources(NamedTuple):
    """A row of computed places, and the rows it may be computed from: its table's come first.

    `of` is the line of amounts that the row measures; `margins` are those of the table, looked up
    when they are asked for. A row that knows a part of its own has margins of its own.
    """

    area: Area
    row: FiguresRow
    of: Line
    rows: Mapping[Line, FiguresRow]
    by_area: Mapping[Line, FiguresRow]
    conventions: Conventions
    locked: frozenset[Period]
    margins: dict[Period, _Amount | Obstacle]
    kept: Kept

    def find(self, line: Line, period: Period) -> Figure | None:
        """Return a line's figure: of the row above, of this table, of the area's others."""
        basis = self.row.basis
        if basis is not None and basis.line == line:
            return basis.figures.get(period)
        for rows in (self.rows, self.by_area):
            row = rows.get(line)
            if row is not None and period in row.figures:
                return row.figures[period]
        return None

    def amount(self, period: Period) -> _Amount | Obstacle:
        """Return what is measured in a period; a margin's parts where they are printed."""
        if self.of == MARGIN:
            margin = self.margin(period)
            if margin is not _NO_PARTS:
                return margin
        return _printed(self.find(self.of, period))

    def margin(self, period: Period) -> _Amount | Obstacle:
        """Return the figures that the operating margin of a period is the sum of."""
        known = self.margins.get(period)
        if known is None:
            known = self.margins[period] = self._margin(period)
        return known

    def kept_amount(self, period: Period) -> _Amount | Obstacle:
        """Return what is measured in a period that no table of the area has."""
        if self.of == MARGIN:
            margin = self._sum_of(lambda line: self.kept.get((line, period)))
            if margin is not _NO_PARTS:
                return margin
        return _printed(self.kept.get((self.of, period)))

    def _margin(self, period: Period) -> _Amount | Obstacle:
        return self._sum_of(lambda line: self.find(line, period))

    def _sum_of(self, find: Callable[[Line], Figure | None]) -> _Amount | Obstacle:
        parts: list[Figure] = []
        for line in (INCOME, EXPENSES, *_OPTIONAL):
            part = _printed(find(line))
            if isinstance(part, tuple):
                parts += part.parts
            elif part is _UNKNOWN or line not in _OPTIONAL:
                return part
        return _Amount(tuple(parts), self._signs(parts))

    def parts_there(self, period: Period) -> tuple[Figure, ...]:
        """Return the printed parts of a margin that lacks some."""
        found = (_printed(self.find(line, period)) for line in (INCOME, EXPENSES, *_OPTIONAL))
        return tuple(part for one in found if isinstance(one, tuple) for part in one.parts)

    def _signs(self, parts: Sequence[Figure]) -> tuple[int, ...]:
        if len(parts) == 1:
            return (1,)
        is_negative = self.conventions.expenses_are_negative
        return tuple(-1 if part.line == EXPENSES and not is_negative else 1 for part in parts)

    def relation(
        self,
        code: str,
        figure: Figure,
        decimals: tuple[int, int],
        terms: tuple[Figure, ...],
        formula: Formula,
        *,
        neighbours: Callable[[], Neighbours],
        base: Period | None = None,
        earlier: tuple[Residents, ...] = (),
    ) -> Relation:
        """Return the relation of a place; `decimals` are those to compare at and to write."""
        shown, written = decimals
        return Relation(
            code,
            figure,
            terms,
            formula,
            self.area.name,
            shown,
            written,
            figure.period in self.locked,
            base=base,
            earlier=earlier,
            neighbours=neighbours,
        )

    def blocked(
        self,
        code: str,
        figure: Figure,
        decimals: tuple[int, int],
        obstacle: Obstacle,
        *,
        terms: tuple[Figure, ...] = (),
        base: Period | None = None,
    ) -> Relation:
        """Return the relation of a place that nothing tells, for the lack of some of its terms."""
        shown, written = decimals
        return Relation(
            code,
            figure,
            terms,
            _NOTHING,
            self.area.name,
            shown,
            written,
            figure.period in self.locked,
            base=base,
            obstacle=obstacle,
        )


_NOTHING = Sum(())


def _printed(figure: Figure | None) -> _Amount | Obstacle:
    """Return a printed figure; one that is missing is never zero."""
    if figure is None:
        return _NO_PARTS
    if not figure.is_known:
        return _UNKNOWN
    if figure.number is None:
        return _NO_PARTS if figure.is_nothing else _UNKNOWN
    return _Amount((figure,))


def _margin(sources: _Sources, period: Period, figure: Figure) -> Relation:
    margin = sources.margin(period)
    decimals = sources.row.decimals
    if not isinstance(margin, tuple):
        own = (decimals or 0, decimals or 0)
        terms = sources.parts_there(period) if margin is _NO_PARTS else ()
        return sources.blocked("margin", figure, own, margin, terms=terms)
    if decimals is None:
        decimals = max(part.decimals for part in margin.parts)
    return sources.relation(
        "margin",
        figure,
        (decimals, decimals),
        margin.parts,
        _sum(margin.signs),
        neighbours=partial(_beside_amount, sources, period),
    )


def _per_resident(sources: _Sources, period: Period, figure: Figure) -> Relation:
    setting, printed = sources.conventions.decimals_per_resident, sources.row.decimals_at(figure)
    written = setting if setting is not None else printed or 0
    decimals = (written if printed is None else min(written, printed), written)
    amount = sources.amount(period)
    if not isinstance(amount, tuple):
        return sources.blocked("per_resident", figure, decimals, amount)
    residents = sources.conventions.residents.get(period)
    if residents is None or residents.number <= 0:
        lacking = Obstacle.NO_RESIDENTS
        return sources.blocked("per_resident", figure, decimals, lacking, terms=amount.parts)
    return sources.relation(
        "per_resident",
        figure,
        decimals,
        (*amount.parts, residents_figure(residents)),
        PerResident(amount.signs),
        neighbours=partial(_beside_quotient, sources, period),
        earlier=sources.conventions.superseded.get(period, ()),
    )


def _change(sources: _Sources, period: Period, figure: Figure) -> Relation:
    printed = sources.row.decimals
    shown = CHANGE_DECIMALS if printed is None else min(CHANGE_DECIMALS, printed)
    decimals = (shown, CHANGE_DECIMALS)
    new = sources.amount(period)
    if not isinstance(new, tuple):
        return sources.blocked("change_percent", figure, decimals, new)
    before, base = _base(sources, period)
    if not isinstance(base, tuple):
        obstacle = Obstacle.NO_BASE if base is _NO_PARTS else base
        return sources.blocked(
            "change_percent", figure, decimals, obstacle, terms=new.parts, base=before
        )
    is_plain = len(new.parts) == len(base.parts) == 1
    return sources.relation(
        "change_percent",
        figure,
        decimals,
        (*new.parts, *base.parts),
        _CHANGE if is_plain else Change(new.signs, base.signs),
        neighbours=partial(_beside_change, sources, (period, before)),
        base=before,
    )


_CHANGE = Quotient(1)


@lru_cache(maxsize=64)
def _sum(signs: tuple[int, ...]) -> Sum:
    return Sum(signs)


def _base(sources: _Sources, period: Period) -> tuple[Period, _Amount | Obstacle]:
    """Return the first period to compare with that is printed, and its amount.

    The area's own tables are asked first.
    """
    for amount in (sources.amount, sources.kept_amount):
        for before in period.bases:
            base = amount(before)
            if base is not _NO_PARTS:
                return before, base
    return period.bases[0], _NO_PARTS


def residents_figure(residents: Residents) -> Figure:
    """Return the residents of a period as a figure: of no line, and nobody's."""
    return Figure(
        line=RESIDENTS,
        period=residents.period,
        sheet=residents.sheet,
        address=residents.address,
        number=residents.number,
        area=NOBODY,
    )


def _beside_change(sources: _Sources, compared: Collection[Period]) -> Neighbours:
    """Return the same line's figures of the periods that are not compared."""
    others = (period for period in sources.area.periods if period not in compared)
    figures = ((other, sources.area.figure(sources.of, other)) for other in others)
    return Neighbours(
        bases={
            other: measured(figure)
            for other, figure in figures
            if figure is not None and figure.number is not None
        }
    )


def _beside_quotient(sources: _Sources, period: Period) -> Neighbours:
    """Return the other lines of the period, and the residents of the others."""
    typed = sources.conventions.residents
    residents: dict[Name, Exact] = {
        other: rational(typed[other].number) for other in typed if other != period
    }
    return _beside_amount(sources, period)._replace(residents=residents)


def _beside_amount(sources: _Sources, period: Period) -> Neighbours:
    """Return the other lines of the period."""
    amounts: dict[Name, Exact] = {}
    for table in sources.area.tables:
        for row in table.rows:
            other = row.figures.get(period)
            is_amount = row.line.measure is Measure.AMOUNT and row.line != sources.of
            if is_amount and other is not None and other.number is not None:
                amounts[row.line] = measured(other)
    return Neighbours(amounts=amounts)


_BUILDERS: Mapping[tuple[bool, Measure], Callable[[_Sources, Period, Figure], Relation]] = {
    (True, Measure.AMOUNT): _margin,
    (False, Measure.PER_RESIDENT): _per_resident,
    (False, Measure.CHANGE_PERCENT): _change,
}
