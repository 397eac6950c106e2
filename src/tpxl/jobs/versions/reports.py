"""What changed between two versions of a published report: figures, goals and outcomes by name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tpxl.books.report import ReportBook
from tpxl.books.report.book import ReportPlace
from tpxl.jobs.compare import ComparedKey, Difference, Told, compare
from tpxl.jobs.results import Share
from tpxl.layout import survey
from tpxl.layout.survey import Progress
from tpxl.model import Address


class ReportChange(NamedTuple):
    """Something that two reports print differently, or one alone; None on the side without it."""

    key: ComparedKey
    old: Told
    new: Told
    old_place: ReportPlace | None
    new_place: ReportPlace | None


@dataclass(frozen=True, slots=True)
class ReportsDifference:
    """How a newer report stands to an older one.

    `same` of the older one's `total` figures and goals are the same; `numbers` counts those of the
    newer one's tables that were looked at, of all there are.
    """

    old: str
    new: str
    same: int
    total: int
    changed: tuple[ReportChange, ...]
    gone: tuple[ReportChange, ...]
    came: tuple[ReportChange, ...]
    numbers: Share

    @property
    def has_open_errors(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.changed or self.gone or self.came)


def reports_difference(
    old: ReportBook, new: ReportBook, progress: Progress | None = None
) -> ReportsDifference:
    """Return what changed from one report to the other.

    Raises:
        TpxlError: no table of the family is found in one of them.
    """
    told = compare(survey(old, progress), [new], progress, is_everywhere=True)
    return ReportsDifference(
        old.name,
        new.name,
        told.tied,
        told.total,
        tuple(_changes(told.differences, old)),
        tuple(_changes(told.missing, old)),
        tuple(_changes(told.unknown, old)),
        told.numbers,
    )


def _changes(differences: Iterable[Difference], old: ReportBook) -> Iterator[ReportChange]:
    for one in differences:
        was = None
        if one.sheet is not None and one.cell is not None:
            was = old.place(one.sheet, Address.parse(one.cell))
        yield ReportChange(one.key, one.book, one.printed, was, one.place)
