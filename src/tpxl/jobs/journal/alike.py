"""One reason for many findings alike: ``Kaikki: palkankorotukset`` is written once.

It holds for each finding of the same severity, rule, line and period that has no reason of its own.
When the sheet is next written every one of them gets the reason in its own row, without the word
before it: each then holds for its own figures, and what is found later is open.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tpxl.jobs.journal.matching import Matched, explanation, matching, rule_of
from tpxl.model import Finding, Value
from tpxl.model.journal import FindingsJournal, JournalRow
from tpxl.terms.journal import ALIKE, NAME, REASON

_Key = tuple[object, ...]


def spread(journal: FindingsJournal, matched: Sequence[Matched]) -> Iterator[Matched]:
    """Yield the findings with their rows, a reason meant for all in each of those alike."""
    meant = dict(_meant(journal, matched))
    for one in matched:
        said = meant.get(_key(one.finding))
        yield one if said is None else _with_reason(journal, one, said)


def _meant(
    journal: FindingsJournal, matched: Iterable[Matched]
) -> Iterator[tuple[_Key, dict[int, Value]]]:
    """Yield what is written of a kind of findings: the reason, and the name beside it."""
    reason, name = journal.columns[REASON], journal.columns.get(NAME)
    for one in matched:
        kept = {} if one.row is None else one.row.kept
        if (found := _for_all(kept.get(reason))) is not None:
            beside = {} if name is None or name not in kept else {name: kept[name]}
            yield _key(one.finding), {reason: found, **beside}


def _for_all(value: Value) -> str | None:
    found = ALIKE.fullmatch(value.strip()) if isinstance(value, str) else None
    return None if found is None else found[1]


def _with_reason(journal: FindingsJournal, one: Matched, said: dict[int, Value]) -> Matched:
    row = one.row or JournalRow(0, {})
    own = row.kept.get(journal.columns[REASON])
    if own not in (None, "") and _for_all(own) is None:
        return one
    return Matched(one.finding, row._replace(kept={**row.kept, **said}))


def _key(finding: Finding) -> _Key:
    return finding.severity, rule_of(finding.code), finding.line, finding.period


def with_explanations(journal: FindingsJournal, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, those explained on the journal marked so."""
    if not any(journal.columns[REASON] in row.kept for row in journal.rows):
        return tuple(findings)
    return tuple(
        replace(one.finding, explanation=explanation(journal, one.row))
        for one in spread(journal, matching(journal, findings).matched)
    )
