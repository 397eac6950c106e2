"""Shared costs: the right figure in every place of theirs, what is wrong, where euros went.

Most books say nothing of shared costs: the rooms behind are loaded for the others.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tpxl.layout import Survey
from tpxl.model import Edit, Finding
from tpxl.rules.relations import Relation

if TYPE_CHECKING:
    from tpxl.jobs.allocation.lineage import Allocated
    from tpxl.jobs.allocation.pooled import SharedCosts
    from tpxl.jobs.check.context import CheckContext


def shared_costs(found: Survey) -> "SharedCosts | None":
    """Return the shared costs of a book, divided; None where it says nothing of any."""
    if found.allocations.is_empty:
        return None
    from tpxl.jobs.allocation.pooled import SharedCosts

    return SharedCosts.of(found)


def allocation_relations(shared: "SharedCosts | None") -> Iterable[Relation]:
    """Return the relations of every computed place of the shared costs."""
    if shared is None:
        return ()
    from tpxl.jobs.allocation.expected import expected_allocations

    return expected_allocations(shared)


def allocation_note_edits(shared: "SharedCosts | None") -> Iterable[Edit]:
    """Return the edits that put the right share into the sentences that tell one."""
    if shared is None:
        return ()
    from tpxl.jobs.allocation.notes import note_edits

    return note_edits(shared)


def allocation_findings(context: "CheckContext") -> Iterable[Finding]:
    """Return what is wrong with the shared costs: each fault once, where it stands."""
    if context.allocations is None:
        return ()
    from tpxl.jobs.allocation.findings import findings

    return findings(context.allocations, context)


def allocation_lineage(shared: "SharedCosts | None") -> Iterable["Allocated"]:
    """Return every flow, period by period, pools in the order they are closed."""
    if shared is None:
        return ()
    from tpxl.jobs.allocation.lineage import lineage

    return lineage(shared)
