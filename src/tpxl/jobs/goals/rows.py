"""The goal rows of a book as data, for other systems."""

from collections.abc import Iterator
from typing import Any

from tpxl.layout import Survey
from tpxl.model import Goal

FIELDS = ("focus", "goal", "action", "indicator", "outcome")


def goal_rows(found: Survey) -> Iterator[dict[str, Any]]:
    """Yield each goal: area, section, its texts on one line (None where empty), its cells.

    `cells` holds the A1 name of each text's cell by the text's name, as far as the table has it;
    `section` is None where nothing on the sheet tells it.
    """
    for area in found.goals:
        for table in area.tables:
            for goal in table.goals:
                yield {
                    "area": area.area,
                    "section": table.section,
                    **{name: _on_one_line(goal, name) for name in FIELDS},
                    "cells": {name: goal.cells[name].a1 for name in FIELDS if name in goal.cells},
                }


def _on_one_line(goal: Goal, name: str) -> str | None:
    text: str | None = getattr(goal, name)
    return None if text is None else " ".join(text.split())
