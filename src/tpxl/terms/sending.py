"""The words of what travels to the areas and back: the form, and the journal of what was sent.

A form is known again by its header words, wherever rows and columns have gone.
"""

from collections.abc import Mapping

from tpxl.terms.folding import key
from tpxl.terms.plain_tables import TableWords

KEY, PART, TITLE, ACTION, INDICATOR, LAST, ANSWER, STATE = (
    *("key", "part", "title", "action", "indicator", "last", "answer", "state"),
)

FORM = TableWords(
    {
        "fi": {
            KEY: ("tunniste",),
            PART: ("luku",),
            TITLE: ("tavoite tai muutos",),
            ACTION: ("toimenpiteet",),
            INDICATOR: ("mittarit",),
            LAST: ("viime vuonna",),
            ANSWER: ("toteuma tai perustelu",),
            STATE: ("tila",),
        },
        "sv": {
            KEY: ("kod",),
            PART: ("kapitel",),
            TITLE: ("mål eller ändring",),
            ACTION: ("åtgärder",),
            INDICATOR: ("mätare",),
            LAST: ("i fjol",),
            ANSWER: ("utfall eller motivering",),
            STATE: ("läge",),
        },
        "en": {
            KEY: ("key",),
            PART: ("section",),
            TITLE: ("goal or change",),
            ACTION: ("actions",),
            INDICATOR: ("indicators",),
            LAST: ("last year",),
            ANSWER: ("outcome or reason",),
            STATE: ("state",),
        },
    },
    needed=frozenset({TITLE, ANSWER}),
    sheet={"fi": "Lomake", "sv": "Formulär", "en": "Form"},
    widths={
        KEY: 10,
        PART: 25,
        TITLE: 34,
        ACTION: 26,
        INDICATOR: 24,
        LAST: 34,
        ANSWER: 54,
        STATE: 15,
    },
)
"""What is asked of an area: a row for each goal and for each change to be explained."""

ROW_PRINT, ANSWER_PRINT = "row_print", "answer_print"

SENT = TableWords(
    {
        "fi": {
            KEY: ("tunniste",),
            TITLE: ("tavoite tai muutos",),
            ROW_PRINT: ("rivin tiiviste",),
            ANSWER_PRINT: ("vastauksen tiiviste",),
        },
        "sv": {
            KEY: ("kod",),
            TITLE: ("mål eller ändring",),
            ROW_PRINT: ("radens kontrollsumma",),
            ANSWER_PRINT: ("svarets kontrollsumma",),
        },
        "en": {
            KEY: ("key",),
            TITLE: ("goal or change",),
            ROW_PRINT: ("fingerprint of the row",),
            ANSWER_PRINT: ("fingerprint of the answer",),
        },
    },
    needed=frozenset({KEY, TITLE, ROW_PRINT, ANSWER_PRINT}),
    sheet={"fi": "Lähetys", "sv": "Utskick", "en": "Sending"},
    widths={KEY: 16, TITLE: 60, ROW_PRINT: 20, ANSWER_PRINT: 20},
)
"""What was asked, as it was sent: what a return is compared with."""

LINE, PERIOD, FIGURE = "line", "period", "figure"

SENT_FIGURES = TableWords(
    {
        "fi": {
            LINE: ("rivin nimi",),
            PERIOD: ("kausi",),
            FIGURE: ("luku lähetettäessä",),
        },
        "sv": {
            LINE: ("radens namn",),
            PERIOD: ("period",),
            FIGURE: ("siffra vid utskicket",),
        },
        "en": {
            LINE: ("name of the line",),
            PERIOD: ("period",),
            FIGURE: ("figure when sent",),
        },
    },
    needed=frozenset({LINE, PERIOD, FIGURE}),
    sheet={"fi": "Lähetys", "sv": "Utskick", "en": "Sending"},
    widths={},
)
"""The figures that an area was shown."""

BOOK, AREA, SEND, AT, DUE, YEAR, BY = "book", "area", "send", "at", "due", "year", "by"

LABELS: Mapping[str, Mapping[str, str]] = {
    "fi": {
        BOOK: "Työkirja",
        AREA: "Vastuualue",
        SEND: "Lähetys",
        AT: "Lähetetty",
        DUE: "Määräpäivä",
        YEAR: "Kausi",
    },
    "sv": {
        BOOK: "Arbetsbok",
        AREA: "Ansvarsområde",
        SEND: "Utskick",
        AT: "Skickat",
        DUE: "Senast",
        YEAR: "Period",
    },
    "en": {
        BOOK: "Workbook",
        AREA: "Service area",
        SEND: "Sending",
        AT: "Sent",
        DUE: "Due",
        YEAR: "Period",
    },
}
"""What stands beside the facts of a sending, by language."""

FILLED_BY: Mapping[str, str] = {"fi": "Täyttäjä", "sv": "Ifyllt av", "en": "Filled in by"}
"""Beside it an area tells who has filled the form in."""

_FILLED_BY = frozenset(map(key, FILLED_BY.values()))
_FACTS = {key(label): name for labels in LABELS.values() for name, label in labels.items()}


def fact_of(text: str) -> str | None:
    """Return which fact of a sending a label names, None where it names none."""
    return _FACTS.get(key(text))


def is_filled_by(text: str) -> bool:
    """Tell whether a label asks who has filled the form in."""
    return key(text) in _FILLED_BY


FILE, RETURNED, RETURNED_BY, TAKEN, CONFLICTS, MISSING, PRINT = (
    *("file", "returned", "returned_by", "taken", "conflicts", "missing", "print"),
)

SENDINGS = TableWords(
    {
        "fi": {
            SEND: ("lähetys",),
            AREA: ("vastuualue", "palvelualue", "tulosalue"),
            AT: ("lähetetty",),
            BY: ("kuka", "lähettäjä"),
            DUE: ("määräpäivä",),
            FILE: ("tiedosto",),
            RETURNED: ("palautettu",),
            RETURNED_BY: ("palauttaja",),
            TAKEN: ("otettu",),
            CONFLICTS: ("avoinna",),
            MISSING: ("puuttuu",),
            PRINT: ("palautuksen tiiviste",),
        },
        "sv": {
            SEND: ("utskick",),
            AREA: ("ansvarsområde",),
            AT: ("skickat",),
            BY: ("vem", "avsändare"),
            DUE: ("senast",),
            FILE: ("fil",),
            RETURNED: ("returnerat",),
            RETURNED_BY: ("returnerat av",),
            TAKEN: ("tagna",),
            CONFLICTS: ("öppna",),
            MISSING: ("saknas",),
            PRINT: ("svarets kontrollsumma",),
        },
        "en": {
            SEND: ("sending",),
            AREA: ("service area",),
            AT: ("sent",),
            BY: ("who", "sender"),
            DUE: ("due",),
            FILE: ("file",),
            RETURNED: ("returned",),
            RETURNED_BY: ("returned by",),
            TAKEN: ("taken",),
            CONFLICTS: ("open",),
            MISSING: ("missing",),
            PRINT: ("fingerprint of the return",),
        },
    },
    needed=frozenset({SEND, AREA, AT, RETURNED}),
    sheet={"fi": "Lähetykset", "sv": "Utskick", "en": "Sendings"},
    widths={SEND: 11, AREA: 34, AT: 18, FILE: 40, RETURNED: 18, RETURNED_BY: 20, PRINT: 18},
)
"""The journal of forms: what was sent to whom, when it came back, what of it was taken."""
