"""An empty master for another city: its own names, no figure, nothing replaced, nothing wrong."""

import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.new.job import NewBookWish, new
from tpxl.jobs.new.names import read_names
from tpxl.jobs.recalculation import recalculate
from tpxl.layout import survey
from tpxl.master.sheets import SHEETS
from tpxl.messages import sentence
from tpxl.model import Address

AREAS = ("Kirjasto", "Vesihuolto ja jäte", "Sivistys, nuoriso ja liikunta")
FOCUS = ("HYVÄ ARKI", "VAKAA TALOUS")


def listed(path: Path, names: tuple[str, ...] = AREAS) -> Path:
    path.write_text("\n".join(names), encoding="utf-8")
    return path


def made(folder: Path, lang: str = "fi", **wished: object) -> Path:
    wish = NewBookWish("Testilä", 2026, listed(folder / "a.txt"), lang=lang)
    new(folder / f"{lang}.xlsm", wish._replace(**wished))
    return folder / f"{lang}.xlsm"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("new")
    focus = listed(folder / "f.txt", FOCUS)
    return {lang: made(folder, lang, focus=focus) for lang in ("fi", "sv")}


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_its_own_check_says_no_figures_yet_and_no_more(books: dict[str, Path], lang: str) -> None:
    with open_book(books[lang]) as book:
        found, result = survey(book), check(book)
    assert (result.findings, result.is_unfilled, result.untied) == ((), True, None)
    assert tuple(area.name for area in found.areas) == AREAS
    told = [str(period) for period in found.areas[0].periods]
    assert told == ["TP 2024", "TA 2025", "TP 2025", "TA 2026", "TP 2026"]
    assert len(found.settings.records) >= len(told)
    assert found.findings_journal is not None
    assert found.changes_journal is not None
    assert {one.lang for one in (found.findings_journal, found.changes_journal)} == {lang}
    sections = {table.section for goals in found.goals for table in goals.tables}
    assert sections == {3, 4, 5, 8, 9}
    assert {name for table in found.goals[0].tables for name in table.focus_areas} == set(FOCUS)


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_every_formula_has_the_value_that_it_recalculates_to(
    books: dict[str, Path], lang: str, tmp_path: Path
) -> None:
    with open_book(books[lang]) as book:
        recalculate(book)
        book.save(tmp_path / "recalculated.xlsm")
    before, after = (
        openpyxl.load_workbook(path, data_only=True)
        for path in (books[lang], tmp_path / "recalculated.xlsm")
    )
    for sheet in before:
        shown = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert shown == [[cell.value for cell in row] for row in after[sheet.title].iter_rows()]


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_an_independent_checker_has_nothing_to_say(books: dict[str, Path], lang: str) -> None:
    result = OpenXmlValidator().validate(str(books[lang]))
    assert result.is_valid, [str(error) for error in result.errors]


_TEXT = re.compile(r"<(?:t|v|a:t|font)\b[^>]*>([^<>]*[^\W\d]{3}[^<>]*)<")


def words(path: Path) -> set[str]:
    """Return every word that a person sees: of cells, messages of rules, charts, buttons."""
    found: set[str] = set()
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if re.search(r"sharedStrings|charts/|vmlDrawing|worksheets/sheet|drawings/", name):
                text = package.read(name).decode()
                found.update(_TEXT.findall(text))
                found.update(re.findall(r'(?:descr|error|errorTitle)="([^"]+)"', text))
                found.update(re.findall(r"&quot;([^&<>]*[^\W\d]{3}[^&<>]*)&quot;", text))
    return found


def test_a_swedish_book_holds_no_finnish_word(books: dict[str, Path]) -> None:
    same = words(books["fi"]) & words(books["sv"])
    assert len(words(books["fi"])) > 150
    names = {*AREAS, *FOCUS, "Testilä", "euro"}
    own = re.compile("|".join(map(re.escape, sorted(names))))
    assert [text for text in same if not own.search(text) and not text.startswith("Sheet")] == []


def links_and_formulas(path: Path) -> tuple[int, int]:
    book = openpyxl.load_workbook(path, keep_vba=True)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    return sum(one.hyperlink is not None for one in cells), sum(
        one.data_type == "f" for one in cells
    )


def test_a_name_is_a_text_whatever_it_begins_with(tmp_path: Path) -> None:
    names = ("=1+1", '@SUM(A1) "ja" muut', "Lasten' ja nuorten & muiden")
    path = made(tmp_path, city="=cmd|' /C calc'!A0", areas=listed(tmp_path / "n.txt", names))
    (tmp_path / "p").mkdir()
    plain = made(tmp_path / "p", areas=listed(tmp_path / "m.txt", AREAS))
    assert links_and_formulas(path) == links_and_formulas(plain)
    with open_book(path) as book:
        assert tuple(area.name for area in survey(book).areas) == names
        assert (check(book).findings, check(book).is_unfilled) == ((), True)


def test_the_sheets_are_those_that_no_area_may_be_called(books: dict[str, Path]) -> None:
    drawn = openpyxl.load_workbook(books["fi"], read_only=True).sheetnames
    assert sorted(set(drawn) - set(AREAS)) == sorted(SHEETS)


def test_the_rules_of_its_goals_name_its_focus_areas(books: dict[str, Path]) -> None:
    rules = json.loads(books["fi"].with_name("fi.tavoitteet.json").read_text(encoding="utf-8"))
    section = rules["properties"]["sections"]["properties"]["3"]
    assert section["properties"]["focus_areas"]["required"] == list(FOCUS)
    with open_book(books["fi"]) as book:
        assert "fi.tavoitteet.json" in survey(book).settings.texts.values()


