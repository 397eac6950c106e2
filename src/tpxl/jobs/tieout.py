"""Every printed figure ties out: with what it is computed from, and with what else it is tied to.

Most books print nothing twice and no parts of a total: what weighs ties is loaded for the others,
and where a figure is wrong.
"""

from collections.abc import Iterable

from tpxl.jobs.area_lines import has_lines_twice, may_hold_total
from tpxl.jobs.figure_findings import figure_findings
from tpxl.jobs.inspection import Inspection
from tpxl.layout import Survey
from tpxl.model import Area, Finding


def figure_and_tie_findings(inspection: Inspection) -> Iterable[Finding]:
    """Return what is wrong with the figures tables and with every tie between figures."""
    are_wrong = any(place.is_wrong for one in inspection.reckonings for place in one.places)
    if not are_wrong and not _is_tied(inspection.survey):
        return figure_findings(inspection.reckonings)
    from tpxl.jobs.weighing import weighed_findings

    return weighed_findings(inspection)


def _is_tied(found: Survey) -> bool:
    """Tell whether the book may print what ties figures beyond what each is computed from."""
    is_beside = found.comparisons or found.summary.figures or found.summary.totals
    return bool(is_beside) or any(map(_is_tied_in_itself, found.areas))


def _is_tied_in_itself(area: Area) -> bool:
    return has_lines_twice(area) or any(map(may_hold_total, area.tables))
