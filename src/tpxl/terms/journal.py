"""The headings of the two journals: `Tarkistus` with findings, `Muutosloki` with changes."""

import re
from functools import lru_cache

from tpxl.terms.folding import openings
from tpxl.terms.plain_tables import TableWords, Words

SEVERITY, AREA, PERIOD, LINE, FOUND, EXPECTED = (
    "severity",
    "area",
    "period",
    "line",
    "found",
    "expected",
)
RULE, MESSAGE, REASON, NAME, SHEET, CELL = ("rule", "message", "reason", "name", "sheet", "cell")
STATE, TODO, WHEN = "state", "todo", "when"
TIME, USER, OLD, NEW, DIFFERENCE = "time", "user", "old", "new", "difference"

_FINDINGS: Words = {
    "fi": {
        SEVERITY: ("vakavuus",),
        AREA: ("vastuualue", "palvelualue", "tulosalue"),
        PERIOD: ("kausi",),
        LINE: ("rivi", "tunnusluku"),
        FOUND: ("taulukossa", "painettu"),
        EXPECTED: ("pitäisi olla", "laskettu"),
        RULE: ("sääntö",),
        MESSAGE: ("havainto",),
        REASON: ("perustelu", "selitys"),
        NAME: ("kuka", "nimi"),
        WHEN: ("milloin",),
        SHEET: ("välilehti", "taulukko"),
        CELL: ("solu",),
        STATE: ("tilanne",),
        TODO: ("mitä tehdä",),
    },
    "sv": {
        SEVERITY: ("allvarlighet",),
        AREA: ("ansvarsområde",),
        PERIOD: ("period",),
        LINE: ("rad",),
        FOUND: ("i tabellen", "tryckt"),
        EXPECTED: ("ska vara", "beräknat"),
        RULE: ("regel",),
        MESSAGE: ("iakttagelse",),
        REASON: ("motivering", "förklaring"),
        NAME: ("vem", "namn"),
        WHEN: ("när",),
        SHEET: ("blad",),
        CELL: ("cell",),
        STATE: ("läge",),
        TODO: ("att göra",),
    },
    "en": {
        SEVERITY: ("severity",),
        AREA: ("service area",),
        PERIOD: ("period",),
        LINE: ("line",),
        FOUND: ("in the table", "printed"),
        EXPECTED: ("should be", "computed"),
        RULE: ("rule",),
        MESSAGE: ("finding",),
        REASON: ("reason",),
        NAME: ("who", "name"),
        WHEN: ("when",),
        SHEET: ("sheet",),
        CELL: ("cell",),
        STATE: ("state",),
        TODO: ("what to do",),
    },
}
_CHANGES: Words = {
    "fi": {
        TIME: ("aika", "aikaleima"),
        USER: ("käyttäjä", "kuka"),
        AREA: ("vastuualue", "palvelualue", "tulosalue"),
        LINE: ("rivi", "tunnusluku"),
        PERIOD: ("kausi",),
        SHEET: ("välilehti", "taulukko"),
        CELL: ("solu",),
        OLD: ("vanha",),
        NEW: ("uusi",),
        DIFFERENCE: ("erotus",),
    },
    "sv": {
        TIME: ("tid",),
        USER: ("användare",),
        AREA: ("ansvarsområde",),
        LINE: ("rad",),
        PERIOD: ("period",),
        SHEET: ("blad",),
        CELL: ("cell",),
        OLD: ("gammalt", "gammal"),
        NEW: ("nytt", "ny"),
        DIFFERENCE: ("skillnad",),
    },
    "en": {
        TIME: ("time",),
        USER: ("user",),
        AREA: ("service area",),
        LINE: ("line",),
        PERIOD: ("period",),
        SHEET: ("sheet",),
        CELL: ("cell",),
        OLD: ("old",),
        NEW: ("new",),
        DIFFERENCE: ("difference",),
    },
}

CHECKED = frozenset({"tarkistettu", "kontrollerad", "checked"})
"""The folded words beside which it is told when the findings were last written."""

ALIKE = re.compile(r"(?:kaikki|alla|all)\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL)
"""A reason that is meant for all findings alike: ``Kaikki: palkankorotukset``."""

_WIDTHS = {TIME: 18.0, AREA: 28.0, LINE: 28.0, SHEET: 20.0, MESSAGE: 60.0, REASON: 40.0}

FINDINGS = TableWords(
    _FINDINGS,
    needed=frozenset({SEVERITY, MESSAGE, REASON, SHEET, CELL}),
    sheet={"fi": "Tarkistus", "sv": "Kontroll", "en": "Check"},
    widths=_WIDTHS,
)
"""Without the columns needed, a table of findings can be neither written nor matched."""

CHANGES = TableWords(
    _CHANGES,
    needed=frozenset({TIME, SHEET, CELL, OLD, NEW}),
    sheet={"fi": "Muutosloki", "sv": "Ändringslogg", "en": "Changes"},
    widths=_WIDTHS,
)

_TELLING = ((FINDINGS, SEVERITY), (CHANGES, OLD))


@lru_cache(maxsize=4096)
def heads_journal(text: str) -> bool:
    """Tell whether a heading is one of those that only a journal has and no journal lacks.

    >>> heads_journal("Vakavuus"), heads_journal("Vanha"), heads_journal("Kausi")
    (True, True, False)
    """
    return any(
        kind.column(text, lang) == needed for kind, needed in _TELLING for lang in kind.words
    )


OPENINGS = openings([*FINDINGS.every_word(), *CHANGES.every_word()])
"""What the words of this module begin with."""


@lru_cache(maxsize=4096)
def is_known(text: str) -> bool:
    """Tell whether the text heads a column of a journal, in any language."""
    return FINDINGS.is_known(text) or CHANGES.is_known(text)
