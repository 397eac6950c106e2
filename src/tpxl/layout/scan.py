"""One sheet, read: each domain is looked for where a word of it stands, and loaded only then.

Most sheets are an area's figures; most books have no pools, no comparisons, some no goals. A
domain's rooms are imported by the function that asks for it first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.layout.area_sheet import marked_names
from tpxl.layout.beside import UnreadPlace, places_beside
from tpxl.layout.blocks import Parting
from tpxl.layout.comparisons import heading_rows, locate_comparisons
from tpxl.layout.figures import locate_figures
from tpxl.layout.headers import PeriodHeader, locate_headers
from tpxl.layout.loose_lines import LooseLine, loose_lines, stand_under_years
from tpxl.layout.loose_numbers import LooseNumbers, loose_numbers
from tpxl.layout.settings import locate_settings
from tpxl.layout.summary_lexicon import tells
from tpxl.layout.views import EVERYTHING, SheetWords, View
from tpxl.model import (
    Address,
    Area,
    AreaGoals,
    Block,
    Edit,
    Figure,
    FiguresTable,
    GoalTable,
    Grid,
    Settings,
    Text,
    Unvalued,
)
from tpxl.model.allocation import Allocations
from tpxl.model.figure import ComparisonTable
from tpxl.model.journal import FindingsJournal
from tpxl.model.plain_table import PlainTable
from tpxl.terms import key
from tpxl.terms.allocation import allocation_word, may_name_pool, tells_of_shared_costs
from tpxl.terms.allocation import is_known as leads_to_allocation
from tpxl.terms.goals import heads_goals
from tpxl.terms.journal import heads_journal
from tpxl.terms.known import is_known
from tpxl.terms.lines import is_known as names_line
from tpxl.terms.periods import period_of
from tpxl.terms.sections import section_of
from tpxl.terms.settings import setting_of
from tpxl.terms.years import is_dated_title

NO_ALLOCATIONS = Allocations()

FEWEST = 2
MOST_ROWS = 400
"""A longer sheet is no table that a person turned over."""

MOST_WORDS = 60_000
"""Words of the report on one sheet: an area's sheet has some fifty, one of 800 areas 40 000."""


class Goals(NamedTuple):
    """The goal tables of a sheet, and the cells of the headings of the goal sections."""

    tables: tuple[GoalTable, ...] = ()
    headings: Mapping[int, Address] = MappingProxyType({})


class Journals(NamedTuple):
    """The journals of a sheet."""

    findings: FindingsJournal | None = None
    changes: PlainTable | None = None

    def rows(self, last: int) -> range:
        """Return the journals' rows, down to the sheet's `last`.

        What tpxl writes there is in the report's own words: nothing of it is read as the report.
        """
        headers = [journal.header_row for journal in self if journal is not None]
        return range(min(headers) + 1, last + 1) if headers else range(0)


class SheetScan(NamedTuple):
    """One sheet, read.

    `pools` is the sheet again where it may hold pools, which are found by the areas' names, and
    `hidden` are their rows once they are. A sheet that `may_summarise` tells of lines or periods
    under headings. `block` is the part of the sheet that one area of several is written on, or
    the total of them. `unvalued` are the formulas that nobody has calculated;
    on a journal they are tpxl's own links, and nothing is read from them. `headers` are its rows of
    periods but those of settings, `beside` the numbers within reach of its tables that these do not
    read, `loose` the lines of an area, or under years, outside them, `numbers` what else stands
    beside its tables, `titles` the headings and notes that say of what year the report is.
    """

    sheet: str
    tables: tuple[FiguresTable, ...]
    marked: tuple[str, ...]
    settings: Settings | None
    allocations: Allocations = NO_ALLOCATIONS
    goals: Goals = Goals()
    pools: tuple[Grid, tuple[Text, ...]] | None = None
    comparisons: tuple[ComparisonTable, ...] = ()
    may_summarise: bool = False
    journals: Journals = Journals()
    hidden: frozenset[int] = frozenset()
    unvalued: Unvalued | None = None
    headers: tuple[PeriodHeader, ...] = ()
    beside: tuple[UnreadPlace, ...] = ()
    loose: tuple[LooseLine, ...] = ()
    numbers: tuple[LooseNumbers, ...] = ()
    titles: tuple[Text, ...] = ()
    block: Block | None = None

    @property
    def part(self) -> tuple[str, Block | None]:
        """Return what part of the book it is: a sheet, or a part of one."""
        return self.sheet, self.block


