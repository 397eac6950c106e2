"""The words of the settings, which finance keeps on a sheet of its own or anywhere.

They tell what a city computes with, how clean sheets are made, which checks of the goals are off;
and between what bounds a number must lie: one beyond is a slip of typing, never a choice.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeVar

from tpxl.terms.folding import fold, key, openings, without_marks

Place = TypeVar("Place")

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

BOARD = ("toimielin", "lautakunta", "valiokunta", "organ", "nämnd", "board")

PERSON = ("vastuuhenkilö", "ansvarig person", "ansvarig", "person in charge")
ADDRESS = ("sähköposti", "sähköpostiosoite", "e-post", "e-postadress", "e-mail", "email")

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
    "board": BOARD,
    "person": PERSON,
    "address": ADDRESS,
}

_NAMES = {key(word): name for name, words in _COLUMNS.items() for word in words}
_MARKERS = tuple(f"{word}:" for word in AREA)
LONGEST = 160

OPENINGS = openings(word for words in _COLUMNS.values() for word in words)
"""What the words of this module begin with."""

CITY = (
    "kaupunki",
    "kunta",
    "kuntayhtymä",
    "kaupungin nimi",
    "kunnan nimi",
    "stad",
    "kommun",
    "city",
)

MEETING = (
    "kokouspäivä",
    "kokous",
    "kokouksen päivä",
    "käsittelypäivä",
    "mötesdag",
    "meeting date",
    "meeting",
)

YEAR = ("tilivuosi", "tilinpäätösvuosi", "vuosi", "räkenskapsår", "år", "financial year", "year")

PERIODS = (
    "vietävät kaudet",
    "viennin kaudet",
    "näytettävät kaudet",
    "perioder i exporten",
    "exported periods",
)

EXPORT_DECIMALS = (
    "viennin desimaalit €",
    "viennin desimaalit",
    "decimaler i exporten",
    "export decimals",
)

CHANGE_DECIMALS = (
    "viennin desimaalit %",
    "muutosprosentin desimaalit",
    "decimaler i procent",
    "per cent decimals",
)

EXPORT_SECTIONS = (
    "vietävät osiot",
    "osioiden järjestys",
    "vietävät luvut",
    "avsnitt i exporten",
    "exported sections",
)

PARTS = ("koosteen osat", "koosteen järjestys", "sammanställningens delar", "document parts")
PART_WORDS: dict[str, tuple[str, ...]] = {
    "cover": ("kansi", "kansilehti", "pärm", "cover"),
    "contents": ("sisällys", "sisällysluettelo", "innehåll", "contents"),
    "figures": ("yhteenveto", "luvut", "sammandrag", "siffror", "summary", "figures"),
    "goals": ("tavoitteet", "mål", "goals"),
    "areas": ("alueet", "vastuualueet", "områden", "ansvarsområden", "areas"),
    "missing": ("puutteet", "täyttämättä", "brister", "ej ifyllt", "missing"),
}
"""The parts of the document of all areas, in the order they have unless finance says another."""

APPROVED_ONLY = (
    "vain hyväksytyt alueet",
    "vienti vain hyväksytyistä",
    "bara godkända områden",
    "approved areas only",
)
"""The labels beside which finance says that a strict export writes no area that is not approved."""

GROUPING = ("tuhaterotin", "tusentalsavgränsare", "thousands separator")
MINUS = ("miinusmerkki", "minustecken", "minus sign")
UNFILLED = ("tyhjän kohdan teksti", "text för tomt", "text for empty")
UNGROUPED = ("ei", "ei mitään", "nej", "ingen", "no", "none")
DOTTED = ("piste", ".", "punkt", "dot", "point")
HYPHEN = (
    "-",
    "yhdysmerkki (-)",
    "bindestreck (-)",
    "yhdysmerkki",
    "viiva",
    "tavuviiva",
    "bindestreck",
    "hyphen",
)
ALL = ("kaikki", "alla", "all")

CHECKS: dict[str, tuple[str, ...]] = {
    "goal_target_unanswered": (
        "toteuma ilman lukua",
        "utfall utan tal",
        "outcome without a number",
    ),
    "goal_target_missed": ("tavoite jää saavuttamatta", "målet nås inte", "target missed"),
    "goal_same_outcome": ("sama toteuma", "samma utfall", "same outcome"),
    "goal_other_year": (
        "toteuma toisesta vuodesta",
        "utfall från ett annat år",
        "outcome of another year",
    ),
    "goal_placeholder": (
        "täydennettävä teksti",
        "text som ska kompletteras",
        "text to be completed",
    ),
    "goal_unfinished": ("keskeneräinen lause", "oavslutad mening", "unfinished sentence"),
    "goal_too_long": ("liian pitkä teksti", "för lång text", "text too long"),
}
"""The labels of each check by the code of its finding; ``ei`` beside one turns it off."""

SCHEMA = (
    "tavoitteiden sääntötiedosto",
    "tavoiteskeema",
    "regelfil för målen",
    "målschema",
    "goal rules file",
    "goal schema",
)
"""The labels beside which a city names a schema file of its own."""

LONGEST_TEXT = ("tavoitetekstin enimmäispituus", "måltextens största längd", "longest goal text")
"""The labels beside which a city types how many characters a goal's cell shows in print."""

