"""What a text of a summary tells of the figures beside or under it: area, line, period.

What a text says without the book's own names: a line, a period.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model import Grid, Line, Measure, Period, PeriodKind, Text
from tpxl.terms import fold, key
from tpxl.terms.folding import opening, openings
from tpxl.terms.known import is_known
from tpxl.terms.lines import line_of
from tpxl.terms.parts import code_of
from tpxl.terms.periods import period_of
from tpxl.terms.settings import setting_of

TOTALS = frozenset(
    key(word)
    for word in (
        "yhteensä",
        "kaikki yhteensä",
        "kaikki",
        "summa",
        "vastuualueet yhteensä",
        "palvelualueet yhteensä",
        "tulosalueet yhteensä",
        "kaupunki yhteensä",
        "kunta yhteensä",
        "totalt",
        "sammanlagt",
        "total",
        "staden totalt",
        "kommunen totalt",
        "city total",
    )
)

WHOLE_CITY = frozenset(
    key(word)
    for word in (
        "koko kaupunki",
        "koko kunta",
        "koko organisaatio",
        "kaikki vastuualueet",
        "kaikki palvelualueet",
        "kaikki tulosalueet",
        "hela staden",
        "hela kommunen",
        "the whole city",
        "whole city",
    )
)
"""What a sheet of all areas together is called; over a single row it may be an area's name."""

_SHORT = {"yht": "yhteensä", "tot": "totalt"}

_BY_AREA = re.compile(
    r"\s+(?:(?:vastuu|palvelu|tulos)?alueittain|toimialoittain|lautakunnittain"
    r"|(?:efter|per) ansvarsområde|by (?:service )?area)$",
    re.IGNORECASE,
)
"""What a title says of its rows: ``Toimintakate vastuualueittain``."""

SEVERAL = 2
_ENDS = frozenset({"yhteensä", "totalt", "total"})
_PARTED = re.compile(r"[,;:()]| [-–] ")


@lru_cache(maxsize=4096)
def is_total(name: str) -> bool:
    """Tell whether a sheet's name says that it is of all areas together.

    >>> is_total("Koko kaupunki yhteensä"), is_total("YHT."), is_total("Sivistys yhteensä")
    (True, True, False)
    """
    words = [_SHORT.get(word.rstrip("."), word) for word in fold(name).split()]
    bare = words[:-1] if words and words[-1] in _ENDS else words
    return key(" ".join(words)) in TOTALS or key(" ".join(bare)) in WHOLE_CITY


class Topic(Enum):
    """What a text tells of the figures beside or under it."""

    AREA = auto()
    LINE = auto()
    PERIOD = auto()


@dataclass(frozen=True, slots=True)
class AllAreas:
    """Stands for all areas together."""


Meaning = str | Line | Period | AllAreas
Meanings = Mapping[Topic, Meaning]


_NO_SHEETS: Mapping[str, str] = MappingProxyType({})


class Lexicon(NamedTuple):
    """Which texts of a summary tell something: the book's areas, and the report's words.

    One lives as long as a survey, for a grid remembers what `knows` said of a text.
    """

    areas: Mapping[str, str] = MappingProxyType({})
    starts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str], sheets: Mapping[str, str] = _NO_SHEETS) -> "Lexicon":
        """Return the lexicon of a book's area names; `sheets` are what areas' sheets are called.

        A summary often calls an area by its sheet: that name serves where it means nothing else.
        """
        areas = {fold(name): name for name in names}
        for sheet, name in sheets.items():
            if fold(sheet) not in areas and key(sheet) not in TOTALS and not tells(sheet):
                areas[fold(sheet)] = name
        return cls(areas, openings((*areas, *TOTALS)))

    def knows(self, text: str) -> bool:
        """Tell whether a cell's text tells an area, a line or a period; cheap for prose."""
        return (opening(text) in self.starts or is_known(text)) and bool(self.told(text))

    def told(self, text: str) -> Meanings:
        """Return what a cell's whole text tells."""
        area = self.areas.get(fold(text))
        if area is not None:
            return {Topic.AREA: area}
        if key(text) in TOTALS:
            return {Topic.AREA: AllAreas()}
        line = line_told(text)
        if line is not None:
            return {Topic.LINE: line}
        found = period_of(text)
        return {Topic.PERIOD: Period(PeriodKind(found[0]), found[1])} if found else {}

    def names_several(self, grid: Grid, words: Iterable[Text]) -> bool:
        """Tell whether the texts of a sheet name two areas or more.

        One and a total do where a heading says that the names are areas': what is summed beside
        the one is then an area whose name is not written as its own, else a unit of the one.
        """
        told = [self.told(word.text).get(Topic.AREA) for word in words]
        areas = {area for area in told if isinstance(area, str)}
        is_summed = any(isinstance(area, AllAreas) for area in told)
        if len(areas) >= SEVERAL or not (areas and is_summed):
            return len(areas) >= SEVERAL
        return any(True for _ in grid.texts(_heads_areas))

    def told_by_title(self, text: str) -> Meanings:
        """Return what the parts of a title tell: ``Toimintakate, €/asukas, TP 2025, 1 000 €``.

        A part that only says how a line is measured says so of the line that another names.
        """
        told: dict[Topic, Meaning] = {}
        measure = ""
        for part in map(str.strip, _PARTED.split(text)):
            told |= self.told(part) or self.told(_BY_AREA.sub("", part))
            code, how = line_of(part) or ("", "")
            measure = measure if code else how or measure
        line = told.get(Topic.LINE)
        if measure and isinstance(line, Line):
            told[Topic.LINE] = Line(line.code, Measure(measure))
        return told


def _heads_areas(text: str) -> bool:
    return setting_of(text) == "area"


@lru_cache(maxsize=16384)
def tells(text: str) -> bool:
    """Tell whether a text is a line or a period, whatever the areas are called."""
    return line_told(text) is not None or period_of(text) is not None


def line_told(text: str) -> Line | None:
    """Return the line that a text names, a part of one included."""
    found = line_of(text)
    if found is not None:
        return Line(found[0], Measure(found[1])) if found[0] else None
    code = code_of(text)
    return Line(code) if code else None
