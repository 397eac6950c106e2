"""PDFs as Typst makes them of an area's document: read back by another program."""

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pypdf
import pypdfium2
import pytest
from docx.shared import Pt
from tests.jobs.export.reports import goal, line, report, sections, wording

from tpxl.errors import TpxlError
from tpxl.jobs.export.docx.combined import combined
from tpxl.jobs.export.docx.document import WordTemplate
from tpxl.jobs.export.docx.front import Front
from tpxl.jobs.export.template.check import DOCUMENT, template_file
from tpxl.jobs.export.typst import compiler
from tpxl.jobs.export.typst.compiler import TypstSource, compile_drafts
from tpxl.jobs.export.typst.document import TypstDocument, typst_document
from tpxl.jobs.export.whole import whole_of
from tpxl.messages import catalogue
from tpxl.terms.settings import PART_WORDS


def area_document() -> TypstDocument:
    file = template_file(DOCUMENT)
    return typst_document(WordTemplate(file.name, file.content).render(report(), wording()))


def source(text: str) -> TypstDocument:
    head = '#set document(title:"x")\n#set text(font:"Carlito",lang:"fi")\n'
    return TypstDocument(head + text, {}, ("Calibri",), (), ())


def whole_document() -> TypstDocument:
    file, words = template_file(DOCUMENT), catalogue("fi")
    areas = [report(), report("Puisto")]
    front = Front("Kaikki", "Sisällys", tuple(PART_WORDS), whole_of(areas, words), words.texts)
    word = WordTemplate(file.name, file.content)
    return typst_document(combined(word, areas, wording(), front, is_linked=False).content)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    made, troubles = compile_drafts([TypstSource("Kaikki", whole_document())], folder)
    assert not troubles
    return made["Kaikki"].path


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("typst")
    made, troubles = compile_drafts([TypstSource("Katu", area_document())], folder)
    assert not troubles
    return made["Katu"].path


