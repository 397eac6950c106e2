"""A goal table as it is printed: a table for each focus area, empty places seen as such."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from tpxl.jobs.export.loose import tidy
from tpxl.jobs.export.report import GOAL_FIELDS, GoalRow, GoalsBlock
from tpxl.layout.cells.text import text_at
from tpxl.model import Address, Goal, GoalTable, Grid

TARGET = "target"
_NUMBERING = re.compile(r"^\(?[\d.]+[.):]?")


def focus_blocks(
    table: GoalTable, grid: Grid, headings: Mapping[str, str]
) -> tuple[GoalsBlock, ...]:
    """Return the table's goals by focus area, in order; an area without goals has no rows.

    `headings` stand for columns that the table itself does not have.
    """
    own = {name: _text(grid, at) for name, at in table.headings.items()}
    printed = {name: own.get(name) or headings[name] for name in GOAL_FIELDS}
    blocks: list[tuple[Address, GoalsBlock]] = []
    for focus, goals in groupby(table.goals, key=lambda goal: goal.focus):
        group = list(goals)
        first = min((at for goal in group for at in goal.cells.values()), default=Address(1, 1))
        rows = tuple(_row(goal, own.get(TARGET, "")) for goal in group)
        blocks.append((first, GoalsBlock(_tidy(focus), printed, rows)))
    named = {goal.focus for goal in table.goals}
    blocks += [
        (at, GoalsBlock(_tidy(focus), printed, ()))
        for focus, at in table.focus_areas.items()
        if focus not in named
    ]
    if not blocks:
        blocks = [(Address(1, 1), GoalsBlock(None, printed, ()))]
    return tuple(block for _, block in sorted(blocks, key=lambda pair: pair[0]))


def left_over(table: GoalTable, grid: Grid, lang: str) -> Iterator[str]:
    """Yield the texts of the table's cells that are no goal's, no heading and no focus area."""
    said = " ".join(_said(table, grid))
    numbers = {goal.number for goal in table.goals}
    for row in range(table.block.top, table.block.bottom + 1):
        for column, value in grid.row(row).items():
            words = text_at(grid, Address(row, column), value, lang)
            if not words or not table.block.left <= column <= table.block.right:
                continue
            text = _squeezed(words)
            bare = _NUMBERING.sub("", text)
            is_told = bare in said if bare else text.strip("().: ") in numbers
            if text not in said and not is_told:
                yield tidy(words)


def _said(table: GoalTable, grid: Grid) -> Iterator[str]:
    for at in table.headings.values():
        yield _squeezed(_text(grid, at))
    yield from map(_squeezed, table.focus_areas)
    for goal in table.goals:
        for text in (goal.number, goal.focus, goal.target, *_texts(goal).values()):
            yield _squeezed(text or "")


def _row(goal: Goal, target_heading: str) -> GoalRow:
    texts = _texts(goal)
    if goal.number:
        mark = "." if goal.number.isdigit() else ""
        texts["goal"] = f"{goal.number}{mark} {texts['goal'] or ''}".rstrip()
    if goal.target:
        target = f"{target_heading}: {tidy(goal.target)}" if target_heading else tidy(goal.target)
        texts["indicator"] = "\n".join(filter(None, (texts["indicator"], target)))
    return GoalRow(texts)


def _texts(goal: Goal) -> dict[str, str | None]:
    return {name: _tidy(getattr(goal, name)) for name in GOAL_FIELDS}


def _tidy(text: str | None) -> str | None:
    return tidy(text) or None if text is not None else None


def _text(grid: Grid, at: Address) -> str:
    value = grid.value(at)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _squeezed(text: str) -> str:
    return "".join(text.split())
