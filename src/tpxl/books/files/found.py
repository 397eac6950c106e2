"""Which books are meant by the names, folders and patterns of a call, and what is passed over.

A name is taken as it is. A folder gives the workbooks in it and below it, a pattern what it fits;
backups, lock files, temporary files and templates among them are no books. What tpxl itself has
written from a book, exports and forms, tells so in its properties.
"""

import os
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tpxl.books.files.backups import ANY_BACKUP
from tpxl.errors import TpxlError
from tpxl.shipped import SHEET, TEMPLATES

BACKUP, LOCK, EXPORT, FORM, TEMPLATE = KINDS = ("backup", "lock", "export", "form", "template")
MADE_EXPORT = "tpxl-vienti"
"""The category, in a file's properties, of a workbook that tpxl has written from others."""

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
"""What a folder holds of workbooks; one in a form that tpxl does not read is told, not left out."""

_MAGIC = re.compile(r"[*?[]")
_LOCK_STARTS = ("~$", ".~lock.", ".tpxl-", "._")
_PROPERTIES = "docProps/core.xml"
_MOST_BYTES = 65_536
_MADE_FORM = b"<dc:creator>tpxl</dc:creator>"
_UNREADABLE = (
    OSError,
    ValueError,
    RuntimeError,
    KeyError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
)


class NamedBook(NamedTuple):
    """A book of a call: its path, and where it is below the folder that was given, or shared.

    `is_found` tells that a folder or a pattern gave it: nobody has said that it is a book.
    """

    path: str
    place: str
    is_found: bool = False


class Skipped(NamedTuple):
    """A file that is no book, and why."""

    path: str
    kind: str


class Found(NamedTuple):
    """The books of a call in their order, each once, and what was passed over.

    `is_list` tells that the call is one of several books, whatever their number.
    """

    books: tuple[NamedBook, ...]
    skipped: tuple[Skipped, ...]
    troubles: tuple[TpxlError, ...]
    is_list: bool


def find_books(names: Sequence[str]) -> Found:
    """Return the books that the names of a call mean; the same file is meant once."""
    several = {name for name in names if _is_several(name)}
    shared = _shared_folder([name for name in names if name not in several])
    books: dict[str, NamedBook] = {}
    skipped: dict[str, Skipped] = {}
    troubles: list[TpxlError] = []
    for name in names:
        if name not in several:
            book = NamedBook(name, _below(Path(name).absolute(), shared))
            books.setdefault(os.path.realpath(name), book)
            continue
        matches = list(_matches(name, troubles))
        for path, root in matches:
            real, kind = os.path.realpath(path), kind_by_name(path)
            if kind is not None:
                skipped.setdefault(real, Skipped(str(path), kind))
            else:
                books.setdefault(real, NamedBook(str(path), _below(path, root), is_found=True))
        if not matches:
            troubles.append(TpxlError("no_books_found", place=name))
    if len(names) > 1:
        skipped |= _named_in_vain(books)
    kept = tuple(book for real, book in books.items() if real not in skipped)
    is_list = len(names) > 1 or bool(several)
    return Found(kept, tuple(skipped.values()), tuple(troubles), is_list)


def made_by_tpxl(path: str) -> str | None:
    """Return `export` or `form` for a file that tpxl has written from a book; None for others."""
    try:
        if not Path(path).is_file():
            return None
        with zipfile.ZipFile(path) as package, package.open(_PROPERTIES) as part:
            said = part.read(_MOST_BYTES)
    except _UNREADABLE:
        return None
    if f"<cp:category>{MADE_EXPORT}<".encode() in said:
        return EXPORT
    return FORM if _MADE_FORM in said else None


def _is_several(name: str) -> bool:
    """Tell whether a name is a folder's, or a pattern: a file may bear brackets in its name."""
    path = Path(name)
    return path.is_dir() or (has_magic(name) and not os.path.lexists(path))


def has_magic(name: str) -> bool:
    """Tell whether a name is a pattern by its letters."""
    return _MAGIC.search(name) is not None


def _below(path: Path, folder: Path | str) -> str:
    """Return where a file is from a folder; its name alone, where that is on another drive."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return path.name


def _shared_folder(names: Sequence[str]) -> str:
    try:
        folders = [str(Path(name).absolute().parent) for name in names]
        return os.path.commonpath(folders or [os.curdir])
    except ValueError:  # two drives
        return os.curdir


def _matches(name: str, troubles: list[TpxlError]) -> Iterator[tuple[Path, Path]]:
    """Yield every file that may be a book, and the folder that was given."""
    path = Path(name)
    if path.is_dir():
        yield from ((book, path) for book in _workbooks(path, troubles))
        return
    fixed = next(at for at, part in enumerate(path.parts) if _MAGIC.search(part))
    root = Path(*path.parts[:fixed])
    try:
        matches = sorted(root.glob(str(Path(*path.parts[fixed:]))), key=_order)
    except ValueError:  # ** beside other letters
        return
    for match in matches:
        if match.is_dir():
            yield from ((book, root) for book in _workbooks(match, troubles))
        else:
            yield match, root


def _workbooks(folder: Path, troubles: list[TpxlError]) -> Iterator[Path]:
    """Yield the workbooks in a folder and below it, in the order of their names."""

    def unread(error: OSError) -> None:
        troubles.append(TpxlError("folder_not_readable", folder=error.filename or folder))

    for root, folders, files in os.walk(folder, onerror=unread):
        folders[:] = sorted((one for one in folders if not one.startswith(".")), key=_letters)
        for name in sorted(files, key=_letters):
            path = Path(root, name)
            if path.suffix.lower() in SUFFIXES or kind_by_name(path) == LOCK:
                yield path


def _order(path: Path) -> list[tuple[str, str]]:
    return [_letters(part) for part in path.parts]


def _letters(name: str) -> tuple[str, str]:
    return name.casefold(), name


def kind_by_name(path: Path) -> str | None:
    """Return what a file's name says that is no book: a lock, a backup, a template; else None."""
    if path.name.startswith(_LOCK_STARTS):
        return LOCK
    if (path.parent.name, path.name) == (TEMPLATES, SHEET):
        return TEMPLATE
    return BACKUP if ANY_BACKUP.fullmatch(path.name) else None


def _named_in_vain(books: Mapping[str, NamedBook]) -> dict[str, Skipped]:
    """Return what a shell's pattern has put among the names of books: lock files and backups.

    A backup is one only beside its own book: a single one may be what is asked about.
    """
    named = {Path(book.path).absolute() for book in books.values()}
    skipped = {}
    for real, book in books.items():
        path = Path(book.path)
        kind = kind_by_name(path)
        if kind == LOCK or (kind == BACKUP and _its_book(path) in named):
            skipped[real] = Skipped(book.path, kind)
    return skipped


def _its_book(backup: Path) -> Path:
    said = ANY_BACKUP.fullmatch(backup.name)
    name = f"{said['stem']}{said['suffix']}" if said else backup.name
    return backup.absolute().with_name(name)
