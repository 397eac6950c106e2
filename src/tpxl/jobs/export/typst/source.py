"""The words of Typst: literals, lengths, and the looks of Word in them."""

from functools import cache, lru_cache
from typing import NamedTuple

from tpxl.jobs.export.docx.properties import Border, ParagraphLook, RunLook

SHIPPED_FONT = "Carlito"
"""The typeface that comes with tpxl: as wide as Calibri, letter by letter."""
_SAME_WIDTHS = {"Calibri": SHIPPED_FONT, "Calibri Light": SHIPPED_FONT}
LINE, TOP_EDGE, BOTTOM_EDGE = 1.22, 0.952, -0.269
"""A line's height and its edges in ems, those of Carlito and Calibri."""


def literal(text: str) -> str:
    r"""Return a text as Typst's own literal, in which nothing is markup.

    >>> literal('a "b" #c')
    '"a \\"b\\" #c"'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def length(points: float) -> str:
    """Return a length in points.

    >>> length(12.5), length(0)
    ('12.5pt', '0pt')
    """
    return f"{points:.6g}pt"


def color(hexadecimal: str) -> str:
    """Return a colour."""
    return f'rgb("#{hexadecimal}")'


def stroke(border: Border | None) -> str:
    """Return a line."""
    return "none" if border is None else f"{length(border.width)}+{color(border.color)}"


@cache
def family(name: str) -> str:
    """Return the typefaces of a text: the one asked for, else the one that is shipped."""
    asked = _SAME_WIDTHS.get(name, name)
    return f"({literal(asked)},{literal(SHIPPED_FONT)})"


def is_shipped(name: str) -> bool:
    """Tell whether a typeface is set in the one that is shipped, on every machine."""
    return _SAME_WIDTHS.get(name, name) == SHIPPED_FONT


def weight(*, bold: bool) -> str:
    """Return the weight of letters."""
    return 'weight:"bold"' if bold else 'weight:"regular"'


def slope(*, italic: bool) -> str:
    """Return the slope of letters."""
    return 'style:"italic"' if italic else 'style:"normal"'


class _Rules(NamedTuple):
    """What Typst is told of a paragraph: rules of its letters, rules of its lines."""

    text: tuple[str, ...]
    par: tuple[str, ...]


def plain_text() -> str:
    """Return the rules of plain text, which hold for a whole document."""
    return _said(_rules(ParagraphLook(), RunLook()))


@lru_cache(maxsize=2_000)
def set_text(paragraph: ParagraphLook, run: RunLook, *, hyphenates: bool = False) -> str:
    """Return the rules by which a paragraph is not plain text; `hyphenates` is the document's word.

    Justified lines are parted where they may be; ragged ones need it of long words alone, and
    looking for the places takes as long as all the rest.
    """
    plain, own = _rules(ParagraphLook(), RunLook()), _rules(paragraph, run)
    text = [rule for rule in own.text if rule not in plain.text]
    if hyphenates and paragraph.align == "justify" and not paragraph.whole_words:
        text.append("hyphenate:true")
    return _said(_Rules(tuple(text), tuple(rule for rule in own.par if rule not in plain.par)))


def _rules(paragraph: ParagraphLook, run: RunLook) -> _Rules:
    leading = (
        length(max(paragraph.line - LINE * run.size, 0))
        if paragraph.exact
        else f"{(paragraph.line - 1) * LINE:.3f}em"
    )
    par = [f"leading:{leading}", f"justify:{'true' if paragraph.align == 'justify' else 'false'}"]
    if paragraph.first > 0:
        par.append(f"first-line-indent:(amount:{length(paragraph.first)},all:true)")
    if paragraph.first < 0:
        par.append(f"hanging-indent:{length(-paragraph.first)}")
    text = (
        f"size:{length(run.size)}",
        f"font:{family(run.font)}",
        f"fill:{color(run.color)}",
        weight(bold=run.bold),
        slope(italic=run.italic),
    )
    return _Rules(text, tuple(par))


def _said(rules: _Rules) -> str:
    """Return rules as Typst, nothing where there are none."""
    said = zip(("text", "par"), rules, strict=True)
    return "".join(f"#set {of}({','.join(some)});" for of, some in said if some)


def set_run(text: str, own: RunLook, base: RunLook) -> str:
    """Return a run of text where its look is not the paragraph's."""
    said = text.upper() if own.caps else text
    changes = []
    if own.size != base.size:
        changes.append(f"size:{length(own.size)}")
    if own.color != base.color:
        changes.append(f"fill:{color(own.color)}")
    if own.bold != base.bold:
        changes.append(weight(bold=own.bold))
    if own.italic != base.italic:
        changes.append(slope(italic=own.italic))
    if own.font != base.font:
        changes.append(f"font:{family(own.font)}")
    if own.tracking:
        changes.append(f"tracking:{length(own.tracking)}")
    source = f"#text({','.join([*changes, literal(said)])})" if changes else f"#{literal(said)}"
    for is_wanted, function in (
        (own.small_caps, "smallcaps"),
        (own.underline, "underline"),
        (own.strike, "strike"),
        (bool(own.shift), own.shift),
    ):
        source = f"#{function}[{source}]" if is_wanted else source
    return f"#highlight(fill:{color(own.fill)})[{source}]" if own.fill else source
