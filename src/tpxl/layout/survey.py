"""What stands where in a workbook: each sheet is read once, every table found by its words."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from tpxl.errors import TpxlError
from tpxl.layout.area_sheet import HiddenArea, area_name, contested_areas, hidden_areas
from tpxl.layout.beside import UnreadPlace
from tpxl.layout.blocks import parting_of, repeats_figures
from tpxl.layout.headers import PeriodHeader
from tpxl.layout.loose_lines import LooseLine
from tpxl.layout.loose_numbers import LooseNumbers
from tpxl.layout.scan import (
    NO_ALLOCATIONS,
    SheetScan,
    goals_by_area,
    parts_of,
    pools_of,
    scan_sheet,
)
from tpxl.layout.settings import joined_settings
from tpxl.layout.several import figures_of_several
from tpxl.layout.tabled_areas import names_tabled
from tpxl.layout.total_sheets import TotalSheet, total_sheets, with_totals
from tpxl.layout.views import View
from tpxl.model import (
    Area,
    AreaGoals,
    Block,
    FiguresTable,
    Settings,
    Sheets,
    Text,
    Unvalued,
)
from tpxl.model.allocation import Allocations
from tpxl.model.figure import ComparisonTable, Summary
from tpxl.model.finding import Finding
from tpxl.model.journal import FindingsJournal
from tpxl.model.plain_table import PlainTable
from tpxl.terms import fold, key

Progress = Callable[[int, int, str], None]
"""Told after each sheet: how many are done, of how many, the sheet's name."""

SEVERAL = 2
DAMAGES = frozenset({"sheet_damaged", "sheet_unordered", "cell_damaged"})
"""Why one sheet cannot be read while the others can: it is named and passed over."""


class Survey(NamedTuple):
    """The tables of a book and what they say.

    `areas` are the area sheets in the book's order; `summaries` are figures tables whose rows or
    columns name several areas: compared, never edited. `summary` holds the figures on those sheets
    whose area, line and period are told. `comparisons` are tables known by their columns, on any
    sheet; the journals are the tables of findings and of changes. `findings` are faults of the
    settings. `unvalued` tells by sheet of formulas that nobody has calculated, `damaged` why sheets
    could not be read. `contested` are area sheets that claim one area between them: whose figures
    they hold is not known, so nothing else is told of them. `totals` are the sheets of all areas
    together, their tables among the `summaries`; `tabled` those that hold the only figures of
    several areas, which are among the `areas`. By sheet, `headers` are the rows of
    periods and `beside` the numbers within reach of a table that it does not read, as the sheets
    held them when they were read, `loose` the lines with figures under no periods, `numbers` those
    that stand together in no table: an edit changes none; `titles` are the headings and notes that
    say of what year the report is. `hidden` are the area sheets out of sight that were left out;
    what they say of settings and journals is read all the same.
    """

    book: str
    areas: tuple[Area, ...] = ()
    summaries: tuple[FiguresTable, ...] = ()
    settings: Settings = Settings()
    findings: tuple[Finding, ...] = ()
    awaits_recalculation: bool = False
    allocations: Allocations = NO_ALLOCATIONS
    goals: tuple[AreaGoals, ...] = ()
    comparisons: tuple[ComparisonTable, ...] = ()
    summary: Summary = Summary()
    findings_journal: FindingsJournal | None = None
    changes_journal: PlainTable | None = None
    unvalued: Mapping[str, Unvalued] = MappingProxyType({})
    damaged: tuple[TpxlError, ...] = ()
    contested: tuple[tuple[Area, ...], ...] = ()
    undecided: tuple[tuple[FiguresTable, ...], ...] = ()
    totals: tuple[TotalSheet, ...] = ()
    tabled: frozenset[str] = frozenset()
    headers: Mapping[str, tuple[PeriodHeader, ...]] = MappingProxyType({})
    titles: Mapping[str, tuple[Text, ...]] = MappingProxyType({})
    beside: Mapping[str, tuple[UnreadPlace, ...]] = MappingProxyType({})
    hidden: tuple[HiddenArea, ...] = ()
    loose: Mapping[str, tuple[LooseLine, ...]] = MappingProxyType({})
    numbers: Mapping[str, tuple[LooseNumbers, ...]] = MappingProxyType({})

    @property
    def is_empty(self) -> bool:
        """Tell whether no table of the family was found."""
        return not (
            self.areas
            or self.summaries
            or self.allocations.tables
            or self.goals
            or self.comparisons
            or self.contested
            or self.undecided
            or self.hidden
        )


