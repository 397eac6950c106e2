"""The workbook part: its sheets, its calendar, and whether it asks to be recalculated."""

from collections.abc import Mapping
from typing import NamedTuple

from tpxl.books.package.deflate import Deflated, deflated
from tpxl.books.package.limits import MAX_SHEETS
from tpxl.books.package.markup import (
    Cut,
    Tag,
    spliced,
    tag_end,
    tags,
    utf8,
    with_attribute,
)
from tpxl.books.package.parts import CONTENT_TYPES, Parts, relations_part
from tpxl.errors import TpxlError

_TRUE = frozenset({"1", "true"})
_BEFORE_CALCULATION = frozenset(
    {
        "fileVersion",
        "fileSharing",
        "workbookPr",
        "AlternateContent",
        "revisionPtr",
        "workbookProtection",
        "bookViews",
        "sheets",
        "functionGroups",
        "externalReferences",
        "definedNames",
    }
)
_BINARY_SUFFIX = ".bin"
NO_PART = ""


class Workbook(NamedTuple):
    """What the workbook part says: the part of each worksheet by name, in their order.

    A sheet that points to nothing has `NO_PART`: it is named and cannot be read.
    """

    part: str
    sheets: Mapping[str, str]
    strings: str | None
    styles: str | None
    calculation_chain: str | None
    from_1904: bool
    asks_recalculation: bool


def workbook_of(parts: Parts) -> Workbook:
    """Return what the workbook part says.

    Raises:
        TpxlError: the package holds no workbook that can be read.
    """
    part = next((r.target for r in parts.relations("") if r.kind == "officeDocument"), None)
    if part is None or part not in parts:
        raise TpxlError("file_not_workbook", book=parts.book)
    if part.lower().endswith(_BINARY_SUFFIX):
        raise TpxlError("file_is_binary", book=parts.book)
    found = parts.tags(part)
    if not (found and found[0].is_main and found[0].name == "workbook"):
        raise TpxlError("file_not_workbook", book=parts.book)
    related = {relation.id: relation for relation in parts.relations(part)}
    targets = {relation.kind: relation.target for relation in related.values()}
    of_id = {r.id: r.target for r in related.values() if r.kind == "worksheet"}
    others = related.keys() - of_id.keys()
    if len(_sheets(found)) > MAX_SHEETS:
        raise TpxlError("file_too_many_sheets", book=parts.book, limit=MAX_SHEETS)
    named = [(tag.attributes.get("name", ""), _pointer(tag)) for tag in _sheets(found)]
    return Workbook(
        part=part,
        sheets={name: of_id.get(own, NO_PART) for name, own in named if own not in others},
        strings=targets.get("sharedStrings"),
        styles=targets.get("styles"),
        calculation_chain=targets.get("calcChain"),
        from_1904=_says(found, "workbookPr", "date1904"),
        asks_recalculation=_says(found, "calcPr", "fullCalcOnLoad"),
    )


def recalculated_on_load(parts: Parts, workbook: Workbook) -> dict[str, Deflated | None]:
    """Return the workbook part changed to ask for recalculation when it is opened."""
    data = utf8(parts.read(workbook.part))
    found = tags(data)
    calculation = next((tag for tag in found if tag.depth == 1 and tag.name == "calcPr"), None)
    if calculation is not None:
        end = tag_end(data, calculation)
        told = with_attribute(data[calculation.start : end], "fullCalcOnLoad", "1")
        return {workbook.part: deflated(spliced(data, [Cut(calculation.start, end, told)]))}
    before = [tag for tag in found if tag.depth == 1 and tag.name in _BEFORE_CALCULATION]
    prefix = f"{found[0].prefix}:" if found[0].prefix else ""
    told = f'<{prefix}calcPr fullCalcOnLoad="1"/>'.encode()
    at = before[-1].end if before else tag_end(data, found[0])
    return {workbook.part: deflated(spliced(data, [Cut(at, at, told)]))}


def without_calculation_chain(parts: Parts, workbook: Workbook) -> dict[str, Deflated | None]:
    """Return the parts changed to be rid of the calculation chain: a formula of it is gone."""
    chain = workbook.calculation_chain
    if chain is None or chain not in parts:
        return {}
    pointers = relations_part(workbook.part)
    gone = [r.tag for r in parts.relations(workbook.part) if r.kind == "calcChain"]
    named = [
        tag
        for tag in parts.tags(CONTENT_TYPES)
        if tag.attributes.get("PartName", "").lower() == f"/{chain.lower()}"
    ]
    return {
        chain: None,
        pointers: _without(parts, pointers, gone),
        CONTENT_TYPES: _without(parts, CONTENT_TYPES, named),
    }


def _without(parts: Parts, part: str, gone: list[Tag]) -> Deflated:
    data = utf8(parts.read(part))
    return deflated(spliced(data, [Cut(tag.start, tag.end, b"") for tag in gone]))


def _sheets(found: list[Tag]) -> list[Tag]:
    return [tag for tag in found if tag.is_main and tag.name == "sheet"]


def _pointer(sheet: Tag) -> str:
    ids = (v for k, v in sheet.attributes.items() if k.endswith("/relationships}id"))
    return next(ids, "")


def _says(found: list[Tag], name: str, attribute: str) -> bool:
    return any(t.name == name and t.attributes.get(attribute) in _TRUE for t in found if t.is_main)
