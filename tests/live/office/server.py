"""A private LibreOffice: own profile, own pipe, and it dies with its parent."""

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tests.live.office import bridge
from tests.live.office.profile import write_profile

_START_ME_AGAIN = 81  # what soffice.bin answers when a new profile has been set up
_START_SECONDS = 90.0
_STOP_SECONDS = 10.0


class OfficeError(RuntimeError):
    """LibreOffice did not do what it was asked to."""


@dataclass(frozen=True)
class Connection:
    """A running LibreOffice, reached through its pipe; it is somebody else's to stop."""

    context: Any
    desktop: Any

    @classmethod
    def to(cls, pipe: str) -> Self:
        """Connect to the LibreOffice that listens on `pipe`.

        Raises:
            com.sun.star.connection.NoConnectException: nobody listens there (yet).
        """
        uno = bridge.load()
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return cls(context, desktop)

    def documents(self) -> Iterator[Any]:
        """Yield the documents that are open."""
        found = self.desktop.Components.createEnumeration()
        while found.hasMoreElements():
            yield found.nextElement()

    def open(self, path: Path, *, hidden: bool = True, macros: bool = False) -> Any:
        """Return the document at `path`, opened; give it a copy, never the file itself."""
        document = self.desktop.loadComponentFromURL(
            path.resolve().as_uri(),
            "_blank",
            0,
            properties(Hidden=hidden, MacroExecutionMode=4 if macros else 0, UpdateDocMode=0),
        )
        if document is None:
            raise OfficeError(f"could not load {path}")
        return document


def store(document: Any, path: Path, filter_name: str, **options: Any) -> None:
    """Write `document` to `path` in the format of an export filter.

    Raises:
        OfficeError: no file came out.
    """
    document.storeToURL(
        path.resolve().as_uri(), properties(FilterName=filter_name, Overwrite=True, **options)
    )
    if not path.exists() or not path.stat().st_size:
        raise OfficeError(f"nothing was written to {path}")


def properties(**values: Any) -> tuple[Any, ...]:
    """Return named values in the form that LibreOffice's calls take."""
    bridge.load()
    from com.sun.star.beans import PropertyValue

    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


class Office:
    """``with Office() as office``: started, connected, and stopped whatever happens.

    `display` is an X display for a visible one; without it nothing is shown. Macros of documents
    run only where a test asks for it.
    """

    def __init__(self, *, display: str | None = None, macros: bool = False) -> None:
        self.display = display
        self.pipe = f"tpxl{os.getpid()}{secrets.token_hex(4)}"
        self._macros = macros

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="tpxl-office-"))
        write_profile(self._folder / "profile", macros=self._macros)
        self._process = self._start()
        try:
            self.connection = self._connect()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        asking = threading.Thread(target=self._ask_to_stop, daemon=True)
        asking.start()
        asking.join(_STOP_SECONDS)
        self._stop()

    @property
    def is_headless(self) -> bool:
        return self.display is None

    @property
    def process_id(self) -> int:
        return self._process.pid

    def kill(self) -> None:
        """End it at once."""
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _start(self) -> "subprocess.Popen[bytes]":
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(
                self._command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._environment(),
                start_new_session=True,
            )

    def _command(self) -> list[str]:
        dies_with_parent = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []
        quiet = ["--norestore", "--nologo", "--nodefault", "--nolockcheck"]
        unseen = ["--headless", "--invisible"] if self.is_headless else []
        return [
            *dies_with_parent,
            str(bridge.PROGRAM / "soffice.bin"),
            *quiet,
            "--nofirststartwizard",
            f"--accept=pipe,name={self.pipe};urp;StarOffice.ComponentContext",
            f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
            *unseen,
        ]

    def _environment(self) -> dict[str, str]:
        plugin = "svp" if self.is_headless else "gen"
        shown = {"DISPLAY": self.display} if self.display else {}
        own = {"HOME": str(self._folder), "SAL_USE_VCLPLUGIN": plugin, "LC_ALL": "C.UTF-8"}
        return {**os.environ, **own, **shown}

    def _connect(self) -> Connection:
        bridge.load()
        from com.sun.star.connection import NoConnectException

        end = time.monotonic() + _START_SECONDS
        while time.monotonic() < end:
            try:
                return Connection.to(self.pipe)
            except NoConnectException:
                self._start_again_if_asked()
                time.sleep(0.05)
        raise OfficeError(f"LibreOffice did not open its pipe: {self._said()}")

    def _start_again_if_asked(self) -> None:
        status = self._process.poll()
        if status == _START_ME_AGAIN:
            self._process = self._start()
        elif status is not None:
            raise OfficeError(f"LibreOffice ended with {status}: {self._said()}")

    def _said(self) -> str:
        return (self._folder / "log").read_text("utf-8", errors="replace")[-2000:]

    def _ask_to_stop(self) -> None:
        with suppress(Exception):
            self.connection.desktop.terminate()

    def _stop(self) -> None:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_STOP_SECONDS / 2)
        self.kill()
        self._process.wait(_STOP_SECONDS)
        shutil.rmtree(self._folder, ignore_errors=True)
