"""`make bench`: a refresh beside the floor and beside openpyxl, in one run on one machine.

Ratios are of processor time: a machine with other work to do changes both sides alike.

`python -m tests.bench --short` takes a minute: the sizes and runs that `.ci/run` has time for. So
few runs on a machine that does other work swing by half: only what is far over a limit fails there.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from tests.bench.areas import EDITS_PER_SHEET
from tests.bench.limits import HEADING, Limit
from tests.bench.measure import ROOT, Cost, cost, environment, least
from tests.bench.press import press_milliseconds

MANY, MOST = 300, 3000
LEDGERS = (("1000000.csv", 1_000_000, 5.0, 150), ("250000.xlsx", 250_000, 3.0, 200))
"""Files, their rows, and what each may take; the dry run of an import into the master."""
AREAS = 30
"""Areas of seven pages whose PDFs are made."""

TEMPLATE = "{:<26}{:>9}{:>10}{:>13}"


class Plan(NamedTuple):
    """How much is measured: the sizes beside the floor, how often, and what takes minutes.

    A limit is missed where it is passed by more than `leeway` times.
    """

    sizes: tuple[int, ...]
    runs: int
    is_full: bool
    leeway: float = 1


FULL = Plan(sizes=(3, 50, MANY), runs=5, is_full=True)
SHORT = Plan(sizes=(MANY,), runs=7, is_full=False, leeway=2.5)
"""Runs of one code on one machine have told 3.0 and 3.7: what grows with the square is 10."""


class Trial(NamedTuple):
    """The costs of one size."""

    floor: Cost
    refresh: Cost


def book(areas: int, folder: Path) -> Path:
    """Return a workbook of so many areas, made by a process of its own."""
    path = folder / f"{areas}.xlsx"
    cost("-m", "tests.bench.areas", str(path), str(areas))
    return path


def refreshed(path: Path) -> Cost:
    """Return the cost of `tpxl refresh` on a copy of the book."""
    work = path.with_name("työ.xlsx")

    def fresh() -> None:
        shutil.copy(path, work)

    command = ("-m", "tpxl", "refresh", "--json", "--no-backup", str(work))
    return cost(*command, before=fresh)


def trial(areas: int, folder: Path, runs: int) -> Trial:
    """Print and return the costs of the floor and of `tpxl refresh`, which take turns."""
    path, out = book(areas, folder), folder / "ulos.xlsx"
    floor = ("-m", "tests.bench.floor", str(path), str(out))
    turns = [(cost(*floor), refreshed(path)) for _ in range(runs)]
    costs = Trial(*map(least, zip(*turns, strict=True)))
    size = path.stat().st_size / 2**20
    print(f"\n{areas} area sheets, {areas * EDITS_PER_SHEET} cells to fill, {size:.1f} MiB")
    print(TEMPLATE.format("", "time", "of floor", "peak memory"))
    row("floor (zipfile)", costs.floor, costs.floor)
    row("tpxl refresh", costs.refresh, costs.floor)
    return costs


def row(name: str, spent: Cost, floor: Cost) -> None:
    """Print a line of the table."""
    ratio = f"{_ratio(spent, floor):.2f} x"
    print(TEMPLATE.format(name, f"{spent.seconds:.3f} s", ratio, f"{spent.peak:.0f} MiB"))


def loaded_and_saved(many: Trial, folder: Path) -> Cost:
    """Print and return what openpyxl needs to load and save the book of 300."""
    command = ("-m", "tests.bench.by_openpyxl", str(folder / f"{MANY}.xlsx"))
    spent = cost(*command, str(folder / "ulos.xlsx"))
    row("openpyxl load and save", spent, many.floor)
    return spent


def limits(plan: Plan, many: Trial, folder: Path) -> Iterator[Limit]:
    """Yield what the largest size took, and the pieces of work that have a limit of their own."""
    yield Limit("refresh of 300 sheets, of the floor", _ratio(many.refresh, many.floor), 2.0)
    yield Limit("the same, MiB at the peak", many.refresh.peak, 70)
    if plan.is_full:
        usual = loaded_and_saved(many, folder)
        yield Limit("the same, of openpyxl's load and save", _ratio(many.refresh, usual), 0.15)
        path = book(MOST, folder)
        largest = least([refreshed(path) for _ in range(2)])
        yield Limit("refresh of 3 000 sheets, of 300", _ratio(largest, many.refresh), 11)
    empty = folder / "packages"
    empty.mkdir()
    press = press_milliseconds(empty, plan.runs)
    yield Limit("imports of a button's press, ms over bare Python", press, 150)
    whats = (
        "checking 300 areas, of reading them",
        "reading and validating 300 sheets of goals, of reading them",
        "a cell ten times as long, of the shorter one",
    )
    for what, found, most in zip(whats, _ratios(folder), (2.0, 3.0, 20.0), strict=True):
        yield Limit(what, found, most)


def long_limits(folder: Path) -> Iterator[Limit]:
    """Yield what is measured where minutes do not matter."""
    yield from ledger_limits(folder)
    yield from report_limits(folder)
    yield from paper_limits()


def ledger_limits(folder: Path) -> Iterator[Limit]:
    """Yield what bringing a ledger in takes: seconds of the processor, memory at the peak."""
    for name, rows, seconds, peak in LEDGERS:
        path, work = folder / name, folder / "kirja.xlsm"
        cost("-m", "tests.bench.ledgers", str(work), str(path), str(rows))
        dry = ("-m", "tpxl", "ledger", str(work), str(path), "--dry-run", "--deadline", "300")
        spent = cost(*dry, runs=2)
        yield Limit(f"a ledger, {name}, seconds of the processor", spent.processor, seconds)
        yield Limit("the same, MiB at the peak", spent.peak, peak)


def paper_limits() -> Iterator[Limit]:
    """Yield what PDFs take beside LibreOffice's of the same documents, the documents included.

    One area each way comes first: whoever is measured first would pay for compiling the modules.
    """
    for program in ("typst", "office"):
        cost("-m", "tests.bench.paper", program, "1")
    few, many = (cost("-m", "tests.bench.paper", "typst", str(n)) for n in (AREAS, 10 * AREAS))
    office = cost("-m", "tests.bench.paper", "office", str(AREAS))
    yield Limit(f"PDFs of {AREAS} areas, of LibreOffice's", _ratio(few, office), 0.65)
    yield Limit("the same, MiB at the peak", few.peak, 150)
    yield Limit(f"PDFs of {10 * AREAS} areas, of {AREAS}", _ratio(many, few), 11)


def report_limits(folder: Path) -> Iterator[Limit]:
    """Yield what a check of a published report of 160 pages takes."""
    path = folder / "raportti.pdf"
    cost("-m", "tests.bench.published", str(path))
    spent = cost("-m", "tpxl", "check", str(path), runs=2)
    yield Limit("a report of 161 pages, seconds of the processor", spent.processor, 8)
    yield Limit("the same, MiB at the peak", spent.peak, 400)


def _ratio(one: Cost, of: Cost) -> float:
    return one.processor / of.processor


def _ratios(folder: Path) -> list[float]:
    command = ["-m", "tests.bench.ratios", str(folder / f"{MANY}.xlsx"), str(folder / "goals.xlsx")]
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [float(line) for line in done.stdout.split()]


def main(plan: Plan) -> int:
    """Print a table for each size and the limits; return 1 where one is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for areas in plan.sizes:
            many = trial(areas, folder, plan.runs)
        if plan.is_full:
            print(f"\nwhere the time of {MANY} sheets goes, in one process", flush=True)
            cost("-m", "tests.bench.phases", str(folder / f"{MANY}.xlsx"), quiet=False)
        print(HEADING)
        missed = False
        more = long_limits(folder) if plan.is_full else ()
        for limit in chain(limits(plan, many, folder), more):
            print(limit, flush=True)
            missed = missed or limit.found > limit.most * plan.leeway
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(SHORT if sys.argv[1:] == ["--short"] else FULL))
