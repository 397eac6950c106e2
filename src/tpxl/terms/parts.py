"""Which lines are the parts of which: the municipal profit and loss scheme.

Source: the State Treasury's scheme and its labels in three languages.
"""

from functools import lru_cache

from tpxl.terms.folding import label_key, openings
from tpxl.terms.lines import BEFORE_LABELS, line_of, plain_label

LABELS: dict[str, tuple[str, ...]] = {
    "SALES_INCOME": ("myyntituotot", "myyntitulot", "försäljningsintäkter", "sales income"),
    "FEES": ("maksutuotot", "maksutulot", "avgiftsintäkter", "fees", "fee income"),
    "GRANTS_RECEIVED": (
        "tuet ja avustukset",
        "saadut tuet ja avustukset",
        "understöd och bidrag",
        "subsidies and grants",
        "grants received",
    ),
    "RENT_INCOME": ("vuokratuotot", "vuokratulot", "hyresintäkter", "rental income"),
    "OTHER_INCOME": (
        "muut toimintatuotot",
        "muut toimintatulot",
        "muut tuotot",
        "muut tulot",
        "övriga verksamhetsintäkter",
        "övriga intäkter",
        "other operating income",
    ),
    "WAGES": (
        "palkat",
        "palkat ja palkkiot",
        "palkkamenot",
        "palkkakulut",
        "löner och arvoden",
        "löner",
        "wages and salaries",
    ),
    "SOCIAL_COSTS": (
        "henkilösivukulut",
        "henkilösivumenot",
        "henkilöstösivukulut",
        "sivukulut",
        "sivumenot",
        "lönebikostnader",
        "social security costs",
    ),
    "PENSIONS": ("eläkekulut", "eläkemenot", "pensionskostnader", "pension costs"),
    "OTHER_SOCIAL_COSTS": (
        "muut henkilösivukulut",
        "muut henkilösivumenot",
        "muut sivukulut",
        "övriga lönebikostnader",
        "other social security costs",
    ),
    "MATERIALS": (
        "aineet, tarvikkeet ja tavarat",
        "aineet tarvikkeet ja tavarat",
        "aineet ja tarvikkeet",
        "aineet",
        "material, förnödenheter och varor",
        "raw materials and consumables",
        "materials and supplies",
    ),
    "GRANTS_GIVEN": ("avustukset", "annetut avustukset", "bidrag", "understöd", "subsidies"),
    "RENT_EXPENSES": ("vuokrat", "vuokrakulut", "vuokramenot", "hyror", "rents"),
    "OTHER_EXPENSES": (
        "muut toimintakulut",
        "muut toimintamenot",
        "muut kulut",
        "muut menot",
        "övriga omkostnader",
        "övriga verksamhetskostnader",
        "övriga kostnader",
        "other operating expenditure",
        "other operating expenses",
    ),
}
"""Printed labels of the lines below the figures tables' own."""

PARTS: dict[str, tuple[str, ...]] = {
    "OPERATING_MARGIN": (
        "OPERATING_INCOME",
        "STOCK_CHANGE",
        "OWN_PRODUCTION",
        "OPERATING_EXPENSES",
    ),
    "OPERATING_INCOME": (
        "SALES_INCOME",
        "FEES",
        "GRANTS_RECEIVED",
        "RENT_INCOME",
        "OTHER_INCOME",
    ),
    "OPERATING_EXPENSES": (
        "STAFF_EXPENDITURE",
        "SERVICES_PURCHASED",
        "MATERIALS",
        "GRANTS_GIVEN",
        "RENT_EXPENSES",
        "OTHER_EXPENSES",
    ),
    "STAFF_EXPENDITURE": ("WAGES", "SOCIAL_COSTS"),
    "SOCIAL_COSTS": ("PENSIONS", "OTHER_SOCIAL_COSTS"),
}
"""The parts of a total, in the scheme's order; together they are the whole total."""

CLOSING = {
    "OPERATING_INCOME": frozenset({"OTHER_INCOME"}),
    "OPERATING_EXPENSES": frozenset({"OTHER_EXPENSES"}),
    "STAFF_EXPENDITURE": frozenset({"WAGES", "SOCIAL_COSTS"}),
    "SOCIAL_COSTS": frozenset({"PENSIONS", "OTHER_SOCIAL_COSTS"}),
    "OPERATING_MARGIN": frozenset({"OPERATING_INCOME", "OPERATING_EXPENSES"}),
}
"""The parts whose presence says that a table prints all there are: what is left is in "muut"."""

_INCOME_STEMS = ("tulo", "tuotto", "tuoto", "vero", "valtionosuu", "intäkt", "skatt", "income")
_EXPENSE_STEMS = ("meno", "kulu", "ostot", "palkat", "kostnad", "utgift", "köp", "expen", "cost")
_MARGIN_STEMS = ("kate", "jäämä", "netto", "tulos", "bidrag", "resultat", "margin", "result")
_CODES = {label_key(label): code for code, labels in LABELS.items() for label in labels}
_CODES |= {label_key(f"{label} yhteensä"): c for c, labels in LABELS.items() for label in labels}


@lru_cache(maxsize=16384)
def code_of(label: str) -> str | None:
    """Return the code of the amount a label names, of these lines or the figures tables' own.

    >>> code_of("Palkat ja palkkiot"), code_of("Toimintatuotot"), code_of("Muutos %")
    ('WAGES', 'OPERATING_INCOME', None)
    """
    line = line_of(label)
    if line is not None:
        return line[0] if not line[1] else None
    return _CODES.get(label_key(label)) or _CODES.get(label_key(plain_label(label)))


@lru_cache(maxsize=64)
def within(total: str) -> frozenset[str]:
    """Return every line below a total, its parts' parts included.

    >>> "PENSIONS" in within("OPERATING_EXPENSES")
    True
    """
    parts = PARTS.get(total, ())
    return frozenset(parts).union(*(within(part) for part in parts))


@lru_cache(maxsize=16384)
def side_of(label: str) -> str | None:
    """Return income, expenses or margin: what a row's label says of its side, None for nothing.

    >>> side_of("Verotulot"), side_of("Henkilöstömenot"), side_of("Sivistyslautakunta")
    ('income', 'expenses', None)
    """
    code = code_of(label)
    for total, side in (("OPERATING_INCOME", "income"), ("OPERATING_EXPENSES", "expenses")):
        if code is not None and (code == total or code in within(total)):
            return side
    words = label_key(label)
    for stems, side in (
        (_MARGIN_STEMS, "margin"),
        (_EXPENSE_STEMS, "expenses"),
        (_INCOME_STEMS, "income"),
    ):
        if any(stem in words for stem in stems):
            return side
    return None


OPENINGS = openings((*BEFORE_LABELS, *(label for labels in LABELS.values() for label in labels)))
"""What the words of this module begin with."""


def is_known(text: str) -> bool:
    """Tell whether the text is the label of one of these lines."""
    return label_key(text) in _CODES or label_key(plain_label(text)) in _CODES
