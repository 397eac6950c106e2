"""The relations that a comparison table's figures stand in, as its own rows show them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model import Figure
from tpxl.model.figure import ComparisonRow, ComparisonTable
from tpxl.rules.conventions import cut_where_habit
from tpxl.rules.deviations import MINUS, PLUS, Kind, Signs, Taken, kind_of_row, signs
from tpxl.rules.formulas import Formula, Quotient, Sum
from tpxl.rules.readings import ColumnReading, readings_of
from tpxl.rules.relations import Name, Neighbours, Relation, Verdict
from tpxl.rules.rounding import Exact, measured
from tpxl.rules.unknown_bases import bases_of, is_in_the_way
from tpxl.terms import column_roles as role
from tpxl.terms import key
from tpxl.terms.columns import is_budget_first

_ENOUGH = 2
"""Rows that make a habit: fewer do not outweigh what the words say."""

_MANY = 4

_PROOF, _OF, _ALL = 3, 3, 4
"""A column is proven by three rows that tell, three of four of them bearing it out."""
_TABLES = 2
"""Other tables of the book in which a heading is read in one way, in every row."""

_SIBLINGS = {
    role.CHANGE_PERCENT: role.CHANGE,
    role.DEVIATION_PERCENT: role.DEVIATION,
    role.USED_PERCENT: role.DEVIATION,
}
"""The difference beside a per cent: of the same two columns."""


class Unstated(NamedTuple):
    """A printed figure that cannot be checked: a figure it follows from is not printed."""

    row: ComparisonRow
    reading: ColumnReading


class TableRelations(NamedTuple):
    """What a table's figures must agree with.

    `unread` are computed columns whose rows fit none of the ways the heading may be read; `blocked`
    those that may be taken of a column whose heading nobody knows.
    """

    stated: tuple[Relation, ...]
    unstated: tuple[Unstated, ...]
    unread: tuple[int, ...]
    blocked: tuple[int, ...] = ()


class Habit(NamedTuple):
    """How a heading is read: by which formula, from what roles, so many years apart."""

    code: str
    formula: Formula
    roles: tuple[str, ...]
    years: int | None


Habits = Mapping[str, frozenset[Habit]]
"""By heading, how other tables of the book read it in every row."""


def relations_of(table: ComparisonTable, habits: Habits = MappingProxyType({})) -> TableRelations:
    """Return the relations of a table's computed columns.

    A per cent column that no row bears out is read as its proven neighbour says: the difference
    of the same two columns. Without one it is read as `habits` say of its heading.
    """
    stated: list[Relation] = []
    unstated: list[Unstated] = []
    unread: list[int] = []
    ways = _ways(table, habits)
    blocked = tuple(_blocked(table, ways)) if table.unknown else ()
    for column, way in ways.items():
        if column in blocked:
            continue
        if way is None:
            unread.append(column)
            continue
        stated += _stated(table, way, _difference_of(way, ways))
        unstated += [Unstated(row, way) for row in table.rows if _lacks_a_term(row, way)]
    return TableRelations(tuple(cut_where_habit(stated)), tuple(unstated), tuple(unread), blocked)


def _blocked(table: ComparisonTable, ways: Mapping[int, ColumnReading | None]) -> Iterator[int]:
    """Yield the computed columns that may be taken of a column whose heading nobody knows."""
    for column, heading in table.columns.items():
        way = ways.get(column)
        if way is not None:
            relations = [r for row in table.rows if (r := _relation(row, way)) is not None]
            verdicts = [tuple(one.verdict() for one in _either_way(r, way)) for r in relations]
            every = (way, *readings_of(column, table.columns))
            if is_in_the_way(table, every, verdicts):
                yield column
        elif heading.role in role.COMPUTED and bases_of(table):
            yield column


def habits_of(tables: Sequence[ComparisonTable]) -> list[Habits]:
    """Return for each table how two others or more read a heading, with every row holding."""
    shown = [dict(_shown_by(table)) for table in tables]
    habits: list[Habits] = []
    for own, _ in enumerate(tables):
        counts: Counter[tuple[str, Habit]] = Counter()
        for other, by_heading in enumerate(shown):
            if other != own:
                counts.update(by_heading.items())
        enough: dict[str, set[Habit]] = defaultdict(set)
        for (heading, habit), count in counts.items():
            if count >= _TABLES:
                enough[heading].add(habit)
        habits.append({heading: frozenset(ways) for heading, ways in enough.items()})
    return habits


def _shown_by(table: ComparisonTable) -> Iterator[tuple[str, Habit]]:
    """Yield how a table's per cent columns are read of which every row holds, three at least."""
    for column, heading in table.columns.items():
        if heading.role not in role.PERCENTS:
            continue
        ways = readings_of(column, table.columns)
        way = _chosen(table, ways) if ways else None
        if way is not None and _is_proven(table, way, _ALL):
            yield key(heading.label), _habit(table, way)


