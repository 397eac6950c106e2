"""``tpxl diff`` as a person or a script calls it."""

import json
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest
from tests.books.report.styles import PERIODS, Typing, figures, numbers_of, ruled, with_number
from tests.docs.pages import first_words, page, section
from tests.docs.test_contracts import fields
from tests.jobs.sending import heads

from tpxl.books import open_book
from tpxl.cli import FAILED, main
from tpxl.model import Edit
from tpxl.shipped import master

AREA = "Kaupunkimarkkinointi"
HEAD = "Tekniset palvelut"


@pytest.fixture
def books(tmp_path: Path) -> tuple[str, str]:
    old, new = (shutil.copy(master(), tmp_path / name) for name in ("vanha.xlsm", "uusi.xlsm"))
    with open_book(new) as book:
        book.apply(
            [Edit(AREA, "F43", -64_060), Edit(AREA, "F45", -63_960), Edit(AREA, "G14", "Osin.")]
        )
        book.apply([Edit(AREA, "A8", "Uusi teksti.")])
        book.save()
    return str(old), str(new)


def test_what_changed_is_told_in_words_and_as_the_contract_says(
    books: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *books]) == 1
    said = capsys.readouterr().out
    assert "TP 2025, toimintakate: −63\u00a0959 → −63\u00a0960" in said
    assert "{+Osin.+}" in said
    assert main(["diff", *books, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    documented = set(first_words(section(page("contracts.md"), "tpxl diff --json")))
    lists = {name for name in documented if name.endswith("[]")}
    met = set(fields(told, documented))
    assert {one for one in met if not one.startswith(tuple(lists))} <= documented
    (area,) = [one for one in told["areas"] if one["state"] == "changed"]
    assert area["figures"][0] == {
        "kind": "figure",
        "old": area["figures"][0]["old"],
        "new": "-64060",
        "line": "OPERATING_EXPENSES",
        "period": "TP 2025",
    }
    assert [one["part"] for one in area["goals"]] == ["outcome"]
    assert [one["section"] for one in area["texts"]] == ["2"]


def test_a_book_against_itself_is_0_and_one_that_is_missing_2(
    books: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", books[0], books[0], "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Nothing has changed.\n"
    assert main(["diff", "ei.xlsx", books[0]]) == FAILED
    assert "ei.xlsx" in capsys.readouterr().err


@pytest.fixture
def small(tmp_path: Path) -> tuple[str, str]:
    old = heads.written(tmp_path / "vanha.xlsx")
    new = shutil.copy(old, tmp_path / "uusi.xlsx")
    with open_book(new) as book:
        book.apply([Edit(HEAD, "C15", -900_101), Edit(HEAD, "D6", "Myytiin viisi.")])
        book.save()
    return str(old), str(new)


def test_the_changes_are_written_into_a_sheet_and_a_document(
    small: tuple[str, str], tmp_path: Path
) -> None:
    sheet, document = tmp_path / "m.xlsx", tmp_path / "m.docx"
    for out, lang in ((sheet, "fi"), (document, "sv")):
        assert main(["diff", *small, "--out", str(out), "--lang", lang]) == 1
    (page_,) = openpyxl.load_workbook(sheet)
    rows = [[cell.value for cell in row] for row in page_.iter_rows(min_row=4)]
    told = [[row[0], *row[3:]] for row in rows]
    assert [HEAD, -900_000, -900_101, -101] in told
    assert [HEAD, "Myytiin 4.", "Myytiin viisi.", None] in told
    runs = [run for one in docx.Document(str(document)).paragraphs for run in one.runs]
    assert [run.text for run in runs if run.font.underline][:1] == ["viisi. "]
    assert [run.text for run in runs if run.font.strike][:1] == ["4. "]
    again = document.read_bytes()
    main(["diff", *small, "--out", str(document), "--lang", "sv"])
    assert document.read_bytes() == again


def test_the_list_of_changes_takes_no_books_place_and_no_other_form(
    small: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(small[0]).read_bytes()
    for out in (small[0], str(tmp_path / "m.pdf")):
        assert main(["diff", *small, "--out", out]) == FAILED
        assert capsys.readouterr().err.count("\n") == 1
    assert Path(small[0]).read_bytes() == before
    assert not (tmp_path / "m.pdf").exists()


@pytest.fixture
def reports(tmp_path: Path) -> tuple[str, str, int]:
    """Return two versions of a drawn report, one figure changed, and the figure."""
    areas = figures(3, PERIODS)
    place = next(iter(numbers_of(areas)))
    a, t, r, c = place
    right = areas[a].tables[t].rows[r][1][c]
    assert right is not None
    old, new = tmp_path / "vanha.pdf", tmp_path / "uusi.pdf"
    for path, one in ((old, areas), (new, with_number(areas, place, right + 7))):
        path.write_bytes(ruled(one, Typing())[0])
    return str(old), str(new), right


def test_of_two_reports_what_changed_is_told_with_its_page(
    reports: tuple[str, str, int], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, right = reports
    assert main(["diff", old, new]) == 1
    assert "s. 1" in capsys.readouterr().out
    assert main(["diff", old, new, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    (changed,) = told["changed"]
    assert (changed["old"], changed["new"]) == (right, right + 7)
    assert changed["old_page"] == changed["page"] == 1
    assert (told["gone"], told["came"], told["same"]) == ([], [], told["total"] - 1)
    documented = set(first_words(section(page("contracts.md"), "tpxl diff --json")))
    assert set(fields(told, documented)) <= documented


def test_a_report_and_itself_differ_in_nothing(reports: tuple[str, str, int]) -> None:
    assert main(["diff", reports[0], reports[0]]) == 0


def test_a_report_and_a_workbook_are_no_two_versions(
    reports: tuple[str, str, int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", reports[0], str(master())]) == FAILED
    assert "compare" in capsys.readouterr().err


def test_the_changes_between_reports_go_into_no_file(
    reports: tuple[str, str, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "m.xlsx"
    assert main(["diff", *reports[:2], "--out", str(out)]) == FAILED
    assert "--out" in capsys.readouterr().err
    assert not out.exists()
