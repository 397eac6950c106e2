"""`make bench`: a refresh beside the floor and beside openpyxl, in one run on one machine."""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.areas import EDITS_PER_SHEET
from tests.bench.measure import Cost, cost

SIZES = (3, 50, 300)
MOST_OF_FLOOR, MOST_OF_OPENPYXL, MOST_MIB = 2.0, 1 / 6, 120
TEMPLATE = "{:<26}{:>9}{:>10}{:>13}{:>10}"


def line(name: str, spent: Cost, floor: Cost) -> str:
    """Return a line of the table."""
    ratio = f"{spent.seconds / floor.seconds:.2f} x"
    return TEMPLATE.format(name, f"{spent.seconds:.3f} s", ratio, f"{spent.peak:.0f} MiB", "")


def bench(areas: int, folder: Path) -> tuple[Cost, Cost, Cost]:
    """Print and return the costs of the floor, of `tpxl refresh` and of openpyxl."""
    path, work, out = folder / f"{areas}.xlsx", folder / "työ.xlsx", folder / "ulos.xlsx"
    cost("-m", "tests.bench.areas", str(path), str(areas))

    def fresh() -> None:
        shutil.copy(path, work)

    runs = 5
    floor = cost("-m", "tests.bench.floor", str(path), str(out), runs=runs)
    refresh = cost("-m", "tpxl", "refresh", "--json", str(work), runs=runs, before=fresh)
    openpyxl = cost("-m", "tests.bench.by_openpyxl", str(path), str(out), runs=1)
    size = path.stat().st_size / 2**20
    print(f"\n{areas} area sheets, {areas * EDITS_PER_SHEET} cells to fill, {size:.1f} MiB")
    print(TEMPLATE.format("", "time", "of floor", "peak memory", ""))
    for name, spent in (
        ("floor (zipfile)", floor),
        ("tpxl refresh", refresh),
        ("openpyxl load and save", openpyxl),
    ):
        print(line(name, spent, floor))
    return floor, refresh, openpyxl


def main() -> int:
    """Print a table for each size; return 1 where the largest misses a limit."""
    with tempfile.TemporaryDirectory() as name:
        for areas in SIZES:
            floor, refresh, openpyxl = bench(areas, Path(name))
        print(f"\nwhere the time of {SIZES[-1]} sheets goes, in one process", flush=True)
        cost("-m", "tests.bench.phases", str(Path(name) / f"{SIZES[-1]}.xlsx"), quiet=False)
    limits = (
        ("of the floor", refresh.seconds / floor.seconds, MOST_OF_FLOOR),
        ("of openpyxl", refresh.seconds / openpyxl.seconds, MOST_OF_OPENPYXL),
        ("MiB at the peak", refresh.peak, MOST_MIB),
    )
    print()
    for what, found, most in limits:
        print(f"{found:8.2f} {what}, at most {most:.2f}: {'ok' if found <= most else 'MISSED'}")
    return int(any(found > most for _, found, most in limits))


if __name__ == "__main__":
    sys.exit(main())
