"""Copies of the master side by side: `python -m tests.bench.many [COPIES [COMMAND]]`.

Prints what two processes take beside one, by the clock and by the processor, and the most memory
that a process has needed. By the clock a machine with other work to do tells little.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.bench.limits import HEADING, Limit
from tests.bench.measure import Cost, cost

from tpxl.shipped import master

MOST_MIB = 120
LEAST_FASTER = 1.7


class Run(NamedTuple):
    """What a call took, and what its report says."""

    spent: Cost
    books: int
    peak: int


def run(folder: Path, command: str, jobs: int) -> Run:
    """Return what a command on every book of a folder took."""
    report = folder.with_name(f"{jobs}.json")
    more = ["--no-backup"] if command == "refresh" else []
    words = (command, str(folder), "--jobs", str(jobs), "--report", str(report), *more)
    spent = cost("-m", "tpxl", *words)
    books = json.loads(report.read_text("utf-8"))["books"]
    done = [book for book in books if book["outcome"] != "failed"]
    return Run(spent, len(done), max(book["peak_mib"] or 0 for book in done))


def main(copies: int, command: str) -> int:
    """Print the limits; return 1 where one is missed."""
    with tempfile.TemporaryDirectory() as name:
        runs = []
        for jobs in (2, 1):
            folder = Path(name, str(jobs))
            folder.mkdir()
            for number in range(copies):
                shutil.copy(master(), folder / f"{number:04}.xlsm")
            runs.append(run(folder, command, jobs))
    two, one = runs
    if [each.books for each in runs] != [copies, copies]:
        raise RuntimeError("the report does not have every book as done")
    print(f"{copies} copies of the master, {command}")
    for jobs, each in zip((2, 1), runs, strict=True):
        spent = each.spent
        print(f"{jobs} at once: {spent.seconds:.1f} s, {spent.processor:.1f} s of the processor")
    faster = one.spent.seconds / two.spent.seconds
    print(f"two at once are {faster:.2f} x as fast (a quiet machine: at least {LEAST_FASTER})")
    print(HEADING)
    limits = (
        Limit(
            "the processor's time of two, of one", two.spent.processor / one.spent.processor, 1.3
        ),
        Limit("a process, MiB at the peak", max(each.peak for each in runs), MOST_MIB),
    )
    for limit in limits:
        print(limit)
    return int(any(limit.found > limit.most for limit in limits))


if __name__ == "__main__":
    said = sys.argv[1:]
    sys.exit(main(int(said[0]) if said else 300, said[1] if len(said) > 1 else "check"))
