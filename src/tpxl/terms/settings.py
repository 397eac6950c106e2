"""The words of the settings tables, which finance keeps on a sheet of its own or anywhere."""

from functools import lru_cache

from tpxl.terms.folding import fold, key, openings
from tpxl.terms.notes import without_marks

PERIOD = ("kausi", "tilikausi", "jakso", "vuosi", "period", "år", "year")
RESIDENTS = (
    *("asukasluku", "asukkaat", "asukkaita", "asukasmäärä", "väkiluku"),
    *("asukasluku 31.12.", "asukasmäärä 31.12.", "väkiluku 31.12.", "asukkaita 31.12."),
    *("invånarantal", "invånare", "folkmängd", "residents", "population"),
)
DATE = ("päivä", "päiväys", "datum", "date")
STATUS = ("tila", "status")
SOURCE = ("lähde", "källa", "source")
LOCKED = ("lukittu", "låst", "locked")
EXPENSES_SIGN = ("menojen etumerkki", "kulujen etumerkki", "menot", "kulut", "utgifternas tecken")
AREA = ("vastuualue", "palvelualue", "tulosalue", "ansvarsområde", "service area")
DECIMALS = (
    "desimaalit €/asukas",
    "desimaalit €/as.",
    "decimaler €/invånare",
    "decimals €/resident",
)
COMMENT_PERCENT = ("selitettävä muutos %", "selitettävä muutos", "ändring som bör förklaras %")
COMMENT_AMOUNT = ("selitettävä määrä €", "selitettävä määrä", "belopp som bör förklaras €")
NEGATIVE = ("negatiivinen", "negatiiviset", "negatiivisina", "miinus", "negativ", "negative", "-")
POSITIVE = ("positiivinen", "positiiviset", "positiivisina", "plus", "positiv", "positive", "+")
FINAL = ("lopulli", "slutlig", "final")
"""How the status of residents begins that replace a preliminary figure."""
YES = ("kyllä", "x", "k", "on", "ja", "yes", "true", "1")
NO = ("ei", "nej", "no", "false", "0")

_COLUMNS = {
    "period": PERIOD,
    "residents": RESIDENTS,
    "date": DATE,
    "status": STATUS,
    "source": SOURCE,
    "locked": LOCKED,
    "sign": EXPENSES_SIGN,
    "area": AREA,
    "decimals": DECIMALS,
}
_NAMES = {key(word): name for name, words in _COLUMNS.items() for word in words}
_MARKERS = tuple(f"{word}:" for word in AREA)
LONGEST = 160


@lru_cache(maxsize=4096)
def setting_of(text: str) -> str | None:
    """Return which setting a label names: period, residents, date, ..., None for others.

    >>> setting_of("Asukasluku:"), setting_of("Desimaalit €/asukas"), setting_of("Toimintatulot")
    ('residents', 'decimals', None)
    """
    if len(text) > LONGEST:
        return None
    return _NAMES.get(key(text)) or _NAMES.get(key(without_marks(fold(text))))


@lru_cache(maxsize=4096)
def area_marked(text: str) -> str | None:
    """Return the name after ``VASTUUALUE:``, empty where it stands in the next cell; else None.

    >>> area_marked("VASTUUALUE: Asuminen ja ympäristö"), area_marked("Vastuualue")
    ('Asuminen ja ympäristö', None)
    """
    if len(text) > LONGEST or not fold(text).startswith(_MARKERS):
        return None
    return " ".join(text.partition(":")[2].split())


def sign_of(text: str) -> bool | None:
    """Return True for negative, False for positive, None for anything else."""
    word = fold(text)
    return True if word in NEGATIVE else False if word in POSITIVE else None


def is_final(status: str) -> bool:
    """Tell whether residents of this status replace the preliminary ones.

    >>> is_final("Lopullinen"), is_final("ennakko")
    (True, False)
    """
    return fold(status).startswith(FINAL)


def is_yes(value: object) -> bool | None:
    """Return what kyllä, x or ei say; None for anything else, an empty cell included.

    >>> is_yes("Kyllä"), is_yes("x"), is_yes("ei"), is_yes(None)
    (True, True, False, None)
    """
    if isinstance(value, bool):
        return value
    word = fold(str(int(value) if isinstance(value, float) else value))
    return True if word in YES else False if word in NO else None


OPENINGS = openings(word for words in _COLUMNS.values() for word in words)
"""What the words of this module begin with."""


def is_known(text: str) -> bool:
    """Tell whether the text names a setting or marks an area's name."""
    return setting_of(text) is not None or area_marked(text) is not None
