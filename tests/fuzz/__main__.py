"""`make fuzz`: workbooks changed at random must be done or refused, in time, and settle.

    python -m tests.fuzz [--seconds N] [--count N] [--seed N] [--keep FOLDER] [BOOK...]

Prints how many of each kind there were and what was found; the first workbook that shows a fault
is kept in the folder. The exit status is 1 where anything was found.
"""

import argparse
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.bench.areas import made
from tests.fuzz.judging import load, verdict
from tests.fuzz.mutations import mutant

from tpxl.shipped import master

_ROW = "{:<12}{:>9}{:>9}"


def main() -> int:
    """Mutate and judge for as long as asked."""
    arguments = _arguments()
    tried: Counter[str] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory(prefix="tpxl-fuzz-") as home:
        bases = arguments.book or [master(), made(Path(home) / "pieni.xlsx", 2)]
        load(Path(shutil.copy(bases[0], Path(home) / f"hyvä{bases[0].suffix}")))
        end = time.monotonic() + arguments.seconds
        number = 0
        while number < arguments.count and time.monotonic() < end:
            chance = random.Random(f"{arguments.seed} {number}")  # noqa: S311  # no secrets
            base = chance.choice(bases)
            one = mutant(base, chance)
            path = Path(home) / f"työ{base.suffix}"
            path.write_bytes(one.data)
            said = verdict(path)
            tried[one.kind] += 1
            if said:
                found[one.kind, said] += 1
                _keep(arguments.keep, said, one.data, base.suffix)
                print(
                    f"{arguments.seed} {number} {base.name}, {one.kind}, {one.part}: {said}",
                    flush=True,
                )
            for left in Path(home).glob("työ*"):
                left.unlink()
            number += 1
    _print_table(tried, found)
    return int(bool(found) or not tried)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--count", type=int, default=10**9, help="no more mutants than this")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where the first of each fault is kept")
    parser.add_argument("book", nargs="*", type=Path, help="other books than tpxl's own")
    return parser.parse_args()


def _keep(folder: Path | None, said: str, data: bytes, suffix: str) -> None:
    """Keep a workbook under the name of its fault, unless there is one."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{re.sub(r'[^a-z0-9]+', '-', said.lower())[:80].strip('-')}{suffix}"
        if not path.exists():
            path.write_bytes(data)


def _print_table(tried: Counter[str], found: Counter[tuple[str, str]]) -> None:
    print(_ROW.format("changed", "books", "faults"))
    for kind, count in sorted(tried.items()):
        of_kind = sum(number for (one, _), number in found.items() if one == kind)
        print(_ROW.format(kind, count, of_kind))
    print(_ROW.format("together", tried.total(), found.total()))


if __name__ == "__main__":
    sys.exit(main())
