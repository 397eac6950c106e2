"""Where things are on a sheet whose rows are copied or removed, apart from its cells.

Merged areas, rules, links, views, page breaks, notes, tables, shapes, drawings: each says in its
own words in which rows it is.
"""

import re
from collections.abc import Iterable, Iterator

from tpxl.books.package.strings import xml_text
from tpxl.books.package.xml_spans import (
    Replacement,
    XmlTag,
    escaped,
    escaped_content,
    opening_tag,
    tag_end,
    tags,
)
from tpxl.model import Address, Block
from tpxl.rules.restructuring import Restructuring

_BLOCKS = frozenset(
    {
        "mergeCell",
        "hyperlink",
        "autoFilter",
        "dimension",
        "sortState",
        "sortCondition",
        "table",
        "comment",
        "threadedComment",
    }
)
_BLOCK_LISTS = frozenset(
    {"conditionalFormatting", "dataValidation", "protectedRange", "ignoredError"}
)
_LISTS = frozenset({"mergeCells", "dataValidations", "hyperlinks", "comments"})
_PLACED = _BLOCKS | _BLOCK_LISTS | {"brk", "sqref"}
_VIEWS = frozenset({"selection", "pane", "sheetView"})
_FORMULAS = frozenset({"formula", "formula1", "formula2", "definedName", "calculatedColumnFormula"})
_ROW_OF_SHAPE = re.compile(rb"(<(?:[\w.-]+:)?Row>\s*)(\d+)(\s*</)")
_ANCHOR = re.compile(rb"(<(?:[\w.-]+:)?Anchor>)([^<]*)(</)")
_ANCHOR_ROWS = (2, 6)


def formula_cuts(
    data: bytes,
    found: Iterable[XmlTag],
    sheet: str,
    change: Restructuring,
    *,
    is_copy: bool = False,
) -> Iterator[Replacement]:
    """Yield the cuts of formulas that stand in no cell, and of links within the book."""
    told = change.copy if is_copy else change.formula
    for tag in found:
        is_outside = tag.name == "f" and not tag.is_main
        if (tag.name in _FORMULAS or is_outside) and tag.closed > (start := tag_end(data, tag)):
            old = xml_text(data[start : tag.closed].decode())
            new = told(old, sheet).text
            if new != old:
                yield Replacement(start, tag.closed, escaped_content(new))
        elif tag.name == "hyperlink" and (place := tag.attributes.get("location")):
            new = told(place, sheet).text
            if new != place and not change.moves(sheet):
                opening = opening_tag(data, tag.start)
                new_tag = with_value(opening, "location", new)
                yield Replacement(tag.start, tag.start + len(opening), new_tag)


def place_cuts(
    data: bytes, found: list[XmlTag], sheet: str, change: Restructuring
) -> Iterator[Replacement]:
    """Yield the cuts of everything that says where on the sheet it is."""
    counts: dict[int, int] = {}
    holders: list[int] = []
    for at, tag in enumerate(found):
        del holders[tag.depth :]
        if tag.name in _PLACED or tag.name in _VIEWS:
            left, cuts = _placed(data, tag, sheet, change, found[holders[-1]] if holders else tag)
            yield from cuts
            if holders and tag.name in _BLOCKS | _BLOCK_LISTS:
                counts[holders[-1]] = counts.get(holders[-1], 0) + left
        holders.append(at)
    yield from _recounted(data, found, counts)


def _placed(
    data: bytes, tag: XmlTag, sheet: str, change: Restructuring, holder: XmlTag
) -> tuple[int, list[Replacement]]:
    """Return how many elements are left of one, its copy included, and the cuts."""
    opening = told = opening_tag(data, tag.start)
    more = b""
    if tag.name in _BLOCKS and "ref" in tag.attributes:
        told, more = _moved_blocks(data, tag, "ref", sheet, change)
    elif tag.name in _BLOCK_LISTS and "sqref" in tag.attributes:
        told, _ = _moved_blocks(data, tag, "sqref", sheet, change)
    elif tag.name in _VIEWS:
        told = _moved_view(tag, opening, sheet, change)
    elif tag.name == "brk" and holder.name == "rowBreaks":
        told = with_value(opening, "id", str(_after(int(tag.attributes["id"]), sheet, change)))
    elif tag.name == "sqref" and tag.closed > tag.start + len(opening):
        span = tag.start + len(opening), tag.closed
        blocks = " ".join(_moved_list(data[slice(*span)].decode(), sheet, change))
        return 1, [Replacement(*span, blocks.encode())]
    if not told:
        return 0, [Replacement(tag.start, tag.end, b"")]
    cuts = [Replacement(tag.start, tag.start + len(opening), told)] if told != opening else []
    return 1 + bool(more), [*cuts, *([Replacement(tag.end, tag.end, more)] if more else [])]


def _recounted(data: bytes, found: list[XmlTag], counts: dict[int, int]) -> Iterator[Replacement]:
    for at, count in counts.items():
        tag = found[at]
        opening = opening_tag(data, tag.start)
        if tag.name in _LISTS and not count:
            yield Replacement(tag.start, tag.end, b"")
        elif tag.name in _LISTS and tag.attributes.get("count", str(count)) != str(count):
            new = with_value(opening, "count", str(count))
            yield Replacement(tag.start, tag.start + len(opening), new)


