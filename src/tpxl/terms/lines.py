"""The lines of the figures tables as cities print them, and the code's names for them.

Source: the State Treasury's labels in three languages; the published reports' own wording.
"""

import re
from decimal import Decimal
from functools import lru_cache

from tpxl.terms.folding import fold, key, label_key, openings
from tpxl.terms.periods import parted_unit, scale_of

LABELS: dict[str, tuple[str, ...]] = {
    "OPERATING_EXPENSES": (
        "toimintamenot",
        "toimintakulut",
        "toimintamenot yhteensä",
        "toimintakulut yhteensä",
        "omkostnader",
        "verksamhetskostnader",
        "verksamhetens kostnader",
        "operating expenses",
        "operating expenditure",
    ),
    "OPERATING_INCOME": (
        "toimintatulot",
        "toimintatuotot",
        "toimintatulot yhteensä",
        "toimintatuotot yhteensä",
        "verksamhetsintäkter",
        "verksamhetens intäkter",
        "operating income",
    ),
    "OWN_PRODUCTION": (
        "valmistus omaan käyttöön",
        "tillverkning för eget bruk",
        "manufacturing for own use",
    ),
    "STOCK_CHANGE": (
        "valmistevarastojen muutos",
        "valmistevarastojen lisäys (+) tai vähennys (-)",
        "valmistevarastojen lisäys tai vähennys",
        "varastojen muutos",
        "förändring av produktlager",
        "förändring av lager",
        "change in stocks of products",
        "change in stocks",
    ),
    "OPERATING_MARGIN": (
        "toimintakate",
        "toimintakate/jäämä",
        "toimintakate/-jäämä",
        "toimintajäämä",
        "verksamhetsbidrag",
        "operating margin",
    ),
    "STAFF_EXPENDITURE": (
        "henkilöstömenot",
        "henkilöstökulut",
        "henkilöstömenot yhteensä",
        "henkilöstökulut yhteensä",
        "personalkostnader",
        "personalutgifter",
        "staff expenditure",
    ),
    "SERVICES_PURCHASED": (
        "palvelujen ostot",
        "palveluiden ostot",
        "palvelujen ostot yhteensä",
        "palvelujen osto",
        "palveluiden osto",
        "ostopalvelut",
        "köp av tjänster",
        "services purchased",
    ),
    "PERMANENT_POSTS": (
        "vakin. virat ja toimet 31.12.",
        "vakin. virat ja toimet",
        "vakinaiset virat ja toimet 31.12.",
        "vakinaiset virat ja toimet",
        "vakinainen henkilöstö 31.12.",
        "vakinainen henkilöstö",
        "vakituinen henkilöstö 31.12.",
        "vakituinen henkilöstö",
        "ordinarie tjänster och befattningar 31.12.",
        "ordinarie tjänster 31.12.",
        "permanent posts 31.12.",
    ),
}
"""Printed labels by the code's name. A label may carry a unit (`Henkilöstömenot €`)."""

GENITIVES: dict[str, tuple[str, ...]] = {
    "OPERATING_EXPENSES": ("toimintamenojen", "toimintakulujen"),
    "OPERATING_INCOME": ("toimintatulojen", "toimintatuottojen"),
    "OPERATING_MARGIN": ("toimintakatteen",),
    "STAFF_EXPENDITURE": ("henkilöstömenojen", "henkilöstökulujen"),
    "SERVICES_PURCHASED": ("palvelujen ostojen", "palveluiden ostojen"),
}

CHANGE_WORDS = (
    "muutos %",
    "muutosprosentti",
    "muutos % edelliseen vuoteen",
    "muutos edelliseen vuoteen %",
    "muutos ed. vuoteen %",
    "muutos edellisestä vuodesta %",
    "muutos ed. vuodesta %",
    "muutos edell. vuodesta %",
    "muutos ed.v. %",
    "muutos % ed. vuoteen",
    "muutos % ed. vuodesta",
    "muutos % ed.v.",
    "kasvu %",
    "kasvuprosentti",
    "förändring %",
    "förändring i %",
    "förändringsprocent",
    "change %",
    "change, per cent",
)
"""A row that gives the change of the nearest figures above it."""

