"""Tests in this folder drive a real spreadsheet program: a private LibreOffice.

`office` is the running program, `opened` opens a copy of a workbook in it as an xlwings book.
Where there is none the tests are skipped with the reason, or fail if TPXL_REQUIRE_LO=1.
"""

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from tests.live.office import bridge
from tests.live.office.calls import CALLS, PRESSED

from tpxl import log
from tpxl.shipped import master

Press = Callable[..., str]

_HERE = Path(__file__).parent
_HANGS_AFTER = 240.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.live)


def require_office() -> None:
    """Skip, or fail where it must be there, when LibreOffice cannot be driven from here."""
    if reason := bridge.missing():
        missing(reason)


def missing(reason: str) -> NoReturn:
    """Skip for want of a program, or fail where it must be there."""
    if os.environ.get("TPXL_REQUIRE_LO") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def _running() -> Iterator[Any]:
    require_office()
    from tests.live.office.server import Office

    with Office() as started:
        yield started


@pytest.fixture
def office(_running: Any) -> Iterator[Any]:
    """A running LibreOffice; one that hangs is killed, so that the test fails and ends."""
    watch = threading.Timer(_HANGS_AFTER, _running.kill)
    watch.daemon = True
    watch.start()
    yield _running
    watch.cancel()


@pytest.fixture(scope="session")
def _attached(_running: Any) -> Any:
    from tests.live.office.engine import attached

    return attached(_running.connection, _running.process_id)


@pytest.fixture
def calc(office: Any, _attached: Any) -> Iterator[Any]:
    """The running LibreOffice as an xlwings app; books that a test leaves open are closed."""
    del office
    yield _attached
    for book in list(_attached.books):
        book.close()


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a press leaves for its user is left in a folder of the test."""
    home = tmp_path / "koti"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)


@pytest.fixture
def opened(calc: Any, tmp_path: Path) -> Callable[[Path], Any]:
    """Open a copy of a workbook, never the file itself; what comes back is an xlwings book."""

    def opening(path: Path) -> Any:
        folder = tmp_path / "opened"
        folder.mkdir(exist_ok=True)
        return calc.books.open(str(shutil.copy(path, folder / path.name)))

    return opening


@pytest.fixture
def real(opened: Callable[[Path], Any]) -> Any:
    return opened(master())


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    return log.log_path()


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch, calc: Any, logged: Path, tmp_path: Path) -> Press:
    """Press a button of a workbook: the command line that its macro writes, and what is said."""
    told = tmp_path / "sanottavaa.txt"

    def pressing(button: Callable[[], None], book: Any, *, asks: bool = False) -> str:
        """Return what is told in the last box; with `asks` another box has asked before."""
        words = [f"--wb={book.name}", "--from_xl=1", "--hwnd=1", f"--told={told}"]
        monkeypatch.setattr(sys, "argv", ["-c", *words])
        calc.impl.alerts.clear()
        before = CALLS.copy()
        button()
        PRESSED.clear()
        PRESSED.update(CALLS - before)
        *asked, said = calc.impl.alerts
        assert len(asked) == asks
        assert calc.impl.status_bar is False
        assert (calc.screen_updating, calc.calculation) == (True, "automatic")
        return str(said)

    del logged
    return pressing
