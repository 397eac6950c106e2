"""The present macros in a master of an earlier version: that one part, and only where it may be."""

import random
from pathlib import Path

import pytest
from tests.old_macros import (
    BUTTONS,
    MACROS,
    SHEETS,
    old_master,
    old_modules,
    parts_of,
    read_parts,
    rewritten,
)
from tests.vba.strict import complaints
from workbook.macros import mark

from tpxl.books import open_book
from tpxl.books.package.macros import Module, mark_of, modules_of
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.jobs.upgrade import upgrade
from tpxl.master.buttons import project
from tpxl.model import Severity
from tpxl.shipped import master


def upgraded(path: Path) -> dict[str, bytes]:
    with open_book(path) as book:
        upgrade(book)
        book.save()
    return parts_of(path)


def refusal(path: Path) -> TpxlError:
    before = path.read_bytes()
    with open_book(path) as book, pytest.raises(TpxlError) as caught:
        upgrade(book)
    assert path.read_bytes() == before
    return caught.value


def module(name: str, text: str = "") -> Module:
    return Module(name, f'Attribute VB_Name = "{name}"\n{text}')


def test_one_part_is_replaced_and_every_other_byte_stays(tmp_path: Path) -> None:
    path = old_master(tmp_path / "vanha.xlsm")
    before = parts_of(path)
    after = upgraded(path)
    assert list(after) == list(before)
    assert [name for name in before if after[name] != before[name]] == [MACROS]
    assert modules_of(after[MACROS]) == modules_of(parts_of(master())[MACROS])
    assert complaints(after[MACROS]) == []


def test_an_upgraded_master_is_the_one_that_is_made_today(tmp_path: Path) -> None:
    path = old_master(tmp_path / "vanha.xlsm")
    assert complaints(upgraded(path)[MACROS]) == []
    assert read_parts(path) == read_parts(master())


def test_the_sheets_of_the_workbook_keep_their_modules_and_a_citys_code_in_them(
    tmp_path: Path,
) -> None:
    path = old_master(tmp_path / "vanha.xlsm")
    sheet = modules_of(parts_of(path)[MACROS])[1]
    own = sheet._replace(
        name="Taul12",
        text=sheet.text.replace(f'"{sheet.name}"', '"Taul12"')
        + "Private Sub Worksheet_Activate()\n    Beep\nEnd Sub\n",
    )
    rewritten(path, {MACROS: project(SHEETS, [own, *old_modules()])})
    after = modules_of(upgraded(path)[MACROS])
    assert own in after
    assert [one.name for one in after if one.is_document][:3] == [
        "ThisWorkbook",
        "Sheet1",
        "Sheet2",
    ]


def test_present_macros_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "nykyinen.xlsm"
    path.write_bytes(master().read_bytes())
    with open_book(path) as book:
        assert not upgrade(book).has_changed
        book.save(backup=True)
    assert path.read_bytes() == master().read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_what_an_upgrade_did_is_told_by_the_names_of_modules(tmp_path: Path) -> None:
    with open_book(old_master(tmp_path / "vanha.xlsm")) as book:
        result = upgrade(book)
    assert result.gone == ("tpxl_buttons", "xlwings", "xlwings_udfs", "Dictionary")
    assert result.come[:2] == ("tpxl_buttons", "tpxl_python")
    assert result.has_changed


@pytest.mark.parametrize(
    ("modules", "code"),
    [
        ([module("Makrot")], "macros_foreign"),
        ([], "macros_foreign"),
        ([BUTTONS, module("Makrot")], "macros_mixed"),
        ([BUTTONS, module("xlwings_oma")], "macros_mixed"),
        ([BUTTONS, mark("99.0.0", [BUTTONS])], "macros_newer"),
    ],
)
def test_other_macros_are_refused(tmp_path: Path, modules: list[Module], code: str) -> None:
    assert refusal(old_master(tmp_path / "muu.xlsm", modules)).code == code


