import io
import os
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.grids import TableBook, TableGrid
from tests.jobs.export import packages
from tests.jobs.export.test_content import ECONOMY, GOALS, STAFF

from tpxl.errors import TpxlError
from tpxl.jobs.export import files, job, libreoffice, office, pdf
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.export.template.check import DOCUMENT, SHEET, template_file
from tpxl.jobs.export.typst import compiler
from tpxl.jobs.results import ExportResult
from tpxl.model import Address, Value

ALL = ("xlsx", "docx", "pdf")
LISTED = 2 * 10 + 3 + 3 + 3
"""Headings of two areas; the city's own parts, three lines of figures, goals in two ways."""


def grid(sheet: str, area: str, *rows: list[Value]) -> TableGrid:
    return TableGrid.of(sheet, [f"VASTUUALUE: {area}"], [], *rows)


def book() -> TableBook:
    return TableBook.of(
        grid("Alue 1", "Katu ja puisto", *GOALS, *ECONOMY, [], *STAFF),
        grid("Alue 2", "Työllisyys", *ECONOMY),
        TableGrid.of("Perustiedot", ["Menojen etumerkki", "negatiivinen"], ["Kaupunki", "K"]),
    )


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine for which there is neither Typst nor an office program."""
    monkeypatch.setenv(libreoffice.PROGRAM_VARIABLE, "/nowhere/soffice")
    monkeypatch.setattr(compiler, "is_here", lambda: False)


def by_office(monkeypatch: pytest.MonkeyPatch, convert: Any) -> None:
    """Let an office program be the only converter."""
    monkeypatch.setattr(compiler, "is_here", lambda: False)
    monkeypatch.setattr(office, "program", lambda: convert)


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A converter that only writes down what it is given; returns its runs."""
    runs: list[list[str]] = []

    def convert(sources: Sequence[Path], folder: Path, done: Callable[[int], None]) -> None:
        runs.append([source.name for source in sources])
        for number, source in enumerate(sources, 1):
            (folder / f"{source.stem}.pdf").write_bytes(b"%PDF-1.6 /Tabs(S)\n/StructParents 0")
            done(number)

    by_office(monkeypatch, convert)
    return runs


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def names(result: ExportResult) -> list[str]:
    return [path.name for path in result.files]


def test_a_workbook_for_each_area_is_the_default(tmp_path: Path) -> None:
    result = export(book(), ExportWish(tmp_path / "new" / "folder"))
    assert names(result) == ["Katu ja puisto.xlsx", "Työllisyys.xlsx"]
    assert not result.has_open_errors
    sheet = load_workbook(result.files[0]).worksheets[0]
    assert sheet.title == "Katu ja puisto"
    assert sheet["A2"].value == "Katu ja puisto"


@pytest.mark.usefixtures("paper")
def test_every_format_and_one_of_all_areas(tmp_path: Path) -> None:
    result = export(book(), ExportWish(tmp_path, formats=ALL, is_combined=True))
    assert sorted(names(result)) == sorted(
        f"{name}.{suffix}"
        for name in ("Katu ja puisto", "Työllisyys", "Kaikki vastuualueet")
        for suffix in ALL
    )
    assert not result.failed
    assert listed(tmp_path) == sorted(names(result))


def test_the_converter_starts_once_for_all(tmp_path: Path, paper: list[list[str]]) -> None:
    export(book(), ExportWish(tmp_path, formats=("pdf",), is_combined=True))
    assert paper == [["00000.docx", "00001.docx", "all.docx"]]
    assert listed(tmp_path) == [
        "Kaikki vastuualueet.pdf",
        "Katu ja puisto.pdf",
        "Työllisyys.pdf",
    ]
    assert (tmp_path / "Työllisyys.pdf").read_bytes() == b"%PDF-1.6 /Tabs/S \n/StructParents 0"


