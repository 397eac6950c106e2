"""Build the master workbook and the ribbon add-in from text: `python workbook/build.py`."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:  # run as a script, the package lies one folder up
    sys.path.insert(0, str(HERE.parent))

from tpxl import __version__  # noqa: E402
from tpxl.master.build import build  # noqa: E402
from workbook import addin, macros, source  # noqa: E402

MASTER = HERE / "tilinpaatos_master.xlsm"


def write(path: Path) -> Path:
    """Write the master to `path` and return it; the same bytes every time."""
    build(path, source.read(), macros.modules(), __version__)
    return path


if __name__ == "__main__":
    print(write(MASTER))
    print(addin.write(addin.ADDIN))
