"""The headings of the two journals: `Tarkistus` with findings, `Muutosloki` with changes."""

from functools import lru_cache

from tpxl.terms.folding import key, openings

SEVERITY, AREA, PERIOD, LINE, FOUND, EXPECTED = (
    "severity",
    "area",
    "period",
    "line",
    "found",
    "expected",
)
RULE, MESSAGE, REASON, NAME, SHEET, CELL = ("rule", "message", "reason", "name", "sheet", "cell")
TIME, USER, OLD, NEW = "time", "user", "old", "new"

FINDINGS_HEADINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "fi": {
        SEVERITY: ("vakavuus",),
        AREA: ("vastuualue", "palvelualue", "tulosalue"),
        PERIOD: ("kausi",),
        LINE: ("rivi", "tunnusluku"),
        FOUND: ("painettu",),
        EXPECTED: ("laskettu",),
        RULE: ("sääntö",),
        MESSAGE: ("havainto",),
        REASON: ("perustelu", "selitys"),
        NAME: ("kuka", "nimi"),
        SHEET: ("taulukko",),
        CELL: ("solu",),
    },
    "sv": {
        SEVERITY: ("allvarlighet",),
        AREA: ("ansvarsområde",),
        PERIOD: ("period",),
        LINE: ("rad",),
        FOUND: ("tryckt",),
        EXPECTED: ("beräknat",),
        RULE: ("regel",),
        MESSAGE: ("iakttagelse",),
        REASON: ("motivering", "förklaring"),
        NAME: ("vem", "namn"),
        SHEET: ("blad",),
        CELL: ("cell",),
    },
    "en": {
        SEVERITY: ("severity",),
        AREA: ("service area",),
        PERIOD: ("period",),
        LINE: ("line",),
        FOUND: ("printed",),
        EXPECTED: ("computed",),
        RULE: ("rule",),
        MESSAGE: ("finding",),
        REASON: ("reason",),
        NAME: ("who", "name"),
        SHEET: ("sheet",),
        CELL: ("cell",),
    },
}
"""By language and column. The sheet's own words tell in which language it is written."""

CHANGES_HEADINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "fi": {
        TIME: ("aika", "aikaleima"),
        USER: ("käyttäjä", "kuka"),
        AREA: ("vastuualue", "palvelualue", "tulosalue"),
        LINE: ("rivi", "tunnusluku"),
        PERIOD: ("kausi",),
        SHEET: ("taulukko",),
        CELL: ("solu",),
        OLD: ("vanha",),
        NEW: ("uusi",),
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
    },
}

FINDINGS_NEED = frozenset({SEVERITY, MESSAGE, REASON, SHEET, CELL})
"""Without these columns a table of findings can be neither written nor matched."""
CHANGES_NEED = frozenset({TIME, SHEET, CELL, OLD, NEW})
LONGEST = 40

_Columns = dict[str, dict[str, str]]


def _by_key(headings: dict[str, dict[str, tuple[str, ...]]]) -> _Columns:
    return {
        lang: {key(word): column for column, words in columns.items() for word in words}
        for lang, columns in headings.items()
    }


_FINDINGS, _CHANGES = _by_key(FINDINGS_HEADINGS), _by_key(CHANGES_HEADINGS)


def findings_column(text: str, lang: str) -> str | None:
    """Return which column of the findings a heading names in a language.

    >>> findings_column("Perustelu", "fi"), findings_column("Perustelu", "sv")
    ('reason', None)
    """
    return _FINDINGS[lang].get(key(text))


def changes_column(text: str, lang: str) -> str | None:
    """Return which column of the changes a heading names in a language."""
    return _CHANGES[lang].get(key(text))


@lru_cache(maxsize=4096)
def heads_journal(text: str) -> bool:
    """Tell whether a heading is one of those that only a journal has and no journal lacks.

    >>> heads_journal("Vakavuus"), heads_journal("Vanha"), heads_journal("Kausi")
    (True, True, False)
    """
    word = key(text)
    return any(
        columns.get(word) == needed
        for languages, needed in ((_FINDINGS, SEVERITY), (_CHANGES, OLD))
        for columns in languages.values()
    )


_WORDS = (
    word
    for headings in (FINDINGS_HEADINGS, CHANGES_HEADINGS)
    for columns in headings.values()
    for words in columns.values()
    for word in words
)
OPENINGS = openings(_WORDS)
"""What the words of this module begin with."""


@lru_cache(maxsize=4096)
def is_known(text: str) -> bool:
    """Tell whether the text heads a column of a journal, in any language."""
    if len(text) > LONGEST:
        return False
    word = key(text)
    return any(word in words for words in (*_FINDINGS.values(), *_CHANGES.values()))
