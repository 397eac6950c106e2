"""Which version of a year's budget a heading names: the adopted one or the one with its changes.

Cities word the two in many ways: an adjective before or after the budget's word (``Muut. TA``,
``Budget, reviderad``), or what was added to it (``TA + lisätalousarvio``, ``BU efter ändr.``).
"""

import re
from typing import NamedTuple

_CHANGES = (
    r"(?:ta|talousarvio|budjetti|bu|budget)?[- ]?(?:muutokset|muutos|muut|ändringar|ändr)"
    r"|(?:[ivx\d]+\.? )?(?:lisätalousarviot?|lisä-?ta|lta:?t?|lisämäärärahat)|m"
    r"|tilläggsbudget(?:ar)?|tilläggsanslag|changes|amendments"
)
_WITH = r"ja|ml|sis|sisältää|sisältäen|mukaan lukien|och|med|inkl|incl|including|with|and"

_AMENDED = (
    r"muutettu|lopullinen|voimassa ?oleva|ajantasainen|korjattu|tarkistettu|päivitetty"
    r"|ändrad|gällande|reviderad|justerad|slutlig|amended|revised|adjusted|current|final"
)
_ORIGINAL = (
    r"alkuperäinen|alkuper|alkup|hyväksytty|vahvistettu"
    r"|ursprunglig|urspr|godkänd|fastställd|original|approved|adopted"
)
_COUNCIL = r"(?:kunnan|kaupungin)?valtuuston|kv:n"
_AFTER = (
    r"muutoksineen|muutoksin|muut(?:osten|oksen|\.)? jälk(?:een|\.)?"
    r"|efter ändr(?:ingar|\.)?|after (?:changes|amendments)"
)
_KIND = r"(?P<kind>[^+]+?)"
_APART = r"[ ,(\[]+"


class BudgetVersion(NamedTuple):
    """A budget as a heading words it: the words of its kind, and whether changes are in it."""

    kind: str
    is_amended: bool


# Compiled by the first heading that needs them: `re` remembers them. "Muut." before the budget is
# "muutettu"; after it, it may be the changes alone.
_SHAPES = (
    (rf"{_KIND}[ ,(\[]*\+ ?(?:{_CHANGES})\.?", True),
    (rf"{_KIND}{_APART}(?:{_WITH})\.? (?:{_CHANGES})\.?", True),
    (rf"{_KIND}{_APART}(?:{_AFTER})", True),
    (rf"{_KIND}{_APART}(?:{_AMENDED})", True),
    (rf"(?:{_AMENDED}|muut\.?|ändr\.?)[ .]{_KIND}", True),
    (rf"{_KIND}{_APART}(?:{_ORIGINAL})\.?", False),
    (rf"(?:{_ORIGINAL}|(?:{_COUNCIL}) hyväksymä)[ .]{{0,2}}{_KIND}", False),
)

_COUNCILS = ("kv", "kunnanvaltuuston", "kaupunginvaltuuston", "valtuuston")
OPENINGS = ("muut", "ändr", *_COUNCILS, *_AMENDED.split("|"), *_ORIGINAL.split("|"))
"""What the words before a budget's own begin with."""


def version_of(words: str) -> BudgetVersion | None:
    """Return the version that folded words name, None where they name none.

    Whether the words of its kind are a budget's is for the caller to say.

    >>> version_of("muut. ta")
    BudgetVersion(kind='ta', is_amended=True)
    >>> version_of("urspr. budget").is_amended, version_of("ta muut") is None
    (False, True)
    """
    for shape, is_amended in _SHAPES:
        match = re.fullmatch(shape, words)
        if match is not None:
            return BudgetVersion(match["kind"].strip(), is_amended)
    return None
