"""What Excel calls the values of a cell that are neither text nor number, in each language."""

TRUTH = {"fi": ("ei", "kyllä"), "sv": ("nej", "ja"), "en": ("no", "yes")}
"""How the report says no and yes."""

ERROR_VALUE = {"fi": "virhearvo", "sv": "felvärde", "en": "error value"}
"""What is printed where a cell holds an error: no code of a program goes to the board."""

ERRORS = {
    "#REF!": {"fi": "#VIITTAUS!", "sv": "#REFERENS!"},
    "#DIV/0!": {"fi": "#JAKO/0!", "sv": "#DIVISION/0!"},
    "#VALUE!": {"fi": "#ARVO!", "sv": "#VÄRDEFEL!"},
    "#N/A": {"fi": "#PUUTTUU!", "sv": "#SAKNAS!"},
    "#NAME?": {"fi": "#NIMI?", "sv": "#NAMN?"},
    "#NUM!": {"fi": "#LUKU!", "sv": "#OGILTIGT!"},
    "#NULL!": {"fi": "#TYHJÄ!", "sv": "#SKÄRNING!"},
}
"""What each error is called in a Finnish and a Swedish Excel; an English one shows the code."""

_CODES = {name: code for code, names in ERRORS.items() for name in (code, *names.values())}
_LONGEST = max(map(len, _CODES))


def error_name(code: str, lang: str) -> str:
    """Return an error as Excel shows it to a reader of the language.

    >>> error_name("#REF!", "fi"), error_name("#REF!", "en"), error_name("#SPILL!", "fi")
    ('#VIITTAUS!', '#REF!', '#SPILL!')
    """
    return ERRORS.get(code, {}).get(lang, code)


def error_code(text: str) -> str | None:
    """Return the code of an error that stands as text, as a copied value does; None for others.

    >>> error_code(" #VIITTAUS! "), error_code("#1")
    ('#REF!', None)
    """
    if "#" not in text[: _LONGEST + 1]:
        return None
    return _CODES.get(text.strip().upper()) if len(text) <= 2 * _LONGEST else None


MONTHS = {
    "fi": tuple(
        f"{month}kuu"
        for month in (
            *("tammi", "helmi", "maalis", "huhti", "touko", "kesä"),
            *("heinä", "elo", "syys", "loka", "marras", "joulu"),
        )
    ),
    "sv": (
        *("januari", "februari", "mars", "april", "maj", "juni"),
        *("juli", "augusti", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
WEEKDAYS = {
    "fi": (
        *("maanantai", "tiistai", "keskiviikko", "torstai"),
        *("perjantai", "lauantai", "sunnuntai"),
    ),
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": (
        *("Monday", "Tuesday", "Wednesday", "Thursday"),
        *("Friday", "Saturday", "Sunday"),
    ),
}

_SHORT = {"fi": 2, "sv": 3, "en": 3}
"""How many letters of a weekday's name a short one has."""


def month_name(month: int, lang: str, *, is_short: bool = False, is_of_day: bool = False) -> str:
    """Return a month's name, 1 for January; `is_of_day` where a day stands before it.

    >>> month_name(3, "fi"), month_name(3, "fi", is_short=True), month_name(3, "fi", is_of_day=True)
    ('maaliskuu', 'maalis', 'maaliskuuta')
    """
    name = MONTHS[lang][month - 1]
    if is_short:
        return name.removesuffix("kuu") if lang == "fi" else name[:3]
    return f"{name}ta" if is_of_day and lang == "fi" else name


def weekday_name(weekday: int, lang: str, *, is_short: bool = False) -> str:
    """Return a weekday's name, 0 for Monday.

    >>> weekday_name(0, "fi"), weekday_name(0, "fi", is_short=True)
    ('maanantai', 'ma')
    """
    name = WEEKDAYS[lang][weekday]
    return name[: _SHORT[lang]] if is_short else name


TIME_MARK = {"fi": ".", "sv": ".", "en": ":"}
"""What parts hours from minutes, whatever a format writes between them."""
DATE_MARK = {"fi": ".", "sv": ".", "en": "/"}
"""What a format's ``/`` shows as."""
DECIMAL_MARK = {"fi": ",", "sv": ",", "en": "."}
