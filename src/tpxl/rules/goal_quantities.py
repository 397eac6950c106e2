"""Numbers in running text that count something: dates, years, ages and names are none."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tpxl.terms.quantities import (
    AMBIGUOUS_NUMBER_WORDS,
    ARTICLES,
    AT_LEAST,
    AT_MOST,
    NO_QUANTITY_BEFORE,
    NUMBER_WORDS,
    PER,
    SOME_NUMBER,
    UNITS,
)

LONGEST = 4000
"""How much of a text is looked at: a cell that holds more is reported for its length."""

_MONTHS = r"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu\w*"
_YEAR = r"(?:19|20)\d\d"
_NUMBER = r"\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
_UNIT = "|".join(f"(?P<unit{at}>{form})" for at, form in enumerate(UNITS.values()))
_PER = "|".join(f"(?P<per{at}>{form})" for at, form in enumerate(PER.values()))
_PARTITIVE = re.compile(r"\s[a-zåäö]{3,}[aä]\b")
_DASHES = re.compile("[‐‑‒–—−]")
_WORD = re.compile(r"\w+")
_UNIT_NAMES, _PER_NAMES = tuple(UNITS), tuple(PER)


class CountedNumber(NamedTuple):
    """A number in a text: lowest and highest value, what it counts, what bounds it.

    `scale` is the 5 of ``3,5/5``; `per` is month, week, ...; `bound` is ``>=`` or ``<=`` where a
    word says so; `is_sure` is False for a bare number, which may or may not be a target. `start`
    and `end` are its place in the plain text.
    """

    low: Decimal
    high: Decimal
    unit: str | None = None
    per: str | None = None
    scale: Decimal | None = None
    bound: str | None = None
    is_sure: bool = True
    start: int = 0
    end: int = 0


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NO_QUANTITY = re.compile(
    r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?(?:\d{4}|\d\d)\b)?(?:\s?-\s?\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?)?"
    rf"|\b\d{{1,2}}\s?/\s?{_YEAR}\b"
    rf"|\b{_MONTHS}\s{_YEAR}\b"
    r"|\b24/7\b"
    r"|\b\d{1,2}\.\s(?=(?-i:[a-zåäö]))(?!kpl)"
    r"|\b\d{1,3}(?:\s?-\s?\d{1,3})?\s?-?\s?(?:vuoti\w+|vuotta täyttä\w+|-?luok\w+|v\b(?!\.?\s?\d))"
    r"|\b\d+-(?!\s?\d|pros|proc)[a-zåäö]\w+"
    r"|\b\d+\s?§"
    rf"|\b(?:{_any(NO_QUANTITY_BEFORE)})\.?\s*:?\s*\d+(?:[.,]\d+)?(?:\s?-\s?\d+)?",
    re.IGNORECASE,
)

_WORD_NUMBER = _any(tuple(NUMBER_WORDS))
_BOUND = rf"(?P<bound>(?<!\w)(?:{_any(AT_LEAST)}|{_any(AT_MOST)}))"

_QUANTITY = re.compile(
    rf"(?:{_BOUND}\s*(?:noin|n\.|:)?\s*)?"
    rf"(?<![\w/,])(?<!\w-)(?P<low>{_NUMBER}|(?:{_WORD_NUMBER})\b)"
    rf"(?:\s?-\s?(?P<high>{_NUMBER}))?"
    r"(?:\s?/\s?(?P<scale>\d{1,3})(?![\d/]))?"
    rf"(?:(?:\s?|:\w+\s|-)(?:{_UNIT}))?"
    rf"(?:(?:\s?/\s?|\s)(?:{_PER}))?"
    r"(?P<tail>:?\w*)",
    re.IGNORECASE,
)

_SAID_IN_WORDS = re.compile(
    rf"\b(?:(?:{_any(tuple(NUMBER_WORDS.keys() - ARTICLES))})\b|{_any(SOME_NUMBER)})", re.IGNORECASE
)


def plain(text: str) -> str:
    """Return the start of a text with single spaces and plain hyphens, its case kept."""
    return _plain(text[:LONGEST])


@lru_cache(maxsize=256)  # each rule asks for the same text in turn
def _plain(text: str) -> str:
    return " ".join(_DASHES.sub("-", text).split())


def quantities(text: str) -> Iterator[CountedNumber]:
    """Yield the numbers of a text that count something, in order.

    >>> [str(one.low) for one in quantities("Hyvät palautteet väh. 3,5/5 v. 2025, 10 %:n nousu")]
    ['3.5', '10']
    >>> list(quantities("Käytössä kevään 2025 aikana, viimeistään 31.12."))
    []
    """
    said = plain(text)
    if not _may_count(said):
        return
    said = _NO_QUANTITY.sub(lambda found: " " * len(found[0]), said)
    for found in _QUANTITY.finditer(said):
        quantity = _quantity(found, said)
        if quantity is not None:
            yield quantity


def _may_count(said: str) -> bool:
    """Tell whether a text has a digit or a number's word at all: most have none."""
    words = _WORD.findall(said.casefold())
    return not NUMBER_WORDS.keys().isdisjoint(words) or any(map(str.isdigit, said))


