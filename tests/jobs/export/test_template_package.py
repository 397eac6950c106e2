import gzip
import io
import time
from collections.abc import Callable

import pytest
from docx import Document
from openpyxl import load_workbook
from PIL import Image
from tests.jobs.export.packages import (
    BODY,
    BOOK_SHEET,
    EXCEL,
    WORD,
    W,
    in_body,
    packed,
    paragraph,
    parts,
    replaced,
    with_relation,
)

from tpxl.errors import TpxlError
from tpxl.jobs.export.docx.document import WordTemplate
from tpxl.jobs.export.template.package import check_package
from tpxl.jobs.export.xlsx.template import SheetTemplate
from tpxl.messages import LANGUAGES, sentence

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACE = "http://192.0.2.1/kuva.png"


def refusal(template: Callable[[str, bytes], object], content: bytes) -> TpxlError:
    """Return why a template is refused: soon, and in one line."""
    start = time.process_time()
    with pytest.raises(TpxlError) as caught:
        template("pohja", content)
    assert time.process_time() - start < 2
    for lang in LANGUAGES:
        assert sentence(caught.value, lang).isprintable()
    return caught.value


def without(content: bytes, name: str) -> bytes:
    return packed({part: data for part, data in parts(content).items() if part != name})


def put(content: bytes, name: str, data: bytes) -> bytes:
    return packed({**parts(content), name: data})


@pytest.mark.parametrize("content", [WORD, EXCEL])
def test_the_templates_of_tpxl_pass(content: bytes) -> None:
    check_package("pohja", content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"junk",
        b"PK\3\4junk",
        *(WORD[:length] for length in range(100, len(WORD), 900)),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000),
        EXCEL,
        without(WORD, BODY),
        without(WORD, "[Content_Types].xml"),
        without(WORD, "word/_rels/document.xml.rels"),
        put(WORD, BODY, parts(WORD)[BODY][:-50]),
        put(WORD, BODY, b"\xff\xfe<\0w\0"),
        put(WORD, "word/styles.xml", b"<x/>"),
        put(WORD, "word/theme/theme1.xml", b"junk"),
        replaced(
            in_body(paragraph("&x;")),
            BODY,
            "<w:document",
            '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document',
        ),
        replaced(WORD, BODY, "<w:document", "<!DOCTYPE d><w:document"),
    ],
)
def test_a_broken_word_template_is_told(content: bytes) -> None:
    code = refusal(WordTemplate, content).code
    assert code in {"template_unreadable", "template_part_broken"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"junk",
        *(EXCEL[:length] for length in range(100, len(EXCEL), 900)),
        WORD,
        without(EXCEL, BOOK_SHEET),
        put(EXCEL, BOOK_SHEET, parts(EXCEL)[BOOK_SHEET][:-50]),
        put(EXCEL, BOOK_SHEET, b"<x/>"),
        put(EXCEL, "xl/styles.xml", b"<x/>"),
        put(EXCEL, "xl/theme/theme1.xml", b"junk"),
        put(EXCEL, "xl/theme/theme1.xml", b"<x/>"),
        replaced(EXCEL, BOOK_SHEET, "<worksheet", "<!DOCTYPE d><worksheet"),
        replaced(EXCEL, BOOK_SHEET, ' width="', ' width="1e999" x="'),
    ],
)
def test_a_broken_excel_template_is_told(content: bytes) -> None:
    code = refusal(SheetTemplate, content).code
    assert code in {"template_unreadable", "template_part_broken"}


@pytest.mark.parametrize(("template", "content"), [(WordTemplate, WORD), (SheetTemplate, EXCEL)])
@pytest.mark.parametrize("megabytes", [5, 40])
def test_a_template_that_unpacks_to_much_is_told(
    template: Callable[[str, bytes], object], content: bytes, megabytes: int
) -> None:
    bomb = put(content, "word/header1.xml", b"<x>" + b" " * (megabytes << 20) + b"</x>")
    assert refusal(template, bomb).code == "template_too_large"


def test_a_template_of_very_many_members_is_told() -> None:
    many = packed({**parts(WORD), **{f"x{number}": b"" for number in range(1_001)}})
    assert refusal(WordTemplate, many).code == "template_too_large"


@pytest.mark.parametrize("cell", ["A1048576", "XFD1", "A2001", "CW1"])
def test_a_cell_far_from_all_others_is_told(cell: str) -> None:
    row = "".join(filter(str.isdigit, cell))
    stray = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'
    error = refusal(SheetTemplate, replaced(EXCEL, BOOK_SHEET, "</sheetData>", stray))
    assert (error.code, error.facts["cell"]) == ("template_cell_too_far", cell)


