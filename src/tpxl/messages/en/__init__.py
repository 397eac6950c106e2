"""English.

What lines, measures and severities are called in running text.
"""

DECIMAL_MARK = "."

LINES = {
    "OPERATING_EXPENSES": ("operating expenses", "operating expenses"),
    "OPERATING_INCOME": ("operating income", "operating income"),
    "OWN_PRODUCTION": ("manufacturing for own use", "manufacturing for own use"),
    "STOCK_CHANGE": ("change in stocks of products", "change in stocks of products"),
    "OPERATING_MARGIN": ("operating margin", "operating margin"),
    "STAFF_EXPENDITURE": ("staff expenditure", "staff expenditure"),
    "SERVICES_PURCHASED": ("services purchased", "services purchased"),
    "PERMANENT_POSTS": ("permanent posts", "permanent posts"),
    "SHARED_COSTS": ("amount to allocate", "amount to allocate"),
    "ALLOCATION_DRIVER": ("driver", "driver"),
    "ALLOCATED_COSTS": ("allocated costs", "allocated costs"),
}
"""By lexicon code: the name, and its form after "change in"."""

MEASURES = {
    "": "{line}",
    "change_percent": "change in {of_line}",
    "per_resident": "{line} € per resident",
    "share_percent": "share of the costs",
}

PERIODS: dict[str, str] = {}
"""What periods are called otherwise than by the marks of their kinds."""

SEVERITIES = {
    "error": "error",
    "rounding": "rounding",
    "warning": "warning",
    "comment": "to be explained",
    "unverifiable": "cannot be verified",
    "info": "information",
}
