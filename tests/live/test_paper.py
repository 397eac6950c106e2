"""Typst's PDF beside LibreOffice's of the same Word file, in looks that staff give templates."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image
from tests.jobs.export.reports import goal, report, sections, wording
from tests.live.conftest import require_office

from tpxl.jobs.export import libreoffice
from tpxl.jobs.export.docx.document import WordTemplate
from tpxl.jobs.export.report import AreaReport, Paragraph
from tpxl.jobs.export.typst.compiler import Draft, compile_drafts
from tpxl.jobs.export.typst.document import typst_document
from tpxl.shipped import template

EMU_PER_POINT = 12_700
Template = Any


def logo(document: Template) -> None:
    image = io.BytesIO()
    Image.new("RGB", (300, 100), "#00684A").save(image, "PNG")
    paragraph = document.sections[0].header.paragraphs[0].insert_paragraph_before()
    picture = paragraph.add_run().add_picture(image, Mm(30))
    picture._inline.docPr.set("descr", "Kaupungin tunnus")


def margins(left: int, right: int) -> Callable[[Template], None]:
    def change(document: Template) -> None:
        document.sections[0].left_margin, document.sections[0].right_margin = Mm(left), Mm(right)

    return change


def typeface(name: str, size: int) -> Callable[[Template], None]:
    def change(document: Template) -> None:
        for style in document.styles:
            if style.name in {"Normal", "Heading 1", "Heading 2", "Heading 3"}:
                style.font.name = name
        document.styles["Heading 2"].font.size = Pt(size)

    return change


def ruled(document: Template) -> None:
    style = document.styles["Heading 2"]
    style.font.color.rgb = RGBColor(0, 0x68, 0x4A)
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, said in (("val", "single"), ("sz", "8"), ("space", "1"), ("color", "00684A")):
        line.set(qn(f"w:{key}"), said)
    borders.append(line)
    style.element.get_or_add_pPr().insert(2, borders)


LOOKS: dict[str, Callable[[Template], None]] = {
    "as delivered": lambda _: None,
    "logo": logo,
    "narrow margins": margins(15, 15),
    "wide margins": margins(35, 35),
    "lopsided": margins(35, 15),
    "serif": typeface("DejaVu Serif", 15),
    "widest": typeface("DejaVu Sans", 12),
    "rule": ruled,
    "widest between wide margins": lambda one: (
        typeface("DejaVu Sans", 12)(one),
        margins(35, 35)(one),
    )[0],
}


def long_report() -> AreaReport:
    prose = tuple(Paragraph(f"Kappale {n} kertoo alueen vuodesta. " * 6) for n in range(24))
    section = sections()
    goals = replace(
        section[3].goals[0], rows=tuple(goal(f"Tavoite {n}", "a", "b", "c") for n in range(30))
    )
    return report(
        section2=replace(section[2], paragraphs=prose),
        section4=replace(section[4], goals=(goals,)),
    )


@pytest.fixture(scope="module", autouse=True)
def _programs() -> None:
    require_office()
    if shutil.which("pdftotext") is None or libreoffice.program() is None:
        pytest.skip("LibreOffice or pdftotext (poppler-utils) is not on this machine")


def filled(change: Callable[[Template], None], one: AreaReport) -> bytes:
    document = docx.Document(str(template("vastuualue.docx")))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return WordTemplate("vastuualue.docx", out.getvalue()).render(one, wording())


def by_typst(content: bytes, folder: Path) -> Path:
    document = typst_document(content)
    assert not document.unread
    made, troubles = compile_drafts([Draft("x", document)], folder)
    assert not troubles
    assert not made["x"].missing_fonts
    return made["x"].path


def by_office(content: bytes, folder: Path) -> Path:
    (folder / "y.docx").write_bytes(content)
    soffice = libreoffice.program()
    assert soffice is not None
    libreoffice.convert(soffice, [folder / "y.docx"], folder, lambda _: None)
    return folder / "y.pdf"


def words(pdf: Path) -> list[str]:
    said = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    text = re.sub(r"[\u00ad\u2010-]\n\s*", "", said.stdout.decode())
    return text.split()


def pages(pdf: Path) -> int:
    return len(pypdf.PdfReader(pdf).pages)


def spots(pdf: Path) -> list[tuple[str, float]]:
    """Return each word of a PDF with its right edge in points."""
    said = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True)
    found = re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>', said.stdout.decode())
    return [(word, float(right)) for right, word in found]


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_that_staff_give_has_the_pages_and_words_of_the_office_s(
    name: str, tmp_path: Path
) -> None:
    for one in (report(), long_report()):
        content = filled(LOOKS[name], one)
        ours, theirs = by_typst(content, tmp_path), by_office(content, tmp_path)
        assert abs(pages(ours) - pages(theirs)) <= (one.section(2).paragraphs != ())
        document = docx.Document(io.BytesIO(content))
        prose = {word for each in document.paragraphs for word in each.text.split()}
        assert prose <= {*words(ours)}


@pytest.mark.parametrize("name", LOOKS)
def test_no_figure_is_broken_and_nothing_stands_past_the_edge(name: str, tmp_path: Path) -> None:
    one = report()
    content = filled(LOOKS[name], one)
    pdf = by_typst(content, tmp_path)
    said = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    lines = said.stdout.decode().replace("\u00a0", " ")
    for section in one.sections:
        for block in section.figures:
            for line in block.lines:
                for value in line.values:
                    if isinstance(value, Decimal):
                        printed = f"{value:,f}".replace(",", " ").replace(".", ",")
                        assert printed.replace("-", "\u2212") in lines
    assert re.search(r"Sivu 1 / \d", lines)
    section = docx.Document(io.BytesIO(content)).sections[0]
    edge = (section.page_width - section.right_margin) / EMU_PER_POINT
    assert max(right for _, right in spots(pdf)) <= edge + 0.5


def test_a_template_saved_by_another_program_says_the_same(tmp_path: Path) -> None:
    soffice = libreoffice.program()
    assert soffice is not None
    (tmp_path / "home").mkdir()
    subprocess.run(
        [
            str(soffice), f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--headless",
            "--convert-to", "docx", "--outdir", str(tmp_path), str(template("vastuualue.docx")),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )  # fmt: skip
    saved = WordTemplate("vastuualue.docx", (tmp_path / "vastuualue.docx").read_bytes())
    content = saved.render(report(), wording())
    document = typst_document(content)
    assert not [one for one in document.unread if one.is_content]
    made, troubles = compile_drafts([Draft("x", document)], tmp_path)
    assert not troubles
    plain = by_typst(filled(LOOKS["as delivered"], report()), tmp_path)
    assert {*words(plain)} <= {*words(made["x"].path)}
    assert [one.name for one in document.unread] == []