def test_a_cell_far_away_that_holds_nothing_does_not_matter() -> None:
    stray = '<row r="1048576"><c r="XFD1048576"/></row></sheetData>'
    template = SheetTemplate("pohja", replaced(EXCEL, BOOK_SHEET, "</sheetData>", stray))
    assert template.cells == SheetTemplate("pohja", EXCEL).cells
    assert len(template.pixels) == 100


@pytest.mark.parametrize(
    "xml",
    [
        '<mergeCells count="1"><mergeCell ref="J1:XFD1048576"/></mergeCells>',
        '<mergeCells count="1"><mergeCell ref="J:K"/></mergeCells>',
        f'<hyperlinks><hyperlink ref="J1:XFD1048576" xmlns:r="{R}" location="A1"/></hyperlinks>',
    ],
)
def test_a_block_of_a_million_cells_is_told(xml: str) -> None:
    content = replaced(EXCEL, BOOK_SHEET, "</sheetData>", f"</sheetData>{xml}")
    assert refusal(SheetTemplate, content).code == "template_too_large"


def test_very_many_paragraphs_are_told() -> None:
    assert refusal(WordTemplate, in_body("<w:p/>" * 25_000)).code == "template_too_large"


def test_very_many_cells_are_told() -> None:
    cells = "<row>" + "<c/>" * 60_000 + "</row></sheetData>"
    content = replaced(EXCEL, BOOK_SHEET, "</sheetData>", cells)
    assert refusal(SheetTemplate, content).code == "template_too_large"


@pytest.mark.parametrize(
    "kind", ["image", "attachedTemplate", "oleObject", "subDocument", "frame", "aFChunk", "x"]
)
@pytest.mark.parametrize("part", [BODY, "word/header1.xml", "word/settings.xml"])
def test_what_a_word_template_links_to_is_refused(kind: str, part: str) -> None:
    folder, _, file = part.rpartition("/")
    name = f"{folder}/_rels/{file}.rels"
    content = WORD if name in parts(WORD) else put(WORD, name, b"<Relationships></Relationships>")
    error = refusal(WordTemplate, with_relation(content, kind, PLACE, part=part))
    assert (error.code, error.facts["target"]) == ("template_link", PLACE)
    assert error.facts["part"] == name


@pytest.mark.parametrize("kind", ["image", "externalLinkPath", "connections", "oleObject"])
def test_what_an_excel_template_links_to_is_refused(kind: str) -> None:
    name = "xl/worksheets/_rels/sheet1.xml.rels"
    content = put(EXCEL, name, b"<Relationships></Relationships>")
    error = refusal(SheetTemplate, with_relation(content, kind, PLACE, part=BOOK_SHEET))
    assert error.code == "template_link"


@pytest.mark.parametrize("kind", ["aFChunk", "oleObject", "control", "vbaProject", "subDocument"])
def test_what_brings_in_another_document_is_refused_within_the_file_too(kind: str) -> None:
    content = put(WORD, "word/x.bin", b"x")
    error = refusal(WordTemplate, with_relation(content, kind, "x.bin", outside=False))
    assert error.code == "template_link"


@pytest.mark.parametrize("target", [PLACE, "file:///etc/hostname", r"\\palvelin\jako\x.png"])
def test_an_address_that_calls_itself_a_part_is_refused(target: str) -> None:
    error = refusal(WordTemplate, with_relation(WORD, "image", target, outside=False))
    assert error.code == "template_link"


def test_a_hyperlink_is_let_through() -> None:
    link = f'<w:p><w:hyperlink xmlns:r="{R}" r:id="rX"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'
    WordTemplate("pohja", in_body(link, with_relation(WORD, "hyperlink", PLACE)))


@pytest.mark.parametrize(
    "use",
    [
        f'<a:blip xmlns:a="{A}" xmlns:r="{R}" r:link="rX"/>',
        f'<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="{R}" r:id="rX"/>',
        '<v:imagedata xmlns:v="urn:x" xmlns:o="urn:schemas-microsoft-com:office" o:relid="rX"/>',
        f'<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="{PLACE}"/>',
    ],
)
def test_a_picture_that_uses_a_hyperlink_s_address_is_refused(use: str) -> None:
    picture = f"<w:p><w:r><w:drawing>{use}</w:drawing></w:r></w:p>"
    error = refusal(WordTemplate, in_body(picture, with_relation(WORD, "hyperlink", PLACE)))
    assert (error.code, error.facts["target"]) == ("template_link", PLACE)


