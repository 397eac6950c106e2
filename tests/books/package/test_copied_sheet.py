"""A sheet is copied behind itself: its own parts under new names, every other byte as it was."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from tests.books.packages import parts, relations, sheet_xml, written

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.model import Address

GROWN = {
    "[Content_Types].xml",
    "docProps/app.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
}


def rich_book(path: Path) -> Path:
    """Two sheets; the first has all that a sheet may own: table, note, chart, names, formulas."""
    with xlsxwriter.Workbook(path) as book:
        alue = book.add_worksheet("Alue 1")
        book.add_worksheet("Muut")
        alue.add_table("A3:B5", {"name": "Luvut", "data": [["a", 1], ["b", 2]]})
        alue.write_formula("D1", "=SUM(Luvut[Column2])+'Alue 1'!B4", None, 4)
        alue.write_formula("D2", "=Muut!A1&\"'Alue 1'!B4\"", None, "")
        alue.write_comment("A1", "muista")
        alue.write_url("E1", "internal:'Alue 1'!A1")
        alue.write_url("E2", "https://example.invalid/a")
        alue.data_validation("F1", {"validate": "list", "source": "='Alue 1'!$A$4:$A$5"})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "='Alue 1'!$B$4:$B$5", "name": "=Muut!$A$1"})
        alue.insert_chart("H2", chart)
        alue.print_area("A1:D9")
        book.get_worksheet_by_name("Muut").print_area("A1:B2")
        book.get_worksheet_by_name("Muut").activate()
        book.define_name("'Alue 1'!Oma", "='Alue 1'!$B$4")
    return path


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return {info.filename: package.read(info) for info in package.infolist()}


def copied(path: Path, new: str = "Alue 2") -> dict[str, bytes]:
    with open_book(path) as book:
        book.copy_sheet("Alue 1", new)
        book.save()
    return members(path)


def test_only_what_names_sheets_changes_and_the_copy_stands_behind_its_sheet(
    tmp_path: Path,
) -> None:
    path = rich_book(tmp_path / "kirja.xlsx")
    before, after = members(path), copied(path)
    assert {name for name in before if before[name] != after[name]} == GROWN
    assert len({name.lower() for name in after}) == len(after)
    read = openpyxl.load_workbook(path)
    assert read.sheetnames == ["Alue 1", "Alue 2", "Muut"]
    assert read.active is not None
    assert read.active.title == "Muut"
    copy = read["Alue 2"]
    assert copy["A1"].comment.text == "muista"
    assert str(copy.print_area) == "'Alue 2'!$A$1:$D$9"
    assert str(read["Muut"].print_area) == "'Muut'!$A$1:$B$2"
    assert len(copy._charts) == 1  # openpyxl has no public name for it
    charts = [after[name] for name in after.keys() - before.keys() if "charts/" in name]
    assert len(charts) == 1
    assert b"'Alue 1'" not in charts[0]


def test_formulas_that_name_the_sheet_or_its_table_name_the_copy(tmp_path: Path) -> None:
    path = rich_book(tmp_path / "kirja.xlsx")
    after = copied(path)
    with open_book(path) as book:
        grid = book.read("Alue 2")
        assert grid.formula(Address(1, 4)) == "=SUM(Luvut_2[Column2])+'Alue 2'!B4"
        assert grid.formula(Address(2, 4)) == "=Muut!A1&\"'Alue 1'!B4\""
        assert grid.value(Address(1, 4)) == 4
        assert book.read("Alue 1").formula(Address(1, 4)) == "=SUM(Luvut[Column2])+'Alue 1'!B4"
    tables = [after[name] for name in after if "tables/" in name]
    ids = [re.findall(rb'\bid="(\d+)" name="(\w+)"', one)[:1] for one in tables]
    assert len(tables) == len({str(one) for one in ids}) == 2
    names = re.findall(rb'<definedName name="Oma"[^>]*>([^<]*)<', after["xl/workbook.xml"])
    assert names == [b"'Alue 1'!$B$4", b"'Alue 2'!$B$4"]


def test_shapes_of_the_copy_have_numbers_of_their_own(tmp_path: Path) -> None:
    after = copied(rich_book(tmp_path / "kirja.xlsx"))
    drawings = [after[name] for name in after if name.lower().endswith(".vml")]
    shapes = [set(re.findall(rb"_x0000_s\d+", one)) for one in drawings]
    assert len(shapes) == 2
    assert not shapes[0] & shapes[1]


def test_a_copy_of_a_copy_is_made_alike(tmp_path: Path) -> None:
    path = rich_book(tmp_path / "kirja.xlsx")
    copied(path)
    with open_book(path) as book:
        book.copy_sheet("alue 2", "Kolmas O'Neill")
        book.save()
    with open_book(path) as book:
        assert book.sheets == ("Alue 1", "Alue 2", "Kolmas O'Neill", "Muut")
        formula = book.read("Kolmas O'Neill").formula(Address(1, 4))
        assert formula == "=SUM(Luvut_2_2[Column2])+'Kolmas O''Neill'!B4"


@pytest.mark.parametrize("kind", ["pivotTable", "slicer", "control", "threadedComment"])
def test_what_cannot_be_copied_is_named_and_the_file_stays(tmp_path: Path, kind: str) -> None:
    pointers = {"xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", kind, "../x/x1.xml"))}
    made = parts(sheet_xml(), more={**pointers, "xl/x/x1.xml": "<a/>"})
    path = written(tmp_path / "kirja.xlsx", made)
    with open_book(path) as book:
        with pytest.raises(TpxlError) as refused:
            book.copy_sheet("Alue 1", "Alue 2")
        assert (refused.value.code, refused.value.facts["what"]) == ("sheet_not_copied", kind)
        assert book.sheets == ("Alue 1",)


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("muut", "sheet_name_taken"),
        ("History", "sheet_name_unusable"),
        ("'Alue", "sheet_name_unusable"),
        ("a" * 32, "sheet_name_unusable"),
        ("a/b", "sheet_name_unusable"),
        ("", "sheet_name_unusable"),
    ],
)
def test_a_name_that_no_sheet_can_bear_is_refused(tmp_path: Path, new: str, code: str) -> None:
    with open_book(rich_book(tmp_path / "kirja.xlsx")) as book:
        with pytest.raises(TpxlError) as refused:
            book.copy_sheet("Alue 1", new)
        assert refused.value.code == code
