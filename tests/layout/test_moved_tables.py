"""A property: whatever the table looks like, the same figures are found, and nothing is guessed."""

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Value
from tpxl.rules.arithmetic import change_percent, operating_margin, per_resident
from tpxl.rules.rounding import exact, rounded

RESIDENTS = 6920
KINDS = ("TP", "TA")
QUIET = {"unverifiable", "comment", "info"}
HEADINGS = (
    "TP {year}",
    "TP{short}",
    "Tilinpäätös 31.12.{year}",
    "Toteuma 1-12/{year}",
    "BS {year}",
)
SPELLINGS = {
    "Toimintamenot": ("Toimintamenot", "TOIMINTAKULUT yht.", "Verksamhetens kostnader"),
    "Toimintatulot": ("Toimintatulot", "Toimintatuotot yhteensä", "Verksamhetens intäkter"),
    "Toimintakate": ("Toimintakate", "TOIMINTAKATE YHT", "Verksamhetsbidrag"),
    "Henkilöstömenot €": ("Henkilöstömenot €", "Henkilöstökulut, €", "Personalkostnader (€)"),
    "Muutos %": ("Muutos %", "Muutos-% ed. vuodesta", "Förändring %"),
    "Toimintakate\n€/asukas": (
        "Toimintakate\n€/asukas",
        "Toimintakate asukasta kohti",
        "Verksamhetsbidrag €/invånare",
    ),
}
"""A line's label in a city's words: its own, another's, in Swedish."""


@dataclass(frozen=True)
class Look:
    """How one city prints: where the table stands and how its cells are written."""

    top: int
    left: int
    gap: int
    newest_first: bool
    is_negative: bool
    as_text: bool
    group: str
    has_settings: bool
    heading: str
    words: int


LOOKS = st.builds(
    Look,
    top=st.integers(1, 40),
    left=st.integers(1, 6),
    gap=st.integers(0, 2),
    newest_first=st.booleans(),
    is_negative=st.booleans(),
    as_text=st.booleans(),
    group=st.sampled_from([" ", "\u00a0", "\u202f", "."]),
    has_settings=st.booleans(),
    heading=st.sampled_from(HEADINGS),
    words=st.sampled_from(range(3)),
)
AMOUNTS = st.lists(st.integers(1_000, 9_000_000), min_size=4, max_size=4)


def text(number: float, look: Look) -> Value:
    if not look.as_text:
        return number
    shown = f"{abs(number):,}".replace(",", "_").replace(".", ",").replace("_", look.group)
    return ("\u2212" if number < 0 else "") + shown


def consistent_book(
    expenses: list[int], income: list[int], staff: list[int], look: Look
) -> tuple[TableBook, dict[str, list[float]]]:
    """Return a book of one area that ties out, and its computed rows by label."""
    sign = -1 if look.is_negative else 1
    years = [2022, 2023, 2024, 2025]
    order = list(reversed(range(4))) if look.newest_first else list(range(4))
    rows: dict[str, list[float | None]] = {
        "Toimintamenot": [sign * one for one in expenses],
        "Toimintatulot": list(income),
    }
    margins = [
        operating_margin(tulo, sign * meno, expenses_are_negative=look.is_negative)
        for tulo, meno in zip(income, expenses, strict=True)
    ]
    rows["Toimintakate"] = [int(one) for one in margins]
    rows["Henkilöstömenot €"] = [sign * one for one in staff]
    changes = [change_percent(new, old) for old, new in pairwise(staff)]
    rows["Muutos %"] = [None, *(float(rounded(one, 1)) for one in changes if one is not None)]
    rows["Toimintakate\n€/asukas"] = [
        int(rounded(per_resident(one, RESIDENTS) or exact(0))) for one in margins
    ]
    headings = [look.heading.format(year=years[i], short=years[i] % 100) for i in order]
    cells: list[list[Value]] = [["", *headings]]
    for label, figures in rows.items():
        cells += [[] for _ in range(look.gap)]
        shown = [figures[i] for i in order]
        spelled = SPELLINGS[label][look.words]
        cells.append([spelled, *("" if one is None else text(one, look) for one in shown)])
    settings_rows: list[list[Value]] = [
        ["Kausi", "Asukasluku"],
        *([f"TP {year}", RESIDENTS] for year in years),
    ]
    if look.has_settings:
        settings_rows.append(["Menot", "negatiivinen" if look.is_negative else "positiivinen"])
    book = TableBook.of(
        TableGrid.of("Jokin alue", *cells, top=look.top, left=look.left),
        TableGrid.of("Tiedot", *settings_rows),
    )
    return book, {label: [one or 0 for one in figures] for label, figures in rows.items()}


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, AMOUNTS, AMOUNTS, LOOKS)
def test_a_book_that_ties_out_gives_no_error_and_no_edit(
    expenses: list[int], income: list[int], staff: list[int], look: Look
) -> None:
    book, _ = consistent_book(expenses, income, staff, look)
    findings = check(book).findings
    assert {one.severity.value for one in findings} <= QUIET
    assert refresh(book).edits == ()


@settings(max_examples=60, deadline=None)
@given(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS), LOOKS, st.integers(0, 3), st.integers(100, 10_000))
def test_with_one_margin_broken_exactly_that_one_is_found(
    amounts: tuple[list[int], list[int], list[int]], look: Look, year: int, off: int
) -> None:
    expenses, income, staff = amounts
    book, rows = consistent_book(expenses, income, staff, look)
    column = look.left + 1 + (3 - year if look.newest_first else year)
    row = look.top + 3 * (look.gap + 1)
    grid = book.grids["Jokin alue"]
    at = next(cell for cell in grid.cells if cell == (row, column))
    wrong = rows["Toimintakate"][year] + off
    book.grids["Jokin alue"] = TableGrid("Jokin alue", {**grid.cells, at: wrong})
    wrongs = [one for one in check(book).findings if one.severity.value not in QUIET]
    assert [(one.cell, one.found, one.expected) for one in wrongs] == [
        (at.a1, wrong, rows["Toimintakate"][year])
    ]
    edits = refresh(book).edits
    assert [edit.cell for edit in edits] == ([at.a1] if year == 3 else [])
