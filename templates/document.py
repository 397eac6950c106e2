"""The Word template, as text: its styles, its page and its fields."""

import io
import zipfile
from collections.abc import Sequence

ACCENT, GREY, LINE, PALE = "1F4E79", "595959", "A6A6A6", "E9EFF6"
TEXT_WIDTH = 9638
"""Twentieths of a point between the margins of 2 cm on A4."""
GOAL_WIDTHS = (2313, 2313, 1928, 3084)
"""30 : 30 : 25 : 40."""
LABEL_WIDTH, LOOP_WIDTH = 2800, 700
"""A label's column; a column that holds only the beginning or the end of a loop."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

ORDER = "osiot"


def build() -> bytes:
    """Return the template's file."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("app", f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": _core(),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties"/>',
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            ("styles", f"{OFFICE}/relationships/styles", "styles.xml"),
            ("settings", f"{OFFICE}/relationships/settings", "settings.xml"),
            ("numbering", f"{OFFICE}/relationships/numbering", "numbering.xml"),
            ("fonts", f"{OFFICE}/relationships/fontTable", "fontTable.xml"),
            ("theme", f"{OFFICE}/relationships/theme", "theme/theme1.xml"),
            ("header", f"{OFFICE}/relationships/header", "header1.xml"),
            ("footer", f"{OFFICE}/relationships/footer", "footer1.xml"),
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/numbering.xml": _numbering(),
        "word/fontTable.xml": _fonts(),
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": _header(),
        "word/footer1.xml": _footer(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, text.encode())
    return out.getvalue()


def _document() -> str:
    body = "".join(
        (
            paragraph("Ylaotsikko", "{{ kaupunki }}  ·  {{ otsikko }}"),
            paragraph("Heading1", "{{ vastuualue }}"),
            paragraph("Alaotsikko", "{{ sana_toimielin }}: {{ toimielin }}"),
            paragraph("Alaotsikko", "{{ sana_kokous }}: {{ kokouspaiva }}"),
            paragraph("Normal", "{%p if hyvaksynta %}"),
            paragraph("Alaotsikko", "{{ hyvaksynta }}"),
            paragraph("Normal", "{%p endif %}"),
            paragraph("Normal", f"{{%p for osio in {ORDER} %}}"),
            paragraph("Heading2", "{{ osio.otsikko }}"),
            *_paragraphs(),
            *_goals(),
            *_figures(),
            *_others(),
            *_notes(),
            *_chart(),
            paragraph("Normal", "{%p endfor %}"),
            _page(),
        )
    )
    return f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'


def _paragraphs() -> Sequence[str]:
    return (
        paragraph("Normal", "{%p for kappale in osio.kappaleet %}"),
        paragraph("Normal", "{%p if kappale.luettelo %}"),
        paragraph("ListBullet", "{{ kappale }}"),
        paragraph("Normal", "{%p else %}"),
        paragraph("Normal", "{{ kappale }}"),
        paragraph("Normal", "{%p endif %}"),
        paragraph("Normal", "{%p endfor %}"),
    )


def _goals() -> Sequence[str]:
    fields = ("tavoite", "toimenpide", "mittari", "tulos")
    return (
        paragraph("Normal", "{%p for taulu in osio.tavoitetaulut %}"),
        paragraph("Normal", "{%p if taulu.painopiste %}"),
        paragraph("Heading3", "{{ taulu.painopiste }}"),
        paragraph("Normal", "{%p endif %}"),
        table(
            "Tavoitetaulukko",
            GOAL_WIDTHS,
            row(
                [cell(f"{{{{ taulu.otsikot.{one} }}}}", "Sarakeotsikko") for one in fields],
                is_header=True,
            ),
            row([cell("{%tr for rivi in taulu.rivit %}", span=4)]),
            row([cell(f"{{{{ rivi.{one} }}}}") for one in fields]),
            row([cell("{%tr endfor %}", span=4)]),
        ),
        paragraph("Normal", "{%p if not loop.last and not loop.nextitem.painopiste %}"),
        paragraph("Vali", ""),
        paragraph("Normal", "{%p endif %}"),
        paragraph("Normal", "{%p endfor %}"),
    )


