"""The figures tables of the areas, and what their computed places should hold.

Which computed places are written, and what: the one choice of edits.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum, auto
from functools import partial
from typing import NamedTuple

from tpxl.layout import Survey
from tpxl.model import Area, Edit, Figure, Line, Measure, Period
from tpxl.model.figure import CellPlace, Summary
from tpxl.model.line import EXPENSES
from tpxl.rules.area_relations import Kept, computed_places
from tpxl.rules.conventions import Conventions, conventions_of, locked_periods, superseded_residents
from tpxl.rules.exchanged_periods import Exchange, Read, exchange_in
from tpxl.rules.relations import Obstacle, Relation, Verdict
from tpxl.rules.rounding import measured, rounded
from tpxl.terms import fold


class Sign(Enum):
    """How the sign of an area's expenses stands to the book's setting."""

    AS_SET = auto()
    TURNED = auto()
    """The other one, and what is printed bears it out: the area is read by its own."""
    UNCLEAR = auto()
    """The other one, and nothing printed tells which is meant: nothing is computed from it."""


class ExpectedFigures(NamedTuple):
    """An area, the relations of its computed places, and how its expenses' sign is read.

    `exchange` are the headings of a table that its figures contradict.
    """

    area: Area
    places: tuple[Relation, ...]
    sign: Sign = Sign.AS_SET
    exchange: Exchange | None = None


def expected_figures(
    found: Survey, before: Iterable[ExpectedFigures] = ()
) -> tuple[ExpectedFigures, ...]:
    """Return every area with what its computed places should hold.

    What was expected `before` an edit still holds: computed figures come from inputs, and inputs
    are never written. Only what rests on formulas, of the area or of a summary, is looked at anew,
    since they may await recalculation.
    """
    known = {one.area: one for one in before}
    locked = locked_periods(
        {period for area in found.areas for period in area.periods}, found.settings.locked
    )
    superseded = superseded_residents(found.settings)
    expected: list[ExpectedFigures] = []
    headed: dict[int, ExpectedFigures] = {}
    for area in found.areas:
        earlier = known.get(area)
        if earlier is not None and not _has_formulas(area) and not _rests_on_formulas(earlier):
            expected.append(_with_figures_of(area, earlier))
            continue
        conventions = conventions_of(area, found.areas, found.settings, superseded)
        kept = kept_figures(found.summary, area) if found.summary.figures else {}
        read = partial(_read, area, locked=locked, kept=kept)
        expected.append(read(conventions))
        if found.settings.expenses_are_negative is not None:
            expected[-1] = _by_own_sign(expected[-1], conventions, read)
        if expected[-1].sign is Sign.TURNED:
            conventions = _turned(conventions)
        again = partial(computed_places, conventions=conventions, locked=locked, kept=kept)
        headed[len(expected) - 1] = _where_headed_for_certain(expected[-1], again)
    for at in _by_headings(headed, len(expected)):
        expected[at] = headed[at]
    return tuple(expected)


def _by_headings(headed: Mapping[int, ExpectedFigures], areas: int) -> Iterator[int]:
    """Yield the areas whose headings their figures contradict, by their number.

    Where the euros per resident of most areas want the same exchange, and nothing else does, the
    residents stand in the wrong places.
    """
    changes = {at: one.exchange for at, one in headed.items() if one.exchange is not None}
    wanted = Counter(one.change for one in changes.values() if one.per_resident)
    for at, exchange in changes.items():
        count = wanted[exchange.change] if exchange.per_resident else 0
        if count == 1 or 2 * count <= areas:
            yield at


def total_sheet_relations(found: Survey) -> Iterator[Relation]:
    """Yield how the figures of the sheets of all areas together follow from each other.

    They are checked and never written.
    """
    if not found.totals:
        return
    superseded = superseded_residents(found.settings)
    for one in found.totals:
        conventions = conventions_of(one.area, found.areas, found.settings, superseded)
        for relation in computed_places(one.area, conventions):
            yield relation._replace(area=None, written=None)


def _read(
    area: Area, conventions: Conventions, locked: frozenset[Period], kept: Kept
) -> ExpectedFigures:
    return ExpectedFigures(area, tuple(computed_places(area, conventions, locked, kept)))


_OF, _ALL = 3, 4
"""Three of four expenses with the other sign than set are a convention, not slips."""
_CLEAR = 3
"""So many times as many figures must fit one sign as fit the other."""


def _by_own_sign(
    expected: ExpectedFigures,
    conventions: Conventions,
    read: Callable[[Conventions], ExpectedFigures],
) -> ExpectedFigures:
    """Return an area read by its own sign where it prints its expenses with another than set.

    Where its margins and what is made of them fit neither sign, none of them is computed.
    """
    negative = conventions.expenses_are_negative
    if not _are_turned(expected.area, is_negative=negative):
        return expected
    turned = read(_turned(conventions))
    pairs = [
        pair
        for pair in zip(expected.places, turned.places, strict=True)
        if pair[0].due() != pair[1].due()
    ]
    fits = Counter((one.verdict().fits, other.verdict().fits) for one, other in pairs)
    as_set, as_turned = fits[True, False], fits[False, True]
    if as_turned and as_turned >= _CLEAR * as_set:
        return turned._replace(sign=Sign.TURNED)
    if as_set or as_turned or not pairs:
        return expected
    unclear = {one.result.place for one, _ in pairs}
    places = tuple(
        one._replace(obstacle=Obstacle.UNKNOWN) if one.result.place in unclear else one
        for one in expected.places
    )
    return ExpectedFigures(expected.area, places, Sign.UNCLEAR)


def _turned(conventions: Conventions) -> Conventions:
    return conventions._replace(expenses_are_negative=not conventions.expenses_are_negative)


def _where_headed_for_certain(expected: ExpectedFigures, read: Read) -> ExpectedFigures:
    """Return an area with nothing made of figures by headings that its figures contradict."""
    exchange = exchange_in(expected.area, expected.places, read)
    if exchange is None:
        return expected
    headed = {period for _, period in exchange.headings}
    places = tuple(
        one._replace(obstacle=Obstacle.UNKNOWN) if _hangs_on(one, headed) else one
        for one in expected.places
    )
    return expected._replace(places=places, exchange=exchange)


def _hangs_on(relation: Relation, headed: set[Period]) -> bool:
    """Tell whether a figure depends on which period it is of, and that is one of these."""
    is_bound = relation.result.line.measure is not Measure.AMOUNT
    return is_bound and (relation.result.period in headed or relation.base in headed)


def _are_turned(area: Area, *, is_negative: bool) -> bool:
    """Tell whether an area prints its operating expenses with the other sign than set."""
    printed = [
        figure.number
        for table in area.tables
        for figure in table
        if figure.line == EXPENSES and figure.number
    ]
    turned = sum((number > 0) is is_negative for number in printed)
    return bool(printed) and turned * _ALL >= len(printed) * _OF


def kept_figures(summary: Summary, area: Area) -> dict[tuple[Line, Period], Figure]:
    """Return an area's amounts of a summary; where two places differ, none is taken."""
    name = fold(area.name)
    kept: dict[tuple[Line, Period], Figure] = {}
    doubtful: set[tuple[Line, Period]] = set()
    for figure in summary.figures:
        is_own = figure.area is not None and fold(figure.area) == name
        if not is_own or not figure.is_number or figure.period is None:
            continue
        key = figure.line, figure.period
        first = kept.setdefault(key, figure)
        if measured(first) != measured(figure):
            doubtful.add(key)
    return {key: figure for key, figure in kept.items() if key not in doubtful}