def test_a_relation_that_is_not_there_is_told() -> None:
    picture = f'<a:blip xmlns:a="{A}" xmlns:r="{R}" r:embed="rX"/>'
    content = in_body(f"<w:p><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>")
    assert refusal(WordTemplate, content).code == "template_part_broken"


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "inner",
    [
        f'<image xlink:href="{PLACE}"/>',
        f'<image href="{PLACE}"/>',
        '<image href="file:///etc/hostname"/>',
        '<image href="data:image/svg+xml,x"/>',
        f"<rect style=\"fill: url( '{PLACE}')\"/>",
        f"<style>@import '{PLACE}';</style>",
        f'<style>rect {{ fill: URL("{PLACE}") }}</style>',
    ],
)
@pytest.mark.parametrize("name", ["word/media/kuva.svg", "word/media/kuva.png"])
def test_a_drawing_that_leads_elsewhere_is_refused(name: str, inner: str) -> None:
    error = refusal(WordTemplate, put(WORD, name, SVG.format(inner).encode()))
    assert (error.code, error.facts["part"]) == ("template_link", name)


def test_a_drawing_that_leads_nowhere_is_let_through() -> None:
    inner = '<rect style="fill:url(#a)"/><use href="#b"/><image href="data:image/png;base64,x"/>'
    check_package("pohja", put(WORD, "word/media/kuva.svg", SVG.format(inner).encode()))


@pytest.mark.parametrize(
    "content", [b"%!PS-Adobe", gzip.compress(SVG.format("").encode(), mtime=0)]
)
def test_a_picture_that_would_be_run_or_is_packed_is_refused(content: bytes) -> None:
    error = refusal(WordTemplate, put(WORD, "word/media/kuva.png", content))
    assert error.code == "template_part_broken"


def simple(code: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'


def runs(*codes: str) -> str:
    """Return a field whose instruction stands in several runs; ``{`` and ``}`` are one within."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    within = {"{": mark("begin"), "}": mark("end")}
    texts = (within.get(one) or f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in codes)
    shown = mark("separate") + "<w:r><w:t>x</w:t></w:r>"
    return f"<w:p>{mark('begin')}{''.join(texts)}{shown}{mark('end')}</w:p>"


@pytest.mark.parametrize("name", ["INCLUDETEXT", "IncludePicture", "DDE", "DDEAUTO", "LINK"])
@pytest.mark.parametrize("shape", [simple, lambda code: runs(code[:4], code[4:])])
def test_a_field_that_fetches_is_refused_however_it_is_written(
    shape: Callable[[str], str], name: str
) -> None:
    error = refusal(WordTemplate, in_body(shape(f"{name} x y")))
    assert error.code == "template_foreign_field"
    assert str(error.facts["field"]).startswith(name)


@pytest.mark.parametrize(
    "xml",
    [
        runs("INCLUDE", "{", "QUOTE TEXT", "}", " x"),
        runs("{", "QUOTE LINK", "}", " x"),
        runs("IF 1 = 1 ", "{", "LINK x", "}"),
        simple("HYPERLINK &quot;{{ kaupunki }}&quot;"),
        runs("HYPERLINK {", "{ kaupunki }", "} x"),
        "<w:p><w:r><w:instrText>LINK x</w:instrText></w:r></w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE</w:instrText></w:r></w:p>',
    ],
)
def test_a_field_cannot_be_put_together_or_filled(xml: str) -> None:
    assert refusal(WordTemplate, in_body(xml)).code == "template_foreign_field"


@pytest.mark.parametrize(
    "xml",
    [
        simple(" PAGE "),
        simple("=1+1"),
        simple("TOC \\o &quot;1-3&quot;"),
        runs(" IF ", "{", " PAGE ", "}", " = 1 "),
        runs("NUM", "PAGES"),
    ],
)
def test_a_field_of_the_document_itself_is_let_through(xml: str) -> None:
    WordTemplate("pohja", in_body(xml))


def test_a_template_saved_by_another_program_passes() -> None:
    out = io.BytesIO()
    document = Document(io.BytesIO(WORD))
    document.add_picture(io.BytesIO(png()))
    document.save(out)
    WordTemplate("pohja", out.getvalue())
    book, out = load_workbook(io.BytesIO(EXCEL)), io.BytesIO()
    book.save(out)
    SheetTemplate("pohja", out.getvalue())


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    return out.getvalue()


def test_strict_word_is_looked_at_too() -> None:
    strict = W.replace("schemas.openxmlformats.org", "purl.oclc.org")
    field = f'<f:fldSimple xmlns:f="{strict}" f:instr="LINK x"/>'
    assert refusal(WordTemplate, in_body(f"<w:p>{field}</w:p>")).code == "template_foreign_field"
