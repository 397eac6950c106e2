"""The judgement of all relations of a book together, so that a fault is told once."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from tpxl.jobs.check.area_lines import has_lines_twice, may_hold_total
from tpxl.jobs.check.blanks import BlankParts, blank_parts
from tpxl.jobs.check.expected import total_sheet_relations
from tpxl.jobs.check.summary_measures import summary_measures
from tpxl.jobs.check.table_relations import (
    Unverifiable,
    comparison_relations,
    same_figures,
    total_relations,
)
from tpxl.jobs.check.unread import NOTHING_UNREAD, UnreadNumbers
from tpxl.layout import Survey
from tpxl.model import Area, Residents
from tpxl.model.figure import CellPlace
from tpxl.rules.diagnosis import Fault, faults_in
from tpxl.rules.formulas import PerResident
from tpxl.rules.relations import COPIES, Judged, Relation, Verdict, with_verdicts
from tpxl.rules.shared_mistakes import SharedMistake, shared_mistakes


class Judgement(NamedTuple):
    """What is wrong with the printed figures of a book.

    `computed` are the faults of computed places by their cell: a margin, a change, euros per
    resident, a share of shared costs; `restated` those that were right until the final residents
    came, with the earlier ones. `others` are all other faults, `unverifiable` what is tied to
    nothing, `shared` the mistakes that make a whole row or column, `blanks` the totals whose parts
    are left blank; the figures of either are in no fault. `is_tied` tells whether any figure at
    all could be held to others, or is made of them. `weighed` are the relations it was told from.
    """

    computed: Mapping[CellPlace, Fault]
    restated: Mapping[CellPlace, Residents]
    others: tuple[Fault, ...]
    unverifiable: tuple[Unverifiable, ...]
    shared: tuple[SharedMistake, ...] = ()
    blanks: tuple[BlankParts, ...] = ()
    is_tied: bool = False
    weighed: Sequence[Judged] = ()


def judged(
    found: Survey,
    computed: Sequence[Relation],
    unread: UnreadNumbers = NOTHING_UNREAD,
) -> Judgement:
    """Return what is wrong; `computed` are the relations of the places that may be computed.

    Totals that lack an `unread` row are held to no parts, and a column of differences that fits no
    column beside it to none where one of these is unread.
    """
    ties = _ties_of(found, unread.doubted_totals)
    restated: dict[CellPlace, Residents] = {}
    relations: list[Relation] = []
    for relation in chain(computed, _new(ties, computed)):
        earlier = _earlier_residents(relation)
        if earlier is not None:
            restated[relation.result.place] = earlier
        else:
            relations.append(relation)
    weighed = with_verdicts(relations)
    shared = tuple(shared_mistakes(weighed))
    is_tied = bool(restated) or any(map(_ties_something, relations))
    blanks = tuple(blank_parts(found.comparisons, relations)) if found.comparisons else ()
    told = _told_by(shared, blanks)
    unpaired = _unpaired(weighed, unread.rows_of_columns)
    is_any_told = bool(shared or blanks or unpaired)
    open_ones = (one for one in weighed if not told(one[0]) and id(one[0]) not in unpaired)
    faults = tuple(faults_in(list(open_ones) if is_any_told else weighed))
    own = {
        fault.figure.place: fault
        for fault in faults
        if fault.is_result and fault.relation.written is not None
    }
    others = tuple(fault for fault in faults if fault.figure.place not in own)
    unverifiable = tuple(one for one in ties if isinstance(one, Unverifiable))
    return Judgement(own, restated, others, unverifiable, shared, blanks, is_tied, weighed)


def _unpaired(weighed: Iterable[Judged], rows: Collection[tuple[str, int]]) -> Collection[int]:
    """Return the relations, by identity, of the columns that may be of a column that is not read.

    None of the figures of such a column, two or more, is right as the columns that are read go.
    """
    if not rows:
        return ()
    columns: dict[tuple[str, int], list[Judged]] = defaultdict(list)
    for relation, verdict in weighed:
        sheet, at = relation.result.place
        is_across = all(term.address.row == at.row for term in relation.terms)
        if is_across and relation.result.period is None and (sheet, at.row) in rows:
            columns[sheet, at.column].append((relation, verdict))
    return {
        id(relation)
        for column in columns.values()
        if len({one.result.place for one, _ in column}) > 1
        and all(verdict is Verdict.FAILS for _, verdict in column)
        for relation, _ in column
    }


def _is_doubted(tie: Relation | Unverifiable, totals: frozenset[CellPlace]) -> bool:
    if isinstance(tie, Relation):
        return tie.code == "total" and tie.result.place in totals
    return tie.code == "total_parts_unknown" and tie.figure.place in totals


def _ties_something(relation: Relation) -> bool:
    """Tell whether something can be made of a relation's terms, printed or not."""
    return relation.obstacle is None and all(term.is_number for term in relation.terms)


