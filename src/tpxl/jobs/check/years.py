"""What a book says of its year where no figure does: its setting, headings, titles, summaries.

Its year is that of its newest periods. Prose may speak of any year and is not looked at.
"""

from collections.abc import Iterator

from tpxl.jobs.check.context import CheckContext
from tpxl.layout import Survey
from tpxl.model import Address, Finding, Period, PeriodKind, Related, Severity
from tpxl.model.cell import PageText
from tpxl.terms.periods import period_of
from tpxl.terms.settings import YEAR, typed_beside, typed_place
from tpxl.terms.years import keeps_bases, years_of

_CLOSED = (PeriodKind.ACTUAL, PeriodKind.BUDGET)


def year_findings(context: CheckContext) -> Iterator[Finding]:
    """Yield where a book says another year than its newest periods, and what a summary lacks."""
    found = context.survey
    newest = newest_periods(found)
    if newest:
        yield from _setting(found, newest)
        yield from _texts(context, min(period.year for period in newest))
        yield from _summaries(found, newest)


def newest_periods(found: Survey) -> tuple[Period, ...]:
    """Return the newest actual and the newest budget among the areas' columns."""
    periods = {period for area in found.areas for period in area.periods}
    told = ([one for one in periods if one.kind is kind] for kind in _CLOSED)
    return tuple(max(own, key=lambda one: one.year) for own in told if own)


def _setting(found: Survey, newest: tuple[Period, ...]) -> Iterator[Finding]:
    typed = typed_beside(YEAR, found.settings.texts)
    place = typed_place(YEAR, found.settings.places)
    if typed is None or place is None or not typed.isdecimal():
        return
    if int(typed) not in {period.year for period in newest}:
        sheet, at = place
        yield Finding(
            "year_setting",
            Severity.WARNING,
            sheet=sheet,
            cell=at.a1,
            facts={"typed": typed, "newest": newest[0]},
        )


def _texts(context: CheckContext, year: int) -> Iterator[Finding]:
    """Yield one finding for each sheet whose headings and titles say only older years."""
    found = context.survey
    sheets = {area.sheet for area in found.areas} | {one.sheet for one in found.summary.figures}
    sheets |= {one.sheet for one in found.settings.records}
    pages = _page_texts(context)
    for sheet in context.book.sheets:
        printed = [text for text in pages if text.sheet == sheet]
        old = [text.text for text in printed if _is_old(text.text, year)]
        cells: list[Address] = []
        if sheet in sheets and not keeps_bases(sheet):
            told = [one for one in found.titles.get(sheet, ()) if _is_old_title(one.text, year)]
            cells = [one.address for one in told]
            old += [one.text for one in told]
        if old:
            yield Finding(
                "year_texts",
                Severity.WARNING,
                sheet=sheet,
                cell=cells[0].a1 if cells else None,
                related=tuple(Related(sheet, at.a1) for at in cells[1:]),
                facts={"text": " ".join(old[0].split()), "count": len(old), "year": str(year)},
            )


def _page_texts(context: CheckContext) -> tuple[PageText, ...]:
    """Return the print headers of a book that tells them; an open one does not."""
    told = getattr(context.book, "page_texts", None)
    return tuple(told()) if told is not None else ()


def _is_old_title(text: str, year: int) -> bool:
    """Tell whether a title says only older years; nothing but a period heads figures."""
    return _is_old(text, year) and period_of(text) is None


def _is_old(text: str, year: int) -> bool:
    years = tuple(years_of(text))
    return bool(years) and max(years) < year


def _summaries(found: Survey, newest: tuple[Period, ...]) -> Iterator[Finding]:
    """Yield the newest periods that no summary has, where older ones of their kind are there."""
    figures = [one for one in found.summary.figures if not keeps_bases(one.sheet)]
    held = {one.period for one in figures if one.period is not None}
    for period in newest:
        older = [one for one in held if one.kind is period.kind and one.year < period.year]
        headings = [one for one in found.summary.headings if one.period in older]
        if period in held or not headings or not _is_filled(found, period):
            continue
        yield Finding(
            "summary_period_missing",
            Severity.WARNING,
            sheet=headings[-1].sheet,
            cell=headings[-1].address.a1,
            period=str(period),
            facts={"missing": period},
        )


def _is_filled(found: Survey, period: Period) -> bool:
    """Tell whether an area has a figure of the period."""
    tables = (table for area in found.areas for table in area.tables)
    return any(one.number is not None for table in tables for one in table if one.period == period)
