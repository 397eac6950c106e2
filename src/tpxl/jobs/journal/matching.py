"""Which row of the journal speaks of which finding, and which reasons still hold.

A reason holds for the figure it was written about. When the printed or the computed figure has
changed since, the finding is open again and the old row is kept as it was.

By which rule a finding was made, as the journal tells it: a name for each family of codes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tpxl.messages import LANGUAGES, catalogue, former_phrases, line_name, phrase
from tpxl.model import Explanation, Finding, Value
from tpxl.model.journal import FindingsJournal, JournalRow
from tpxl.terms import fold
from tpxl.terms.journal import (
    AREA,
    CELL,
    EXPECTED,
    FOUND,
    LINE,
    MESSAGE,
    NAME,
    PERIOD,
    REASON,
    RULE,
    SHEET,
)
from tpxl.terms.periods import period_of

Key = tuple[object, ...]

_FAMILIES = (
    ("change_percent", "change"),
    ("change_over", "change"),
    ("base_missing", "change"),
    ("margin", "margin"),
    ("per_resident", "per_resident"),
    ("residents", "residents"),
    ("tie_same_figure", "same_figure"),
    ("tie_total", "total"),
    ("tie_areas_total", "total"),
    ("total_", "total"),
    ("tie_", "comparison"),
    ("table_", "comparison"),
    ("comment_", "comment"),
    ("not_round", "round"),
    ("goal", "goals"),
    ("allocation", "allocation"),
)

OTHER = "reading"

RULES = (*dict.fromkeys(rule for _, rule in _FAMILIES), OTHER)
"""Every rule; its name in a language is the text ``rule_...``."""


class Matched(NamedTuple):
    """A finding with the row that was written about it, where there is one."""

    finding: Finding
    row: JournalRow | None


class Matching(NamedTuple):
    """The findings with their rows, in the findings' order; rows that speak of no finding now."""

    matched: tuple[Matched, ...]
    left: tuple[JournalRow, ...]


def matching(journal: FindingsJournal, findings: Iterable[Finding]) -> Matching:
    """Return the findings with the rows that were written about them and the same figures.

    A row is known by its cell and rule; where cells have moved, by area, period, line and rule.
    """
    told = list(findings)
    free = {row.row: row for row in journal.rows}
    rows: list[JournalRow | None] = [None] * len(told)
    for by_place in (True, False):
        index: dict[Key, list[JournalRow]] = defaultdict(list)
        for row in free.values():
            index[_row_key(row, by_place=by_place)].append(row)
        for i, finding in enumerate(told):
            if rows[i] is not None:
                continue
            key = _finding_key(finding, journal.lang, by_place=by_place)
            best = _best(index.get(key, ()), finding, journal)
            if best is not None:
                rows[i] = best
                index[key].remove(best)
                del free[best.row]
    matched = tuple(Matched(finding, row) for finding, row in zip(told, rows, strict=True))
    return Matching(matched, tuple(free.values()))


def explanation(journal: FindingsJournal, row: JournalRow | None) -> Explanation | None:
    """Return the reason and the name a person wrote in a row, None where there is no reason."""
    if row is None:
        return None
    reason = _text(row.kept.get(journal.columns[REASON]))
    name = _text(row.kept.get(journal.columns[NAME])) if NAME in journal.columns else ""
    return Explanation(reason, name) if reason else None


def _row_key(row: JournalRow, *, by_place: bool) -> Key:
    said = row.written
    rule = rules_by_name().get(_text(said.get(RULE)))
    parts = (SHEET, CELL) if by_place else (AREA, PERIOD, LINE)
    told = (_text(said.get(part)) for part in parts)
    return (*(_told_alike(one) for one in told), rule)


def _told_alike(text: str) -> str:
    """Return a period as findings have it, whatever it is called; other text folded."""
    period = period_of(text)
    return fold("{} {}".format(*period) if period else text)


def _finding_key(finding: Finding, lang: str, *, by_place: bool) -> Key:
    parts: tuple[str | None, ...] = (finding.sheet, finding.cell)
    if not by_place:
        parts = (finding.area, finding.period, line_name(finding.line, catalogue(lang)))
    return (*(_told_alike(part or "") for part in parts), rule_of(finding.code))


def _best(
    rows: Sequence[JournalRow], finding: Finding, journal: FindingsJournal
) -> JournalRow | None:
    """Return the row about the same figures, one that a person has written in before others."""
    same = [row for row in rows if _is_same_figure(row, finding, journal.lang)]
    return min(same, key=lambda row: (not row.kept, row.row), default=None)


def _is_same_figure(row: JournalRow, finding: Finding, lang: str) -> bool:
    if finding.found is None and finding.expected is None:
        said = _text(row.written.get(MESSAGE))
        return any(said == _text(one) for one in _phrases(finding, lang))
    return _number(row.written.get(FOUND)) == finding.found and (
        _number(row.written.get(EXPECTED)) == finding.expected
    )


def _phrases(finding: Finding, lang: str) -> Iterator[str]:
    """Yield what is said of a finding, and what earlier versions said: a reason outlives words."""
    yield phrase(finding, lang)
    yield from former_phrases(finding, lang)


def _number(value: Value) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Decimal(repr(value))


def _text(value: Value) -> str:
    return "" if value is None else " ".join(str(getattr(value, "code", value)).split())


def rule_of(code: str) -> str:
    """Return the rule of a finding's code.

    >>> rule_of("margin_rounding"), rule_of("tie_deviation"), rule_of("unreadable")
    ('margin', 'comparison', 'reading')
    """
    return next((rule for start, rule in _FAMILIES if code.startswith(start)), OTHER)


def rule_name(rule: str, lang: str) -> str:
    """Return what a rule is called in a language."""
    return catalogue(lang).texts[f"rule_{rule}"]


@cache
def rules_by_name() -> dict[str, str]:
    """Return the rules by their names in every language."""
    return {rule_name(rule, lang): rule for lang in LANGUAGES for rule in RULES}
