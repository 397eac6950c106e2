import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.drawing.image import Image
from openpyxl.styles import Border, Color, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator
from PIL import Image as Picture
from tests.jobs.export.reports import (
    EXPENSES,
    HEADINGS,
    NAMES,
    PERIODS,
    goal,
    line,
    report,
    wording,
)

from tpxl.errors import TpxlError
from tpxl.jobs.export.report import AreaReport, FiguresBlock, GoalsBlock, Paragraph, Section
from tpxl.jobs.export.template.check import SHEET, template_file
from tpxl.jobs.export.template.fields import Wording, fields_of
from tpxl.jobs.export.xlsx.chart import placed_chart
from tpxl.jobs.export.xlsx.rows import NumberLook, Numeral
from tpxl.jobs.export.xlsx.styles import tinted
from tpxl.jobs.export.xlsx.template import SheetTemplate
from tpxl.jobs.export.xlsx.writer import SheetToPrint, workbook
from tpxl.messages import sentence
from tpxl.messages.sentences import printed

TEMPLATE = template_file(SHEET).content


def sheet_wording(look: NumberLook | None = None) -> Wording:
    shown = look or NumberLook()
    return replace(
        wording(),
        number=lambda value, n: Numeral(value, printed(value, ",", n), shown.code(n)),
        picture=placed_chart,
    )


def made(template: bytes = TEMPLATE, area: AreaReport | None = None) -> bytes:
    fields = fields_of(area or report(), sheet_wording())
    return workbook(
        SheetTemplate("pohja.xlsx", template), [SheetToPrint("Alue 1", fields)], "Alue 1"
    )


def sheet(**sections: Section) -> Worksheet:
    return load_workbook(io.BytesIO(made(area=report(**sections)))).worksheets[0]


def changed(change: Callable[[Worksheet], object]) -> bytes:
    book = load_workbook(io.BytesIO(TEMPLATE))
    change(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def texts(found: Worksheet) -> list[list[Any]]:
    return [[v for v in row if v is not None] for row in found.iter_rows(values_only=True)]


def row_of(found: Worksheet, text: object) -> int:
    return next(cell.row for row in found.iter_rows() for cell in row if cell.value == text)


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def test_the_nine_sections_stand_in_order() -> None:
    first = [row[0] for row in texts(sheet()) if row]
    assert [text for text in first if text in NAMES.values()] == list(NAMES.values())
    assert first[:3] == ["Kemijärvi  ·  Tilinpäätös 2025", "Asuminen ja ympäristö", (
        "Toimielin: Elinvoimalautakunta"
    )]  # fmt: skip


def test_figures_are_numbers_with_finnish_formats() -> None:
    found = sheet()
    row = row_of(found, "Toimintamenot")
    cells = [found.cell(row, column) for column in range(2, 7)]
    assert [cell.value for cell in cells] == [int(value) for value in EXPENSES]
    assert {cell.number_format for cell in cells} == {'#,##0;"−"#,##0'}
    change = [found.cell(row_of(found, "Muutos %"), column) for column in range(2, 7)]
    assert [cell.value for cell in change] == ["–", 4.8, 6.1, 13.1, -8]
    assert change[1].number_format == '#,##0.0;"−"#,##0.0'
    assert [found.cell(row - 1, column).value for column in range(2, 7)] == list(PERIODS)


def test_the_settings_decide_grouping_and_minus() -> None:
    assert NumberLook(is_grouped=False).code(2) == '0.00;"−"0.00'
    assert NumberLook(has_true_minus=False).code(0) == "#,##0"


def test_goals_are_four_columns_of_the_template_s_widths() -> None:
    found = sheet()
    row = row_of(found, "Sujuva lupa")
    assert texts(found)[row - 1] == ["Sujuva lupa", "Ohje", "30 pv", "28 pv"]
    assert {str(one) for one in found.merged_cells.ranges if one.min_row == row} == {
        f"B{row}:C{row}",
        f"D{row}:E{row}",
        f"F{row}:H{row}",
    }
    assert found.cell(row, 1).alignment.wrap_text
    assert found.cell(row, 1).alignment.vertical == "top"


def test_an_empty_outcome_and_an_empty_section_are_seen() -> None:
    found = sheet()
    assert texts(found)[row_of(found, NAMES[2])] == ["ei täytetty"]
    outcome = found.cell(row_of(found, "Talous"), 6)
    assert (outcome.value, outcome.font.i) == ("ei täytetty", True)


def test_rows_are_high_enough_and_a_very_long_text_goes_on_below() -> None:
    words = " ".join(f"sana{n}" for n in range(4000))
    block = GoalsBlock(None, HEADINGS, (goal("Pitkä", "a", "b", words), goal("Lyhyt", *"abc")))
    found = sheet(section4=Section(4, NAMES[4], goals=(block,)))
    first, last = row_of(found, "Pitkä"), row_of(found, "Lyhyt")
    pieces = [found.cell(row, 6).value for row in range(first, last)]
    assert len(pieces) > 10
    assert " ".join(pieces) == words
    assert max(found.row_dimensions[row].height for row in range(first, last)) <= 409
    assert found.row_dimensions[first].height > 8 * 14
    assert found.cell(first, 6).border.bottom.style is None
    assert found.cell(last - 1, 6).border.bottom.style == "thin"


def test_a_text_of_32000_characters_is_there_to_the_letter() -> None:
    long = ("pitkä-sana " * 40 + "\n") * 73
    found = sheet(section1=Section(1, NAMES[1], paragraphs=(Paragraph(long[:32000]),)))
    first, last = row_of(found, NAMES[1]) + 1, row_of(found, NAMES[2]) - 1
    pieces = [found.cell(row, 1).value for row in range(first, last)]
    assert "".join("".join(pieces).split()) == "".join(long[:32000].split())


def test_a_text_that_begins_like_a_formula_stays_text() -> None:
    starts = ["=1+1", "+1", "-1", "@x"]
    block = GoalsBlock(None, HEADINGS, (goal(*starts),))
    content = made(area=report(section4=Section(4, NAMES[4], goals=(block,))))
    found = load_workbook(io.BytesIO(content)).worksheets[0]
    row = next(cell.row for cells in found.iter_rows() for cell in cells if cell.value == "@x")
    cells = [found.cell(row, column) for column in (1, 2, 4, 6)]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        (text, "s", True) for text in starts
    ]
    assert "<f>" not in parts(content)["xl/worksheets/sheet1.xml"]


