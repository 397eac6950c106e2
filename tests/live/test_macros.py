"""From the button through the VBA and a new Python process to the cells."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.live.office.attach import DIES_AT
from tests.live.office.presses import Presses, bound_macros

from tpxl.books import open_book
from tpxl.jobs.refresh import refresh
from tpxl.master.buttons import BUTTONS, OF_AREAS
from tpxl.model import Address
from tpxl.shipped import master

AREA = "Työllisyyspalvelut"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def runs_macros() -> Iterator[Any]:
    from tests.live.conftest import require_office

    require_office()
    from tests.live.office.server import Office

    with Office(macros=True) as started:
        yield started


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(master(), tmp_path / "kirja.xlsm"))


@pytest.fixture
def document(runs_macros: Any, path: Path) -> Iterator[Any]:
    opened = runs_macros.connection.open(path, macros=True)
    yield opened
    opened.close(True)


@pytest.fixture
def presses(document: Any, runs_macros: Any, tmp_path: Path) -> Presses:
    return Presses(document, runs_macros.pipe, tmp_path)


def test_every_button_of_every_sheet_has_its_macro(document: Any) -> None:
    named = {}
    for sheet in document.Sheets.ElementNames:
        macros = bound_macros(document.Sheets.getByName(sheet))
        named[sheet] = [re.findall(r"tpxl_buttons\.(\w+)\?", macro) for macro in macros]
    everywhere = [[one] for one in BUTTONS if one not in OF_AREAS]
    assert named.pop(AREA) == [[one] for one in BUTTONS]
    assert named["Tarkistus"] == named["Ohje"] == everywhere
    assert {len(one) for one in named.values()} == {len(BUTTONS), len(everywhere)}


def _row(document: Any, label: str) -> int:
    native = document.Sheets.getByName(AREA)
    return next(row for row in range(200) if native.getCellByPosition(0, row).getString() == label)


def test_a_press_changes_the_cells_as_the_batch_command_would(
    document: Any, presses: Presses, path: Path
) -> None:
    native = document.Sheets.getByName(AREA)
    margin = native.getCellByPosition(5, _row(document, "Toimintakate"))
    change = native.getCellByPosition(5, _row(document, "Muutos %"))
    with open_book(path) as book:
        refresh(book)
        grid = book.read(AREA)
        right = [grid.value(Address(_row(document, label) + 1, 6)) for label in _BROKEN]
    margin.setValue(1)
    change.setString("12,3")
    presses.press(AREA, "Päivitä tämä alue")
    assert presses.said().startswith("Muutettiin ")
    assert [margin.getValue(), change.getValue()] == right


_BROKEN = ("Toimintakate", "Muutos %")


def test_a_process_ended_half_way_leaves_the_file_whole_and_the_next_press_mends(
    document: Any, presses: Presses, path: Path
) -> None:
    native = document.Sheets.getByName(AREA)
    cells = [native.getCellByPosition(5, _row(document, label)) for label in _BROKEN]
    right = [cell.getValue() for cell in cells]
    on_disk = path.read_bytes()
    for cell in cells:
        cell.setValue(1)
    presses.run_with(**{DIES_AT: "2"})
    presses.press(AREA, "Päivitä tämä alue")
    presses.wait_for_its_end()
    with pytest.raises(AssertionError, match="no message"):
        presses.said(seconds=1)
    halfway = [cell.getValue() for cell in cells]
    assert sorted(now == 1 for now in halfway) == [False, True]
    assert path.read_bytes() == on_disk
    presses.run_with()
    presses.press(AREA, "Päivitä tämä alue")
    assert presses.said().startswith("Muutettiin ")
    assert [cell.getValue() for cell in cells] == right
    assert document.isAutomaticCalculationEnabled()
    assert not document.hasControllersLocked()


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        ("Päivitä kaikki", "Muutettiin "),
        ("Esikatsele", "Päivitys muuttaisi "),
        ("Tarkista", "Havainnot ovat Tarkistus-välilehdellä."),
        ("Vie alueet", "vienti"),
        ("Tuo kirjanpidosta", "Mitään ei muutettu."),
        ("Avaa uusi vuosi", "vuotta ei avata"),
    ],
)
def test_each_other_button_reaches_its_job(presses: Presses, caption: str, said: str) -> None:
    presses.press("Ohje", caption)
    assert said in presses.said()


def test_without_the_users_own_settings_a_press_says_so(presses: Presses) -> None:
    (presses.folder / ".tpxl" / "tpxl.conf").unlink()
    presses.press("Ohje", "Tarkista")
    assert "asetustiedosto puuttuu" in presses.said()


@pytest.mark.parametrize("named", ["python", "python.exe"])
def test_a_python_without_its_folder_is_not_searched_for(presses: Presses, named: str) -> None:
    presses.name_python(named)
    presses.press("Ohje", "Tarkista")
    assert "asetustiedosto puuttuu tai on vajaa" in presses.said()


def test_a_python_that_is_gone_is_told_with_its_place(presses: Presses) -> None:
    presses.python.unlink()
    presses.press("Ohje", "Tarkista")
    assert f"Pythonia ei löydy paikasta {presses.python}: aja asennus" in presses.said()


def test_a_start_that_is_refused_ends_in_one_sentence(presses: Presses) -> None:
    presses.start_by_the_script_host()
    presses.press("Ohje", "Tarkista")
    said = presses.said()
    assert said.startswith("Excel ei voinut käynnistää Pythonia (virhe ")
    assert "aja komento tpxl refresh" in said
    assert "\n" not in said.strip()


def test_a_python_that_does_not_come_to_tpxl_is_told(presses: Presses) -> None:
    presses.start_by_shell(waits=True, status=1)
    presses.python.write_text("#!/bin/sh\nexit 1\n")
    presses.press("Ohje", "Tarkista")
    assert "tpxl keskeytyi tai puuttuu" in presses.said()


def test_what_tpxl_leaves_to_be_said_is_shown_and_its_file_is_gone(presses: Presses) -> None:
    presses.start_by_shell(waits=True, status=1)
    presses.python.write_text('#!/bin/sh\nshift 6\necho "Suljettu." >"${1#--told=}"\n')
    presses.press("Ohje", "Tarkista")
    assert presses.said().strip() == "Suljettu."
    assert not list(presses.folder.glob("tpxl-*"))
