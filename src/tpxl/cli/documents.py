"""Edits and findings as the JSON of the contract.

A JSON document as text: what a person scans and `grep` finds, an item of a list on a line.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tpxl.cli.screen import escaped
from tpxl.jobs.allocation.expected import Allocated
from tpxl.jobs.results import CheckResult, Completeness, RefreshResult, Share
from tpxl.model import CellError, Edit, Finding, Value

if TYPE_CHECKING:  # the rooms of reports are loaded by the commands that read some
    from tpxl.books.report.book import ReportPlace
    from tpxl.jobs.check.report import ReportResult

JSON_VERSION = 1
"""What every document begins with; it grows when a field goes or changes its meaning."""

_encoder = json.JSONEncoder(ensure_ascii=False)


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


def flow_document(flow: Allocated) -> dict[str, Any]:
    """Return shared costs that went from a pool to a receiver as JSON data."""
    return {
        "period": str(flow.period),
        "from": flow.source,
        "to": flow.target,
        "basis": flow.basis,
        "share_percent": number(flow.share_percent),
        "amount": number(flow.amount),
        "sheet": flow.sheet,
        "cell": flow.cell,
    }


def completeness_document(one: Completeness) -> dict[str, Any]:
    """Return how far an area is as JSON data: how many of how many."""
    return {
        "area": one.area,
        "filled": _part(one.filled),
        "checked": _part(one.checked),
        "explained": _part(one.explained),
    }


def _part(part: Share) -> dict[str, int]:
    return {"done": part.done, "of": part.of}


def result_document(book: str, result: CheckResult | RefreshResult) -> dict[str, Any]:
    """Return the document of a check or a refresh; what the book has none of is left out."""
    document: dict[str, Any] = {"book": book}
    if isinstance(result, RefreshResult):
        document["edits"] = [edit_document(edit) for edit in result.edits]
    document["findings"] = [finding_document(finding) for finding in result.findings]
    if result.allocations:
        document["allocations"] = [flow_document(flow) for flow in result.allocations]
    if result.completeness:
        document["completeness"] = [completeness_document(one) for one in result.completeness]
    return document


def report_document(report: str, result: "ReportResult") -> dict[str, Any]:
    """Return the document of a checked report: the findings with their places, what was tied."""
    document = result_document(report, result)
    for finding, told in zip(result.findings, document["findings"], strict=True):
        told.update(place_document(result.places.get((finding.sheet or "", finding.cell or ""))))
    document["numbers"] = {"tied": result.tied.done, "of": result.tied.of}
    document["untied_tables"] = [
        {
            "heading": table.heading,
            "numbers": table.numbers,
            "sheet": table.sheet,
            "cell": table.cell,
            **place_document(table.place),
        }
        for table in result.untied_tables
    ]
    return document


def place_document(place: "ReportPlace | None") -> dict[str, Any]:
    """Return where a cell of a report is printed as JSON data: its page and its box in points."""
    box = None if place is None or place.box is None else [round(one, 1) for one in place.box]
    return {"page": None if place is None else place.page, "box": box}


def number(value: Decimal | None) -> int | float | None:
    """Return a decimal as a JSON number: whole without a fraction, else the nearest float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _stored(value: Value) -> int | float | str | bool | None:
    return value.code if isinstance(value, CellError) else value


def json_text(document: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> str:
    """Return a document, or a list of several, as JSON.

    >>> print(json_text({"book": "a.xlsx", "edits": [{"cell": "C7"}, {"cell": "C8"}]}))
    {
     "book": "a.xlsx",
     "edits": [
      {"cell": "C7"},
      {"cell": "C8"}
     ]
    }
    """
    if isinstance(document, Mapping):
        members = [f" {_encoded(name)}: {_value(value)}" for name, value in document.items()]
        return "{\n" + ",\n".join(members) + "\n}"
    return listed(map(json_text, document))


def listed(documents: Iterable[str]) -> str:
    """Return documents in JSON as one list."""
    return "[\n" + ",\n".join(documents) + "\n]"


def _encoded(value: object) -> str:
    return escaped(_encoder.encode(value))


def _value(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _encoded(value)
    return "[\n" + ",\n".join(_items(value)) + "\n ]"


def _items(values: Sequence[object]) -> Iterator[str]:
    return (f"  {_encoded(value)}" for value in values)