def _rests_on_formulas(expected: ExpectedFigures) -> bool:
    return any(figure.has_formula for place in expected.places for figure in place.terms)


def _has_formulas(area: Area) -> bool:
    return any(figure.has_formula for table in area.tables for figure in table)


def _with_figures_of(area: Area, earlier: ExpectedFigures) -> ExpectedFigures:
    if area is earlier.area:
        return earlier
    figures = {figure.address: figure for table in area.tables for figure in table}
    places = [
        one
        if (figure := figures[one.result.address]) is one.result
        else one._replace(result=figure)
        for one in earlier.places
    ]
    return earlier._replace(area=area, places=tuple(places))


def edits_of(relations: Iterable[Relation]) -> Iterator[Edit]:
    """Yield the edits that put the right figure into every computed place that may be written.

    Locked periods, formulas, inputs, and text that is no number are left alone; an error value that
    no formula makes is nobody's text. Left alone is also a figure that its inputs allow where they
    are printed coarser than what it was made of, or where its table cuts figures off.
    """
    for relation in relations:
        right = relation.right() if _is_open(relation) else None
        if right is None or not _is_to_change(relation, right):
            continue
        figure = relation.result
        yield Edit(
            sheet=figure.sheet,
            cell=figure.cell,
            new=_stored(right, figure),
            old=figure.value,
            area=relation.area,
            period=str(figure.period),
            line=str(figure.line),
        )


def values_of(relations: Iterable[Relation]) -> Iterator[tuple[CellPlace, int | float]]:
    """Yield what computed places should hold, as their cells store it."""
    for relation in relations:
        right = relation.right()
        if right is not None:
            yield relation.result.place, _stored(right, relation.result)


def _is_open(relation: Relation) -> bool:
    figure = relation.result
    if relation.written is None or relation.is_locked or figure.has_formula or figure.has_words:
        return False
    return figure.is_error or not figure.is_unreadable


def _is_to_change(relation: Relation, right: Decimal) -> bool:
    figure = relation.result
    printed = figure.number
    if printed is None:
        return True
    if rounded(printed, relation.written or 0) == right:
        return False
    if not figure.is_text and figure.value == _stored(right, figure):
        return False  # a float has 15 digits, a Decimal any
    verdict = relation.verdict()
    if relation.is_coarse:
        return verdict is Verdict.FAILS
    return not (relation.is_cut and verdict is Verdict.HOLDS)


def _stored(right: Decimal, figure: Figure) -> int | float:
    stored = right / 100 if figure.is_fraction else right
    return int(stored) if stored == stored.to_integral_value() else float(stored)
