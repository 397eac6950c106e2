"""What an export gives back."""

from dataclasses import dataclass
from pathlib import Path

from tpxl.errors import TpxlError


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files that were written, and why others were not.

    `refused` are areas with open errors, where those are not to be exported; `failed` is what
    could not be done; `doubts` tell of what was printed and should not be: error values;
    `templates` are the files that say what it looks like.
    """

    book: str
    files: tuple[Path, ...] = ()
    refused: tuple[TpxlError, ...] = ()
    failed: tuple[TpxlError, ...] = ()
    doubts: tuple[TpxlError, ...] = ()
    templates: tuple[Path, ...] = ()

    @property
    def has_open_errors(self) -> bool:
        """Tell whether an area was refused for its open errors, or an error value was printed."""
        return bool(self.refused or self.doubts)
