"""What a heading of a comparison table says: its column's role, and the periods it names.

The words stand with or without a year, a date, a unit, and the periods they compare (``Muutos % TP
2024 - TP 2025``). Source: published reports of Finnish cities.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from tpxl.terms.column_roles import (
    AMENDED_PLAN,
    BUDGET_FIRST,
    CHANGE,
    CHANGES,
    KIND_ROLES,
    WORDS,
)
from tpxl.terms.folding import fold, key, openings
from tpxl.terms.periods import FULL_YEAR, KINDS, UNIT, is_amended_plan, kind_of, period_of

LONGEST = 80
"""No heading is longer."""


_MARKS = {role: mark for mark, role in KIND_ROLES.items()}
_YEAR = r"(?:19|20)\d\d"

# Patterns that few texts need are compiled by the first of them: `re` remembers them.
_DATE = rf"(?<!\d)\d{{1,2}}(?:\.\d{{1,2}}\.(?P<year>{_YEAR})?|(?: ?- ?\d{{1,2}})?/(?P<of>{_YEAR}))"

_KIND_WORDS = sorted((word for words in KINDS.values() for word in words), key=len, reverse=True)
_KIND = "|".join(map(re.escape, _KIND_WORDS))

_MENTION = (
    rf"(?<!\w)(?P<kind>{_KIND})\.?[ '-]{{0,2}}(?P<year>{_YEAR}|\d\d)(?!\d)"
    rf"|(?<!\d)(?P<alone>{_YEAR})(?!\d)"
)

_UNIT = rf"\(?(?<![\w/])(?:{UNIT})\)?(?!/)"
_DECIDED_BY = (
    r"(?<!\w)(?:kv|kvalt|kvsto|kh|khall|(?:kaupungin|kunnan)?(?:valtuusto|hallitus)"
    r"|fge|stfge|(?:stads|kommun)?fullmäktige|council)\.?(?!\w)|§ ?\d+|\d+ ?§"
)
_WHICH = r"^\s*(?:[ivx]{1,4}|\d{1,2})\.?(?=\s)|(?<=\s)(?:[ivx]{1,4}|\d{1,2})\.?\s*$"
_SHORT_YEARS = r"(?<![\d.,/])([1-4]\d) ?[-/] ?([1-4]\d)(?![\d.,/%])"
_VERSUS = r"(?<!\w)(?:vrt|vs|jämf)\.?(?!\w)"


_ROLE_OF_WORD = {word: role for role, words in WORDS.items() for word in words}
_ROLES = {key(word): role for word, role in _ROLE_OF_WORD.items()}
_ASIDES = ("vrt", "vs", "jämf", "eur", "euroa", "teur", "t", "m", "milj")

OPENINGS = openings((*_ASIDES, *_KIND_WORDS, *(word for words in WORDS.values() for word in words)))
"""What the words of this module begin with."""


class Mention(NamedTuple):
    """A period or a year that a heading names: the kind's mark where it is printed."""

    kind: str | None
    year: int


class ColumnWord(NamedTuple):
    """What a heading says of its column: its role, and the periods it names, in their order.

    Of a part of a year the year is named, and no period.
    """

    role: str
    mentions: tuple[Mention, ...] = ()
    is_part: bool = False

    @property
    def period(self) -> tuple[str, int] | None:
        """Return the mark and year of an amounts column's own period, None where none is named."""
        mark = _MARKS.get(self.role)
        if mark is None or self.is_part or len(self.mentions) != 1:
            return None
        kind, year = self.mentions[0]
        return (kind if KIND_ROLES.get(kind or "") == self.role and kind else mark), year


