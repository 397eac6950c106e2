"""The rows under a goal table's header, read: texts by column, numbering, what is merged."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tpxl.layout.cells.text import text_at
from tpxl.layout.goals.headers import GoalHeader
from tpxl.layout.merged import Merged, TallArea
from tpxl.model import Address, Grid
from tpxl.terms.goals import Column
from tpxl.terms.periods import period_of, year_of

NUMBERING = re.compile(
    r"\(?[a-zåäö]{0,3}\.?\s?\d{1,2}(?:\.\d{1,2})*[a-z]?[.):]?|[a-zåäö][.)]", re.IGNORECASE
)

_NUMBERED = re.compile(
    r"(\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)\s*(?=\D)(\S.*)", re.DOTALL
)

_TITLE_LENGTH = 150

BLANK_ROWS_END = 3
"""So many blank rows end a table."""

TEXTS = (Column.GOAL, Column.ACTION, Column.INDICATOR, Column.TARGET, Column.OUTCOME)
"""The columns whose texts make a goal."""


class Piece(NamedTuple):
    """A text in a cell of a table."""

    text: str
    at: Address


class GoalRow(NamedTuple):
    """A row of a goal table: its texts by column, several where a column is several wide.

    `covered` are the cells merged from a row above into this one, by column. `aside` are texts
    left of the table's own columns: a focus area beside it, or a line that is none of the table's.
    `is_wide` tells that its first text is merged over columns of the table.
    """

    row: int
    number: str | None
    number_column: int | None
    texts: Mapping[Column, tuple[Piece, ...]]
    covered: Mapping[Column, Piece]
    aside: tuple[Piece, ...]
    is_wide: bool

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return every text of the row, from the left; numbering is none."""
        return self.aside + tuple(piece for pieces in self.texts.values() for piece in pieces)

    @property
    def is_blank(self) -> bool:
        """Tell whether the row has nothing of its own and nothing merged into it."""
        return not (self.pieces or self.covered)

    @property
    def is_line(self) -> bool:
        """Tell whether the row is one line of text, at the goal's column or left of it."""
        return (
            len(self.pieces) == 1
            and not self.covered
            and (bool(self.aside) or Column.GOAL in self.texts or Column.FOCUS in self.texts)
        )

    @property
    def filled(self) -> int:
        """Return how many of the goal's columns have a text of their own here."""
        return sum(column in self.texts for column in TEXTS)


def rows(
    grid: Grid, header: GoalHeader, last: int, merged: Merged, lang: str = "fi"
) -> Iterator[GoalRow]:
    """Yield the rows under the header down to `last`; yes and no are said in the language.

    Three blank rows end them, and a row of two or more periods, which heads a figures table. Years
    alone in the first row belong to the header.
    """
    numbers = range(header.bottom + 1, last + 1)
    blank = 0
    for row, covered in zip(numbers, _covered(grid, header, merged, numbers, lang), strict=True):
        cells = {
            column: Piece(text, Address(row, column))
            for column, value in grid.row(row).items()
            if column <= header.right or _is_period(value)
            if (text := text_at(grid, Address(row, column), value, lang))
        }
        if sum(_is_period(piece.text) for piece in cells.values()) > 1:
            return
        if row == header.bottom + 1 and cells and all(_is_year(p.text) for p in cells.values()):
            continue
        read = _row(header, row, cells, covered, merged.rights)
        blank = blank + 1 if read.is_blank and read.number is None else 0
        if blank == BLANK_ROWS_END:
            return
        yield read


def in_cell_number(text: str) -> tuple[str, str] | None:
    """Return numbering and the text after it, None where the text starts with none.

    >>> in_cell_number("2. Aktiivinen tonttimyynti")
    ('2.', 'Aktiivinen tonttimyynti')
    >>> in_cell_number("3,5/5") is None
    True
    """
    found = _NUMBERED.fullmatch(text)
    return None if found is None else (found[1], found[2].strip())


