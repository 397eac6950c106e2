"""An approval holds while nothing of its area changes, and its rows tell when they are touched."""

import datetime as dt
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.jobs.sending import heads
from tests.jobs.sending.heads import GOALS, Form, said

from tpxl.books import open_book
from tpxl.cli import main
from tpxl.errors import TpxlError
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.refresh import refresh
from tpxl.jobs.sending import collect as collecting
from tpxl.jobs.sending import send as sending
from tpxl.jobs.versions.approvals import ApprovalWish, AreaStatus, BookStatus, approve, status
from tpxl.model import Edit

AREAS = ("Tekniset palvelut", "Sivistys", "Vesihuolto")
AREA = AREAS[0]


def written(path: Path) -> Path:
    """Write a workbook of three areas whose figures tie out."""
    heads.written(path, AREAS)
    book = openpyxl.load_workbook(path)
    for number, area in enumerate(AREAS, 1):
        for row, figures in enumerate([(-300_000, -900_000), (100_000, 120_000)], 15):
            for letter, figure in zip("BC", figures, strict=True):
                book[area][f"{letter}{row}"] = figure * number
        for letter in "BC":
            sums = (book[area][f"{letter}{row}"].value for row in (15, 16))
            book[area][f"{letter}17"] = sum(sums)
    book.save(path)
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = written(tmp_path / "kirja.xlsx")
    with open_book(path) as opened:
        refresh(opened)
        opened.apply(
            Edit(area, f"D{row}", f"{goal[0]}: valmis.")
            for area in AREAS
            for row, goal in enumerate(GOALS, 5)
        )
        refresh(opened)
        opened.save()
    return path


def approved(book: Path, area: str = AREA, state: str = "approved") -> AreaStatus:
    with open_book(book) as opened:
        told = approve(opened, ApprovalWish(area, "N. N.", state))
        opened.save()
    return told


def told(book: Path) -> BookStatus:
    with open_book(book) as opened:
        return status(opened)


def states(book: Path) -> list[str]:
    return [one.state for one in told(book).areas]


def typed(book: Path, *edits: Edit) -> None:
    with open_book(book) as opened:
        opened.apply(edits)
        opened.save()


def test_an_area_is_a_draft_then_ready_then_approved(book: Path) -> None:
    assert states(book) == ["draft"] * 3
    assert approved(book, state="ready").state == "ready"
    assert approved(book).state == "approved"
    assert states(book) == ["approved", "draft", "draft"]
    (one, *_) = told(book).areas
    assert (one.by, one.reopened_by) == ("N. N.", ())


def test_a_refresh_leaves_an_approval(book: Path) -> None:
    approved(book)
    with open_book(book) as opened:
        refresh(opened)
        opened.save()
    assert states(book)[0] == "approved"


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        (Edit(AREA, "C15", -900_001), ("FIGURE", "-900000", "-900001")),
        (Edit(AREA, "C17", -780_001), ("COMPUTED", "-780000", "-780001")),
        (Edit(AREA, "D7", "Toinen teksti."), ("GOAL", None, "Toinen teksti.")),
        (Edit(AREA, "B7", "Toinen toimi"), ("GOAL", None, "Toinen toimi")),
        (
            Edit(AREA, "A2", "Uusi teksti alueesta."),
            ("TEXT", None, f"VASTUUALUE: {AREA} Uusi teksti alueesta."),
        ),
        (Edit(AREA, "D10", None), ("TEXT", None, None)),
    ],
)
def test_any_later_change_opens_the_area_again_and_is_told(
    book: Path, edit: Edit, what: tuple[str, str | None, str | None]
) -> None:
    approved(book)
    approved(book, AREAS[1])
    typed(book, edit)
    assert states(book) == ["reopened", "approved", "draft"]
    (one, *_) = told(book).areas
    assert [(two.key.kind.name, two.old, two.new) for two in one.reopened_by] == [what]
    assert told(book).has_open_errors


def test_an_area_with_an_open_error_or_without_a_name_is_refused(book: Path) -> None:
    with open_book(book) as opened, pytest.raises(TpxlError, match="approve nameless"):
        approve(opened, ApprovalWish(AREA, "  "))
    with open_book(book) as opened, pytest.raises(TpxlError, match="area unknown"):
        approve(opened, ApprovalWish("Ei ole", "N. N."))
    typed(book, Edit(AREA, "C17", -1))
    with open_book(book) as opened, pytest.raises(TpxlError, match="approve open"):
        approve(opened, ApprovalWish(AREA, "N. N."))
    assert approved(book, AREAS[1]).state == "approved"


def edited(sheet: Worksheet) -> None:
    sheet["B3"] = "Joku muu"


def swapped(sheet: Worksheet) -> None:
    first, second = ([cell.value for cell in sheet[row]] for row in (2, 3))
    for column, (one, other) in enumerate(zip(first, second, strict=True), 1):
        sheet.cell(2, column).value, sheet.cell(3, column).value = other, one


def removed_first(sheet: Worksheet) -> None:
    sheet.delete_rows(2)


def removed_last(sheet: Worksheet) -> None:
    sheet.delete_rows(4)


def removed_all(sheet: Worksheet) -> None:
    sheet.delete_rows(1, 4)


@pytest.mark.parametrize("deed", [edited, swapped, removed_first, removed_last, removed_all])
def test_a_row_that_is_edited_swapped_or_removed_is_told(
    book: Path, deed: Callable[[Worksheet], None]
) -> None:
    for area in AREAS:
        approved(book, area)
    assert not told(book).has_open_errors
    opened = openpyxl.load_workbook(book)
    deed(opened["Hyväksynnät"])
    opened.save(book)
    after = told(book)
    assert after.broken_at is not None or after.is_shortened


