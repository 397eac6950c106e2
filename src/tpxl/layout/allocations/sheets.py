"""What one sheet says of shared costs."""

from collections.abc import Sequence

from tpxl.layout.allocations.flows import locate_flows
from tpxl.layout.allocations.lines import locate_lines
from tpxl.layout.allocations.notes import locate_notes
from tpxl.layout.allocations.pools import locate_pools
from tpxl.model import Grid, Text
from tpxl.model.allocation import Allocations
from tpxl.terms.allocation import is_known, may_name_pool


def names_pools(words: Sequence[Text]) -> bool:
    """Tell whether a sheet may hold pools, which are found only once the areas' names are known."""
    return any(may_name_pool(word.text) for word in words)


def locate_allocations(
    grid: Grid,
    words: Sequence[Text],
    names: frozenset[str] = frozenset(),
    *,
    awaits_recalculation: bool = False,
) -> Allocations:
    """Return the pools, lines, notes and flows of a sheet.

    `names` are the keys of the areas' names in the whole book: a known name is a receiver also
    where a blank row parts it from the others. Lines and notes are an area's, so a sheet with
    pools has none.
    """
    if not any(is_known(word.text) for word in words):
        return Allocations()
    tables = (
        locate_pools(grid, words, names, is_pending=awaits_recalculation)
        if names_pools(words)
        else ()
    )
    flows = locate_flows(grid, words, is_pending=awaits_recalculation)
    if tables or flows:
        return Allocations(tables=tables, flows=flows)
    return Allocations(
        lines=locate_lines(grid, words, is_pending=awaits_recalculation),
        notes=locate_notes(grid, words),
    )