def test_areas_are_chosen_by_name_or_by_sheet(tmp_path: Path) -> None:
    assert names(export(book(), ExportWish(tmp_path, areas=("työllisyys",)))) == ["Työllisyys.xlsx"]
    assert names(export(book(), ExportWish(tmp_path, areas=("Alue 1",)))) == ["Katu ja puisto.xlsx"]
    with pytest.raises(TpxlError, match=r"area unknown.*Uimahalli"):
        export(book(), ExportWish(tmp_path, areas=("Uimahalli",)))


def test_a_file_s_name_does_not_depend_on_what_else_is_exported(tmp_path: Path) -> None:
    twins = TableBook.of(grid("A", "Katu/1", *ECONOMY), grid("B", "KATU:1", *ECONOMY))
    assert names(export(twins, ExportWish(tmp_path, areas=("B",)))) == ["KATU-1 (2).xlsx"]


def test_an_area_is_never_written_over_the_book_or_over_all_areas(tmp_path: Path) -> None:
    odd = TableBook.of(grid("A", "Book", *ECONOMY), grid("B", "kaikki vastuualueet", *ECONOMY))
    assert names(export(odd, ExportWish(tmp_path))) == [
        "Book (2).xlsx",
        "kaikki vastuualueet (2).xlsx",
    ]


def test_a_strict_export_refuses_an_area_with_open_errors(tmp_path: Path) -> None:
    result = export(book(), ExportWish(tmp_path, is_strict=True))
    assert names(result) == ["Työllisyys.xlsx"]
    assert result.has_open_errors
    error = result.refused[0]
    assert error.code == "export_refused"
    assert error.facts["area"] == "Katu ja puisto"
    assert error.facts["errors"] > 1
    assert error.facts["sheet"] == "Alue 1"


def test_a_book_without_areas_is_told(tmp_path: Path) -> None:
    summary = TableGrid.of("Yhteenveto", ["VASTUUALUE: A"], ["VASTUUALUE: B"], *ECONOMY[1:])
    with pytest.raises(TpxlError, match="no areas"):
        export(TableBook.of(summary), ExportWish(tmp_path))


@pytest.mark.usefixtures("no_office")
def test_without_a_converter_the_other_files_are_there_and_the_line_says_why(
    tmp_path: Path,
) -> None:
    result = export(book(), ExportWish(tmp_path, formats=ALL, is_combined=True))
    assert [error.code for error in result.failed] == ["pdf_converter_missing"]
    assert {path.suffix for path in result.files} == {".xlsx", ".docx"}
    assert len(result.files) == 6


def test_a_pdf_that_is_not_made_is_told_by_its_area(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def convert(sources: Sequence[Path], folder: Path, done: Callable[[int], None]) -> None:
        done(1)
        (folder / f"{sources[0].stem}.pdf").write_bytes(b"%PDF")
        raise TpxlError("pdf_not_made", file=sources[1].name, reason="x")

    by_office(monkeypatch, convert)
    result = export(book(), ExportWish(tmp_path, formats=("pdf",)))
    assert names(result) == ["Katu ja puisto.pdf"]
    assert [error.facts["file"] for error in result.failed] == ["Työllisyys"]


def test_a_file_in_the_way_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / "Katu ja puisto.xlsx").mkdir()
    result = export(book(), ExportWish(tmp_path))
    assert names(result) == ["Työllisyys.xlsx"]
    assert [error.code for error in result.failed] == ["export_not_written"]
    assert listed(tmp_path) == ["Katu ja puisto.xlsx", "Työllisyys.xlsx"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TpxlError, match="export not written"):
        export(book(), ExportWish(tmp_path / "file" / "folder"))


def test_an_older_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "Työllisyys.xlsx"
    path.write_bytes(b"old")
    export(book(), ExportWish(tmp_path))
    assert path.read_bytes()[:2] == b"PK"


def test_a_write_that_fails_leaves_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TpxlError, match="export not written"):
        files.write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert listed(tmp_path) == ["a.xlsx"]


def test_a_link_in_the_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.xlsx"
    outside.write_bytes(b"old")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "Työllisyys.xlsx").symlink_to(outside)
    export(book(), ExportWish(folder))
    assert outside.read_bytes() == b"old"
    assert not (folder / "Työllisyys.xlsx").is_symlink()