PER_RESIDENT_WORDS = (
    "€/asukas",
    "€/as.",
    "euroa/asukas",
    "euroa/as.",
    "eur/asukas",
    "eur/as.",
    "€/invånare",
    "€/inv.",
    "euro/invånare",
    "/asukas",
    "asukasta kohti",
    "asukasta kohden",
    "€/resident",
    "€ per resident",
)
"""A row that gives euros per resident, of the line it names or of the nearest one above it."""

COUNTS = frozenset({"PERMANENT_POSTS"})
"""Lines that are numbers of something, not euros."""


_AMOUNTS = {label_key(label): code for code, labels in LABELS.items() for label in labels}
_GENITIVE = {label_key(label): code for code, labels in GENITIVES.items() for label in labels}
_CHANGES = tuple(key(word) for word in CHANGE_WORDS)
_PER_RESIDENT = tuple(key(word) for word in PER_RESIDENT_WORDS)
_TOTAL = re.compile(r"(?<=.)(?:yhteensä|yht|sammanlagt|totalt)$")
NEAREST = ""
"""The line code of a label that names no line: it speaks of the nearest line above."""


@lru_cache(maxsize=16384)
def line_of(label: str) -> tuple[str, str] | None:
    r"""Return the line's code and measure that a label names, None where it names none.

    The code is `NEAREST` where the label only says how the line above it is measured.

    >>> line_of("Toimintakate\n€/asukas"), line_of("Muutos               %")
    (('OPERATING_MARGIN', 'per_resident'), ('', 'change_percent'))
    >>> line_of("Henkilöstömenojen muutos, %"), line_of("Sähkö")
    (('STAFF_EXPENDITURE', 'change_percent'), None)
    """
    folded = label_key(label)
    amount = _AMOUNTS.get(folded) or _AMOUNTS.get(_TOTAL.sub("", folded))
    if amount is not None:
        return amount, ""
    return _measured(key(label)) or _measured(folded) or _with_unit(label)


def label_scale(label: str) -> Decimal | None:
    """Return the euros in one unit of a row's figures as its label tells; None where it does not.

    >>> label_scale("Henkilöstömenot 1 000 €"), label_scale("Hankinnat yli 1 000 €")
    (Decimal('1000'), None)
    """
    if _with_unit(label) is None:
        return scale_of(label)
    parted = parted_unit(label)
    return parted[1] if parted else None


def _with_unit(label: str) -> tuple[str, str] | None:
    """Return the line of euros that a label names before its unit of thousands or millions."""
    parted = parted_unit(label)
    folded = _TOTAL.sub("", label_key(parted[0])) if parted else ""
    code = _AMOUNTS.get(folded)
    return (code, "") if code is not None and code not in COUNTS else None


def _measured(whole: str) -> tuple[str, str] | None:
    """Return what a label's key names that measures a line: its change, its euros per resident."""
    for words, measure in ((_CHANGES, "change_percent"), (_PER_RESIDENT, "per_resident")):
        if whole in words:
            return NEAREST, measure
        for word in words if whole.endswith(words) else ():
            code = _AMOUNTS.get(label_key(stem := whole.removesuffix(word))) or _GENITIVE.get(stem)
            if stem != whole and code is not None:
                return code, measure
    return None


_WORD_BREAK = re.compile(r"(?<=[\s.])(?=\S)")


def _parts(label: str) -> set[str]:
    breaks = [match.start() for match in _WORD_BREAK.finditer(label)]
    return {part for at in breaks for part in (label[:at], label[at:])}


_WORDS = (
    *(label for labels in LABELS.values() for label in labels),
    *(word for words in GENITIVES.values() for word in words),
    *CHANGE_WORDS,
    *PER_RESIDENT_WORDS,
)
_PART_WORDS = frozenset(part for word in _WORDS for part in _parts(fold(word)))
_PARTS = frozenset(key(part) for part in _PART_WORDS) - {""}
OPENINGS = openings((*_WORDS, *_PART_WORDS))
"""What the words of this module begin with."""


@lru_cache(maxsize=16384)
def is_known(text: str) -> bool:
    """Tell whether the text is a line's label, or a part of one that is split over two rows."""
    return line_of(text) is not None or key(text) in _PARTS
