"""When two labels are the same: case, white space, soft hyphens, colons, units of currency.

Notes that stand raised at the end of a word or a number: marks, no letters or digits of it.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_PLAIN = {**_DROPPED, **_DASHES}
_SIGNS = frozenset(map(chr, _PLAIN))
_POINTS = re.compile(r"[\s.,:;\-*()]+")
_FOOTNOTE = re.compile(r"(?:\s+\d\))+$")
_CURRENCY = re.compile(r"(?<![/0-9])(?:€|euroa|eur)$")
_CURRENCIES = ("€", "euroa", "eur")
_OPENING = re.compile(r"[^\W\d_]{1,6}")

_PLAIN_NOTES = "0123456789+-=()abcdefghijklmnoprstuvwxyz"

RAISED = (
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207c\u207d\u207e"
    "\u1d43\u1d47\u1d9c\u1d48\u1d49\u1da0\u1d4d\u02b0\u2071\u02b2\u1d4f\u02e1\u1d50\u207f\u1d52\u1d56"
    "\u02b3\u02e2\u1d57\u1d58\u1d5b\u02b7\u02e3\u02b8\u1dbb"
)
"""The letters that stand raised by themselves, digits first."""

_TABLE = str.maketrans(dict(zip(_PLAIN_NOTES, RAISED, strict=True)))
_NOTE = re.compile(rf"(?<=[^\s{RAISED}])[{RAISED}]+(?=[\s:.*]*$)")
_FIRST = re.compile(rf"^\s*[{RAISED}]+(?=[^\W{RAISED}])")
_NOTE_SIGNS = frozenset(RAISED)
_SELF_STANDING = rf"\*+\)?|[\u2020\u2021#]+|[{RAISED}]+|[(\[](?:\*+|\d{{1,2}}|[a-h])[)\]]"

_SET_OFF = r"\d{1,2}[)\]]|[a-h]\)|[(\[]\d{1,2}"
"""Marks that need a blank before them: with none, their digit might be the word's own."""

_LAST_MARKS = re.compile(rf"(?:(?:\s*(?:{_SELF_STANDING})|\s+(?:{_SET_OFF}))[\s:.,]*)+$")
_FIRST_MARKS = re.compile(rf"^(?:(?:{_SELF_STANDING}|\d{{1,2}}[)\]])\s*)+(?=[^\W\d_])")
_MARKS = _NOTE_SIGNS | frozenset("*\u2020\u2021#()[]")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    r"""Return `text` in small letters with single spaces, plain hyphens, no soft ones, no note.

    >>> fold("Vakin.virat\u00a0ja\n toimet 31.12.:")
    'vakin.virat ja toimet 31.12.:'
    """
    if not text.isascii():
        text = without_note(unicodedata.normalize("NFC", text))
        text = text if _SIGNS.isdisjoint(text) else text.translate(_PLAIN)
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


def raised(text: str) -> str:
    """Return a text that is lettered as a superscript in the letters that are so by themselves.

    >>> raised("1)"), raised("a")
    ('¹⁾', 'ᵃ')
    """
    return text.translate(_TABLE)


def without_note(text: str) -> str:
    """Return a text without the raised mark at either end; one that is nothing else as it is.

    >>> without_note("Toimintamenot¹ "), without_note("¹TP 2025"), without_note("²")
    ('Toimintamenot ', 'TP 2025', '²')
    """
    return text if _NOTE_SIGNS.isdisjoint(text) else _FIRST.sub("", _NOTE.sub("", text))


def without_marks(text: str) -> str:
    """Return a text without the marks of notes at its ends, raised or not: ``1)``, ``*)``, ``(2``.

    A bare digit is no mark: it may be the word's own.

    >>> without_marks("tp 2025 *)"), without_marks("tp 2025 (1"), without_marks("1) menot")
    ('tp 2025', 'tp 2025', 'menot')
    >>> without_marks("tp 2025 1"), without_marks("*)"), without_marks("€ (1 000)")
    ('tp 2025 1', '*)', '€ (1 000)')
    """
    if _MARKS.isdisjoint(text):
        return text
    return _FIRST_MARKS.sub("", _LAST_MARKS.sub("", text)) or text
