"""Which areas are exported, and why one is not."""

from pathlib import Path

import pytest
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.jobs.export.areas import refusal
from tpxl.jobs.export.job import ExportWish, export
from tpxl.model import Area, Explanation, Finding, Severity, Value

LINES = ("Toimintamenot", "Toimintatulot", "Toimintakate")

HARBOUR = Area("Satama", "Alue 1", ())
WRONG = Finding("margin", Severity.ERROR, area="Satama", sheet="Alue 1", cell="B5")


def test_an_open_error_of_the_area_is_why_it_is_refused() -> None:
    told = refusal(HARBOUR, [WRONG])
    assert told is not None
    assert (told.code, told.facts["errors"], told.facts["cell"]) == ("export_refused", 1, "B5")


def test_an_explained_error_is_no_reason() -> None:
    explained = Finding(
        "margin", Severity.ERROR, area="Satama", explanation=Explanation("Korjataan.", "A. L.")
    )
    assert refusal(HARBOUR, [explained]) is None


def test_a_warning_or_another_area_s_error_is_no_reason() -> None:
    others = [
        Finding("change_over_zero", Severity.WARNING, area="Satama"),
        Finding("margin", Severity.ERROR, area="Tori", sheet="Alue 2"),
    ]
    assert refusal(HARBOUR, others) is None


@pytest.mark.parametrize(
    ("case", "sheet"), [("13_areas_as_columns", "Yhteenveto"), ("14_list_layout", "Tunnusluvut")]
)
def test_areas_that_stand_in_one_table_are_named_as_not_exported(
    case: str, sheet: str, tmp_path: Path
) -> None:
    with open_book(cases.written(case, tmp_path / "kirja.xlsx")) as book:
        for names in ((), ("Vesihuolto",)):
            with pytest.raises(TpxlError) as caught:
                export(book, ExportWish(tmp_path / "ulos", areas=names))
            assert caught.value.code == "left_in_table"
            assert caught.value.facts["sheet"] == sheet
            assert caught.value.facts["areas"] == (names or ("Kirjasto", "Vesihuolto"))


def test_beside_exported_areas_those_of_a_table_are_named_in_one_line(tmp_path: Path) -> None:
    own: list[list[Value]] = [["", "TP 2024", "TP 2025"], ["Toimintamenot", -5, -6]]
    lines: list[list[Value]] = [
        ["Vastuualue", "Rivi", "TP 2024", "TP 2025"],
        *([area, line, 7 * n, -n] for n, area in ((1, "Museo"), (2, "Satama")) for line in LINES),
    ]
    sheet = TableGrid.of("Kirjasto", ["VASTUUALUE: Kirjasto"], *own, ["Toimintatulot", 1, 2])
    names = TableGrid.of(
        "Perustiedot", ["Vastuualue", "Desimaalit €/asukas"], ["Museo", 0], ["Satama", 0]
    )
    done = export(TableBook.of(names, sheet, TableGrid.of("Luvut", *lines)), ExportWish(tmp_path))
    assert [file.stem for file in done.files] == ["Kirjasto"]
    (line,) = [one for one in done.notes if one.code == "left_in_table"]
    assert line.facts["areas"] == ("Museo", "Satama")
