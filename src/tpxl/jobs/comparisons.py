"""Comparison tables: budget follow-up and change, held to what their own columns say."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tpxl.jobs.ties import UNREADABLE, Bond, Loose, Spot, Tie, spot_of_entry
from tpxl.layout import Survey
from tpxl.model import Line, Measure, quoted
from tpxl.model.comparison import ComparisonRow, ComparisonTable, Entry
from tpxl.rules.comparisons import Stated, TableRelations, known, relations_of
from tpxl.terms import column_roles as role
from tpxl.terms import fold
from tpxl.terms.lines import LABELS

if TYPE_CHECKING:
    from tpxl.rules.causes import Case, Name

PERCENTS = frozenset({role.USED_PERCENT, role.DEVIATION_PERCENT, role.CHANGE_PERCENT, role.PERCENT})
_PAIRS = {
    "used_percent": "share_of",
    "deviation_percent": "change_of",
    "change_percent": "change_of",
    "deviation": "difference_of",
    "change": "difference_of",
}


def comparison_bonds(found: Survey) -> Iterator[Bond]:
    """Yield what ties the figures of the comparison tables, and those tied to nothing."""
    names = {area.sheet: area.name for area in found.areas}
    areas = {fold(name): name for name in (*names.values(), *found.settings.area_names)}
    for table in found.comparisons:
        reader = _Table(table, names.get(table.sheet), areas)
        yield from reader.bonds(relations_of(table))


class _Table:
    """A comparison table whose places are to be named."""

    def __init__(self, table: ComparisonTable, area: str | None, areas: Mapping[str, str]) -> None:
        self.table, self.area, self.areas = table, area, areas

    def bonds(self, relations: TableRelations) -> Iterator[Bond]:
        """Yield the table's ties, and what cannot be tied."""
        for stated in relations.stated:
            yield from self._bond(stated)
        for unstated in relations.unstated:
            spot = self.spot(unstated.row, unstated.reading.result)
            if spot is not None:
                yield Loose("table_term_missing", spot)
        for column in relations.unread:
            spot = self._first(column)
            if spot is not None:
                yield Loose("table_unread", spot)
        yield from self._unreadable()

    def spot(self, row: ComparisonRow, column: int) -> Spot | None:
        """Return the figure of a row in a column with the name of its place."""
        entry = row.entries.get(column)
        if entry is None:
            return None
        heading = self.table.columns[column]
        is_change = heading.role == role.CHANGE_PERCENT
        return spot_of_entry(
            self._area(row),
            entry,
            _name(row, is_change=is_change),
            heading.period,
            column=None if heading.period is not None else heading.label,
            is_percent=heading.role in PERCENTS,
        )

    def _area(self, row: ComparisonRow) -> str | None:
        named = [self.areas[fold(text)] for text in row.texts if fold(text) in self.areas]
        return self.area or next(iter(named), None)

    def _bond(self, stated: Stated) -> Iterator[Bond]:
        reading, row = stated.reading, stated.row
        spots = [self.spot(row, column) for column in (reading.result, *reading.terms)]
        told = tuple(spot for spot in spots if spot is not None)

        def hint(printed: Decimal, right: Fraction, decimals: int) -> "Case":
            return self._case(stated, printed, right, decimals)

        yield Tie(stated.relation, told, hint)

    def _case(self, stated: Stated, printed: Decimal, right: Fraction, decimals: int) -> "Case":
        """Return what a wrong figure may have been made from instead."""
        from tpxl.rules.causes import Case

        reading, terms = stated.reading, stated.relation.terms
        labels = [self.table.columns[column].label for column in reading.terms]
        if reading.code == role.AMENDED:
            parts: dict[Name, Fraction] = {
                label: term.number for label, term in zip(labels, terms, strict=False)
            }
            return Case(printed, right, decimals, parts=parts)
        others: dict[Name, Fraction] = {}
        for column, heading in self.table.columns.items():
            entry = stated.row.entries.get(column)
            number = known(entry) if entry is not None else None
            if heading.role in role.AMOUNTS and column not in reading.terms and number:
                others[heading.label] = number.number
        pair = (terms[1].number, terms[0].number)
        if reading.code == role.DEVIATION and right != terms[0].number - terms[1].number:
            pair = (terms[0].number, terms[1].number)
            others = {}
        made: dict[str, Any] = {_PAIRS[reading.code]: pair}
        return Case(printed, right, decimals, bases=others, **made)

    def _first(self, column: int) -> Spot | None:
        spots = (self.spot(row, column) for row in self.table.rows)
        return next((spot for spot in spots if spot is not None), None)

    def _unreadable(self) -> Iterator[Loose]:
        """Yield the places of amounts that hold something else than one number for certain."""
        for row in self.table.rows:
            for column, entry in row.entries.items():
                heading = self.table.columns[column]
                if not _is_unreadable(entry, is_amount=heading.role not in PERCENTS):
                    continue
                at = _placeless(entry, self._area(row), _name(row, is_change=False))
                period = heading.period
                yield Loose(
                    UNREADABLE,
                    Spot(**at, period=period, column=None if period else heading.label),
                    {"text": quoted(entry.value)},
                )


def _is_unreadable(entry: Entry, *, is_amount: bool) -> bool:
    if entry.number is not None or not entry.is_known or entry.is_nothing:
        return False
    has_digits = isinstance(entry.value, str) and any(map(str.isdigit, entry.value))
    return is_amount or has_digits or not isinstance(entry.value, str)


def _placeless(entry: Entry, area: str | None, name: Line | str) -> dict[str, Any]:
    return {
        "sheet": entry.sheet,
        "address": entry.address,
        "number": Decimal(0),
        "decimals": 0,
        "area": area,
        "line": str(name),
        "name": name,
    }


def _name(row: ComparisonRow, *, is_change: bool) -> Line | str:
    """Return a row's line where the figures tables have it, else its printed label."""
    if row.code in LABELS:
        return Line(row.code, Measure.CHANGE_PERCENT if is_change else Measure.AMOUNT)
    return row.label
