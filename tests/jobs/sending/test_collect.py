"""What becomes of a return that meets another text, another form, another year."""

import datetime as dt
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from tests.jobs.sending import heads
from tests.jobs.sending.heads import GOALS, Form, said
from tests.jobs.sending.test_round import AREA, collected, goals

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.jobs.refresh import refresh
from tpxl.jobs.sending import collect as collecting
from tpxl.jobs.sending import send as sending
from tpxl.model import Edit
from tpxl.model.sending import SendResult

FIRST = GOALS[0][0]
PLACE = (AREA, "D5")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = heads.written(tmp_path / "kirja.xlsx", (AREA, "Sivistys"))
    with open_book(path) as opened:
        refresh(opened)
        opened.save()
    return path


def sent(book: Path, *areas: str, due: dt.date | None = None) -> SendResult:
    wish = sending.SendWish(book.parent / "lomakkeet", areas, due)
    with open_book(book) as opened:
        result = sending.send(opened, wish)
        opened.save()
    sending.write_forms(result, wish.folder)
    return result


def returned(book: Path, answers: Mapping[str, str], number: int = 0) -> Path:
    """Return the form of an area with these answers, by goal; `number` is the form's."""
    files = sorted((book.parent / "lomakkeet").glob(f"{AREA}*.xlsx"))
    form = Form(files[number])
    for row in form.asked():
        title = form.cell(row, form.title)
        if title in answers:
            form.put(row, form.answer, answers[title])
    return form.save(book.parent / f"palautus{number}-{len(answers)}.xlsx")


def typed(book: Path, *edits: Edit) -> None:
    with open_book(book) as opened:
        opened.apply(edits)
        opened.save()


def edit(cell: str, text: str) -> Edit:
    return Edit(AREA, cell, text)


@pytest.mark.parametrize(
    ("rule", "stays", "is_open"),
    [("leave", "TALOUS", True), ("ours", "TALOUS", False), ("theirs", "ALUE", False)],
)
def test_where_both_have_changed_the_rule_decides_and_both_are_told(
    book: Path, rule: str, stays: str, *, is_open: bool
) -> None:
    sent(book)
    typed(book, edit(PLACE[1], "TALOUS"))
    result = collected(book, returned(book, {FIRST: "ALUE"}), conflict=rule)
    (conflict,) = result.conflicts
    assert (conflict.cell, conflict.master, conflict.returned) == (PLACE[1], "TALOUS", "ALUE")
    assert goals(book)[FIRST] == stays
    assert result.has_open_errors is is_open


def test_a_conflict_left_is_settled_by_the_same_return_later(book: Path) -> None:
    sent(book)
    typed(book, edit(PLACE[1], "TALOUS"))
    back = returned(book, {FIRST: "ALUE"})
    assert collected(book, back).returns[0].state == "partly"
    result = collected(book, back, conflict="theirs")
    assert (len(result.edits), result.returns[0].state) == (1, "taken")
    assert goals(book)[FIRST] == "ALUE"
    assert collected(book, back).returns[0].state == "repeated"


def test_two_returns_of_one_form_that_differ_are_in_conflict(book: Path) -> None:
    sent(book)
    first = returned(book, {FIRST: "YKSI"})
    other = first.with_name("toinen.xlsx")
    form = Form(first)
    form.put(form.asked()[0], form.answer, "KAKSI")
    result = collected(book, first, form.save(other))
    assert [(one.master, one.returned) for one in result.conflicts] == [("YKSI", "KAKSI")]
    assert goals(book)[FIRST] == "YKSI"


def test_an_answer_that_was_emptied_is_told_and_the_text_stays(book: Path) -> None:
    sent(book)
    result = collected(book, returned(book, {GOALS[1][0]: ""}))
    assert [one.kind for one in result.odd] == ["emptied"]
    assert goals(book)[GOALS[1][0]] == GOALS[1][3]


def test_a_goal_edited_since_is_found_by_its_words_and_a_new_one_is_not(book: Path) -> None:
    sent(book)
    back = returned(book, {goal: said(goal) for goal, *_ in GOALS[:3]})
    typed(book, edit("A5", f"{FIRST} ja toimivat"), edit("A7", "Uusi jäähalli avataan"))
    result = collected(book, back)
    assert [(one.kind, one.is_answer) for one in result.odd] == [
        ("goal_edited", False),
        ("gone", True),
    ]
    assert goals(book)[f"{FIRST} ja toimivat"] == said(FIRST)
    assert goals(book)["Uusi jäähalli avataan"] is None


def test_rows_inserted_in_the_workbook_do_not_disturb_a_return(book: Path) -> None:
    sent(book)
    back = returned(book, {goal: said(goal) for goal, *_ in GOALS})
    with open_book(book) as opened:
        grid = opened.read(AREA)
        shifted = [
            Edit(AREA, f"{letter}{row + 1}", grid.row(row).get(column))  # type: ignore[arg-type]
            for row in range(5, 11)
            for column, letter in enumerate("ABCD", 1)
        ]
        opened.apply([*shifted, *(Edit(AREA, f"{letter}5", "Uusi") for letter in "ABC")])
        opened.apply([Edit(AREA, "D5", None)])
        opened.save()
    collected(book, back)
    assert goals(book) == {"Uusi": None, **{goal: said(goal) for goal, *_ in GOALS}}


