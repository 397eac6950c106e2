"""Where an edit would damage the book: the blocks of a sheet that belong to something."""

from collections.abc import Iterator
from typing import NamedTuple

from tpxl.books.package.index import Frame
from tpxl.books.package.markup import Tag
from tpxl.books.package.parts import Parts
from tpxl.model import Address, Block

_ARRAY_CODES = {"array": "edit_in_array", "dataTable": "edit_in_data_table"}


class Fence(NamedTuple):
    """A block in which no cell may be changed, but for the `free` one: why, and whose it is."""

    code: str
    block: Block
    name: str = ""
    free: Address | None = None

    def forbids(self, at: Address) -> bool:
        """Tell whether the cell may not be changed."""
        return self.block.covers(at) and at != self.free


def fences(parts: Parts, part: str, frame: Frame) -> tuple[Fence, ...]:
    """Return every fence of a sheet.

    Raises:
        TpxlError: a table or pivot table of it cannot be read.
    """
    return (*_in_sheet(frame), *_in_parts(parts, part))


def _in_sheet(frame: Frame) -> Iterator[Fence]:
    for block in frame.merged:
        yield Fence("edit_in_merged", block, free=Address(block.top, block.left))
    for kind, block in frame.arrays:
        first = Address(block.top, block.left)
        is_single = first == (block.bottom, block.right)
        yield Fence(_ARRAY_CODES[kind], block, free=first if is_single else None)


def _in_parts(parts: Parts, part: str) -> Iterator[Fence]:
    for relation in parts.relations(part):
        if relation.kind == "table" and relation.target in parts:
            yield from _table(parts.tags(relation.target)[0])
        elif relation.kind == "pivotTable" and relation.target in parts:
            yield from _pivot(parts.tags(relation.target))


def _table(table: Tag) -> Iterator[Fence]:
    said = table.attributes
    block = _block(said.get("ref"))
    if block is None:
        return
    name = said.get("displayName", "")
    headers, totals = _count(said, "headerRowCount", 1), _count(said, "totalsRowCount", 0)
    if headers:
        yield Fence("edit_in_table_header", block._replace(bottom=block.top + headers - 1), name)
    if totals:
        yield Fence("edit_in_table_totals", block._replace(top=block.bottom - totals + 1), name)


def _pivot(found: list[Tag]) -> Iterator[Fence]:
    for tag in found:
        block = _block(tag.attributes.get("ref")) if tag.name == "location" else None
        if block is not None:
            yield Fence("edit_in_pivot", block, found[0].attributes.get("name", ""))


def _count(said: dict[str, str], name: str, default: int) -> int:
    text = said.get(name, "")
    return int(text) if text.isdecimal() else default


def _block(ref: str | None) -> Block | None:
    try:
        return Block.parse(ref or "")
    except ValueError:
        return None
