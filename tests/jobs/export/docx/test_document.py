import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image
from tests.jobs.export.reports import HEADINGS, NAMES, PERIODS, goal, line, report, wording

from tpxl.errors import TpxlError
from tpxl.jobs.export.docx.combined import combined
from tpxl.jobs.export.docx.document import WordTemplate
from tpxl.jobs.export.docx.front import Front, FrontWriter
from tpxl.jobs.export.report import FiguresBlock, GoalsBlock, OtherTable, Section
from tpxl.jobs.export.template.check import DOCUMENT, template_file
from tpxl.jobs.export.whole import FIGURES, NamedTable, whole_of
from tpxl.messages import catalogue, sentence
from tpxl.terms.settings import PART_WORDS

TEXT_WIDTH = 9638


@pytest.fixture(scope="module")
def template() -> bytes:
    return template_file(DOCUMENT).content


def render(template: bytes, **sections: Section) -> Document:
    made = WordTemplate("pohja.docx", template).render(report(**sections), wording())
    return Document(io.BytesIO(made))


def changed(template: bytes, change: Callable[[Document], object]) -> bytes:
    """Return the template as a person changed it in Word."""
    document = Document(io.BytesIO(template))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def headings(document: Document, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.style_id == style]


def test_the_nine_sections_are_headings_in_order(template: bytes) -> None:
    document = render(template)
    assert headings(document, "Heading1") == ["Asuminen ja ympäristö"]
    assert headings(document, "Heading2") == list(NAMES.values())
    assert headings(document, "Heading3") == ["HYVÄ ARKI", "VAKAA TALOUS"]


def test_text_stays_text_and_a_list_is_a_list(template: bytes) -> None:
    document = render(template)
    assert "Alue hoitaa kadut & puistot <ja> ladut." in headings(document, "Normal")
    assert headings(document, "ListBullet") == ["rakennusvalvonta"]


def test_goals_stand_by_focus_area_and_an_empty_outcome_is_seen(template: bytes) -> None:
    tables = render(template).tables
    assert rows(tables[0]) == [
        list(HEADINGS.values()),
        ["Sujuva lupa", "Ohje", "30 pv", "28 pv"],
    ]
    assert rows(tables[1])[1] == ["Talous", "Seuranta", "Toteuma", "ei täytetty"]
    mark = tables[1].rows[1].cells[3].paragraphs[0]
    assert [run.style.style_id for run in mark.runs if run.text] == ["Puuttuu"]


def test_figures_are_printed_with_no_break_spaces_and_a_minus(template: bytes) -> None:
    table = render(template).tables[2]
    assert rows(table)[0] == ["", *PERIODS]
    assert rows(table)[1][:2] == ["Toimintamenot", "−2\u00a0859\u00a0611"]
    assert table.rows[1].cells[1].paragraphs[0].style.style_id == "Luku"


def test_nothing_is_a_dash_where_it_is_right_and_named_where_it_is_not(template: bytes) -> None:
    table = render(template).tables[3]
    assert rows(table)[1][4:] == ["ei täytetty", "n. 5"]
    assert rows(table)[2][1:3] == ["–", "4,8"]


def test_another_table_of_the_area_is_carried_over(template: bytes) -> None:
    table = render(template).tables[4]
    assert rows(table) == [["Kohde", "Summa"], ["Katu", "1\u00a0234,5"], ["Puisto", ""]]


def test_an_empty_section_says_so(template: bytes) -> None:
    document = render(template)
    texts = [one.text for one in document.paragraphs]
    assert texts[texts.index(NAMES[2]) + 1] == "ei täytetty"
    assert texts[texts.index(NAMES[4]) + 1] == "ei täytetty"


def test_a_missing_city_or_meeting_says_so(template: bytes) -> None:
    made = WordTemplate("pohja.docx", template).render(
        replace(report(), city=None, year=None), wording()
    )
    document = Document(io.BytesIO(made))
    assert document.paragraphs[0].text == "ei täytetty  ·  Tilinpäätös"
    assert "ei täytetty, Elinvoimalautakunta" in document.sections[0].header.paragraphs[0].text


def test_header_and_footer_carry_city_board_area_year_and_pages(template: bytes) -> None:
    section = render(template).sections[0]
    assert section.header.paragraphs[0].text == (
        "Kemijärvi, Elinvoimalautakunta\tAsuminen ja ympäristö, Tilinpäätös 2025"
    )
    footer = etree.tostring(section.footer._element, encoding="unicode")
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


def test_header_rows_are_repeated_and_tables_are_as_wide_as_the_text(template: bytes) -> None:
    for table in render(template).tables:
        marks = table.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")
        assert [mark.get(qn("w:val")) for mark in marks] == ["on"]
        columns = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid]
        assert abs(sum(columns) - TEXT_WIDTH) <= len(columns)
        assert len(columns) == len(table.rows[0].cells)


