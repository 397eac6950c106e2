"""Another process joins a running LibreOffice: what a button's command line does first in tests.

The pipe's name comes in the environment, so that the rest of the command line is the real one.
"""

import os
import signal
from itertools import count
from typing import Any

from tests.live.office.cells import Range
from tests.live.office.engine import App, attached
from tests.live.office.server import Connection

PIPE = "TPXL_TEST_PIPE"


DIES_AT = "TPXL_TEST_DIES_AT"
"""The write at which the process ends itself, as if somebody had pulled the plug."""


def attach() -> None:
    """Connect, and take up the workbooks that are open there, the one in front first."""
    if DIES_AT in os.environ:
        _die_at(int(os.environ[DIES_AT]))
    connection = Connection.to(os.environ[PIPE])
    app: App = attached(connection, pid=1).impl
    opened = [document for document in connection.documents() if hasattr(document, "Sheets")]
    front = connection.desktop.getCurrentComponent()
    for document in sorted(opened, key=lambda one: one == front):
        app.books.adopt(document)


def _die_at(nth: int) -> None:
    writes, original = count(1), Range.raw_value

    def write(self: Range, value: Any) -> None:
        if next(writes) == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        original.fset(self, value)

    Range.raw_value = original.setter(write)
