"""Results in a few words: counts at a glance, and an edit in one line."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from tpxl.messages.catalogue import Catalogue, catalogue
from tpxl.messages.numbers import printed
from tpxl.messages.sentences import line_name
from tpxl.model import Edit, Finding, NewValue, Severity, Value, error_of
from tpxl.terms.values import TRUTH, error_name

_MOST_DIGITS = 15
"""Excel keeps no more."""


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


def edit_line(edit: Edit, lang: str) -> str:
    """Return what an edit is about and from what to what: area, period, line, old, new."""
    words = catalogue(lang)
    named = (edit.area, edit.period, line_name(edit.line, words))
    about = ", ".join(part for part in named if part)
    return f"{about}: {_shown(edit.old, words)} → {_shown(edit.new, words)}"


def _shown(value: Value | NewValue, words: Catalogue) -> str:
    if value is None:
        return words.texts["empty"]
    if isinstance(value, bool):
        return TRUTH[words.lang][value]
    error = error_of(value)
    if error is not None:
        return error_name(error.code, words.lang)
    if isinstance(value, str):
        return value
    number = Decimal(repr(value))
    if not isinstance(value, int):  # what a float has beyond what Excel shows is no digit of it
        number = Decimal(f"{number:.{_MOST_DIGITS}g}")
    return printed(number, words.decimal_mark)
