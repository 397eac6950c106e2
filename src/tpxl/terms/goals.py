"""The header words of the goal tables, as cities print them in Finnish, Swedish and English.

A word has one or two columns it can head: `Tulokset` is the action of section 5 and, where nothing
else is, the outcome. Which one it is, its row decides (`tpxl.layout.goals.headers`).
"""

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from tpxl.terms.folding import fold, key, openings

LONGEST = 80
"""A header is no longer: a longer text is somebody's prose."""


class Column(StrEnum):
    """What a column of a goal table holds; the value is the name used in contracts."""

    FOCUS = "focus"
    NUMBER = "number"
    GOAL = "goal"
    ACTION = "action"
    INDICATOR = "indicator"
    TARGET = "target"
    OUTCOME = "outcome"


class HeaderWord(NamedTuple):
    """The columns a word can head, the likeliest first, and the section it belongs to alone."""

    columns: tuple[Column, ...]
    section: int | None = None
    year: int | None = None


_WORDS: dict[tuple[tuple[Column, ...], int | None], str] = {
    ((Column.GOAL,), None): (
        "tavoite, tavoitteet, toiminnallinen tavoite, toiminnalliset tavoitteet, sitova tavoite, "
        "sitovat tavoitteet, toiminnan tavoite, toiminnan tavoitteet, valtuustotavoite, "
        "valtuuston tavoite, valtuuston tavoitteet, lautakunnan tavoite, lautakunnan tavoitteet, "
        "palvelualueen tavoite, palvelualueen tavoitteet, toimialan tavoite, toimialan tavoitteet, "
        "tulostavoite, tulostavoitteet, vuositavoite, vuositavoitteet, palvelutavoite, "
        "palvelutavoitteet, kehittämistavoite, kehittämistavoitteet, hyvinvointitavoite, "
        "hyvinvointitavoitteet, tavoitteen kuvaus, mål, målsättning, målsättningar, "
        "verksamhetsmål, bindande mål, "
        "goal, goals, objective, objectives"
    ),
    ((Column.GOAL, Column.FOCUS), None): (
        "strateginen tavoite, strategiset tavoitteet, strategiskt mål, strategiska mål, "
        "strategic goal, strategic objective"
    ),
    ((Column.GOAL,), 5): (
        "tuottavuustoimenpide/hanke, tuottavuustoimenpide, tuottavuustoimenpiteet, "
        "tuottavuustavoite, tuottavuustavoitteet, tuottavuushanke, "
        "tuottavuustoimenpiteet/hankkeet, "
        "produktivitetsåtgärd/projekt, produktivitetsåtgärd, "
        "produktivitetsåtgärder, produktivitetsmål, productivity measure/project, "
        "productivity measure, productivity goal"
    ),
    ((Column.GOAL,), 8): "tehtävä/tavoite, tehtävät/tavoitteet, uppgift/mål, task/goal",
    ((Column.GOAL,), 9): (
        "henkilöstötavoite, henkilöstötavoitteet, personalmål, personnel goal, staff goal, "
        "staff goals, personnel goals"
    ),
    ((Column.ACTION,), None): (
        "toimenpiteet, toimenpide, toimet, keinot, keino, toimenpiteet ja aikataulu, "
        "keskeiset toimenpiteet, åtgärder, åtgärd, metoder, action, actions, means"
    ),
    ((Column.ACTION, Column.OUTCOME), None): "tulokset, tulos, resultat, results, result",
    ((Column.ACTION, Column.INDICATOR), None): "measures, measure",
    ((Column.INDICATOR,), None): (
        "mittarit, mittari, arviointimittari, arviointimittarit, mittarit/arviointi, "
        "mittari/arviointi, arviointikriteeri, "
        "arviointikriteerit, tunnusluku, tunnusluvut, mittari ja tavoitetaso, mätare, indikator, "
        "indikatorer, mått, mätare/utvärdering, indicator, indicators, metric, metrics, "
        "indicator/evaluation"
    ),
    ((Column.INDICATOR, Column.OUTCOME), None): "arviointi, seuranta, utvärdering, evaluation",
    ((Column.TARGET,), None): (
        "tavoitetaso, tavoitearvo, tavoiteltu taso, målnivå, målvärde, target, target level"
    ),
    ((Column.OUTCOME,), None): (
        "tp, tilinpäätös, toteuma, toteutuma, toteutuminen, toteutunut, toteutus, lopputulos, "
        "tavoitteen toteutuminen, tavoitteiden toteutuminen, tilanne, raportointi, tp toteuma, "
        "tp/toteuma, toteuma/tp, bokslut, bs, utfall, förverkligande, förverkligat, "
        "måluppfyllelse, outcome, outcomes, actual, financial statements, realisation"
    ),
    ((Column.FOCUS,), None): (
        "painopiste, painopisteet, painopistealue, painopistealueet, strateginen painopiste, "
        "strateginen painopistealue, strateginen päämäärä, päämäärä, tyngdpunkt, "
        "tyngdpunktsområde, fokusområde, prioritet, focus, focus area, priority"
    ),
    ((Column.NUMBER,), None): "nro, nr, no, n:o, #",
}

