"""Rows copied or removed in a closed file: every part that says where something is follows.

A part that says nothing of what moved keeps its bytes. Of a sheet whose formulas change, shared
formulas become each cell's own.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tpxl.books.package.charts import chart_restructured, charts_of
from tpxl.books.package.formulas import formula_text
from tpxl.books.package.moved_places import (
    a1_of,
    anchor_cuts,
    formula_cuts,
    outer,
    place_cuts,
    shapes_moved,
    with_value,
)
from tpxl.books.package.parts import Parts, without_calculation_chain
from tpxl.books.package.sheet_cache import SheetCache
from tpxl.books.package.xml_spans import (
    Replacement,
    XmlTag,
    escaped_content,
    opening_tag,
    spliced,
    tags,
    utf8,
)
from tpxl.books.package.zip_directory import Deflated, deflated
from tpxl.errors import TpxlError
from tpxl.model import Address, Block
from tpxl.model.figure import CellPlace
from tpxl.rules.references import LOST
from tpxl.rules.restructuring import Restructuring, Rewritten

_MOVABLE = frozenset(
    {
        "drawing",
        "vmlDrawing",
        "comments",
        "threadedComment",
        "table",
        "printerSettings",
        "hyperlink",
        "image",
        "ctrlProp",
    }
)


class Restructured(NamedTuple):
    """The parts that change, and the cells whose formulas take in other cells than before.

    Each with the formula it had: none where the cell is new, or its copied sheet's.
    """

    parts: dict[str, Deflated | None]
    places: Mapping[CellPlace, str | None]


def restructured(parts: Parts, store: SheetCache, change: Restructuring) -> Restructured:
    """Return the parts changed as rows are copied and removed.

    Raises:
        TpxlError: a sheet cannot be read, is locked, or has what cannot be moved, which is named.
    """
    changed: dict[str, Deflated | None] = {}
    places: dict[CellPlace, str | None] = {}
    for sheet, part in store.workbook.sheets.items():
        if change.moves(sheet):
            _refuse(parts, store, sheet, part)
        work = _SheetWork(store, sheet, change, places)
        data = work.made()
        if data is not None:
            changed[part] = deflated(data)
        for relation in parts.relations(part):
            if relation.target in parts:
                changed |= _beside(parts, sheet, relation.kind, relation.target, change)
        for chart in charts_of(parts, part):
            drawn = utf8(parts.read(chart))
            new = chart_restructured(drawn, change)
            if new != drawn:
                changed[chart] = deflated(new)
    data = utf8(parts.read(store.workbook.part))
    new = spliced(data, formula_cuts(data, tags(data), "", change))
    if new != data:
        changed[store.workbook.part] = deflated(new)
    if changed:
        changed |= without_calculation_chain(parts, store.workbook)
    return Restructured(changed, places)


def _refuse(parts: Parts, store: SheetCache, sheet: str, part: str) -> None:
    frame = store.sheet_bytes(sheet).frame
    if frame.is_locked:
        raise TpxlError("sheet_protected", book=parts.book, sheet=sheet, cell="A1")
    kinds = [one.kind for one in parts.relations(part) if one.kind not in _MOVABLE]
    kinds += [kind for kind, block in frame.arrays if block.area > 1 or kind == "dataTable"]
    if kinds:
        raise TpxlError("rows_not_moved", book=parts.book, sheet=sheet, what=kinds[0])


class _SheetWork:
    """One sheet's bytes, cut to what they are to be."""

    def __init__(
        self,
        store: SheetCache,
        sheet: str,
        change: Restructuring,
        places: dict[CellPlace, str | None],
    ) -> None:
        self._bytes = store.sheet_bytes(sheet)
        self._data = self._bytes.data
        self._sheet = sheet
        self._change = change
        self._places = places
        self._is_copy = change.like is not None and sheet == change.like[1]
        self._moves = change.moves(sheet)

    def made(self) -> bytes | None:
        """Return the new bytes; None where they stay as they are."""
        if not (self._moves or self._bytes.has_formulas or b"ormula" in self._data):
            return None
        found = tags(self._data)
        cuts = [*self._cells(found), *self._around(found)]
        return spliced(self._data, outer(cuts)) if cuts else None

    def _told(self, text: str) -> Rewritten:
        change = self._change
        return (change.copy if self._is_copy else change.formula)(text, self._sheet)

    def _cells(self, found: list[XmlTag]) -> Iterator[Replacement]:
        cells = [tag for tag in found if tag.is_main and tag.name == "c"]
        formulas = self._formulas(found)
        told = {at: self._told(text) for at, (_, text) in formulas.items()}
        if not self._moves and all(one.text == formulas[at][1] for at, one in told.items()):
            return
        self._require_pinned(found)
        for at, (tag, text) in formulas.items():
            row = self._change.row(self._sheet, at.row)
            if row is None:
                continue
            if LOST in told[at].text and LOST not in text:
                raise TpxlError("rows_in_use", sheet=self._sheet, cell=at.a1, formula=f"={text}")
            is_shared = tag.attributes.get("t") == "shared"
            if told[at].text != text or is_shared:
                yield self._formula(tag, told[at].text, row - at.row)
            if told[at].reaches_other or (self._is_copy and told[at].text != text):
                self._places[self._sheet, at._replace(row=row)] = f"={text}"
        if self._moves:
            yield from self._rows(found, cells, formulas)

    def _formulas(self, found: list[XmlTag]) -> dict[Address, tuple[XmlTag, str]]:
        """Return the formulas with their elements, a shared one's as its own text."""
        told: dict[Address, tuple[XmlTag, str]] = {}
        at: Address | None = None
        for tag in found:
            if tag.is_main and tag.name == "c" and "r" in tag.attributes:
                at = Address.parse(tag.attributes["r"])
            elif tag.is_main and tag.name == "f" and at is not None and tag.depth > _CELL_DEPTH:
                text = formula_text(self._bytes, at)
                if text is not None and tag.attributes.get("t") != "dataTable":
                    told[at] = tag, text.removeprefix("=")
        return told

    def _formula(self, tag: XmlTag, text: str, down: int) -> Replacement:
        prefix = f"{tag.prefix}:".encode() if tag.prefix else b""
        array = b""
        if tag.attributes.get("t") == "array":
            block = Block.parse(tag.attributes["ref"])
            moved = block._replace(top=block.top + down, bottom=block.bottom + down)
            array = b' t="array" ref="%s"' % a1_of(moved).encode()
        new = b"<%sf%s>%s</%sf>" % (prefix, array, escaped_content(text), prefix)
        return Replacement(tag.start, tag.end, new)

    def _require_pinned(self, found: Iterable[XmlTag]) -> None:
        for tag in found:
            if tag.is_main and tag.name in {"row", "c"} and "r" not in tag.attributes:
                raise TpxlError("rows_not_moved", sheet=self._sheet, what=tag.name)

    def _rows(
        self,
        found: list[XmlTag],
        cells: list[XmlTag],
        formulas: dict[Address, tuple[XmlTag, str]],
    ) -> Iterator[Replacement]:
        """Yield the cuts by which rows get their numbers, go, and have copies."""
        by_row: dict[int, list[XmlTag]] = {}
        for cell in cells:
            by_row.setdefault(Address.parse(cell.attributes["r"]).row, []).append(cell)
        rows = [tag for tag in found if tag.is_main and tag.name == "row"]
        ends = {int(row.attributes["r"]): row.end for row in rows}
        for row in rows:
            number = int(row.attributes["r"])
            new = self._change.row(self._sheet, number)
            if new is None:
                yield Replacement(row.start, row.end, b"")
            elif new != number:
                yield from self._numbered(row, by_row.get(number, ()), new)
        for group in self._change.copied.get(self._sheet.casefold(), ()):
            own = [row for row in rows if group.first <= int(row.attributes["r"]) <= group.last]
            if own:
                end = ends[int(own[-1].attributes["r"])]
                copies = [self._copied(row, by_row, formulas) for row in own]
                yield Replacement(end, end, b"".join(copies))

    def _numbered(self, row: XmlTag, cells: Iterable[XmlTag], new: int) -> Iterator[Replacement]:
        yield self._attribute(row, "r", str(new))
        for cell in cells:
            at = Address.parse(cell.attributes["r"])
            yield self._attribute(cell, "r", at._replace(row=new).a1)

    def _copied(
        self,
        row: XmlTag,
        by_row: dict[int, list[XmlTag]],
        formulas: dict[Address, tuple[XmlTag, str]],
    ) -> bytes:
        """Return a row's copy: its formulas refer to copies, what it held stays."""
        number = int(row.attributes["r"])
        twin = self._change.twin(self._sheet, Block(number, 1, number, 1))
        assert twin is not None  # noqa: S101  # the row is in a group
        cuts = list(self._numbered(row, by_row.get(number, ()), twin.top))
        for cell in by_row.get(number, ()):
            at = Address.parse(cell.attributes["r"])
            self._places[self._sheet, at._replace(row=twin.top)] = None
            if at in formulas:
                tag, text = formulas[at]
                told = self._change.copy(text, self._sheet).text
                cuts.append(self._formula(tag, told, twin.top - number))
        own = (cut._replace(start=cut.start - row.start, end=cut.end - row.start) for cut in cuts)
        return spliced(self._data[row.start : row.end], own)

    def _attribute(self, tag: XmlTag, name: str, value: str) -> Replacement:
        opening = opening_tag(self._data, tag.start)
        new = with_value(opening, name, value)
        return Replacement(tag.start, tag.start + len(opening), new)

    def _around(self, found: list[XmlTag]) -> Iterator[Replacement]:
        yield from formula_cuts(self._data, found, self._sheet, self._change, is_copy=self._is_copy)
        if self._moves:
            yield from place_cuts(self._data, found, self._sheet, self._change)


_CELL_DEPTH = 3
"""A formula in a cell is deeper: worksheet, sheetData, row, c."""


def _beside(
    parts: Parts, sheet: str, kind: str, part: str, change: Restructuring
) -> dict[str, Deflated | None]:
    """Return the parts of a sheet that change beside it: notes, tables, shapes, drawings."""
    if kind not in {"comments", "threadedComment", "table", "vmlDrawing", "drawing"}:
        return {}
    data = utf8(parts.read(part))
    moves = change.moves(sheet)
    if kind == "vmlDrawing":
        new = shapes_moved(data, sheet, change) if moves else data
    elif kind == "drawing":
        new = spliced(data, anchor_cuts(data, sheet, change)) if moves else data
    else:
        found = tags(data)
        cuts = list(formula_cuts(data, found, sheet, change))
        cuts += place_cuts(data, found, sheet, change) if moves else ()
        new = spliced(data, outer(cuts))
    return {} if new == data else {part: deflated(new)}
