"""The PDFs of the clean sheets, held against independent checkers."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest
from openpyxl import load_workbook
from tests.live.conftest import missing, require_office

from tpxl.books import open_book
from tpxl.books.report import open_report
from tpxl.jobs.compare import GOAL, ComparisonResult, area_names, compare
from tpxl.jobs.export import libreoffice
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.export.verify import verify
from tpxl.jobs.results import ExportResult
from tpxl.layout import survey
from tpxl.shipped import master

AREAS = ("Asuminen ja ympäristö", "Työllisyyspalvelut", "Kaupunkimarkkinointi")
COMBINED = "Kaikki vastuualueet"
CONTENTS_PAGE = 2


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> ExportResult:
    require_office()
    if libreoffice.program() is None:
        missing("LibreOffice's program is not on this machine")
    folder = tmp_path_factory.mktemp("vienti")
    with open_book(master()) as book:
        result = export(book, ExportWish(folder, formats=("xlsx", "docx", "pdf"), is_combined=True))
    assert not result.failed
    return result


def file(made: ExportResult, name: str, suffix: str) -> Path:
    return next(path for path in made.files if path.name == f"{name}.{suffix}")


def text_of(pdf: Path) -> str:
    if shutil.which("pdftotext") is None:
        missing("pdftotext (poppler-utils) is not on this machine")
    said = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode()
    return said.replace("\u00a0", " ").replace("\u2212", "-")


def test_the_files_say_what_the_workbook_says(made: ExportResult) -> None:
    wish = ExportWish(made.files[0].parent)
    with open_book(master()) as book:
        told = [one.outcome for one in verify(book, wish, made)]
    assert len(told) == 6
    for outcome in told:
        assert isinstance(outcome, ComparisonResult)
        assert outcome.tied == outcome.total
        assert not outcome.has_open_errors


def test_without_its_tags_a_pdf_says_the_same_figures_and_nothing_wrong(
    made: ExportResult, tmp_path: Path
) -> None:
    bare = tmp_path / "ilman.pdf"
    writer = pypdf.PdfWriter(clone_from=file(made, COMBINED, "pdf"))
    for name in ("/StructTreeRoot", "/MarkInfo"):
        del writer.root_object[name]
    writer.write(bare)
    with open_book(master()) as book:
        found = survey(book)
    with open_report(bare, area_names(found)) as report:
        result = compare(found, [report])
    assert not result.differences
    assert not result.unknown
    assert {one.key.line for one in result.missing} <= {GOAL}
    assert len(result.missing) <= 8


def checker(name: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run a checker of the environment that runs the tests."""
    program = Path(sys.executable).with_name(name)
    return subprocess.run([str(program), *arguments], capture_output=True, check=False)


@pytest.mark.parametrize("name", [*AREAS, COMBINED])
def test_a_checker_of_pdf_ua_finds_no_failure(made: ExportResult, name: str) -> None:
    done = checker("pdfua", "check", str(file(made, name, "pdf")))
    assert b"PASS" in done.stdout
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize("name", [*AREAS, COMBINED])
def test_another_checker_finds_no_error(made: ExportResult, name: str) -> None:
    done = checker("outloud", "--no-info", str(file(made, name, "pdf")))
    assert b"0 error(s)" in done.stdout, done.stdout.decode()
    assert done.returncode == 0


@pytest.mark.parametrize("name", AREAS)
def test_the_pdf_is_tagged_and_names_its_title_and_language(made: ExportResult, name: str) -> None:
    reader = pypdf.PdfReader(file(made, name, "pdf"))
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/Lang"] == "fi-FI"
    assert catalog["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == f"{name}, Tilinpäätös 2025"
    assert reader.metadata.author is None
    kinds = [element["/S"] for element in structure(catalog["/StructTreeRoot"])]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 9
    assert kinds.count("/H3") == 5
    assert kinds.count("/Figure") == 1
    assert "/TH" in kinds
    figure = next(e for e in structure(catalog["/StructTreeRoot"]) if e["/S"] == "/Figure")
    assert "Pylväskaavio" in figure["/Alt"]


def structure(node: Any) -> list[Any]:
    """Return the elements of a structure tree in order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [element for child in node for element in structure(child)]
    if not isinstance(node, dict) or not ({"/S", "/K"} & node.keys()):
        return []
    own = [node] if "/S" in node else []
    return own + (structure(node["/K"]) if "/K" in node else [])


@pytest.mark.parametrize("name", AREAS)
def test_every_number_of_the_workbook_is_in_the_pdf(made: ExportResult, name: str) -> None:
    said = text_of(file(made, name, "pdf"))
    sheet = load_workbook(file(made, name, "xlsx")).worksheets[0]
    numbers = 0
    for row in sheet.iter_rows():
        printed = [
            shown(cell.value, cell.number_format)
            for cell in row
            if isinstance(cell.value, int | float)
        ]
        if printed:
            numbers += len(printed)
            pattern = r"\s+(?:–\s+)*".join(re.escape(number) for number in printed)
            assert re.search(rf"(?<![\d-]){pattern}(?!\d)", said), printed
    assert numbers >= 45


def shown(value: float, code: str) -> str:
    decimals = len(code.partition(";")[0].partition(".")[2])
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",")


def test_contents_give_the_pages_of_the_areas(made: ExportResult) -> None:
    reader = pypdf.PdfReader(file(made, COMBINED, "pdf"))
    pages = [page.extract_text() for page in reader.pages]
    first = text_of(file(made, COMBINED, "pdf")).split("\f")[CONTENTS_PAGE - 1]
    for area in AREAS:
        page = re.search(rf"{area}[. ]*(\d+)\n", first)
        assert page is not None
        assert f"\n{area}\n" in pages[int(page[1]) - 1]


def test_the_word_file_s_contents_have_the_same_pages(made: ExportResult) -> None:
    import docx

    document = docx.Document(str(file(made, COMBINED, "docx")))
    listed = [one.text for one in document.paragraphs if one.style.name == "toc 1"]
    first = text_of(file(made, COMBINED, "pdf")).split("\f")[CONTENTS_PAGE - 1]
    for entry in listed:
        area, _, page = entry.partition("\t")
        assert re.search(rf"{re.escape(area)}[. ]*{page}\n", first)


def test_the_workbook_opens_and_prints_in_libreoffice(made: ExportResult, tmp_path: Path) -> None:
    soffice = libreoffice.program()
    assert soffice is not None
    command = [
        str(soffice),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(file(made, AREAS[0], "xlsx")),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    said = text_of(tmp_path / f"{AREAS[0]}.pdf")
    assert "9. Henkilöstötavoitteet" in said
    assert re.search(r"Sivu 1 / \d", said)
    assert "###" not in said
