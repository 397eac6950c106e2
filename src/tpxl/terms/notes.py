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
_SIGNS = re.compile(f"[{_RAISED}]")


def raised(text: str) -> str:
    """Return a text that is lettered as a superscript in the letters that are so by themselves.

    >>> raised("1)"), raised("a")
    ('¹⁾', 'ᵃ')
    """
    return text.translate(_TABLE)


def without_note(text: str) -> str:
    """Return a text without the raised mark at its end; one that is nothing else as it is.

    >>> without_note("Toimintamenot¹ "), without_note("12²"), without_note("²")
    ('Toimintamenot ', '12', '²')
    """
    return _NOTE.sub("", text) if _SIGNS.search(text) else text
