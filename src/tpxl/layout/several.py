"""Sheets that tell of several areas: a summary of them, or the tables that are their only ones."""

from collections.abc import Iterable, Sequence

from tpxl.layout.scan import SheetScan
from tpxl.layout.summaries import locate_summary
from tpxl.layout.summary_lexicon import Lexicon
from tpxl.layout.tabled_areas import tabled_areas
from tpxl.layout.views import View
from tpxl.model import Area, Grid, Sheets
from tpxl.model.figure import Summary


def figures_of_several(
    book: Sheets,
    pages: Sequence[SheetScan],
    areas: Sequence[Area],
    named: Iterable[str],
    taken: set[str],
) -> tuple[Summary, tuple[Area, ...]]:
    """Return the figures of several areas on sheets that are no area's own, each read once.

    The second are areas that have no other figures, in whose tables they stand; `taken` are the
    names of those that have.
    """
    owners = {area.sheet: area.name for area in areas}
    others = [page for page in pages if page.may_summarise and page.sheet not in owners]
    if not others:
        return Summary(), ()
    names = (*named, *(area.name for area in areas))
    lexicon, plain = Lexicon.of(names, owners), Lexicon.of(names)
    is_pending = book.awaits_recalculation
    found: list[Summary] = []
    tabled: list[Area] = []
    for page in others:
        grid = View(book.read(page.sheet), page.hidden)
        summary = _summary_of(grid, lexicon, is_pending=is_pending)
        if any(page.journals):
            summary = summary._replace(pages=())
        elif page.sheet not in taken:
            tabled += tabled_areas(grid, plain, taken, is_pending=is_pending)
        found.append(summary)
    return _joined(found), tuple(tabled)


def _joined(found: Sequence[Summary]) -> Summary:
    return Summary(
        tuple(figure for one in found for figure in one.figures),
        tuple(total for one in found for total in one.totals),
        tuple(page for one in found for page in one.pages),
        tuple(heading for one in found for heading in one.headings),
    )


def _summary_of(grid: Grid, lexicon: Lexicon, *, is_pending: bool) -> Summary:
    """Return the figures of several areas on a sheet: one that names them is read on at once."""
    words = list(grid.texts(lexicon.knows))
    if not lexicon.names_several(grid, words):
        return Summary()
    return locate_summary(grid, words, lexicon, awaits_recalculation=is_pending)
