"""Excel held still while blocks are written, and let go whatever happens."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlwings as xw

MANY = 20
"""How many blocks are worth holding calculation back for."""


@contextmanager
def quiet(app: "xw.App", *, blocks: int) -> Iterator[None]:
    """Hold back Excel's drawing and events, and its calculation where many blocks are written.

    Events, since a city's own macro that answers to a changed cell would run once a block, and
    could change what is being written. Why calculation not always: a process that is ended
    meanwhile would leave a person's Excel calculating nothing, unseen. Drawing is always let go:
    whoever presses a button wants to see.
    """
    with ExitStack() as restored:
        native = app.api
        restored.callback(setattr, native, "EnableEvents", native.EnableEvents)
        native.EnableEvents = False
        restored.callback(setattr, app, "screen_updating", True)  # noqa: FBT003  # as setattr is
        app.screen_updating = False
        if blocks >= MANY:
            restored.callback(setattr, app, "calculation", app.calculation)
            app.calculation = "manual"
        yield
