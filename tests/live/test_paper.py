"""Typst's PDF beside LibreOffice's of the same Word file, in looks that staff give templates."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from tests.jobs.export.reports import goal, report, sections, wording
from tests.live.conftest import missing, require_office
from tests.looks import LOOKS, restyled

from tpxl.jobs.export import libreoffice
from tpxl.jobs.export.docx.document import WordTemplate
from tpxl.jobs.export.report import AreaReport, Paragraph
from tpxl.jobs.export.typst.compiler import TypstSource, compile_drafts
from tpxl.jobs.export.typst.document import typst_document
from tpxl.shipped import template

EMU_PER_POINT = 12_700


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
        missing("LibreOffice or pdftotext (poppler-utils) is not on this machine")


def filled(look: str, one: AreaReport) -> bytes:
    return WordTemplate("vastuualue.docx", restyled(look)).render(one, wording())


def by_typst(content: bytes, folder: Path) -> Path:
    document = typst_document(content)
    assert not document.unread
    made, troubles = compile_drafts([TypstSource("x", document)], folder)
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
        content = filled(name, one)
        ours, theirs = by_typst(content, tmp_path), by_office(content, tmp_path)
        assert abs(pages(ours) - pages(theirs)) <= (one.section(2).paragraphs != ())
        document = docx.Document(io.BytesIO(content))
        prose = {word for each in document.paragraphs for word in each.text.split()}
        assert prose <= {*words(ours)}


@pytest.mark.parametrize("name", LOOKS)
def test_no_figure_is_broken_and_nothing_stands_past_the_edge(name: str, tmp_path: Path) -> None:
    one = report()
    content = filled(name, one)
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


@pytest.mark.parametrize("name", LOOKS)
def test_all_is_read_aloud_in_the_order_of_the_document(name: str, tmp_path: Path) -> None:
    content = filled(name, long_report())
    pdf = by_typst(content, tmp_path)
    said = subprocess.run(["pdfinfo", "-struct-text", pdf], capture_output=True, check=True)
    text = said.stdout.decode(errors="replace")  # titles of headings are in another encoding
    figures = re.sub(r"\n +Figure:?(\n +/.*)*(\n +\".*\")*", "", text)
    aloud = "".join(re.findall(r'^ +"(.*)"$', figures, re.MULTILINE))
    written = "".join(docx.Document(io.BytesIO(content)).element.body.itertext(qn("w:t")))
    # poppler reads no further than the first no-break space of a figure: letters are compared
    assert letters(aloud) == letters(written)
    assert len(letters(written)) > 400


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def squeezed(text: str) -> str:
    """Return a text without spaces, and without the hyphens that end lines."""
    return re.sub(r"[\s\u00a0\u00ad\u2010]", "", text)


def test_no_heading_is_the_last_on_its_page(tmp_path: Path) -> None:
    section = sections()
    drafts = {}
    for count in range(40):
        prose = tuple(Paragraph(f"Rivi {n}.") for n in range(count))
        one = report(section2=replace(section[2], paragraphs=prose))
        drafts[str(count)] = typst_document(filled("as delivered", one))
    made, _ = compile_drafts([TypstSource(*each) for each in drafts.items()], tmp_path)
    headings = {squeezed(one.heading) for one in section.values()}
    headings |= {squeezed(block.focus or "") for one in section.values() for block in one.goals}
    assert len(made) == len(drafts)
    for name, printed in made.items():
        said = subprocess.run(
            ["pdftotext", "-layout", printed.path, "-"], capture_output=True, check=True
        )
        for page in said.stdout.decode().split("\f")[:-1]:
            *_, last, foot = [line for line in page.split("\n") if line.strip()]
            assert "Sivu" in foot
            assert squeezed(last) not in headings, name


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
    made, troubles = compile_drafts([TypstSource("x", document)], tmp_path)
    assert not troubles
    plain = by_typst(filled("as delivered", report()), tmp_path)
    assert {*words(plain)} <= {*words(made["x"].path)}
    assert [one.name for one in document.unread] == []
