"""The formulas of a sheet's bytes: their text, and what the file keeps of their results.

Shared formulas: the master holds the text; before it goes, the next member takes it over.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from tpxl.books.package.sheet import SheetBytes
from tpxl.books.package.sheet_index import CellBytes, CellFormula, RowBytes
from tpxl.books.package.strings import stored
from tpxl.books.package.values import number_text
from tpxl.books.package.xml_spans import (
    Replacement,
    escaped,
    opening_tag,
    spliced,
    with_attribute,
    with_content,
    without_attributes,
)
from tpxl.model import Address, Block, CellError, Value


def formula_text(sheet: SheetBytes, at: Address) -> str | None:
    """Return a cell's formula with its ``=``, None where it has none.

    A member of a shared formula has the master's, moved to it; one of an array the array's own. A
    data table's has no text but the sign.

    Raises:
        ValueError: a shared formula's text cannot be moved to the cell, or is not in the file.
    """
    cell = sheet.cell(at)
    formula = None if cell is None else cell.formula
    if formula is None:
        arrays = [block for _kind, block in sheet.frame.arrays if block.covers(at)]
        first = Address(arrays[0].top, arrays[0].left) if arrays else at
        return None if first == at else formula_text(sheet, first)
    if formula.kind != "shared" or formula.text or formula.group is None:
        return f"={formula.text}"
    if formula.group not in sheet.shared_formulas:
        raise ValueError("shared formula without a master")
    origin, text = sheet.shared_formulas[formula.group]
    return f"={_moved(text, origin, at)}"


def computed_cells(sheet: SheetBytes) -> Iterator[Address]:
    """Yield the cells in the file that a formula computes, an array's members included."""
    arrays = [block for _kind, block in sheet.frame.arrays]
    if not sheet.has_formulas:
        return
    for row in sheet.rows():
        for column, content in row.contents.items():
            at = Address(row.number, column)
            if content[2] or any(block.covers(at) for block in arrays):
                yield at


def with_results(sheet: SheetBytes, results: Mapping[Address, Value]) -> bytes:
    """Return the sheet's bytes with what its formulas give; None forgets what they gave.

    Cells that no formula computes, or that the file does not have, stay as they are.
    """
    computed = set(computed_cells(sheet))
    cells = ((sheet.cell(at), value) for at, value in results.items() if at in computed)
    cuts = (_with_result(sheet, cell, value) for cell, value in cells if cell is not None)
    return spliced(sheet.data, [cut for cut in cuts if cut is not None])


def _with_result(sheet: SheetBytes, cell: CellBytes, value: Value) -> Replacement | None:
    if _is_kept(cell, value):
        return None
    data = sheet.data
    letter, content = _result(value, sheet.frame.prefix)
    opening = without_attributes(opening_tag(data, cell.start), "t")
    if letter is not None:
        opening = with_attribute(opening, "t", letter)
    formula = cell.formula
    before = b"" if formula is None else data[formula.start : formula.end]
    others = b"".join(data[start:end] for start, end in cell.others)
    new = with_content(opening, before + content + others)
    return None if new == data[cell.start : cell.end] else Replacement(cell.start, cell.end, new)


def _is_kept(cell: CellBytes, value: Value) -> bool:
    """Tell whether a number is the one the file keeps, written in another way (``100.0``)."""
    if isinstance(value, bool) or not isinstance(value, int | float) or cell.kind not in {"", "n"}:
        return False
    try:
        return cell.text is not None and float(cell.text) == value
    except ValueError:
        return False


def _result(value: Value, prefix: bytes) -> tuple[str | None, bytes]:
    """Return the type letter (None for a number) and the XML of a formula's result."""
    if value is None:
        return None, b""
    letter: str | None
    match value:
        case bool():
            letter, said = "b", str(int(value))
        case CellError():
            letter, said = "e", value.code
        case str():
            letter, said = "str", stored(value)
        case _:
            letter, said = None, number_text(value)
    return letter, b"<%sv>%s</%sv>" % (prefix, escaped(said), prefix)


class _Member(NamedTuple):
    at: Address
    formula: CellFormula


def handed_on(
    data: bytes, rows: Collection[RowBytes], overwritten: Collection[Address]
) -> Iterator[Replacement]:
    """Yield the cuts by which each group whose master is overwritten gets a new one.

    Raises:
        ValueError: a master's text cannot be moved.
    """
    for members in _groups(rows).values():
        master = next((m for m in members if m.formula.text), None)
        heirs = [member for member in members if member.at not in overwritten]
        if master is not None and master.at in overwritten and heirs:
            yield _inherited(data, master, heirs)


def _groups(rows: Collection[RowBytes]) -> dict[str, list[_Member]]:
    groups: dict[str, list[_Member]] = defaultdict(list)
    for row in rows:
        for cell in row.cells:
            formula = cell.formula
            if formula is not None and formula.kind == "shared" and formula.group is not None:
                groups[formula.group].append(_Member(Address(row.number, cell.column), formula))
    return groups


def _inherited(data: bytes, master: _Member, heirs: list[_Member]) -> Replacement:
    heir = heirs[0]
    text = _moved(master.formula.text, master.at, heir.at)
    rows, columns = [m.at.row for m in heirs], [m.at.column for m in heirs]
    area = Block(min(rows), min(columns), max(rows), max(columns))
    start, end = heir.formula.start, heir.formula.end
    told = with_attribute(opening_tag(data, start), "ref", area.a1)
    return Replacement(start, end, with_content(told, escaped(text)))


def _moved(text: str, origin: Address, to: Address) -> str:
    from openpyxl.formula.tokenizer import TokenizerError  # noqa: PLC0415  # heavy, needed here only
    from openpyxl.formula.translate import Translator, TranslatorError  # noqa: PLC0415

    try:
        moved = Translator(f"={text}", origin=origin.a1).translate_formula(to.a1)
    except (TokenizerError, TranslatorError) as error:
        raise ValueError(str(error)) from error
    return str(moved).removeprefix("=")
