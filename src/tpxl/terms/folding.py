"""When two labels are the same: case, white space, soft hyphens, colons, units of currency."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from tpxl.terms.notes import without_note

_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_PLAIN = {**_DROPPED, **_DASHES}
_SIGNS = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_POINTS = re.compile(r"[\s.,:;\-*()]+")
_FOOTNOTE = re.compile(r"(?:\s+\d\))+$")
_CURRENCY = re.compile(r"(?<![/0-9])(?:€|euroa|eur)$")
_CURRENCIES = ("€", "euroa", "eur")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    r"""Return `text` in small letters with single spaces, plain hyphens, no soft ones, no note.

    >>> fold("Vakin.virat\u00a0ja\n toimet 31.12.:")
    'vakin.virat ja toimet 31.12.:'
    """
    if not text.isascii():
        text = without_note(unicodedata.normalize("NFC", text))
        text = text.translate(_PLAIN) if _SIGNS.search(text) else text
    return " ".join(text.split()).casefold()


@lru_cache(maxsize=16384)
def key(text: str) -> str:
    """Return what two spellings of one word have in common: no spaces, points, hyphens, notes.

    >>> key("Muutos,   %") == key("muutos-%") == key("MUUTOS %:")
    True
    """
    folded = fold(text)
    if folded.isalpha():
        return folded
    if folded.endswith(")"):
        folded = _FOOTNOTE.sub("", folded)
    return _POINTS.sub("", folded)


@lru_cache(maxsize=16384)
def label_key(text: str) -> str:
    """Return `key` without a currency at its end, which says a unit and not another line.

    >>> label_key("Henkilöstömenot €"), label_key("Toimintakate €/asukas")
    ('henkilöstömenot', 'toimintakate€/asukas')
    """
    plain = key(text)
    return _CURRENCY.sub("", plain) if plain.endswith(_CURRENCIES) else plain


_OPENING = re.compile(r"[^\W\d_]{1,6}")


def opening(text: str) -> str:
    """Return the first letters of a text, at most six in a run, small; empty where it has none.

    >>> opening("1.1.-31.12.2025 Toteuma"), opening("TA2025"), opening("% 2025")
    ('toteum', 'ta', '')
    """
    found = _OPENING.search(text)
    return found[0].casefold() if found else ""


def openings(words: Iterable[str]) -> frozenset[str]:
    """Return the first letters of words: what a text must begin with to be one of them."""
    return frozenset(opening(word) for word in words)
