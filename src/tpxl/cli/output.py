"""What a command prints: results at a glance, then by area, progress, what a save could not keep.

Several books in one call are each done in their time, or told in one line why not.
"""

import sys
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, NamedTuple, Self, TypeVar

from tpxl.books import open_book
from tpxl.books.package import PackageBook
from tpxl.cli import FAILED, tell, unexpected
from tpxl.cli.documents import JSON_VERSION, json_text, listed
from tpxl.cli.screen import (
    BLUE,
    BOLD,
    GREY,
    PLAIN,
    RED,
    YELLOW,
    Line,
    one_line,
    screen_width,
    show,
    wrapped,
)
from tpxl.deadline import stop_if_late, within
from tpxl.errors import TpxlError
from tpxl.jobs.results import CheckResult, Completeness, RefreshResult, Share
from tpxl.messages import catalogue, edit_line, glance, sentence
from tpxl.model import Edit, Finding, Severity
from tpxl.terms import fold

Result = TypeVar("Result")
Save = Callable[[PackageBook], object]
Tell = Callable[[str, Any], None]
Document = Callable[[str, Any], dict[str, Any]]

_LONGEST_NAME = 40

QUIET_SECONDS = 0.5
"""Work that is done sooner shows nothing."""


class Progress:
    """Told after each sheet; writes over its own line, and wipes it at the end."""

    heard: ClassVar[list[Callable[[], None]]] = [stop_if_late]
    """What is told of each step; a process that works for another tells it that it lives."""

    def __init__(self, what: str) -> None:
        """Tell of work on `what`."""
        self._what = what
        self._start = time.monotonic()
        stream = getattr(sys.stderr, "unguarded", sys.stderr)  # the line's start is gone back to
        self._stream = stream
        self._is_shown = stream is not None and stream.isatty()
        self._width = 0

    def __call__(self, done: int, of: int, name: str) -> None:
        """Tell that `done` of `of` are ready, the last of them `name`."""
        for hear in self.heard:
            hear()
        if self._is_shown and time.monotonic() - self._start > QUIET_SECONDS:
            self._write(one_line(f"{self._what}: {done}/{of} {name}"))

    def _write(self, text: str) -> None:
        with suppress(OSError):  # a terminal that is gone
            self._stream.write("\r" + text.ljust(self._width))
            self._stream.flush()
        self._width = len(text)

    def __enter__(self) -> Self:
        """Return the teller."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wipe the line."""
        self.wipe()

    def wipe(self) -> None:
        """Leave an empty line, for what is printed next."""
        if self._width:
            self._write("")
            self._write("")


Job = Callable[[Any, Progress], Result]
"""What is done with what the opener opened: a workbook, where no other opener is named."""

Opener = Callable[[str], Any]
"""Opens a file, which closes itself at the end of a ``with``."""


class BookDone(NamedTuple):
    """What became of a book, once its lines are printed.

    `document` is the JSON of it, `facts` what a report on many books tells of it; `data` is what
    the command makes one thing of from all books.
    """

    status: int
    error: str | None = None
    document: dict[str, Any] | None = None
    facts: Mapping[str, Any] | None = None
    data: Any = None


class Report(NamedTuple):
    """What became of a book of many: the lines not printed yet, how long it took.

    `peak` is what its process has needed of memory until then, in MiB, None where the system does
    not tell. `kind` says that the file is none of a person's books.
    """

    done: BookDone
    out: str = ""
    err: str = ""
    seconds: float = 0.0
    peak: int | None = None
    kind: str | None = None


def run_books(
    arguments: Namespace,
    job: Job[Any],
    document: Document,
    tell_result: Tell,
    save: Save | None = None,
) -> int:
    """Do a job on every book named; print each result, or all of them as one JSON document.

    Returns the exit status: 2 when a book could not be done, or none of its figures could be
    checked; else 1 for an open error, else 0.
    """
    results = [
        book_done(path, arguments, job, document, tell_result, save=save) for path in arguments.book
    ]
    if arguments.json:
        documents = [json_text(one.document or {}) for one in results]
        print(documents[0] if len(documents) == 1 else listed(documents))
    return max(one.status for one in results)


def book_done(
    path: str,
    arguments: Namespace,
    job: Job[Any],
    document: Document,
    tell_result: Tell,
    *,
    save: Save | None = None,
    opener: Opener = open_book,
) -> BookDone:
    """Do a job on a book and print its result, or keep that for the JSON document."""
    outcome = outcome_of(path, arguments, job, save, opener)
    if isinstance(outcome, TpxlError):
        return not_done(path, tell(outcome, arguments.lang))
    untied: TpxlError | None = getattr(outcome, "untied", None)
    said = None if untied is None else tell(untied, arguments.lang)
    status = FAILED if said else int(getattr(outcome, "has_open_errors", False))
    if not arguments.json:
        tell_result(one_line(path), outcome)
        return BookDone(status, said, facts=_facts(outcome))
    told = {"version": JSON_VERSION, **document(path, outcome), **({"error": said} if said else {})}
    return BookDone(status, said, told, _facts(outcome))


def not_done(path: str, said: str) -> BookDone:
    """Return what became of a book that could not be done; `said` has told why."""
    return BookDone(FAILED, said, {"version": JSON_VERSION, "book": path, "error": said})


def _facts(result: Any) -> dict[str, Any]:  # noqa: ANN401  # a result of any command
    """Return what can be counted of a result: findings that are open by severity, edits."""
    facts: dict[str, Any] = {}
    for name in ("figures", "edits", "findings"):
        told = getattr(result, name, None)
        if name == "findings" and told is not None:
            facts[name] = dict(Counter(one.severity.value for one in told if one.is_open))
        elif told is not None:
            facts[name] = told if isinstance(told, int) else len(told)
    return facts


