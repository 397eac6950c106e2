"""Whatever stands under the headings of an area's sheet is in its report."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.grids import TableGrid
from tests.jobs.export.test_content import ECONOMY, GOALS, HEAD, STAFF, read_grid

from tpxl.jobs.export.loose import tidy
from tpxl.model import Value

WORDS = st.sampled_from(
    [
        "Katu",
        "Tavoite",
        "1. Kaavat",
        "• kohta",
        "Toteutui hyvin.",
        "TP 2025",
        "Toimintamenot",
        "Muutos %",
        "a\nb",
        "HYVÄ ARKI",
        "8. Sisäinen valvonta ja riskienhallinta",
        "TA 2025 vrt. TA 2024",
        "€",
        "–",
    ]
)
CELLS = st.one_of(WORDS, st.none(), st.integers(-9999, 9999), st.text(max_size=5))
ROWS = st.lists(st.lists(CELLS, max_size=5), max_size=5)


def said(thing: Any) -> Iterator[str]:
    """Yield every text in a report."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Decimal | int) and not isinstance(thing, bool):
        yield str(thing)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from said(getattr(thing, one.name))
    elif isinstance(thing, dict):
        yield from said(tuple(thing.values()))
    elif isinstance(thing, tuple):
        for one in thing:
            yield from said(one)


def squeezed(text: str) -> str:
    return "".join(sign for sign in tidy(text) if sign.isalnum())


@given(ROWS, ROWS, ROWS)
@example([["Huomautus", None, "oikealla"]], [["Yksi", "kaksi"], ["kolme"]], [])
@example([], [[None, "x"], [27], ["y"]], [])
@settings(max_examples=60, deadline=None)
def test_every_text_is_somewhere_in_the_report(
    first: list[list[Value]], second: list[list[Value]], third: list[list[Value]]
) -> None:
    rows = [
        *HEAD,
        ["1. Toiminta-ajatus"],
        *first,
        [],
        *GOALS,
        *second,
        *ECONOMY,
        *third,
        [],
        *STAFF,
    ]
    grid = TableGrid.of("Katu", *rows)
    everything = squeezed(" ".join(said(read_grid(grid))))
    head = len(HEAD)
    for at, value in grid.cells.items():
        if at.row > head and value is not None:
            text = value if isinstance(value, str) else f"{value:.0f}"
            assert squeezed(text) in everything, (at, value)
