"""What the jobs give back."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tpxl.errors import TpxlError
from tpxl.jobs.completeness import Completeness
from tpxl.model import Edit, Finding, Severity

if TYPE_CHECKING:
    from tpxl.jobs.allocation.lineage import Allocated


def _has_open_errors(findings: Iterable[Finding]) -> bool:
    return any(one.is_open and one.severity is Severity.ERROR for one in findings)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What is wrong in a book; `figures` counts the printed figures that were looked at.

    `allocations` are the shared costs: for every euro, where it came from and where it went;
    `completeness` is how far each area is.
    """

    book: str
    findings: tuple[Finding, ...]
    figures: int = 0
    allocations: tuple["Allocated", ...] = ()
    completeness: tuple[Completeness, ...] = ()

    @property
    def has_open_errors(self) -> bool:
        """Tell whether an error stands that nobody has explained."""
        return _has_open_errors(self.findings)


@dataclass(frozen=True, slots=True)
class RefreshResult:
    """What a refresh changed, what is wrong in the book after it, and where shared costs went."""

    book: str
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]
    figures: int = 0
    allocations: tuple["Allocated", ...] = ()
    completeness: tuple[Completeness, ...] = ()

    @property
    def has_open_errors(self) -> bool:
        """Tell whether an error stands that nobody has explained."""
        return _has_open_errors(self.findings)


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files that were written, and why others were not.

    `refused` are areas with open errors, where those are not to be exported; `failed` is what
    could not be done.
    """

    book: str
    files: tuple[Path, ...] = ()
    refused: tuple[TpxlError, ...] = ()
    failed: tuple[TpxlError, ...] = ()

    @property
    def has_open_errors(self) -> bool:
        """Tell whether an area was refused for its open errors."""
        return bool(self.refused)
