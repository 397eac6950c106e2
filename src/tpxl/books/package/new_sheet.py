"""An empty sheet more, the last one: its own part, and a pointer to it in three others.

Nothing is renumbered, so names, formulas and macros mean what they meant. What `docProps` says of
the sheets is a summary that the spreadsheet makes anew; it is left as it is.
"""

import posixpath
import re
from collections.abc import Sequence
from typing import NamedTuple

from tpxl.books.package.limits import MAX_SHEETS
from tpxl.books.package.macros import has_signed_macros
from tpxl.books.package.parts import CONTENT_TYPES, Parts, Relationship, Workbook, relations_part
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
_REVISIONS = "revisionHeaders"
_TRUE = frozenset({"1", "true"})


class _Pointing(NamedTuple):
    """The workbook part, its sheets' elements, and its pointers to other parts."""

    data: bytes
    sheets: list[XmlTag]
    relations: list[Relationship]


def sheet_added(
    parts: Parts, workbook: Workbook, sheet: str, widths: Sequence[float] = ()
) -> dict[str, Deflated | None]:
    """Return the parts that change when an empty visible sheet is added behind the others.

    `widths` are those of its first columns, in letters.

    Raises:
        TpxlError: the name is taken or none, the sheets are protected, shared or signed.
    """
    data = utf8(parts.read(workbook.part))
    found = tags(data)
    sheets = [tag for tag in found if tag.is_main and tag.name == "sheet"]
    refuse_name(sheet, parts.book, (tag.attributes.get("name", "") for tag in sheets))
    pointing = _Pointing(data, sheets, parts.relations(workbook.part))
    _refuse(parts, workbook, sheet, pointing, found)
    model = next((one for one in pointing.relations if one.kind == "worksheet"), None)
    if model is None:
        raise TpxlError("sheet_not_added", book=parts.book, sheet=sheet)
    part = _free_part(parts, workbook)
    own_id = _free_id(parts.tags(relations_part(workbook.part)))
    target = posixpath.relpath(part, posixpath.dirname(workbook.part).lower() or ".")
    return {
        part: deflated(_empty(found[0].space, widths)),
        workbook.part: deflated(_named(pointing, sheet, own_id)),
        relations_part(workbook.part): _grown(
            parts,
            relations_part(workbook.part),
            "Relationship",
            {"Id": own_id, "Type": model.tag.attributes["Type"], "Target": target},
        ),
        CONTENT_TYPES: _grown(
            parts, CONTENT_TYPES, "Override", {"PartName": f"/{part}", "ContentType": _TYPE}
        ),
    }


def _refuse(
    parts: Parts, workbook: Workbook, sheet: str, pointing: _Pointing, found: list[XmlTag]
) -> None:
    code = None
    if len(pointing.sheets) >= MAX_SHEETS:
        raise TpxlError("file_too_many_sheets", book=parts.book, limit=MAX_SHEETS)
    if parts.is_signed or has_signed_macros(parts, workbook.part):
        code = "sheet_in_signed"
    elif any(one.kind == _REVISIONS for one in pointing.relations):
        code = "sheet_in_shared"
    elif any(_locks_structure(tag) for tag in found):
        code = "structure_protected"
    if code is not None:
        raise TpxlError(code, book=parts.book, sheet=sheet)


def _locks_structure(tag: XmlTag) -> bool:
    is_protection = tag.is_main and tag.name == "workbookProtection"
    return is_protection and tag.attributes.get("lockStructure") in _TRUE


def _free_part(parts: Parts, workbook: Workbook) -> str:
    """Return the name of a part beside the other sheets; packages do not tell case apart."""
    folder = posixpath.join(posixpath.dirname(workbook.part).lower(), "worksheets")
    number = len(workbook.sheets) + 1
    while f"{folder}/sheet{number}.xml" in parts:
        number += 1
    return f"{folder}/sheet{number}.xml"


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
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="%s">%s'
        b"<sheetData/></worksheet>"
        % (space.encode(), b"<cols>%s</cols>" % columns if columns else b"")
    )


def _named(pointing: _Pointing, sheet: str, own_id: str) -> bytes:
    """Return the workbook part with one more sheet: the last one's element, told anew."""
    last = pointing.sheets[-1]
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


def _grown(parts: Parts, part: str, name: str, told: dict[str, str]) -> Deflated:
    """Return a part with one more element at the end of its root."""
    data = utf8(parts.read(part))
    root = tags(data)[0]
    prefix = f"{root.prefix}:".encode() if root.prefix else b""
    attributes = b"".join(
        b' %s="%s"' % (key.encode(), escaped(value)) for key, value in told.items()
    )
    element = b"<%s%s%s/>" % (prefix, name.encode(), attributes)
    return deflated(spliced(data, [Replacement(root.closed, root.closed, element)]))
