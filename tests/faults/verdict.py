"""What a disturbed run has left: everything that is lost, said in words; nothing if all is well."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults.commands import Scene, contents

from tpxl.books.files.backups import TEMPORARY

DONE, FAILED = {0, 1}, 2
_TIME = re.compile(
    rb"\d{1,2}\.\d{1,2}\.\d{4} \d\d[.:]\d\d(?::\d\d)?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?"
    rb"|(?<=<t>)[0-9a-f]{16}(?=</t>)"
)
"""The time of a run, as journals, settings and properties tell it, and the marks made of it."""

_MARK = re.compile(rb"(?<=<t>)[0-9a-f]{8}(?=</t>)")
"""The mark of a form, made at random: which of a file's marks it is tells it, not its letters."""


class Run(NamedTuple):
    """A disturbed run: its exit status, what it said, whether it was killed.

    `may_stray` says that what was disturbed is the very removal of a temporary file.
    """

    status: int
    said: str
    is_killed: bool = False
    may_stray: bool = False


def is_backup(name: str) -> bool:
    """Tell whether a file bears a backup's name."""
    return ".varmuuskopio-" in name


def is_temporary(name: str) -> bool:
    """Tell whether a file bears the name of one that is being written."""
    return bool(TEMPORARY.fullmatch(name.rpartition("/")[2]))


def is_same(data: bytes, wanted: bytes) -> bool:
    """Tell whether a file is the wanted one: to the byte, or but for the times of the run."""
    if data == wanted:
        return True
    ours, theirs = _parts(data), _parts(wanted)
    return bool(ours) and ours == theirs


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package without times; nothing where it is none or not whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: _TIME.sub(b"", package.read(name)) for name in package.namelist()}
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError):
        return {}
    met: dict[bytes, bytes] = {}
    for part in parts.values():
        for mark in _MARK.findall(part):
            met.setdefault(mark, b"%d" % len(met))
    return {name: _MARK.sub(lambda mark: met[mark[0]], part) for name, part in parts.items()}


def losses(scene: Scene, folder: Path, run: Run) -> list[str]:
    """Return what the run has lost, damaged, left behind or said wrongly."""
    now = contents(folder)
    found = [*_lost(scene, now), *_damaged(scene, now)]
    if not run.is_killed:
        found += [*_strays(now, run), *_untrue(scene, now, run)]
    return found


def _lost(scene: Scene, now: dict[str, bytes]) -> Iterator[str]:
    book = scene.command.book
    old = scene.before[book]
    backups = [data for name, data in now.items() if is_backup(name)]
    if now.get(book) != old and old not in backups:
        yield "the old version is in no backup"
    for name, data in scene.before.items():
        if name not in now:
            yield f"{name} is gone"
        elif is_backup(name) and now[name] != data:
            yield f"{name}, a backup, has changed"


def _damaged(scene: Scene, now: dict[str, bytes]) -> Iterator[str]:
    versions = [*scene.before.values(), *scene.after.values(), *scene.command.between]
    for name, data in now.items():
        if is_temporary(name):
            continue
        if is_backup(name):
            good = any(is_same(data, one) for one in versions)
        else:
            known = (scene.before.get(name), scene.after.get(name))
            between = scene.command.between if name == scene.command.book else ()
            good = any(one is not None and is_same(data, one) for one in (*known, *between))
        if not good:
            yield f"{name} is damaged ({len(data)} bytes)"


def _strays(now: dict[str, bytes], run: Run) -> Iterator[str]:
    if not run.may_stray:
        yield from (f"{name} is left behind" for name in now if is_temporary(name))


def _untrue(scene: Scene, now: dict[str, bytes], run: Run) -> Iterator[str]:
    if "Traceback" in run.said:
        yield f"a traceback: {run.said[-300:]}"
    if run.status in DONE:
        for name, data in scene.after.items():
            if not is_backup(name) and not is_same(now.get(name, b""), data):
                yield f"status {run.status}, but {name} is not the new one"
    elif run.status != FAILED:
        yield f"status {run.status}"
    elif not run.said.strip():
        yield "status 2 without a word"
    elif scene.command.is_all_or_nothing:
        book = scene.command.book
        if now.get(book) != scene.before[book]:
            yield f"status 2, but {book} is not the old one"
        if scene.command.makes in now:
            yield f"status 2, but {scene.command.makes} is there"
