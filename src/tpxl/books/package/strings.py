"""Text as the file keeps it: the shared strings, entities, and what XML cannot hold."""

import re
from collections.abc import Callable
from operator import attrgetter

from tpxl.books.package.limits import (
    MAX_SHEET_ELEMENTS,
    MAX_STRINGS,
    MAX_TEXT,
    MarkupError,
    refuse_long_text,
    refuse_many,
    refuse_many_elements,
)
from tpxl.books.package.xml_spans import XmlTag, utf8, walk
from tpxl.terms.folding import raised

_PLAIN_ITEMS = re.compile(rb'(?:<si><t(?: xml:space="preserve")?>[^<]*+</t></si>)*+</sst>\s*+')
_PLAIN_ITEM = re.compile(rb"<si><t[^>]*>([^<]*)</t></si>")
DECLARATION = (
    rb'(?:<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?'
    rb'(?: standalone="(?:yes|no)")?\s?\?>)?+\s*+'
)
"""The start of a document in UTF-8, as an expression."""

_HEAD = re.compile(DECLARATION + rb"<sst [^<>']*>")
_ENTITY = r"&(?:#x([0-9A-Fa-f]+);|#([0-9]+);|([^;]*);?)"
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ESCAPE = r"_x([0-9A-Fa-f]{4})_"
_ESCAPE_SHAPED = r"_(?=x[0-9A-Fa-f]{4}_)"
_UNWRITABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
_ITEM_DEPTH = 1
_SMALLEST_ITEM = len("<si/>")
_KEPT_ANSWERS = 8
_MOST_DIGITS = 18
"""No file has so many shared strings."""
_START = attrgetter("start")


def xml_text(raw: str) -> str:
    """Return what a parser makes of character data without tags.

    Raises:
        ValueError: an entity that XML does not know.
    """
    return re.sub(_ENTITY, _character, raw) if "&" in raw else raw


def _character(entity: re.Match[str]) -> str:
    hexadecimal, decimal, name = entity.groups()
    if name is not None and name not in _NAMED:
        raise ValueError(f"entity {entity[0]}")
    return _NAMED[name] if name else chr(int(hexadecimal, 16) if hexadecimal else int(decimal))


def string_number(text: str) -> bytes:
    """Return the number of a shared string as cells mostly write it; what is none as it is.

    >>> string_number("007")
    b'7'
    """
    digits = text.strip()
    is_number = digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return b"%d" % int(digits) if is_number else text.encode("utf-8", "surrogatepass")


