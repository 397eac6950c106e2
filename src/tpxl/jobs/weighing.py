"""What ties figures is gathered and weighed, and each wrong figure told once."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from tpxl.jobs.figure_findings import figure_findings
from tpxl.jobs.figure_ties import figure_ties
from tpxl.jobs.inspection import Inspection
from tpxl.jobs.same_figure import same_figure_ties
from tpxl.jobs.ties import UNREADABLE, Bond, Loose, Spot, Tie
from tpxl.jobs.totals import total_bonds
from tpxl.layout import Survey
from tpxl.model import Address, Finding
from tpxl.rules.faults import faults_in
from tpxl.rules.relations import Place, Relation, Verdict

if TYPE_CHECKING:
    from tpxl.rules.culprits import Fault

FIGURE = "figure"
_FOLLOWING = ("margin", "change_", "per_resident")
"""What the codes begin with that tell a computed place is wrong."""


def weighed_findings(inspection: Inspection) -> Iterator[Finding]:
    """Yield what is wrong with the figures tables and with every tie between figures.

    Each fault is told once: what follows from a wrong input, or from a computed place that the
    figures tables' own check reports, is not told again.
    """
    found = inspection.survey
    bonds = [*_of_comparisons(found), *total_bonds(found), *same_figure_ties(found)]
    weighed = _weighed(inspection, [bond for bond in bonds if isinstance(bond, Tie)])
    for finding in figure_findings(inspection.reckonings):
        if not _follows(finding, weighed.followed):
            yield finding
    loose = [bond for bond in bonds if isinstance(bond, Loose)]
    if loose or weighed.faults:
        yield from _told(found, loose, weighed)


def _of_comparisons(found: Survey) -> Iterable[Bond]:
    if not found.comparisons:
        return ()
    from tpxl.jobs.comparisons import comparison_bonds

    return comparison_bonds(found)


class _Weighed(NamedTuple):
    """The faults to tell, what they are told with, and the computed places that follow."""

    faults: tuple["Fault", ...]
    ties: Mapping[tuple[Place, ...], Tie]
    spots: Mapping[Place, Spot]
    followed: frozenset[Place]


def _weighed(inspection: Inspection, ties: list[Tie]) -> _Weighed:
    """Weigh the ties together with the figures tables' own, where these are in doubt."""
    touched = {
        figure.place[0]
        for tie in ties
        if tie.relation.verdict() is not Verdict.HOLDS
        for figure in tie.relation.figures
    }
    kept: dict[tuple[Place, ...], Tie] = {}
    spots: dict[Place, Spot] = {}
    for tie in (*figure_ties(inspection.reckonings, touched), *ties):
        kept.setdefault(_places(tie.relation), tie)
        for spot in tie.spots:
            spots.setdefault(spot.place, spot)
    faults = tuple(faults_in(tie.relation for tie in kept.values()))
    corrections = {
        fault.figure.place: fault.expected or Fraction(0)
        for fault in faults
        if fault.verdict is Verdict.FAILS
    }
    own = [tie.relation for tie in kept.values() if tie.relation.code == FIGURE]
    computed = {relation.result.place for relation in own}
    told = (fault for fault in faults if not _is_told_elsewhere(fault, computed))
    followed = (
        relation.result.place
        for relation in own
        if relation.result.place not in corrections
        and relation.verdict() is not Verdict.HOLDS
        and relation.verdict(corrections) is Verdict.HOLDS
    )
    return _Weighed(tuple(told), kept, spots, frozenset(followed))


def _is_told_elsewhere(fault: "Fault", computed: set[Place]) -> bool:
    """Tell whether the figures tables' own check reports a fault, which it does at its place."""
    return fault.figure.place in computed


def _places(relation: Relation) -> tuple[Place, ...]:
    """Return the places a relation ties: two tables that hold the same cells tie them once."""
    return tuple(figure.place for figure in relation.figures)


def _follows(finding: Finding, followed: frozenset[Place]) -> bool:
    if not followed or finding.sheet is None or finding.cell is None:
        return False
    place = (finding.sheet, Address.parse(finding.cell))
    return place in followed and finding.code.startswith(_FOLLOWING)


def _told(found: Survey, loose: Iterable[Loose], weighed: _Weighed) -> Iterator[Finding]:
    """Yield the figures tied to nothing, unreadable ones of figures tables told there; faults."""
    from tpxl.jobs.tie_findings import fault_finding, loose_finding

    for one in loose:
        if one.code != UNREADABLE or one.spot.place not in _figure_places(found):
            yield loose_finding(one)
    for fault in weighed.faults:
        yield fault_finding(fault, weighed.ties[_places(fault.relation)], weighed.spots)


def _figure_places(found: Survey) -> frozenset[Place]:
    return frozenset(
        (figure.sheet, figure.address)
        for area in found.areas
        for table in area.tables
        for figure in table
    )