def test_goal_columns_are_30_30_25_40(template: bytes) -> None:
    grid = [int(one.get(qn("w:w"))) for one in render(template).tables[0]._tbl.tblGrid]
    assert [round(width / TEXT_WIDTH * 125) for width in grid] == [30, 30, 25, 40]


@pytest.mark.parametrize("count", [2, 5, 7])
def test_columns_of_figures_share_what_the_labels_leave(template: bytes, count: int) -> None:
    block = FiguresBlock("€", PERIODS[:1] * count, (line("Toimintamenot", *["-1"] * count),))
    table = render(template, section6=Section(6, NAMES[6], figures=(block,))).tables[2]
    widths = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid]
    assert widths[0] == 2800
    assert max(widths[1:]) - min(widths[1:]) <= 1


def test_many_periods_stand_in_several_tables(template: bytes) -> None:
    periods = tuple(f"TP {year}" for year in range(2010, 2026))
    block = FiguresBlock("", periods, (line("Toimintamenot", *map(str, range(16))),))
    tables = render(template, section6=Section(6, NAMES[6], figures=(block,))).tables[2:5]
    assert [len(table.columns) - 1 for table in tables] == [6, 6, 4]
    assert [text for table in tables for text in rows(table)[1][1:]] == [*map(str, range(16))]


def test_the_chart_is_a_picture_with_its_finding_as_text(template: bytes) -> None:
    document = render(template)
    assert headings(document, "Kuvanotsikko")[0].startswith("Toimintakate TP 2025: −1 624 578 €")
    shape = document.inline_shapes[0]._inline
    assert shape.docPr.get("descr").endswith("Pylväskaavio, toimintakate kausittain.")
    assert shape.docPr.name == "Kaavio"


def test_two_hundred_goals_and_a_very_long_text_fit(template: bytes) -> None:
    long = "sana " * 6400
    block = GoalsBlock(None, HEADINGS, tuple(goal(str(n), "a", "b", long) for n in range(200)))
    table = render(template, section4=Section(4, NAMES[4], goals=(block,))).tables[2]
    assert len(table.rows) == 201
    assert table.rows[200].cells[3].text == long


def test_line_breaks_and_tabs_are_kept(template: bytes) -> None:
    block = GoalsBlock(None, HEADINGS, (goal("a\nb", "c\td", "{{ kaupunki }}", "="),))
    table = render(template, section4=Section(4, NAMES[4], goals=(block,))).tables[2]
    assert rows(table)[1] == ["a\nb", "c\td", "{{ kaupunki }}", "="]


def test_the_document_names_its_title_and_language_and_nobody(template: bytes) -> None:
    def signed(document: Document) -> None:
        document.core_properties.author = "Maija"
        document.core_properties.last_modified_by = "Maija"
        document.core_properties.comments = "C:\\Users\\maija"

    document = render(changed(template, signed))
    properties = document.core_properties
    assert properties.title == "Asuminen ja ympäristö, Tilinpäätös 2025"
    assert properties.language == "fi-FI"
    assert properties.author + properties.last_modified_by + properties.comments == ""


ODD = (
    "A & B",
    "Vesi <ja> viemäri",
    'Lasten "Onni"',
    "Uima'halli > ranta",
    "&amp; &lt;",
    "R&D " * 70,
)


@pytest.mark.parametrize("name", ODD)
def test_signs_of_markup_in_a_name_are_letters_wherever_they_are_printed(
    template: bytes, name: str
) -> None:
    def subject(document: Document) -> None:
        document.core_properties.title = "{{ vastuualue }}"
        document.core_properties.subject = "{{ kaupunki }}"
        document.core_properties.comments = "{{ toimielin }}"

    one = replace(report(), area=name, city=name, board=name)
    made = WordTemplate("pohja.docx", changed(template, subject)).render(one, wording())
    document = Document(io.BytesIO(made))
    assert document.core_properties.title == name[:255]
    assert name.strip() in " ".join(paragraph.text for paragraph in document.paragraphs)
    assert name.strip() in document.sections[0].header.paragraphs[0].text


def test_the_program_s_properties_name_no_company(template: bytes) -> None:
    made = WordTemplate("pohja.docx", template).render(report(), wording())
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert b"Company" not in package.read("docProps/app.xml")
        assert b"fi-FI" in package.read("word/styles.xml")


def test_an_auditor_finds_nothing(template: bytes, tmp_path: Path) -> None:
    path = tmp_path / "alue.docx"
    path.write_bytes(WordTemplate("pohja.docx", template).render(report(), wording()))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_a_section_left_out_and_another_order_need_no_code(template: bytes) -> None:
    def reorder(document: Document) -> None:
        loop = next(one for one in document.paragraphs if "for osio in" in one.text)
        loop.runs[0].text = "{%p for osio in [osio8, osio1] %}"

    document = render(changed(template, reorder))
    assert headings(document, "Heading2") == [NAMES[8], NAMES[1]]