def keeping(arguments: Namespace) -> Save | None:
    """Return what saves a book as the command asks, and tells what could not be kept of it.

    None where the command is to show alone what it would do.
    """
    if getattr(arguments, "dry_run", False):
        return None

    def save(book: PackageBook) -> None:
        book.save(backup=not arguments.no_backup)
        print_notes(book.notes, arguments.lang)

    return save


def print_outcome(
    path: str,
    outcome: Result | TpxlError,
    arguments: Namespace,
    document: Callable[[Result], dict[str, Any]],
    lines: Callable[[Result], Iterable[Line]],
) -> int:
    """Print what became of one book, as a JSON document or in lines; return the exit status.

    It is 2 where the book could not be done, 1 where the result has open errors.
    """
    if isinstance(outcome, TpxlError):
        said = tell(outcome, arguments.lang)
        if arguments.json:
            print(json_text({"version": JSON_VERSION, "book": path, "error": said}))
        return FAILED
    if arguments.json:
        print(json_text({"version": JSON_VERSION, **document(outcome)}))
    else:
        for line in lines(outcome):
            show(line)
    return int(getattr(outcome, "has_open_errors", False))


def outcome_of(
    path: str,
    arguments: Namespace,
    job: Job[Result],
    save: Save | None = None,
    opener: Opener = open_book,
) -> Result | TpxlError:
    """Return what a job makes of a book, or why it could not be done; `save` then writes it.

    Reading and computing must be done by the deadline; a file that is written is written whole.
    """
    late = TpxlError("deadline_over", book=path, seconds=f"{arguments.deadline:g}")
    try:
        with Progress(Path(path).name) as progress, ExitStack() as opened:

            def work() -> tuple[Any, Result]:
                book = opened.enter_context(opener(path))
                return book, job(book, progress)

            book, result = within(arguments.deadline, late, work)
            if save is not None:
                save(book)
            return result
    except TpxlError as error:
        return error
    except Exception as error:  # noqa: BLE001  # of this book alone: the others are done
        return unexpected(arguments.command, error, path)


LOOKS = {
    Severity.ERROR: RED,
    Severity.ROUNDING: YELLOW,
    Severity.WARNING: YELLOW,
    Severity.COMMENT: BLUE,
    Severity.UNVERIFIABLE: GREY,
    Severity.INFO: GREY,
}
_INDENT = 6


def finding_lines(
    findings: Iterable[Finding], lang: str, placed: Callable[[Finding], str] | None = None
) -> Iterator[Line]:
    """Yield the findings worst first, area by area, each in its own words; `placed` says where."""
    where = place_of if placed is None else placed
    words, width = catalogue(lang), screen_width()
    ordered = sorted(findings, key=lambda one: one.severity.rank)
    for severity, group in groupby(ordered, key=lambda one: one.severity):
        told = list(group)
        yield ""
        heading = f"{words.severities[severity.value].capitalize()} ({len(told)})"
        yield ((heading, LOOKS[severity]),)
        for one in told:
            place = where(one)
            start = ((f"  {place}:" if place else " ", BOLD), (" ", PLAIN))
            yield from wrapped(without_place(one), width, start, _INDENT)
            if one.explanation is not None:
                name = f" ({one.explanation.name})" if one.explanation.name else ""
                reason = f"{one.explanation.reason}{name}"
                text = words.texts["explanation"].format(reason=reason)
                yield from wrapped(text, width, ((" " * _INDENT, PLAIN),), _INDENT)


def place_of(finding: Finding) -> str:
    """Return the cell of a finding as Excel calls it; its sheet where it has no cell."""
    if finding.sheet and finding.cell:
        return f"{finding.sheet}!{finding.cell}"
    return finding.sheet or ""


def without_place(finding: Finding) -> str:
    """Return a finding's message without the area that the name of its sheet tells already."""
    name = finding.area or finding.sheet or ""
    if not name or fold(name) != fold(finding.sheet or ""):
        return finding.message
    for end in (", ", ": "):
        rest = finding.message.removeprefix(f"{name}{end}")
        if rest != finding.message:
            return rest[:1].upper() + rest[1:]
    return finding.message


def glance_lines(
    result: CheckResult | RefreshResult, lang: str, edits: int | None = None
) -> Iterator[Line]:
    """Yield how many figures were checked and changed, and how many findings there are."""
    said = glance(result.findings, result.figures, edits, lang, is_unfilled=result.is_unfilled)
    yield from wrapped(said, screen_width())


def edit_lines(edits: Iterable[Edit], lang: str) -> Iterator[Line]:
    """Yield the edits: where, what it was, what it is."""
    told, width = list(edits), screen_width()
    if told:
        yield f"\n{catalogue(lang).texts['edits'].format(count=len(told))}"
    for edit in told:
        start = ((f"  {edit.sheet}!{edit.cell}:", BOLD), (" ", PLAIN))
        is_named = fold(edit.area or "") == fold(edit.sheet)
        told_once = replace(edit, area=None) if is_named else edit
        yield from wrapped(edit_line(told_once, lang), width, start, _INDENT)


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


def _shown(part: Share) -> str:
    """Return the per cent done and the counts; a dash where there is nothing to do."""
    if part.percent is None:
        return "–"
    return f"{part.percent} % ({part.done}/{part.of})"


def print_notes(notes: Iterable[TpxlError], lang: str) -> None:
    """Print each on standard error, so that a JSON document stays alone on standard output."""
    for note in notes:
        print(f"tpxl: {sentence(note, lang)}", file=sys.stderr)
