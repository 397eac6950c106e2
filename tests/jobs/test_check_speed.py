"""Checking a book costs little beside reading it, however many areas it has."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.bench.areas import made

import tpxl
from tpxl.books import Book
from tpxl.layout import survey

AREAS = 300
RUNS = 3
LIMIT = 2
"""Measured 1.6."""


@pytest.fixture
def lines_uncounted() -> Iterator[None]:
    """Count no lines meanwhile: that slows a check more than reading."""
    counting = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(counting)


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
@pytest.mark.usefixtures("lines_uncounted")
def test_checking_300_areas_takes_at_most_twice_the_time_of_reading_them(tmp_path: Path) -> None:
    path = made(tmp_path / "alueet.xlsx", AREAS)
    assert seconds(path, tpxl.check) <= LIMIT * seconds(path, survey)
