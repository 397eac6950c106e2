"""A published report to measure by: `python -m tests.bench.published FILE`.

Its pages hold some three times as many figures as those of a city's report of that length.
"""

import sys
from itertools import product
from pathlib import Path

import pypdfium2
from tests.books.report.styles import (
    PERIODS,
    Area,
    Typing,
    budgets,
    figures,
    follow_up,
    ruled,
    shaded,
)

FIRST = ("Sivistys", "Kulttuuri", "Perus", "Terveys", "Liikunta", "Nuoriso", "Kaavoitus")
SECOND = ("palvelut", "toimi", "osasto", "huolto", "keskus", "laitos", "yksikkö", "ohjaus")
THIRD = ("", " itä", " länsi")
NAMES = ["".join(parts) for parts in product(FIRST, SECOND, THIRD)]


def write(path: Path) -> None:
    """Write a report of 161 pages: 168 areas in each of three styles of tables."""
    tables = [figures(seed, PERIODS, 1)[0].tables for seed in range(len(NAMES))]
    followed = [follow_up(seed, 1)[0].tables for seed in range(len(NAMES))]
    plain, net = (list(map(Area, NAMES, each)) for each in (tables, followed))
    whole = pypdfium2.PdfDocument.new()
    for data, _ in (budgets(net, Typing()), ruled(plain, Typing()), shaded(plain, Typing())):
        whole.import_pages(pypdfium2.PdfDocument(data))
    whole.save(path)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
