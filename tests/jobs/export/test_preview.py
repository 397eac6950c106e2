import io
from pathlib import Path

import pytest
from docx import Document
from tests.grids import TableBook, TableGrid
from tests.jobs.export.test_content import ECONOMY
from tests.jobs.export.test_job import book, grid, listed, names

from tpxl.errors import TpxlError
from tpxl.jobs.export.job import FORMATS, ExportWish, export
from tpxl.jobs.export.preview import Asked, preview
from tpxl.jobs.export.template.check import DOCUMENT, template_file
from tpxl.model import Hiding


def written(folder: Path, *paragraphs: str) -> Path:
    """A folder of templates, the Word one with paragraphs more."""
    document = Document(io.BytesIO(template_file(DOCUMENT).content))
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(folder / DOCUMENT)
    return folder


def test_an_area_comes_in_every_format_with_the_templates_of_the_folder(tmp_path: Path) -> None:
    shown = preview(book(), Asked(written(tmp_path, "Oma pohja {{ vuosi }}")))
    assert (shown.folder, shown.area) == (tmp_path / "esikatselu", "Katu ja puisto")
    assert {path.suffix[1:] for path in shown.result.files} == set(FORMATS)
    assert listed(shown.folder) == sorted(names(shown.result))
    (document,) = shown.folder.glob("*.docx")
    assert Document(str(document)).paragraphs[-1].text == "Oma pohja 2025"
    assert not shown.result.failed


@pytest.mark.parametrize(
    ("area", "front", "file"),
    [
        (None, None, "Katu ja puisto"),
        (None, "Alue 2", "Työllisyys"),
        (None, "Perustiedot", "Katu ja puisto"),
        ("työllisyys", "Alue 1", "Työllisyys"),
        ("Alue 2", None, "Työllisyys"),
    ],
)
def test_the_area_asked_for_goes_before_the_one_in_front_and_that_before_the_first(
    tmp_path: Path, area: str | None, front: str | None, file: str
) -> None:
    shown = preview(book(), Asked(tmp_path, area, front))
    assert {path.stem for path in shown.result.files} == {file}


def test_a_changed_template_gives_another_preview_in_its_place(tmp_path: Path) -> None:
    before = preview(book(), Asked(written(tmp_path))).result.files
    old = {path.name: path.read_bytes() for path in before}
    after = preview(book(), Asked(written(tmp_path, "Uusi kappale"))).result.files
    changed = {path.suffix for path in after if path.read_bytes() != old[path.name]}
    assert before == after
    assert changed == {".docx", ".pdf"}


@pytest.mark.parametrize("broken", ["{{ kaupungi }}", "{{ osio1.kappaleet[99] }}", "{% if"])
def test_a_broken_template_ends_in_the_sentence_of_the_export(tmp_path: Path, broken: str) -> None:
    def said(job: object) -> list[str]:
        try:
            result = job()  # type: ignore[operator]
        except TpxlError as error:
            return [str(error)]
        return list(map(str, getattr(result, "result", result).failed))

    preview(book(), Asked(written(tmp_path)))
    before = (tmp_path / "esikatselu" / "Katu ja puisto.docx").read_bytes()
    written(tmp_path, broken)
    wish = ExportWish(tmp_path / "vienti", formats=FORMATS, templates=tmp_path)
    told = said(lambda: preview(book(), Asked(tmp_path)))
    assert told == said(lambda: export(book(), wish))
    assert len(told) == 1
    assert (tmp_path / "esikatselu" / "Katu ja puisto.docx").read_bytes() == before


def test_a_book_without_areas_has_no_preview_and_is_told_why(tmp_path: Path) -> None:
    empty, hiding = TableBook.of(TableGrid.of("Perustiedot", ["Kaupunki", "K"])), book()
    hiding.hidden = dict.fromkeys(("Alue 1", "Alue 2"), Hiding.HIDDEN)
    for one, code in ((empty, "no_tables"), (hiding, "left_hidden")):
        with pytest.raises(TpxlError) as raised:
            preview(one, Asked(tmp_path))
        assert raised.value.code == code
    assert listed(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["../../ylös", "C:\\con", 'Vesi & jäte <1>: "a" | b?*', "CON", "Åland – ö ’25’", "."]
)
def test_an_area_of_any_name_stays_within_the_folder(tmp_path: Path, name: str) -> None:
    odd = TableBook.of(grid("Alue 1", name, *ECONOMY), grid("Alue 2", "Toinen", *ECONOMY))
    folder = tmp_path / "pohjat"
    folder.mkdir()
    shown = preview(odd, Asked(folder))
    assert shown.area == name
    assert len(shown.result.files) == len(FORMATS)
    assert {path.parent for path in shown.result.files} == {folder / "esikatselu"}
    assert [path.name for path in tmp_path.iterdir()] == ["pohjat"]
    assert not shown.result.failed


def test_a_folder_that_cannot_be_made_is_told_and_nothing_else_is_touched(tmp_path: Path) -> None:
    (tmp_path / "esikatselu").write_bytes(b"oma")
    with pytest.raises(TpxlError) as raised:
        preview(book(), Asked(tmp_path))
    assert raised.value.code == "export_not_written"
    assert (tmp_path / "esikatselu").read_bytes() == b"oma"


def test_a_file_that_cannot_be_written_is_told_and_the_others_are_there(tmp_path: Path) -> None:
    (tmp_path / "esikatselu" / "Katu ja puisto.docx").mkdir(parents=True)
    result = preview(book(), Asked(tmp_path)).result
    assert [error.code for error in result.failed] == ["export_not_written"]
    assert {path.suffix for path in result.files} >= {".xlsx", ".html"}


def test_other_areas_out_of_sight_are_nothing_to_tell_of(tmp_path: Path) -> None:
    hiding = book()
    hiding.hidden = {"Alue 1": Hiding.HIDDEN}
    shown = preview(hiding, Asked(tmp_path))
    assert (shown.area, shown.result.notes) == ("Työllisyys", ())
    assert preview(hiding, Asked(tmp_path, with_hidden=True)).area == "Katu ja puisto"


@pytest.mark.parametrize(("lang", "folder"), [("sv", "förhandsvisning"), ("en", "preview")])
def test_the_folder_is_called_in_the_language(tmp_path: Path, lang: str, folder: str) -> None:
    assert preview(book(), Asked(tmp_path, lang=lang)).folder == tmp_path / folder
