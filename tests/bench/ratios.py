"""Pieces of work beside the reading of the same book: `python -m tests.bench.ratios AREAS GOALS`.

Each line printed is a ratio of two processor times, taken in turns in one process, so that a
machine with other work to do changes both alike.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.goals import long_texts, made

import tpxl
from tpxl.books import Book
from tpxl.jobs.goals.check import goal_findings
from tpxl.jobs.goals.schema import read_schema
from tpxl.layout import survey

RUNS = 5
LONG, TIMES_LONGER = 90_000, 10
Job = Callable[[], object]


def fastest(*jobs: Job) -> list[float]:
    """Return the processor time of each job's fastest run, the jobs taking turns."""
    spent: list[list[float]] = [[] for _ in jobs]
    for _ in range(RUNS):
        for job, times in zip(jobs, spent, strict=True):
            started = time.process_time()
            job()
            times.append(time.process_time() - started)
    return [min(times) for times in spent]


def opened(path: Path, job: Callable[[Book], object]) -> None:
    """Do a job on a book that has not been read yet."""
    with tpxl.open_book(path) as book:
        job(book)


def validated(book: Any) -> int:
    """Read a book's goals and validate them; return the number of findings."""
    return sum(1 for _ in goal_findings(survey(book)))


def ratios(areas: Path, goals: Path) -> Iterator[float]:
    """Yield checking and validating as so many times reading, and a long cell as a shorter one."""
    reading, checking = fastest(partial(opened, areas, survey), partial(opened, areas, tpxl.check))
    yield checking / reading
    reading, validating = fastest(partial(opened, goals, survey), partial(opened, goals, validated))
    yield validating / reading
    books: Sequence[Any] = (long_texts(LONG), long_texts(TIMES_LONGER * LONG))
    short, long = fastest(*(partial(validated, book) for book in books))
    yield long / short


if __name__ == "__main__":
    gc.disable()
    read_schema()
    for ratio in ratios(Path(sys.argv[1]), made(Path(sys.argv[2]))):
        print(ratio)
