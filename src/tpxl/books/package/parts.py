"""The package's parts as they now are, and how one points to another.

The workbook part: its sheets, its calendar, and whether it asks to be recalculated.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from tpxl.books.package.limits import MAX_RELATIONS, MAX_SHEETS, MarkupError, refuse_many_elements
from tpxl.books.package.strings import xml_text
from tpxl.books.package.xml_spans import (
    Replacement,
    XmlTag,
    spliced,
    tag_end,
    tags,
    utf8,
    with_attribute,
)
from tpxl.books.package.zip_archive import Archive, part_key
from tpxl.books.package.zip_directory import Deflated, deflated, inflated
from tpxl.errors import TpxlError
from tpxl.model import Hiding

_SIGNATURES = "_xmlsignatures/"
CONTENT_TYPES = "[Content_Types].xml"
Read = TypeVar("Read")

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

_DEFINED_NAME = re.compile(rb"<(?:[\w.-]+:)?definedName(\s[^<>]*)>([^<]*)</")
_NAME = re.compile(rb"""\sname\s*=\s*["']([^"']*)["']""")
_BINARY_SUFFIX = ".bin"
NO_PART = ""


class Relationship(NamedTuple):
    """One part's pointer to another: its id, kind (the type's last word), target and element."""

    id: str
    kind: str
    target: str
    tag: XmlTag


def relations_part(part: str) -> str:
    """Return the part that holds the pointers of a part; of the package itself for ``""``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class Parts:
    """The parts of a package, changed ones before those of the file."""

    def __init__(self, archive: Archive, book: str) -> None:
        """Start from a file without changes."""
        self.archive = archive
        self.book = book
        self.changes: dict[str, Deflated | None] = {}
        self.is_signed = any(part.startswith(_SIGNATURES) for part in archive)

    def __contains__(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return self.changes.get(part_key(part), part in self.archive or None) is not None

    def names(self) -> Iterator[str]:
        """Yield the names of the parts, in lower case."""
        dropped = {part for part, change in self.changes.items() if change is None}
        yield from (part for part in self.archive if part not in dropped)
        yield from (
            part for part in self.changes if part not in self.archive and part not in dropped
        )

    def read(self, part: str) -> bytes:
        """Return the bytes of a part as it now is.

        Raises:
            TpxlError: there is no such part, or it is damaged.
        """
        change = self.changes.get(part_key(part))
        return self.archive.read(part) if change is None else inflated(change)

    def change(self, changes: Mapping[str, Deflated | None]) -> None:
        """Put changed parts in place; None drops a part."""
        self.changes.update({part_key(part): change for part, change in changes.items()})

    def has_kind(self, kind: bytes) -> bool:
        """Tell whether the package says that it has parts of a kind, as its content types do."""
        return CONTENT_TYPES in self and kind in self.read(CONTENT_TYPES)

    def reading(self, part: str, reader: Callable[[bytes], Read]) -> Read:
        """Return what `reader` makes of a part.

        Raises:
            TpxlError: the part is missing, damaged or not what it should be.
        """
        data = self.read(part)
        try:
            return reader(data)
        except MarkupError as error:
            raise self.told(error, part) from error

    def told(self, error: MarkupError, part: str) -> TpxlError:
        """Return what the book tells of a part's damage."""
        return TpxlError(error.code, book=self.book, part=part, detail=str(error), **error.facts)

    def assembled(self) -> bytes:
        """Return the file's bytes with the changed parts."""
        return self.archive.assembled(self.changes) if self.changes else self.archive.data

    def settle(self, archive: Archive) -> None:
        """Start anew from a file that holds the changes."""
        self.archive = archive
        self.changes = {}

    def tags(self, part: str) -> list[XmlTag]:
        """Return the elements of a part in order.

        Raises:
            TpxlError: the part is missing, damaged or not what it should be.
        """
        return self.reading(part, lambda data: tags(utf8(data)))

    def relations(self, part: str) -> list[Relationship]:
        """Return a part's pointers to other parts of the package.

        Raises:
            TpxlError: they cannot be read.
        """
        pointers = relations_part(part)
        if pointers not in self:
            return []
        self.reading(pointers, lambda data: refuse_many_elements(data, MAX_RELATIONS + 1))
        return [
            Relationship(
                tag.attributes.get("Id", ""),
                tag.attributes.get("Type", "").rsplit("/", 1)[-1],
                _target(part, tag.attributes.get("Target", "")),
                tag,
            )
            for tag in self.tags(pointers)
            if tag.name == "Relationship" and tag.attributes.get("TargetMode") != "External"
        ]


def _target(part: str, target: str) -> str:
    """Return the part meant by a target: relative, absolute, with slashes of either kind."""
    path = target.replace("\\", "/")
    whole = path if path.startswith("/") else posixpath.join("/", posixpath.dirname(part), path)
    return posixpath.normpath(whole).lstrip("/")


class Workbook(NamedTuple):
    """What the workbook part says: the part of each worksheet by name, in their order.

    A sheet that points to nothing has `NO_PART`: it is named and cannot be read. `hidden` are the
    sheets out of sight.
    """

    part: str
    sheets: Mapping[str, str]
    hidden: Mapping[str, Hiding]
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
        hidden=dict(_hidden(found)),
        strings=targets.get("sharedStrings"),
        styles=targets.get("styles"),
        calculation_chain=targets.get("calcChain"),
        from_1904=_says(found, "workbookPr", "date1904"),
        asks_recalculation=_says(found, "calcPr", "fullCalcOnLoad"),
    )


