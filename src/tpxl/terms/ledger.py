"""The words of the bookkeeping: headings of exports, kinds of figures, the mapping sheet's tables.

Source: exports that cities have published, the tools that read them, and the chart of accounts of
municipalities (AURA, JHS; State Treasury).
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from tpxl.terms.folding import fold, key
from tpxl.terms.periods import LONGEST, period_of
from tpxl.terms.plain_tables import TableWords

UNIT, UNIT_NAME, ACCOUNT, GROUP_ACCOUNT = "unit", "unit_name", "account", "group_account"
PARTNER, VOUCHER = "partner", "voucher"
AMOUNT, DEBIT, CREDIT, SIDE = "amount", "debit", "credit", "side"
DATE, YEAR, MONTH, SCENARIO = "date", "year", "month", "scenario"
SUPPLIER, BUSINESS = "supplier", "business"

HEADINGS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    UNIT: (
        (
            *("kustannuspaikka numero", "kustannuspaikan numero", "kustannuspaikka nro"),
            *("kustannuspaikka_numero", "kustannuspaikkanro", "kp nro", "kustp nro"),
        ),
        (
            *("kustannuspaikka", "kustp", "kp", "laskentakohde", "kostnadsställe", "kst"),
            *("cost centre", "cost center"),
        ),
        ("tulosyksikkö", "vastuuyksikkö", "yksikkö", "ansvar", "enhet", "unit"),
        ("toimipaikka", "palveluluokka", "toimielin"),
    ),
    UNIT_NAME: (
        (
            *("kustannuspaikan nimi", "kustannuspaikka nimi", "kustannuspaikka (t)", "kp nimi"),
            *("laskentakohteen nimi", "yksikön nimi", "kostnadsställets namn", "unit name"),
        ),
    ),
    ACCOUNT: (
        (
            *("tili nro", "tilinro", "tilinumero", "tilin numero", "kirjanpidon tilinumero"),
            *("kontonummer", "konto nr", "account number"),
        ),
        ("tili", "tilit", "tiliöintitili", "kirjanpidon tili", "konto", "account"),
    ),
    GROUP_ACCOUNT: (("jhs-tili", "aura-tili", "pääkirjatili", "huvudbokskonto", "ledger account"),),
    PARTNER: (
        (
            *("kumppani", "kump", "kump.", "kumppanikoodi", "vastapuoli", "sisäinen kumppani"),
            *("motpart", "partner"),
        ),
    ),
    VOUCHER: (
        (
            *("tosite", "tositenro", "tosite nro", "tositenumero", "tositteen numero"),
            *("tapahtumanumero", "ver", "verifikat", "verifikationsnummer", "voucher"),
            *("voucher number", "journal number"),
        ),
    ),
    AMOUNT: (
        (
            *("netto", "nettosumma", "summa (alv 0%)", "summa alv 0 %", "tiliöity summa"),
            *("laskun summa ilman alv", "rivin osuus veroton", "rivin nettosumma", "veroton summa"),
            *("tiliöity summa alv 0%", "netto €", "nettobelopp"),
        ),
        (
            *("summa", "summa €", "määrä", "määrä €", "euroa", "euro", "eur", "€", "saldo"),
            *("rivisumma", "toteuma €", "toteutuma €", "belopp", "summa eur", "amount"),
            "toteuma",
            "toteutuma",
        ),
    ),
    DEBIT: (("debet", "debit"),),
    CREDIT: (("kredit", "credit"),),
    SIDE: (("debet/kredit", "d/k", "dk", "debit/credit", "d/c"),),
    DATE: (
        ("kirjauspäivä", "kirjauspvm", "bokföringsdatum", "posting date"),
        (
            *("tositepäivämäärä", "tositepvm", "tositepvä", "tositepäivä", "tapahtumapäivä"),
            *("tapahtumapvm", "tapaht.pvm", "päivämäärä", "pvm", "päivä", "datum", "date"),
            "verifikationsdatum",
        ),
    ),
    YEAR: (("vuosi", "tilivuosi", "tilikausi", "år", "räkenskapsår", "year", "fiscal year"),),
    MONTH: (("kuukausi", "kk", "kausi", "jakso", "månad", "period", "month"),),
    SCENARIO: (
        (
            *("skenaario", "versio", "laji", "budjettilaji", "tietolaji", "arvolaji", "version"),
            *("scenario", "budget version"),
        ),
    ),
    SUPPLIER: (("toimittaja", "toimittajan nimi", "leverantör", "supplier"),),
    BUSINESS: (("y-tunnus", "ytunnus", "toimittajan y-tunnus", "fo-nummer", "business id"),),
}
"""The headings of each column, in groups: where two stand side by side, an earlier group's wins."""

_ROLES = {
    key(word): (role, rank)
    for role, groups in HEADINGS.items()
    for rank, words in enumerate(groups)
    for word in words
}

