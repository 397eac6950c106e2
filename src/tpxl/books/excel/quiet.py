"""Excel held still while blocks are written, and let go whatever happens."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlwings as xw


@contextmanager
def quiet(app: "xw.App") -> Iterator[None]:
    """Hold back Excel's drawing, then its calculation, for the time of a few writes.

    Both are put back as they were found, each even if the other cannot be.
    """
    with ExitStack() as restored:
        for name, value in (("screen_updating", False), ("calculation", "manual")):
            found = getattr(app, name)
            if found != value:
                restored.callback(setattr, app, name, found)
                setattr(app, name, value)
        yield
