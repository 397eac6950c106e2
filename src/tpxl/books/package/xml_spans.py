"""XML as positions in its bytes: what is changed is spliced in, all else stays as it was."""

import codecs
import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from tpxl.books.package.limits import MarkupError, refuse_many_elements

MAIN_SPACES = frozenset(
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    }
)

START_TAG = re.compile(rb"""<[^\s/>]++(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_ATTRIBUTE = rb"""\s+%s\s*=\s*(?:"[^"]*"|'[^']*')"""
_DECLARATION = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["'][^>]*\?>""")
_ENCODING_SAID = r"""(<\?xml[^>]*?encoding\s*=\s*["'])[\w.-]+"""
_CODECS = frozenset({"ascii", "utf-8", "utf-16", "iso8859-1", "iso8859-15", "cp1252"})

_UTF16_MARKS = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}

_DEEPEST = 200
_KEPT_NAMES = 256

_SPEAKING = frozenset({"t", "v", "f"})
"""The elements whose text is asked for; the white space between others may be megabytes."""

_PLACE = itemgetter(0, 1)


class XmlTag:
    """An element: its names, attributes (foreign ones as ``{space}name``) and byte positions.

    `closed` is where its content ends: its end for ``<c/>``. `text` is its own, not its children's;
    only a text, a value and a formula (``t``, ``v``, ``f``) have one.
    """

    __slots__ = (
        "attributes",
        "closed",
        "depth",
        "end",
        "name",
        "prefix",
        "space",
        "start",
        "text",
    )

    def __init__(
        self, names: tuple[str, str, str], attributes: dict[str, str], depth: int, start: int
    ) -> None:
        """Start an element of a space, a name and a prefix."""
        self.space, self.name, self.prefix = names
        self.attributes = attributes
        self.depth = depth
        self.start = start
        self.closed = self.end = 0
        self.text = ""

    @property
    def is_main(self) -> bool:
        """Tell whether it belongs to the spreadsheet's own vocabulary, in either namespace."""
        return self.space in MAIN_SPACES


def utf8(data: bytes) -> bytes:
    """Return the document in UTF-8, its declaration included; one in UTF-8 as it is.

    Raises:
        MarkupError: it is in an encoding that no spreadsheet program writes.
    """
    encoding = _UTF16_MARKS.get(data[:2])
    if encoding is None:
        said = _DECLARATION.match(data)
        encoding = _codec(said[1].decode("ascii", "replace")) if said else "utf-8"
        if encoding in {"utf-8", "ascii"}:
            return data
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise MarkupError(str(error)) from error
    return re.sub(_ENCODING_SAID, r"\1UTF-8", text, count=1).encode()


def _codec(said: str) -> str:
    try:
        name = codecs.lookup(said).name
    except LookupError as error:
        raise MarkupError(f"encoding {said}") from error
    if name not in _CODECS:
        raise MarkupError(f"encoding {said}")
    return name


def walk(data: bytes, ends: Callable[[XmlTag], None]) -> None:
    """Tell `ends` of every element of a UTF-8 document as it ends, so its children come first.

    Raises:
        MarkupError: the document is not well-formed or has a DTD.
    """
    parser = expat.ParserCreate(None, " ")
    parser.namespace_prefixes = True
    parser.buffer_text = True
    stack: list[XmlTag] = []
    pieces: list[list[str] | None] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > _DEEPEST:
            raise MarkupError("too deep")
        named = {_attribute_name(key): value for key, value in attributes.items()}
        stack.append(XmlTag(_names(name), named, len(stack), parser.CurrentByteIndex))
        pieces.append([] if stack[-1].name in _SPEAKING else None)

    def end(_name: str) -> None:
        tag = stack.pop()
        tag.text = "".join(pieces.pop() or ())
        tag.closed = tag.end = parser.CurrentByteIndex
        if not _is_empty(data, tag):
            tag.end = data.index(b">", tag.closed) + 1
        ends(tag)

    def said(text: str) -> None:
        own = pieces[-1]
        if own is not None:
            own.append(text)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = said
    parser.StartDoctypeDeclHandler = _forbid_dtd
    try:
        parser.Parse(data, True)  # noqa: FBT003  # expat's own signature
    except (expat.ExpatError, LookupError, ValueError) as error:  # or an encoding expat lacks
        raise MarkupError(str(error)) from error


