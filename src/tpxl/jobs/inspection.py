"""What every checker is given: the survey, what places should hold, the options."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpxl.jobs.allocation import pooled_of
from tpxl.jobs.figures import Reckoning, reckon
from tpxl.layout import Survey
from tpxl.model import Finding, Sheets

if TYPE_CHECKING:
    from tpxl.jobs.allocation.pooled import Pooled


class Inspection(NamedTuple):
    """A surveyed book under check; `pooled` is None where nothing is said of shared costs.

    `book` itself is there for what no sheet says, such as where its file lies.
    """

    book: Sheets
    survey: Survey
    reckonings: tuple[Reckoning, ...]
    pooled: "Pooled | None"
    schema: Path | None = None

    @classmethod
    def of(cls, book: Sheets, found: Survey, schema: Path | None = None) -> "Inspection":
        """Return the inspection of a survey, its figures reckoned and its pools divided."""
        return cls(book, found, reckon(found), pooled_of(found), schema)

    def after(self, found: Survey) -> "Inspection":
        """Return the inspection of the same book once edits were applied to it."""
        reckonings = reckon(found, self.reckonings)
        return self._replace(survey=found, reckonings=reckonings, pooled=pooled_of(found))


Checker = Callable[[Inspection], Iterable[Finding]]
"""One kind of check: findings, each fault once."""