def _habit(table: ComparisonTable, way: ColumnReading) -> Habit:
    terms = [table.columns[at] for at in way.terms]
    years = [term.year for term in terms]
    apart = None if None in years else sum(filter(None, years[:1])) - sum(filter(None, years[1:]))
    return Habit(way.code, way.formula, tuple(term.role for term in terms), apart)


def _ways(table: ComparisonTable, habits: Habits) -> dict[int, ColumnReading | None]:
    """Return how each computed column is read, None where nothing tells."""
    every = {at: ways for at in table.columns if (ways := readings_of(at, table.columns))}
    chosen = {at: _chosen(table, ways) for at, ways in every.items()}
    proven = [
        way
        for way in chosen.values()
        if way is not None and way.code in _SIBLINGS.values() and _is_proven(table, way, _OF)
    ]
    for at, way in chosen.items():
        if way is None and table.columns[at].role in role.PERCENTS:
            wanted = habits.get(key(table.columns[at].label), frozenset())
            chosen[at] = _beside_proven(table, every[at], proven) or _by_habit(
                table, every[at], wanted
            )
    return chosen


def _is_proven(table: ComparisonTable, way: ColumnReading, of_four: int) -> bool:
    """Tell whether three rows or more tell, and of four so many hold."""
    relations = [r for row in table.rows if (r := _relation(row, way)) is not None]
    told = [one for one in relations if one.verdict() is not Verdict.MOOT]
    held = sum(_holds_either_way(one, way) for one in told)
    return len(told) >= _PROOF and held * _ALL >= len(told) * of_four


def _beside_proven(
    table: ComparisonTable, ways: Sequence[ColumnReading], proven: Sequence[ColumnReading]
) -> ColumnReading | None:
    """Return the way whose terms are those of a proven difference, if no other way fits a row."""
    pairs = {(one.code, frozenset(one.terms)) for one in proven}
    for way in ways:
        is_beside = (_SIBLINGS.get(way.code), frozenset(way.terms)) in pairs
        if is_beside and not _fits_otherwise(table, way, ways):
            return way
    return None


def _by_habit(
    table: ComparisonTable, ways: Sequence[ColumnReading], wanted: frozenset[Habit]
) -> ColumnReading | None:
    if len(wanted) != 1:
        return None
    for way in ways:
        if _habit(table, way) in wanted and not _fits_otherwise(table, way, ways):
            return way
    return None


def _fits_otherwise(
    table: ComparisonTable, way: ColumnReading, ways: Sequence[ColumnReading]
) -> bool:
    """Tell whether another way fits a row that this one does not.

    A zero speaks for none: what is cut off to it is one by many ways.
    """
    telling = [row for row in table.rows if (told := _known(row, way.result)) and told.number]
    return any(
        not _fits(row, way) and any(_fits(row, other) for other in ways if other != way)
        for row in telling
    )


def _chosen(table: ComparisonTable, ways: Sequence[ColumnReading]) -> ColumnReading | None:
    """Return the way to read a column that its rows bear out; None where they bear out none."""
    scores = [sum(_fits(row, way) for row in table.rows) for way in ways]
    rows = [relation for row in table.rows if (relation := _relation(row, ways[0])) is not None]
    best = max(range(len(ways)), key=lambda i: (scores[i], -i))
    enough = 1 if len(rows) == 1 and not ways[0].is_likeliest else _ENOUGH
    chosen = best if scores[best] > scores[0] and scores[best] >= enough else 0
    return ways[chosen] if _is_borne_out(table, ways[chosen]) else None


def _is_borne_out(table: ComparisonTable, way: ColumnReading) -> bool:
    relations = [r for row in table.rows if (r := _relation(row, way)) is not None]
    told = [r for r in relations if r.verdict() is not Verdict.MOOT]
    held = sum(_holds_either_way(relation, way) for relation in told)
    if way.is_likeliest:
        return len(told) < _MANY or held * _MANY >= len(told)
    return held * 2 >= len(told)


def _fits(row: ComparisonRow, way: ColumnReading) -> bool:
    relation = _relation(row, way)
    return relation is not None and any(
        one.verdict() is Verdict.HOLDS for one in _either_way(relation, way)
    )


def _holds_either_way(relation: Relation, way: ColumnReading) -> bool:
    return any(one.verdict() is not Verdict.FAILS for one in _either_way(relation, way))


def _either_way(relation: Relation, way: ColumnReading) -> Iterator[Relation]:
    yield relation
    if way.either_sign:
        yield _turned(relation, MINUS)


def _turned(relation: Relation, sign: int) -> Relation:
    return relation if sign == PLUS else relation._replace(formula=Sum((-1, 1)))


def _relation(row: ComparisonRow, way: ColumnReading) -> Relation | None:
    """Return the relation of a row's figures; None where one of them is not known."""
    figures = [_known(row, column) for column in (way.result, *way.terms)]
    if way.code == role.AMENDED and figures[0] is not None and figures[1] is not None:
        return _amended(way, figures[0], figures[1:])
    result, *terms = figures
    if result is None or None in terms:
        return None
    relation = Relation(way.code, result, tuple(filter(None, terms)), way.formula)
    return _with_fitting_sign(relation) if result.is_directed else relation


