"""What a check and a refresh give back."""

from collections.abc import Iterable
from dataclasses import dataclass

from tpxl.jobs.allocation.lineage import Allocated
from tpxl.jobs.completeness import Completeness
from tpxl.model import Edit, Finding, Severity


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
    allocations: tuple[Allocated, ...] = ()
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
    allocations: tuple[Allocated, ...] = ()
    completeness: tuple[Completeness, ...] = ()

    @property
    def has_open_errors(self) -> bool:
        """Tell whether an error stands that nobody has explained."""
        return _has_open_errors(self.findings)
