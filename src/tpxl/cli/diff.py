"""``tpxl diff``: what changed between two versions of a workbook, or of a report."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tpxl.books import Book, open_book
from tpxl.books.report import ReportBook, is_report, open_report
from tpxl.cli import add_deadline
from tpxl.cli.compare import named, shown, value
from tpxl.cli.documents import finding_document, place_document
from tpxl.cli.output import Progress, outcome_of, print_outcome
from tpxl.cli.screen import one_line
from tpxl.errors import TpxlError
from tpxl.jobs.check.report import place_words
from tpxl.jobs.export.files import write_whole
from tpxl.jobs.versions.difference import (
    CAME,
    CHANGED,
    GONE,
    AreaDifference,
    BooksDifference,
    FactChange,
    difference,
    version_of,
)
from tpxl.jobs.versions.reports import ReportChange, ReportsDifference, reports_difference
from tpxl.jobs.versions.written import file_of, require_own_file
from tpxl.messages import Catalogue, catalogue, period_name
from tpxl.messages.changes import change_line
from tpxl.model.facts import FactKind

_GROUPS = {
    FactKind.FIGURE: "figures",
    FactKind.RESIDENTS: "figures",
    FactKind.ALLOCATION: "figures",
    FactKind.SETTING: "figures",
    FactKind.GOAL: "goals",
    FactKind.TEXT: "texts",
    FactKind.EXPLANATION: "explanations",
}


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "diff",
        help="näytä, mitä kahden version välillä muuttui",
        description=(
            "Kertoo alueittain, mitä luvuissa, tavoitteissa, teksteissä ja havainnoissa muuttui "
            "työkirjan tai raportin (PDF, Word) kahden version välillä. Ei muuta mitään."
        ),
    )
    parser.add_argument("old", metavar="VANHA")
    parser.add_argument("new", metavar="UUSI")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="TIEDOSTO",
        help="kirjoita muutokset myös tiedostoon: .xlsx tai .docx",
    )
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Compare the two; 1 where anything differs, 2 where they cannot be compared.

    Raises:
        TpxlError: the list of changes cannot be written where it should.
    """
    are_reports = {is_report(arguments.old), is_report(arguments.new)}
    if len(are_reports) > 1:
        raise TpxlError("diff_of_two_kinds", old=arguments.old, new=arguments.new)
    if True not in are_reports:
        return _of_books(arguments)
    if arguments.out is not None:
        raise TpxlError("diff_out_of_books", file=arguments.out)
    return _of_reports(arguments)


def _of_reports(arguments: Namespace) -> int:
    def job(book: ReportBook, progress: Progress) -> ReportsDifference:
        with open_report(arguments.old) as before:
            return reports_difference(before, book, progress)

    words = catalogue(arguments.lang)
    return print_outcome(
        arguments.new,
        outcome_of(arguments.new, arguments, job, opener=open_report),
        arguments,
        lambda one: _report_document(arguments.old, arguments.new, one),
        lambda one: _report_lines(one, words),
    )


def _of_books(arguments: Namespace) -> int:
    words = catalogue(arguments.lang)
    if arguments.out is not None:
        require_own_file(arguments.out, (arguments.old, arguments.new))

    def job(book: Book, progress: Progress) -> BooksDifference:
        with open_book(arguments.old) as before:
            old = version_of(before, arguments.lang, progress)
        result = difference(old, version_of(book, arguments.lang, progress))
        if arguments.out is not None:
            content = file_of(result, arguments.out.suffix.lower(), words)
            write_whole(arguments.out, content)
        return result

    result = outcome_of(arguments.new, arguments, job)
    return print_outcome(
        arguments.new,
        result,
        arguments,
        lambda one: _document(arguments.old, arguments.new, one),
        lambda one: _lines(one, words),
    )


_LISTS = ("changed", "gone", "came")


