"""Which rows of a goal table make one goal.

The rules, in this order; what they cannot tell for certain is kept in `GoalReader.doubts`:

1. A row that is one line of text names a focus area when it is merged over columns of the table or
   in capitals (a numbered one in capitals only before a full row); in section 3 also when no line
   above the header and no column beside named one, and a full row follows. After a blank row any
   other such line ends the table, unless it is numbered; a number out of turn ends it too.
2. In a numbered table (a column of numbers, or numbers in the goals' cells) a number starts a goal
   and a row without one goes on with the goal above. A row without a number whose goal and two
   more texts each begin with a capital letter is a goal of its own: a doubt.
3. In a table without numbers a text in the goal's cell starts a goal, unless it begins with a small
   letter where the first goal does not: then it goes on. A row with an empty goal's cell goes on;
   when its other three texts all begin with a capital letter, that is a doubt.
4. A goal's cell merged over rows is one goal. Another cell merged over the rows of several goals is
   the text of each of them.
5. A blank row within a goal ends nothing; after one, a row with a goal and another text starts a
   goal. Three blank rows end the table. Numbers without a text are no goals.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from tpxl.layout.goals.headers import ColumnSpan, GoalHeader
from tpxl.layout.goals.headings import focus_name
from tpxl.layout.goals.rows import TEXTS, GoalRow, Piece, in_cell_number, is_in_capitals, is_title
from tpxl.model import Address, Goal, GoalDoubt
from tpxl.terms.goals import Column

_FULL = 3


class _Kind(Enum):
    START = auto()
    CONTINUE = auto()
    FOCUS = auto()
    END = auto()


@dataclass(slots=True)
class _GoalRows:
    """The rows of one goal, and the focus area they stand under."""

    focus: list[Piece]
    rows: list[GoalRow] = field(default_factory=list)


class GoalReader:
    """Reads the rows of one table, in as many parts as its header is repeated.

    `is_over` tells that something else followed the table, `focus` the focus area reached, and
    `doubts` the rows whose reading was a decision.
    """

    def __init__(self, header: GoalHeader, section: int | None, focus: Piece | None) -> None:
        """Start under `header`; `focus` is the area named above it."""
        self.header = header
        self.section = section
        self.last_row = header.bottom
        self.is_over = False
        self.doubts: list[GoalDoubt] = []
        self._groups: list[_GoalRows] = []
        self._areas: list[list[Piece]] = [[focus]] if focus else []
        self._has_outer_focus = focus is not None
        self._is_numbered = False
        self._has_in_cell_numbers = False
        self._is_small: bool | None = None

    @property
    def focus(self) -> Piece | None:
        """Return the focus area reached."""
        return _joined(self._areas[-1]) if self._areas else None

    def read(self, rows: Sequence[GoalRow]) -> None:
        """Read a part of the table; nothing once it is over."""
        self._learn(rows)
        blank = 0
        for at, row in enumerate(rows):
            if row.is_blank:
                blank += row.number is None
                continue
            kind = self._kind(row, blank, rows[at + 1 :])
            if kind is _Kind.END:
                self.is_over = True
                return
            self._take(row, kind)
            self.last_row = row.row
            blank = 0

    def goals(self) -> tuple[Goal, ...]:
        """Return the goals read so far."""
        return tuple(self._goal(group) for group in self._groups)

    def focus_areas(self) -> dict[str, Address]:
        """Return every focus area named so far with its cell."""
        found: dict[str, Address] = {}
        for area in self._areas:
            found.setdefault(_joined(area).text, area[0].at)
        return found

    def _learn(self, rows: Sequence[GoalRow]) -> None:
        """Note how the table is numbered and whether its goals begin with small letters."""
        goals = [row.texts[Column.GOAL][0].text for row in rows if Column.GOAL in row.texts]
        found = [pair for text in goals if (pair := in_cell_number(text)) is not None]
        if any(not text[:1].islower() for _, text in found) or len(found) > 1:
            self._has_in_cell_numbers = True
        self._is_numbered |= self._has_in_cell_numbers or any(
            row.number is not None and not row.is_blank for row in rows
        )
        if self._is_small is None and goals:
            self._is_small = goals[0][:1].islower()

    def _number(self, row: GoalRow) -> str | None:
        if row.number is not None or not self._has_in_cell_numbers:
            return row.number
        pieces = row.texts.get(Column.GOAL)
        pair = in_cell_number(pieces[0].text) if pieces else None
        return None if pair is None else pair[0]

    def _kind(self, row: GoalRow, blank: int, following: Sequence[GoalRow]) -> _Kind:
        number = self._number(row)
        if row.is_line:
            kind = (
                self._kind_of_line(row, blank, following)
                if number is None
                else self._kind_of_numbered_line(row, number, following)
            )
            if kind is not None:
                return kind
        if number is None and blank > 1 and row.filled < _FULL:
            return _Kind.END
        if number is not None or not self._groups:
            return _Kind.START
        if Column.GOAL in row.covered and Column.GOAL not in row.texts:
            return _Kind.CONTINUE
        starts = self._starts_numbered(row) if self._is_numbered else self._starts(row, blank)
        return _Kind.START if starts else _Kind.CONTINUE

    def _kind_of_line(self, row: GoalRow, blank: int, following: Sequence[GoalRow]) -> _Kind | None:
        """Return what a row of one text is, None where it is read like any other row."""
        if self._is_focus(row, blank, following):
            return _Kind.FOCUS
        if Column.FOCUS in row.texts and self._groups:
            return _Kind.CONTINUE
        return _Kind.END if blank or Column.GOAL not in row.texts else None

    def _kind_of_numbered_line(
        self, row: GoalRow, number: str, following: Sequence[GoalRow]
    ) -> _Kind | None:
        """Return what a numbered line of one text is, None for a goal without other texts.

        A number out of turn ends the table: the line is another section's heading.
        """
        is_capital = is_in_capitals(row.pieces[0].text) and _is_followed_by_goal(following)
        if row.is_wide or is_capital:
            return _Kind.FOCUS
        if not self._groups:
            return None
        before = self._number(self._groups[-1].rows[0])
        is_next = before is not None and _ordinal(number) == _ordinal(before) + 1
        return None if is_next else _Kind.END

    def _is_focus(self, row: GoalRow, blank: int, following: Sequence[GoalRow]) -> bool:
        text = row.pieces[0].text
        if not is_title(text) and not is_in_capitals(text):
            return False
        if row.is_wide or is_in_capitals(text) or Column.FOCUS in row.texts:
            return True
        if self._is_numbered and self._groups and not blank:
            return False
        return (
            self.section in {3, None}
            and not self._has_outer_focus
            and _is_followed_by_goal(following)
        )

    def _starts_numbered(self, row: GoalRow) -> bool:
        if Column.GOAL not in row.texts or row.filled < _FULL or not _all_capital(row):
            return False
        self.doubts.append(GoalDoubt(row.texts[Column.GOAL][0].at, is_own_goal=True))
        return True

    def _starts(self, row: GoalRow, blank: int) -> bool:
        goal = row.texts.get(Column.GOAL)
        if goal is None:
            if blank and row.filled > 1:
                return True
            if row.filled >= _FULL and _all_capital(row):
                self.doubts.append(GoalDoubt(row.pieces[0].at, is_own_goal=False))
            return False
        if blank and row.filled > 1:
            return True
        is_small = goal[0].text[:1].islower()
        return not is_small or (bool(self._is_small) and row.filled > 1)

    def _take(self, row: GoalRow, kind: _Kind) -> None:
        if kind is _Kind.FOCUS:
            named = row.pieces[0]
            self._areas.append([Piece(focus_name(named.text), named.at)])
            return
        beside = (*row.texts.get(Column.FOCUS, ()), *row.aside)
        if kind is _Kind.CONTINUE:
            if beside and self._areas:
                self._areas[-1].extend(beside)
            self._groups[-1].rows.append(row)
            return
        if beside:
            self._areas.append(list(beside))
            self._has_outer_focus = True
        self._groups.append(_GoalRows(self._areas[-1] if self._areas else [], [row]))

    def _goal(self, group: _GoalRows) -> Goal:
        pieces = {column: _texts(group.rows, column) for column in TEXTS}
        number = self._number(group.rows[0])
        texts = {column: _joined(found).text for column, found in pieces.items() if found}
        if number is not None and group.rows[0].number is None:
            texts[Column.GOAL] = texts[Column.GOAL][len(number) :].strip()
        return Goal(
            number=None if number is None else number.strip("().: "),
            focus=_joined(group.focus).text if group.focus else None,
            goal=texts.get(Column.GOAL) or None,
            action=texts.get(Column.ACTION),
            indicator=texts.get(Column.INDICATOR),
            outcome=texts.get(Column.OUTCOME),
            target=texts.get(Column.TARGET),
            cells=self._cells(group, pieces),
            rows=group.rows[-1].row - group.rows[0].row + 1,
        )

    def _cells(
        self, group: _GoalRows, pieces: Mapping[Column, Sequence[Piece]]
    ) -> dict[str, Address]:
        cells = {str(Column.FOCUS): group.focus[0].at} if group.focus else {}
        for column, found in pieces.items():
            if column in self.header.spans:
                span = self.header.spans[column]
                blank = Address(group.rows[0].row, _text_column(span, column, group))
                cells[str(column)] = found[0].at if found else blank
        return cells


def _text_column(span: ColumnSpan, column: Column, group: _GoalRows) -> int:
    """Return where an empty text belongs: beside its numbering where that fills the first cell."""
    is_beside = column is Column.GOAL and group.rows[0].number_column == span.left < span.right
    return span.left + is_beside


def _ordinal(number: str) -> int:
    """Return the last number of a numbering: 2 of ``1.2.``, 0 of ``a)``."""
    digits = re.findall(r"\d+", number)
    return int(digits[-1]) if digits else 0


def _texts(rows: Sequence[GoalRow], column: Column) -> tuple[Piece, ...]:
    """Return a column's texts in a goal's rows, or the one merged into them from above."""
    own = tuple(piece for row in rows for piece in row.texts.get(column, ()))
    if own or column not in rows[0].covered:
        return own
    return (rows[0].covered[column],)


def _joined(pieces: Sequence[Piece]) -> Piece:
    return Piece(" ".join(piece.text for piece in pieces), pieces[0].at)


def _is_followed_by_goal(following: Sequence[GoalRow]) -> bool:
    """Tell whether the next row, at most one blank one between, is a goal with another text."""
    after = next((row for row in following[:2] if not row.is_blank), None)
    if after is None or Column.GOAL not in after.texts:
        return False
    return after.filled > 1 and not after.texts[Column.GOAL][0].text[:1].islower()


def _all_capital(row: GoalRow) -> bool:
    return all(
        not row.texts[column][0].text[:1].islower() for column in TEXTS if column in row.texts
    )
