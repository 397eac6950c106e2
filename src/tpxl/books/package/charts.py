"""Charts: their series when rows are copied or removed, and what they keep of the cells shown."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from tpxl.books.package.parts import Parts
from tpxl.books.package.strings import xml_text
from tpxl.books.package.values import number_text
from tpxl.books.package.xml_spans import (
    Replacement,
    XmlTag,
    escaped_content,
    spliced,
    tag_end,
    tags,
    utf8,
)
from tpxl.books.package.zip_directory import Deflated, deflated
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, CellError, Value
from tpxl.model.figure import CellPlace
from tpxl.rules.references import LOST, Reference, references
from tpxl.rules.restructuring import Restructuring

Ask = Callable[[str, Address], Value]
Changed = Mapping[str, AbstractSet[Address]]
"""The cells of each sheet whose values are others than when the file was read."""
_NOT_COPIED = frozenset({"extLst", "spPr", "marker", "dPt"})
"""What makes one series look unlike the others: a copy gets looks of its own."""

_COUNT = re.compile(rb'ptCount val="(\d+)"')
_POINT = re.compile(rb'pt idx="(\d+)"([^>]*)>\s*<(?:[\w.-]+:)?v>([^<]*)<')
_WHOLE = re.compile(rb"(?<=\d)\.0+$")
_CACHES = {"strCache": "str", "numCache": "num"}


def charts_of(parts: Parts, sheet_part: str) -> Iterator[str]:
    """Yield the charts on a sheet."""
    for relation in parts.relations(sheet_part) if sheet_part else ():
        if relation.kind == "drawing" and relation.target in parts:
            for inner in parts.relations(relation.target):
                if inner.kind == "chart" and inner.target in parts:
                    yield inner.target


def chart_restructured(data: bytes, change: Restructuring) -> bytes:
    """Return a chart of copied or removed rows.

    A series of a copied row has a copy for the copy; one whose cells are gone is gone.
    """
    found = tags(data)
    series = [tag for tag in found if tag.name == "ser"]
    number = max((_number(found, one, "idx") for one in series), default=0)
    cuts = []
    for tag in found:
        if tag.name == "f" and tag.closed > (start := tag_end(data, tag)):
            old = xml_text(data[start : tag.closed].decode())
            new = change.formula(old, "").text
            cuts += [Replacement(start, tag.closed, escaped_content(new))] if new != old else []
    for one in series:
        values = _values(data, found, one)
        if values and change.formula(values, "").text == LOST:
            cuts = [cut for cut in cuts if not one.start <= cut.start < one.end]
            cuts.append(Replacement(one.start, one.end, b""))
        elif values and change.copies_series(values):
            number += 1
            cuts.append(Replacement(one.end, one.end, _copy(data, found, one, change, number)))
    return spliced(data, cuts)


def _inside(found: list[XmlTag], holder: XmlTag) -> Iterator[XmlTag]:
    return (tag for tag in found if holder.start < tag.start < holder.end)


def _number(found: list[XmlTag], series: XmlTag, name: str) -> int:
    told = (tag.attributes.get("val", "0") for tag in _inside(found, series) if tag.name == name)
    return int(next(told, "0"))


def _values(data: bytes, found: list[XmlTag], series: XmlTag) -> str | None:
    """Return the formula of what a series shows."""
    own = list(_inside(found, series))
    shown = next((tag for tag in own if tag.name in {"val", "yVal"}), None)
    if shown is None:
        return None
    formula = next((tag for tag in _inside(own, shown) if tag.name == "f"), None)
    if formula is None:
        return None
    return xml_text(data[tag_end(data, formula) : formula.closed].decode())


def _copy(
    data: bytes, found: list[XmlTag], series: XmlTag, change: Restructuring, number: int
) -> bytes:
    cuts = []
    end = 0
    for tag in _inside(found, series):
        if tag.start < end:
            continue
        if tag.name in _NOT_COPIED and tag.depth == series.depth + 1:
            cuts.append(Replacement(tag.start, tag.end, b""))
            end = tag.end
        elif tag.name in {"idx", "order"} and tag.depth == series.depth + 1:
            told = re.sub(rb'"\d+"', b'"%d"' % number, data[tag.start : tag.end])
            cuts.append(Replacement(tag.start, tag.end, told))
        elif tag.name == "f":
            start = tag_end(data, tag)
            new = change.copy(xml_text(data[start : tag.closed].decode()), "").text
            cuts.append(Replacement(start, tag.closed, escaped_content(new)))
    own = (cut._replace(start=cut.start - series.start, end=cut.end - series.start) for cut in cuts)
    return spliced(data[series.start : series.end], own)


def charts_redrawn(parts: Parts, sheets: Iterable[str], ask: Ask) -> dict[str, Deflated | None]:
    """Return the charts that keep other than what the cells they show hold, made to keep that.

    `ask` tells what a cell holds.

    Raises:
        TpxlError: a chart cannot be read.
    """
    return dict(_charts_redrawn(parts, sheets, ask, None))


def charts_following(
    parts: Parts, sheets: Iterable[str], ask: Ask, changed: Iterable[CellPlace]
) -> dict[str, Deflated | None]:
    """Return the charts that show `changed` cells, made to keep what these hold now.

    All else that they keep stays: also what a spreadsheet has left out, as it does with hidden
    rows. With what cannot be read no chart is touched: any spreadsheet draws from the cells.
    """
    by_sheet: dict[str, set[Address]] = defaultdict(set)
    for sheet, at in changed:
        by_sheet[sheet.casefold()].add(at)
    try:
        return dict(_charts_redrawn(parts, sheets, ask, by_sheet))
    except TpxlError:
        return {}


def _charts_redrawn(
    parts: Parts, sheets: Iterable[str], ask: Ask, changed: Changed | None
) -> Iterator[tuple[str, Deflated]]:
    for sheet in sheets:
        for part in charts_of(parts, sheet):
            data = utf8(parts.read(part))
            new = parts.reading(part, lambda data: _redrawn(utf8(data), ask, changed))
            if new != data:
                yield part, deflated(new)


def _redrawn(data: bytes, ask: Ask, changed: Changed | None) -> bytes:
    cuts = []
    formula = ""
    found = tags(data)
    for at, tag in enumerate(found):
        if tag.name == "f":
            formula = xml_text(data[tag_end(data, tag) : tag.closed].decode())
        elif tag.name in _CACHES:
            told = next(references(formula), None)
            span = slice(tag_end(data, tag), tag.closed)
            if told is None or not _is_due(told, data[span], changed):
                continue
            code = next((one for one in found[at:] if one.name == "formatCode"), None)
            own = code if code is not None and code.start < tag.end else None
            head = b"" if own is None else data[own.start : own.end]
            new = head + _points(tag, told, ask, _looks(data[span]))
            if _kept(data[span]) != _kept(new):
                cuts.append(Replacement(span.start, span.stop, new))
    return spliced(data, cuts)


def _is_due(told: Reference, cache: bytes, changed: Changed | None) -> bool:
    """Tell whether what is kept of some cells is to be what they hold now."""
    if told.sheet is None or told.is_foreign:
        return False
    if changed is None:
        return True
    count = _COUNT.search(cache)
    if count is None or int(count[1]) != told.block.area:
        return False
    return any(told.block.covers(at) for at in changed.get(told.sheet.casefold(), ()))


def _looks(cache: bytes) -> Mapping[bytes, bytes]:
    """Return what is said of a point beside its number: a number format of its own."""
    return {at: said for at, said, _ in _POINT.findall(cache) if said}


def _kept(cache: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """Return how many points a cache has, and the filled ones: whole numbers in one form."""
    count = _COUNT.search(cache)
    points = [(at, _WHOLE.sub(b"", value)) for at, _, value in _POINT.findall(cache)]
    return (b"" if count is None else count[1]), points


def _points(cache: XmlTag, told: Reference, ask: Ask, looks: Mapping[bytes, bytes]) -> bytes:
    prefix = f"{cache.prefix}:".encode() if cache.prefix else b""
    values = [ask(told.sheet or "", at) for at in _cells(told.block)]
    points = [b'<%sptCount val="%d"/>' % (prefix, len(values))]
    for at, value in enumerate(values):
        shown = _shown(value, is_text=_CACHES[cache.name] == "str")
        if shown is not None:
            said = looks.get(b"%d" % at, b"")
            points.append(
                b'<%spt idx="%d"%s><%sv>%s</%sv></%spt>'
                % (prefix, at, said, prefix, escaped_content(shown), prefix, prefix)
            )
    return b"".join(points)


def _shown(value: Value, *, is_text: bool) -> str | None:
    if value is None or isinstance(value, CellError):
        return None
    if isinstance(value, str):
        return value if is_text and value else None
    return number_text(value) if not isinstance(value, bool) else str(int(value))


def _cells(block: Block) -> Iterator[Address]:
    for row in range(block.top, block.bottom + 1):
        for column in range(block.left, block.right + 1):
            yield Address(row, column)
