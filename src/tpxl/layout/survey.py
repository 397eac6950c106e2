"""What stands where in a workbook: each sheet is read once, every table found by its words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from tpxl.errors import TpxlError
from tpxl.layout.allocations import locate_allocations, names_pools
from tpxl.layout.area_goals import Headings, goal_section_headings, joined_by_area
from tpxl.layout.areas import area_name, marked_names
from tpxl.layout.comparisons import locate_comparisons
from tpxl.layout.figures import locate_figures
from tpxl.layout.goals import locate_goals
from tpxl.layout.journal import locate_changes_journal, locate_findings_journal
from tpxl.layout.masking import WithoutRows
from tpxl.layout.settings import locate_settings
from tpxl.layout.summaries import locate_summary
from tpxl.layout.summary_lexicon import Lexicon, tells
from tpxl.model import (
    Area,
    AreaGoals,
    FiguresTable,
    GoalTable,
    Grid,
    InFolder,
    Period,
    Related,
    Residents,
    Settings,
    Sheets,
    Text,
)
from tpxl.model.allocation import Allocations
from tpxl.model.comparison import ComparisonTable
from tpxl.model.finding import Finding, Severity
from tpxl.model.journal import ChangesJournal, FindingsJournal
from tpxl.model.summary import Summary
from tpxl.terms import fold, is_known, key
from tpxl.terms.settings import is_final

Progress = Callable[[int, int, str], None]
"""Told after each sheet: how many are done, of how many, the sheet's name."""

SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Survey:
    """The tables of a book and what they say.

    `areas` are the area sheets in the book's order; `summaries` are figures tables whose rows or
    columns name several areas: compared, never edited. `summary` holds the figures on those sheets
    whose area, line and period are told. `comparisons` are tables known by their columns, on any
    sheet; the journals are the tables of findings and of changes. `findings` are faults of the
    settings. `folder` is where the book's file is, None where it is nowhere on this machine.
    """

    book: str
    areas: tuple[Area, ...] = ()
    summaries: tuple[FiguresTable, ...] = ()
    settings: Settings = field(default_factory=Settings)
    findings: tuple[Finding, ...] = ()
    awaits_recalculation: bool = False
    allocations: Allocations = field(default_factory=Allocations)
    goals: tuple[AreaGoals, ...] = ()
    folder: Path | None = None
    comparisons: tuple[ComparisonTable, ...] = ()
    summary: Summary = field(default_factory=Summary)
    findings_journal: FindingsJournal | None = None
    changes_journal: ChangesJournal | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether no table of the family was found."""
        return not (self.areas or self.summaries or self.allocations.tables or self.goals)


@dataclass(frozen=True, slots=True)
class _Page:
    """One sheet, read.

    `pools` is the sheet again where it may hold pools, which are found by the areas' names, and
    `hidden` are their rows once they are. A sheet that `may_summarise` tells of lines or periods
    under headings.
    """

    sheet: str
    tables: tuple[FiguresTable, ...]
    marked: tuple[str, ...]
    settings: Settings | None
    allocations: Allocations
    goals: tuple[GoalTable, ...]
    goal_headings: Headings
    pools: tuple[Grid, tuple[Text, ...]] | None = None
    comparisons: tuple[ComparisonTable, ...] = ()
    may_summarise: bool = False
    findings: FindingsJournal | None = None
    changes: ChangesJournal | None = None
    hidden: frozenset[int] = frozenset()


def survey(book: Sheets, progress: Progress | None = None) -> Survey:
    """Return what stands where in the book.

    Raises:
        TpxlError: no table of the family is found, or a sheet cannot be read.
    """
    pages = []
    for index, sheet in enumerate(book.sheets, 1):
        pages.append(_page(book.read(sheet), is_pending=book.awaits_recalculation))
        if progress is not None:
            progress(index, len(book.sheets), sheet)
    settings, findings = _settings([page.settings for page in pages if page.settings])
    areas, _ = _areas(pages, settings)
    allocations = _allocations(pages, areas, settings, is_pending=book.awaits_recalculation)
    pages = _without_pools(pages, allocations, is_pending=book.awaits_recalculation)
    areas, summaries = _areas(pages, settings)
    found = Survey(
        book=book.name,
        areas=areas,
        summaries=summaries,
        settings=settings,
        findings=findings,
        awaits_recalculation=book.awaits_recalculation,
        allocations=allocations,
        goals=joined_by_area(
            ((page.sheet, page.marked, page.goals, page.goal_headings) for page in pages),
            areas,
            settings.area_names,
        ),
        folder=book.folder if isinstance(book, InFolder) else None,
        comparisons=tuple(table for page in pages for table in page.comparisons),
        summary=_summary(book, pages, areas, settings),
        findings_journal=next((p.findings for p in pages if p.findings is not None), None),
        changes_journal=next((p.changes for p in pages if p.changes is not None), None),
    )
    if found.is_empty:
        raise TpxlError("no_tables", book=book.name)
    return found


def _page(grid: Grid, *, is_pending: bool) -> _Page:
    words = tuple(grid.texts(is_known))
    tables = locate_figures(grid, words, awaits_recalculation=is_pending)
    pools = (grid, words) if names_pools(words) else None
    goals = locate_goals(grid, words)
    return _Page(
        sheet=grid.sheet,
        tables=tables,
        marked=marked_names(grid, words),
        settings=locate_settings(grid, words),
        allocations=Allocations()
        if pools
        else locate_allocations(grid, words, awaits_recalculation=is_pending),
        goals=goals,
        goal_headings=goal_section_headings(grid, words) if goals else {},
        pools=pools,
        comparisons=locate_comparisons(grid, words, awaits_recalculation=is_pending),
        may_summarise=any(tells(word.text) for word in words),
        findings=locate_findings_journal(grid, words),
        changes=locate_changes_journal(grid, words),
    )


def _without_pools(
    pages: Sequence[_Page], allocations: Allocations, *, is_pending: bool
) -> list[_Page]:
    """Return the pages, those with pools read again without their rows.

    A pool that is divided by a line of the figures tables is no summary of that line.
    """
    left: list[_Page] = []
    for page in pages:
        rows = {row for one in allocations.tables if one.sheet == page.sheet for row in one.rows}
        if page.pools is None or not rows:
            left.append(page)
            continue
        hidden = frozenset(rows)
        read = _page(WithoutRows(page.pools[0], hidden), is_pending=is_pending)
        left.append(replace(read, hidden=hidden))
    return left


def _summary(
    book: Sheets, pages: Sequence[_Page], areas: Sequence[Area], settings: Settings
) -> Summary:
    """Return the figures of several areas on the sheets that are no area's own."""
    lexicon = Lexicon.of((*settings.area_names, *(area.name for area in areas)))
    sheets = {area.sheet for area in areas}
    found = [
        locate_summary(
            WithoutRows(book.read(page.sheet), page.hidden),
            lexicon,
            awaits_recalculation=book.awaits_recalculation,
        )
        for page in pages
        if page.may_summarise and page.sheet not in sheets
    ]
    return Summary(
        tuple(figure for one in found for figure in one.figures),
        tuple(total for one in found for total in one.totals),
    )


