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

LONGEST = 160
LONGEST_UNNUMBERED = 90
"""A heading without its number is no longer: a longer text is somebody's prose."""

_NUMBER = re.compile(r"(?P<number>[1-9])(?:[.)]|\s(?=\D))\s*(?!\d)")
_YEARS = re.compile(r"(?:vuoden |år |for )?(?:19|20)\d\d(?:\s*-\s*(?:20)?\d\d)?(?:n|:n)? ")


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
    words = _YEARS.sub("", folded[numbered.end() :] if numbered else folded)
    if not numbered and (len(words) > LONGEST_UNNUMBERED or words.endswith(".")):
        return None
    for section, starts in HEADINGS.items():
        if words.startswith(starts):
            return section
    return None


_YEAR_OPENINGS = ("vuoden", "år", "for")
OPENINGS = openings((*_YEAR_OPENINGS, *(word for words in HEADINGS.values() for word in words)))
"""What the words of this module begin with."""


def is_known(text: str) -> bool:
    """Tell whether the text is a section's heading."""
    return section_of(text) is not None
