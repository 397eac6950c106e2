"""A VBA project: the modules it holds, and the same project with others in their place.

A project is the bytes of one part, as Office keeps it. What is not replaced stays: the modules of
the workbook and of its sheets, the references, the protection, the project's id. pyOpenVBA reads
and writes the streams; it takes a fifth of a second to load, so only what needs a text does.
"""

import re
import struct
from collections.abc import Collection, Sequence
from typing import NamedTuple

from pyopenvba import PyOpenVBAError, vba
from pyopenvba.cfb import CFB

from tpxl.books.vba.colours import with_colours

_STORAGE, _CACHE, _DIRECTORY = "VBA", "_VBA_PROJECT", "dir"
_TEXT, _NAMES = "PROJECT", "PROJECTwm"
_NO_CACHE = bytes.fromhex("cc61ffff000100")
"""A version that no Office is: no compiled code is there, the text is compiled when it is opened.

Source: [MS-OVBA] 2.3.4.1.
"""

_DOCUMENT = re.compile(r'^Attribute VB_Base = "0\{000208(19|20|21)-', re.MULTILINE)
"""What the module of a workbook, a sheet or a chart sheet says of itself."""


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