TOTALS = frozenset(
    {"yhteensä", "yht", "summa", "loppusumma", "kaikki yhteensä", "summa yhteensä", "välisumma"}
    | {"totalt", "summa totalt", "sammanlagt", "total", "grand total", "subtotal"}
)

_CHANGES = re.compile(
    r"(?:(?:ta|talousarvio|talousarvion|budjetti|budget)[ -]?)?"
    r"(?:muut|muutos|muutokset|lisätalousarvio|lta|ändring|ändringar|amendments?|changes?)\.?"
)
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_NO_YEAR = "2000"
_UNIT_LAST = re.compile(r"[ ,(]*(?:€|eur|euroa)\)?$")

_MONTHS = (
    ("tammi", "januari", "jan", "january"),
    ("helmi", "februari", "feb", "february"),
    ("maalis", "mars", "mar", "march"),
    ("huhti", "april", "apr"),
    ("touko", "maj", "may"),
    ("kesä", "juni", "jun", "june"),
    ("heinä", "juli", "jul", "july"),
    ("elo", "augusti", "aug", "august"),
    ("syys", "september", "sep"),
    ("loka", "oktober", "okt", "october", "oct"),
    ("marras", "november", "nov"),
    ("joulu", "december", "dec"),
)
_MONTH_OF = {word: month for month, words in enumerate(_MONTHS, 1) for word in words}
_MONTH_WORD = re.compile(r"([^\W\d_]+?)(?:kuu)?[. ]*((?:19|20)\d\d)?")
_MONTH_NUMBER = re.compile(r"(?:(\d{1,2})[/.]((?:19|20)\d\d)|((?:19|20)\d\d)[-/](\d{1,2}))")


