"""The city's own workbook of 2025: what its check says of the figures, and no word more."""

import json
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from tests import kemijarvi

import tpxl
from tpxl.messages import LANGUAGES, phrase

MASTER = Path(__file__).parents[3] / "workbook" / "tilinpaatos_master.xlsm"

CAUSES = {
    "the ratio printed instead of the change, sign flipped": "ratio_for_change_sign_flipped",
    "the ratio printed instead of the change": "ratio_for_change",
    "expenses divided instead of the margin (771 020 / 6 944)": "expenses_for_margin",
}
"""The causes by the words of the list of what must be found."""


def checked(*mended: tpxl.Edit) -> tuple[tpxl.Finding, ...]:
    with tpxl.open_book(MASTER) as book:
        book.apply(mended)
        return tpxl.check(book).findings


def about_figures(findings: tuple[tpxl.Finding, ...]) -> list[tpxl.Finding]:
    """Return the findings that are not about the goals."""
    return [one for one in findings if not one.code.startswith("goal")]


def wrong(findings: tuple[tpxl.Finding, ...]) -> list[tpxl.Finding]:
    return [one for one in about_figures(findings) if one.severity.value in {"error", "rounding"}]


@pytest.fixture(scope="module")
def findings() -> tuple[tpxl.Finding, ...]:
    return checked()


def facts(one: Any) -> tuple[object, ...]:
    return (one["area"], one["period"], one["line"], one["severity"], one["found"], one["expected"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_half_of_what_is_said_is_no_longer_than_a_line_of_a_terminal(
    findings: tuple[tpxl.Finding, ...], lang: str
) -> None:
    lengths = [len(phrase(one, lang)) for one in findings]
    assert median(lengths) <= 120
    assert max(lengths) < 300


def test_the_nine_are_found_with_their_causes_and_nothing_else_is_wrong(
    findings: tuple[tpxl.Finding, ...],
) -> None:
    found = {
        (
            *(one.area, one.period, one.line, one.severity.value),
            *(float(number) for number in (one.found, one.expected) if number is not None),
            one.cause,
        )
        for one in wrong(findings)
    }
    listed = kemijarvi.expected()["findings"]
    assert found == {(*facts(one), CAUSES.get(one["cause"])) for one in listed}
    assert len(wrong(findings)) == len(listed)


def test_twelve_changes_cannot_be_checked_and_nine_ask_for_a_reason(
    findings: tuple[tpxl.Finding, ...],
) -> None:
    told = about_figures(findings)
    unknown = [one for one in told if one.severity.value == "unverifiable"]
    assert [(str(one.facts["base_period"]), one.facts["count"]) for one in unknown] == [
        ("TP 2022", 6),
        ("TA 2023", 6),
    ]
    comments = [one for one in told if one.severity.value == "comment"]
    assert len(comments) == kemijarvi.expected()["comment_rule_hits"]
    assert {one.area for one in comments} == {"Työllisyyspalvelut"}
    assert sorted((one.line, one.period) for one in comments) == [
        ("OPERATING_EXPENSES", "TA 2025"),
        ("OPERATING_EXPENSES", "TP 2025"),
        ("OPERATING_INCOME", "TP 2024"),
        ("OPERATING_MARGIN", "TA 2025"),
        ("OPERATING_MARGIN", "TP 2025"),
        ("SERVICES_PURCHASED", "TA 2025"),
        ("SERVICES_PURCHASED", "TP 2025"),
        ("STAFF_EXPENDITURE", "TA 2025"),
        ("STAFF_EXPENDITURE", "TP 2024"),
    ]


def test_residents_contradict_in_two_periods(findings: tuple[tpxl.Finding, ...]) -> None:
    warnings = [one for one in about_figures(findings) if one.severity.value == "warning"]
    assert sorted((one.code, one.period) for one in warnings) == [
        ("residents_contradict", "TA 2025"),
        ("residents_contradict", "TP 2024"),
    ]
    named = json.dumps([one.message for one in warnings], ensure_ascii=False)
    for area in kemijarvi.expected()["decimals_per_resident"]:
        assert area in named


def test_with_the_nine_mended_no_figure_is_wrong(findings: tuple[tpxl.Finding, ...]) -> None:
    mended = [
        tpxl.Edit(one.sheet or "", one.cell or "", float(one.expected or 0))
        for one in wrong(findings)
    ]
    after = about_figures(checked(*mended))
    assert [one.message for one in after if one.severity.value in {"error", "rounding"}] == []
    assert [one.code for one in after if one.severity.value == "warning"] == []


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_language_tells_the_same_facts(lang: str, findings: tuple[tpxl.Finding, ...]) -> None:
    with tpxl.open_book(MASTER) as book:
        told = tpxl.check(book, lang=lang).findings
    assert [(one.code, one.cell, one.cause) for one in told] == [
        (one.code, one.cell, one.cause) for one in findings
    ]
    assert all(one.message for one in told)
    assert not {one.message for one in told} & {one.message for one in findings}
