import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Finding, Value

PRELIMINARY: list[Value] = ["TP 2024", 6944, "31.12.2024", "ennakko", "ennakkoväkiluku"]
FINAL: list[Value] = ["TP 2024", 7030, "31.12.2024", "lopullinen", "väestörakenne"]


def book(printed: Value, *residents: list[Value], newest: str = "TP 2025") -> TableBook:
    """An area whose margin of TP 2024 is −1 742 630: −251 with 6 944 residents, −248 with 7 030."""
    return TableBook.of(
        TableGrid.of(
            "Asuminen",
            ["", "TP 2024", newest],
            ["Toimintamenot", -2852036, -2808498],
            ["Toimintatulot", 1109406, 1183920],
            ["Toimintakate €/asukas", printed, ""],
        ),
        TableGrid.of("Perustiedot", ["Kausi", "Asukasluku", "Päivä", "Tila", "Lähde"], *residents),
    )


def told(tables: TableBook) -> list[Finding]:
    return [one for one in check(tables).findings if one.period == "TP 2024"]


@pytest.mark.parametrize("rows", [(PRELIMINARY, FINAL), (FINAL, PRELIMINARY)])
def test_a_figure_printed_with_replaced_residents_is_to_be_restated(
    rows: tuple[list[Value], ...],
) -> None:
    (finding,) = told(book(-251, *rows))
    assert (finding.code, finding.severity.value) == ("per_resident_restated", "warning")
    assert (finding.sheet, finding.cell, finding.period) == ("Asuminen", "B4", "TP 2024")
    assert (finding.found, finding.expected, finding.cause) == (-251, -248, None)
    assert {one.sheet for one in finding.related} == {"Perustiedot"}
    assert finding.message.startswith(
        "Asuminen, TP 2024, toimintakate €/asukas: taulukon luku −251 on laskettu asukasluvulla "
        "6\u00a0944 (ennakko), jonka lopullinen asukasluku 7\u00a0030 on korvannut. "
        "Oikaistu luku on −248."
    )


def test_a_restated_figure_is_right() -> None:
    assert told(book(-248, PRELIMINARY, FINAL)) == []


def test_a_figure_that_follows_from_neither_is_an_error() -> None:
    (finding,) = told(book(-273, PRELIMINARY, FINAL))
    assert (finding.code, finding.severity.value) == ("per_resident", "error")


def test_nothing_is_restated_before_the_final_figure_comes() -> None:
    assert told(book(-251, PRELIMINARY)) == []


def test_a_published_figure_is_named_and_never_changed() -> None:
    assert [
        edit for edit in refresh(book(-251, PRELIMINARY, FINAL)).edits if edit.cell == "B4"
    ] == []


def test_an_open_figure_is_restated_by_a_refresh() -> None:
    tables = book(-251, PRELIMINARY, FINAL, newest="TA 2025")
    assert [(edit.cell, edit.new) for edit in refresh(tables).edits] == [("B4", -248)]
    assert told(tables) == []


@pytest.mark.parametrize("count", [4, 60])
def test_areas_that_contradict_are_named_in_a_short_sentence_however_many(count: int) -> None:
    sheets = [
        TableGrid.of(
            f"Alue {number}",
            ["", "TP 2024", "TP 2025"],
            ["Toimintamenot", -900_000, -900_000],
            ["Toimintatulot", 100_000, 100_000],
            ["Toimintakate", -800_000, -800_000],
            ["Toimintakate €/asukas", -(100 + number), ""],
        )
        for number in range(1, count + 1)
    ]
    findings = check(TableBook.of(*sheets)).findings
    (finding,) = [one for one in findings if one.code == "residents_contradict"]
    assert f"ja {count - 3} muuta" in finding.message
    assert "Alue 1 " in finding.message
    assert f"Alue {count} " in finding.message
    assert len(finding.message) <= 220
    assert len(finding.related) == count - 1
