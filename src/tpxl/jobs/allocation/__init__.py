"""Shared costs: the right figure in every place of theirs, what is wrong, where euros went."""

from tpxl.jobs.allocation.edits import allocation_edits
from tpxl.jobs.allocation.findings import allocation_findings
from tpxl.jobs.allocation.lineage import lineage
from tpxl.jobs.allocation.pooled import Pooled

__all__ = ["Pooled", "allocation_edits", "allocation_findings", "lineage"]
