"""Why a figure is wrong: known mistakes, tried against the printed figure.

A new mistake is one small function in `change`, `digits` or `sources`, which yields what it would
have printed, one name in `naming.HYPOTHESES`, and one sentence in the messages.
"""

from tpxl.rules.causes.case import Candidate, Case, Cause, Name
from tpxl.rules.causes.naming import HYPOTHESES, named

__all__ = ["HYPOTHESES", "Candidate", "Case", "Cause", "Name", "named"]
