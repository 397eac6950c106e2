"""What a heading or a label that is not understood was likely meant to be: to name, never to read.

A word is near where it is one slip of the fingers away (a letter too many, too few, another, two
in each other's place) or has something added to it. Where two words are as near, none is named.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from tpxl.terms.columns import column_of
from tpxl.terms.folding import fold, label_key
from tpxl.terms.lines import line_of, plain_label, weighed_line_of, words_by_key
from tpxl.terms.periods import LONGEST, kinds_by_key, period_of

_FIRST_YEAR, _LAST_YEAR = 1990, 2049
_LOOK_ALIKES = str.maketrans("oilzsb", "011258")
_LETTERED_YEAR = re.compile(r"[12ilz][0o9][0-9oilzsb]{2}(?![^\W_])")
_YEAR_LIKE = re.compile(r"(?<!\d)\d{3,5}(?!\d)")
_ADDED = re.compile(
    r"(?P<before>[^\d%/+]{0,40}?)(?P<year>(?:19|20)\d\d)(?P<after>[^\d%/+]{0,40}?)(?: \d{1,2})?"
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 6
"""A shorter label has too many words one letter away to name one of them."""
_LONGEST_MARK = 3
_LETTERS_OF_SLIP = 1

_Meaning = TypeVar("_Meaning")


@lru_cache(maxsize=4096)
def near_period(text: str) -> tuple[str, int] | None:
    """Return the mark and year that a heading was likely meant to be, None where none is near.

    Letters for digits (``O``, ``l``), a slip in the word or the year, words added. Another span
    of time, a comparison and what is understood as it stands are near to nothing.

    >>> near_period("TP 2O25"), near_period("Tilinpätös 2025"), near_period("TA 2025 luonnos")
    (('TP', 2025), ('TP', 2025), ('TA', 2025))
    >>> near_period("TP 2025"), near_period("Toteuma 1-6/2025"), near_period("Muutos 2025")
    (None, None, None)
    """
    if len(text) > LONGEST or period_of(text) is not None or column_of(text) is not None:
        return None
    folded = fold(text)
    lettered = _LETTERED_YEAR.sub(lambda year: year[0].translate(_LOOK_ALIKES), folded)
    for repaired in (lettered, _with_added(folded), _with_word_mended(folded)):
        found = period_of(repaired) if repaired else None
        if found is not None:
            return found
    return _with_year_mended(folded)


def _with_added(folded: str) -> str | None:
    """Return the one kind and the year that stand among other words."""
    match = _ADDED.fullmatch(folded)
    if match is None:
        return None
    words = _WORD.findall(f"{match['before']} {match['after']}")
    kinds = {kind for word in words if (kind := kinds_by_key().get(word)) is not None}
    return f"{kinds.pop()} {match['year']}" if len(kinds) == 1 else None


def _with_word_mended(folded: str) -> str | None:
    match = _ADDED.fullmatch(folded)
    word = re.sub(r"[\W_]+", "", f"{match['before']}{match['after']}") if match else ""
    if match is None or not word:
        return None
    if len(word) <= _LONGEST_MARK:
        kind = kinds_by_key().get(word[::-1]) if len(word) == len("tp") else None
    else:
        kind = _nearest(word, kinds_by_key())
    return f"{kind} {match['year']}" if kind else None


def _with_year_mended(folded: str) -> tuple[str, int] | None:
    """Return the period of the one likely year that a slip away from its digits makes one."""
    typed = _YEAR_LIKE.findall(folded)
    if len(typed) != 1:
        return None
    years = (typed[0][:i] + typed[0][i + 1 :] for i in range(len(typed[0])))
    likely = {year for year in years if year.isdigit() and _is_likely(int(year))}
    found = {period_of(folded.replace(typed[0], year)) for year in likely} - {None}
    return found.pop() if len(found) == 1 else None


def _is_likely(year: int) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR


@lru_cache(maxsize=4096)
def near_line(text: str) -> tuple[str, str] | None:
    """Return the line's code and measure that a label was likely meant to be; None for none.

    >>> near_line("Toimintamento"), near_line("Henkilostömenot €"), near_line("Muuots %")
    (('OPERATING_EXPENSES', ''), ('STAFF_EXPENDITURE', ''), ('', 'change_percent'))
    >>> near_line("Toimintamenot"), near_line("Sähkö"), near_line("Toimintakulut (netto)")
    (None, None, ('OPERATING_EXPENSES', ''))
    """
    if len(text) > LONGEST or line_of(text) is not None or column_of(text) is not None:
        return None
    weighed = weighed_line_of(text)
    if weighed is not None:
        return weighed
    plain = plain_label(text)
    before_bracket = line_of(plain.partition("(")[0]) if "(" in plain else None
    if before_bracket is not None:
        return before_bracket
    word = label_key(plain)
    return _nearest(word, words_by_key()) if len(word) >= _SHORTEST else None


def _nearest(word: str, meanings: Mapping[str, _Meaning]) -> _Meaning | None:
    near = {
        meaning
        for known, meaning in meanings.items()
        if abs(len(known) - len(word)) <= _LETTERS_OF_SLIP
        and len(known) > _LONGEST_MARK
        and is_a_slip_away(word, known)
    }
    return near.pop() if len(near) == 1 else None


def is_a_slip_away(word: str, known: str) -> bool:
    """Tell whether one letter too many, too few, another, or two swapped part two words.

    >>> is_a_slip_away("tilinpätös", "tilinpäätös"), is_a_slip_away("menot", "tulot")
    (True, False)
    """
    if word == known:
        return False
    first = next(_differences(word, known), min(len(word), len(known)))
    left, right = word[first:], known[first:]
    return (
        left[1:] == right
        or left == right[1:]
        or left[1:] == right[1:]
        or (left[:2] == right[:2][::-1] and left[2:] == right[2:])
    )


def _differences(word: str, known: str) -> Iterator[int]:
    return (i for i, (one, other) in enumerate(zip(word, known, strict=False)) if one != other)
