"""Hold published reports to the workbook: the same figure, goal and outcome in both, by name.

A figure is looked up by its area, line and period, whatever its place; a report may round it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tpxl.books.report import ReportBook
from tpxl.books.report.book import ReportPlace
from tpxl.jobs.results import Share
from tpxl.layout import Survey, survey
from tpxl.layout.survey import Progress
from tpxl.messages import LANGUAGES, catalogue
from tpxl.model import Address, Area, Figure, Sheets
from tpxl.rules.rounding import measured, rational, rounded
from tpxl.terms import fold

_NOT_TOLD = re.compile(r"[\s\u00ad-]+")
"""Spaces and hyphens: a line's end may add or take one."""
GOAL = "goal"
"""What an item of a goal table is called where a figure has its line."""

NO_NUMBERS = Share(0, 0)

Told = Decimal | str | None
"""A figure in the unit printed, or a goal's texts."""


class ComparedKey(NamedTuple):
    """What is looked up: an area, a line of the figures and its period; or a goal by its words.

    A share of shared costs is that of a `pool`.
    """

    area: str
    line: str
    period: str | None = None
    pool: str = ""


class ComparedItem(NamedTuple):
    """What a book says of it, and where; `cells` are all of a goal's."""

    area: str
    value: Told
    sheet: str
    at: Address
    figure: Figure | None = None
    plain: tuple[str, ...] = ()
    cells: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the workbook and a report say differently, or that one of them lacks.

    `key` names it with the area's full name (none for a total of several areas), a goal by the word
    alone: its texts are the values.
    `cell` is where the workbook has it, `report` and `place` where the report does; None on the
    side that lacks it.
    """

    key: ComparedKey
    book: Told = None
    printed: Told = None
    sheet: str | None = None
    cell: str | None = None
    report: str | None = None
    place: ReportPlace | None = None


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """How reports stand to a workbook; `tied` of `total` figures and goals of it are the same.

    `missing` are in no report, `unknown` are in a report and not in the workbook. `numbers` counts
    those of published reports' tables that were held to the workbook, of all there are.
    """

    book: str
    reports: tuple[str, ...]
    tied: int
    total: int
    differences: tuple[Difference, ...]
    missing: tuple[Difference, ...]
    unknown: tuple[Difference, ...]
    numbers: Share = NO_NUMBERS

    @property
    def has_open_errors(self) -> bool:
        """Tell whether anything differs or is lacking on either side."""
        return bool(self.differences or self.missing or self.unknown)


def area_names(found: Survey) -> tuple[str, ...]:
    """Return the names of a book's areas, which part a report."""
    return tuple(dict.fromkeys(area.name for area in found.areas))


def compare(
    found: Survey,
    reports: Iterable[Sheets],
    progress: Progress | None = None,
    areas: Collection[str] | None = None,
    *,
    is_everywhere: bool = False,
) -> ComparisonResult:
    """Return how reports, opened with the areas' names, stand to a surveyed workbook.

    Of the workbook only the `areas` named are looked for, all where none are given. Each place
    where a report prints a figure is looked at. What a formula of the workbook still has to give
    is not compared. What its tables of several areas alone hold is looked for where it
    `is_everywhere`: of a report that stands for the workbook, which may have no other.

    Raises:
        TpxlError: no table of the family is found in a report.
    """
    due = _due(found, areas, is_everywhere=is_everywhere)
    awaited = frozenset(_awaited(found))
    seen: set[ComparedKey] = set()
    differences: list[Difference] = []
    unknown: list[Difference] = []
    wrong: set[ComparedKey] = set()
    names: list[str] = []
    numbers = NO_NUMBERS
    for report in reports:
        names.append(report.name)
        looked_at: set[tuple[str, Address]] = set()
        said = survey(report, progress)
        for key, item in _everywhere(said):
            own = due.get(key)
            seen.add(key)
            looked_at.update((item.sheet, at) for at in (item.at, *item.cells))
            if key in awaited:
                continue
            if own is None:
                unknown.append(_difference(key, None, item, report))
            elif not _is_same(own, item):
                differences.append(_difference(key, own, item, report))
                wrong.add(key)
        for total, right in _totals(said, due):
            looked_at.add(total.place)
            if total.number not in right:
                differences.append(_of_total(total, right[0], report))
        if isinstance(report, ReportBook):
            printed = frozenset(report.numbers())
            numbers = Share(numbers.done + len(printed & looked_at), numbers.of + len(printed))
    missing = [_difference(key, item, None, None) for key, item in due.items() if key not in seen]
    tied = len((due.keys() & seen) - wrong)
    told = (tuple(differences), tuple(missing), tuple(unknown))
    return ComparisonResult(found.book, tuple(names), tied, len(due), *told, numbers)


def _due(
    found: Survey, areas: Collection[str] | None, *, is_everywhere: bool
) -> Mapping[ComparedKey, ComparedItem]:
    """Return what the reports should say: of a figure that stands twice, the first."""
    wanted = None if areas is None else frozenset(map(fold, areas))
    due: dict[ComparedKey, ComparedItem] = {}
    for key, item in _everywhere(found) if is_everywhere else _items(found):
        if wanted is None or key.area in wanted:
            due.setdefault(key, item)
    return due


def _awaited(found: Survey) -> Iterator[ComparedKey]:
    return (key for key, figure, _ in _printed(found) if not figure.is_known)