def _moved_list(said: str, sheet: str, change: Restructuring) -> Iterator[str]:
    """Yield the blocks of a list now: what applies to copied rows applies to the copies."""
    for one in said.split():
        block = Block.parse(one)
        for new in (change.block(sheet, block), change.twin(sheet, block)):
            if new is not None:
                yield a1_of(new)


def _moved_blocks(
    data: bytes, tag: XmlTag, name: str, sheet: str, change: Restructuring
) -> tuple[bytes, bytes]:
    """Return an element's start tag with its blocks now, none where all are gone; and its copy."""
    opening = opening_tag(data, tag.start)
    if name == "sqref":
        told = " ".join(_moved_list(tag.attributes[name], sheet, change))
        return (with_value(opening, name, told) if told else b""), b""
    block = Block.parse(tag.attributes[name])
    new, twin = change.block(sheet, block), change.twin(sheet, block)
    if new is None:
        return b"", b""
    place = tag.attributes.get("location", "")
    moved = with_value(opening, name, a1_of(new))
    moved = with_value(moved, "location", change.formula(place, sheet).text) if place else moved
    if twin is None or tag.name not in {"mergeCell", "hyperlink"}:
        return moved, b""
    copy = with_value(opening, name, a1_of(twin))
    copy = with_value(copy, "location", change.copy(place, sheet).text) if place else copy
    return moved, copy + data[tag.start + len(opening) : tag.end]


def _moved_view(tag: XmlTag, opening: bytes, sheet: str, change: Restructuring) -> bytes:
    told = opening
    for name in ("topLeftCell", "activeCell", "sqref"):
        said = tag.attributes.get(name)
        if said:
            blocks = (_still(Block.parse(one), sheet, change) for one in said.split())
            told = with_value(told, name, " ".join(map(a1_of, blocks)))
    split = tag.attributes.get("ySplit", "")
    if tag.attributes.get("state", "").startswith("frozen") and split.isdecimal():
        told = with_value(told, "ySplit", str(_after(int(split), sheet, change)))
    return told


def _still(block: Block, sheet: str, change: Restructuring) -> Block:
    """Return where a cursor is now; one in rows that are gone goes up."""
    rows = block.bottom - block.top
    top = next(
        (new for row in range(block.top, 0, -1) if (new := change.row(sheet, row)) is not None), 1
    )
    return block._replace(top=top, bottom=top + rows)


def _after(row: int, sheet: str, change: Restructuring) -> int:
    """Return the last row now of the rows up to one: copies right below it included."""
    group = next((g for g in change.copied.get(sheet.casefold(), ()) if g.last == row), None)
    last = _still(Block(row, 1, row, 1), sheet, change).top if row else 0
    return last + (group.size if group else 0)


def shapes_moved(data: bytes, sheet: str, change: Restructuring) -> bytes:
    """Return a sheet's old-style shapes (buttons, notes) in the rows they are in now."""

    def moved(row: int) -> int:
        return _still(Block(row + 1, 1, row + 1, 1), sheet, change).top - 1

    def anchor(found: re.Match[bytes]) -> bytes:
        numbers = [one.strip() for one in found[2].split(b",")]
        for at in _ANCHOR_ROWS:
            numbers[at] = b"%d" % moved(int(numbers[at]))
        return found[1] + b", ".join(numbers) + found[3]

    told = _ROW_OF_SHAPE.sub(lambda f: b"%s%d%s" % (f[1], moved(int(f[2])), f[3]), data)
    return _ANCHOR.sub(anchor, told)


def anchor_cuts(data: bytes, sheet: str, change: Restructuring) -> Iterator[Replacement]:
    """Yield the cuts by which a drawing's pictures and charts stand in the rows they are in now."""
    for tag in tags(data):
        if tag.name == "row" and tag.closed > (start := tag_end(data, tag)):
            row = int(data[start : tag.closed])
            new = _still(Block(row + 1, 1, row + 1, 1), sheet, change).top - 1
            if new != row:
                yield Replacement(start, tag.closed, b"%d" % new)


def outer(cuts: Iterable[Replacement]) -> Iterator[Replacement]:
    """Yield the cuts but those within one that takes more away."""
    end = 0
    for cut in sorted(cuts, key=lambda one: (one.start, one.end > one.start, -one.end)):
        if cut.start >= end:
            yield cut
            end = max(end, cut.end)


def a1_of(block: Block) -> str:
    """Return ``A1:C7``, of one cell ``A1``."""
    return block.a1 if block.area > 1 else Address(block.top, block.left).a1


def with_value(opening: bytes, name: str, value: str) -> bytes:
    """Return a start tag with another value of an attribute that it has, in its place."""
    said = rb"""(\s%s\s*=\s*)(?:"[^"]*"|'[^']*')""" % re.escape(name.encode())
    return re.sub(said, lambda found: b'%s"%s"' % (found[1], escaped(value)), opening, count=1)
