"""The headings of the columns: kinds of period as cities print them, with their year and unit."""

import re
from decimal import Decimal
from functools import lru_cache

from tpxl.terms.folding import fold, openings

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
        "alkuperäinen talousarvio",
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
    "ENN": (
        "enn",
        "ennuste",
        "tpe",
        "tp-ennuste",
        "tp ennuste",
        "tilinpäätösennuste",
        "prognos",
        "bokslutsprognos",
        "forecast",
    ),
}
"""Words before (or, for amended budgets, around) the year; the key is the kind's own mark."""

_KIND_OF = {word: kind for kind, words in KINDS.items() for word in words}
UNIT = r"1[ .]?000 ?(?:€|eur|euroa)|t€|teur|1000e|milj\.? ?€|m€|meur|€|eur|euroa"
"""The euros in one unit, as an expression of what headings and labels print."""
_UNIT = rf"(?P<unit>{UNIT})"
_AMENDED = (
    r"(?P<amended> ?\+ ?(?:m|muutos|muutokset|lta)"
    r"|,? \(?(?:muutettu|muutoksineen|(?:ml|sis)\.? muutokset|muutosten jälk(?:een|\.))\)?)"
)
_HEADING = re.compile(
    rf"(?P<kind>\D+?)\.? ?(?P<year>(?:19|20)\d\d){_AMENDED}?"
    rf"(?:[ ,;]*\(?{_UNIT}\)?)?[ *:.]*"
)
_SHORT_YEAR = re.compile(r"(?P<kind>[^\W\d_]{2,3})(?: ?-|'| )?(?P<year>[1-4]\d)[ *:.]*")
"""Of the marks alone, and of this century: ``TP24``, ``TA -25``."""
FULL_YEAR = r"(?<![\d.])(?:1\.1\. ?- ?)?(?:31\.12\.|1 ?- ?12/)(?=(?:19|20)\d\d)"
"""A year told by its last day or all its months."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT_ALONE = re.compile(rf"(?:\(?|.{{0,60}}?[,;(:] ?){_UNIT}\)?[ .:*]*")
_UNIT_ENDS = ("€", "eur", "euroa", "1000e")
LONGEST = 80
"""No heading is longer: a text beyond this is not looked at."""


@lru_cache(maxsize=4096)
def period_of(text: str) -> tuple[str, int] | None:
    r"""Return the mark of the kind and the year of a heading, None where it is no period.

    >>> period_of("TP 2025"), period_of("TA2024"), period_of("TA 2025\n+ muutos")
    (('TP', 2025), ('TA', 2024), ('TA+M', 2025))
    >>> period_of("TA 2025 (muutettu)"), period_of("TP-ennuste 2025")
    (('TA+M', 2025), ('ENN', 2025))
    >>> period_of("Tilinpäätös 2025, 1 000 €"), period_of("Uusi 2025")
    (('TP', 2025), None)
    """
    if len(text) > LONGEST:
        return None
    folded = fold(text)
    match = _HEADING.fullmatch(re.sub(FULL_YEAR, "", folded) if "12" in folded else folded)
    if match is None:
        return _period_of_mark(folded)
    kind = _KIND_OF.get(match["kind"])
    if match["amended"]:
        kind = "TA+M" if kind == "TA" else None
    return (kind, int(match["year"])) if kind else None


def _period_of_mark(folded: str) -> tuple[str, int] | None:
    match = _SHORT_YEAR.fullmatch(folded)
    kind = _KIND_OF.get(match["kind"]) if match else None
    return (kind, 2000 + int(match["year"])) if match and kind else None


@lru_cache(maxsize=4096)
def kind_of(text: str) -> str | None:
    """Return the mark of a kind printed without its year, as over a row of years.

    >>> kind_of("TA"), kind_of("TA 2025")
    ('TA', None)
    """
    return _KIND_OF.get(fold(text).removesuffix(".")) if len(text) <= LONGEST else None


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
    """
    match = _UNIT_ALONE.fullmatch(fold(text)) if len(text) <= LONGEST else None
    if match is None:
        return None
    unit = match["unit"]
    if unit.startswith(("milj", "m")):
        return Decimal(1_000_000)
    return Decimal(1000) if unit.startswith(("1", "t")) else Decimal(1)


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


OPENINGS = openings(word for words in KINDS.values() for word in words)
"""What the words of this module begin with."""


def is_known(text: str) -> bool:
    """Tell whether the text is a period's heading or a kind without its year."""
    return period_of(text) is not None or kind_of(text) is not None
