"""The years that headings, titles and notes name, and the same texts a year on.

Prose is never moved: ``keväällä 2025`` in a goal says what was meant then.
"""

import re
from collections.abc import Iterator

from tpxl.terms.folding import key
from tpxl.terms.periods import KINDS, period_of
from tpxl.terms.sections import section_of

_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d]|[-–/]\d|\.\d)(?<![-–]\d{4})")
"""A year that stands alone: no end of a range (``2025–2030``) and no date's."""

_MARKS = "|".join(
    sorted((re.escape(word) for words in KINDS.values() for word in words), key=len, reverse=True)
)
_MARKED = re.compile(
    rf"(?<![^\W\d_])(?P<mark>{_MARKS})(?P<between>[.:/]?\s*)(?P<year>(?:19|20)\d\d)(?![-–\d])",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?i)^\W*(?:\d{1,2}\.\s*)?(?:tilinpäätös|talousarvio|toimintakertomus|vuosi|vuoden|vuonna"
    r"|bokslut|budget|år|året|annual report|financial statements|year)\b[\s:,]*(?:19|20)\d\d\b"
)
_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*")
_SHORT_YEAR = re.compile(r"(?<!\d)\d\d(?!\d)")
LONGEST_NOTE = 120
"""A text longer than this is prose."""

KEPT_SHEETS = {"fi": "Vertailuluvut", "sv": "Jämförelsetal", "en": "Comparison figures"}
"""The sheet that keeps the figures that changes are compared with, once their columns are gone."""

_KEPT_KEYS = frozenset(map(key, KEPT_SHEETS.values()))


def keeps_bases(sheet: str) -> bool:
    """Tell whether a sheet of this name keeps the figures of columns that are gone."""
    return key(sheet) in _KEPT_KEYS


def years_of(text: str) -> Iterator[int]:
    """Yield the years that stand alone in a text.

    >>> list(years_of("TA 2025 vrt. TA 2024")), list(years_of("strategia 2025-2030, 31.12.2025"))
    ([2025, 2024], [])
    """
    return (int(found[0]) for found in _YEAR.finditer(text))


def mentions(text: str, year: int) -> bool:
    """Tell whether a text names a year in any way: alone, in a date, in a range.

    >>> mentions("strategia 2025–2030", 2025), mentions("12025 €", 2025)
    (True, False)
    """
    return re.search(rf"(?<!\d){year}(?!\d)", text) is not None


def heading_on(text: str) -> str:
    r"""Return a period's heading a year on, written as it was.

    >>> heading_on("TP 2025"), heading_on("TA -25"), heading_on("1.1.-31.12.2025\nTP")
    ('TP 2026', 'TA -26', '1.1.-31.12.2026\nTP')
    >>> heading_on("TA 2025 (vrt. TA 2024)")
    'TA 2026 (vrt. TA 2025)'
    """
    found = period_of(text)
    year = None if found is None else found[1]
    if year is not None and not re.search(r"(?:19|20)\d\d", text):
        return _SHORT_YEAR.sub(lambda short: f"{(int(short[0]) + 1) % 100:02d}", text, count=1)
    if year is not None and not re.search(rf"(?<!\d){year}(?!\d)", text):
        return text.replace(str(year), str(year + 1), 1)  # a note's digit stands right after it
    return re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", lambda one: str(int(one[0]) + 1), text)


def marked_on(text: str) -> str:
    """Return a text with the years that a kind of period marks a year on.

    >>> marked_on("TA 2025 vrt. TA 2024 ja TP 2025 vrt. TP 2024")
    'TA 2026 vrt. TA 2025 ja TP 2026 vrt. TP 2025'
    >>> marked_on("Kaupunkistrategian 2025-2030 tavoitteet, TP 2025–2026")
    'Kaupunkistrategian 2025-2030 tavoitteet, TP 2025–2026'
    """
    return _MARKED.sub(
        lambda one: f"{one['mark']}{one['between']}{int(one['year']) + 1}",
        text,
    )


def year_on(text: str, year: int) -> str:
    """Return a text with one year, where it stands alone, a year on.

    >>> year_on("5. Vuoden 2025 tuottavuustoimenpiteet 2025–2030", 2025)
    '5. Vuoden 2026 tuottavuustoimenpiteet 2025–2030'
    """
    return _YEAR.sub(lambda one: str(year + 1) if int(one[0]) == year else one[0], text)


def title_on(text: str, year: int) -> str:
    """Return a heading, a title or a note of the report a year on; prose as it is.

    A note with figures of its own is as it is too: they do not move.

    >>> title_on("Tilinpäätös 2025, Kemijärven kaupunki", 2025), title_on("Kesä 2025", 2025)
    ('Tilinpäätös 2026, Kemijärven kaupunki', 'Kesä 2025')
    >>> title_on("TP 2025: kate oli −63 959 €", 2025)
    'TP 2025: kate oli −63 959 €'
    """
    if section_of(text) is not None:
        return year_on(text, year)
    if len(text) > LONGEST_NOTE or _has_figures(text):
        return text
    marked = marked_on(text)
    return year_on(marked, year) if marked == text and _TITLE.match(text) else marked


def is_dated_title(text: str) -> bool:
    """Tell whether a text is a heading, a title or a note that says what year the report is of.

    >>> is_dated_title("5. Vuoden 2025 tuottavuustoimenpiteet"), is_dated_title("Kesällä 2025")
    (True, False)
    >>> is_dated_title("TA 2025 vrt. TA 2024"), is_dated_title("TP 2023 sisältää siirron")
    (True, False)
    """
    if not any(years_of(text)):
        return False
    if section_of(text) is not None:
        return True
    if len(text) > LONGEST_NOTE or _has_figures(text):
        return False
    return _TITLE.match(text) is not None or len(_MARKED.findall(text)) > 1


def _has_figures(text: str) -> bool:
    """Tell whether a text has a number that is neither a year nor the number of a list."""
    bare = re.sub(r"(?:19|20)\d\d", "", re.sub(r"^\W*\d{1,2}[.)]\s", "", text))
    return _NUMBER.search(bare) is not None
