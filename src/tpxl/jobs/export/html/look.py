"""A web page's look, from the styles of the Word template: colours, sizes, spaces, lines."""

import io
import re
import zipfile

from lxml import etree

from tpxl.jobs.export.docx.look import Styles, TableLook
from tpxl.jobs.export.docx.properties import BLACK, ParagraphLook, RunLook, UnreadProperties

CSS_PIXEL = 96 / 72 / 16
"""A point in the reader's own letters, which are sixteen pixels unless somebody needs more."""
_SELECTORS = {
    "heading 1": "h1",
    "heading 2": "h2",
    "heading 3": "h3,h4",
    "Yläotsikko": ".above",
    "Alaotsikko": ".below",
    "Huomautus": ".note",
    "Kuvan otsikko": "figcaption",
}
_LINE, _GROUND = "A6A6A6", "E9EFF6"
_FAMILY = re.compile(r"[^\w -]")

_BASE = """\
:root{color-scheme:light}
*{box-sizing:border-box}
html{background:#fff}
body{margin:0 auto;padding:1rem;max-width:62rem;line-height:1.45;overflow-wrap:break-word}
main:focus{outline:none}
a{color:#0b5394}
.skip:not(:focus){position:absolute;left:-99rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.missing{font-style:italic;color:#595959}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:0 0 1rem}
th,td{padding:.3rem .5rem;text-align:left;vertical-align:top;hyphens:auto}
tbody th{font-weight:400}
.number,.figures thead th+th{text-align:right}
.number{white-space:nowrap;font-variant-numeric:tabular-nums;hyphens:none}
figure{margin:1rem 0}
figure svg{display:block;max-width:100%;height:auto}
.city tbody tr:last-child>*{font-weight:700}
.city td.words{white-space:nowrap}
.city thead th.words{text-align:left}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:0 2rem}
.charts svg{width:100%}
article+article,section+article,article+section{margin-top:3rem;padding-top:1.5rem;
border-top:1px solid #a6a6a6}
nav ol{padding-left:1.5rem}
nav a{display:inline-block;padding:.15rem 0;min-width:1.6rem}
h1,h2,h3,h4,caption,figcaption{break-after:avoid}
figure,tr{break-inside:avoid}
thead{display:table-header-group}
@page{size:A4;margin:20mm}
@media print{body{padding:0;max-width:none}.skip{display:none}.scroll{overflow:visible}
article+article,nav+*,section+article,article+section{break-before:page}}
"""


def css(template: bytes) -> str:
    """Return the style sheet of a page: a fixed ground, the Word template's looks upon it."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        names = package.namelist()
        theme = next((name for name in names if name.startswith("word/theme/theme")), None)
        styles = Styles(
            etree.fromstring(package.read("word/styles.xml")),
            None if theme is None else etree.fromstring(package.read(theme)),
            UnreadProperties(),
        )
    text = styles.look(styles.default)
    rules = [_BASE, f"body{{font-family:{_fonts(text.run)};color:#{text.run.color}}}"]
    for name, selector in _SELECTORS.items():
        if name in styles.names:
            look = styles.look(styles.names[name])
            rules.append(f"{selector}{{{_letters(look.run)}{_spaces(look.paragraph)}}}")
    for name, selector in (("Tavoitetaulukko", "table"), ("Lukutaulukko", ".figures")):
        if name in styles.names:
            rules += _table(styles.table(styles.names[name]), selector)
    return "\n".join(rules)


def accent(template: bytes) -> str:
    """Return the colour of the template's first heading, that of charts."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        styles = Styles(etree.fromstring(package.read("word/styles.xml")), None, UnreadProperties())
    color = styles.look(styles.names.get("heading 1", "")).run.color
    return f"#{'1F4E79' if color == BLACK else color}"


def _fonts(look: RunLook) -> str:
    named = _FAMILY.sub("", look.font)
    return f"'{named}',Calibri,Carlito,'Segoe UI',system-ui,sans-serif"


def _letters(look: RunLook) -> str:
    weight = 700 if look.bold else 400
    slope = "font-style:italic;" if look.italic else ""
    return (
        f"font-size:{look.size * CSS_PIXEL:.3f}rem;font-weight:{weight};color:#{look.color};"
        f"font-family:{_fonts(look)};{slope}"
    )


def _spaces(look: ParagraphLook) -> str:
    rules = f"margin:{look.before * CSS_PIXEL:.3f}rem 0 {look.after * CSS_PIXEL:.3f}rem;"
    for side, line in look.borders:
        rules += f"border-{side}:{line.width:g}pt solid #{line.color};"
    return rules


def _table(look: TableLook, selector: str) -> list[str]:
    first = look.parts.get("firstRow")
    ground = first.fill if first is not None and first.fill else _GROUND
    lines = "".join(
        f"border-{side}:{_line(look, side, inner)};"
        for side, inner in (
            ("top", "insideH"),
            ("bottom", "insideH"),
            ("left", "insideV"),
            ("right", "insideV"),
        )
    )
    return [
        f"{selector} th,{selector} td{{{lines}}}",
        f"{selector} thead th,{selector} thead td{{background:#{ground}}}",
    ]


def _line(look: TableLook, side: str, inner: str) -> str:
    line = look.borders.get(inner) or look.borders.get(side)
    return "0" if line is None else f"1px solid #{line.color}"
