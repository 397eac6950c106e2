"""A template's file looked at before a library opens it: its size, its XML, where it points to.

A stray cell at the very end of a sheet must not cost a million rows, and whatever is broken is told
in one sentence.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from tpxl.errors import TpxlError
from tpxl.jobs.export.template.links import (
    Relations,
    foreign_field,
    foreign_link,
    missing_relation,
    relations_in,
)

MOST_MEMBERS, LARGEST_TEXT, LARGEST = 1_000, 2 << 20, 32 << 20
"""Members of a package; bytes, unpacked, of one of them that is XML; of all together."""

MOST_ELEMENTS = 20_000
"""In one part: what the libraries do with a part grows with them, or with their square."""

_HEAD, _GZIP = 4_096, 31

_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"
"""What may stand before XML: byte order marks, white space, half of a UTF-16 letter."""

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 2_000, 100, 50_000
"""A template is a page or two; what goes on to the right or down is the area's own."""

_VALUES = ("v", "is", "f")


def check_package(template: str, content: bytes) -> None:
    """Pass when a template's file is whole, of a sane size, and leads nowhere else.

    Raises:
        TpxlError: `template_unreadable`, `template_part_broken`, `template_too_large`,
            `template_link` or `template_foreign_field` with the part.
    """
    try:
        parts = dict(_texts(template, content))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        OSError,
        NotImplementedError,
    ) as error:
        raise TpxlError("template_unreadable", template=template) from error
    known = {name: relations_in(tree) for name, tree in parts.items() if name.endswith(".rels")}
    for name, tree in parts.items():
        _check_part(template, name, tree, known.get(_relations_of(name), {}))


def _check_part(template: str, name: str, tree: etree._Element, relations: Relations) -> None:
    if (target := foreign_link(name, tree, relations)) is not None:
        raise TpxlError("template_link", template=template, part=name, target=target)
    if (field := foreign_field(tree)) is not None:
        raise TpxlError("template_foreign_field", template=template, part=name, field=field)
    if missing_relation(tree, relations) is not None:
        raise TpxlError("template_part_broken", template=template, part=name)
    if etree.QName(tree).localname == "worksheet":
        check_cells(template, tree)


def _texts(template: str, content: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Yield the members that are XML, read."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        members = package.infolist()
        if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > LARGEST:
            raise TpxlError("template_too_large", template=template)
        for member in members:
            read = package.read(member)
            if member.filename.endswith((".xml", ".rels")) or _is_markup(read):
                yield member.filename, _tree(template, member.filename, read)
            elif _is_program(read):
                raise TpxlError("template_part_broken", template=template, part=member.filename)


def _is_markup(content: bytes) -> bool:
    is_picture = content.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8"))
    starts = content.lstrip(_MARKS)[:1] == b"<"
    return not is_picture and (starts or b"<svg" in content[:_HEAD].lower())


def _is_program(content: bytes) -> bool:
    """Tell whether a picture is PostScript, or a drawing packed so that it is not looked into."""
    if content.startswith(b"\x1f\x8b"):
        return b"<" in zlib.decompressobj(_GZIP).decompress(content, _HEAD)
    return content.startswith((b"%!", b"\xc5\xd0\xd3\xc6"))


def _tree(template: str, name: str, content: bytes) -> etree._Element:
    if len(content) > LARGEST_TEXT:
        raise TpxlError("template_too_large", template=template)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TpxlError("template_part_broken", template=template, part=name) from error
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise TpxlError("template_too_large", template=template)
    if tree.getroottree().docinfo.doctype or tree.getroottree().docinfo.internalDTD is not None:
        raise TpxlError("template_part_broken", template=template, part=name)
    return tree


def _relations_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def check_cells(template: str, sheet: etree._Element) -> None:
    """Pass when a sheet's cells, merged blocks and links are few and near.

    Raises:
        TpxlError: `template_cell_too_far` with the cell, or `template_too_large`.
    """
    for row, column, cell in _filled(sheet):
        if row > MOST_ROWS or column > MOST_COLUMNS:
            raise TpxlError("template_cell_too_far", template=template, cell=cell)
    sizes = (1 for name in ("row", "c") for _ in sheet.iter(f"{{*}}{name}"))
    blocks = (
        _size(one) for name in ("mergeCell", "hyperlink") for one in sheet.iter(f"{{*}}{name}")
    )
    for counted in (sizes, blocks):
        if any(total > MOST_CELLS for total in accumulate(counted)):
            raise TpxlError("template_too_large", template=template)


def _filled(sheet: etree._Element) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and address of each cell that holds something."""
    row = 0
    for line in sheet.iter("{*}row"):
        row = int(line.get("r", row + 1))
        column = 0
        for cell in line.iter("{*}c"):
            address = cell.get("r")
            at, column = coordinate_to_tuple(address) if address else (row, column + 1)
            if any(cell.find(f"{{*}}{name}") is not None for name in _VALUES):
                yield at, column, address or f"{row}"


def _size(block: etree._Element) -> int:
    left, top, right, bottom = range_boundaries(block.get("ref", "A1"))
    if left is None or top is None or right is None or bottom is None:
        return MOST_CELLS + 1  # whole columns or rows
    return (1 + right - left) * (1 + bottom - top)


@contextmanager
def reading(template: str) -> Iterator[None]:
    """Tell whatever goes wrong while a template is read as its file's fault.

    The libraries promise nothing of what they raise on a broken package.
    """
    try:
        yield
    except TpxlError:
        raise
    except Exception as error:
        raise TpxlError("template_unreadable", template=template) from error
