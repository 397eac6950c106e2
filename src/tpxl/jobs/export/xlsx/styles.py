"""How a cell of the template workbook looks, in the terms of the program that writes the copy."""

import colorsys
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

from openpyxl.cell import Cell
from openpyxl.styles.borders import Side
from openpyxl.styles.colors import COLOR_INDEX, Color

Look = Mapping[str, Any]
"""Properties of a cell's format by XlsxWriter's names."""

_THEME_ORDER = (
    "lt1", "dk1", "lt2", "dk2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
"""Excel numbers light before dark, the theme's file dark before light."""

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_BORDERS = {
    "thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6, "hair": 7,
    "mediumDashed": 8, "dashDot": 9, "mediumDashDot": 10, "dashDotDot": 11,
    "mediumDashDotDot": 12, "slantDashDot": 13,
}  # fmt: skip

_VERTICAL = {"center": "vcenter", "justify": "vjustify", "distributed": "vdistributed"}


def theme_colors(theme: bytes | str | None) -> tuple[str, ...]:
    """Return the colours of a theme part as RRGGBB, in Excel's order; none without a theme."""
    if not theme:
        return ()
    scheme = next(ET.fromstring(theme).iter(f"{_DRAWING}clrScheme"))  # noqa: S314  # our template
    found = {}
    for entry in scheme:
        value = entry[0]
        found[entry.tag.removeprefix(_DRAWING)] = value.get("lastClr") or value.get("val") or ""
    return tuple(found.get(name, "000000") for name in _THEME_ORDER)


def look_of(cell: Cell, theme: tuple[str, ...]) -> Look:
    """Return how a cell looks: typeface, fill, borders, alignment."""
    font, fill, alignment = cell.font, cell.fill, cell.alignment
    look: dict[str, Any] = {
        "font_name": font.name,
        "font_size": font.sz,
        "bold": font.b or None,
        "italic": font.i or None,
        "underline": 1 if font.u else None,
        "font_color": _rgb(font.color, theme),
        "align": alignment.horizontal,
        "valign": _VERTICAL.get(alignment.vertical, alignment.vertical) or "bottom",
        "text_wrap": alignment.wrap_text or None,
        "indent": int(alignment.indent) or None,
    }
    if fill.fill_type == "solid":
        look |= {"pattern": 1, "fg_color": _rgb(fill.fgColor, theme)}
    for side in ("left", "right", "top", "bottom"):
        look |= _border(side, getattr(cell.border, side), theme)
    return {name: value for name, value in look.items() if value is not None}


def _border(side: str, border: Side | None, theme: tuple[str, ...]) -> dict[str, Any]:
    if border is None or border.style not in _BORDERS:
        return {}
    return {side: _BORDERS[border.style], f"{side}_color": _rgb(border.color, theme)}


def _rgb(color: Color | None, theme: tuple[str, ...]) -> str | None:
    if color is None:
        return None
    match color.type:
        case "rgb" if isinstance(color.rgb, str):
            plain = color.rgb[-6:]
        case "theme" if color.theme < len(theme):
            plain = theme[color.theme]
        case "indexed" if color.indexed < len(COLOR_INDEX):
            plain = COLOR_INDEX[color.indexed][-6:]
        case _:
            return None
    return "#" + tinted(plain, color.tint or 0.0)


def tinted(rgb: str, tint: float) -> str:
    """Return a colour made darker (tint below zero) or lighter, as Excel does: by its lightness.

    >>> tinted("1F4E79", 0.0), tinted("000000", 0.5), tinted("FFFFFF", -0.5)
    ('1F4E79', '808080', '808080')
    """
    if not tint:
        return rgb.upper()
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light + (1 - light) * tint
    return "".join(
        f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation)
    )
