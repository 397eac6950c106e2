"""Open a new year: next year's book from this year's own, by edits of its cells alone."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tpxl.books.package import PackageBook
from tpxl.jobs.check.check import findings_of, record
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.check.expected import values_of
from tpxl.jobs.journal.sheets import user_name
from tpxl.jobs.plain_tables import tables_of
from tpxl.jobs.recalculation import recalculate
from tpxl.jobs.results import has_open_errors
from tpxl.jobs.rollover.bases import (
    FEWEST_AREAS,
    WIDTHS,
    Base,
    base_moves,
    bases_of,
    kept_count,
    kept_sheet,
    sheet_name,
)
from tpxl.jobs.rollover.moves import Computed, Move, Parted, Review, edited, moves_of, parted
from tpxl.jobs.rollover.refusals import (
    figures_told,
    require_moving,
    require_settled,
    require_sound,
    year_of,
)
from tpxl.jobs.rollover.residents import ResidentsMoved, residents_moved
from tpxl.jobs.rollover.sources import Sources, standing_formulas
from tpxl.jobs.rollover.texts import (
    goal_heading_moves,
    note_moves,
    page_edits,
    page_review,
    setting_moves,
    text_moves,
)
from tpxl.jobs.rollover.tracks import after, groups_of, outcomes_of
from tpxl.layout import Survey, survey
from tpxl.layout.survey import Progress
from tpxl.layout.unread import unread_tables
from tpxl.messages import catalogue, phrase
from tpxl.model import Address, Edit, Finding, Grid, NewValue, Period
from tpxl.model.cell import PageEdit
from tpxl.model.figure import CellPlace
from tpxl.terms import fold
from tpxl.terms import journal as column
from tpxl.terms.approvals import APPROVALS
from tpxl.terms.ledger import IMPORTS
from tpxl.terms.sending import SENDINGS


class RolloverWish(NamedTuple):
    """How a year is to be opened: which, whether goals stay, whether formulas were looked at."""

    to: int | None = None
    keeps_goals: bool = True
    formulas_checked: bool = False
    lang: str = "fi"


@dataclass(frozen=True, slots=True)
class Rollover:
    """What opening a year changes, what fell out, and what a person must look at.

    `findings` are those of the new book. `bases_lost` counts the figures of columns that fell out
    and are kept nowhere.
    """

    book: str
    from_year: int
    to_year: int
    moves: tuple[Move, ...]
    page_edits: tuple[PageEdit, ...]
    fell_out: tuple[Period, ...]
    bases_kept: int
    bases_lost: int
    awaited: tuple[Period, ...]
    review: tuple[Review, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def has_open_errors(self) -> bool:
        """Tell whether an error is open in the new book; a list to look at is none."""
        return has_open_errors(self.findings)


def open_year(
    book: PackageBook,
    wish: RolloverWish,
    progress: Progress | None = None,
    now: dt.datetime | None = None,
) -> Rollover:
    """Turn the open book into next year's; its file is not touched.

    Raises:
        TpxlError: the year cannot be opened: why, and what to do.
    """
    found = survey(book, progress)
    year = year_of(found, wish.to)
    require_sound(found)
    context = CheckContext.of(book, found)
    periods = tuple(dict.fromkeys(p for area in found.areas for p in area.periods))
    gone = tuple(p for p in periods if p not in set(map(after, periods)))
    told = tuple(findings_of(context))
    require_settled(found, told)
    plan = _Plan(book, found, year, wish, periods, gone, dict(values_of(context.computed)))
    moves, review, residents = plan.made()
    bases = list(bases_of(found, gone))
    pages = tuple(page_edits(book.page_texts(), year))
    _apply(book, moves, pages)
    for sheet, looks in residents.looks.items():
        book.put_looks(sheet, looks)
    kept = _keep(book, bases, wish.lang)
    everything = (*moves, *kept)
    _empty_tables(book)
    _tell_journal(book, found, year, now or dt.datetime.now().astimezone())
    recalculate(book)
    checked = record(book, lang=wish.lang)
    recalculate(book)
    book.forget_drawn()
    return Rollover(
        book.name,
        year,
        year + 1,
        everything,
        pages,
        gone,
        kept_count(kept),
        0 if kept else len(bases),
        residents.awaited,
        (*_forgotten(told, gone, wish.lang), *review, *page_review(book.drawn_texts(), year)),
        checked.findings,
    )


class _Plan(NamedTuple):
    """The work of one book, part by part."""

    book: PackageBook
    found: Survey
    year: int
    wish: RolloverWish
    periods: tuple[Period, ...]
    gone: tuple[Period, ...]
    computed: Computed

    def made(self) -> tuple[tuple[Move, ...], tuple[Review, ...], ResidentsMoved]:
        """Return every edit, what is to be looked at, and what becomes of the residents."""
        book, found = self.book, self.found
        residents = residents_moved(book, found.settings.records, self.periods)
        own = frozenset(place for place in _settings_places(found))
        free = residents.places | own
        figures = parted(book, groups_of(book, found), free)
        beside = (
            *residents.moves,
            *self._goals(),
            *note_moves(book, found.allocations.notes),
            *setting_moves(book, found),
            *goal_heading_moves(book, found),
        )
        self._require_formulas(figures, beside, free)
        decided = (*moves_of(book, figures.going, self.computed), *beside)
        unread = tuple(unread_tables(book, found))
        handled = _places(decided) | free | figures.headings | figures.places
        handled |= frozenset((one.sheet, one.address) for one in found.allocations.notes)
        handled |= frozenset(_told_in_tables(book))
        texts = text_moves(book, found, self.year, handled, frozenset(self._prose()))
        stays = tuple(
            Review(one.sheet, one.address.a1, ", ".join(map(str, one.periods)), "unread_table")
            for one in unread
        )
        return (*decided, *texts.moves), (*figures.review, *stays, *texts.review), residents

    def _goals(self) -> Iterator[Move]:
        for area, sheet, at in outcomes_of(self.found.goals):
            yield from edited(self.book.read(sheet), at, None, "outcome", area=area)
        if not self.wish.keeps_goals:
            for sheet, at in self._prose(without=("focus", "outcome")):
                yield from edited(self.book.read(sheet), at, None, "goal")

    def _prose(self, without: Sequence[str] = ()) -> Iterator[CellPlace]:
        """Yield the cells of the goals' texts."""
        for area in self.found.goals:
            for table in area.tables:
                for goal in table.goals:
                    for name, at in goal.cells.items():
                        if name not in without:
                            yield table.sheet, at

    def _require_formulas(
        self, figures: Parted, decided: Iterable[Move], free: frozenset[CellPlace]
    ) -> None:
        if self.wish.formulas_checked:
            return
        moving = figures.places | _places(decided) | figures.headings
        sources = Sources(self.book, moving, free - _places(decided))
        standing = list(standing_formulas(sources, figures.places, figures.headings))
        require_moving(self.book.name, standing)


