"""The headings of the columns: kinds of period as cities print them, with their year and unit.

Words that say what kind of figures a column holds, as cities print them.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from tpxl.terms import budgets
from tpxl.terms.budgets import version_of
from tpxl.terms.folding import fold, key, openings, without_marks

UNIT = (
    r"(?:1[ .]?000|tuhatta|tuhansia|tusen) ?(?:€|euroa|euroja|euro|eur)|t€|teur|1000e"
    r"|(?:milj\.?|miljoonaa|miljoonia|miljoner|mn) ?(?:€|euroa|euroja|euro|eur)|m€|meur"
    r"|€|eur|euroa"
)
"""The euros in one unit, as an expression of what headings and labels print."""

_UNIT = rf"(?P<unit>{UNIT})"

_ONE_YEAR = re.compile(r"(?P<before>.*?)(?<!\d)(?P<year>(?:19|20)\d\d)(?P<after>.*)")
_YEAR_WORDS = re.compile(r"\b(?:vuosi|vuonna|vuoden|vuodelta|vuodelle|v|år|för år|year|for)\b")
_PARTING = " .:;,/_()[]'-"
_UNIT_LAST = re.compile(rf"[ ,;]*[(\[]?(?<!/){_UNIT}[)\]]?[ .:*]*$")

_LOST_RAISE = re.compile(r"(?<=\d{4})\d\)$")
"""A note's digit right after the year, whose raised letters were lost: ``TP 20251)``."""

_SHORT_YEAR = re.compile(
    r"[(\[]?(?:(?P<kind>[^\W\d_]{2,3}\.?)(?: ?[-/'\u2018\u2019\u00b4`\u02bc] ?| )?"
    r"|(?P<word>[^\W\d_]{4,}\.?) ?[-'\u2018\u2019\u00b4`\u02bc] ?)"
    r"(?P<year>[1-4]\d)[)\]]?(?:(?:[ *:.]+|(?=\+))(?P<after>[^\d]*))?"
)
"""After a mark, and of this century: ``TP24``, ``TA -25``, ``Tot. -25``, ``BU -25 urspr.``.

After a longer word only where a dash or an apostrophe says that it is a year: ``Toteuma -25``.
"""

