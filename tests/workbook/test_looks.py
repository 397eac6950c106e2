"""The master looks like something a finance office would keep."""

import re
import zipfile

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

import tpxl
from tpxl.master import lettering, styles
from tpxl.master.city import AreaText
from tpxl.master.sheets import goals, tarkistus
from workbook import build, source

CITY = source.read()
AREAS = [area.name for area in CITY.areas]
REPORTS = [*AREAS, "Vyörytys", "Yhteenveto", "Perustiedot", "Ohje"]


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(build.MASTER)


def part(name: str) -> str:
    with zipfile.ZipFile(build.MASTER) as package:
        return package.read(name).decode()


def parts(prefix: str) -> list[str]:
    with zipfile.ZipFile(build.MASTER) as package:
        return [package.read(name).decode() for name in package.namelist() if prefix in name]


def sheet(book: openpyxl.Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def widths(of: Worksheet) -> dict[int, float]:
    """Return the width of each column by its number, in characters."""
    return {
        column: each.width
        for each in of.column_dimensions.values()
        for column in range(each.min, each.max + 1)
    }


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, paper: str) -> float:
    light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("severity", styles.SEVERITIES)
def test_the_word_of_a_severity_is_readable_on_its_fill(severity: str) -> None:
    assert contrast(*styles.SEVERITIES[severity]) >= 4.5


@pytest.mark.parametrize("fill", [styles.INPUT_FILL, styles.COMPUTED_FILL, "#FFFFFF"])
def test_grey_text_of_locked_periods_is_readable(fill: str) -> None:
    assert contrast(styles.MUTED, fill) >= 4.5


@pytest.mark.parametrize("name", REPORTS)
def test_report_sheets_print_upright_on_a4_fit_to_width(book: openpyxl.Workbook, name: str) -> None:
    page = sheet(book, name).page_setup
    assert page.paperSize == 9
    assert page.orientation == "portrait"
    pages = 1 if name == "Ohje" else 0  # of the guide no heading stands alone at a page's foot
    assert (page.fitToWidth or 1, 1 if page.fitToHeight is None else page.fitToHeight) == (1, pages)


def test_every_sheet_says_city_and_year_and_its_page(book: openpyxl.Workbook) -> None:
    for each in book.worksheets:
        header, footer = each.oddHeader, each.oddFooter
        assert header.left.text == "Kemijärven kaupunki"
        assert header.center.text == each.title
        assert header.right.text == "Tilinpäätös 2025"
        assert footer.right.text == "Sivu &P/&N"


def test_titles_are_repeated_on_every_printed_page(book: openpyxl.Workbook) -> None:
    assert all(each.print_title_rows for each in book.worksheets)


def test_only_one_typeface_is_used() -> None:
    names = set(re.findall(r'<name val="([^"]+)"', part("xl/styles.xml")))
    assert names == {"Calibri"}


@pytest.mark.parametrize("name", AREAS)
def test_goal_tables_are_as_wide_as_the_report_asks(book: openpyxl.Workbook, name: str) -> None:
    found = widths(sheet(book, name))
    spans = [sum(found[column + 1] for column in range(a, b + 1)) for a, b in goals.SPANS]
    assert spans == pytest.approx([30, 30, 25, 40], abs=2.5)
    assert [sum(goals.WIDTHS[a : b + 1]) for a, b in goals.SPANS] == [30, 30, 25, 40]


@pytest.mark.parametrize("area", CITY.areas, ids=AREAS)
def test_each_goal_row_is_high_enough_and_may_grow(area: AreaText) -> None:
    name = f"xl/worksheets/sheet{AREAS.index(area.name) + 3}.xml"
    rows = {
        int(number): (float(height), bool(custom))
        for number, height, custom in re.findall(
            r'<row r="(\d+)"[^>]*? ht="([\d.]+)"( customHeight="1")?', part(name)
        )
    }
    book = sheet(openpyxl.load_workbook(build.MASTER), area.name)
    for goal in area.goals:
        row = next(cell.row for cell in book["A"] if str(cell.value or "").endswith(goal.goal))
        height, is_custom = rows[row]
        needed = max(goals.lines((book.cell(row, 1).value, *goals.row_texts(goal, 1)[1:])))
        assert height >= needed * lettering.LINE_POINTS
        assert not is_custom, "Excel would no longer fit the row to its text"


@pytest.mark.parametrize("area", CITY.areas, ids=AREAS)
def test_merged_texts_need_no_more_lines_than_the_goal_or_outcome_beside_them(
    area: AreaText,
) -> None:
    for number, goal in enumerate(area.goals, start=1):
        needed = goals.lines(goals.row_texts(goal, number))
        assert max(needed[1:3]) <= max(needed[0], needed[3]), goal


def test_charts_say_a_finding_name_their_axes_and_have_an_alternative_text() -> None:
    charts, drawing = parts("xl/charts/chart"), "".join(parts("xl/drawings/drawing"))
    assert len(charts) == 3
    for chart in charts:
        title = re.findall(r"<c:title>.*?</c:title>", chart, re.DOTALL)
        assert "<c:f>Yhteenveto!" in title[0]
        assert len(re.findall(r"<c:v>[^<]{30,}</c:v>", title[0])) == 1
        assert len(title) >= 2
        assert "<c:showVal" in chart
    assert len(re.findall(r'descr="[^"]{60,}"', drawing)) == 3


