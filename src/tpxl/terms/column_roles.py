"""What the columns of comparison tables are, and the words they are headed with.

Source: published reports of Finnish cities.
"""

from tpxl.terms.lines import BARE_CHANGES, CHANGE_WORDS

ORIGINAL, CHANGES, AMENDED = "original", "changes", "amended"
ACTUAL, FORECAST, PLAN = "actual", "forecast", "plan"
DEVIATION, DEVIATION_PERCENT, USED_PERCENT = "deviation", "deviation_percent", "used_percent"
CHANGE, CHANGE_PERCENT, PERCENT = "change", "change_percent", "percent"

AMOUNTS = frozenset({ORIGINAL, CHANGES, AMENDED, ACTUAL, FORECAST, PLAN})
"""Columns of amounts that other columns are computed from."""

PERCENTS = frozenset({USED_PERCENT, DEVIATION_PERCENT, CHANGE_PERCENT, PERCENT})
"""Columns of per cents, whatever the unit of the table's euros."""

SUMMED = AMOUNTS | {DEVIATION, CHANGE}
"""Columns in which a total is the sum of its parts."""

PLAIN = AMOUNTS - {CHANGES, AMENDED}
"""Roles that make no comparison by themselves."""

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
        "ta yhteensä",
        "ta + muutokset",
        "ta + muutos",
        "ta + ta-muutokset",
        "ta + ta-muutos",
        "ta sis. muutokset",
        "talousarvio muutosten jälkeen",
        "talousarvio muutoksineen",
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
        "poikkeama talousarviosta",
        "talousarviopoikkeama",
        "ta-poikkeama",
        "ero",
        "erotus",
        "jäljellä",
        "käyttämättä",
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
        "utfall %",
        "utfall i %",
        "utfallsprocent",
        "realisering %",
        "realiseringsgrad",
        "förverkligat %",
        "actual %",
        "used %",
        "% used",
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

KIND_ROLES = {
    "TP": ACTUAL,
    "TA": ORIGINAL,
    "TA+M": AMENDED,
    "KS": PLAN,
    "TS": PLAN,
    "ENN": FORECAST,
}
"""The role of a column that is headed with a period alone, by its kind's mark."""
