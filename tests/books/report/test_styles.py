"""What stands in a report is read exactly or not at all, whatever its style and its typing."""

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, assume, example, given, settings
from hypothesis import strategies as st
from tests.books.report.placed_styles import corners, prose_beside, sections
from tests.books.report.styles import (
    PERIODS,
    WORDED,
    Area,
    Draw,
    Known,
    Typing,
    budgets,
    figures,
    follow_up,
    numbers_of,
    ruled,
    shaded,
    side_by_side,
    with_number,
)

from tpxl.books.report import ReportBook
from tpxl.books.report.pages import pdf_passages
from tpxl.jobs.check.report import check_report
from tpxl.model import Address, Severity

STYLES: dict[str, tuple[Draw, Callable[[int], list[Area]]]] = {
    "ruled": (ruled, lambda seed: figures(seed, PERIODS, 4)),
    "side by side": (side_by_side, lambda seed: figures(seed, WORDED, 4)),
    "budgets": (budgets, lambda seed: follow_up(seed, 4)),
    "shaded": (shaded, lambda seed: figures(seed, PERIODS, 4)),
    "sections": (sections, lambda seed: figures(seed, WORDED, 4)),
    "corners": (corners, lambda seed: figures(seed, WORDED, 4)),
    "prose beside": (prose_beside, lambda seed: figures(seed, PERIODS, 4)),
}

PLAIN_SPACES = ("\u00a0", " ", ".")
"""Those that the letters of the reports have; of others the file says no letter."""

typings = st.builds(
    Typing,
    thousands=st.sampled_from(["\u00a0", " ", "\u2009", "\u202f", "."]),
    minus=st.sampled_from(
        ["-", "\u2212", "\u2013", "- ", "\u2013 ", "({})", "{}-", "{}\u2212", "{}\u2013"]
    ),
    size=st.sampled_from([7.0, 8.0, 9.0]),
    page_lines=st.integers(7, 50),
    has_running_heads=st.booleans(),
    repeats_header=st.booleans(),
    quarters=st.sampled_from([0, 0, 0, 1, 2, 3]),
    is_turned_back=st.booleans(),
)


def read_back(book: ReportBook) -> list[tuple[str, str, str, Decimal, int | None]]:
    """Return every number of a book's tables with its area, label, heading and page."""
    told = []
    for sheet in book.sheets:
        grid = book.read(sheet)
        for block in grid.tables.values():
            for at in grid.numbers(block):
                cell = grid.cell(at)
                assert cell is not None
                above = (grid.value(Address(row, at.column)) for row in range(block.top, at.row))
                heading = next((text for text in above if isinstance(text, str)), None)
                label = grid.value(Address(at.row, 1))
                number = Decimal(repr(cell.held.value)).normalize()
                told.append((sheet, str(label), str(heading), number, cell.printed.page))
    return told


def expected(known: Sequence[Known]) -> list[tuple[str, str, str, Decimal, int]]:
    return [
        (
            one.area,
            one.label,
            one.heading.replace("Alkuper\u00e4inen", "Alkup."),
            one.number.normalize(),
            one.page,
        )
        for one in known
    ]


def opened(data: bytes, name: str = "raportti.pdf") -> ReportBook:
    return ReportBook(Path(name), pdf_passages(data, name))


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=20, phases=[Phase.explicit, Phase.generate])
@example(typing=Typing(minus="\u2013 ", size=8.0, page_lines=49, has_running_heads=False), seed=11)
@example(typing=Typing(quarters=1), seed=3)
@example(typing=Typing(minus="({})"), seed=5)
@example(typing=Typing(minus="({})", thousands=" "), seed=6)
@example(typing=Typing(minus="{}\u2212"), seed=7)
@example(typing=Typing(minus="{}-", thousands=" "), seed=8)
@example(typing=Typing(minus="{}\u2212", thousands=".", size=9.0, repeats_header=False), seed=1185)
@example(typing=Typing(minus="\u2013 ", thousands=".", size=9.0, page_lines=29), seed=29)
@example(typing=Typing(quarters=3, is_turned_back=True), seed=4)
@given(typing=typings, seed=st.integers(0, 10_000))
def test_every_number_is_read_in_its_row_and_column_or_counted_as_unread(
    style: str, typing: Typing, seed: int
) -> None:
    draw, areas = STYLES[style]
    data, known = draw(areas(seed), typing)
    read, due = Counter(read_back(opened(data))), Counter(expected(known))
    headings = {heading for _, _, heading, _, _ in due}
    assert not Counter({one: times for one, times in read.items() if one[2] in headings}) - due
    assert not Counter(one[3] for one in read.elements()) - Counter(
        one[3] for one in due.elements()
    )
    if _is_plain(typing):
        assert read == due


def _is_plain(typing: Typing) -> bool:
    """Tell whether the letters have the space that parts thousands, and no table loses its head."""
    return typing.thousands in PLAIN_SPACES and (typing.page_lines > 40 or typing.repeats_header)


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=20, phases=[Phase.explicit, Phase.generate])
@given(typing=typings, seed=st.integers(0, 10_000), data=st.data())
def test_a_planted_error_is_found_on_its_page_and_nothing_else_is(
    style: str, typing: Typing, seed: int, data: st.DataObject
) -> None:
    draw, areas_of = STYLES[style]
    assume(_is_plain(typing))
    areas = areas_of(seed)
    made, _ = draw(areas, typing)
    assert [one.message for one in _errors(made)] == []
    totals = [place for place in numbers_of(areas) if _is_total(areas, place)]
    a, t, r, c = data.draw(st.sampled_from(totals))
    right = areas[a].tables[t].rows[r][1][c]
    assert right is not None
    wrong = right + data.draw(st.sampled_from([1000, -300, 90_000]))
    made, known = draw(with_number(areas, (a, t, r, c), wrong), typing)
    pages = {one.page for one in known if one.number == wrong}
    errors = _errors(made)
    assert errors
    assert {one.found for one in errors} == {wrong}
    assert {one.expected for one in errors} == {right}
    result = check_report(opened(made))
    assert {result.places[one.sheet, one.cell].page for one in errors} <= pages


def _is_total(areas: Sequence[Area], place: tuple[int, int, int, int]) -> bool:
    a, t, r, _ = place
    return areas[a].tables[t].rows[r][0] == "Toimintakate"


def _errors(made: bytes) -> list:
    return [one for one in check_report(opened(made)).findings if one.severity is Severity.ERROR]
