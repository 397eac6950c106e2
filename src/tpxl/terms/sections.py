"""The headings of an area's nine sections, as cities print them."""

import re
from functools import lru_cache

from tpxl.terms.folding import fold, openings

HEADINGS: dict[int, tuple[str, ...]] = {
    1: ("toiminta-ajatus", "verksamhetsidé", "mission"),
    2: (
        "toimintaympäristö",
        "toimintaympäristön muutokset",
        "verksamhetsmiljö",
        "verksamhetsmiljön",
        "operating environment",
    ),
    3: (
        "kaupunkistrategian painopisteistä",
        "kuntastrategian painopisteistä",
        "strategian painopisteistä",
        "painopisteistä johdetut",
        "strategiset tavoitteet",
        "strategiska mål",
        "mål som härletts ur",
        "strategic goals",
    ),
    4: (
        "muut toiminnan painopistealueet",
        "muut painopistealueet",
        "muut toiminnan tavoitteet",
        "muut tavoitteet",
        "muut toiminnalliset tavoitteet",
        "övriga mål",
        "övriga tyngdpunkter",
        "other goals",
    ),
    5: (
        "tuottavuustoimenpiteet",
        "tuottavuustoimet",
        "tuottavuusohjelma",
        "produktivitetsåtgärder",
        "productivity measures",
    ),
    6: ("talouden tunnusluvut", "ekonomiska nyckeltal", "nyckeltal för ekonomin", "key financial"),
    7: (
        "toiminnan tunnusluvut",
        "nyckeltal för verksamheten",
        "verksamhetens nyckeltal",
        "key operating figures",
    ),
    8: ("sisäinen valvonta", "intern kontroll", "internal control"),
    9: (
        "henkilöstötavoitteet",
        "henkilöstöä koskevat tavoitteet",
        "personalmål",
        "personnel goals",
        "staff goals",
    ),
}
"""What a heading starts with by its section, after its number and the year."""

OTHER_HEADINGS: dict[int, tuple[str, ...]] = {
    3: (
        r"(?:(?:kaupunki|kunta)?strategi\w*)\b.*(?:tavoitteet|painopiste\w*)\b",
        r"(?:toiminnalliset|sitovat|valtuuston)\b.*(?:tavoitteet|painopiste\w*)\b",
        r"(?:(?:stads|kommun)?strateg\w*|mål) .*(?:mål|tyngdpunkt\w*|strateg\w*)\b",
        r"(?:strategic|operational|goals|objectives)\b.*(?:goals|objectives|strategy|priorities)\b",
    ),
    4: (
        r"muut\b.*(?:tavoitteet|painopiste\w*)\b",
        r"övriga\b.*(?:mål|tyngdpunkt\w*)\b",
        r"other\b.*(?:goals|objectives|focus areas|priorities)\b",
    ),
    5: (
        r"tuottavuus(?:tavoitteet|hankkeet|toimet)\b",
        r"produktivitets(?:mål|program|projekt)\w*",
        r"productivity (?:goals|projects|programme)\b",
    ),
    8: (
        r"riskienhallinta\b",
        r"sisäisen valvonnan\b.*(?:tavoitteet|riskienhallinnan|riskienhallinta)\b",
        r"riskhantering\b",
        r"risk management\b",
    ),
    9: (
        r"henkilöstö(?:suunnitelma|resurssit)\b",
        r"henkilöstön?\b.+(?:tavoitteet|suunnitelma|resurssit)\b",
        r"mål för personalen\b|personal(?:plan|resurser)\w*",
        r"(?:personnel|staff)\b.*(?:goals|objectives|plan|resources)\b",
    ),
}
"""Other forms of a goal section's heading, as regular expressions: they count when the section's
own number stands before them, or nothing but them stands on the line."""

