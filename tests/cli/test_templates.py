import shutil
from pathlib import Path

import pytest
from docx import Document

from tpxl.cli import main
from tpxl.shipped import master, template

NAMES = ["OHJE.md", "vastuualue.docx", "vastuualue.xlsx"]


def test_the_originals_come_and_what_is_there_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "vastuualue.docx").write_bytes(b"oma")
    assert main(["templates", "--to", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    assert (folder / "vastuualue.docx").read_bytes() == b"oma"
    assert (folder / "vastuualue.xlsx").read_bytes() == template("vastuualue.xlsx").read_bytes()
    assert "vastuualue.docx on jo kansiossa" in capsys.readouterr().out


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert main(["templates", "--to", str(tmp_path / "file" / "x")]) == 2
    assert str(tmp_path / "file") in capsys.readouterr().err


@pytest.fixture
def kirja(tmp_path: Path) -> Path:
    return Path(shutil.copy(master(), tmp_path / "kirja.xlsm"))


def test_a_preview_brings_the_originals_beside_the_book_and_shows_an_area_of_it(
    kirja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kirja.read_bytes()
    assert main(["templates", "--preview", str(kirja), "--area", "Työllisyyspalvelut"]) == 0
    folder = kirja.parent / "templates"
    shown = folder / "esikatselu"
    formats = ("xlsx", "html", "docx", "pdf")
    files = [str(shown / f"Työllisyyspalvelut.{one}") for one in formats]
    told = capsys.readouterr()
    assert told.err == ""
    *lines, last = told.out.splitlines()
    brought = [str(folder / name) for name in ("vastuualue.docx", "vastuualue.xlsx", "OHJE.md")]
    assert lines == [*brought, *files]
    assert last == f"Pohjat: {folder} (vastuualue.xlsx, vastuualue.docx)"
    assert sorted(map(str, shown.iterdir())) == sorted(files)
    assert kirja.read_bytes() == before


def test_a_preview_is_made_with_the_templates_of_any_folder(kirja: Path) -> None:
    folder = kirja.parent / "uusi ilme"
    folder.mkdir()
    document = Document(str(template("vastuualue.docx")))
    document.paragraphs[0].insert_paragraph_before("Uusi ilme {{ vuosi }}")
    document.save(str(folder / "vastuualue.docx"))
    assert main(["templates", "--to", str(folder), "--preview", str(kirja), "--lang", "en"]) == 0
    (made,) = (folder / "preview").glob("*.docx")
    assert Document(str(made)).paragraphs[0].text == "Uusi ilme 2025"
    assert not (kirja.parent / "templates").exists()


def test_a_broken_template_is_told_as_an_export_tells_it(
    kirja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = kirja.parent / "templates"
    folder.mkdir()
    (folder / "vastuualue.docx").write_bytes(b"ei asiakirja")
    assert main(["templates", "--preview", str(kirja)]) == 2
    told = capsys.readouterr()
    assert "vastuualue.docx on jo kansiossa" in told.out
    assert main(["export", str(kirja), "--format", "docx"]) == 2
    assert told.err == capsys.readouterr().err
    assert told.err.count("\n") == 1
    assert (folder / "vastuualue.docx").read_bytes() == b"ei asiakirja"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--area", "Kirjasto"], "Lisää --preview TYÖKIRJA"),
        (["--hidden"], "Lisää --preview TYÖKIRJA"),
        (["--preview", "puuttuu/kirja.xlsm"], "puuttuu/kirja.xlsm: tiedostoa ei ole"),
        (["--preview", "kirja.xlsm", "--area", "Kirjasto"], "vastuualuetta Kirjasto ei ole"),
    ],
)
def test_what_cannot_be_shown_is_one_sentence(
    kirja: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(kirja.parent)
    assert main(["templates", *words]) == 2
    line = capsys.readouterr().err
    assert said in line
    assert line.count("\n") == 1
    assert not Path("puuttuu").exists()