def tags(data: bytes) -> list[XmlTag]:
    """Return the elements of a UTF-8 document in order.

    Raises:
        MarkupError: the document is not well-formed, has a DTD or too many elements.
    """
    refuse_many_elements(data)
    found: list[XmlTag] = []
    walk(data, found.append)
    return sorted(found, key=lambda tag: tag.start)


def opening_tag(data: bytes, start: int) -> bytes:
    """Return the start tag that begins at a position.

    Raises:
        MarkupError: none begins there.
    """
    opening = START_TAG.match(data, start)
    if opening is None:
        raise MarkupError(f"no start tag at byte {start}")
    return opening[0]


def with_content(opening: bytes, content: bytes) -> bytes:
    """Return an element with this start tag and content; ``<c/>`` where there is none.

    >>> with_content(b'<x:c r="A1"/>', b"<v/>"), with_content(b"<c>", b"")
    (b'<x:c r="A1"><v/></x:c>', b'<c/>')
    """
    bare = opening.removesuffix(b">").removesuffix(b"/").rstrip()
    name = bare[1:].split(maxsplit=1)[0]
    return b"%s>%s</%s>" % (bare, content, name) if content else bare + b"/>"


def tag_end(data: bytes, tag: XmlTag) -> int:
    """Return where an element's start tag ends."""
    opening = START_TAG.match(data, tag.start, tag.end)
    if opening is None:
        raise MarkupError(f"no start tag at byte {tag.start}")
    return opening.end()


def without_attributes(tag: bytes, *names: str) -> bytes:
    """Return a start tag without the attributes named."""
    return _attributes(names).sub(b"", tag)


@cache
def _attributes(names: tuple[str, ...]) -> re.Pattern[bytes]:
    return re.compile(_ATTRIBUTE % f"(?:{'|'.join(names)})".encode())


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """Return a start tag with the attribute set, as its last one."""
    bare = without_attributes(tag, name)
    end = b"/>" if bare.endswith(b"/>") else b">"
    return b'%s %s="%s"%s' % (bare[: -len(end)].rstrip(), name.encode(), escaped(value), end)


def escaped(text: str) -> bytes:
    """Return text as it stands between tags or in double quotes."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace('"', "&quot;").encode()


def escaped_content(text: str) -> bytes:
    """Return text as it stands between tags, where quotes are plain."""
    return escaped(text).replace(b"&quot;", b'"')


class Replacement(NamedTuple):
    """Bytes to be replaced, from `start` up to `end`; an insertion where both are one."""

    start: int
    end: int
    new: bytes


def spliced(data: bytes, cuts: Iterable[Replacement]) -> bytes:
    """Return `data` with the cuts made; insertions in one place keep their order."""
    pieces: list[bytes] = []
    position = 0
    for cut in sorted(cuts, key=_PLACE):
        pieces += (data[position : cut.start], cut.new)
        position = cut.end
    return b"".join([*pieces, data[position:]])


@lru_cache(maxsize=_KEPT_NAMES)
def _names(name: str) -> tuple[str, str, str]:
    parts = name.split(" ")
    if len(parts) == 1:
        return "", name, ""
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""  # noqa: PLR2004


@lru_cache(maxsize=_KEPT_NAMES)
def _attribute_name(name: str) -> str:
    space, local, _prefix = _names(name)
    return f"{{{space}}}{local}" if space else local


def _is_empty(data: bytes, tag: XmlTag) -> bool:
    """Tell whether an element whose content ends at `closed` is of the form ``<c/>``."""
    if not data.startswith(b"/>", tag.closed - 2):
        return False
    opening = START_TAG.match(data, tag.start, tag.closed)
    return opening is not None and opening.end() == tag.closed


def _forbid_dtd(*_: object) -> NoReturn:
    raise MarkupError("DTD", "part_has_dtd")
