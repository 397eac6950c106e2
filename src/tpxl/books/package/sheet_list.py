"""The workbook part's list of sheets: what counts sheets by their place follows them.

Defined names belong to a sheet by its place in the list, and so does the tab in front. What
`docProps` says of the sheets and the names is kept true.
"""

import re
from collections.abc import Callable, Iterator

from tpxl.books.package.macros import has_signed_macros
from tpxl.books.package.parts import (
    CONTENT_TYPES,
    Parts,
    Workbook,
    relations_part,
    without_calculation_chain,
    without_elements,
)
from tpxl.books.package.strings import xml_text
from tpxl.books.package.xml_spans import (
    Replacement,
    XmlTag,
    escaped_content,
    opening_tag,
    spliced,
    tag_end,
    tags,
    utf8,
    with_attribute,
)
from tpxl.books.package.zip_directory import Deflated, deflated
from tpxl.books.sheet_names import refuse_name
from tpxl.errors import TpxlError
from tpxl.rules.references import renamed, sheet_reference

_PLACES = {"definedName": ("localSheetId",), "workbookView": ("activeTab", "firstSheet")}
_REVISIONS = "revisionHeaders"
_TRUE = frozenset({"1", "true"})
_COUNT = re.compile(rb"(<vt:i4>)(\d+)(</vt:i4>)")


def refuse_structure(parts: Parts, workbook: Workbook, sheet: str, data: bytes) -> None:
    """Pass where a book, by its workbook part, lets its sheets be added, renamed and removed.

    Raises:
        TpxlError: they are protected, shared or signed.
    """
    code = None
    if parts.is_signed or has_signed_macros(parts, workbook.part):
        code = "sheet_in_signed"
    elif any(one.kind == _REVISIONS for one in parts.relations(workbook.part)):
        code = "sheet_in_shared"
    elif any(_locks_structure(tag) for tag in tags(data)):
        code = "structure_protected"
    if code is not None:
        raise TpxlError(code, book=parts.book, sheet=sheet)


def _locks_structure(tag: XmlTag) -> bool:
    is_protection = tag.is_main and tag.name == "workbookProtection"
    return is_protection and tag.attributes.get("lockStructure") in _TRUE


def with_names_copied(data: bytes, at: int, names: tuple[str, str]) -> bytes:
    """Return the workbook part whose sheets behind `at` moved by one, a copy having come there.

    The names that belong to the sheet are the copy's too; `names` are those of both sheets.
    """
    sheets = {names[0].casefold(): names[1]}
    cuts = list(_moved(data, lambda place: place + 1 if place > at else place))
    for tag in _local_names(data, at):
        start = tag_end(data, tag)
        opening = with_attribute(data[tag.start : start], "localSheetId", str(at + 1))
        formula = renamed(xml_text(data[start : tag.closed].decode()), sheets)
        told = opening + escaped_content(formula) + data[tag.closed : tag.end]
        cuts.append(Replacement(tag.end, tag.end, told))
    return spliced(data, cuts)


def sheet_renamed(
    parts: Parts, workbook: Workbook, sheet: str, new: str
) -> dict[str, Deflated | None]:
    """Return the parts that change when a sheet bears another name; formulas are not looked at.

    Raises:
        TpxlError: the name is taken or none; the sheets are protected, shared or signed.
    """
    data = utf8(parts.read(workbook.part))
    found = tags(data)
    sheets = [tag for tag in found if tag.is_main and tag.name == "sheet"]
    others = [tag.attributes["name"] for tag in sheets if tag.attributes["name"] != sheet]
    refuse_name(new, parts.book, others)
    refuse_structure(parts, workbook, sheet, data)
    own = next(tag for tag in sheets if tag.attributes["name"] == sheet)
    opening = opening_tag(data, own.start)
    told = with_attribute(opening, "name", new)
    cut = Replacement(own.start, own.start + len(opening), told)
    return {workbook.part: deflated(spliced(data, [cut])), **titles_renamed(parts, sheet, new)}


def sheet_removed(parts: Parts, workbook: Workbook, sheet: str) -> dict[str, Deflated | None]:
    """Return the parts that change when a sheet goes, with all parts that are its alone.

    Raises:
        TpxlError: the sheets are protected, shared or signed.
    """
    data = utf8(parts.read(workbook.part))
    refuse_structure(parts, workbook, sheet, data)
    part = workbook.sheets[sheet]
    names = [
        tag.attributes.get("name") for tag in tags(data) if tag.is_main and tag.name == "sheet"
    ]
    chain = without_calculation_chain(parts, workbook)
    parts.change(chain)
    gone = _owned(parts, workbook, part)
    pointers = relations_part(workbook.part)
    own = [one.tag for one in parts.relations(workbook.part) if one.target == part]
    typed = [
        tag
        for tag in parts.tags(CONTENT_TYPES)
        if tag.attributes.get("PartName", "").lstrip("/").lower() in gone
    ]
    dropped = {one for name in gone for one in (name, relations_part(name)) if one in parts}
    return {
        **chain,
        workbook.part: deflated(without_sheet(data, names.index(sheet))),
        pointers: without_elements(parts, pointers, own),
        CONTENT_TYPES: without_elements(parts, CONTENT_TYPES, typed),
        **dict.fromkeys(dropped),
        **titles_without(parts, sheet),
    }


