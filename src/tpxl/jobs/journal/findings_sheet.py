"""`Tarkistus` as it should be: the findings worst first, each beside what people wrote of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.jobs.journal.matching import Matched, matching
from tpxl.jobs.journal.rules import rule_name, rule_of
from tpxl.messages import catalogue, line_name, phrase
from tpxl.model import Address, Edit, Finding, Grid, NewValue, Severity, Value
from tpxl.model.journal import FindingsJournal, JournalRow
from tpxl.terms import fold
from tpxl.terms import journal as column

PASSING = frozenset({"formulas_wait"})
"""Findings about the file's state at the moment: not written, or each run would differ."""

_LAST = len(Severity)


class _Line(NamedTuple):
    """A row to write: the program's cells by column name, the person's by column number."""

    written: Mapping[str, NewValue]
    kept: Mapping[int, Value]


def findings_edits(
    journal: FindingsJournal,
    grid: Grid,
    findings: Iterable[Finding],
    areas: Sequence[str],
    waiting: Collection[str] = (),
) -> Iterator[Edit]:
    """Yield the edits that bring the journal up to date; none where nothing has changed.

    `areas` are the areas' names in the book's order. On the sheets of `waiting`, formulas await
    recalculation and what was found there before is not known to be gone: those rows stay.
    """
    told = [finding for finding in findings if finding.code not in PASSING]
    found = matching(journal, told)
    lines = [_written(journal, one) for one in found.matched]
    gone = []
    for row in found.left:
        is_standing = _is_standing(row, journal.lang)
        if is_standing and _text(row.written.get(column.SHEET)) in waiting:
            lines.append(_Line(_as_new(row.written), row.kept))
        elif row.kept:
            gone.append(_gone(row, journal.lang))
    ranks = _Order(journal.lang, {fold(area): rank for rank, area in enumerate(areas)})
    ordered = [*sorted(lines, key=ranks.of), *gone]
    yield from _edits(journal, grid, ordered)


class _Order(NamedTuple):
    """Worst first, by area, then by place."""

    lang: str
    ranks: Mapping[str, int]

    def of(self, line: _Line) -> tuple[object, ...]:
        """Return what a row is sorted by."""
        said = {name: _text(value) for name, value in line.written.items()}
        area = fold(said.get(column.AREA, ""))
        return (
            _rank(said.get(column.SEVERITY, ""), self.lang),
            self.ranks.get(area, len(self.ranks)),
            area,
            said.get(column.SHEET, ""),
            _address(said.get(column.CELL, "")),
            said.get(column.RULE, ""),
            said.get(column.MESSAGE, ""),
        )


def _rank(word: str, lang: str) -> int:
    words = catalogue(lang).severities
    return next((one.rank for one in Severity if words[one.value] == word), _LAST)


def _address(cell: str) -> Address:
    try:
        return Address.parse(cell)
    except ValueError:
        return Address(0, 0)


def _written(journal: FindingsJournal, one: Matched) -> _Line:
    finding, words = one.finding, catalogue(journal.lang)
    return _Line(
        {
            column.SEVERITY: words.severities[finding.severity.value],
            column.AREA: finding.area,
            column.PERIOD: finding.period,
            column.LINE: line_name(finding.line, words) or None,
            column.FOUND: _stored(finding.found),
            column.EXPECTED: _stored(finding.expected),
            column.RULE: rule_name(rule_of(finding.code), journal.lang),
            column.MESSAGE: phrase(finding, journal.lang),
            column.SHEET: finding.sheet,
            column.CELL: finding.cell,
        },
        one.row.kept if one.row is not None else {},
    )


def _gone(row: JournalRow, lang: str) -> _Line:
    """Return a row whose finding is no more, or has other figures now: its words are kept."""
    written = {**_as_new(row.written), column.SEVERITY: catalogue(lang).texts["journal_gone"]}
    return _Line(written, row.kept)


def _is_standing(row: JournalRow, lang: str) -> bool:
    word = _text(row.written.get(column.SEVERITY))
    return bool(word) and word != catalogue(lang).texts["journal_gone"]


def _edits(journal: FindingsJournal, grid: Grid, lines: Sequence[_Line]) -> Iterator[Edit]:
    own = {
        name: at for name, at in journal.columns.items() if name not in {column.REASON, column.NAME}
    }
    everywhere = {*own.values(), *(at for row in journal.rows for at in row.kept)}
    first = journal.header_row + 1
    last = max([first + len(lines), *(row.row + 1 for row in journal.rows)])
    for index, row in enumerate(range(first, last)):
        line = lines[index] if index < len(lines) else _Line({}, {})
        wanted: dict[int, Value] = {own[name]: line.written.get(name) for name in own}
        wanted |= {at: line.kept.get(at) for at in everywhere if at not in wanted}
        for at, new in sorted(wanted.items()):
            address = Address(row, at)
            old = grid.value(address)
            if new == (None if old == "" else old) or grid.has_formula(address):
                continue
            yield Edit(grid.sheet, address.a1, _new(new), old)


def _as_new(written: Mapping[str, Value]) -> dict[str, NewValue]:
    return {name: _new(value) for name, value in written.items()}


def _new(value: Value) -> NewValue:
    return value if value is None or isinstance(value, bool | int | float | str) else value.code


def _stored(number: object) -> int | float | None:
    if number is None:
        return None
    whole = float(str(number))
    return int(whole) if whole.is_integer() else whole


def _text(value: Value) -> str:
    return "" if value is None else str(getattr(value, "code", value))