_OTHER_STARTS = (
    *("kaupunkistrategi", "kuntastrategi", "strateg", "toiminnalliset", "sitovat", "valtuuston"),
    *("stadsstrateg", "kommunstrateg", "mål", "operational", "goals", "objectives"),
    *("muut", "övriga", "other", "tuottavuus", "produktivitets", "productivity"),
    *("riskienhallinta", "sisäisen valvonnan", "riskhantering", "risk management"),
    *("henkilöstö", "personal", "personnel", "staff"),
)
"""What each of those begins with."""

NUMBERED_HEADINGS: dict[int, tuple[str, ...]] = {
    1: (
        r"(?:perus)?tehtävät?|toiminnan (?:kuvaus|tarkoitus)",
        r"uppgift(?:er)?|verksamhetens (?:uppgift|syfte)",
        r"purpose|tasks",
    ),
    2: (
        r"(?:olennaiset muutokset|toiminnan muutokset|muutokset toimintaympäristössä)\b.*",
        r"(?:förändringar i verksamhetsmiljön|omvärlden)\b.*",
        r"changes in the (?:operating )?environment\b.*",
    ),
    3: (r"(?:tavoitteet|painopistealueet)\b.*", r"(?:mål|tyngdpunkter)\b.*"),
    4: (r"(?:toiminnan|toiminnalliset) tavoitteet\b.*", r"andra (?:mål|tyngdpunkter)\b.*"),
    5: (r"tuottavuus|produktivitet|productivity",),
    6: (
        r"(?:talous|talouden|taloudelliset)",
        r"(?:talouden|taloudelliset) (?:ja toiminnan )?(?:tunnusluvut|luvut|kehitys|tiedot)",
        r"talouden (?:toteuma|toteutuminen)",
        r"(?:talousarvion (?:toteuma|toteutuminen)|tunnusluvut)\b.*",
        r"ekonom\w*(?: (?:nyckeltal|utfall|utveckling|uppgifter))?|nyckeltal",
        r"(?:financ\w+|economy)(?: (?:indicators|figures|performance|results))?|key figures",
    ),
    7: (
        r"(?:toiminnalliset|toimintaa kuvaavat|toiminnan) (?:tunnusluvut|luvut|suoritteet|tiedot)",
        r"suoritteet|tunnusluvut",
        r"verksamhet\w* (?:nyckeltal|uppgifter)|nyckeltal|prestationer",
        r"operat\w+ (?:indicators|figures|data)|key figures",
    ),
    8: (r"(?:valvonta|riskit)\b.*", r"(?:kontroll|risker)\b.*", r"(?:controls?|risks)\b.*"),
    9: (r"henkilöstö(?:tiedot|asiat)?", r"personal(?:en)?", r"personnel|staff"),
}
"""What names a section only with the section's own number before it, as regular expressions: the
whole line must be it, for goals are numbered too."""

_NUMBERED_STARTS = (
    *("perustehtävä", "tehtävä", "toiminnan", "uppgift", "verksamhet", "purpose", "tasks"),
    *("olennaiset", "muutokset", "förändringar", "omvärlden", "changes"),
    *("tavoitteet", "painopistealueet", "mål", "tyngdpunkter", "andra", "toiminnalliset"),
    *("talous", "talouden", "taloudelliset", "talousarvion", "tunnusluvut", "ekonom", "nyckeltal"),
    *("ekonomi", "financ", "financial", "finances", "economy", "key", "toiminnalliset"),
    *("toimintaa", "suoritteet", "prestationer", "operat", "operating", "operational"),
    *("valvonta", "riskit", "kontroll", "risker", "control", "controls", "risks"),
    *("henkilöstö", "personal", "personnel", "staff"),
)
"""What each of those begins with."""

LONGEST = 160
LONGEST_UNNUMBERED = 90
"""A heading without its number is no longer: a longer text is somebody's prose."""

_NUMBER = re.compile(
    r"(?:(?:luku|kohta|kapitel|section|chapter) )?"
    r"(?P<number>[1-9])(?:\.\d{1,2})*(?:[.):]|\s(?=\D))\s*(?!\d)"
)
_NUMBER_WORDS = ("luku", "kohta", "kapitel", "section", "chapter")
_YEAR_WORDS = ("vuoden", "år", "for")

