"""A row of the goal tables, sections 3, 4, 5, 8 and 9 of an area."""

from collections.abc import Mapping
from dataclasses import dataclass

from tpxl.model.address import Address, Block


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: its texts as written, None where nothing is, and the cell of each.

    `cells` has the keys focus, goal, action, indicator, outcome as far as the table has them.
    """

    area: str
    section: int
    sheet: str
    focus: str | None
    goal: str | None
    action: str | None
    indicator: str | None
    outcome: str | None
    cells: Mapping[str, Address]


@dataclass(frozen=True, slots=True)
class GoalTable:
    """A goal table as found: its section, focus area, header and rows."""

    sheet: str
    section: int
    block: Block
    columns: Mapping[str, int]
    goals: tuple[Goal, ...]
