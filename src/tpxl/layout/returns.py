"""A form that came back, read by its header words wherever rows and columns have gone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tpxl.layout.cells.text import text_at
from tpxl.layout.plain_tables import header_rows, is_empty, locate_tables
from tpxl.model import Address, Grid, Sheets, Text, error_of
from tpxl.model.plain_table import PlainTable
from tpxl.model.sending import Return, ReturnedRow, SentFigure, SentRow, Stray
from tpxl.rules.answers import fingerprint
from tpxl.terms.sending import (
    ACTION,
    ANSWER,
    ANSWER_PRINT,
    FIGURE,
    FORM,
    INDICATOR,
    KEY,
    LINE,
    PERIOD,
    ROW_PRINT,
    SENT,
    SENT_FIGURES,
    TITLE,
    fact_of,
    is_filled_by,
)

NAME_START = "tpxl_"
"""How the defined name of an answer's cell begins; the key follows, its hyphens as underscores."""


def name_of(key: str) -> str:
    """Return the defined name of the cell that a key's answer is written in."""
    return NAME_START + key.replace("-", "_")


class FormTables(NamedTuple):
    """The tables of a form: what was asked, what was sent, the figures shown."""

    form: PlainTable
    sent: PlainTable
    figures: PlainTable | None


def locate_form(book: Sheets) -> FormTables | None:
    """Return the tables of a returned form, None where it is none.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    form: PlainTable | None = None
    found: dict[object, list[PlainTable]] = {SENT: [], SENT_FIGURES: []}
    for sheet in book.sheets:
        grid = book.read(sheet)
        form = form or _asking(grid, tuple(grid.texts(FORM.is_known)))
        words = sorted({*grid.texts(SENT.is_known), *grid.texts(SENT_FIGURES.is_known)})
        for kind, table in locate_tables(grid, words, SENT, SENT_FIGURES) if words else ():
            found[kind].append(table)
    if form is None or not found[SENT]:
        return None
    return FormTables(form, found[SENT][0], next(iter(found[SENT_FIGURES]), None))


def _asking(grid: Grid, words: Sequence[Text]) -> PlainTable | None:
    """Return the table that asks, by all headings of its row: columns may have come between."""
    for lang in FORM.words:
        for row, columns in header_rows(words, FORM, lang):
            if columns.keys() >= FORM.needed:
                return PlainTable(grid.sheet, row, columns, lang, (), row + 1)
    return None


def read_return(book: Sheets, names: Mapping[str, str], tables: FormTables) -> Return:
    """Return what stands in a form; `names` are its defined names.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    grid = book.read(tables.form.sheet)
    sent = tuple(
        SentRow(row.text(KEY), row.text(TITLE), row.text(ROW_PRINT), row.text(ANSWER_PRINT))
        for row in tables.sent.rows
        if row.text(KEY)
    )
    named = _named(names, [one.key for one in sent], tables.form.sheet)
    figures = () if tables.figures is None else tables.figures.rows
    return Return(
        facts=dict(_facts(book.read(tables.sent.sheet), tables.sent.header_row)),
        by=_filled_by(grid, tables.form.header_row),
        sent=sent,
        rows=tuple(_rows(grid, tables.form, named)),
        strays=tuple(_strays(grid, tables.form)),
        figures=tuple(
            SentFigure(row.text(LINE), row.text(PERIOD), str(row.cells.get(FIGURE, "")))
            for row in figures
        ),
    )


def _named(
    names: Mapping[str, str], keys: Sequence[str], sheet: str
) -> Mapping[Address, tuple[str, ...]]:
    """Return the keys by the cell that their names refer to, in the order they were sent."""
    found: dict[Address, list[str]] = defaultdict(list)
    for key in keys:
        said, _, cell = names.get(name_of(key), "").rpartition("!")
        if cell and said.strip("='").replace("''", "'") == sheet:
            try:
                found[Address.parse(cell)].append(key)
            except ValueError:  # it refers nowhere any more, or to several cells
                continue
    return {at: tuple(told) for at, told in found.items()}


def _facts(grid: Grid, header_row: int) -> Iterator[tuple[str, str]]:
    for row in range(1, header_row):
        cells = list(grid.row(row).items())
        for (_, label), (at, value) in pairwise(cells):
            fact = fact_of(label) if isinstance(label, str) else None
            if fact is not None:
                yield fact, text_at(grid, Address(row, at), value)


def _filled_by(grid: Grid, header_row: int) -> str:
    for row in range(1, header_row):
        for at, value in grid.row(row).items():
            if isinstance(value, str) and is_filled_by(value):
                return _text(grid, Address(row, at + 1))
    return ""


def _rows(
    grid: Grid, form: PlainTable, named: Mapping[Address, tuple[str, ...]]
) -> Iterator[ReturnedRow]:
    for row in range(form.header_row + 1, grid.last_row + 1):
        said = {column: _text(grid, Address(row, at)) for column, at in form.columns.items()}
        at = Address(row, form.columns[ANSWER])
        if said.get(KEY) or said[TITLE] or said[ANSWER] or at in named:
            asked = (said.get(column, "") for column in (TITLE, ACTION, INDICATOR))
            yield ReturnedRow(
                row=row,
                key=said.get(KEY, ""),
                title=said[TITLE],
                print=fingerprint(*asked),
                answer=said[ANSWER],
                names=named.get(at, ()),
                is_error=error_of(grid.value(at)) is not None,
            )


def _strays(grid: Grid, form: PlainTable) -> Iterator[Stray]:
    """Yield what stands in columns that the form does not have."""
    own = set(form.columns.values())
    for row in range(form.header_row + 1, grid.last_row + 1):
        for at, value in grid.row(row).items():
            if at not in own and not is_empty(value) and not grid.has_formula(Address(row, at)):
                yield Stray(row, text_at(grid, Address(row, at), value))


def _text(grid: Grid, at: Address) -> str:
    """Return a cell's text, line breaks of one kind, nothing invisible at its ends."""
    text = text_at(grid, at, grid.value(at))
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()
