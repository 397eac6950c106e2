"""Findings of one cause told as one: where the first of them stands, the others named with it."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from tpxl.model import CellError, Finding, Period, Related

LOST = CellError("#REF!")
"""The error of a formula whose cell or sheet was deleted."""

_MANY_ERRORS = 3
"""More error values than these on a sheet are of one cause."""
_SEVERAL = 1


def told_once(findings: Iterable[Finding], printed: Collection[Period]) -> Iterator[Finding]:
    """Yield the findings, those of one cause together at the first one's place in the order.

    The many error values of a sheet are of one formula's mistake; a base period that is not
    `printed` anywhere in the book is one that nobody meant to print.
    """
    every = list(findings)
    groups: dict[Hashable, list[Finding]] = defaultdict(list)
    keys = [_cause(finding, printed) for finding in every]
    for finding, key in zip(every, keys, strict=True):
        if key is not None:
            groups[key].append(finding)
    told: set[Hashable] = set()
    for finding, key in zip(every, keys, strict=True):
        few = _MANY_ERRORS if finding.code != "base_missing" else _SEVERAL
        if key is None or len(groups[key]) <= few:
            yield finding
        elif key not in told:
            told.add(key)
            make = _base_absent if finding.code == "base_missing" else _error_values
            yield make(groups[key])


def _cause(finding: Finding, printed: Collection[Period]) -> Hashable:
    """Return what a finding shares with others of its cause; None where it stands alone."""
    if isinstance(finding.facts.get("text"), CellError):
        return finding.sheet
    base = finding.facts.get("base_period")
    return base if finding.code == "base_missing" and base not in printed else None


def _error_values(findings: Sequence[Finding]) -> Finding:
    errors = {finding.facts["text"] for finding in findings}
    facts = {
        "text": findings[0].facts["text"],
        "todo": "lost" if errors == {LOST} else "formulas",
    }
    return _together("error_values", findings, facts)


def _base_absent(findings: Sequence[Finding]) -> Finding:
    """Return that a base period is nowhere; the figures it leaves untied count as such."""
    areas = {finding.area for finding in findings}
    facts = {
        "base_period": findings[0].facts["base_period"],
        "untied": [Related(one.sheet or "", one.cell or "") for one in findings],
    }
    one = _together("base_absent", findings, facts)
    return one if len(areas) == 1 else replace(one, area=None)


def _together(code: str, findings: Sequence[Finding], facts: dict[str, Any]) -> Finding:
    first, *others = findings
    return replace(
        first,
        code=code,
        line=None,
        period=None,
        found=None,
        related=tuple(Related(one.sheet or "", one.cell or "") for one in others),
        facts={"count": len(findings), **facts},
    )
