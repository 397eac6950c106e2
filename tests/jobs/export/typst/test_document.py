"""A property of the document, a line of Typst: a change in Word is in the PDF, or is told."""

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.shared import Cm
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tpxl.jobs.export.docx.properties import ParagraphLook, RunLook
from tpxl.jobs.export.typst.document import TypstDocument, typst_document
from tpxl.jobs.export.typst.source import plain_text, set_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Katu</w:t></w:r></w:p>'
    "<w:p>{paragraph}<w:r>{run}<w:t>Teksti</w:t></w:r>{more}</w:p>"
    "<w:tbl><w:tblPr>{table}</w:tblPr><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='1000'/>"
    "</w:tblGrid><w:tr>{row}<w:tc>{cell}<w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>"
    "<w:t>B</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>C</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>{block}"
    "<w:sectPr>{section}<w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:top='1000' w:bottom='1000' "
    "w:left='1000' w:right='1000' w:header='500' w:footer='500'/></w:sectPr>"
)
PLACES = ("paragraph", "run", "more", "table", "row", "cell", "block", "section")


def translated(**parts: str) -> TypstDocument:
    """Return a document with these pieces of Word in its places."""
    body = BODY.format(**{place: parts.get(place, "") for place in PLACES})
    plain = io.BytesIO()
    docx.Document().save(plain)
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/settings.xml" and "settings" in parts:
                content = content.replace(b"<w:compat>", parts["settings"].encode() + b"<w:compat>")
            if name == "word/document.xml":
                content = (
                    f'<w:document xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/'
                    f'officeDocument/2006/relationships"><w:body>{body}</w:body></w:document>'
                ).encode()
            target.writestr(name, content)
    return typst_document(out.getvalue())


PROPERTIES = {
    "bold": {"run": "<w:rPr><w:b/></w:rPr>"},
    "italic": {"run": "<w:rPr><w:i/></w:rPr>"},
    "colour": {"run": '<w:rPr><w:color w:val="00684A"/></w:rPr>'},
    "size": {"run": '<w:rPr><w:sz w:val="40"/></w:rPr>'},
    "typeface": {"run": '<w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr>'},
    "typeface of the theme": {"run": '<w:rPr><w:rFonts w:asciiTheme="majorHAnsi"/></w:rPr>'},
    "underline": {"run": '<w:rPr><w:u w:val="single"/></w:rPr>'},
    "strike": {"run": "<w:rPr><w:strike/></w:rPr>"},
    "capitals": {"run": "<w:rPr><w:caps/></w:rPr>"},
    "small capitals": {"run": "<w:rPr><w:smallCaps/></w:rPr>"},
    "superscript": {"run": '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'},
    "tracking": {"run": '<w:rPr><w:spacing w:val="40"/></w:rPr>'},
    "ground of letters": {"run": '<w:rPr><w:shd w:fill="FFEE00"/></w:rPr>'},
    "highlight": {"run": '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'},
    "character style": {"run": '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'},
    "space before": {"paragraph": '<w:pPr><w:spacing w:before="400"/></w:pPr>'},
    "space after": {"paragraph": '<w:pPr><w:spacing w:after="600"/></w:pPr>'},
    "line": {"paragraph": '<w:pPr><w:spacing w:line="480"/></w:pPr>'},
    "exact line": {"paragraph": '<w:pPr><w:spacing w:line="480" w:lineRule="exact"/></w:pPr>'},
    "centred": {"paragraph": '<w:pPr><w:jc w:val="center"/></w:pPr>'},
    "justified": {"paragraph": '<w:pPr><w:jc w:val="both"/></w:pPr>'},
    "left indent": {"paragraph": '<w:pPr><w:ind w:left="500"/></w:pPr>'},
    "right indent": {"paragraph": '<w:pPr><w:ind w:right="500"/></w:pPr>'},
    "first line": {"paragraph": '<w:pPr><w:ind w:firstLine="500"/></w:pPr>'},
    "hanging": {"paragraph": '<w:pPr><w:ind w:left="500" w:hanging="500"/></w:pPr>'},
    "rule": {"paragraph": '<w:pPr><w:pBdr><w:bottom w:val="single" w:sz="8"/></w:pBdr></w:pPr>'},
    "ground": {"paragraph": '<w:pPr><w:shd w:fill="E9EFF6"/></w:pPr>'},
    "with the next": {"paragraph": "<w:pPr><w:keepNext/></w:pPr>"},
    "kept whole": {"paragraph": "<w:pPr><w:keepLines/></w:pPr>"},
    "new page": {"paragraph": "<w:pPr><w:pageBreakBefore/></w:pPr>"},
    "outline level": {"paragraph": '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'},
    "style": {"paragraph": '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'},
    "list": {"paragraph": '<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>'},
    "line break": {"more": "<w:r><w:br/></w:r>"},
    "page break": {"more": '<w:r><w:br w:type="page"/></w:r>'},
    "page number": {"more": '<w:fldSimple w:instr=" PAGE "/>'},
    "hyphen": {"more": "<w:r><w:noBreakHyphen/></w:r>"},
    "content control": {
        "more": "<w:sdt><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
    },
    "table's style": {"table": '<w:tblStyle w:val="TableGrid"/>'},
    "table's lines": {"table": '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'},
    "table's margins": {"table": '<w:tblCellMar><w:left w:w="300"/></w:tblCellMar>'},
    "table's width": {"table": '<w:tblW w:w="5000" w:type="pct"/>'},
    "table's place": {"table": '<w:jc w:val="center"/>'},
    "header row": {"row": "<w:trPr><w:tblHeader/></w:trPr>"},
    "cell's ground": {"cell": '<w:tcPr><w:shd w:fill="00684A"/></w:tcPr>'},
    "cell's lines": {"cell": '<w:tcPr><w:tcBorders><w:top w:val="nil"/></w:tcBorders></w:tcPr>'},
    "cell's margins": {"cell": '<w:tcPr><w:tcMar><w:left w:w="300"/></w:tcMar></w:tcPr>'},
    "cell's height": {"cell": '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'},
    "first page": {"section": "<w:titlePg/>"},
    "page numbers": {"section": '<w:pgNumType w:start="7"/>'},
}


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_that_is_followed_changes_the_pdf(name: str) -> None:
    changed = translated(**PROPERTIES[name])
    assert changed.source != translated().source
    assert not changed.unread