def test_a_wide_number_widens_its_column() -> None:
    block = FiguresBlock("", PERIODS[:1], (line("Toimintamenot", "-123456789012"),))
    wide = sheet(section6=Section(6, NAMES[6], figures=(block,)))
    assert wide.column_dimensions["B"].width > sheet().column_dimensions["B"].width


def test_more_periods_than_the_template_has_columns() -> None:
    periods = tuple(f"TP {year}" for year in range(2015, 2026))
    block = FiguresBlock("", periods, (line("Toimintamenot", *map(str, range(11))),))
    found = sheet(section6=Section(6, NAMES[6], figures=(block,)))
    row = row_of(found, "Toimintamenot")
    assert [found.cell(row, column).value for column in range(2, 13)] == list(range(11))


def test_the_sheet_is_ready_to_print() -> None:
    found = sheet()
    assert found.page_setup.paperSize == 9
    assert found.page_setup.orientation == "portrait"
    assert (found.page_setup.fitToHeight, found.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert found.print_title_rows == "$1:$2"
    assert found.oddHeader.left.text == "Kemijärvi, Elinvoimalautakunta"
    assert found.oddHeader.right.text == "Asuminen ja ympäristö, Tilinpäätös 2025"
    assert found.oddFooter.right.text == "Sivu &P / &N"
    assert found.sheet_view.showGridLines is False


def test_no_heading_is_the_last_row_of_a_page() -> None:
    rows = tuple(goal(f"Tavoite {n}", "a", "b", "sana " * 60) for n in range(5))
    blocks = tuple(GoalsBlock(f"PAINOPISTE {n}", HEADINGS, rows) for n in range(5))
    found = sheet(section3=Section(3, NAMES[3], goals=blocks))
    last_rows = [one.id for one in found.row_breaks.brk]
    assert len(last_rows) > 5
    for row in last_rows:
        assert not found.cell(row, 1).font.b


def test_an_ampersand_and_a_very_long_name_fit_the_header() -> None:
    area = replace(report("R&D " + "ä" * 400), city="A&B")
    found = load_workbook(io.BytesIO(made(area=area))).worksheets[0]
    assert found.oddHeader.left.text == "A&&B, Elinvoimalautakunta"
    header = parts(made(area=area))["xl/worksheets/sheet1.xml"]
    text = re.search("<oddHeader>(.*?)</oddHeader>", header)
    assert text is not None
    assert len(text[1].replace("&amp;", "&")) <= 255


def test_the_chart_is_native_and_says_its_finding() -> None:
    content = parts(made())
    chart = content["xl/charts/chart1.xml"]
    assert "Toimintakate TP 2025: −1 624 578 €, 381 912 € parempi kuin TA 2025" in chart
    references = re.findall("<c:f>(.*?)</c:f>", chart)
    assert len(references) == 2
    found = load_workbook(io.BytesIO(made())).worksheets[0]
    margin, head = row_of(found, "Toimintakate"), row_of(found, "Toimintamenot") - 1
    assert references == [f"'Alue 1'!$B${head}:$F${head}", f"'Alue 1'!$B${margin}:$F${margin}"]
    assert "<c:v>-1624578</c:v>" in chart
    assert 'name="Toimintakate"' in content["xl/drawings/drawing1.xml"]
    assert 'descr="Pylväskaavio, toimintakate kausittain."' in content["xl/drawings/drawing1.xml"]


def test_a_chart_begins_at_its_first_number() -> None:
    section = report().section(6)
    shown = replace(
        section.chart,
        first=2,
        periods=PERIODS[2:],
        values=tuple(map(Decimal, EXPENSES[2:])),
        is_actual=(True, False, True),
    )
    chart = parts(made(area=report(section6=replace(section, chart=shown))))["xl/charts/chart1.xml"]
    ends = re.findall(r"<c:f>.*?\$(\w)\$\d+:\$(\w)\$\d+</c:f>", chart)
    assert ends == [("D", "F"), ("D", "F")]


def test_a_chart_over_a_parted_table_shows_its_newest_part() -> None:
    periods = tuple(f"TP {year}" for year in range(2012, 2022))
    block = FiguresBlock("", periods, (line("Toimintakate", *map(str, range(10))),))
    shown = replace(
        report().section(6).chart,
        first=2,
        line=0,
        periods=periods[2:],
        values=tuple(map(Decimal, range(2, 10))),
        is_actual=(True,) * 8,
    )
    section = Section(6, NAMES[6], figures=(block,), chart=shown)
    parted = replace(sheet_wording(), periods_across=8)
    fields = fields_of(report(section6=section), parted)
    content = workbook(SheetTemplate("pohja.xlsx", TEMPLATE), [SheetToPrint("A", fields)], "A")
    chart = parts(content)["xl/charts/chart1.xml"]
    assert len(re.findall(r"<c:f>'?A'?!\$B\$\d+:\$F\$\d+</c:f>", chart)) == 2
    assert re.findall(r"<c:v>(\d)</c:v>", chart)[-5:] == ["5", "6", "7", "8", "9"]


def test_the_package_holds_values_and_nothing_else() -> None:
    content = parts(made())
    everything = "".join(text for name, text in content.items() if "chart" not in name)
    unwanted = re.compile("vba|comment|external|custom|calcChain")
    assert not [name for name in content if unwanted.search(name)]
    assert "<f>" not in everything
    assert "<f " not in everything
    assert "<hyperlink" not in everything
    assert "hidden=" not in everything
    assert re.findall('definedName name="([^"]*)"', everything) == ["_xlnm.Print_Titles"]
    assert "TargetMode" not in everything
    assert re.findall("<dc:creator>(.*?)</dc:creator>", content["docProps/core.xml"]) == [""]
    assert re.findall("<cp:lastModifiedBy>(.*?)<", content["docProps/core.xml"]) == [""]
    assert not re.search(r"[A-Z]:\\|/home/|/tmp/|Users", everything)


def test_an_auditor_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "alue.xlsx"
    path.write_bytes(made())
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_a_restyled_template_decides_the_look() -> None:
    def restyle(one: Worksheet) -> None:
        row = row_of(one, "{{ osio.otsikko }}")
        one.cell(row, 1).font = Font(name="Arial", size=16, color=Color(theme=4, tint=-0.25))
        one.cell(row, 1).fill = PatternFill("solid", fgColor=Color(indexed=5))
        one.cell(row, 1).border = Border(bottom=Side("double", color="FF00FF00"))
        one.column_dimensions["A"].width = 40
        one.oddFooter.left.text = "{{ vuosi }}"

    found = load_workbook(io.BytesIO(made(changed(restyle)))).worksheets[0]
    cell = found.cell(row_of(found, NAMES[1]), 1)
    assert (cell.font.name, cell.font.sz, cell.fill.fgColor.rgb) == ("Arial", 16, "FFFFFF00")
    assert cell.font.color.rgb[2:] not in ("000000", "1F4E79")
    assert (cell.border.bottom.style, cell.border.bottom.color.rgb) == ("double", "FF00FF00")
    assert found.column_dimensions["A"].width == pytest.approx(40, abs=0.1)
    assert found.oddFooter.left.text == "2025"


def test_a_logo_comes_along_with_its_text() -> None:
    def add_logo(one: Worksheet) -> None:
        out = io.BytesIO()
        Picture.new("RGB", (40, 20), "red").save(out, "PNG")
        out.seek(0)
        logo = Image(out)
        logo.width, logo.height = 80, 10
        one.add_image(logo, "G1")

    content = parts(made(changed(add_logo)))
    drawing = content["xl/drawings/drawing1.xml"]
    assert "xl/media/image1.png" in content
    assert 'descr="Picture"' in drawing
    assert f'<a:ext cx="{80 * 9525}" cy="{10 * 9525}"/>' in drawing


def test_another_order_and_a_section_left_out_need_no_code() -> None:
    def reorder(one: Worksheet) -> None:
        cell = next(c for c in one["A"] if c.value and "for osio in" in str(c.value))
        cell.value = "{% for osio in [osio9, osio6] %}"

    found = load_workbook(io.BytesIO(made(changed(reorder)))).worksheets[0]
    first = [row[0] for row in texts(found) if row]
    assert [text for text in first if text in NAMES.values()] == [NAMES[9], NAMES[6]]


def test_a_chart_without_its_figures_is_left_out() -> None:
    def leave_out(one: Worksheet) -> None:
        cell = next(c for c in one["A"] if c.value and "osio.lukutaulut" in str(c.value))
        cell.value = "{% for taulu in osio.lukutaulut if false %}"

    assert "xl/charts/chart1.xml" not in parts(made(changed(leave_out)))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ kaupungi }}", "template_field_in_cell"),
        ("Alue: {{ osio }}", "template_field_in_cell"),
        ("{% endfor %}", "template_tag_in_cell"),
        ("Alue {% if vuosi %}x{% endif %}", "template_tag_in_cell"),
        ("{{ kaupunki", "template_tag_in_cell"),
    ],
)
def test_a_wrong_field_is_told_with_its_cell(text: str, code: str) -> None:
    def misspell(one: Worksheet) -> None:
        one["A3"].value = text

    with pytest.raises(TpxlError) as caught:
        SheetTemplate("pohja.xlsx", changed(misspell))
    assert caught.value.code == code
    assert "solussa A3" in sentence(caught.value)


