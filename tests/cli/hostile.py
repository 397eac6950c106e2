"""A process that does books, in which books of certain names do what no book should.

`python -c "from tests.cli.hostile import serve; serve()"` stands where `tpxl.cli.worker` does.
"""

import os
import signal
from importlib import import_module
from typing import Any

from tpxl import deadline
from tpxl.cli import worker
from tpxl.layout.scan import scan_sheet

CRASHING, STUCK, DEAF, HUNGRY = "kaatuva", "jumissa", "kuuro", "ahne"


def serve() -> None:
    """Serve as a worker does; the names decide what happens."""
    done_here = worker.done_here

    def hostile(task: worker.Task) -> Any:
        name = task.book.path

        def scan(*words: Any, **more: Any) -> Any:
            _misbehave(name)
            return scan_sheet(*words, **more)

        vars(import_module("tpxl.layout.survey"))["scan_sheet"] = scan
        return done_here(task)

    vars(worker)["done_here"] = hostile
    worker.serve()


def _misbehave(name: str) -> None:
    if CRASHING in name:
        os.kill(os.getpid(), signal.SIGSEGV)
    if STUCK in name:
        deadline._running.limits[-1].ends = 0.0
        signal.raise_signal(signal.SIGALRM)  # as late as can be, without the wait
    if DEAF in name:
        os.kill(os.getpid(), signal.SIGSTOP)
    if HUNGRY in name:
        bytearray(worker.MOST_BYTES)