UNREAD = {
    "emboss": ({"run": "<w:rPr><w:emboss/></w:rPr>"}, "emboss", False),
    "wavy": ({"run": '<w:rPr><w:u w:val="wave"/></w:rPr>'}, "u=wave", False),
    "frame": ({"paragraph": "<w:pPr><w:framePr/></w:pPr>"}, "framePr", False),
    "at least": (
        {"paragraph": '<w:pPr><w:spacing w:line="300" w:lineRule="atLeast"/></w:pPr>'},
        "lineRule=atLeast",
        False,
    ),
    "auto space": (
        {"paragraph": '<w:pPr><w:spacing w:beforeAutospacing="1"/></w:pPr>'},
        "beforeAutospacing",
        False,
    ),
    "dashed": (
        {"paragraph": '<w:pPr><w:pBdr><w:top w:val="dashed"/></w:pBdr></w:pPr>'},
        "border=dashed",
        False,
    ),
    "footnote": ({"more": '<w:r><w:footnoteReference w:id="1"/></w:r>'}, "footnoteReference", True),
    "text box": ({"more": "<w:r><w:pict/></w:r>"}, "pict", True),
    "object": ({"more": "<w:r><w:object/></w:r>"}, "object", True),
    "symbol": ({"more": '<w:r><w:sym w:font="Wingdings"/></w:r>'}, "sym", True),
    "other field": (
        {"more": '<w:fldSimple w:instr=" DATE "><w:r><w:t>1.1.</w:t></w:r></w:fldSimple>'},
        "field DATE",
        False,
    ),
    "floating table": ({"table": "<w:tblpPr/>"}, "tblpPr", False),
    "row height": ({"row": '<w:trPr><w:trHeight w:val="900"/></w:trPr>'}, "trHeight", False),
    "upright text": (
        {"cell": '<w:tcPr><w:textDirection w:val="btLr"/></w:tcPr>'},
        "textDirection",
        False,
    ),
    "columns": ({"section": '<w:cols w:num="2"/>'}, "cols", False),
    "page border": ({"section": "<w:pgBorders/>"}, "pgBorders", False),
    "foreign": ({"block": "<w:altChunk/>"}, "altChunk", True),
}


@pytest.mark.parametrize("name", UNREAD)
def test_a_property_that_is_not_followed_is_named_with_its_place(name: str) -> None:
    parts, wanted, is_content = UNREAD[name]
    (told,) = translated(**parts).unread
    assert (told.name, told.is_content) == (wanted, is_content)
    assert told.kind in {"paragraph", "table", "page"}


