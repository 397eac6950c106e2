"""From code and facts to a sentence: place, found, expected, why, what to do."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tpxl.errors import TpxlError
from tpxl.messages.catalogue import Catalogue, catalogue
from tpxl.messages.numbers import NO_BREAK_SPACE, printed
from tpxl.model import CellError, Finding, Line, Measure, Period, Related
from tpxl.terms.values import TRUTH, error_name

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
    label, measure = line, ""
    for ending in filter(None, words.measures):
        if line.endswith(f".{ending}"):
            label, measure = line.removesuffix(f".{ending}"), ending
    nominative, genitive = words.lines.get(label, (label, label))
    return words.measures[measure].format(line=nominative, of_line=genitive)


def phrase(finding: Finding, lang: str = "fi") -> str:
    """Return the sentences of a finding: where, found, expected; why; what to do."""
    words = catalogue(lang)
    told = {
        **{name: _worded(value, words) for name, value in finding.facts.items()},
        "area": finding.area or finding.sheet or "",
        "sheet": finding.sheet or "",
        "cell": finding.cell or "",
        "period": finding.period or "",
        "line": line_name(finding.line, words),
        "found": _in_unit(finding.found, finding.line, words),
        "expected": _in_unit(finding.expected, finding.line, words),
        "related": ", ".join(_worded(cell, words) for cell in finding.related),
    }
    said = [words.findings[finding.code]]
    if finding.cause is not None:
        said.append(words.causes[finding.cause])
    if "todo" in finding.facts:
        said.append(words.texts[f"todo_{finding.facts['todo']}"])
    text = " ".join(said).format_map(told)
    return text[:1].upper() + text[1:]


def _in_unit(number: Decimal | None, line: str | None, words: Catalogue) -> str:
    if number is None:
        return ""
    return _number(number, words) + _UNITS.get((line or "").rpartition(".")[2], "")


def phrased(findings: Iterable[Finding], lang: str = "fi") -> tuple[Finding, ...]:
    """Return the findings with their messages filled."""
    return tuple(replace(finding, message=phrase(finding, lang)) for finding in findings)


def sentence(error: TpxlError, lang: str = "fi") -> str:
    """Return one line that says what is wrong, where, and what to do."""
    return _sentence(error, catalogue(lang))


def _sentence(error: TpxlError, words: Catalogue) -> str:
    facts = {name: _worded(value, words) for name, value in error.facts.items()}
    return words.errors[error.code].format_map(facts)


def _number(number: Decimal, words: Catalogue) -> str:
    return printed(number, words.decimal_mark)


def _worded(value: Any, words: Catalogue) -> str:  # noqa: ANN401  # facts are of any kind
    match value:
        case Decimal() | int() | CellError():
            return _held(value, words)
        case Line(measure=Measure()):
            return line_name(str(value), words)
        case TpxlError():
            return _sentence(value, words)
        case Related(sheet=sheet, cell=cell):
            return f"{sheet}!{cell}"
        case list() | tuple() if not isinstance(value, Period):  # its heading is its own
            return ", ".join(_worded(one, words) for one in value)
        case _:
            return "" if value is None else str(value)


def _held(value: Decimal | int | CellError, words: Catalogue) -> str:
    """Return a cell's number, truth value or error as Excel shows it in the language."""
    if isinstance(value, CellError):
        return error_name(value.code, words.lang)
    return TRUTH[words.lang][value] if isinstance(value, bool) else _number(Decimal(value), words)
