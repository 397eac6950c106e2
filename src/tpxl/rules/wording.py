"""Texts that are not written yet: placeholders and sentences that stop half-way."""

import re

from tpxl.rules.quantities import plain
from tpxl.terms import fold
from tpxl.terms.wording import NOTHING_SAID, OPEN_ENDINGS, PLACEHOLDERS

_PLACEHOLDER = re.compile(rf"(?<!\w)(?:{'|'.join(PLACEHOLDERS)})")
_LAST_WORD = re.compile(r"([a-zåäö]+)$", re.IGNORECASE)
_SHORTEST = 3
_LONGEST_ENDING = 24
_LONGEST_NOTHING = max(map(len, NOTHING_SAID)) + 2


def placeholder(text: str) -> str | None:
    """Return the mark that shows a text is still to come, None for a text that is written.

    >>> placeholder("Toteuma xxx %"), placeholder("…"), placeholder("Täydennyskoulutus pidettiin.")
    ('xxx', '…', None)
    """
    said = plain(text)
    if len(said) <= _LONGEST_NOTHING and _says_nothing(fold(said)):
        return said
    found = _PLACEHOLDER.search(said.lower())
    return None if found is None else said[found.start() : found.end()].strip()


def _says_nothing(folded: str) -> bool:
    return folded in NOTHING_SAID or folded.rstrip(" .!") in NOTHING_SAID


def is_unfinished(text: str) -> bool:
    """Tell whether a text stops half-way: at a comma, a hyphen, a conjunction, in a parenthesis.

    A missing full stop is none: goals and outcomes are often no sentences.

    >>> is_unfinished("Ohje julkaistiin ja"), is_unfinished("Kaavat karttapalvelussa")
    (True, False)
    """
    said = plain(text)
    if len(said) < _SHORTEST:
        return False
    if said.endswith((",", ";", ":", "-", "…", "...", "(", "/", "&", "+")):
        return True
    word = _LAST_WORD.search(said, max(0, len(said) - _LONGEST_ENDING))
    if word is not None and fold(word[1]) in OPEN_ENDINGS and word.start() > 0:
        return not word[1].isupper()
    return said.count("(") > said.count(")")
