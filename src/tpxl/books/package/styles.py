"""Number formats: how the file says a cell's number is shown."""

from tpxl.books.package.damage import MarkupError
from tpxl.books.package.limits import MAX_FORMAT, refuse_many
from tpxl.books.package.markup import tags, utf8

GENERAL = "General"
_BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    44: '_("$"* #,##0.00_)_("$"* \\(#,##0.00\\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}


def number_formats(data: bytes) -> tuple[str | None, ...]:
    """Return the number format code of each cell style (``cellXfs``) of the styles part.

    None is the code of a style whose number is empty: how its cells are shown is not known.

    Raises:
        MarkupError: the part cannot be read.
    """
    own: dict[int, str] = {}
    used: list[int | None] = []
    group = ""
    try:
        for tag in tags(utf8(data)):
            if tag.depth == 1:
                group = tag.name
            elif tag.depth == 2 and group == "numFmts":  # noqa: PLR2004
                number, code = tag.attributes["numFmtId"], tag.attributes["formatCode"]
                if number:
                    own[int(number)] = code
            elif tag.depth == 2 and group == "cellXfs":  # noqa: PLR2004
                said = tag.attributes.get("numFmtId", "0")
                used.append(int(said) if said else None)
    except (KeyError, ValueError) as error:
        raise MarkupError(str(error)) from error
    for code in own.values():
        refuse_many("format_too_long", len(code), MAX_FORMAT)
    return tuple(
        None if number is None else own.get(number, _BUILT_IN.get(number, GENERAL))
        for number in used
    )
