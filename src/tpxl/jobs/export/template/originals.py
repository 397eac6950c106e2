"""The original templates and their guide, brought into a folder over nothing that is there."""

from pathlib import Path
from typing import NamedTuple

from tpxl import shipped
from tpxl.jobs.export.files import make_folder, write_whole
from tpxl.jobs.export.template.check import DOCUMENT, SHEET

GUIDE = "OHJE.md"
ORIGINALS = (DOCUMENT, SHEET, GUIDE)


class Brought(NamedTuple):
    """A folder's files: those that came into it, those that were there and stay."""

    folder: Path
    files: tuple[Path, ...]
    kept: frozenset[Path]

    @property
    def came(self) -> tuple[Path, ...]:
        """Return the files that were not there."""
        return tuple(path for path in self.files if path not in self.kept)


def bring(folder: Path) -> Brought:
    """Bring the originals that a folder lacks; return which came and which were there.

    A name that leads nowhere is taken too: what somebody linked is theirs to mend.

    Raises:
        TpxlError: `export_not_written`, the folder or a file cannot be written.
    """
    make_folder(folder)
    files = tuple(folder / name for name in ORIGINALS)
    kept = frozenset(path for path in files if path.exists() or path.is_symlink())
    brought = Brought(folder, files, kept)
    for path in brought.came:
        write_whole(path, shipped.template(path.name).read_bytes())
    return brought
