"""The button that brings the templates, on a workbook in a running spreadsheet program."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from tests.live.office.engine import BookNames
from tests.live.test_buttons import AREA, OTHER, Press, contents, small_book

from tpxl.excel import buttons
from tpxl.shipped import template


@pytest.fixture
def book(opened: Callable[[Path], Any], tmp_path: Path) -> Any:
    return opened(small_book(tmp_path / "kirja.xlsx"))


def templates_of(book: Any) -> Path:
    return Path(book.fullname).with_name("templates")


def test_the_originals_come_and_the_area_in_front_is_shown_with_them(
    book: Any, press: Press
) -> None:
    book.sheets[OTHER].activate()
    before = contents(book)
    said = press(buttons.tuo_pohjat, book)
    folder = templates_of(book)
    assert said.split("\n\n") == [
        f"Pohjat ja niiden ohje ovat kansiossa\n{folder}",
        "• Tuotiin: vastuualue.docx, vastuualue.xlsx, OHJE.md",
        f"Esikatselu vastuualueesta {OTHER}: 4 tiedostoa kansiossa\n{folder / 'esikatselu'}",
    ]
    made = {path.name for path in (folder / "esikatselu").iterdir()}
    assert made == {f"{OTHER}.{kind}" for kind in ("xlsx", "docx", "pdf", "html")}
    assert contents(book) == before


def test_what_somebody_has_made_stays_and_is_what_the_preview_shows(
    book: Any, press: Press
) -> None:
    folder = templates_of(book)
    folder.mkdir()
    own = Document(str(template("vastuualue.docx")))
    own.paragraphs[0].insert_paragraph_before("Oma pohja")
    own.save(str(folder / "vastuualue.docx"))
    content = (folder / "vastuualue.docx").read_bytes()
    book.sheets["Ohje"].activate()
    said = press(buttons.tuo_pohjat, book)
    assert "• Tuotiin: vastuualue.xlsx, OHJE.md\n" in said
    assert "• Oli jo kansiossa, ei muutettu: vastuualue.docx\n" in said
    assert (folder / "vastuualue.docx").read_bytes() == content
    shown = (folder / "esikatselu" / f"{AREA}.docx").read_bytes()
    assert Document(io.BytesIO(shown)).paragraphs[0].text == "Oma pohja"


def test_a_broken_template_is_told_in_place_of_the_preview(book: Any, press: Press) -> None:
    folder = templates_of(book)
    folder.mkdir()
    (folder / "vastuualue.docx").write_bytes(b"rikki")
    said = press(buttons.tuo_pohjat, book)
    *_, not_shown, why = said.split("\n\n")
    assert not_shown == "Esikatselu ei onnistunut."
    assert why.startswith(f"{folder / 'vastuualue.docx'}: pohja ei ole ehjä")
    assert not (folder / "esikatselu").exists()


def test_a_workbook_without_a_folder_on_this_machine_is_refused_in_a_sentence(
    book: Any, press: Press, calc: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsaved = calc.books.add()
    assert "työkirjaa ei ole vielä tallennettu" in press(buttons.tuo_pohjat, unsaved)
    unsaved.close()
    book.activate()
    folder = templates_of(book)
    monkeypatch.setattr(BookNames, "Path", "https://kunta.sharepoint.com/sites/talous/Tilinpäätös")
    said = press(buttons.tuo_pohjat, book)
    assert said.startswith("kirja.xlsx: työkirja on verkossa, eikä sillä ole tällä koneella")
    assert not folder.exists()
    assert [path.name for path in Path.home().iterdir()] == []


def test_a_folder_that_takes_no_file_is_told(book: Any, press: Press) -> None:
    templates_of(book).write_bytes(b"")
    said = press(buttons.tuo_pohjat, book)
    assert said.startswith(f"{templates_of(book)}: tiedostoa ei voitu kirjoittaa.")
    assert templates_of(book).read_bytes() == b""
