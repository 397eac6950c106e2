"""Microsoft Word as a converter, through pywin32: the way where LibreOffice is not installed."""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from tpxl.errors import TpxlError

PDF, BOOKMARKS_FROM_HEADINGS, NO_CHANGES, NO_MACROS = 17, 1, 0, 3


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