def defined_names(workbook: bytes) -> Mapping[str, str]:
    """Return the names that the workbook part defines for the whole book, with their formulas."""
    found = _DEFINED_NAME.findall(utf8(workbook))
    return {
        name[1].decode(): xml_text(formula.decode())
        for attributes, formula in found
        if b"localSheetId" not in attributes
        if (name := _NAME.search(attributes)) is not None
    }


def recalculated_on_load(parts: Parts, workbook: Workbook) -> dict[str, Deflated | None]:
    """Return the workbook part changed to ask for recalculation when it is opened."""
    data = utf8(parts.read(workbook.part))
    found = tags(data)
    calculation = next((tag for tag in found if tag.depth == 1 and tag.name == "calcPr"), None)
    if calculation is not None:
        end = tag_end(data, calculation)
        told = with_attribute(data[calculation.start : end], "fullCalcOnLoad", "1")
        return {workbook.part: deflated(spliced(data, [Replacement(calculation.start, end, told)]))}
    before = [tag for tag in found if tag.depth == 1 and tag.name in _BEFORE_CALCULATION]
    prefix = f"{found[0].prefix}:" if found[0].prefix else ""
    told = f'<{prefix}calcPr fullCalcOnLoad="1"/>'.encode()
    at = before[-1].end if before else tag_end(data, found[0])
    return {workbook.part: deflated(spliced(data, [Replacement(at, at, told)]))}


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
        pointers: without_elements(parts, pointers, gone),
        CONTENT_TYPES: without_elements(parts, CONTENT_TYPES, named),
    }


def without_elements(parts: Parts, part: str, gone: list[XmlTag]) -> Deflated:
    """Return a part without some of its elements."""
    data = utf8(parts.read(part))
    return deflated(spliced(data, [Replacement(tag.start, tag.end, b"") for tag in gone]))


def _sheets(found: list[XmlTag]) -> list[XmlTag]:
    return [tag for tag in found if tag.is_main and tag.name == "sheet"]


def _hidden(found: list[XmlTag]) -> Iterator[tuple[str, Hiding]]:
    """Yield the sheets out of sight; a state of another name is none that hides."""
    states = {state.value: state for state in Hiding}
    for tag in _sheets(found):
        state = states.get(tag.attributes.get("state", ""))
        if state is not None:
            yield tag.attributes.get("name", ""), state


def _pointer(sheet: XmlTag) -> str:
    ids = (v for k, v in sheet.attributes.items() if k.endswith("/relationships}id"))
    return next(ids, "")


def _says(found: list[XmlTag], name: str, attribute: str) -> bool:
    return any(t.name == name and t.attributes.get(attribute) in _TRUE for t in found if t.is_main)