FULL_YEAR = r"(?<![\d.])(?:1\.1\. ?- ?)?(?:31\.12\.|1 ?- ?12/)(?=(?:19|20)\d\d)"
"""A year told by its last day or all its months."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT_ALONE = re.compile(rf"(?:\(?|.{{0,60}}?[,;(:] ?){_UNIT}\)?[ .:*]*")
_UNIT_ENDS = ("€", "eur", "euroa", "1000e")

_AMOUNT = re.compile(
    r"(?P<amount>.*\d[)\]]?) ?(?:(?P<millions>milj\.?(?: ?(?:€|eur|euroa))?|m€|meur|mn€)"
    r"|t€|teur|tuhatta euroa)"
)

_YEAR_FIRST = ("vuosi", "vuonna", "vuoden", "v", "år", "för år")
_FIRST_NOTES = ("a", "b", "c", "d", "e", "f", "g", "h")

KINDS: dict[str, tuple[str, ...]] = {
    "TP": (
        "tp",
        "tilinpäätös",
        "tilinp",
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
        "talousarv",
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

OPENINGS = openings(
    (
        *_YEAR_FIRST,
        *_FIRST_NOTES,
        *budgets.OPENINGS,
        *(word for words in KINDS.values() for word in words),
    )
)
"""What the words of this module begin with."""

LONGEST = 80
"""No heading is longer: a text beyond this is not looked at."""

_KIND_OF = {word: kind for kind, words in KINDS.items() for word in words}
_WORD = re.compile(r"[^\s()\[\],;:/]+")
_KIND_OF_KEY = {key(word): kind for word, kind in _KIND_OF.items()}


@lru_cache(maxsize=4096)
def period_of(text: str) -> tuple[str, int] | None:
    r"""Return the mark of the kind and the year of a heading, None where it is no period.

    >>> period_of("TP 2025"), period_of("TA2024"), period_of("TA 2025\n+ muutos")
    (('TP', 2025), ('TA', 2024), ('TA+M', 2025))
    >>> period_of("TA 2025 (muutettu)"), period_of("TP-ennuste 2025")
    (('TA+M', 2025), ('ENN', 2025))
    >>> period_of("2025/TP *)"), period_of("Tilinpäätös (TP) vuosi 2025"), period_of("KS '25")
    (('TP', 2025), ('TP', 2025), ('KS', 2025))
    >>> period_of("BU -25 urspr."), period_of("TA 25 (alkup.)"), period_of("Budget 2025, ändrad")
    (('TA', 2025), ('TA', 2025), ('TA+M', 2025))
    >>> period_of("TA 24 %"), period_of("TP 24-25"), period_of("TA 25 muutos %")
    (None, None, None)
    >>> period_of("Tilinpäätös 2025, 1 000 €"), period_of("Uusi 2025")
    (('TP', 2025), None)
    """
    if len(text) > LONGEST:
        return None
    folded = without_marks(fold(text))
    folded = re.sub(FULL_YEAR, "", folded) if "12" in folded else folded
    return _period_of_year(folded) or _period_of_mark(folded)


def _period_of_year(folded: str) -> tuple[str, int] | None:
    """Return the period of words before or after one year in full, whatever parts them from it."""
    match = _ONE_YEAR.fullmatch(_LOST_RAISE.sub("", _UNIT_LAST.sub("", folded)))
    if match is None:
        return None
    parts = (_YEAR_WORDS.sub("", match[part]).strip(_PARTING) for part in ("before", "after"))
    kind = _kind_or_amended(" ".join(filter(None, parts)))
    return (kind, int(match["year"])) if kind else None


def _kind_or_amended(words: str) -> str | None:
    return kind_worded(words) or _budget_worded(words)


def _budget_worded(words: str) -> str | None:
    version = version_of(words)
    if version is None or kind_worded(version.kind) != "TA":
        return None
    return "TA+M" if version.is_amended else "TA"


def is_amended_plan(words: str) -> bool:
    """Tell whether folded words are a plan of use with its amendments: no period of its own.

    >>> is_amended_plan("ks +m"), is_amended_plan("muutettu käyttösuunnitelma")
    (True, True)
    >>> is_amended_plan("ks"), is_amended_plan("ta +m")
    (False, False)
    """
    bare = " ".join(words.split()).strip(_PARTING)
    version = version_of(bare)
    return version is not None and version.is_amended and kind_worded(version.kind) == "KS"


def _period_of_mark(folded: str) -> tuple[str, int] | None:
    match = _SHORT_YEAR.fullmatch(folded)
    word = (match["kind"] or match["word"]) if match else ""
    if match is None or kind_of(word) is None:
        return None
    after = (match["after"] or "").strip(_PARTING)
    kind = _kind_or_amended(f"{word} {after}".strip())
    return (kind, 2000 + int(match["year"])) if kind else None


def year_of(value: object) -> int | None:
    """Return the year a heading's cell holds, as a number or as text.

    >>> year_of(2025.0), year_of("2024"), year_of("2024 a")
    (2025, 2024, None)
    """
    if isinstance(value, str):
        match = _YEAR.fullmatch(fold(value))
        return int(match[0]) if match else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(value) if value in range(1990, 2100) else None
    return None


@lru_cache(maxsize=4096)
def scale_of(text: str) -> Decimal | None:
    """Return the euros in one unit that a heading or a corner names, None where it names none.

    >>> scale_of("1 000 €"), scale_of("Tunnusluvut (M€)"), scale_of("TP 2025"), scale_of("€")
    (Decimal('1000'), Decimal('1000000'), None, Decimal('1'))
    >>> scale_of("tuhatta euroa"), scale_of("milj. euroa"), scale_of("1 000 euro")
    (Decimal('1000'), Decimal('1000000'), Decimal('1000'))
    """
    match = _UNIT_ALONE.fullmatch(without_marks(fold(text))) if len(text) <= LONGEST else None
    if match is None:
        return None
    unit = match["unit"]
    if unit.startswith(("milj", "m")):
        return Decimal(1_000_000)
    return Decimal(1000) if unit.startswith(("1", "t")) else Decimal(1)


def parted_amount(text: str) -> tuple[str, Decimal] | None:
    """Return an amount without its own unit of thousands or millions, and that unit; else None.

    >>> parted_amount("1,35 milj. €"), parted_amount("1 350 t€"), parted_amount("1 350 €")
    (('1,35', Decimal('1000000')), ('1 350', Decimal('1000')), None)
    """
    match = _AMOUNT.fullmatch(without_marks(fold(text))) if len(text) <= LONGEST else None
    if match is None:
        return None
    return match["amount"], Decimal(1_000_000 if match["millions"] else 1000)


def parted_unit(text: str) -> tuple[str, Decimal] | None:
    """Return a label without its unit of thousands or millions, and that unit; None without one.

    >>> parted_unit("Henkilöstömenot 1 000 €"), parted_unit("Henkilöstömenot €")
    (('henkilöstömenot', Decimal('1000')), None)
    """
    folded = fold(text).rstrip(" .:*)") if len(text) <= LONGEST else ""
    if not folded.endswith(_UNIT_ENDS):
        return None
    match = re.fullmatch(rf"(.+?)[ ,;:]+\(?{_UNIT}", folded)
    scale = scale_of(match["unit"]) if match else None
    return (match[1], scale) if match and scale is not None and scale != 1 else None


def is_known(text: str) -> bool:
    """Tell whether the text is a period's heading or a kind without its year."""
    return period_of(text) is not None or kind_of(text) is not None


@lru_cache(maxsize=4096)
def kind_of(text: str) -> str | None:
    """Return the mark of a kind printed without its year, as over a row of years.

    >>> kind_of("TA"), kind_of("TP 1)"), kind_of("TA 2025")
    ('TA', 'TP', None)
    >>> kind_of("Budjetti muutosten jälkeen"), kind_of("Gällande budget")
    ('TA+M', 'TA+M')
    """
    if len(text) > LONGEST:
        return None
    folded = fold(text).removesuffix(".")
    kind = _KIND_OF.get(folded)
    if kind is not None:
        return kind
    bare = without_marks(folded)
    return _KIND_OF.get(bare) or _budget_worded(bare)


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