def _forgotten(findings: Iterable[Finding], gone: Iterable[Period], lang: str) -> Iterator[Review]:
    """Yield the figures of columns that fall out, wrong as they are: nobody sees them again."""
    periods = {str(period) for period in gone}
    for one in figures_told(findings):
        if one.period in periods:
            yield Review(one.sheet or "", one.cell or "", phrase(one, lang), "error_gone")


def _places(moves: Iterable[Move]) -> frozenset[CellPlace]:
    return frozenset((one.edit.sheet, Address.parse(one.edit.cell)) for one in moves)


def _settings_places(found: Survey) -> Iterator[CellPlace]:
    """Yield the cells of the settings: they are of no year, but for those that say one."""
    yield from found.settings.places.values()
    for one in found.settings.records:
        for at in one.cells.values():
            yield one.sheet, at
    for residents in found.settings.residents_typed:
        yield residents.sheet, residents.address


def _told_in_tables(book: PackageBook) -> Iterator[CellPlace]:
    """Yield the cells that tell what was done, when and to what: a year in them stays."""
    for tables in tables_of(book, SENDINGS, APPROVALS, IMPORTS).values():
        for table in tables:
            for row in range(table.header_row + 1, table.next_row):
                for at in table.columns.values():
                    yield table.sheet, Address(row, at)


def _apply(book: PackageBook, moves: Sequence[Move], pages: Sequence[PageEdit]) -> None:
    order = {sheet: place for place, sheet in enumerate(book.sheets)}
    book.apply(sorted((one.edit for one in moves), key=lambda edit: order[edit.sheet]))
    book.apply_page(pages)


def _keep(book: PackageBook, bases: Sequence[Base], lang: str) -> tuple[Move, ...]:
    """Write the bases on their sheet, which the book is given where it has none.

    A sheet of one area alone would be read as that area's own: there they are not kept.
    """
    sheet = kept_sheet(book)
    if not bases or len({fold(one.area) for one in bases}) < FEWEST_AREAS:
        return ()
    if sheet is None:
        sheet = sheet_name(lang)
        book.add_sheet(sheet, WIDTHS)
    moves = tuple(base_moves(book.read(sheet), bases, lang))
    book.apply(one.edit for one in moves)
    return moves


def _empty_tables(book: PackageBook) -> None:
    """Empty what tells of the year's forms and approvals: a late form belongs to the old book."""
    for tables in tables_of(book, SENDINGS, APPROVALS).values():
        for table in tables:
            rows = range(table.header_row + 1, table.next_row)
            own = frozenset(table.columns.values())
            book.apply(_emptied(book.read(table.sheet), rows, own))


def _emptied(grid: Grid, rows: range, columns: Collection[int] = ()) -> Iterator[Edit]:
    """Yield the edits that empty rows, in all columns or in these; formulas stay."""
    for row in rows:
        for at, value in grid.row(row).items():
            if (not columns or at in columns) and not grid.has_formula(Address(row, at)):
                yield Edit(grid.sheet, Address(row, at).a1, None, value)


def _tell_journal(book: PackageBook, found: Survey, year: int, when: dt.datetime) -> None:
    """Begin the table of changes anew: its first row tells that a year was opened."""
    journal = found.changes_journal
    if journal is None:
        return
    texts = catalogue(journal.lang).texts
    first = journal.header_row + 1
    edits = list(_emptied(book.read(journal.sheet), range(first, journal.next_row)))
    told: dict[str, NewValue] = {
        column.TIME: f"{when.day}.{when.month}.{when.year} {when:%H:%M:%S}",
        column.USER: user_name(),
        column.LINE: texts["year_opened"].format(year=year + 1),
        column.OLD: year,
        column.NEW: year + 1,
    }
    edits += [
        Edit(journal.sheet, Address(first, at).a1, told[name])
        for name, at in journal.columns.items()
        if name in told
    ]
    book.apply(edits)
