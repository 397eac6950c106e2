"""The words of shared costs: what a `Vyörytys` sheet says, wherever it stands.

A pool begins where a cell names it: `Vyörytettävä erä:` with the name after the colon or in the
next cell, or a row that is itself called `Johtamisen kustannukset`. It ends where the next begins.
Inside, every place is told by the words left of it, above it, or in the heading of its block.

Areas down, a block for each kind of figure, periods across (the form of the master)::

    Vyörytettävä erä   Johtamisen kustannukset (lautakunta, toimialajohto)
    Jakoperuste        Toimintavolyymi            (or: Kiinteät osuudet; a line; Painokerroin)
    Tarkkuus           euro                       (optional; or: sentti)
                              TA 2025    TP 2025
    Jaettava määrä €          400 000    410 000
    Saatu muilta eriltä €           0          0  (optional: what earlier pools give this one)
    Jaettavaa yhteensä €      400 000    410 000  (optional: both together)
    Jakoperuste
    Asuminen ja ympäristö   3 333 280  2 808 498  (inputs; blank with a line as Jakoperuste:
    Työllisyyspalvelut      1 666 880  1 524 824   the areas' own figures are taken)
    Tietohallinto              20 000     25 000  (another pool: it receives in step-down)
    Yhteensä                5 020 160  4 358 322
    Osuus %
    Asuminen ja ympäristö        66,4       64,4
    ...
    Yhteensä                    100,0      100,0
    Vyörytetty €
    Asuminen ja ympäristö     265 591    264 204
    ...
    Yhteensä                  400 000    410 000
    Ero                             0          0  (optional: what is left of the pool)

Fixed shares stand under `Kiinteä osuus %`, or under `Osuus %` where `Jakoperuste` is `Kiinteät
osuudet` or the pool has no drivers at all. The second form has areas down and, under each period,
the columns side by side: `Jakoperuste | Osuus % | Vyörytetty €`. The third has areas across.

Where it came from and where it went is a list with the headings `Kausi | Mistä | Mihin | Osuus % |
Vyörytetty €`; the first three columns are typed, the last two computed.

On an area's sheet the lines are `Osuus johtamisen kustannuksista %` and `Vyörytetyt kustannukset €`
under a row of periods, and the note is one sentence with the periods, the share and the word
`kustannuksista`: "TA 2025: 54,0 % johtamisen kustannuksista ...".
"""

import re
from enum import Enum
from functools import lru_cache

from tpxl.terms.folding import key, label_key, openings
from tpxl.terms.periods import scale_of

LONGEST_LABEL = 80
_LENGTHS_OF_NOTE = range(24, 600)


class AllocationWord(Enum):
    """What a word of an allocation table says of the cells beside or under it."""

    POOL = "pool"
    BASIS = "basis"
    PRECISION = "precision"
    AMOUNT = "amount"
    RECEIVED = "received"
    DISTRIBUTED = "distributed"
    DRIVER = "driver"
    FIXED_SHARE = "fixed share"
    SHARE = "share"
    ALLOCATED = "allocated"
    TOTAL = "total"
    DIFFERENCE = "difference"
    RECEIVER = "receiver"
    PERIOD = "period"
    SOURCE = "source"
    TARGET = "target"

    @property
    def is_of_pool(self) -> bool:
        """Tell whether it is a figure of the pool itself, not of one receiver."""
        return self in {
            AllocationWord.AMOUNT,
            AllocationWord.RECEIVED,
            AllocationWord.DISTRIBUTED,
        }

    @property
    def is_of_receiver(self) -> bool:
        """Tell whether it is a figure that each receiver has."""
        return self in {
            AllocationWord.DRIVER,
            AllocationWord.FIXED_SHARE,
            AllocationWord.SHARE,
            AllocationWord.ALLOCATED,
        }