def test_a_wrong_field_in_the_header_is_told() -> None:
    def misspell(one: Worksheet) -> None:
        one.oddHeader.center.text = "{{ kunta }}"

    with pytest.raises(TpxlError, match="template field in header"):
        SheetTemplate("pohja.xlsx", changed(misspell))


@pytest.mark.parametrize("text", ["{{ osio1.otsikko }}", "{% if vuosi %}x{% endif %}"])
def test_a_header_holds_plain_fields_alone(text: str) -> None:
    def put(one: Worksheet) -> None:
        one.oddHeader.center.text = text

    with pytest.raises(TpxlError, match="template refused in header"):
        SheetTemplate("pohja.xlsx", changed(put))


def test_a_file_that_is_no_workbook_is_told() -> None:
    for content in (b"", b"PK", TEMPLATE[:500]):
        with pytest.raises(TpxlError, match="template unreadable"):
            SheetTemplate("pohja.xlsx", content)


def test_what_fails_only_while_it_is_filled_is_the_template_s_fault() -> None:
    def ask(one: Worksheet) -> None:
        one["A3"].value = "{{ osio1.kappaleet[7].luettelo }}"

    with pytest.raises(TpxlError, match="template field elsewhere"):
        made(changed(ask))


def test_the_page_of_the_template_is_the_page_of_the_copy() -> None:
    def turn(one: Worksheet) -> None:
        one.page_setup.orientation = "landscape"
        one.page_setup.paperSize = 8
        one.sheet_view.showGridLines = True
        one.print_title_rows = "1:3"
        one.page_margins.left = 1.5

    found = load_workbook(io.BytesIO(made(changed(turn)))).worksheets[0]
    assert (found.page_setup.orientation, found.page_setup.paperSize) == ("landscape", 8)
    assert found.sheet_view.showGridLines is not False
    assert found.print_title_rows == "$1:$3"
    assert found.page_margins.left == 1.5


def test_a_bare_workbook_is_a_template_too() -> None:
    book = Workbook()
    book.active["B2"] = "{{ vastuualue }}"
    book.active["B3"] = 'Sanoi: "{{ vuosi }}"\nvuonna'
    out = io.BytesIO()
    book.save(out)
    found = load_workbook(io.BytesIO(made(out.getvalue()))).worksheets[0]
    assert found["B2"].value == "Asuminen ja ympäristö"
    assert found["B3"].value == 'Sanoi: "2025"\nvuonna'


@pytest.mark.parametrize(
    ("color", "tint", "expected"),
    [("4472C4", -0.25, "2F5597"), ("4472C4", 0.4, "8FAADC"), ("808080", 0, "808080")],
)
def test_tints_are_excel_s(color: str, tint: float, expected: str) -> None:
    """Blue of the Office theme: darker 25 % and lighter 40 %, as Excel shows them."""
    made_of = [int(tinted(color, tint)[at : at + 2], 16) for at in (0, 2, 4)]
    wanted = [int(expected[at : at + 2], 16) for at in (0, 2, 4)]
    assert all(abs(a - b) <= 1 for a, b in zip(made_of, wanted, strict=True))
