"""A sheet more: its own part, and a pointer to it in three others.

An empty one stands last, and nothing is renumbered, so names, formulas and macros mean what they
meant. What `docProps` says of the sheets is a summary that the spreadsheet makes anew; it is left
as it is. A copy stands behind its original: names that belong to one sheet follow the sheet.
"""

import posixpath
import re
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from tpxl.books.package.limits import MAX_SHEETS
from tpxl.books.package.parts import CONTENT_TYPES, Parts, Relationship, Workbook, relations_part
from tpxl.books.package.sheet_list import refuse_structure, with_names_copied
from tpxl.books.package.xml_spans import (
    Replacement,
    XmlTag,
    escaped,
    opening_tag,
    spliced,
    tags,
    utf8,
    with_attribute,
    without_attributes,
)
from tpxl.books.package.zip_directory import Deflated, deflated
from tpxl.books.sheet_names import refuse_name
from tpxl.errors import TpxlError

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_POINTER = re.compile(rb"\s([\w.-]+:id)\s*=")


class Pointing(NamedTuple):
    """The workbook part, its sheets' elements, and its pointers to other parts."""

    data: bytes
    space: str
    sheets: list[XmlTag]
    relations: list[Relationship]


def sheet_added(
    parts: Parts, workbook: Workbook, sheet: str, widths: Sequence[float] = ()
) -> dict[str, Deflated | None]:
    """Return the parts that change when an empty visible sheet is added behind the others.

    It is printed across A4, as wide as a page and as long as it is. `widths` are those of its
    first columns, in letters.

    Raises:
        TpxlError: the name is taken or none, the sheets are protected, shared or signed.
    """
    pointing = refuse_sheet(parts, workbook, sheet)
    folder = posixpath.join(posixpath.dirname(workbook.part), "worksheets")
    first = len(workbook.sheets) + 1
    part = free_part(parts, posixpath.join(folder, "sheet"), ".xml", first=first)
    own_id, pointers = _pointer(parts, workbook, pointing, part)
    return {
        part: deflated(_empty(pointing.space, widths)),
        workbook.part: deflated(_named(pointing, pointing.sheets[-1], sheet, own_id)),
        relations_part(workbook.part): pointers,
        CONTENT_TYPES: content_types_grown(parts, [(f"/{part}", _TYPE)]),
    }


def refuse_sheet(parts: Parts, workbook: Workbook, sheet: str) -> Pointing:
    """Return how the workbook part points to its sheets, where it may have one more.

    Raises:
        TpxlError: the name is taken or none, the sheets are protected, shared or signed.
    """
    data = utf8(parts.read(workbook.part))
    found = tags(data)
    sheets = [tag for tag in found if tag.is_main and tag.name == "sheet"]
    refuse_name(sheet, parts.book, (tag.attributes.get("name", "") for tag in sheets))
    relations = parts.relations(workbook.part)
    pointing = Pointing(data, found[0].space, sheets, relations)
    refuse_structure(parts, workbook, sheet, data)
    if len(sheets) >= MAX_SHEETS:
        raise TpxlError("file_too_many_sheets", book=parts.book, limit=MAX_SHEETS)
    if not any(one.kind == "worksheet" for one in relations):
        raise TpxlError("sheet_not_added", book=parts.book, sheet=sheet)
    return pointing


def sheet_pointed(
    parts: Parts, workbook: Workbook, pointing: Pointing, names: tuple[str, str], part: str
) -> dict[str, Deflated | None]:
    """Return the workbook part and its pointers with a copy behind a sheet; `names` are both's."""
    old, new = names
    at = [tag.attributes.get("name", "") for tag in pointing.sheets].index(old)
    own_id, pointers = _pointer(parts, workbook, pointing, part)
    grown = _named(pointing, pointing.sheets[at], new, own_id)
    told = with_names_copied(grown, at, names)
    return {workbook.part: deflated(told), relations_part(workbook.part): pointers}


def _pointer(
    parts: Parts, workbook: Workbook, pointing: Pointing, part: str
) -> tuple[str, Deflated]:
    """Return a new id, and the workbook's pointers with the one to a part."""
    model = next(one for one in pointing.relations if one.kind == "worksheet")
    own_id = _free_id(parts.tags(relations_part(workbook.part)))
    target = posixpath.relpath(part, posixpath.dirname(workbook.part).lower() or ".")
    told = {"Id": own_id, "Type": model.tag.attributes["Type"], "Target": target}
    return own_id, _grown(parts, relations_part(workbook.part), "Relationship", [told])


def content_types_grown(parts: Parts, kinds: Iterable[tuple[str, str]]) -> Deflated:
    """Return the list of content types with those of more parts."""
    told = [{"PartName": part, "ContentType": kind} for part, kind in kinds]
    return _grown(parts, CONTENT_TYPES, "Override", told)


def free_part(
    parts: Parts, stem: str, suffix: str, taken: Container[str] = (), *, first: int = 1
) -> str:
    """Return the name of a part that is not there yet; packages do not tell case apart."""
    number = first
    while (name := f"{stem}{number}{suffix}".lower()) in parts or name in taken:
        number += 1
    return name


def _free_id(pointers: list[XmlTag]) -> str:
    """Return an id that no pointer of the workbook part has, one out of the package included."""
    taken = {tag.attributes.get("Id", "") for tag in pointers}
    number = len(taken) + 1
    while f"rId{number}" in taken:
        number += 1
    return f"rId{number}"


def _empty(space: str, widths: Sequence[float]) -> bytes:
    columns = b"".join(
        b'<col min="%d" max="%d" width="%s" customWidth="1"/>' % (at, at, f"{width:g}".encode())
        for at, width in enumerate(widths, 1)
    )
    return (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="%s">'
        b'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>%s<sheetData/>'
        b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
        % (space.encode(), b"<cols>%s</cols>" % columns if columns else b"")
    )


def _named(pointing: Pointing, last: XmlTag, sheet: str, own_id: str) -> bytes:
    """Return the workbook part with one more sheet behind one: that one's element, told anew."""
    opening = opening_tag(pointing.data, last.start)
    said = _POINTER.search(opening)
    pointer = "r:id" if said is None else said[1].decode()
    number = 1 + max(int(tag.attributes.get("sheetId", "0") or 0) for tag in pointing.sheets)
    opening = without_attributes(opening, "name", "sheetId", "state", pointer)
    opening = opening.removesuffix(b">").removesuffix(b"/").rstrip() + b"/>"
    told = {"name": sheet, "sheetId": str(number), pointer: own_id}
    for name, value in told.items():
        opening = with_attribute(opening, name, value)
    return spliced(pointing.data, [Replacement(last.end, last.end, opening)])


def _grown(parts: Parts, part: str, name: str, told: Iterable[dict[str, str]]) -> Deflated:
    """Return a part with more elements at the end of its root."""
    data = utf8(parts.read(part))
    root = tags(data)[0]
    prefix = f"{root.prefix}:".encode() if root.prefix else b""
    elements = []
    for one in told:
        attributes = b"".join(
            b' %s="%s"' % (key.encode(), escaped(value)) for key, value in one.items()
        )
        elements.append(b"<%s%s%s/>" % (prefix, name.encode(), attributes))
    return deflated(spliced(data, [Replacement(root.closed, root.closed, b"".join(elements))]))
