"""What every `Book` does: subclass `BookContract` and say how a file is opened.

class TestPackageBook(BookContract):
    def opened(self, path): return open_book(path)
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.workbook.protection import WorkbookProtection

from tpxl.books import Book
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, CellError, Edit, Hiding, NewValue, Text, Value
from tpxl.model.cell import Result

AREA = "Työllisyyspalvelut"
HIDDEN = "Perustiedot"
KNOWN = frozenset({"Toimintamenot", "TP 2025", "TA 2025", "Tuntematon"})


def is_known(text: str) -> bool:
    return text in KNOWN


def made(path: Path) -> Path:
    """A workbook with every kind of cell that the report's books have."""
    with xlsxwriter.Workbook(path) as workbook:
        whole = workbook.add_format({"num_format": "#,##0"})
        percent = workbook.add_format({"num_format": "0.0%"})
        sheet = workbook.add_worksheet(AREA)
        sheet.set_column("H:H", None, percent)
        sheet.merge_range("A1:C1", "VASTUUALUE: Työllisyyspalvelut")
        sheet.write_row("B3", ["TP 2025", "TA 2025"])
        sheet.write("A4", "Toimintamenot")
        sheet.write_number("B4", -2859611, whole)
        sheet.write_number("C4", 12.5)
        sheet.write_string("D4", "12,5")
        sheet.write_boolean("E4", True)  # noqa: FBT003
        sheet.write_formula("F4", "=B4/0", None, "#DIV/0!")
        sheet.write_formula("G4", "=C4*2", None, 25)
        sheet.write_blank("B5", None, percent)
        sheet.write_array_formula("B7:C8", "{=B4:C5}", None, 0)
        sheet.write_string("A9", '<a> & "b"\n c_x0041_ ä€😀 ')
        sheet.write_rich_string("A11", "Osuus ", workbook.add_format({"bold": True}), "54,0 %")
        sheet.add_table("E10:F12", {"columns": [{"header": "Kausi"}, {"header": "Luku"}]})
        sheet.write_string("A20", "viimeinen")
        workbook.add_worksheet(HIDDEN).hide()
        workbook.add_worksheet("Ohje").write("A1", "Ohje")
    return path


def protected(path: Path, password: str, options: dict[str, bool]) -> Path:
    """A workbook whose first sheet is protected."""
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet(AREA)
        sheet.write("B4", 1)
        sheet.protect(password, options)
        workbook.add_worksheet("Ohje").write("A1", "Ohje")
    return path


def rewritten(path: Path, old: bytes, new: bytes) -> None:
    """Change the bytes of the first sheet of a file."""
    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(old, new) if "sheet1" in name else data)


def values(book: Book, sheet: str, *cells: str) -> list[Value]:
    grid = book.read(sheet)
    return [grid.value(Address.parse(cell)) for cell in cells]


