"""Refresh a book: the right figure in every computed place that may be written, and a check."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, groupby
from pathlib import Path

from tpxl.books import Book
from tpxl.deadline import renew
from tpxl.errors import TpxlError
from tpxl.jobs.allocation.expected import allocation_lineage
from tpxl.jobs.allocation.notes import allocation_note_edits
from tpxl.jobs.check.check import count_figures, findings_of
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.check.seen import is_unfilled, untied
from tpxl.jobs.journal.sheets import write_changes, write_findings
from tpxl.jobs.results import RefreshResult, completeness_of
from tpxl.layout import Survey, survey
from tpxl.layout.revision import revised
from tpxl.layout.survey import Progress
from tpxl.messages import phrased
from tpxl.model import Edit, Few, Finding, Severity, Sheets
from tpxl.model.cell import Unvalued
from tpxl.terms import fold

_ROUNDS = 3
"""A result that the edits made known, or unknown, tells more; what it leads to can do so again."""


def refresh(
    book: Book,
    *,
    areas: Collection[str] | None = None,
    schema: Path | None = None,
    lang: str = "fi",
    progress: Progress | None = None,
    with_hidden: bool = False,
    earlier: Sheets | None = None,
    user: str | None = None,
) -> RefreshResult:
    """Apply to the open book what can be computed; return the edits and what is wrong after them.

    The book's journals, where it has them, are brought up to date; their rows are no edits of the
    result. Nothing is saved: that is the caller's. `areas` limits the work to areas by their full
    names or their sheets' names; area sheets out of sight are left alone unless `with_hidden`.
    What is typed otherwise than in an `earlier` version is told in the log too.
    `user` is who is at work, for `Muutosloki`; the machine's own user where nobody is named.

    Raises:
        TpxlError: no table of the family is found, an area is none of the book's, or a sheet or
            the schema cannot be read.
    """
    found = survey(book, progress, with_hidden=with_hidden)
    _require_known(found, areas or ())
    context = CheckContext.of(book, found, schema)
    by_hand = () if earlier is None else _typed_by_hand(context, earlier)
    now = dt.datetime.now().astimezone()
    applied: tuple[Edit, ...] = ()
    refused: tuple[Finding, ...] = ()
    unwritten: tuple[Finding, ...] = ()
    without_value = _without_value(book)
    for _ in range(_ROUNDS):
        edits, not_done, context = _settled(book, context, areas, with_hidden=with_hidden)
        applied = _joined(applied, edits)
        refused += tuple(one for one in not_done if one not in refused)
        findings = (*refused, *findings_of(context))
        kept_out = (
            *write_changes(book, context.survey, edits, now, user, by_hand=by_hand),
            *write_findings(book, context.survey, findings, now, is_asked=False),
        )
        unwritten += tuple(one for one in kept_out if one not in unwritten)
        _recalculate(book)
        before, without_value, by_hand = without_value, _without_value(book), ()
        if without_value == before:
            break
        context = context.after(survey(book, with_hidden=with_hidden))
    after = context.survey
    return RefreshResult(
        book.name,
        applied,
        phrased((*findings, *unwritten), lang),
        count_figures(after, findings),
        tuple(allocation_lineage(context.allocations)),
        tuple(completeness_of(after, findings)),
        is_unfilled(context),
        untied(context),
    )


def _without_value(book: Book) -> Mapping[str, Unvalued | None]:
    """Return the formulas of a closed file whose results nobody knows, by their sheets."""
    return {sheet: book.read(sheet).unvalued for sheet in book.formula_sheets}


def _settled(
    book: Book, context: CheckContext, areas: Collection[str] | None, *, with_hidden: bool
) -> tuple[tuple[Edit, ...], tuple[Finding, ...], CheckContext]:
    """Apply the edits, and those that follow once these are known, until none does.

    Return them, those that the book refused, and what it says after them.
    """
    order = {sheet: place for place, sheet in enumerate(book.sheets)}
    asked: set[Edit] = set()
    applied: tuple[Edit, ...] = ()
    refused: list[Finding] = []
    while wanted := [edit for edit in _wanted(context, areas) if edit not in asked]:
        wanted.sort(key=lambda edit: order[edit.sheet])  # each sheet once
        asked |= set(wanted)
        done, not_done = apply_edits(book, wanted)
        refused += not_done
        applied = _joined(applied, done)
        context = context.after(_after(book, context.survey, done, with_hidden=with_hidden))
    return applied, tuple(refused), context


def _joined(first: Iterable[Edit], later: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return one edit for each cell: from what it held at first to what it holds at last."""
    joined: dict[tuple[str, str], Edit] = {}
    for edit in chain(first, later):
        known = joined.setdefault((edit.sheet, edit.cell), edit)
        if known is not edit:
            joined[edit.sheet, edit.cell] = replace(edit, old=known.old)
    return tuple(joined.values())


