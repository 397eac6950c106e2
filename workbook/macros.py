"""The seam to the macros: what makes the master a workbook with buttons."""

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet


def add_project(workbook: Workbook) -> None:
    """Put the macros into the workbook, before its sheets are made."""


def add_buttons(sheet: Worksheet, row: int) -> None:
    """Put the buttons of a sheet into its `row`, counted from zero."""
