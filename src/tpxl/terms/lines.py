"""The lines of the figures tables as cities print them, and the code's names for them.

Source: the State Treasury's labels in three languages; the published reports' own wording.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from tpxl.terms.folding import fold, key, label_key, openings, without_marks
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

BARE_CHANGES = (
    "muutos",
    "vuosimuutos",
    "muutos edelliseen vuoteen",
    "muutos edelliseen vuoteen verrattuna",
    "muutos edellisestä vuodesta",
    "muutos edellisvuodesta",
    "muutos edellisvuoteen",
    "muutos edell. vuoteen",
    "muutos edell. vuodesta",
    "muutos ed. vuoteen",
    "muutos ed. vuodesta",
    "muutos ed.v.",
    "muutos edelliseen tilinpäätökseen",
    "muutos edellisestä tilinpäätöksestä",
    "muutos ed. tilinpäätökseen",
    "muutos ed. tilinpäätöksestä",
    "muutos edell. tp",
    "muutos ed. tp",
    "muutos ed. tp:hen",
    "muutos ed. tp:stä",
    "muutos viime vuodesta",
    "muutos viime vuoteen",
    "kasvu",
    "kasvu edellisestä vuodesta",
    "kasvu ed. vuodesta",
    "lisäys/vähennys",
    "förändring",
    "förändring från föregående år",
    "förändring från fg år",
    "årsförändring",
    "change",
    "change from previous year",
    "annual change",
)
"""Words for a change from the year before that do not say whether in euros or in per cent."""

CHANGE_WORDS = (
    *(f"{word} %" for word in BARE_CHANGES),
    *(f"{word} prosenttia" for word in ("muutos", "vuosimuutos", "kasvu")),
    *(word.replace("muutos", "muutos %", 1) for word in BARE_CHANGES if word.startswith("muutos ")),
    "% muutos",
    "muutosprosentti",
    "muutosprosentti edellisestä vuodesta",
    "vuosimuutosprosentti",
    "kasvuprosentti",
    "förändring i %",
    "förändringsprocent",
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
    "per asukas",
    "per invånare",
    "/asukas",
    "asukasta kohti",
    "asukasta kohden",
    "€/resident",
    "€ per resident",
    "per resident",
)
"""A row that gives euros per resident, of the line it names or of the nearest one above it."""

NET = ("netto", "net")
"""Words that, before euros per resident, name the margin."""

BARE_LINES: dict[str, tuple[str, ...]] = {
    "OPERATING_EXPENSES": ("menot", "kulut", "utgifter", "kostnader", "expenses", "expenditure"),
    "OPERATING_INCOME": ("tulot", "tuotot", "inkomster", "intäkter", "income"),
    "OPERATING_MARGIN": ("netto", "kate", "jäämä", "net"),
}
"""Words that name a line only beside the two others, where the three tie out."""

COUNTS = frozenset({"PERMANENT_POSTS"})
"""Lines that are numbers of something, not euros."""


_AMOUNTS = {label_key(label): code for code, labels in LABELS.items() for label in labels}
_GENITIVE = {label_key(label): code for code, labels in GENITIVES.items() for label in labels}
_AMOUNTS_AND_NET = {**_AMOUNTS, **{label_key(word): "OPERATING_MARGIN" for word in NET}}
_BARE_LINES = {label_key(label): code for code, labels in BARE_LINES.items() for label in labels}
_CHANGES = tuple(dict.fromkeys(key(word) for word in CHANGE_WORDS))
_BARE_CHANGES = tuple(dict.fromkeys(key(word) for word in BARE_CHANGES))
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
    return _line_of(label) or (_line_of(plain) if (plain := plain_label(label)) != label else None)


def _line_of(label: str) -> tuple[str, str] | None:
    folded = label_key(label)
    amount = _AMOUNTS.get(folded) or _AMOUNTS.get(_TOTAL.sub("", folded))
    if amount is not None:
        return amount, ""
    return _measured(key(label)) or _measured(folded) or _with_unit(label)


@lru_cache(maxsize=16384)
def weighed_line_of(label: str) -> tuple[str, str] | None:
    """Return the line of a label that names one only where the figures bear it out, else None.

    ``Menot``, ``Tulot`` and ``Netto`` do so together; a change that does not say of what kind.

    >>> weighed_line_of("Netto"), weighed_line_of("Muutos"), weighed_line_of("Toimintakate")
    (('OPERATING_MARGIN', ''), ('', 'change_percent'), None)
    """
    if line_of(label) is not None:
        return None
    folded = label_key(plain_label(label))
    code = _BARE_LINES.get(folded) or _BARE_LINES.get(_TOTAL.sub("", folded))
    return (code, "") if code is not None else _ending(folded, _BARE_CHANGES, "change_percent")


def words_by_key() -> Mapping[str, tuple[str, str]]:
    """Return the lines of all labels that name one by themselves, by the labels' keys."""
    amounts = {folded: (code, "") for folded, code in _AMOUNTS.items()}
    per_resident = dict.fromkeys(_PER_RESIDENT, (NEAREST, "per_resident"))
    return {**dict.fromkeys(_CHANGES, (NEAREST, "change_percent")), **per_resident, **amounts}