def _figures() -> Sequence[str]:
    value = TEXT_WIDTH - LABEL_WIDTH - 2 * LOOP_WIDTH
    return (
        paragraph("Normal", "{%p for taulu in osio.lukutaulut %}"),
        table(
            "Lukutaulukko",
            (LABEL_WIDTH, LOOP_WIDTH, value, LOOP_WIDTH),
            row(
                [
                    cell("{{ taulu.kulma }}", "Sarakeotsikko"),
                    cell("{%tc for kausi in taulu.kaudet %}"),
                    cell("{{ kausi }}", "Lukuotsikko"),
                    cell("{%tc endfor %}"),
                ],
                is_header=True,
            ),
            row([cell("{%tr for rivi in taulu.rivit %}", span=4)]),
            row(
                [
                    cell("{{ rivi.nimi }}", "Lukurivi"),
                    cell("{%tc for luku in rivi.luvut %}"),
                    cell("{{ luku }}", "Luku"),
                    cell("{%tc endfor %}"),
                ]
            ),
            row([cell("{%tr endfor %}", span=4)]),
            has_labels=True,
        ),
        paragraph("Normal", "{%p if not loop.last %}"),
        paragraph("Vali", ""),
        paragraph("Normal", "{%p endif %}"),
        paragraph("Normal", "{%p endfor %}"),
    )


def _others() -> Sequence[str]:
    cells = [
        cell("{%tc for solu in rivi.solut %}"),
        cell("{{ solu }}"),
        cell("{%tc endfor %}"),
    ]
    heads = [
        cell("{%tc for solu in taulu.otsikot %}"),
        cell("{{ solu }}", "Sarakeotsikko"),
        cell("{%tc endfor %}"),
    ]
    return (
        paragraph("Normal", "{%p for taulu in osio.muut_taulut %}"),
        table(
            "Lukutaulukko",
            (LOOP_WIDTH, TEXT_WIDTH - 2 * LOOP_WIDTH, LOOP_WIDTH),
            row(heads, is_header=True),
            row([cell("{%tr for rivi in taulu.rivit %}", span=3)]),
            row(cells),
            row([cell("{%tr endfor %}", span=3)]),
        ),
        paragraph("Normal", "{%p if not loop.last %}"),
        paragraph("Vali", ""),
        paragraph("Normal", "{%p endif %}"),
        paragraph("Normal", "{%p endfor %}"),
    )


def _notes() -> Sequence[str]:
    return (
        paragraph("Normal", "{%p for huomautus in osio.huomautukset %}"),
        paragraph("Huomautus", "{{ huomautus }}"),
        paragraph("Normal", "{%p endfor %}"),
        paragraph("Normal", "{%p for perustelu in osio.perustelut %}"),
        paragraph("Huomautus", "{{ perustelu }}"),
        paragraph("Normal", "{%p endfor %}"),
    )


def _chart() -> Sequence[str]:
    return (
        paragraph("Normal", "{%p if osio.kaavio %}"),
        paragraph("Kuvanotsikko", "{{ osio.kaavio.otsikko }}"),
        paragraph("Kuva", "{{ osio.kaavio.kuva }}"),
        paragraph("Normal", "{%p endif %}"),
    )


def paragraph(style: str, text: str) -> str:
    """Return a paragraph; the plain style is left unsaid."""
    look = "" if style == "Normal" else f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f"<w:p>{look}{run(text)}</w:p>"


def run(text: str) -> str:
    """Return a run of text, nothing for an empty one."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def field(code: str) -> str:
    """Return a field that the word processor fills, such as PAGE."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def cell(text: str, style: str = "Taulukkoteksti", span: int = 1) -> str:
    """Return a cell over `span` columns of the table's grid."""
    look = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span > 1 else ""
    return f"<w:tc>{look}{paragraph(style, text)}</w:tc>"


