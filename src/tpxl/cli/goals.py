"""``tpxl goals``: the goal rows of a book as data. Nothing is checked, nothing is changed.

Goal rows as a table to read on a screen: area by area, section by section.
"""

import textwrap
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, zip_longest
from typing import Any

from tpxl.books import Book
from tpxl.cli import add_deadline
from tpxl.cli.output import Progress, run_books
from tpxl.cli.screen import NARROWEST, screen_width
from tpxl.jobs.goals.check import goal_rows
from tpxl.layout import survey
from tpxl.messages import Catalogue, catalogue

_SHARES = {"goal": 28, "action": 24, "indicator": 20, "outcome": 28}
_GAP = "  "
_INDENT = "  "
_LONGEST = 600


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "goals",
        help="näytä alueiden tavoitteet riveinä",
        description="Näyttää alueiden tavoitteet osioiden 3, 4, 5, 8 ja 9 taulukoista riveinä.",
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Show the goals of every book named; return the exit status."""

    def job(book: Book, progress: Progress) -> list[dict[str, Any]]:
        return list(goal_rows(survey(book, progress, arguments.lang)))

    def document(path: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
        return {"book": path, "goals": rows}

    def tell(path: str, rows: list[dict[str, Any]]) -> None:
        print(path)
        for line in goal_lines(rows, arguments.lang, screen_width()):
            print(line)

    return run_books(arguments, job, document, tell)


def goal_lines(rows: Iterable[Mapping[str, Any]], lang: str, width: int) -> Iterator[str]:
    """Yield the goals of a book in lines of at most `width` characters (72 at least)."""
    words = catalogue(lang)
    told = list(rows)
    if not told:
        yield words.texts["goals_none"]
    widths = _widths(max(width, NARROWEST))
    for area, of_area in groupby(told, key=lambda row: row["area"]):
        yield f"\n{area}"
        for section, goals in groupby(of_area, key=lambda row: row["section"]):
            said = words.texts["goals_section" if section else "goals_no_section"]
            yield f"\n{said.format(section=section)}"
            yield from _table(goals, widths, words)


def _widths(width: int) -> dict[str, int]:
    free = width - len(_INDENT) - len(_GAP) * (len(_SHARES) - 1)
    return {name: free * share // sum(_SHARES.values()) for name, share in _SHARES.items()}


def _table(
    goals: Iterable[Mapping[str, Any]], widths: Mapping[str, int], words: Catalogue
) -> Iterator[str]:
    yield from _row({name: words.texts[f"goals_{name}"] for name in widths}, widths)
    yield _INDENT + _GAP.join("-" * width for width in widths.values())
    for focus, of_focus in groupby(goals, key=lambda row: row["focus"]):
        if focus:
            yield f"{_INDENT}[{focus}]"
        for goal in of_focus:
            yield from _row(
                {name: goal[name] or words.texts["goals_empty"] for name in widths}, widths
            )


def _row(texts: Mapping[str, str], widths: Mapping[str, int]) -> Iterator[str]:
    columns = [textwrap.wrap(_start(texts[name]), width) for name, width in widths.items()]
    for line in zip_longest(*columns, fillvalue=""):
        cells = (text.ljust(width) for text, width in zip(line, widths.values(), strict=True))
        yield (_INDENT + _GAP.join(cells)).rstrip()


def _start(text: str) -> str:
    """Return as much of a text as is shown; a cell can hold megabytes."""
    return textwrap.shorten(text[: 2 * _LONGEST], _LONGEST, placeholder=" …")
