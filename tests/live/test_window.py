"""Once in a real window: a mouse, a click on a button, and a picture of what a person sees."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.live.conftest import missing
from tests.live.office.presses import Presses, buttons

from tpxl.shipped import master

pytestmark = pytest.mark.slow
AREA = "Työllisyyspalvelut"
_PROGRAMS = ("Xvfb", "openbox", "xdotool", "import")
_SIZE = (1600, 1000)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen that nobody sees, with a window manager; it is stopped at the end."""
    if absent := [program for program in _PROGRAMS if shutil.which(program) is None]:
        missing(f"no window can be shown without {', '.join(absent)}")
    read, write = os.pipe()
    screen = f"{_SIZE[0]}x{_SIZE[1]}x24"
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            name = f":{told.readline().strip()}"
        manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": name})
        yield name
        manager.terminate()
        manager.wait(10)
        server.terminate()


@pytest.fixture(scope="module")
def visible(display: str) -> Iterator[Any]:
    from tests.live.conftest import require_office

    require_office()
    from tests.live.office.server import Office

    with Office(display=display, macros=True) as started:
        yield started


def _mouse(display: str, *words: str) -> None:
    subprocess.run(["xdotool", *words], env={**os.environ, "DISPLAY": display}, check=True)


def _click(display: str, x: int, y: int) -> None:
    _mouse(display, "mousemove", "--sync", str(x), str(y), "sleep", "0.3", "click", "1")


def _picture(display: str, path: Path) -> Path:
    command = ["import", "-window", "root", str(path)]
    subprocess.run(command, env={**os.environ, "DISPLAY": display}, check=True)
    return path


def _place(document: Any, sheet: str, caption: str) -> tuple[int, int]:
    """Return where on the screen the middle of a button is."""
    controller = document.CurrentController
    button = next(one for one in buttons(document.Sheets.getByName(sheet)) if one.Label == caption)
    shown = controller.getControl(button).AccessibleContext
    corner, size = shown.getLocationOnScreen(), shown.getSize()
    return corner.X + size.Width // 2, corner.Y + size.Height // 2


def test_a_click_with_the_mouse_refreshes_the_area(
    visible: Any, display: str, tmp_path: Path
) -> None:
    path = Path(shutil.copy(master(), tmp_path / "kirja.xlsm"))
    document = visible.connection.open(path, hidden=False, macros=True)
    presses = Presses(document, visible.pipe, tmp_path)
    controller = document.CurrentController
    native = document.Sheets.getByName(AREA)
    controller.setActiveSheet(native)
    controller.setFormDesignMode(False)
    row = next(r for r in range(200) if native.getCellByPosition(0, r).String == "Toimintakate")
    margin = native.getCellByPosition(5, row)
    right = margin.Value
    margin.Value = 1
    time.sleep(3)
    x, y = _place(document, AREA, "Päivitä tämä alue")
    _click(display, x + 60, y + 320)  # a cell first: the window is then the one in front
    _click(display, x, y)
    said = presses.said()
    shot = _picture(display, tmp_path / "ikkuna.png")
    now = margin.Value
    document.close(True)
    assert said.startswith("Muutettiin ")
    assert now == right
    assert shot.stat().st_size > 40_000  # a blank screen is a tenth of that
