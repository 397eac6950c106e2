"""PDF by an office program: LibreOffice, else Word through pywin32.

What LibreOffice's PDF says of its pages, and the one word that it gets wrong. Its objects stand
plain in the file, so no PDF library is needed; a file written another way yields nothing and stays
as it is.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from tpxl.errors import TpxlError
from tpxl.jobs.export import libreoffice

Done = Callable[[int], None]
"""Told how many are ready."""

Convert = Callable[[Sequence[Path], Path, Done], None]
"""Makes a PDF in the folder of each document, all in one run."""

PDF, BOOKMARKS_FROM_HEADINGS, NO_CHANGES, NO_MACROS = 17, 1, 0, 3

_TABS = re.compile(rb"(/Tabs)\(S\)(?=\s*/StructParents)")
_KIDS = re.compile(rb"/Type/Pages.*?/Kids\[([^\]]*)\]", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_ITEM = re.compile(rb"/Title<FEFF([0-9A-F]*)>\s*/Dest\[(\d+) 0 R")


def program() -> Convert | None:
    """Return the office program that makes PDFs on this machine, None where there is none."""
    found = libreoffice.program()
    if found is not None:
        return partial(libreoffice.convert, found)
    return convert if sys.platform == "win32" and is_here() else None


def to_pdf(
    convert: Convert, documents: Mapping[str, Path], folder: Path, done: Done
) -> tuple[dict[str, Path], TpxlError | None]:
    """Return the PDFs in `folder` by the names of their documents, and why one is missing.

    `documents` are files by the names they have for people; a file's own name is plain.
    """
    trouble = None
    try:
        convert(list(documents.values()), folder, done)
    except TpxlError as error:
        names = {path.name: name for name, path in documents.items()}
        named = names.get(str(error.facts.get("file")))
        trouble = TpxlError(error.code, **{**error.facts, "file": named})
    made = {name: folder / f"{path.stem}.pdf" for name, path in documents.items()}
    return {name: path for name, path in made.items() if path.is_file()}, trouble


def is_here() -> bool:
    """Tell whether pywin32 is installed; Word itself is known only once it is started."""
    try:
        return find_spec("win32com.client") is not None
    except ModuleNotFoundError:
        return False


def convert(sources: Sequence[Path], folder: Path, done: Callable[[int], None]) -> None:
    """Make a PDF in `folder` of each source; `done` is told how many are ready.

    Raises:
        TpxlError: `pdf_converter_missing`, Word does not start; `pdf_not_made`, a file.
    """
    import pywintypes  # noqa: PLC0415  # Windows only
    from win32com.client import DispatchEx  # noqa: PLC0415

    try:
        program = DispatchEx("Word.Application")
    except pywintypes.com_error as error:
        raise TpxlError("pdf_converter_missing") from error
    try:
        program.Visible = False
        program.DisplayAlerts = NO_CHANGES
        program.AutomationSecurity = NO_MACROS
        program.Options.UpdateLinksAtOpen = program.Options.UpdateLinksAtPrint = False
        for number, source in enumerate(sources, 1):
            try:
                _convert(program, source, folder / f"{source.stem}.pdf")
            except pywintypes.com_error as error:
                raise TpxlError("pdf_not_made", file=source.name, reason="Word") from error
            done(number)
    finally:
        program.Quit(NO_CHANGES)


def _convert(program: object, source: Path, target: Path) -> None:
    document = program.Documents.Open(  # type: ignore[attr-defined]  # a COM object
        str(source), ConfirmConversions=False, ReadOnly=True, AddToRecentFiles=False
    )
    try:
        for contents in document.TablesOfContents:
            contents.Update()
        document.ExportAsFixedFormat(
            OutputFileName=str(target),
            ExportFormat=PDF,
            CreateBookmarks=BOOKMARKS_FROM_HEADINGS,
            DocStructureTags=True,
            UseISO19005_1=False,
        )
    finally:
        document.Close(NO_CHANGES)


def with_tab_order(pdf: bytes) -> bytes:
    """Return the PDF with its pages' tab order as a name, which LibreOffice writes as text.

    Source: ISO 14289-1, 7.18.3: pages with links follow the order of the structure.
    """
    return _TABS.sub(rb"\1/S ", pdf)


def outline(pdf: bytes) -> Iterator[tuple[str, int]]:
    """Yield the bookmarks that headings became, in order, with their pages from one."""
    kids = _KIDS.search(pdf)
    pages = {
        int(number): page
        for page, number in enumerate(_REFERENCE.findall(kids[1] if kids else b""), 1)
    }
    for title, page in _ITEM.findall(pdf):
        if int(page) in pages:
            yield bytes.fromhex(title.decode()).decode("utf-16-be"), pages[int(page)]


def pages_of(pdf: bytes, headings: Sequence[str]) -> tuple[str, ...] | None:
    """Return the page of each heading, None where one of them is not among the bookmarks."""
    marks = outline(pdf)
    pages = []
    for heading in headings:
        page = next((page for title, page in marks if _same(title, heading)), None)
        if page is None:
            return None
        pages.append(str(page))
    return tuple(pages)


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())
