"""What a formula refers to: cells, blocks, names, as its text tells; nothing is computed."""

import re
from collections.abc import Callable, Iterator, Mapping
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
_RUNNING = re.compile(r"\$\d+:\$?[A-Z]{1,3}\d", re.IGNORECASE)
_TRUTHS = frozenset({"TRUE", "FALSE"})
_SHEET = re.compile(r"(?<![\w.'\]])(?:'(?P<quoted>(?:[^']|'')+)'|(?P<bare>[^\W\d][\w.:]*))!")
_PLAIN_SHEET = re.compile(r"[^\W\d][\w.]*")
_LIKE_A_CELL = re.compile(r"[a-z]{1,3}\d+|r\d*c?\d*|c\d*|true|false", re.IGNORECASE)
LOST = "#REF!"
"""What a reference becomes whose cells are no more."""


class Reference(NamedTuple):
    """A block that a formula refers to; `sheet` is None for its own, ``[1]X`` in another file.

    `is_range` where two corners are written; it `is_running` where only the first one's row has a
    dollar sign, so that it ends elsewhere in every row it is filled into.
    """

    sheet: str | None
    block: Block
    is_range: bool = False
    is_running: bool = False

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
    return (reference for _, reference in spans(formula))


def spans(formula: str) -> Iterator[tuple[tuple[int, int], Reference]]:
    """Yield where in its text a formula names a block, and the block."""
    bare = _TEXT.sub(_blank, formula)
    for found in _REFERENCE.finditer(bare):
        if not _BEFORE.search(bare[: found.start()]):
            block = _block(found)
            if block is not None:
                yield found.span(), _reference(found, block)


def _blank(text: re.Match[str]) -> str:
    return f'"{" " * (len(text[0]) - 2)}"'


def rewritten(formula: str, change: Callable[[Reference], Block | None]) -> str:
    """Return a formula whose blocks are those that `change` gives, ``#REF!`` where it gives None.

    Dollar signs, the sheets' names and all else stay as they are.

    >>> rewritten('=SUM(B$4:B6)&"B4"', lambda one: one.block._replace(bottom=7))
    '=SUM(B$4:B7)&"B4"'
    """
    pieces, position = [], 0
    for (start, end), reference in spans(formula):
        new = change(reference)
        pieces += [formula[position:start], _told(formula[start:end], reference.block, new)]
        position = end
    return "".join([*pieces, formula[position:]])


def _told(text: str, old: Block, new: Block | None) -> str:
    if new is None:
        return LOST
    sheet, mark, cells = text.rpartition("!")
    rows = [int(row) for row in re.findall(r"\d+", cells)]
    wanted = [new.top, new.bottom] if rows == sorted(rows) else [new.bottom, new.top]
    if new == old or not rows:
        return text
    given = iter(wanted)
    return sheet + mark + re.sub(r"\d+", lambda _: str(next(given)), cells)


def renamed(formula: str, sheets: Mapping[str, str]) -> str:
    """Return a formula that names other sheets; `sheets` are the new names by the old, casefolded.

    >>> renamed("=Alue!B2+'A b'!B2&A!B2", {"alue": "Uusi alue", "a b": "B"})
    "='Uusi alue'!B2+B!B2&A!B2"
    """
    bare = _TEXT.sub(_blank, formula)
    pieces, position = [], 0
    for found in _SHEET.finditer(bare):
        said = str(_sheet(found))
        told = [sheets.get(one.casefold(), one) for one in said.split(":")]
        if told != said.split(":"):
            pieces += [formula[position : found.start()], f"{sheet_reference(*told)}!"]
            position = found.end()
    return "".join([*pieces, formula[position:]])


def sheet_reference(*sheets: str) -> str:
    """Return how a formula names a sheet, or the sheets from one to another.

    >>> sheet_reference("Yhteenveto"), sheet_reference("Pekan alue"), sheet_reference("AB12")
    ('Yhteenveto', "'Pekan alue'", "'AB12'")
    """
    told = ":".join(sheets).replace("'", "''")
    is_plain = all(_PLAIN_SHEET.fullmatch(one) for one in sheets)
    is_plain = is_plain and not any(_LIKE_A_CELL.fullmatch(one) for one in sheets)
    return told if is_plain else f"'{told}'"


def names(formula: str) -> Iterator[str]:
    """Yield the defined names that a formula may use.

    >>> list(names("=IF(Tilivuosi=2025,A1,SUM(Kaudet))"))
    ['Tilivuosi', 'Kaudet']
    """
    bare = _REFERENCE.sub("0", _TEXT.sub('""', formula))
    for found in _NAME.finditer(bare):
        if found[0].upper() not in _TRUTHS:
            yield found[0]


def _reference(found: re.Match[str], block: Block) -> Reference:
    is_running = _RUNNING.search(found[0].rpartition("!")[2]) is not None
    return Reference(_sheet(found), block, ":" in found[0], is_running)


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
