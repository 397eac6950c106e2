"""A VBA project written from the text of its modules: no compiled code, source alone.

The version in `_VBA_PROJECT` says that no cache is there, so every Office compiles the text when
it opens the file. xlwings' own add-ins are laid out the same way.

Source: [MS-OVBA] 2.3.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from workbook.vba.compound import compound_file
from workbook.vba.compression import compress

_CODE_PAGE, _ENCODING = 1252, "cp1252"
_FINGERPRINT = "{6B0D5F7C-3A41-4C7E-9C2A-54506C786C31}"  # a project's id: ours, always the same
_NO_CACHE = bytes.fromhex("cc61ffff000100")
_WIN64 = 3
_ENGLISH = 0x409
_REFERENCES = {
    "stdole": r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#"
    r"C:\Windows\System32\stdole2.tlb#OLE Automation",
    "Office": r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#"
    r"C:\Program Files\Common Files\Microsoft Shared\OFFICE16\MSO.DLL"
    r"#Microsoft Office 16.0 Object Library",
}


class Kind(Enum):
    """What a module is; the value begins its line in the project's own text."""

    STANDARD = "Module"
    CLASS = "Class"
    DOCUMENT = "Document"


@dataclass(frozen=True)
class Module:
    """A module: its name, its kind and its text, the attributes at the top included."""

    name: str
    kind: Kind
    text: str

    @property
    def source(self) -> bytes:
        """The text as it is stored: with CR LF."""
        return "\r\n".join([*self.text.splitlines(), ""]).encode(_ENCODING)


def project(modules: Sequence[Module], name: str = "tpxl") -> bytes:
    """Return a ``vbaProject.bin``: the same modules, the same bytes.

    Raises:
        ValueError: a module's text does not begin with its own name.
        UnicodeEncodeError: a module holds a letter that VBA's code page lacks.
    """
    for module in modules:
        if not module.text.startswith(f'Attribute VB_Name = "{module.name}"'):
            raise ValueError(f"the text of module {module.name} must begin with its name")
    streams = {module.name: compress(module.source) for module in modules}
    return compound_file(
        {
            "VBA": {
                "_VBA_PROJECT": _NO_CACHE,
                "dir": compress(_directory(modules, name)),
                **streams,
            },
            "PROJECT": _project_text(modules, name).encode(_ENCODING),
            "PROJECTwm": _names(modules),
        }
    )


def exported_class(text: str) -> Module:
    """Return a class module from the text of an exported ``.cls`` file.

    The file's form and the stored one differ: what stands before the name goes, and without the
    line VB_Base the first ``New`` of the class fails.
    """
    start = text.index("Attribute VB_Name")
    first, _, rest = text[start:].partition("\n")
    name = first.split('"')[1]
    lines = [
        first.rstrip(),
        'Attribute VB_Base = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"',
        "Attribute VB_TemplateDerived = False",
        "Attribute VB_Customizable = False",
    ]
    return Module(name, Kind.CLASS, "\n".join([*lines, rest]))


def document(name: str, *, is_sheet: bool) -> Module:
    """Return the module that belongs to the workbook or to one of its sheets; it holds no code."""
    base = "00020820" if is_sheet else "00020819"
    return Module(
        name,
        Kind.DOCUMENT,
        "\n".join(
            [
                f'Attribute VB_Name = "{name}"',
                f'Attribute VB_Base = "0{{{base}-0000-0000-C000-000000000046}}"',
                "Attribute VB_GlobalNameSpace = False",
                "Attribute VB_Creatable = False",
                "Attribute VB_PredeclaredId = True",
                "Attribute VB_Exposed = True",
                "Attribute VB_TemplateDerived = False",
                "Attribute VB_Customizable = True",
            ]
        ),
    )


def _record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HI", number, len(data)) + data


def _long(value: int) -> bytes:
    return struct.pack("<I", value)