class ColumnKind(NamedTuple):
    """What an amounts column of a wide export holds.

    `kind` is a period's mark, `year` and `month` are None where the heading tells none;
    `is_change` are amendments, to be added to the budget.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    is_change: bool = False


@lru_cache(maxsize=4096)
def role_of(text: str) -> tuple[str, int] | None:
    r"""Return what a heading says its column holds, and how far behind its synonyms it stands.

    >>> role_of("Tili\nnro"), role_of("Kustannus-\npaikka"), role_of("Selite")
    (('account', 0), ('unit', 1), None)
    """
    return _ROLES.get(key(text)) if len(text) <= LONGEST else None


@lru_cache(maxsize=1024)
def amounts_in(text: str) -> ColumnKind | None:
    """Return what a heading says its amounts are of, None where it tells no kind of figures.

    >>> amounts_in("Tot. 2025 €"), amounts_in("Ta-muut.")
    (ColumnKind(kind='TP', year=2025, month=None, is_change=False), \
ColumnKind(kind='TA+M', year=None, month=None, is_change=True))
    >>> amounts_in("tammikuu 2025"), amounts_in("Tot %"), amounts_in("Poikkeama")
    (ColumnKind(kind='TP', year=2025, month=1, is_change=False), None, None)
    """
    if len(text) > LONGEST or "%" in text:
        return None
    folded = _UNIT_LAST.sub("", fold(text))
    years = _ANY_YEAR.findall(folded)
    if len(set(years)) > 1:
        return None
    year = int(years[0]) if years else None
    bare = _ANY_YEAR.sub("", folded).strip(" .:;,/()-")
    if _CHANGES.fullmatch(bare):
        return ColumnKind("TA+M", year, None, is_change=True)
    period = period_of(folded if years else f"{folded} {_NO_YEAR}")
    if period is not None:
        return ColumnKind(period[0], year)
    return _month_column(folded)


def _month_column(folded: str) -> ColumnKind | None:
    number = _MONTH_NUMBER.fullmatch(folded)
    if number is not None:
        month, year = (number[1], number[2]) if number[1] else (number[4], number[3])
        return ColumnKind("TP", int(year), int(month)) if 1 <= int(month) <= len(_MONTHS) else None
    word = _MONTH_WORD.fullmatch(folded)
    if word is None or word[1] not in _MONTH_OF:
        return None
    return ColumnKind("TP", int(word[2]) if word[2] else None, _MONTH_OF[word[1]])


def is_total(text: str) -> bool:
    """Tell whether a cell says that its row is a sum of others."""
    folded = fold(text).rstrip(" .:")
    return folded in TOTALS or folded.startswith(("yhteensä", "summa yht", "totalt", "total "))


AREA, NOTE, FROM, TO, LINE, OF_WHICH, ACCOUNTS = (
    *("area", "note", "from", "to", "line", "of_which"),
    "accounts",
)

_SHEET = {"fi": "Tilikartta", "sv": "Kontokarta", "en": "Account map"}

UNITS = TableWords(
    {
        "fi": {
            UNIT: ("yksikkö", "kustannuspaikka"),
            AREA: ("vastuualue", "palvelualue", "tulosalue"),
            NOTE: ("huom", "huomautus"),
        },
        "sv": {UNIT: ("enhet", "kostnadsställe"), AREA: ("ansvarsområde",), NOTE: ("anm",)},
        "en": {UNIT: ("unit", "cost centre"), AREA: ("service area",), NOTE: ("note",)},
    },
    needed=frozenset({UNIT, AREA}),
    sheet=_SHEET,
    widths={UNIT: 16, AREA: 34, NOTE: 30},
)
"""Which unit belongs to which area: ``31*`` is every unit that begins so, ``-`` leaves it out."""

CHART = TableWords(
    {
        "fi": {
            FROM: ("tilit alkaen", "tilistä"),
            TO: ("tilit asti", "tiliin"),
            LINE: ("rivi",),
            OF_WHICH: ("josta",),
            NOTE: ("huom", "huomautus"),
        },
        "sv": {
            FROM: ("konton från",),
            TO: ("konton till",),
            LINE: ("rad",),
            OF_WHICH: ("därav",),
            NOTE: ("anm",),
        },
        "en": {
            FROM: ("accounts from",),
            TO: ("accounts to",),
            LINE: ("line",),
            OF_WHICH: ("of which",),
            NOTE: ("note",),
        },
    },
    needed=frozenset({FROM, TO, LINE}),
    sheet=_SHEET,
    widths={FROM: 13, TO: 13, LINE: 28, OF_WHICH: 22, NOTE: 30},
)
"""Which accounts belong to which line, and to which of-which line besides; ``-`` leaves out."""

EXCEPTIONS = TableWords(
    {
        "fi": {
            UNIT: ("yksikkö", "kustannuspaikka"),
            ACCOUNTS: ("tilit",),
            PARTNER: ("kumppani",),
            AREA: ("vastuualue", "palvelualue", "tulosalue"),
            LINE: ("rivi",),
        },
        "sv": {
            UNIT: ("enhet", "kostnadsställe"),
            ACCOUNTS: ("konton",),
            PARTNER: ("motpart",),
            AREA: ("ansvarsområde",),
            LINE: ("rad",),
        },
        "en": {
            UNIT: ("unit", "cost centre"),
            ACCOUNTS: ("accounts",),
            PARTNER: ("partner",),
            AREA: ("service area",),
            LINE: ("line",),
        },
    },
    needed=frozenset({UNIT, ACCOUNTS, PARTNER, AREA, LINE}),
    sheet=_SHEET,
    widths={UNIT: 16, ACCOUNTS: 16, PARTNER: 14, AREA: 34, LINE: 28},
)
"""What goes elsewhere than its unit and its account say; a column left empty says what they say."""

TIME, USER, FILE, FINGERPRINT, ROWS, SUM, CELLS = (
    *("time", "user", "file", "fingerprint", "rows", "sum"),
    "cells",
)

IMPORTS = TableWords(
    {
        "fi": {
            TIME: ("aika", "aikaleima"),
            USER: ("käyttäjä", "kuka"),
            FILE: ("tiedosto",),
            ROWS: ("rivejä",),
            SUM: ("summa",),
            CELLS: ("soluja",),
            FINGERPRINT: ("tunniste", "sha-256"),
        },
        "sv": {
            TIME: ("tid",),
            USER: ("användare",),
            FILE: ("fil",),
            ROWS: ("rader",),
            SUM: ("summa",),
            CELLS: ("celler",),
            FINGERPRINT: ("kontrollsumma",),
        },
        "en": {
            TIME: ("time",),
            USER: ("user",),
            FILE: ("file",),
            ROWS: ("rows",),
            SUM: ("sum",),
            CELLS: ("cells",),
            FINGERPRINT: ("fingerprint",),
        },
    },
    needed=frozenset({TIME, FILE, FINGERPRINT}),
    sheet={"fi": "Tuonnit", "sv": "Importer", "en": "Imports"},
    widths={TIME: 18, USER: 16, FILE: 40, FINGERPRINT: 68, ROWS: 11, SUM: 18, CELLS: 9},
)
"""The journal of imports: which file was brought in, when, by whom, and how much of it."""


class AccountRange(NamedTuple):
    """Accounts of the chart, the line they belong to, and the of-which line; None leaves out."""

    first: int
    last: int
    line: str | None
    of_which: str | None = None
    note: str = ""


OFFICIAL = (
    AccountRange(3000, 3599, "OPERATING_INCOME"),
    AccountRange(3600, 3699, "STOCK_CHANGE"),
    AccountRange(3700, 3799, "OWN_PRODUCTION"),
    AccountRange(4000, 4299, "OPERATING_EXPENSES", "STAFF_EXPENDITURE"),
    AccountRange(4300, 4499, "OPERATING_EXPENSES", "SERVICES_PURCHASED"),
    AccountRange(4500, 4999, "OPERATING_EXPENSES"),
    AccountRange(5000, 8999, None, note="below_margin"),
    AccountRange(1000, 2999, None, note="balance"),
)
"""The ranges of the income statement of municipalities.

Source: AURA/JHS income statement 2023, State Treasury.
"""

LEFT_OUT = frozenset({"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"})
"""What stands for "left out on purpose" in the mapping."""
