"""The part of a package that holds its macros: read, marked, and replaced by another.

A VBA project is the bytes of one part, as Office keeps it. What is not replaced stays: the modules
of the workbook and of its sheets, the references, the protection, the project's id. pyOpenVBA reads
and writes the streams; it takes a fifth of a second to load, so only what needs a text does.

Which of tpxl's macros a project carries is the name of one of its modules: Excel keeps it in one
piece and uncompressed, so that it is read from the bytes in no time. It holds the version that made
the macros and a fingerprint of their texts: other texts have another mark, and nobody needs to
remember to count.

pyOpenVBA leaves the names that it adds to the compound file's directory red in their tree, one red
after another. Office forgives that; here they are coloured anew, since a file that needs no
forgiving opens in every program. Source: [MS-CFB] 2.6.4.
"""

import re
import struct
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tpxl.books.package.parts import Parts
from tpxl.books.package.zip_directory import Deflated, deflated
from tpxl.errors import TpxlError

_KIND, _SIGNATURE = "vbaProject", "vbaProjectSignature"

_STORAGE, _CACHE, _DIRECTORY = "VBA", "_VBA_PROJECT", "dir"
_TEXT, _NAMES = "PROJECT", "PROJECTwm"

_NO_CACHE = bytes.fromhex("cc61ffff000100")
"""A version that no Office is: no compiled code is there, the text is compiled when it is opened.

Source: [MS-OVBA] 2.3.4.1.
"""

_DOCUMENT = re.compile(r'^Attribute VB_Base = "0\{000208(19|20|21)-', re.MULTILINE)
"""What the module of a workbook, a sheet or a chart sheet says of itself."""

_SECTOR, _LINE = 512, 128
_END, _NO_ENTRY = 0xFFFFFFFE, 0xFFFFFFFF
_COLOUR, _LINKS = 67, 68
_RED, _BLACK = 0, 1

BUTTONS = "tpxl_buttons"
"""The module that every version's macros have."""

_NAME = re.compile(rb"t\0p\0x\0l\0_\0((?:[0-9]\0|_\0)+)_\0((?:[0-9a-f]\0){8})\0\0")


def macros_of(parts: Parts, workbook: str) -> bytes | None:
    """Return the VBA project that a workbook part points to, None where there is none.

    Raises:
        TpxlError: it is damaged.
    """
    part = _part(parts, workbook)
    return None if part is None else parts.read(part)


def changed_macros(parts: Parts, workbook: str, project: bytes) -> dict[str, Deflated | None]:
    """Return the parts changed so that the workbook carries another VBA project.

    Raises:
        TpxlError: it carries none, or what it carries is signed.
    """
    part = _part(parts, workbook)
    if part is None:
        raise TpxlError("macros_none", book=parts.book)
    if parts.is_signed or has_signed_macros(parts, workbook):
        raise TpxlError("macros_signed", book=parts.book)
    return {part: deflated(project)}


def has_signed_macros(parts: Parts, workbook: str) -> bool:
    """Tell whether a workbook part's macros are signed: they name its sheets."""
    part = _part(parts, workbook)
    pointers = () if part is None else parts.relations(part)
    return any(pointer.kind.startswith(_SIGNATURE) for pointer in pointers)


def _part(parts: Parts, workbook: str) -> str | None:
    named = (r.target for r in parts.relations(workbook) if r.kind == _KIND)
    return next((part for part in named if part in parts), None)


class Module(NamedTuple):
    """A module: its name, and its text with the attributes at the top, its lines ending in LF.

    A document is the module of the workbook or of one of its sheets.
    """

    name: str
    text: str
    is_document: bool = False


def modules_of(project: bytes) -> tuple[Module, ...]:
    """Return the modules of a project in their order.

    Raises:
        ValueError: it is no project that can be read.
    """
    from pyopenvba import PyOpenVBAError, vba  # noqa: PLC0415  # a tenth of a second
    from pyopenvba.cfb import CFB  # noqa: PLC0415

    try:
        parsed = vba.parse_vba_project(CFB.from_bytes(project))
        return tuple(
            Module(module.name, _lf(module.source), bool(_DOCUMENT.search(module.source)))
            for module in parsed.modules
        )
    except (PyOpenVBAError, LookupError, struct.error) as error:
        raise ValueError(str(error)) from error


