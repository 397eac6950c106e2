"""By which rule a finding was made, as the journal tells it: a name for each family of codes."""

from functools import cache

from tpxl.messages import LANGUAGES, catalogue

_FAMILIES = (
    ("change_percent", "change"),
    ("change_over", "change"),
    ("base_missing", "change"),
    ("margin", "margin"),
    ("per_resident", "per_resident"),
    ("residents", "residents"),
    ("tie_same_figure", "same_figure"),
    ("tie_total", "total"),
    ("tie_areas_total", "total"),
    ("total_", "total"),
    ("tie_", "comparison"),
    ("table_", "comparison"),
    ("comment_", "comment"),
    ("not_round", "round"),
    ("goal", "goals"),
    ("allocation", "allocation"),
)
OTHER = "reading"
RULES = (*dict.fromkeys(rule for _, rule in _FAMILIES), OTHER)
"""Every rule; its name in a language is the text ``rule_...``."""


def rule_of(code: str) -> str:
    """Return the rule of a finding's code.

    >>> rule_of("margin_rounding"), rule_of("tie_deviation"), rule_of("unreadable")
    ('margin', 'comparison', 'reading')
    """
    return next((rule for start, rule in _FAMILIES if code.startswith(start)), OTHER)


def rule_name(rule: str, lang: str) -> str:
    """Return what a rule is called in a language."""
    return catalogue(lang).texts[f"rule_{rule}"]


@cache
def rules_by_name() -> dict[str, str]:
    """Return the rules by their names in every language."""
    return {rule_name(rule, lang): rule for lang in LANGUAGES for rule in RULES}
