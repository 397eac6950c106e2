"""The JSON that commands print."""

import json
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests import two_pools

from tpxl.cli.documents import json_text, number, result_document
from tpxl.cli.layout import layout_lines
from tpxl.jobs.check.check import check
from tpxl.jobs.results import CheckResult, Completeness, RefreshResult, Share
from tpxl.model import CellError, Edit, Explanation, Finding, Related, Severity

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
)

MEMBERS = st.dictionaries(st.text(max_size=3), SCALARS | st.lists(SCALARS, max_size=2), max_size=2)

DOCUMENTS = st.dictionaries(
    st.text(max_size=3), SCALARS | MEMBERS | st.lists(SCALARS | MEMBERS, max_size=2), max_size=3
)
"""Documents as deep as any a command prints: members, their items, what those hold."""


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
    document = result_document("kirja.xlsx", RefreshResult("kirja", (edit,), (finding,)))
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


def test_a_book_without_shared_costs_says_nothing_of_them() -> None:
    assert result_document("k.xlsx", CheckResult("k", ())) == {"book": "k.xlsx", "findings": []}


def test_the_json_tells_where_every_allocated_euro_came_from_and_went() -> None:
    flows = result_document("k.xlsx", check(two_pools.book()))["allocations"]
    assert flows[0] == {
        "period": "TA 2025",
        "from": "Tietohallinto",
        "to": "Johtaminen",
        "basis": None,
        "share_percent": 10,
        "amount": 10000,
        "sheet": "Vyörytys",
        "cell": "B56",
    }
    arrived = [flow["amount"] for flow in flows if flow["period"] == "TS 2026"]
    assert sum(map(Decimal, map(str, arrived))) == Decimal(-90007)


def test_the_json_tells_how_far_each_area_is() -> None:
    areas = (Completeness("A", Share(6, 8), Share(4, 4), Share(0, 0)),)
    document = result_document("k.xlsx", CheckResult("k", (), completeness=areas))
    assert document["completeness"] == [
        {
            "area": "A",
            "filled": {"done": 6, "of": 8},
            "checked": {"done": 4, "of": 4},
            "explained": {"done": 0, "of": 0},
        }
    ]


def test_residents_that_every_area_prints_are_shown_once() -> None:
    row = {"period": "TP 2025", "residents": 5000, "status": None}
    residents = [{**row, "sheet": sheet, "cell": "C9"} for sheet in ("Alue 1", "Alue 2")]
    document = {
        **dict.fromkeys(
            ("sheets", "areas", "summaries", "goals", "allocations", "unread", "damaged"), ()
        ),
        "settings": {"residents": [*residents, {**residents[0], "period": "TP 2024"}]},
    }
    lines = list(layout_lines(document, "fi"))
    assert [line.partition(":")[0] for line in lines] == [
        "Asukasluku TP 2025",
        "Asukasluku TP 2024",
    ]
    assert "Alue 1!C9" in lines[0]


@given(DOCUMENTS)
def test_a_document_is_read_back_as_it_was(document: dict[str, Any]) -> None:
    assert json.loads(json_text(document)) == document


@settings(max_examples=30)
@given(st.lists(DOCUMENTS, max_size=3))
def test_several_documents_are_one_list(documents: list[dict[str, Any]]) -> None:
    assert json.loads(json_text(documents)) == documents


def test_an_edit_stands_on_one_line_with_its_letters_as_they_are() -> None:
    edits = [{"cell": "C7", "area": "Työllisyys"}, {"cell": "C8", "area": "Sivistys"}]

    lines = json_text({"book": "a.xlsx", "edits": edits}).splitlines()

    assert '  {"cell": "C7", "area": "Työllisyys"},' in lines
