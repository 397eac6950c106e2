"""tpxl works inside a city's master workbook for the annual report.

It computes what can be computed, checks everything that is printed, and keeps everything else as
it was::

    with tpxl.open_book("master.xlsm") as book:
        result = tpxl.refresh(book)
        book.save()

Names are loaded when they are first used: `import tpxl` brings in no library.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tpxl import rules
    from tpxl.books import Book, open_book
    from tpxl.errors import TpxlError
    from tpxl.jobs.check.check import check
    from tpxl.jobs.refresh import refresh
    from tpxl.model import Edit, Finding

__version__ = "1.0.0"

_HOMES = {
    "Book": "tpxl.books",
    "Edit": "tpxl.model",
    "Finding": "tpxl.model",
    "TpxlError": "tpxl.errors",
    "check": "tpxl.jobs.check.check",
    "open_book": "tpxl.books",
    "refresh": "tpxl.jobs.refresh",
}

__all__ = [
    "Book",
    "Edit",
    "Finding",
    "TpxlError",
    "__version__",
    "check",
    "open_book",
    "refresh",
    "rules",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # a module's names are of any type
    if name == "rules":
        import_module("tpxl.rules.allocation")
        return import_module("tpxl.rules")
    if name not in _HOMES:
        raise AttributeError(f"module 'tpxl' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