def test_a_section_may_be_written_out_by_itself(template: bytes) -> None:
    def add(document: Document) -> None:
        document.paragraphs[0].insert_paragraph_before("{{ osio6.otsikko }} ({{ vuosi }})")

    assert render(changed(template, add)).paragraphs[0].text == f"{NAMES[6]} (2025)"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("{{ kaupungi }}", "kaupungi"),
        ("{{ osio1.otsiko }}", "osio1.otsiko"),
        ("{% if osio12 %}x{% endif %}", "osio12"),
        ("{{ osio1 }}", "osio1"),
        ("{%p for x in osio3.tavoitetaulut %}{{ x.riivit }}{%p endfor %}", "x.riivit"),
        ("{{ vastuualue|upper }} {{ poikkeama|upper }}", "poikkeama"),
    ],
)
def test_a_wrong_field_is_told_with_its_paragraph(template: bytes, text: str, field: str) -> None:
    broken = changed(template, lambda one: one.paragraphs[2].insert_paragraph_before(text))
    with pytest.raises(TpxlError) as caught:
        WordTemplate("pohja.docx", broken)
    assert caught.value.code == "template_field_in_paragraph"
    assert caught.value.facts["field"] == field
    assert caught.value.facts["paragraph"] == 3
    assert "kappaleessa 3" in sentence(caught.value)


def test_a_wrong_field_is_told_with_its_table(template: bytes) -> None:
    def misspell(document: Document) -> None:
        document.tables[0].rows[2].cells[1].paragraphs[0].runs[0].text = "{{ rivi.toimi }}"

    with pytest.raises(TpxlError) as caught:
        WordTemplate("pohja.docx", changed(template, misspell))
    assert sentence(caught.value).startswith(
        "pohja.docx: pohjan taulukon 1 rivillä 3, sarakkeessa 2 on kenttä {{ rivi.toimi }}"
    )


def test_a_wrong_field_in_the_header_is_told(template: bytes) -> None:
    def misspell(document: Document) -> None:
        document.sections[0].header.paragraphs[0].add_run("{{ kunta }}")

    with pytest.raises(TpxlError, match="template field in header"):
        WordTemplate("pohja.docx", changed(template, misspell))


@pytest.mark.parametrize("text", ["{{ kaupunki", "{%p if kaupunki %}", "{{ kaupunki. }}"])
def test_a_tag_that_does_not_close_is_told(template: bytes, text: str) -> None:
    broken = changed(template, lambda one: one.add_paragraph(text))
    with pytest.raises(TpxlError) as caught:
        WordTemplate("pohja.docx", broken)
    assert caught.value.code == "template_tag_in_paragraph"
    assert caught.value.facts["tag"]


def test_a_file_that_is_no_document_is_told(template: bytes) -> None:
    for content in (b"", b"PK", template[:500]):
        with pytest.raises(TpxlError, match="template unreadable"):
            WordTemplate("pohja.docx", content)


def red() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, "PNG")
    out.seek(0)
    return out


def front(*parts: str) -> Front:
    words = catalogue("fi")
    whole = whole_of([report("Katu"), report("Puisto")], words)
    return Front("Kaikki", "Sisällys", parts, whole, words.texts)


def headings_of(template: bytes, *parts: str) -> list[str]:
    made = combined(
        WordTemplate("pohja.docx", template),
        [report("Katu"), report("Puisto")],
        wording(),
        front(*parts),
    )
    document = Document(io.BytesIO(made.content))
    return [one.text for one in document.paragraphs if one.style.name in {"Title", "Heading 1"}]


def test_the_parts_stand_in_the_order_that_was_chosen(template: bytes) -> None:
    usual = ["Tilinpäätös 2025", "Yhteenveto", "Tavoitteet ja toteumat", "Katu", "Puisto"]
    assert headings_of(template, *PART_WORDS) == [*usual, "Täyttämättä"]
    assert headings_of(template, "goals", "areas", "cover") == [
        "Tavoitteet ja toteumat",
        "Katu",
        "Puisto",
        "Tilinpäätös 2025",
    ]


def test_logos_in_the_body_and_in_the_header_come_along(template: bytes) -> None:
    def add_logos(document: Document) -> None:
        document.paragraphs[0].insert_paragraph_before().add_run().add_picture(red())
        document.sections[0].header.paragraphs[0].add_run().add_picture(red())

    own = changed(template, add_logos)
    document = render(own)
    assert len(document.inline_shapes) == 2
    assert "blip" in document.sections[0].header._element.xml
    made = combined(
        WordTemplate("pohja.docx", own),
        [report("Katu"), report("Puisto")],
        wording(),
        front("contents", "areas"),
    )
    joined = Document(io.BytesIO(made.content))
    assert len(joined.inline_shapes) == 4
    for section in joined.sections:
        part = section.header.part
        pictures = re.findall('r:embed="(.*?)"', section.header._element.xml)
        assert [part.rels[one].target_part.blob[:4] for one in pictures] == [b"\x89PNG"]


