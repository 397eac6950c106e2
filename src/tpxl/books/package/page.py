"""Text outside the cells: headers and footers of the printed page, and the document's title.

What charts keep of the cells they show is forgotten as formulas' results are.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from tpxl.books.package.parts import Parts
from tpxl.books.package.sheet_cache import SheetCache, header_places
from tpxl.books.package.strings import xml_text
from tpxl.books.package.xml_spans import Replacement, escaped, spliced, utf8
from tpxl.books.package.zip_directory import Deflated, deflated
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, column_letters
from tpxl.model.cell import PageEdit, PageText
from tpxl.rules.references import references

TITLE = "title"
_PRINT_AREA = re.compile(rb"<(?:[\w.-]+:)?definedName(\s[^<>]*)>([^<,]+)</")
_LOCAL = re.compile(rb"""\slocalSheetId\s*=\s*["'](\d+)["']""")
_SAVED_BY = re.compile(rb"<(?:[\w.-]+:)?lastModifiedBy(?:\s[^<>]*)?>([^<]+)</")
_TITLE = re.compile(rb"<(?:[\w.-]+:)?(title)(?:\s[^<>]*)?>([^<]+)</")
_DRAWN = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^<>]*)?>([^<]+)</")
_TITLE_OF_CELL = re.compile(
    rb"(?P<before><(?P<p>[\w.-]+:)?f>(?P<formula>[^<]+)</(?P=p)?f>\s*<(?P=p)?strCache>"
    rb"(?:\s*<(?P=p)?ptCount[^<>]*/>)?\s*<(?P=p)?pt [^<>]*>\s*<(?P=p)?v>)[^<]*"
    rb"(?P<after></(?P=p)?v>\s*</(?P=p)?pt>\s*</(?P=p)?strCache>)"
)
_CACHE = re.compile(rb"<((?:[\w.-]+:)?(?:num|str|multiLvlStr)Cache)[\s>].*?</\1\s*>", re.DOTALL)


def page_texts(parts: Parts, store: SheetCache) -> Iterator[PageText]:
    """Yield the headers and footers of the sheets that can be read, then the document's title.

    Raises:
        TpxlError: the document's properties cannot be read.
    """
    for sheet in store.workbook.sheets:
        with suppress(TpxlError):  # a damaged sheet is named by the check
            for part, text in store.headers(sheet):
                yield PageText(sheet, part, text)
    for part in _core(parts):
        for title in _TITLE.finditer(utf8(parts.read(part))):
            yield PageText("", TITLE, _text(title[2]))


def drawn_texts(parts: Parts, store: SheetCache) -> Iterator[PageText]:
    """Yield what is written in the charts and shapes of each sheet: read, never changed.

    Raises:
        TpxlError: a part cannot be read.
    """
    for sheet, part in store.workbook.sheets.items():
        for drawing in _drawings(parts, part):
            for found in _DRAWN.finditer(utf8(parts.read(drawing))):
                yield PageText(sheet, drawing, _text(found[1]))


def page_changes(
    edits: Iterable[PageEdit], parts: Parts, store: SheetCache
) -> Mapping[str, Deflated | None]:
    """Return the parts changed to hold the new texts.

    Raises:
        TpxlError: a sheet cannot be read, or the book is signed.
        LookupError: a text is not the old one.
    """
    by_sheet: dict[str, dict[str, PageEdit]] = {}
    for edit in edits:
        by_sheet.setdefault(edit.sheet, {})[edit.part] = edit
    if by_sheet and parts.is_signed:
        raise TpxlError("edit_in_signed", book=parts.book, sheet=next(iter(by_sheet)), cell="A1")
    changed: dict[str, Deflated | None] = {}
    for sheet, wanted in by_sheet.items():
        if sheet:
            found = store.sheet_bytes(sheet)
            part, data, places = store.workbook.sheets[sheet], found.data, header_places(found)
        else:
            part = next(iter(_core(parts)), "")
            data = utf8(parts.read(part))
            places = _TITLE.finditer(data)
        by_part = {place[1].decode(): place for place in places}
        cuts = [_cut(by_part[name], edit) for name, edit in wanted.items()]
        changed[part] = deflated(spliced(data, cuts))
    return changed


