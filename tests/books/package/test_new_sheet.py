"""A sheet is added to a closed file: three parts grow, one is new, every other byte stays."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.books.packages import (
    MAIN,
    OFFICE,
    PACKAGE,
    parts,
    relations,
    sheet_xml,
    workbook,
    written,
)

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.model import Address, Edit

GROWN = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
MASTER = Path(__file__).parents[3] / "workbook" / "tilinpaatos_master.xlsm"


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return {info.filename: package.read(info) for info in package.infolist()}


def added(path: Path, name: str = "Tilikartta") -> dict[str, bytes]:
    """The members of the file once a sheet was added and the file saved."""
    with open_book(path) as book:
        book.add_sheet(name)
        book.save()
    return members(path)


def test_only_the_three_parts_that_name_sheets_change(tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsm"
    path.write_bytes(MASTER.read_bytes())
    before, after = members(path), added(path)
    new = after.keys() - before.keys()
    assert len(new) == 1
    assert list(after)[:-1] == list(before)
    assert {name for name in before if before[name] != after[name]} == GROWN
    for name in GROWN:  # what stood there stands there, in one or two pieces
        start = next(i for i, (a, b) in enumerate(zip(before[name], after[name])) if a != b)  # noqa: B905
        assert after[name].endswith(before[name][start:])
    assert openpyxl.load_workbook(path, keep_vba=True).sheetnames[-1] == "Tilikartta"


def test_a_new_sheet_is_printed_one_page_wide(tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsx"
    openpyxl.Workbook().save(path)
    with open_book(path) as book:
        book.add_sheet("Tilikartta", [60] * 8)
        book.save()
    sheet = openpyxl.load_workbook(path)["Tilikartta"]
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    setup = sheet.page_setup
    assert (setup.fitToHeight, setup.orientation, setup.paperSize) == (0, "landscape", 9)


def test_the_same_sheet_added_twice_makes_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("a.xlsx", "b.xlsx"):
        added(workbook(tmp_path / name, sheet_xml()))
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_names_ids_and_parts_that_are_taken_are_not_taken_again(tmp_path: Path) -> None:
    made = parts(sheet_xml(), sheet_xml())
    made["xl/worksheets/SHEET3.xml"] = sheet_xml()
    pointers = str(made["xl/_rels/workbook.xml.rels"])
    taken = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/externalLink" TargetMode="External" '
        f'Target="http://example.invalid/{n}"/>'
        for n in (5, 6)
    )
    made["xl/_rels/workbook.xml.rels"] = pointers.replace("</Rel", f"{taken}</Rel")
    made["xl/workbook.xml"] = str(made["xl/workbook.xml"]).replace('sheetId="2"', 'sheetId="41"')
    path = written(tmp_path / "kirja.xlsx", made)
    after = added(path)
    assert "xl/worksheets/sheet4.xml" in after
    assert b'sheetId="42"' in after["xl/workbook.xml"]
    ids = re.findall(rb' Id="(\w+)"', after["xl/_rels/workbook.xml.rels"])
    assert len(ids) == len(set(ids)) == 7
    with open_book(path) as book:
        assert book.sheets == ("Alue 1", "Alue 2", "Tilikartta")


def test_a_hidden_last_sheet_and_prefixes_of_any_name_are_no_hindrance(tmp_path: Path) -> None:
    made = parts(sheet_xml())
    made["xl/workbook.xml"] = (
        f'<x:workbook xmlns:x="{MAIN}"><x:sheets><x:sheet xmlns:ptr="{OFFICE}" name="Alue 1" '
        'sheetId="1" state="veryHidden" ptr:id="rId1"></x:sheet></x:sheets></x:workbook>'
    )
    made["xl/_rels/workbook.xml.rels"] = (
        f'<p:Relationships xmlns:p="{PACKAGE}/relationships"><p:Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="/xl/worksheets/sheet1.xml"/></p:Relationships>'
    )
    path = written(tmp_path / "kirja.xlsx", made)
    after = added(path)
    assert b"<x:sheet xmlns:ptr=" in after["xl/workbook.xml"]
    assert after["xl/workbook.xml"].count(b"veryHidden") == 1
    with open_book(path) as book:
        book.apply([Edit("Tilikartta", "A1", "Yksikkö")])
        book.save()
    with open_book(path) as again:
        assert again.read("Tilikartta").value(Address(1, 1)) == "Yksikkö"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"_xmlsignatures/sig1.xml": "<a/>"}, "sheet_in_signed"),
        (
            {
                "xl/vbaProject.bin": "x",
                "xl/_rels/vbaProject.bin.rels": relations(
                    ("rId1", "vbaProjectSignature", "vbaProjectSignature.bin")
                ),
            },
            "sheet_in_signed",
        ),
        ({"xl/revisions/revisionHeaders.xml": "<a/>"}, "sheet_in_shared"),
    ],
)
def test_a_signed_or_shared_book_takes_no_sheet(
    tmp_path: Path, more: dict[str, str], code: str
) -> None:
    made = parts(sheet_xml(), more=more)
    pointers = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        *([("rId2", "vbaProject", "vbaProject.bin")] if "xl/vbaProject.bin" in more else []),
        *(
            [("rId3", "revisionHeaders", "revisions/revisionHeaders.xml")]
            if "shared" in code
            else []
        ),
    )
    made["xl/_rels/workbook.xml.rels"] = pointers
    path = written(tmp_path / "kirja.xlsx", made)
    before = path.read_bytes()
    with open_book(path) as book:
        with pytest.raises(TpxlError) as caught:
            book.add_sheet("Tilikartta")
        assert caught.value.code == code
        book.save()
    assert path.read_bytes() == before
