"""Long areas as Word documents and PDFs: `python -m tests.bench.paper typst|office COUNT`."""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.jobs.export.reports import goal, report, sections, wording

from tpxl.jobs.export.docx.document import WordTemplate
from tpxl.jobs.export.pdf import PdfWish, make_pdfs
from tpxl.jobs.export.report import AreaReport, Paragraph
from tpxl.jobs.export.typst import compiler
from tpxl.shipped import template

NAME = "vastuualue.docx"
PARAGRAPHS, GOALS = 46, 58
"""So many make seven pages."""


def long_report() -> AreaReport:
    """Return an area of seven pages."""
    section = sections()
    prose = tuple(Paragraph(f"Kappale {n} kertoo alueen vuodesta. " * 6) for n in range(PARAGRAPHS))
    rows = tuple(
        goal(f"Tavoite {n}", "Toimenpide tavoitteen saavuttamiseksi", "Mittari", "Tulos vuodelta")
        for n in range(GOALS)
    )
    goals = replace(section[3].goals[0], rows=rows)
    return report(
        section2=replace(section[2], paragraphs=prose),
        section4=replace(section[4], goals=(goals,)),
    )


def main(program: str, count: int) -> None:
    """Make the documents, and a PDF of each by one of the two ways."""
    word, area = WordTemplate(NAME, template(NAME).read_bytes()), long_report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = {f"Alue {n}": folder / f"{n}.docx" for n in range(count)}
        for title, path in documents.items():
            path.write_bytes(word.render(replace(area, area=title), wording()))
        if program == "office":
            compiler.is_here = lambda: False
        made = make_pdfs(PdfWish(documents, folder, {}, NAME), lambda _: None)
        if made.troubles or len(made.files) < count:
            raise RuntimeError(f"{program}: {made.troubles}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
