"""Edits and findings as the JSON of the contract."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tpxl.model import CellError, Edit, Finding, Value


def edit_document(edit: Edit) -> dict[str, Any]:
    """Return an edit as JSON data: old is the stored value, new a number."""
    return {
        "sheet": edit.sheet,
        "cell": edit.cell,
        "old": _stored(edit.old),
        "new": edit.new,
        "area": edit.area,
        "period": edit.period,
        "line": edit.line,
    }


def finding_document(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON data: found and expected are numbers in the line's unit."""
    explanation = finding.explanation
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "area": finding.area,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "line": finding.line,
        "period": finding.period,
        "found": number(finding.found),
        "expected": number(finding.expected),
        "cause": finding.cause,
        "message": finding.message,
        "related": [{"sheet": one.sheet, "cell": one.cell} for one in finding.related],
        "explanation": explanation and {"reason": explanation.reason, "name": explanation.name},
    }


def edits_and_findings(
    book: str, edits: Iterable[Edit], findings: Iterable[Finding]
) -> dict[str, Any]:
    """Return the document of a refresh."""
    return {
        "book": book,
        "edits": [edit_document(edit) for edit in edits],
        "findings": [finding_document(finding) for finding in findings],
    }


def number(value: Decimal | None) -> int | float | None:
    """Return a decimal as a JSON number: whole without a fraction, else the nearest float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _stored(value: Value) -> int | float | str | bool | None:
    return value.code if isinstance(value, CellError) else value