def test_a_sheets_code_that_calls_what_would_go_is_named(tmp_path: Path) -> None:
    path = old_master(tmp_path / "vanha.xlsm")
    sheet = modules_of(parts_of(path)[MACROS])[1]
    text = sheet.text.replace(f'"{sheet.name}"', '"Taul12"')
    calling = sheet._replace(name="Taul12", text=f'{text}Sub X()\n    RunPython "x"\nEnd Sub\n')
    rewritten(path, {MACROS: project(SHEETS, [calling, *old_modules()])})
    error = refusal(path)
    assert (error.code, error.facts["modules"]) == ("macros_mixed", "Taul12")


def test_a_book_without_macros_is_refused(tmp_path: Path) -> None:
    rels = "xl/_rels/workbook.xml.rels"
    text = parts_of(master())[rels].decode()
    start = text.index("<Relationship ", text.index("sharedStrings"))
    kind = text.index("vbaProject")
    start = text.rindex("<Relationship ", 0, kind)
    without = text[:start] + text[text.index("/>", kind) + 2 :]
    path = rewritten(tmp_path / "ilman.xlsm", {MACROS: None, rels: without.encode()})
    assert refusal(path).code == "macros_none"
    with open_book(path) as book:
        assert "macros_old" not in [one.code for one in check(book).findings]


def test_signed_macros_are_refused(tmp_path: Path) -> None:
    signature = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="vbaProjectSignature.bin" '
        'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProjectSignature"/>'
        "</Relationships>"
    )
    path = old_master(
        tmp_path / "allekirjoitettu.xlsm",
        **{"xl/_rels/vbaProject.bin.rels": signature.encode(), "xl/vbaProjectSignature.bin": b"x"},
    )
    assert refusal(path).code == "macros_signed"


@pytest.mark.parametrize("seed", range(30))
def test_damaged_macros_are_refused_or_come_out_whole(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  # drawn the same every time
    data = bytearray(project(SHEETS, old_modules()))
    for _ in range(draw.choice([1, 8, 200])):
        data[draw.randrange(len(data))] = draw.randrange(256)
    cut = draw.choice([len(data), len(data), draw.randrange(len(data))])
    path = rewritten(tmp_path / "rikki.xlsm", {MACROS: bytes(data[:cut])})
    try:
        after = upgraded(path)
    except TpxlError as error:
        assert error.code.startswith("macros_")  # noqa: PT017  # either is right
        return
    assert mark_of(after[MACROS]) == mark_of(parts_of(master())[MACROS])


def test_a_check_tells_old_macros_and_nothing_else_changes(tmp_path: Path) -> None:
    with open_book(old_master(tmp_path / "vanha.xlsm")) as book, open_book(master()) as today:
        old, present = check(book).findings, check(today).findings
    (told,) = [finding for finding in old if finding.code == "macros_old"]
    assert (told.severity, told.sheet) == (Severity.WARNING, None)
    assert "tpxl upgrade" in told.message
    assert [one for one in old if one is not told] == list(present)


def test_a_refresh_writes_no_finding_that_a_button_would_take_off_again(tmp_path: Path) -> None:
    path = old_master(tmp_path / "vanha.xlsm")
    with open_book(path) as book:
        findings = refresh(book).findings
    assert "macros_old" not in [finding.code for finding in findings]


def test_newer_and_foreign_macros_are_no_finding(tmp_path: Path) -> None:
    newer = [BUTTONS, mark("99.0.0", [BUTTONS])]
    for modules in (newer, [module("Makrot")]):
        with open_book(old_master(tmp_path / "muu.xlsm", modules)) as book:
            assert "macros_old" not in [finding.code for finding in check(book).findings]


def test_the_mark_changes_with_any_text_and_is_read_from_the_bytes() -> None:
    one, other = mark("1.2.0", [BUTTONS]), mark("1.2.0", [module("tpxl_buttons")])
    assert one.name != other.name
    read = mark_of(project(2, [BUTTONS, one]))
    assert read is not None
    assert (read.version, one.name) == ((1, 2, 0), f"tpxl_1_2_0_{read.fingerprint}")
    assert mark_of(project(2, [BUTTONS])) is None
