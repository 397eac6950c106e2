"""Case books whose headings, labels and numbers are written as people write them."""

from pathlib import Path

import pytest
from tests import cases

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Finding, Severity

WORDED = (
    "04_superscript_footnote_on_label",
    "05_superscript_footnote_on_number",
    "06_heading_footnote",
    "06c_alkuper_ta",
    "07_numbered_labels",
    "17_us_thousands_text",
    "18_brackets",
    "20_note_after_number",
    "22_label_muutos",
    "23_residents_with_unit",
    "28_heading_slash",
)
RIGHT = {"E7": -1_080_000, "F7": -1_103_340, "F14": 6.2, "F16": 5.6, "F17": -159}


def errors(case: str, folder: Path) -> list[Finding]:
    with open_book(cases.written(case, folder / "kirja.xlsx")) as book:
        return [one for one in check(book).findings if one.severity is Severity.ERROR]


def refreshed(case: str, folder: Path) -> list[dict[str, object]]:
    """Return what two refreshes, one after the other, write by its cell."""
    path = cases.written(case, folder / "kirja.xlsx")
    written = []
    for _ in range(2):
        with open_book(path) as book:
            written.append({edit.cell: edit.new for edit in refresh(book).edits})
            book.save()
    return written


@pytest.mark.parametrize("case", WORDED)
def test_the_one_wrong_margin_is_the_one_error(case: str, tmp_path: Path) -> None:
    (wrong,) = errors(case, tmp_path)
    assert (wrong.cell, wrong.expected) == ("E7", -1_080_000)


@pytest.mark.parametrize("case", [*WORDED, "31_viittaus_text"])
def test_a_refresh_writes_what_is_due_and_a_second_one_nothing(case: str, tmp_path: Path) -> None:
    assert refreshed(case, tmp_path) == [RIGHT, {}]


def test_a_fraction_in_a_per_cent_s_place_is_named_and_shown_in_its_own_digits(
    tmp_path: Path,
) -> None:
    found = errors("27_fraction_no_percent_format", tmp_path)
    fractions = [one for one in found if one.cause == "fraction_for_percent"]
    rows = [[one.cell, *(other.cell for other in one.related)] for one in fractions]
    assert rows == [["D14", "E14", "F14"], ["D16", "E16", "F16"]]
    assert not any("0,0559" in one.message for one in found)