_SPELLINGS = {
    AllocationWord.POOL: (
        "Vyörytettävä erä|Vyörytettävät kustannukset|Vyörytettävä|Vyörytettävät menot|Jaettava erä"
        "|Jaettavat kustannukset|Jaettavat menot"
        "|Kustannuserä|Yhteiset kustannukset|Post som fördelas|Kostnader som fördelas"
        "|Kostnadspost|Gemensamma kostnader|Cost pool|Pool|Shared costs"
    ),
    AllocationWord.BASIS: (
        "Jakoperuste|Vyörytysperuste|Jakoperusteena|Fördelningsgrund|Basis of allocation|Basis"
    ),
    AllocationWord.PRECISION: "Tarkkuus|Pyöristys|Noggrannhet|Avrundning|Precision|Rounding",
    AllocationWord.AMOUNT: (
        "Jaettava määrä|Vyörytettävä määrä|Jaettava summa|Vyörytettävä summa|Omat kustannukset"
        "|Määrä|Belopp som fördelas|Belopp|Amount to allocate|Amount|Pool amount"
    ),
    AllocationWord.RECEIVED: (
        "Saatu muilta eriltä|Saatu muista eristä|Saatu vyörytyksissä|Muilta saatu"
        "|Erhållet av andra poster|Received from other pools|Received"
    ),
    AllocationWord.DISTRIBUTED: (
        "Jaettavaa yhteensä|Jaettava yhteensä|Vyörytettävää yhteensä|Vyörytettävä yhteensä"
        "|Att fördela totalt|Totalt att fördela|Total to allocate"
    ),
    AllocationWord.DRIVER: (
        "Toimintavolyymi|Painokerroin|Painokertoimet|Paino|Painot|Ajuri|Jakoperusteen määrä"
        "|Verksamhetsvolym|Vikt|Vikter|Operating volume|Driver|Drivers|Weight|Weights"
    ),
    AllocationWord.FIXED_SHARE: (
        "Kiinteä osuus %|Kiinteät osuudet %|Kiinteä osuus|Kiinteät osuudet|Kiinteä %"
        "|Sovittu osuus %|Sovitut osuudet %|Sovittu osuus|Sovitut osuudet"
        "|Fast andel %|Fasta andelar %|Fast andel|Fasta andelar"
        "|Fixed share %|Fixed shares %|Fixed share|Fixed shares"
    ),
    AllocationWord.SHARE: (
        "Osuus %|Osuudet %|Osuus|Osuudet|%-osuus|Osuus-%|Jako-osuus %|Jako-osuudet %"
        "|Andel %|Andelar %|Andel|Andelar|Share %|Shares %|Share|Shares"
    ),
    AllocationWord.ALLOCATED: (
        "Vyörytetty €|Vyörytetty|Vyörytetyt|Vyörytetyt kustannukset €|Vyörytetyt kustannukset"
        "|Vyörytetty määrä €|Vyörytetty määrä|Vyörytys €|Vyörytetään €|Osuus €|Osuudet €"
        "|Osuus euroina|Osuudet euroina|Euroa|Eurot|€"
        "|Fördelat €|Fördelat|Fördelade kostnader €|Fördelade kostnader|Andel €|Euro"
        "|Allocated €|Allocated|Allocated costs €|Allocated costs|Share €|Euros"
    ),
    AllocationWord.TOTAL: "Yhteensä|Summa|Totalt|Sammanlagt|Total|Sum",
    AllocationWord.DIFFERENCE: (
        "Ero|Erotus|Jakamatta|Täsmäytys|Skillnad|Differens|Ofördelat|Difference|Unallocated"
    ),
    AllocationWord.RECEIVER: (
        "Vastuualue|Palvelualue|Tulosalue|Saaja|Ansvarsområde|Serviceområde|Resultatområde"
        "|Mottagare|Area|Service area|Receiver"
    ),
    AllocationWord.PERIOD: "Kausi|Period",
    AllocationWord.SOURCE: "Mistä|Från|From",
    AllocationWord.TARGET: "Mihin|Minne|Till|To",
}

_SPELLED = tuple(one for spellings in _SPELLINGS.values() for one in spellings.split("|"))
_WORDS = {
    key(spelling): word
    for word, spellings in _SPELLINGS.items()
    for spelling in reversed(spellings.split("|"))
}

_POOL_STEMS = (
    "johtamisenkustannukset",
    "hallinnonkustannukset",
    "tukipalvelujenkustannukset",
    "kostnaderförledning",
    "ledningenskostnader",
    "managementcosts",
)
_COSTS = ("kustannu", "kostnader", "costs")
_AREA_SHARE = (
    r"(?:%?osuus(?P<fi>.*kustannuksista)|andel(?:av)?(?P<sv>.*kostnader.*?)"
    r"|shareof(?P<en>.*costs))%?|(?P<bare>.*kustannuksista)%"
)
_AREA_ALLOCATED = (
    r"(?:vyörytetytkustannukset|vyörytettykustannus|fördeladekostnader|allocatedcosts)"
    r"(?P<pool>[^€]*)(?:€|euroa|eur)?"
)
_NOTE = r"(?i)%[^.]*\b(?:kustannuksista|av kostnaderna|of the costs)\b"
_ASIDE = r"\s*\([^)]*\)"
_FIXED = ("kiinte", "sovit", "fast", "fixed", "agreed")
_CENTS = ("sentti", "sentit", "sentin", "cent", "cents", "2", "001")


