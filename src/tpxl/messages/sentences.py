"""From code and facts to a sentence: place, found, expected, why, what to do.

Numbers read as the report prints them, grouped with a no-break space and with a true minus sign.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tpxl.errors import TpxlError
from tpxl.messages.catalogue import Catalogue, catalogue, former
from tpxl.model import (
    CellError,
    Edit,
    Few,
    Finding,
    Line,
    Measure,
    NewValue,
    Period,
    PeriodKind,
    Related,
    Severity,
    Value,
    error_of,
)
from tpxl.terms.values import TRUTH, error_name

NO_BREAK_SPACE = "\u00a0"

_UNITS = {
    "change_percent": f"{NO_BREAK_SPACE}%",
    "share_percent": f"{NO_BREAK_SPACE}%",
    "percent": f"{NO_BREAK_SPACE}%",
}

_MOST_DIGITS = 15
"""Excel keeps no more."""

MINUS = "\u2212"


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


_PERIOD = re.compile(
    rf"(?P<mark>{'|'.join(re.escape(kind.value) for kind in PeriodKind)}) (?P<year>\d{{4}})"
)


def period_name(period: Period | str | None, words: Catalogue) -> str:
    """Return what a period is called in the catalogue's language; any other text as it is.

    >>> period_name("TP 2025", catalogue("sv")), period_name("TP 2025", catalogue("fi"))
    ('BS 2025', 'TP 2025')
    """
    text = "" if period is None else str(period)
    told = _PERIOD.fullmatch(text) if words.periods else None
    return f"{words.periods[told['mark']]} {told['year']}" if told else text


PlaceName = Callable[[str, str], str]
"""What a cell is called, by its sheet and its address."""


def phrase(finding: Finding, lang: str = "fi", name: PlaceName | None = None) -> str:
    """Return the sentences of a finding: where, found, expected; why; what to do.

    `name` calls the cells of a report, which has no addresses; its sentences may be others.
    """
    return _phrase(finding, catalogue(lang), name)


def former_phrases(finding: Finding, lang: str = "fi") -> Iterator[str]:
    """Yield what earlier versions said of a finding, the latest first, where it differed."""
    for words in former(lang):
        yield _phrase(finding, words)


def _phrase(finding: Finding, words: Catalogue, name: PlaceName | None = None) -> str:
    named: PlaceName = name or "{}!{}".format
    cell = finding.cell or ""
    if name is not None and finding.sheet and cell:
        cell = name(finding.sheet, cell)
    told = {
        **{fact: _worded(value, words, named) for fact, value in finding.facts.items()},
        "area": finding.area or finding.sheet or "",
        "sheet": finding.sheet or "",
        "cell": cell,
        "period": period_name(finding.period, words),
        "line": line_name(finding.line, words),
        "found": _in_unit(finding.found, finding.line, words),
        "expected": _in_unit(finding.expected, finding.line, words),
        "related": ", ".join(_worded(one, words, named) for one in finding.related),
    }
    absent = finding.facts.get("absent", ())
    done = words.texts.get(f"{finding.code}_explained") if finding.explanation else None
    is_unnamed = finding.facts.get("text") == "" or not finding.facts.get("labels", True)
    unnamed = words.texts.get(f"{finding.code}_unnamed") if is_unnamed else None
    is_of_report = name is not None and not is_unnamed
    of_report = words.texts.get(f"report.{finding.code}") if is_of_report else None
    said = [of_report or done or unnamed or _template(words.findings, finding.code, absent, words)]
    if finding.cause is not None:
        said.append(words.causes[finding.cause])
    if "todo" in finding.facts:
        said.append(_template(words.texts, f"todo_{finding.facts['todo']}", absent, words))
    if finding.facts.get("withheld"):
        said.append(words.texts["withheld"])
    text = " ".join(said).format_map(told)
    return text[:1].upper() + text[1:]


NAMED_SHEETS = {"Tarkistus": "Tarkistu", "Perustiedot": "Perustie"}
"""The sheets that sentences name, and how these begin in all their cases."""


def absent_sheets(sheets: Iterable[str]) -> tuple[str, ...]:
    """Return which of the sheets that sentences name a book of these sheets has not."""
    return tuple(NAMED_SHEETS.keys() - set(sheets))


def _template(
    templates: Mapping[str, str],
    code: str,
    absent: Any,  # noqa: ANN401  # a fact: names of sheets
    words: Catalogue,
) -> str:
    """Return a code's template; one that names no sheet where the book lacks the one named."""
    usual = templates[code]
    if any(NAMED_SHEETS[sheet] in usual for sheet in absent):
        return words.unnamed[code]
    return usual


