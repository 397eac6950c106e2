"""Words around numbers in running text: at least, per month, pieces, growth (fi, sv, en).

Words beside a per cent that tell which way a figure went: its sign need not tell it too.
"""

import re
from functools import lru_cache

from tpxl.terms.folding import fold

AT_LEAST = (
    "vähintään",
    "vähint.",
    "väh.",
    "väh",
    "ainakin",
    "minimissään",
    "minimi",
    "min.",
    "min",
    "yli",
    "≥",
    ">=",
    ">",
    "minst",
    "över",
    "mer än",
    "at least",
    "more than",
    "over",
)

AT_MOST = (
    "enintään",
    "enint.",
    "enint",
    "korkeintaan",
    "maksimissaan",
    "maksimi",
    "maks.",
    "max.",
    "max",
    "alle",
    "≤",
    "<=",
    "<",
    "högst",
    "under",
    "mindre än",
    "at most",
    "no more than",
    "less than",
)

UNITS: dict[str, str] = {
    "%": r"%(?!-yks)|prosent\w*|procent\w*|per ?cent",
    "%-unit": r"%-yks\w*|prosenttiyks\w*|procentenhet\w*",
    "pcs": r"kpl|kappaletta|st\b|stycken|pcs|pieces",
    "times": r"kertaa|krt|gånger|ggr|times",
    "people": r"henkilö\w*|hlö\w*|htv\b|asukasta|asukkaa\w*|personer|invånare|people|residents",
    "euros": r"m€|t€|milj\.? ?(?:€|euroa)|€|euroa?|eur\b",
    "days": r"päivää|pv\b|pvä|vrk|arkipäivä\w*|dagar|days",
    "hours": r"tuntia|h\b|timmar|hours",
    "minutes": r"minuuttia|minuter|minutes",
    "points": r"pistettä|poäng|points",
    "physical": r"km\b|ha\b|m2\b|m²|m3\b|m³|kg\b|tn\b|tonnia|[kmg]wh\b|litraa|m\b",
}
"""What a number counts, as a regular expression of what follows it; the key names the unit."""

PER: dict[str, str] = {
    "month": r"kk\b|kuukausi|kuukaudessa|mån\w*|month",
    "week": r"vko\b|vk\b|viikko|viikossa|vecka|week",
    "year": r"vuosi|vuodessa|v\b|år|year",
    "day": r"pv\b|päivä|päivässä|dag|day",
    "quarter": r"kvartaali|neljännes\w*|kvartal|quarter",
}
"""What a number is counted over, after a stroke or on its own."""

GROWTH = (
    "nousu",
    "nous",
    "kasv",
    "lisä",
    "parane",
    "paran",
    "ökn",
    "ökat",
    "increas",
    "grow",
    "rose",
)

DECLINE = (
    "lasku",
    "laski",
    "vähen",
    "alen",
    "pienen",
    "minsk",
    "sjönk",
    "decreas",
    "declin",
    "fell",
)

NUMBER_WORDS: dict[str, int] = {
    **dict.fromkeys(("nolla", "noll", "zero", "none"), 0),
    **dict.fromkeys(("yksi", "yhden", "yhtä", "en", "ett", "one"), 1),
    **dict.fromkeys(("kaksi", "kahden", "kahta", "två", "two"), 2),
    **dict.fromkeys(("kolme", "kolmen", "kolmea", "tre", "three"), 3),
    **dict.fromkeys(("neljä", "neljän", "neljää", "fyra", "four"), 4),
    **dict.fromkeys(("viisi", "viiden", "viittä", "fem", "five"), 5),
    **dict.fromkeys(("kuusi", "kuuden", "kuutta", "sex", "six"), 6),
    **dict.fromkeys(("seitsemän", "seitsemää", "sju", "seven"), 7),
    **dict.fromkeys(("kahdeksan", "kahdeksaa", "åtta", "eight"), 8),
    **dict.fromkeys(("yhdeksän", "yhdeksää", "nio", "nine"), 9),
    **dict.fromkeys(("kymmenen", "kymmentä", "tio", "ten"), 10),
    **dict.fromkeys(("kaksitoista", "tolv", "twelve"), 12),
}
"""Small numbers written out; a word that also means something else counts only beside a unit."""

