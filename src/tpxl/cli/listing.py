"""What is told of findings: how the areas stand, what to do first, many alike in one line.

Every finding can be reached: all one by one, or those of an area or of a severity.
"""

import re
from argparse import ArgumentParser, Namespace
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tpxl.cli import refused
from tpxl.cli.output import (
    LOOKS,
    completeness_lines,
    edit_lines,
    finding_lines,
    place_of,
    without_place,
)
from tpxl.cli.screen import BOLD, GREY, PLAIN, Line, Look, screen_width, wrapped
from tpxl.errors import TpxlError
from tpxl.jobs.journal.states import todo_of
from tpxl.jobs.results import CheckResult, Completeness, RefreshResult
from tpxl.messages import LANGUAGES, Catalogue, catalogue
from tpxl.model import Edit, Few, Finding, Severity
from tpxl.terms import fold

Placed = Callable[[Finding], str]
_Key = tuple[object, ...]

MOST_FIRST = 10
"""As many things as a person keeps before their eyes."""

_MOST_AREAS, _MOST_EDITS = 8, 10
_MOST_LINES = 2
_MANY = 3
"""Two alike are told each in its own words."""
_MOST_NAMED = 3
_LONGEST_NAME = 28
_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])")
_COUNTED = (
    Severity.ERROR,
    Severity.ROUNDING,
    Severity.WARNING,
    Severity.COMMENT,
    Severity.UNVERIFIABLE,
)


class Choice(NamedTuple):
    """Which findings a person wants to see: all, those of areas, those of severities."""

    areas: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    is_all: bool = False

    @property
    def is_usual(self) -> bool:
        """Tell whether the first screen is wanted."""
        return not (self.areas or self.severities or self.is_all)

    def takes(self, finding: Finding) -> bool:
        """Tell whether a finding is wanted."""
        names = {fold(name) for name in (finding.area, finding.sheet) if name}
        is_of_area = not self.areas or any(fold(area) in names for area in self.areas)
        return is_of_area and (not self.severities or finding.severity in self.severities)


def add_choice(parser: ArgumentParser) -> None:
    """Describe what a person may choose of what is shown; JSON always has all."""
    parser.add_argument("--all", action="store_true", help="näytä kaikki havainnot yksitellen")
    parser.add_argument(
        "--area",
        action="append",
        default=[],
        metavar="NIMI",
        help="näytä vain tämän vastuualueen havainnot; voi toistaa",
    )
    parser.add_argument(
        "--severity",
        action="append",
        default=[],
        type=_severity,
        metavar="LAJI",
        help="näytä vain tämän lajin havainnot, esimerkiksi virhe tai varoitus; voi toistaa",
    )


def _severity(said: str) -> Severity:
    """Return the severity of a name in any language, or of the first letters of one."""
    names = {one.value: one for one in Severity}
    for lang in LANGUAGES:
        names |= {word: Severity(value) for value, word in catalogue(lang).severities.items()}
    near = {names[name] for name in names if said and name.startswith(said.casefold())}
    if len(near) != 1:
        raise refused("{said} ei ole havaintojen laji, esimerkiksi virhe tai varoitus", said=said)
    return near.pop()


def choice_of(arguments: Namespace) -> Choice:
    """Return what a person chose."""
    return Choice(tuple(arguments.area), tuple(arguments.severity), arguments.all)


def require_areas(result: CheckResult | RefreshResult, choice: Choice, book: str) -> None:
    """Make sure that the book has the areas that are chosen.

    Raises:
        TpxlError: it has not; the nearest name is told.
    """
    areas = [one.area for one in result.completeness]
    sheets = [one.sheet for one in result.findings if one.sheet]
    known = {fold(name): name for name in (*sheets, *areas)}
    for area in choice.areas:
        if fold(area) not in known:
            near = get_close_matches(fold(area), known, n=1)
            if near:
                raise TpxlError("area_unknown_near", book=book, area=area, near=known[near[0]])
            raise TpxlError("area_unknown", book=book, area=area, areas=Few.like(area, areas))


