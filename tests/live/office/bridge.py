"""LibreOffice's Python bridge, brought into a virtual environment without its neighbours.

Debian keeps `uno` among every other package of the system; putting that folder on the path would
bring those in too. Only the two modules are taken.
"""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

PROGRAM = Path(os.environ.get("TPXL_LO_PROGRAM", "/usr/lib/libreoffice/program"))
_FOLDERS = (Path("/usr/lib/python3/dist-packages"), PROGRAM)


def missing() -> str:
    """Return why LibreOffice cannot be driven from here; empty when it can."""
    if not (PROGRAM / "soffice.bin").exists():
        return f"LibreOffice is not installed in {PROGRAM} (see scripts/install-spreadsheet.sh)"
    try:
        load()
    except ImportError as error:
        return f"LibreOffice's Python bridge does not load in this Python: {error}"
    return ""


def load() -> ModuleType:
    """Return the module `uno`; from then on ``com.sun.star`` imports work too."""
    for name in ("uno", "unohelper"):
        if name not in sys.modules:
            _load_one(name)
    return sys.modules["uno"]


def _load_one(name: str) -> None:
    for folder in _FOLDERS:
        spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
        if spec is not None and spec.loader is not None and (folder / f"{name}.py").exists():
            sys.modules[name] = module = importlib.util.module_from_spec(spec)
            try:
                spec.loader.exec_module(module)
            except BaseException:
                del sys.modules[name]
                raise
            return
    raise ImportError(f"{name}.py is in none of {[str(folder) for folder in _FOLDERS]}")