HARMLESS = {
    "language": {"run": '<w:rPr><w:lang w:val="sv-FI"/></w:rPr>'},
    "proof": {"more": '<w:proofErr w:type="spellStart"/>'},
    "bookmark": {"more": '<w:bookmarkStart w:id="3" w:name="x"/><w:bookmarkEnd w:id="3"/>'},
    "widows": {"paragraph": "<w:pPr><w:widowControl/></w:pPr>"},
    "grid": {"section": '<w:docGrid w:linePitch="360"/>'},
    "old page": {"more": "<w:r><w:lastRenderedPageBreak/></w:r>"},
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_changes_nothing_on_paper_is_passed_over(name: str) -> None:
    changed = translated(**HARMLESS[name])
    assert not changed.unread


def test_words_are_parted_where_the_document_lets_them() -> None:
    long = "<w:r><w:t>Varahenkilöjärjestelmä on pitkä sana</w:t></w:r>"
    assert translated(more=long).source.count("hyphenate:true") == 0
    ragged = translated(more=long, settings="<w:autoHyphenation/>").source
    assert '#[#set text(hyphenate:true);#"Varahenkilöjärjestelmä"]' in ragged
    assert ragged.count("hyphenate:true") == 1
    justified = '<w:pPr><w:jc w:val="both"/></w:pPr>'
    whole = '<w:pPr><w:suppressAutoHyphens/><w:jc w:val="both"/></w:pPr>'
    for paragraph, count in ((justified, 1), (whole, 0)):
        made = translated(paragraph=paragraph, more=long, settings="<w:autoHyphenation/>")
        assert made.source.count("hyphenate:true") == count


def test_cells_that_go_on_below_and_beside_keep_their_place() -> None:
    merged = translated(
        block="<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/><w:gridCol w:w='900'/></w:tblGrid>"
        "<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>M</w:t></w:r></w:p>"
        "</w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/>"
        "</w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert not merged.unread
    table = merged.source.rpartition("#table(")[2]
    cells = re.findall(r"table\.cell\(x:(\d),breakable:true(?:,rowspan:(\d))?", table)
    assert cells == [("0", "2"), ("1", ""), ("1", "")]


def test_what_all_cells_share_is_said_once_and_what_one_has_of_its_own_stays() -> None:
    margin = "<w:tcPr><w:tcMar><w:top w:w='200' w:type='dxa'/></w:tcMar></w:tcPr>"
    cells = [f"<w:tc>{own}<w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" for own in ("", margin, "")]
    column = "<w:gridCol w:w='900'/>"
    grid = f"<w:tblGrid>{3 * column}</w:tblGrid>"
    made = translated(block=f"<w:tbl><w:tblPr/>{grid}<w:tr>{''.join(cells)}</w:tr></w:tbl>")
    options, *each = made.source.rpartition("#table(")[2].split("table.cell(")
    assert "inset:(left:5.4pt,right:5.4pt,top:0pt,bottom:10pt)" in options
    assert "stroke:none" in options
    assert ["inset:" in cell for cell in each] == [False, True, False]
    assert "top:10pt" in each[1]


def test_a_paragraph_says_only_what_is_not_plain() -> None:
    plain = plain_text()
    assert set_text(ParagraphLook(), RunLook()) == ""
    assert set_text(ParagraphLook(), RunLook(size=14)) == "#set text(size:14pt);"
    assert set_text(ParagraphLook(align="justify"), RunLook()) == "#set par(justify:true);"
    assert "size:11pt" in plain
    assert "justify:false" in plain
    assert translated().source.count(plain) == 1


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_no_text_is_read_as_a_command(text: str) -> None:
    run = translated(more=f"<w:r><w:t xml:space='preserve'>{_escaped(text)}</w:t></w:r>").source
    wanted = text.replace("\\", "\\\\").replace('"', '\\"')
    assert f'#"{wanted}"' in run


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def with_picture(change: Callable[[docx.document.Document], None]) -> TypstDocument:
    image, out = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (40, 20), "#00684A").save(image, "PNG")
    document = docx.Document()
    picture = document.sections[0].header.paragraphs[0].add_run().add_picture(image, Cm(3))
    picture._inline.docPr.set("descr", "Kaupungin tunnus")
    change(document)
    document.save(out)
    return typst_document(out.getvalue())


def test_a_logo_in_the_header_comes_along_with_its_text() -> None:
    made = with_picture(lambda _: None)
    assert 'alt:"Kaupungin tunnus"' in made.source
    assert list(made.files) == ["image1.png"]


def test_a_table_in_the_header_is_laid_out_and_not_counted_as_one_to_be_read() -> None:
    made = with_picture(
        lambda document: document.sections[0].header.add_table(1, 2, Cm(10)) and None
    )
    assert "#table(" in made.source
    assert made.row_heads == ()