def survey(
    book: Sheets,
    progress: Progress | None = None,
    lang: str = "fi",
    *,
    with_hidden: bool = False,
) -> Survey:
    """Return what stands where in the book; the goals' yes and no are in the language `lang`.

    Area sheets out of sight are left out, unless it is to be read `with_hidden` ones.

    Raises:
        TpxlError: no table of the family is found in the sheets that can be read, or a sheet is
            larger than any may be.
    """
    pages, damaged = _pages(book, progress, lang)
    settings, findings = joined_settings([page.settings for page in pages if page.settings])
    journals = [page.journals for page in pages]
    pages, undecided = _parted(book, pages, settings, lang)
    areas, summaries = _areas(pages, settings)
    hidden: tuple[HiddenArea, ...] = ()
    if book.hidden and not with_hidden:
        goals = goals_by_area(pages, areas, settings)
        hidden = tuple(hidden_areas(book.hidden, areas, goals))
        pages = _without(pages, (one.sheet for one in hidden))
    names = frozenset((*settings.area_names, *(one.name for one in hidden)))
    areas, _ = _areas(pages, settings, names)
    contested = contested_areas(areas)
    if contested:
        claimed = {(area.sheet, area.block) for claim in contested for area in claim}
        pages = [page for page in pages if page.part not in claimed]
        areas, _ = _areas(pages, settings, names)
    with_goals = {page.sheet for page in pages if page.goals.tables}
    totals = total_sheets(areas, {*map(fold, settings.area_names), *with_goals})
    of_all = frozenset((one.area.sheet, one.area.block) for one in totals)
    areas, summaries = _areas(pages, settings, names, of_all)
    allocations = _allocations(pages, areas, names, is_pending=book.awaits_recalculation)
    allocations = _undisputed(allocations, contested)
    if allocations.tables:
        is_pending = book.awaits_recalculation
        pages = _without_pools(pages, allocations, is_pending=is_pending, lang=lang)
        areas, summaries = _areas(pages, settings, names, of_all)
    if not contested and not any(table.is_sound for area in areas for table in area.tables):
        names |= set(names_tabled(book, pages))
        areas, summaries = _areas(pages, settings, names, of_all)
    others = (*areas, *(one for claim in contested for one in claim))
    taken = {fold(name) for name in (*(one.name for one in others), *(h.name for h in hidden))}
    taken |= {sheet for sheet, _ in of_all}
    several, tabled = figures_of_several(book, pages, others, names, taken)
    found = Survey(
        book=book.name,
        areas=(*areas, *tabled),
        summaries=summaries,
        settings=settings,
        findings=findings,
        awaits_recalculation=book.awaits_recalculation,
        allocations=allocations,
        goals=goals_by_area(pages, areas, settings),
        comparisons=tuple(_comparisons(pages, areas)),
        summary=with_totals(several, totals, book, frozenset(area.name for area in areas)),
        tabled=frozenset(area.sheet for area in tabled),
        findings_journal=next(filter(None, (one.findings for one in journals)), None),
        changes_journal=next(filter(None, (one.changes for one in journals)), None),
        unvalued={page.sheet: page.unvalued for page in pages if page.unvalued},
        titles=_titles(pages),
        damaged=damaged,
        contested=contested,
        undecided=undecided,
        headers=_by_sheet((page.sheet, page.headers) for page in pages),
        beside=_by_sheet((page.sheet, page.beside) for page in pages),
        hidden=hidden,
        totals=totals,
        loose=_by_sheet(_loose(pages, () if with_hidden else book.hidden)),
        numbers=_by_sheet((page.sheet, page.numbers) for page in pages),
    )
    if found.is_empty:
        raise damaged[0] if damaged else TpxlError("no_tables", book=book.name)
    return found


def _loose(
    pages: Iterable[SheetScan], hidden: Container[str]
) -> Iterator[tuple[str, tuple[LooseLine, ...]]]:
    """Yield the lines under no periods; a sheet out of sight that is no area's may draw a chart."""
    for page in pages:
        if page.tables or page.marked or page.sheet not in hidden:
            yield page.sheet, page.loose


def _titles(pages: Iterable[SheetScan]) -> dict[str, tuple[Text, ...]]:
    """Return the dated titles by sheet; the parts of a sheet may tell one twice."""
    titles: dict[str, set[Text]] = {}
    for page in pages:
        if page.titles:
            titles.setdefault(page.sheet, set()).update(page.titles)
    return {sheet: tuple(sorted(told)) for sheet, told in titles.items()}


def _pages(
    book: Sheets, progress: Progress | None, lang: str
) -> tuple[list[SheetScan], tuple[TpxlError, ...]]:
    """Return the sheets that can be read, and why others cannot."""
    pages, damaged = [], []
    sheets = book.sheets
    for index, sheet in enumerate(sheets, 1):
        try:
            pages.append(_page(book, sheet, lang))
        except TpxlError as error:
            if error.code not in DAMAGES:
                raise
            damaged.append(error)
        if progress is not None:
            progress(index, len(sheets), sheet)
    return pages, tuple(damaged)


def _page(book: Sheets, sheet: str, lang: str) -> SheetScan:
    try:
        return scan_sheet(book.read(sheet), is_pending=book.awaits_recalculation, lang=lang)
    except TpxlError as error:  # a sheet does not know whose it is
        raise TpxlError(error.code, **{"book": book.name, **error.facts}) from error


