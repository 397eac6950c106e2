"""A marked copy of a checked report: each finding on its page, a tick by each figure that was tied.

What has no mark was not held to anything.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tpxl.books.package.opening import file_bytes
from tpxl.books.report import ReportBook
from tpxl.books.report.book import ReportPlace
from tpxl.books.report.marks import Mark, MarkKind, marked_pdf
from tpxl.errors import TpxlError
from tpxl.jobs.check.report import ReportResult
from tpxl.jobs.export.files import write_whole
from tpxl.messages import Catalogue, catalogue, line_name
from tpxl.messages.sentences import printed
from tpxl.model import Figure, Severity
from tpxl.model.figure import CellPlace
from tpxl.rules.relations import Judged, Verdict

PDF = ".pdf"
_MOST_TERMS = 12


def write_marked(book: ReportBook, result: ReportResult, path: Path, lang: str) -> None:
    """Write a copy of a checked PDF with its findings and ticks as notes.

    Raises:
        TpxlError: the report is no PDF, the copy would take its place, or cannot be written.
    """
    if book.path.suffix.lower() != PDF:
        raise TpxlError("marks_of_pdf_alone", book=book.name)
    if path.exists() and path.samefile(book.path):
        raise TpxlError("marks_over_report", book=book.name)
    marks = (*_findings(result), *_ticks(book, result, catalogue(lang)))
    write_whole(path, marked_pdf(file_bytes(book.path), marks, book.name))


def _findings(result: ReportResult) -> Iterator[Mark]:
    for finding in result.findings:
        place = result.places.get((finding.sheet or "", finding.cell or ""))
        is_error = finding.severity in {Severity.ERROR, Severity.ROUNDING}
        kind = MarkKind.ERROR if is_error else MarkKind.OTHER
        yield from _at(place, kind, finding.message)


def _ticks(book: ReportBook, result: ReportResult, words: Catalogue) -> Iterator[Mark]:
    """Yield a tick by each figure that holds, and that no finding calls wrong."""
    wrong = {
        (one.sheet, one.cell)
        for one in result.findings
        if one.severity in {Severity.ERROR, Severity.ROUNDING}
    }
    for (sheet, at), judged in result.proofs.items():
        if judged[1] is not Verdict.FAILS and (sheet, at.a1) not in wrong:
            yield from _at(
                book.place(sheet, at), MarkKind.TIED, proof_words((sheet, at), judged, words)
            )


def _at(place: ReportPlace | None, kind: MarkKind, text: str) -> Iterator[Mark]:
    if place is not None and place.page is not None and place.box is not None:
        yield Mark(kind, place.page, place.box, text)


def proof_words(place: CellPlace, judged: Judged, words: Catalogue) -> str:
    """Return what proved a figure: the figures it is made of, or the one that is made of it."""
    relation, _ = judged
    if relation.result.place == place:
        shown = [_shown(term, words) for term in relation.terms[:_MOST_TERMS]]
        more = ["\u2026"] * (len(relation.terms) > _MOST_TERMS)
        return words.texts["report.proof_made"].format(terms="; ".join((*shown, *more)))
    return words.texts["report.proof_part"].format(result=_shown(relation.result, words))


def _shown(figure: Figure, words: Catalogue) -> str:
    name = line_name(str(figure.line), words)
    number = printed(figure.number or Decimal(0), words.decimal_mark)
    return " ".join(filter(None, (name, str(figure.period or ""), number)))
