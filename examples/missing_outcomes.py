"""A reminder list: which areas have goals whose outcome nobody has written yet.

``python missing_outcomes.py BOOK`` prints an area and its cells a line, to be sent as it is.
"""

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence

import tpxl

_MISSING = "goal_outcome_missing"


def missing(path: str) -> Mapping[str, list[str]]:
    """Return the cells to be filled in, by area, in the book's order.

    Raises:
        TpxlError: the book cannot be read.
    """
    with tpxl.open_book(path) as book:
        findings = tpxl.check(book).findings
    cells: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.code == _MISSING and finding.is_open:
            cells[finding.area or ""].append(finding.cell or "")
    return cells


def main(arguments: Sequence[str]) -> int:
    """Print the list; return 0 when nothing is missing, else 1."""
    if len(arguments) != 1:
        sys.stderr.write("usage: missing_outcomes.py BOOK\n")
        return 2
    late = missing(arguments[0])
    for area, cells in late.items():
        print(f"{area}: {len(cells)} toteumaa puuttuu, solut {', '.join(cells)}")
    return int(bool(late))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
