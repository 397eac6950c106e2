"""Area sheets out of sight are left out of everything unless they are asked for, and named."""

import json
import zipfile
from pathlib import Path

import pytest
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.cli import main
from tpxl.errors import TpxlError
from tpxl.excel import message_box
from tpxl.jobs.check.check import check
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.export.summary import summary
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.model import Hiding, Value

CASE = "10_hidden_draft_sheets"
DRAFTS = ["Kirjasto (2)", "Kirjasto vanha luonnos"]


def area(name: str, margin: int = -800) -> list[list[Value]]:
    return [
        [f"VASTUUALUE: {name}"],
        ["6. Talous", "TP 2023", "TP 2024"],
        ["Toimintamenot", -900, -1000],
        ["Toimintatulot", 100, 120],
        ["Toimintakate", margin, None],
    ]


def book(hidden: dict[str, Hiding], **sheets: list[list[Value]]) -> TableBook:
    made = TableBook.of(*(TableGrid.of(name, *rows) for name, rows in sheets.items()))
    made.hidden = hidden
    return made


def test_the_drafts_of_the_case_are_neither_checked_nor_changed_nor_summed(tmp_path: Path) -> None:
    with open_book(cases.written(CASE, tmp_path / "kirja.xlsx")) as opened:
        result = refresh(opened)
        assert {edit.cell: edit.new for edit in result.edits} == {
            "E7": -1080000, "F7": -1103340, "F14": 6.2, "F16": 5.6, "F17": -159,
        }  # fmt: skip
        assert {edit.sheet for edit in result.edits} == {"Kirjasto"}
        (line,) = result.findings
        assert (line.code, line.facts["sheets"]) == ("areas_hidden", DRAFTS)
        assert [one.area for one in result.completeness] == ["Kirjasto"]
        assert {row.area for row in summary(opened)} == {"Kirjasto"}
        assert refresh(opened).edits == ()


def test_asked_for_they_are_areas_as_all_others(tmp_path: Path) -> None:
    path = cases.written(CASE, tmp_path / "kirja.xlsx")
    with open_book(path) as opened:
        found = survey(opened, with_hidden=True)
        assert ([area.sheet for area in found.areas], found.hidden) == (["Kirjasto", *DRAFTS], ())
        wrong = {(one.sheet, one.cell) for one in check(opened, with_hidden=True).findings}
        assert {("Kirjasto", "E7"), (DRAFTS[0], "E7")} <= wrong
        assert DRAFTS[0] in {one.sheet for one in refresh(opened, with_hidden=True).edits}


@pytest.mark.parametrize("state", ["hidden", "veryHidden", "visible", "Hidden"])
def test_a_closed_book_knows_how_a_sheet_is_hidden(state: str, tmp_path: Path) -> None:
    path = cases.written(CASE, tmp_path / "kirja.xlsx")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    told = parts["xl/workbook.xml"].replace(b'"veryHidden"', f'"{state}"'.encode())
    with zipfile.ZipFile(path, "w") as package:
        for name, data in {**parts, "xl/workbook.xml": told}.items():
            package.writestr(name, data)
    with open_book(path) as opened:
        expected = {"hidden": Hiding.HIDDEN, "veryHidden": Hiding.VERY_HIDDEN}.get(state)
        assert opened.hidden == ({} if expected is None else dict.fromkeys(DRAFTS, expected))


def test_export_names_them_once_and_says_so_to_who_asks_for_one(tmp_path: Path) -> None:
    with open_book(cases.written(CASE, tmp_path / "kirja.xlsx")) as opened:
        done = export(opened, ExportWish(tmp_path / "ulos"))
        assert [file.name for file in done.files] == ["Kirjasto.xlsx"]
        assert [line.code for line in done.notes] == ["left_hidden"]
        assert DRAFTS[0] in message_box.exported(done, tmp_path, "fi")
        with pytest.raises(TpxlError) as caught:
            export(opened, ExportWish(tmp_path / "ulos", areas=(DRAFTS[0],)))
        assert caught.value.code == "left_hidden"
        asked = ExportWish(tmp_path / "ulos", areas=(DRAFTS[0],), with_hidden=True)
        assert [file.name for file in export(opened, asked).files] == [f"{DRAFTS[0]}.xlsx"]


def test_the_layout_names_each_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(cases.written(CASE, tmp_path / "kirja.xlsx"))
    assert main(["layout", path]) == 0
    said = capsys.readouterr().out
    assert all(f"{draft}\n  ei luettu: vain makro" in said for draft in DRAFTS)
    assert main(["layout", path, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["hidden"]
    assert [(one["sheet"], one["state"]) for one in told] == [(d, "veryHidden") for d in DRAFTS]


@pytest.mark.parametrize("command", ["check", "refresh", "summary"])
def test_each_command_takes_them_in_when_asked(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [command, str(cases.written(CASE, tmp_path / "kirja.xlsx"))]
    words += ["--out", str(tmp_path / "luvut.csv")] if command == "summary" else []
    main(words)
    said = capsys.readouterr()
    assert "--hidden" in said.out + said.err
    main([*words, "--hidden"])
    said = capsys.readouterr()
    assert "--hidden" not in said.out + said.err
    if command == "summary":
        assert DRAFTS[1] in (tmp_path / "luvut.csv").read_text(encoding="utf-8")


def test_an_old_version_of_an_area_contests_nothing_when_it_is_hidden() -> None:
    sheets = {"Kirjasto": area("Kirjasto"), "Vanha": area("Kirjasto", -5)}
    result = refresh(book({"Vanha": Hiding.HIDDEN}, **sheets))
    assert [one.code for one in result.findings] == ["areas_hidden"]
    assert {edit.sheet for edit in result.edits} == {"Kirjasto"}


def test_settings_and_a_journal_are_read_and_written_on_hidden_sheets() -> None:
    residents: list[list[Value]] = [["Kausi", "Asukasluku"], ["TP 2023", 100], ["TP 2024", 80]]
    journal: list[list[Value]] = [["Vakavuus", "Taulukko", "Solu", "Havainto", "Perustelu"]]
    rows = [*area("Kirjasto"), ["Toimintakate €/asukas", -8, None]]
    made = book(
        dict.fromkeys(("Perustiedot", "Tarkistus"), Hiding.VERY_HIDDEN),
        Perustiedot=residents, Kirjasto=rows, Tarkistus=[*journal, []],
    )  # fmt: skip
    result = refresh(made)
    assert {edit.cell: edit.new for edit in result.edits} == {"C5": -880, "C6": -11}
    assert result.findings == ()


def test_a_summary_knows_a_hidden_area_by_its_name() -> None:
    names = ["Kirjasto", "Museo", "Puisto"]
    summary_rows: list[list[Value]] = [
        ["Toimintakate", "TP 2023"], *([name, -800] for name in names), ["Yhteensä", -2400]
    ]  # fmt: skip
    made = book({"Puisto": Hiding.HIDDEN}, **{n: area(n) for n in names}, Koonti=summary_rows)
    codes = {one.code for one in refresh(made).findings}
    assert codes == {"areas_hidden", "area_same_figures"}  # the two that are seen are alike


def test_a_book_whose_every_area_is_hidden_says_so() -> None:
    made = book({"Kirjasto": Hiding.HIDDEN}, Kirjasto=area("Kirjasto"))
    assert [one.code for one in check(made).findings] == ["areas_hidden"]
    with pytest.raises(TpxlError) as caught:
        export(made, ExportWish(Path("ulos")))
    assert caught.value.code == "left_hidden"
