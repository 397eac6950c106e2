"""A finding's text, made last, from its code and facts: one catalogue per language."""

from tpxl.messages.catalogue import LANGUAGES, Catalogue, catalogue
from tpxl.messages.sentences import (
    absent_sheets,
    edit_line,
    former_phrases,
    glance,
    line_name,
    period_name,
    phrase,
    phrased,
    sentence,
)

__all__ = [
    "LANGUAGES",
    "Catalogue",
    "absent_sheets",
    "catalogue",
    "edit_line",
    "former_phrases",
    "glance",
    "line_name",
    "period_name",
    "phrase",
    "phrased",
    "sentence",
]
