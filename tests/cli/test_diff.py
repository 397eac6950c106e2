"""``tpxl diff`` as a person or a script calls it."""

import json
import shutil
from pathlib import Path

import pytest
from tests.books.report.styles import PERIODS, Typing, figures, numbers_of, ruled, with_number
from tests.docs.pages import first_words, page, section
from tests.docs.test_contracts import fields

from tpxl.books import open_book
from tpxl.cli import FAILED, main
from tpxl.model import Edit
from tpxl.shipped import master

AREA = "Kaupunkimarkkinointi"


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
