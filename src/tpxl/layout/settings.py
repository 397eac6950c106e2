"""Settings tables: down or across, on any sheet, known by their words."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tpxl.layout.cells.numbers import read_number
from tpxl.layout.headers import locate_headers
from tpxl.model import (
    Address,
    Grid,
    Period,
    PeriodKind,
    Residents,
    Settings,
    Text,
    Value,
    is_nothing,
)
from tpxl.terms import fold
from tpxl.terms.periods import period_of
from tpxl.terms.settings import is_yes, setting_of, sign_of

_EPOCH = dt.date(1899, 12, 30)
_LAST_DAY = 2_958_466
_COMPANIONS = {"period": {"residents", "locked"}, "area": {"decimals"}}
"""What must stand beside the first word for it to head a settings table."""


class _Record(NamedTuple):
    """One period's or one area's settings: the cell of each by its name."""

    cells: Mapping[str, Address] = MappingProxyType({})


def locate_settings(grid: Grid, words: Sequence[Text]) -> Settings | None:
    """Return the settings typed on a sheet, None where it holds no settings table."""
    named = [(word, name) for word in words if (name := setting_of(word.text)) is not None]
    records = {kind: list(_records(grid, named, kind)) for kind in ("period", "area")}
    sign = _sign(grid, named)
    in_rows = () if records["period"] else tuple(_residents_rows(grid, words, named))
    is_settings = sign is not None or any(records.values())
    if not is_settings and not in_rows:
        return None
    residents, locked = _periods(grid, records["period"])
    names, decimals = _areas(grid, records["area"])
    return Settings(
        residents_typed=(*residents, *in_rows),
        locked=locked,
        expenses_are_negative=sign,
        area_names=names,
        decimals_per_resident=decimals,
        texts=_texts(grid) if is_settings else {},
    )


def _residents_rows(
    grid: Grid, words: Sequence[Text], named: Sequence[tuple[Text, str]]
) -> Iterator[Residents]:
    """Yield the residents in a row among the key figures, under a row of periods."""
    rows = [word for word, name in named if name == "residents"]
    headers = locate_headers(grid, words) if rows else ()
    for word in rows:
        above = [one for one in headers if one.row < word.row]
        for heading in above[-1].headings if above else ():
            at = Address(word.row, heading.address.column)
            reading = read_number(grid.value(at)) if at.column > word.column else None
            if reading is not None:
                yield Residents(heading.period, reading.number, grid.sheet, at)


def _records(grid: Grid, named: Sequence[tuple[Text, str]], kind: str) -> Iterator[_Record]:
    """Yield the records of the tables that a word of `kind` heads, down and across."""
    for head, name in named:
        if name != kind:
            continue
        row, column = head.row, head.column
        beside = {n: w.column for w, n in reversed(named) if w.row == row and w.column > column}
        below = {n: w.row for w, n in reversed(named) if w.column == column and w.row > row}
        if beside.keys() & _COMPANIONS[kind]:
            yield from _down(grid, head, {**beside, kind: head.column}, kind)
        elif below.keys() & _COMPANIONS[kind]:
            rows = {**below, kind: head.row}
            for across in grid.row(row):
                if across > column:
                    yield _Record({n: Address(at, across) for n, at in rows.items()})


def _down(grid: Grid, head: Text, columns: Mapping[str, int], kind: str) -> Iterator[_Record]:
    """Yield the rows under a heading; areas end at an empty cell, periods know themselves."""
    for row in range(head.row + 1, grid.last_row + 1):
        if is_nothing(grid.row(row).get(head.column)):
            if kind == "area":
                return
            continue
        yield _Record({name: Address(row, column) for name, column in columns.items()})


def _periods(
    grid: Grid, records: Sequence[_Record]
) -> tuple[tuple[Residents, ...], dict[Period, bool]]:
    residents = []
    locked: dict[Period, bool] = {}
    for record in records:
        value = grid.value(record.cells["period"])
        found = period_of(value) if isinstance(value, str) else None
        if found is None:
            continue
        period = Period(PeriodKind(found[0]), found[1])
        typed = _residents(grid, record, period)
        if typed is not None:
            residents.append(typed)
        is_locked = is_yes(_cell(grid, record, "locked"))
        if is_locked is not None:
            locked[period] = is_locked
    return tuple(residents), locked


def _residents(grid: Grid, record: _Record, period: Period) -> Residents | None:
    if "residents" not in record.cells:
        return None
    at = record.cells["residents"]
    reading = read_number(grid.value(at))
    if reading is None:
        return None
    return Residents(
        period=period,
        number=reading.number,
        sheet=grid.sheet,
        address=at,
        date=_date(_cell(grid, record, "date")),
        status=_text(_cell(grid, record, "status")),
        source=_text(_cell(grid, record, "source")),
    )


def _areas(grid: Grid, records: Sequence[_Record]) -> tuple[tuple[str, ...], dict[str, int]]:
    decimals: dict[str, int] = {}
    names = []
    for record in records:
        name = _text(grid.value(record.cells["area"]))
        if name is None:
            continue
        names.append(name)
        typed = read_number(_cell(grid, record, "decimals"))
        if typed is not None and typed.number >= 0:
            decimals[fold(name)] = int(typed.number)
    return tuple(names), decimals


def _sign(grid: Grid, named: Sequence[tuple[Text, str]]) -> bool | None:
    for word, name in named:
        if name != "sign":
            continue
        beside = [value for column, value in grid.row(word.row).items() if column > word.column]
        below = grid.value(Address(word.row + 1, word.column))
        for value in (*beside[:1], below):
            sign = sign_of(value) if isinstance(value, str) else None
            if sign is not None:
                return sign
    return None


def _texts(grid: Grid) -> dict[str, str]:
    """Return every label on the sheet with the one value typed beside it, by folded label.

    Values stand in one column: what stands further right is a remark, also where the value was
    emptied.
    """
    rows = [list(grid.row(row).items())[:2] for row in range(1, grid.last_row + 1)]
    pairs = [(row[0], row[1]) for row in rows if len(row) > 1]
    column = Counter(value[0] for _, value in pairs).most_common(1)[0][0] if pairs else 0
    texts: dict[str, str] = {}
    for (_, label), (at, value) in pairs:
        typed = _text(value)
        if isinstance(label, str) and typed is not None and at <= column:
            texts.setdefault(fold(label).rstrip(": "), typed)
    return texts


def _cell(grid: Grid, record: _Record, name: str) -> Value:
    return grid.value(record.cells[name]) if name in record.cells else None


def _text(value: Value) -> str | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    return " ".join(str(value).split()) or None


def _date(value: Value) -> dt.date | None:
    """Return the day of a date's serial number, or of its Finnish spelling."""
    if isinstance(value, int | float) and 1 <= value < _LAST_DAY:
        return _EPOCH + dt.timedelta(days=int(value))
    if isinstance(value, str):
        try:
            return dt.datetime.strptime(value.strip(), "%d.%m.%Y").replace(tzinfo=dt.UTC).date()
        except ValueError:
            return None
    return None
