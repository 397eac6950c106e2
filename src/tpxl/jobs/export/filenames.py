"""File names from area names: safe on Windows and Linux, and never two areas onto one file."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_BYTES = 160
"""Room for the folder in Windows' 260 characters, and for `(2)` and the suffix in Linux' 255."""

NAMELESS = "vastuualue"

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_EDGES = " .-~$"


def file_names(areas: Iterable[str], *, taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return a file name without suffix for each area, in order, no two alike in any case.

    Letters stay as they are (ä, ö, å); what Windows or Linux forbids becomes a hyphen.

    >>> file_names(["Asuminen ja ympäristö", "a/b", "CON", "A-B"])
    ('Asuminen ja ympäristö', 'a-b', 'CON_', 'A-B (2)')
    """
    used = {name.casefold() for name in taken}
    names = []
    for area in areas:
        names.append(_unused(_safe(area), used))
        used.add(names[-1].casefold())
    return tuple(names)


def _safe(area: str) -> str:
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", area))
    text = "".join(sign for sign in text if not unicodedata.category(sign).startswith("C"))
    text = _shortened(_FORBIDDEN.sub("-", text).strip(_EDGES)).rstrip(_EDGES)
    stem, dot, rest = text.partition(".")
    if _RESERVED.fullmatch(stem.strip()):
        text = f"{stem}_{dot}{rest}"
    return text or NAMELESS


def _shortened(text: str) -> str:
    if len(text.encode()) <= LONGEST_BYTES:
        return text
    cut = text.encode()[:LONGEST_BYTES].decode(errors="ignore")
    head, _, _ = cut.rpartition(" ")
    return head if len(head) > len(cut) // 2 else cut


def _unused(name: str, used: set[str]) -> str:
    candidate, number = name, 1
    while candidate.casefold() in used:
        number += 1
        candidate = f"{name} ({number})"
    return candidate