def _allocations(
    pages: Sequence[_Page], areas: Sequence[Area], settings: Settings, *, is_pending: bool
) -> Allocations:
    """Return what all sheets say of shared costs; an area's own lines only from area sheets."""
    sheets = {area.sheet for area in areas}
    names = {*settings.area_names, *(area.name for area in areas), *sheets}
    keys = frozenset(key(name) for name in names)
    found = []
    for page in pages:
        said = page.allocations
        if page.pools is not None:
            said = locate_allocations(*page.pools, keys, awaits_recalculation=is_pending)
        if page.sheet not in sheets:
            said = replace(said, lines=(), notes=())
        found.append(said)
    return Allocations.joined(found)


def _areas(
    pages: Sequence[_Page], settings: Settings
) -> tuple[tuple[Area, ...], tuple[FiguresTable, ...]]:
    """Part the pages with tables into area sheets and summaries."""
    names = {
        page.sheet: area_name(page.sheet, page.marked, settings.area_names)
        for page in pages
        if page.tables
    }
    known = {fold(name) for page in pages for name in (*page.marked, *settings.area_names)}
    known |= {fold(name) for name in names.values()}
    areas: list[Area] = []
    summaries: list[FiguresTable] = []
    for page in pages:
        if not page.tables:
            continue
        texts = frozenset[str]().union(*(table.texts for table in page.tables))
        if len(page.marked) >= SEVERAL or len(texts & known) >= SEVERAL:
            summaries += page.tables
        else:
            areas.append(Area(names[page.sheet], page.sheet, page.tables))
    return tuple(areas), tuple(summaries)


def _settings(found: Iterable[Settings]) -> tuple[Settings, tuple[Finding, ...]]:
    """Join the settings of all sheets: what stands first counts."""
    joined = Settings()
    for one in found:
        joined = Settings(
            residents_typed=(*joined.residents_typed, *one.residents_typed),
            locked={**one.locked, **joined.locked},
            expenses_are_negative=(
                one.expenses_are_negative
                if joined.expenses_are_negative is None
                else joined.expenses_are_negative
            ),
            area_names=(*joined.area_names, *one.area_names),
            decimals_per_resident={**one.decimals_per_resident, **joined.decimals_per_resident},
            texts={**one.texts, **joined.texts},
        )
    residents, findings = _residents(joined.residents_typed)
    return joined._replace(residents=residents), findings


def _residents(
    typed: Sequence[Residents],
) -> tuple[dict[Period, Residents], tuple[Finding, ...]]:
    """Return the row that counts for each period: the final one where both are typed.

    Two rows of one status with different numbers are reported, and neither is taken.
    """
    chosen: dict[Period, Residents] = {}
    findings = []
    by_period = sorted(typed, key=lambda row: str(row.period))
    for period, rows in groupby(by_period, key=lambda row: row.period):
        candidates = list(rows)
        final = [row for row in candidates if is_final(row.status or "")]
        candidates = final or candidates
        first, rest = candidates[0], candidates[1:]
        other = next((row for row in rest if row.number != first.number), None)
        if other is None:
            chosen[period] = first
        else:
            findings.append(_twice(period, first, other))
    return chosen, tuple(findings)


def _twice(period: Period, first: Residents, second: Residents) -> Finding:
    return Finding(
        code="residents_twice",
        severity=Severity.ERROR,
        sheet=first.sheet,
        cell=first.address.a1,
        period=str(period),
        related=(Related(second.sheet, second.address.a1),),
        facts={"first": first.number, "second": second.number},
    )