def elements(node: Any) -> Iterator[Any]:
    """Yield the elements of a structure tree in order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict) and {"/S", "/K"} & node.keys():
        if "/S" in node:
            yield node
        yield from elements(node.get("/K", []))


def scope(element: Any) -> str:
    attributes = element.get("/A", [])
    listed = attributes if isinstance(attributes, list) else [attributes]
    return next((one["/Scope"] for one in listed if "/Scope" in one), "")


def test_the_structure_is_what_an_auditor_asks_for(pdf: Path) -> None:
    reader = pypdf.PdfReader(pdf)
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/Lang"] == "fi-FI"
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Asuminen ja ympäristö, Tilinpäätös 2025"
    found = list(elements(catalog["/StructTreeRoot"]))
    headings = [int(one["/S"][2:]) for one in found if one["/S"] in {"/H1", "/H2", "/H3"}]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))
    figures = [one for one in found if one["/S"] == "/Figure"]
    assert [one["/Alt"] for one in figures] == ["Pylväskaavio, toimintakate kausittain."]
    assert all(scope(one) for one in found if one["/S"] == "/TH")


def test_each_table_has_headers_of_columns_and_figures_tables_of_rows_too(pdf: Path) -> None:
    root: Any = pypdf.PdfReader(pdf).trailer["/Root"]
    tables = [one for one in elements(root["/StructTreeRoot"]) if one["/S"] == "/Table"]
    scopes = [
        {scope(one) for one in elements(table["/K"]) if one["/S"] == "/TH"} for table in tables
    ]
    assert all("/Column" in one for one in scopes)
    assert sum("/Row" in one for one in scopes) == 2


def test_the_whole_document_is_as_well_structured_as_an_area(whole: Path) -> None:
    reader = pypdf.PdfReader(whole)
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/Lang"] == "fi-FI"
    assert reader.metadata is not None
    assert reader.metadata.title == "Kaikki, Tilinpäätös 2025"
    found = list(elements(catalog["/StructTreeRoot"]))
    headings = [int(one["/S"][2:]) for one in found if one["/S"] in {"/H1", "/H2", "/H3"}]
    assert headings[0] == 1
    assert headings.count(1) == 5
    assert all(after - before <= 1 for before, after in pairwise(headings))
    assert len([one["/Alt"] for one in found if one["/S"] == "/Figure"]) == 4
    assert all(scope(one) for one in found if one["/S"] == "/TH")
    for table in (one for one in found if one["/S"] == "/Table"):
        assert any(scope(one) == "/Column" for one in elements(table["/K"]) if one["/S"] == "/TH")
    assert any(one["/S"] == "/TOCI" for one in found)


@pytest.mark.parametrize("made", ["pdf", "whole"])
def test_nothing_on_a_page_is_untagged(made: str, request: pytest.FixtureRequest) -> None:
    for page in pypdf.PdfReader(request.getfixturevalue(made)).pages:
        depth = 0
        for operands, operator in pypdf.generic.ContentStream(page.get_contents(), None).operations:
            if operator in {b"BDC", b"BMC"}:
                depth += 1
            elif operator == b"EMC":
                depth -= 1
            elif operator in {b"Tj", b"TJ", b"Do", b"f", b"S", b"f*", b"B"}:
                assert depth, (operands, operator)


def test_it_claims_both_standards_and_every_typeface_is_inside(pdf: Path) -> None:
    content = pdf.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in content
    for page in pypdf.PdfReader(pdf).pages:
        fonts: Any = page["/Resources"]["/Font"]
        for font in fonts.values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert "/FontFile2" in descriptor


def test_the_same_document_is_the_same_bytes(pdf: Path, tmp_path: Path) -> None:
    made, _ = compile_drafts([TypstSource("x", area_document())], tmp_path)
    assert made["x"].path.read_bytes() == pdf.read_bytes()


def test_pages_of_headings_are_counted(tmp_path: Path) -> None:
    text = "= A\n#pagebreak()\n= B\n#heading(level:1,outlined:false)[C]"
    made, _ = compile_drafts([TypstSource("x", source(text), wants_pages=True)], tmp_path)
    assert made["x"].pages == ("1", "2")


def test_of_several_documents_one_that_cannot_be_made_is_told_and_the_rest_are_there(
    tmp_path: Path,
) -> None:
    drafts = [TypstSource(str(n), source(f"= {n}" if n != 2 else "#panic()")) for n in range(6)]
    made, troubles = compile_drafts(drafts, tmp_path)
    assert list(made) == ["0", "1", "3", "4", "5"]
    assert [(name, one.code) for name, one in troubles.items()] == [("2", "pdf_not_made")]


def test_a_sign_that_no_typeface_has_is_named(tmp_path: Path) -> None:
    _, troubles = compile_drafts([TypstSource("x", source("= A\n\U00010900"))], tmp_path)
    assert isinstance(troubles["x"], TpxlError)
    assert (troubles["x"].code, troubles["x"].facts["sign"]) == ("pdf_sign_missing", "\U00010900")


def test_a_typeface_that_is_not_here_is_named_as_it_was_written(tmp_path: Path) -> None:
    text = '= A\n#text(font:("Kuvitteellinen","Carlito"))[x]'
    document = replace(source(text), fonts=("Kuvitteellinen",))
    made, _ = compile_drafts([TypstSource("x", document)], tmp_path)
    assert made["x"].missing_fonts == ("Kuvitteellinen",)


def test_a_table_and_a_row_longer_than_a_page_go_on_and_lose_nothing(tmp_path: Path) -> None:
    section = sections()
    lines = tuple(line(f"Rivi {n}", *"12345") for n in range(120))
    figures = replace(section[7].figures[0], lines=lines)
    rows = (goal("Pitkä", "sana " * 2500, "b", "c"),)
    long = report(
        section7=replace(section[7], figures=(figures,)),
        section3=replace(section[3], goals=(replace(section[3].goals[0], rows=rows),)),
    )
    file = template_file(DOCUMENT)
    document = typst_document(WordTemplate(file.name, file.content).render(long, wording()))
    made, _ = compile_drafts([TypstSource("x", document)], tmp_path)
    said = "\n".join(page.extract_text() for page in pypdf.PdfReader(made["x"].path).pages)
    assert said.count("sana") == 2500
    assert all(f"Rivi {n}" in said for n in range(120))


def test_a_process_that_hangs_is_stopped_at_its_deadline_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = tmp_path / "hangs.py"
    worker.write_text("import time\ntime.sleep(600)\n", encoding="utf-8")
    monkeypatch.setattr(compiler, "_WORKER", worker)
    monkeypatch.setattr(compiler, "START_SECONDS", 0.2)
    monkeypatch.setattr(compiler, "DOCUMENT_SECONDS", 0.0)
    made, troubles = compile_drafts([TypstSource("x", source("= A"))], tmp_path)
    assert not made
    assert troubles["x"].code == "pdf_too_slow"


@pytest.mark.parametrize("language", ["", "suomi", "{{ kieli }}", "fi_FI", "x" * 300])
def test_a_language_that_is_none_is_finnish(tmp_path: Path, language: str) -> None:
    document = docx.Document(io.BytesIO(template_file(DOCUMENT).content))
    document.core_properties.language = language[:255]
    out = io.BytesIO()
    document.save(out)
    made, troubles = compile_drafts([TypstSource("x", typst_document(out.getvalue()))], tmp_path)
    assert not troubles
    assert pypdf.PdfReader(made["x"].path).root_object["/Lang"].startswith("fi")


def test_the_space_below_a_header_and_a_footer_is_kept(tmp_path: Path) -> None:
    def heights(space: float) -> dict[str, float]:
        document = docx.Document(io.BytesIO(template_file(DOCUMENT).content))
        section = document.sections[0]
        tall = section.header.paragraphs[0].insert_paragraph_before().add_run("Kunta")
        tall.font.size = Pt(60)  # past the margin
        document.paragraphs[0].insert_paragraph_before("Leipäteksti")
        section.footer.paragraphs[0].insert_paragraph_before("Alatunniste")
        for part in (section.header, section.footer):
            part.paragraphs[-1].paragraph_format.space_after = Pt(space)
        out = io.BytesIO()
        document.save(out)
        draft = TypstSource(f"{space}", typst_document(out.getvalue()))
        made, troubles = compile_drafts([draft], tmp_path)
        assert not troubles
        with pypdfium2.PdfDocument(made[f"{space}"].path) as read:
            page = read[0].get_textpage()
            places = {word: page.search(word).get_next() for word in ("Leipäteksti", "Alatunniste")}
            return {word: page.get_charbox(at[0])[1] for word, at in places.items()}

    tight, loose = heights(0), heights(30)
    assert tight["Leipäteksti"] - loose["Leipäteksti"] == pytest.approx(30, abs=0.1)
    assert loose["Alatunniste"] - tight["Alatunniste"] == pytest.approx(30, abs=0.1)
