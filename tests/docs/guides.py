"""The guides as a reader follows them: commands, files and cells, in the order of the page."""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from tests.docs.pages import DOCS, rows

from tpxl import open_book
from tpxl.cli import main
from tpxl.model import Edit
from tpxl.model.workbook import Grid

GUIDES = sorted((DOCS / "guides").glob("*.md"))
_FENCE = re.compile(r"(?:`(\S+)`:\n\n)?```(\w+)\n(.*?)```\n", re.DOTALL)
"""A block, after the name of the file that it is, where it is one."""
_TYPED = re.compile(r"^\| (?:välilehti \| solu|havainto \| perustelu) \|(?:[^\n]*\n\|)+[^\n]*\n")
_STEP = re.compile(f"{_FENCE.pattern}|{_TYPED.pattern}", re.DOTALL | re.MULTILINE)


class Step(NamedTuple):
    """A block of a guide: its kind (`sh`, `csv`, `typed`), the file it is of, its text."""

    kind: str
    file: str
    text: str


def steps(text: str) -> Iterator[Step]:
    """Yield what a reader does, in order."""
    for found in _STEP.finditer(text):
        file, kind, body = found.groups()
        yield Step(kind, file or "", body) if kind else Step("typed", "", found[0])


def chapter(text: str, heading: str) -> str:
    """Return what stands under a heading of the second level, its sections with it."""
    (body,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    return str(body)


def commands(text: str, *kinds: str) -> list[str]:
    """Return the lines of the blocks of these kinds."""
    blocks = [one.text for one in steps(text) if one.kind in kinds]
    return [line for block in blocks for line in block.splitlines() if line]


def follow(text: str, book: Path, done: Callable[[str], None]) -> None:
    """Do what the page says in the current folder; `done` hears each command that ran."""
    for step in steps(text):
        if step.kind == "csv":
            Path(step.file).write_text(step.text, encoding="utf-8")
        elif step.kind == "typed":
            type_in(book, rows(step.text))
        elif step.kind == "sh":
            for line in step.text.splitlines():
                if line.startswith("tpxl "):
                    run(line)
                    done(line)


def run(line: str) -> None:
    """Run a command of tpxl as it is shown; open errors of the example are no failure."""
    try:
        status = main(shlex.split(line)[1:])
    except SystemExit as stopped:  # argparse ends --help and --version itself
        status = int(stopped.code or 0)
    assert status in {0, 1}, line


def type_in(book: Path, cells: list[list[str]]) -> None:
    """Type what a table of the page says: sheet, cell, text; or finding, reason, name."""
    with open_book(book) as opened:
        for where, second, third in cells:
            if "!" in where:
                opened.apply(reasoned(opened.read("Tarkistus"), where, second, third))
            else:
                opened.apply([Edit(where, second, third)])
        opened.save()


def reasoned(grid: Grid, where: str, reason: str, who: str) -> list[Edit]:
    """Return the cells beside the one finding of *Tarkistus* that is about a cell."""
    row, at = finding_row(grid, where)
    said = (("Perustelu", reason), ("Kuka", who))
    return [Edit("Tarkistus", f"{get_column_letter(at[name])}{row}", text) for name, text in said]


def finding_row(grid: Grid, where: str) -> tuple[int, dict[object, int]]:
    """Return the row of the finding about a cell, and the columns by their headings."""
    lines = {row: grid.row(row) for row in range(1, 200)}
    (head,) = (cells for cells in lines.values() if "Perustelu" in cells.values())
    at = {text: column for column, text in head.items()}
    (row,) = (
        row
        for row, cells in lines.items()
        if (cells.get(at["Välilehti"]), cells.get(at["Solu"])) == tuple(where.split("!"))
    )
    return row, at
