"""The files of an export: written whole, the old one or the new one, whatever happens.

File names and sheet names are made of the areas' names: safe on Windows and Linux, at most 31
characters in a sheet's, and never two areas onto one.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from tpxl.books.files.access import carry_over
from tpxl.books.files.backups import sweep_beside, temporary_beside
from tpxl.books.files.keeping import write_new
from tpxl.errors import TpxlError
from tpxl.layout.area_sheet import LONGEST_SHEET_NAME, sheet_name_of

_ANY_FILE_MODE = 0o666
"""What the user's own mask makes of it is a new file's mode."""

LONGEST_BYTES = 160
"""Room for the folder in Windows' 260 characters, and for `(2)` and the suffix in Linux' 255."""

NAMELESS = "vastuualue"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_EDGES = " .-~$"

EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""The first day that a file's parts can bear."""

NAMELESS_SHEET, RESERVED = "Vastuualue", "history"


_CALCULATED = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a text begins with that Excel takes for a formula when it opens a CSV file."""


def csv_text(text: str) -> str:
    """Return a text as CSV may hold it: with an apostrophe where a spreadsheet would calculate.

    A bare carriage return would begin another row.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{plain}" if text.startswith(_CALCULATED) else plain


def make_folder(folder: Path) -> None:
    """Make the folder where it is missing; sweep what killed runs have left in it.

    Raises:
        TpxlError: `export_not_written`, it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TpxlError("export_not_written", file=folder) from error
    sweep_beside(folder)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, over an older one.

    Raises:
        TpxlError: `export_not_written`; an older file is as it was.
    """
    beside = temporary_beside(path)
    try:
        with _told(path):
            _write_beside(path, beside, content)
            beside.replace(path)
    finally:
        _unlinked(beside)


@contextmanager
def beside_until_done(folder: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """Write files under other names; they get their own once the block is done, else they go.

    Raises:
        TpxlError: `export_not_written`, one cannot be written: none is, and the block is not begun.
            Where one cannot get its own name, those before it have theirs.
    """
    with ExitStack() as removed:
        waiting = {}
        for name, content in files.items():
            waiting[name] = beside = temporary_beside(folder / name)
            removed.callback(_unlinked, beside)
            with _told(folder / name):
                _write_beside(folder / name, beside, content)
        yield
        for name, beside in waiting.items():
            with _told(folder / name):
                beside.replace(folder / name)


def _write_beside(path: Path, beside: Path, content: bytes) -> None:
    """Write what is to stand in a place beside it, with the rights of what stands there."""
    write_new(beside, content, mode=_ANY_FILE_MODE)
    if path.exists():
        carry_over(path, path.stat(), beside)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TpxlError("export_not_written", file=path) from error


def _unlinked(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def require_other(out: Path, read: Iterable[str | Path]) -> None:
    """Pass where a file may be written: it is none of those that are read, by whatever name.

    Raises:
        TpxlError: it is one of them.
    """
    for one in read:
        with suppress(OSError, ValueError):  # what is not there is not written over
            if Path(one).samefile(out):
                raise TpxlError("output_is_read", file=out)


def file_names(areas: Iterable[str], *, taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return a file name without suffix for each area, in order, no two alike in any case.

    Letters stay as they are (ä, ö, å); what Windows or Linux forbids becomes a hyphen.

    >>> file_names(["Asuminen ja ympäristö", "a/b", "CON", "A-B"])
    ('Asuminen ja ympäristö', 'a-b', 'CON_', 'A-B (2)')
    """
    used = {name.casefold() for name in taken}
    names = []
    for area in areas:
        names.append(_unused(_safe(area), used))
        used.add(names[-1].casefold())
    return tuple(names)


def _safe(area: str) -> str:
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", area))
    text = "".join(sign for sign in text if not unicodedata.category(sign).startswith("C"))
    text = _shortened(_FORBIDDEN.sub("-", text).strip(_EDGES)).rstrip(_EDGES)
    stem, dot, rest = text.partition(".")
    if _RESERVED.fullmatch(stem.strip()):
        text = f"{stem}_{dot}{rest}"
    return text or NAMELESS


def _shortened(text: str) -> str:
    if len(text.encode()) <= LONGEST_BYTES:
        return text
    cut = text.encode()[:LONGEST_BYTES].decode(errors="ignore")
    head, _, _ = cut.rpartition(" ")
    return head if len(head) > len(cut) // 2 else cut


def _unused(name: str, used: set[str]) -> str:
    candidate, number = name, 1
    while candidate.casefold() in used:
        number += 1
        candidate = f"{name} ({number})"
    return candidate


def sheet_names(areas: Iterable[str]) -> tuple[str, ...]:
    """Return a legal sheet name for each area, in order; 31 are Excel's letters.

    >>> sheet_names(["a/b", "A:B", "'x'", "History"])
    ('a b', 'A B 2', 'x', 'History 2')
    """
    names: list[str] = []
    used = {RESERVED}
    for area in areas:
        plain = " ".join(sheet_name_of("".join(filter(str.isprintable, area))).split()).strip("' ")
        names.append(_unused_title(_cut(plain).strip("' ") or NAMELESS_SHEET, used))
        used.add(names[-1].casefold())
    return tuple(names)


def _unused_title(name: str, used: set[str]) -> str:
    candidate, number = name, 1
    while candidate.casefold() in used:
        number += 1
        ending = f" {number}"
        candidate = _cut(name, LONGEST_SHEET_NAME - len(ending)).rstrip() + ending
    return candidate


def _cut(name: str, units: int = LONGEST_SHEET_NAME) -> str:
    """Return as much of a name as fits: Excel counts a letter beyond the first 65 536 as two."""
    return name.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def day_of(year: int | None) -> dt.datetime:
    """Return the moment that a year's report bears: the day after its year, on every machine."""
    is_a_year = year is not None and EARLIEST.year <= year < dt.MAXYEAR
    return EARLIEST.replace(year=year + 1) if year is not None and is_a_year else EARLIEST
