"""Results as a person reads them: at a glance first, then area by area."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from tpxl.jobs.completeness import Completeness, Part
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
                name = f" ({one.explanation.name})" if one.explanation.name else ""
                reason = f"{one.explanation.reason}{name}"
                yield f"  {'':<16} {words.texts['explanation'].format(reason=reason)}"


def edit_lines(edits: Iterable[Edit], lang: str) -> Iterator[str]:
    """Yield the edits: where, what it was, what it is."""
    told = list(edits)
    if told:
        yield f"\n{catalogue(lang).texts['edits'].format(count=len(told))}"
    for edit in told:
        yield f"  {f'{edit.sheet}!{edit.cell}':<16} {edit_line(edit, lang)}"


_LONGEST_NAME = 40


def completeness_lines(areas: Iterable[Completeness], lang: str) -> Iterator[str]:
    """Yield a table that tells how far each area is: filled in, checked, explained."""
    told, texts = list(areas), catalogue(lang).texts
    if not told:
        return
    heads = [texts[f"completeness_{part}"] for part in ("filled", "checked", "explained")]
    rows = [[_shown(part) for part in (one.filled, one.checked, one.explained)] for one in told]
    width = min(_LONGEST_NAME, max(len(one.area) for one in told))
    columns = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    yield f"\n{texts['completeness']}"
    for name, row in zip(("", *(one.area for one in told)), (heads, *rows), strict=True):
        cells = (cell.rjust(size) for cell, size in zip(row, columns, strict=True))
        yield f"  {name:<{width}}  {'  '.join(cells)}"


def _shown(part: Part) -> str:
    """Return the per cent done and the counts; a dash where there is nothing to do."""
    if part.percent is None:
        return "–"
    return f"{part.percent} % ({part.done}/{part.of})"