def is_title(text: str) -> bool:
    """Tell whether a line of text can name something: short, no sentence, no aside."""
    return (
        len(text) <= _TITLE_LENGTH
        and text[:1] not in "(-–•*"
        and text[-1:] not in ".,;:)"
        and not text[:1].islower()
        and any(letter.isalpha() for letter in text)
    )


def is_in_capitals(text: str) -> bool:
    """Tell whether a text is text_at in capital letters, as the report prints focus areas."""
    return text.isupper() and sum(letter.isalpha() for letter in text) > 3  # noqa: PLR2004


def _is_period(value: object) -> bool:
    return isinstance(value, str) and period_of(value) is not None


def _is_year(text: str) -> bool:
    return year_of(text) is not None


def _covered(
    grid: Grid, header: GoalHeader, merged: Merged, rows: Iterable[int], lang: str
) -> Iterator[dict[Column, Piece]]:
    """Yield for each row, downwards, the texts merged into it from above, by column.

    What reaches a row is kept by the column it begins in: over a cell there is but one area.
    """
    coming = merged.below(header.bottom)
    following = next(coming, None)
    reaching: dict[int, tuple[TallArea, Column, Piece]] = {}
    for row in rows:
        while following is not None and following.block.top < row:
            at = Address(following.block.top, following.block.left)
            told = _told(grid, header, at, lang)
            if told is not None:
                reaching[at.column] = following, *told
            following = next(coming, None)
        reaching = {at: one for at, one in reaching.items() if one[0].block.bottom >= row}
        in_order = sorted(reaching.values(), key=lambda one: one[0].place)
        yield {name: piece for _, name, piece in in_order}


def _told(grid: Grid, header: GoalHeader, at: Address, lang: str) -> tuple[Column, Piece] | None:
    """Return the text of a cell of the table, and the column it stands in."""
    column = next((name for name, span in header.spans.items() if at.column in span), None)
    text = "" if column is None else text_at(grid, at, grid.value(at), lang)
    return (column, Piece(text, at)) if text and column is not None else None


def _row(
    header: GoalHeader,
    row: int,
    cells: Mapping[int, Piece],
    covered: Mapping[Column, Piece],
    wide: Mapping[tuple[int, int], int],
) -> GoalRow:
    numbers = [at for at, piece in cells.items() if _is_number_cell(header, at, piece.text)]
    texts: dict[Column, tuple[Piece, ...]] = {}
    aside: list[Piece] = []
    for at, piece in cells.items():
        if at in numbers or at < header.left or at > header.right:
            continue
        column = next((name for name, span in header.spans.items() if at in span), None)
        if column is not None:
            texts[column] = (*texts.get(column, ()), piece)
        elif at < header.spans[Column.GOAL].left:
            aside.append(piece)
    first = min((at for at in cells if at not in numbers), default=0)
    return GoalRow(
        row=row,
        number=cells[numbers[0]].text if numbers else None,
        number_column=numbers[0] if numbers else None,
        texts=dict(sorted(texts.items(), key=lambda item: item[1][0].at)),
        covered=covered,
        aside=tuple(aside),
        is_wide=_is_wide(header, wide.get((row, first), 0)),
    )


def _is_number_cell(header: GoalHeader, at: int, text: str) -> bool:
    """Tell whether a cell before or in the goal's place is numbering and nothing else."""
    goal = header.spans[Column.GOAL]
    in_number = Column.NUMBER in header.spans and at in header.spans[Column.NUMBER]
    return (in_number or at <= goal.left) and NUMBERING.fullmatch(text) is not None


def _is_wide(header: GoalHeader, right: int) -> bool:
    goal = header.spans[Column.GOAL]
    return any(
        goal.right < span.left <= right
        for column, span in header.spans.items()
        if column not in {Column.FOCUS, Column.NUMBER}
    )
