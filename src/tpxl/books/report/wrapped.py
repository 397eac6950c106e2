"""What goes on over a line's or a page's end: labels, and numbers that may."""

import re
from collections.abc import Sequence

from tpxl.books.report.lines import joined
from tpxl.books.report.passages import Print, PrintedCells
from tpxl.terms.folding import RAISED
from tpxl.terms.known import is_known

LABELS = 1
"""The column of the labels."""
_SAME_EDGE = 3.0
_TOUCH = 2.0
_GROUPS_ALONE = re.compile(rf"\d{{3}}(?:,\d+)?[{RAISED}]*")
_DIGITS_ALONE = re.compile(rf"\d{{1,2}}[{RAISED}]*")
_TORN = re.compile(r".*\d{3} \d{1,2}")

PrintedRow = dict[int, Print]
"""A row of a table by column number."""


def with_rows(above: Sequence[PrintedCells], below: Sequence[PrintedCells]) -> list[PrintedCells]:
    """Return rows and those below them; a label that a hyphen parts between them is whole."""
    label = above[-1].get(LABELS) if above and set(above[-1]) == {LABELS} else None
    rest = below[0].get(LABELS) if below else None
    if label is None or rest is None or not label.text.endswith("-"):
        return [*above, *below]
    return [*above[:-1], {**below[0], LABELS: together(label, rest)}, *below[1:]]


def goes_on(above: PrintedRow, row: PrintedRow, label_end: float) -> bool:
    """Tell whether a row is the rest of the label above, or the label above begins this row.

    A label goes on below only where its next word had no room; a group's heading has.
    """
    label, below = above.get(LABELS), row.get(LABELS)
    if label is None or (set(row) != {LABELS} and set(above) != {LABELS}):
        return False
    if below is None:
        return set(above) == {LABELS}
    if label.text.endswith("-"):
        return True
    is_own = is_known(label.text) and not is_known(joined(label.text, below.text))
    is_rest = below.text[:1].islower() and not is_own
    return is_rest and _is_full(label, below, label_end)


def _is_full(label: Print, below: Print, label_end: float) -> bool:
    """Tell whether the first word of the line below had no room: it reaches over the labels' end.

    It begins right under the label; the parts of a group stand farther in.
    """
    if label.box is None or below.box is None:
        return False
    if abs(label.box.left - below.box.left) > _SAME_EDGE:
        return False
    share = len(below.text.split()[0]) / len(below.text)
    word = share * (below.box.right - below.box.left)
    return label.box.right + word > label_end - _TOUCH


def merged(above: PrintedRow, row: PrintedRow) -> PrintedRow:
    """Return two rows as one, the label that is parted between them whole."""
    label, below = above.get(LABELS), row.get(LABELS)
    whole = label if below is None or label is None else together(label, below)
    joint = {**above, **row}
    if whole is not None:
        joint[LABELS] = whole
    return joint


def may_be_wrapped(above: PrintedRow, row: PrintedRow) -> bool:
    """Tell whether a row without a label may be the last digits of the numbers above it."""
    return LABELS not in row and all(
        column in above and _may_go_on(above[column].text, said.text)
        for column, said in row.items()
    )


def _may_go_on(above: str, below: str) -> bool:
    """Tell whether digits may be a number's last: a whole group, or what a torn one lacks."""
    is_torn = _TORN.fullmatch(above) is not None and _DIGITS_ALONE.fullmatch(below) is not None
    return is_torn or _GROUPS_ALONE.fullmatch(below) is not None


def doubted(above: PrintedRow, row: PrintedRow) -> PrintedRow:
    """Return a row whose numbers may go on below: none of those is read as a number."""
    both = {
        column: together(above[column], said)._replace(is_doubtful=True)
        for column, said in row.items()
    }
    return {**above, **both}


def together(one: Print, other: Print) -> Print:
    """Return two texts of one cell as one, in a box around those that are on one page."""
    is_near = one.page == other.page
    box = one.box.joined(other.box) if is_near and one.box and other.box else one.box
    return one._replace(text=joined(one.text, other.text), box=box)
