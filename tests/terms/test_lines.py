"""Labels of the lines as cities print them."""

from decimal import Decimal

import pytest

from tpxl.terms.lines import label_scale, line_of


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("Toimintamenot yht.", ("OPERATING_EXPENSES", "")),
        ("TOIMINTAKATE YHTEENSÄ", ("OPERATING_MARGIN", "")),
        ("Henkilöstökulut yht", ("STAFF_EXPENDITURE", "")),
        ("Verksamhetens kostnader totalt", ("OPERATING_EXPENSES", "")),
        ("Henkilöstömenot, 1000 €", ("STAFF_EXPENDITURE", "")),
        ("Henkilöstömenot 1 000 €", ("STAFF_EXPENDITURE", "")),
        ("Toimintatulot (t€)", ("OPERATING_INCOME", "")),
        ("Toimintakate yht. milj. €", ("OPERATING_MARGIN", "")),
        ("Toimintakate/asukas", ("OPERATING_MARGIN", "per_resident")),
        ("Toimintakate / asukas, €", ("OPERATING_MARGIN", "per_resident")),
        ("Toimintakate asukasta kohti", ("OPERATING_MARGIN", "per_resident")),
        ("Toimintakate per asukas", ("OPERATING_MARGIN", "per_resident")),
        ("Verksamhetsbidrag per invånare", ("OPERATING_MARGIN", "per_resident")),
        ("Toimintakate, € asukasta kohden", ("OPERATING_MARGIN", "per_resident")),
        ("Muutos ed.v. %", ("", "change_percent")),
        ("Muutos-% ed. vuodesta", ("", "change_percent")),
        ("Kasvu-%", ("", "change_percent")),
        ("Toimintakulujen kasvu %", ("OPERATING_EXPENSES", "change_percent")),
        ("Ostopalvelut", ("SERVICES_PURCHASED", "")),
        ("Vakinainen henkilöstö 31.12.", ("PERMANENT_POSTS", "")),
    ],
)
def test_a_label_names_its_line(label: str, line: tuple[str, str]) -> None:
    assert line_of(label) == line


@pytest.mark.parametrize(
    "label",
    [
        "Toimintakatteen muutos",  # in euros or in per cent
        "Nettomenot",  # expenses less income, the other way round
        "Palkat ja palkkiot",
        "Hankinnat yli 1 000 €",
        "Yhteensä",
        "Menot",  # of an investment, as often as not
        "1 000 €",
        "Muutos, 1 000 €",
    ],
)
def test_what_might_be_something_else_is_no_line(label: str) -> None:
    assert line_of(label) is None


@pytest.mark.parametrize(
    ("label", "euros"),
    [
        ("Henkilöstömenot, 1000 €", 1000),
        ("Henkilöstömenot 1 000 €", 1000),
        ("Toimintakate yht. milj. €", 1_000_000),
        ("Henkilöstömenot, €", 1),
    ],
)
def test_a_label_tells_the_unit_of_its_figures(label: str, euros: int) -> None:
    assert label_scale(label) == Decimal(euros)


@pytest.mark.parametrize("label", ["Hankinnat yli 1 000 €", "Henkilöstömenot"])
def test_an_amount_in_a_label_is_no_unit(label: str) -> None:
    assert label_scale(label) is None
