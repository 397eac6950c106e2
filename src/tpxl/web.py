"""What the page in the browser asks for: a file's name in, an answer as JSON out.

The page's worker puts a dropped file into the folder where it works and calls this; the jobs, the
sentences and the documents are those of the command line.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tpxl.books import open_book
from tpxl.books.report import is_report, open_report
from tpxl.books.report.book import ReportPlace
from tpxl.cli import unexpected
from tpxl.cli.documents import JSON_VERSION, completeness_document, report_document, result_document
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.check.report import ReportResult, check_report, place_words
from tpxl.jobs.refresh import refresh
from tpxl.jobs.results import CheckResult, RefreshResult
from tpxl.layout.survey import Progress
from tpxl.messages import catalogue, edit_line, glance, phrased, sentence
from tpxl.model import Finding

Result = CheckResult | RefreshResult | ReportResult
Places = Mapping[tuple[str, str], ReportPlace]


class Outcome(NamedTuple):
    """What became of a file: a result, or why there is none; what its save could not keep."""

    name: str
    result: Result | None = None
    error: TpxlError | None = None
    notes: tuple[TpxlError, ...] = ()
    log: str = ""


class _Answerer(Protocol):
    def __call__(self) -> Outcome: ...


class Desk:
    """Does one thing after another with files of the working folder; keeps the last outcome."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self._last: Outcome | None = None

    def check(self, name: str, lang: str, progress: Progress) -> str:
        """Return what is wrong in a workbook or in a published report."""

        def work() -> Outcome:
            if is_report(name):
                with open_report(name) as report:
                    return Outcome(name, check_report(report, lang=lang, progress=progress))
            with open_book(name) as book:
                return Outcome(name, check(book, lang=lang, progress=progress))

        return self._done(name, lang, work)

    def refresh(self, name: str, lang: str, user: str, progress: Progress) -> str:
        """Return what a refresh changed, in the name of `user`; the file is written in place."""

        def work() -> Outcome:
            with open_book(name) as book:
                result = refresh(book, lang=lang, progress=progress, user=user)
                book.save(backup=False)
                return Outcome(name, result, notes=tuple(book.notes))

        return self._done(name, lang, work)

    def again(self, lang: str) -> str:
        """Return the last answer in another language; "null" where there is none."""
        if self._last is None:
            return "null"
        name, result = self._last.name, self._last.result
        if isinstance(result, ReportResult):  # its sentences quote the report itself
            return self.check(name, lang, lambda *_: None)
        if result is not None:
            told = replace(result, findings=phrased(result.findings, lang))
            self._last = self._last._replace(result=told)
        return _json(answer(self._last, lang))

    def _done(self, name: str, lang: str, work: _Answerer) -> str:
        try:
            self._last = work()
        except TpxlError as error:
            self._last = Outcome(name, error=error)
        except Exception as error:  # noqa: BLE001  # nobody foresaw it; the page goes on
            told = unexpected("web", error, name)
            self._last = Outcome(name, error=told, log=_log_of(told))
        return _json(answer(self._last, lang))


def _log_of(error: TpxlError) -> str:
    """Return what the log holds, which nobody finds on the disk of a browser."""
    with suppress(OSError):
        return Path(str(error.facts["log"])).read_text(encoding="utf-8")
    return ""


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


def answer(outcome: Outcome, lang: str) -> dict[str, Any]:
    """Return an outcome as the page shows it, in a language.

    `document` is that of the command line's `--json`, None where the file could not be done.
    """
    said: dict[str, Any] = {
        "version": JSON_VERSION,
        "name": outcome.name,
        "kind": "report" if is_report(outcome.name) else "book",
        "error": None if outcome.error is None else sentence(outcome.error, lang),
        "log": outcome.log,
        "notes": [sentence(note, lang) for note in outcome.notes],
        "document": None,
    }
    return said if outcome.result is None else {**said, **_told(outcome.name, outcome.result, lang)}


def _told(name: str, result: Result, lang: str) -> dict[str, Any]:
    edits = result.edits if isinstance(result, RefreshResult) else None
    words = catalogue(lang)
    counts = (result.findings, result.figures, None if edits is None else len(edits), lang)
    lines = [glance(*counts, is_unfilled=result.is_unfilled)]
    if result.untied is not None:
        lines.append(sentence(result.untied, lang))
    if isinstance(result, ReportResult):
        tied = result.tied
        lines.append(words.texts["report.tied"].format(done=tied.done, of=tied.of))
        document = report_document(name, result)
    else:
        document = result_document(name, result)
    return {
        "document": document,
        "lines": lines,
        "severities": words.severities,
        "areas": list(_areas(result, lang)),
        "edits": [
            {"place": f"{edit.sheet}!{edit.cell}", "text": edit_line(edit, lang)}
            for edit in edits or ()
        ],
        "completeness": [completeness_document(one) for one in result.completeness],
        "untied": [
            {
                "place": table.sheet if table.place is None else place_words(table.place, lang),
                "text": words.texts["report.untied_table"].format(
                    heading=table.heading, count=table.numbers
                ),
            }
            for table in getattr(result, "untied_tables", ())
        ],
    }


def _areas(result: Result, lang: str) -> Iterator[dict[str, Any]]:
    """Yield the areas in the book's order with their findings, worst first, explained ones last."""
    places: Places = result.places if isinstance(result, ReportResult) else {}
    order = {one.area: rank for rank, one in enumerate(result.completeness, 1)}

    def area(finding: Finding) -> tuple[int, str]:
        name = finding.area or ""
        return order.get(name, len(order) + 1 if name else 0), name

    ordered = sorted(
        result.findings, key=lambda one: (area(one), not one.is_open, one.severity.rank)
    )
    for (_, name), group in groupby(ordered, key=area):
        found = [_finding(one, places, lang) for one in group]
        yield {"name": name, "findings": found}


def _finding(finding: Finding, places: Places, lang: str) -> dict[str, Any]:
    words = catalogue(lang)
    why = finding.explanation
    named = f" ({why.name})" if why is not None and why.name else ""
    reason = None if why is None else f"{why.reason}{named}"
    place = places.get((finding.sheet or "", finding.cell or ""))
    where = f"{finding.sheet}!{finding.cell}" if finding.cell else finding.sheet or ""
    return {
        "severity": finding.severity.value,
        "place": where if place is None else place_words(place, lang),
        "message": finding.message,
        "explanation": reason and words.texts["explanation"].format(reason=reason),
    }