# Patterns that few texts need are compiled by the first of them: `re` remembers them.
_YEAR_FIRST = r"^(?:vuoden|vuonna|v\.?|år|year) ((?:19|20)\d\d) (?=\w)"
_YEAR_LAST = (
    r"[\s,(]*(?:v\.?|vuo(?:nna|delle|den)|år|for|in)?\s*"
    r"(?:\d{1,2}\.\s?(?:\d{1,2}\.\s?)?-\s?)?(?:\d{1,2}\s?-\s?)?"
    r"(?:\d{1,2}\.\s?\d{1,2}\.\s?|\d{1,2}\s?/\s?)?((?:19|20)\d\d)\)?$"
)
_DAY_LAST = r"[\s,(]*\d{1,2}\.\s?\d{1,2}\.\)?$"
_AND = r"/| ja | och | and | & |, "
_SHORT_YEAR = r"^(tp|bs) ?-?(\d\d)$"
_ASIDE = r"\s*\([^()]*\)$"


@lru_cache(maxsize=4096)
def header_word(text: str) -> HeaderWord | None:
    r"""Return what `text` can head in a goal table, None where it is no header of one.

    A year or a date beside the word (`TP 2025`, `Toteuma 31.12.2025`) is the word's year; of
    several words (`Toimenpiteet ja vastuu`) the first one decides when the whole is unknown.

    >>> header_word("Tehtävä/\nTavoite").section, header_word("TP 2025").year
    (8, 2025)
    >>> header_word("Toimintamenot") is None
    True
    """
    if not text or len(text) > LONGEST:
        return None
    words, year = _without_year(fold(text))
    known = _by_key()
    found = known.get(key(words))
    if found is None and words.endswith(")"):
        found = known.get(key(re.sub(_ASIDE, "", words)))
    if found is None and (first := re.split(_AND, words, maxsplit=1)[0]) != words:
        found = known.get(key(first))
    return None if found is None else found._replace(year=year)


@cache
def _by_key() -> dict[str, HeaderWord]:
    return {
        key(word): HeaderWord(columns, section)
        for (columns, section), words in _WORDS.items()
        for word in words.split(", ")
    }


_YEAR_OPENINGS = ("vuoden", "vuonna", "v", "år", "year")
OPENINGS = openings(
    (*_YEAR_OPENINGS, *(word for words in _WORDS.values() for word in words.split(", ")))
)
"""What the words of this module begin with."""
_GOAL_STEMS = (
    *("tavoit", "tuottavuus", "mål", "produktivitet"),
    *("goal", "objective", "productivity"),
)
"""One of these is in every word that heads the goals' own column."""


@lru_cache(maxsize=4096)
def heads_goals(text: str) -> bool:
    """Tell whether `text` can head the goals' own column: without one there is no goal table.

    >>> heads_goals("Sitova tavoite"), heads_goals("TP 2025")
    (True, False)
    """
    plain = key(text)
    word = header_word(text) if any(stem in plain for stem in _GOAL_STEMS) else None
    return word is not None and Column.GOAL in word.columns


def is_known(text: str) -> bool:
    """Tell whether `text` is a header of a goal table."""
    return header_word(text) is not None


def _without_year(folded: str) -> tuple[str, int | None]:
    if not re.search(r"\d", folded):
        return folded, None
    short = re.match(_SHORT_YEAR, folded) if folded.startswith(("tp", "bs")) else None
    if short:
        return short[1], 2000 + int(short[2])
    for pattern in (_YEAR_FIRST, _YEAR_LAST) if "19" in folded or "20" in folded else ():
        found = re.search(pattern, folded)
        if found:
            return folded[: found.start()] + folded[found.end() :], int(found[1])
    return re.sub(_DAY_LAST, "", folded) if "." in folded else folded, None