def _report_lines(result: ReportsDifference, words: Catalogue) -> Iterator[str]:
    """Yield how much is the same, then what changed, with its page in the newer report."""
    texts = words.texts
    yield texts["diff_same"].format(same=result.same, total=result.total)
    if result.numbers.done < result.numbers.of:
        yield texts["diff_numbers"].format(done=result.numbers.done, of=result.numbers.of)
    for name in _LISTS:
        changes: tuple[ReportChange, ...] = getattr(result, name)
        if changes:
            yield "\n" + texts[f"diff_report_{name}"].format(count=len(changes))
        for one in changes:
            place = one.new_place or one.old_place
            where = "" if place is None else place_words(place, words.lang)
            sides = " → ".join(
                shown(side, words) for side in (one.old, one.new) if side is not None
            )
            yield one_line(f"  {where:<8} {named(one.key, words)}: {sides}")


def _report_document(old: str, new: str, result: ReportsDifference) -> dict[str, Any]:
    return {
        "old": old,
        "new": new,
        "same": result.same,
        "total": result.total,
        "numbers": {"compared": result.numbers.done, "of": result.numbers.of},
        **{name: [_report_change(one) for one in getattr(result, name)] for name in _LISTS},
    }


def _report_change(one: ReportChange) -> dict[str, Any]:
    return {
        "area": one.key.area or None,
        "line": one.key.line,
        "period": one.key.period,
        "old": value(one.old),
        "new": value(one.new),
        **{f"old_{name}": told for name, told in place_document(one.old_place).items()},
        **place_document(one.new_place),
    }


def _lines(result: BooksDifference, words: Catalogue) -> Iterator[str]:
    texts = words.texts
    told = [one for one in result.areas if one.state in {CAME, GONE, CHANGED}]
    if not told:
        yield texts["diff_nothing"]
    for area in told:
        yield f"\n{one_line(area.area or texts['diff_whole_book'])}"
        if area.state == CHANGED:
            yield from _changed(area, words)
        else:
            yield f"  {texts[f'diff_area_{area.state}']}"


def _changed(area: AreaDifference, words: Catalogue) -> Iterator[str]:
    texts = words.texts
    for code, periods in zip(("gone", "came"), area.periods, strict=True):
        if periods:
            told = ", ".join(period_name(one, words) for one in periods)
            yield f"  {texts[f'diff_periods_{code}'].format(periods=told)}"
    for change in area.changes:
        yield f"  {_told(change, words)}"
    if area.follows:
        yield f"  {texts['diff_follows'].format(count=len(area.follows))}"
    for change in area.follows:
        yield f"    {_told(change, words)}"
    for code, findings in (("gone", area.findings_gone), ("new", area.findings_new)):
        if findings:
            yield f"  {texts[f'diff_findings_{code}'].format(count=len(findings))}"
        for finding in findings:
            yield f"    {one_line(finding.message)}"


def _told(change: FactChange, words: Catalogue) -> str:
    return one_line(change_line(change.key, change.old, change.new, words))


def _document(old: str, new: str, result: BooksDifference) -> dict[str, Any]:
    return {
        "old": old,
        "new": new,
        "areas": [_area(one) for one in result.areas],
    }


def _area(one: AreaDifference) -> dict[str, Any]:
    groups: dict[str, list[dict[str, Any]]] = {name: [] for name in _GROUPS.values()}
    for change in one.changes:
        groups[_GROUPS[change.key.kind]].append(_change(change))
    return {
        "area": one.area or None,
        "state": one.state,
        "periods": {"gone": list(one.periods[0]), "came": list(one.periods[1])},
        **groups,
        "follows": [_change(change) for change in one.follows],
        "findings": {
            "gone": [finding_document(finding) for finding in one.findings_gone],
            "new": [finding_document(finding) for finding in one.findings_new],
        },
    }


def _change(change: FactChange) -> dict[str, Any]:
    kind, name, part = change.key
    told = {"kind": kind.value, "old": change.old, "new": change.new}
    match kind:
        case FactKind.GOAL:
            return {**told, "goal": name, "part": part}
        case FactKind.TEXT:
            return {**told, "section": name}
        case _:
            return {**told, "line": name or None, "period": part or None}