def result_lines(
    result: CheckResult | RefreshResult,
    choice: Choice,
    lang: str,
    placed: Placed | None = None,
) -> Iterator[Line]:
    """Yield what a check or a refresh found, as much of it as is wanted."""
    edits = result.edits if isinstance(result, RefreshResult) else ()
    if choice.is_usual:
        yield from _edited(edits, lang)
        yield from first_lines(result.findings, result.completeness, lang, placed)
        return
    if not choice.severities:
        wanted = {fold(area) for area in choice.areas}
        shown = [e for e in edits if not wanted or {fold(e.area or ""), fold(e.sheet)} & wanted]
        yield from edit_lines(shown, lang)
    findings = [finding for finding in result.findings if choice.takes(finding)]
    yield from finding_lines(findings, lang, placed)
    if not findings:
        yield f"\n{catalogue(lang).texts['none_chosen']}"
    if choice.is_all:
        yield from completeness_lines(result.completeness, lang)


def _edited(edits: Sequence[Edit], lang: str) -> Iterator[Line]:
    lines = list(edit_lines(edits, lang))
    yield from lines[: _MOST_EDITS + 1]
    if len(lines) > _MOST_EDITS + 1:
        more = len(lines) - _MOST_EDITS - 1
        yield f"  {catalogue(lang).texts['edits_more'].format(count=more)}"


def first_lines(
    findings: Iterable[Finding],
    completeness: Sequence[Completeness],
    lang: str,
    placed: Placed | None = None,
) -> Iterator[Line]:
    """Yield the areas by severity, and what to do first: what fits a screen."""
    told, words = list(findings), catalogue(lang)
    if len(told) <= MOST_FIRST:
        yield from finding_lines(told, lang, placed)
        yield from completeness_lines(completeness, lang)
        return
    yield from _area_lines(told, completeness, words)
    groups = list(alike((one for one in told if one.severity is not Severity.INFO), words))
    width = screen_width()
    yield from _heading(words.texts["first"])
    for number, group in enumerate(groups[:MOST_FIRST], start=1):
        yield from _group_lines(number, group, words, width, placed or place_of)
    shown = sum(map(len, groups[:MOST_FIRST]))
    code = "first_more" if shown < len(told) else "first_each"
    yield from _heading(words.texts[code].format(count=len(told) - shown), GREY)


def _heading(text: str, look: Look = BOLD) -> Iterator[Line]:
    yield ""
    yield ((text, look),)


def alike(findings: Iterable[Finding], words: Catalogue) -> Iterator[tuple[Finding, ...]]:
    """Yield the open findings worst first, those alike together."""
    opened = sorted((one for one in findings if one.is_open), key=lambda one: one.severity.rank)
    groups: dict[_Key, list[int]] = defaultdict(list)
    for at, finding in enumerate(opened):
        groups[_kind(finding, words)].append(at)
    apart = ([at] for group in groups.values() if len(group) < _MANY for at in group)
    together = (group for group in groups.values() if len(group) >= _MANY)
    for places in sorted((*apart, *together)):
        yield tuple(opened[at] for at in places)


def _kind(finding: Finding, words: Catalogue) -> _Key:
    if f"many.{finding.code}" in words.texts:
        return finding.severity, finding.code
    todo = finding.facts.get("todo")
    return finding.severity, finding.code, finding.cause, finding.line, finding.period, todo


def _group_lines(
    number: int, group: Sequence[Finding], words: Catalogue, width: int, placed: Placed
) -> Iterator[Line]:
    """Yield a thing to do in two lines at most: its number, its place, what and what to do."""
    first = group[0]
    label = words.severities[first.severity.value]
    sentences, tail = _told(group, words, placed)
    if _is_done_as_usual(first) and not _is_many(group, words):
        label = f"{label} ({todo_of(first, words.lang)})"
        sentences = sentences[:-1] if len(sentences) > 1 else sentences
    start = ((f"{number:>2}. ", PLAIN), (f"{label} ", LOOKS[first.severity]))
    indent = 4
    room = width - len(label) - 1
    for kept in _shorter(sentences):
        lines = list(wrapped(" ".join((*kept, *tail)), width, start, indent))
        if len(lines) <= _MOST_LINES:
            break
    else:
        cut = " ".join(sentences)[: 2 * room - indent - 6].rsplit(" ", 1)[0]
        lines = list(wrapped(f"{cut} …", width, start, indent))[:_MOST_LINES]
    yield from lines