@lru_cache(maxsize=4096)
def allocation_word(text: str) -> AllocationWord | None:
    """Return what a word says inside an allocation table, None for a word it does not know.

    >>> allocation_word("Osuus, %:"), allocation_word("Osuus €")
    (<AllocationWord.SHARE: 'share'>, <AllocationWord.ALLOCATED: 'allocated'>)
    >>> allocation_word("Toimintavolyymi, €"), allocation_word("Lautakunta")
    (<AllocationWord.DRIVER: 'driver'>, None)
    """
    if len(text) > LONGEST_LABEL:
        return None
    word = _WORDS.get(key(text))
    if word is not None:
        return word
    amount = _WORDS.get(label_key(text))
    return AllocationWord.ALLOCATED if amount is AllocationWord.SHARE else amount


def names_pool(text: str) -> bool:
    """Tell whether a label is itself the name of a pool: ``Johtamisen kustannukset``."""
    return len(text) <= LONGEST_LABEL and key(text).startswith(_POOL_STEMS)


def may_name_pool(text: str) -> bool:
    """Tell whether a pool begins at a cell: it says so, or is called by its costs."""
    named = named_after_colon(text)
    word = named[0] if named is not None else allocation_word(text)
    return word is AllocationWord.POOL or names_pool(text)


def named_after_colon(text: str) -> tuple[AllocationWord, str] | None:
    """Return the word and the rest of ``Vyörytettävä erä: Tietohallinto``.

    >>> named_after_colon("Jakoperuste: henkilöstömenot")
    (<AllocationWord.BASIS: 'basis'>, 'henkilöstömenot')
    """
    label, colon, rest = text.partition(":")
    word = allocation_word(label) if colon and rest.strip() else None
    named = {AllocationWord.POOL, AllocationWord.BASIS, AllocationWord.PRECISION}
    return (word, rest.strip()) if word in named and word is not None else None


@lru_cache(maxsize=4096)
def area_line(text: str) -> tuple[AllocationWord, str] | None:
    """Return what an area's line shows and the key of the pool it names, empty for all of them.

    >>> area_line("Osuus johtamisen kustannuksista %")
    (<AllocationWord.SHARE: 'share'>, 'johtamisenkustannuksista')
    >>> area_line("Vyörytetyt kustannukset €")
    (<AllocationWord.ALLOCATED: 'allocated'>, '')
    """
    word = key(text) if len(text) <= LONGEST_LABEL else ""
    if not any(costs in word for costs in _COSTS):
        return None
    if found := re.fullmatch(_AREA_SHARE, word):
        return AllocationWord.SHARE, next(filter(None, found.groups()))
    if found := re.fullmatch(_AREA_ALLOCATED, word):
        return AllocationWord.ALLOCATED, found["pool"]
    return None


def is_note(text: str) -> bool:
    """Tell whether a text says an area's share of shared costs in a sentence."""
    return "%" in text and len(text) in _LENGTHS_OF_NOTE and re.search(_NOTE, text) is not None


def without_aside(name: str) -> str:
    """Return a name without what stands in brackets.

    >>> without_aside("Johtamisen kustannukset (lautakunta, toimialajohto)")
    'Johtamisen kustannukset'
    """
    return re.sub(_ASIDE, "", name).strip()


def is_fixed(basis: str) -> bool:
    """Tell whether what a pool is divided by are agreed shares: ``Kiinteät osuudet``."""
    return key(basis).startswith(_FIXED)


def is_cents(precision: str) -> bool:
    """Tell whether a pool is divided to the cent: ``sentti``, ``2`` (decimals), ``0,01``."""
    return key(precision) in _CENTS


_LINE_OPENINGS = ("osuus", "andel", "share", "vyörytetyt", "vyörytetty", "fördelad", "allocated")
OPENINGS = openings((*_SPELLED, *_POOL_STEMS, *_LINE_OPENINGS))
"""What the words of this module begin with, but those that hold a per cent sign."""


_TELLING = frozenset(
    {
        *(AllocationWord.BASIS, AllocationWord.DRIVER, AllocationWord.FIXED_SHARE),
        *(AllocationWord.ALLOCATED, AllocationWord.POOL),
    }
)


@lru_cache(maxsize=4096)
def tells_of_shared_costs(text: str) -> bool:
    """Tell whether a cell's text is a word of shared costs and of little else.

    >>> tells_of_shared_costs("Jakoperuste"), tells_of_shared_costs("Vyörytys €")
    (True, True)
    >>> tells_of_shared_costs("€"), tells_of_shared_costs("Osuus %")
    (False, False)
    """
    return allocation_word(text) in _TELLING and scale_of(text) is None


@lru_cache(maxsize=4096)
def is_known(text: str) -> bool:
    """Tell whether a cell's text leads to an allocation: a pool, a list of flows, a line, a note.

    Most words of an allocation table are too common to lead to one; they count only inside it.
    """
    is_list = allocation_word(text) in {AllocationWord.SOURCE, AllocationWord.TARGET}
    return is_list or may_name_pool(text) or area_line(text) is not None or is_note(text)
