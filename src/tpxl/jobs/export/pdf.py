"""PDF from Word documents: by Typst, which comes with tpxl; what it cannot, by an office program.

What of a document nobody follows is told by name and place, or goes to an office program where
there is one; where something to be read would be missing and there is none, no PDF is made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tpxl.errors import TpxlError
from tpxl.jobs.export import office
from tpxl.jobs.export.docx.properties import UnreadProperty
from tpxl.jobs.export.office import Done, pages_of, to_pdf, with_tab_order
from tpxl.jobs.export.typst import compiler
from tpxl.jobs.export.typst.compiler import TypstSource
from tpxl.jobs.export.typst.document import typst_document

NAMED = {
    "footnoteReference", "endnoteReference", "shape", "pict", "object", "AlternateContent",
    "anchor", "cols", "pgBorders", "sym", "oMath",
}  # fmt: skip
"""Properties that have a name of their own in people's language."""


@dataclass(slots=True)
class PdfResult:
    """The PDFs by their documents' names, the pages of headings, why one is missing.

    `unfollowed` are what of the template's look the PDFs do not follow.
    """

    files: dict[str, Path] = field(default_factory=dict)
    pages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    troubles: list[TpxlError] = field(default_factory=list)
    unfollowed: dict[str, TpxlError] = field(default_factory=dict)

    def note(self, error: TpxlError) -> None:
        """Note what is not followed, once however many documents it is true of."""
        self.unfollowed.setdefault(str(error), error)


@dataclass(frozen=True, slots=True)
class PdfWish:
    """Documents by the names they have for people, and where their PDFs are to be made.

    `headings` are those whose pages are asked for, by document; `template` names the template for
    what is told of it.
    """

    documents: Mapping[str, Path]
    folder: Path
    headings: Mapping[str, Sequence[str]]
    template: str


def make_pdfs(wish: PdfWish, done: Done) -> PdfResult:
    """Make the PDFs; `done` is told how many are ready."""
    result = PdfResult()
    left = dict(wish.documents)
    if compiler.is_here():
        left = _by_typst(wish, result, done)
    if left:
        _by_office(wish, left, result, done)
    return result


def _by_office(wish: PdfWish, left: Mapping[str, Path], result: PdfResult, done: Done) -> None:
    program = office.program()
    if program is None:
        result.troubles.append(TpxlError("pdf_converter_missing"))
        return
    ready = len(result.files)
    made, trouble = to_pdf(program, left, wish.folder, lambda count: done(ready + count))
    for name, path in made.items():
        content = with_tab_order(path.read_bytes())
        path.write_bytes(content)
        result.files[name] = path
        headings = wish.headings.get(name)
        pages = None if headings is None else pages_of(content, headings)
        if pages is not None:
            result.pages[name] = pages
    result.troubles += [trouble] if trouble is not None else []


def _by_typst(wish: PdfWish, result: PdfResult, done: Done) -> dict[str, Path]:
    """Make what Typst can make; return the documents that an office program is to make."""
    has_office = office.program() is not None
    left: dict[str, Path] = {}
    names = list(wish.documents)
    size = compiler.AT_ONCE * compiler.processes()
    for start in range(0, len(names), size):
        drafts = []
        for name in names[start : start + size]:
            draft = _draft(name, wish, result, has_office=has_office)
            if draft is not None:
                drafts.append(draft)
            elif has_office:
                left[name] = wish.documents[name]
        made, troubles = compiler.compile_drafts(drafts, wish.folder)
        for name, trouble in troubles.items():
            if has_office:
                left[name] = wish.documents[name]
            else:
                result.troubles.append(trouble)
        for name, printed in made.items():
            result.files[name] = printed.path
            if printed.pages is not None:
                result.pages[name] = printed.pages
            for font in printed.missing_fonts:
                result.note(TpxlError("pdf_font_missing", template=wish.template, font=font))
        done(len(result.files))
    return left


def _draft(name: str, wish: PdfWish, result: PdfResult, *, has_office: bool) -> TypstSource | None:
    """Return what Typst is to make, None where it would not do; why is told without an office."""
    document = typst_document(wish.documents[name].read_bytes())
    if has_office and document.unread:
        return None
    lost = [one for one in document.unread if one.is_content]
    if lost:
        result.troubles += told(lost[:1], wish.template, "pdf_lost")
        return None
    for error in told(document.unread, wish.template, "pdf_look"):
        result.note(error)
    return TypstSource(name, document, wants_pages=name in wish.headings)


def told(unread: Iterable[UnreadProperty], template: str, code: str) -> Iterator[TpxlError]:
    """Yield the line that tells of each property that a PDF does not follow."""
    for one in unread:
        name = one.name.rpartition(":")[2].partition(" ")[0]
        known = f"word_{name}" if name in NAMED else "word_property"
        what = TpxlError(known, name=one.name)
        yield TpxlError(f"{code}_in_{one.kind}", template=template, place=one.place, what=what)
