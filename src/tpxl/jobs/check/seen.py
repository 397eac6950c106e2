"""How many figures stand in a book, read or not, and what is said where none is tied to another."""

from collections.abc import Iterator, Sequence

from tpxl.errors import TpxlError
from tpxl.jobs.check.context import CheckContext
from tpxl.model import Area, FiguresTable
from tpxl.model.figure import CellPlace
from tpxl.terms import fold

_MOST_SHEETS = 5


def places_seen(context: CheckContext) -> Iterator[CellPlace]:
    """Yield the place of every number of the known tables, and of those that nobody reads."""
    for table in _tables(context):
        yield from (figure.place for figure in table if figure.number is not None)
    found = context.survey
    for comparison in found.comparisons:
        for row in comparison.rows:
            yield from (one.place for one in row.figures.values() if one.number is not None)
    yield from (figure.place for figure in found.summary.figures)
    for pool in found.allocations.tables:
        yield from (one.place for one in pool.figures.values() if one.number is not None)
    for place in context.unread.places:
        yield from ((place.table.sheet, at) for at in place.figures)
    for unread in context.unread.tables:
        yield from ((unread.sheet, at) for at in unread.figures)
    for lines in context.unread.lines:
        yield from ((lines.sheet, at) for at in lines.figures)
    for sheet, numbers in context.unread.numbers:
        yield from ((sheet, at) for at in numbers.figures)


def _tables(context: CheckContext) -> Iterator[FiguresTable]:
    found = context.survey
    for area in (*found.areas, *(one for claim in found.contested for one in claim)):
        yield from area.tables
    yield from found.summaries


def untied(context: CheckContext) -> TpxlError | None:
    """Return what was seen where figures stand and none is tied; None where one is, or none stands.

    A figure that may still be computed is tied to what it is computed from. Where goals stand, they
    are what was checked; that two sheets claim one area is told as such.
    """
    found = context.survey
    if context.judgement.is_tied or found.goals or found.contested:
        return None
    places = set(places_seen(context))
    if not places:
        return None
    sheets = [sheet for sheet in context.book.sheets if any(sheet == one for one, _ in places)]
    return TpxlError(
        "nothing_tied",
        book=found.book,
        count=len(places),
        sheets=[*sheets[:_MOST_SHEETS], *("…" for _ in sheets[_MOST_SHEETS : _MOST_SHEETS + 1])],
    )


def is_unfilled(context: CheckContext) -> bool:
    """Tell whether the known tables hold no figure yet."""
    return not context.judgement.is_tied and next(places_seen(context), None) is None


def unfilled_areas(areas: Sequence[Area]) -> Iterator[Area]:
    """Yield the areas whose tables hold no figure yet, where others' do."""
    held = {fold(area.name) for area in areas if area.is_begun}
    told: set[str] = set()
    for area in areas if held else ():
        name = fold(area.name)
        if name not in held | told:
            told.add(name)
            yield area
