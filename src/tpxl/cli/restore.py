"""``tpxl restore``: the old versions beside a book, and one of them brought back."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tpxl.jobs.restore import Restored, Version

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
    from pathlib import Path  # noqa: PLC0415  # loaded when the command runs

    from tpxl.cli.json_text import json_text  # noqa: PLC0415
    from tpxl.cli.notes import print_notes  # noqa: PLC0415
    from tpxl.jobs.restore import restore, versions  # noqa: PLC0415

    book = Path(arguments.book)
    restored = restore(book, arguments.name) if arguments.name is not None else None
    told = versions(book)
    if arguments.json:
        print(json_text(_document(arguments.book, told, restored)))
    else:
        for line in _lines(arguments.book, told, restored, arguments.lang):
            print(line)
    if restored is not None and restored.saved is not None:
        print_notes(restored.saved.notes, arguments.lang)
    return 0


def _document(
    book: str, told: "tuple[Version, ...]", restored: "Restored | None"
) -> dict[str, Any]:
    """Return the backups as JSON data; with `restored` and `kept` where one was brought back."""
    document: dict[str, Any] = {"version": _VERSION, "book": book}
    if restored is not None:
        document |= {"restored": restored.name, "kept": _kept(restored)}
    document["backups"] = [
        {
            "name": one.name,
            "time": one.saved.isoformat(timespec="seconds"),
            "size": one.size,
            "whole": one.is_whole,
        }
        for one in told
    ]
    return document


def _kept(restored: "Restored") -> str | None:
    backup = restored.saved.backup if restored.saved is not None else None
    return backup.name if backup is not None else None


def _lines(
    book: str, told: "tuple[Version, ...]", restored: "Restored | None", lang: str
) -> list[str]:
    from tpxl.messages import catalogue  # noqa: PLC0415

    texts = catalogue(lang).texts
    if restored is not None:
        kept = _kept(restored)
        code = "restored" if restored.saved is not None else "restored_already"
        said = [texts[code].format(book=book, backup=restored.name)]
        return said if kept is None else [*said, texts["restored_kept"].format(backup=kept)]
    if not told:
        return [texts["backups_none"].format(book=book)]
    lines = [
        f"  {one.saved:%d.%m.%Y %H.%M.%S}  {_size(one.size, texts['backup_size']):>9}  "
        f"{texts['backup_whole' if one.is_whole else 'backup_cut']:<9}  {one.name}"
        for one in told
    ]
    return [texts["backups"].format(book=book, count=len(told)), *lines]


def _size(count: int, text: str) -> str:
    """Return a size as staff see it in a folder: in kilobytes, at least one.

    >>> _size(300, "{size} kt"), _size(62_500, "{size} kB")
    ('1 kt', '62 kB')
    """
    return text.format(size=max(1, round(count / _KILOBYTE)))
