"""Settings tables: down or across, on any sheet, known by their words.

The settings of a book: those of all its sheets together, what stands first counting.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from tpxl.layout.cells.moments import day_of
from tpxl.layout.cells.numbers import is_wording
from tpxl.layout.cells.text import shown_heading
from tpxl.layout.headers import locate_headers
from tpxl.layout.typed_numbers import typed_number
from tpxl.model import (
    Address,
    Finding,
    Grid,
    Period,
    PeriodKind,
    Related,
    Residents,
    Settings,
    SettingsRecord,
    Text,
    Value,
    is_nothing,
)
from tpxl.model.finding import Severity
from tpxl.terms import fold
from tpxl.terms.periods import period_of, year_of
from tpxl.terms.settings import (
    DECIMALS_RANGE,
    RANGES,
    RESIDENTS_RANGE,
    TITLES,
    Range,
    is_final,
    is_yes,
    setting_of,
    sign_of,
)

_COMPANIONS = {"period": {"residents", "locked"}, "area": {"decimals", "address"}}
"""What must stand beside the first word for it to head a settings table."""


class _Record(NamedTuple):
    """One period's or one area's settings: the cell of each, and of its label, by its name."""

    cells: Mapping[str, Address] = MappingProxyType({})
    labels: Mapping[str, str] = MappingProxyType({})
    is_row: bool = True


def locate_settings(grid: Grid, words: Sequence[Text]) -> Settings | None:
    """Return the settings typed on a sheet, None where it holds no settings table."""
    named = [(word, name) for word in words if (name := setting_of(word.text)) is not None]
    records = {kind: list(_records(grid, named, kind)) for kind in ("period", "area")}
    sign = _sign(grid, named)
    findings: list[Finding] = []
    in_rows: tuple[Residents, ...] = ()
    if not records["period"]:
        in_rows = tuple(_residents_rows(grid, words, named, findings))
    is_settings = sign is not None or any(records.values())
    if not is_settings and not in_rows and not findings:
        return None
    residents, locked = _periods(grid, records["period"], findings)
    names, decimals = _areas(grid, records["area"], findings)
    texts = _texts(grid, findings) if is_settings else {}
    return Settings(
        residents_typed=(*residents, *in_rows),
        locked=locked,
        expenses_are_negative=sign,
        area_names=names,
        decimals_per_resident=decimals,
        boards=dict(_boards(grid, records["area"])),
        texts={name: text for name, (text, _) in texts.items()},
        places={name: (grid.sheet, at) for name, (_, at) in texts.items()},
        records=tuple(_told(grid, records)),
        findings=tuple(findings),
    )


def _told(grid: Grid, records: Mapping[str, Sequence[_Record]]) -> Iterator[SettingsRecord]:
    """Yield the records that say whose they are."""
    for record in records["period"]:
        period = _period(grid, record.cells["period"])
        if period is not None:
            yield SettingsRecord(period, grid.sheet, record.cells, record.is_row)
    for record in records["area"]:
        name = _text(grid.value(record.cells["area"]))
        if name is not None:
            yield SettingsRecord(name, grid.sheet, record.cells, record.is_row)


def _residents_rows(
    grid: Grid,
    words: Sequence[Text],
    named: Sequence[tuple[Text, str]],
    findings: list[Finding],
) -> Iterator[Residents]:
    """Yield the residents in a row among the key figures, under a row of periods."""
    rows = [word for word, name in named if name == "residents"]
    headers = locate_headers(grid, words) if rows else ()
    for word in rows:
        above = [one for one in headers if one.row < word.row]
        for heading in above[-1].headings if above else ():
            at = Address(word.row, heading.address.column)
            if at.column > word.column:
                number = _number(grid, at, word.text, RESIDENTS_RANGE, findings)
                if number is not None:
                    yield Residents(heading.period, number, grid.sheet, at)


def _number(
    grid: Grid, at: Address, label: str, allowed: Range, findings: list[Finding]
) -> Decimal | None:
    number, finding = typed_number(grid, at, label, allowed)
    findings += [] if finding is None else [finding]
    return number


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
            labels = {n: str(grid.value(Address(at, column))) for n, at in rows.items()}
            for across in grid.row(row):
                cells = {n: Address(at, across) for n, at in rows.items()}
                if across > column and not _is_reckoned(grid, cells, kind):
                    yield _Record(cells, labels, is_row=False)


def _is_reckoned(grid: Grid, cells: Mapping[str, Address], kind: str) -> bool:
    """Tell whether all that stands under a heading is formulas: a table of results, no settings.

    What a refresh makes of them would be a setting of the next one.
    """
    return all(grid.has_formula(at) for name, at in cells.items() if name != kind)


def _down(grid: Grid, head: Text, columns: Mapping[str, int], kind: str) -> Iterator[_Record]:
    """Yield the rows under a heading; areas end at an empty cell, periods know themselves."""
    labels = {name: str(grid.value(Address(head.row, at))) for name, at in columns.items()}
    for row in range(head.row + 1, grid.last_row + 1):
        if is_nothing(grid.row(row).get(head.column)):
            if kind == "area":
                return
            continue
        yield _Record({name: Address(row, column) for name, column in columns.items()}, labels)


def _periods(
    grid: Grid, records: Sequence[_Record], findings: list[Finding]
) -> tuple[tuple[Residents, ...], dict[Period, bool]]:
    residents = []
    locked: dict[Period, bool] = {}
    for record in records:
        period = _period(grid, record.cells["period"])
        if period is None:
            continue
        typed = _residents(grid, record, period, findings)
        if typed is not None:
            residents.append(typed)
        is_locked = is_yes(_cell(grid, record, "locked"))
        if is_locked is not None:
            locked[period] = is_locked
    return tuple(residents), locked


def _period(grid: Grid, at: Address) -> Period | None:
    """Return the period of a heading; of a bare year its end, when the residents are counted."""
    value = grid.value(at)
    text = value if isinstance(value, str) else shown_heading(value, grid.number_format(at))
    found = period_of(text) if text else None
    if found is not None:
        return Period(PeriodKind(found[0]), found[1])
    year = year_of(text or value)
    return Period(PeriodKind.ACTUAL, year) if year else None


def _residents(
    grid: Grid, record: _Record, period: Period, findings: list[Finding]
) -> Residents | None:
    if "residents" not in record.cells:
        return None
    at = record.cells["residents"]
    number = _number(grid, at, record.labels["residents"], RESIDENTS_RANGE, findings)
    if number is None:
        return None
    return Residents(
        period=period,
        number=number,
        sheet=grid.sheet,
        address=at,
        date=_date(_cell(grid, record, "date")),
        status=_text(_cell(grid, record, "status")),
        source=_text(_cell(grid, record, "source")),
    )


def _areas(
    grid: Grid, records: Sequence[_Record], findings: list[Finding]
) -> tuple[tuple[str, ...], dict[str, int]]:
    decimals: dict[str, int] = {}
    names = []
    for record in records:
        name = _text(grid.value(record.cells["area"]))
        if name is None:
            continue
        names.append(name)
        if "decimals" not in record.cells:
            continue
        at = record.cells["decimals"]
        number = _number(grid, at, record.labels["decimals"], DECIMALS_RANGE, findings)
        if number is not None:
            decimals[fold(name)] = int(number)
    return tuple(names), decimals


def _boards(grid: Grid, records: Sequence[_Record]) -> Iterator[tuple[str, str]]:
    """Yield the areas that have a board of their own, folded, each with it."""
    for record in records:
        name, board = _text(grid.value(record.cells["area"])), _text(_cell(grid, record, "board"))
        if name is not None and board is not None:
            yield fold(name), board


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


def _texts(grid: Grid, findings: list[Finding]) -> dict[str, tuple[str, Address]]:
    """Return every label on the sheet with the one value typed beside it, by folded label.

    Values stand in one column: what stands further right is a remark, also where the value was
    emptied. Of a setting that is a number, one that cannot be is as good as not typed.
    """
    rows = [(row, list(grid.row(row).items())[:2]) for row in range(1, grid.last_row + 1)]
    pairs = [(row, cells[0][1], *cells[1]) for row, cells in rows if len(cells) > 1]
    column = Counter(at for _, _, at, _ in pairs).most_common(1)[0][0] if pairs else 0
    texts: dict[str, tuple[str, Address]] = {}
    for row, label, at, value in pairs:
        if not isinstance(label, str) or at > column or (name := _named(label)) in texts:
            continue
        typed = _text(value)
        if name in RANGES and not (name in TITLES and is_wording(value)):
            number = _number(grid, Address(row, at), label, RANGES[name], findings)
            typed = None if number is None else f"{number.normalize():f}".replace(".", ",")
        if typed is not None:
            texts[name] = typed, Address(row, at)
    return texts


def _named(label: str) -> str:
    return fold(label).rstrip(": ")


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
    if isinstance(value, int | float) and not isinstance(value, bool):
        return day_of(value)
    if isinstance(value, str):
        try:
            return dt.datetime.strptime(value.strip(), "%d.%m.%Y").replace(tzinfo=dt.UTC).date()
        except ValueError:
            return None
    return None


def joined_settings(found: Iterable[Settings]) -> tuple[Settings, tuple[Finding, ...]]:
    """Return the settings of all sheets joined, and what is wrong with them."""
    joined = Settings()
    for one in found:
        joined = Settings(
            residents_typed=(*joined.residents_typed, *one.residents_typed),
            locked={**one.locked, **joined.locked},
            expenses_are_negative=(
                one.expenses_are_negative
                if joined.expenses_are_negative is None
                else joined.expenses_are_negative
            ),
            area_names=(*joined.area_names, *one.area_names),
            decimals_per_resident={**one.decimals_per_resident, **joined.decimals_per_resident},
            boards={**one.boards, **joined.boards},
            texts={**one.texts, **joined.texts},
            places={**one.places, **joined.places},
            records=(*joined.records, *one.records),
            findings=(*joined.findings, *one.findings),
        )
    residents, findings = _joined_residents(joined.residents_typed)
    return joined._replace(residents=residents), (*joined.findings, *findings)


def _joined_residents(
    typed: Sequence[Residents],
) -> tuple[dict[Period, Residents], tuple[Finding, ...]]:
    """Return the row that counts for each period: the final one where both are typed.

    Two rows of one status with different numbers are reported, and neither is taken.
    """
    chosen: dict[Period, Residents] = {}
    findings = []
    by_period = sorted(typed, key=lambda row: str(row.period))
    for period, rows in groupby(by_period, key=lambda row: row.period):
        candidates = list(rows)
        final = [row for row in candidates if is_final(row.status or "")]
        candidates = final or candidates
        first, rest = candidates[0], candidates[1:]
        other = next((row for row in rest if row.number != first.number), None)
        if other is None:
            chosen[period] = first
        else:
            findings.append(_twice(period, first, other))
    return chosen, tuple(findings)


def _twice(period: Period, first: Residents, second: Residents) -> Finding:
    return Finding(
        code="residents_twice",
        severity=Severity.ERROR,
        sheet=first.sheet,
        cell=first.address.a1,
        period=str(period),
        related=(Related(second.sheet, second.address.a1),),
        facts={"first": first.number, "second": second.number},
    )
