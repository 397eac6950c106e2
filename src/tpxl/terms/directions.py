"""Words beside a per cent that tell which way a figure went: its sign need not tell it too."""

import re
from functools import lru_cache

from tpxl.terms.folding import fold

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


_DOWN = frozenset(DOWN)
_LONGEST = 60