@lru_cache(maxsize=16384)
def column_of(text: str) -> ColumnWord | None:
    r"""Return what a heading says of its column, None where it is no heading of the family.

    >>> column_of("Alkuperäinen TA 2025").period, column_of("Toteuma 31.12.2025").period
    (('TA', 2025), ('TP', 2025))
    >>> column_of("Tot-%").role, column_of("Muutos\n1 000 €").role, column_of("TP 2024").role
    ('used_percent', 'change', 'actual')
    >>> column_of("KS 2025+M").role, column_of("Muutettu käyttösuunnitelma 2025").period
    ('amended_plan', None)
    >>> column_of("Toteuma 1-8/2025").mentions, column_of("Toteuma 1-8/2025").period
    ((Mention(kind='TP', year=2025),), None)
    >>> column_of("Muutos KV 12.5.2025").role, column_of("I lisätalousarvio").role
    ('changes', 'changes')
    >>> column_of("Muutos % TP 2024 - TP 2025").mentions
    (Mention(kind='TP', year=2024), Mention(kind='TP', year=2025))
    >>> column_of("Uusi koulu") is None
    True
    """
    if len(text) > LONGEST:
        return None
    found = period_of(text)
    if found is not None:
        return ColumnWord(KIND_ROLES[found[0]], (Mention(*found),))
    bare = kind_of(text)
    if bare is not None:
        return ColumnWord(KIND_ROLES[bare])
    folded = fold(text)
    if folded in _ROLE_OF_WORD:
        return ColumnWord(_ROLE_OF_WORD[folded])
    folded = re.sub(_SHORT_YEARS, _whole_years, folded)
    whole = re.sub(FULL_YEAR, "", folded)
    plain = re.sub(_DATE, _year_alone, whole)
    plain = re.sub(_VERSUS, " ", re.sub(_UNIT, " ", plain))
    named = list(re.finditer(_MENTION, plain))
    mentions = tuple(map(_mention, named))
    without_years = _cut(plain, [m.span("year" if m["kind"] else "alone") for m in named])
    without_periods = _cut(plain, [match.span() for match in named])
    role = _role(without_years) or _role(without_periods)
    if role is None and is_amended_plan(without_years):
        role = AMENDED_PLAN
    if role is None and _is_decided_change(without_periods):
        role = CHANGES
    is_part = any(date["year"] or date["of"] for date in re.finditer(_DATE, whole))
    return ColumnWord(role, mentions, is_part) if role else None


def _is_decided_change(words: str) -> bool:
    """Tell whether words are a change of the budget by who decided it, or which of several it is.

    ``Muutos KV``, ``TA-muutos 2``, ``I lisätalousarvio``, ``Talousarviomuutokset KV § 45``.
    """
    bare = re.sub(_DECIDED_BY, " ", words)
    role = _role(bare) or _role(re.sub(_WHICH, " ", bare))
    return role == CHANGES or (role == CHANGE and bare != words)


def _year_alone(date: re.Match[str]) -> str:
    """Return the year of a date or of months: which of the columns it is."""
    return f" {date['year'] or date['of'] or ''} "


def _whole_years(pair: re.Match[str]) -> str:
    """Return two years of this century, one after the other, in four digits each."""
    first, second = int(pair[1]), int(pair[2])
    follow = first < second or first - second == 1
    return f"20{first}-20{second}" if follow else pair[0]


@lru_cache(maxsize=4096)
def is_budget_first(text: str) -> bool:
    """Tell whether a heading says that a deviation is the budget less what was used.

    >>> is_budget_first("Jäljellä 31.12.2025"), is_budget_first("Poikkeama")
    (True, False)
    """
    folded = fold(text)
    plain = re.sub(_UNIT, " ", re.sub(_DATE, " ", folded))
    return not BUDGET_FIRST.isdisjoint((key(folded), key(plain)))


def is_known(text: str) -> bool:
    """Tell whether the text heads a column of a comparison table."""
    return column_of(text) is not None


def _role(words: str) -> str | None:
    role = _ROLES.get(key(words).strip("/"))
    if role is not None:
        return role
    bare = kind_of(words.strip(" .,:;-*()"))
    return KIND_ROLES[bare] if bare else None


def _mention(match: re.Match[str]) -> Mention:
    year = match["year"] or match["alone"]
    full = int(year) if len(year) > len("25") else 2000 + int(year)
    return Mention(kind_of(match["kind"]) if match["kind"] else None, full)


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    return text