def _wanted(context: CheckContext, areas: Collection[str] | None) -> Iterator[Edit]:
    """Yield the edits of every computed place that is among the areas, each domain in its turn."""
    edits = chain(context.edits, allocation_note_edits(context.allocations))
    return (edit for edit in edits if _is_among(edit, areas))


def _typed_by_hand(context: CheckContext, earlier: Sheets) -> tuple[Edit, ...]:
    """Return what people typed since; of a version that cannot be read nothing is known."""
    from tpxl.jobs.versions.by_hand import typed_by_hand

    try:
        return typed_by_hand(context, earlier)
    except TpxlError:
        return ()
    finally:
        renew()  # it was another book: this one has its whole time


def _recalculate(book: Book) -> None:
    """Put the results of formulas; their rooms are loaded by the first book that has some."""
    if not book.edited:
        return
    if book.formula_sheets:
        from tpxl.jobs.recalculation import recalculate

        recalculate(book)
    else:
        book.put_results(())  # charts follow the edits


def _require_known(found: Survey, areas: Iterable[str]) -> None:
    known = {fold(name) for area in found.areas for name in (area.name, area.sheet)}
    for area in areas:
        if fold(area) not in known:
            names = Few.like(area, (one.name for one in found.areas))
            raise TpxlError("area_unknown", book=found.book, area=area, areas=names)


def _after(book: Book, found: Survey, applied: tuple[Edit, ...], *, with_hidden: bool) -> Survey:
    """Return what the book says after its edits; one that calculates is read again."""
    if applied and book.calculates:
        return survey(book, with_hidden=with_hidden)
    return revised(found, applied, awaits_recalculation=book.awaits_recalculation)


def _is_among(edit: Edit, areas: Collection[str] | None) -> bool:
    if areas is None:
        return True
    named = {fold(name) for name in areas}
    return bool({fold(edit.area or ""), fold(edit.sheet)} & named)


def apply_edits(book: Book, edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """Apply the edits sheet by sheet; what would damage the book becomes a finding."""
    applied: list[Edit] = []
    refused: list[Finding] = []
    for _, group in groupby(edits, key=lambda edit: edit.sheet):
        batch = list(group)
        try:
            book.apply(batch)
            applied += batch
        except TpxlError as whole:
            if whole.code in _OF_A_SHEET:
                refused.append(_sheet_refusal(batch[0], whole))
                continue
            for edit in batch:
                try:
                    book.apply([edit])
                    applied.append(edit)
                except TpxlError as error:
                    refused.append(_refusal(edit, error))
    return tuple(applied), tuple(refused)


_OF_A_SHEET = frozenset(
    {
        "sheet_protected",
        "sheet_filtered",
        "sheet_damaged",
        "sheet_unordered",
        "part_damaged",
        "part_missing",
    }
)
"""Refusals of every cell of a sheet: told once, and no cell is tried alone."""


def _sheet_refusal(first: Edit, error: TpxlError) -> Finding:
    return Finding(
        code="sheet_refused",
        severity=Severity.ERROR,
        area=first.area,
        sheet=first.sheet,
        cell=first.cell,
        facts={"error": error},
    )


def _refusal(edit: Edit, error: TpxlError) -> Finding:
    return Finding(
        code="edit_refused",
        severity=Severity.ERROR,
        area=edit.area,
        sheet=edit.sheet,
        cell=edit.cell,
        line=edit.line,
        period=edit.period,
        facts={"error": error},
    )