def _told_by(
    shared: Iterable[SharedMistake], blanks: Iterable[BlankParts]
) -> Callable[[Relation], bool]:
    """Return what tells whether a relation's fault is told as a whole row's, column's or total's.

    So is a total of figures that have the wrong sign.
    """
    made = {id(relation) for mistake in shared for relation in mistake.made}
    made |= {id(relation) for one in blanks for relation in one.told}
    turned = {
        relation.result.place
        for mistake in shared
        for relation in mistake.made
        if relation.code == "deviation"
    }
    if not turned:
        return lambda relation: id(relation) in made
    return lambda relation: (
        id(relation) in made
        or (
            relation.code == "total"
            and not turned.isdisjoint(one.place for one in relation.figures)
        )
    )


def tied_figures(weighed: Iterable[Judged]) -> Mapping[CellPlace, Judged]:
    """Return the printed figures that were held to others, each with what says most of it.

    That is a relation that holds before one that does not, and what the figure is made of before
    what is made of it.
    """
    best: dict[CellPlace, Judged] = {}
    ranks: dict[CellPlace, tuple[bool, bool]] = {}
    for relation, verdict in weighed:
        if verdict in {Verdict.UNKNOWN, Verdict.MOOT}:
            continue
        for figure in relation.figures:
            rank = (verdict is not Verdict.FAILS, figure is relation.result)
            if figure.is_number and rank > ranks.get(figure.place, ()):
                ranks[figure.place] = rank
                best[figure.place] = relation, verdict
    return best


def _ties_of(found: Survey, doubted_totals: frozenset[CellPlace]) -> list[Relation | Unverifiable]:
    ties = list(_ties(found)) if _is_tied(found) else []
    if not doubted_totals:
        return ties
    return [one for one in ties if not _is_doubted(one, doubted_totals)]


_NOTHING_WRONG = frozenset({Verdict.HOLDS, Verdict.UNKNOWN})


def _is_tied(found: Survey) -> bool:
    """Tell whether the book may print what ties figures beyond what each is computed from."""
    is_beside = found.comparisons or found.summary.figures or found.summary.totals
    return bool(is_beside) or any(map(_is_tied_in_itself, found.areas))


def _is_tied_in_itself(area: Area) -> bool:
    return (
        has_lines_twice(area)
        or any(map(may_hold_total, area.tables))
        or any(row.parts for table in area.tables for row in table.rows)
    )


def _ties(found: Survey) -> Iterator[Relation | Unverifiable]:
    """Yield the relations of comparison tables, totals and copies, and what they cannot tie."""
    yield from comparison_relations(found)
    yield from total_sheet_relations(found)
    yield from total_relations(found)
    yield from summary_measures(found)
    yield from same_figures(found)


def _new(
    ties: Iterable[Relation | Unverifiable], computed: Iterable[Relation]
) -> Iterator[Relation]:
    """Yield the relations between cells that are not tied yet: two tables may hold the same.

    Two places that both follow from inputs are no copies of each other: their inputs are.
    """
    relations = [one for one in ties if isinstance(one, Relation)]
    if not relations:
        return
    seen = {tuple(figure.place for figure in one.figures) for one in computed}
    followed = {one.result.place for one in computed if one.obstacle is None}
    for relation in relations:
        places = tuple(figure.place for figure in relation.figures)
        is_followed = relation.code in COPIES and followed.issuperset(places)
        if places not in seen and not is_followed:
            seen.add(places)
            yield relation


def _earlier_residents(relation: Relation) -> Residents | None:
    """Return the replaced residents that a printed figure follows from; None where none.

    Source: residents at 31.12. are preliminary when the books are closed; a year later the figure
    of the year before is restated with the final ones.
    """
    if not relation.earlier or relation.verdict() in {*_NOTHING_WRONG, Verdict.MOOT}:
        return None
    if not isinstance(relation.formula, PerResident):
        return None
    final = relation.terms[-1]
    for earlier in relation.earlier:
        term = final._replace(number=earlier.number)
        if relation._replace(terms=(*relation.terms[:-1], term)).verdict() is Verdict.HOLDS:
            return earlier
    return None