def _parted(
    book: Sheets, pages: Sequence[SheetScan], settings: Settings, lang: str
) -> tuple[list[SheetScan], tuple[tuple[FiguresTable, ...], ...]]:
    """Return the pages, those of several areas in parts, and tables of which none knows whose."""
    parted: list[SheetScan] = []
    undecided: list[tuple[FiguresTable, ...]] = []
    may_be_parted = {page.sheet for page in pages if repeats_figures(page.tables)}
    elsewhere = {
        fold(area_name(page.sheet, page.marked, settings.area_names))
        for page in pages
        if may_be_parted and page.tables and page.sheet not in may_be_parted
    }
    for page in pages:
        if page.sheet not in may_be_parted:
            parted.append(page)
            continue
        grid = book.read(page.sheet)
        parting = parting_of(grid, page.tables, settings.area_names, elsewhere)
        is_pending = book.awaits_recalculation
        parted += parts_of(grid, page, parting, is_pending=is_pending, lang=lang)
        if parting.unclear:
            undecided.append(parting.unclear)
    return parted, tuple(undecided)


_Told = TypeVar("_Told")


def _by_sheet(pages: Iterable[tuple[str, Sequence[_Told]]]) -> Mapping[str, tuple[_Told, ...]]:
    """Return what the pages tell of each sheet that they tell anything of."""
    told: dict[str, tuple[_Told, ...]] = {}
    for sheet, said in pages:
        if said:
            told[sheet] = (*told.get(sheet, ()), *said)
    return told


def _without(pages: Iterable[SheetScan], sheets: Iterable[str]) -> list[SheetScan]:
    left_out = set(sheets)
    return [page for page in pages if page.sheet not in left_out]


def _comparisons(pages: Sequence[SheetScan], areas: Sequence[Area]) -> Iterator[ComparisonTable]:
    """Yield the comparison tables, each with the area whose table it is."""
    owners = {(area.sheet, area.block): area.name for area in areas}
    for page in pages:
        for table in page.comparisons:
            yield table._replace(area=owners.get(page.part))


def _without_pools(
    pages: Sequence[SheetScan], allocations: Allocations, *, is_pending: bool, lang: str
) -> list[SheetScan]:
    """Return the pages, those with pools read again without their rows.

    A pool that is divided by a line of the figures tables is no summary of that line.
    """
    left: list[SheetScan] = []
    for page in pages:
        rows = {row for one in allocations.tables if one.sheet == page.sheet for row in one.rows}
        if page.pools is None or not rows:
            left.append(page)
            continue
        hidden = frozenset(rows)
        read = scan_sheet(View(page.pools[0], hidden), is_pending=is_pending, lang=lang)
        found = read._replace(journals=page.journals, headers=page.headers)
        found = found._replace(block=page.block, marked=page.marked)
        if page.block is not None and any(one.header_row < page.block.top for one in page.tables):
            kept = tuple(one for one in page.tables if hidden.isdisjoint(one.body))
            found = found._replace(tables=kept, beside=page.beside, loose=page.loose)
        left.append(found._replace(hidden=hidden | page.hidden))
    return left


def _allocations(
    pages: Sequence[SheetScan], areas: Sequence[Area], named: Iterable[str], *, is_pending: bool
) -> Allocations:
    """Return what all sheets say of shared costs; an area's own lines only from area sheets."""
    owners = {(area.sheet, area.block): area for area in areas}
    sheets = (area.sheet for area in areas)
    names = {*named, *(area.name for area in areas), *sheets}
    found = []
    for page in pages:
        said = page.allocations
        if page.pools is not None:
            said = pools_of(*page.pools, names, is_pending=is_pending)
        owner = owners.get(page.part)
        said = replace(said, lines=(), notes=()) if owner is None else said.of_area(owner)
        if not said.is_empty:
            found.append(said)
    return Allocations.joined(found)


def _undisputed(allocations: Allocations, contested: Sequence[Sequence[Area]]) -> Allocations:
    """Return the shared costs without the pools that give to an area two sheets claim.

    Nor is the list of flows of any use that tells of such a pool.
    """
    names = {key(claim[0].name) for claim in contested}
    tables = tuple(
        table for table in allocations.tables if not names & set(map(key, table.receivers))
    )
    if len(tables) == len(allocations.tables):
        return allocations
    return replace(allocations, tables=tables, flows=())


def _areas(
    pages: Sequence[SheetScan],
    settings: Settings,
    named: Iterable[str] = (),
    of_all: Container[tuple[str, Block | None]] = (),
) -> tuple[tuple[Area, ...], tuple[FiguresTable, ...]]:
    """Part the pages with tables into areas and summaries.

    More areas may be `named`; the parts `of_all` areas together are summaries.
    """
    own = [
        (page, area_name(page.sheet, page.marked, settings.area_names))
        for page in pages
        if page.tables
    ]
    known = {fold(name) for page in pages for name in (*page.marked, *settings.area_names)}
    known |= set(map(fold, named))
    known |= {fold(name) for _, name in own}
    areas: list[Area] = []
    summaries: list[FiguresTable] = []
    for page, name in own:
        texts = frozenset[str]().union(*(table.texts for table in page.tables))
        names_several = len(page.marked) >= SEVERAL or len(texts & known) >= SEVERAL
        if page.part in of_all or (page.block is None and names_several):
            summaries += page.tables
        else:
            areas.append(Area(name, page.sheet, page.tables, page.block))
    return tuple(areas), tuple(summaries)
