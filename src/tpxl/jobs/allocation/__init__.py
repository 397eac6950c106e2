"""Shared costs: the right figure in every place of theirs, what is wrong, where euros went.

Most books say nothing of shared costs: the rooms behind are loaded for the others.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tpxl.layout import Survey
from tpxl.model import Edit, Finding

if TYPE_CHECKING:
    from tpxl.jobs.allocation.lineage import Allocated
    from tpxl.jobs.allocation.pooled import SharedCosts
    from tpxl.jobs.check.relations import Judgement


def shared_costs(found: Survey) -> "SharedCosts | None":
    """Return the shared costs of a book, divided; None where it says nothing of any."""
    if found.allocations.is_empty:
        return None
    from tpxl.jobs.allocation.pooled import SharedCosts

    return SharedCosts.of(found)


def allocation_edits(shared: "SharedCosts | None") -> Iterable[Edit]:
    """Return the edits that put the right figure into every open place of the shared costs."""
    if shared is None:
        return ()
    from tpxl.jobs.allocation.notes import note_edits
    from tpxl.jobs.check.edits import edits_of

    return (*edits_of(shared.relations), *note_edits(shared))


def allocation_findings(shared: "SharedCosts | None", judgement: "Judgement") -> Iterable[Finding]:
    """Return what is wrong with the shared costs: each fault once, where it stands."""
    if shared is None:
        return ()
    from tpxl.jobs.allocation.findings import findings

    return findings(shared, judgement)


def allocation_lineage(shared: "SharedCosts | None") -> Iterable["Allocated"]:
    """Return every flow, period by period, pools in the order they are closed."""
    if shared is None:
        return ()
    from tpxl.jobs.allocation.lineage import lineage

    return lineage(shared)
