"""The columns of an export of the bookkeeping, found by the words of its header row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.terms.folding import fold, key
from tpxl.terms.ledger import (
    ACCOUNT,
    AMOUNT,
    BUSINESS,
    CREDIT,
    DEBIT,
    GROUP_ACCOUNT,
    SUPPLIER,
    UNIT,
    ColumnKind,
    amounts_in,
    role_of,
)

HEADER_WITHIN = 30
"""The header row is one of the first so many."""

_CHOSEN = frozenset({ACCOUNT, UNIT, AMOUNT})
"""Columns of which there may be only one, unless a person says which."""

_YEARS = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_MONTHS = re.compile(r"(?<!\d)(\d{1,2})\.? ?- ?(\d{1,2})\.? ?/ ?20\d\d")


class AmountColumn(NamedTuple):
    """A column of amounts in a wide export."""

    column: int
    heading: str
    kind: ColumnKind


class LedgerColumns(NamedTuple):
    """Where what stands in an export: columns from 0, the header row from 1.

    `amounts` are the columns of a wide export, none of a long one. `year`, `months` and `kind` are
    told above the header row, where they are.
    """

    row: int
    width: int
    roles: Mapping[str, int]
    headings: Mapping[str, str]
    amounts: tuple[AmountColumn, ...] = ()
    year: int | None = None
    months: tuple[int, ...] = ()
    kind: str | None = None

    @property
    def has_suppliers(self) -> bool:
        """Tell whether suppliers and their business ids are told, as of invoices."""
        return SUPPLIER in self.roles and BUSINESS in self.roles

    @property
    def layout(self) -> tuple[str, ...]:
        """Return the headings of what is read: files alike in them are of one export."""
        return (*self.headings.values(), *(one.heading for one in self.amounts))


def locate_ledger(
    rows: Sequence[Sequence[str | float]], chosen: Mapping[str, str], file: str
) -> LedgerColumns | None:
    """Return the columns of the first row that heads a ledger, None where none does.

    `chosen` are headings that a person named, by role.

    Raises:
        TpxlError: two columns would do, and nobody has said which.
    """
    for at, row in enumerate(rows[:HEADER_WITHIN], 1):
        texts = [value if isinstance(value, str) else "" for value in row]
        found = _columns(texts, chosen, file)
        if found is not None:
            roles, amounts = found
            above = [str(value) for row in rows[: at - 1] for value in row if value != ""]
            headings = {role: _bare(texts[column]) for role, column in roles.items()}
            width = max((i for i, text in enumerate(texts, 1) if text.strip()), default=0)
            return LedgerColumns(at, width, roles, headings, amounts, *_told_above(above))
    return None


def _bare(heading: str) -> str:
    return " ".join(heading.split())


def _columns(
    texts: Sequence[str], chosen: Mapping[str, str], file: str
) -> tuple[dict[str, int], tuple[AmountColumn, ...]] | None:
    named: dict[str, list[tuple[int, int]]] = {}
    amounts = []
    for column, text in enumerate(texts):
        said = role_of(text)
        if said is not None:
            named.setdefault(said[0], []).append((said[1], column))
        kind = amounts_in(text)
        if kind is not None:
            amounts.append(AmountColumn(column, _bare(text), kind))
    named.update(_as_chosen(texts, chosen))
    if GROUP_ACCOUNT in named and ACCOUNT not in chosen:
        named[ACCOUNT] = [*named.get(ACCOUNT, []), *((0, at) for _, at in named[GROUP_ACCOUNT])]
        named[ACCOUNT] = [(0, at) for _, at in named[ACCOUNT]]
    has_amounts = AMOUNT in named or {DEBIT, CREDIT} <= named.keys() or amounts
    if not (UNIT in named and ACCOUNT in named and has_amounts):
        return None
    wide = _wide(amounts, named, file)
    roles = {role: _one_of(role, places, texts, file) for role, places in named.items()}
    roles.pop(GROUP_ACCOUNT, None)
    if wide:
        roles = {role: at for role, at in roles.items() if role not in {AMOUNT, DEBIT, CREDIT}}
    return roles, wide


def _as_chosen(
    texts: Sequence[str], chosen: Mapping[str, str]
) -> Mapping[str, list[tuple[int, int]]]:
    wanted = {role: key(heading) for role, heading in chosen.items()}
    places = {
        role: [(0, column) for column, text in enumerate(texts) if key(text) == heading]
        for role, heading in wanted.items()
    }
    return {role: found for role, found in places.items() if found}


def _wide(
    amounts: Sequence[AmountColumn], named: Mapping[str, list[tuple[int, int]]], file: str
) -> tuple[AmountColumn, ...]:
    """Return the columns of a wide export: amounts under kinds of figures.

    Amendments are left where the amended budget is told too. A single column whose heading is also
    a word for any amount is that of a long export, and so is one beside debit and credit.
    """
    plain = {column for _, column in named.get(AMOUNT, ())}
    is_lone = len(amounts) <= 1 and (
        all(one.column in plain for one in amounts)
        or (bool(plain) and all(one.kind.year is None for one in amounts))
    )
    is_long = {DEBIT, CREDIT} <= named.keys() or is_lone
    if is_long:
        return ()
    amended = {
        one.kind.year for one in amounts if one.kind.kind == "TA+M" and not one.kind.is_change
    }
    kept = [one for one in amounts if not (one.kind.is_change and one.kind.year in amended)]
    seen: dict[ColumnKind, AmountColumn] = {}
    for one in kept:
        first = seen.setdefault(one.kind, one)
        if first is not one:
            raise TpxlError(
                "ledger_two_columns", file=file, first=first.heading, second=one.heading, option=""
            )
    return tuple(kept)


def _one_of(role: str, places: Sequence[tuple[int, int]], texts: Sequence[str], file: str) -> int:
    best = min(rank for rank, _ in places)
    first, *others = [column for rank, column in places if rank == best]
    if others and role in _CHOSEN:
        raise TpxlError(
            "ledger_two_columns",
            file=file,
            first=_bare(texts[first]),
            second=_bare(texts[others[0]]),
            option=f"--{role}",
        )
    return first


def _told_above(texts: Iterable[str]) -> tuple[int | None, tuple[int, ...], str | None]:
    """Return the year, its months and the kind of figures that a title tells, where one does."""
    told = [fold(text) for text in texts]
    years = {int(year) for text in told for year in _YEARS.findall(text)}
    spans = {span.groups() for text in told for span in _MONTHS.finditer(text)}
    months: tuple[int, ...] = ()
    if len(spans) == 1:
        first, last = map(int, spans.pop())
        months = tuple(range(first, last + 1))
    kinds = {said.kind for text in told if (said := amounts_in(text)) is not None}
    return (
        years.pop() if len(years) == 1 else None,
        months,
        kinds.pop() if len(kinds) == 1 else None,
    )
