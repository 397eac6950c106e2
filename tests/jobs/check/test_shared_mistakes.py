"""A per cent column whose every row is wrong in one way: read as its neighbour says, told once."""

from collections.abc import Callable
from random import Random

import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.model import Finding, Severity, Value
from tpxl.rules.rounding import exact, rounded

LABELS = ("Verotulot", "Satama", "Kirjasto", "Yhteisövero", "Kunnallisvero", "Museo")
Made = Callable[[int, int, int], float]

MISTAKES: dict[str, Made] = {
    "sign_flipped": lambda old, new, _: (1 - new / old) * 100,
    "ratio_for_change": lambda old, new, _: new / old * 100,
    "periods_reversed": lambda old, new, _: (old / new - 1) * 100,
    "divided_by_newer": lambda old, new, _: (new - old) / new * 100,
    "share_of_total": lambda _, new, total: new / total * 100,
}


def table(rows: int, made: Made, seed: int) -> TableBook:
    """Return a comparison table alone in its book: a true change in euros, and per cents."""
    random = Random(seed)  # noqa: S311  # figures, no secrets
    pairs = [(random.randint(200_000, 900_000), random.randint(200_000, 900_000)) for _ in LABELS]
    told = list(zip(LABELS, pairs, strict=True))[:rows]
    total = sum(new for _, (_, new) in told)
    lines: list[list[Value]] = [["", "TP 2023", "TP 2024", "Muutos €", "Muutos %"]]
    lines += [
        [label, old, new, new - old, float(rounded(exact(made(old, new, total)), 1))]
        for label, (old, new) in told
    ]
    return TableBook.of(TableGrid.of("Vertailu", *lines))


def errors(book: TableBook) -> list[Finding]:
    return [one for one in check(book).findings if one.severity is Severity.ERROR]


@pytest.mark.parametrize("rows", [3, 4, 6])
def test_a_book_of_one_sound_comparison_table_is_checked_and_has_no_error(rows: int) -> None:
    assert errors(table(rows, lambda old, new, _: (new / old - 1) * 100, rows)) == []


@pytest.mark.parametrize("rows", [3, 4, 6])
@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_of_a_whole_column_is_one_finding(mistake: str, rows: int) -> None:
    (found,) = errors(table(rows, MISTAKES[mistake], 7))
    assert (found.code, found.cause, found.cell) == ("shared_mistake", mistake, "E2")
    assert len(found.related) == rows - 1


@pytest.mark.parametrize("rows", [4, 6])
def test_beside_a_true_change_wrong_per_cents_get_the_right_values(rows: int) -> None:
    book = table(rows, lambda old, new, _: (new / old) * 77.7 + old % 13, 3)
    found = errors(book)
    assert found
    assert {one.cell for one in found} <= {f"E{row}" for row in range(2, rows + 2)}
    grid = book.grids["Vertailu"].cells
    for one in found:
        old, new = (
            value for at, value in grid.items() if at.a1 in {f"B{one.cell[1:]}", f"C{one.cell[1:]}"}
        )
        assert one.expected == rounded((exact(new) / exact(old) - 1) * 100, 1)
