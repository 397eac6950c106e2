"""A copy of a sheet behind the sheet itself: its parts as bytes under new names, pointing alike.

What stands once in a book stays once: pictures and printer settings are shared. What cannot be
copied without knowing it wholly is refused by name.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tpxl.books.package.new_sheet import (
    content_types_grown,
    free_part,
    refuse_sheet,
    sheet_pointed,
)
from tpxl.books.package.parts import (
    CONTENT_TYPES,
    Parts,
    Relationship,
    Workbook,
    relations_part,
    without_calculation_chain,
)
from tpxl.books.package.sheet_list import titles_with
from tpxl.books.package.strings import xml_text
from tpxl.books.package.xml_spans import (
    Replacement,
    escaped_content,
    opening_tag,
    spliced,
    tag_end,
    tags,
    utf8,
    with_attribute,
    without_attributes,
)
from tpxl.books.package.zip_directory import Deflated, deflated
from tpxl.errors import TpxlError
from tpxl.rules.references import renamed

COPIED = frozenset(
    {"drawing", "vmlDrawing", "comments", "table", "chart", "chartUserShapes", "ctrlProp"}
)
"""What belongs to one sheet alone and is copied with it."""

_COPIED_BESIDE_CHARTS = frozenset({"chartStyle", "chartColorStyle", "themeOverride"})
SHARED = frozenset({"image", "printerSettings", "hyperlink"})

_FORMULAS = frozenset({"f", "formula", "formula1", "formula2", "calculatedColumnFormula"})
_DRAWN_FORMULA = re.compile(rb"(<(?:[\w.-]+:)?(?:f|FmlaLink|FmlaRange)(?:\s[^<>]*)?>)([^<]*)(</)")
_DRAWN_LINK = re.compile(
    rb'(\b(?:textlink|fmlaLink|fmlaRange|linkedCell|listFillRange)=")([^"]*)(")'
)
_SHAPE_BASE = re.compile(rb'(<o:idmap\b[^>]*?\bdata=")(\d+)(")')
_SHAPE = re.compile(rb"(_x0000_s)(\d+)")
_SHAPE_ID = re.compile(rb'(\bshapeId=")(\d+)(")')
_SHAPES_OF_ONE = 1024
_NUMBER = re.compile(r"(\d*)(\.[^./]*)$")


class _Copy(NamedTuple):
    """The parts copied so far: new names by the old, and new names of tables."""

    parts: Parts
    sheets: Mapping[str, str]
    named: dict[str, str]
    tables: dict[str, str]
    made: dict[str, bytes]


def sheet_copied(
    parts: Parts, workbook: Workbook, sheet: str, new: str
) -> dict[str, Deflated | None]:
    """Return the parts that change when a sheet is copied right behind itself under a new name.

    Formulas that name the sheet itself name the copy there; its own defined names are copied.

    Raises:
        TpxlError: the name is taken or none; the sheets are protected, shared or signed; or the
            sheet has something that cannot be copied, which is named.
    """
    pointing = refuse_sheet(parts, workbook, new)
    part = workbook.sheets[sheet]
    copy = _Copy(parts, {sheet.casefold(): new}, {}, {}, {})
    target = free_part(parts, posixpath.join(posixpath.dirname(part), "sheet"), ".xml")
    copy.named[part] = target
    _refuse_foreign(parts, sheet, part)
    for relation in _copied(parts, part):
        _copy_part(copy, relation)
    copy.made[target] = _bare(_renamed_markup(utf8(parts.read(part)), copy))
    _copy_relations(copy, part)
    _renumber_shapes(copy)
    changes: dict[str, Deflated | None] = dict(without_calculation_chain(parts, workbook))
    parts.change(changes)
    changes |= {name: deflated(data) for name, data in copy.made.items()}
    changes |= sheet_pointed(parts, workbook, pointing, (sheet, new), target)
    types = content_types_grown(parts, _overrides(copy))
    changes[CONTENT_TYPES] = types
    return {**changes, **titles_with(parts, sheet, new)}


def _refuse_foreign(parts: Parts, sheet: str, part: str) -> None:
    waiting = [part]
    while waiting:
        for relation in parts.relations(waiting.pop()):
            if relation.kind in COPIED:
                waiting.append(relation.target)
            elif relation.kind not in SHARED | _COPIED_BESIDE_CHARTS:
                raise TpxlError(
                    "sheet_not_copied", book=parts.book, sheet=sheet, what=relation.kind
                )


def _copied(parts: Parts, part: str) -> Iterator[Relationship]:
    for relation in parts.relations(part):
        if relation.kind in COPIED | _COPIED_BESIDE_CHARTS and relation.target in parts:
            yield relation


def _copy_part(copy: _Copy, relation: Relationship) -> None:
    part = relation.target
    if part in copy.named:
        return
    stem = _NUMBER.sub("", posixpath.basename(part))
    suffix = posixpath.splitext(part)[1]
    target = free_part(copy.parts, posixpath.join(posixpath.dirname(part), stem), suffix, copy.made)
    copy.named[part] = target
    copy.made[target] = b""
    for inner in _copied(copy.parts, part):
        _copy_part(copy, inner)
    data = copy.parts.read(part)
    if relation.kind == "table":
        data = _renamed_table(copy, utf8(data))
    elif relation.kind != "comments":
        data = drawn_renamed(utf8(data), copy.sheets)
    copy.made[target] = data
    _copy_relations(copy, part)


def drawn_renamed(data: bytes, sheets: Mapping[str, str]) -> bytes:
    """Return a drawing, a chart or a control whose formulas name other sheets."""
    for pattern in (_DRAWN_FORMULA, _DRAWN_LINK):
        data = pattern.sub(lambda found: _drawn(found, sheets), data)
    return data


def _drawn(found: re.Match[bytes], sheets: Mapping[str, str]) -> bytes:
    formula = xml_text(found[2].decode())
    new = renamed(formula, sheets)
    return found[0] if new == formula else found[1] + escaped_content(new) + found[3]


def _copy_relations(copy: _Copy, part: str) -> None:
    """Copy the pointers of a part; those to copied parts point to the copies."""
    pointers = relations_part(part)
    if pointers not in copy.parts:
        return
    target = copy.named[part]
    data = utf8(copy.parts.read(pointers))
    cuts = []
    for relation in copy.parts.relations(part):
        new = copy.named.get(relation.target)
        if new is not None:
            start, end = relation.tag.start, tag_end(data, relation.tag)
            told = posixpath.relpath(new, posixpath.dirname(target))
            cuts.append(Replacement(start, end, with_attribute(data[start:end], "Target", told)))
    copy.made[relations_part(target)] = spliced(data, cuts)


def _renamed_table(copy: _Copy, data: bytes) -> bytes:
    """Return a table with a number and a name that no other table of the book has."""
    root = tags(data)[0]
    tables = [tag for part in _table_parts(copy) for tag in tags(utf8(part))[:1]]
    taken = {tag.attributes.get("displayName", "").casefold() for tag in tables}
    numbers = {int(tag.attributes.get("id", "0") or 0) for tag in tables}
    old = root.attributes.get("displayName", "")
    number = 2
    while f"{old}_{number}".casefold() in taken:
        number += 1
    new = f"{old}_{number}"
    copy.tables[old] = new
    opening = data[root.start : tag_end(data, root)]
    told = {"id": str(max(numbers) + 1), "name": new, "displayName": new}
    for name, value in told.items():
        opening = with_attribute(opening, name, value)
    return spliced(data, [Replacement(root.start, tag_end(data, root), opening)])


def _table_parts(copy: _Copy) -> Iterator[bytes]:
    for part in copy.parts.names():
        if "/tables/" in f"/{part}" and part.endswith(".xml"):
            yield copy.parts.read(part)
    for part, data in copy.made.items():
        if "/tables/" in f"/{part}" and part.endswith(".xml") and data:
            yield data


def _renamed_markup(data: bytes, copy: _Copy) -> bytes:
    """Return a sheet whose formulas name the copy where they name the sheet or its tables."""
    cuts = []
    for tag in tags(data):
        if tag.name in _FORMULAS and tag.closed > (start := tag_end(data, tag)):
            old = xml_text(data[start : tag.closed].decode())
            new = _with_tables(renamed(old, copy.sheets), copy.tables)
            cuts += [Replacement(start, tag.closed, escaped_content(new))] if new != old else []
        elif tag.name == "hyperlink" and (place := tag.attributes.get("location")):
            new = renamed(place, copy.sheets)
            start, end = tag.start, tag_end(data, tag)
            if new != place:
                told = with_attribute(data[start:end], "location", new)
                cuts.append(Replacement(start, end, told))
    return spliced(data, cuts)


def _with_tables(formula: str, tables: Mapping[str, str]) -> str:
    for old, new in tables.items():
        formula = re.sub(rf"(?<![\w.]){re.escape(old)}(?=\[)", new, formula)
    return formula


def _bare(data: bytes) -> bytes:
    """Return a sheet that is not in front and that no macro module belongs to."""
    cuts = []
    for tag in tags(data):
        gone = {"sheetPr": "codeName", "sheetView": "tabSelected"}.get(tag.name)
        if gone is not None and gone in tag.attributes:
            opening = opening_tag(data, tag.start)
            new = without_attributes(opening, gone)
            cuts.append(Replacement(tag.start, tag.start + len(opening), new))
    return spliced(data, cuts)


def _renumber_shapes(copy: _Copy) -> None:
    """Give the copied shapes numbers that no other sheet's shapes have."""
    bases = {
        int(found[2])
        for part in copy.parts.names()
        if part.endswith(".vml")
        for found in _SHAPE_BASE.finditer(copy.parts.read(part))
    }
    moved: dict[int, int] = {}
    for part in [name for name in copy.made if name.endswith(".vml")]:
        for found in _SHAPE_BASE.finditer(copy.made[part]):
            moved.setdefault(int(found[2]), max((*bases, *moved.values())) + 1)

    def number(said: bytes) -> bytes:
        base, rest = divmod(int(said), _SHAPES_OF_ONE)
        return b"%d" % (moved.get(base, base) * _SHAPES_OF_ONE + rest)

    for part, data in copy.made.items() if moved else ():
        told = data
        if part.endswith(".vml"):
            told = _SHAPE_BASE.sub(lambda f: b"%s%d%s" % (f[1], moved[int(f[2])], f[3]), told)
        told = _SHAPE.sub(lambda f: f[1] + number(f[2]), told)
        copy.made[part] = _SHAPE_ID.sub(lambda f: f[1] + number(f[2]) + f[3], told)


def _overrides(copy: _Copy) -> Iterator[tuple[str, str]]:
    """Yield the content types of the copied parts, where the originals say theirs."""
    said = {
        tag.attributes.get("PartName", "").lower(): tag.attributes.get("ContentType", "")
        for tag in copy.parts.tags(CONTENT_TYPES)
    }
    for old, new in copy.named.items():
        kind = said.get(f"/{old.lower()}")
        if kind is not None:
            yield f"/{new}", kind
