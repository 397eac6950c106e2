"""A row of the goal tables, sections 3, 4, 5, 8 and 9 of an area."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model.address import Address, Block
from tpxl.model.cell import CellError


class Goal(NamedTuple):
    """One goal: its texts as written, None where nothing is, and the cell of each.

    A text that goes over several cells is joined with a space; line breaks within a cell stay.
    Numbering is in `number` and not in `goal`. `cells` has the keys focus, goal, action,
    indicator, target and outcome as far as the table has them, for an empty text the cell where
    it belongs. `rows` is how many rows of the sheet the goal takes.
    """

    number: str | None
    focus: str | None
    goal: str | None
    action: str | None
    indicator: str | None
    outcome: str | None
    cells: Mapping[str, Address]
    target: str | None = None
    rows: int = 1


class GoalDoubt(NamedTuple):
    """A row that might belong to the goal above or be one of its own, and how it was read."""

    cell: Address
    is_own_goal: bool


class GoalTable(NamedTuple):
    """A goal table as found, its header repeated after page breaks counted as one.

    `section` is None where neither a heading nor the header tells it; `year` is the one its
    outcome is headed with. `headings` holds the printed header of each column, `focus_areas`
    every focus area the table names, those without goals included; `doubts` the rows whose reading
    was a decision, `errors` the cells of goals that hold an error value.
    """

    sheet: str
    section: int | None
    block: Block
    headings: Mapping[str, Address]
    goals: tuple[Goal, ...]
    focus_areas: Mapping[str, Address]
    year: int | None = None
    doubts: tuple[GoalDoubt, ...] = ()
    errors: Mapping[Address, CellError] = MappingProxyType({})


class AreaGoals(NamedTuple):
    """The goal tables of an area, from all sheets that bear its name; `sheet` is the first.

    `headings` tells the sheet and cell of each goal section's heading, with a table or without.
    """

    area: str
    sheet: str
    tables: tuple[GoalTable, ...]
    headings: Mapping[int, tuple[str, Address]] = MappingProxyType({})