_BULLET = r"[-+=\u2022\u00b7*>\u25aa\u25cf\u25cb\u2023\u2043]+"
_NUMBER = r"[(\[]?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):\]]?|[a-h][.)\]]|[ivx]{1,4}[.)\]])(?=\s)"
_OF_WHICH = r"(?:josta|joista|siitä|mistä|tästä|näistä|varav|därav|of which)\b:?"
_CLOSE_NUMBER = r"\d{1,2}[.)](?=[^\W\d_])"
_BEFORE_LABEL = re.compile(
    rf"^\s*(?:(?:{_BULLET}|{_NUMBER}|{_CLOSE_NUMBER}|{_OF_WHICH})\s*)+(?=\w)"
)


@lru_cache(maxsize=16384)
def plain_label(label: str) -> str:
    """Return a label folded, without its number, its dash, a note and brackets around it.

    >>> plain_label("1.1 Toimintamenot *)"), plain_label("– josta henkilöstömenot (2)")
    ('toimintamenot', 'henkilöstömenot')
    >>> plain_label("2025 menot"), plain_label("a) Tulot")
    ('2025 menot', 'tulot')
    """
    folded = without_marks(fold(label))
    plain = without_marks(_BEFORE_LABEL.sub("", folded, count=1))
    return plain[1:-1] if plain[:1] + plain[-1:] in {"()", "[]"} else plain


@lru_cache(maxsize=16384)
def label_scale(label: str) -> Decimal | None:
    """Return the euros in one unit of a row's figures as its label tells; None where it does not.

    >>> label_scale("Henkilöstömenot 1 000 €"), label_scale("Hankinnat yli 1 000 €")
    (Decimal('1000'), None)
    """
    plain = label if _with_unit(label) is not None else plain_label(label)
    if _with_unit(plain) is None:
        return scale_of(label)
    parted = parted_unit(plain)
    return parted[1] if parted else None


def _with_unit(label: str) -> tuple[str, str] | None:
    """Return the line of euros that a label names before its unit of thousands or millions."""
    parted = parted_unit(label)
    folded = _TOTAL.sub("", label_key(parted[0])) if parted else ""
    code = _AMOUNTS.get(folded)
    return (code, "") if code is not None and code not in COUNTS else None


def _measured(whole: str) -> tuple[str, str] | None:
    """Return what a label's key names that measures a line: its change, its euros per resident."""
    return _ending(whole, _CHANGES, "change_percent") or _ending(
        whole, _PER_RESIDENT, "per_resident"
    )


def _ending(whole: str, words: tuple[str, ...], measure: str) -> tuple[str, str] | None:
    """Return the measure, and the line before it, of a key that is or ends with one of words."""
    if whole in words:
        return NEAREST, measure
    amounts = _AMOUNTS_AND_NET if measure == "per_resident" else _AMOUNTS
    for word in words if whole.endswith(words) else ():
        code = amounts.get(label_key(stem := whole.removesuffix(word))) or _GENITIVE.get(stem)
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
    *NET,
)
_PART_WORDS = frozenset(part for word in _WORDS for part in _parts(fold(word)))
_PARTS = frozenset(key(part) for part in _PART_WORDS) - {""}
_BARE = (*BARE_CHANGES, *(word for words in BARE_LINES.values() for word in words))
BEFORE_LABELS = (
    *("josta", "joista", "siitä", "mistä", "tästä", "näistä", "varav", "därav", "of which"),
    *("a", "b", "c", "d", "e", "f", "g", "h", "i", "ii", "iii", "iv", "v", "vi", "x"),
)
"""What may stand before a label: a letter or a number that counts it, a word for a part."""
OPENINGS = openings((*_WORDS, *_PART_WORDS, *_BARE, *BEFORE_LABELS))
"""What the words of this module begin with."""


@lru_cache(maxsize=16384)
def is_known(text: str) -> bool:
    """Tell whether the text is a line's label, or a part of one that is split over two rows."""
    return line_of(text) is not None or weighed_line_of(text) is not None or key(text) in _PARTS