def _short(value: int) -> bytes:
    return struct.pack("<H", value)


def _directory(modules: Sequence[Module], name: str) -> bytes:
    return b"".join(
        [
            *_information(name),
            *(record for lib in _REFERENCES for record in _reference(lib)),
            _record(0x0F, _short(len(modules))),
            _record(0x13, _short(0xFFFF)),
            *(record for module in modules for record in _module_records(module)),
            _record(0x10),
        ]
    )


def _information(name: str) -> Iterator[bytes]:
    yield _record(0x01, _long(_WIN64))
    yield _record(0x02, _long(_ENGLISH))
    yield _record(0x14, _long(_ENGLISH))
    yield _record(0x03, _short(_CODE_PAGE))
    yield _record(0x04, name.encode(_ENCODING))
    for empty in (0x05, 0x40, 0x06, 0x3D):  # description and help file, each twice
        yield _record(empty)
    yield _record(0x07, _long(0))
    yield _record(0x08, _long(0))
    yield struct.pack("<HIIH", 0x09, 4, 1, 1)  # the version; its length field is four by decree
    yield _record(0x0C)
    yield _record(0x3C)


def _reference(name: str) -> Iterator[bytes]:
    library = _REFERENCES[name].encode(_ENCODING)
    yield _record(0x16, name.encode(_ENCODING))
    yield _record(0x3E, name.encode("utf-16-le"))
    yield _record(0x0D, _long(len(library)) + library + bytes(6))


def _module_records(module: Module) -> Iterator[bytes]:
    narrow, wide = module.name.encode(_ENCODING), module.name.encode("utf-16-le")
    yield _record(0x19, narrow)
    yield _record(0x47, wide)
    yield _record(0x1A, narrow)
    yield _record(0x32, wide)
    yield _record(0x1C)
    yield _record(0x48)
    yield _record(0x31, _long(0))  # the source begins at once: no compiled code before it
    yield _record(0x1E, _long(0))
    yield _record(0x2C, _short(0xFFFF))
    yield _record(0x21 if module.kind is Kind.STANDARD else 0x22)
    yield _record(0x2B)


def _project_text(modules: Sequence[Module], name: str) -> str:
    ends = {Kind.STANDARD: "", Kind.CLASS: "", Kind.DOCUMENT: "/&H00000000"}
    return "\r\n".join(
        [
            f'ID="{_FINGERPRINT}"',
            *(f"{module.kind.value}={module.name}{ends[module.kind]}" for module in modules),
            f'Name="{name}"',
            'HelpContextID="0"',
            'VersionCompatible32="393222000"',
            f'CMG="{_obscured(bytes(4), 0xA7)}"',  # nothing is protected
            f'DPB="{_obscured(bytes(1), 0xFD)}"',  # no password
            f'GC="{_obscured(bytes([0xFF]), 0x94)}"',  # it may be looked at
            "",
            "[Host Extender Info]",
            "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000",
            "",
            "[Workspace]",
            *(f"{module.name}=0, 0, 0, 0, C" for module in modules),
            "",
        ]
    )


def _obscured(data: bytes, seed: int) -> str:
    """Return a value of the project's text in its odd, keyless encryption.

    Source: [MS-OVBA] 2.4.3.
    """
    key = sum(_FINGERPRINT.encode(_ENCODING)) & 0xFF
    out = [seed, seed ^ 2, seed ^ key]
    previous, last, before = key, out[2], out[1]
    for byte in bytes([7] * ((seed & 6) // 2)) + _long(len(data)) + data:
        out.append(byte ^ ((before + previous) & 0xFF))
        before, last, previous = last, out[-1], byte
    return bytes(out).hex().upper()


def _names(modules: Sequence[Module]) -> bytes:
    pairs = (
        module.name.encode(_ENCODING) + b"\0" + module.name.encode("utf-16-le") + b"\0\0"
        for module in modules
    )
    return b"".join(pairs) + b"\0\0"
