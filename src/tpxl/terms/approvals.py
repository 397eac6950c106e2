"""The words of the approvals: who found an area ready or approved it, when, and of what facts."""

from collections.abc import Mapping

from tpxl.terms.folding import fold
from tpxl.terms.plain_tables import TableWords

TIME, BY, AREA, STATE, VERSION, TYPED, PRINTED, NOTE, FACTS, CHAIN = (
    *("time", "by", "area", "state", "version", "typed", "printed", "note", "facts", "chain"),
)

APPROVALS = TableWords(
    {
        "fi": {
            TIME: ("aika",),
            BY: ("kuka",),
            AREA: ("vastuualue", "palvelualue", "tulosalue"),
            STATE: ("tila",),
            VERSION: ("versio",),
            TYPED: ("kirjoitetun tiiviste",),
            PRINTED: ("lasketun tiiviste",),
            NOTE: ("huom",),
            CHAIN: ("ketju",),
            FACTS: ("tiedot",),
        },
        "sv": {
            TIME: ("tid",),
            BY: ("vem",),
            AREA: ("ansvarsområde",),
            STATE: ("läge",),
            VERSION: ("version",),
            TYPED: ("det skrivnas kontrollsumma",),
            PRINTED: ("det beräknades kontrollsumma",),
            NOTE: ("obs",),
            CHAIN: ("kedja",),
            FACTS: ("uppgifter",),
        },
        "en": {
            TIME: ("time",),
            BY: ("who",),
            AREA: ("service area",),
            STATE: ("state",),
            VERSION: ("version",),
            TYPED: ("fingerprint of what is typed",),
            PRINTED: ("fingerprint of what is computed",),
            NOTE: ("note",),
            CHAIN: ("chain",),
            FACTS: ("facts",),
        },
    },
    needed=frozenset({TIME, BY, AREA, STATE, TYPED, PRINTED, CHAIN}),
    sheet={"fi": "Hyväksynnät", "sv": "Godkännanden", "en": "Approvals"},
    widths={TIME: 18, BY: 24, AREA: 34, TYPED: 20, PRINTED: 20, NOTE: 50, CHAIN: 20, FACTS: 20},
)
"""The journal of approvals: only ever added to, each row chained to the one before."""

CHAINED = (TIME, BY, AREA, STATE, VERSION, TYPED, PRINTED, NOTE, FACTS)
"""The columns that a row's link of the chain is made of."""

READY, APPROVED = "ready", "approved"
DRAFT, REOPENED = "draft", "reopened"

STATES: Mapping[str, Mapping[str, str]] = {
    "fi": {READY: "valmis", APPROVED: "hyväksytty"},
    "sv": {READY: "klar", APPROVED: "godkänd"},
    "en": {READY: "ready", APPROVED: "approved"},
}
"""How a state is written, by language."""

_STATES = {fold(word): state for words in STATES.values() for state, word in words.items()}


def state_of(text: str) -> str | None:
    """Return which state a word names, None where it names none."""
    return _STATES.get(fold(text))
