"""The commands that write, each with the files it is tried on."""

import contextlib
import io
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.bench import areas, ledgers
from tests.jobs.sending import heads
from tests.old_macros import old_master

from tpxl.cli import main
from tpxl.jobs.export.libreoffice import PROGRAM_VARIABLE
from tpxl.shipped import master

BOOK = "tilinpaatos_master.xlsm"
LEDGER, NEXT_YEAR = "paakirja.csv", "uusi.xlsm"
AREA = "Tekniset palvelut"
ANSWERS, AREAS = "palautus.xlsx", "alueet.txt"
_LEDGER_ROWS = 40
OWN = b"oma tiedosto, joka oli jo"
NO_OFFICE = {PROGRAM_VARIABLE: "/nowhere/soffice"}
"""A converter has its own tests: here no PDF is made."""


class Command(NamedTuple):
    """A command: what it is given, and which file is the book that must never be lost.

    `between` are versions that may stand in the book's place half way; `is_all_or_nothing` says
    that a refusal leaves the book as it was. `makes` is a new file, which a further run would
    refuse to replace, as `is_once` says that it refuses a book that it has changed already.
    """

    name: str
    words: Callable[[Path], list[str]]
    prepare: Callable[[Path, Path], None]
    book: str = BOOK
    between: tuple[bytes, ...] = ()
    is_all_or_nothing: bool = True
    makes: str = ""
    is_once: bool = False
    has_deadline: bool = True

    def said(self, folder: Path) -> list[str]:
        """Return what is called; a machine that disturbs many at once has time enough."""
        return [*self.words(folder), *(["--deadline", "900"] if self.has_deadline else ())]


class Scene(NamedTuple):
    """A command with the files before it and after a run that nothing disturbed."""

    command: Command
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]

    def lay(self, folder: Path) -> None:
        """Put the files there as they are before the command; nothing else is left."""
        shutil.rmtree(folder, ignore_errors=True)
        for name, data in self.before.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder by its name there."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _copied(book: Path, folder: Path) -> None:
    shutil.copy(book, folder / BOOK)


def _refreshed(book: Path, folder: Path) -> None:
    _copied(book, folder)
    _undisturbed(["refresh", str(folder / BOOK)])
    kept = folder / _backup(folder)
    kept.rename(kept.with_name("tilinpaatos_master.varmuuskopio-20260101-120000.xlsm"))


def _with_older_outputs(book: Path, folder: Path) -> None:
    _copied(book, folder)
    (folder / "luvut.csv").write_bytes(OWN)
    (folder / "ulos").mkdir()
    (folder / "ulos" / "Kaikki vastuualueet.xlsx").write_bytes(OWN)


def _with_own_book(_: Path, folder: Path) -> None:
    (folder / BOOK).write_bytes(OWN)


def _with_old_macros(_: Path, folder: Path) -> None:
    old_master(folder / BOOK)


def _with_ledger(book: Path, folder: Path) -> None:
    _copied(book, folder)
    ledgers.write_map(folder / BOOK)
    for backup in folder.glob("*.varmuuskopio-*"):
        backup.unlink()
    ledgers.write(folder / LEDGER, _LEDGER_ROWS)


def _tied_out(book: Path, folder: Path) -> None:
    """A year is opened of a book whose figures tie out."""
    _copied(book, folder)
    _undisturbed(["refresh", str(folder / BOOK), "--no-backup"])


def _with_goals(_: Path, folder: Path) -> None:
    heads.written(folder / BOOK)


def _with_areas_to_ask(_: Path, folder: Path) -> None:
    heads.written(folder / BOOK, (AREA, "Kirjasto", "Museo"))


def _of_one_area(_: Path, folder: Path) -> None:
    areas.made(folder / BOOK, 1)


