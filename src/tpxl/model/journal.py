"""The journal of a book's findings: as last written, with what people wrote of them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model.cell import Value


class JournalRow(NamedTuple):
    """One row of the findings: what was written by column name, and what a person keeps there.

    `kept` is by column number: reason, name, and every other column that is not the program's.
    """

    row: int
    written: Mapping[str, Value]
    kept: Mapping[int, Value] = MappingProxyType({})


class FindingsJournal(NamedTuple):
    """The table of findings (`Tarkistus`): its header's row and columns, language, and rows.

    `columns` are the program's columns by name, the person's reason and name among them.
    """

    sheet: str
    header_row: int
    columns: Mapping[str, int]
    lang: str
    rows: tuple[JournalRow, ...] = ()
