"""Parts of a total that are left blank although their rows show a difference: one fault, told once.

A total of differences is right across, from its own row, and wrong down, from its parts, where a
part was left blank; or it was summed without the blank and is wrong itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.model import Address, Figure
from tpxl.model.figure import CellPlace, ComparisonRow, ComparisonTable
from tpxl.rules.formulas import Sum
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.rounding import Exact, magnitude, measured, unit_of

_DIFFERENCES = frozenset({"deviation", "change"})


class BlankParts(NamedTuple):
    """A total of differences, the places of its parts that are blank or zero and should not be.

    `told` are the relations whose fault this is.
    """

    total: Relation
    blanks: tuple[CellPlace, ...]
    told: tuple[Relation, ...] = ()

    @property
    def is_total_wrong(self) -> bool:
        """Tell whether the total was summed without the blanks."""
        return bool(self.told)


def blank_parts(
    tables: Iterable[ComparisonTable], relations: Sequence[Relation]
) -> Iterator[BlankParts]:
    """Yield the totals of differences whose parts are left blank, in the tables' order."""
    by_place: dict[str, dict[CellPlace, Relation]] = {"total": {}, "difference": {}}
    for relation in relations:
        kind = "difference" if relation.code in _DIFFERENCES else relation.code
        if kind in by_place:
            by_place[kind][relation.result.place] = relation
    if not by_place["total"]:
        return
    rows = {(table.sheet, row.address.row): row for table in tables for row in table.rows}
    for difference in by_place["difference"].values():
        parts = _parts(difference, by_place["total"])
        if parts is not None:
            yield from _blank(difference, parts, rows, by_place["difference"])


def _parts(difference: Relation, totals: Mapping[CellPlace, Relation]) -> Relation | None:
    """Return the sum that every term of a total's difference is, of parts in the same rows."""
    sums = [totals.get(term.place) for term in difference.terms]
    rows = {
        tuple(term.address.row for term in one.terms)
        for one in sums
        if one is not None and one.verdict() is Verdict.HOLDS
    }
    return sums[0] if len(rows) == 1 and None not in sums else None


def _blank(
    difference: Relation,
    parts: Relation,
    rows: Mapping[tuple[str, int], ComparisonRow],
    differences: Mapping[CellPlace, Relation],
) -> Iterator[BlankParts]:
    result, formula = difference.result, parts.formula
    if not isinstance(formula, Sum):
        return
    down: Exact = 0
    lacking: Exact = 0
    blanks: list[CellPlace] = []
    told: list[Relation] = [difference]
    for factor, term in zip(formula.factors, parts.terms, strict=True):
        row = rows.get((result.sheet, term.address.row))
        due = None if row is None else _due(difference, row)
        if row is None or due is None:
            return
        part = row.figures.get(result.address.column)
        number = 0 if part is None or part.number is None else measured(part)
        down += factor * number
        if number or magnitude(due) < unit_of(result):
            continue
        if part is not None and not (part.is_nothing or part.is_number):
            return
        place = (result.sheet, Address(row.address.row, result.address.column))
        blanks.append(place)
        lacking += factor * due
        told += [differences[place]] if place in differences else []
    if not blanks or not lacking:
        return
    printed = measured(result)
    if _is_same(printed, down + lacking, result):
        if len(told) == 1:  # a zero is told where it stands
            yield BlankParts(difference, tuple(blanks))
    elif _is_same(printed, down, result) and difference.verdict() is Verdict.FAILS:
        yield BlankParts(difference, tuple(blanks), tuple(told))


def _due(difference: Relation, row: ComparisonRow) -> Exact | None:
    """Return what a row's own figures make in the column of a total's difference."""
    figures = [row.figures.get(term.address.column) for term in difference.terms]
    known = [one for one in figures if one is not None and one.is_number]
    if len(known) < len(figures):
        return None
    return difference.formula.value([measured(one) for one in known])


def _is_same(number: Exact, other: Exact, figure: Figure) -> bool:
    return magnitude(number - other) <= unit_of(figure)
