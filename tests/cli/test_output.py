from dataclasses import replace
from decimal import Decimal

from tpxl.cli.output import completeness_lines, edit_lines, finding_lines
from tpxl.cli.screen import plain
from tpxl.jobs.results import Completeness, Share
from tpxl.messages import glance
from tpxl.model import CellError, Edit, Explanation, Finding, Severity

WRONG = Finding(
    "margin", Severity.ERROR, sheet="Alue", cell="C4", facts={"todo": "locked"}, message="Väärin."
)

TOLD = Finding("x", Severity.WARNING, message="Selitetty.", explanation=Explanation("syy", "AB"))


def test_a_glance_counts_what_is_open_and_what_is_published() -> None:
    said = glance([WRONG, TOLD], figures=135, edits=4, lang="fi")
    assert said == (
        "135 lukua tarkistettu; 4 muutettu; virhe 1; julkaistuissa kausissa 1; perusteltu 1"
    )


def test_the_worst_comes_first_and_a_reason_stands_under_its_finding() -> None:
    lines = [" ".join(plain(line).split()) for line in finding_lines([TOLD, WRONG], "fi")]
    assert lines == [
        "",
        "Virhe (1)",
        "Alue!C4: Väärin.",
        "",
        "Varoitus (1)",
        "Selitetty.",
        "Perustelu: syy (AB)",
    ]


def test_a_reason_without_a_name_stands_alone() -> None:
    unsigned = replace(TOLD, explanation=Explanation("syy", ""))
    assert plain(list(finding_lines([unsigned], "fi"))[-1]).strip() == "Perustelu: syy"


def test_an_edit_shows_what_was_and_what_is() -> None:
    edits = [
        Edit("Alue", "C4", -58.1, old=None, area="A", line="STAFF_EXPENDITURE.change_percent"),
        Edit("Alue", "C5", 1000, old=CellError("#N/A")),
        Edit("Alue", "C6", "teksti", old="vanha"),
    ]
    lines = [" ".join(plain(line).split()) for line in edit_lines(edits, "fi")]
    assert lines[0] == "Muutokset (3)"
    assert lines[1] == "Alue!C4: A, henkilöstömenojen muutos: tyhjä → −58,1"
    assert lines[2].endswith("#PUUTTUU! → 1 000")
    assert lines[3].endswith("vanha → teksti")


def test_without_edits_nothing_is_said_of_them() -> None:
    assert list(edit_lines([], "fi")) == []
    assert "muutettu" not in glance([], figures=int(Decimal(1)), edits=None, lang="fi")


def test_how_far_each_area_is_stands_in_a_table() -> None:
    areas = [
        Completeness("Satama", Share(6, 8), Share(4, 4), Share(0, 0)),
        Completeness("Kirjasto", Share(10, 10), Share(9, 10), Share(1, 3)),
    ]
    assert list(completeness_lines(areas, "fi")) == [
        "\nValmius vastuualueittain",
        "                 täytetty  tarkistettu  perusteltu",
        "  Satama       75 % (6/8)  100 % (4/4)           –",
        "  Kirjasto  100 % (10/10)  90 % (9/10)  33 % (1/3)",
    ]


def test_a_book_without_areas_has_no_such_table() -> None:
    assert list(completeness_lines([], "fi")) == []
