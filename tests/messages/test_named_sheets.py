"""A message names only sheets that the book has."""

import re
from itertools import combinations

import pytest
from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.messages import LANGUAGES, absent_sheets, catalogue, phrase, sentence
from tpxl.model import Finding, Severity, Value

SHEETS = {
    "Tarkistus": r"Tarkistu[sk]",
    "Perustiedot": r"Perustie[dt]o",
    "Vyörytys": r"Vyöryty[sk]",
    "Muutosloki": r"Muuto(?:sloki|slok)",
}
BOOKS = [
    [*some, "Kirjasto"] for count in range(len(SHEETS)) for some in combinations(SHEETS, count)
]


def named(text: str) -> set[str]:
    return {sheet for sheet, pattern in SHEETS.items() if re.search(pattern, text)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_of_any_code_names_a_sheet_that_the_book_has_not(lang: str) -> None:
    words = catalogue(lang)
    todos = [text.removeprefix("todo_") for text in words.texts if text.startswith("todo_")]
    for sheets in BOOKS:
        absent = absent_sheets(sheets)
        for todo in todos:
            for code in words.findings:
                facts: dict[str, object] = dict.fromkeys(_names(words.findings[code]), "x")
                facts |= {"absent": absent, "todo": todo}
                finding = Finding(code, Severity.ERROR, area="A", sheet="S", cell="B2", facts=facts)
                assert named(phrase(finding, lang)) <= set(sheets), (code, todo, sheets)
        for code in words.errors:
            said = dict.fromkeys(_names(words.errors[code]), "x")
            assert named(sentence(TpxlError(code, absent=absent, **said), lang)) <= set(sheets)


def _names(template: str) -> list[str]:
    return re.findall(r"{(\w+)", template)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_book_that_has_the_sheets_is_told_where_to_write(lang: str) -> None:
    facts = {"todo": "locked", "absent": absent_sheets(SHEETS)}
    told = phrase(Finding("margin", Severity.ERROR, area="A", cell="B2", facts=facts), lang)
    assert named(told) == {"Tarkistus", "Perustiedot"}


ROWS: printed.Rows = [
    ["", "TP 2024", "TP 2025"],
    ["Toimintamenot", -500_310, -910_480],
    ["Toimintatulot", 100_210, 100_230],
    ["Toimintakate", -400_100, -810_900],
    ["€/asukas", -400, -810],
]


@pytest.mark.parametrize(
    "others", [[], ["Tarkistus"], ["Perustiedot"], ["Tarkistus", "Perustiedot"]]
)
def test_what_is_told_of_a_book_names_its_own_sheets_alone(others: list[str]) -> None:
    note: list[Value] = ["Muistiinpanoja"]
    sheets = [TableGrid.of("Kirjasto", *ROWS), *(TableGrid.of(name, note) for name in others)]
    told = check(TableBook.of(*sheets)).findings
    assert {one.code for one in told} >= {"margin", "residents_missing", "comment_needed"}
    for finding in told:
        assert named(finding.message) <= set(others)
