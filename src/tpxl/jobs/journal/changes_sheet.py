"""`Muutosloki`: a row for each cell that a refresh changed."""

import datetime as dt
from collections.abc import Iterable, Iterator

from tpxl.messages import catalogue, line_name
from tpxl.model import Address, Edit, NewValue, Value
from tpxl.model.journal import ChangesJournal
from tpxl.terms import journal as column


def changes_edits(
    journal: ChangesJournal, edits: Iterable[Edit], when: dt.datetime, user: str
) -> Iterator[Edit]:
    """Yield the edits that add a row for each changed cell under the rows that are there."""
    words = catalogue(journal.lang)
    for row, edit in enumerate(edits, journal.next_row):
        told: dict[str, NewValue] = {
            column.TIME: f"{when.day}.{when.month}.{when.year} {when:%H:%M:%S}",
            column.USER: user,
            column.AREA: edit.area,
            column.LINE: line_name(edit.line, words) or None,
            column.PERIOD: edit.period,
            column.SHEET: edit.sheet,
            column.CELL: edit.cell,
            column.OLD: _told(edit.old),
            column.NEW: edit.new,
        }
        for name, at in journal.columns.items():
            if told[name] is not None:
                yield Edit(journal.sheet, Address(row, at).a1, told[name])


def _told(value: Value) -> NewValue:
    return value if value is None or isinstance(value, bool | int | float | str) else value.code
