"""Swedish.

What lines, measures and severities are called in running text.
"""

DECIMAL_MARK = ","

LINES = {
    "OPERATING_EXPENSES": ("verksamhetens kostnader", "verksamhetens kostnader"),
    "OPERATING_INCOME": ("verksamhetsintäkter", "verksamhetsintäkterna"),
    "OWN_PRODUCTION": ("tillverkning för eget bruk", "tillverkningen för eget bruk"),
    "STOCK_CHANGE": ("förändring av produktlager", "förändringen av produktlager"),
    "OPERATING_MARGIN": ("verksamhetsbidrag", "verksamhetsbidraget"),
    "STAFF_EXPENDITURE": ("personalkostnader", "personalkostnaderna"),
    "SERVICES_PURCHASED": ("köp av tjänster", "köpen av tjänster"),
    "PERMANENT_POSTS": ("ordinarie tjänster", "de ordinarie tjänsterna"),
    "SHARED_COSTS": ("belopp att fördela", "beloppet att fördela"),
    "ALLOCATION_DRIVER": ("fördelningsgrund", "fördelningsgrunden"),
    "ALLOCATED_COSTS": ("fördelade kostnader", "de fördelade kostnaderna"),
}
"""By lexicon code: the name, and its form after "förändring i"."""

MEASURES = {
    "": "{line}",
    "change_percent": "förändring i {of_line}",
    "per_resident": "{line} €/invånare",
    "share_percent": "andel av kostnaderna som fördelas",
}

PERIODS: dict[str, str] = {
    "TP": "BS",
    "TA": "BU",
    "TA+M": "BU+ä",
    "TS": "EP",
    "KS": "Dispositionsplan",
    "ENN": "Prognos",
}
"""What periods are called, by the marks of their kinds."""

SEVERITIES = {
    "error": "fel",
    "rounding": "avrundning",
    "warning": "varning",
    "comment": "bör förklaras",
    "unverifiable": "kan inte kontrolleras",
    "info": "information",
}
