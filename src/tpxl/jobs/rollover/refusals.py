"""Why a year is not opened: what would be locked wrong, what is open already, what would lie."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tpxl.errors import TpxlError
from tpxl.jobs.rollover.sources import StandingFormula
from tpxl.layout import Survey
from tpxl.model import Finding, Period, PeriodKind, Severity
from tpxl.rules.conventions import locked_periods

_MOST_TOLD = 5
_WEIGHTY = frozenset({Severity.ERROR, Severity.ROUNDING})


def require_new_file(book: Path, out: Path) -> None:
    """Refuse a new book that would stand where one is, or whose kind of file is another.

    Raises:
        TpxlError: it exists, it is the book itself, or it has another suffix.
    """
    if out.exists():
        raise TpxlError("rollover_exists", book=str(book), out=str(out))
    if out.suffix.lower() != book.suffix.lower():
        raise TpxlError("rollover_suffix", book=str(book), out=str(out), suffix=book.suffix)


def year_of(found: Survey, to: int | None) -> int:
    """Return the newest year of the areas' actual figures, else of their budgets.

    Raises:
        TpxlError: the areas' newest years differ, nothing stands under the newest, or `to` is not
            the year after it.
    """
    if found.contested:
        claim = found.contested[0]
        sheets = [area.place for area in claim]
        raise TpxlError("rollover_contested", book=found.book, area=claim[0].name, sheets=sheets)
    newest = {area.sheet: _newest(area.periods) for area in found.areas}
    if not newest:
        raise TpxlError("rollover_no_areas", book=found.book)
    told = set(newest.values())
    if len(told) > 1:
        by_year = sorted(newest, key=lambda sheet: newest[sheet].year)
        first, second = by_year[0], by_year[-1]
        raise TpxlError(
            "rollover_years_differ",
            book=found.book,
            first=f"{first}: {newest[first]}",
            second=f"{second}: {newest[second]}",
        )
    period = told.pop()
    if not any(
        figure.number is not None and not figure.has_formula
        for area in found.areas
        for table in area.tables
        for figure in table
        if figure.period == period
    ):
        raise TpxlError("rollover_open", book=found.book, period=str(period), year=period.year)
    if to is not None and to != period.year + 1:
        raise TpxlError("rollover_not_next", book=found.book, year=to, next=period.year + 1)
    return period.year


def _newest(periods: Sequence[Period]) -> Period:
    actual = [period for period in periods if period.kind is PeriodKind.ACTUAL]
    return max(actual or periods, key=lambda period: period.year)


def require_sound(found: Survey) -> None:
    """Refuse tables that say a period or a line twice: which figure moves is not known.

    Raises:
        TpxlError: there is one.
    """
    for area in found.areas:
        for table in area.tables:
            for repeat in table.repeats:
                raise TpxlError(
                    "rollover_twice",
                    book=found.book,
                    sheet=table.sheet,
                    what=str(repeat.what),
                    first=repeat.first.a1,
                    second=repeat.second.a1,
                )


def require_settled(found: Survey, findings: Iterable[Finding]) -> None:
    """Refuse while a figure that would be locked is wrong and nobody has explained it.

    Raises:
        TpxlError: there is one; goals and their outcomes are listed, and no reason.
    """
    periods = {period for area in found.areas for period in area.periods}
    locked = {str(one) for one in locked_periods(periods, found.settings.locked)}
    open_ones = [one for one in figures_told(findings) if one.period not in locked]
    if open_ones:
        places = [f"{one.sheet}!{one.cell}" for one in open_ones if one.sheet and one.cell]
        raise TpxlError(
            "rollover_unsettled",
            book=found.book,
            count=len(open_ones),
            places=places[:_MOST_TOLD],
        )


def figures_told(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the figures that do not tie out and that nobody has explained."""
    for one in findings:
        is_figure = not one.code.startswith("goal") and one.code not in _OF_THE_FILE
        if one.severity in _WEIGHTY and one.is_open and is_figure:
            yield one


_OF_THE_FILE = frozenset({"macros_old", "sheet_refused", "edit_refused"})


def require_moving(book: str, standing: Sequence[StandingFormula]) -> None:
    """Refuse formulas that would show an old figure under a new heading.

    Raises:
        TpxlError: there is one.
    """
    if standing:
        first = standing[0]
        code = "rollover_formula" if first.source else "rollover_constant_formula"
        raise TpxlError(
            code,
            book=book,
            sheet=first.sheet,
            cell=first.cell,
            formula=first.formula,
            source=first.source or "",
            count=len(standing),
        )
