"""Books at addresses of other stores (``s3://kunta/kirja.xlsm``), by fsspec: found, brought, put.

A book is put back only where what is stored is still what was read: by the store's own condition
where it has one (S3: If-Match), else under a lock object that one alone can create. What a killed
run has left of the same work, a backup or its lock, is known and not made twice.
"""

import contextlib
import errno
import posixpath
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from tpxl.books.files.addresses import is_address, path_of
from tpxl.books.files.backups import KEPT_BACKUPS, backup_pattern
from tpxl.books.files.found import (
    SUFFIXES,
    Found,
    NamedBook,
    Skipped,
    find_books,
    has_magic,
    kind_by_name,
)
from tpxl.errors import TpxlError
from tpxl.shipped import TEMPLATES

PATIENCE_SECONDS, PAUSE_SECONDS = 30.0, 0.1
_CONDITIONAL = {"s3", "s3a"}
_REFUSED = {errno.EINVAL, errno.EBUSY, errno.EEXIST}
"""What s3fs makes of the answers 409 and 412: somebody else was sooner."""


class FetchedBook(NamedTuple):
    """A book brought into a folder: its store, what was read there and by what sign it is known.

    `is_kept` tells that a backup of these very bytes stands beside it: a killed run has left it.
    `beside` is what else was brought, by its place below the folder.
    """

    address: str
    store: Any
    path: str
    data: bytes
    tag: str | None
    is_kept: bool
    beside: dict[str, bytes]

    @property
    def name(self) -> str:
        """Return the book's own name."""
        return posixpath.basename(self.path)

    @property
    def parent(self) -> str:
        """Return the path of what it lies in."""
        return posixpath.dirname(self.path)


def require_fsspec() -> Any:  # noqa: ANN401  # a module without types
    """Return fsspec.

    Raises:
        TpxlError: it is not installed.
    """
    try:
        import fsspec.core  # noqa: PLC0415  # an optional extra
    except ImportError as error:
        raise TpxlError("cluster_not_installed") from error
    return fsspec.core


def find_anywhere(names: Sequence[str]) -> Found:
    """Return the books that names mean, on disks (by their whole paths) or in other stores.

    Raises:
        TpxlError: fsspec is needed, and not installed.
    """
    if any(is_address(name) for name in names):
        require_fsspec()
    local = [str(path_of(name)) for name in names if not is_address(name)]
    here = find_books(local) if local else Found((), (), (), is_list=False)
    books = {book.path: book for book in here.books}
    skipped, troubles = list(here.skipped), list(here.troubles)
    is_list = here.is_list or len(names) > 1
    for name in filter(is_address, names):
        try:
            matches, several = _matches(name)
        except TpxlError as error:
            troubles.append(error)
            continue
        is_list |= several
        if not matches:
            troubles.append(TpxlError("no_books_found", place=name))
        for address, place in matches:
            kind = kind_by_name(Path(address)) if several else None
            if kind is not None:
                skipped.append(Skipped(address, kind))
            else:
                books.setdefault(address, NamedBook(address, place, is_found=several))
    return Found(tuple(books.values()), tuple(skipped), tuple(troubles), is_list)


def _matches(name: str) -> tuple[list[tuple[str, str]], bool]:
    """Return the addresses that a name means, each with its place, and whether it means several."""
    store, path = _store(name)
    with _reaching(name):
        if has_magic(path):
            root = path[: path.index(next(sign for sign in path if sign in "*?["))]
            found, root = store.glob(path), posixpath.dirname(root)
        elif store.isdir(path):
            found, root = store.find(path), path
        else:
            return [(store.unstrip_protocol(path), posixpath.basename(path))], False
        # a store has no folders: what ends like no workbook is none
        books = [one for one in found if PurePosixPath(one).suffix.lower() in SUFFIXES]
        books.sort(key=lambda one: (one.casefold(), one))
        return [(store.unstrip_protocol(one), posixpath.relpath(one, root)) for one in books], True


def bring(address: str, folder: Path) -> FetchedBook:
    """Bring a book into a folder with what its commands read beside it; return what was brought.

    That is the version before it was last changed, goal schemas and templates.

    Raises:
        TpxlError: it is not there, or its store cannot be reached.
    """
    store, path = _store(address)
    with _reaching(address):
        tag = _tag(store, path)  # before the bytes: what is changed between the two is noticed
        book = FetchedBook(address, store, path, store.cat_file(path), tag, False, {})  # noqa: FBT003
        names = [one for one in store.ls(book.parent, detail=False) if one != path]
        beside = {posixpath.basename(one): one for one in names if one.endswith(".json")}
        templates = f"{book.parent}/{TEMPLATES}"
        if any(one.rstrip("/") == templates for one in names):
            for one in store.find(templates, maxdepth=1):  # previews below it are not read
                beside[posixpath.relpath(one, book.parent)] = one
        read = {place: store.cat_file(one) for place, one in beside.items()}
        is_kept = False
        for one in _backups(book):
            kept = store.cat_file(one)
            if kept != book.data:
                read[posixpath.basename(one)] = kept
                break
            is_kept = True
    for place, data in {book.name: book.data, **read}.items():
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return book._replace(is_kept=is_kept, beside=read)