def _owned(parts: Parts, workbook: Workbook, sheet: str) -> set[str]:
    """Return the parts that only a sheet points to, itself included, in lower case."""
    kept: set[str] = set()
    others = [part for part in workbook.sheets.values() if part != sheet]
    for start in others:
        _reach(parts, start, kept)
    own: set[str] = set()
    _reach(parts, sheet, own)
    return own - kept


def _reach(parts: Parts, part: str, reached: set[str]) -> None:
    if part.lower() in reached:
        return
    reached.add(part.lower())
    for relation in parts.relations(part):
        if relation.target in parts:
            _reach(parts, relation.target, reached)


def without_sheet(data: bytes, at: int) -> bytes:
    """Return the workbook part without the sheet in a place, and without the names that are its."""
    sheet = [tag for tag in tags(data) if tag.is_main and tag.name == "sheet"][at]
    gone = [sheet, *_local_names(data, at)]
    cuts = [Replacement(tag.start, tag.end, b"") for tag in gone]
    spans = {(tag.start, tag.end) for tag in gone}
    moved = _moved(data, lambda place: place - 1 if place > at else place)
    cuts += (cut for cut in moved if not any(a <= cut.start < b for a, b in spans))
    told = spliced(data, cuts)
    names = next((tag for tag in tags(told) if tag.name == "definedNames"), None)
    if names is not None and not told[tag_end(told, names) : names.closed].strip():
        return spliced(told, [Replacement(names.start, names.end, b"")])
    return told


def _local_names(data: bytes, at: int) -> Iterator[XmlTag]:
    for tag in tags(data):
        if tag.name == "definedName" and tag.attributes.get("localSheetId") == str(at):
            yield tag


def _moved(data: bytes, place: Callable[[int], int]) -> Iterator[Replacement]:
    for tag in tags(data):
        opening = told = opening_tag(data, tag.start) if tag.name in _PLACES else b""
        for name in _PLACES.get(tag.name, ()):
            said = tag.attributes.get(name)
            if said is not None and place(int(said)) != int(said):
                told = with_attribute(told, name, str(place(int(said))))
        if told != opening:
            yield Replacement(tag.start, tag.start + len(opening), told)


def titles_with(parts: Parts, sheet: str, new: str) -> dict[str, Deflated | None]:
    """Return the summary of the document with a copy of a sheet, and of the names that are its."""
    return _titles(parts, sheet, lambda title: [title, _retitled(title, sheet, new)])


def titles_renamed(parts: Parts, sheet: str, new: str) -> dict[str, Deflated | None]:
    """Return the summary of the document with a sheet of another name."""
    return _titles(parts, sheet, lambda title: [_retitled(title, sheet, new)])


def titles_without(parts: Parts, sheet: str) -> dict[str, Deflated | None]:
    """Return the summary of the document without a sheet, and without the names that are its."""
    return _titles(parts, sheet, lambda _: [])


def _retitled(title: str, sheet: str, new: str) -> str:
    return new if title == sheet else f"{sheet_reference(new)}!{title.rpartition('!')[2]}"


def _titles(
    parts: Parts, sheet: str, told: Callable[[str], list[str]]
) -> dict[str, Deflated | None]:
    """Return the summary with the titles of a sheet and its names as `told`, counted anew."""
    kind = "extended-properties"
    part = next((one.target for one in parts.relations("") if one.kind == kind), None)
    if part is None or part not in parts:
        return {}
    data = utf8(parts.read(part))
    found = tags(data)
    titles = next((tag for tag in found if tag.name == "TitlesOfParts"), None)
    pairs = next((tag for tag in found if tag.name == "HeadingPairs"), None)
    if titles is None or pairs is None:
        return {}
    named = [tag for tag in found if tag.name == "lpstr" and titles.start < tag.start < titles.end]
    counts = list(_COUNT.finditer(data, pairs.start, pairs.end))
    groups = [int(count[2]) for count in counts]
    if sum(groups) != len(named):
        return {}
    cuts, added = [], [0] * len(groups)
    own = (sheet, f"{sheet_reference(sheet)}!")
    for place, tag in enumerate(named):
        start = tag_end(data, tag)
        title = xml_text(data[start : tag.closed].decode())
        if title == own[0] or title.startswith(own[1]):
            ends = data[tag.start : start], data[tag.closed : tag.end]
            texts = [ends[0] + escaped_content(one) + ends[1] for one in told(title)]
            cuts.append(Replacement(tag.start, tag.end, b"".join(texts)))
            added[_group(groups, place)] += len(texts) - 1
    for count, more in zip(counts, added, strict=True):
        new = b"%s%d%s" % (count[1], int(count[2]) + more, count[3])
        cuts.append(Replacement(*count.span(), new))
    vector = next(tag for tag in found if tag.name == "vector" and tag.start > titles.start)
    opening = opening_tag(data, vector.start)
    size = str(len(named) + sum(added))
    told_vector = re.sub(rb'\bsize="\d+"', b'size="%s"' % size.encode(), opening)
    cuts.append(Replacement(vector.start, vector.start + len(opening), told_vector))
    return {part: deflated(spliced(data, cuts))}


def _group(groups: list[int], place: int) -> int:
    """Return which of the groups, one after another, a place is in."""
    for at, size in enumerate(groups):
        if place < size:
            return at
        place -= size
    raise IndexError(place)