def test_fixed_sets_of_values_are_offered_as_lists(book: openpyxl.Workbook) -> None:
    rules = sheet(book, "Perustiedot").data_validations.dataValidation
    offered = {rule.formula1 for rule in rules if rule.type == "list"}
    assert '"kyllä,ei"' in offered
    assert '"negatiivinen,positiivinen"' in offered
    assert '"ennakko,lopullinen,suunnitteluluku,arvio"' in offered
    assert {rule.type for rule in rules} == {"list", "whole", "decimal", "date"}


def test_who_types_over_a_computed_cell_of_an_area_is_asked_first(book: openpyxl.Workbook) -> None:
    for name in AREAS:
        asked = set[str]()
        for rule in sheet(book, name).data_validations.dataValidation:
            assert (rule.type, rule.errorStyle) == ("custom", "warning")
            for block in rule.sqref.ranges:
                asked |= {f"{get_column_letter(b)}{a}" for line in block.rows for a, b in line}
        computed = {
            cell.coordinate
            for row in sheet(book, name).iter_rows(max_col=6)
            for cell in row
            if str(cell.fill.fgColor.rgb).endswith(styles.COMPUTED_FILL[1:])
        }
        assert asked == computed != set()


def test_only_sheets_that_nobody_types_on_are_protected_and_none_by_a_password(
    book: openpyxl.Workbook,
) -> None:
    protected = {each.title: each.protection for each in book.worksheets if each.protection.sheet}
    assert set(protected) == {"Ohje", "Yhteenveto", "Muutosloki"}
    for kept in protected.values():
        assert not kept.password
        assert not kept.objects  # charts and buttons may be moved
        assert [kept.formatRows, kept.formatColumns, kept.autoFilter] == [False] * 3


def test_the_blocks_of_the_summary_have_air_between_them(book: openpyxl.Workbook) -> None:
    summary = sheet(book, "Yhteenveto")
    blocks = list[tuple[str, int]]()
    for row in range(6, 40):
        label = summary.cell(row, 2).value
        if label is None:
            assert summary.row_dimensions[row].height < 10
        elif not blocks or summary.cell(row - 1, 2).value is None:
            blocks.append((str(label), row))
        else:
            assert label == blocks[-1][0]
    assert len(dict(blocks)) == len(blocks) == 7


def test_what_locks_a_period_is_told_beside_the_cell(book: openpyxl.Workbook) -> None:
    rules = sheet(book, "Perustiedot").data_validations.dataValidation
    (told,) = (rule for rule in rules if rule.prompt)
    assert told.formula1 == '"kyllä,ei"'
    assert {"kyllä", "ei", "Tyhjä"} <= {part.split()[-1] for part in told.prompt.split(":")[:-1]}


@pytest.mark.parametrize("name", [*AREAS, "Vyörytys", "Yhteenveto", "Perustiedot"])
def test_no_number_is_wider_than_its_column(book: openpyxl.Workbook, name: str) -> None:
    values = sheet(openpyxl.load_workbook(build.MASTER, data_only=True), name)
    for row in values.iter_rows():
        for cell in row:
            if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                shown = f"{cell.value:,.1f}" if cell.value % 1 else f"{cell.value:,.0f}"
                width = widths(sheet(book, name))[cell.column]
                pixels = lettering.text_pixels(shown.replace(",", "\N{NO-BREAK SPACE}"), bold=True)
                assert pixels <= width * lettering.DIGIT_PIXELS, f"{cell.coordinate}: {shown}"


def test_the_amount_that_is_not_the_citys_says_so_where_it_stands() -> None:
    book = openpyxl.load_workbook(build.MASTER)
    texts = [str(cell.value) for row in sheet(book, "Vyörytys").iter_rows() for cell in row]
    assert any(text.startswith("ESIMERKKI") for text in texts)
    assert "Esimerkki, ei kaupungin luku" in texts
    assert any("jäännös" in text.lower() for text in texts)


def test_what_the_check_says_of_this_book_fits_the_rows_of_tarkistus() -> None:
    with tpxl.open_book(build.MASTER) as book:
        messages = [finding.message for finding in tpxl.check(book).findings]
    width = next(width for text, width, _ in tarkistus.COLUMNS if text == "Havainto")
    assert messages
    lines = max(lettering.line_count(message, width) for message in messages)
    assert lines <= tarkistus.LINES


def test_every_row_that_waits_for_a_finding_is_high_enough_for_it(book: openpyxl.Workbook) -> None:
    rows = sheet(book, "Tarkistus")
    top = tarkistus.header_row(len(AREAS)) + 2
    heights = {rows.row_dimensions[row].height for row in range(top, top + tarkistus.ROWS)}
    assert min(heights) >= tarkistus.LINES * lettering.LINE_POINTS


@pytest.mark.parametrize("name", [*AREAS, "Vyörytys", "Yhteenveto"])
def test_a_figure_of_any_length_is_drawn_and_no_hash_signs(
    book: openpyxl.Workbook, name: str
) -> None:
    figures = [cell for row in sheet(book, name).iter_rows() for cell in row if is_figure(cell)]
    assert figures
    assert all(cell.alignment.shrink_to_fit for cell in figures)


def is_figure(cell: Cell) -> bool:
    return "#,##0" in cell.number_format and cell.border.top.style is not None


def test_texts_in_the_log_of_changes_begin_at_the_left_and_take_one_line(
    book: openpyxl.Workbook,
) -> None:
    columns = sheet(book, "Muutosloki").column_dimensions
    assert (columns["H"].min, columns["H"].max) == (8, 9)  # Vanha and Uusi
    assert columns["H"].alignment.horizontal != "right"
    assert not any(one.alignment.wrap_text for one in columns.values())
    assert columns["C"].alignment.shrink_to_fit
