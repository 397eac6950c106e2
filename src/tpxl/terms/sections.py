"""The headings of an area's nine sections, as cities print them."""

import re
from functools import lru_cache

from tpxl.terms.folding import fold, openings

HEADINGS: dict[int, tuple[str, ...]] = {
    1: ("toiminta-ajatus", "verksamhetsidé", "mission"),
    2: (
        "toimintaympäristö",
        "toimintaympäristön muutokset",
        "verksamhetsmiljö",
        "verksamhetsmiljön",
        "operating environment",
    ),
    3: (
        "kaupunkistrategian painopisteistä",
        "kuntastrategian painopisteistä",
        "strategian painopisteistä",
        "painopisteistä johdetut",
        "strategiset tavoitteet",
        "strategiska mål",
        "mål som härletts ur",
        "strategic goals",
    ),
    4: (
        "muut toiminnan painopistealueet",
        "muut painopistealueet",
        "muut toiminnan tavoitteet",
        "muut tavoitteet",
        "muut toiminnalliset tavoitteet",
        "övriga mål",
        "övriga tyngdpunkter",
        "other goals",
    ),
    5: (
        "tuottavuustoimenpiteet",
        "tuottavuustoimet",
        "tuottavuusohjelma",
        "produktivitetsåtgärder",
        "productivity measures",
    ),
    6: ("talouden tunnusluvut", "ekonomiska nyckeltal", "nyckeltal för ekonomin", "key financial"),
    7: (
        "toiminnan tunnusluvut",
        "nyckeltal för verksamheten",
        "verksamhetens nyckeltal",
        "key operating figures",
    ),
    8: ("sisäinen valvonta", "intern kontroll", "internal control"),
    9: (
        "henkilöstötavoitteet",
        "henkilöstöä koskevat tavoitteet",
        "personalmål",
        "personnel goals",
        "staff goals",
    ),
}
"""What a heading starts with by its section, after its number and the year."""

OTHER_HEADINGS: dict[int, tuple[str, ...]] = {
    3: (
        r"(?:(?:kaupunki|kunta)?strategi\w*)\b.*(?:tavoitteet|painopiste\w*)\b",
        r"(?:toiminnalliset|sitovat|valtuuston)\b.*(?:tavoitteet|painopiste\w*)\b",
        r"(?:(?:stads|kommun)?strateg\w*|mål) .*(?:mål|tyngdpunkt\w*|strateg\w*)\b",
        r"(?:strategic|operational|goals|objectives)\b.*(?:goals|objectives|strategy|priorities)\b",
    ),
    4: (
        r"muut\b.*(?:tavoitteet|painopiste\w*)\b",
        r"övriga\b.*(?:mål|tyngdpunkt\w*)\b",
        r"other\b.*(?:goals|objectives|focus areas|priorities)\b",
    ),
    5: (
        r"tuottavuus(?:tavoitteet|hankkeet|toimet)\b",
        r"produktivitets(?:mål|program|projekt)\w*",
        r"productivity (?:goals|projects|programme)\b",
    ),
    8: (
        r"riskienhallinta\b",
        r"sisäisen valvonnan\b.*(?:tavoitteet|riskienhallinnan|riskienhallinta)\b",
        r"riskhantering\b",
        r"risk management\b",
    ),
    9: (
        r"henkilöstö(?:suunnitelma|resurssit)\b",
        r"henkilöstön?\b.+(?:tavoitteet|suunnitelma|resurssit)\b",
        r"mål för personalen\b|personal(?:plan|resurser)\w*",
        r"(?:personnel|staff)\b.*(?:goals|objectives|plan|resources)\b",
    ),
}
"""Other forms of a goal section's heading, as regular expressions: they count when the section's
own number stands before them, or nothing but them stands on the line."""

_OTHER_STARTS = (
    *("kaupunkistrategi", "kuntastrategi", "strateg", "toiminnalliset", "sitovat", "valtuuston"),
    *("stadsstrateg", "kommunstrateg", "mål", "operational", "goals", "objectives"),
    *("muut", "övriga", "other", "tuottavuus", "produktivitets", "productivity"),
    *("riskienhallinta", "sisäisen valvonnan", "riskhantering", "risk management"),
    *("henkilöstö", "personal", "personnel", "staff"),
)
"""What each of those begins with."""

LONGEST = 160
LONGEST_UNNUMBERED = 90
"""A heading without its number is no longer: a longer text is somebody's prose."""

_NUMBER = re.compile(
    r"(?:(?:luku|kohta|kapitel|section|chapter) )?"
    r"(?P<number>[1-9])(?:\.\d{1,2})*(?:[.):]|\s(?=\D))\s*(?!\d)"
)
_NUMBER_WORDS = ("luku", "kohta", "kapitel", "section", "chapter")
_YEAR_WORDS = ("vuoden", "år", "for")

# Patterns that few texts need are compiled by the first of them: `re` remembers them.
_LAST_YEAR = r" (?:vuonna |vuodelle |v\. ?|år )?(?:19|20)\d\d$"
_YEARS = r"(?:vuoden |år |for )?(?:19|20)\d\d(?:\s*-\s*(?:20)?\d\d)?(?:n|:n)? "
_OTHERS = {
    section: "|".join(f"(?:{form})" for form in forms) for section, forms in OTHER_HEADINGS.items()
}


@lru_cache(maxsize=4096)
def section_of(text: str) -> int | None:
    """Return the number of the section a heading opens, None where the text is no heading.

    The words decide; a number alone opens nothing, for goals are numbered too.

    >>> section_of("1. Toiminta-ajatus"), section_of("6 TALOUDEN TUNNUSLUVUT")
    (1, 6)
    >>> section_of("3. Kaupunkistrategian 2025-2030 painopisteistä johdetut tavoitteet")
    3
    >>> section_of("1. Aktiivinen tonttimyynti"), section_of("Sisäinen valvonta on kunnossa.")
    (None, None)
    """
    if len(text) > LONGEST:
        return None
    folded = fold(text)
    numbered = _NUMBER.match(folded)
    words = folded[numbered.end() :] if numbered else folded
    words = re.sub(_YEARS, "", words) if "20" in words or "19" in words else words
    if not numbered and (len(words) > LONGEST_UNNUMBERED or words.endswith(".")):
        return None
    for section, starts in HEADINGS.items():
        if words.startswith(starts):
            return section
    return _other_form(words, int(numbered["number"]) if numbered else None)


def _other_form(words: str, number: int | None) -> int | None:
    """Return the section that a less certain heading opens: its number or the whole line tells."""
    if not words.startswith(_OTHER_STARTS):
        return None
    without_year = re.sub(_LAST_YEAR, "", words)
    for section, form in _OTHERS.items():
        if re.fullmatch(form, without_year) or (number == section and re.match(form, words)):
            return section
    return None


OPENINGS = openings(
    (
        *_NUMBER_WORDS,
        *_YEAR_WORDS,
        *_OTHER_STARTS,
        *(word for words in HEADINGS.values() for word in words),
    )
)
"""What the words of this module begin with."""


def is_known(text: str) -> bool:
    """Tell whether the text is a section's heading."""
    return section_of(text) is not None