DUE = ("toteumat viimeistään", "toteumien määräpäivä", "utfall senast", "outcomes due")
"""The labels beside which finance types the day until which outcomes may be missing."""

TITLES = frozenset(map(fold, {*YEAR} & {*PERIOD}))
"""Labels that head a column of the settings too: words beside one are another heading."""


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


def is_known(text: str) -> bool:
    """Tell whether the text names a setting or marks an area's name."""
    return setting_of(text) is not None or area_marked(text) is not None


def is_on(check: str, texts: Mapping[str, str]) -> bool:
    """Tell whether a check is done, `texts` being the settings by their folded label.

    >>> is_on("goal_same_outcome", {"sama toteuma": "Ei"}), is_on("goal_same_outcome", {})
    (False, True)
    """
    typed = typed_beside((*CHECKS[check], check), texts)
    return typed is None or is_yes(typed) is not False


def typed_beside(labels: tuple[str, ...], texts: Mapping[str, str]) -> str | None:
    """Return what is typed beside the first of the labels that is there."""
    return next((texts[label] for label in map(fold, labels) if label in texts), None)


def typed_place(labels: tuple[str, ...], places: Mapping[str, Place]) -> Place | None:
    """Return where the first of the labels that is there has its value."""
    return next((places[label] for label in map(fold, labels) if label in places), None)


class Range(NamedTuple):
    """The numbers a setting may be, both ends included; `unit` is what may stand after them."""

    low: int
    high: int
    is_whole: bool = True
    unit: str = ""

    def without_unit(self, text: str) -> str:
        """Return a typed text without the unit after its number.

        >>> RESIDENTS_RANGE.without_unit("7 030 as."), DECIMALS_RANGE.without_unit("2 as.")
        ('7 030', '2 as.')
        """
        return re.sub(rf"(?<=\d) ?(?:{self.unit})\.?$", "", fold(text)) if self.unit else text

    def covers(self, number: Decimal) -> bool:
        """Tell whether the setting may be this number.

        >>> Range(0, 6).covers(Decimal(6)), Range(0, 6).covers(Decimal("0.5"))
        (True, False)
        """
        if not self.low <= number <= self.high:
            return False
        return not self.is_whole or number == number.to_integral_value()


DECIMALS_RANGE = Range(0, 6)
"""More no report prints, and a worksheet function takes no more either."""

RESIDENTS_RANGE = Range(
    1,
    10_000_000,
    is_whole=False,
    unit="as|asuk|asukas|asukasta|asukkaita|henkilöä|henk|hlö|hlöä|inv|invånare|residents",
)
"""The whole country has under six million; a mean of two populations may end in a half."""

_BESIDE = {
    COMMENT_PERCENT: Range(0, 1_000_000, is_whole=False),
    COMMENT_AMOUNT: Range(0, 10**12, is_whole=False),
    EXPORT_DECIMALS: DECIMALS_RANGE,
    CHANGE_DECIMALS: DECIMALS_RANGE,
    YEAR: Range(1900, 2099),
    LONGEST_TEXT: Range(1, 32_767),
}

RANGES = {fold(label): allowed for labels, allowed in _BESIDE.items() for label in labels}
"""By the folded label beside which a number is typed."""