def row(cells: Sequence[str], *, is_header: bool = False) -> str:
    """Return a row, repeated on each page where it is the header."""
    repeated = '<w:tblHeader w:val="on"/>' if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def table(style: str, widths: Sequence[int], *rows: str, has_labels: bool = False) -> str:
    """Return a table as wide as the text, its first row the header.

    With `has_labels` its first column names the rows.
    """
    bits, labels = ("00A0", 1) if has_labels else ("0020", 0)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{bits}" w:firstRow="1" w:lastRow="0" w:firstColumn="{labels}" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _page() -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1531" w:right="1134" w:bottom="1134" w:left="1134" w:header="624" '
        'w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def _header() -> str:
    left, right = "{{ kaupunki }}, {{ toimielin }}", "{{ vastuualue }}, {{ otsikko }}"
    return (
        f'{HEAD}<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        f"{run(left)}<w:r><w:tab/></w:r>{run(right)}</w:p></w:hdr>"
    )


def _footer() -> str:
    number = f"{run('{{ sana_sivu }} ')}{field('PAGE')}{run(' / ')}{field('NUMPAGES')}"
    return (
        f'{HEAD}<w:ftr xmlns:w="{W}" xmlns:r="{R}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"<w:r><w:tab/></w:r>{number}"
        "</w:p></w:ftr>"
    )


def _settings() -> str:
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="1304"/><w:autoHyphenation w:val="on"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="fi-FI"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def _numbering() -> str:
    return (
        f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _styles() -> str:
    paragraphs = (
        _style("Normal", "Normal", space=(0, 120), line=264, default=True),
        _style("Heading1", "heading 1", size=28, bold=True, color=ACCENT, space=(60, 60), level=0),
        _style(
            "Heading2", "heading 2", size=24, bold=True, color=ACCENT, space=(280, 100), level=1
        ),
        _style("Heading3", "heading 3", size=22, bold=True, space=(200, 80), level=2),
        _style("Title", "Title", size=56, bold=True, color=ACCENT, space=(2400, 120)),
        _style("Subtitle", "Subtitle", size=32, color=GREY, space=(0, 480)),
        _style("Ylaotsikko", "Yläotsikko", color=GREY, space=(0, 0)),
        _style("Alaotsikko", "Alaotsikko", color=GREY, space=(0, 0)),
        _style("ListBullet", "List Bullet", space=(0, 40), extra=_BULLET),
        _style("Taulukkoteksti", "Taulukkoteksti", size=20, space=(30, 30), line=240),
        _style(
            "Sarakeotsikko", "Sarakeotsikko", size=20, bold=True, based="Taulukkoteksti", keep=True
        ),
        _style("Lukurivi", "Lukurivi", size=20, based="Taulukkoteksti", keep=True),
        _style("Luku", "Luku", size=20, based="Lukurivi", align="right", keep=True),
        _style(
            "Lukuotsikko", "Lukuotsikko", size=20, bold=True, based="Luku", align="right", keep=True
        ),
        _style("Huomautus", "Huomautus", size=20, color=GREY, space=(80, 60)),
        _style("Kuvanotsikko", "Kuvan otsikko", bold=True, space=(200, 60), keep=True),
        _style("Kuva", "Kuva", space=(0, 120)),
        _style("Vali", "Väli", size=8, space=(0, 0), line=120),
        _style("Header", "header", size=18, color=GREY, space=(0, 120), extra=_TABS),
        _style("Footer", "footer", size=18, color=GREY, space=(0, 0), extra=_TABS),
        _style("TOCHeading", "TOC Heading", size=24, bold=True, color=ACCENT, space=(280, 100)),
        _style("TOC1", "toc 1", bold=True, space=(120, 20), extra=_CONTENTS),
        _style("TOC2", "toc 2", space=(0, 20), extra=_CONTENTS, indent=227),
    )
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="fi-FI" w:eastAsia="en-US" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        f"{''.join(paragraphs)}{_CHARACTERS}{_table_style('Tavoitetaulukko', upright=True)}"
        f"{_table_style('Lukutaulukko', upright=False)}</w:styles>"
    )


