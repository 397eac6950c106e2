"""What the texts of one row say: periods, words, names, and which of them is the row's label."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from tpxl.layout.cells.numbers import read_number
from tpxl.layout.headers import PeriodHeading, locate_headers
from tpxl.model import Address, Grid, Period, PeriodKind, Text, Value, is_nothing
from tpxl.terms import key
from tpxl.terms.allocation import LONGEST_LABEL, AllocationWord, allocation_word
from tpxl.terms.periods import period_of, scale_of

_COMPUTED = {AllocationWord.SHARE, AllocationWord.ALLOCATED}
_HEADINGS_OF_TABLE = 3


class Marks(NamedTuple):
    """A row, read: its texts by column, and what they are.

    `periods` covers every column of a merged heading; `starts` only the first.
    """

    row: int
    texts: Mapping[int, str] = MappingProxyType({})
    words: Mapping[int, AllocationWord] = MappingProxyType({})
    periods: Mapping[int, Period] = MappingProxyType({})
    starts: Mapping[int, Period] = MappingProxyType({})
    names: Mapping[int, str] = MappingProxyType({})
    has_figures: bool = False
    scale: Decimal = Decimal(1)

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands in the row."""
        return not self.texts and not self.has_figures

    @property
    def label_column(self) -> int:
        """The column of the first text, 0 where there is none."""
        return min(self.texts, default=0)

    @property
    def label(self) -> str:
        """The first text, empty where there is none."""
        return self.texts.get(self.label_column, "")

    @property
    def word(self) -> AllocationWord | None:
        """What the label says."""
        return self.words.get(self.label_column)

    @property
    def after(self) -> str:
        """The text after the label, empty where there is none."""
        return next((self.texts[column] for column in sorted(self.texts)[1:]), "")

    @property
    def heads_columns(self) -> bool:
        """Tell whether the row names kinds of figure side by side."""
        words = self.words.values()
        named = [one for one in words if one.is_of_receiver or one is AllocationWord.BASIS]
        beyond = {self.words[column] for column in self.beyond(self.words)}
        return len(named) >= _HEADINGS_OF_TABLE or not beyond.isdisjoint(_COMPUTED)

    def beyond(self, marks: Mapping[int, object]) -> tuple[int, ...]:
        """Return the columns of such marks right of the label."""
        return tuple(column for column in marks if column > self.label_column)


def rows_of(grid: Grid, words: Sequence[Text], names: frozenset[str]) -> Iterator[Marks]:
    """Yield every row of the sheet, blank ones too; `names` are the keys of areas and pools."""
    headings: dict[int, tuple[PeriodHeading, ...]] = {
        header.row: header.headings for header in locate_headers(grid, words)
    }
    for row in range(1, grid.last_row + 1):
        yield _marks(row, grid.row(row), headings.get(row, ()), names)


def _marks(
    row: int, cells: Mapping[int, Value], headings: Sequence[PeriodHeading], names: frozenset[str]
) -> Marks:
    texts = {
        column: value.strip()
        for column, value in cells.items()
        if isinstance(value, str) and not is_nothing(value) and read_number(value) is None
    }
    joined = {column: both for column, text in texts.items() if (both := word_of_period(text))}
    found = headings or tuple(_headings(row, texts, joined))
    columns = {
        column: heading.period
        for heading in found
        for column in range(heading.address.column, heading.last_column + 1)
    }
    words = {c: word for c, text in texts.items() if (word := allocation_word(text)) is not None}
    return Marks(
        row=row,
        texts=texts,
        words={
            **{column: word for column, word in words.items() if column not in columns},
            **{column: word for column, (word, _) in joined.items()},
        },
        periods=columns,
        starts={heading.address.column: heading.period for heading in found},
        names={column: text for column, text in texts.items() if key(text) in names},
        has_figures=any(
            not is_nothing(value) and column not in texts and column not in columns
            for column, value in cells.items()
            if not (columns and isinstance(value, str))
        ),
        scale=_scale(cells.values()) if columns else Decimal(1),
    )


@lru_cache(maxsize=1024)
def word_of_period(text: str) -> tuple[AllocationWord, tuple[str, int]] | None:
    """Return the word and the period of a heading that names both: ``Osuus % TA 2025``.

    >>> word_of_period("Vyörytetty € TP 2025")
    (<AllocationWord.ALLOCATED: 'allocated'>, ('TP', 2025))
    """
    pieces = text.replace(",", " ").split() if len(text) <= LONGEST_LABEL else []
    for at in range(1, len(pieces)):
        first, last = " ".join(pieces[:at]), " ".join(pieces[at:])
        for name, heading in ((first, last), (last, first)):
            word, period = allocation_word(name), period_of(heading)
            if word is not None and period is not None:
                return word, period
    return None


def _headings(
    row: int,
    texts: Mapping[int, str],
    joined: Mapping[int, tuple[AllocationWord, tuple[str, int]]],
) -> Iterator[PeriodHeading]:
    for column, text in texts.items():
        found = joined[column][1] if column in joined else period_of(text)
        if found is not None:
            period = Period(PeriodKind(found[0]), found[1])
            yield PeriodHeading(period, Address(row, column), column, scale_of(text))


def _scale(values: Iterable[Value]) -> Decimal:
    """Return the euros in one unit, where a cell beside the periods names it: ``1 000 €``."""
    units = (scale_of(value) for value in values if isinstance(value, str))
    return next((unit for unit in units if unit is not None and unit != 1), Decimal(1))
