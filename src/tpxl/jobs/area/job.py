"""An area added, renamed or removed: the sheet and every place that names it, in one step."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from tpxl.books import Book
from tpxl.books.package import PackageBook
from tpxl.books.sheet_names import refuse_name
from tpxl.errors import TpxlError
from tpxl.jobs.area.emptied import names_left, row_edits, sheet_edits
from tpxl.jobs.area.places import (
    inputs_listed,
    named_in,
    names_lost,
    require_not_approved,
    single_formulas,
)
from tpxl.jobs.area.renamed import names_in_text, page_edits, text_edits
from tpxl.jobs.check.check import check, record
from tpxl.jobs.journal.sheets import PASSING, write_changes
from tpxl.jobs.recalculation import recalculate
from tpxl.jobs.results import has_open_errors
from tpxl.jobs.rollover.moves import Review
from tpxl.layout import Survey, survey
from tpxl.layout.area_sheet import sheet_name_of
from tpxl.layout.survey import Progress
from tpxl.messages import catalogue
from tpxl.model import Area, Edit, Few, Finding, SettingsRecord
from tpxl.model.cell import PageEdit
from tpxl.model.figure import CellPlace
from tpxl.rules.restructuring import Restructuring, RowSpan
from tpxl.terms import fold
from tpxl.terms.settings import ADDRESS, BOARD, PERSON

_COLUMNS = {"board": BOARD, "person": PERSON, "address": ADDRESS}


@dataclass(frozen=True, slots=True)
class AreaChange:
    """What adding, renaming or removing an area changes in a book, and what is to be looked at.

    `edits` are in the places of the new book; so are `formulas`, those of cells that a row was
    copied into, or that take in other cells now. `change` is what became of rows and sheets, `told`
    what the log tells: a code, the old name and the new one. `rows` are those that were copied or
    removed, as they were numbered before. `sheets` are the new book's. `findings` are those that
    its check tells and the old book's did not.
    """

    book: str
    edits: tuple[Edit, ...]
    formulas: tuple[Edit, ...]
    page_edits: tuple[PageEdit, ...]
    change: Restructuring
    told: tuple[str, str | None, str | None]
    rows: tuple[tuple[str, tuple[RowSpan, ...]], ...]
    sheets: tuple[str, ...]
    review: tuple[Review, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def has_open_errors(self) -> bool:
        """Tell whether the change brought an error."""
        return has_open_errors(self.findings)


@dataclass(frozen=True, slots=True)
class AreaCaller:
    """Who asks for it: their language, how progress is told, and when it is."""

    lang: str = "fi"
    progress: Progress | None = None
    now: dt.datetime | None = None


def add_area(
    book: PackageBook,
    name: str,
    like: str | None = None,
    asked: AreaCaller = AreaCaller(),
    more: Mapping[str, str] = MappingProxyType({}),
) -> AreaChange:
    """Add an area to the open book, formed like another one, the last where none is said.

    Its file is not touched. `more` is what is written beside its name among the settings, by their
    names: its `board`, the `person` in charge, their `address`.

    Raises:
        TpxlError: the name cannot be taken, there is no such area, the settings have no column for
            what is said of it, or something of the book cannot be copied: which, and what to do.
    """
    found = survey(book, asked.progress)
    name = " ".join(name.split())
    _refuse_taken(book, found, name)
    model = found.areas[-1] if like is None else _area(book, found, like)
    _require_own_sheet(book, found, model)
    _require_columns(book, found, model, more)
    sheet = _sheet(book, name)
    before = check(book, lang=asked.lang).findings
    named = named_in(book, found, model)
    kept = inputs_listed(book)
    change = Restructuring(
        copied=named.rows(found, model, [one for one in book.sheets if one not in kept]),
        like=(model.sheet, sheet),
        areas=_sheets_of(found),
    )
    single = list(single_formulas(book, change))
    book.copy_sheet(model.sheet, sheet)
    formulas = book.restructure(change)
    edits = (
        *sheet_edits(book, found, model, (sheet, name)),
        *row_edits(book, found, model, name, change),
    )
    book.apply(edits)
    typed = tuple(_settings_edits(survey(book), name, more)) if more else ()
    book.apply(typed)
    edits += typed
    pages = page_edits(book, (sheet,), model.name, name)
    book.apply_page(pages)
    review = [
        *(
            Review(one, cells[0].a1, model.name, "area_kept")
            for one, cells in named.cells.items()
            if one in kept
        ),
        *(Review(one, at.a1, model.name, "area_across") for one, at in named.across),
        *single,
        *names_left(book, sheet, model.name),
    ]
    told = tuple(_formula_edits(book, formulas))
    done = _Done(tuple(edits), told, tuple(pages), change, review)
    return _finished(book, done, before, ("area_added", None, name), asked)


def rename_area(
    book: PackageBook, old: str, new: str, asked: AreaCaller = AreaCaller()
) -> AreaChange:
    """Give an area of the open book, and its sheet, another name.

    Raises:
        TpxlError: there is no such area, or the name cannot be taken.
    """
    found = survey(book, asked.progress)
    area, new = _area(book, found, old), " ".join(new.split())
    require_not_approved(book, area)
    if fold(new) != fold(area.name):
        _refuse_taken(book, found, new)
    is_own = area.block is None and area.sheet not in found.tabled
    sheet = _sheet(book, new, area.sheet) if is_own else area.sheet
    before = check(book, lang=asked.lang).findings
    told = list(text_edits(book, found, area.name, new))
    pages = page_edits(book, tuple(book.sheets), area.name, new)
    renames = {area.sheet.casefold(): sheet} if sheet != area.sheet else {}
    change = Restructuring(renames=renames)
    if renames:
        book.restructure(change)
    moved = {area.sheet: sheet}
    edits = [
        replace(one, sheet=moved.get(one.sheet, one.sheet)) for one in told if isinstance(one, Edit)
    ]
    book.apply(edits)
    pages = [one._replace(sheet=moved.get(one.sheet, one.sheet)) for one in pages]
    book.apply_page(pages)
    review = [
        one._replace(sheet=moved.get(one.sheet, one.sheet))
        for one in told
        if isinstance(one, Review)
    ]
    drawn = [one for one in book.drawn_texts() if names_in_text(one.text, area.name)]
    review += [Review(one.sheet, "", one.text, "area_named") for one in drawn]
    done = _Done(tuple(edits), (), tuple(pages), change, review)
    return _finished(book, done, before, ("area_renamed", area.name, new), asked)


def remove_area(book: PackageBook, name: str, asked: AreaCaller = AreaCaller()) -> AreaChange:
    """Remove an area from the open book: its sheet, and its rows wherever it is named.

    Raises:
        TpxlError: there is no such area, it is the last one, or a formula that stays needs it.
    """
    found = survey(book, asked.progress)
    area = _area(book, found, name)
    require_not_approved(book, area)
    _require_own_sheet(book, found, area)
    if len({fold(one.name) for one in found.areas}) == 1:
        raise TpxlError("area_is_last", book=book.name, area=area.name)
    before = check(book, lang=asked.lang).findings
    named = named_in(book, found, area)
    rows = named.rows(found, area, book.sheets)
    change = Restructuring(removed=rows, gone=area.sheet.casefold(), areas=_sheets_of(found))
    lost = list(names_lost(book, change))
    formulas = book.restructure(change)
    review = [Review(one, at.a1, area.name, "area_across") for one, at in named.across] + lost
    done = _Done((), tuple(_formula_edits(book, formulas)), (), change, review)
    return _finished(book, done, before, ("area_removed", area.name, None), asked)


@dataclass(frozen=True, slots=True)
class _Done:
    edits: tuple[Edit, ...]
    formulas: tuple[Edit, ...]
    pages: tuple[PageEdit, ...]
    change: Restructuring
    review: list[Review]


def _area(book: PackageBook, found: Survey, name: str) -> Area:
    told = fold(name)
    for area in found.areas:
        if told in {fold(area.name), fold(area.sheet)}:
            return area
    names = [area.name for area in found.areas]
    raise TpxlError("area_unknown", book=book.name, area=name, areas=Few.like(name, names))


def _record(found: Survey, name: str) -> SettingsRecord | None:
    """Return the settings of an area."""
    records = (one for one in found.settings.records if isinstance(one.of, str))
    return next((one for one in records if fold(str(one.of)) == fold(name)), None)


def _require_columns(book: PackageBook, found: Survey, like: Area, more: Mapping[str, str]) -> None:
    record = _record(found, like.name)
    for name in more:
        if record is None or name not in record.cells:
            raise TpxlError("area_no_column", book=book.name, column=_COLUMNS[name][0])


def _settings_edits(found: Survey, name: str, more: Mapping[str, str]) -> Iterator[Edit]:
    record = _record(found, name)
    if record is not None:
        for kind, text in more.items():
            yield Edit(record.sheet, record.cells[kind].a1, text, None, name)


def _sheets_of(found: Survey) -> frozenset[str]:
    return frozenset(area.sheet.casefold() for area in found.areas)


def _refuse_taken(book: PackageBook, found: Survey, name: str) -> None:
    others = {fold(one) for one in (*found.settings.area_names, *(a.name for a in found.areas))}
    if fold(name) in others:
        raise TpxlError("area_taken", book=book.name, area=name)
    if not name or name.startswith("'"):
        refuse_name(name, book.name, ())


def _sheet(book: PackageBook, name: str, own: str | None = None) -> str:
    """Return the name of an area's sheet: its own.

    Raises:
        TpxlError: no sheet can bear it, or another one does.
    """
    refuse_name(name, book.name, (sheet for sheet in book.sheets if sheet != own))
    return sheet_name_of(name)


def _require_own_sheet(book: PackageBook, found: Survey, area: Area) -> None:
    others = [one for one in found.areas if one.sheet == area.sheet and one is not area]
    if area.block is not None or area.sheet in found.tabled or others:
        raise TpxlError("area_shares_sheet", book=book.name, area=area.name, sheet=area.sheet)


def _formula_edits(book: PackageBook, formulas: Mapping[CellPlace, str | None]) -> Iterator[Edit]:
    """Yield what formulas say now and said before."""
    for sheet, at in sorted(formulas):
        new, old = book.read(sheet).formula(at), formulas[sheet, at]
        if new is not None and new != old:
            yield Edit(sheet, at.a1, new, old)


def _finished(
    book: PackageBook,
    done: _Done,
    before: Iterable[Finding],
    told: tuple[str, str | None, str | None],
    asked: AreaCaller,
) -> AreaChange:
    """Let everything else follow: results, findings, the log, charts."""
    follow(book, told, asked)
    result = check(book, lang=asked.lang)
    book.redraw()
    sheets = tuple(book.sheets)
    rows = done.change.copied or done.change.removed
    _, old, new = told
    moved = {fold(old): new} if old is not None and new is not None else {}
    known = {_key(one, moved) for one in before}
    return AreaChange(
        book.name,
        done.edits,
        done.formulas,
        done.pages,
        done.change,
        told,
        tuple((one, rows[one.casefold()]) for one in sheets if one.casefold() in rows),
        sheets,
        tuple(done.review),
        tuple(
            one for one in result.findings if one.code not in PASSING and _key(one, {}) not in known
        ),
    )


def follow(book: Book, told: tuple[str, str | None, str | None], asked: AreaCaller) -> None:
    """Let the log, results and what is listed of findings follow a change.

    Findings are listed anew only where a check has listed some: before the first one there is
    nothing to tell.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    code, old, new = told
    found = survey(book)
    log, journal = found.changes_journal, found.findings_journal
    if log is not None:
        event = Edit("", "", new, old, area=new or old, line=catalogue(log.lang).texts[code])
        write_changes(book, found, [event], asked.now or dt.datetime.now().astimezone())
    recalculate(book)
    if journal is not None and journal.rows:
        record(book, lang=asked.lang)
        recalculate(book)


def _key(finding: Finding, moved: Mapping[str, str]) -> tuple[object, ...]:
    area = moved.get(fold(finding.area or ""), finding.area)
    return finding.code, area, finding.period, finding.line, finding.found
