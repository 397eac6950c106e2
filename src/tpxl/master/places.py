"""Where things stand on the sheets that other sheets point to: A1 names for formulas."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell


@dataclass(frozen=True, slots=True)
class SheetBlock:
    """A block of one sheet, rows and columns from zero."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    @property
    def a1(self) -> str:
        """Return ``'Sheet'!$A$1:$B$2``."""
        cells = xl_range_abs(self.top, self.left, self.bottom, self.right)
        return f"{quote_sheetname(self.sheet)}!{cells}"

    def column(self, column: int) -> "SheetBlock":
        """Return one column of the block, counted on the sheet."""
        return SheetBlock(self.sheet, self.top, column, self.bottom, column)


@dataclass(frozen=True, slots=True)
class SettingsPlaces:
    """Perustiedot: the cells of the city and the tables of periods and areas.

    `names` and `boards` are the columns in which areas and their own boards stand.
    """

    year: str
    board: str
    seasons: SheetBlock
    residents: SheetBlock
    areas: SheetBlock
    names: str
    boards: str


@dataclass(frozen=True, slots=True)
class AreaPlaces:
    """An area sheet: rows of its lines, columns of its periods, rows of its goal tables."""

    sheet: str
    lines: Mapping[str, int]
    columns: Mapping[str, int]
    goals: Mapping[int, tuple[int, int]]
    action_column: int
    outcome_column: int

    def cell(self, line: str, season: str) -> str:
        """Return the cell of a figure: ``'Sheet'!C7``."""
        cell = xl_rowcol_to_cell(self.lines[line], self.columns[season])
        return f"{quote_sheetname(self.sheet)}!{cell}"

    def figures(self, line: str) -> str:
        """Return the cells of a line in all periods."""
        row, columns = self.lines[line], tuple(self.columns.values())
        return SheetBlock(self.sheet, row, min(columns), row, max(columns)).a1

    def goal_column(self, section: int, column: int) -> SheetBlock:
        """Return a column of a section's goal tables, headers included."""
        first, last = self.goals[section]
        return SheetBlock(self.sheet, first, column, last, column)
