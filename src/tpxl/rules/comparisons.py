"""The relations that a comparison table's figures stand in, as its own rows show them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.model.comparison import ComparisonRow, ComparisonTable, Entry
from tpxl.rules.deviations import MINUS, PLUS, Kind, Signs, Taken, kind_of_row, signs
from tpxl.rules.formulas import Quotient, Sum
from tpxl.rules.readings import Reading, readings_of
from tpxl.rules.relations import Known, Relation, Verdict
from tpxl.rules.rounding import exact, rounded
from tpxl.rules.units import unit
from tpxl.terms import column_roles as role

_ENOUGH = 2
"""Rows that make a habit: fewer do not outweigh what the words say."""
_MANY = 4


class Stated(NamedTuple):
    """A relation of a table, with its row and the reading of its column."""

    relation: Relation
    row: ComparisonRow
    reading: Reading


class Unstated(NamedTuple):
    """A printed figure that cannot be checked: a figure it follows from is not printed."""

    row: ComparisonRow
    reading: Reading


class TableRelations(NamedTuple):
    """What a table's figures must agree with.

    `unread` are computed columns whose rows fit none of the ways the heading may be read.
    """

    stated: tuple[Stated, ...]
    unstated: tuple[Unstated, ...]
    unread: tuple[int, ...]


def relations_of(table: ComparisonTable) -> TableRelations:
    """Return the relations of a table's computed columns."""
    stated: list[Stated] = []
    unstated: list[Unstated] = []
    unread: list[int] = []
    for column in table.columns:
        ways = readings_of(column, table.columns)
        if not ways:
            continue
        way = _chosen(table, ways)
        if way is None:
            unread.append(column)
            continue
        stated += _stated(table, way)
        unstated += [Unstated(row, way) for row in table.rows if _lacks_a_term(row, way)]
    doubted = {one.row.address for one in stated if _is_broken_sum(one.relation)}
    if _cuts(one.relation for one in stated if one.row.address not in doubted):
        stated = [_cut(one) if isinstance(one.reading.formula, Quotient) else one for one in stated]
    return TableRelations(tuple(stated), tuple(unstated), tuple(unread))


def _is_broken_sum(relation: Relation) -> bool:
    return isinstance(relation.formula, Sum) and relation.verdict() is Verdict.FAILS


def _cut(stated: Stated) -> Stated:
    return stated._replace(relation=stated.relation._replace(is_cut=True))


def known(entry: Entry) -> Known | None:
    """Return an entry as a number of its measure: euros, per cent; None where it is not known."""
    if entry.number is None or not entry.is_known:
        return None
    scale = exact(entry.scale)
    number = exact(entry.number) * scale
    return Known((entry.sheet, entry.address), number, unit(entry.decimals) * scale)


def _chosen(table: ComparisonTable, ways: Sequence[Reading]) -> Reading | None:
    """Return the way to read a column that its rows bear out; None where they bear out none."""
    scores = [sum(_fits(row, way) for row in table.rows) for way in ways]
    rows = [relation for row in table.rows if (relation := _relation(row, ways[0])) is not None]
    best = max(range(len(ways)), key=lambda i: (scores[i], -i))
    enough = 1 if len(rows) == 1 and not ways[0].is_likeliest else _ENOUGH
    chosen = best if scores[best] > scores[0] and scores[best] >= enough else 0
    return ways[chosen] if _is_borne_out(table, ways[chosen]) else None


def _is_borne_out(table: ComparisonTable, way: Reading) -> bool:
    relations = [r for row in table.rows if (r := _relation(row, way)) is not None]
    told = [r for r in relations if r.verdict() is not Verdict.MEANINGLESS]
    held = sum(_holds_either_way(relation, way) for relation in told)
    if way.is_likeliest:
        return len(told) < _MANY or held * _MANY >= len(told)
    return held * 2 >= len(told)


def _fits(row: ComparisonRow, way: Reading) -> bool:
    relation = _relation(row, way)
    return relation is not None and any(
        one.verdict() is Verdict.HOLDS for one in _either_way(relation, way)
    )


def _holds_either_way(relation: Relation, way: Reading) -> bool:
    return any(one.verdict() is not Verdict.FAILS for one in _either_way(relation, way))


def _either_way(relation: Relation, way: Reading) -> Iterator[Relation]:
    yield relation
    if way.either_sign:
        yield _turned(relation, MINUS)


