"""What stands on an area's sheet outside its tables: running text, lists, other tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tpxl.jobs.export.report import OtherTable, Paragraph, Printed
from tpxl.layout.area_sheet import LooseRow
from tpxl.layout.cells.numbers import read_number
from tpxl.layout.cells.text import cell_text, number_format
from tpxl.model import Block, Grid, Value
from tpxl.rules.rounding import exact, rounded

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ITEM = re.compile(r"\s*(?:[•▪◦‣·●○■]\s*|[-–—*]\s+)(?=\S)")
FEWEST_ROWS = 2
"""Fewer rows of several cells are a line of text, not a table."""


@dataclass(frozen=True, slots=True)
class UntabledRows:
    """The loose rows of a section: texts above its first table, below it, and other tables."""

    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[str, ...] = ()
    others: tuple[OtherTable, ...] = ()

    def __add__(self, other: "UntabledRows") -> "UntabledRows":
        """Return both, this one's first."""
        return UntabledRows(
            (*self.paragraphs, *other.paragraphs),
            (*self.notes, *other.notes),
            (*self.others, *other.others),
        )


def tidy(text: str) -> str:
    r"""Return a text as it can be printed: line breaks of one kind, nothing invisible.

    >>> tidy(" Katu\r\npuisto\x0b \n")
    'Katu\npuisto'
    """
    lines = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """Yield a text's paragraphs; a line that begins with a bullet is an item of a list."""
    for line in tidy(text).split("\n"):
        if not line.strip():
            continue
        item = _ITEM.match(line)
        yield Paragraph(line[item.end() :].strip() if item else line.strip(), item is not None)


def loose_contents(rows: Iterable[LooseRow], first_table: int, lang: str) -> UntabledRows:
    """Return what the loose rows hold; texts from row `first_table` on are notes."""
    paragraphs: list[Paragraph] = []
    notes: list[str] = []
    others: list[OtherTable] = []
    for group in _runs(rows):
        if len(group) >= FEWEST_ROWS:
            others.append(_table(group, lang))
            continue
        for row in group:
            text = "  ".join(_words(value, code, lang) for _, value, code in row.cells)
            if row.row < first_table:
                paragraphs += paragraphs_of(text)
            else:
                notes += [one.text for one in paragraphs_of(text)]
    return UntabledRows(tuple(paragraphs), tuple(notes), tuple(others))


def _runs(rows: Iterable[LooseRow]) -> Iterator[list[LooseRow]]:
    """Yield rows of several cells that follow each other together, every other row alone."""
    run: list[LooseRow] = []
    for row in rows:
        is_wide = len(row.cells) > 1
        if run and not (is_wide and row.row == run[-1].row + 1):
            yield run
            run = []
        if is_wide:
            run.append(row)
        else:
            yield [row]
    if run:
        yield run


def raw_table(grid: Grid, block: Block, lang: str) -> OtherTable:
    """Return the cells of a block as they stand, for a table that cannot be read further."""
    rows = range(block.top, block.bottom + 1)
    return _table(
        [
            LooseRow(
                row,
                tuple(
                    (column, cell.value, cell.number_format)
                    for column, cell in grid.cells_of(row).items()
                    if block.left <= column <= block.right and cell.value is not None
                ),
            )
            for row in rows
        ],
        lang,
    )


def labelled_table(rows: Sequence[LooseRow], labels: Iterable[str], lang: str) -> OtherTable:
    """Return the rows as a table whose first column holds their labels."""
    table = _table(rows, lang)
    headed = zip(labels, table.rows, strict=True)
    return OtherTable(tuple((label or None, *row) for label, row in headed))


def is_figure(value: Value) -> bool:
    """Tell whether a loose cell holds a number, as one or as text."""
    return read_number(value) is not None


def _table(rows: Sequence[LooseRow], lang: str) -> OtherTable:
    columns = sorted({column for row in rows for column, _, _ in row.cells})
    cells = [
        {column: printed(value, code, lang) for column, value, code in row.cells} for row in rows
    ]
    return OtherTable(tuple(tuple(row.get(column) for column in columns) for row in cells))


def printed(value: Value, code: str, lang: str) -> Printed:
    """Return what a cell prints: its number rounded as shown, everything else as its text."""
    shown = number_format(code)
    if shown.moment is None and not shown.is_fraction and not isinstance(value, str):
        reading = read_number(value, code)
        if reading is not None:
            return rounded(exact(reading.number), reading.decimals)
    return tidy(cell_text(value, code, lang)) or None


def _words(value: Value, code: str, lang: str) -> str:
    shown = printed(value, code, lang)
    if isinstance(shown, Decimal):
        return f"{shown:,f}".replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212")
    return shown or ""
