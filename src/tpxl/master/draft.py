"""What every sheet is written with: the workbook, its formats, the city's words and figures."""

from dataclasses import dataclass

from xlsxwriter import Workbook

from tpxl.master.city import City
from tpxl.master.styles import MasterStyles
from tpxl.master.words import Words


@dataclass(frozen=True, slots=True)
class Draft:
    """A master being written; `words` are those of its language."""

    workbook: Workbook
    styles: MasterStyles
    city: City
    words: Words
