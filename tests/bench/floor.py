"""The floor: every part of a package inflated and deflated again with the standard library."""

import sys
import zipfile
from pathlib import Path


def packed_again(source: Path, target: Path) -> None:
    """Write `target` with the parts of `source`, each inflated and deflated."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))


if __name__ == "__main__":
    packed_again(Path(sys.argv[1]), Path(sys.argv[2]))