class BookContract:
    """The contract; every test has a fresh copy of one workbook."""

    def opened(self, path: Path) -> Book:
        raise NotImplementedError

    def structure_protected(self, path: Path) -> Book:
        """The book at a path, opened once its structure is protected."""
        workbook = openpyxl.load_workbook(path)
        workbook.security = WorkbookProtection("x", lockStructure=True)
        workbook.save(path)
        return self.opened(path)

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return made(tmp_path / "kirja.xlsx")

    @pytest.fixture
    def book(self, path: Path) -> Iterator[Book]:
        with self.opened(path) as book:
            yield book

    def test_it_has_its_files_name(self, book: Book) -> None:
        assert book.name == "kirja.xlsx"

    def test_its_sheets_are_named_in_order_hidden_ones_included(self, book: Book) -> None:
        assert list(book.sheets) == [AREA, HIDDEN, "Ohje"]

    def test_the_sheets_out_of_sight_are_known(self, book: Book) -> None:
        assert book.hidden == {HIDDEN: Hiding.HIDDEN}

    def test_a_sheet_that_is_not_there_is_told(self, book: Book) -> None:
        with pytest.raises(TpxlError) as caught:
            book.read("Puuttuva")
        assert (caught.value.code, caught.value.facts["sheet"]) == ("sheet_missing", "Puuttuva")

    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("A1", "VASTUUALUE: Työllisyyspalvelut"),
            ("B1", None),
            ("B4", -2859611),
            ("C4", 12.5),
            ("D4", "12,5"),
            ("E4", True),
            ("F4", CellError("#DIV/0!")),
            ("G4", 25),
            ("B5", None),
            ("A9", '<a> & "b"\n c_x0041_ ä€😀 '),
            ("Z99", None),
        ],
    )
    def test_a_cell_holds_what_a_program_sees(self, book: Book, cell: str, value: Value) -> None:
        found = values(book, AREA, cell)[0]
        assert found == value
        assert isinstance(found, bool) == isinstance(value, bool)

    def test_a_row_is_its_filled_cells_by_column(self, book: Book) -> None:
        row = book.read(AREA).row(4)
        assert list(row) == [1, 2, 3, 4, 5, 6, 7]
        assert row[2] == -2859611

    def test_an_empty_row_is_empty(self, book: Book) -> None:
        assert book.read(AREA).row(6) == {}
        assert book.read(AREA).row(500) == {}

    def test_the_texts_are_those_wanted_row_by_row(self, book: Book) -> None:
        assert list(book.read(AREA).texts(is_known)) == [
            Text(3, 2, "TP 2025"),
            Text(3, 3, "TA 2025"),
            Text(4, 1, "Toimintamenot"),
        ]

    def test_a_sheet_without_a_wanted_text_yields_none(self, book: Book) -> None:
        assert list(book.read(HIDDEN).texts(is_known)) == []

    def test_merged_areas_are_known(self, book: Book) -> None:
        assert book.read(AREA).merged == (Block.parse("A1:C1"),)

    @pytest.mark.parametrize(
        ("cell", "is_formula"),
        [("B4", False), ("G4", True), ("F4", True), ("C8", True), ("D8", False), ("Z99", False)],
    )
    def test_a_formula_is_told_an_arrays_members_too(
        self, book: Book, cell: str, *, is_formula: bool
    ) -> None:
        assert book.read(AREA).has_formula(Address.parse(cell)) is is_formula

    @pytest.mark.parametrize(
        ("cell", "formula"),
        [("B4", None), ("G4", "=C4*2"), ("C8", "=B4:C5"), ("A9", None), ("Z99", None)],
    )
    def test_a_formula_has_its_text_an_arrays_member_the_arrays(
        self, book: Book, cell: str, formula: str | None
    ) -> None:
        assert book.read(AREA).formula(Address.parse(cell)) == formula

    def test_members_of_a_shared_formula_have_their_own_text(self, tmp_path: Path) -> None:
        path = tmp_path / "jaettu.xlsx"
        with xlsxwriter.Workbook(path) as workbook:
            sheet = workbook.add_worksheet(AREA)
            for row in range(1, 4):
                sheet.write_row(f"A{row}", [row, 10 * row])
                sheet.write_formula(f"C{row}", f"=A{row}+B$1", None, row + 10)
        with zipfile.ZipFile(path) as package:
            xml = package.read("xl/worksheets/sheet1.xml")
        share = rb'<f t="shared" si="0"/>'
        rewritten(path, b"<f>A1+B$1</f>", b'<f t="shared" ref="C1:C3" si="0">A1+B$1</f>')
        for row in (2, 3):
            assert b"<f>A%d+B$1</f>" % row in xml
            rewritten(path, b"<f>A%d+B$1</f>" % row, share)
        with self.opened(path) as book:
            grid = book.read(AREA)
            told = [grid.formula(Address(row, 3)) for row in (1, 2, 3)]
            assert told == ["=A1+B$1", "=A2+B$1", "=A3+B$1"]

    def test_a_formula_stays_whatever_is_said_of_its_result(self, book: Book) -> None:
        book.put_results([Result(AREA, "G4"), Result(AREA, "B4", 7)])
        assert book.read(AREA).formula(Address.parse("G4")) == "=C4*2"
        assert values(book, AREA, "B4") == [-2859611]

    def test_a_text_with_a_word_in_bold_is_told_from_a_plain_one(self, book: Book) -> None:
        grid = book.read(AREA)
        told = [
            cell for cell in ("A4", "B4", "A9", "A11") if grid.has_rich_text(Address.parse(cell))
        ]
        assert told == ["A11"]

    @pytest.mark.parametrize(
        ("cell", "code"),
        [("A4", "General"), ("B4", "#,##0"), ("B5", "0.0%"), ("H4", "0.0%"), ("I4", "General")],
    )
    def test_a_cells_number_format_is_the_files(self, book: Book, cell: str, code: str) -> None:
        assert book.read(AREA).number_format(Address.parse(cell)) == code

    def test_the_last_row_is_the_last_that_holds_anything(self, book: Book) -> None:
        assert book.read(AREA).last_row == 20
        assert book.read(HIDDEN).last_row == 0

    @pytest.mark.parametrize(
        ("cell", "new"),
        [
            ("B4", -58.1),
            ("B5", 0.1),
            ("H30", 7),
            ("A30", "  kaksi\nriviä & <muuta>  "),
            ("C4", "_x0041_"),
            ("A4", "😀" * 100),
            ("E4", False),
            ("A20", None),
            ("G4", 26),
        ],
    )
    def test_an_edit_is_seen_at_once_and_after_saving(
        self, book: Book, tmp_path: Path, cell: str, new: NewValue
    ) -> None:
        grid = book.read(AREA)
        book.apply([Edit(AREA, cell, new)])
        assert grid.value(Address.parse(cell)) == new
        book.save(tmp_path / "uusi.xlsx")
        with self.opened(tmp_path / "uusi.xlsx") as again:
            assert values(again, AREA, cell) == [new]

    def test_an_edit_keeps_the_cells_look(self, book: Book) -> None:
        book.apply([Edit(AREA, "B4", 1), Edit(AREA, "B5", 0.5), Edit(AREA, "H4", 0.5)])
        grid = book.read(AREA)
        assert [grid.number_format(Address.parse(cell)) for cell in ("B4", "B5", "H4")] == [
            "#,##0",
            "0.0%",
            "0.0%",
        ]

    def test_a_formula_written_over_is_none_any_more(self, book: Book) -> None:
        book.apply([Edit(AREA, "G4", 25)])
        assert not book.read(AREA).has_formula(Address.parse("G4"))

    @pytest.mark.parametrize(
        ("cell", "reason"),
        [
            ("B1", "edit_in_merged"),
            ("C8", "edit_in_array"),
            ("B7", "edit_in_array"),
            ("E10", "edit_in_table_header"),
        ],
    )
    def test_an_edit_that_would_damage_the_book_is_refused_with_its_cell(
        self, book: Book, cell: str, reason: str
    ) -> None:
        with pytest.raises(TpxlError) as caught:
            book.apply([Edit(AREA, cell, 1)])
        assert caught.value.code == reason
        assert (caught.value.facts["sheet"], caught.value.facts["cell"]) == (AREA, cell)

    @pytest.mark.parametrize(
        "options", [{}, {"sort": True, "format_cells": True}, {"objects": True}]
    )
    def test_a_sheet_protected_without_a_password_is_changed_and_stays_protected(
        self, tmp_path: Path, options: dict[str, bool]
    ) -> None:
        path = protected(tmp_path / "suojattu.xlsx", "", options)
        with self.opened(path) as book:
            book.apply([Edit(AREA, "B4", 7), Edit(AREA, "D9", 8)])
            assert values(book, AREA, "B4", "D9") == [7, 8]
            book.save(tmp_path / "uusi.xlsx")
        assert openpyxl.load_workbook(tmp_path / "uusi.xlsx")[AREA].protection.sheet

    def test_a_sheet_protected_with_a_password_is_refused_as_one(self, tmp_path: Path) -> None:
        path = protected(tmp_path / "suojattu.xlsx", "salasana", {})
        with self.opened(path) as book:
            with pytest.raises(TpxlError) as caught:
                book.apply([Edit("Ohje", "A1", 1), Edit(AREA, "B4", 7)])
            assert (caught.value.code, caught.value.facts["sheet"]) == ("sheet_protected", AREA)
            assert values(book, AREA, "B4") == [1]
            assert values(book, "Ohje", "A1") == ["Ohje"]

    def test_a_formula_that_gives_no_text_is_a_formula_and_known(self, tmp_path: Path) -> None:
        with xlsxwriter.Workbook(tmp_path / "tyhja.xlsx") as workbook:
            workbook.add_worksheet(AREA).write_formula("B4", '=""', None, "x")
        path = tmp_path / "tyhja.xlsx"
        rewritten(path, b"<v>x</v>", b"<v></v>")
        with self.opened(path) as book:
            grid = book.read(AREA)
            assert (grid.value(Address(4, 2)), grid.has_formula(Address(4, 2))) == ("", True)
            assert grid.cells_of(4)[2][:2] == ("", True)
            assert grid.unvalued is None

    def test_the_first_cell_of_a_merged_area_may_be_changed(self, book: Book) -> None:
        book.apply([Edit(AREA, "A1", "uusi")])
        assert values(book, AREA, "A1") == ["uusi"]

    def test_where_one_edit_is_refused_none_is_made(self, book: Book) -> None:
        edits = [Edit(AREA, "B4", 1), Edit("Ohje", "A1", "x"), Edit(AREA, "B1", 1)]
        with pytest.raises(TpxlError):
            book.apply(edits)
        assert values(book, AREA, "B4") == [-2859611]
        assert values(book, "Ohje", "A1") == ["Ohje"]

    def test_an_unknown_address_is_told(self, book: Book) -> None:
        with pytest.raises(TpxlError) as caught:
            book.apply([Edit(AREA, "C0", 1)])
        assert caught.value.code == "cell_unknown"

    @pytest.mark.parametrize("new", [float("nan"), float("inf"), 10**400])
    def test_what_is_no_number_is_refused(self, book: Book, new: float) -> None:
        with pytest.raises(TpxlError) as caught:
            book.apply([Edit(AREA, "B4", new)])
        assert caught.value.code == "edit_not_a_number"

    def test_text_longer_than_a_cell_holds_is_refused(self, book: Book) -> None:
        book.apply([Edit(AREA, "A4", "x" * 32767)])
        with pytest.raises(TpxlError) as caught:
            book.apply([Edit(AREA, "A4", "x" * 32766 + "😀")])
        assert caught.value.code == "edit_text_too_long"

    def test_of_two_edits_of_a_cell_the_last_one_stays(self, book: Book) -> None:
        book.apply([Edit(AREA, "B4", 1), Edit(AREA, "B4", 2)])
        assert values(book, AREA, "B4") == [2]

    def test_a_sheet_added_is_the_last_one_empty_and_visible(
        self, book: Book, tmp_path: Path
    ) -> None:
        book.add_sheet("Tilikartta & muut", (30, 12.5))
        assert list(book.sheets) == [AREA, HIDDEN, "Ohje", "Tilikartta & muut"]
        assert book.read("Tilikartta & muut").last_row == 0
        book.apply([Edit("Tilikartta & muut", "B2", "Yksikkö"), Edit(AREA, "B4", 5)])
        assert values(book, "Tilikartta & muut", "A1", "B2") == [None, "Yksikkö"]
        book.save(tmp_path / "uusi.xlsx")
        with self.opened(tmp_path / "uusi.xlsx") as again:
            assert values(again, "Tilikartta & muut", "B2") == ["Yksikkö"]
            assert values(again, AREA, "B4") == [5]
        saved = openpyxl.load_workbook(tmp_path / "uusi.xlsx")
        assert [sheet.sheet_state for sheet in saved] == ["visible", "hidden", "visible", "visible"]
        assert saved["Tilikartta & muut"].column_dimensions["A"].width > 2 * (
            saved["Tilikartta & muut"].column_dimensions["B"].width
        )

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("OHJE", "sheet_name_taken"),
            (HIDDEN, "sheet_name_taken"),
            ("a" * 32, "sheet_name_unusable"),
            ("TP/TA", "sheet_name_unusable"),
            ("'tili", "sheet_name_unusable"),
            (" ", "sheet_name_unusable"),
        ],
    )
    def test_a_name_no_new_sheet_can_bear_is_told(self, book: Book, name: str, code: str) -> None:
        with pytest.raises(TpxlError) as caught:
            book.add_sheet(name)
        assert (caught.value.code, caught.value.facts["sheet"]) == (code, name)
        assert list(book.sheets) == [AREA, HIDDEN, "Ohje"]

    def test_where_the_books_structure_is_protected_no_sheet_is_added(self, tmp_path: Path) -> None:
        path = made(tmp_path / "rakenne.xlsx")
        with self.structure_protected(path) as book, pytest.raises(TpxlError) as caught:
            book.add_sheet("Tilikartta")
        assert caught.value.code == "structure_protected"