def _everywhere(found: Survey) -> Iterator[tuple[ComparedKey, ComparedItem]]:
    """Yield what a report says, its tables of several areas included."""
    yield from _items(found)
    for figure in found.summary.figures:
        if figure.is_number and figure.area and figure.period is not None:
            key = ComparedKey(fold(figure.area), str(figure.line), str(figure.period))
            told = (figure.number, figure.sheet, figure.address, figure)
            yield key, ComparedItem(figure.area, *told)


def _totals(
    said: Survey, due: Mapping[ComparedKey, ComparedItem]
) -> Iterator[tuple[Figure, tuple[Decimal, Decimal]]]:
    """Yield the totals of several areas with what the workbook's figures sum to.

    That is their sum rounded, or the sum of them rounded, as a table of thousands may have it.
    """
    for total, parts, *_ in said.summary.totals:
        keys = (ComparedKey(fold(p.area or ""), str(p.line), str(p.period)) for p in parts)
        own = [item.figure if (item := due.get(key)) else None for key in keys]
        amounts = [Fraction(measured(figure)) for figure in own if figure is not None]
        if total.is_number and amounts and len(amounts) == len(parts):
            shown = [rounded(one / rational(total.scale), total.decimals) for one in amounts]
            exact = rounded(sum(amounts, Fraction(0)) / rational(total.scale), total.decimals)
            yield total, (exact, sum(shown, Decimal(0)))


def _of_total(total: Figure, right: Decimal, report: Sheets) -> Difference:
    place = report.place(*total.place) if isinstance(report, ReportBook) else None
    key = ComparedKey("", str(total.line), str(total.period))
    return Difference(key, right, total.number, report=report.name, place=place)


def _items(found: Survey) -> Iterator[tuple[ComparedKey, ComparedItem]]:
    for key, figure, area in _printed(found):
        if figure.is_number:
            yield key, ComparedItem(area, figure.number, figure.sheet, figure.address, figure)
    for one in found.goals:
        for table in one.tables:
            for goal in table.goals:
                words = _plain(goal.goal or goal.action)
                texts = (goal.goal, goal.action, goal.indicator, goal.outcome)
                at = next(iter(goal.cells.values()), Address(table.block.top, table.block.left))
                key = ComparedKey(fold(one.area), f"{GOAL}:{table.section}:{words}")
                told = "; ".join(" ".join(text.split()) for text in texts if text)
                place = goal.cells.get("goal", at)
                plain = tuple(map(_plain, texts))
                cells = tuple(goal.cells.values())
                yield key, ComparedItem(one.area, told, table.sheet, place, None, plain, cells)


def _printed(found: Survey) -> Iterator[tuple[ComparedKey, Figure, str]]:
    """Yield the areas' figures, each with the area's name; shares of shared costs by pool."""
    shares = list(_shares(found))
    yield from shares
    taken = {figure.place for _, figure, _ in shares}
    for area in found.areas:
        for key, figure in _figures(area):
            if figure.place not in taken:
                yield key, figure, area.name


def _figures(area: Area) -> Iterator[tuple[ComparedKey, Figure]]:
    for table in area.tables:
        for row in table.rows if table.is_sound else ():
            for period, figure in row.figures.items():
                yield ComparedKey(fold(area.name), str(row.line), str(period)), figure


def _shares(found: Survey) -> Iterator[tuple[ComparedKey, Figure, str]]:
    """Yield the areas' own rows of shared costs."""
    for line in found.allocations.lines:
        if line.area is None:
            continue
        name = line.area.name
        for period, figure in line.figures.items():
            yield ComparedKey(fold(name), str(figure.line), str(period), line.pool), figure, name


def _plain(text: str | None) -> str:
    """Return a text without what a line's end changes; nothing for one that is not filled in."""
    return "" if is_unfilled(text) else _NOT_TOLD.sub("", fold(text or ""))


def is_unfilled(text: str | None) -> bool:
    """Tell whether a text is what an export prints where nothing is filled in."""
    return _NOT_TOLD.sub("", fold(text or "")) in _unfilled()


def _unfilled() -> frozenset[str]:
    return frozenset(
        _NOT_TOLD.sub("", fold(catalogue(lang).texts["export.unfilled"])) for lang in LANGUAGES
    )


def _is_same(own: ComparedItem, printed: ComparedItem) -> bool:
    """Tell whether two say the same; one in thousands, or a report without decimals, rounds."""
    if own.figure is None or printed.figure is None:
        return own.plain == printed.plain
    is_coarser = own.figure.scale > printed.figure.scale
    fine, coarse = own.figure, printed.figure
    return _rounds_to(coarse, fine) if is_coarser else _rounds_to(fine, coarse)


def _rounds_to(figure: Figure, coarser: Figure) -> bool:
    exact = Fraction(measured(figure)) / Fraction(rational(coarser.scale))
    return coarser.number == rounded(exact, coarser.decimals)


def _difference(
    key: ComparedKey,
    own: ComparedItem | None,
    printed: ComparedItem | None,
    report: Sheets | None,
) -> Difference:
    name = next(one.area for one in (own, printed) if one is not None)
    place = None
    if printed is not None and isinstance(report, ReportBook):
        place = report.place(printed.sheet, printed.at)
    line = GOAL if key.line.startswith(f"{GOAL}:") else key.line
    return Difference(
        key._replace(area=name, line=line),
        None if own is None else own.value,
        None if printed is None else printed.value,
        None if own is None else own.sheet,
        None if own is None else own.at.a1,
        None if report is None else report.name,
        place,
    )