def shown(text: str) -> str:
    r"""Return text as a program sees it: ``_x000D_`` is a character that XML cannot hold.

    >>> shown("a_x000A_b"), shown("_x005F_x0041_")
    ('a\nb', '_x0041_')
    """
    if "_x" not in text:
        return text
    plain = re.sub(_ESCAPE, lambda found: chr(int(found[1], 16)), text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def stored(text: str) -> str:
    r"""Return text as the file keeps it: what `shown` turns back.

    >>> stored("a\r\nb_x0041_")
    'a\nb_x005F_x0041_'
    """
    plain = re.sub(_ESCAPE_SHAPED, "_x005F_", text.replace("\r\n", "\n"))
    return re.sub(_UNWRITABLE, lambda found: f"_x{ord(found[0]):04X}_", plain).replace(
        "\r", "_x000D_"
    )


def shared_strings(data: bytes, most: int | None = None) -> list[str]:
    """Return the texts of the shared strings part, rich text joined, phonetic runs left out.

    Raises:
        MarkupError: it cannot be read, has too many texts or one that is too long.
    """
    limit = MAX_STRINGS if most is None else most
    if len(data) > limit * _SMALLEST_ITEM:
        refuse_many("file_too_many_texts", data.count(b"<si"), limit)
    texts = _all_strings(data)
    if len(data) > MAX_TEXT:
        for text in texts:
            refuse_long_text(text)
    return texts


def _all_strings(data: bytes) -> list[str]:
    head = _HEAD.match(data)
    if head is not None and b"\r" not in data[head.end() :] and b"\0" not in data:
        items = _PLAIN_ITEMS.fullmatch(data, head.end())
        if items is not None:
            return _plain_strings(data)
    return _sure_strings(utf8(data))


def _plain_strings(data: bytes) -> list[str]:
    try:
        items = _PLAIN_ITEM.findall(data)
        raw = b"\0".join(items).decode()
        if not items or ("&" not in raw and "_x" not in raw):
            return raw.split("\0") if items else []
        return [shown(xml_text(text)) for text in raw.split("\0")]
    except (ValueError, OverflowError) as error:
        raise MarkupError(str(error)) from error


def _sure_strings(data: bytes) -> list[str]:
    refuse_many_elements(data, MAX_SHEET_ELEMENTS)
    texts: list[str] = []
    parts: list[XmlTag] = []

    def ends(tag: XmlTag) -> None:
        if tag.depth > _ITEM_DEPTH:
            parts.append(tag)
        elif tag.depth == _ITEM_DEPTH:
            if tag.is_main and tag.name == "si":
                texts.append(shown(joined_text(parts)))
                refuse_many("file_too_many_texts", len(texts), MAX_STRINGS)
            parts.clear()

    walk(data, ends)
    return texts


def joined_text(parts: list[XmlTag]) -> str:
    """Return the text of a string item's descendants, phonetic runs (``rPh``) left out.

    A run lettered as a superscript beside others is a mark, told in raised letters.
    """
    texts: list[XmlTag] = []
    ordered = sorted(parts, key=_START)
    spoken = 0  # where the last phonetic run ends
    for part in ordered:
        if part.is_main and part.name == "rPh":
            spoken = max(spoken, part.end)
        elif part.is_main and part.name == "t" and part.start >= spoken:
            texts.append(part)
    marks = _raised_starts(ordered) if any(map(_is_superscript, ordered)) else frozenset()
    if all(part.start in marks or not part.text.strip() for part in texts):
        marks = frozenset()  # nothing that it could be raised from
    return "".join(raised(part.text) if part.start in marks else part.text for part in texts)


def _raised_starts(ordered: list[XmlTag]) -> frozenset[int]:
    """Return where the texts of superscript runs start; a run's looks stand before its text."""
    starts, is_raised = set(), False
    for part in ordered:
        if part.name == "r":
            is_raised = False
        elif _is_superscript(part):
            is_raised = True
        elif part.name == "t" and is_raised:
            starts.add(part.start)
    return frozenset(starts)


def _is_superscript(part: XmlTag) -> bool:
    return part.name == "vertAlign" and part.attributes.get("val") == "superscript"


def lettered_strings(data: bytes) -> frozenset[bytes]:
    """Return the numbers, as a cell writes them, of the shared strings lettered in several ways.

    Raises:
        MarkupError: the part cannot be read.
    """
    lettered: list[bytes] = []
    parts: list[XmlTag] = []
    count = 0

    def ends(tag: XmlTag) -> None:
        nonlocal count
        if tag.depth > _ITEM_DEPTH:
            parts.append(tag)
        elif tag.depth == _ITEM_DEPTH:
            if tag.is_main and tag.name == "si":
                if any(part.is_main and part.name == "r" for part in parts):
                    lettered.append(b"%d" % count)
                count += 1
            parts.clear()

    walk(utf8(data), ends)
    return frozenset(lettered)


class KnownStrings:
    """The shared strings of a book, and which of them an asker wants: each asked about once."""

    def __init__(self, texts: list[str]) -> None:
        """Keep the texts by their numbers."""
        self.texts = texts
        self._answers: dict[Callable[[str], bool], frozenset[bytes]] = {}

    def wanted(self, wanted: Callable[[str], bool]) -> frozenset[bytes]:
        """Return the numbers, as a cell writes them, of the strings that are wanted."""
        answer = self._answers.get(wanted)
        if answer is None:
            answer = frozenset(b"%d" % n for n, text in enumerate(self.texts) if wanted(text))
            while len(self._answers) >= _KEPT_ANSWERS:
                del self._answers[next(iter(self._answers))]
            self._answers[wanted] = answer
        return answer

    def text(self, number: int) -> str:
        """Return a string.

        Raises:
            IndexError: there is none of that number.
        """
        if number < 0:
            raise IndexError(number)
        return self.texts[number]
