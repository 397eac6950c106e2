"""Words that say what kind of figures a column holds, as cities print them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from tpxl.terms.folding import fold, key
from tpxl.terms.notes import without_marks

KINDS: dict[str, tuple[str, ...]] = {
    "TP": (
        "tp",
        "tilinpäätös",
        "tot",
        "toteuma",
        "toteutuma",
        "toteutunut",
        "bokslut",
        "bs",
        "utfall",
        "actual",
    ),
    "TA+M": (
        "ta+m",
        "ta + m",
        "ta+muutos",
        "ta+muutokset",
        "ta ml. muutokset",
        "muutettu ta",
        "muutettu talousarvio",
        "talousarvio muutosten jälkeen",
        "ta+lta",
        "ta + lta",
        "ta muutosten jälkeen",
        "bu+ä",
        "budget inkl. ändringar",
        "budget efter ändringar",
        "ändrad budget",
        "amended budget",
    ),
    "TA": (
        "ta",
        "talousarvio",
        "alkuperäinen ta",
        "alkup. ta",
        "alkuper. ta",
        "ta alkuperäinen",
        "ta alkup.",
        "ta alkuper.",
        "alkuperäinen talousarvio",
        "alkup. talousarvio",
        "alkuper. talousarvio",
        "budjetti",
        "kta",
        "tae",
        "ta-esitys",
        "talousarvioesitys",
        "budget",
        "bud",
        "bu",
        "bg",
        "bdg",
    ),
    "TS": ("ts", "taloussuunnitelma", "suunnitelma", "ekonomiplan", "ep", "financial plan", "plan"),
    "KS": ("ks", "käyttösuunnitelma", "käyttösuunn.", "dispositionsplan", "plan of use"),
    "ENN": (
        "enn",
        "ennuste",
        "tpe",
        "tp-ennuste",
        "tp ennuste",
        "ennuste tp",
        "tilinpäätösennuste",
        "prognos",
        "bokslutsprognos",
        "forecast",
    ),
}
"""Words before (or, for amended budgets, around) the year; the key is the kind's own mark."""

LONGEST = 80
"""No heading is longer: a text beyond this is not looked at."""

_KIND_OF = {word: kind for kind, words in KINDS.items() for word in words}
_WORD = re.compile(r"[^\s()\[\],;:/]+")
_KIND_OF_KEY = {key(word): kind for word, kind in _KIND_OF.items()}


@lru_cache(maxsize=4096)
def kind_of(text: str) -> str | None:
    """Return the mark of a kind printed without its year, as over a row of years.

    >>> kind_of("TA"), kind_of("TP 1)"), kind_of("TA 2025")
    ('TA', 'TP', None)
    """
    if len(text) > LONGEST:
        return None
    folded = fold(text).removesuffix(".")
    return _KIND_OF.get(folded) or _KIND_OF.get(without_marks(folded))


def kinds_by_key() -> Mapping[str, str]:
    """Return the mark of every kind's words, by their keys."""
    return _KIND_OF_KEY


def kind_worded(words: str) -> str | None:
    """Return the kind that folded words name together, whatever points and hyphens part them.

    >>> kind_worded("alkup.ta"), kind_worded("tilinpäätös (tp)"), kind_worded("ta tp")
    ('TA', 'TP', None)
    """
    whole = _KIND_OF_KEY.get(key(words).strip("/"))
    if whole is not None:
        return whole
    kinds = {_KIND_OF_KEY.get(key(word)) for word in _WORD.findall(words)}
    return kinds.pop() if len(kinds) == 1 else None