def put_back(book: FetchedBook, folder: Path, mark: str) -> None:
    """Put what a command has written in the folder beside the book, and the book itself last.

    `mark` is of this work alone, whoever does it: a second try knows the first one's lock by it.

    Raises:
        TpxlError: the book was changed since it was read, or is locked; nothing was written over.
    """
    written = {
        place: data
        for place, data in _files(folder)
        if data != {book.name: book.data, **book.beside}.get(place)
    }
    changed = written.pop(book.name, None)
    pattern, made = backup_pattern(Path(book.name)), list[str]()
    with _reaching(book.address):
        try:
            for place, data in written.items():
                target = f"{book.parent}/{place}"
                if not pattern.fullmatch(place):
                    _put(book.store, target, data)
                elif not book.is_kept:
                    book.store.pipe_file(target, data, mode="create")
                    made.append(target)
            if changed is not None:
                _replace(book, changed, mark)
        except TpxlError:  # what is stored is another's; after any other error it may be ours
            for target in made:
                with suppress(Exception):
                    book.store.rm_file(target)
            raise
        with suppress(Exception):  # the book is put: an old backup too many is no reason to fail
            for old in _backups(book)[KEPT_BACKUPS:] if made else ():
                book.store.rm_file(old)


def put_files(folder: Path, target: str) -> None:
    """Put every file of a folder below an address, or below a folder that all machines see.

    Raises:
        TpxlError: it cannot be written.
    """
    store, path = _store(target)
    with _reaching(target):
        for place, data in _files(folder):
            _put(store, f"{path.rstrip('/')}/{place}", data)


def _put(store: Any, path: str, data: bytes) -> None:  # noqa: ANN401  # fsspec has no types
    store.makedirs(posixpath.dirname(path), exist_ok=True)
    store.pipe_file(path, data)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _replace(book: FetchedBook, data: bytes, mark: str) -> None:
    """Put new bytes in the place of those that were read, and of no others."""
    if book.tag is None:
        with _locked(book, mark):
            if not _holds(book, book.data):
                raise TpxlError("file_changed", book=book.address)
            book.store.pipe_file(book.path, data)
        return
    try:
        whole = len(data) + 1  # in one piece: of several, the last would be put unconditionally
        book.store.pipe_file(book.path, data, IfMatch=book.tag, chunksize=whole)
    except OSError as error:
        if error.errno not in _REFUSED and not isinstance(error, FileNotFoundError):
            raise
        # an answer that was lost on its way is asked for again: it may have been ours
        if not _holds(book, data):
            raise TpxlError("file_changed", book=book.address) from error


def _holds(book: FetchedBook, data: bytes) -> bool:
    with suppress(FileNotFoundError):
        return bool(book.store.cat_file(book.path) == data)
    return False


@contextmanager
def _locked(book: FetchedBook, mark: str) -> Iterator[None]:
    """Hold the lock object of a book; one that is left of this same work is taken over."""
    lock = f"{book.parent}/.tpxl-{book.name}.lock"
    ends = time.monotonic() + PATIENCE_SECONDS
    while True:
        with suppress(FileExistsError):
            book.store.pipe_file(lock, mark.encode(), mode="create")
        with suppress(FileNotFoundError):  # asked again: not every store lets only one create it
            if book.store.cat_file(lock) == mark.encode():
                break
        if time.monotonic() > ends:
            raise TpxlError("file_open", book=book.address, program="tpxl", lock=lock)
        time.sleep(PAUSE_SECONDS)
    try:
        yield
    finally:
        with suppress(Exception):  # one that stays is told to the next by its name
            book.store.rm_file(lock)


def _backups(book: FetchedBook) -> list[str]:
    """Return the book's backups, the newest first: their names bear the time."""
    pattern = backup_pattern(Path(book.name))
    book.store.invalidate_cache()
    names = book.store.ls(book.parent, detail=False)
    return sorted(
        (one for one in names if pattern.fullmatch(posixpath.basename(one))), reverse=True
    )


def _tag(store: Any, path: str) -> str | None:  # noqa: ANN401  # fsspec has no types
    """Return the sign by which a store tells versions apart in a condition, where it has one."""
    told = store.info(path)
    protocols = {store.protocol} if isinstance(store.protocol, str) else set(store.protocol)
    return told.get("ETag") if protocols & _CONDITIONAL else None


def _store(address: str) -> tuple[Any, str]:
    """Return the store of an address, which remembers no listing, and the path in it."""
    core = require_fsspec()
    with _reaching(address):
        store, path = core.url_to_fs(address)
        store.invalidate_cache()
        return store, path


@contextlib.contextmanager
def _reaching(address: str) -> Iterator[None]:
    """Say of a store's own errors what could not be reached: each store has its own kinds."""
    try:
        yield
    except TpxlError:
        raise
    except FileNotFoundError as error:
        raise TpxlError("file_missing", book=address) from error
    except Exception as error:
        detail = " ".join(f"{type(error).__name__}: {error}".split())
        raise TpxlError("store_not_reached", place=address, detail=detail) from error
