"""How cells look: one typeface, one accent colour, fills that tell inputs from computed cells."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

ACCENT = "#1F4E79"
INPUT_FILL = "#FFF8E5"
COMPUTED_FILL = "#E6EEF6"
HEADER_FILL = "#D5E0EC"
RULE = "#B8C4D0"
MUTED = "#595959"

_TABLE = {
    "border": 1,
    "border_color": RULE,
    "valign": "vcenter",
    "align": "left",
    "indent": 1,
    "shrink": True,
}
"""What does not fit its cell is drawn smaller, be it a name of 31 letters or a figure of billions;
a text that wraps is not."""

_NUMBER = {"align": "right", "indent": 1}

PARTS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "font_color": ACCENT, "valign": "vcenter"},
    "heading": {"bold": True, "font_size": 12, "font_color": ACCENT, "valign": "vcenter"},
    "focus": {"bold": True, "font_color": ACCENT, "valign": "vcenter"},
    "muted": {"font_color": MUTED, "valign": "vcenter"},
    "bold": {"bold": True, "valign": "vcenter"},
    "wrap": {"text_wrap": True, "valign": "top"},
    "fold": {"text_wrap": True},
    "header": {
        **_TABLE,
        "bold": True,
        "bg_color": HEADER_FILL,
        "text_wrap": True,
    },
    "cell": _TABLE,
    "input": {**_TABLE, "bg_color": INPUT_FILL},
    "computed": {**_TABLE, "bg_color": COMPUTED_FILL},
    "total": {"bold": True, "top": 1, "top_color": ACCENT, "bottom": 1, "bottom_color": ACCENT},
    "shrink": {"shrink": True},
    "right": _NUMBER,
    "flush": {"align": "right", "indent": 0},
    "left": {"align": "left", "indent": 1},
    "warned": {**_TABLE, "bg_color": "#FFF0BF", "border_color": "#BF8F00", "bold": True},
    "euros": {"num_format": "#,##0;-#,##0;0", **_NUMBER},
    "one": {"num_format": "#,##0.0;-#,##0.0;0.0", **_NUMBER},
    "share": {"num_format": "0 %", **_NUMBER},
    "part": {"num_format": "0.0 %", **_NUMBER},
    "date": {"num_format": "d.m.yyyy", **_NUMBER},
    "typed": {"num_format": "@"},
    "whole": {"num_format": "0", **_NUMBER},
    "link": {"font_color": ACCENT, "underline": 1},
    "changed": {"num_format": "#,##0.0", **_NUMBER},
    "either": {"num_format": "#,##0.0"},
    "small": {"font_size": 9},
}

SEVERITIES = {
    "virhe": ("#9C0006", "#FBD9D9"),
    "pyöristys": ("#7A4100", "#FCE4CC"),
    "varoitus": ("#6B5200", "#FFF0BF"),
    "selitettävä": ("#1F4E79", "#DCE8F4"),
    "ei tarkistettavissa": ("#595959", "#EDEDED"),
    "tieto": ("#404040", "#F5F5F5"),
}
"""Severities as staff read them, worst first, each with the colours of its word and its cell."""


class MasterStyles:
    """The formats of a workbook, each made once: ``styles("input", "euros")``."""

    def __init__(self, workbook: Workbook) -> None:
        """Make formats in `workbook`."""
        self._workbook = workbook
        self._made: dict[tuple[str, ...], Format] = {}

    def __call__(self, *parts: str) -> Format:
        """Return the format that `parts` make together, later ones over earlier ones."""
        if parts not in self._made:
            properties: dict[str, Any] = {}
            for part in parts:
                properties.update(PARTS[part])
            self._made[parts] = self._workbook.add_format(properties)
        return self._made[parts]

    def severity(self, word: str) -> Format:
        """Return the look of a severity's word, as the legend shows it."""
        ink, fill = SEVERITIES[word]
        look = {**_TABLE, "font_color": ink, "bg_color": fill, "bold": True}
        return self._workbook.add_format(look)

    def conditional(self, **properties: Any) -> Format:  # noqa: ANN401 - as XlsxWriter's own
        """Return a format for a conditional rule."""
        return self._workbook.add_format(properties)
