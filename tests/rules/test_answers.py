"""Which returned row answers which question, whatever was done to the rows."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.jobs.sending import heads
from tests.jobs.sending.heads import HEADER, KEY, Form, fill, said

from tpxl.books import open_book
from tpxl.jobs.sending import send as sending
from tpxl.model.sending import ReturnedRow, SentRow
from tpxl.rules.answers import Fate, fate_of, fingerprint, told_rows


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    folder = tmp_path_factory.mktemp("form")
    with open_book(heads.written(folder / "kirja.xlsx")) as book:
        result = sending.send(book, sending.SendWish(folder))
    sending.write_forms(result, folder)
    return Form(folder / result.forms[0].file)


def text(value: Any) -> str:
    return "" if value is None else str(value)


def rows(form: Form) -> list[ReturnedRow]:
    key_of = {f"{heads.NAME}{key.replace('-', '_')}": key for key in keys(form)}
    return [
        ReturnedRow(
            row,
            text(form.cell(row, KEY)),
            text(form.cell(row, form.title)),
            fingerprint(*(text(form.cell(row, form.title + more)) for more in range(3))),
            text(form.cell(row, form.answer)),
            tuple(key_of[name] for name, at in form.names.items() if at == (row, form.answer)),
        )
        for row in range(HEADER + 1, len(form.rows) + 1)
    ]


def keys(form: Form) -> list[str]:
    return [name.removeprefix(heads.NAME).replace("_", "-") for name in form.names]


def sent_rows(form: Form) -> list[SentRow]:
    return [SentRow(row.key, row.title, row.print, fingerprint(row.answer)) for row in rows(form)]


def again(form: Form) -> Form:
    """Return a form as it was sent."""
    fresh = object.__new__(Form)
    fresh.__dict__.update(form.__dict__)
    fresh.rows = [list(cells) for cells in form.rows]
    fresh.names = dict(form.names)
    return fresh


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=400)
@given(
    deeds=st.lists(
        st.tuples(st.sampled_from(heads.DEEDS), st.integers(0, 7)), min_size=1, max_size=2
    )
)
def test_a_text_is_the_answer_to_the_goal_beside_which_it_was_written(
    form: Form, deeds: list[tuple[Callable[[Form], None], int]]
) -> None:
    sent = {row.key: row for row in sent_rows(form)}
    head = again(form)
    fill(head)
    for deed, shift in deeds:
        head.shift = shift
        deed(head)
    told = told_rows(list(sent.values()), rows(head))
    assert [one.row.row for one in told] == sorted(row.row for row in rows(head))
    met = [one.key for one in told if one.key is not None]
    assert len(met) == len(set(met))
    for one in told:
        if one.key is not None and one.row.answer:
            assert one.row.answer.startswith(said(sent[one.key].title))
        assert (one.key is None) is (one.doubt is not None)


def test_a_row_that_was_moved_whole_keeps_its_answer(form: Form) -> None:
    head = again(form)
    fill(head)
    first = HEADER
    head.rows[first], head.rows[first + 1] = head.rows[first + 1], head.rows[first]
    swapped = {first + 1: first + 2, first + 2: first + 1}
    head._moved(lambda row, column: (swapped.get(row, row), column))
    assert all(one.key for one in told_rows(sent_rows(form), rows(head)))


def test_answers_dragged_round_are_told_though_no_name_is_lost(form: Form) -> None:
    head = again(form)
    fill(head)
    one, other = (HEADER + 1, head.answer), (HEADER + 2, head.answer)
    texts = head.cell(*one), head.cell(*other)
    head.put(*one, texts[1])
    head.put(*other, texts[0])
    places = {one: other, other: one}
    head._moved(lambda row, column: places.get((row, column), (row, column)))
    doubts = [told.doubt for told in told_rows(sent_rows(form), rows(head)) if told.doubt]
    assert doubts == ["dragged", "dragged"]


def test_where_a_program_has_dropped_every_name_keys_and_words_tell(form: Form) -> None:
    head = again(form)
    fill(head)
    head.names = dict.fromkeys(head.names)
    assert all(one.key for one in told_rows(sent_rows(form), rows(head)))


@pytest.mark.parametrize(
    ("base", "returned", "now", "fate"),
    [
        ("", "", "", Fate.UNCHANGED),
        ("", "a", "", Fate.TAKEN),
        ("a", "b", "a", Fate.TAKEN),
        ("a", "a", "c", Fate.UNCHANGED),
        ("a", "b", "b", Fate.SAME),
        ("a", "b", "c", Fate.CONFLICT),
        ("a", "", "a", Fate.EMPTIED),
        ("a", "", "", Fate.SAME),
        ("a b", "a  b\n", "c", Fate.UNCHANGED),
    ],
)
def test_what_was_sent_returned_and_stands_now_decide(
    base: str, returned: str, now: str, fate: Fate
) -> None:
    assert fate_of(fingerprint(base), returned, now) is fate