def test_periods_are_a_citys_own(tmp_path: Path) -> None:
    path = made(tmp_path, periods=("TP 2025", "TA 2026", "TP 2026", "TS 2027"))
    with open_book(path) as book:
        assert [str(one) for one in survey(book).areas[0].periods][-1] == "TS 2027"
        assert check(book).findings == ()


@pytest.mark.parametrize(
    ("wished", "code"),
    [
        ({"periods": ("TP 2025", "TP 2026")}, "new_periods"),
        ({"periods": ("TP 2026", "TA 2026", "TA 2026")}, "new_periods"),
        ({"periods": ("TP 2026", "TA 2026", "kevät")}, "new_period"),
        ({"year": 1812}, "new_year"),
        ({"city": " "}, "new_city"),
    ],
)
def test_a_wish_that_cannot_be_granted_is_told(
    tmp_path: Path, wished: dict[str, object], code: str
) -> None:
    with pytest.raises(TpxlError) as told:
        made(tmp_path, **wished)
    assert told.value.code == code
    assert all(sentence(told.value, lang) for lang in ("fi", "sv", "en"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("there", ["fi.xlsm", "fi.tavoitteet.json"])
def test_what_is_there_is_never_replaced(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_bytes(b"oma")
    with pytest.raises(TpxlError) as told:
        made(tmp_path)
    assert told.value.code == "new_exists"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["a.txt", there])
    assert (tmp_path / there).read_bytes() == b"oma"


def test_rules_that_a_run_left_which_was_ended_are_taken_again(tmp_path: Path) -> None:
    path = made(tmp_path)
    rules, before = path.with_name("fi.tavoitteet.json"), path.read_bytes()
    kept = rules.read_bytes()
    path.unlink()
    assert made(tmp_path).read_bytes() == before
    assert rules.read_bytes() == kept


ODD = {
    "blank lines": (b"Kirjasto\n\n  \nSatama\n", ["names_blank"]),
    "a heading": (b"Vastuualue\nKirjasto\nSatama", ["names_heading"]),
    "Windows letters": ("Jätehuolto\nSatama".encode("cp1252"), ["names_encoding"]),
    "UTF-16": ("Jätehuolto\r\nSatama".encode("utf-16"), ["names_encoding"]),
    "a mark of UTF-8": ("Kirjasto\nSatama".encode("utf-8-sig"), []),
    "cells": (b'"Kirjasto";x\nSatama;y\n', []),
}


@pytest.mark.parametrize(("data", "notes"), ODD.values(), ids=ODD)
def test_an_odd_file_of_names_is_read_and_told(
    tmp_path: Path, data: bytes, notes: list[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    names = read_names(path)
    assert len(names.names) == 2
    assert names.names[1].text == "Satama"
    assert names.names[0].text in {"Kirjasto", "Jätehuolto"}
    assert [note.code for note in names.notes] == notes
    assert all(sentence(one, lang) for one in names.notes for lang in ("fi", "sv", "en"))


def test_boards_and_people_come_along_under_their_headings(tmp_path: Path) -> None:
    lines = ("Vastuualue;Toimielin;Vastuuhenkilö;Sähköposti", "Kirjasto;Sivistyslautakunta;N. N.;")
    path = made(tmp_path, areas=listed(tmp_path / "b.txt", (*lines, "Satama;;;s@kunta.example")))
    with open_book(path) as book:
        settings = survey(book).settings
        titles = [book.read(area).value(Address(2, 1)) for area in ("Kirjasto", "Satama")]
        grid = book.read("Perustiedot")
        told = [[grid.value(at) for at in one.cells.values()] for one in settings.records[-2:]]
    assert settings.boards == {"kirjasto": "Sivistyslautakunta"}
    assert str(titles[0]).endswith("Toimielin: Sivistyslautakunta")
    assert str(titles[1]).endswith("Toimielin: ")
    assert [sorted(map(str, row)) for row in told] == [
        sorted(["0", "Kirjasto", "N. N.", "None", "Sivistyslautakunta"]),
        sorted(["0", "Satama", "None", "None", "s@kunta.example"]),
    ]


REFUSED = {
    "twins": ("Kirjasto\nSatama\nKIRJASTO ", "names_twice"),
    "no name": ("\n \n", "names_none"),
    "nothing": ("", "rows_empty"),
    "no text": ("Kirjasto\0\0", "rows_foreign"),
    "too many": ("\n".join(f"Alue {number}" for number in range(201)), "names_many"),
    "a letter that Excel forbids": ("Kirjasto\nKatu/piha", "names_unusable"),
    "too long": ("K" * 32, "names_unusable"),
    "a sheet of the book's own": ("Satama\ntarkistus", "names_taken"),
    "a word for all areas": ("Satama\nYhteensä", "names_taken"),
}


@pytest.mark.parametrize(("text", "code"), REFUSED.values(), ids=REFUSED)
def test_names_that_no_book_can_have_are_refused_in_one_sentence(
    tmp_path: Path, text: str, code: str
) -> None:
    path = tmp_path / "nimet.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TpxlError) as told:
        new(tmp_path / "b.xlsm", NewBookWish("Testilä", 2026, path))
    assert told.value.code == code
    assert all(sentence(told.value, lang) for lang in ("fi", "sv", "en"))
    assert [one.name for one in tmp_path.iterdir()] == ["nimet.txt"]
