"""Checking a book costs little beside reading it, however many areas it has."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.bench.areas import made

import tpxl
from tpxl.books import Book
from tpxl.layout import survey

AREAS = 300
RUNS = 3
LIMIT = 2.5
"""Measured 1.6, and 1.9 while lines are counted, which slows a check more than reading."""


def seconds(path: Path, job: Callable[[Book], object]) -> float:
    """Return the processor time of the fastest run."""
    spent = []
    for _ in range(RUNS):
        with tpxl.open_book(path) as book:
            started = time.process_time()
            job(book)
            spent.append(time.process_time() - started)
    return min(spent)


@pytest.mark.slow
def test_checking_300_areas_stays_within_a_small_multiple_of_reading_them(tmp_path: Path) -> None:
    path = made(tmp_path / "alueet.xlsx", AREAS)
    assert seconds(path, tpxl.check) <= LIMIT * seconds(path, survey)
