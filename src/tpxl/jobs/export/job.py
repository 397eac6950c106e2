"""Export: the clean sheet of each area into a folder, as Excel, Word, PDF and HTML."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from tpxl.books.files.backups import sweep_scratch
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import findings_of
from tpxl.jobs.check.comments import comment_findings
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.export.accounting import left_out_line
from tpxl.jobs.export.areas import (
    areas_of,
    chosen,
    claimed_twice,
    error_cells,
    in_tables,
    left_hidden,
    left_in_tables,
    refusal,
    told,
)
from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.content import ReportSource, area_report
from tpxl.jobs.export.files import file_names, make_folder, write_whole
from tpxl.jobs.export.pdf import PdfResult, PdfWish, make_pdfs
from tpxl.jobs.export.report import AreaReport
from tpxl.jobs.journal.sheets import explained
from tpxl.jobs.results import ExportResult
from tpxl.jobs.versions.approvals import GRANTED, BookStatus, standing
from tpxl.layout import survey
from tpxl.messages import Catalogue, catalogue
from tpxl.model import Address, Area, Finding, Sheets
from tpxl.terms import fold
from tpxl.terms.approvals import APPROVED

if TYPE_CHECKING:
    from tpxl.jobs.export.docx.combined import DocumentPrinter
    from tpxl.jobs.export.html.page import PagePrinter
    from tpxl.jobs.export.xlsx.writer import SheetPrinter

Progress = Callable[[int, int, str], None]
"""Told after each piece of work: how many are done, of how many, and its name."""
XLSX, DOCX, PDF, HTML = "xlsx", "docx", "pdf", "html"
FORMATS = (XLSX, PDF, DOCX, HTML)


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be written: `areas` by name or sheet, all where none is named.

    `templates` is the folder where staff may keep templates of their own. Area sheets out of sight
    are written `with_hidden` ones. `is_approved_only` leaves out what nobody has approved,
    or what has changed since; where the settings say so, `is_strict` does so too.
    """

    folder: Path
    areas: tuple[str, ...] = ()
    formats: tuple[str, ...] = (XLSX,)
    is_combined: bool = False
    is_strict: bool = False
    is_approved_only: bool = False
    lang: str = "fi"
    templates: Path | None = None
    with_hidden: bool = False


def export(book: Sheets, wish: ExportWish, progress: Progress | None = None) -> ExportResult:
    """Write the clean sheet of each area; what cannot be done is told, and the rest is done.

    Raises:
        TpxlError: the book holds no area, an area is none of the book's, a template is missing or
            wrong, or the folder cannot be made.
    """
    found = survey(book, lang=wish.lang, with_hidden=wish.with_hidden)
    every = areas_of(found, book.sheets)
    if found.contested and not every:
        raise claimed_twice(found.contested[0])
    tabled = in_tables(found)
    areas = chosen(book.name, every, wish.areas, found.hidden, tabled)
    context = CheckContext.of(book, found)
    words = catalogue(wish.lang)
    names = file_names(
        [area.name for area in every],
        taken=(words.texts["export.combined"], Path(book.name).stem),
    )
    choices = Choices.of(found.settings, words.decimal_mark)
    reasons = [one for one in _changes(context) if not one.is_open]
    stand = standing(book, context)
    printed = dict(_approvals(stand, words))
    source = ReportSource(book, found, choices, words, _right(context), reasons, printed)
    errors = {area: tuple(told(area, error_cells(area, source))) for area in areas}
    refused = _refused(context, errors) if wish.is_strict else {}
    if wish.is_approved_only or (wish.is_strict and choices.is_approved_only):
        refused = {**_not_approved(areas, stand), **refused}
    accepted = {
        area: name
        for area, name in zip(every, names, strict=True)
        if area in areas and area not in refused
    }
    run = _ExportRun(source, wish, accepted, progress or _untold)
    if accepted:
        make_folder(wish.folder)
        run.write()
    doubts = (
        *found.damaged,
        *(() if stand is None or stand.is_intact else [_broken(stand)]),
        *map(claimed_twice, found.contested),
        *(line for area in areas if area not in refused for line in errors[area]),
        *(
            TpxlError("export_choice_unknown", setting=setting, word=word)
            for setting, word in choices.not_understood
        ),
    )
    return ExportResult(
        book.name,
        tuple(run.files),
        tuple(refused.values()),
        tuple(run.failed),
        doubts,
        run.templates,
        (
            *left_hidden(found.hidden),
            *(() if wish.areas else left_in_tables(tabled)),
            *run.left_out,
            *run.unfollowed,
        ),
    )


