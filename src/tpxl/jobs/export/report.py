"""What an area's clean sheet holds, whatever it is written as: texts, goals, figures, a chart."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tpxl.model import Address, Line, Period

GOAL_FIELDS = ("goal", "action", "indicator", "outcome")

Printed = Decimal | str | None
"""A figure's place: its number, the text that stands there instead, None where it is not filled in.

A number has the decimals that are shown (-8.0 has one). A place that is rightly empty holds
`DASH`: a change whose base is zero or not in the book.
"""
DASH = "\u2013"


def decimals_of(number: Decimal) -> int:
    """Return how many decimals of a number are shown.

    >>> decimals_of(Decimal("-8.0")), decimals_of(Decimal(1200))
    (1, 0)
    """
    return max(0, -int(number.as_tuple().exponent))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text; `is_item` where it is an item of a list."""

    text: str
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class PrintedGoal:
    """A goal's texts by `GOAL_FIELDS`; None where nothing is written."""

    texts: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class GoalsBlock:
    """A goal table: its focus area, its headings by `GOAL_FIELDS` and its goals."""

    focus: str | None
    headings: Mapping[str, str]
    rows: tuple[PrintedGoal, ...]


@dataclass(frozen=True, slots=True)
class FiguresLine:
    """A line of a figures table: its label and its values by column, numbers as rounded.

    `line` is what its figures are of; None where that is not known.
    """

    label: str
    values: tuple[Printed, ...]
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class FiguresBlock:
    """A figures table: its corner, its columns' headings, its lines.

    `columns` are the periods of the columns, None for a column of another kind (a deviation).
    """

    corner: str
    periods: tuple[str, ...]
    lines: tuple[FiguresLine, ...]
    columns: tuple[Period | None, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherTable:
    """A table of the area that is neither goals nor figures, as it stands."""

    rows: tuple[tuple[Printed, ...], ...]

    @property
    def has_head(self) -> bool:
        """Tell whether the first row heads the others: it holds words alone, and others follow."""
        return len(self.rows) > 1 and not any(isinstance(one, Decimal) for one in self.rows[0])


@dataclass(frozen=True, slots=True)
class Chart:
    """One line over the periods: what it shows, in words and as numbers.

    `block`, `line` and `first` point at the section's `figures`: the table, the line, the period
    of the first value. `title` says the finding. `labels` are the values as printed, `kinds` the
    words for what came true and what was decided.
    """

    title: str
    description: str
    unit: str
    periods: tuple[str, ...]
    values: tuple[Decimal, ...]
    labels: tuple[str, ...]
    is_actual: tuple[bool, ...]
    kinds: tuple[str, str]
    block: int = 0
    line: int = 0
    first: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """One of the nine sections: its heading as printed and all that stands under it.

    `reasons` are what people wrote of changes of its figures, beside the findings.
    """

    number: int
    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    goals: tuple[GoalsBlock, ...] = ()
    figures: tuple[FiguresBlock, ...] = ()
    others: tuple[OtherTable, ...] = ()
    notes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    chart: Chart | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing stands under the heading."""
        return not (self.paragraphs or self.goals or self.figures or self.others or self.notes)


@dataclass(frozen=True, slots=True)
class AreaReport:
    """Everything of one area, sections in order 1 to 9; None where nothing is filled in.

    `approval` says who has found it ready or approved it when, in words. `left_out` are the filled
    cells of its sheet that are in no section; `order` are the numbers of
    the sections that are printed.
    """

    area: str
    sheet: str
    sections: tuple[Section, ...]
    city: str | None = None
    board: str | None = None
    year: int | None = None
    meeting: str | None = None
    approval: str | None = None
    left_out: tuple[Address, ...] = ()
    order: tuple[int, ...] = tuple(range(1, 10))

    @property
    def shown(self) -> tuple[Section, ...]:
        """Return the sections that are printed, in the order that finance has chosen."""
        return tuple(map(self.section, self.order))

    def section(self, number: int) -> Section:
        """Return a section by its number, 1 to 9."""
        return next(section for section in self.sections if section.number == number)