def _is_done_as_usual(finding: Finding) -> bool:
    """Tell whether two words say what to do as well as the message's last sentence."""
    facts = finding.facts
    usual = facts.get("todo") in {"open", "locked"} and not facts.get("withheld")
    return usual and "Tarkistus" not in facts.get("absent", ())


def _is_many(group: Sequence[Finding], words: Catalogue) -> bool:
    return len(group) >= _MANY and f"many.{group[0].code}" in words.texts


def _shorter(sentences: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the sentences, then without what stands between the first and the last, then one."""
    yield sentences
    yield (sentences[0], *sentences[1:][-1:])
    yield sentences[:1]


def _told(
    group: Sequence[Finding], words: Catalogue, placed: Placed
) -> tuple[Sequence[str], Sequence[str]]:
    """Return the sentences about findings alike, and what tells of the others of them."""
    first = group[0]
    if _is_many(group, words):
        many = words.texts[f"many.{first.code}"]
        areas = dict.fromkeys(one.area or one.sheet or "" for one in group)
        sheets = dict.fromkeys(one.sheet or "" for one in group)
        named = {"areas": _names(list(areas), words), "sheets": _names(list(sheets), words)}
        return _SENTENCES.split(many.format(count=len(group), **named)), ()
    place = placed(first)
    sentences = _SENTENCES.split(without_place(first))
    sentences[0] = f"{place}: {sentences[0]}" if place else sentences[0]
    if len(group) < _MANY:
        return sentences, ()
    places = [placed(one) for one in islice(group, 1, 1 + _MOST_NAMED)]
    others = len(group) - 1
    if others > len(places):
        places.append("…")
    tail = words.texts["alike"].format(count=others, places=", ".join(places))
    return sentences, (tail,)


def _names(names: Sequence[str], words: Catalogue) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return words.texts["and_more"].format(names=shown, count=more) if more > 0 else shown


def _area_lines(
    findings: Sequence[Finding], completeness: Sequence[Completeness], words: Catalogue
) -> Iterator[Line]:
    """Yield a table: the worst areas first, how many open findings of each severity they have."""
    filled = {one.area: one.filled.percent for one in completeness}
    counts: dict[str, Counter[Severity]] = {area: Counter() for area in filled}
    for finding in findings:
        if finding.is_open:
            area = finding.area if finding.area in filled else ""
            counts.setdefault(area or "", Counter())[finding.severity] += 1
    severities = [one for one in _COUNTED if any(of[one] for of in counts.values())]
    ordered = sorted(counts, key=lambda area: [-counts[area][one] for one in severities])
    heads = [_head(one, words) for one in severities]
    rows = [
        (
            (area or words.texts["areas_whole"])[:_LONGEST_NAME],
            *(str(counts[area][one] or "–") for one in severities),
            "–" if filled.get(area) is None else f"{filled[area]} %",
        )
        for area in ordered
    ]
    shown = rows if len(rows) <= _MOST_AREAS + 1 else rows[:_MOST_AREAS]
    yield from _heading(words.texts["areas"])
    yield from _table(("", *heads, words.texts["areas_filled"]), shown)
    if len(shown) < len(rows):
        yield f"  {words.texts['areas_more'].format(count=len(rows) - len(shown))}"


def _head(severity: Severity, words: Catalogue) -> str:
    if severity is Severity.UNVERIFIABLE:
        return words.texts["areas_unverifiable"]
    return words.severities[severity.value]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Line]:
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        cells = (cell.rjust(size) for cell, size in zip(row[1:], widths[1:], strict=True))
        yield f"  {row[0]:<{widths[0]}}  {'  '.join(cells)}"


def link(path: Path) -> Look:
    """Return the look of a file's name that opens the file."""
    return Look("4", path)