def scan_sheet(grid: Grid, *, is_pending: bool, lang: str = "fi") -> SheetScan:
    """Return what stands on a sheet, in goals yes and no in `lang`; pools are still to be found.

    Raises:
        TpxlError: it cannot be read, or is larger than any sheet of a report.
    """
    words = tuple(islice(grid.texts(is_known), MOST_WORDS + 1))
    if len(words) > MOST_WORDS:
        raise TpxlError("sheet_too_many_words", sheet=grid.sheet, limit=MOST_WORDS)
    texts = {word.text for word in words}
    if not any(map(heads_journal, texts)):
        return _scanned(grid, words, is_pending=is_pending, lang=lang)
    journals = _journals(grid, words)
    hidden = frozenset(journals.rows(grid.last_row))
    above = tuple(word for word in words if word.row not in hidden)
    scan = _scanned(View(grid, hidden), above, is_pending=is_pending, lang=lang)
    unvalued = scan.unvalued if scan.tables or not any(journals) else None
    return scan._replace(journals=journals, hidden=hidden, unvalued=unvalued, titles=())


def _scanned(grid: Grid, words: tuple[Text, ...], *, is_pending: bool, lang: str) -> SheetScan:
    """Return what stands on a sheet besides journals."""
    texts = {word.text for word in words}
    may_allocate = any(map(leads_to_allocation, texts))
    allocations = NO_ALLOCATIONS
    comparisons: tuple[ComparisonTable, ...] = ()
    has_pools = may_allocate and any(map(may_name_pool, texts))
    if may_allocate and not has_pools:
        allocations = _allocations(grid, words, is_pending=is_pending)
    if any(heading_rows(words)):
        comparisons = _comparisons(grid, words, is_pending=is_pending)
    headers = locate_headers(grid, words)
    located = locate_figures(grid, headers, words, awaits_recalculation=is_pending)
    tables, bodies = tuple(one.table for one in located), [one.body for one in located]
    whole = grid._replace(hidden=()) if isinstance(grid, View) else grid
    beside = tuple(places_beside(whole, located))
    if not tables and may_be_turned(grid, words):
        tables, beside = _turned(grid, words, is_pending=is_pending)
    marked = marked_names(grid, words)
    is_part = isinstance(grid, View) and grid.block is not EVERYTHING
    loose = tuple(loose_lines(grid, words, tables))
    is_of_area = tables or marked or any(section_of(text) is not None for text in texts)
    goals = _goals(grid, words, lang) if any(map(heads_goals, texts)) else Goals()
    is_bare = not (tables or comparisons or goals.tables or is_part)
    return SheetScan(
        sheet=grid.sheet,
        tables=tables,
        marked=marked,
        settings=locate_settings(grid, words),
        allocations=allocations,
        goals=goals,
        pools=(grid, words) if has_pools else None,
        comparisons=comparisons,
        may_summarise=any(map(tells, texts)),
        unvalued=grid.unvalued,
        headers=tuple(_but_settings(headers, words)),
        beside=beside,
        loose=loose if is_of_area or stand_under_years(grid, loose) else (),
        numbers=tuple(loose_numbers(grid, tables, bodies))
        if (tables and not is_part) or (is_bare and _tells_of_shared_costs(grid))
        else (),
        titles=tuple(_titles(grid, is_pending=is_pending)),
    )


def _tells_of_shared_costs(grid: Grid) -> bool:
    """Tell whether a sheet speaks of shared costs, in two words of theirs or more."""
    words = {allocation_word(one.text) for one in grid.texts(tells_of_shared_costs)}
    return len(words) >= FEWEST


def parts_of(
    grid: Grid, page: SheetScan, parting: Parting, *, is_pending: bool, lang: str
) -> Iterator[SheetScan]:
    """Yield the parts of a sheet that several areas are written on, and what is beside them.

    Of one whose tables are nobody's for certain, what is not a table of an area is left.
    """
    if parting.unclear:
        nothing = page._replace(tables=(), allocations=NO_ALLOCATIONS, pools=None, goals=Goals())
        nothing = nothing._replace(comparisons=(), headers=(), beside=(), loose=(), numbers=())
        yield nothing._replace(may_summarise=False)
        return
    if not parting.parts:
        yield page
        return
    blocks = [part.block for part in parting.parts]
    hidden = frozenset(
        row for block in blocks for row in range(block.top, min(block.bottom, grid.last_row) + 1)
    )
    rest = scan_sheet(View(grid, hidden), is_pending=is_pending, lang=lang)
    rest = rest._replace(numbers=page.numbers)
    yield rest._replace(marked=(), settings=page.settings, hidden=hidden, journals=page.journals)
    words = SheetWords(grid)
    for part in parting.parts:
        own = scan_sheet(View(grid, (), part.block, words), is_pending=is_pending, lang=lang)
        if part.shares_header:
            firsts = {table.rows[0].label_address for table in part.tables}
            beside = (one for one in page.beside if one.table.rows[0].label_address in firsts)
            below = (one for one in page.loose if part.block.covers(one.address))
            own = own._replace(tables=part.tables, beside=tuple(beside), loose=tuple(below))
        own = own._replace(marked=(part.name,), settings=None, journals=Journals())
        yield own._replace(block=part.block)