def _with_answers(book: Path, folder: Path) -> None:
    _with_goals(book, folder)
    _undisturbed([*_sending(folder), "--no-backup"])
    form = heads.Form(folder / "ulos" / f"{AREA}.xlsx")
    heads.fill(form)
    form.save(folder / ANSWERS)
    shutil.rmtree(folder / "ulos")


def _with_areas(book: Path, folder: Path) -> None:
    _copied(book, folder)
    (folder / AREAS).write_text("Hallinto\nTekniset palvelut\n", encoding="utf-8")


def _with_own_template(book: Path, folder: Path) -> None:
    _copied(book, folder)
    (folder / "pohjat").mkdir()
    (folder / "pohjat" / "vastuualue.docx").write_bytes(OWN)


def _sending(folder: Path) -> list[str]:
    return ["send", str(folder / BOOK), "--to", str(folder / "ulos")]


def _undisturbed(words: list[str]) -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = main(words)
    if status not in {0, 1}:
        raise RuntimeError(f"not done even when nothing disturbs: {said.getvalue()}")


def _backup(folder: Path) -> str:
    return min(path.name for path in folder.glob("*.varmuuskopio-*"))


def _exporting(folder: Path) -> list[str]:
    return ["export", str(folder / BOOK), "--to", str(folder / "ulos"), "--combined",
            "--format", "xlsx", "--format", "docx"]  # fmt: skip


COMMANDS = (
    Command("refresh", lambda folder: ["refresh", str(folder / BOOK)], _copied),
    Command(
        "restore",
        lambda folder: ["restore", str(folder / BOOK), "--from", _backup(folder)],
        _refreshed,
        has_deadline=False,
    ),
    Command("export", _exporting, _with_older_outputs),
    Command(
        "summary",
        lambda folder: ["summary", str(folder / BOOK), "--out", str(folder / "luvut.csv")],
        _with_older_outputs,
    ),
    Command(
        "demo",
        lambda folder: ["demo", str(folder)],
        _with_own_book,
        between=(master().read_bytes(),),
        is_all_or_nothing=False,
        has_deadline=False,
    ),
    Command(
        "ledger",
        lambda folder: ["ledger", str(folder / BOOK), str(folder / LEDGER)],
        _with_ledger,
    ),
    Command(
        "rollover",
        lambda folder: ["rollover", str(folder / BOOK), "--out", str(folder / NEXT_YEAR)],
        _tied_out,
        makes=NEXT_YEAR,
    ),
    Command("send", _sending, _with_areas_to_ask, is_all_or_nothing=False),
    Command(
        "collect",
        lambda folder: ["collect", str(folder / BOOK), str(folder / ANSWERS)],
        _with_answers,
    ),
    Command(
        "approve",
        lambda folder: [
            "approve",
            str(folder / BOOK),
            "--area",
            "Alue 1",
            "--as",
            "N. N.",
        ],
        _of_one_area,
    ),
    Command(
        "area",
        lambda folder: ["area", "add", str(folder / BOOK), "Uusi alue"],
        _with_goals,
        is_once=True,
    ),
    Command(
        "new",
        lambda folder: [
            "new",
            str(folder / NEXT_YEAR),
            "--city",
            "Kaupunki",
            "--year",
            "2026",
            "--areas",
            str(folder / AREAS),
        ],
        _with_areas,
        makes=NEXT_YEAR,
        has_deadline=False,
    ),
    Command("upgrade", lambda folder: ["upgrade", str(folder / BOOK)], _with_old_macros),
    Command(
        "templates",
        lambda folder: ["templates", "--to", str(folder / "pohjat")],
        _with_own_template,
    ),
)


def scene(command: Command, book: Path, folder: Path) -> Scene:
    """Return the command's files before and after, made in `folder`, which is left empty."""
    os.environ |= NO_OFFICE
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    command.prepare(book, folder)
    before = contents(folder)
    _undisturbed(command.said(folder))
    after = contents(folder)
    shutil.rmtree(folder)
    return Scene(command, before, after)
