"""Results as a person reads them: at a glance first, then area by area."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from tpxl.messages import catalogue, line_name
from tpxl.messages.catalogue import Catalogue
from tpxl.messages.numbers import printed
from tpxl.model import CellError, Edit, Finding, NewValue, Severity, Value


def glance(findings: Iterable[Finding], figures: int, edits: int | None, lang: str) -> str:
    """Return one line: figures checked, changed, and how many findings of each severity."""
    words = catalogue(lang)
    told = list(findings)
    counts = Counter(one.severity for one in told if one.is_open)
    locked = sum(one.facts.get("todo") == "locked" for one in told if _is_wrong(one))
    parts = [words.texts["figures_checked"].format(count=figures)]
    if edits is not None:
        parts.append(words.texts["figures_changed"].format(count=edits))
    parts += [
        f"{words.severities[severity.value]} {counts[severity]}"
        for severity in Severity
        if counts[severity]
    ]
    if locked:
        parts.append(words.texts["wrong_in_locked"].format(count=locked))
    explained = sum(not one.is_open for one in told)
    if explained:
        parts.append(words.texts["explained"].format(count=explained))
    return "; ".join(parts)


def _is_wrong(finding: Finding) -> bool:
    return finding.is_open and finding.severity in {Severity.ERROR, Severity.ROUNDING}


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
    words = catalogue(lang)
    told = list(edits)
    if told:
        yield f"\n{words.texts['edits'].format(count=len(told))}"
    for edit in told:
        place = f"{edit.sheet}!{edit.cell}"
        name = ", ".join(
            filter(None, (edit.area, edit.period, line_name(edit.line, words) or None))
        )
        yield f"  {place:<16} {name}: {_shown(edit.old, words)} → {_shown(edit.new, words)}"


def _shown(value: Value | NewValue, words: Catalogue) -> str:
    if value is None:
        return words.texts["empty"]
    if isinstance(value, bool | str):
        return str(value)
    if isinstance(value, CellError):
        return value.code
    return printed(Decimal(repr(value)), words.decimal_mark)
