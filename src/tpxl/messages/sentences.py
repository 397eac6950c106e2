"""From code and facts to a sentence: place, found, expected, why, what to do."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tpxl.errors import TpxlError
from tpxl.messages.catalogue import Catalogue, catalogue
from tpxl.messages.numbers import NO_BREAK_SPACE, printed
from tpxl.model import Finding, Line, Measure, Related

_UNITS = {
    "change_percent": f"{NO_BREAK_SPACE}%",
    "share_percent": f"{NO_BREAK_SPACE}%",
    "percent": f"{NO_BREAK_SPACE}%",
}


def line_name(line: str | None, words: Catalogue) -> str:
    """Return a line's name in the catalogue's language; a label the lexicon lacks as it is.

    >>> line_name("STAFF_EXPENDITURE.change_percent", catalogue("fi"))
    'henkilöstömenojen muutos'
    """
    if line is None:
        return ""
    code, _, measure = line.partition(".")
    names = words.lines.get(code)
    if names is None:
        return line
    nominative, genitive = names
    return words.measures[measure].format(line=nominative, of_line=genitive)


def phrase(finding: Finding, lang: str = "fi") -> str:
    """Return the sentence of a finding in a language."""
    words = catalogue(lang)
    facts = {name: _worded(value, words) for name, value in finding.facts.items()}
    unit = _UNITS.get((finding.line or "").partition(".")[2], "")
    told = {
        "area": finding.area or finding.sheet or "",
        "sheet": finding.sheet or "",
        "cell": finding.cell or "",
        "period": finding.period or "",
        "line": line_name(finding.line, words),
        "found": "" if finding.found is None else _number(finding.found, words) + unit,
        "expected": "" if finding.expected is None else _number(finding.expected, words) + unit,
        "related": ", ".join(_worded(cell, words) for cell in finding.related),
    }
    text = words.findings[finding.code].format_map({**told, **facts})
    if finding.cause is not None:
        text = f"{text} {words.causes[finding.cause].format_map({**told, **facts})}"
    return text[:1].upper() + text[1:]


def phrased(findings: Iterable[Finding], lang: str = "fi") -> tuple[Finding, ...]:
    """Return the findings with their messages filled."""
    return tuple(replace(finding, message=phrase(finding, lang)) for finding in findings)


def sentence(error: TpxlError, lang: str = "fi") -> str:
    """Return one line that says what is wrong, where, and what to do."""
    words = catalogue(lang)
    facts = {name: _worded(value, words) for name, value in error.facts.items()}
    return words.errors[error.code].format_map(facts)


def _number(number: Decimal, words: Catalogue) -> str:
    return printed(number, words.decimal_mark)


def _worded(value: Any, words: Catalogue) -> str:  # noqa: ANN401  # facts are of any kind
    match value:
        case Decimal() | int():
            return _number(Decimal(value), words)
        case Line(measure=Measure()):
            return line_name(str(value), words)
        case Related(sheet=sheet, cell=cell):
            return f"{sheet}!{cell}"
        case list() | tuple():
            return ", ".join(_worded(one, words) for one in value)
        case _:
            return "" if value is None else str(value)
