"""What a column of a comparison table holds, and the headings that say so.

Source: published reports of Finnish cities.
"""

from tpxl.terms.folding import key
from tpxl.terms.lines import BARE_CHANGES, CHANGE_WORDS

ACTUAL, FORECAST, PLAN = "actual", "forecast", "plan"
ORIGINAL, CHANGES, AMENDED = "original", "changes", "amended"
AMENDED_PLAN = "amended_plan"
"""A plan of use with its amendments: an amount of the year, of no kind of period."""

AFTER_CHANGES = frozenset({AMENDED, AMENDED_PLAN})
"""Columns of amounts that amendments are in."""

KIND_ROLES = {
    "TP": ACTUAL,
    "TA": ORIGINAL,
    "TA+M": AMENDED,
    "KS": PLAN,
    "TS": PLAN,
    "ENN": FORECAST,
}
"""The role of a column that is headed with a period alone, by its kind's mark."""

CHANGE, CHANGE_PERCENT, PERCENT = "change", "change_percent", "percent"
DEVIATION, DEVIATION_PERCENT, USED_PERCENT = "deviation", "deviation_percent", "used_percent"

WORDS: dict[str, tuple[str, ...]] = {
    ORIGINAL: (
        "alkuperäinen ta",
        "alkuper. ta",
        "alkup. ta",
        "ta alkuperäinen",
        "alkuperäinen talousarvio",
        "alkuper. talousarvio",
        "alkup. talousarvio",
        "talousarvio, alkuperäinen",
        "alkuperäinen budjetti",
        "alkup. budjetti",
        "alkuperäinen",
        "hyväksytty talousarvio",
        "budjetti",
        "ursprunglig budget",
        "ursprunglig bu",
        "original budget",
    ),
    CHANGES: (
        "ta-muutokset",
        "ta-muutos",
        "ta-muut.",
        "ta:n muutokset",
        "talousarviomuutokset",
        "talousarviomuutos",
        "talousarvion muutokset",
        "talousarvion muutos",
        "muutokset",
        "määrärahamuutokset",
        "määrärahamuutos",
        "määrärahasiirrot",
        "lta",
        "määrärahojen muutokset",
        "budjettimuutokset",
        "budjettimuutos",
        "bu-muutokset",
        "bu-muutos",
        "lisätalousarvio",
        "lisätalousarviot",
        "lisämäärärahat",
        "budgetändringar",
        "budgetändring",
        "ändringar i budgeten",
        "ändringar",
        "tilläggsbudget",
        "budget changes",
        "changes",
        "amendments",
    ),
    AMENDED: (
        "ta muutosten jälkeen",
        "ta muutoksen jälkeen",
        "ta muutoksineen",
        "ta muutoksin",
        "ta yhteensä",
        "ta + muutokset",
        "ta + muutos",
        "ta + ta-muutokset",
        "ta + ta-muutos",
        "ta sis. muutokset",
        "talousarvio muutosten jälkeen",
        "talousarvio muutoksineen",
        "talousarvio muutoksin",
        "talousarvio yhteensä",
        "talousarvio + muutokset",
        "talousarvio + muutos",
        "talousarvio ml. muutokset",
        "talousarvio sis. muutokset",
        "muutosten jälkeen",
        "muutettu budjetti",
        "budjetti + muutokset",
        "budjetti + muutos",
        "bu + muutokset",
        "bu + muutos",
        "lopullinen ta",
        "lopullinen talousarvio",
        "voimassa oleva ta",
        "voimassa oleva talousarvio",
        "budget efter ändringar",
        "ändrad budget",
        "budget after changes",
        "revised budget",
    ),
    ACTUAL: (
        "toteutuma",
        "toteuma yhteensä",
        "toteutunut",
        "utfall",
        "realiserat",
        "actuals",
        "outturn",
    ),
    DEVIATION: (
        "poikkeama",
        "poikk.",
        "poikkeama ta",
        "poikkeama tp/ta",
        "poikkeama ta/tp",
        "poikkeama enn/ta",
        "poikkeama ennuste/ta",
        "ennuste/ta",
        "ennusteen poikkeama",
        "ennustettu poikkeama",
        "poikkeama talousarviosta",
        "talousarviopoikkeama",
        "ta-poikkeama",
        "ero",
        "erotus",
        "jäljellä",
        "jäljellä oleva määräraha",
        "jäljellä talousarviosta",
        "käyttämättä",
        "kvar",
        "återstår",
        "oanvänt",
        "remaining",
        "ylitys/alitus",
        "alitus/ylitys",
        "tp-ta",
        "ta-tp",
        "avvikelse",
        "avvikelse från budget",
        "deviation",
        "variance",
    ),
    DEVIATION_PERCENT: (
        "poikkeama %",
        "poikkeamaprosentti",
        "poikk. %",
        "ero %",
        "erotus %",
        "avvikelse %",
        "deviation %",
        "variance %",
    ),
    USED_PERCENT: (
        "toteuma %",
        "toteutuma %",
        "tot. %",
        "toteutumis-%",
        "toteutumisprosentti",
        "toteumaprosentti",
        "toteutumisaste",
        "toteutumisaste %",
        "käyttö-%",
        "käyttöaste",
        "käyttöaste-%",
        "käytetty %",
        "tp/ta %",
        "tot/ta %",
        "ta:n toteuma %",
        "% ta:sta",
        "% talousarviosta",
        "% budjetista",
        "käyttö %",
        "utfall %",
        "utfall i %",
        "utfallsprocent",
        "förverkl. %",
        "förverkligande %",
        "förverkligandegrad",
        "användning %",
        "använt %",
        "förbrukning %",
        "förbrukat %",
        "utnyttjat %",
        "realisering %",
        "realiseringsgrad",
        "förverkligat %",
        "actual %",
        "used %",
        "% used",
        "% av budget",
        "% av budgeten",
        "% of budget",
    ),
    CHANGE: (*BARE_CHANGES, "muutos tp/tp", "muutos ta/ta"),
    CHANGE_PERCENT: (
        *CHANGE_WORDS,
        "muutos tp/tp %",
        "muutos ta/ta %",
        "muutos ed. v. %",
    ),
    PERCENT: ("%", "/ %"),
}
"""Headings by what their column holds. A unit of euros in a heading says nothing of its role."""

BUDGET_FIRST = frozenset(
    key(word)
    for word in (
        *(
            "jäljellä",
            "käyttämättä",
            "ta-tp",
            "jäljellä oleva määräraha",
            "jäljellä talousarviosta",
        ),
        *("kvar", "återstår", "oanvänt", "remaining"),
    )
)
"""Words for what is left: the budget less what was used."""

AMOUNTS = frozenset({ORIGINAL, CHANGES, AMENDED, AMENDED_PLAN, ACTUAL, FORECAST, PLAN})
"""Columns of amounts that other columns are computed from."""

PERCENTS = frozenset({USED_PERCENT, DEVIATION_PERCENT, CHANGE_PERCENT, PERCENT})
"""Columns of per cents, whatever the unit of the table's euros."""

COMPUTED = PERCENTS | {DEVIATION, CHANGE}
"""Columns of differences and shares, that two others make."""

SUMMED = AMOUNTS | {DEVIATION, CHANGE}
"""Columns in which a total is the sum of its parts."""

PLAIN = AMOUNTS - {CHANGES, AMENDED, AMENDED_PLAN}
"""Roles that make no comparison by themselves."""
