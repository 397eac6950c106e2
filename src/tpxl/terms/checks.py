"""The names by which finance turns a check of the goals off, or sets it, in Perustiedot."""

from collections.abc import Mapping

from tpxl.terms.folding import fold
from tpxl.terms.settings import is_yes

CHECKS: dict[str, tuple[str, ...]] = {
    "goal_target_unanswered": (
        "toteuma ilman lukua",
        "utfall utan tal",
        "outcome without a number",
    ),
    "goal_target_missed": ("tavoite jää saavuttamatta", "målet nås inte", "target missed"),
    "goal_same_outcome": ("sama toteuma", "samma utfall", "same outcome"),
    "goal_other_year": (
        "toteuma toisesta vuodesta",
        "utfall från ett annat år",
        "outcome of another year",
    ),
    "goal_placeholder": (
        "täydennettävä teksti",
        "text som ska kompletteras",
        "text to be completed",
    ),
    "goal_unfinished": ("keskeneräinen lause", "oavslutad mening", "unfinished sentence"),
    "goal_too_long": ("liian pitkä teksti", "för lång text", "text too long"),
}
"""The labels of each check by the code of its finding; ``ei`` beside one turns it off."""

SCHEMA = ("tavoiteskeema", "målschema", "goal schema")
"""The labels beside which a city names a schema file of its own."""

LONGEST_TEXT = ("tavoitetekstin enimmäispituus", "måltextens största längd", "longest goal text")
"""The labels beside which a city types how many characters a goal's cell shows in print."""


def is_on(check: str, texts: Mapping[str, str]) -> bool:
    """Tell whether a check is done, `texts` being the settings by their folded label.

    >>> is_on("goal_same_outcome", {"sama toteuma": "Ei"}), is_on("goal_same_outcome", {})
    (False, True)
    """
    typed = typed_beside((*CHECKS[check], check), texts)
    return typed is None or is_yes(typed) is not False


def typed_beside(labels: tuple[str, ...], texts: Mapping[str, str]) -> str | None:
    """Return what is typed beside the first of the labels that is there."""
    return next((texts[label] for label in map(fold, labels) if label in texts), None)