def refusals(book: Path, files: Iterable[Path]) -> list[str]:
    before = book.read_bytes()
    result = collected(book, *files)
    assert book.read_bytes() == before
    assert {one.state for one in result.returns} == {"refused"}
    return [one.error for one in result.returns]


def test_old_foreign_and_other_files_are_told_and_nothing_is_written(
    book: Path, tmp_path: Path
) -> None:
    sent(book, AREA)
    old = returned(book, {FIRST: "VANHA"})
    sent(book, AREA)
    (tmp_path / "toinen").mkdir()
    foreign = heads.written(tmp_path / "toinen" / "kirja.xlsx", (AREA,))
    sent(foreign, AREA)
    text = tmp_path / "lomake.ods"
    text.write_bytes(b"PK")
    told = refusals(book, [old, returned(foreign, {FIRST: "VIERAS"}), text, book])
    words = ("uudelleen", "ei ole lähetetty työkirjasta", ".xlsx", "ei ole tpxl:n lomake")
    assert [word in said for word, said in zip(words, told, strict=True)] == [True] * 4


def test_a_form_of_another_year_is_refused(book: Path) -> None:
    sent(book, AREA)
    back = returned(book, {FIRST: "VIIME VUODEN"})
    typed(book, edit("B14", "TP 2025"), edit("C14", "TP 2026"))
    (told,) = refusals(book, [back])
    assert "TP 2025" in told
    assert "TP 2026" in told


def test_a_return_after_its_day_is_late(book: Path) -> None:
    sent(book, AREA, due=dt.date(2020, 2, 12))
    assert collected(book, returned(book, {FIRST: "a"})).returns[0].is_late


def test_figures_that_an_area_changed_are_shown_and_not_taken(book: Path) -> None:
    sent(book, AREA)
    form = Form(book.parent / "lomakkeet" / f"{AREA}.xlsx")
    figures = form.book.worksheets[1]
    (cell,) = [cell for row in figures.iter_rows() for cell in row if cell.value == -900_000]
    cell.value = -1
    result = collected(book, form.save(book.parent / "palautus.xlsx"))
    assert [(one.kind, one.text) for one in result.odd] == [
        ("figure_changed", "TP 2025 toimintamenot: -900000 → -1")
    ]
    assert result.edits == ()


def test_a_form_that_lies_in_the_folder_is_never_replaced(book: Path) -> None:
    first = sent(book, AREA)
    second = sent(book, AREA)
    assert [one.forms[0].file for one in (first, second)] == [f"{AREA}.xlsx", f"{AREA} (2).xlsx"]
    assert (first.mailing_list, second.mailing_list) == ("lahetyslista.csv", "lahetyslista (2).csv")


def test_the_mailing_list_names_person_address_file_and_what_is_missing(book: Path) -> None:
    result = sent(book, due=dt.date(2026, 2, 12))
    listed = (book.parent / "lomakkeet" / result.mailing_list).read_text("utf-8-sig").splitlines()
    assert listed[1] == f"{AREA};N. 1;a1@kunta.example;{AREA}.xlsx;12.2.2026;8;7"
    assert len(listed) == 3


def test_last_years_outcomes_stand_beside_the_goals(book: Path, tmp_path: Path) -> None:
    before = shutil.copy(book, tmp_path / "viime.xlsx")
    typed(Path(before), edit("D5", "Viime vuonna valmistui puolet."))
    wish = sending.SendWish(tmp_path / "ulos", (AREA,), last=Path(before))
    with open_book(book) as opened:
        result = sending.send(opened, wish)
    sending.write_forms(result, wish.folder)
    form = Form(wish.folder / result.forms[0].file)
    column = form.rows[heads.HEADER - 1].index("Viime vuonna") + 1
    assert form.cell(form.asked()[0], column) == "Viime vuonna valmistui puolet."


def test_goals_that_say_the_same_have_keys_of_their_own(book: Path) -> None:
    typed(book, *(edit(f"{letter}6", text) for letter, text in zip("ABC", GOALS[0], strict=False)))
    sent(book, AREA)
    form = Form(next((book.parent / "lomakkeet").glob("*.xlsx")))
    keys = [form.cell(row, heads.KEY) for row in form.asked()]
    assert len(set(keys)) == len(keys)


def test_nothing_is_collected_into_a_book_that_sent_nothing(book: Path) -> None:
    with open_book(book) as opened, pytest.raises(TpxlError, match="collect none sent"):
        collecting.collect(opened, collecting.CollectWish((book,)))


def test_an_answer_whose_cell_holds_a_formula_is_told(book: Path) -> None:
    import openpyxl  # noqa: PLC0415

    opened = openpyxl.load_workbook(book)
    opened[AREA]["D5"] = '="a"&"b"'
    opened.save(book)
    sent(book, AREA)
    result = collected(book, returned(book, {FIRST: "ALUE"}))
    assert [(one.kind, one.text) for one in result.odd] == [("formula", "ALUE")]
