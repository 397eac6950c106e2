"""The goals of a book as the JSON of the contract, and as a table to read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from textwrap import wrap
from typing import Any

from tpxl.jobs.goals.rows import goal_rows
from tpxl.layout import Survey
from tpxl.messages import catalogue

TEXTS = ("goal", "action", "indicator", "outcome")
MOST_SHOWN = 1000
"""How many characters of a text the table shows; the JSON has all of it."""

_CELL = 6
_GAP = "  "
_NARROWEST = 12


def goals_document(book: str, found: Survey) -> dict[str, Any]:
    """Return the rows of every goal table in the book's order; an empty text is None."""
    return {"book": book, "goals": list(goal_rows(found))}


def goals_lines(rows: Sequence[dict[str, Any]], lang: str, width: int) -> Iterator[str]:
    """Yield the rows as a table `width` characters wide for each section of an area."""
    words = catalogue(lang).texts
    if not rows:
        yield words["goals_none"]
    column = max(_NARROWEST, (width - _CELL) // len(TEXTS) - len(_GAP))
    for area, of_area in groupby(rows, key=lambda row: row["area"]):
        yield f"\n{area}"
        for section, of_section in groupby(of_area, key=lambda row: row["section"]):
            number = "–" if section is None else section
            yield f"\n{words['goals_section'].format(section=number)}"
            heads = [words[f"goals_{name}"] for name in TEXTS]
            yield from _line(words["goals_cell"], heads, column)
            yield _GAP.join(("-" * _CELL, *("-" * column for _ in TEXTS)))
            yield from _section_lines(of_section, column)


def _section_lines(rows: Iterable[dict[str, Any]], column: int) -> Iterator[str]:
    for focus, goals in groupby(rows, key=lambda row: row["focus"]):
        if focus:
            yield focus
        for goal in goals:
            cell = goal["cells"].get("goal", "")
            yield from _line(cell, [goal[name] or "–" for name in TEXTS], column)


def _line(cell: str, texts: Iterable[str], column: int) -> Iterator[str]:
    """Yield a row of the table on as many lines as its longest text takes."""
    wrapped = ([cell], *(wrap(_shown(text), column) for text in texts))
    for parts in zip_longest(*wrapped, fillvalue=""):
        first, *rest = parts
        yield _GAP.join((f"{first:<{_CELL}}", *(f"{part:<{column}}" for part in rest))).rstrip()


def _shown(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"
