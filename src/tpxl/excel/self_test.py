"""Testaa asennus: what of tpxl works on this machine with this workbook, in ten seconds.

Nothing is changed: the workbook is copied aside and read, a file is written into the folder of the
backups and removed, and what only some offices have is looked for and not started.
"""

import os
import platform
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tpxl import __version__
from tpxl.books.excel import CopiedBook
from tpxl.excel.entry import ButtonCall, text
from tpxl.excel.kept import BACKUP_FOLDER, own_folder
from tpxl.log import log_path

_FUNCTIONS = "xlwings*.dll"


class Answer(NamedTuple):
    """What was looked at: whether it works, its text's code and facts."""

    works: bool
    code: str
    facts: dict[str, object]


def self_test(press: ButtonCall) -> str:
    """Return what works and what does not, a line each."""
    lines = [
        text("self_test_head", press.lang, tpxl=__version__, python=platform.python_version()),
        sys.executable,
        "",
    ]
    for answer in _answers(press):
        said = text(answer.code, press.lang, **answer.facts)
        sign = text("self_test_works" if answer.works else "self_test_fails", press.lang)
        lines.append(f"{sign} {said}")
    return "\n".join([*lines, "", text("self_test_end", press.lang)])


def _answers(press: ButtonCall) -> Iterator[Answer]:
    with CopiedBook(press.book) as live:
        yield _reading(live)
        is_open = not bool(getattr(press.book.api, "ReadOnly", False))
        yield Answer(is_open, "self_test_writable" if is_open else "self_test_read_only", {})
        beside = live.folder
        folder = beside or own_folder(live, BACKUP_FOLDER)
        kept = "self_test_backup" if _takes_files(folder) else "self_test_no_backup"
        yield Answer(kept == "self_test_backup", kept, {"folder": folder})
        if beside is None:
            yield Answer(True, "self_test_cloud", {"folder": own_folder(live)})  # noqa: FBT003
    has_pdf = find_spec("typst") is not None
    yield Answer(has_pdf, "self_test_pdf" if has_pdf else "self_test_no_pdf", {})
    if os.name == "nt":
        has_functions = any(Path(sys.prefix).glob(_FUNCTIONS))
        code = "self_test_functions" if has_functions else "self_test_no_functions"
        yield Answer(has_functions, code, {})
    log = log_path().parent
    yield Answer(_takes_files(log), "self_test_log", {"folder": log})


def _reading(live: CopiedBook) -> Answer:
    """Tell how the workbook is read, and how long that takes."""
    start = perf_counter()
    facts: dict[str, object] = {"count": len(live.sheets)}
    for sheet in live.sheets:
        live.read(sheet)
    code = "self_test_copy" if live.is_copied else "self_test_cells"
    return Answer(live.is_copied, code, {**facts, "seconds": f"{perf_counter() - start:.1f}"})


def _takes_files(folder: Path) -> bool:
    """Tell whether a file can be written into a folder, which is made where it is not there."""
    probe = folder / f".tpxl-{os.urandom(8).hex()}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
    except OSError:
        return False
    with suppress(OSError):
        probe.unlink()
    return True