_TABS = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
_BULLET = '<w:numPr><w:numId w:val="1"/></w:numPr>'
_CONTENTS = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Puuttuu"><w:name w:val="Puuttuu"/>'
    f'<w:qFormat/><w:rPr><w:i/><w:color w:val="{GREY}"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_BUILT_IN = {
    "Normal", "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "ListBullet", "Header",
    "Footer", "TOCHeading", "TOC1", "TOC2",
}  # fmt: skip


def _style(
    code: str,
    name: str,
    *,
    size: int | None = None,
    bold: bool = False,
    color: str | None = None,
    space: tuple[int, int] | None = None,
    line: int | None = None,
    level: int | None = None,
    based: str = "Normal",
    align: str | None = None,
    keep: bool = False,
    default: bool = False,
    indent: int = 0,
    extra: str = "",
) -> str:
    custom = "" if code in _BUILT_IN else ' w:customStyle="1"'
    first = ' w:default="1"' if default else ""
    under = "" if default else f'<w:basedOn w:val="{based}"/>'
    after = '<w:next w:val="Normal"/>' if level is not None else ""
    stay = "<w:keepNext/><w:keepLines/>" if level is not None else "<w:keepNext/>" if keep else ""
    gaps = f' w:before="{space[0]}" w:after="{space[1]}"' if space else ""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    spacing = f"<w:spacing{gaps}{lines}/>" if gaps or lines else ""
    numbering, tabs = (extra, "") if "numPr" in extra else ("", extra)
    side = f'<w:ind w:left="{indent}"/>' if indent else ""
    side += f'<w:jc w:val="{align}"/>' if align else ""
    outline = f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    ink = ("<w:b/>" if bold else "") + (f'<w:color w:val="{color}"/>' if color else "")
    ink += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    return (
        f'<w:style w:type="paragraph"{first}{custom} w:styleId="{code}"><w:name w:val="{name}"/>'
        f"{under}{after}<w:qFormat/><w:pPr>{stay}{numbering}{tabs}{spacing}{side}{outline}</w:pPr>"
        f"<w:rPr>{ink}</w:rPr></w:style>"
    )


def _table_style(code: str, *, upright: bool) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    shown = sides if upright else ("top", "bottom", "insideH")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in shown
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{code}"><w:name w:val="{code}"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )


def _fonts() -> str:
    return (
        f'{HEAD}<w:fonts xmlns:w="{W}"><w:font w:name="Calibri"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme() -> str:
    """Return a theme whose colours are the report's: what Word offers first is what is used."""
    colors = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": ACCENT, "lt2": PALE, "accent1": ACCENT,
        "accent2": GREY, "accent3": LINE, "accent4": PALE, "accent5": "7F7F7F",
        "accent6": "404040", "hlink": ACCENT, "folHlink": GREY,
    }  # fmt: skip
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in colors.items()
    )
    face = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="tpxl"><a:themeElements><a:clrScheme name="tpxl">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="tpxl"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="tpxl"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _core() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>{{ vastuualue }}, {{ otsikko }}</dc:title><dc:language>{{ kieli }}</dc:language>"
        "</cp:coreProperties>"
    )


def _relationships(*targets: tuple[str, str, str]) -> str:
    links = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in targets
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _content_types() -> str:
    office = "application/vnd.openxmlformats-officedocument"
    parts = {
        "/word/document.xml": f"{WORD}.document.main+xml",
        "/word/styles.xml": f"{WORD}.styles+xml",
        "/word/settings.xml": f"{WORD}.settings+xml",
        "/word/numbering.xml": f"{WORD}.numbering+xml",
        "/word/fontTable.xml": f"{WORD}.fontTable+xml",
        "/word/theme/theme1.xml": f"{office}.theme+xml",
        "/word/header1.xml": f"{WORD}.header+xml",
        "/word/footer1.xml": f"{WORD}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{office}.extended-properties+xml",
    }
    rest = "".join(f'<Override PartName="{p}" ContentType="{kind}"/>' for p, kind in parts.items())
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rest}</Types>'
    )
