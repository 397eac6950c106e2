"""What a formula refers to: cells, blocks, names, as its text tells; nothing is computed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tpxl.model import Block
from tpxl.model.address import MAX_COLUMN, MAX_ROW, column_number

_TEXT = re.compile(r'"(?:[^"]|"")*"')
_REFERENCE = re.compile(
    r"(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<bare>(?:\[\d+\])?[^\W\d][\w.]*|\[\d+\][^!'\s]+))!)?"
    r"(?:\$?(?P<left>[A-Z]{1,3})\$?(?P<top>\d{1,7})(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>\d{1,7}))?"
    r"|\$?(?P<first>[A-Z]{1,3}):\$?(?P<last>[A-Z]{1,3})"
    r"|\$?(?P<upper>\d{1,7}):\$?(?P<lower>\d{1,7}))"
    r"(?![\w(.!])",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"[\w.!'\]]$")
_NAME = re.compile(r"(?<![\w.!'])[^\W\d]\w*(?:\.\w+)*(?![\w(!:.'\[])", re.IGNORECASE)
_TRUTHS = frozenset({"TRUE", "FALSE"})


class Reference(NamedTuple):
    """A block that a formula refers to; `sheet` is None for its own, ``[1]X`` in another file."""

    sheet: str | None
    block: Block

    @property
    def is_foreign(self) -> bool:
        """Tell whether it is of another file."""
        return self.sheet is not None and self.sheet.startswith("[")

    @property
    def is_cell(self) -> bool:
        """Tell whether it is one cell."""
        return self.block[:2] == self.block[2:]


def references(formula: str) -> Iterator[Reference]:
    """Yield the blocks that a formula names.

    >>> [(one.sheet, one.block.a1) for one in references("=SUM(B4:B6)-'A b'!$C$2*LOG10(2)")]
    [(None, 'B4:B6'), ('A b', 'C2:C2')]
    >>> [one.is_foreign for one in references("='[1]Pääkirja'!B2+[2]X!A1")]
    [True, True]
    """
    bare = _TEXT.sub('""', formula)
    for found in _REFERENCE.finditer(bare):
        if not _BEFORE.search(bare[: found.start()]):
            block = _block(found)
            if block is not None:
                yield Reference(_sheet(found), block)


def names(formula: str) -> Iterator[str]:
    """Yield the defined names that a formula may use.

    >>> list(names("=IF(Tilivuosi=2025,A1,SUM(Kaudet))"))
    ['Tilivuosi', 'Kaudet']
    """
    bare = _REFERENCE.sub("0", _TEXT.sub('""', formula))
    for found in _NAME.finditer(bare):
        if found[0].upper() not in _TRUTHS:
            yield found[0]


def _sheet(found: re.Match[str]) -> str | None:
    quoted = found["quoted"]
    return found["bare"] if quoted is None else quoted.replace("''", "'")


def _block(found: re.Match[str]) -> Block | None:
    if found["left"]:
        top, left = int(found["top"]), column_number(found["left"])
        bottom = int(found["bottom"] or top)
        right = column_number(found["right"] or found["left"])
    elif found["first"]:
        top, bottom = 1, MAX_ROW
        left, right = column_number(found["first"]), column_number(found["last"])
    else:
        top, bottom = int(found["upper"]), int(found["lower"])
        left, right = 1, MAX_COLUMN
    top, bottom = sorted((top, bottom))
    left, right = sorted((left, right))
    is_on_sheet = top >= 1 and bottom <= MAX_ROW and right <= MAX_COLUMN
    return Block(top, left, bottom, right) if is_on_sheet else None
