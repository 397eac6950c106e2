"""What the report is made of: periods, lines, cells, figures, goals, edits, findings.

Records are named tuples: nothing changes in them, thousands are made, and many are keys. A frozen
dataclass stands where a field is not compared, where iteration means the figures, and for what the
Python interface hands out.
"""

from tpxl.model.address import Address, Block, column_letters, column_number
from tpxl.model.cell import (
    Cell,
    CellError,
    Edit,
    NewValue,
    Text,
    Unvalued,
    Value,
    error_of,
    has_known_value,
    is_nothing,
    quoted,
)
from tpxl.model.figure import Area, Figure, FiguresRow, FiguresTable, Repeat
from tpxl.model.finding import Explanation, Few, Finding, Related, Severity
from tpxl.model.goal import AreaGoals, Goal, GoalDoubt, GoalTable
from tpxl.model.line import Line, Measure
from tpxl.model.period import Period, PeriodKind
from tpxl.model.settings import Residents, Settings, SettingsRecord
from tpxl.model.workbook import Grid, Hiding, Sheets

__all__ = [
    "Address",
    "Area",
    "AreaGoals",
    "Block",
    "Cell",
    "CellError",
    "Edit",
    "Explanation",
    "Few",
    "Figure",
    "FiguresRow",
    "FiguresTable",
    "Finding",
    "Goal",
    "GoalDoubt",
    "GoalTable",
    "Grid",
    "Hiding",
    "Line",
    "Measure",
    "NewValue",
    "Period",
    "PeriodKind",
    "Related",
    "Repeat",
    "Residents",
    "Settings",
    "SettingsRecord",
    "Severity",
    "Sheets",
    "Text",
    "Unvalued",
    "Value",
    "column_letters",
    "column_number",
    "error_of",
    "has_known_value",
    "is_nothing",
    "quoted",
]