def test_a_header_without_fields_is_shared_by_all_areas(template: bytes) -> None:
    def plain(document: Document) -> None:
        header = document.sections[0].header.paragraphs[0]
        for run in header.runs:
            run.text = "Kaupunki"

    made = combined(
        WordTemplate("pohja.docx", changed(template, plain)),
        [report("Katu"), report("Puisto")],
        wording(),
        front("contents", "areas"),
    )
    joined = Document(io.BytesIO(made.content))
    assert len({section.header.part.partname for section in joined.sections}) == 1


def test_a_heading_without_a_colour_leaves_the_chart_the_usual_one(template: bytes) -> None:
    def uncolour(document: Document) -> None:
        style = document.styles["Heading 1"].element
        for color in style.findall(f".//{qn('w:color')}"):
            color.set(qn("w:val"), "auto")

    def strip(document: Document) -> None:
        style = document.styles["Heading 1"].element
        for color in style.findall(f".//{qn('w:color')}"):
            color.getparent().remove(color)

    for change in (uncolour, strip):
        assert WordTemplate("pohja.docx", changed(template, change))._accent == "#1F4E79"


def test_what_fails_only_while_it_is_filled_is_the_template_s_fault(template: bytes) -> None:
    text = "{{ osio1.kappaleet[7].luettelo }}"
    broken = changed(template, lambda one: one.paragraphs[2].insert_paragraph_before(text))
    with pytest.raises(TpxlError, match="template field elsewhere"):
        render(broken)


@pytest.mark.parametrize(
    "text",
    [
        "{% set alue = osio1 %}{{ alue.otsikko }} {{ vuosi if vuosi else kaupunki }}",
        "{%p for a, b in osio1.kappaleet %}{{ loop.index }}{{ b }}{%p endfor %}",
        "{{ osiot[0].otsikko }} {{ osiot|length }} {{ vastuualue|upper }}",
        "{% if osio6.kaavio and not osio1.kaavio %}x{% elif vuosi %}y{% else %}z{% endif %}",
        "{% for x in [] %}{{ x }}{% endfor %}{% with n = vuosi %}{{ n }}{% endwith %}",
    ],
)
def test_what_jinja_can_do_is_let_through(template: bytes, text: str) -> None:
    WordTemplate(
        "pohja.docx", changed(template, lambda one: one.paragraphs[2].insert_paragraph_before(text))
    )


def test_private_parts_of_a_template_are_left_behind(template: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "_rels/.rels":
                text = text.replace(
                    "</Relationships>",
                    '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/'
                    '2006/relationships/custom-properties" Target="docProps/custom.xml"/>'
                    "</Relationships>",
                )
            if name == "word/settings.xml":
                text = text.replace(
                    "<w:compat>", '<w:rsids><w:rsid w:val="0A"/></w:rsids><w:compat>'
                )
            if name == "docProps/app.xml":
                text = text.replace("/>", "><Company>Kunta</Company></Properties>")
            new.writestr(name, text)
        new.writestr("docProps/custom.xml", "<Properties>Maija</Properties>")
    made = WordTemplate("pohja.docx", out.getvalue()).render(report(), wording())
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        everything = "".join(package.read(name).decode("latin-1") for name in package.namelist())
        assert "docProps/custom.xml" not in package.namelist()
    assert "Kunta" not in everything
    assert "w:rsids" not in everything


def test_the_city_s_table_is_parted_where_its_figures_have_no_room() -> None:
    rows = (("Vastuualue", *(f"TP {year}" for year in range(2010, 2022))),)
    rows += (("Katu", *(Decimal(-1_000_000 - n) for n in range(12))),)
    whole = replace(
        whole_of([report()], catalogue("fi")),
        figures=(NamedTable("Kate", OtherTable(rows)),),
        charts=(),
    )
    front = Front("Kaikki", "Sisällys", (FIGURES,), whole, catalogue("fi").texts)
    for breadth, tables in ((1, 3), (2, 6)):
        parts = FrontWriter(front, {}, wording(), 9638, breadth).part(FIGURES)
        heads = [
            [text.text for text in part.findall(f".//{qn('w:tr')}[1]//{qn('w:t')}")]
            for part in parts
            if part.tag == qn("w:tbl")
        ]
        assert len(heads) == tables
        assert [text for head in heads for text in head[1:]] == list(rows[0][1:])
        assert {head[0] for head in heads} == {"Vastuualue"}
