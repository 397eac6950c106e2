"""Where words stand, column by column: which rows below another, without a look at every word."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tpxl.model import Text


class Rows:
    """The rows of words by their columns."""

    def __init__(self, words: Iterable[Text]) -> None:
        """Keep the words' places."""
        rows: dict[int, list[int]] = defaultdict(list)
        for word in words:
            rows[word.column].append(word.row)
        for of_column in rows.values():
            of_column.sort()
        self._rows = dict(rows)
        self._columns = sorted(rows)

    def count(self, columns: range, above: int) -> int:
        """Return how many words stand in the columns below a row."""
        return sum(len(rows) - bisect_right(rows, above) for rows in self._of(columns))

    def first(self, columns: range, above: int) -> int | None:
        """Return the first row below `above` with a word in the columns."""
        places = ((rows, bisect_right(rows, above)) for rows in self._of(columns))
        return min((rows[at] for rows, at in places if at < len(rows)), default=None)

    def last(self, columns: range, above: int, below: int) -> int | None:
        """Return the last row between two others with a word in the columns."""
        places = ((rows, bisect_left(rows, below)) for rows in self._of(columns))
        found = (rows[at - 1] for rows, at in places if at and rows[at - 1] > above)
        return max(found, default=None)

    def _of(self, columns: range) -> Iterator[Sequence[int]]:
        first = bisect_left(self._columns, columns.start)
        for column in self._columns[first : bisect_left(self._columns, columns.stop)]:
            yield self._rows[column]