def _untold(done: int, of: int, name: str) -> None:
    """Tell nobody."""


def _right(context: CheckContext) -> dict[tuple[str, Address], Decimal | None]:
    places = (place for one in context.expected for place in one.places)
    return {place.result.place: place.right() for place in places if not place.result.is_known}


def _changes(context: CheckContext) -> Iterable[Finding]:
    """Return the changes that ask for a reason, those that have one marked so."""
    return explained(context.survey.findings_journal, comment_findings(context))


def _refused(
    context: CheckContext, errors: Mapping[Area, Sequence[TpxlError]]
) -> dict[Area, TpxlError]:
    """Return why areas are not written: an open error, or an error value to be printed."""
    findings = tuple(findings_of(context))
    why = {
        area: refusal(area, findings) or next(map(_refusing, lines), None)
        for area, lines in errors.items()
    }
    return {area: reason for area, reason in why.items() if reason is not None}


def _approvals(stand: BookStatus | None, words: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield what is printed of each area that somebody has found ready or approved.

    Of rows that somebody has touched nothing is.
    """
    for one in stand.areas if stand is not None and stand.is_intact else ():
        if one.granted in GRANTED:
            day, _, _ = one.at.partition(" ")
            mark = f"{one.fingerprint[:4]}-{one.fingerprint[4:8]}".upper()
            version = words.texts["export.version"].format(version=one.version)
            told = {"by": one.by, "day": day, "mark": mark, "version": version * bool(one.version)}
            yield fold(one.area), words.texts[f"export.{one.state}"].format(**told)


def _not_approved(areas: Iterable[Area], stand: BookStatus | None) -> dict[Area, TpxlError]:
    """Return why areas are not written that nobody has approved as they are now."""
    known = stand.areas if stand is not None and stand.is_intact else ()
    approved = {fold(one.area) for one in known if one.state == APPROVED}
    return {
        area: TpxlError("export_not_approved", area=area.name)
        for area in areas
        if fold(area.name) not in approved
    }


def _broken(stand: BookStatus) -> TpxlError:
    return TpxlError("export_approvals_broken", book=stand.book)


def _refusing(line: TpxlError) -> TpxlError:
    return TpxlError("export_refused_error_value", **line.facts)


def _sheet_printer(choices: Choices, words: Catalogue, own: Path | None) -> "SheetPrinter":
    from tpxl.jobs.export.xlsx.writer import SheetPrinter  # noqa: PLC0415  # Excel's libraries

    return SheetPrinter(choices, words, own)


def _page_printer(choices: Choices, words: Catalogue, own: Path | None) -> "PagePrinter":
    from tpxl.jobs.export.html.page import PagePrinter  # noqa: PLC0415  # the templates' libraries

    return PagePrinter(choices, words, own)


def _document_printer(choices: Choices, words: Catalogue, own: Path | None) -> "DocumentPrinter":
    from tpxl.jobs.export.docx.combined import DocumentPrinter  # noqa: PLC0415  # Word's

    return DocumentPrinter(choices, words, own)


class _ExportRun:
    """One export: files written one area after the other, so that no two are in memory."""

    def __init__(
        self, source: ReportSource, wish: ExportWish, areas: Mapping[Area, str], progress: Progress
    ) -> None:
        self.source, self.wish, self.areas, self.progress = source, wish, areas, progress
        self.files: list[Path] = []
        self.failed: list[TpxlError] = []
        self.left_out: list[TpxlError] = []
        self.unfollowed: list[TpxlError] = []
        self.title = source.words.texts["export.combined"]
        self.done = 0
        self.of = len(areas) * (2 if PDF in wish.formats else 1) + wish.is_combined
        make = (source.choices, source.words, wish.templates)
        self.sheets = _sheet_printer(*make) if XLSX in wish.formats else None
        self.pages = _page_printer(*make) if HTML in wish.formats else None
        self.documents = _document_printer(*make) if {DOCX, PDF} & {*wish.formats} else None

    @property
    def templates(self) -> tuple[Path, ...]:
        """Return the templates' files."""
        printers = (self.sheets, self.documents, self.pages) if self.areas else ()
        used = (printer.template for printer in printers if printer is not None)
        return tuple(dict.fromkeys(used))

    def write(self) -> None:
        """Write everything that is wished for."""
        sweep_scratch()
        with (
            self._told(),
            tempfile.TemporaryDirectory(prefix="tpxl-", ignore_cleanup_errors=True) as scratch,
        ):
            drafts = self._areas(Path(scratch))
            if self.wish.is_combined:
                self._all(drafts, Path(scratch))
            elif drafts:
                self._convert(drafts, {}, Path(scratch))

    def _areas(self, scratch: Path) -> dict[str, Path]:
        """Write each area's sheet and document; return the documents that are to become PDF."""
        drafts: dict[str, Path] = {}
        for number, (area, name) in enumerate(self.areas.items()):
            with self._told():
                report = area_report(area, self.source)
                self.left_out += left_out_line(report)
                if self.sheets is not None:
                    self._put(f"{name}.xlsx", self.sheets.one(report))
                if self.pages is not None:
                    self._put(f"{name}.html", self.pages.one(report))
                if self.documents is not None:
                    content = self.documents.one(report)
                    if PDF in self.wish.formats:
                        draft = scratch / f"{number:05}.docx"
                        draft.write_bytes(content)
                        drafts[name] = draft
                    if DOCX in self.wish.formats:
                        self._put(f"{name}.docx", content)
            self._tell(area.name)
        return drafts

    def _all(self, drafts: dict[str, Path], scratch: Path) -> None:
        """Write what holds all areas, and the PDFs."""
        if self.sheets is not None:
            with self._told():
                self._put(f"{self.title}.xlsx", self.sheets.all(self._reports(), self.title))
        if self.pages is not None:
            with self._told():
                self._put(f"{self.title}.html", self.pages.all(self._reports(), self.title))
        if self.documents is not None:
            with self._told():
                plain = self.documents.all(self._reports(), None, is_linked=False)
                draft = scratch / "all.docx"
                draft.write_bytes(plain.content)
                pages = self._pages(drafts, draft, plain.headings, scratch)
                if DOCX in self.wish.formats:
                    linked = self.documents.all(self._reports(), pages, is_linked=True)
                    self._put(f"{self.title}.docx", linked.content)
        self._tell(self.title)

    def _pages(
        self, drafts: dict[str, Path], draft: Path, headings: Sequence[str], scratch: Path
    ) -> tuple[str, ...] | None:
        """Make the PDFs, that of all areas too; return the pages of its headings, if known."""
        asked = {self.title: headings}
        if PDF in self.wish.formats:
            return self._convert({**drafts, self.title: draft}, asked, scratch)
        wish = PdfWish({self.title: draft}, scratch, asked, self._template)
        return make_pdfs(wish, lambda _: None).pages.get(self.title)

    def _convert(
        self, drafts: Mapping[str, Path], headings: Mapping[str, Sequence[str]], scratch: Path
    ) -> tuple[str, ...] | None:
        """Make and write PDFs; return the pages of the headings of all areas, if asked for."""
        start = self.done
        wish = PdfWish(drafts, scratch, headings, self._template)
        result = PdfResult()
        with self._told():
            result = make_pdfs(wish, lambda ready: self._tell("PDF", start + ready))
        for name in drafts:
            if name in result.files:
                with self._told():
                    self._put(f"{name}.pdf", result.files[name].read_bytes())
        self.unfollowed += result.unfollowed.values()
        for trouble in result.troubles:
            self._note(trouble)
        return result.pages.get(self.title)

    @property
    def _template(self) -> str:
        return "" if self.documents is None else self.documents.template.name

    def _reports(self) -> Iterator[AreaReport]:
        return (area_report(area, self.source) for area in self.areas)

    def _put(self, name: str, content: bytes) -> None:
        path = self.wish.folder / name
        write_whole(path, content)
        self.files.append(path)

    def _tell(self, name: str, done: int | None = None) -> None:
        self.done = self.done + 1 if done is None else done
        self.progress(min(self.done, self.of), self.of, name)

    def _note(self, error: TpxlError) -> None:
        if str(error) not in map(str, self.failed):  # one broken template, told once
            self.failed.append(error)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except TpxlError as error:
            self._note(error)
        except OSError as error:  # of the temporary folder: all else is told where it happens
            folder = error.filename or "TMPDIR"
            self.failed.append(TpxlError("export_no_scratch", folder=folder))