def test_templates_beside_the_workbook_are_used(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    document = Document(io.BytesIO(template_file(DOCUMENT).content))
    document.paragraphs[0].insert_paragraph_before("Oma pohja {{ vuosi }}")
    document.save(own / DOCUMENT)
    (own / SHEET).write_bytes(template_file(SHEET).content)
    result = export(book(), ExportWish(tmp_path / "out", formats=("docx",), templates=own))
    assert Document(result.files[0]).paragraphs[0].text == "Oma pohja 2025"


def test_a_wrong_template_stops_before_anything_is_written(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    document = Document(io.BytesIO(template_file(DOCUMENT).content))
    document.add_paragraph("{{ kaupungi }}")
    document.save(own / DOCUMENT)
    wish = ExportWish(tmp_path / "out", formats=("xlsx", "docx"), templates=own)
    with pytest.raises(TpxlError, match="kaupungi"):
        export(book(), wish)
    assert not (tmp_path / "out").exists()


def test_a_template_that_cannot_be_filled_is_told_once(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    document = Document(io.BytesIO(template_file(DOCUMENT).content))
    document.add_paragraph("{{ osio1.kappaleet[99] }}")
    document.save(own / DOCUMENT)
    wish = ExportWish(tmp_path / "out", formats=("docx",), is_combined=True, templates=own)
    result = export(book(), wish)
    assert [error.code for error in result.failed] == ["template_field_elsewhere"]
    assert not result.files


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x0c", "\uffff"])
def test_a_control_character_in_a_name_is_left_out(tmp_path: Path, character: str) -> None:
    odd = TableBook.of(
        grid("A", f"Katu{character} ja puisto", *ECONOMY),
        TableGrid.of("Perustiedot", ["Kaupunki", f"K{character}aupunki"]),
    )
    result = export(odd, ExportWish(tmp_path, formats=("xlsx", "docx"), is_combined=True))
    assert not result.failed
    assert len(result.files) == 4
    for path in result.files:
        for name, content in packages.parts(path.read_bytes()).items():
            assert not name.endswith(".xml") or character not in content.decode(), name


@pytest.mark.usefixtures("paper")
def test_progress_goes_from_one_to_all(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export(
        book(),
        ExportWish(tmp_path, formats=ALL, is_combined=True),
        lambda done, of, _: told.append((done, of)),
    )
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[0] == (1, 5)
    assert told[-1] == (5, 5)


def test_hostile_names_stay_in_the_folder(tmp_path: Path) -> None:
    areas = ["../x", "CON", "a/b", "ä" * 300, "A:B", "=1+1"]
    odd = TableBook.of(*(grid(f"A{n}", name, *ECONOMY) for n, name in enumerate(areas)))
    folder = tmp_path / "folder"
    result = export(odd, ExportWish(folder, formats=("xlsx", "docx"), is_combined=True))
    assert not result.failed
    assert listed(tmp_path) == ["folder"]
    assert len(listed(folder)) == 2 * (len(areas) + 1)
    combined = load_workbook(folder / "Kaikki vastuualueet.xlsx")
    assert len(combined.worksheets) == len(areas)
    assert len({name.casefold() for name in combined.sheetnames}) == len(areas)


def test_numbers_in_the_document_are_the_workbook_s(tmp_path: Path) -> None:
    result = export(book(), ExportWish(tmp_path, formats=("xlsx", "docx")))
    for area in ("Katu ja puisto", "Työllisyys"):
        sheet = load_workbook(tmp_path / f"{area}.xlsx").worksheets[0]
        in_sheet = sorted(
            float(cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, int | float)
        )
        document = Document(tmp_path / f"{area}.docx")
        texts = (
            cell.text.replace("\u00a0", "").replace("\u2212", "-").replace(",", ".")
            for table in document.tables
            for row in table.rows
            for cell in row.cells
        )
        numbers = sorted(float(text) for text in texts if re.fullmatch(r"-?\d+(\.\d+)?", text))
        assert numbers == in_sheet
        assert len(numbers) >= 9
    assert not result.failed


def test_all_areas_in_one_document_have_contents_and_headers_of_their_own(
    tmp_path: Path, paper: list[list[str]]
) -> None:
    result = export(book(), ExportWish(tmp_path, formats=("docx", "pdf"), is_combined=True))
    assert not result.failed
    assert paper
    document = Document(tmp_path / "Kaikki vastuualueet.docx")
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == [
        "Yhteenveto",
        "Tavoitteet ja toteumat",
        "Katu ja puisto",
        "Työllisyys",
        "Täyttämättä",
    ]
    listed = [one.text for one in document.paragraphs if one.style.name.startswith("toc")]
    assert len(listed) == LISTED
    headers = [section.header.paragraphs[0].text for section in document.sections]
    assert [text.partition("\t")[2] for text in headers] == [
        *["Kaikki vastuualueet, Tilinpäätös 2025"] * 4,
        "Katu ja puisto, Tilinpäätös 2025",
        "Työllisyys, Tilinpäätös 2025",
        "Kaikki vastuualueet, Tilinpäätös 2025",
    ]
    assert document.core_properties.title == "Kaikki vastuualueet, Tilinpäätös 2025"
    assert len(document.inline_shapes) == 2 * 2


def test_pages_in_the_contents_are_those_of_the_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "pages_of", lambda _, headings: [str(7) for _ in headings])
    shutil.copy(template_file(SHEET).name, tmp_path)

    def convert(sources: Sequence[Path], folder: Path, done: Callable[[int], None]) -> None:
        done(len(sources))
        for source in sources:
            (folder / f"{source.stem}.pdf").write_bytes(b"%PDF")

    by_office(monkeypatch, convert)
    export(book(), ExportWish(tmp_path, formats=("docx", "pdf"), is_combined=True))
    body = Document(tmp_path / "Kaikki vastuualueet.docx").element.body
    xml = body.xml
    assert xml.count("PAGEREF _Toc") == LISTED
    assert len(re.findall(r">7</w:t>", xml)) == LISTED
    assert "w:dirty" not in xml


@pytest.mark.usefixtures("no_office")
def test_contents_without_known_pages_ask_to_be_updated(tmp_path: Path) -> None:
    export(book(), ExportWish(tmp_path, formats=("docx",), is_combined=True))
    xml = Document(tmp_path / "Kaikki vastuualueet.docx").element.body.xml
    assert xml.count('w:dirty="on"') == 1


def test_a_converter_is_looked_for_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    monkeypatch.setattr(office.sys, "platform", "win32")
    monkeypatch.setattr(office, "is_here", lambda: True)
    assert office.program() is office.convert
    monkeypatch.setattr(office, "is_here", lambda: False)
    assert office.program() is None
    monkeypatch.setattr(libreoffice, "program", lambda: Path("/x/soffice"))
    assert office.program().args == (Path("/x/soffice"),)  # type: ignore[union-attr]


def test_a_formula_that_awaits_recalculation_is_printed_as_it_should_be(tmp_path: Path) -> None:
    rows: list[list[Value]] = [*ECONOMY[:4], ["Toimintakate", -1742630.0, -2006490.0, -1.0]]
    stale = grid("Alue", "Katu", *rows)
    at = Address(7, 4)
    assert stale.cells[at] == -1.0
    pending = TableBook.of(replace(stale, formulas=frozenset({at})))
    for awaits, printed in ((True, -1624578), (False, -1)):
        pending.awaits_recalculation = awaits
        result = export(pending, ExportWish(tmp_path))
        found = load_workbook(result.files[0]).worksheets[0]
        row = next(r for r in found.iter_rows(values_only=True) if r[0] == "Toimintakate")
        assert row[3] == printed


ODD_NAMES = ("Katu\x1b[31m\x07", "Katu\uffff", "😀" * 31, "\x01\x02", "Katu\ud800", "a\x0b" * 40)


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_of_an_area_and_a_city_is_exported(tmp_path: Path, name: str) -> None:
    made = TableBook.of(
        grid("Alue 1", name, *ECONOMY),
        grid("Alue 2", "Työllisyys", *ECONOMY),
        TableGrid.of("Perustiedot", ["Menojen etumerkki", "negatiivinen"], ["Kaupunki", name]),
    )
    result = export(made, ExportWish(tmp_path, formats=ALL, is_combined=True))
    assert result.failed == ()
    assert len(result.files) == 9
    for file in result.files:
        if file.suffix == ".docx":
            assert not re.search("[\x00-\x08\x0b-\x1f]", Document(str(file)).paragraphs[0].text)
        if file.suffix == ".xlsx":
            titles = [sheet.title for sheet in load_workbook(file)]
            assert all(len(title.encode("utf-16-le")) <= 62 for title in titles)


@pytest.mark.usefixtures("paper")
def test_a_temporary_folder_that_is_full_is_told_and_the_rest_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.suffix == ".docx" and path.parent != tmp_path:
            raise OSError(28, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    result = export(book(), ExportWish(tmp_path, formats=("xlsx", "pdf")))
    assert names(result) == ["Katu ja puisto.xlsx", "Työllisyys.xlsx"]
    assert {error.code for error in result.failed} == {"export_no_scratch"}


def test_a_temporary_folder_that_is_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(**_: object) -> None:
        raise FileNotFoundError(2, "No usable temporary directory")

    monkeypatch.setattr(job.tempfile, "TemporaryDirectory", missing)
    result = export(book(), ExportWish(tmp_path))
    assert [error.code for error in result.failed] == ["export_no_scratch"]


def test_the_same_book_makes_the_same_bytes_in_every_form(tmp_path: Path) -> None:
    for name in "ab":
        wish = ExportWish(tmp_path / name, formats=job.FORMATS, is_combined=True)
        assert not export(book(), wish).failed
    made = sorted((tmp_path / "a").iterdir())
    assert {path.suffix for path in made} == {".xlsx", ".docx", ".pdf", ".html"}
    assert len(made) == 4 * 3
    for path in made:
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


WORDS = {
    "fi": ("Toimielin", "Kokous", "Sivu", "fi-FI"),
    "sv": ("Organ", "Möte", "Sida", "sv-FI"),
    "en": ("Board", "Meeting", "Page", "en-GB"),
}


@pytest.mark.parametrize("lang", WORDS)
def test_what_a_template_says_by_itself_is_in_the_language_of_the_export(
    tmp_path: Path, lang: str
) -> None:
    *words, locale = WORDS[lang]
    wish = ExportWish(tmp_path, ("Katu ja puisto",), ("docx", "xlsx"), lang=lang, is_combined=True)
    assert not export(book(), wish).failed
    for path in tmp_path.glob("*.docx"):
        document = Document(path)
        said = "\n".join(one.text for one in document.paragraphs)
        footer = "".join(one.text for one in document.sections[-1].footer.paragraphs)
        told = [words[0] in said, words[1] in said, words[2] in footer]
        assert (told, document.core_properties.language) == ([True] * 3, locale), path.name
    sheet = load_workbook(tmp_path / "Katu ja puisto.xlsx").worksheets[0]
    first = [sheet.cell(row, 1).value for row in (3, 4)]
    assert [str(one).split(":")[0] for one in first] == words[:2]
    assert str(sheet.oddFooter.right.text).startswith(words[2])


def test_a_word_of_a_setting_that_names_no_part_is_told(tmp_path: Path) -> None:
    typed = (["Menojen etumerkki", "negatiivinen"], ["Koosteen osat", "Alueet, Liitteet"])
    settings = TableGrid.of("Perustiedot", *typed)
    result = export(
        TableBook.of(grid("Alue 1", "Katu", *ECONOMY), settings),
        ExportWish(tmp_path, formats=("docx",), is_combined=True),
    )
    assert [(one.code, one.facts["word"]) for one in result.doubts] == [
        ("export_choice_unknown", "Liitteet")
    ]
    document = Document(tmp_path / "Kaikki vastuualueet.docx")
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 1"] == ["Katu"]
