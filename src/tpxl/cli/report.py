"""Results as a person reads them: at a glance first, then area by area."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from tpxl.messages import catalogue, edit_line
from tpxl.model import Edit, Finding


def finding_lines(findings: Iterable[Finding], lang: str) -> Iterator[str]:
    """Yield the findings worst first, area by area, each in its own words."""
    words = catalogue(lang)
    ordered = sorted(findings, key=lambda one: one.severity.rank)
    for severity, group in groupby(ordered, key=lambda one: one.severity):
        told = list(group)
        yield f"\n{words.severities[severity.value].capitalize()} ({len(told)})"
        for one in told:
            place = f"{one.sheet}!{one.cell}" if one.sheet and one.cell else one.sheet or ""
            yield f"  {place:<16} {one.message}" if place else f"  {one.message}"
            if one.explanation is not None:
                reason = f"{one.explanation.reason} ({one.explanation.name})"
                yield f"  {'':<16} {words.texts['explanation'].format(reason=reason)}"


def edit_lines(edits: Iterable[Edit], lang: str) -> Iterator[str]:
    """Yield the edits: where, what it was, what it is."""
    told = list(edits)
    if told:
        yield f"\n{catalogue(lang).texts['edits'].format(count=len(told))}"
    for edit in told:
        yield f"  {f'{edit.sheet}!{edit.cell}':<16} {edit_line(edit, lang)}"
