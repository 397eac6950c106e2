"""``tpxl restore``: the old versions beside a book, and one of them brought back."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tpxl.cli.documents import json_text
from tpxl.cli.output import print_notes
from tpxl.jobs.restore import OldVersion, Restored, restore, versions
from tpxl.messages import catalogue

_VERSION = 1
_KILOBYTE = 1000


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "restore",
        help="näytä varmuuskopiot tai palauta niistä yksi",
        description=(
            "Näyttää työkirjan varmuuskopiot: milloin versio tallennettiin, kuinka suuri se on ja "
            "onko se ehjä. --from palauttaa yhden; nykyisestä versiosta tulee varmuuskopio."
        ),
    )
    parser.add_argument("book", metavar="TYÖKIRJA")
    parser.add_argument("--from", dest="name", metavar="VARMUUSKOPIO", help="palauta tämä")
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """List the backups, or bring one back; 0 when it was done."""
    book, texts = Path(arguments.book), catalogue(arguments.lang).texts
    document: dict[str, Any] = {"version": _VERSION, "book": arguments.book}
    if arguments.name is None:
        told = versions(book)
        document["backups"] = [_backup_document(one) for one in told]
        lines = _backup_lines(arguments.book, told, texts)
    else:
        restored = restore(book, arguments.name)
        document |= {"restored": restored.name, "kept": _kept(restored)}
        lines = _restored_lines(arguments.book, restored, texts)
        print_notes(restored.saved.notes if restored.saved else (), arguments.lang)
    for line in [json_text(document)] if arguments.json else lines:
        print(line)
    return 0


def _backup_document(backup: OldVersion) -> dict[str, Any]:
    return {
        "name": backup.name,
        "time": backup.saved.isoformat(timespec="seconds"),
        "size": backup.size,
        "whole": backup.is_whole,
    }


def _kept(restored: Restored) -> str | None:
    backup = restored.saved.backup if restored.saved is not None else None
    return backup.name if backup is not None else None


def _backup_lines(book: str, told: Sequence[OldVersion], texts: Mapping[str, str]) -> Iterator[str]:
    """Yield a heading and a line for each backup: when it was saved, its size, if it is whole."""
    heading = texts["backups" if told else "backups_none"]
    yield heading.format(book=book, count=len(told))
    for one in told:
        size = _size(one.size, texts["backup_size"])
        state = texts["backup_whole" if one.is_whole else "backup_cut"]
        yield f"  {one.saved:%d.%m.%Y %H.%M.%S}  {size:>9}  {state:<9}  {one.name}"


def _restored_lines(book: str, restored: Restored, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what was brought back, and where the version before it is."""
    code = "restored" if restored.saved is not None else "restored_already"
    yield texts[code].format(book=book, backup=restored.name)
    kept = _kept(restored)
    if kept is not None:
        yield texts["restored_kept"].format(backup=kept)


def _size(count: int, text: str) -> str:
    """Return a size as staff see it in a folder: in kilobytes, at least one.

    >>> _size(300, "{size} kt"), _size(62_500, "{size} kB")
    ('1 kt', '62 kB')
    """
    return text.format(size=max(1, round(count / _KILOBYTE)))
