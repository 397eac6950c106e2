"""The edits that put the right figure into every open place of the shared costs."""

from collections.abc import Iterator

from tpxl.jobs.allocation.dues import Due, dues
from tpxl.jobs.allocation.notes import note_edits
from tpxl.jobs.allocation.pooled import Pooled
from tpxl.jobs.figures import Reckoning, figure_edits
from tpxl.model import Area, Edit
from tpxl.rules.computed import Computed
from tpxl.rules.conventions import Conventions
from tpxl.rules.rounding import exact


def edits(pooled: Pooled) -> Iterator[Edit]:
    """Yield the edits of shares, euros, sums and notes, under the rules of every computed place.

    Locked periods, formulas, inputs, and text that is no number are left alone.
    """
    yield from figure_edits(_reckoning(pooled, due) for due in dues(pooled))
    yield from note_edits(pooled)


def _reckoning(pooled: Pooled, due: Due) -> Reckoning:
    """Return a place of shared costs as a place of an area's: one rule writes both."""
    decimals = 0 if due.right is None else max(0, -int(due.right.as_tuple().exponent))
    place = Computed(
        due.figure,
        decimals,
        decimals,
        exact=None if due.right is None else exact(due.right),
        right=due.right,
    )
    owner = Area(due.owner, due.figure.sheet)
    return Reckoning(owner, Conventions(), (place,), pooled.locked)