def _in_unit(number: Decimal | None, line: str | None, words: Catalogue) -> str:
    if number is None:
        return ""
    return _number(number, words) + _UNITS.get((line or "").rpartition(".")[2], "")


def phrased(
    findings: Iterable[Finding], lang: str = "fi", name: PlaceName | None = None
) -> tuple[Finding, ...]:
    """Return the findings with their messages filled; `name` calls the cells of a report."""
    return tuple(replace(finding, message=phrase(finding, lang, name)) for finding in findings)


def sentence(error: TpxlError, lang: str = "fi") -> str:
    """Return one line that says what is wrong, where, and what to do."""
    return _sentence(error, catalogue(lang))


def _sentence(error: TpxlError, words: Catalogue) -> str:
    facts = {name: _worded(value, words) for name, value in error.facts.items()}
    template = _template(words.errors, error.code, error.facts.get("absent", ()), words)
    return template.format_map(facts)


def _number(number: Decimal, words: Catalogue) -> str:
    return printed(number, words.decimal_mark)


def _worded(
    value: Any,  # noqa: ANN401  # facts are of any kind
    words: Catalogue,
    name: PlaceName = "{}!{}".format,
) -> str:
    match value:
        case Decimal() | int() | CellError() | Few():
            return _held(value, words)
        case Line(measure=Measure()) | Period() | str():
            return _named(value, words)
        case TpxlError():
            return _sentence(value, words)
        case Related(sheet=sheet, cell=cell):
            return name(sheet, cell)
        case list() | tuple():
            return ", ".join(_worded(one, words, name) for one in value)
        case _:
            return "" if value is None else str(value)


def _named(value: Line | Period | str, words: Catalogue) -> str:
    return line_name(str(value), words) if isinstance(value, Line) else period_name(value, words)


def _held(value: Decimal | int | CellError | Few, words: Catalogue) -> str:
    """Return a cell's number, truth value or error as Excel shows it; of many names some."""
    if isinstance(value, Few):
        names = ", ".join(value.names)
        more = words.texts["and_more"].format(names=names, count=value.others)
        return more if value.others else names
    if isinstance(value, CellError):
        return error_name(value.code, words.lang)
    return TRUTH[words.lang][value] if isinstance(value, bool) else _number(Decimal(value), words)


def glance(
    findings: Iterable[Finding],
    figures: int,
    edits: int | None,
    lang: str,
    *,
    is_unfilled: bool = False,
) -> str:
    """Return one line: figures checked, changed, and how many findings of each severity.

    Of tables that are not filled in yet it says so instead of how many figures were checked.
    """
    words = catalogue(lang)
    told = list(findings)
    counts = Counter(one.severity for one in told if one.is_open)
    locked = sum(one.facts.get("todo") == "locked" for one in told if _is_wrong(one))
    checked = "no_figures_yet" if is_unfilled else "figures_checked"
    parts = [words.texts[checked].format(count=figures)]
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
    named = (edit.area, period_name(edit.period, words), line_name(edit.line, words))
    about = ", ".join(part for part in named if part)
    change = f"{_shown(edit.old, words)} → {_shown(edit.new, words)}"
    return f"{about}: {change}" if about else change


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


def printed(number: Decimal, decimal_mark: str = ",", decimals: int | None = None) -> str:
    r"""Return `number` as printed, with its own decimals or with `decimals`.

    >>> printed(Decimal("-2859611")), printed(Decimal("-58.1"))
    ('−2\xa0859\xa0611', '−58,1')
    """
    text = f"{number:,f}" if decimals is None else f"{number:,.{decimals}f}"
    text = text.replace(",", NO_BREAK_SPACE).replace(".", decimal_mark).replace("-", MINUS)
    return text.removeprefix(MINUS) if not any("1" <= digit <= "9" for digit in text) else text