# Patterns that few texts need are compiled by the first of them: `re` remembers them.
_LAST_YEAR = r" (?:vuonna |vuodelle |v\. ?|år )?(?:19|20)\d\d$"
_YEARS = r"(?:vuoden |år |for )?(?:19|20)\d\d(?:\s*-\s*(?:20)?\d\d)?(?:n|:n)? "
_OTHERS = {
    section: "|".join(f"(?:{form})" for form in forms) for section, forms in OTHER_HEADINGS.items()
}


_BY_NUMBER = {
    section: "|".join(f"(?:{form})" for form in forms)
    for section, forms in NUMBERED_HEADINGS.items()
}


@lru_cache(maxsize=4096)
def section_of(text: str) -> int | None:
    """Return the number of the section a heading opens, None where the text is no heading.

    The words decide; a number alone opens nothing, for goals are numbered too. Some words name
    a section only after its own number.

    >>> section_of("1. Toiminta-ajatus"), section_of("6 TALOUDEN TUNNUSLUVUT")
    (1, 6)
    >>> section_of("3. Kaupunkistrategian 2025-2030 painopisteistä johdetut tavoitteet")
    3
    >>> section_of("1. Aktiivinen tonttimyynti"), section_of("Sisäinen valvonta on kunnossa.")
    (None, None)
    >>> section_of("6. Taloudelliset tunnusluvut"), section_of("4. Taloudelliset tunnusluvut")
    (6, None)
    """
    certain = certain_section_of(text)
    return numbered_section_of(text) if certain is None else certain


@lru_cache(maxsize=4096)
def numbered_section_of(text: str) -> int | None:
    """Return the section whose number stands before words that name it only with the number."""
    if len(text) > LONGEST_UNNUMBERED:
        return None
    folded = fold(text).rstrip(" :")
    numbered = _NUMBER.match(folded)
    if numbered is None:
        return None
    words = re.sub(_LAST_YEAR, "", re.sub(_YEARS, "", folded[numbered.end() :]))
    section = int(numbered["number"])
    return section if re.fullmatch(_BY_NUMBER.get(section, "(?!)"), words) else None


@lru_cache(maxsize=4096)
def certain_section_of(text: str) -> int | None:
    """Return the section that a heading's words name by themselves, in whatever company."""
    if len(text) > LONGEST:
        return None
    folded = fold(text)
    numbered = _NUMBER.match(folded)
    words = folded[numbered.end() :] if numbered else folded
    words = re.sub(_YEARS, "", words) if "20" in words or "19" in words else words
    if not numbered and (len(words) > LONGEST_UNNUMBERED or words.endswith(".")):
        return None
    for section, starts in HEADINGS.items():
        if words.startswith(starts):
            return section
    return _other_form(words, int(numbered["number"]) if numbered else None)


def _other_form(words: str, number: int | None) -> int | None:
    """Return the section that a less certain heading opens: its number or the whole line tells."""
    if not words.startswith(_OTHER_STARTS):
        return None
    without_year = re.sub(_LAST_YEAR, "", words)
    for section, form in _OTHERS.items():
        if re.fullmatch(form, without_year) or (number == section and re.match(form, words)):
            return section
    return None


OPENINGS = openings(
    (
        *_NUMBER_WORDS,
        *_YEAR_WORDS,
        *_OTHER_STARTS,
        *_NUMBERED_STARTS,
        *(word for words in HEADINGS.values() for word in words),
    )
)
"""What the words of this module begin with."""


def is_known(text: str) -> bool:
    """Tell whether the text is a section's heading."""
    return section_of(text) is not None


_CAPTION = re.compile(
    r"(?:taulukko|kuvio|kuva|kaavio|tabell|figur|diagram|table|figure|chart)\s*\d+\b"
)


def is_caption(text: str) -> bool:
    """Tell whether a text is the numbered title of a table or a picture.

    >>> is_caption("Taulukko 12. Talouden toteuma"), is_caption("Taulukot")
    (True, False)
    """
    return _CAPTION.match(fold(text)) is not None
