"""What every sheet is written with: the workbook, its formats, the city's words and figures."""

from dataclasses import dataclass

from xlsxwriter import Workbook

from workbook.source import City
from workbook.styles import Styles


@dataclass(frozen=True, slots=True)
class Draft:
    """A master being written."""

    workbook: Workbook
    styles: Styles
    city: City