def states_number(text: str) -> bool:
    """Tell whether a text says how many, in digits or in words.

    >>> states_number("Kolme kampanjaa pidettiin."), states_number("Tehtävä täytettiin v. 2025.")
    (True, False)
    """
    said = plain(text)
    return _SAID_IN_WORDS.search(said) is not None or next(quantities(said), None) is not None


def _quantity(found: re.Match[str], said: str) -> CountedNumber | None:
    low = found["low"].casefold()
    unit = _first(found, "unit", _UNIT_NAMES)
    per = _first(found, "per", _PER_NAMES)
    is_marked = bool(unit or per or found["scale"] or found["bound"])
    if low in NUMBER_WORDS:
        if found["tail"] or (low in AMBIGUOUS_NUMBER_WORDS and not is_marked):
            return None
        first = Decimal(NUMBER_WORDS[low])
    elif _is_year(found) or (found["tail"] and not found["tail"].startswith(":") and not unit):
        return None
    else:
        first = _decimal(low)
    last = first if found["high"] is None else _decimal(found["high"])
    is_sure = is_marked or "," in low or " " in low or bool(_PARTITIVE.match(said, found.end()))
    return CountedNumber(
        low=min(first, last),
        high=max(first, last),
        unit=unit,
        per=per,
        scale=None if found["scale"] is None else Decimal(found["scale"]),
        bound=_bound(found["bound"]),
        is_sure=is_sure,
        start=found.start(),
        end=found.end(),
    )


def _first(found: re.Match[str], group: str, names: tuple[str, ...]) -> str | None:
    return next((name for at, name in enumerate(names) if found[f"{group}{at}"]), None)


def _is_year(found: re.Match[str]) -> bool:
    """Tell whether a number is a year: it looks like one, and nothing counts with it."""
    looks = re.fullmatch(_YEAR, found["low"]) is not None
    return looks and not (found["bound"] or _first(found, "unit", _UNIT_NAMES) or found["scale"])


def _bound(word: str | None) -> str | None:
    if word is None:
        return None
    return ">=" if word.casefold() in AT_LEAST else "<="


def _decimal(text: str) -> Decimal:
    """Return a number as Finnish text writes it; a dot parts thousands before three digits.

    >>> _decimal("1.250"), _decimal("3.5"), _decimal("15 000,5")
    (Decimal('1250'), Decimal('3.5'), Decimal('15000.5'))
    """
    whole, _, places = text.replace(" ", "").partition(",")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", whole):
        whole = whole.replace(".", "")
    return Decimal(f"{whole}.{places}" if places else whole)
