"""Whatever a row of a ledger is, it lands somewhere: by property, and one kind at a time."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.grids import TableBook, TableGrid
from tests.old_macros import parts_of

from tpxl.books.rows import delimited, page
from tpxl.errors import TpxlError
from tpxl.jobs.ledger.job import Import, ledger, tie_findings
from tpxl.jobs.ledger.reading import LedgerChoices
from tpxl.model import Address, Value
from tpxl.model.ledger import Landing, LedgerResult, Tally

HEAD = ["Kustannuspaikka", "Tili", "Kumppani", "Vuosi", "Kuukausi", "Laji", "Tosite", "Summa"]
AREA: list[list[Value]] = [
    ["VASTUUALUE: Hallinto"],
    ["", "TP 2024", "TA 2025", "TA+M 2025", "TP 2025"],
    ["Toimintamenot", -1000, "", "", ""],
    ["Toimintatulot", 400, "", "", ""],
    ["Toimintakate", -600, "", "", ""],
    ["Henkilöstömenot", -300, "", "", ""],
]
MAP: list[list[Value]] = [
    ["Yksikkö", "Vastuualue", "", "Tilit alkaen", "Tilit asti", "Rivi", "Josta"],
    ["1*", "Hallinto", "", 3000, 3599, "Toimintatulot"],
    ["9", "-", "", 4000, 4999, "Toimintamenot"],
    ["", "", "", 4000, 4299, "Toimintamenot", "Henkilöstömenot"],
    ["", "", "", 5000, 8999, "-"],
]


def book_of(area: Sequence[list[Value]] = AREA, tables: Sequence[list[Value]] = MAP) -> TableBook:
    whole = {Address(row, at): "#,##0" for row in range(1, 9) for at in range(2, 7)}
    sheet = TableGrid.of("Hallinto", *area)
    other = TableGrid.of("Muu", ["VASTUUALUE: Muu"], *area[1:])
    return TableBook.of(
        TableGrid(sheet.sheet, sheet.cells, formats=whole),
        TableGrid(other.sheet, other.cells, formats=whole),
        TableGrid.of("Tilikartta", *tables),
    )


def row(account: int, amount: str, **other: str) -> list[str]:
    """A row of the ledger; its voucher is its own unless it is given."""
    row.count += 1  # type: ignore[attr-defined]
    told = {"unit": "10", "partner": "", "year": "2025", "month": "3", "kind": "TOT", **other}
    voucher = other.get("voucher", str(row.count))  # type: ignore[attr-defined]
    return [
        told["unit"],
        str(account),
        told["partner"],
        told["year"],
        told["month"],
        told["kind"],
        voucher,
        amount,
    ]


row.count = 0  # type: ignore[attr-defined]


def file_of(path: Path, rows: Iterable[Sequence[str]], head: Sequence[str] = HEAD) -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=";").writerows([head, *rows])
    path.write_text(made.getvalue(), encoding="utf-8")
    return str(path)


def brought(
    folder: Path, rows: Iterable[Sequence[str]], book: TableBook | None = None, **how: Any
) -> tuple[TableBook, LedgerResult]:
    book = book_of() if book is None else book
    return book, ledger(book, Import((file_of(folder / "kirja.csv", rows),), **how))


YEAR = [row(3100, "-12,50", month=str(month)) for month in range(1, 13)]
STAFF = [row(4000, "100,25", month=str(month)) for month in range(1, 13)]


def test_sums_are_rounded_once_and_the_rounding_is_told(tmp_path: Path) -> None:
    book, result = brought(tmp_path, [*YEAR, *STAFF, row(4500, "0,20")])
    assert [(edit.cell, edit.new) for edit in result.edits] == [
        ("E3", -1203),
        ("E4", 150),
        ("E6", -1203),
    ]
    assert result.rows == (13, 12, 12)
    assert result.rounding == -20  # 1 203,20 is written as 1 203
    assert book.read("Hallinto").value(Address.parse("E5")) == -1053  # the refresh follows


@pytest.mark.parametrize(
    ("rows", "landing"),
    [
        ([row(4500, "1,00", unit="47")], Landing.UNMAPPED_UNIT),
        ([row(4500, "1,00", unit="")], Landing.UNMAPPED_UNIT),
        ([row(3900, "1,00")], Landing.UNMAPPED_ACCOUNT),
        ([row(4500, "yksi")], Landing.UNREADABLE),
        ([row(4500, "1,005")], Landing.UNREADABLE),
        ([row(4500, "1,00", kind="Muu")], Landing.UNREADABLE),
        ([["10", "ei tiliä", "", "2025", "3", "TOT", "1", "1,00"]], Landing.UNREADABLE),
        ([[*row(4500, "1,00"), "liikaa"]], Landing.UNREADABLE),
        ([row(4500, "1,00")[:5]], Landing.UNREADABLE),
        ([row(4500, "1,00", voucher="7")] * 2, Landing.DOUBLED),
    ],
)
def test_what_is_open_stops_the_writing_and_is_left_out_where_that_is_allowed(
    tmp_path: Path, rows: list[list[str]], landing: Landing
) -> None:
    book, result = brought(tmp_path, [*YEAR, *STAFF, *rows])
    assert result.landings[landing].rows == 1
    assert (result.is_written, result.is_blocked, result.has_open_errors) == (False, True, True)
    assert book.read("Hallinto").cells == book_of().read("Hallinto").cells
    _, allowed = brought(tmp_path, [*YEAR, *STAFF, *rows], allow_unmapped=True)
    assert allowed.is_written
    assert {edit.cell: edit.new for edit in allowed.edits}["E4"] == 150


@pytest.mark.parametrize(
    ("rows", "landing"),
    [
        ([row(6000, "1,00")], Landing.LEFT_OUT),
        ([row(6000, "1,00", unit="47")], Landing.LEFT_OUT),
        ([row(4500, "1,00", unit="9")], Landing.LEFT_OUT),
        ([row(4500, "1,00", year="2024")], Landing.LOCKED),
        ([row(4500, "1,00", year="2023")], Landing.NOT_IN_BOOK),
        ([["", "", "", "", "", "", "", "1053,00"]], Landing.TOTAL_ROW),
        ([["Yhteensä", "", "", "", "", "", "", "1053,00"]], Landing.TOTAL_ROW),
    ],
)
def test_what_belongs_elsewhere_is_told_and_stops_nothing(
    tmp_path: Path, rows: list[list[str]], landing: Landing
) -> None:
    _, result = brought(tmp_path, [*YEAR, *STAFF, *rows])
    assert result.landings[landing].rows == 1
    assert result.is_written


def test_a_total_row_that_the_rows_do_not_bear_out_stops_the_writing(tmp_path: Path) -> None:
    _, result = brought(tmp_path, [*YEAR, *STAFF, ["Yhteensä", *[""] * 6, "1053,01"]])
    assert [one.code for one in result.findings] == ["ledger_total"]
    assert not result.is_written


def test_subtotals_of_units_and_running_totals_are_borne_out(tmp_path: Path) -> None:
    rows = [
        *YEAR,
        ["10", "", "", "", "", "", "Yhteensä", "-150,00"],
        *STAFF,
        ["Välisumma", *[""] * 6, "1203,00"],
        ["Yhteensä", *[""] * 6, "1053,00"],
    ]
    _, result = brought(tmp_path, rows)
    assert result.landings[Landing.TOTAL_ROW].rows == 3
    assert result.is_written


def test_a_line_without_a_row_stops_the_writing_and_says_how_much(tmp_path: Path) -> None:
    tables = [*MAP, ["", "", "", 3700, 3799, "Valmistus omaan käyttöön"]]
    _, result = brought(tmp_path, [*YEAR, *STAFF, row(3700, "-7,00")], book_of(tables=tables))
    (finding,) = result.findings
    assert (finding.code, finding.line, finding.expected) == ("ledger_no_row", "OWN_PRODUCTION", 7)
    assert result.landings[Landing.NO_PLACE].rows == 1
    assert not result.is_written


def test_months_that_are_missing_are_told_and_no_zero_is_written(tmp_path: Path) -> None:
    book, result = brought(tmp_path, STAFF[:10])
    assert [
        (one.code, one.facts["months"]) for one in result.findings if one.code == "ledger_months"
    ] == [("ledger_months", "11, 12")]
    assert result.zeros == ()
    assert book.read("Hallinto").value(Address.parse("E4")) is None
    _, whole = brought(tmp_path, STAFF)
    assert [(edit.cell, edit.new) for edit in whole.zeros] == [("E4", 0)]


def test_amendments_are_added_to_the_budget(tmp_path: Path) -> None:
    rows = [
        row(4500, "500,00", kind="TA"),
        row(3100, "-80,00", kind="TA"),
        row(4500, "25,00", kind="Ta-muutos"),
        row(4500, "-5,00", kind="Ta-muutos"),
    ]
    book, _ = brought(tmp_path, rows)
    cells = [book.read("Hallinto").value(Address.parse(cell)) for cell in ("C3", "D3", "C4", "D4")]
    assert cells == [-500, -520, 80, 80]


def test_amendments_of_a_wide_export_are_added_to_its_budget_and_make_no_actual(
    tmp_path: Path,
) -> None:
    head = ["Kp", "Tili", "TA 2025", "Ta-muut. 2025", "Toteuma 2025"]
    rows = [
        ["10", "4500", "500,00", "25,00", "1,00"],
        ["10", "4600", "", "-5,00", ""],
        ["10", "3100", "-80,00", "", "-2,00"],
    ]
    book = book_of()
    result = ledger(book, Import((file_of(tmp_path / "leveä.csv", rows, head),)))
    assert result.is_written
    cells = ("C3", "D3", "E3", "C4", "D4", "E4")
    values = [book.read("Hallinto").value(Address.parse(cell)) for cell in cells]
    assert values == [-500, -520, -1, 80, 80, 2]
    assert sum(tally.rows for tally in result.landings.values()) == result.files[0].rows == 6
    assert sum(one.cents for one in result.landings.values()) == result.files[0].tally.cents


def test_amounts_beyond_any_are_summed_or_told_and_never_a_traceback(tmp_path: Path) -> None:
    large = "9" * 30 + ",00"
    _, result = brought(tmp_path, [*YEAR, *STAFF, row(4500, large), row(4500, "-" + large)])
    assert {edit.cell: edit.new for edit in result.edits}["E3"] == -1203
    path = tmp_path / "kirja.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        for at, line in enumerate([HEAD, *YEAR, row(4500, "1")]):
            sheet.write_row(
                at, 0, [*line[:-1], float(line[-1].replace(",", ".")) if at else HEAD[-1]]
            )
    parts = parts_of(path)
    sheet_part = "xl/worksheets/sheet1.xml"
    parts[sheet_part] = parts[sheet_part].replace(
        b"<v>1</v></c></row></sheetData>", b"<v>1e999</v></c></row></sheetData>"
    )
    assert b"1e999" in parts[sheet_part]
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    choices = LedgerChoices(sign="accounting")
    told = ledger(book_of(), Import((str(path),), choices=choices))
    assert told.landings[Landing.UNREADABLE].rows == 1


def test_a_sheet_of_thousands_with_expenses_printed_positive_is_written_as_it_prints(
    tmp_path: Path,
) -> None:
    area = [list(line) for line in AREA]
    area[1][0] = "1 000 €"
    area[2][1], area[5][1] = 1000, 300
    book, _ = brought(tmp_path, [row(4000, "1234567,89"), row(3100, "-400500,00")], book_of(area))
    values = [book.read("Hallinto").value(Address.parse(cell)) for cell in ("E3", "E4", "E6")]
    assert values == [1235, 401, 1235]


def test_a_formula_is_held_against_the_ledger_and_not_written(tmp_path: Path) -> None:
    book = book_of()
    grid = book.read("Hallinto")
    at = Address.parse("E3")
    cells = {**grid.cells, at: -999}
    book.grids["Hallinto"] = TableGrid(grid.sheet, cells, frozenset({at}), formats=grid.formats)
    _, result = brought(tmp_path, [*YEAR, *STAFF], book)
    told = [one for one in result.findings if one.code == "ledger_difference"]
    assert [(one.cell, one.found, one.expected) for one in told] == [("E3", -999, -1203)]
    assert book.read("Hallinto").value(at) == -999


def test_typed_figures_are_held_against_the_ledger_published_ones_too(tmp_path: Path) -> None:
    book, _ = brought(tmp_path, [*YEAR, *STAFF])
    book.apply([])
    rows = [*YEAR[:-1], row(3100, "-13,50", month="12"), *STAFF, row(4500, "999,00", year="2024")]
    wish = Import((file_of(tmp_path / "toinen.csv", rows),))
    told = [
        (one.code, one.cell, one.found, one.expected, one.facts.get("rows"))
        for one in tie_findings(book, wish)
    ]
    assert ("ledger_difference", "E4", 150, 151, 12) in told
    assert ("ledger_difference", "B3", -1000, -999, 1) in told


def test_an_exception_moves_what_it_is_about_and_the_most_particular_wins(tmp_path: Path) -> None:
    tables = [
        *MAP,
        [],
        ["Yksikkö", "Tilit", "Kumppani", "Vastuualue", "Rivi"],
        ["", "4300-4499", "S*", "", "-"],
        ["", "4340", "S1", "Muu", ""],
        ["10", "4999", "", "Muu", ""],
    ]
    rows = [
        row(4340, "100,00"),
        row(4340, "50,00", partner="S2"),
        row(4340, "7,00", partner="S1"),
        row(3100, "-1,00"),
    ]
    book, result = brought(tmp_path, rows, book_of(tables=tables))
    assert result.landings[Landing.LEFT_OUT].cents == 5000
    assert book.read("Hallinto").value(Address.parse("E3")) == -100
    assert book.read("Muu").value(Address.parse("E3")) == -7


def test_two_rows_of_the_map_that_contradict_are_told_with_both_cells(tmp_path: Path) -> None:
    tables = [*MAP, ["1*", "Muu"]]
    _, result = brought(tmp_path, [*YEAR, *STAFF], book_of(tables=tables))
    (finding,) = result.findings
    assert (finding.code, finding.cell, finding.related[0].cell) == ("ledger_map_tie", "A2", "A6")
    assert not result.is_written


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (["3*", "Tuntematon"], "ledger_map_area"),
        (["", "", "", "tili", "", "Toimintamenot"], "ledger_map_accounts"),
        (["", "", "", 3800, 380, "Toimintamenot"], "ledger_map_accounts"),
        (["", "", "", 3800, 3899, "Henkilöstömenot"], "ledger_map_line"),
    ],
)
def test_a_row_of_the_map_that_cannot_be_used_is_told(
    tmp_path: Path, line: list[Value], code: str
) -> None:
    _, result = brought(tmp_path, [*YEAR, *STAFF], book_of(tables=[*MAP, line]))
    assert [one.code for one in result.findings] == [code]


def test_without_a_map_it_is_added_with_the_official_ranges_and_the_units(tmp_path: Path) -> None:
    book = book_of()
    del book.grids["Tilikartta"]
    rows = [*YEAR, row(4500, "1,00", unit="Muu")]
    _, result = brought(tmp_path, rows, book)
    assert (result.map_added, result.is_written, result.map_sheet) == (True, False, "Tilikartta")
    added = book.read("Tilikartta")
    assert [added.row(at).get(1) for at in (2, 3)] == ["10", "Muu"]
    assert added.row(3)[2] == "Muu"  # a unit named as an area is offered as its own
    assert [added.row(at)[5] for at in range(2, 5)] == [3000, 3600, 3700]


@pytest.mark.parametrize(
    ("head", "rows", "code"),
    [
        (["Tili", "Summa"], [["4500", "1,00"]], "ledger_no_header"),
        (["Kp", "Tili", "JHS-tili", "Summa"], [["1", "1", "4500", "1,0"]], "ledger_two_columns"),
        (["Kp", "Tili", "Summa", "Saldo"], [["1", "4500", "1", "1"]], "ledger_two_columns"),
        (["Kp", "Tili", "Summa"], [["10", "4500", "1,00"]], "ledger_no_year"),
        (["Kp", "Tili", "TA"], [["10", "4500", "1,00"]], "ledger_no_year"),
        (["Kp", "Tili", "Vuosi", "Summa"], [], "ledger_empty"),
        (
            ["Kp", "Tili", "Vuosi", "Summa", "Toimittaja", "Y-tunnus"],
            [["10", "4500", "2025", "1,00", "Oy", "1234567-8"]],
            "ledger_is_invoices",
        ),
        (
            ["Kp", "Tili", "Vuosi", "Summa"],
            [["10", "4500", "2025", "1,00"], ["10", "3100", "2025", "1,00"]],
            "ledger_sign",
        ),
    ],
)
def test_what_is_no_ledger_is_refused_by_name(
    tmp_path: Path, head: list[str], rows: list[list[str]], code: str
) -> None:
    with pytest.raises(TpxlError) as caught:
        ledger(book_of(), Import((file_of(tmp_path / "kirja.csv", rows, head),)))
    assert caught.value.code == code


def test_a_person_may_say_which_column_and_which_sign(tmp_path: Path) -> None:
    head = ["Kp", "Tili", "JHS-tili", "Vuosi", "Summa"]
    rows = [["10", "77", "4500", "2025", "5,00"], ["10", "78", "3100", "2025", "2,00"]]
    file = file_of(tmp_path / "kirja.csv", rows, head)
    book = book_of()
    choices = LedgerChoices({"account": "JHS-tili"}, None, "positive")
    ledger(book, Import((file,), choices=choices))
    assert [book.read("Hallinto").value(Address.parse(cell)) for cell in ("E3", "E4")] == [-5, 2]


def test_one_file_given_twice_is_refused(tmp_path: Path) -> None:
    file = file_of(tmp_path / "kirja.csv", YEAR)
    other = tmp_path / "kopio.csv"
    other.write_bytes(Path(file).read_bytes())
    with pytest.raises(TpxlError) as caught:
        ledger(book_of(), Import((file, str(other))))
    assert caught.value.code == "ledger_same_file"


def test_many_rows_land_as_they_do_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = [row(4500, "yksi"), ["Yhteensä", *[""] * 6, "1053,00"], row(4500, "1,00")[:5], []]
    wide = [[*row(4500, "2,00"), "", ""], [*row(4500, "2,00"), "liikaa"], row(3100, "", month="")]
    rows = [*YEAR, *odd, *STAFF, *wide, YEAR[0], row(4000, "3,00", kind="?"), *odd[:2], STAFF[1]]
    _, many = brought(tmp_path, rows)
    monkeypatch.setattr(page, "_RAGGED", 1)
    monkeypatch.setattr(delimited, "_BLOCK", 1)
    _, alone = brought(tmp_path, rows)
    assert many == alone
    assert sum(tally.rows for tally in many.landings.values()) == many.files[0].rows == 35


def test_a_row_of_a_sheet_may_end_before_the_name_of_its_unit(tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Kp", "Tili", "Vuosi", "Summa", "Yksikön nimi"])
        sheet.write_row(1, 0, [47, 4500, 2025, 5.0])
        sheet.write_row(2, 0, [47, 4600, 2025, 6.0, "Kirjasto"])
    result = ledger(book_of(), Import((str(path),), choices=LedgerChoices(sign="accounting")))
    assert {one.name for one in result.unmapped} == {"Kirjasto"}


ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from([3100, 3200, 4000, 4500, 6000, 3900]),
        st.sampled_from(["1,00", "-2,50", "1 000,10", "(3,00)", "5,00-", "x", "", "7.5"]),
        unit=st.sampled_from(["10", "11", "9", "47", ""]),
        year=st.sampled_from(["2025", "2024", "31.12.2025", "", "25"]),
        month=st.sampled_from(["1", "12", "", "13"]),
        kind=st.sampled_from(["TOT", "TA", "Ta-muutos", "?"]),
        voucher=st.sampled_from(["1", "2", "3"]),
    )
    | st.sampled_from(
        [
            ["Yhteensä", *[""] * 6, "12,00"],
            [*[""] * 7, "3,00"],
            ["otsikko", "", "", "", "", "", "", ""],
            ["10", "4500", 'lain"aus', "2025", "1", "TOT", "9", "1,00", "Unnamed: 8"],
            ["10", "4500", "S", "2025"],
            [],
        ]
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(ROWS, st.randoms(use_true_random=False), st.integers(1, 3))
def test_landings_sum_to_what_was_read_in_any_order_and_split_over_files(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], rng: Any, parts: int
) -> None:
    folder = tmp_path_factory.mktemp("rivit")
    told = {"allow_unmapped": True, "choices": LedgerChoices(sign="accounting")}
    every = [*YEAR, *STAFF, *rows]
    whole = ledger(book_of(), Import((file_of(folder / "a.csv", every),), **told))  # type: ignore[arg-type]
    assert sum(tally.rows for tally in whole.landings.values()) == whole.files[0].rows
    assert sum(one.cents for one in whole.landings.values()) == whole.files[0].tally.cents
    rng.shuffle(every)
    pieces = [every[at::parts] for at in range(parts)]
    files = tuple(file_of(folder / f"{at}.csv", piece) for at, piece in enumerate(pieces))
    again = ledger(book_of(), Import(files, **told))  # type: ignore[arg-type]
    assert [(one.cell, one.new) for one in again.edits] == [
        (one.cell, one.new) for one in whole.edits
    ]
    assert again.landings == whole.landings


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text('",;\n\t€a1-', max_size=12), max_size=12), st.booleans())
def test_a_damaged_text_loses_no_sum(
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[str],
    is_quoted: bool,  # noqa: FBT001
) -> None:
    path = tmp_path_factory.mktemp("rikki") / "kirja.csv"
    good = [";".join(line) for line in (*YEAR, *STAFF)]
    if is_quoted:
        good = ['"' + line.replace(";", '";"') + '"' for line in good]
    text = [";".join(HEAD), *good[:12], *lines, *good[12:]]
    path.write_text("\n".join(text), encoding="utf-8")
    result = ledger(book_of(), Import((str(path),), allow_unmapped=True))
    (file,) = result.files
    assert sum(tally.rows for tally in result.landings.values()) == file.rows
    assert sum(one.cents for one in result.landings.values()) == file.tally.cents


AMOUNTS = st.sampled_from(["1,00", "-2,50", "x", "", "1 000,00"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["3100", "4500"]), AMOUNTS, AMOUNTS), max_size=8))
def test_each_amount_of_a_wide_export_lands_once_also_of_rows_that_stand_twice(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    path = tmp_path_factory.mktemp("leveä") / "kirja.csv"
    every = [("3100", "-9,00", "-9,00"), ("4500", "5,00", "5,00"), *rows]
    lines = [";".join(["10", *row]) for row in every]
    path.write_text("\n".join(["Yksikkö;Tili;TP 2024;TP 2025", *lines]), encoding="utf-8")
    told = Import((str(path),), allow_unmapped=True, choices=LedgerChoices(sign="accounting"))
    result = ledger(book_of(), told)
    amounts = sum(bool(amount) for _, *two in every for amount in two)
    unread = sum(amount == "x" for _, *two in every for amount in two)
    assert sum(tally.rows for tally in result.landings.values()) == amounts
    assert result.files[0].rows == amounts
    assert result.landings.get(Landing.UNREADABLE, Tally()).rows == unread
