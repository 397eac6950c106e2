"""Another process joins a running LibreOffice: what a button's command line does first in tests.

The pipe's name comes in the environment, so that the rest of the command line is the real one.
"""

import os

from tests.live.office.engine import App, attached
from tests.live.office.server import Connection

PIPE = "TPXL_TEST_PIPE"


def attach() -> None:
    """Connect, and take up the workbooks that are open there, the one in front first."""
    connection = Connection.to(os.environ[PIPE])
    app: App = attached(connection, pid=1).impl
    opened = [document for document in connection.documents() if hasattr(document, "Sheets")]
    front = connection.desktop.getCurrentComponent()
    for document in sorted(opened, key=lambda one: one == front):
        app.books.adopt(document)
