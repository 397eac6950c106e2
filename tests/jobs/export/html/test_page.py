"""A page read by a parser: what is seen, heard and copied of it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from lxml import etree, html
from tests.jobs.export.reports import report, wording

from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.html.page import PagePrinter
from tpxl.jobs.export.report import AreaReport, OtherTable, Paragraph, Section, decimals_of
from tpxl.messages import catalogue


def printer(lang: str = "fi") -> PagePrinter:
    return PagePrinter(Choices(), catalogue(lang), None)


@pytest.fixture(scope="module")
def area() -> etree._Element:
    return html.document_fromstring(printer().one(report()))


@pytest.fixture(scope="module")
def city() -> etree._Element:
    pages = (report("Katu"), report("Puisto & <piha>"))
    return html.document_fromstring(printer().all(pages, "Kaikki vastuualueet"))


def levels(page: etree._Element) -> list[int]:
    return [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]


def numbers(one: AreaReport) -> Iterator[str]:
    for section in one.sections:
        for block in section.figures:
            for line in block.lines:
                for value in line.values:
                    if isinstance(value, Decimal):
                        yield wording().number(value, decimals_of(value))


def test_headings_go_down_one_level_at_a_time_under_one_title(
    area: etree._Element, city: etree._Element
) -> None:
    for page in (area, city):
        found = levels(page)
        assert found[0] == 1
        assert found.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(found))
    assert len(area.findall(".//h2")) == 9


def test_every_figure_is_on_the_page_as_it_is_printed_elsewhere(area: etree._Element) -> None:
    said = [one.text_content() for one in area.iterfind(".//td[@class='number']")]
    wanted = list(numbers(report()))
    assert len(wanted) >= 20
    assert [text for text in said if text in set(wanted)] == wanted


def test_each_table_has_a_caption_and_headers_with_a_scope(city: etree._Element) -> None:
    tables = list(city.iter("table"))
    assert tables
    for table in tables:
        assert table.find("caption").text
        assert table.findall(".//th")
        assert {one.get("scope") for one in table.iter("th")} <= {"col", "row"}
        assert all(one.text_content().strip() for one in table.iter("th"))
    assert all(
        row[0].tag == "th"
        for table in tables
        if table.get("class") == "figures"
        for row in table.iterfind("tbody/tr")
    )


def test_a_table_whose_first_row_holds_a_number_has_no_header() -> None:
    table = OtherTable((("Katu", Decimal(1)), ("Puisto", Decimal(2))))
    one = report(section7=Section(7, "7. Tunnusluvut", others=(table,)))
    page = html.document_fromstring(printer().one(one))
    (found,) = (each for each in page.iter("table") if "Puisto" in each.text_content())
    assert found.find("thead") is None
    assert len(found.findall("tbody/tr")) == 2


def test_the_chart_says_in_words_what_it_shows(area: etree._Element) -> None:
    (drawing,) = area.iter("svg")
    assert (drawing.get("role"), drawing.get("aria-label")) == (
        "img",
        "Pylväskaavio, toimintakate kausittain.",
    )


def test_the_page_is_one_file_without_script_and_names_its_language(
    area: etree._Element, city: etree._Element
) -> None:
    for page in (area, city):
        assert page.get("lang") == "fi"
        assert not list(page.iter("script", "link", "img", "iframe"))
        assert not [one for one in page.iter() if one.get("src") or one.get("style")]
        outside = [one.get("href") for one in page.iter("a") if one.get("href")[0] != "#"]
        assert not outside
    assert area.findtext(".//title") == "Asuminen ja ympäristö, Tilinpäätös 2025"


def test_every_link_of_the_contents_leads_to_its_area(city: etree._Element) -> None:
    links = [one.get("href")[1:] for one in city.iterfind(".//nav//a")]
    assert [city.get_element_by_id(key).findtext(".//h2") for key in links] == [
        "Yhteenveto",
        "Tavoitteet ja toteumat",
        "Katu",
        "Puisto & <piha>",
        "Täyttämättä",
    ]


def test_what_is_not_filled_in_is_said() -> None:
    bare = replace(report(section1=Section(1, "1. Toiminta-ajatus")), board=None)
    page = html.document_fromstring(printer().one(bare))
    assert page.findtext(".//section/p/span") == "ei täytetty"
    assert "Toimielin: ei täytetty" in page.find(".//header").text_content()


def test_items_of_a_list_are_a_list() -> None:
    texts = ("a", "b", "c", "d")
    prose = tuple(Paragraph(text, text in "bc") for text in texts)
    page = html.document_fromstring(printer().one(report(section1=Section(1, "1.", prose))))
    section = page.find(".//section")
    assert [one.tag for one in section] == ["h2", "p", "ul", "p"]
    assert [one.text for one in section.iter("li")] == ["b", "c"]


def test_the_page_speaks_the_language_of_the_report() -> None:
    page = html.document_fromstring(printer("sv").one(report()))
    assert page.get("lang") == "sv"
    assert page.findtext(".//a") == "Gå till innehållet"
