"""What a measurement may be at most."""

from typing import NamedTuple

HEADING = f"\n{'limits':<58}{'found':>8}{'at most':>9}"


class Limit(NamedTuple):
    """What was measured, what was found, what it may be."""

    what: str
    found: float
    most: float

    @property
    def is_kept(self) -> bool:
        """Tell whether no more was found than there may be."""
        return self.found <= self.most

    def __str__(self) -> str:
        """Return the limit as a line of the table."""
        verdict = "ok" if self.is_kept else "MISSED"
        return f"{self.what:<58}{self.found:>8.2f}{self.most:>9.2f}  {verdict}"
