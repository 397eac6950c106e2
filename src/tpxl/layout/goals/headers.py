"""Header rows of goal tables: which column holds what.

A row is a header when a goal's word has an action's or an indicator's word to its right. A figures
table's row of periods has neither, a table of targets (`Mittari`, `Tavoite`) has its goal's word
too late: neither is ever taken for one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from tpxl.model import Address, Block, Grid, Text
from tpxl.terms.goals import Column, HeaderWord, header_word

Found = tuple[Text, HeaderWord]
"""A text of a header row, and what it says."""

_BEFORE_GOAL = frozenset({Column.NUMBER, Column.FOCUS})
_AFTER_GOAL = frozenset({Column.ACTION, Column.INDICATOR})


@dataclass(frozen=True, slots=True)
class ColumnSpan:
    """The columns that hold one kind of text, both ends included."""

    left: int
    right: int

    def __contains__(self, column: int) -> bool:
        """Tell whether the column is one of them."""
        return self.left <= column <= self.right


class GoalHeader(NamedTuple):
    """A header row: `spans` of its columns, the cell of each word, and what the words tell.

    `left` is the first column right of which the table's texts can stand: numbering and focus
    areas often have a column without a word.
    """

    top: int
    bottom: int
    left: int
    spans: Mapping[Column, ColumnSpan]
    cells: Mapping[Column, Address]
    word: str
    section: int | None
    year: int | None

    @property
    def right(self) -> int:
        """Return the last column of the table."""
        return max(span.right for span in self.spans.values())

    def is_repeated_in(self, other: "GoalHeader") -> bool:
        """Tell whether the other header has the same words over the same columns."""
        return self.spans == other.spans and self.word == other.word


def headers(grid: Grid, words: Iterable[Text]) -> Iterator[GoalHeader]:
    """Yield the header rows of goal tables among the sheet's known words, from the top."""
    known = ((text, word) for text in words if (word := header_word(text.text)) is not None)
    merged = {(block.top, block.left): block for block in grid.merged}
    for row, found in groupby(known, key=lambda pair: pair[0].row):
        chosen = _chosen(list(found))
        if chosen is not None:
            yield _header(grid, row, chosen, merged)


def parted_header(found: Sequence[Found]) -> list[Sequence[Found]]:
    """Return the words of a row by the goal tables that they head, side by side; none of another.

    A later word of a goal begins a table where what follows is a whole header, and so is what
    stands before: with an outcome of its own, or the same words. One table may name its goal twice.
    """
    for at in range(1, len(found)):
        if Column.GOAL not in found[at][1].columns:
            continue
        start = at
        while start and not _BEFORE_GOAL.isdisjoint(found[start - 1][1].columns):
            start -= 1
        first, second = (_chosen(part) for part in (found[:start], found[start:]))
        if first and second and (Column.OUTCOME in first or first.keys() == second.keys()):
            return [found[:start], *parted_header(found[start:])]
    return [found] if _chosen(found) else []


def _chosen(found: Sequence[Found]) -> dict[Column, Found] | None:
    """Return the word of each column; words with one meaning choose first, then from the left."""
    chosen: dict[Column, Found] = {}
    if not found:
        return None
    for pair in found:
        columns = pair[1].columns
        if len(columns) == 1 and _is_better(pair, chosen.get(columns[0])):
            chosen[columns[0]] = pair
    last = found[-1][0].column
    for text, word in found:
        if len(word.columns) > 1:
            column = _free(word, chosen, is_last=text.column == last)
            if column is not None:
                chosen[column] = (text, word)
    return chosen if _is_goal_table(chosen) else None


def _is_better(new: Found, old: Found | None) -> bool:
    """Tell whether a second word for a column wins: only an outcome no older does."""
    if old is None:
        return True
    return Column.OUTCOME in new[1].columns and (new[1].year or 0) >= (old[1].year or 0)


def _free(word: HeaderWord, chosen: Mapping[Column, object], *, is_last: bool) -> Column | None:
    if is_last and Column.OUTCOME in word.columns and Column.OUTCOME not in chosen:
        return Column.OUTCOME
    return next((column for column in word.columns if column not in chosen), None)


def _is_goal_table(chosen: Mapping[Column, Found]) -> bool:
    if Column.GOAL not in chosen or not _AFTER_GOAL & chosen.keys():
        return False
    goal = chosen[Column.GOAL][0].column
    after = set(Column) - {Column.FOCUS, Column.NUMBER, Column.GOAL}
    return all(chosen[column][0].column > goal for column in after & chosen.keys())


def _header(
    grid: Grid,
    row: int,
    chosen: Mapping[Column, Found],
    merged: Mapping[tuple[int, int], Block],
) -> GoalHeader:
    labelled = sorted(
        at for at, value in grid.row(row).items() if value is not None and str(value).strip()
    )
    blocks = {
        column: merged.get((row, text.column), Block(row, text.column, row, text.column))
        for column, (text, _) in chosen.items()
    }
    goal, goal_word = chosen[Column.GOAL]
    outcome = chosen.get(Column.OUTCOME)
    first = min(block.left for block in blocks.values())
    return GoalHeader(
        top=row,
        bottom=max(block.bottom for block in blocks.values()),
        left=max((at + 1 for at in labelled if at < first), default=1),
        spans={column: _span(block, labelled, chosen) for column, block in blocks.items()},
        cells={column: text.address for column, (text, _) in chosen.items()},
        word=goal.text,
        section=goal_word.section,
        year=None if outcome is None else outcome[1].year,
    )


def _span(block: Block, labelled: list[int], chosen: Mapping[Column, Found]) -> ColumnSpan:
    """Return a header's columns: its merged area and the columns without a word up to the next."""
    after = [at for at in labelled if at > block.left]
    is_last = not any(text.column > block.right for text, _ in chosen.values())
    return ColumnSpan(block.left, block.right if is_last or not after else after[0] - 1)
