import csv
import sys
import tempfile
from dataclasses import fields
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.grids import TableBook, TableGrid
from tests.jobs.export.test_content import ECONOMY, HEAD, STAFF

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.export.summary import SummaryRow, frame, summary, write_summary
from tpxl.model import Value
from tpxl.shipped import master

COLUMNS = [
    "area",
    "section",
    "line",
    "period",
    "value",
    "unit",
    "printed",
    "computed",
    "sheet",
    "cell",
]

DANGEROUS = ("=cmd|'/C calc'!A0", "+1", "-2+3", "@SUM(1)", "\tx", "\rx", "\n=1")


def rows(*lines: list[object]) -> dict[tuple[str, str], SummaryRow]:
    book = TableBook.of(TableGrid.of("Katu", *HEAD, *lines))  # type: ignore[arg-type]
    return {(row.line, row.period): row for row in summary(book)}


def test_every_figure_is_a_row_with_its_place() -> None:
    found = rows(*ECONOMY, [], *STAFF)
    assert found["OPERATING_MARGIN", "TP 2025"] == SummaryRow(
        area="Katu",
        section=6,
        line="OPERATING_MARGIN",
        period="TP 2025",
        value=-1624578.0,
        unit="EUR",
        printed=-1624578.0,
        computed=-1624578.0,
        sheet="Katu",
        cell="D8",
    )
    assert found["STAFF_EXPENDITURE.change_percent", "TP 2025"].unit == "percent"
    assert found["STAFF_EXPENDITURE.change_percent", "TP 2025"].section == 7
    assert ("STAFF_EXPENDITURE", "TA 2025") not in found
    assert found["SERVICES_PURCHASED", "TA 2025"].value is None


def test_inputs_have_nothing_computed_and_wrong_figures_differ() -> None:
    wrong = [*ECONOMY[:4], ["Toimintakate", -1742630.0, -2006490.0, -1.0]]
    found = rows(*wrong)
    assert found["OPERATING_EXPENSES", "TP 2025"].computed is None
    margin = found["OPERATING_MARGIN", "TP 2025"]
    assert (margin.printed, margin.computed) == (-1.0, -1624578.0)


def test_thousands_become_euros_and_stay_thousands_in_print() -> None:
    found = rows(["6. Talouden tunnusluvut, 1 000 €"], ["1 000 €", *ECONOMY[1][1:]], *[
        [label, *(round(float(str(value)) / 1000) for value in values)]
        for label, *values in ECONOMY[2:]
    ])  # fmt: skip
    row = found["OPERATING_EXPENSES", "TP 2025"]
    assert (row.value, row.unit, row.printed) == (-2808000.0, "EUR", -2808.0)


def test_the_master_s_figures_are_all_there() -> None:
    with open_book(master()) as book:
        found = summary(book)
        counted = check(book).figures
    shares = [row for row in found if row.line.startswith("ALLOCATED_COSTS")]
    assert len(found) - len(shares) == counted
    assert {row.area for row in found} == {
        "Asuminen ja ympäristö",
        "Työllisyyspalvelut",
        "Kaupunkimarkkinointi",
    }
    assert {row.section for row in found} == {6, 7}


def test_the_columns_are_the_contract_and_a_book_s_name_parts_several() -> None:
    found = tuple(rows(*ECONOMY).values())
    assert (
        list(frame([("a.xlsx", found)]).columns)
        == COLUMNS
        == [one.name for one in fields(SummaryRow)]
    )
    several = frame([("a.xlsx", found), ("b.xlsx", found), ("c.xlsx", ())])
    assert list(several.columns) == ["book", *COLUMNS]
    assert list(several.book.unique()) == ["a.xlsx", "b.xlsx"]
    assert len(several) == 2 * len(found)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet", ".CSV"])
def test_what_is_written_is_read_back(tmp_path: Path, suffix: str) -> None:
    table = frame([("a.xlsx", tuple(rows(*ECONOMY).values()))])
    path = tmp_path / "new" / f"luvut{suffix}"
    write_summary(table, path)
    read = {
        ".csv": pd.read_csv,
        ".xlsx": partial(pd.read_excel, engine="openpyxl"),
        ".parquet": pd.read_parquet,
    }
    back = read[suffix.lower()](path)
    assert list(back.columns) == COLUMNS
    assert back["value"].tolist() == table["value"].tolist()
    assert back["area"].tolist() == table["area"].tolist()


def test_csv_is_plain_utf_8_with_points(tmp_path: Path) -> None:
    path = tmp_path / "luvut.csv"
    write_summary(frame([("a", tuple(rows(*ECONOMY, [], *STAFF).values()))]), path)
    with path.open(encoding="utf-8", newline="") as file:
        back = list(csv.DictReader(file))
    change = next(row for row in back if row["line"].endswith("change_percent"))
    assert change["value"] == "-8.0"
    assert b"\r" not in path.read_bytes()


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    grid = TableGrid.of("=1+1", *ECONOMY[1:])
    path = tmp_path / "luvut.xlsx"
    write_summary(frame([("a", summary(TableBook.of(grid)))]), path)
    cell = load_workbook(path).active["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_another_suffix_is_told(tmp_path: Path) -> None:
    with pytest.raises(TpxlError, match="summary suffix"):
        write_summary(frame([("a", ())]), tmp_path / "luvut.pdf")


def test_without_pandas_the_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(TpxlError, match="summary needs pandas"):
        frame([("a", ())])


def test_without_pyarrow_parquet_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise ImportError("pyarrow")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", missing)
    with pytest.raises(TpxlError, match="summary needs pandas"):
        write_summary(frame([("a", ())]), tmp_path / "luvut.parquet")


@given(st.sampled_from([*DANGEROUS, "", "Katu", "−5", "a=1"]), st.text(max_size=5))
def test_no_text_of_a_csv_is_a_formula(start: str, rest: str) -> None:
    text = start + rest.replace("\x00", "").encode("utf-8", "ignore").decode()
    row = SummaryRow(text, 6, text, "TP 2025", -5.0, "EUR", -5.0, None, text, "B2")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "luvut.csv")
        write_summary(frame([(text, [row]), (text, [row])]), path)
        with path.open(encoding="utf-8", newline="") as file:
            first, *_ = list(csv.DictReader(file))
    assert first["value"] == "-5.0"
    for name in ("book", "area", "line", "sheet"):
        is_dangerous = text.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        assert first[name] == (f"'{plain}" if is_dangerous else plain)


def test_a_book_whose_name_is_no_utf8_is_named_as_far_as_it_goes(tmp_path: Path) -> None:
    row = SummaryRow("Katu", 6, "MARGIN", "TP 2025", 1.0, "EUR", 1.0, None, "Katu", "B2")
    for suffix in ("csv", "xlsx", "parquet"):
        path = tmp_path / f"luvut.{suffix}"
        write_summary(frame([("p\udce4\udce4t.xlsx", [row]), ("b", [row])]), path)
        assert path.stat().st_size > 0


def test_no_control_character_of_a_heading_leaves_the_workbook() -> None:
    head: list[Value] = ["VASTUUALUE: Kirja\x1b[31msto"]
    book = TableBook.of(TableGrid.of("Alue", head, *ECONOMY[1:]))
    assert {row.area for row in summary(book)} == {"Kirja[31msto"}
