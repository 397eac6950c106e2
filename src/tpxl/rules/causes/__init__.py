"""Why a figure is wrong: known mistakes, tried against the printed figure.

A new mistake is one small function in `change`, `digits` or `sources`, which yields what it would
have printed, one name in `naming.HYPOTHESES`, and one sentence in the messages.
"""

from tpxl.rules.causes.case import Candidate, Case, Cause, case_at, case_of, part_turned
from tpxl.rules.causes.hypotheses import HYPOTHESES, named
from tpxl.rules.relations import Name

__all__ = [
    "HYPOTHESES",
    "Candidate",
    "Case",
    "Cause",
    "Name",
    "case_at",
    "case_of",
    "named",
    "part_turned",
]
