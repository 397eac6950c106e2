"""What formulas say once rows are copied or removed, a table of cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.rules.restructuring import Restructuring, RowSpan

SHEET = "Yhteenveto"
COPIED = Restructuring(
    copied={"yhteenveto": (RowSpan(8, 8), RowSpan(12, 12)), "perustiedot": (RowSpan(29, 29),)},
    like=("Kirjasto", "Museo"),
    areas=frozenset({"kirjasto", "satama"}),
)
REMOVED = Restructuring(
    removed={"yhteenveto": (RowSpan(8, 8), RowSpan(12, 12))},
    gone="kirjasto",
    areas=frozenset({"kirjasto", "satama"}),
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("SUM(C6:C8)", "SUM(C6:C9)"),
        ("SUM(C6:C20)", "SUM(C6:C22)"),
        ("SUM($C$10:$C$12)+C13", "SUM($C$11:$C$14)+C15"),
        ("C9-C8", "C10-C8"),
        ("SUM(C8:C8)", "SUM(C8:C9)"),
        ("SUM(C8:G8)", "SUM(C8:G8)"),
        ("SUM(B$6:B8)", "SUM(B$6:B8)"),
        ("B8/SUM(B$6:B$8)", "B8/SUM(B$6:B$9)"),
        ('IF(A9="C9","C8:C9",C9)', 'IF(A10="C9","C8:C9",C10)'),
        ("Perustiedot!A30+Perustiedot!$A$27:$A$29", "Perustiedot!A31+Perustiedot!$A$27:$A$30"),
        ("SUM(C:C)+SUM(9:9)", "SUM(C:C)+SUM(10:10)"),
        ("[1]Yhteenveto!C9+Muu!C9", "[1]Yhteenveto!C9+Muu!C9"),
        ("Kirjasto!B4+Satama!B4", "Kirjasto!B4+Museo!B4+Satama!B4"),
        ("SUM(Satama!B4,Kirjasto!B4)", "SUM(Satama!B4,Kirjasto!B4,Museo!B4)"),
        ("Kirjasto!B4*2", "Kirjasto!B4*2"),
        ("LOG10(C9)", "LOG10(C10)"),
    ],
)
def test_what_stays_refers_to_the_same_cells_and_a_list_to_its_new_row(old: str, new: str) -> None:
    assert COPIED.formula(old, SHEET).text == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kirjasto!B44", "Museo!B44"),
        ("'Kirjasto'!$B$44", "Museo!$B$44"),
        ("Perustiedot!A29", "Perustiedot!A30"),
        ("ABS(G8-C8)", "ABS(G9-C9)"),
        ("G12/SUM(G10:G12)", "G14/SUM(G11:G14)"),
        ("C9", "C10"),
        ("Satama!B4", "Satama!B4"),
        ('COUNTIF(A:A,"Kirjasto!")', 'COUNTIF(A:A,"Kirjasto!")'),
    ],
)
def test_a_copied_row_refers_to_copies_where_its_original_refers_to_originals(
    old: str, new: str
) -> None:
    assert COPIED.copy(old, SHEET).text == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("SUM(C6:C8)", "SUM(C6:C7)"),
        ("SUM(C8:C9)+C13", "SUM(C8:C8)+C11"),
        ("C8+C9", "#REF!+C8"),
        ("SUM(C8:G8)", "SUM(#REF!)"),
        ("Satama!B4+Kirjasto!B4", "Satama!B4"),
        ("SUM(Kirjasto!B4,Satama!B4)", "SUM(Satama!B4)"),
        ("Kirjasto!B4", "#REF!"),
    ],
)
def test_what_is_removed_leaves_lists_and_sums_and_nothing_else_unseen(old: str, new: str) -> None:
    told = REMOVED.formula(old, SHEET)
    assert told.text == new
    assert told.reaches_other is (old != "C13")


@given(st.integers(1, 40), st.integers(0, 40), st.sets(st.integers(1, 40), min_size=1, max_size=5))
def test_rows_copied_and_their_copies_removed_leave_every_block_as_it_was(
    top: int, height: int, rows: set[int]
) -> None:
    groups = tuple(RowSpan(row, row) for row in sorted(rows))
    copied = Restructuring(copied={"x": groups})
    twins = tuple(RowSpan(row + place, row + place) for place, row in enumerate(sorted(rows), 1))
    removed = Restructuring(removed={"x": twins})
    old = f"SUM($B${top}:$B${top + height})"
    assert removed.formula(copied.formula(old, "x").text, "x").text == old
