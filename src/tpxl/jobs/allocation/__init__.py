"""Shared costs: the right figure in every place of theirs, what is wrong, where euros went.

Most books say nothing of shared costs: the rooms behind are loaded for the others.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tpxl.layout import Survey
from tpxl.model import Edit, Finding

if TYPE_CHECKING:
    from tpxl.jobs.allocation.lineage import Allocated
    from tpxl.jobs.allocation.pooled import Pooled


def pooled_of(found: Survey) -> "Pooled | None":
    """Return the pools of a book, divided; None where it says nothing of shared costs."""
    if found.allocations.is_empty:
        return None
    from tpxl.jobs.allocation.pooled import Pooled

    return Pooled.of(found)


def allocation_edits(pooled: "Pooled | None") -> Iterable[Edit]:
    """Return the edits that put the right figure into every open place of the shared costs."""
    if pooled is None:
        return ()
    from tpxl.jobs.allocation.edits import edits

    return edits(pooled)


def allocation_findings(pooled: "Pooled | None") -> Iterable[Finding]:
    """Return what is wrong with the shared costs: each fault once, where it stands."""
    if pooled is None:
        return ()
    from tpxl.jobs.allocation.findings import findings

    return findings(pooled)


def allocation_lineage(pooled: "Pooled | None") -> Iterable["Allocated"]:
    """Return every flow, period by period, pools in the order they are closed."""
    if pooled is None:
        return ()
    from tpxl.jobs.allocation.lineage import lineage

    return lineage(pooled)