def _with_fitting_sign(relation: Relation) -> Relation:
    """Return the relation of a figure whose direction a word tells, with the sign that holds."""
    number = relation.result.number
    result = relation.result._replace(number=None if number is None else -number)
    turned = relation._replace(result=result)
    is_turned = relation.verdict() is Verdict.FAILS and turned.verdict() is not Verdict.FAILS
    return turned if is_turned else relation


def _amended(way: ColumnReading, result: Figure, terms: Sequence[Figure | None]) -> Relation | None:
    """Return the sum of an amended budget; changes that are not printed may only be none."""
    printed = tuple(filter(None, terms))
    relation = Relation(way.code, result, printed, Sum((1,) * len(printed)))
    is_whole = len(printed) == len(terms)
    return relation if is_whole or relation.verdict() is Verdict.HOLDS else None


def _lacks_a_term(row: ComparisonRow, way: ColumnReading) -> bool:
    if _known(row, way.result) is None or _relation(row, way) is not None:
        return False
    terms = [row.figures.get(column) for column in way.terms]
    return any(term is None or (term.is_known and term.is_nothing) for term in terms)


def _difference_of(
    way: ColumnReading, ways: Mapping[int, ColumnReading | None]
) -> ColumnReading | None:
    """Return how the deviation is read that a deviation in per cent stands beside."""
    if way.code != role.DEVIATION_PERCENT:
        return None
    others = (one for one in ways.values() if one is not None and one.code == role.DEVIATION)
    return next((one for one in others if one.terms == way.terms), None)


def _rows_as_read(
    table: ComparisonTable, way: ColumnReading
) -> list[tuple[ComparisonRow, Relation]]:
    """Return the rows with their relations, each with the sign that its kind of row takes."""
    rows = [(row, r) for row in table.rows if (r := _relation(row, way)) is not None]
    if way.either_sign:
        allowed = _signs(rows, table.columns[way.result].label)
        rows = [(row, _signed(relation, allowed[_kind(row, relation)])) for row, relation in rows]
    return rows


def _stated(
    table: ComparisonTable, way: ColumnReading, difference: ColumnReading | None = None
) -> Iterator[Relation]:
    """Yield the relations of a column; a per cent may follow the sign of the `difference` beside.

    Of expenses printed positive that is budget - actual: less than planned is better.
    """
    rows = _rows_as_read(table, way)
    if difference is not None:
        turned = {
            row.address
            for row, relation in _rows_as_read(table, difference)
            if relation.formula == _LESS and relation.verdict() is not Verdict.FAILS
        }
        rows = [
            (row, _with_its_sign(relation) if row.address in turned else relation)
            for row, relation in rows
        ]
    for row, relation in rows:
        yield relation._replace(
            heading=table.columns[way.result].heading,
            neighbours=partial(_beside, table, row, way),
        )


_LESS = Sum((-1, 1))
"""Budget - actual."""


def _with_its_sign(relation: Relation) -> Relation:
    """Return a per cent with the sign it is printed with, where that is the deviation's beside."""
    formula = relation.formula
    if not isinstance(formula, Quotient) or relation.verdict() is not Verdict.FAILS:
        return relation
    due, printed = relation.due(), relation.result.number
    if not due or not printed or (due < 0) is (printed < 0):
        return relation
    return relation._replace(formula=formula._replace(times=-formula.times))


def _signs(rows: Sequence[tuple[ComparisonRow, Relation]], heading: str) -> Mapping[Kind, Signs]:
    worded = MINUS if is_budget_first(heading) else PLUS
    taken = (
        Taken(
            _kind(row, relation),
            frozenset(
                sign
                for sign in (PLUS, MINUS)
                if _turned(relation, sign).verdict() is not Verdict.FAILS
            ),
        )
        for row, relation in rows
    )
    return signs(list(taken), worded)


def _kind(row: ComparisonRow, relation: Relation) -> Kind:
    actual, budget = relation.terms
    return kind_of_row(row.label, measured(budget), measured(actual))


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


def _known(row: ComparisonRow, column: int) -> Figure | None:
    """Return a row's figure in a column; None where it is no known number."""
    figure = row.figures.get(column)
    return figure if figure is not None and figure.is_number else None


def _beside(table: ComparisonTable, row: ComparisonRow, way: ColumnReading) -> Neighbours:
    """Return the row's amounts that a figure is not made of, by their headings."""
    bases: dict[Name, Exact] = {}
    for column, heading in table.columns.items():
        figure = _known(row, column)
        if heading.role in role.AMOUNTS and column not in way.terms and figure is not None:
            bases[heading.label] = measured(figure)
    return Neighbours(bases=bases)