def with_modules(project: bytes, without: Collection[str], more: Sequence[Module]) -> bytes:
    """Return a project without some of its modules, and with more: the same bytes every time.

    Raises:
        ValueError: it is no project that can be read; the text of a module does not begin with
            its name; a letter is none of the project's code page.
    """
    from pyopenvba import PyOpenVBAError, vba  # noqa: PLC0415  # a tenth of a second
    from pyopenvba.cfb import CFB  # noqa: PLC0415

    try:
        streams = CFB.from_bytes(project)
        parsed = vba.parse_vba_project(streams)
        encoding = vba.encoding_for_codepage(parsed.code_page)
        for name in without:
            streams.remove_stream_in_storage(_STORAGE, parsed.get_module(name).stream_name)
            parsed.delete_module(name)
        for module in more:
            text = _stored(module, encoding)
            kind = vba.VBAModuleKind.other if module.is_document else vba.VBAModuleKind.standard
            parsed.add_module(module.name, text, kind=kind).source = text
            streams.add_stream_to_storage(_STORAGE, module.name, b"")
        for one in parsed.modules:
            one.dirty = True  # written anew: its compiled form belongs to the project as it was
        vba.write_back_modules(streams, parsed)
        directory = vba.serialize_dir_stream(parsed)
        streams.write_stream_in_storage(_STORAGE, _DIRECTORY, vba.compress(directory))
        streams.write_stream_in_storage(_STORAGE, _CACHE, _NO_CACHE)
        text_of_project = vba.serialize_project_stream(
            streams.get_stream(_TEXT),
            {},
            add_modules=[(one.name, _declared(one)) for one in more],
            delete_names=set(without),
            code_page=parsed.code_page,
        )
        streams.write_stream(_TEXT, text_of_project)
        names = [(one.name, one.name_unicode or one.name) for one in parsed.modules]
        streams.write_stream(_NAMES, vba.serialize_projectwm(names, code_page=parsed.code_page))
        return with_colours(streams.to_bytes())
    except (PyOpenVBAError, LookupError, struct.error) as error:
        raise ValueError(str(error)) from error


def _stored(module: Module, encoding: str) -> str:
    """Return a module's text as it is stored, its lines ending in CR LF.

    Raises:
        ValueError: it does not begin with its name, or holds a letter that the code page lacks.
    """
    if not module.text.startswith(f'Attribute VB_Name = "{module.name}"\n'):
        raise ValueError(f"the text of module {module.name} must begin with its name")
    module.text.encode(encoding)  # pyOpenVBA would write a question mark
    return "\r\n".join([*module.text.splitlines(), ""])


def _declared(module: Module) -> str:
    return "Document" if module.is_document else "Module"


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n")


def with_colours(data: bytes) -> bytes:
    """Return a compound file of balanced trees with their colours right: the last level red."""
    coloured = bytearray(data)
    lines = list(_lines(data))
    for line in lines:
        (top,) = struct.unpack_from("<I", data, line + _LINKS + 8)
        level = [] if top == _NO_ENTRY else [lines[top]]
        while level:
            below = [lines[link] for at in level for link in _links(data, at)]
            is_full = len(below) == 2 * len(level)
            for at in level:
                coloured[at + _COLOUR] = _BLACK
            if not is_full:
                for at in below:
                    coloured[at + _COLOUR] = _RED
                break
            level = below
    return bytes(coloured)


def _links(data: bytes, line: int) -> list[int]:
    return [link for link in struct.unpack_from("<II", data, line + _LINKS) if link != _NO_ENTRY]


def _lines(data: bytes) -> Iterator[int]:
    """Yield where each line of the directory begins, through the chain of its sectors."""
    (count,) = struct.unpack_from("<I", data, 44)
    (sector,) = struct.unpack_from("<I", data, 48)
    tables = struct.unpack_from(f"<{count}I", data, 76)
    while sector != _END:
        start = (sector + 1) * _SECTOR
        yield from range(start, start + _SECTOR, _LINE)
        table, place = divmod(sector, _SECTOR // 4)
        (sector,) = struct.unpack_from("<I", data, (tables[table] + 1) * _SECTOR + place * 4)


class MacroMark(NamedTuple):
    """What macros say of themselves."""

    version: tuple[int, ...]
    fingerprint: str


def mark_of(project: bytes) -> MacroMark | None:
    r"""Return the mark of a project, None where it has none, as the macros of version 0.1.0.

    >>> mark_of("tpxl_0_2_10_fa57937e\0".encode("utf-16-le"))
    MacroMark(version=(0, 2, 10), fingerprint='fa57937e')
    """
    found = _NAME.search(project)
    if found is None:
        return None
    version, fingerprint = (part.decode("utf-16-le") for part in found.groups())
    return MacroMark(tuple(int(part) for part in version.split("_") if part), fingerprint)


def has_buttons(project: bytes) -> bool:
    """Tell whether a project carries the buttons of any version of tpxl."""
    return f"{BUTTONS}\0".encode("utf-16-le") in project