def test_every_cell_of_a_row_is_in_its_link(book: Path, tmp_path: Path) -> None:
    approved(book)
    for column in range(1, 11):
        other = Path(shutil.copy(book, tmp_path / "muutettu.xlsx"))
        opened = openpyxl.load_workbook(other)
        cell = opened["Hyväksynnät"].cell(2, column)
        cell.value = f"{cell.value or ''}x"
        opened.save(other)
        assert told(other).broken_at == 2


def test_saved_by_another_program_an_approval_holds(book: Path) -> None:
    approved(book)
    openpyxl.load_workbook(book).save(book)
    assert states(book)[0] == "approved"
    assert not told(book).has_open_errors


def returned(folder: Path, area: str, deed: Callable[[Form], None] | None = None) -> Path:
    form = Form(folder / f"{area}.xlsx")
    heads.fill(form)
    if deed is not None:
        deed(form)
    return form.save(folder / f"palautus {area}.xlsx")


def test_a_whole_closing(tmp_path: Path) -> None:
    """Sent, returned (late, rows inserted, in conflict), approved, corrected, exported."""
    book = written(tmp_path / "kirja.xlsx")
    folder = tmp_path / "lomakkeet"
    with open_book(book) as opened:
        refresh(opened)
        due = sending.SendWish(folder, due=dt.date(2020, 2, 12))
        result = sending.send(opened, due)
        opened.save()
    sending.write_forms(result, folder)
    assert [one.missing for one in result.forms] == [7, 7, 7]
    typed(book, Edit(AREAS[2], "D5", "Talousyksikön oma teksti."))
    files = [
        returned(folder, AREAS[0]),
        returned(folder, AREAS[1], heads.insert_rows),
        returned(folder, AREAS[2]),
    ]
    with open_book(book) as opened:
        told_back = collecting.collect(opened, collecting.CollectWish(files))
        refresh(opened)
        opened.save()
    assert [one.state for one in told_back.returns] == ["taken", "partly", "partly"]
    assert all(one.is_late for one in told_back.returns)
    assert [one.kind for one in told_back.odd] == ["no_key"]
    assert [one.returned for one in told_back.conflicts] == [said(GOALS[0][0])]
    for area in AREAS:
        assert approved(book, area, "ready").state == "ready"
        assert approved(book, area).state == "approved"
    complete = [one.completeness for one in told(book).areas]
    assert [one.explained.done for one in complete if one] == [2, 2, 2]
    assert [one.returned != "" for one in told(book).areas] == [True] * 3
    file = tmp_path / "paakirja.csv"
    rows = ["10;4500;2025;900500,00", "10;3100;2025;-120000,00"]
    file.write_text("\n".join(["Kp;Tili;Vuosi;Summa", *rows]), encoding="utf-8")
    assert main(["ledger", str(book), str(file)]) == 1  # no unit is mapped to an area yet
    typed(book, Edit("Tilikartta", "B2", AREA))
    assert main(["ledger", str(book), str(file)]) == 0
    (one, *others) = told(book).areas
    assert (one.state, {two.state for two in others}) == ("reopened", {"approved"})
    assert [two.key.name for two in one.reopened_by][:2] == [
        "OPERATING_EXPENSES",
        "OPERATING_MARGIN",
    ]
    formats = ("docx", "xlsx", "html")
    with open_book(book) as opened:
        wish = ExportWish(tmp_path / "ulos", (AREA,), formats, is_approved_only=True)
        assert [one.code for one in export(opened, wish).refused] == ["export_not_approved"]
        exported = export(opened, replace(wish, is_approved_only=False))
    for path in exported.files:
        assert "Muuttunut sen jälkeen, kun N. N. merkitsi alueen" in text_of(path)
    assert approved(book).state == "approved"
    with open_book(book) as opened:
        exported = export(opened, replace(wish, areas=(), is_strict=True, is_combined=True))
        (mark, *_) = [one.fingerprint[:4].upper() for one in status(opened).areas]
    assert len(exported.files) == (len(AREAS) + 1) * len(formats)
    assert not exported.refused
    assert not exported.doubts
    for path in exported.files:
        assert "Hyväksytty: N. N., " in text_of(path), path
    for path in exported.files[:3]:
        assert f"tunniste {mark}-" in text_of(path), path


def text_of(path: Path) -> str:
    """Return what a file says, whatever it is written as."""
    if path.suffix == ".html":
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode() for name in package.namelist() if "xml" in name]
    return re.sub(r"<[^>]+>", "", "".join(parts))


def test_rows_of_approval_that_somebody_touched_are_not_printed_and_open_no_door(
    book: Path, tmp_path: Path
) -> None:
    approved(book)
    typed(book, Edit("Hyväksynnät", "B2", "Toinen"))
    wish = ExportWish(tmp_path / "ulos", (AREA,), ("html",))
    with open_book(book) as opened:
        exported = export(opened, wish)
        (refused,) = export(opened, replace(wish, is_approved_only=True)).refused
    assert "Hyväksytty" not in text_of(exported.files[0])
    assert [one.code for one in exported.doubts] == ["export_approvals_broken"]
    assert refused.code == "export_not_approved"


def test_finance_may_say_that_a_strict_export_is_of_approved_areas_alone(
    book: Path, tmp_path: Path
) -> None:
    approved(book)
    typed(book, Edit("Perustiedot", "A9", "Vain hyväksytyt alueet"), Edit("Perustiedot", "B9", "x"))
    with open_book(book) as opened:
        loose = export(opened, ExportWish(tmp_path / "a"))
        strict = export(opened, ExportWish(tmp_path / "b", is_strict=True))
    assert len(loose.files) == len(AREAS)
    assert [path.stem for path in strict.files] == [AREA]
    assert {one.code for one in strict.refused} == {"export_not_approved"}
