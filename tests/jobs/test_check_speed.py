"""Checking a book costs little beside reading it, however many areas it has."""

import gc
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
RUNS = 5
LIMIT = 2
"""Measured 1.6."""


@pytest.fixture
def undisturbed() -> Iterator[None]:
    """Count no lines and look for no garbage meanwhile: a check would pay more than reading."""
    counting = sys.gettrace()
    sys.settrace(None)
    gc.disable()
    yield
    gc.enable()
    sys.settrace(counting)


def fastest(path: Path, *jobs: Callable[[Book], object]) -> list[float]:
    """Return the processor time of each job's fastest run, the jobs taking turns."""
    spent: list[list[float]] = [[] for _ in jobs]
    for _ in range(RUNS):
        for job, times in zip(jobs, spent, strict=True):
            with tpxl.open_book(path) as book:
                started = time.process_time()
                job(book)
                times.append(time.process_time() - started)
    return [min(times) for times in spent]


@pytest.mark.slow
@pytest.mark.usefixtures("undisturbed")
def test_checking_300_areas_takes_at_most_twice_the_time_of_reading_them(tmp_path: Path) -> None:
    path = made(tmp_path / "alueet.xlsx", AREAS)
    reading, checking = fastest(path, survey, tpxl.check)
    assert checking <= LIMIT * reading
