"""What a check, a refresh and an export give back, and how far each area's report is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.jobs.allocation.expected import Allocated
from tpxl.layout import Survey
from tpxl.model import Area, AreaGoals, Edit, Finding, Severity
from tpxl.terms import fold

ASKS_FOR_WORDS = frozenset({Severity.ERROR, Severity.ROUNDING, Severity.WARNING, Severity.COMMENT})
"""Findings that are done once the figure is right or a person has explained it."""


class Share(NamedTuple):
    """How many of how many are done."""

    done: int
    of: int

    @property
    def percent(self) -> int | None:
        """Return whole per cent, rounded down: 100 is all of them. None where there are none.

        >>> Share(199, 200).percent, Share(0, 0).percent
        (99, None)
        """
        return int(Fraction(self.done * 100, self.of)) if self.of else None


class Completeness(NamedTuple):
    """How far an area is.

    `filled` counts the places of its figures and the outcomes of its goals, a dash being filled
    in; `checked` the printed figures that could be computed anew; `explained` the findings that
    ask for a correction or a written explanation.
    """

    area: str
    filled: Share
    checked: Share
    explained: Share


def completeness_of(found: Survey, findings: Iterable[Finding]) -> Iterator[Completeness]:
    """Yield how far each area is, in the book's order; `findings` are those of the book.

    Figures that nobody reads count as unchecked, and so do those that may need them.
    """
    told: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        told[fold(finding.area or "")].append(finding)
    areas: dict[str, list[Area]] = defaultdict(list)
    for area in found.areas:
        areas[fold(area.name)].append(area)
    goals = {fold(one.area): one for one in found.goals}
    for name in dict.fromkeys((*areas, *goals)):
        own, of_area = areas.get(name, []), goals.get(name)
        of_all = told[""] if name else []
        title = own[0].name if own else goals[name].area
        yield Completeness(
            title,
            _filled(own, of_area),
            _checked(own, (*told[name], *of_all)),
            _explained(told[name]),
        )


def _filled(areas: Iterable[Area], goals: AreaGoals | None) -> Share:
    places = [
        not figure.is_known or (figure.value is not None and figure.value != "")
        for area in areas
        for table in area.tables
        for figure in table
    ]
    outcomes = [
        goal.outcome is not None
        for table in (goals.tables if goals else ())
        for goal in table.goals
        if goal.action is not None or goal.goal is not None
    ]
    return Share(sum(places) + sum(outcomes), len(places) + len(outcomes))


def _checked(areas: Sequence[Area], findings: Sequence[Finding]) -> Share:
    """Return how many of the areas' printed figures were checked; unread are those of its sheets.

    What nobody reads on a sheet that is no area's is no area's figure.
    """
    sheets = {area.sheet for area in areas}
    unread = {one for one in _cells_told(findings, "unread") if one[0] in sheets}
    unknown = {(one.sheet, one.cell) for one in findings if one.severity is Severity.UNVERIFIABLE}
    unknown |= _cells_told(findings, "untied")
    printed = [
        figure.is_known and not (unknown and (figure.sheet, figure.cell) in unknown)
        for area in areas
        for table in area.tables
        for figure in table
        if (figure.number is not None or not figure.is_known)
        and not (unread and (figure.sheet, figure.cell) in unread)
    ]
    return Share(sum(printed), len(printed) + len(unread))


def unread_cells(findings: Iterable[Finding]) -> frozenset[tuple[str | None, str | None]]:
    """Return the cells of the numbers that nobody reads."""
    return frozenset(_cells_told(findings, "unread"))


def _cells_told(findings: Iterable[Finding], fact: str) -> set[tuple[str | None, str | None]]:
    return {(one.sheet, one.cell) for finding in findings for one in finding.facts.get(fact, ())}


def _explained(findings: Iterable[Finding]) -> Share:
    asking = [one for one in findings if one.severity in ASKS_FOR_WORDS]
    return Share(sum(not one.is_open for one in asking), len(asking))


def has_open_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether an error stands that nobody has explained."""
    return any(one.is_open and one.severity is Severity.ERROR for one in findings)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What is wrong in a book; `figures` counts the printed figures that were looked at.

    `allocations` are the shared costs: for every euro, where it came from and where it went;
    `completeness` is how far each area is. `is_unfilled` tells that the tables hold no figure yet;
    `untied` says what was seen where figures stand and none of them is tied to any other.
    """

    book: str
    findings: tuple[Finding, ...]
    figures: int = 0
    allocations: tuple[Allocated, ...] = ()
    completeness: tuple[Completeness, ...] = ()
    is_unfilled: bool = False
    untied: TpxlError | None = None

    @property
    def has_open_errors(self) -> bool:
        """Tell whether an error stands that nobody has explained."""
        return has_open_errors(self.findings)


@dataclass(frozen=True, slots=True)
class RefreshResult:
    """What a refresh changed, what is wrong in the book after it, and where shared costs went.

    `is_unfilled` and `untied` are as a check's.
    """

    book: str
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]
    figures: int = 0
    allocations: tuple[Allocated, ...] = ()
    completeness: tuple[Completeness, ...] = ()
    is_unfilled: bool = False
    untied: TpxlError | None = None

    @property
    def has_open_errors(self) -> bool:
        """Tell whether an error stands that nobody has explained."""
        return has_open_errors(self.findings)


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files that were written, and why others were not.

    `refused` are areas with open errors, where those are not to be exported; `failed` is what
    could not be done; `doubts` tell of what was printed and should not be: error values, another
    choice of parts than the one typed; `templates` are the files that say what it looks like.
    `notes` tell what is no error: hidden areas, cells in no section, a look that PDF has not.
    """

    book: str
    files: tuple[Path, ...] = ()
    refused: tuple[TpxlError, ...] = ()
    failed: tuple[TpxlError, ...] = ()
    doubts: tuple[TpxlError, ...] = ()
    templates: tuple[Path, ...] = ()
    notes: tuple[TpxlError, ...] = ()

    @property
    def has_open_errors(self) -> bool:
        """Tell whether an area was refused for its open errors, or an error value was printed."""
        return bool(self.refused or self.doubts)
