"""What the message box at the end of a button says."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tpxl.errors import TpxlError
from tpxl.jobs.export.template.check import templates_line
from tpxl.jobs.results import CheckResult, ExportResult, RefreshResult
from tpxl.messages import catalogue, edit_line, glance, sentence
from tpxl.messages.ledger_lines import landing_lines, map_added_line, unmapped_lines
from tpxl.model import Edit, Finding, Severity
from tpxl.model.ledger import LedgerResult

_SHOWN_EDITS = 8
_SHOWN_FINDINGS = 4
_SHOWN_LINES = 12
_WORTH_SHOWING = {Severity.ERROR, Severity.ROUNDING, Severity.WARNING}


def refreshed(
    result: RefreshResult, notes: Iterable[str], lang: str, *, is_preview: bool = False
) -> str:
    """Return what a refresh changed, or would change, and what is wrong after it."""
    texts = catalogue(lang).texts
    if result.edits:
        code = "excel_would_change" if is_preview else "excel_changed"
        head = [texts[code].format(count=len(result.edits)), *_edits(result.edits, lang)]
    else:
        code = "excel_would_change_nothing" if is_preview else "excel_nothing_changed"
        head = [texts[code]]
    refused = _refusals(result.findings, lang)
    if refused:
        head += ["", texts["excel_not_changed"], *refused]
    shown = [*_left_hidden(result.findings), *notes]
    return "\n".join([*head, "", *_counts(result, lang), *_spaced(shown)])


def checked(result: CheckResult, notes: Iterable[str], lang: str) -> str:
    """Return how many findings of each kind there are, and the worst of them."""
    texts = catalogue(lang).texts
    worst = [
        one.message for one in result.findings if one.is_open and one.severity in _WORTH_SHOWING
    ]
    lines = [*_counts(result, lang), ""]
    if worst:
        lines += [texts["excel_first_findings"], *_first(worst, _SHOWN_FINDINGS, lang)]
    else:
        lines.append(texts["excel_no_findings"])
    return "\n".join([*lines, *_spaced([*_left_hidden(result.findings), *notes])])


def _counts(result: CheckResult | RefreshResult, lang: str) -> Iterator[str]:
    """Yield the findings at a glance, and what was seen where none of the figures is tied."""
    yield glance(result.findings, result.figures, None, lang, is_unfilled=result.is_unfilled)
    if result.untied is not None:
        yield from ("", sentence(result.untied, lang))


def exported(result: ExportResult, folder: Path, lang: str) -> str:
    """Return how many files were written where, and why others were not."""
    head = catalogue(lang).texts["excel_exported"].format(count=len(result.files), folder=folder)
    templates = templates_line(result.templates, lang)
    return "\n".join([head, *_spaced([*filter(None, [templates]), *export_notes(result, lang)])])


def export_notes(result: ExportResult, lang: str) -> Iterator[str]:
    """Yield why files were not written, and what a person should know of those that were."""
    yield from (sentence(error, lang) for error in result.failed)
    yield from _first([sentence(error, lang) for error in result.notes], _SHOWN_FINDINGS, lang)


def _left_hidden(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the line that names the area sheets out of sight: a button never takes them in."""
    return (finding.message for finding in findings if finding.code == "areas_hidden")


def ledger(plan: LedgerResult, lang: str) -> str:
    """Return what an import would write: where the rows go, the cells, what stops it."""
    texts = catalogue(lang).texts
    head = [texts["ledger_landings"], *(f"\u2022 {line}" for line in landing_lines(plan, lang))]
    open_rows = list(unmapped_lines(plan.unmapped, lang))
    if open_rows:
        head += ["", texts["ledger_unmapped"], *_first(open_rows, _SHOWN_FINDINGS, lang)]
    told = [one.message for one in plan.findings]
    if told:
        head += ["", *_first(told, _SHOWN_FINDINGS, lang)]
    if plan.map_added:
        head += ["", map_added_line(plan, lang)]
    if plan.is_blocked:
        return "\n".join([*head, "", texts["excel_ledger_blocked"]])
    if not plan.edits:
        return "\n".join([*head, "", texts["ledger_nothing"]])
    would = texts["excel_would_change"].format(count=len(plan.edits))
    return "\n".join([*head, "", would, *_edits(plan.edits, lang)])


def imported(result: LedgerResult, notes: Iterable[str], lang: str) -> str:
    """Return what an import wrote, what its refresh changed, and what is wrong after it."""
    texts = catalogue(lang).texts
    edits = (*result.edits, *result.refreshed)
    head = [texts["excel_changed"].format(count=len(edits)), *_edits(edits, lang)]
    refused = _refusals(result.findings, lang)
    if refused:
        head += ["", texts["excel_not_changed"], *refused]
    counts = glance(result.findings, result.figures, None, lang)
    return "\n".join([*head, "", counts, *_spaced(notes)])


def year_opened(head: str, lines: Iterable[str], ask: str, lang: str) -> str:
    """Return what opening a year moves, empties and leaves to be looked at, and what is asked."""
    told = [" ".join(line.split()) for line in lines]
    return "\n".join([head, "", *_first(told, _SHOWN_LINES, lang), "", ask])


def listed(head: str, lines: Iterable[str], notes: Iterable[str], lang: str) -> str:
    """Return a head, the first lines under it, and what a person should know or is asked."""
    told = [" ".join(line.split()) for line in lines]
    return "\n".join([head, "", *_first(told, _SHOWN_LINES, lang), *_spaced(notes)])


def _edits(edits: Sequence[Edit], lang: str) -> Iterator[str]:
    lines = [f"{edit.sheet}!{edit.cell}: {edit_line(edit, lang)}" for edit in edits]
    yield from _first(lines, _SHOWN_EDITS, lang)


def _first(lines: Sequence[str], count: int, lang: str) -> Iterator[str]:
    yield from (f"• {line}" for line in lines[:count])
    if len(lines) > count:
        yield catalogue(lang).texts["excel_more"].format(count=len(lines) - count)


def _refusals(findings: Iterable[Finding], lang: str) -> list[str]:
    """Return why cells were not changed, one sentence a sheet."""
    by_sheet = {
        (one.sheet, error.code): sentence(error, lang)
        for one in findings
        if isinstance(error := one.facts.get("error"), TpxlError)
    }
    return list(_first(list(by_sheet.values()), _SHOWN_FINDINGS, lang))


def _spaced(notes: Iterable[str]) -> list[str]:
    return [line for note in notes for line in ("", note)]