def print_area_changes(
    parts: Parts, store: SheetCache, sheet: str, block: Block
) -> Mapping[str, Deflated | None]:
    """Return the workbook part changed to print so much of a sheet; nothing where it has no area.

    Raises:
        TpxlError: there is no such sheet, or the workbook part cannot be read.
    """
    part = store.workbook.part
    data = utf8(parts.read(part))
    names = [tag.attributes.get("name", "") for tag in parts.tags(part) if tag.name == "sheet"]
    place = names.index(store.name(sheet))
    for found in _PRINT_AREA.finditer(data):
        local = _LOCAL.search(found[1])
        if b"_xlnm.Print_Area" in found[1] and local is not None and int(local[1]) == place:
            name, _, _ = _text(found[2]).rpartition("!")
            corners = (Address(*block[:2]), Address(*block[2:]))
            told = ":".join(f"${column_letters(at.column)}${at.row}" for at in corners)
            new = escaped(f"{name}!{told}")
            if not name or new == found[2]:
                return {}
            return {part: deflated(spliced(data, [Replacement(*found.span(2), new)]))}
    return {}


def chart_changes(
    parts: Parts, store: SheetCache, told: Callable[[str, Address], str]
) -> Mapping[str, Deflated | None]:
    """Return the charts that keep figures or words of cells, changed to keep none.

    A title that is the text of one cell keeps what `told` says of the cell: not every program asks
    the cell for it.

    Raises:
        TpxlError: a part cannot be read.
    """

    def kept(found: re.Match[bytes]) -> bytes:
        formula = next(references(_text(found["formula"])), None)
        if formula is None or formula.sheet is None or not formula.is_cell:
            return found[0]
        text = told(formula.sheet, Address(*formula.block[:2]))
        return found["before"] + escaped(text) + found["after"]

    changed: dict[str, Deflated | None] = {}
    for part in store.workbook.sheets.values():
        for drawing in _drawings(parts, part):
            data = utf8(parts.read(drawing))
            bare = _TITLE_OF_CELL.sub(kept, _CACHE.sub(_but_titles, data))
            if bare != data:
                changed[drawing] = deflated(bare)
    return changed


def _but_titles(cache: re.Match[bytes]) -> bytes:
    """Return the cache of a title or a name, which is one text of one cell; of others nothing."""
    is_one = cache[1].endswith(b"strCache") and cache[0].count(b"<c:pt ") == 1
    return cache[0] if is_one else b""


def saved_by(parts: Parts) -> str:
    """Return who has saved the file last, as it says itself; empty where it does not."""
    told = (_SAVED_BY.search(utf8(parts.read(part))) for part in _core(parts))
    return next((_text(name[1]).strip() for name in told if name is not None), "")


def _core(parts: Parts) -> Sequence[str]:
    """Return the part of the document's properties, where there is one."""
    said = (one.target for one in parts.relations("") if one.kind == "core-properties")
    return [part for part in said if part in parts][:1]


def _drawings(parts: Parts, sheet: str) -> Iterator[str]:
    """Yield the drawings of a sheet and the charts in them."""
    for relation in parts.relations(sheet) if sheet else ():
        if relation.kind == "drawing" and relation.target in parts:
            yield relation.target
            for inner in parts.relations(relation.target):
                if inner.kind == "chart" and inner.target in parts:
                    yield inner.target


def _cut(place: re.Match[bytes], edit: PageEdit) -> Replacement:
    if _text(place[2]) != edit.old:
        raise LookupError(f"{edit.sheet} {edit.part}")
    return Replacement(*place.span(2), escaped(edit.new))


def _text(raw: bytes) -> str:
    return xml_text(raw.decode())
