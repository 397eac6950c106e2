"""Notes that stand raised at the end of a word or a number: marks, no letters or digits of it."""

import re

_PLAIN = "0123456789+-=()abcdefghijklmnoprstuvwxyz"
_RAISED = (
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207c\u207d\u207e"
    "\u1d43\u1d47\u1d9c\u1d48\u1d49\u1da0\u1d4d\u02b0\u2071\u02b2\u1d4f\u02e1\u1d50\u207f\u1d52\u1d56"
    "\u02b3\u02e2\u1d57\u1d58\u1d5b\u02b7\u02e3\u02b8\u1dbb"
)
_TABLE = str.maketrans(dict(zip(_PLAIN, _RAISED, strict=True)))
_NOTE = re.compile(rf"(?<=[^\s{_RAISED}])[{_RAISED}]+(?=[\s:.*]*$)")
_FIRST = re.compile(rf"^\s*[{_RAISED}]+(?=[^\W{_RAISED}])")
_SIGNS = re.compile(f"[{_RAISED}]")
_SELF_STANDING = rf"\*+\)?|[\u2020\u2021#]+|[{_RAISED}]+|[(\[](?:\*+|\d{{1,2}}|[a-h])[)\]]"
_SET_OFF = r"\d{1,2}[)\]]|[a-h]\)|[(\[]\d{1,2}"
"""Marks that need a blank before them: with none, their digit might be the word's own."""
_LAST_MARKS = re.compile(rf"(?:(?:\s*(?:{_SELF_STANDING})|\s+(?:{_SET_OFF}))[\s:.,]*)+$")
_FIRST_MARKS = re.compile(rf"^(?:(?:{_SELF_STANDING}|\d{{1,2}}[)\]])\s*)+(?=[^\W\d_])")
_MARKED = re.compile(rf"[*\u2020\u2021#()\[\]{_RAISED}]")


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
    return _FIRST.sub("", _NOTE.sub("", text)) if _SIGNS.search(text) else text


def without_marks(text: str) -> str:
    """Return a text without the marks of notes at its ends, raised or not: ``1)``, ``*)``, ``(2``.

    A bare digit is no mark: it may be the word's own.

    >>> without_marks("tp 2025 *)"), without_marks("tp 2025 (1"), without_marks("1) menot")
    ('tp 2025', 'tp 2025', 'menot')
    >>> without_marks("tp 2025 1"), without_marks("*)"), without_marks("€ (1 000)")
    ('tp 2025 1', '*)', '€ (1 000)')
    """
    if not _MARKED.search(text):
        return text
    return _FIRST_MARKS.sub("", _LAST_MARKS.sub("", text)) or text