def _turned(relation: Relation, sign: int) -> Relation:
    return relation if sign == PLUS else relation._replace(formula=Sum((-1, 1)))


def _relation(row: ComparisonRow, way: Reading) -> Relation | None:
    """Return the relation of a row's figures; None where one of them is not known."""
    entries = [row.entries.get(column) for column in (way.result, *way.terms)]
    figures = [known(entry) if entry is not None else None for entry in entries]
    if way.code == role.AMENDED and figures[0] is not None and figures[1] is not None:
        return _amended(way, figures[0], figures[1:])
    result, *terms = figures
    if result is None or None in terms:
        return None
    relation = Relation(way.code, result, tuple(filter(None, terms)), way.formula)
    is_directed = (entry := entries[0]) is not None and entry.is_directed
    return _with_fitting_sign(relation) if is_directed else relation


def _with_fitting_sign(relation: Relation) -> Relation:
    """Return the relation of a figure whose direction a word tells, with the sign that holds."""
    result = relation.result._replace(number=-relation.result.number)
    turned = relation._replace(result=result)
    is_turned = relation.verdict() is Verdict.FAILS and turned.verdict() is not Verdict.FAILS
    return turned if is_turned else relation


def _amended(way: Reading, result: Known, terms: Sequence[Known | None]) -> Relation | None:
    """Return the sum of an amended budget; changes that are not printed may only be none."""
    printed = tuple(filter(None, terms))
    relation = Relation(way.code, result, printed, Sum((1,) * len(printed)))
    is_whole = len(printed) == len(terms)
    return relation if is_whole or relation.verdict() is Verdict.HOLDS else None


def _lacks_a_term(row: ComparisonRow, way: Reading) -> bool:
    result = row.entries.get(way.result)
    if result is None or known(result) is None or _relation(row, way) is not None:
        return False
    terms = [row.entries.get(column) for column in way.terms]
    return any(term is None or (term.is_known and term.is_nothing) for term in terms)


def _stated(table: ComparisonTable, way: Reading) -> Iterator[Stated]:
    rows = [(row, r) for row in table.rows if (r := _relation(row, way)) is not None]
    if way.either_sign:
        allowed = _signs(rows)
        rows = [(row, _signed(relation, allowed[_kind(row, relation)])) for row, relation in rows]
    for row, relation in rows:
        yield Stated(relation, row, way)


def _signs(rows: Sequence[tuple[ComparisonRow, Relation]]) -> Mapping[Kind, Signs]:
    return signs(
        [
            Taken(
                _kind(row, relation),
                frozenset(
                    sign
                    for sign in (PLUS, MINUS)
                    if _turned(relation, sign).verdict() is not Verdict.FAILS
                ),
            )
            for row, relation in rows
        ]
    )


def _kind(row: ComparisonRow, relation: Relation) -> Kind:
    actual, budget = relation.terms
    return kind_of_row(row.label, budget.number, actual.number)


def _signed(relation: Relation, signs_of_kind: Signs) -> Relation:
    """Return the relation with the sign its kind of row takes, or both where that is open."""
    first, *others = (_turned(relation, sign) for sign in signs_of_kind.allowed)
    if not others:
        return first
    holding = [one for one in (first, *others) if one.verdict() is not Verdict.FAILS]
    if holding:
        return holding[0]
    if signs_of_kind.likelier is not None:
        return _turned(relation, signs_of_kind.likelier)
    return first._replace(also=others[0].formula)


def _cuts(relations: Iterable[Relation]) -> bool:
    """Tell whether a table cuts its per cents off instead of rounding them.

    Only figures that the two would print differently tell. Two that are cut make a habit; one
    does where the table has several rows and none of them is rounded.
    """
    cut = rounds = looked_at = 0
    for relation in relations:
        due = relation.due()
        if due is None or not isinstance(relation.formula, Quotient):
            continue
        looked_at += 1
        units = due / relation.result.unit
        if int(units) != int(rounded(units)):
            rounds += relation.verdict() is Verdict.HOLDS
            cut += relation._replace(is_cut=True).verdict() is Verdict.HOLDS
    enough = _ENOUGH if looked_at < _MANY or rounds else 1
    return cut >= enough and cut >= _ENOUGH * rounds
