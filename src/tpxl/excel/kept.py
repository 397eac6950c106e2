"""The workbook as it was before a press: put back, or kept as a file and told where.

And where such files go, beside the workbook or into a folder of the user's own.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

from tpxl.books.excel import CopiedBook, LiveBook
from tpxl.books.excel.com_errors import is_excels
from tpxl.errors import TpxlError
from tpxl.excel.entry import ButtonCall, text
from tpxl.messages import sentence

EXPORT_FOLDER = "vienti"
"""Where the clean files go, beside the workbook."""

BACKUP_FOLDER = "varmuuskopiot"
"""Where a workbook is kept as it was before a press when it cannot be kept beside itself."""


@contextmanager
def changing(press: ButtonCall) -> Iterator[CopiedBook]:
    """Open the workbook to change it; what an exception leaves is put back as it was.

    Raises:
        TpxlError: some of it could not be put back; the workbook as it was is kept, and told where.
    """
    with CopiedBook(press.book) as live:
        name = live.name  # known from now on: Excel may be gone by then
        try:
            yield live
        except Exception as error:
            if _is_put_back(live):
                raise
            facts = {"book": name, "kept": kept_line(live, press.lang)}
            why = sentence(error, press.lang) if isinstance(error, TpxlError) else str(error)
            raise TpxlError("changes_left_kept", **facts, reason=why) from error


def _is_put_back(live: CopiedBook) -> bool:
    try:
        live.undo()
    except Exception as error:
        if isinstance(error, TpxlError) or is_excels(error):
            return False
        raise
    return live.trouble is None or live.trouble.code != "changes_left"


def kept_line(live: CopiedBook, lang: str) -> str:
    """Keep the workbook as it was before the press; return where, or why not.

    Of a workbook in the cloud, or in a folder that takes no file, it is in a folder of the user's;
    so it is where Excel no longer says where the workbook lies.
    """
    refusal = ""
    for folder in _folders(live):
        try:
            return text("excel_kept", lang, path=live.keep_first(folder / live.name))
        except TpxlError as error:
            refusal = sentence(error, lang)
    return text("excel_not_kept", lang, why=refusal)


def _folders(live: CopiedBook) -> Iterator[Path]:
    """Yield where a workbook may be kept, each asked for once the one before has not taken it."""
    try:
        beside = live.folder
    except TpxlError:
        yield _of_user(BACKUP_FOLDER) / told_apart(live.name, "")
        return
    if beside is not None:
        yield beside
    yield own_folder(live, BACKUP_FOLDER)


def own_folder(live: LiveBook, purpose: str = EXPORT_FOLDER) -> Path:
    """Return the folder of this user's own that takes what cannot lie beside a workbook."""
    return _of_user(purpose) / told_apart(live.name, live.place)


def _of_user(purpose: str) -> Path:
    documents = Path.home() / "Documents"
    return (documents if documents.is_dir() else Path.home()) / f"tpxl-{purpose}"


def told_apart(name: str, place: str) -> str:
    """Return a folder's name for a workbook: another for one of the same name in another place.

    >>> told_apart("kirja.xlsm", "https://kunta.sharepoint.com/sites/talous")
    'kirja-dfccd76c'
    >>> told_apart("kirja.xlsm", "")
    'kirja'
    """
    if not place:
        return Path(name).stem
    address = unquote(place).replace("\\", "/").rstrip("/").casefold()
    return f"{Path(name).stem}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"