AMBIGUOUS_NUMBER_WORDS = frozenset({"en", "ett", "one", "yksi", "yhden", "yhtä", "sex", "none"})

ARTICLES = frozenset({"en", "ett", "one", "none", "sex"})
"""Number words too common in other meanings to state a number on their own."""

SOME_NUMBER = (
    "ei yhtään",
    "yhtään ei",
    "puolet",
    "kolmannes",
    "neljännes",
    "kaksinkertai",
    "kolminkertai",
    "tuplaantu",
    "kymmeniä",
    "kaikki",
    "hälften",
    "fördubbl",
    "half",
    "doubled",
)
"""Words that state how many without a digit."""

NO_QUANTITY_BEFORE = (
    "§",
    "pykälä",
    "luku",
    "kohta",
    "kohdan",
    "vaihe",
    "vaiheen",
    "sivu",
    "liite",
    "liitteen",
    "taulukko",
    "nro",
    "n:o",
    "iso",
    "sfs",
    "klo",
    "kello",
    "kausi",
    "luokka",
    "asteikolla",
    "asteikko",
    "skala",
    "scale",
)
"""Words whose number names something and counts nothing."""

DOWN = (
    *("laskua", "lasku", "laskenut", "laski", "vähennystä", "vähennys", "vähentynyt", "väheni"),
    *("pienentynyt", "pieneni", "pienempi", "vähemmän", "supistunut", "alitus", "alittunut"),
    *("minskning", "minskat", "minskade", "lägre", "decrease", "decreased", "down", "lower"),
)

UP = (
    *("kasvua", "kasvu", "kasvanut", "kasvoi", "nousua", "nousu", "noussut", "nousi", "lisäystä"),
    *("lisäys", "lisääntynyt", "lisääntyi", "suurempi", "enemmän", "ylitys", "ylittynyt"),
    *("ökning", "ökat", "ökade", "högre", "increase", "increased", "up", "higher"),
)

JUDGED = (
    *("parantunut", "parani", "parempi", "parannusta", "heikentynyt", "heikkeni", "heikompi"),
    *("huonontunut", "huonompi", "förbättrats", "bättre", "försämrats", "sämst", "improved"),
    *("better", "worse"),
)
"""Words of better or worse: which way that is, the figure itself knows."""

_WORD = "|".join(sorted((*DOWN, *UP, *JUDGED), key=len, reverse=True))
_BESIDE = re.compile(rf"(?:(?:{_WORD})\.?:? (?P<after>.+)|(?P<before>.+?),? \(?(?:{_WORD})\)?\.?)")
_ALONE = re.compile(rf"\(?(?:{_WORD})\)?\.?")
_DOWN = frozenset(DOWN)
_LONGEST = 60


@lru_cache(maxsize=4096)
def without_direction(text: str) -> str | None:
    """Return a text without the direction it tells before or after a number; None without one.

    >>> without_direction("laskua 1,5 %"), without_direction("1,5 % parantunut")
    ('1,5 %', '1,5 %')
    >>> without_direction("1,5 %"), without_direction("Laskutus 5")
    (None, None)
    """
    match = _BESIDE.fullmatch(fold(text)) if len(text) <= _LONGEST else None
    return (match["after"] or match["before"]) if match else None


def is_direction(text: str) -> bool:
    """Tell whether a text is a word of direction alone.

    >>> is_direction("(parani)"), is_direction("1,5 % parani")
    (True, False)
    """
    return len(text) <= _LONGEST and _ALONE.fullmatch(fold(text)) is not None


def is_down(text: str) -> bool:
    """Tell whether a text says that a figure became smaller.

    >>> is_down("laskua 1,5 %"), is_down("1,5 % parantunut")
    (True, False)
    """
    return not _DOWN.isdisjoint(re.findall(r"\w+", fold(text)))
