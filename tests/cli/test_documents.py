import json
from decimal import Decimal

from tpxl.cli.documents import edits_and_findings, number
from tpxl.model import CellError, Edit, Explanation, Finding, Related, Severity


def test_numbers_are_whole_or_floats() -> None:
    assert json.dumps([number(Decimal("-58.1")), number(Decimal(-238)), number(None)]) == (
        "[-58.1, -238, null]"
    )


def test_a_refresh_is_the_document_of_the_contract() -> None:
    edit = Edit("Alue", "C4", -238, old=CellError("#REF!"), area="A", period="TA 2025", line="X")
    finding = Finding(
        "margin",
        Severity.ERROR,
        area="A",
        sheet="Alue",
        cell="C4",
        found=Decimal("-41.9"),
        expected=Decimal("-58.1"),
        related=(Related("Alue", "C2"),),
        explanation=Explanation("sovittu", "AB"),
        message="Viesti.",
    )
    document = edits_and_findings("kirja.xlsx", [edit], [finding])
    assert document == {
        "book": "kirja.xlsx",
        "edits": [
            {
                "sheet": "Alue",
                "cell": "C4",
                "old": "#REF!",
                "new": -238,
                "area": "A",
                "period": "TA 2025",
                "line": "X",
            }
        ],
        "findings": [
            {
                "code": "margin",
                "severity": "error",
                "area": "A",
                "sheet": "Alue",
                "cell": "C4",
                "line": None,
                "period": None,
                "found": -41.9,
                "expected": -58.1,
                "cause": None,
                "message": "Viesti.",
                "related": [{"sheet": "Alue", "cell": "C2"}],
                "explanation": {"reason": "sovittu", "name": "AB"},
            }
        ],
    }