def _titles(grid: Grid, *, is_pending: bool) -> Iterator[Text]:
    """Yield the headings and notes that say a year; a formula's text may be old while it waits."""
    for text in grid.texts(is_dated_title):
        if not (is_pending and grid.has_formula(text.address)):
            yield text


_OF_OTHER_TABLES = (None, "area")
"""``Vastuualue`` heads the areas of a summary too."""


def _but_settings(headers: Sequence[PeriodHeader], words: Iterable[Text]) -> Iterator[PeriodHeader]:
    """Yield the rows of periods but those of settings that go across."""
    rows = {header.row for header in headers}
    told = (word for word in words if word.row in rows)
    settings = {word.row for word in told if setting_of(word.text) not in _OF_OTHER_TABLES}
    return (header for header in headers if header.row not in settings)


def _allocations(grid: Grid, words: Sequence[Text], *, is_pending: bool) -> Allocations:
    from tpxl.layout.allocation.locate import locate_allocations

    return locate_allocations(grid, words, awaits_recalculation=is_pending)


def _goals(grid: Grid, words: Sequence[Text], lang: str) -> Goals:
    from tpxl.layout.goals.locate import goal_section_headings, locate_goals

    tables = locate_goals(grid, words, lang)
    return Goals(tables, goal_section_headings(grid, words)) if tables else Goals()


def _comparisons(
    grid: Grid, words: Sequence[Text], *, is_pending: bool
) -> tuple[ComparisonTable, ...]:
    return locate_comparisons(grid, words, awaits_recalculation=is_pending)


def _turned(
    grid: Grid, words: Sequence[Text], *, is_pending: bool
) -> tuple[tuple[FiguresTable, ...], tuple[UnreadPlace, ...]]:
    from tpxl.layout.turned import turned_tables

    return turned_tables(grid, words, is_pending=is_pending)


def may_be_turned(grid: Grid, words: Iterable[Text]) -> bool:
    """Tell whether a sheet without tables names periods and lines: they may stand otherwise."""
    periods, lines = set(), set()
    for word in words:
        if period_of(word.text) is not None:
            periods.add(word.text)
        elif names_line(word.text):
            lines.add(word.text)
    return grid.last_row <= MOST_ROWS and min(len(periods), len(lines)) >= FEWEST


def _journals(grid: Grid, words: Sequence[Text]) -> Journals:
    from tpxl.layout.journal import locate_changes_journal, locate_findings_journal

    return Journals(locate_findings_journal(grid, words), locate_changes_journal(grid, words))


def pools_of(
    grid: Grid, words: Sequence[Text], names: Iterable[str], *, is_pending: bool
) -> Allocations:
    """Return the pools of a sheet, found by the areas' names, with their receivers."""
    from tpxl.layout.allocation.locate import locate_allocations

    keys = frozenset(key(name) for name in names)
    return locate_allocations(grid, words, keys, awaits_recalculation=is_pending)


def allocations_after(
    before: Allocations,
    figure_after: Callable[[Figure], Figure],
    every: Mapping[tuple[str, Address], Edit],
) -> Allocations:
    """Return shared costs once edits were applied to their book."""
    from tpxl.layout.allocation.locate import revised_allocations

    return revised_allocations(before, figure_after, every)


def goals_by_area(
    pages: Sequence[SheetScan], areas: Sequence[Area], settings: Settings
) -> tuple[AreaGoals, ...]:
    """Return the goal tables of each area, from all sheets that bear its name."""
    if not any(page.goals.tables for page in pages):
        return ()
    from tpxl.layout.goals.locate import joined_by_area

    told = ((page.sheet, page.block, page.marked, *page.goals) for page in pages)
    return joined_by_area(told, areas, settings.area_names)
